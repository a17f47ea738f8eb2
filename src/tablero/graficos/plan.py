"""El plan de acción hasta el final: lo que debe llevar, año por año, la política y un producto."""

from collections.abc import Callable, Sequence
from datetime import date

import pandas as pd

from tablero import formato
from tablero.filas import Fila, filas_de
from tablero.graficos.piezas import dos_lineas
from tablero.graficos.piezas.base import Grafico, armar
from tablero.graficos.piezas.tiempo import ALTO

NOTA_POLITICA = (
    "Línea cortada: la trayectoria según el plan, calculada con sus metas y sus pesos al "
    "cierre de cada año. Línea con puntos: el avance en cada corte, publicado o calculado."
)
NOTA_SUMA = (
    "Línea cortada: lo programado en total al cierre de cada año, según el plan. Línea con puntos: "
    "lo reportado en total."
)
NOTA_NIVEL = (
    "Línea cortada: el nivel programado al cierre de cada año, según el plan. Línea con puntos: el "
    "nivel reportado."
)
SIN_ESCALA = (
    " Los reportes no se dibujan: las metas del libro y las del plan no coinciden en ningún año, y "
    "no se sabe si están en la misma escala."
)


def trayectoria(datos: pd.DataFrame, *, corte: date, version: str) -> Grafico:
    """Lo que la política debe llevar al cierre de cada año, y lo que lleva.

    Recibe `dia_fecha`, `trayectoria_plan_pct` (las filas del plan) y `avance_pct` (las de los
    cortes); de las del plan, también cuánto pesa lo que no se puede saber.
    """
    filas = filas_de(datos)
    del_plan = [f for f in filas if f["trayectoria_plan_pct"] is not None]
    cortes = [f for f in filas if f["avance_pct"] is not None]
    marcas = _marcas(
        (del_plan, "trayectoria_plan_pct", _pct),
        (
            cortes,
            "avance_pct",
            lambda f: f"{formato.porcentaje(f['avance_pct'])} ({f['avance_nivel']})",
        ),
    )
    anios = [f["dia_fecha"].year for f in del_plan]
    dibujo, puntos = dos_lineas.dibujar(marcas, anios, corte, unidad=" %")
    return armar(
        _titulo_politica(del_plan, cortes, corte, version),
        _alternativa(version, del_plan, _pct),
        puntos,
        dibujo,
        alto=ALTO,
        nota=NOTA_POLITICA + _sin_dato(del_plan[-1]),
    )


def producto(
    datos: pd.DataFrame,
    *,
    corte: date,
    version: str,
    es_suma: bool,
    es_porcentaje: bool,
    se_comparan: bool,
) -> Grafico:
    """Lo que un producto debe llevar al cierre de cada año, hasta el final, y lo que reporta.

    Recibe `dia_fecha`, `programado` (las filas del plan) y `llevaba` (las de los reportes).
    """
    filas = filas_de(datos)
    signo = "\u00a0%" if es_porcentaje else ""
    programadas = [f for f in filas if f["programado"] is not None]
    hechas = [f for f in filas if f["llevaba"] is not None]

    def programado(fila: Fila) -> str:
        return f"{formato.numero_justo(fila['programado'])}{signo}"

    marcas = _marcas(
        (programadas, "programado", programado),
        (hechas, "llevaba", lambda f: f"{formato.numero_justo(f['llevaba'])}{signo}"),
    )
    anios = sorted({f["dia_fecha"].year for f in filas})
    dibujo, puntos = dos_lineas.dibujar(
        marcas, range(anios[0], anios[-1] + 1), corte, unidad=" %" if es_porcentaje else ""
    )
    nota = NOTA_SUMA if es_suma else NOTA_NIVEL
    return armar(
        _titulo_producto(programadas, hechas, version, signo),
        _alternativa(version, programadas, programado),
        puntos,
        dibujo,
        alto=ALTO,
        nota=nota
        + ("" if es_porcentaje else " En la unidad del indicador.")
        + ("" if se_comparan else SIN_ESCALA),
    )


Linea = tuple[Sequence[Fila], str, Callable[[Fila], str]]
"""Las filas de una línea, la columna de su altura y cómo se escribe."""


def _marcas(del_plan: Linea, hecho: Linea) -> list[Fila]:
    """Los puntos de las dos líneas, cada uno con lo que se lee al señalarlo."""
    filas, columna, escribir = del_plan
    hechas, llevaba, escribir_hecho = hecho
    return [
        *dos_lineas.serie(
            "programado",
            filas,
            columna,
            lambda f: f"Debe llevar al cierre de {f['dia_fecha'].year}: {escribir(f)}",
        ),
        *dos_lineas.serie(
            "hecho",
            hechas,
            llevaba,
            lambda f: f"Llevaba al {formato.fecha(f['dia_fecha'])}: {escribir_hecho(f)}",
        ),
    ]


def _alternativa(version: str, del_plan: Sequence[Fila], escribir: Callable[[Fila], str]) -> str:
    """Lo programado al cierre de cada año."""
    dichos = "; ".join(f"{f['dia_fecha'].year}, {escribir(f)}" for f in del_plan)
    return f"Según el plan {version}, al cierre de cada año debe llevar: {dichos}."


def _titulo_politica(del_plan: list[Fila], cortes: list[Fila], corte: date, version: str) -> str:
    """«Según el plan v3-26 debe llevar 46,53 % al cierre de 2025 y 100,00 % en 2035»."""
    ultimo = del_plan[-1]
    del_anio = next((f for f in del_plan if f["dia_fecha"].year == corte.year), None)
    partes = []
    if del_anio is not None and del_anio is not ultimo:
        partes.append(f"{_pct(del_anio)} al cierre de {corte.year}")
    partes.append(f"{_pct(ultimo)} al {'de' if partes else 'cierre de'} {ultimo['dia_fecha'].year}")
    titulo = f"Según el plan {version}, la política debe llevar {' y '.join(partes)}"
    if not cortes:
        return titulo
    lleva = cortes[-1]
    return (
        f"{titulo}; al {formato.fecha(lleva['dia_fecha'])} lleva "
        f"{formato.porcentaje(lleva['avance_pct'])}"
    )


def _titulo_producto(programadas: list[Fila], hechas: list[Fila], version: str, signo: str) -> str:
    """«Según el plan v3-26 debe llegar a 3.228 en 2035; al 31 de … lleva 890»."""
    if not programadas:
        return f"El plan {version} no dice a cuánto debe llegar"
    ultima = programadas[-1]
    meta = f"{formato.numero_justo(ultima['programado'])}{signo}"
    titulo = f"Según el plan {version} debe llegar a {meta} en {ultima['dia_fecha'].year}"
    if not hechas:
        return titulo
    lleva = hechas[-1]
    return (
        f"{titulo}; al {formato.fecha(lleva['dia_fecha'])} lleva "
        f"{formato.numero_justo(lleva['llevaba'])}{signo}"
    )


def _pct(fila: Fila) -> str:
    return formato.porcentaje(fila["trayectoria_plan_pct"])


def _sin_dato(fila: Fila) -> str:
    """Cuántos productos no suman, y cuánto pesan."""
    cuantos = fila["productos_sin_dato"]
    if not cuantos:
        return ""
    no_suman = formato.contar(cuantos, "producto no suma", "productos no suman")
    peso = fila["ponderacion_sin_dato_pct"]
    pesan = f" ({formato.porcentaje(peso)} de la política)" if peso else ""
    return f" {no_suman}{pesan}: sus metas o su peso están sin dato."
