"""El índice de cada edición: de las hojas del libro a las filas de las tablas calculadas."""

from collections.abc import Iterable, Iterator, Sequence

from tablero import formato
from tablero.calculo.ipt import TABLAS_CALCULADAS, VERSION, diagnostico, supuestos, tablas
from tablero.calculo.ipt.diagnostico import Diagnostico
from tablero.calculo.ipt.indice import Edicion, Indice, calcular_indice
from tablero.calculo.ipt.matriz import AjusteDeIndicador, armar, preparar
from tablero.calculo.ipt.robustez import CORRIDAS
from tablero.modelo.eat import IptIndicador
from tablero.modelo.ipt import (
    IptAporte,
    IptCarga,
    IptCategoria,
    IptDiagnostico,
    IptDireccion,
    IptEje,
    IptPeso,
    IptPuntaje,
    IptValor,
)
from tablero.modelo.por_tabla import PorTabla

ESTABILIDAD_BUENA = 75.0


def calcular(
    valores: Sequence[IptValor],
    direcciones: Iterable[IptDireccion],
    indicadores: Iterable[IptIndicador],
    *,
    corridas: int = CORRIDAS,
) -> PorTabla:
    """Las tablas calculadas (`TABLAS_CALCULADAS`), con las filas de todas las ediciones.

    `valores` y `direcciones` son filas de sus hojas; `indicadores`, las de la tabla publicada;
    `corridas`, cuántas veces se repite el índice para saber qué tan firme es. Lo que no se puede
    calcular no detiene nada: queda vacío y `ipt_diagnosticos` dice por qué.
    """
    ordenes = [fila.orden for fila in indicadores]
    dichas = list(direcciones)
    resultado = PorTabla(TABLAS_CALCULADAS)
    for nombre in sorted({fila.edicion for fila in valores}):
        edicion = _abrir(
            [f for f in valores if f.edicion == nombre],
            [f for f in dichas if f.edicion == nombre],
            ordenes,
        )
        resultado.sumar(_filas(edicion, corridas))
    return resultado


def _abrir(
    valores: Sequence[IptValor], direcciones: Sequence[IptDireccion], ordenes: list[int]
) -> Edicion:
    matriz = armar(valores, ordenes)
    del_libro = {
        f.indicador_orden: AjusteDeIndicador(f.direccion, f.faltantes, f.winsorizar_percentil)
        for f in direcciones
    }
    ajustes = {
        i: del_libro.get(i) or AjusteDeIndicador(supuestos.de(i).direccion)
        for i in matriz.indicadores
    }
    return Edicion(
        matriz,
        ajustes,
        frozenset(del_libro),
        preparar(matriz, ajustes),
        {
            "edicion": valores[0].edicion,
            "formula_version": VERSION,
            "nivel": "calculado",
            "fuente_codigo": valores[0].fuente_codigo,
            "ubicacion": "Calculado con la hoja «Valores IPT»",
        },
    )


def _filas(edicion: Edicion, corridas: int) -> PorTabla:
    indice = calcular_indice(edicion.preparada, corridas)
    filas = PorTabla()
    filas.poner(IptPuntaje, tablas.puntajes(edicion, indice))
    filas.poner(IptPeso, tablas.pesos(edicion, indice))
    filas.poner(IptDiagnostico, tablas.diagnosticos(edicion, list(_revisar(edicion, indice))))
    if not isinstance(indice, str):
        filas.poner(IptAporte, tablas.aportes(edicion, indice))
        filas.poner(IptEje, tablas.ejes(edicion, indice.ejes))
        filas.poner(IptCarga, tablas.cargas(edicion, indice.ejes))
        filas.poner(IptCategoria, tablas.categorias(edicion, indice))
    return filas


def _revisar(edicion: Edicion, indice: Indice | str) -> Iterator[Diagnostico]:
    """Todas las revisiones de una edición."""
    if isinstance(indice, str):
        yield Diagnostico("indice", "El índice de esta edición", None, "no calculable", indice)
        yield from diagnostico.cobertura(edicion.matriz, edicion.preparada)
        return
    yield from diagnostico.cobertura(edicion.matriz, edicion.preparada)
    yield from diagnostico.pruebas(indice.normalizados)
    yield from diagnostico.relaciones(edicion.preparada, indice.ejes)
    puntajes = {c: None if o is None else o.puntajes for c, o in indice.otros.items()}
    yield from diagnostico.comparaciones(indice.puntuacion.puntajes, puntajes)
    yield from _firmeza(indice)


def _firmeza(indice: Indice) -> Iterator[Diagnostico]:
    """Cuánto conservan su categoría los municipios, y cuántos empatan."""
    estabilidad = indice.robustez.estabilidad_pct
    if estabilidad is None:
        yield Diagnostico(
            "categorias",
            "Las cinco categorías",
            None,
            "no calculable",
            "Hay menos de cinco puntajes distintos, o demasiados empates, para cinco grupos.",
        )
    else:
        media = float(estabilidad.mean())
        yield Diagnostico(
            "estabilidad",
            "Corridas en que un municipio conserva su categoría, en promedio",
            media,
            "bien" if media >= ESTABILIDAD_BUENA else "atención",
            f"En el {formato.porcentaje(media, 0)} de las corridas, que cambian la normalización, "
            "los pesos y el método de corte. Cerca de los cortes, la categoría es frágil.",
        )
    empatados = len(indice.ordenes) - len(set(indice.ordenes.tolist()))
    if empatados:
        yield Diagnostico(
            "empates",
            "Municipios que repiten el puntaje de otro",
            empatados,
            "atención",
            "Comparten el número de orden y se listan por su código DIVIPOLA.",
        )
