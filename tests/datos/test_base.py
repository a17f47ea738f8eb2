"""Preguntar al archivo DuckDB: parámetros exactos, fuentes siempre y nada más que leer."""

import errno
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import duckdb
import pandas as pd
import pytest

from tablero import temporales
from tablero.consultas import base as modulo
from tablero.consultas import politica, territorio
from tablero.consultas.base import Base
from tablero.consultas.fuentes import fuentes
from tablero.errores import ArchivoIlegible, SinTablero
from tablero.modelo import TABLAS
from tablero.modelo.periodicidad import CadaCuanto


def test_una_respuesta_lleva_sus_fuentes_y_su_nivel(base: Base) -> None:
    resultado = politica.corte(
        base, politica="poblacion_migrante_internacional", corte=date(2024, 12, 31)
    )
    assert resultado.nivel == "publicado y calculado"
    (fuente,) = resultado.fuentes
    assert fuente.fuente_codigo == "sdp_2024-12-31"
    assert fuente.corte_texto == "31 de diciembre de 2024"
    assert fuente.ubicaciones == ("Sección 3 y Gráfico 1 (el 52,20 va suelto en el texto)",)


def test_una_fuente_dice_cada_cuanto_publica_y_si_hay_otra_mas_reciente(
    base: Base, base_con_libros: Path
) -> None:
    de = {f.fuente_codigo: f for f in fuentes(base).fuentes}
    assert de["sdp_2024-12-31"].cada_cuanto == CadaCuanto(
        "semestral",
        "Seguimiento 2024-2",
        "Gráfico 1, línea de fuente; la portada dice «LOGROS SEGUNDO SEMESTRE 2024»",
    )
    assert de["comite_2024-05-31"].cada_cuanto is None
    assert {f.mas_reciente for f in de.values()} == {None}
    libros = {
        f.corte_fecha: f.mas_reciente
        for f in fuentes(Base(base_con_libros)).fuentes
        if f.fuente_codigo.startswith("seguimiento_")
    }
    ultimo = date(2025, 12, 31)
    assert libros == {date(2025, 6, 30): ultimo, ultimo: None}


@pytest.mark.parametrize(
    ("filas", "esperado"),
    [
        ("('a', 'Tabla 2'), ('a', 'Anexo 1'), ('a', 'Tabla 2')", "Anexo 1 | Tabla 2"),
        ("('b', 'Tabla 2'), ('a', 'Tabla 2')", "a: Tabla 2 | b: Tabla 2"),
        ("('a', NULL), ('a', 'Tabla 2')", "Tabla 2"),
        ("('a', NULL)", None),
        (
            "('a', 'Acción 10'), ('a', 'Acción 2'), ('a', 'fila 112'), ('a', 'fila 9')",
            "Acción 2 | Acción 10 | fila 9 | fila 112",
        ),
    ],
)
def test_los_lugares_de_las_filas_de_una_cifra(
    base: Base, filas: str, esperado: str | None
) -> None:
    sql = f"SELECT lugares(codigo, lugar) FROM (VALUES {filas}) AS t (codigo, lugar)"  # noqa: S608
    assert base._ejecutar(sql) == [(esperado,)]


@pytest.mark.parametrize(
    ("fuentes", "ubicacion", "lugares"),
    [
        ("a", "Tabla 2 | Anexo 1", {"a": ["Tabla 2", "Anexo 1"]}),
        ("a", None, {"a": []}),
        (
            "a | b",
            "a: Tabla 2 | b: Acción 1 | b: Acción 3",
            {"a": ["Tabla 2"], "b": ["Acción 1", "Acción 3"]},
        ),
        (
            "a | b",
            "a: Tabla 2 | Anexo 1 | b: Acción 1",
            {"a": ["Tabla 2", "Anexo 1"], "b": ["Acción 1"]},
        ),
        ("a | b", "Tabla 2", {"a": [], "b": []}),
        ("a", "Gráfico: barras", {"a": ["Gráfico: barras"]}),
        ("a", "a: Tabla 2", {"a": ["Tabla 2"]}),
        (None, "Tabla 2", {}),
    ],
)
def test_cada_fuente_con_sus_lugares(
    fuentes: str | None, ubicacion: str | None, lugares: dict[str, list[str]]
) -> None:
    datos = pd.DataFrame({"fuente_codigo": [fuentes], "ubicacion": [ubicacion]}, dtype=object)
    assert {f: list(propios) for f, propios in modulo._lugares(datos).items()} == lugares


def test_de_dos_fuentes_cada_una_cita_sus_lugares(base: Base) -> None:
    cnim, eat = base.consultar("brechas/matriz", departamento=None, municipio=None).fuentes
    assert cnim.ubicaciones == (
        "Acción 1, reporte cualitativo, lista de centros",
        "Acción 1, reporte cualitativo, lista de centros y fechas de apertura",
        "Acción 1, reporte cualitativo, personas atendidas",
        "Acción 3, reporte cualitativo",
    )
    assert eat.ubicaciones == ("Sección 2.2.2, actividad 1", "Tabla 2", "Tabla 3")


def test_una_parte_solo_cita_los_lugares_de_sus_filas(base: Base) -> None:
    respuesta = base.consultar("centros/centros", departamento=None, municipio=None)
    parte = respuesta.parte(respuesta.datos[respuesta.datos["centro_codigo"] == "arauca"])
    assert parte.fuentes[0].ubicaciones == (
        "Acción 1, reporte cualitativo, lista de centros",
        "Acción 1, reporte cualitativo, personas atendidas",
    )


