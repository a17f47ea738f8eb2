"""Los productos por sector en el informe de la SDP.

El gráfico 4, con todos los sectores, no está en el texto: solo se contrastan los de la prosa.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tablero.calculo.conciliacion import Contraste, Datos, contrastar, publicado
from tablero.calculo.contrastes.formas import lista, suma_exacta
from tablero.calculo.contrastes.sdp_anexo import (
    Renglon,
    con_su_pahv,
    en_nivel,
    en_palabras,
    renglones,
)
from tablero.calculo.intervalos import Intervalo
from tablero.formato import contar, enumerar, numero, porcentaje
from tablero.modelo.politica import Semaforo
from tablero.modelo.politica_informe import PoliticaAccionMejora, PoliticaSector
from tablero.texto import a_codigo

UNIDAD = "productos"
SOBRE_EJECUCION: Semaforo = "sobre-ejecución"
SIN_NIVELES = "No se publican sus estados."
SIN_SECTOR = "El informe no dice el sector de todos los productos en sobreejecución."


def contrastes(datos: Datos) -> Iterator[Contraste]:
    """Los contrastes de los sectores."""
    filas = renglones(datos)
    sectores = datos.tabla(PoliticaSector)
    por_revisar = {f.producto_codigo: f for f in datos.tabla(PoliticaAccionMejora)}
    yield from _todos_los_sectores(datos, sectores)
    for sector in sectores:
        propios = [f for f in filas if f.producto.sector_nombre == sector.sector_nombre]
        yield _niveles(sector, [por_revisar[f.codigo] for f in propios if f.codigo in por_revisar])
        yield _productos(sector, filas, propios)
        yield from _sobre_ejecucion(sector, filas, propios)


def _todos_los_sectores(datos: Datos, sectores: Sequence[PoliticaSector]) -> Iterator[Contraste]:
    """Los productos de todos los sectores: el Gráfico 4 no está en el texto del informe."""
    suma = suma_exacta(f.productos for f in sectores)
    if sectores:
        yield from contrastar(
            "sdp_sectores_productos",
            "Los productos de la política, frente a la suma de los de cada sector.",
            datos.cifra("sdp_productos"),
            None,
            f"La prosa cuenta los de {contar(len(sectores), 'sector', 'sectores')}, que suman "
            f"{numero(suma.valor)}; los demás están solo en un gráfico que el texto no trae.",
        )


def _niveles(sector: PoliticaSector, por_revisar: Sequence[PoliticaAccionMejora]) -> Contraste:
    """Los productos de un sector contra la suma de sus niveles, si se publican todos.

    La explicación dice cuáles de sus productos pide revisar el informe por sobreejecución.
    """
    nombre, codigo = sector.sector_nombre, a_codigo(sector.sector_nombre)
    niveles: dict[Semaforo, int | None] = {
        "bajo": sector.productos_bajo,
        "medio": sector.productos_medio,
        "alto": sector.productos_alto,
        SOBRE_EJECUCION: sector.productos_sobre,
    }
    dichos = {nivel: cuantos for nivel, cuantos in niveles.items() if cuantos is not None}
    detalle = lista(f"{numero(n)} {en_palabras(nivel)}" for nivel, n in dichos.items() if n)
    if len(dichos) == len(niveles):
        calculado, texto = Intervalo.exacto(sum(dichos.values())), detalle
    else:
        calculado = None
        texto = f"No se publican todos sus estados, solo {detalle}" if detalle else SIN_NIVELES
    if por_revisar:
        nombres = [
            f"{f.producto_codigo} ({porcentaje(f.pahv_pct, f.decimales)})" for f in por_revisar
        ]
        texto = f"{texto} La sección 9 pide revisar, por sobreejecución, {enumerar(nombres)}."
    return Contraste(
        f"sdp_sector_{codigo}_niveles",
        f"Los productos del sector {nombre}, frente a la suma de sus estados en el semáforo.",
        publicado(sector, sector.productos, UNIDAD),
        calculado,
        texto,
    )


def _productos(
    sector: PoliticaSector, filas: Sequence[Renglon], propios: Sequence[Renglon]
) -> Contraste:
    """Los productos de un sector contra los que el informe le atribuye."""
    nombre = sector.sector_nombre
    sin_sector = sum(f.producto.sector_nombre is None for f in filas)
    conocidos = f": {enumerar([f.codigo for f in propios])}" if propios else ""
    return Contraste(
        f"sdp_sector_{a_codigo(nombre)}_productos",
        f"Los productos del sector {nombre}, frente a los que el informe le atribuye.",
        publicado(sector, sector.productos, UNIDAD),
        Intervalo.exacto(len(propios)) if not sin_sector else None,
        f"El informe no dice el sector de {contar(sin_sector, 'producto', 'productos')}; de "
        f"{nombre} nombra {numero(len(propios))}{conocidos}.",
    )


def _sobre_ejecucion(
    sector: PoliticaSector, filas: Sequence[Renglon], propios: Sequence[Renglon]
) -> Iterator[Contraste]:
    """Los productos de un sector en sobreejecución, si la fuente imprime cuántos son.

    El cero de un sector no está impreso: se deduce de que todos estén en otros niveles.
    """
    nombre, cuantos = sector.sector_nombre, sector.productos_sobre
    if not cuantos:
        return
    en_sobre = [f for f in filas if en_nivel([f], "pahv_pct", SOBRE_EJECUCION).maximo]
    suyos = [con_su_pahv(f) for f in en_sobre if f in propios]
    se_sabe = all(f.producto.sector_nombre for f in en_sobre)
    yield Contraste(
        f"sdp_sector_{a_codigo(nombre)}_sobre_ejecucion",
        f"Los productos del sector {nombre} en sobreejecución, frente a los del Anexo 1.",
        replace(publicado(sector, cuantos, UNIDAD), cita=sector.niveles_cita),
        en_nivel(propios, "pahv_pct", SOBRE_EJECUCION) if se_sabe else None,
        lista(suyos) if se_sabe else SIN_SECTOR,
    )
