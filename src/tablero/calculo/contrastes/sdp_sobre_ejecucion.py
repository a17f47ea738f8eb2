"""Cuántos productos están en sobreejecución, según las distintas partes del mismo informe.

La sección 5 da un porcentaje; la 4 nombra productos, la 6 cuenta los de un sector y la 9 lista los
que se deben revisar.
"""

from collections.abc import Iterator, Sequence

from tablero.calculo.conciliacion import Contraste, Datos, publicado, solo_publicadas
from tablero.calculo.contrastes.formas import enteros, rango
from tablero.calculo.contrastes.sdp_anexo import Renglon, por_objetivo, renglones
from tablero.calculo.contrastes.sdp_objetivos import nombrados
from tablero.calculo.contrastes.sdp_semaforo import PRECISION
from tablero.calculo.intervalos import CIEN, Intervalo, por_ciento
from tablero.formato import contar, enumerar, numero, porcentaje
from tablero.modelo.politica import PoliticaObjetivo
from tablero.modelo.politica_informe import (
    PoliticaAccionMejora,
    PoliticaSector,
    PoliticaSemaforo,
)

NIVEL = "sobre-ejecución"


def contrastes(datos: Datos) -> Iterator[Contraste]:
    """El porcentaje de la sección 5 contra los que, como mínimo, dicen las secciones 4 y 6."""
    productos = renglones(datos)
    niveles = [f for f in datos.tabla(PoliticaSemaforo) if f.semaforo == NIVEL]
    sectores = [
        (f.sector_nombre, f.productos_sobre)
        for f in datos.tabla(PoliticaSector)
        if f.productos_sobre
    ]
    de_la_seccion_4 = _de_la_seccion_4(datos, productos)
    # Solo suman los nombrados de otro sector: así ninguno se cuenta dos veces.
    ajenos = {None, *(sector for sector, _ in sectores)}
    aparte = [f for f in de_la_seccion_4 if f.producto.sector_nombre not in ajenos]
    al_menos = len(aparte) + sum(cuantos for _, cuantos in sectores)
    if not niveles or not al_menos:
        return
    todos = Intervalo.exacto(len(productos))
    publicada = publicado(niveles[0], niveles[0].productos_pct, "%", PRECISION)
    parte = por_ciento(Intervalo.exacto(al_menos), todos)
    partes = [
        *_supuestos(publicada.intervalo, publicada.valor, todos),
        f"La sección 4 nombra {numero(len(de_la_seccion_4))} en sobreejecución "
        f"({enumerar([f.codigo for f in de_la_seccion_4])}).",
        *(f"La sección 6 cuenta {numero(cuantos)} de {sector}." for sector, cuantos in sectores),
        f"Son al menos {contar(al_menos, 'producto distinto', 'productos distintos')}.",
        *_por_revisar(datos),
    ]
    yield Contraste(
        "sdp_sobre_ejecucion_en_el_informe",
        "La parte de los productos en sobreejecución, frente a los que nombra el mismo informe.",
        publicada,
        Intervalo(parte.valor, parte.valor, CIEN.valor),
        " ".join(partes),
    )


def _de_la_seccion_4(datos: Datos, productos: Sequence[Renglon]) -> list[Renglon]:
    """Los que el informe nombra para explicar una brecha positiva."""
    return [
        fila
        for objetivo in solo_publicadas(datos.tabla(PoliticaObjetivo))
        if (objetivo.brecha_pp or 0) > 0
        for fila in nombrados(datos, por_objetivo(productos, objetivo.objetivo_numero))
    ]


def _supuestos(publicada: Intervalo, valor: float, todos: Intervalo) -> Iterator[str]:
    if (supuestos := enteros(publicada * todos / CIEN)) is not None:
        yield f"El {porcentaje(valor, 0)} de {numero(todos.valor)} son {rango(supuestos, 0)}."


def _por_revisar(datos: Datos) -> Iterator[str]:
    if tabla := datos.tabla(PoliticaAccionMejora):
        cuantos = contar(len(tabla), "producto", "productos")
        yield f"La sección 9 lista {cuantos} por revisar por sobreejecución."
