"""Soltar la cartografía oficial en `shapefiles/` basta; y la línea de comandos que la maneja."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from fabrica_cartografia import CODIGOS, MUNICIPIOS, capa, escribir

from tablero import rutas
from tablero.errores import ArchivoIlegible
from tablero.territorio.cartografia import ESQUEMATICA, leer_ficha, municipios
from tablero.territorio.esquema.contornos import DEPARTAMENTOS
from tablero.territorio.oficial.instalar import instalar, quitar
from tablero.territorio.oficial.sueltos import buscar_sueltos, instalar_sueltos

Correr = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    (tmp_path / "shapefiles").mkdir()
    for propio in (ESQUEMATICA, DEPARTAMENTOS):
        (tmp_path / "shapefiles" / propio).write_bytes((rutas.CARTOGRAFIA / propio).read_bytes())
    return tmp_path / "shapefiles"


def soltar(carpeta: Path) -> list[str]:
    dicho: list[str] = []
    instalar_sueltos(carpeta, lambda: MUNICIPIOS, dicho.append)
    return dicho


def envejecer(ruta: Path, segundos: int) -> None:
    os.utime(ruta, (segundos, segundos))


def test_sin_nada_nuevo_no_dice_nada_ni_lee_los_municipios(carpeta: Path) -> None:
    def no_pedir() -> list[dict[str, str]]:
        raise AssertionError("no hacía falta")

    assert buscar_sueltos(carpeta) == ()
    instalar_sueltos(carpeta, no_pedir)
    assert leer_ficha(carpeta) is None


def test_lo_soltado_se_instala_una_vez(carpeta: Path) -> None:
    escribir(capa(), carpeta.parent / "MGN2025.zip").rename(carpeta / "MGN2025.zip")
    dicho = soltar(carpeta)
    assert dicho[0] == "Hay un archivo nuevo en shapefiles: MGN2025.zip."
    assert dicho[-1] == "Instalada: Marco Geoestadístico Nacional 2025 (DANE)."
    assert list(municipios(carpeta)["municipio_codigo"]) == list(CODIGOS)
    assert soltar(carpeta) == []


def test_en_una_subcarpeta_y_con_un_solo_rotulo_por_shapefile(carpeta: Path) -> None:
    (carpeta / "MGN").mkdir()
    ruta = escribir(capa(), carpeta / "MGN" / "MPIO_2024.shp")
    assert buscar_sueltos(carpeta) == (ruta,)
    assert soltar(carpeta)[-1] == "Instalada: Marco Geoestadístico Nacional 2024 (DANE)."
    assert soltar(carpeta) == []


def test_un_hermano_distinto_es_un_archivo_nuevo(carpeta: Path) -> None:
    ruta = escribir(capa(), carpeta / "MPIO_2024.shp")
    soltar(carpeta)
    ruta.with_suffix(".cpg").write_text("1252")
    assert soltar(carpeta)[0] == "Hay un archivo nuevo en shapefiles: MPIO_2024.shp."


def test_lo_rechazado_se_dice_cada_vez_y_se_sigue_con_lo_que_habia(carpeta: Path) -> None:
    escribir(capa(), carpeta / "MGN2025.gpkg")
    soltar(carpeta)
    (carpeta / "roto.zip").write_bytes(b"PK")
    motivo = (
        "roto.zip: está incompleto o dañado; vuelva a descargarlo o a copiarlo. No se cambió nada."
    )
    assert soltar(carpeta) == [
        "Hay un archivo nuevo en shapefiles: roto.zip.",
        "Leyendo roto.zip…",
        f"No se instaló {motivo}",
    ]
    assert soltar(carpeta) == [f"Sigue sin instalarse {motivo}"]
    (carpeta / "roto.zip").unlink()
    assert soltar(carpeta) == []
    ficha = leer_ficha(carpeta)
    assert ficha is not None
    assert ficha.original == "MGN2025.gpkg"


def test_entre_varias_queda_la_mas_reciente_y_no_se_turnan(carpeta: Path) -> None:
    envejecer(escribir(capa(), carpeta / "a_2025.gpkg"), 2_000_000)
    envejecer(
        escribir(capa({"MPIO_CDPMP": CODIGOS[:5]}), carpeta / "z_2018.gpkg"),
        1_000_000,
    )
    soltar(carpeta)
    assert len(municipios(carpeta)) == 6
    assert soltar(carpeta) == []
    assert len(municipios(carpeta)) == 6


def test_quitar_dura_aunque_el_archivo_siga_ahi(carpeta: Path, tmp_path: Path) -> None:
    ruta = escribir(capa(), carpeta / "MGN2025.gpkg")
    soltar(carpeta)
    assert quitar(carpeta)
    assert soltar(carpeta) == []
    assert leer_ficha(carpeta) is None
    instalar(ruta, carpeta, MUNICIPIOS)
    assert leer_ficha(carpeta) is not None


def test_un_registro_danado_se_dice(carpeta: Path) -> None:
    (carpeta / "instalada").mkdir()
    (carpeta / "instalada" / "vistos.yml").write_text("[")
    escribir(capa(), carpeta / "MGN2025.gpkg")
    with pytest.raises(ArchivoIlegible, match="está dañado; bórrelo y repita la orden"):
        soltar(carpeta)


@pytest.fixture
def tablero(tmp_path: Path, carpeta: Path) -> Correr:
    """Ejecuta `tablero` en un proyecto con esa carpeta de cartografía."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "fuentes").symlink_to(rutas.FUENTES)

    def correr(*argumentos: str) -> subprocess.CompletedProcess[str]:
        entorno = {k: v for k, v in os.environ.items() if k != "TABLERO_BASE"}
        return subprocess.run(
            [sys.executable, "-m", "tablero.cli", *argumentos],
            env={**entorno, "TABLERO_RAIZ": str(tmp_path), "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return correr


def test_la_orden_dice_instala_y_quita(tablero: Correr, tmp_path: Path, carpeta: Path) -> None:
    en_uso = tablero("cartografia")
    assert (en_uso.returncode, en_uso.stderr) == (0, "")
    assert en_uso.stdout.splitlines()[0] == (
        "En uso: Límites municipales esquemáticos, no oficiales"
    )
    assert en_uso.stdout.splitlines()[-1] == (
        "  Para instalar los oficiales: tablero cartografia instalar RUTA"
    )

    ruta = escribir(capa(), tmp_path / "MGN2024.gpkg")
    hecho = tablero("cartografia", "instalar", str(ruta))
    assert (hecho.returncode, hecho.stderr) == (0, "")
    assert "  5 municipios con área, de 1.122.\n" in hecho.stdout
    assert "  No están en la DIVIPOLA y no se dibujan: 94663.\n" in hecho.stdout
    assert hecho.stdout.splitlines()[-1] == (
        "Instalada: Marco Geoestadístico Nacional 2024 (DANE). Todos los mapas la usan desde ya."
    )
    dicho = tablero("cartografia").stdout
    assert dicho.startswith("En uso: Marco Geoestadístico Nacional 2024 (DANE)\n")
    assert "\n  Original: MGN2024.gpkg (sha256 " in dicho
    assert "\n  Municipios sin área: 05004, 05021," in dicho
    assert " y 1.107 más\n" in dicho
    assert "\n  Códigos que no son de la DIVIPOLA: 94663\n" in dicho

    quitada = tablero("cartografia", "quitar")
    assert quitada.stdout.startswith("Se quitó la cartografía oficial.")
    assert tablero("cartografia", "quitar").stdout.startswith(
        "No había cartografía oficial instalada.\nEn uso: Límites municipales esquemáticos"
    )
    assert leer_ficha(carpeta) is None


def test_la_orden_rechaza_sin_traza(tablero: Correr, tmp_path: Path) -> None:
    (tmp_path / "mapa.zip").write_bytes(b"nada")
    salida = tablero("cartografia", "instalar", str(tmp_path / "mapa.zip"))
    assert salida.returncode == 8
    assert salida.stderr == (
        "mapa.zip: está incompleto o dañado; vuelva a descargarlo o a copiarlo. "
        "No se cambió nada.\n"
    )


def test_construir_instala_lo_soltado(tablero: Correr, carpeta: Path) -> None:
    escribir(capa(), carpeta / "MGN2024.gpkg")
    hecho = tablero("construir")
    assert (hecho.returncode, hecho.stderr) == (0, "")
    assert "Hay un archivo nuevo en shapefiles: MGN2024.gpkg.\n" in hecho.stdout
    assert "Instalada: Marco Geoestadístico Nacional 2024 (DANE).\n" in hecho.stdout
    assert list(municipios(carpeta)["municipio_codigo"]) == list(CODIGOS[:5])


def test_la_ayuda_es_en_espanol(tablero: Correr) -> None:
    ayuda = tablero("cartografia", "--help").stdout
    for orden in ("instalar", "quitar", "esquematizar"):
        assert f"\n  {orden} " in ayuda
    textos = ayuda + tablero("cartografia", "instalar", "--help").stdout
    for ingles in ("Usage", "Options", "Commands", "Arguments", "Show this", "path", "..."):
        assert ingles not in textos
    assert (
        "\n  cartografia  Dice qué límites municipales se usan, y los cambia.\n"
        in tablero("--help").stdout
    )
