"""Toda tarjeta de toda página se lleva en todas sus formas, y cada una dice de dónde sale.

Cada página se graba una vez; de cada tarjeta se escribe y se abre cada formato.
"""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook
from pestanas import CON_ALGO_ELEGIDO, CON_LIBROS, PESTANAS, SIN_PESTANAS

from tablero import rutas
from tablero.consultas.base import Resultado
from tablero.errores import ErrorTablero
from tablero.exportar.imagen import FIRMA_DE_PNG
from tablero.exportar.llevar.acerca_de import CLAVE
from tablero.exportar.llevar.formatos import FORMATOS, archivo, formatos_de
from tablero.exportar.llevar.llevada import Contexto, Llevada
from tablero.interfaz.marco import conexion
from tablero.interfaz.marco.menu import FICHA
from tablero.interfaz.marco.tableros import TABLEROS
from tablero.interfaz.pared import direccion, llevadas
from tablero.interfaz.pared.grabar import grabar
from tablero.registro.ediciones import Edicion

COMPARACIONES = (
    "producto?comparar=3.1.7,2.2.6",
    "ficha_territorial?comparar=54001,05001",
    "entidad?comparar=Secretaría Distrital de Salud,Secretaría Distrital de Educación",
)
CON_FILTRO = (
    "transferencias?departamento=Antioquia",
    "mapas_ipt?departamento=Arauca",
    "semaforo?ver=productos&objetivo=3",
)
TODAS = [
    *(f"{pagina}?ver={ver}" for pagina, suyas in PESTANAS.items() for ver in suyas),
    *(f"{pagina}&ver={ver}" for pagina, suyas in CON_ALGO_ELEGIDO.items() for ver in suyas),
    *SIN_PESTANAS,
    *COMPARACIONES,
    *CON_FILTRO,
]
SIN_PLAN = "ver=plan"
"""Con estos libros no hay plan de acción."""
SITIO = "https://tablero.ejemplo.gov.co"
EDICION = Edicion(1, "", (), (), (), "", "", "")
DIBUJOS = ("png", "svg")
CADA_CUANTOS = 8
"""De los dibujos, que tardan, se escribe uno de cada tantos; de lo demás, todos."""


@pytest.fixture(scope="module", autouse=True)
def _tablero(base_construida: Path) -> Iterator[None]:
    """El de las fuentes reales."""
    with conexion.un_solo_tablero():
        yield
    _de.cache_clear()


@cache
def _de(escrita: str) -> tuple[Llevada, ...]:
    """Las de una página; ninguna si no muestra nada."""
    try:
        return tuple(llevadas.todas(escrita, _contexto()))
    except ErrorTablero as error:
        assert str(error) == llevadas.SIN_NADA
        return ()


def _contexto() -> Contexto:
    return llevadas.contexto(EDICION, SITIO)


def _filas_de_csv(contenido: bytes, separador: str) -> list[dict[str, str]]:
    texto = contenido.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(texto), delimiter=separador))


def _excel(contenido: bytes, llevada: Llevada) -> int:
    assert contenido.startswith(b"\xef\xbb\xbf")
    filas = _filas_de_csv(contenido, ";")
    titulos = list(filas[0])
    assert all(titulo.strip() for titulo in titulos)
    assert len(set(titulos)) == len(titulos)
    dicho = contenido.decode("utf-8-sig")
    for fuente in _datos(llevada).fuentes:
        assert fuente.titulo in dicho
    assert {fila["Enlace permanente"] for fila in filas} == {llevada.enlace}
    return len(filas)


def _maquina(contenido: bytes, llevada: Llevada) -> int:
    filas = _filas_de_csv(contenido, ",")
    assert list(filas[0]) == list(_datos(llevada).datos.columns)
    return len(filas)


def _xlsx(contenido: bytes, llevada: Llevada) -> int:
    libro = load_workbook(io.BytesIO(contenido), read_only=True)
    dicho = " ".join(
        str(celda) for fila in libro["Acerca de"].iter_rows(values_only=True) for celda in fila
    )
    for texto in (llevada.cosa.titulo, llevada.enlace, "Licencia"):
        assert texto in dicho
    for fuente in _datos(llevada).fuentes:
        assert fuente.titulo in dicho
    return sum(1 for _ in libro.worksheets[0].iter_rows()) - 1


