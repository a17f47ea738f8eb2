"""El gráfico de las brechas territoriales: a cuántos municipios priorizados nombra cada lista."""

import pandas as pd

from tablero import formato, tema
from tablero.filas import filas_de
from tablero.graficos.piezas import franjas
from tablero.graficos.piezas.base import Grafico, armar
from tablero.graficos.piezas.franjas import Franja

LISTAS = {
    "Centro Intégrate": "centros",
    "Transferencia psicosocial": "transferencias",
    "Taller nombrado": "talleres",
}
"""De qué es la lista de cada aspecto."""
NO = "no aparece"
NOTA = (
    "«No aparece» quiere decir que la lista de la fuente no nombra al municipio: no prueba que no "
    "haya nada. Lo proyectado, lo desistido y el taller de una subregión quedan a medias."
)
Conteo = dict[str, int]


def por_aspecto(datos: pd.DataFrame, *, lugar: str | None = None) -> Grafico:
    """Una franja por aspecto, repartida entre sus estados.

    Recibe una fila por aspecto y estado: `aspecto`, `estado`, `municipios`, de dos municipios o
    más. `lugar` es el territorio elegido; `None` es todo el país.
    """
    conteos = _contar(datos)
    total = max(sum(conteo.values()) for conteo in conteos.values())
    piezas = franjas.trozos(
        [Franja(aspecto, conteo) for aspecto, conteo in conteos.items()],
        grosor=tema.BARRA_GRUESA,
        tamano=tema.LETRA_DE_CIFRA,
        estados=tema.BRECHAS,
    )
    presentes = set(piezas["estado"])
    leyenda = {e: f"{c.simbolo} {c.palabra}" for e, c in tema.BRECHAS.items() if e in presentes}
    dibujo, alto = franjas.dibujar(
        piezas, leyenda, tamano=tema.LETRA_DE_CIFRA, estados=tema.BRECHAS
    )
    alternativa = (
        "; ".join(f"{aspecto}: {_en_palabras(conteo)}" for aspecto, conteo in conteos.items()) + "."
    )
    return armar(_titulo(conteos, total, lugar), alternativa, piezas, dibujo, alto=alto, nota=NOTA)


def _contar(datos: pd.DataFrame) -> dict[str, Conteo]:
    """Por aspecto, cuántos municipios hay en cada estado, en el orden de los estados."""
    filas = filas_de(datos)
    conteos: dict[str, Conteo] = {f["aspecto"]: dict.fromkeys(tema.BRECHAS, 0) for f in filas}
    for fila in filas:
        conteos[fila["aspecto"]][fila["estado"]] += int(fila["municipios"])
    return conteos


def _titulo(conteos: dict[str, Conteo], total: int, lugar: str | None) -> str:
    """«De los 34 priorizados, 21 no están en la lista de centros, 23 no están en la de…»."""
    donde = f" de {lugar}" if lugar else ""
    faltas = [
        f"{conteo[NO]} no {'está' if conteo[NO] == 1 else 'están'} en la de {LISTAS[aspecto]}"
        for aspecto, conteo in conteos.items()
        if conteo[NO]
    ]
    if not faltas:
        return f"Las tres listas nombran a los {total} municipios priorizados{donde}"
    faltas[0] = faltas[0].replace(" en la de ", " en la lista de ")
    return f"De los {total} municipios priorizados{donde}, {formato.enumerar(faltas)}"


def _en_palabras(conteo: Conteo) -> str:
    return formato.enumerar(
        [f"{n} {tema.BRECHAS[estado].en_frase}" for estado, n in conteo.items() if n]
    )
