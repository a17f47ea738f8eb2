"""Lo que se revisa de los paquetes: que estén todos fijos, su licencia y sus vulnerabilidades."""

import json
import re
import subprocess
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from comprobaciones import componentes, fijar, licencias, vulnerabilidades
from comprobaciones.paquetes import DE_PRUEBAS, RAIZ, REQUISITOS, fijados, requisitos
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROYECTO = tomllib.loads((RAIZ / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SISTEMAS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    "mac": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
}


def alcanzados(pedidos: list[str], sistema: dict[str, str]) -> dict[str, list[Requirement]]:
    """Cada paquete que piden unos, directa o indirectamente, y todo lo que se pide de él."""
    de_cada_uno: dict[str, list[Requirement]] = {}
    vistos = set()
    cola = [(Requirement(p), ("",)) for p in pedidos]
    while cola:
        pedido, extras_de_quien_pide = cola.pop()
        if pedido.marker is not None and not any(
            pedido.marker.evaluate({**sistema, "extra": e}) for e in extras_de_quien_pide
        ):
            continue
        nombre = canonicalize_name(pedido.name)
        de_cada_uno.setdefault(nombre, []).append(pedido)
        extras = ("", *sorted(pedido.extras))
        if (nombre, extras) in vistos:
            continue
        vistos.add((nombre, extras))
        try:
            suyos = requires(nombre) or []
        except PackageNotFoundError:  # de otro sistema: aquí no se instala
            continue
        cola += [(Requirement(r), extras) for r in suyos]
    return de_cada_uno


@pytest.mark.parametrize("sistema", SISTEMAS.values(), ids=SISTEMAS.keys())
@pytest.mark.parametrize(
    ("archivo", "pedidos"),
    [
        (REQUISITOS, PROYECTO["dependencies"]),
        (DE_PRUEBAS, PROYECTO["dependencies"] + PROYECTO["optional-dependencies"]["pruebas"]),
    ],
    ids=["tablero", "pruebas"],
)
def test_se_fija_lo_que_pide_el_proyecto_y_nada_mas(
    archivo: Path, pedidos: list[str], sistema: dict[str, str]
) -> None:
    """También lo que piden los paquetes: instalar hoy y en un año da lo mismo."""
    fijos = fijados(archivo, sistema)
    alcanza = alcanzados(pedidos, sistema)
    assert set(alcanza) == set(fijos)
    assert [
        str(p)
        for nombre, suyos in alcanza.items()
        for p in suyos
        if not p.specifier.contains(fijos[nombre], prereleases=True)
    ] == []


@pytest.mark.parametrize("archivo", [REQUISITOS, DE_PRUEBAS], ids=lambda a: a.name)
def test_cada_paquete_va_con_su_version_y_sus_huellas_en_orden(archivo: Path) -> None:
    leidos = requisitos(archivo)
    assert [r.name for r in leidos if [e.operator for e in r.specifier] != ["=="]] == []
    nombres = [r.name for r in leidos]
    assert nombres == sorted(set(nombres))
    texto = archivo.read_text(encoding="utf-8")
    assert texto.startswith(fijar.CABECERA)
    assert len(re.findall(r"^\S.*==\S+.*\\\n    --hash=sha256:[0-9a-f]{64}", texto, re.M)) == len(
        leidos
    )


def test_las_pruebas_usan_las_versiones_del_tablero() -> None:
    tablero, pruebas = fijados(REQUISITOS), fijados(DE_PRUEBAS)
    assert {n: pruebas.get(n) for n in tablero} == tablero


def test_ningun_archivo_de_versiones_nombra_un_servidor_de_paquetes() -> None:
    for archivo in (REQUISITOS, DE_PRUEBAS):
        assert "://" not in archivo.read_text(encoding="utf-8")


def test_solo_cambia_de_version_lo_que_se_pide() -> None:
    del_tablero, de_pruebas = fijar.ordenes()
    assert del_tablero[-2:] == ["--output-file", "requirements.txt"]
    assert de_pruebas[-6:] == [
        *("--extra", "pruebas", "-c", "requirements.txt"),
        *("--output-file", "requirements-pruebas.txt"),
    ]
    assert "--generate-hashes" in del_tablero
    assert "--upgrade" not in del_tablero
    assert "--upgrade" in fijar.ordenes([])[0]
    assert "--upgrade-package=duckdb" in fijar.ordenes(["duckdb"])[0]
    assert "--upgrade" not in fijar.ordenes(["duckdb"])[0]


def test_la_lista_de_componentes_trae_cada_paquete_con_su_version(tmp_path: Path) -> None:
    """Lo instalado, sin lo de las pruebas; `escribir` no deja nada que no sea CycloneDX válido."""
    fijos = fijados(REQUISITOS)
    lista = componentes.solo_del_tablero(componentes.del_entorno(), fijos)
    componentes.escribir(lista, tmp_path / "construido" / "lista.json")
    escrita = json.loads((tmp_path / "construido" / "lista.json").read_text(encoding="utf-8"))
    assert {canonicalize_name(c["name"]): c["version"] for c in escrita["components"]} == fijos
    assert all(
        c["purl"] == f"pkg:pypi/{n}@{v}"
        for c, (n, v) in zip(
            sorted(escrita["components"], key=lambda c: canonicalize_name(c["name"])),
            sorted(fijos.items()),
            strict=True,
        )
    )
    de = {
        d["ref"].partition("==")[0].lower(): d.get("dependsOn", []) for d in escrita["dependencies"]
    }
    assert len(de["root-component"]) == len(fijos)
    assert [d.partition("==")[0] for d in de["jinja2"]] == ["MarkupSafe"]
    assert escrita["metadata"]["component"]["name"] == "tablero"
    assert "timestamp" not in escrita["metadata"]  # con los mismos paquetes, el mismo archivo


def test_una_lista_que_no_es_lo_fijado_no_se_escribe(tmp_path: Path) -> None:
    entorno = {"components": [{"name": "Uno", "version": "1.0", "bom-ref": "u"}]}
    with pytest.raises(componentes.ListaIncompleta) as error:
        componentes.solo_del_tablero(entorno, {"uno": "2.0", "dos": "3.0"})
    assert str(error.value).endswith(": uno==2.0 (hay 1.0), dos==3.0 (hay None)")
    with pytest.raises(componentes.ListaIncompleta, match="no es CycloneDX válido"):
        componentes.escribir({"specVersion": "1.6", "components": 3}, tmp_path / "x.json")
    assert not (tmp_path / "x.json").exists()


def declarado(
    nombre: str, expresion: str = "UNKNOWN", clase: str = "UNKNOWN", texto: str = "UNKNOWN"
) -> dict[str, str]:
    return {
        "Name": nombre,
        "License-Expression": expresion,
        "License-Classifier": clase,
        "License-Metadata": texto,
    }


@pytest.mark.parametrize(
    ("paquete", "reparo"),
    [
        (declarado("a", "MIT"), None),
        (declarado("A", "BSD-3-Clause AND 0BSD AND Zlib"), None),
        (declarado("a", "GPL-3.0-only OR MIT"), None),
        (declarado("a", clase="Apache Software License; MIT License", texto="GPL"), None),
        (declarado("a", texto="3-Clause BSD License"), None),
        (
            declarado("a", "MIT AND GPL-2.0-only"),
            "a: su licencia, «MIT AND GPL-2.0-only», no está entre las permitidas.",
        ),
        (
            declarado("a", clase="MIT License; GNU General Public License v2 (GPLv2)"),
            "a: su licencia, «MIT License; GNU General Public License v2 (GPLv2)», no está entre "
            "las permitidas.",
        ),
        (declarado("a"), "a: no declara su licencia; búsquela y decida si se puede usar."),
        (declarado("b", "MIT"), "a: no está instalado; no se sabe qué licencia tiene."),
    ],
)
def test_una_licencia_que_no_se_permite_nombra_su_paquete(
    paquete: dict[str, str], reparo: str | None
) -> None:
    assert list(licencias.reparos({"a": "1.0"}, [paquete])) == ([] if reparo is None else [reparo])


def test_el_documento_dice_lo_mismo_en_todo_sistema() -> None:
    leidos = [
        declarado("Uno", clase="Apache Software License; MIT License"),
        declarado("dos", "GPL-3.0-only OR MIT"),
    ]
    en_windows = [*leidos, declarado("colorama", clase="BSD License")]
    texto = licencias.documento(["uno", "dos", "colorama"], leidos)
    assert licencias.documento(["colorama", "uno", "dos"], en_windows) == texto
    assert texto.splitlines()[-4:] == [
        "|---|---|",
        "| colorama | BSD-3-Clause |",
        "| dos | GPL-3.0-only OR MIT |",
        "| uno | Apache-2.0 AND MIT |",
    ]
    with pytest.raises(KeyError, match="tres"):
        licencias.documento(["tres"], leidos)


def test_un_documento_atrasado_se_dice_y_se_escribe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(licencias, "DOCUMENTO", tmp_path / "licencias.md")
    leidos = [declarado(r.name, "MIT") for r in requisitos(REQUISITOS)]
    monkeypatch.setattr(licencias, "declaradas", lambda _: leidos)
    assert licencias.principal() == 1
    assert capsysbinary.readouterr().out.decode() == (
        "docs/licencias.md no está al día: python -m comprobaciones.licencias --escribir\n"
    )
    assert licencias.principal(["--escribir"]) == 0
    assert licencias.principal() == 0
    leidos[0] = declarado(leidos[0]["Name"], "ISC")
    assert licencias.principal() == 1


RESPUESTA = {
    "dependencies": [
        {"name": "uno", "version": "1.0", "vulns": []},
        {
            "name": "dos",
            "version": "2.0",
            "vulns": [{"id": "GHSA-x", "fix_versions": ["2.1", "3.0"]}],
        },
        {"name": "tres", "skip_reason": "no está"},
    ]
}
NO_SE_SABE = "No se pudo consultar el servicio de vulnerabilidades: no se sabe si hay alguna."


@pytest.mark.parametrize(
    ("respuesta", "codigo", "dicho"),
    [
        (
            (json.dumps(RESPUESTA), ""),
            1,
            "dos 2.0: GHSA-x; la corrige la 2.1, 3.0\n"
            f"{NO_SE_SABE} De estos paquetes: tres.\n"
            "Suba la versión del paquete: python -m comprobaciones.fijar --subir PAQUETE\n",
        ),
        (
            (json.dumps({"dependencies": RESPUESTA["dependencies"][:1]}), ""),
            0,
            "Ningún paquete tiene vulnerabilidades conocidas.\n",
        ),
        (("", "requests.exceptions.ConnectionError: …"), 0, f"{NO_SE_SABE}\n"),
        (None, 0, f"{NO_SE_SABE}\n"),
        (("", "pip-audit: error: x"), 1, "pip-audit no se pudo ejecutar:\npip-audit: error: x\n"),
    ],
)
def test_solo_una_vulnerabilidad_o_una_orden_mala_detienen(
    respuesta: tuple[str, str] | None,
    codigo: int,
    dicho: str,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    def responder(orden: list[str], **_: object) -> "subprocess.CompletedProcess[str]":
        if respuesta is None:
            raise subprocess.TimeoutExpired(orden, 90)
        return subprocess.CompletedProcess(orden, 1, *respuesta)

    monkeypatch.setattr(subprocess, "run", responder)
    assert vulnerabilidades.principal() == codigo
    assert capsysbinary.readouterr().out.decode() == dicho
