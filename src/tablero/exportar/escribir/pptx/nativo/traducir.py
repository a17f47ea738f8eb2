"""Un gráfico del tablero → el nativo con los mismos datos, o la tabla de lo que dice."""

from collections.abc import Mapping
from typing import Any

from tablero import formato
from tablero.exportar.escribir.pptx.nativo import apiladas, barras, cascada, lineas, renglones
from tablero.exportar.escribir.pptx.nativo.base import Nativo, partes
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
    campos = _ayuda(grafico)
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
    return _ayuda(grafico).get("rotulo", QUE_MIDE)


def _ayuda(grafico: Grafico) -> Mapping[str, str]:
    """Lo que se lee al señalar una marca, campo → título: la que más dice."""
    ayudas = (parte.get("tooltip") for parte in partes(grafico.spec))
    campos = (ayuda if isinstance(ayuda, list) else [ayuda] for ayuda in ayudas)
    halladas = (
        {c["field"]: c["title"] for c in suyos if isinstance(c, dict) and "title" in c}
        for suyos in campos
    )
    return max(halladas, key=len, default={})


def _texto(valor: Any) -> str:  # una celda: su tipo lo dice la columna
    if isinstance(valor, float | int):
        return formato.numero_justo(float(valor))
    return formato.texto(valor)
