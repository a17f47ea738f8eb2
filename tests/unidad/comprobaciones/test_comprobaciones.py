"""Lo que se revisa de los paquetes: que estén todos fijos, su licencia y sus vulnerabilidades."""

import json
import subprocess
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from comprobaciones import componentes, licencias, vulnerabilidades
from comprobaciones.paquetes import RAIZ, REQUISITOS, fijados, requisitos
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

DE_PRUEBAS = RAIZ / "requirements-pruebas.txt"
DEL_ENTORNO = {"pip"}
"""Lo que trae todo entorno de Python: no se fija."""
SISTEMAS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    "mac": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
}


def faltantes(
    fijos: dict[str, str], pedidos: list[Requirement], sistema: dict[str, str]
) -> set[str]:
    """Lo que piden, directa o indirectamente, unos paquetes y que ningún renglón fija."""
    faltan, vistos, cola = set(), set(), list(pedidos)
    while cola:
        pedido = cola.pop()
        nombre = canonicalize_name(pedido.name)
        extras = ("", *sorted(pedido.extras))
        if (nombre, extras) in vistos or nombre in DEL_ENTORNO:
            continue
        vistos.add((nombre, extras))
        if nombre not in fijos or not pedido.specifier.contains(fijos[nombre], prereleases=True):
            faltan.add(str(pedido))
            continue
        try:
            suyos = [Requirement(r) for r in requires(nombre) or ()]
        except PackageNotFoundError:  # de otro sistema: aquí no se instala
            continue
        cola += [
            r
            for r in suyos
            if r.marker is None or any(r.marker.evaluate({**sistema, "extra": e}) for e in extras)
        ]
    return faltan


@pytest.mark.parametrize("sistema", SISTEMAS.values(), ids=SISTEMAS.keys())
def test_todo_lo_que_se_instala_esta_fijo(sistema: dict[str, str]) -> None:
    """También lo que piden los paquetes: instalar hoy y en un año da lo mismo."""
    tablero = fijados(REQUISITOS, sistema)
    todo = {**tablero, **fijados(DE_PRUEBAS, sistema)}
    assert (
        faltantes(tablero, [Requirement(f"{n}=={v}") for n, v in tablero.items()], sistema) == set()
    )
    assert faltantes(todo, [Requirement(f"{n}=={v}") for n, v in todo.items()], sistema) == set()


@pytest.mark.parametrize("archivo", [REQUISITOS, DE_PRUEBAS], ids=lambda a: a.name)
def test_cada_renglon_fija_una_version_y_van_en_orden(archivo: Path) -> None:
    leidos = requisitos(archivo)
    assert [r.name for r in leidos if [e.operator for e in r.specifier] != ["=="]] == []
    renglones = [str(r).replace(" ", "") for r in leidos]
    assert renglones == sorted(set(renglones))


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
            "Suba la versión del paquete en requirements.txt; cómo: "
            "docs/decisiones/014-versiones-fijas.md\n",
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
