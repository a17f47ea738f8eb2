"""La línea de comandos: qué dice y con qué código sale."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from orden import Hecho, correr
from tipos import Correr, Editar

from tablero import formato, rutas
from tablero.modelo import LIBROS, TABLAS


@pytest.fixture
def raiz(tmp_path: Path) -> Path:
    """Una copia del proyecto hecha de enlaces."""
    raiz = tmp_path / "proyecto"
    (raiz / "data").mkdir(parents=True)
    (raiz / "shapefiles").symlink_to(rutas.CARTOGRAFIA)
    if not (tmp_path / "fuentes").exists():
        (tmp_path / "fuentes").symlink_to(rutas.FUENTES)
    (raiz / "data" / "fuentes").symlink_to(tmp_path / "fuentes")
    return raiz


@pytest.fixture
def tablero(raiz: Path) -> Correr:
    """Ejecuta una orden en esa copia."""
    return partial(correr, raiz=raiz)


@pytest.fixture
def programa(raiz: Path) -> Correr:
    """El programa de verdad, en su propio proceso."""

    def correr_aparte(*argumentos: str) -> Hecho:
        entorno = {k: v for k, v in os.environ.items() if k != "TABLERO_DATOS"}
        return subprocess.run(
            [sys.executable, "-m", "tablero.cli", *argumentos],
            env={**entorno, "TABLERO_RAIZ": str(raiz), "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return correr_aparte


def test_el_camino_de_un_funcionario(programa: Correr, tablero: Correr, tmp_path: Path) -> None:
    """Los primeros pasos, en su propio proceso; los que siguen dan lo mismo en este."""
    hecho = programa("construir")
    assert (hecho.returncode, hecho.stderr) == (0, "")
    assert f"Listo: {len(TABLAS)} tablas" in hecho.stdout
    assert "sdp_2024-12-31" in programa("estado").stdout

    exportado = programa("exportar", str(tmp_path / "salida"))
    assert exportado.returncode == 0
    archivos = {p.name for p in (tmp_path / "salida").iterdir()}
    assert archivos == {f"{t.tabla}.csv" for t in TABLAS} | {
        "LEEME.txt",
        "encabezados.csv",
    }
    lineas = (tmp_path / "salida" / "politica_cortes.csv").read_text("utf-8").splitlines()
    assert lineas[2].startswith("poblacion_migrante_internacional,2024-12-31,publicado,52.05,52.2,")

    tablero("exportar", str(tmp_path / "excel"), "--dialecto", "excel")
    crudo = (tmp_path / "excel" / "politica_cortes.csv").read_bytes()
    assert crudo.startswith(b"\xef\xbb\xbf")
    assert b";52,05;52,05;52,2;52,2;" in crudo

    conciliado = tablero("conciliar")
    assert conciliado.returncode == 0
    assert "DIFIERE" in conciliado.stdout
    assert "COINCIDE" in conciliado.stdout


def test_el_paquete_dice_donde_quedo_y_de_que_edicion_es(tablero: Correr, tmp_path: Path) -> None:
    assert tablero("construir").returncode == 0
    hecho = tablero("paquete", str(tmp_path / "p.zip"))
    assert hecho.returncode == 0
    megas = formato.numero((tmp_path / "p.zip").stat().st_size / 1e6, 1)
    assert hecho.stdout == (
        f"{tmp_path / 'p.zip'} · {megas} MB · edición 1 · "
        "licencia por definir (propuesta: CC BY 4.0)\n"
    )
    with zipfile.ZipFile(tmp_path / "p.zip") as comprimido:
        assert comprimido.testzip() is None
        assert "edición 1, generada el" in comprimido.read("LEEME.md").decode()
    (tmp_path / "carpeta.zip").mkdir()
    negado = tablero("paquete", str(tmp_path / "carpeta.zip"))
    assert (negado.returncode, negado.stdout) == (4, "")
    assert negado.stderr.endswith("carpeta.zip: no se puede leer o escribir (es una carpeta).\n")


def test_el_estado_dice_que_tan_al_dia_esta_cada_fuente(
    tablero: Correr, en_el_dia: Callable[[date], None]
) -> None:
    assert tablero("construir").returncode == 0
    dicho = tablero("estado").stdout
    assert "\nQué tan al día, el 30 de noviembre de 2026:\n" in dicho
    assert (
        "Corte: 31 de diciembre de 2024, hace 23 meses; se esperaba el corte de junio de 2025, y "
        "después los de diciembre de 2025 y junio de 2026.\n"
    ) in dicho
    assert "Corte: agosto de 2023, hace 3 años y 3 meses; sin periodicidad publicada.\n" in dicho
    en_el_dia(date(2025, 1, 12))
    assert (
        "Corte: 31 de diciembre de 2024, hace 12 días; al día: sigue el corte de junio de 2025.\n"
    ) in tablero("estado").stdout


def test_sin_construir_lo_dice(tablero: Correr, tmp_path: Path) -> None:
    salida = tablero("exportar", str(tmp_path / "x"))
    assert salida.returncode == 5
    assert salida.stderr.strip() == (
        "Todavía no existe tablero.duckdb. Constrúyalo con: tablero construir"
    )


def test_un_libro_sin_sellar(fuentes: Path, editar: Editar, tablero: Correr) -> None:
    editar("cnim", "Transferencias", "Valor", 2, 5)
    editar("cnim", "Transferencias", "Cita", 2, "Antioquia, Necoclí $5")
    salida = tablero("construir")
    assert salida.returncode == 3
    assert "cnim/2025-11-30/cnim.xlsx" in salida.stderr
    assert "Traceback" not in salida.stderr
    mostrado = tablero("sellar")
    assert "«60431400» → «5»" in mostrado.stdout
    assert (mostrado.returncode, mostrado.stderr) == (
        12,
        "No se selló nada: 1 libro por sellar. Si lo que cambió es lo que debía, séllelo con: "
        "tablero sellar --si\n",
    )
    assert tablero("construir").returncode == 3
    sellado = tablero("sellar", "--si")
    assert sellado.stdout.startswith(mostrado.stdout)
    assert "cnim/2025-11-30/cnim.xlsx: sellado por " in sellado.stdout
    assert tablero("construir").returncode == 0
    dicho = tablero("estado").stdout.splitlines()
    assert [renglon.partition(":")[0] for renglon in dicho[-2:]] == [
        "Última construcción",
        "Último sello",
    ]
    assert dicho[-1].split(" · ")[1:3] == ["cnim_2025-11-30", "cnim.xlsx"]


def test_no_se_sella_un_libro_con_errores(fuentes: Path, editar: Editar, tablero: Correr) -> None:
    editar("cnim", "Transferencias", "Estado", 2, "girada")
    salida = tablero("sellar")
    assert salida.returncode == 1
    assert "«girada» no es válido; use: girado, desistido." in salida.stderr
    assert "1 error. No se cambió nada." in salida.stderr


def test_validar_un_libro_suelto(fuentes: Path, editar: Editar, tablero: Correr) -> None:
    assert tablero("validar").stdout.strip() == "Sin errores."
    libro = fuentes / "cnim" / "2025-11-30" / "cnim.xlsx"
    assert tablero("validar", str(libro)).returncode == 0
    editar("cnim", "Transferencias", "Valor", 2, "mucho")
    salida = tablero("validar", str(libro))
    assert salida.returncode == 1
    assert salida.stderr.startswith(
        "cnim.xlsx · hoja «Transferencias» · celda E2 · columna «Valor»"
    )


def test_los_avisos_se_dicen_y_no_impiden_nada(
    fuentes: Path, editar: Editar, tablero: Correr
) -> None:
    for fila in range(2, 8):
        editar("cnim", "Transferencias", "Resolución", fila, "1409\u00a0de 2025")
    salida = tablero("validar")
    assert (salida.returncode, salida.stderr) == (0, "")
    assert salida.stdout.splitlines() == [
        "Sin errores; 6 avisos:",
        "  cnim/2025-11-30/cnim.xlsx · hoja «Transferencias» · 6 celdas (A2, A3, A4…) · columna "
        "«Resolución»: «1409⟨espacio duro⟩de 2025» tiene espacio duro; se leyó «1409 de 2025».",
    ]
    assert tablero("sellar", "--si").stdout.splitlines()[-3] == "Sin errores; 6 avisos:"
    construido = tablero("construir").stdout.splitlines()
    assert construido[-2] == "Sin errores; 6 avisos:"


def test_validar_un_libro_suelto_mira_tambien_los_nombres(
    fuentes: Path, editar: Editar, tablero: Correr, tmp_path: Path
) -> None:
    editar("cnim", "Transferencias", "Municipio publicado", 2, "Necocli")
    editar("cnim", "Atenciones", "Código del centro", 2, "leticia")
    suelto = (fuentes / "cnim" / "2025-11-30" / "cnim.xlsx").rename(tmp_path / "cnim.xlsx")
    (fuentes / "cnim" / "2025-11-30" / "cnim.xlsx").write_bytes(b"otro")
    lineas = tablero("validar", str(suelto)).stderr.splitlines()
    assert lineas[0].startswith(
        "cnim.xlsx · hoja «Transferencias» · celda D2 · columna «Municipio publicado»: «Necocli» no"
    )
    assert lineas[1].endswith("«leticia» no está en la hoja «Centros Intégrate».")
    assert lineas[-1] == "2 errores. No se cambió nada."


def test_validar_un_archivo_que_no_es_de_ningun_documento(tablero: Correr, tmp_path: Path) -> None:
    (tmp_path / "otro.xlsx").write_bytes(b"x")
    salida = tablero("validar", str(tmp_path / "otro.xlsx"))
    assert salida.returncode == 4
    assert "use: divipola.xlsx, eat.xlsx" in salida.stderr


def test_plantillas(tablero: Correr, tmp_path: Path) -> None:
    assert tablero("plantilla", str(tmp_path / "plantillas")).returncode == 0
    assert {p.stem for p in (tmp_path / "plantillas").glob("*.xlsx")} == set(LIBROS)
    assert {p.name for p in (tmp_path / "plantillas").glob("*.[dp][op][ct]x")} == {
        "plantilla_del_acta.docx",
        "plantilla_de_las_diapositivas.pptx",
    }


@pytest.mark.parametrize(
    ("argumentos", "mensaje"),
    [
        (["construyr"], "No existe la orden «construyr». ¿Quiso decir 'construir'?"),
        (["exportar"], "Falta el argumento «DESTINO»."),
        (["estado", "sobra"], "Sobra «sobra»"),
        (["abrir", "--puerto", "x"], "Valor no válido para «--puerto»: debe ser un número entero"),
        (["exportar", "d", "--dialecto", "y"], "«y» no es uno de 'maquina', 'excel'."),
        (["construir", "--rapido"], "No existe la opción «--rapido»"),
        (["seguimiento", "simular", "x.xlsx"], "Falta la opción «--corte»."),
        (["abrir", "--puerto", "99999"], "«--puerto»: debe estar entre 1 y 65.535."),
    ],
)
def test_una_orden_mal_escrita_se_explica_en_espanol(
    tablero: Correr, argumentos: list[str], mensaje: str
) -> None:
    salida = tablero(*argumentos)
    assert salida.returncode == 2
    assert mensaje.lower() in salida.stderr.lower()
    assert salida.stderr.endswith("Ayuda: tablero --help\n")


def test_la_ayuda_es_en_espanol_y_nombra_cada_orden(tablero: Correr) -> None:
    ayuda = tablero("--help").stdout
    for orden in ("construir", "validar", "exportar", "plantilla", "sellar", "generar"):
        assert f"\n  {orden} " in ayuda
    for orden in ("conciliar", "estado", "abrir"):
        assert f"\n  {orden} " in ayuda
    textos = ayuda + tablero("exportar", "--help").stdout
    for ingles in ("Usage", "Options", "Commands", "Arguments", "Show this", "default", "path"):
        assert ingles not in textos


def test_un_destino_imposible_se_dice_sin_traza(tablero: Correr, tmp_path: Path) -> None:
    (tmp_path / "archivo.txt").write_text("x", encoding="utf-8")
    adentro = str(tmp_path / "archivo.txt" / "carpeta")
    tablero("construir")
    for orden in (
        ("exportar", adentro),
        ("plantilla", adentro),
        ("simular", "--municipios", "34", "--destino", adentro),
        ("fichas", adentro),
        ("fichas", "--carpeta", adentro),
        ("fichas", str(tmp_path / "archivo.txt")),
        ("paquete", adentro),
        ("paquete", str(tmp_path / "archivo.txt" / "p.zip")),
    ):
        hecho = tablero(*orden)
        assert hecho.returncode == 4, orden
        assert "no se puede leer o escribir (" in hecho.stderr
        assert "Traceback" not in hecho.stderr
        assert hecho.stdout == "", "se sabe antes de trabajar"


def test_una_base_que_no_lo_es_se_dice_sin_traza(programa: Correr, tmp_path: Path) -> None:
    (tmp_path / "mala.duckdb").write_text("basura", encoding="utf-8")
    hecho = programa("exportar", str(tmp_path / "x"), "--base", str(tmp_path / "mala.duckdb"))
    assert hecho.returncode == 4
    assert "no es un tablero construido, o está dañado" in hecho.stderr
    assert "Traceback" not in hecho.stderr
