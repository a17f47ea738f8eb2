"""Del índice calculado a las filas de sus tablas."""

from collections.abc import Sequence
from typing import TypedDict

import numpy as np
from numpy.typing import NDArray

from tablero import formato
from tablero.calculo.ipt.categorias import CATEGORIAS, METODOS
from tablero.calculo.ipt.diagnostico import Diagnostico, kmo
from tablero.calculo.ipt.ejes import Ejes
from tablero.calculo.ipt.indice import Edicion, Indice
from tablero.calculo.ipt.puntaje import Arreglo
from tablero.modelo.ipt import (
    Categoria,
    IptAporte,
    IptCarga,
    IptCategoria,
    IptDiagnostico,
    IptEje,
    IptPeso,
    IptPuntaje,
    Metodo,
)


class _Medido(TypedDict):
    peso_pct: float | None
    peso_con_signo_pct: float | None
    carga_primer_eje: float | None
    kmo: float | None


SIN_MEDIR: _Medido = {
    "peso_pct": None,
    "peso_con_signo_pct": None,
    "carga_primer_eje": None,
    "kmo": None,
}
"""Un indicador que no entra."""


def puntajes(edicion: Edicion, indice: Indice | str) -> list[IptPuntaje]:
    """Una fila por municipio con valores; sin índice, todas llevan el motivo y ningún puntaje."""
    preparada = edicion.preparada
    if isinstance(indice, str):
        return [_sin_puntaje(edicion, municipio, indice) for municipio in edicion.matriz.municipios]
    repetidos = np.bincount(indice.ordenes)
    estabilidad = indice.robustez.estabilidad_pct
    con_puntaje = [
        IptPuntaje(
            **edicion.comunes,
            municipio_codigo=municipio,
            puntaje=float(indice.puntuacion.puntajes[i]),
            orden_calculado=int(indice.ordenes[i]),
            empatados=int(repetidos[indice.ordenes[i]]),
            categoria_natural=_categoria(indice, "natural", i),
            categoria_cuantiles=_categoria(indice, "cuantiles", i),
            categoria_intervalos=_categoria(indice, "intervalos", i),
            orden_minimo=int(indice.robustez.orden_minimo[i]),
            orden_maximo=int(indice.robustez.orden_maximo[i]),
            categoria_estabilidad_pct=None if estabilidad is None else float(estabilidad[i]),
            indicadores_presentes=int((~preparada.imputados[i]).sum()),
            indicadores_imputados=int(preparada.imputados[i].sum()),
            motivo=None,
        )
        for i, municipio in enumerate(preparada.municipios)
    ]
    sin_puntaje = [
        _sin_puntaje(edicion, municipio, _le_faltan(faltan))
        for municipio, faltan in preparada.incompletos.items()
    ]
    return con_puntaje + sin_puntaje


def _categoria(indice: Indice, metodo: Metodo, lugar: int) -> Categoria | None:
    lugares = indice.categorias[metodo]
    return None if lugares is None else CATEGORIAS[lugares[lugar]]


def _sin_puntaje(edicion: Edicion, municipio: str, motivo: str) -> IptPuntaje:
    matriz = edicion.matriz
    presentes = ~np.isnan(matriz.valores[matriz.municipios.index(municipio)])
    entran = [i not in edicion.preparada.por_fuera for i in matriz.indicadores]
    return IptPuntaje(
        **edicion.comunes,
        municipio_codigo=municipio,
        indicadores_presentes=int((presentes & entran).sum()),
        indicadores_imputados=0,
        motivo=motivo,
    )


def _le_faltan(indicadores: Sequence[int]) -> str:
    cuales = formato.enumerar([str(i) for i in indicadores])
    if len(indicadores) == 1:
        return f"Le falta el valor del indicador {cuales}."
    return f"Le faltan los valores de los indicadores {cuales}."


def aportes(edicion: Edicion, indice: Indice) -> list[IptAporte]:
    """Una fila por municipio con puntaje e indicador que entra."""
    preparada, matriz = edicion.preparada, edicion.matriz
    lugares = [matriz.indicadores.index(i) for i in preparada.indicadores]
    filas_de = {municipio: i for i, municipio in enumerate(matriz.municipios)}
    return [
        IptAporte(
            **edicion.comunes,
            municipio_codigo=municipio,
            indicador_orden=indicador,
            valor=None
            if preparada.imputados[i, j]
            else float(matriz.valores[filas_de[municipio], lugares[j]]),
            valor_usado=float(preparada.usados[i, j]),
            es_imputado=bool(preparada.imputados[i, j]),
            valor_normalizado=float(indice.normalizados[i, j]),
            aporte_puntos=float(indice.puntuacion.aportes[i, j]),
        )
        for i, municipio in enumerate(preparada.municipios)
        for j, indicador in enumerate(preparada.indicadores)
    ]


