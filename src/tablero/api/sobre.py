"""Lo que acompaña a toda respuesta en JSON: fuentes, edición, licencia y enlace."""

from collections.abc import Iterable, Iterator

import pandas as pd

from tablero.api.pedido import Pedido
from tablero.exportar.marca import AVISO, EXPLICACION
from tablero.filas import VARIOS, Fila, filas_de
from tablero.publicacion import POR_DEFINIR
from tablero.registro.ediciones import Edicion
from tablero.un_json import Json, Objeto

DE_UNA_FUENTE = ("fuente_codigo", "titulo", "entidad", "corte_fecha", "corte_texto", "licencia")


def sobre(pedido: Pedido, fuentes: Iterable[str]) -> Objeto:
    """Lo que defiende a esa respuesta lejos del tablero; `fuentes`, los códigos de las que cita."""
    publica = pedido.publicacion
    hay_direccion = publica.licencia_direccion != POR_DEFINIR
    return {
        "fuentes": [_fuente(fila) for fila in _fuentes(pedido, set(fuentes))],
        "edicion": None if pedido.abierto.edicion is None else edicion(pedido.abierto.edicion),
        "licencia": {
            "nombre": publica.licencia_dicha,
            "direccion": publica.licencia_direccion if hay_direccion else None,
        },
        "publica": publica.entidad,
        "simulado": pedido.abierto.base.es_simulado,
        "aviso": f"{AVISO}. {EXPLICACION}" if pedido.abierto.base.es_simulado else None,
        "enlace": pedido.enlace,
    }


def edicion(cual: Edicion) -> Objeto:
    """Lo que identifica a una edición."""
    return {
        "numero": cual.numero,
        "publicada": None if cual.cuando is None else cual.cuando.isoformat(),
        "nota": cual.nota,
        "contenido": cual.contenido,
        "huella": cual.huella,
    }


def citadas(datos: pd.DataFrame) -> set[str]:
    """Los códigos de las fuentes que citan esas filas; una fila puede citar varias."""
    if "fuente_codigo" not in datos:
        return set()
    return {
        codigo
        for dicho in datos["fuente_codigo"].dropna().unique()
        for codigo in str(dicho).split(VARIOS)
    }


def citadas_en(contenido: Json) -> Iterator[str]:
    """Los códigos de las fuentes que cita un objeto, en cualquiera de sus partes."""
    if isinstance(contenido, list):
        for parte in contenido:
            yield from citadas_en(parte)
    if not isinstance(contenido, dict):
        return
    for nombre, parte in contenido.items():
        if nombre == "fuente_codigo":
            for dicho in parte if isinstance(parte, list) else [parte]:
                yield from str(dicho).split(VARIOS)
        else:
            yield from citadas_en(parte)


def _fuentes(pedido: Pedido, codigos: set[str]) -> list[Fila]:
    todas = filas_de(pedido.abierto.base.tabla("fuentes"))
    return [fila for fila in todas if fila["fuente_codigo"] in codigos]


def _fuente(fila: Fila) -> Objeto:
    return {columna: fila[columna] for columna in DE_UNA_FUENTE}
