"""La cascada: barras apiladas sobre otra que no se ve, desde donde parte cada una."""

from tablero.exportar.escribir.pptx.nativo.base import PorCategorias, Serie, cortos, de_papel
from tablero.filas import Fila, filas_de
from tablero.graficos.piezas.base import Grafico

CONTRATO = frozenset({"nombre", "valor_texto", "de", "a", "clase", "color"})
PARTE, APORTA, CRUZA = "Desde dónde parte", "Lo que mide la barra", "Lo que pasa del cero"


def es_de_cero(grafico: Grafico) -> bool:
    """Si parte de cero: la otra, entre dos rayas, no tiene un gráfico igual aquí."""
    return "extremo" not in set(grafico.datos["clase"])


def cascada(grafico: Grafico) -> PorCategorias:
    """La de `graficos/piezas/cascada.py`; cada valor, con su signo, va en el nombre de su barra.

    Una barra apilada crece alejándose del cero: la que lo cruza va en dos trozos.
    """
    filas = filas_de(grafico.datos)
    trozos = [_trozos(f["de"], f["a"]) for f in filas]
    colores = tuple(de_papel(f["color"]) for f in filas)
    visibles = [(APORTA, 1), *([(CRUZA, 2)] if any(t[2] for t in trozos) else [])]
    return PorCategorias(
        "barras",
        cortos(_nombre(f) for f in filas),
        (
            Serie(PARTE, tuple(t[0] for t in trozos)),
            *(
                Serie(nombre, tuple(t[lugar] for t in trozos), colores[0], colores)
                for nombre, lugar in visibles
            ),
        ),
        apiladas=True,
    )


def _trozos(de: float, a: float) -> tuple[float, float, float]:
    """Lo que la sostiene, lo que se ve y, si cruza el cero, lo que se ve del otro lado."""
    if de * a < 0:
        return 0.0, de, a
    cerca, lejos = sorted((de, a), key=abs)
    return cerca, lejos - cerca, 0.0


def _nombre(fila: Fila) -> str:
    return f"{fila['valor_texto']} · {fila['nombre']}"
