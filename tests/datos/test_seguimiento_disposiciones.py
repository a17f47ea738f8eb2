"""El libro se lee por sus encabezados: todo valor leído es el escrito, o hay un error.

Nada se lee de otra columna: las de más llevan un número que se notaría.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fabrica_disposicion import BLOQUES, Armado, Disposicion, armar, escribir
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tablero.calculo.seguimiento.indicador import Indicador
from tablero.errores import ErroresDeDatos
from tablero.ingesta.seguimiento.leer import LibroSeguimiento, leer_seguimiento
from tablero.simulacion.seguimiento.datos import IndicadorInventado, inventar

ANIOS, CORTE = (2022, 2023, 2024), (2024, 4)
DATOS = inventar(5, 4, ANIOS, CORTE)
OFICIAL = Disposicion(
    fila_de_titulos=2,
    fila_de_metas=2,
    trimestre="{ord} Trimestre {anio}",
    acumulado="Acumulado {anio}",
)


def leer(
    ruta: Path, como: Disposicion, datos: list[IndicadorInventado] = DATOS
) -> LibroSeguimiento:
    return leer_seguimiento(escribir(ruta, armar(datos, ANIOS, CORTE, como), como))


def diferencias(leido: Indicador, escrito: IndicadorInventado, como: Disposicion) -> dict[str, Any]:
    """Lo que se leyó distinto de lo escrito; lo que solo se contrasta puede faltar entero."""
    base = None if escrito.linea_base == "N/A" else escrito.linea_base
    pares: dict[str, tuple[Any, Any]] = {
        "codigo": (leido.codigo, escrito.codigo),
        "nombre": (leido.nombre, escrito.nombre),
        "indicador": (leido.indicador_nombre, escrito.indicador_nombre or escrito.nombre),
        "sector": (leido.sector, escrito.sector),
        "entidad": (leido.entidad, escrito.entidad),
        "estado": (leido.estado, escrito.estado),
        "tipo": (leido.anualizacion_tipo, escrito.anualizacion_tipo),
        "periodicidad": (leido.periodicidad, escrito.periodicidad),
        "peso": (leido.ponderacion_pct, pytest.approx((escrito.ponderacion or 0) * 100)),
        "base": (leido.linea_base, base),
        "fechas": ((leido.inicio, leido.fin), (escrito.inicio, escrito.fin)),
        "metas": (leido.metas, escrito.metas),
        "final": (leido.meta_final, escrito.meta_final),
        "reportes": ({tuple(p): v for p, v in leido.reportes.items()}, escrito.reportes),
    }
    publicado = leido.publicado
    de_contraste: dict[str, tuple[Mapping[int, float], Mapping[int, float]]] = {
        "acumulados": (publicado.acumulados, escrito.acumulados),
        "metas_acumuladas": (publicado.metas_acumuladas, escrito.metas_acumuladas),
        **{
            clave: (
                getattr(publicado, f"{clave}_pct"),
                {a: v * 100 for a, v in getattr(escrito, clave).items()},
            )
            for clave in ("pav", "pahv", "paa")
        },
    }
    pares |= {c: (a, pytest.approx(dict(b))) for c, (a, b) in de_contraste.items() if a}
    return {dato: (a, b) for dato, (a, b) in pares.items() if a != b}


def comparar(libro: LibroSeguimiento, como: Disposicion) -> None:
    assert len(libro.indicadores) == len(DATOS)
    for leido, escrito in zip(libro.indicadores, DATOS, strict=True):
        assert diferencias(leido, escrito, como) == {}


SANAS: dict[str, Disposicion] = {
    "la compacta": Disposicion(fila_de_titulos=0),
    "la oficial": OFICIAL,
    "títulos con los años": Disposicion(fila_de_titulos=1),
    "años de metas con los trimestres": Disposicion(fila_de_metas=2),
    "cinco filas más arriba": replace(OFICIAL, arriba=7),
    "sin filas arriba": replace(OFICIAL, arriba=0),
    "años como texto": Disposicion(anio="{anio}"),
    "vigencia": Disposicion(anio="Vigencia {anio}"),
    "meta": Disposicion(anio="Meta {anio}", acumulado="Acumulado a {anio}"),
    "celdas combinadas": Disposicion(combinados=True),
    "sin el año encima": Disposicion(trimestre="T{q} {anio}", anio_sobre_trimestres=False),
    "sin porcentajes": replace(OFICIAL, con_porcentajes=False),
    "sin metas acumuladas": replace(OFICIAL, meta_acumulada=False),
    "sin las dos cosas": replace(OFICIAL, con_porcentajes=False, meta_acumulada=False),
    "acumulados sin rótulo": replace(OFICIAL, acumulado=None),
    "acumulados con un error": replace(OFICIAL, acumulado="#REF!"),
    "metas primero": replace(OFICIAL, orden=("metas", "avance", "paa", "pav", "pahv")),
    "fijas al final": replace(OFICIAL, fijas_al_final=True),
    "en mayúsculas": replace(OFICIAL, mayusculas=True),
    "hoja numerada": replace(OFICIAL, hoja="1. Avance Cuantitativo"),
    "otros títulos": replace(OFICIAL, variante=1),
    "bloques combinados": replace(OFICIAL, bloques_combinados=True, combinados=True),
    "un bloque que no es suyo": Disposicion(
        fila_de_metas=1, orden=("avance", "ajeno", "metas", "pav", "ajeno", "pahv", "paa", "ajeno")
    ),
    "columnas ajenas": replace(
        OFICIAL, de_mas=((0, "Observaciones"), (9, ""), (18, "Fuente"), (31, "Nota"), (36, ""))
    ),
    **{
        f"trimestres «{t}»": Disposicion(trimestre=t)
        for t in (
            *("{ord} Trimestre {anio}", "{q}º trimestre", "Trimestre {q}", "T{q}", "Trim. {rom}"),
            *(
                "{rom} trimestre",
                "TRIMESTRE {rom} DE {anio}",
                "Q{q}-{anio}",
                "{q}T{anio}",
                "{anio}Q{q}",
            ),
            *("{q}° Trim", "Avance Q{q}", "Reporte trimestre {q}", "Trim.{q}"),
        )
    },
}


@pytest.mark.parametrize("caso", SANAS)
def test_toda_disposicion_conocida_se_lee(tmp_path: Path, caso: str) -> None:
    como = SANAS[caso]
    libro = leer(tmp_path / "libro.xlsx", como)
    comparar(libro, como)
    # Solo falta la hoja de los textos; nada que corregir en esta.
    assert [e.mensaje for e in libro.errores] == ["falta esta hoja."]
    assert libro.notas == ()
    uno = libro.indicadores[0].publicado
    assert bool(uno.pav_pct) == bool(uno.paa_pct) == como.con_porcentajes
    assert bool(uno.metas_acumuladas) == como.meta_acumulada
    assert bool(uno.acumulados) == (como.acumulado not in (None, "#REF!"))


AJENOS = ("", "Observaciones", "Presupuesto 2023", "2023", "Q3", "Meta final", "Entidad")


QUE_NO_ENGANAN = AJENOS[:3]
"""Las que no se titulan como una del libro."""


@st.composite
def disposiciones(draw: st.DrawFn, ajenos: tuple[str, ...] = AJENOS) -> Disposicion:
    trimestre = draw(
        st.sampled_from(["Q{q}", "T{q}", "Trim. {rom}", "{ord} Trimestre {anio}", "Q{q} {anio}"])
    )
    return Disposicion(
        arriba=draw(st.integers(0, 6)),
        fila_de_titulos=draw(st.integers(0, 2)),
        fila_de_metas=draw(st.integers(1, 2)),
        trimestre=trimestre,
        anio=draw(st.sampled_from([None, "{anio}", "Vigencia {anio}", "Meta {anio}", " {anio} "])),
        anio_sobre_trimestres="{anio}" not in trimestre or draw(st.booleans()),
        combinados=draw(st.booleans()),
        bloques_combinados=draw(st.booleans()),
        acumulado=draw(st.sampled_from([None, "{anio}", "Acumulado {anio}", "#REF!", "Acumulado"])),
        meta_acumulada=draw(st.booleans()),
        con_porcentajes=draw(st.booleans()),
        orden=tuple(draw(st.permutations([*BLOQUES]))),
        fijas_al_final=draw(st.booleans()),
        variante=draw(st.integers(0, 2)),
        mayusculas=draw(st.booleans()),
        de_mas=tuple(
            draw(st.lists(st.tuples(st.integers(0, 60), st.sampled_from(ajenos)), max_size=4))
        ),
    )


RAPIDO = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def lo_escrito_o_un_error(ruta: Path, armado: Armado, como: Disposicion) -> bool:
    """Verdadero si se leyó, y todo es lo escrito; falso si hay un error."""
    try:
        libro = leer_seguimiento(escribir(ruta, armado, como))
    except ErroresDeDatos as error:
        assert all(e.mensaje for e in error.errores)
        return False
    for leido, escrito in zip(libro.indicadores, DATOS, strict=True):
        assert diferencias(leido, escrito, como) == {}
    return True


@RAPIDO
@given(como=disposiciones())
def test_con_cualquier_disposicion_se_lee_lo_escrito_o_hay_un_error(
    tmp_path: Path, como: Disposicion
) -> None:
    se_leyo = lo_escrito_o_un_error(tmp_path / "libro.xlsx", armar(DATOS, ANIOS, CORTE, como), como)
    assert se_leyo or como.de_mas, "sin columnas ajenas no hay nada que no se entienda"


RAROS = (None, "#REF!", "#SPILL!", "2023", 2030, "Q2", "Meta Final", "Acumulado", "Sector", "x", 7)


@RAPIDO
@given(como=disposiciones(QUE_NO_ENGANAN), raro=st.sampled_from(RAROS), data=st.data())
def test_con_un_encabezado_estropeado_se_lee_lo_escrito_o_hay_un_error(
    tmp_path: Path, como: Disposicion, raro: Any, data: st.DataObject
) -> None:
    armado = armar(DATOS, ANIOS, CORTE, como)
    escritas = [
        (f, c)
        for f in range(como.filas_del_encabezado)
        for c, valor in enumerate(armado.celdas[f])
        # Un bloque ajeno sin encabezado no se distingue de los acumulados: nada depende de ellos.
        if valor is not None and str(valor).upper() != BLOQUES["ajeno"]
    ]
    fila, columna = data.draw(st.sampled_from(escritas))
    armado.celdas[fila][columna] = raro
    armado.combinadas = [m for m in armado.combinadas if m[:2] != (fila, columna)]
    lo_escrito_o_un_error(tmp_path / "libro.xlsx", armado, como)
