"""Los días abiertos que la construcción agrega a las atenciones."""

from datetime import date

from tablero.calculo.derivar import atenciones
from tablero.ingesta.comprobar import leida
from tablero.modelo.centros import CentroAtencion, CentroIntegrate

LUGAR = {
    "municipio_publicado": "Cali",
    "municipio_codigo": "76001",
    "municipio_nombre": "Cali",
    "departamento_codigo": "76",
    "departamento_nombre": "Valle del Cauca",
    "corte_fecha": date(2025, 11, 30),
    "ubicacion": "Tabla 1",
}


def atencion(codigo: str, personas: int, fuente: str = "cnim_2025-11-30") -> CentroAtencion:
    """Como se lee: sin lo que calcula la construcción."""
    return leida(
        CentroAtencion,
        {
            **LUGAR,
            "centro_codigo": codigo,
            "centro_nombre": codigo,
            "nombre_publicado": codigo,
            "personas": personas,
            "desde_fecha": date(2025, 1, 1),
            "hasta_fecha": date(2025, 9, 30),
            "fuente_codigo": fuente,
        },
    )


def centro(codigo: str, etapa: str, apertura: date | None = None) -> CentroIntegrate:
    return leida(
        CentroIntegrate,
        {
            **LUGAR,
            "centro_codigo": codigo,
            "centro_nombre": codigo,
            "nombre_publicado": codigo,
            "etapa": etapa,
            "es_piloto": False,
            "apertura_fecha": apertura,
            "fuente_codigo": "cnim_2025-11-30",
        },
    )


def test_cada_centro_con_su_cuenta() -> None:
    centros = [
        centro("cali", "inicial"),
        centro("jurado", "nuevo", date(2025, 7, 23)),
        centro("arauca", "nuevo"),
    ]
    filas = [atencion("cali", 10561), atencion("jurado", 103), atencion("arauca", 51)]
    derivadas = atenciones(filas, centros)
    assert [(f.dias_abiertos, f.personas_por_dia, f.supuesto) for f in derivadas] == [
        (273, 10561 / 273, "todo el periodo"),
        (70, 103 / 70, "desde su apertura"),
        (None, None, "sin fecha"),
    ]


def test_no_cambia_las_filas_que_recibe() -> None:
    fila = atencion("cali", 10561)
    atenciones([fila], [centro("cali", "inicial")])
    assert "supuesto" not in vars(fila)


def test_la_fecha_es_la_del_mismo_documento() -> None:
    """Un documento cuya lista no trae el centro no toma prestada la de otro."""
    [fila] = atenciones([atencion("cali", 5, "cnim_2026-03-31")], [centro("cali", "inicial")])
    assert (fila.dias_abiertos, fila.supuesto) == (None, "sin fecha")
