"""Avance contra trayectoria: de la política y de sus objetivos."""

import pandas as pd

from tablero import formato, tema
from tablero.filas import Fila, filas_de
from tablero.graficos.piezas import renglones
from tablero.graficos.piezas.base import Grafico, armar
from tablero.graficos.piezas.renglones import Renglon
from tablero.modelo.fuera import Fuera, por_partes

TOPE = 100.0
PIE = "Barra: lo que lleva. Raya: lo que debía llevar."


def politica(datos: pd.DataFrame) -> Grafico:
    """El avance de la política y su trayectoria, publicados y calculados.

    Recibe una fila: `avance_pct`, `trayectoria_pct`, `brecha_pp`, los mismos `_calculad…` y lo que
    queda fuera de la suma. Debe haber algún avance.
    """
    fila = filas_de(datos)[0]
    calculado = (fila["avance_calculado_pct"], fila["trayectoria_calculada_pct"])
    pares: dict[str, tuple[float, float]] = {}
    if fila["avance_calculado_pct"] is not None:
        pares = {"Calculado": calculado}
    brecha = fila["brecha_calculada_pp"]
    if fila["avance_pct"] is not None:
        pares = {"Publicado": (fila["avance_pct"], fila["trayectoria_pct"]), **pares}
        brecha = fila["brecha_pp"]
    primero = next(iter(pares))
    fuera = Fuera.de_fila(fila)
    titulo = f"La política lleva {formato.porcentaje(pares[primero][0])}: {_contra(brecha)}"
    if primero == "Calculado":
        titulo += fuera.corta
    alternativa = "Avance acumulado y trayectoria. " + ". ".join(
        f"{nivel}: lleva {_de(*par)}" for nivel, par in pares.items()
    )
    return _comparar(
        titulo,
        alternativa,
        [
            Renglon(nivel, _de(*par), par[0], par[1], resaltado=nivel == primero)
            for nivel, par in pares.items()
        ],
        nota=fuera.frase,
    )


def objetivos(datos: pd.DataFrame) -> Grafico:
    """El avance calculado de cada objetivo contra su trayectoria.

    Recibe una fila por objetivo y la del total (sin `objetivo_numero`); un objetivo sin brecha
    calculada no se dibuja. La nota dice lo que queda fuera de la suma de cada uno.
    """
    publicados = datos[datos["objetivo_numero"].notna()]
    filas = filas_de(publicados[publicados["brecha_calculada_pp"].notna()])
    peor = min(filas, key=lambda f: f["brecha_calculada_pp"])
    titulo = (
        f"Según lo calculado, el objetivo {peor['objetivo_numero']} "
        f"{_va(peor['brecha_calculada_pp'])}"
    )
    fuera = por_partes(
        (f"en el objetivo {f['objetivo_numero']}", Fuera.de_fila(f)) for f in filas_de(publicados)
    )
    publica = peor["brecha_publicada_pp"] is not None
    cuadre = ""
    if publica:
        cuadre = _nota_de_objetivos(publicados, filas_de(datos[datos["objetivo_numero"].isna()])[0])
        titulo += f"; según el informe, {_lado(peor['brecha_publicada_pp'])}"
    sin_dato = publicados[
        publicados["brecha_calculada_pp"].isna() & publicados["productos_calculados"].notna()
    ]
    if len(sin_dato):
        cuales = formato.enumerar([str(n) for n in sin_dato["objetivo_numero"]])
        titulo += f"; del {cuales}, {formato.SIN_DATO}"
    alternativa = (
        "Avance calculado de cada objetivo y su trayectoria, en % del objetivo. "
        + " / ".join(
            f"{f['objetivo']}: {_de(f['avance_pct'], f['trayectoria_pct'])}; brecha calculada "
            f"{formato.puntos(f['brecha_calculada_pp'])}, publicada "
            f"{formato.puntos(f['brecha_publicada_pp'])}"
            for f in filas
        )
    )
    return _comparar(
        titulo,
        alternativa,
        [
            Renglon(
                f"{f['objetivo']} · pesa {_peso(f['ponderacion_calculada_pct'])}",
                _de(f["avance_pct"], f["trayectoria_pct"]),
                f["avance_pct"],
                f["trayectoria_pct"],
                resaltado=f is peor,
            )
            for f in filas
        ],
        nota=" ".join(filter(None, (fuera, cuadre))),
    )


def _comparar(titulo: str, alternativa: str, filas: list[Renglon], *, nota: str = "") -> Grafico:
    marcas = renglones.lugares(filas, grosor=tema.BARRA_GRUESA)
    dibujo, alto = renglones.dibujar(marcas, tope=TOPE, pie=PIE, es_un_todo=True)
    return armar(titulo, alternativa, marcas, dibujo, alto=alto, nota=nota)


def _nota_de_objetivos(publicados: pd.DataFrame, total: Fila) -> str:
    """Lo que los objetivos publicados no cuadran con el total que la misma fuente da."""
    return (
        f"Publicado por objetivo: {formato.numero(publicados['productos_publicados'].sum())} "
        "productos en total (la política tiene "
        f"{formato.numero(total['productos_publicados'])}), pesos que suman "
        f"{_peso(publicados['ponderacion_publicada_pct'].sum())} y brechas que "
        f"suman {formato.puntos(publicados['brecha_publicada_pp'].sum())} (la de la política es "
        f"{formato.puntos(total['brecha_publicada_pp'])}). Calculado con sus productos: "
        f"{formato.numero(total['productos_calculados'])} productos y "
        f"{_peso(total['ponderacion_calculada_pct'])}."
    )


def _peso(valor: float) -> str:
    """«36 %», con los decimales que necesita: redondeados, los pesos no suman 100."""
    return f"{formato.numero_justo(valor)}\u00a0%"


def _de(avance: float, trayectoria: float) -> str:
    """«52,05 %; debía 52,20 %»."""
    return f"{formato.porcentaje(avance)}; debía {formato.porcentaje(trayectoria)}"


def _contra(brecha: float) -> str:
    """«0,15 puntos menos de lo que debía»."""
    if brecha == 0:
        return "justo lo que debía"
    sentido = "menos" if brecha < 0 else "más"
    return f"{formato.numero(abs(brecha), 2)} puntos {sentido} de lo que debía"


def _va(brecha: float) -> str:
    """«va 19,23 puntos por debajo de lo que debía llevar»."""
    return f"va {_lado(brecha)} de lo que debía llevar" if brecha else "lleva justo lo que debía"


def _lado(brecha: float) -> str:
    """«19,23 puntos por debajo»."""
    sentido = "por debajo" if brecha < 0 else "por encima"
    return f"{formato.numero(abs(brecha), 2)} puntos {sentido}"
