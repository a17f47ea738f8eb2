"""Cómo se llama en corto cada documento, en un eje o en una lista para elegir."""

NOMBRES = {
    "sdp": "Informe SDP",
    "cnim": "Plan CNIM",
    "eat": "Estrategia EAT",
    "comite": "Comité",
    "integra": "Integra",
}


def nombre(documento: str) -> str:
    """El nombre corto, o el código en mayúsculas si el documento es nuevo."""
    return NOMBRES.get(documento, documento.upper())


DE_SEGUIMIENTO = "seguimiento_"
"""Con que empiezan los libros de seguimiento; sigue el código de su política."""
DE_PLAN = "plan_accion_"
"""Con que empiezan los planes de acción; sigue el código de su política."""
SIGLAS = {
    "comite": "Comité",
    "integra": "Integra",
    "ipt_valores": "Valores IPT",
    "entidades": "Tabla de entidades",
    "ajustes": "Ajustes",
}
"""Las fuentes que no se nombran con sus letras en mayúscula."""


def documento(fuente_codigo: str) -> str:
    """De qué documento es una fuente, sin su corte: «sdp_2024-12-31» → «sdp»."""
    return fuente_codigo.rsplit("_", 1)[0]


def sigla(fuente_codigo: str) -> str:
    """Cómo se nombra una fuente en pocas letras: «sdp_2024-12-31» → «SDP»."""
    suyo = documento(fuente_codigo)
    if suyo.startswith(DE_SEGUIMIENTO):
        return "Libro SISPP"
    if suyo.startswith(DE_PLAN):
        return f"Plan {fuente_codigo.rsplit('_', 1)[1]}"
    return SIGLAS.get(suyo, suyo.upper())
