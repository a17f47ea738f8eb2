"""`/indicadores`: cada cifra que un documento dice, con sus cortes y lo que da su contraste."""

import math

import pandas as pd

from tablero.api.campos import elegir
from tablero.api.esquemas import de_campos, lista_de, objeto
from tablero.api.fallas import Falla
from tablero.api.pedido import Pedido
from tablero.api.recurso import Recurso, Variable
from tablero.filas import Fila, filas_de
from tablero.modelo import Conciliacion
from tablero.modelo.cifras import Cifra
from tablero.un_json import Objeto

GRUPO = "Indicadores"
SUYAS = ("cifra_codigo", "tema", "descripcion", "unidad", "departamento_nombre")
DE_UN_CORTE = ("corte_fecha", "valor", "precision", "fuente_codigo", "ubicacion", "cita")
EN_LISTA = (*SUYAS, *DE_UN_CORTE)
DE_CONTRASTE = (
    *("conciliacion_codigo", "descripcion", "valor_publicado", "valor_calculado", "diferencia"),
    *("unidad", "estado", "explicacion", "corte_fecha", "fuente_codigo", "ubicacion", "cita"),
)


def lista(pedido: Pedido) -> pd.DataFrame:
    """Cada indicador en su último corte."""
    cifras = pedido.abierto.base.tabla("cifras").sort_values("corte_fecha", kind="stable")
    ultimas = cifras.drop_duplicates("cifra_codigo", keep="last").sort_values("cifra_codigo")
    return ultimas[list(EN_LISTA)]


def uno(pedido: Pedido) -> Objeto:
    """Un indicador: sus valores publicados, del corte más antiguo al más reciente, y su contraste.

    `Falla` si no hay ninguno con ese código.
    """
    codigo = pedido.variables["codigo"]
    cifras = pedido.abierto.base.tabla("cifras")
    filas = filas_de(cifras[cifras["cifra_codigo"] == codigo].sort_values("corte_fecha"))
    if not filas:
        raise Falla(
            "no-existe", "No hay un indicador con ese código: los que hay, en /indicadores."
        )
    contrastes = filas_de(pedido.abierto.base.tabla("conciliaciones"))
    return {
        **{columna: filas[-1][columna] for columna in SUYAS},
        "valores": [{c: fila[c] for c in DE_UN_CORTE} for fila in filas],
        "contrastes": [
            {c: contraste[c] for c in DE_CONTRASTE}
            for contraste in contrastes
            if any(_es_de(contraste, fila) for fila in filas)
        ],
    }


def _es_de(contraste: Fila, cifra: Fila) -> bool:
    """Si el contraste es de esa cifra: del mismo documento, con las mismas palabras y valor."""
    return (
        cifra["cita"] is not None
        and all(contraste[c] == cifra[c] for c in ("fuente_codigo", "cita", "unidad"))
        and math.isclose(contraste["valor_publicado"], cifra["valor"], rel_tol=1e-9)
    )


ESQUEMA = objeto(
    {
        **de_campos(elegir(Cifra, SUYAS)),
        "valores": lista_de(de_campos(elegir(Cifra, DE_UN_CORTE)), "Lo publicado, por corte."),
        "contrastes": lista_de(
            de_campos(elegir(Conciliacion, DE_CONTRASTE)),
            "Lo publicado al lado de lo calculado, si sus partes permiten volver a calcularlo.",
        ),
    }
)
RECURSOS = (
    Recurso(
        "/indicadores",
        GRUPO,
        "Los indicadores que hay",
        "Cada cifra que un documento dice en su prosa o como total, en su último corte.",
        lista,
        campos=elegir(Cifra, EN_LISTA),
    ),
    Recurso(
        "/indicadores/{codigo}",
        GRUPO,
        "Un indicador",
        "Su valor en cada corte, con la fuente y las palabras que lo llevan; al lado, lo que da el "
        "tablero al volver a calcularlo.",
        uno,
        variables=(Variable("codigo", "El código del indicador.", "cnim_avance_total_pct"),),
        esquema=ESQUEMA,
    ),
)
