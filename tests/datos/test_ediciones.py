"""Las ediciones: cada estado publicado se puede mostrar, comparar y recuperar."""

import shutil
from pathlib import Path

import pytest
from fabrica_sello import sellar_todo
from tipos import Editar

from tablero import rutas
from tablero.consultas.base import Base
from tablero.errores import ErrorTablero, TableroMasNuevo
from tablero.ingesta.construir import construir
from tablero.ingesta.ediciones import publicar
from tablero.ingesta.ediciones.contenido import mirar
from tablero.ingesta.ediciones.reconstruir import archivo_de
from tablero.ingesta.ediciones.volver import volver
from tablero.ingesta.fuentes.documentos import descubrir, sha256
from tablero.registro import lugares as donde
from tablero.registro.archivo import leer
from tablero.registro.cadena import fallas
from tablero.registro.ediciones import Edicion, ediciones
from tablero.registro.ediciones import publicar as anotar_edicion
from tablero.registro.lugares import Lugares
from tablero.respuestas.ediciones import comparar


@pytest.fixture
def tablero(fuentes: Path, tmp_path: Path) -> Path:
    return tmp_path / "datos" / "tablero.duckdb"


def publicadas(tablero: Path) -> list[Edicion]:
    return ediciones(Lugares.de(tablero).registro)


def cambiar(fuentes: Path, editar: Editar) -> None:
    """Lo que se giró a Necoclí, 60.431.400 pesos, pasa a ser 5."""
    editar("cnim", "Transferencias", "Valor", 2, 5)
    editar("cnim", "Transferencias", "Cita", 2, "Antioquia, Necoclí $5")
    sellar_todo(descubrir(fuentes))


def test_construir_publica_una_y_otra_vez_lo_mismo_ninguna(fuentes: Path, tablero: Path) -> None:
    primera = construir(fuentes, tablero, nota="La del Comité 002").edicion
    assert primera is not None
    assert (primera.numero, primera.nota, primera.igual_a) == (1, "La del Comité 002", None)
    assert primera.contenido == mirar(tablero).sha256
    assert primera.archivo == sha256(tablero) == sha256(Lugares.de(tablero).archivo(1))
    assert primera.formulas == ("Porcentajes publicados 2",)
    assert {libro.fuente_codigo: libro.sha256 for libro in primera.libros}["cnim_2025-11-30"] == (
        sha256(fuentes / "cnim" / "2025-11-30" / "cnim.xlsx")
    )
    assert construir(fuentes, tablero).edicion is None
    assert publicadas(tablero) == [primera]
    hechos = leer(Lugares.de(tablero).registro)
    assert [hecho.hecho for hecho in hechos] == ["edicion", "construir", "construir"]
    assert fallas(hechos) == []


def test_cada_archivo_de_las_fuentes_queda_guardado_por_su_contenido(
    fuentes: Path, tablero: Path
) -> None:
    (fuentes / ".DS_Store").write_bytes(b"rastro")
    edicion = construir(fuentes, tablero).edicion
    assert edicion is not None
    escritas = {r for r in fuentes.rglob("*") if r.is_file() and not r.name.startswith(".")}
    assert {fuentes / ruta for ruta, _ in edicion.archivos} == escritas
    objetos = Lugares.de(tablero).objetos
    assert {huella for _, huella in edicion.archivos} == {o.name for o in objetos.iterdir()}
    assert all(sha256(objeto) == objeto.name for objeto in objetos.iterdir())


def test_se_compara_y_se_vuelve_a_una_edicion_de_antes(
    fuentes: Path, editar: Editar, tablero: Path
) -> None:
    construir(fuentes, tablero)
    antes = {r.relative_to(fuentes): r.read_bytes() for r in fuentes.rglob("*") if r.is_file()}
    cambiar(fuentes, editar)
    assert construir(fuentes, tablero).edicion is not None
    lugares = Lugares.de(tablero)
    uno, dos = (Base(lugares.archivo(numero)) for numero in (1, 2))
    (cambio,) = [c for c in comparar(uno, dos) if (c.hoja, c.titulo) == ("Transferencias", "Valor")]
    assert (cambio.que, cambio.antes, cambio.despues) == ("cambió", 60431400, 5)
    assert cambio.en_palabras().endswith(" · Valor: 60.431.400 → 5")
    tercera = volver(1, fuentes, tablero, nota="El libro traía una cifra de prueba")
    assert (tercera.numero, tercera.igual_a) == (3, 1)
    assert tercera.contenido == publicadas(tablero)[0].contenido == mirar(tablero).sha256
    assert {r.relative_to(fuentes): r.read_bytes() for r in fuentes.rglob("*") if r.is_file()} == (
        antes
    )
    assert not list(fuentes.parent.glob(".fuentes*"))
    assert comparar(uno, Base(tablero)) == []
    # Lo de entonces construye lo de entonces: no hay edición nueva.
    assert construir(fuentes, tablero).edicion is None
    assert fallas(leer(lugares.registro)) == []
    with pytest.raises(ErrorTablero, match="ya dice lo mismo que la edición 1"):
        volver(1, fuentes, tablero, nota="otra vez")
    with pytest.raises(ErrorTablero, match=r"No hay una edición 9\. Hay de la 1 a la 3\."):
        volver(9, fuentes, tablero, nota="no está")