def _revisar_acerca(acerca: dict[str, object], llevada: Llevada) -> None:
    assert acerca["titulo"] == llevada.cosa.titulo
    assert acerca["enlace"] == llevada.enlace
    assert acerca["edicion"] == 1
    assert acerca["fuente"] == llevada.cosa.fuente_entera or llevada.cosa.fuente
    codigos = [fuente["codigo"] for fuente in acerca["fuentes"]]  # type: ignore[attr-defined]
    assert codigos == [fuente.fuente_codigo for fuente in _datos(llevada).fuentes]
    assert acerca["filtros"] == [{"nombre": n, "valor": v} for n, v in llevada.filtros]


def _json(contenido: bytes, llevada: Llevada) -> int:
    leido = json.loads(contenido)
    _revisar_acerca(leido["acerca_de"], llevada)
    return len(leido["filas"])


def _parquet(contenido: bytes, llevada: Llevada) -> int:
    tabla = pq.read_table(io.BytesIO(contenido))
    _revisar_acerca(json.loads(tabla.schema.metadata[CLAVE.encode()])["acerca_de"], llevada)
    return int(tabla.num_rows)


def _geojson(contenido: bytes, llevada: Llevada) -> int:
    leido = json.loads(contenido)
    _revisar_acerca(leido["acerca_de"], llevada)
    return sum(r["properties"]["fuente_codigo"] is not None for r in leido["features"])


ABRIR: dict[str, Callable[[bytes, Llevada], int]] = {
    "excel": _excel,
    "maquina": _maquina,
    "xlsx": _xlsx,
    "json": _json,
    "parquet": _parquet,
    "geojson": _geojson,
}
"""Código → quien abre el archivo con otro programa, y cuenta sus filas."""
SIN_FILAS = {"encabezados", *DIBUJOS}


def _datos(llevada: Llevada) -> Resultado:
    datos = llevada.cosa.datos
    assert datos is not None, f"{llevada.cosa.de} no lleva su respuesta"
    return datos


def test_todo_formato_se_abre_con_otro_programa() -> None:
    assert {f.codigo for f in FORMATOS} <= ABRIR.keys() | SIN_FILAS


@pytest.mark.parametrize("escrita", TODAS)
def test_toda_tarjeta_se_lleva_en_todas_sus_formas(escrita: str) -> None:
    for llevada in _de(escrita):
        assert llevada.cosa.titulo.strip()
        assert llevada.cosa.fuente.strip()
        filas = len(_datos(llevada).datos)
        formatos = {f.codigo: f for f in formatos_de(llevada)}
        assert {"excel", "maquina", "xlsx", "json", "parquet"} <= formatos.keys()
        for codigo in formatos.keys() & ABRIR.keys():
            hecho = archivo(llevada, codigo)
            assert hecho.nombre.endswith(f".{formatos[codigo].extension}")
            assert ABRIR[codigo](hecho.contenido, llevada) == filas, (llevada.cosa.de, codigo)


@pytest.mark.parametrize("escrita", TODAS)
def test_toda_tarjeta_se_ofrece(escrita: str) -> None:
    # La tabla que va bajo un mapa dice lo mismo que él: se lleva con él.
    assert _sin_ofrecer(escrita) in ([], ["mapa"])


def _sin_ofrecer(escrita: str) -> list[str]:
    """Las que no tienen su botón, ni son una cifra suelta, que tiene el suyo, ni una ficha, que se
    lleva como página."""
    grabada = grabar(escrita)
    pagina, _, _ = direccion.partir(escrita)
    if grabada is None or pagina is FICHA:
        return []
    return [g.nombre for g in grabada.enteras if g.palabras is None and not g.es_cifra]