def pesos(edicion: Edicion, indice: Indice | str) -> list[IptPeso]:
    """Una fila por indicador, entre o no; sin índice, sin pesos."""
    matriz, preparada = edicion.matriz, edicion.preparada
    medidos = {} if isinstance(indice, str) else _medidos(preparada.indicadores, indice)
    filas = []
    for j, indicador in enumerate(matriz.indicadores):
        ajuste = edicion.ajustes[indicador]
        con_valor = int((~np.isnan(matriz.valores[:, j])).sum())
        filas.append(
            IptPeso(
                **edicion.comunes,
                indicador_orden=indicador,
                direccion=ajuste.direccion,
                faltantes=ajuste.faltantes,
                winsorizar_percentil=ajuste.winsorizar_percentil,
                direccion_origen="libro" if indicador in edicion.del_libro else "supuesto",
                municipios_con_valor=con_valor,
                municipios_sin_valor=len(matriz.municipios) - con_valor,
                entra=indicador in preparada.indicadores,
                motivo=preparada.por_fuera.get(indicador),
                **medidos.get(indicador, SIN_MEDIR),
            )
        )
    return filas


def _medidos(indicadores: Sequence[int], indice: Indice) -> dict[int, _Medido]:
    medido = kmo(indice.normalizados)
    cargas, porcentajes = indice.ejes.cargas[:, 0], 100 * indice.ejes.pesos
    return {
        indicador: {
            "peso_pct": float(porcentajes[j]),
            "peso_con_signo_pct": float(porcentajes[j] * indice.ejes.signos[j]),
            "carga_primer_eje": float(cargas[j]),
            "kmo": None if isinstance(medido, str) else float(medido[1][j]),
        }
        for j, indicador in enumerate(indicadores)
    }


def ejes(edicion: Edicion, analisis: Ejes) -> list[IptEje]:
    """Una fila por eje."""
    return [
        IptEje(
            **edicion.comunes,
            eje_numero=k,
            autovalor=float(autovalor),
            varianza_pct=float(parte),
            varianza_acumulada_pct=float(acumulada),
            es_retenido=bool(retenido),
        )
        for k, (autovalor, parte, acumulada, retenido) in enumerate(
            zip(
                analisis.autovalores,
                analisis.varianza_pct,
                analisis.varianza_pct.cumsum(),
                analisis.retenidos,
                strict=True,
            ),
            start=1,
        )
    ]


def cargas(edicion: Edicion, analisis: Ejes) -> list[IptCarga]:
    """Una fila por indicador y eje."""
    return [
        IptCarga(
            **edicion.comunes,
            eje_numero=k + 1,
            indicador_orden=indicador,
            carga=float(analisis.cargas[j, k]),
        )
        for j, indicador in enumerate(edicion.preparada.indicadores)
        for k in range(len(analisis.autovalores))
    ]


def categorias(edicion: Edicion, indice: Indice) -> list[IptCategoria]:
    """Los tramos de cada método; el que no da cinco grupos no tiene filas."""
    filas: list[IptCategoria] = []
    for metodo in METODOS:
        limites, lugares = indice.limites[metodo], indice.categorias[metodo]
        if limites is not None and lugares is not None:
            filas += _tramos(edicion, metodo, limites, lugares)
    return filas


def _tramos(
    edicion: Edicion, metodo: Metodo, limites: Arreglo, lugares: NDArray[np.int64]
) -> list[IptCategoria]:
    desde = [0.0, *(float(limite) for limite in limites[:-1])]
    conteo = np.bincount(lugares, minlength=len(CATEGORIAS))
    return [
        IptCategoria(
            **edicion.comunes,
            metodo=metodo,
            categoria=categoria,
            desde_puntaje=desde[k],
            hasta_puntaje=float(limites[k]),
            municipios=int(conteo[k]),
        )
        for k, categoria in enumerate(CATEGORIAS)
    ]


def diagnosticos(edicion: Edicion, revisiones: Sequence[Diagnostico]) -> list[IptDiagnostico]:
    """Una fila por revisión, en el orden en que se hicieron."""
    return [
        IptDiagnostico(
            **edicion.comunes,
            diagnostico_codigo=r.codigo,
            revision_numero=numero,
            diagnostico=r.titulo,
            valor=r.valor,
            estado=r.estado,
            explicacion=r.explicacion,
        )
        for numero, r in enumerate(revisiones, start=1)
    ]
