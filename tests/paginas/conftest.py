"""Páginas con AppTest: se ejecutan en este proceso, sin navegador."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from fabrica_politica import JUNIO, fuentes_con_libros, libro
from pestanas import PESTANAS
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest
from tipos import Abrir, LeerTodo, Texto

from tablero import rutas
from tablero.ingesta.construir import construir
from tablero.ingesta.seguimiento.importar import Pedido, importar
from tablero.interfaz.marco import fallas


@pytest.fixture(scope="session", autouse=True)
def con_tablero(base_construida: Path) -> Path:
    """Aquí todo se prueba con el tablero construido."""
    return base_construida


@pytest.fixture(scope="session", autouse=True)
def con_los_paquetes_mirados_una_vez() -> Iterator[None]:
    """AppTest lee en cada vuelta la ficha de todo paquete: aquí son siempre los mismos."""
    with pytest.MonkeyPatch.context() as parche:
        una_vez = cache(manifest_scanner.scan_component_manifests)
        parche.setattr(manifest_scanner, "scan_component_manifests", una_vez)
        yield


@pytest.fixture(autouse=True)
def sin_esconder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Una falla del programa hace fallar la prueba, en vez de decirse en la página."""
    monkeypatch.setattr(fallas, "DEL_PROGRAMA", ())


@pytest.fixture(scope="module")
def abiertas() -> dict[object, tuple[AppTest, object]]:
    """Las páginas que las pruebas de un archivo ya abrieron, con lo que mostraban."""
    return {}


PARCHES_QUE_SE_SABEN = {(fallas, "DEL_PROGRAMA"), (rutas, "BASE")}


@pytest.fixture
def abrir(
    base_construida: object,
    abiertas: dict[object, tuple[AppTest, object]],
    monkeypatch: pytest.MonkeyPatch,
) -> Abrir:
    """Ejecuta una página (`app.py`, `pages/semaforo.py`) con parámetros de la URL.

    Dibujarla es lo que tarda: la misma, con los mismos parámetros y el mismo tablero, se dibuja una
    vez por archivo de pruebas. Se dibuja de nuevo si una prueba la tocó (lo que muestra es otro
    objeto) o si reemplazó algo del programa.
    """

    def abrir_pagina(archivo: str, **parametros: str) -> AppTest:
        parches = {(donde, nombre) for donde, nombre, _ in monkeypatch._setattr}
        construida = rutas.BASE.stat().st_mtime_ns if rutas.BASE.exists() else None
        clave = (archivo, rutas.BASE, construida, *sorted(parametros.items()))
        if not parches <= PARCHES_QUE_SE_SABEN or monkeypatch._setitem:
            return dibujar(archivo, parametros)
        if clave not in abiertas or abiertas[clave][0].main is not abiertas[clave][1]:
            prueba = dibujar(archivo, parametros)
            abiertas[clave] = (prueba, prueba.main)
        return abiertas[clave][0]

    def dibujar(archivo: str, parametros: dict[str, str]) -> AppTest:
        prueba = AppTest.from_file(str(rutas.RAIZ / "app.py"), default_timeout=60)
        prueba.query_params.update(parametros)
        if archivo != "app.py":
            prueba.switch_page(str(rutas.RAIZ / archivo))
        prueba.run()
        assert not prueba.exception, [e.value for e in prueba.exception]
        return prueba

    return abrir_pagina


@pytest.fixture
def con_libros(base_con_libros: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Las páginas de esta prueba miran el tablero que tiene dos libros de seguimiento."""
    monkeypatch.setattr(rutas, "BASE", base_con_libros)


@pytest.fixture
def con_ilegibles(base_ilegible: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Las páginas de esta prueba miran el tablero cuyo libro de junio no se lee entero."""
    monkeypatch.setattr(rutas, "BASE", base_ilegible)


@pytest.fixture(scope="session")
def base_de_dos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """La política de siempre, con sus libros, y otra con el mismo libro de junio.

    En la otra, el 3.1.1 (no vigente) es de una entidad que la tabla no trae.
    """
    carpeta = tmp_path_factory.mktemp("dos_politicas")
    fuentes = fuentes_con_libros(carpeta)
    otro = Pedido(politica_codigo="otra", politica_nombre="Otra política")
    de_otra = libro(carpeta / "otra.xlsx", JUNIO, {"3.1.1": {"entidad": "SECRETARIA de Ejemplo"}})
    importar(de_otra, fuentes, otro).confirmar()
    construir(fuentes, carpeta / "tablero.duckdb")
    return carpeta / "tablero.duckdb"


@pytest.fixture
def texto() -> Callable[[AppTest], str]:
    """Todo lo que una página escribe, en un solo texto."""

    def reunir(prueba: AppTest) -> str:
        clases = ("title", "header", "subheader", "markdown", "caption", "info", "warning")
        partes = [str(e.value) for clase in clases for e in prueba.get(clase)]
        partes += [e.proto.body for e in prueba.get("html")]
        return "\n".join(partes)

    return reunir


@pytest.fixture
def leer_todo(abrir: Abrir, texto: Texto) -> LeerTodo:
    """Lo que escriben todas las pestañas de una página, una tras otra."""

    def leer(archivo: str, **parametros: str) -> str:
        codigos = PESTANAS.get(Path(archivo).stem, ())
        vistas = [{**parametros, "ver": codigo} for codigo in codigos] or [parametros]
        return "\n".join(texto(abrir(archivo, **vista)) for vista in vistas)

    return leer
