"""Las respuestas sobre los Centros Intégrate, con las cifras de su informe."""

from datetime import date

import pytest

from tablero.consultas import centros
from tablero.consultas.base import Base

PERSONAS = 113_142
"""«113.142 personas atendidas», CNIM, noviembre de 2025."""
TODO: dict[str, str | None] = {"departamento": None, "municipio": None}


def en(departamento: str | None = None, municipio: str | None = None) -> dict[str, str | None]:
    return {"departamento": departamento, "municipio": municipio}


def test_lo_publicado_y_la_suma(base: Base) -> None:
    publicado = centros.publicado(base)
    suma = centros.suma(base, **TODO)
    assert publicado.fila["personas"] == suma.fila["personas"] == PERSONAS
    assert (publicado.nivel, suma.nivel) == ("publicado", "calculado")
    assert (suma.fila["centros_con_reporte"], suma.fila["personas_parte_pct"]) == (15, 100)
    assert (suma.fila["desde_fecha"], suma.fila["hasta_fecha"]) == (
        date(2025, 1, 1),
        date(2025, 9, 30),
    )


def test_la_red(base: Base) -> None:
    fila = centros.red(base, **TODO).fila
    assert [fila[c] for c in ("centros", "iniciales", "nuevos", "proyectados")] == [19, 11, 5, 3]
    assert (fila["abiertos_sin_reporte"], fila["abiertos_sin_reporte_texto"]) == (1, "Maicao")
    assert fila["proyectados_texto"] == "Acandí | Buenaventura | Ipiales"


@pytest.mark.parametrize(
    ("departamento", "cuantos", "personas", "callan"),
    [
        ("La Guajira", 2, 15890, "Maicao"),
        ("Nariño", 1, None, None),
        ("Bogotá, D.C.", 3, 27306, None),
        ("Amazonas", 0, None, None),
    ],
)
def test_por_departamento(
    base: Base, departamento: str, cuantos: int, personas: int | None, callan: str | None
) -> None:
    assert centros.red(base, **en(departamento)).fila["centros"] == cuantos
    assert centros.red(base, **en(departamento)).fila["abiertos_sin_reporte_texto"] == callan
    assert centros.suma(base, **en(departamento)).fila["personas"] == personas
    assert centros.suma(base, **en(departamento)).fila["personas_pais"] == PERSONAS


def test_los_centros_en_orden_y_al_final_los_que_no_informan(base: Base) -> None:
    datos = centros.centros(base, **TODO).datos
    assert len(datos) == 19
    assert list(datos["centro_codigo"][:3]) == ["riohacha", "cucuta", "santa_marta"]
    assert list(datos["centro_nombre"][-4:]) == ["Maicao", "Acandí", "Buenaventura", "Ipiales"]
    assert datos["personas"].isna().sum() == 4
    por_codigo = datos.set_index("centro_codigo")
    assert por_codigo.loc["soacha", "apertura_fecha"] == date(2025, 8, 19)
    assert list(datos[datos["es_piloto"]]["centro_codigo"]) == ["necocli"]


def test_bogota_suma_sus_tres_centros(base: Base) -> None:
    datos = centros.ciudades(base, **TODO).datos
    assert len(datos) == 17
    bogota = datos.iloc[0]
    assert (bogota["municipio_codigo"], bogota["centros"], bogota["personas"]) == (
        "11001",
        3,
        27306,
    )
    assert bogota["personas_parte_pct"] == pytest.approx(100 * 27306 / PERSONAS)
    assert datos["personas"].sum() == PERSONAS


def test_personas_por_dia_abierto(base: Base) -> None:
    resultado = centros.por_dia(base, **TODO)
    datos = resultado.datos.set_index("centro_codigo")
    assert resultado.nivel == "calculado"
    dias = {"riohacha": 273, "jurado": 70, "soacha": 43, "necocli": 22}
    assert {c: datos.loc[c, "dias_abiertos"] for c in dias} == dias
    assert datos.loc["soacha", "personas_por_dia"] == pytest.approx(644 / 43)
    assert datos.loc["riohacha", "supuesto"] == "todo el periodo"
    sin_dato = datos[datos["personas_por_dia"].isna()]
    assert set(sin_dato.index) == {"arauca", "maicao", "acandi", "buenaventura", "ipiales"}
    assert datos.loc["arauca", "supuesto"] == "sin fecha"


def test_la_inversion_y_lo_que_cubre(base: Base) -> None:
    fila = centros.inversion(base).fila
    assert fila["inversion_cop"] == 13e9
    assert "19 Centros Intégrate" in fila["descripcion"]


def test_integra_y_la_cnim_cuentan_lo_mismo(base: Base) -> None:
    resultado = centros.integra(base)
    fila = resultado.fila
    assert (fila["centros"], fila["ciudades"]) == (11, 9)
    assert (fila["centros_cnim"], fila["ciudades_cnim"]) == (11, 9)
    assert [f.fuente_codigo.split("_")[0] for f in resultado.fuentes] == ["cnim", "integra"]


def test_los_centros_que_el_informe_escribe_de_dos_maneras(base: Base) -> None:
    datos = centros.grafias(base, **TODO).datos.set_index("centro_codigo")
    assert list(datos.index) == ["bogota_cad_30", "bogota_cad_suba"]
    assert datos.loc["bogota_cad_30", "nombre_publicado"] == "Super CAD30"
    assert datos.loc["bogota_cad_suba", "nombre_en_reporte"] == "Super CAD Suba"


def test_la_tabla_exportada_lleva_los_dias(base: Base) -> None:
    tabla = base.tabla("centros_atenciones").set_index("centro_codigo")
    assert tabla.loc["bogota_cad_30", "dias_abiertos"] == 273
    assert tabla.loc["arauca", "supuesto"] == "sin fecha"
    assert tabla["dias_abiertos"].isna().sum() == 1
