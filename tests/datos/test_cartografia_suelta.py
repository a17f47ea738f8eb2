"""Soltar la cartografía oficial en `shapefiles/` basta; y la línea de comandos que la maneja."""

import os
import sys
from functools import partial
from pathlib import Path

import pytest
from fabrica_cartografia import (
    CODIGOS,
    MUNICIPIOS,
    capa,
    carpeta_de_cartografia,
    del_pais,
    escribir,
    pais_entero,
)
from orden import correr
from tipos import Correr

from tablero import rutas
from tablero.territorio.cartografia import ESQUEMATICA, leer_ficha, municipios
from tablero.territorio.esquema.contornos import DEPARTAMENTOS
from tablero.territorio.oficial import sueltos
from tablero.territorio.oficial.instalar import instalar, preparar, quitar
from tablero.territorio.oficial.registro import huella
from tablero.territorio.oficial.sueltos import buscar_sueltos, instalar_sueltos


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    carpeta = carpeta_de_cartografia(tmp_path / "shapefiles")
    (carpeta / ESQUEMATICA).write_bytes((rutas.CARTOGRAFIA / ESQUEMATICA).read_bytes())
    return carpeta


@pytest.fixture
def del_proyecto(carpeta: Path) -> Path:
    """La misma, con el contorno verdadero del país."""
    (carpeta / DEPARTAMENTOS).write_bytes((rutas.CARTOGRAFIA / DEPARTAMENTOS).read_bytes())
    return carpeta


def soltar(carpeta: Path) -> list[str]:
    dicho: list[str] = []
    instalar_sueltos(carpeta, lambda: MUNICIPIOS, dicho.append, leer=preparar)
    return dicho


def envejecer(ruta: Path, segundos: int) -> None:
    os.utime(ruta, (segundos, segundos))


def test_sin_nada_nuevo_no_dice_nada_ni_lee_los_municipios(carpeta: Path) -> None:
    def no_pedir() -> list[dict[str, str]]:
        raise AssertionError("no hacía falta")

    # La esquemática de una versión anterior, de quien copió esta encima.
    (carpeta / "municipios_esquematicos.topojson").write_text("{}")
    assert buscar_sueltos(carpeta) == ()
    instalar_sueltos(carpeta, no_pedir)
    assert leer_ficha(carpeta) is None


def test_lo_soltado_se_instala_una_vez(carpeta: Path) -> None:
    escribir(capa(), carpeta.parent / "MGN2025.zip").rename(carpeta / "MGN2025.zip")
    dicho = soltar(carpeta)
    assert dicho[0] == "Hay un archivo nuevo en shapefiles: MGN2025.zip."
    assert dicho[-1] == "Instalada: Límites municipales sin procedencia declarada."
    assert list(municipios(carpeta)["municipio_codigo"]) == list(CODIGOS)
    assert soltar(carpeta) == []


def test_en_una_subcarpeta_y_con_un_solo_rotulo_por_shapefile(carpeta: Path) -> None:
    (carpeta / "MGN").mkdir()
    ruta = escribir(capa(), carpeta / "MGN" / "MPIO_2024.shp")
    assert buscar_sueltos(carpeta) == (ruta,)
    assert soltar(carpeta)[-1] == "Instalada: Límites municipales sin procedencia declarada."
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
    envejecer(escribir(capa(), carpeta / "z_2018.geojson"), 1_000_000)
    soltar(carpeta)
    for _ in range(2):
        ficha = leer_ficha(carpeta)
        assert ficha is not None
        assert ficha.original == "a_2025.gpkg"
        assert soltar(carpeta) == []


def test_lo_que_no_se_lee_se_dice_con_que_hacer(carpeta: Path) -> None:
    (carpeta / "municipios.kml").write_text("<kml></kml>")
    (carpeta / "mgn.rar").write_bytes(b"Rar!")
    (carpeta / "suelto.dbf").write_bytes(b"x")
    (carpeta / "mgn.gdb").mkdir()
    (carpeta / "mgn.gdb" / "a0001.zip").write_bytes(b"x")
    (carpeta / "LEEME.txt").write_text("no es cartografía: no se dice nada")
    dicho = soltar(carpeta)
    assert sorted(frase for frase in dicho if frase.startswith("No se instaló")) == [
        "No se instaló mgn.gdb: es una geodatabase de Esri; pídalo como GeoJSON, GeoPackage o "
        "Shapefile. No se cambió nada.",
        "No se instaló mgn.rar: es un archivo comprimido que no es .zip: ábralo y comprima sus "
        "archivos en un .zip. No se cambió nada.",
        "No se instaló municipios.kml: es un KML (el de Google Earth); pídalo como GeoJSON, "
        "GeoPackage o Shapefile. No se cambió nada.",
        "No se instaló suelto.dbf: es parte de un shapefile: dé el .shp; se admiten .shp (con sus "
        "hermanos), .zip, .gpkg, .geojson, .json y .topojson. No se cambió nada.",
    ]
    assert leer_ficha(carpeta) is None


