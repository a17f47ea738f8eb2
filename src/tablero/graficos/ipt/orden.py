"""Los gráficos del IPT calculado: el orden con su intervalo, los pesos y la comparación."""

from dataclasses import replace

import pandas as pd

from tablero import formato
from tablero.filas import Fila, filas_de
from tablero.graficos.piezas import barras, rangos
from tablero.graficos.piezas.barras import Barra
from tablero.graficos.piezas.base import Grafico, armar
from tablero.graficos.piezas.rangos import Rango

PRIMEROS = 30


def clasificacion(
    datos: pd.DataFrame,
    *,
    departamento: str | None = None,
    municipio: str | None = None,
    en_el_pais: int | None = None,
) -> Grafico:
    """Los primeros municipios por su orden, con el intervalo de las corridas de robustez.

    Con pesos cambiados (`orden_antes`) no hay intervalo: el punto hueco es el orden calculado.
    `municipio` es el código del elegido en el filtro: va destacado, el título es el suyo y, si no
    está entre los primeros, va al final. `en_el_pais` son los que tienen puntaje; sin decirlo, los
    de `datos`.
    """
    con_puntaje = datos[datos["orden_calculado"].notna()]
    elegido = con_puntaje["municipio_codigo"] == municipio
    visibles = elegido | (con_puntaje.reset_index().index < PRIMEROS)
    filas = filas_de(con_puntaje[visibles])
    nombres = barras.nombres(filas, "municipio_nombre", "departamento_nombre")
    cambiado = "orden_antes" in datos.columns
    renglones = [
        replace(
            _cambio(nombre, fila) if cambiado else _intervalo(nombre, fila),
            destaca=fila["municipio_codigo"] == municipio,
        )
        for nombre, fila in zip(nombres, filas, strict=True)
    ]
    tabla = rangos.tabla(renglones)
    dibujo, alto = rangos.dibujar(tabla, que_es="Orden")
    propias = [n for n, fila in enumerate(filas) if fila["municipio_codigo"] == municipio]
    cual = propias[0] if propias else 0
    total = en_el_pais or len(con_puntaje)
    if propias:
        titulo = _de_uno(filas[cual], nombres[cual], total, cambiado)
    else:
        titulo = _titulo(filas[cual], nombres[cual], departamento, total, cambiado=cambiado)
    if len(con_puntaje) > PRIMEROS:
        titulo += f"; se ven los {PRIMEROS} primeros"
    return armar(
        titulo,
        f"Orden calculado de los municipios de {departamento or 'todo el país'}: "
        + "; ".join(f"{r.nombre}, {r.rotulo}" for r in renglones)
        + ".",
        tabla,
        dibujo,
        alto=alto,
        nota="Punto lleno: el orden con los pesos cambiados. Punto hueco: el calculado. Fucsia: "
        "el municipio elegido."
        if cambiado
        else "Punto: el orden. Barra: del percentil 5 al 95 de su orden en las corridas que "
        "cambian la normalización, los pesos (±25 %) y los cortes. Si dos barras se cruzan, no "
        "se puede asegurar cuál de los dos municipios va primero.",
    )


def _intervalo(nombre: str, fila: Fila) -> Rango:
    desde, hasta = int(fila["orden_minimo"]), int(fila["orden_maximo"])
    return Rango(
        nombre,
        float(fila["orden_calculado"]),
        f"{formato.numero(fila['orden_calculado'])}.º "
        f"({formato.numero(desde)}–{formato.numero(hasta)})",
        desde,
        hasta,
    )


def _cambio(nombre: str, fila: Fila) -> Rango:
    ahora, antes = int(fila["orden_calculado"]), int(fila["orden_antes"])
    return Rango(
        nombre,
        float(ahora),
        f"{formato.numero(ahora)}.º (antes {formato.numero(antes)}.º)",
        min(ahora, antes),
        max(ahora, antes),
        float(antes),
    )


def _entre(desde: int, hasta: int) -> str:
    if desde == hasta:
        return f"siempre {formato.numero(desde)}.º"
    return f"entre {formato.numero(desde)}.º y {formato.numero(hasta)}.º"


def _titulo(
    fila: Fila, nombre: str, departamento: str | None, total: int, *, cambiado: bool
) -> str:
    """«Arauca encabeza el orden calculado de los 1.121 municipios con puntaje (entre 1.º y 4.º)».

    De un departamento, también su lugar en el país.
    """
    como, cuantos = _como(fila, cambiado), formato.numero(total)
    if departamento is None:
        return (
            f"{nombre} encabeza el orden calculado de los {cuantos} municipios con puntaje ({como})"
        )
    numero = formato.numero(fila["orden_calculado"])
    return (
        f"{nombre} encabeza el orden calculado en {departamento} ({numero}.º de {cuantos} en el "
        f"país, {como})"
    )