def test_falta_un_parametro(base: Base) -> None:
    with pytest.raises(ValueError, match=r"espera los parámetros \['codigo'\] y recibió \[\]"):
        base.consultar("territorio/municipio")


def test_sobra_un_parametro(base: Base) -> None:
    with pytest.raises(ValueError, match=r"recibió \['codigo', 'otro'\]"):
        base.consultar("territorio/municipio", codigo="54001", otro=1)


def test_un_parametro_no_es_sql(base: Base) -> None:
    assert territorio.municipio(base, codigo="x' OR '1'='1").esta_vacio


@pytest.mark.parametrize(
    "sql",
    [
        "COPY tablero.fuentes TO '/tmp/robo.csv'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "ATTACH '/tmp/otra.duckdb'",
        "SET enable_external_access = true",
        "INSERT INTO tablero.fuentes SELECT * FROM tablero.fuentes",
    ],
)
def test_no_puede_escribir_ni_leer_nada_mas(base: Base, sql: str) -> None:
    with pytest.raises(duckdb.Error):
        base._conexion.cursor().execute(sql)


def test_sin_archivo_lo_dice(tmp_path: Path) -> None:
    with pytest.raises(SinTablero, match="Constrúyalo con: tablero construir"):
        Base(tmp_path / "tablero.duckdb")


def test_sigue_leyendo_su_copia_aunque_reemplacen_el_archivo(
    base_construida: Path, tmp_path: Path
) -> None:
    archivo = tmp_path / "tablero.duckdb"
    archivo.write_bytes(base_construida.read_bytes())
    abierta = Base(archivo)
    archivo.write_bytes(b"roto")
    assert len(abierta.tabla("municipios")) == 1122


def test_al_cerrar_no_deja_rastro(base_construida: Path) -> None:
    abierta = Base(base_construida)
    carpeta = abierta.archivo.parent
    assert [a.name for a in carpeta.iterdir()] == ["tablero.duckdb"]
    abierta.cerrar()
    assert not carpeta.exists()


def _romper_copia(monkeypatch: pytest.MonkeyPatch, error: OSError) -> list[Path]:
    """Hace fallar la copia del archivo; da las carpetas que se alcanzaron a crear."""
    hechas: list[Path] = []

    def nueva(prefijo: str) -> Path:
        hechas.append(temporales.nueva(prefijo))
        return hechas[-1]

    def copiar(*_: object) -> None:
        raise error

    monkeypatch.setattr(modulo, "temporales", SimpleNamespace(nueva=nueva))
    monkeypatch.setattr(modulo.shutil, "copyfile", copiar)
    return hechas


@pytest.mark.parametrize(
    ("error", "motivo"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "no queda espacio en el disco"),
        (PermissionError(errno.EACCES, "Permission denied"), "no hay permiso"),
    ],
)
def test_si_no_se_puede_copiar_lo_dice_y_no_deja_rastro(
    base_construida: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, motivo: str
) -> None:
    hechas = _romper_copia(monkeypatch, error)
    with pytest.raises(ArchivoIlegible, match=f"^No se pudo copiar tablero.duckdb: {motivo}.$"):
        Base(base_construida)
    assert [carpeta.exists() for carpeta in hechas] == [False]


def test_una_carpeta_en_lugar_del_archivo_lo_dice(tmp_path: Path) -> None:
    with pytest.raises(ArchivoIlegible, match="es una carpeta"):
        Base(tmp_path)


def test_un_bloque_danado_se_halla_antes_de_servirlo(base_construida: Path, tmp_path: Path) -> None:
    octetos = bytearray(base_construida.read_bytes())
    for lugar in range(len(octetos) // 3, len(octetos) // 2, 65_536):  # alguno está libre
        octetos[lugar : lugar + 400] = b"?" * 400
    (tmp_path / "t.duckdb").write_bytes(octetos)
    with pytest.raises(ArchivoIlegible, match="dañ"):
        Base(tmp_path / "t.duckdb").comprobar()


def test_una_sola_fila_o_error(base: Base) -> None:
    assert territorio.municipio(base, codigo="54001").fila["municipio_nombre"] == (
        "San José de Cúcuta"
    )
    with pytest.raises(ValueError, match="se esperaba una fila y hay 33"):
        _ = territorio.departamentos(base).fila


def test_los_enteros_con_vacios_siguen_siendo_enteros(base: Base) -> None:
    datos = base.tabla("politica_objetivos")
    assert str(datos["productos"].dtype) == "Int64"


@pytest.mark.parametrize("contenido", [b"", b"basura"])
def test_un_archivo_que_no_es_un_tablero_lo_dice(tmp_path: Path, contenido: bytes) -> None:
    (tmp_path / "otro.duckdb").write_bytes(contenido)
    with pytest.raises(ArchivoIlegible, match=r"otro\.duckdb no es un tablero construido"):
        Base(tmp_path / "otro.duckdb")


def test_una_tabla_se_cuenta_sin_leerla(base: Base) -> None:
    for tabla in TABLAS:
        datos = base.tabla(tabla.tabla)
        cortes = datos["corte_fecha"].dropna().tolist() if "corte_fecha" in datos else []
        assert base.contar(tabla.tabla) == (len(datos), max(cortes, default=None)), tabla.tabla
    assert base.contar("municipios") == (1122, None)
    assert base.contar("politica_avances") == (52, date(2024, 12, 31))