def test_una_falla_que_nadie_previo_no_impide_abrir(
    carpeta: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fallar(*_: object, **__: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(sueltos, "instalar", fallar)
    escribir(capa(), carpeta / "MGN2025.gpkg")
    assert soltar(carpeta)[-1] == (
        "No se instaló MGN2025.gpkg: falló al leerlo (KeyError). No se cambió nada."
    )
    monkeypatch.undo()
    assert soltar(carpeta)[-1] == "Instalada: Límites municipales sin procedencia declarada."


def test_lo_rechazado_con_reglas_de_antes_se_prueba_otra_vez(carpeta: Path) -> None:
    ruta = escribir(capa(), carpeta / "MGN2025.gpkg")
    (carpeta / "instalada").mkdir()
    vistos = carpeta / "instalada" / "vistos.yml"
    vistos.write_text(f"{huella(ruta)}: 'MGN2025.gpkg: está incompleto o dañado.'\n")
    assert soltar(carpeta)[-1] == "Instalada: Límites municipales sin procedencia declarada."
    assert vistos.read_text(encoding="utf-8").strip() == f"{huella(ruta)}: ''"


def test_quitar_dura_aunque_el_archivo_siga_ahi(carpeta: Path, tmp_path: Path) -> None:
    ruta = escribir(capa(), carpeta / "MGN2025.gpkg")
    soltar(carpeta)
    assert quitar(carpeta)
    assert soltar(carpeta) == []
    assert leer_ficha(carpeta) is None
    instalar(ruta, carpeta, MUNICIPIOS)
    assert leer_ficha(carpeta) is not None


def test_un_registro_danado_se_dice_y_empieza_otro(carpeta: Path) -> None:
    (carpeta / "instalada").mkdir()
    vistos = carpeta / "instalada" / "vistos.yml"
    vistos.write_text("[")
    escribir(capa(), carpeta / "MGN2025.gpkg")
    dicho = soltar(carpeta)
    assert dicho[0] == f"{vistos}: está dañado: se revisa otra vez todo lo que hay."
    assert dicho[-1] == "Instalada: Límites municipales sin procedencia declarada."
    assert soltar(carpeta) == []


def test_si_no_se_puede_anotar_lo_rechazado_se_dice_y_se_sigue(carpeta: Path) -> None:
    (carpeta / "instalada").write_text("no es una carpeta")
    (carpeta / "roto.zip").write_bytes(b"PK")
    dicho = soltar(carpeta)
    assert dicho[-2].startswith("roto.zip: no se pudo anotar que se rechazó. ")
    assert dicho[-1].startswith("No se instaló roto.zip: está incompleto o dañado;")
    assert len(municipios(carpeta)) == 1122


@pytest.mark.skipif(sys.platform == "win32", reason="Windows no tiene tuberías con nombre")
def test_lo_que_no_es_un_archivo_se_dice_y_no_se_espera_nada_de_el(carpeta: Path) -> None:
    os.mkfifo(carpeta / "tuberia.shp")
    (carpeta / "circulo.zip").symlink_to(carpeta / "circulo.zip")
    (carpeta / "sin_fin.gpkg").symlink_to("/dev/zero")
    (carpeta / "vuelta").symlink_to(carpeta, target_is_directory=True)
    assert sorted(soltar(carpeta)) == [
        f"No se instaló {nombre}: no es un archivo. No se cambió nada."
        for nombre in ("circulo.zip", "sin_fin.gpkg", "tuberia.shp")
    ]


@pytest.fixture
def tablero(tmp_path: Path, carpeta: Path) -> Correr:
    """Ejecuta `tablero` en un proyecto con esa carpeta de cartografía."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "fuentes").symlink_to(rutas.FUENTES)

    return partial(correr, raiz=tmp_path)


@pytest.mark.usefixtures("del_proyecto")
def test_la_orden_dice_instala_y_quita(tablero: Correr, tmp_path: Path, carpeta: Path) -> None:
    en_uso = tablero("cartografia")
    assert (en_uso.returncode, en_uso.stderr) == (0, "")
    assert en_uso.stdout.splitlines()[0] == (
        "En uso: Límites municipales esquemáticos, no oficiales"
    )
    assert en_uso.stdout.splitlines()[-1] == (
        "  Para instalar los oficiales: tablero cartografia instalar RUTA"
    )

    sin_islas = pais_entero().drop(["88001", "88564"])
    ruta = escribir(del_pais(sin_islas), tmp_path / "MGN2024.gpkg")
    hecho = tablero("cartografia", "instalar", str(ruta))
    assert (hecho.returncode, hecho.stderr) == (0, "")
    assert "  1.120 municipios con área, de 1.122.\n" in hecho.stdout
    assert hecho.stdout.splitlines()[-2:] == [
        "Instalada: Límites municipales sin procedencia declarada. Todos los mapas la usan desde "
        "ya.",
        "Al pie de cada mapa: Límites municipales sin procedencia declarada (archivo "
        "«MGN2024.gpkg»); simplificados para verlos en pantalla. Faltan 2 de los 1.122 municipios: "
        "no se dibujan.",
    ]
    dicho = tablero("cartografia").stdout
    assert dicho.startswith("En uso: Límites municipales sin procedencia declarada\n")
    assert "\n  Original: MGN2024.gpkg (sha256 " in dicho
    assert "\n  Licencia: no declarada\n" in dicho
    assert "\n  Municipios sin área: Faltan 2 de los 1.122 municipios: 88001, 88564\n" in dicho
    assert "\n  Códigos que no son de la DIVIPOLA: ninguno\n" in dicho

    fuente = "  IGAC, Límites de Colombia\u00a02024. "
    con_fuente = tablero(
        "cartografia", "instalar", str(ruta), "--fuente", fuente, "--licencia", "CC BY 4.0"
    )
    assert con_fuente.stdout.splitlines()[-1] == (
        "Al pie de cada mapa: Límites municipales: IGAC, Límites de Colombia 2024, según quien los "
        "instaló; simplificados para verlos en pantalla. Licencia: CC BY 4.0. Faltan 2 de los "
        "1.122 municipios: no se dibujan."
    )
    assert (
        "\n  De quién es: IGAC, Límites de Colombia 2024, según quien la instaló\n"
        in tablero("cartografia").stdout
    )

    quitada = tablero("cartografia", "quitar")
    assert quitada.stdout.startswith("Se quitó la cartografía instalada.")
    assert tablero("cartografia", "quitar").stdout.startswith(
        "No había otra cartografía instalada.\nEn uso: Límites municipales esquemáticos"
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


@pytest.mark.parametrize(
    ("texto", "motivo"), [("x" * 161, "a lo sumo 160 letras"), (" . ", "está vacía")]
)
def test_una_fuente_que_no_cabe_o_no_dice_nada(
    texto: str, motivo: str, tablero: Correr, tmp_path: Path
) -> None:
    salida = tablero("cartografia", "instalar", str(tmp_path / "x.gpkg"), "--fuente", texto)
    assert salida.returncode == 2
    assert "Valor no válido para «--fuente»: " in salida.stderr
    assert motivo in salida.stderr


@pytest.mark.usefixtures("del_proyecto")
def test_construir_instala_lo_soltado_o_dice_por_que_no(tablero: Correr, carpeta: Path) -> None:
    escribir(del_pais(pais_entero()), carpeta / "MGN2024.gpkg")
    hecho = tablero("construir")
    assert (hecho.returncode, hecho.stderr) == (0, "")
    assert "Hay un archivo nuevo en shapefiles: MGN2024.gpkg.\n" in hecho.stdout
    assert "Instalada: Límites municipales sin procedencia declarada.\n" in hecho.stdout
    assert len(municipios(carpeta)) == 1122
    escribir(capa(), carpeta / "pocos.gpkg")
    hecho = tablero("construir")
    assert (hecho.returncode, hecho.stderr) == (0, "")
    assert "No se instaló pocos.gpkg: trae 5 de los 1.122 municipios, y se piden" in hecho.stdout
    assert hecho.stdout.splitlines()[-1].startswith("Listo: ")
    assert len(municipios(carpeta)) == 1122


def test_con_la_cartografia_danada_se_construye_y_se_dice(
    tablero: Correr, tmp_path: Path, carpeta: Path
) -> None:
    (carpeta / ESQUEMATICA).write_bytes(b'{"type":"Topology"')
    hecho = tablero("construir")
    assert (hecho.returncode, hecho.stderr) == (0, "")
    dicho = next(r for r in hecho.stdout.splitlines() if "sin mapas" in r)
    assert dicho.startswith("El tablero queda construido, y sin mapas. ")
    assert "está dañado; vuelva a copiarlo" in dicho
    assert (tmp_path / "data" / "tablero.duckdb").is_file()


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
