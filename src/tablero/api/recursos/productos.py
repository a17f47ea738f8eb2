"""`/productos`: los productos de las políticas, con lo que llevan en cada corte."""

import pandas as pd

from tablero.api.campos import Campo, elegir
from tablero.api.consulta import uno as uno_solo
from tablero.api.esquemas import TEXTO, de_campos, lista_de, objeto
from tablero.api.fallas import Falla
from tablero.api.pedido import Pedido
from tablero.api.recurso import Parametro, Recurso, Variable
from tablero.consultas import politica as consultas
from tablero.filas import filas_de
from tablero.modelo import Columna, Tabla
from tablero.modelo.politica import PoliticaAvance
from tablero.modelo.politica_informe import PoliticaAccionMejora
from tablero.modelo.politica_seguimiento import PoliticaSeguimiento
from tablero.respuestas.vista import POLITICA
from tablero.un_json import Objeto

GRUPO = "Productos"
QUE_ES = (
    *("producto_codigo", "producto_nombre", "indicador_nombre", "objetivo_numero"),
    *("resultado_codigo", "ponderacion_pct", "anualizacion_tipo", "sector_nombre"),
    *("entidad", "entidad_nombre", "vigencia", "inicio_fecha", "fin_fecha", "meta_final"),
)
COMO_VA = (
    *("corte_fecha", "nivel", "pav_pct", "pahv_pct", "paa_pct", "trayectoria_pct", "brecha_pp"),
    *("semaforo", "situacion", "fuera_causa", "formula_version", "fuente_codigo", "ubicacion"),
)
EN_LISTA = ("politica_codigo", *QUE_ES, *COMO_VA)
DE_AVANCE = (
    *("corte_fecha", "nivel", "pav_pct", "pahv_pct", "paa_pct", "trayectoria_pct"),
    *("avance_aporte_pp", "brecha_aporte_pp", "semaforo", "semaforo_pav", "semaforo_paa"),
    *("formula_version", "fuente_codigo", "ubicacion", "cita"),
)
DE_MEJORA = (
    *("corte_fecha", "pahv_pct", "producto_nombre", "entidad_nombre"),
    *("fuente_codigo", "ubicacion", "cita"),
)


def lista(pedido: Pedido) -> pd.DataFrame:
    """Cada producto de cada política, en el último corte de la política."""
    todos = pedido.abierto.base.tabla("politica_seguimiento")
    ultimo = todos.groupby("politica_codigo")["corte_fecha"].transform("max")
    return todos[todos["corte_fecha"] == ultimo][list(EN_LISTA)]


def uno(pedido: Pedido) -> Objeto:
    """Un producto: qué es, según su último corte, y lo que lleva en todos, publicado y calculado.

    `Falla` si ninguna política, o la pedida, tiene ese producto.
    """
    codigo = pedido.variables["codigo"]
    base, politica = pedido.abierto.base, _politica(pedido, codigo)

    def suyas(tabla: str) -> pd.DataFrame:
        filas = base.tabla(tabla)
        son = (filas["politica_codigo"] == politica) & (filas["producto_codigo"] == codigo)
        return filas[son].sort_values("corte_fecha", kind="stable")

    seguimiento = filas_de(suyas("politica_seguimiento"))
    avances = filas_de(suyas("politica_avances").sort_values(["corte_fecha", "nivel"]))
    mejoras = filas_de(suyas("politica_acciones_mejora"))
    return {
        "politica_codigo": politica,
        **{columna: seguimiento[-1][columna] for columna in QUE_ES},
        "como_va": {columna: seguimiento[-1][columna] for columna in COMO_VA},
        "avances": [{c: fila[c] for c in DE_AVANCE} for fila in avances],
        "acciones_de_mejora": [{c: fila[c] for c in DE_MEJORA} for fila in mejoras],
    }


def _politica(pedido: Pedido, codigo: str) -> str:
    """La pedida o, sin decir cuál, la primera que tiene ese producto."""
    pedida = uno_solo(pedido.pares, POLITICA)
    todos = pedido.abierto.base.tabla("politica_seguimiento")
    con_el = set(todos[todos["producto_codigo"] == codigo]["politica_codigo"])
    orden = [f["politica_codigo"] for f in pedido.abierto.preguntar(consultas.politicas).filas]
    for politica in orden if pedida is None else [pedida]:
        if politica in con_el:
            return str(politica)
    raise Falla("no-existe", "No hay un producto con ese código: los que hay, en /productos.")


def _campos(tabla: type[Tabla], nombres: tuple[str, ...]) -> Objeto:
    return de_campos(elegir(tabla, nombres))


POLITICA_DE_LISTA: Columna = PoliticaSeguimiento.columna("politica_codigo")
RECURSOS = (
    Recurso(
        "/productos",
        GRUPO,
        "Los productos que hay",
        "Cada producto de cada política en el último corte de su política: qué es y cómo va.",
        lista,
        campos=elegir(PoliticaSeguimiento, EN_LISTA),
    ),
    Recurso(
        "/productos/{codigo}",
        GRUPO,
        "Un producto",
        "Qué es, cuánto pesa y quién responde; y en cada corte sus porcentajes y su semáforo, lo "
        "publicado al lado de lo calculado. La trayectoria y los aportes siempre se calculan.",
        uno,
        variables=(Variable("codigo", "El código del producto.", "1.1.4"),),
        parametros=(
            Parametro(
                POLITICA,
                "El código de la política, si hay varias con un producto de ese código.",
                TEXTO,
            ),
        ),
        esquema=objeto(
            {
                "politica_codigo": Campo.de(POLITICA_DE_LISTA).esquema,
                **_campos(PoliticaSeguimiento, QUE_ES),
                "como_va": objeto(_campos(PoliticaSeguimiento, COMO_VA), "En su último corte."),
                "avances": lista_de(
                    _campos(PoliticaAvance, DE_AVANCE), "En cada corte, por nivel."
                ),
                "acciones_de_mejora": lista_de(
                    _campos(PoliticaAccionMejora, DE_MEJORA),
                    "Lo que dice de él la sección «Acciones para mejorar» de cada informe.",
                ),
            }
        ),
    ),
)
