"""La hoja cualitativa: por indicador y trimestre, el texto del avance y el de los enfoques."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tablero.calculo.seguimiento.indicador import Clave, Indicador, Periodo, Relato
from tablero.ingesta.seguimiento.celdas import CORREGIR_LA_FILA, Lector
from tablero.ingesta.seguimiento.codigo_de_fila import leer_codigo_de_fila
from tablero.ingesta.seguimiento.diseno import TITULOS
from tablero.ingesta.seguimiento.parejas import Pareja, Parejas
from tablero.libro.fila import letras


def leer_relatos(
    lector: Lector, parejas: Parejas, indicadores: Sequence[Indicador]
) -> list[Indicador]:
    """Los indicadores con su reporte cualitativo; lo que no se puede leer queda en el lector."""
    relatos: dict[str, dict[Periodo, Relato]] = {}
    lugares: dict[str, dict[Clave, str]] = {}
    esperadas = Counter(i.codigo for i in indicadores)
    de_columna = {("relato", *p): letras(avance + 1) for p, (avance, _) in parejas.textos.items()}
    columnas = [parejas.codigo, *(c for pareja in parejas.textos.values() for c in pareja)]
    for fila in range(parejas.primera_fila, len(lector.hoja.celdas)):
        if all(lector.hoja.valor(fila, c) is None for c in columnas):
            continue
        codificado = leer_codigo_de_fila(lector, fila, parejas.codigo)
        if codificado is None:
            continue
        codigo = codificado.codigo
        esperadas[codigo] -= 1
        if codigo in relatos and esperadas[codigo] >= 0:
            # La fila doble de la otra hoja trae aquí la suya: ya se dijo allá.
            continue
        if esperadas[codigo] < 0:
            que = "está repetido" if codigo in relatos else "no está en la hoja cuantitativa"
            mensaje = f"el código {codigo} {que}; la fila no se lee."
            titulo = TITULOS["codigo"]
            lector.anotar(fila, parejas.codigo, titulo, mensaje, que_hacer=CORREGIR_LA_FILA)
            continue
        lector.codigo = codigo
        relatos[codigo] = _de_fila(lector, fila, parejas.textos)
        lector.codigo = ""
        lugares[codigo] = {clave: f"{columna}{fila + 1}" for clave, columna in de_columna.items()}
    return [
        replace(
            i,
            relatos=relatos.get(i.codigo, {}),
            lugares={**i.lugares, **lugares.get(i.codigo, {})},
        )
        for i in indicadores
    ]


def _de_fila(lector: Lector, fila: int, parejas: dict[Periodo, Pareja]) -> dict[Periodo, Relato]:
    relatos = {}
    for periodo, (avance, enfoques) in parejas.items():
        if lector.esta_vacia(fila, avance) and lector.esta_vacia(fila, enfoques):
            continue
        relato = Relato(
            lector.texto(fila, avance, f"Avance de {periodo}", parrafos=True),
            lector.texto(fila, enfoques, f"Enfoques de {periodo}", parrafos=True),
        )
        if any(relato):
            relatos[periodo] = relato
    return relatos