def test_la_que_no_conserva_su_archivo_se_hace_otra_vez(
    fuentes: Path, editar: Editar, tablero: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publicar, "GUARDADAS", 1)
    construir(fuentes, tablero)
    cambiar(fuentes, editar)
    construir(fuentes, tablero)
    lugares = Lugares.de(tablero)
    assert [a.name for a in lugares.ediciones.iterdir()] == ["2.duckdb"]
    primera = publicadas(tablero)[0]
    rehecha = archivo_de(primera, tablero)
    assert rehecha.es_la_misma
    assert mirar(rehecha.archivo).sha256 == primera.contenido
    (lugares.objetos / primera.archivos[0][1]).unlink()
    lugares.archivo(1).unlink()
    with pytest.raises(ErrorTablero, match="Falta el archivo guardado de "):
        archivo_de(primera, tablero)


def test_si_las_formulas_cambiaron_lo_dice(
    fuentes: Path, tablero: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    construir(fuentes, tablero)
    Lugares.de(tablero).archivo(1).unlink()
    monkeypatch.setattr("tablero.calculo.derivar.VERSION", "Porcentajes publicados 3")
    (edicion,) = publicadas(tablero)
    rehecha = archivo_de(edicion, tablero)
    assert not rehecha.es_la_misma
    assert rehecha.en_palabras(edicion) == (
        "La edición 1 se hizo otra vez con sus mismos libros y no dice lo mismo: las fórmulas eran "
        "Porcentajes publicados 2 y ahora son Porcentajes publicados 2, Porcentajes publicados 3."
    )


def test_las_ultimas_doce_conservan_su_archivo(tmp_path: Path) -> None:
    lugares = Lugares.de(tmp_path / "tablero.duckdb")
    lugares.ediciones.mkdir()
    for numero in range(1, 21):
        lugares.archivo(numero).write_bytes(b"x")
    publicar.soltar(lugares, 20, congeladas={3})
    assert {int(a.stem) for a in lugares.ediciones.iterdir()} == {3, *range(9, 21)}
    assert donde.GUARDADAS == 12


@pytest.mark.parametrize("momento", ["antes de cambiar", "después de cambiar", "ya anotada"])
def test_lo_que_se_interrumpe_se_termina_la_proxima_vez(
    fuentes: Path,
    editar: Editar,
    tablero: Path,
    monkeypatch: pytest.MonkeyPatch,
    momento: str,
) -> None:
    construir(fuentes, tablero)
    viejo = fuentes.with_name("viejo.duckdb")
    shutil.copyfile(tablero, viejo)
    cambiar(fuentes, editar)
    with monkeypatch.context() as parche:
        if momento == "antes de cambiar":
            parche.setattr("tablero.ingesta.construir.reemplazar", _morir)
        elif momento == "después de cambiar":
            parche.setattr("tablero.ingesta.ediciones.publicar.publicar", _morir)
        else:
            parche.setattr("tablero.ingesta.ediciones.publicar.publicar", _anotar_y_morir)
        with pytest.raises(KeyboardInterrupt):
            construir(fuentes, tablero)
    esperadas = {"antes de cambiar": 1, "después de cambiar": 1, "ya anotada": 2}[momento]
    assert len(publicadas(tablero)) == esperadas
    if momento == "antes de cambiar":
        assert tablero.read_bytes() == viejo.read_bytes()
    publicar.terminar_si_hay(tablero, fuentes)
    assert len(publicadas(tablero)) == (1 if momento == "antes de cambiar" else 2)
    assert not Lugares.de(tablero).pendiente.exists()
    construir(fuentes, tablero)
    assert [e.numero for e in publicadas(tablero)] == [1, 2]
    assert publicadas(tablero)[-1].contenido == mirar(tablero).sha256
    assert sorted(a.name for a in Lugares.de(tablero).ediciones.iterdir()) == [
        "1.duckdb",
        "2.duckdb",
    ]


def test_volver_que_se_interrumpe_deja_las_fuentes_que_habia(
    fuentes: Path, editar: Editar, tablero: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    construir(fuentes, tablero)
    cambiar(fuentes, editar)
    construir(fuentes, tablero)
    huellas = {r: sha256(r) for r in fuentes.rglob("*") if r.is_file()}
    with monkeypatch.context() as parche:
        parche.setattr("tablero.ingesta.ediciones.volver.reemplazar", _no_dejar)
        with pytest.raises(TableroMasNuevo):
            volver(1, fuentes, tablero, nota="x")
    assert {r: sha256(r) for r in fuentes.rglob("*") if r.is_file()} == huellas
    assert len(publicadas(tablero)) == 2
    assert construir(fuentes, tablero).edicion is None


def test_lo_que_git_trae_es_la_edicion_1(tmp_path: Path) -> None:
    edicion = construir(rutas.FUENTES, tmp_path / "tablero.duckdb").edicion
    assert edicion is not None
    assert edicion.numero == 1
    assert len(edicion.libros) == 7


def _morir(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def _anotar_y_morir(carpeta: Path, edicion: Edicion, *, desde: str) -> None:
    anotar_edicion(carpeta, edicion, desde=desde)
    raise KeyboardInterrupt


def _no_dejar(*_: object, **__: object) -> None:
    raise TableroMasNuevo("otro dejó un tablero distinto")
