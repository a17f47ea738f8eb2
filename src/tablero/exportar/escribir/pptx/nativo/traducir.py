"""Un gráfico del tablero → el nativo con los mismos datos, o la tabla de lo que dice."""

from collections.abc import Iterator, Mapping
from typing import Any

from tablero import formato
from tablero.exportar.escribir.pptx.nativo import apiladas, barras, cascada, lineas, renglones
from tablero.exportar.escribir.pptx.nativo.base import Nativo
from tablero.graficos.piezas.base import Grafico
from tablero.respuestas.cosas.cosa import Tabla, tabla

QUE_MIDE = "Valor"
DATOS = "Los datos del gráfico"


def nativo(grafico: Grafico) -> Nativo | None:
    """El que se edita en la presentación; `None` si ninguno muestra lo mismo."""
    columnas = frozenset(map(str, grafico.datos.columns))
    if columnas >= apiladas.CONTRATO:
        return apiladas.apiladas(grafico)
    if columnas >= apiladas.DE_FRANJAS:
        return apiladas.franjas(grafico)
    if columnas >= cascada.CONTRATO:
        return cascada.cascada(grafico) if cascada.es_de_cero(grafico) else None
    if columnas >= renglones.CONTRATO:
        return renglones.renglones(grafico)
    if columnas >= barras.CONTRATO or columnas >= barras.DE_PUNTAJE:
        return barras.barras(grafico, _que_mide(grafico))
    return _de_lineas(grafico, columnas)


def datos_en_tabla(grafico: Grafico) -> Tabla:
    """Lo que dice cada marca al señalarla en la pantalla, en una tabla con sus títulos."""
    campos = max(_ayudas(grafico.spec), key=len, default={})
    vistos = grafico.datos[[c for c in campos if c in grafico.datos.columns]]
    filas = vistos.dropna(how="all").drop_duplicates().to_dict("records")
    return tabla(
        DATOS,
        tuple(campos[str(c)] for c in vistos.columns),
        [tuple(_texto(valor) for valor in fila.values()) for fila in filas],
    )


def _de_lineas(grafico: Grafico, columnas: frozenset[str]) -> Nativo | None:
    if columnas >= lineas.DE_CORTES:
        return lineas.de_cortes(grafico)
    if columnas >= lineas.DE_ANIOS and lineas.son_dos_lineas(grafico):
        return lineas.de_anios(grafico)
    return None


def _que_mide(grafico: Grafico) -> str:
    """El título que la ayuda de la pantalla le da al valor: «Personas atendidas»."""
    ayudas = max(_ayudas(grafico.spec), key=len, default={})
    return ayudas.get("rotulo", QUE_MIDE)


def _ayudas(parte: Any) -> Iterator[Mapping[str, str]]:  # una parte de una especificación
    """Lo que se lee al señalar cada marca: campo → título."""
    if isinstance(parte, Mapping):
        ayuda = parte.get("tooltip")
        campos = ayuda if isinstance(ayuda, list) else [ayuda]
        hallados = {c["field"]: c["title"] for c in campos if isinstance(c, dict) and "title" in c}
        if hallados:
            yield hallados
        for hija in parte.values():
            yield from _ayudas(hija)
    elif isinstance(parte, list):
        for hija in parte:
            yield from _ayudas(hija)


def _texto(valor: Any) -> str:  # una celda: su tipo lo dice la columna
    if isinstance(valor, float | int):
        return formato.numero_justo(float(valor))
    return formato.texto(valor)