def _de_uno(fila: Fila, nombre: str, total: int, cambiado: bool) -> str:
    """«Tame es el 105.º de 149 en el orden calculado (entre 92.º y 109.º)»."""
    return (
        f"{nombre} es el {formato.numero(fila['orden_calculado'])}.º de {formato.numero(total)} en "
        f"el orden calculado ({_como(fila, cambiado)})"
    )


def _como(fila: Fila, cambiado: bool) -> str:
    if cambiado:
        return "con los pesos cambiados"
    return _entre(int(fila["orden_minimo"]), int(fila["orden_maximo"]))


def pesos(datos: pd.DataFrame) -> Grafico:
    """El peso de cada indicador, del que más al que menos; los que no entran no se dibujan."""
    filas = datos[datos["peso_pct"].notna()].sort_values(
        ["peso_pct", "indicador_orden"], ascending=[False, True], kind="stable"
    )
    piezas = [
        Barra(
            f"{fila['indicador_orden']}. {fila['componente']}",
            float(fila["peso_pct"]),
            _peso(fila),
            corto=formato.porcentaje(fila["peso_pct"], 1),
            destaca=numero == 0,
        )
        for numero, fila in enumerate(filas_de(filas))
    ]
    mayor = filas.iloc[0]
    negativos = int((filas["peso_con_signo_pct"] < 0).sum())
    return barras.grafico(
        f"El indicador {mayor['indicador_orden']} ({mayor['componente']}) es el que más pesa: "
        f"{formato.porcentaje(mayor['peso_pct'], 1)}",
        "Peso de cada indicador: " + "; ".join(f"{p.nombre}, {p.rotulo}" for p in piezas) + ".",
        piezas,
        que_es="Peso",
        nota=f"{formato.contar(negativos, 'indicador tiene', 'indicadores tienen')} peso negativo: "
        "los datos lo mueven contra los demás. En el puntaje cuenta en la dirección declarada."
        if negativos
        else "",
    )


def _peso(fila: Fila) -> str:
    texto = formato.porcentaje(fila["peso_pct"], 1)
    if "peso_calculado_pct" in fila:
        return f"{texto} (calculado: {formato.porcentaje(fila['peso_calculado_pct'], 1)})"
    if fila["peso_con_signo_pct"] < 0:
        return f"{texto} (negativo: {formato.porcentaje(fila['peso_con_signo_pct'], 1)})"
    direccion = "más" if fila["direccion"] == "más" else "menos"
    return f"{texto} ({direccion} valor, más prioridad)"


def comparacion(datos: pd.DataFrame) -> Grafico:
    """Los priorizados, en su orden publicado, contra el lugar que les da el cálculo entre ellos."""
    filas = filas_de(datos[datos["lugar_calculado"].notna()])
    renglones = [_pareja(fila) for fila in filas]
    tabla = rangos.tabla(renglones)
    dibujo, alto = rangos.dibujar(tabla, que_es="Lugar entre los priorizados")
    rho = filas[0]["rho_spearman"]
    sin = len(datos) - len(filas)
    return armar(
        f"{_parecido(rho)}: rho de Spearman {formato.numero(rho, 2)} entre los "
        f"{len(filas)} municipios comparados",
        "Lugar de cada municipio priorizado: "
        + "; ".join(f"{r.nombre}, {r.rotulo}" for r in renglones)
        + ".",
        tabla,
        dibujo,
        alto=alto,
        nota="Punto hueco: el lugar publicado. Punto lleno: el que le da el cálculo, contado solo "
        "entre los priorizados; fucsia si sube."
        + (
            f" {formato.contar(sin, 'priorizado no tiene', 'priorizados no tienen')} puntaje."
            if sin
            else ""
        ),
    )


def _pareja(fila: Fila) -> Rango:
    publicado, calculado = int(fila["orden_publicado"]), int(fila["lugar_calculado"])
    return Rango(
        f"{publicado}. {fila['municipio_nombre']}",
        calculado,
        f"{calculado}.º",
        min(publicado, calculado),
        max(publicado, calculado),
        publicado,
        destaca=calculado < publicado,
    )


MUY_PARECIDO, ALGO_PARECIDO = 0.8, 0.4


def _parecido(rho: float | None) -> str:
    if rho is None or pd.isna(rho):
        return "No se pueden comparar los dos órdenes"
    if rho >= MUY_PARECIDO:
        return "El orden calculado se parece mucho al publicado"
    if rho >= ALGO_PARECIDO:
        return "El orden calculado se parece algo al publicado"
    return "El orden calculado se parece poco al publicado"
