"""El sello cubre lo que se lee, se llame como se llame; dos archivos de una tabla son un error."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fabrica_sello import sellar_todo
from hypothesis import given, settings
from hypothesis import strategies as st

from tablero.errores import ArchivoIlegible, ErroresDeDatos, ErrorTablero
from tablero.ingesta.construir import validar
from tablero.ingesta.fuentes.documentos import descubrir, sha256
from tablero.ingesta.validar_uno import validar_libro
from tablero.libro.archivos import partes_de
from tablero.libro.leer import leer_libro
from tablero.modelo import LIBROS

Cambiar = Callable[[Path], Any]


@pytest.fixture
def carpeta(fuentes: Path) -> Path:
    """El libro de Integra como carpeta de CSV: los de su sello."""
    corte = min((fuentes / "integra").iterdir())
    (corte / "integra.xlsx").unlink()
    shutil.copytree(corte / "sello", corte / "integra")
    return corte / "integra"


def errores(fuentes: Path) -> list[str]:
    with pytest.raises(ErroresDeDatos) as capturado:
        validar(descubrir(fuentes))
    return [str(error) for error in capturado.value.errores]


def test_una_carpeta_de_csv_se_lee_y_se_sella_como_su_libro(carpeta: Path, fuentes: Path) -> None:
    antes = {t: [f.valores for f in filas] for t, filas in _leer(carpeta).items()}
    assert len(antes["integra_ciudades"]) == 8
    informe = sellar_todo(descubrir(fuentes))
    assert "integra/2023-08-31/integra: 0 cambios." in informe


def _leer(carpeta: Path) -> dict[str, Any]:
    leido = leer_libro(carpeta, LIBROS["integra"], "integra")
    assert leido.errores == ()
    return leido.filas


NOMBRES = ("cifras.CSV", "CIFRAS.csv", "Cifras.Csv")


@pytest.mark.parametrize("nombre", NOMBRES)
def test_el_sello_cubre_un_csv_con_otras_mayusculas(carpeta: Path, nombre: str) -> None:
    (carpeta / "cifras.csv").rename(carpeta / nombre)
    leidas = _leer(carpeta)["cifras"]
    huella = sha256(carpeta)
    texto = (carpeta / nombre).read_text("utf-8")
    (carpeta / nombre).write_text(f"{texto}\n", "utf-8")
    assert sha256(carpeta) != huella
    assert len(_leer(carpeta)["cifras"]) == len(leidas)


@pytest.mark.parametrize("nombre", NOMBRES)
def test_dos_archivos_de_una_tabla_son_un_error(carpeta: Path, fuentes: Path, nombre: str) -> None:
    shutil.copy(carpeta / "cifras.csv", carpeta / nombre)
    juntos = f"{nombre} y cifras.csv"
    assert errores(fuentes) == [
        f"integra/2023-08-31/integra/{nombre}: hay varios de esta tabla ({juntos}); deje uno."
    ]


LIBRES: dict[str, Cambiar] = {
    "un rastro de macOS": lambda c: (c / "._cifras.csv").write_text("x"),
    "un rastro de Excel": lambda c: (c / "~$cifras.csv").write_text("x"),
    "un texto": lambda c: (c / "LEEME.txt").write_text("x"),
    "otra carpeta": lambda c: shutil.copytree(c, c / "viejos"),
}


@pytest.mark.parametrize("caso", LIBRES)
def test_lo_que_no_se_lee_no_cambia_el_sello(carpeta: Path, caso: str) -> None:
    huella, filas = sha256(carpeta), _leer(carpeta)
    LIBRES[caso](carpeta)
    assert (sha256(carpeta), _leer(carpeta)) == (huella, filas)


def test_un_enlace_se_sella_por_lo_que_dice(carpeta: Path, tmp_path: Path) -> None:
    huella = sha256(carpeta)
    (carpeta / "cifras.csv").rename(tmp_path / "otro.csv")
    (carpeta / "cifras.csv").symlink_to(tmp_path / "otro.csv")
    assert sha256(carpeta) == huella
    (tmp_path / "otro.csv").write_text("x", "utf-8")
    assert sha256(carpeta) != huella
    (tmp_path / "otro.csv").unlink()
    with pytest.raises(ArchivoIlegible, match=r"cifras\.csv: no se puede leer \(no existe\)"):
        sha256(carpeta)


def test_una_carpeta_que_se_llama_como_un_csv(carpeta: Path) -> None:
    (carpeta / "cifras.csv").unlink()
    (carpeta / "cifras.csv").mkdir()
    with pytest.raises(ArchivoIlegible, match=r"no se puede leer \(es una carpeta\)"):
        sha256(carpeta)
    (error,) = leer_libro(carpeta, LIBROS["integra"], "integra").errores
    assert str(error) == "integra/cifras.csv: no es un archivo."


def test_un_nombre_que_no_es_texto_no_rompe_el_sello(carpeta: Path) -> None:
    (carpeta / b"cifr\xe1s.csv".decode("utf-8", "surrogateescape")).write_text("x")
    assert len(sha256(carpeta)) == 64
    (error,) = leer_libro(carpeta, LIBROS["integra"], "integra").errores
    assert "cifr⟨U+DCE1⟩s.csv: no es una tabla de este libro" in str(error)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text("aAé\u0301.~$_", min_size=1, max_size=6),
            st.sampled_from([".csv", ".CSV", ".txt"]),
        ),
        max_size=5,
    ),
    st.binary(max_size=5),
)
def test_la_huella_cambia_si_y_solo_si_cambia_lo_que_se_lee(
    tmp_path_factory: pytest.TempPathFactory, nombres: list[tuple[str, str]], octetos: bytes
) -> None:
    carpeta = tmp_path_factory.mktemp("libro")
    for nombre, extension in nombres:
        (carpeta / f"{nombre}{extension}").write_bytes(b"x")
    leidas = set(partes_de(carpeta))
    for ruta in list(carpeta.iterdir()):
        antes = sha256(carpeta)
        ruta.write_bytes(b"y" + octetos)
        assert (sha256(carpeta) != antes) == (ruta in leidas)
        ruta.write_bytes(b"x")


DE_OTRO_NOMBRE = ("cnim.XLSX", "CNIM.xlsx", "Cnim.Xlsx")


@pytest.mark.parametrize("nombre", DE_OTRO_NOMBRE)
def test_un_libro_con_otras_mayusculas_se_halla(fuentes: Path, nombre: str) -> None:
    libro = min((fuentes / "cnim").glob("*/cnim.xlsx"))
    otro = libro.rename(libro.with_name(nombre))
    assert [d.libro.name for d in descubrir(fuentes) if d.nombre == "cnim"] == [nombre]
    assert validar_libro(otro, fuentes) == ()


@pytest.mark.parametrize("nombre", [*DE_OTRO_NOMBRE, "cnim.ods", "CNIM"])
def test_dos_libros_de_un_documento_son_un_error(fuentes: Path, nombre: str) -> None:
    libro = min((fuentes / "cnim").glob("*/cnim.xlsx"))
    otro = libro.with_name(nombre)
    _ = otro.mkdir() if nombre == "CNIM" else shutil.copy(libro, otro)
    with pytest.raises(ErroresDeDatos, match="cnim/2025-11-30/: hay más de un libro") as error:
        descubrir(fuentes)
    assert nombre in str(error.value)


@pytest.mark.parametrize("rastro", ["~$cnim.xlsx", "._cnim.xlsx", ".cnim.xlsx"])
def test_lo_que_deja_otro_programa_no_es_un_libro(fuentes: Path, rastro: str) -> None:
    antes = descubrir(fuentes)
    libro = min((fuentes / "cnim").glob("*/cnim.xlsx"))
    libro.with_name(rastro).write_bytes(b"x")
    (fuentes / "cnim" / ".oculta").mkdir()
    (fuentes / ".git").mkdir()
    assert descubrir(fuentes) == antes


def test_una_ficha_que_no_admite_la_huella_no_se_estropea(fuentes: Path) -> None:
    corte = min((fuentes / "integra").iterdir())
    ficha = corte / "fuente.yml"
    campos = ficha.read_text("utf-8").splitlines()
    en_una = "{" + ", ".join(c for c in campos if not c.startswith("libro_sha256")) + "}\n"
    ficha.write_text(en_una, "utf-8")
    sello = (corte / "sello" / "cifras.csv").read_bytes()
    with pytest.raises(ErrorTablero, match="no se pudo poner la huella"):
        sellar_todo(descubrir(fuentes))
    assert ficha.read_text("utf-8") == en_una
    assert (corte / "sello" / "cifras.csv").read_bytes() == sello


def test_un_sello_danado_se_dice(fuentes: Path, editar: Callable[..., None]) -> None:
    editar("integra", "Cifras", "Tema", 2, "Otro")
    sello = min((fuentes / "integra").glob("*/sello/cifras.csv"))
    sello.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ArchivoIlegible, match=r"cifras\.csv: está dañado; bórrelo y selle"):
        sellar_todo(descubrir(fuentes))
