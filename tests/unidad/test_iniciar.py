"""Las decisiones de `iniciar.py`, sin crear entornos ni instalar nada."""

import importlib.util
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from types import ModuleType

import pytest
import yaml

RAIZ = Path(__file__).resolve().parents[2]


def _cargar() -> ModuleType:
    receta = importlib.util.spec_from_file_location("iniciar", RAIZ / "iniciar.py")
    assert receta is not None
    assert receta.loader is not None
    modulo = importlib.util.module_from_spec(receta)
    receta.loader.exec_module(modulo)
    return modulo


iniciar = _cargar()


@pytest.fixture
def raiz(tmp_path: Path) -> Path:
    (tmp_path / ".venv").mkdir()
    (tmp_path / "requirements.txt").write_bytes(b"altair==6.3.0\n")
    (tmp_path / "requirements-pruebas.txt").write_bytes(b"pytest==9.2.0\n")
    (tmp_path / "pyproject.toml").write_bytes(b"[project]\n")
    return tmp_path


@pytest.mark.parametrize("version", [(3, 11), (3, 11, 0), (3, 14, 2), (4, 0, 0)])
def test_una_version_que_sirve(version: tuple[int, ...]) -> None:
    assert iniciar.mensaje_de_version(version) is None


@pytest.mark.parametrize("version", [(3, 10, 14), (3, 9, 2), (2, 7, 18)])
def test_una_version_vieja_se_explica(version: tuple[int, ...]) -> None:
    actual = ".".join(map(str, version))
    mensaje = iniciar.mensaje_de_version(version)
    assert mensaje.startswith(
        f"El tablero necesita Python 3.11 o posterior y este es Python {actual}."
    )


@pytest.mark.parametrize(
    ("plataforma", "esperado"),
    [("linux", "sudo apt install python3-venv"), ("darwin", "python.org"), ("win32", "python.org")],
)
def test_sin_venv_dice_que_instalar(plataforma: str, esperado: str) -> None:
    mensaje = iniciar.mensaje_sin_venv(plataforma)
    assert mensaje.startswith("A este Python le falta el módulo que crea entornos (venv).")
    assert esperado in mensaje


@pytest.mark.parametrize(
    ("plataforma", "esperado"),
    [
        ("win32", "Scripts/tablero.exe"),
        ("linux", "bin/tablero"),
        ("darwin", "bin/tablero"),
    ],
)
def test_donde_queda_cada_programa(plataforma: str, esperado: str) -> None:
    assert iniciar.programa(Path("p"), "tablero", plataforma) == Path("p/.venv") / esperado


def test_la_huella_cambia_solo_con_sus_archivos(raiz: Path) -> None:
    tablero, pruebas = iniciar.huella(raiz, "tablero"), iniciar.huella(raiz, "pruebas")
    assert len(tablero) == 64
    assert tablero != pruebas
    (raiz / "requirements-pruebas.txt").write_bytes(b"pytest==9.2.1\n")
    assert iniciar.huella(raiz, "tablero") == tablero
    assert iniciar.huella(raiz, "pruebas") != pruebas
    (raiz / "requirements.txt").write_bytes(b"altair==6.3.1\n")
    assert iniciar.huella(raiz, "tablero") != tablero


def test_la_huella_no_depende_del_fin_de_linea(raiz: Path) -> None:
    antes = iniciar.huella(raiz, "tablero")
    (raiz / "requirements.txt").write_bytes(b"altair==6.3.0\r\n")
    assert iniciar.huella(raiz, "tablero") == antes


def test_quien_instala_para_las_pruebas_ya_tiene_lo_del_tablero(raiz: Path) -> None:
    assert iniciar.leer_sello(raiz) == {}
    iniciar.escribir_sello(raiz, "pruebas")
    assert iniciar.leer_sello(raiz) == {
        "raiz": str(raiz),
        "tablero": iniciar.huella(raiz, "tablero"),
        "pruebas": iniciar.huella(raiz, "pruebas"),
    }


