"""El generador: un solo mundo en todos sus cortes, y las variantes que se ven en los libros."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tablero.calculo.seguimiento.hallazgos.entre_cortes import entre_cortes
from tablero.calculo.semaforo import PUBLICADOS
from tablero.ingesta.seguimiento.documento import juntar
from tablero.ingesta.seguimiento.leer import LibroSeguimiento, leer_seguimiento
from tablero.ingesta.seguimiento.procesar import armar, hallazgos_de
from tablero.simulacion.seguimiento.corpus import cierre
from tablero.simulacion.seguimiento.datos import inventar, inventar_resultados
from tablero.simulacion.seguimiento.escribir import escribir_xlsx
from tablero.simulacion.seguimiento.fallas import FALLAS, estropear
from tablero.simulacion.seguimiento.libro import Forma
from tablero.simulacion.seguimiento.libro import armar as armar_hojas

ANIOS = tuple(range(2023, 2036))
DICIEMBRE, JUNIO = (2024, 4), (2025, 2)


def leer(ruta: Path, forma: Forma, *fallas: str, productos: int = 12) -> LibroSeguimiento:
    hojas = armar_hojas(inventar(7, productos, forma.anios, forma.corte), forma)
    return leer_seguimiento(escribir_xlsx(ruta, estropear(hojas, forma, fallas)))


@settings(max_examples=25, deadline=None)
@given(
    semilla=st.integers(0, 2**31),
    cortes=st.lists(
        st.tuples(st.integers(2023, 2035), st.integers(1, 4)), min_size=2, max_size=2, unique=True
    ).map(sorted),
)
def test_dos_cortes_de_una_semilla_son_el_mismo_mundo(
    semilla: int, cortes: list[tuple[int, int]]
) -> None:
    """Lo dicho en un corte se repite en el siguiente, que solo agrega lo que se reportó después."""
    antes, despues = (inventar(semilla, 9, ANIOS, corte) for corte in cortes)
    for uno, otro in zip(antes, despues, strict=True):
        for campo in (
            *("codigo", "nombre", "indicador_nombre", "ponderacion", "anualizacion_tipo"),
            *("periodicidad", "metas", "meta_final", "linea_base", "estado", "sector"),
            *("entidad", "inicio", "fin", "metas_acumuladas"),
        ):
            assert getattr(uno, campo) == getattr(otro, campo)
        viejo = cortes[0]
        assert uno.reportes == {p: v for p, v in otro.reportes.items() if p <= viejo}
        assert uno.relatos == {p: v for p, v in otro.relatos.items() if p <= viejo}


def test_dos_libros_de_una_semilla_no_se_contradicen(tmp_path: Path) -> None:
    """Antes, 749 veces «Cambió un dato fijo»."""
    antes, despues = (
        leer(tmp_path / f"{corte[0]}.xlsx", Forma(ANIOS, corte), productos=52)
        for corte in (DICIEMBRE, JUNIO)
    )
    cortes = [
        armar(libro, cierre(corte), PUBLICADOS)
        for libro, corte in ((antes, DICIEMBRE), (despues, JUNIO))
    ]
    assert entre_cortes(cortes[0].indicadores, cortes[1].indicadores, cortes[0].hasta) == []


@pytest.mark.parametrize("disposicion", ["compacta", "oficial"])
def test_las_dos_disposiciones_dicen_lo_mismo(tmp_path: Path, disposicion: str) -> None:
    forma = Forma(ANIOS, JUNIO, disposicion)  # type: ignore[arg-type]
    libro = leer(tmp_path / "libro.xlsx", forma)
    assert (libro.errores, libro.notas, libro.es_simulado) == ((), (), True)
    otro = leer(tmp_path / "otro.xlsx", Forma(ANIOS, JUNIO))
    assert [i.reportes for i in libro.indicadores] == [i.reportes for i in otro.indicadores]
    assert [i.relatos for i in libro.indicadores] == [i.relatos for i in otro.indicadores]
    assert [i.publicado for i in libro.indicadores] == [i.publicado for i in otro.indicadores]


def test_los_resultados_aparte_pesan_lo_de_sus_productos(tmp_path: Path) -> None:
    forma = Forma(ANIOS, JUNIO)
    productos = leer(tmp_path / "libro.xlsx", forma)
    filas = inventar_resultados(7, 12, ANIOS, JUNIO)
    resultados = leer_seguimiento(escribir_xlsx(tmp_path / "otro.xlsx", armar_hojas(filas, forma)))
    assert resultados.clases == {"resultado"}
    juntos = juntar(productos, resultados)
    hallados = hallazgos_de(juntos, armar(juntos, cierre(JUNIO), PUBLICADOS))
    assert [h for h in hallados if h.regla == "pesos_no_suman"] == []


SIN_CONSECUENCIA = (
    *("codigo_con_letra", "codigo_partido", "corte_semestral", "anio_como_texto", "corte_ilegible"),
    *("plazo_largo", "entidad_invisible", "sin_porcentajes", "hojas_numeradas"),
)
"""Variantes que se leen sin perder ninguna cifra."""


@pytest.mark.parametrize("disposicion", ["compacta", "oficial"])
@pytest.mark.parametrize("falla", SIN_CONSECUENCIA)
def test_las_variantes_de_los_libros_de_verdad_no_cambian_ninguna_cifra(
    tmp_path: Path, falla: str, disposicion: str
) -> None:
    forma = Forma(ANIOS, JUNIO, disposicion)  # type: ignore[arg-type]
    sano = armar(leer(tmp_path / "sano.xlsx", forma), cierre(JUNIO), PUBLICADOS)
    libro = leer(tmp_path / "libro.xlsx", forma, falla)
    assert [e for e in libro.errores if e.severidad == "error"] == []
    roto = armar(libro, cierre(JUNIO), PUBLICADOS)
    assert [s.cifras for s in roto.seguidos] == [s.cifras for s in sano.seguidos]
    assert len({i.entidad for i in roto.indicadores}) == len({i.entidad for i in sano.indicadores})


@pytest.mark.parametrize("disposicion", ["compacta", "oficial"])
@pytest.mark.parametrize("falla", ["solo_el_anio", "fecha_de_dos_modos"])
def test_una_fecha_que_no_se_sabe_cual_es_se_dice(
    tmp_path: Path, falla: str, disposicion: str
) -> None:
    forma = Forma(ANIOS, JUNIO, disposicion)  # type: ignore[arg-type]
    errores = leer(tmp_path / "libro.xlsx", forma, falla).errores
    assert {e.regla for e in errores} == {"solo_el_anio" if falla == "solo_el_anio" else "ilegible"}
    assert all(re.fullmatch(r"L\d+", e.celda) for e in errores)


def test_toda_falla_se_puede_pedir_en_las_dos_disposiciones(tmp_path: Path) -> None:
    for falla in FALLAS:
        for disposicion in ("compacta", "oficial"):
            forma = Forma(ANIOS, JUNIO, disposicion)  # type: ignore[arg-type]
            hojas = armar_hojas(inventar(7, 3, ANIOS, JUNIO), forma)
            escribir_xlsx(tmp_path / "libro.xlsx", estropear(hojas, forma, [falla]))
