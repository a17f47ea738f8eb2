"""Lo que sale del modelo: esquema, plantillas, diccionario y tema."""

from pathlib import Path

import duckdb
import openpyxl
import pytest

from tablero import rutas
from tablero.derivados.ddl import esquema
from tablero.derivados.generar import generar, verificar
from tablero.errores import Desactualizado
from tablero.modelo import LIBROS, TABLAS


def test_el_esquema_crea_todas_las_tablas_con_sus_comentarios() -> None:
    conexion = duckdb.connect(":memory:")
    conexion.execute(esquema())
    hechas = dict(conexion.sql("SELECT table_name, comment FROM duckdb_tables()").fetchall())
    assert set(hechas) == {t.tabla for t in TABLAS}
    assert hechas["municipios"] == TABLAS[1].resumen()
    conexion.close()


def test_el_esquema_rechaza_lo_que_el_modelo_no_admite() -> None:
    conexion = duckdb.connect(":memory:")
    conexion.execute(esquema())
    with pytest.raises(duckdb.ConstraintException):
        conexion.execute(
            "INSERT INTO transferencias_psicosociales (municipio_codigo, resolucion, corte_fecha,"
            "municipio_publicado, municipio_nombre, departamento_codigo, departamento_nombre,"
            "valor_cop, estado, fuente_codigo, ubicacion) VALUES "
            "('05001', 'r', '2025-01-01', 'm', 'm', '05', 'd', 1, 'girada', 'f', 'u')"
        )
    conexion.close()


@pytest.mark.parametrize("documento", LIBROS)
def test_la_plantilla_tiene_notas_y_desplegables(documento: str) -> None:
    libro = openpyxl.load_workbook(rutas.PLANTILLAS / f"{documento}.xlsx")
    assert libro.sheetnames == [t.hoja for t in LIBROS[documento]]
    for tabla in LIBROS[documento]:
        hoja = libro[tabla.hoja]
        assert [c.value for c in hoja[1]] == [c.titulo for c in tabla.columnas_libro()]
        assert all(c.comment and c.comment.text.strip() for c in hoja[1])
        cerradas = [c for c in tabla.columnas_libro() if c.opciones or c.tipo is bool]
        validaciones = {
            rango.min_col for v in hoja.data_validations.dataValidation for rango in v.sqref.ranges
        }
        titulos = [c.titulo for c in tabla.columnas_libro()]
        esperadas = {
            titulos.index(c.titulo) + 1 for c in cerradas if len(",".join(c.opciones)) <= 255
        }
        assert validaciones >= esperadas


def test_los_archivos_generados_estan_al_dia() -> None:
    verificar(rutas.RAIZ)


def test_un_archivo_viejo_se_descubre(tmp_path: Path) -> None:
    generar(tmp_path)
    verificar(tmp_path)
    (tmp_path / "docs" / "diccionario.md").write_text("viejo", encoding="utf-8")
    (tmp_path / "data" / "plantillas" / "cnim.xlsx").unlink()
    with pytest.raises(Desactualizado) as capturado:
        verificar(tmp_path)
    assert str(capturado.value).splitlines()[1:] == [
        "  docs/diccionario.md",
        "  data/plantillas/cnim.xlsx",
    ]


@pytest.mark.parametrize("tabla", TABLAS, ids=lambda t: t.tabla)
def test_toda_tabla_esta_bien_declarada(tabla: type) -> None:
    nombres = [c.nombre for c in tabla.columnas()]
    assert set(tabla.clave) <= set(nombres)
    assert len(tabla.hoja) <= 31
    assert tabla.resumen().endswith(".")
    titulos = [c.titulo for c in tabla.columnas_libro()]
    assert len(titulos) == len(set(titulos))
    for columna in tabla.columnas():
        assert columna.nombre.isascii()
        assert columna.descripcion.endswith((".", "?"))