def test_instalar_el_tablero_no_vale_para_las_pruebas(raiz: Path) -> None:
    iniciar.escribir_sello(raiz, "tablero")
    assert set(iniciar.leer_sello(raiz)) == {"raiz", "tablero"}


@pytest.mark.parametrize("danado", ["", "{", "[]", '"x"'])
def test_un_sello_danado_es_como_no_tenerlo(raiz: Path, danado: str) -> None:
    (raiz / ".venv" / iniciar.SELLO).write_text(danado)
    assert iniciar.leer_sello(raiz) == {}


def test_un_entorno_vacio_o_de_otra_carpeta_no_sirve(raiz: Path) -> None:
    assert iniciar.entorno_sirve(raiz) is False
    (raiz / ".venv" / iniciar.SELLO).write_text(json.dumps({"raiz": "/otra/carpeta"}))
    assert iniciar.entorno_sirve(raiz) is False


def test_un_entorno_sin_pip_solo_sirve_a_quien_no_lo_usa(
    raiz: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Así son los que hace uv."""
    monkeypatch.setattr(iniciar, "programa", lambda *_: Path(sys.executable))
    assert iniciar.entorno_sirve(raiz) is True
    assert iniciar.entorno_sirve(raiz, "modulo_que_no_existe") is False


def test_ordenes_de_instalacion() -> None:
    python = str(Path("p/.venv/bin/python"))
    pip = [python, "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    pip += ["--progress-bar", "off"]
    propio = [*pip, "--no-deps", "-e", "."]
    raiz = Path("p")
    assert iniciar.ordenes_de_instalacion(raiz, "tablero", None, "linux") == [
        [*pip, "--require-hashes", "-r", "requirements.txt"],
        propio,
    ]
    sin_compilar = [*pip, "--no-compile"]
    assert iniciar.ordenes_de_instalacion(raiz, "pruebas", None, "darwin") == [
        [*sin_compilar, "--require-hashes", "-r", "requirements-pruebas.txt"],
        [*sin_compilar, "--no-deps", "-e", "."],
    ]
    windows = iniciar.ordenes_de_instalacion(raiz, "tablero", None, "win32")[0]
    assert windows[0] == str(Path("p/.venv/Scripts/python.exe"))


def test_con_uv_se_instala_con_uv_y_tambien_con_huellas() -> None:
    python = str(Path("p/.venv/bin/python"))
    uv = ["/bin/uv", "pip", "install", "--python", python]
    propio = [*uv, "--no-deps", "-e", "."]
    assert iniciar.ordenes_de_instalacion(Path("p"), "pruebas", "/bin/uv", "linux") == [
        [*uv, "--require-hashes", "-r", "requirements-pruebas.txt"],
        propio,
    ]
    assert iniciar.ordenes_de_instalacion(Path("p"), "tablero", "/bin/uv", "linux") == [
        [*uv, "--compile-bytecode", "--require-hashes", "-r", "requirements.txt"],
        propio,
    ]


def test_el_uv_del_propio_entorno_no_se_usa(raiz: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    propio = raiz / ".venv" / "bin" / "uv"
    for hallado, esperado in ((None, None), (str(propio), None), ("/bin/uv", "/bin/uv")):
        monkeypatch.setattr(iniciar.shutil, "which", lambda _nombre, uv=hallado: uv)
        assert iniciar.buscar_uv(raiz) == esperado


@pytest.mark.parametrize("uv", [None, "/bin/uv"])
def test_si_uv_no_puede_se_instala_con_pip(
    raiz: Path,
    uv: str | None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    corridas: list[list[str]] = []

    def instalar(orden: list[str]) -> None:
        corridas.append(orden)
        if orden[0] == "/bin/uv" or uv is None:
            raise iniciar.NoSePuede("sin conexión")

    monkeypatch.setattr(iniciar.shutil, "which", lambda nombre: uv if nombre == "uv" else nombre)
    # El entorno que hizo uv no trae pip: para instalar con él se hace de nuevo.
    monkeypatch.setattr(iniciar, "entorno_sirve", lambda _raiz, con="sys": con == "sys")
    creados: list[str | None] = []
    monkeypatch.setattr(iniciar, "crear_entorno", lambda con, _raiz: creados.append(con))
    monkeypatch.setattr(iniciar, "instalar", instalar)
    if uv is None:
        with pytest.raises(iniciar.NoSePuede, match="sin conexión"):
            iniciar.preparar(raiz, "tablero")
        assert iniciar.leer_sello(raiz) == {}
        return
    iniciar.preparar(raiz, "tablero")
    assert [orden[0] for orden in corridas] == [
        "/bin/uv",
        *[str(iniciar.programa(raiz, "python"))] * 2,
    ]
    assert creados == [None]
    assert set(iniciar.leer_sello(raiz)) == {"raiz", "tablero"}
    assert "· uv no pudo: se intenta con pip." in capsys.readouterr().out.splitlines()


def ordenes_de(conjunto: str, *extra: str) -> list[str]:
    """Las de un conjunto, sin la carpeta del entorno."""
    lista = iniciar.comprobaciones(Path("p"), conjunto, list(extra), "linux")
    return [" ".join([str(Path(o[0]).relative_to("p/.venv/bin")), *o[1:]]) for _, o in lista]


REVISIONES = [
    "python -m ruff check .",
    "python -m ruff format --check .",
    "python -m mypy",
    "lint-imports",
    "python -m comprobaciones.sin_uso",
    "tablero generar --verificar",
    "python -m comprobaciones.sellos",
    "python -m bandit -q -c pyproject.toml -r src app.py pages iniciar.py",
    "python -m comprobaciones.licencias",
    "python -m comprobaciones.componentes",
    "python -m comprobaciones.vulnerabilidades",
    "python -m comprobaciones.ruedas",
]
PROCESOS = min((os.cpu_count() or 1) + 1, 4)
PYTEST = f"python -m pytest -n {PROCESOS} --dist loadfile --no-loadscope-reorder"


def test_las_comprobaciones_van_en_orden_y_pytest_al_final() -> None:
    assert ordenes_de("pruebas", "-k", "ipt") == [
        "tablero construir",
        *REVISIONES,
        f"{PYTEST} -k ipt",
    ]


def test_revisar_no_construye_ni_prueba_y_rapido_solo_prueba_lo_rapido() -> None:
    assert ordenes_de("revisar") == REVISIONES
    assert ordenes_de("rapido", "-x") == [
        f"{PYTEST} tests/unidad tests/arquitectura -m not hypothesis -x"
    ]
    for carpeta in ("tests/unidad", "tests/arquitectura"):
        assert (RAIZ / carpeta).is_dir()


def test_antes_de_cada_commit_corren_las_mismas_comprobaciones_sin_descargar_nada() -> None:
    texto = (RAIZ / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    [repositorio] = yaml.safe_load(texto)["repos"]
    assert repositorio["repo"] == "local"
    ganchos = repositorio["hooks"]
    assert {g["language"] for g in ganchos} == {"system"}
    de_revisar = dict(iniciar.REVISIONES)
    assert {g["name"]: g["entry"] for g in ganchos} == {
        titulo: de_revisar[titulo]
        for titulo in (
            "Libros sellados",
            "Estilo del código (ruff check)",
            "Formato del código (ruff format)",
            "Tipos (mypy)",
            "Capas (lint-imports)",
            "Archivos generados (tablero generar)",
        )
    }


def test_arreglar_deja_en_orden_lo_que_revisar_revisa() -> None:
    assert ordenes_de("arreglar") == [
        "python -m ruff check --fix .",
        "python -m ruff format .",
        "tablero generar",
        "python -m comprobaciones.decisiones",
        "python -m comprobaciones.plano",
    ]


@pytest.mark.parametrize(
    ("linea", "esperado"),
    [
        ("Collecting altair==6.3.0 (from -r requirements.txt (line 2))", "buscando altair==6.3.0"),
        (
            "  Downloading altair-6.3.0-py3-none-any.whl (7 kB)",
            "descargando altair-6.3.0-py3-none-any.whl",
        ),
        ("  Downloading ruta/de/altair.whl.metadata (7 kB)", "descargando altair.whl.metadata"),
        ("Installing collected packages: a, b, c", "instalando 3 paquetes"),
        ("  Preparing editable metadata (pyproject.toml): started", "preparando el paquete"),
        ("Downloading numpy (16.1MiB)", "descargando numpy"),
        (" Downloaded numpy", None),
        ("Prepared 70 packages in 5.77s", "instalando 70 paquetes"),
        ("Installed 70 packages in 348ms", "compilando lo instalado"),
        ("   Building tablero @ file:///ruta/del/tablero", "preparando el paquete"),
        (" + altair==6.3.0", None),
        ("  Using cached altair-6.3.0-py3-none-any.whl (7 kB)", None),
        ("", None),
    ],
)
def test_lo_que_hacen_pip_y_uv_se_dice_en_espanol(linea: str, esperado: str | None) -> None:
    assert iniciar.describir(linea) == esperado


def test_los_programas_hablan_en_utf8() -> None:
    assert iniciar.ambiente()["PYTHONUTF8"] == "1"


def test_las_comprobaciones_siguen_aunque_una_falle(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corridas: list[str] = []
    aparte: list[str] = []

    def correr(orden: list[str]) -> int:
        corridas.append(orden[-1])
        return 0

    def correr_aparte(orden: list[str]) -> tuple[int, str]:
        aparte.append(orden[-1])
        return (1, "dicho por mypy\n") if "mypy" in orden else (0, "")

    monkeypatch.setattr(iniciar, "correr", correr)
    monkeypatch.setattr(iniciar, "correr_aparte", correr_aparte)
    assert iniciar.probar("pruebas", []) == 1
    total = len(REVISIONES) + 2
    assert corridas == ["construir", PYTEST.rsplit(maxsplit=1)[-1]]
    assert len(aparte) == len(REVISIONES)
    lineas = capsys.readouterr().out.splitlines()
    turno = lineas.index(f"=== 4/{total} · Tipos (mypy) ===")
    assert lineas[turno + 1] == "dicho por mypy"
    assert lineas[-3:] == [
        "Antes de pytest: fallan Tipos (mypy).",
        "",
        f"=== {total}/{total} · Pruebas (pytest) ===",
    ]
    assert iniciar.probar("revisar", []) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "En total: fallan Tipos (mypy)."
    del corridas[:], aparte[:]
    assert iniciar.probar("arreglar", []) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "En total: todo bien."
    # Lo que corrige va de a uno: dos escribirían a la vez el mismo archivo.
    assert (len(corridas), aparte) == (5, [])


def test_las_revisiones_corren_a_la_vez(monkeypatch: pytest.MonkeyPatch) -> None:
    """Las dos que comienzan primero se esperan una a otra: de a una, ninguna terminaría."""
    juntas = threading.Barrier(2, timeout=60)
    corridas: list[str] = []

    def correr_aparte(orden: list[str]) -> tuple[int, str]:
        corridas.append(orden[-1])
        if orden[-1] in ("mypy", "comprobaciones.ruedas"):
            juntas.wait()
        return 0, ""

    monkeypatch.setattr(iniciar, "correr_aparte", correr_aparte)
    assert iniciar.probar("revisar", []) == 0
    assert {"mypy", "comprobaciones.ruedas"} <= set(corridas[: iniciar.A_LA_VEZ])


def test_si_se_interrumpe_no_comienza_ninguna_mas(monkeypatch: pytest.MonkeyPatch) -> None:
    comenzo, sigue = threading.Event(), threading.Event()
    corridas: list[str] = []

    def correr_aparte(orden: list[str]) -> tuple[int, str]:
        corridas.append(orden[-1])
        comenzo.set()
        assert sigue.wait(60)
        return 0, ""

    def interrumpir(*_: object) -> int:
        assert comenzo.wait(60)
        threading.Timer(0.2, sigue.set).start()
        raise KeyboardInterrupt

    monkeypatch.setattr(iniciar, "A_LA_VEZ", 1)
    monkeypatch.setattr(iniciar, "correr_aparte", correr_aparte)
    monkeypatch.setattr(iniciar, "correr", interrumpir)
    with pytest.raises(KeyboardInterrupt):
        iniciar.probar("pruebas", [])
    assert corridas == ["mypy"]


def test_aparte_se_guarda_lo_que_dijo_y_con_que_codigo_salio() -> None:
    guion = "import sys; print('á bien'); print('ó mal', file=sys.stderr); raise SystemExit(6)"
    codigo, dicho = iniciar.correr_aparte([sys.executable, "-c", guion])
    assert codigo == 6
    assert sorted(dicho.splitlines()) == ["á bien", "ó mal"]


@pytest.mark.parametrize("hay_uno_bueno", [False, True])
def test_si_no_se_construye_se_abre_el_ultimo_bueno_si_lo_hay(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, hay_uno_bueno: bool
) -> None:
    ordenes: list[str] = []

    def correr(orden: list[str], **_opciones: bool) -> int:
        if orden[1] == "-c":  # dónde está el tablero lo sabe el programa
            return subprocess.run([sys.executable, *orden[1:]], check=False).returncode
        ordenes.append(orden[1])
        return 3 if orden[1] == "construir" else 0

    monkeypatch.setenv("TABLERO_DATOS", str(tmp_path / "de la persona"))
    (tmp_path / "de la persona").mkdir()
    if hay_uno_bueno:
        (tmp_path / "de la persona" / "tablero.duckdb").touch()
    monkeypatch.setattr(iniciar, "RAIZ", tmp_path)
    monkeypatch.setattr(iniciar, "correr", correr)
    assert iniciar.abrir([]) == (0 if hay_uno_bueno else 3)
    assert ordenes == (["construir", "abrir"] if hay_uno_bueno else ["construir"])


def test_en_una_carpeta_ajena_dice_quien_lo_prepara(
    monkeypatch: pytest.MonkeyPatch, raiz: Path
) -> None:
    monkeypatch.setattr(iniciar.os, "access", lambda _ruta, _modo: False)
    monkeypatch.setattr(iniciar, "entorno_sirve", lambda _raiz: False)
    with pytest.raises(iniciar.NoSePuede, match="es de solo lectura para esta cuenta") as error:
        iniciar.preparar(raiz, "tablero")
    assert f"no se puede escribir en {raiz}" in str(error.value)
    monkeypatch.setattr(iniciar, "esta_listo", lambda _raiz, _uso: True)
    monkeypatch.setattr(iniciar, "entorno_sirve", lambda *_: True)
    iniciar.escribir_sello(raiz, "tablero")
    iniciar.preparar(raiz, "tablero")  # ya preparado, nadie necesita escribir


def test_las_opciones_llegan_a_tablero_abrir(monkeypatch: pytest.MonkeyPatch) -> None:
    ordenes: list[list[str]] = []

    def correr(orden: list[str], **_opciones: bool) -> int:
        ordenes.append(orden[1:])
        return 0

    monkeypatch.setattr(iniciar, "correr", correr)
    assert iniciar.abrir(["--puerto", "8600"]) == 0
    assert ordenes == [["construir"], ["abrir", "--puerto", "8600"]]


def test_correr_devuelve_el_codigo_de_salida() -> None:
    assert iniciar.correr([sys.executable, "-c", "raise SystemExit(6)"]) == 6


def test_si_pip_falla_se_ve_lo_que_dijo() -> None:
    codigo = "print('Collecting x'); print('ERROR: No matching distribution'); raise SystemExit(1)"
    with pytest.raises(iniciar.NoSePuede) as error:
        iniciar.instalar([sys.executable, "-c", codigo])
    assert str(error.value).startswith("Collecting x\nERROR: No matching distribution\n\n")
    assert "conexión a internet" in str(error.value)


@pytest.mark.parametrize(
    ("argumentos", "codigo", "primera"),
    [
        (["--ayuda"], 0, "Prepara el Tablero de Control y lo abre."),
        (["pruevas"], 2, "No se conoce «pruevas»."),
        (["revisar", "src"], 2, "A «revisar» no se le agrega nada."),
    ],
)
def test_ayuda_y_orden_desconocida(argumentos: list[str], codigo: int, primera: str) -> None:
    resultado = subprocess.run(
        [sys.executable, str(RAIZ / "iniciar.py"), *argumentos],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert resultado.returncode == codigo
    assert resultado.stdout.startswith(primera)
    assert resultado.stderr == ""


@pytest.mark.parametrize(
    ("plataforma", "propio", "esperado"),
    [
        ("linux", "iniciar.py", "python3 iniciar.py tablero"),
        ("win32", "iniciar.py", "py iniciar.py tablero"),
        ("darwin", "../mi tablero/iniciar.py", 'python3 "../mi tablero/iniciar.py" tablero'),
    ],
)
def test_los_mensajes_dicen_como_se_llama(
    plataforma: str, propio: str, esperado: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(iniciar.shutil, "which", lambda nombre: nombre)
    monkeypatch.setattr(sys, "argv", [propio])
    assert iniciar.como_se_llama(plataforma) == esperado


def test_una_orden_pasa_sus_argumentos_su_carpeta_y_su_codigo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Con un programa de mentira que dice qué recibió: lo demás no escribe nada."""
    falso = tmp_path / "falso.py"
    falso.write_text(
        "import os, sys\n"
        "print(sys.argv[1:], os.getcwd(), os.environ['TABLERO_ORDEN'])\nraise SystemExit(7)\n"
    )
    (tmp_path / "otra carpeta").mkdir()
    monkeypatch.delenv("TABLERO_ORDEN")
    monkeypatch.chdir(tmp_path / "otra carpeta")
    monkeypatch.setattr(sys, "argv", ["../iniciar.py"])
    monkeypatch.setattr(iniciar, "esta_listo", lambda *_: True)
    real = iniciar.correr
    monkeypatch.setattr(
        iniciar, "correr", lambda orden, **o: real([sys.executable, str(falso), *orden[1:]], **o)
    )
    assert iniciar.principal(["tablero", "seguimiento", "--corte", "2024-12-31", "un libro"]) == 7
    dicho, errores = capfd.readouterr()
    recibido = "['seguimiento', '--corte', '2024-12-31', 'un libro']"
    python = "py" if sys.platform == "win32" else "python3"
    assert dicho.startswith(f"{recibido} {tmp_path / 'otra carpeta'} {python}")
    assert dicho.strip().endswith("../iniciar.py tablero")
    assert errores == ""


def test_sin_entorno_una_orden_lo_prepara(monkeypatch: pytest.MonkeyPatch) -> None:
    hechos: list[object] = []
    monkeypatch.setattr(iniciar, "esta_listo", lambda *_: False)
    monkeypatch.setattr(iniciar, "preparar", lambda _raiz, uso: hechos.append(uso))
    monkeypatch.setattr(iniciar, "correr", lambda orden, **o: hechos.append((orden[1:], o)) or -2)
    assert iniciar.principal(["tablero"]) == 130
    assert hechos == ["tablero", ([], {"ctrl_c_es_normal": True, "carpeta": None})]
