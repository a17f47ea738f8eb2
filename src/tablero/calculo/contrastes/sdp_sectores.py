"""Los productos por sector en el informe de la SDP.

El gráfico 4, con todos los sectores, no está en el texto: solo se contrastan los de la prosa.
"""

from collections.abc import Iterator, Sequence

from tablero.calculo.conciliacion import Contraste, Datos, Fila, contrastar, publicado
from tablero.calculo.contrastes.formas import (
    en_porcentaje,
    lista,
    suma_de_columna,
)
from tablero.calculo.contrastes.sdp_anexo import Renglon, en_nivel, en_palabras, renglones
from tablero.calculo.intervalos import Intervalo
from tablero.formato import contar, enumerar, numero, porcentaje
from tablero.modelo.politica import Semaforo
from tablero.texto import a_codigo

UNIDAD = "productos"
SOBRE_EJECUCION: Semaforo = "sobre-ejecución"
SIN_NIVELES = "No se publican sus estados."
SIN_SECTOR = "El informe no dice el sector de todos los productos en sobreejecución."
NIVELES_DE_UN_SECTOR: dict[str, Semaforo] = {
    "productos_bajo": "bajo",
    "productos_medio": "medio",
    "productos_alto": "alto",
    "productos_sobre": "sobre-ejecución",
}


def contrastes(datos: Datos) -> Iterator[Contraste]:
    """Los contrastes de los sectores."""
    filas = renglones(datos)
    sectores = datos.tabla("politica_sectores")
    por_revisar = {f["producto_codigo"]: f for f in datos.tabla("politica_acciones_mejora")}
    yield from _todos_los_sectores(datos, sectores)
    for sector in sectores:
        propios = [f for f in filas if f.producto["sector_nombre"] == sector["sector_nombre"]]
        yield _niveles(sector, [por_revisar[f.codigo] for f in propios if f.codigo in por_revisar])
        yield _productos(sector, filas, propios)
        yield from _sobre_ejecucion(sector, filas, propios)


def _todos_los_sectores(datos: Datos, sectores: Sequence[Fila]) -> Iterator[Contraste]:
    """Los productos de todos los sectores: el Gráfico 4 no está en el texto del informe."""
    suma = suma_de_columna(sectores, "productos")
    if sectores:
        yield from contrastar(
            "sdp_sectores_productos",
            "Los productos de la política, frente a la suma de los de cada sector.",
            datos.cifra("sdp_productos"),
            None,
            f"La prosa cuenta los de {contar(len(sectores), 'sector', 'sectores')}, que suman "
            f"{numero(suma.valor)}; los demás están solo en un gráfico que el texto no trae.",
        )


def _niveles(sector: Fila, por_revisar: Sequence[Fila]) -> Contraste:
    """Los productos de un sector contra la suma de sus niveles, si se publican todos.

    La explicación dice cuáles de sus productos pide revisar el informe por sobreejecución.
    """
    nombre, codigo = sector["sector_nombre"], a_codigo(sector["sector_nombre"])
    dichos = [columna for columna in NIVELES_DE_UN_SECTOR if sector[columna] is not None]
    detalle = lista(
        f"{numero(sector[columna])} {en_palabras(NIVELES_DE_UN_SECTOR[columna])}"
        for columna in dichos
        if sector[columna]
    )
    if len(dichos) == len(NIVELES_DE_UN_SECTOR):
        calculado, texto = Intervalo.exacto(sum(sector[columna] for columna in dichos)), detalle
    else:
        calculado = None
        texto = f"No se publican todos sus estados, solo {detalle}" if detalle else SIN_NIVELES
    if por_revisar:
        nombres = [
            f"{f['producto_codigo']} ({porcentaje(f['pahv_pct'], f['decimales'])})"
            for f in por_revisar
        ]
        texto = f"{texto} La sección 9 pide revisar, por sobreejecución, {enumerar(nombres)}."
    return Contraste(
        f"sdp_sector_{codigo}_niveles",
        f"Los productos del sector {nombre}, frente a la suma de sus estados en el semáforo.",
        publicado(sector, "productos", UNIDAD),
        calculado,
        texto,
    )


def _productos(sector: Fila, filas: Sequence[Renglon], propios: Sequence[Renglon]) -> Contraste:
    """Los productos de un sector contra los que el informe le atribuye."""
    nombre = sector["sector_nombre"]
    sin_sector = sum(f.producto["sector_nombre"] is None for f in filas)
    conocidos = f": {enumerar([f.codigo for f in propios])}" if propios else ""
    return Contraste(
        f"sdp_sector_{a_codigo(nombre)}_productos",
        f"Los productos del sector {nombre}, frente a los que el informe le atribuye.",
        publicado(sector, "productos", UNIDAD),
        Intervalo.exacto(len(propios)) if not sin_sector else None,
        f"El informe no dice el sector de {contar(sin_sector, 'producto', 'productos')}; de "
        f"{nombre} nombra {numero(len(propios))}{conocidos}.",
    )


def _sobre_ejecucion(
    sector: Fila, filas: Sequence[Renglon], propios: Sequence[Renglon]
) -> Iterator[Contraste]:
    """Los productos de un sector en sobreejecución, si la fuente imprime cuántos son.

    El cero de un sector no está impreso: se deduce de que todos estén en otros niveles.
    """
    if not sector["productos_sobre"]:
        return
    nombre = sector["sector_nombre"]
    en_sobre = [f for f in filas if en_nivel([f], "pahv_pct", SOBRE_EJECUCION).maximo]
    suyos = [
        f"{f.codigo} ({en_porcentaje(f.avance['pahv_pct'])})" for f in en_sobre if f in propios
    ]
    se_sabe = all(f.producto["sector_nombre"] for f in en_sobre)
    yield Contraste(
        f"sdp_sector_{a_codigo(nombre)}_sobre_ejecucion",
        f"Los productos del sector {nombre} en sobreejecución, frente a los del Anexo 1.",
        publicado(sector, "productos_sobre", UNIDAD, columna_cita="niveles_cita"),
        en_nivel(propios, "pahv_pct", SOBRE_EJECUCION) if se_sabe else None,
        lista(suyos) if se_sabe else SIN_SECTOR,
    )
