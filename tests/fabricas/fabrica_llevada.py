"""Una cosa que llevarse, con todas las clases de columna y los textos que se quieran."""

from datetime import date

import pandas as pd

from tablero.consultas.base import FuenteCitada, Resultado
from tablero.exportar.llevar.llevada import Contexto, Filtro, Llevada
from tablero.publicacion import Publicacion
from tablero.respuestas.cosas.cosa import Cosa, armar

SDP = FuenteCitada(
    "sdp_2024-12-31",
    "Informe de seguimiento",
    "Secretaría Distrital de Planeación",
    date(2024, 12, 31),
    "31 de diciembre de 2024",
    ("Anexo 1",),
    archivo="informe.pdf",
    licencia="no declarada",
)
EAT = FuenteCitada(
    "eat_2024-06-30",
    "Estrategia",
    "Departamento Nacional de Planeación",
    date(2024, 6, 30),
    "2023-2024",
    ("Tabla 2",),
    archivo="estrategia.pdf",
    licencia="no declarada",
)
DATOS = pd.DataFrame(
    {
        "municipio_codigo": ["05001", "54001"],
        "avance_pct": [52.0512345, None],
        "brecha_pp": [-0.15, 0.5],
        "valor_cop": pd.array([1588422540, None], dtype="Int64"),
        "anio": pd.array([2024, 2025], dtype="Int64"),
        "es_piloto": pd.array([True, None], dtype="boolean"),
        "apertura_fecha": [date(2025, 9, 4), None],
        "nota": ["=SUMA(A1)", None],
        "fuente_codigo": ["sdp_2024-12-31", "eat_2024-06-30 | sdp_2024-12-31"],
        "ubicacion": ["Anexo 1", "eat_2024-06-30: Tabla 2"],
        "cita": ["lleva 52,05 %", None],
    }
)


def respuesta(datos: pd.DataFrame = DATOS) -> Resultado:
    """Una respuesta de dos fuentes."""
    return Resultado("x/y", datos, (EAT, SDP), "publicado")


def cosa(datos: pd.DataFrame = DATOS, titulo: str = "La política lleva 52,05 %") -> Cosa:
    """Una cosa con esa respuesta entera."""
    return armar("avance", titulo, [respuesta(datos)], "semaforo?ver=va", notas=["Una nota."])


def contexto(*, es_simulado: bool = False, publicacion: Publicacion | None = None) -> Contexto:
    """La edición 3 de un tablero con dirección."""
    return Contexto(
        publicacion or Publicacion(),
        "https://tablero.ejemplo.gov.co",
        3,
        es_simulado,
        date(2026, 11, 30),
        date(2026, 11, 2),
    )


def llevada(
    una: Cosa | None = None,
    filtros: tuple[Filtro, ...] = (("Departamento", "Antioquia"),),
    *,
    es_simulado: bool = False,
) -> Llevada:
    """La cosa con un filtro, lista para llevarse."""
    return Llevada(una or cosa(), filtros, contexto(es_simulado=es_simulado))