def test_con_libros_de_seguimiento_tambien(
    base_con_libros: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rutas, "BASE", base_con_libros)
    with conexion.un_solo_tablero(TABLEROS.vigente()):
        for pagina, suyas in CON_LIBROS.items():
            for escrita in (f"{pagina}{'&' if '?' in pagina else '?'}ver={v}" for v in suyas):
                assert _sin_ofrecer(escrita) == []
                halladas = _de.__wrapped__(escrita)
                assert bool(halladas) == (not escrita.endswith(SIN_PLAN))
                for llevada in halladas:
                    filas = _maquina(archivo(llevada, "maquina").contenido, llevada)
                    assert filas == len(_datos(llevada).datos), llevada.cosa.de


@pytest.mark.parametrize("escrita", TODAS)
def test_el_enlace_permanente_vuelve_a_lo_mismo(escrita: str) -> None:
    for llevada in _de(escrita):
        assert llevada.enlace.startswith(f"{SITIO}/")
        assert llevada.enlace.endswith("edicion=1")
        otra = llevadas.una(llevada.enlace.removeprefix(f"{SITIO}/"), _contexto())
        assert otra.cosa.titulo == llevada.cosa.titulo
        assert otra.filtros == llevada.filtros
        assert _datos(otra).datos.equals(_datos(llevada).datos)


def _dibujadas() -> list[Llevada]:
    todas = [llevada for escrita in TODAS for llevada in _de(escrita)]
    return [llevada for llevada in todas if llevada.cosa.dibujo is not None]


def test_los_dibujos_llevan_adentro_su_titulo_su_fuente_y_su_enlace() -> None:
    dibujadas = _dibujadas()
    assert len(dibujadas) >= 20
    for llevada in dibujadas[::CADA_CUANTOS]:
        assert {f.codigo for f in formatos_de(llevada)} >= set(DIBUJOS)
        assert archivo(llevada, "png").contenido.startswith(FIRMA_DE_PNG)
        svg = ET.fromstring(archivo(llevada, "svg").contenido)  # noqa: S314 - lo escribimos aquí
        dicho = "".join("".join(svg.itertext()).split())
        for texto in (llevada.cosa.titulo, llevada.enlace):
            assert "".join(texto.split()) in dicho, llevada.cosa.de


def test_todo_grafico_y_todo_mapa_trae_su_dibujo_entero() -> None:
    for escrita in TODAS:
        for llevada in _de(escrita):
            cosa = llevada.cosa
            assert (cosa.dibujo is not None) == bool(cosa.grafico or cosa.imagen), cosa.de
            if cosa.grafico is not None and cosa.dibujo is not None:
                assert len(cosa.dibujo()["data"]["values"]) == len(cosa.grafico.datos)


def test_un_filtro_que_no_toca_a_una_tarjeta_no_se_le_atribuye() -> None:
    del_pais = _de("semaforo?ver=productos&objetivo=3")[0]
    assert del_pais.filtros == (("Objetivo", "3"),)
    suyas = llevadas.todas("transferencias?ver=resoluciones&departamento=Arauca", _contexto())
    assert {llevada.filtros for llevada in suyas} == {()}
    antioquia = _de("transferencias?departamento=Antioquia")
    assert antioquia[-1].filtros == (("Departamento", "Antioquia"),)


@pytest.mark.parametrize("escrita", COMPARACIONES)
def test_una_comparacion_va_en_todo_archivo(escrita: str) -> None:
    lado_a_lado = _de(escrita)[0]
    filas = _filas_de_csv(archivo(lado_a_lado, "maquina").contenido, ",")
    comparados = list(dict.fromkeys(fila["comparado_codigo"] for fila in filas))
    assert len(comparados) == 2
    assert {fila["hecho"] for fila in filas if fila["comparado_codigo"] == comparados[0]} == {
        fila["hecho"] for fila in filas if fila["comparado_codigo"] == comparados[1]
    }
    assert lado_a_lado.filtros[-1][0] == "Se comparan"


def test_lo_que_no_cabe_en_la_pared_si_cabe_en_un_archivo() -> None:
    """La pared lleva ocho barras y diez filas; el archivo, todas."""
    transferencias = next(
        ll for ll in _de("transferencias?ver=municipios") if ll.cosa.grafico is not None
    )
    assert transferencias.cosa.dibujo is not None
    assert len(transferencias.cosa.dibujo()["data"]["values"]) == 13
    glosario = _de("glosario")[0]
    assert len(_datos(glosario).datos) == 66
