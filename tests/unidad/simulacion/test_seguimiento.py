"""Los libros de seguimiento inventados: de todo un poco, y coherentes de un corte a otro."""

from collections import Counter
from datetime import date
from functools import cache
from math import fsum
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tablero.calculo.seguimiento.motor import calcular
from tablero.calculo.seguimiento.tiempo import periodo_de
from tablero.errores import ErrorTablero
from tablero.ingesta.fuentes.documentos import sha256
from tablero.ingesta.seguimiento.carpetas import descubrir_seguimiento
from tablero.ingesta.seguimiento.leer import leer_seguimiento
from tablero.simulacion.seguimiento import corpus, vocabulario
from tablero.simulacion.seguimiento.datos import IndicadorInventado
from tablero.simulacion.seguimiento.formulas import Plan, porcentajes, programado
from tablero.simulacion.seguimiento.sucesos import libro

SEMILLAS = st.integers(0, 2**31)
CORTES = corpus.ultimos(4)
Fila = IndicadorInventado


@cache
def libros(semilla: int = 7, productos: int = 52) -> tuple[dict[str, Fila], ...]:
    """Las filas de los cuatro libros de 2025, por código."""
    politica = corpus.crear(semilla, 1, productos)
    partes = (politica.productos, politica.resultados, politica.entrante, corpus.ANIOS)
    return tuple({f.codigo: f for f in libro(*partes, corte)} for corte in CORTES)


def de_producto(filas: dict[str, Fila]) -> dict[str, Fila]:
    return {c: f for c, f in filas.items() if c.count(".") == 2}


def test_los_ultimos_trimestres() -> None:
    assert corpus.ultimos(6) == [(2024, 3), (2024, 4), (2025, 1), (2025, 2), (2025, 3), (2025, 4)]
    assert [corpus.cierre(c) for c in CORTES] == [
        date(2025, 3, 31),
        date(2025, 6, 30),
        date(2025, 9, 30),
        date(2025, 12, 31),
    ]


@settings(max_examples=10, deadline=None)
@given(semilla=SEMILLAS, productos=st.integers(8, 60))
def test_las_ponderaciones_de_los_vigentes_suman_uno_en_todo_corte(
    semilla: int, productos: int
) -> None:
    for filas in libros(semilla, productos):
        vigentes = [f for f in de_producto(filas).values() if f.estado == "Vigente"]
        assert len(vigentes) == productos
        assert fsum(f.ponderacion or 0 for f in vigentes) == pytest.approx(1, abs=1e-9)
        # Y cada resultado pesa lo de sus productos.
        for codigo, fila in filas.items():
            propios = [f.ponderacion or 0 for f in vigentes if f.codigo.startswith(f"{codigo}.")]
            if propios:
                assert fila.ponderacion == pytest.approx(fsum(propios), abs=1e-9)


@settings(max_examples=10, deadline=None)
@given(semilla=SEMILLAS)
def test_entre_cortes_solo_cambia_lo_que_sucede(semilla: int) -> None:
    """Cada corte frente al anterior: qué productos cambian y en qué."""
    uno, dos, tres, cuatro = map(de_producto, libros(semilla))
    (nuevo,) = set(dos) - set(uno)
    (sale,) = [c for c, f in dos.items() if f.estado == "No vigente"]
    assert set(dos) == set(tres) == set(cuatro)
    assert nuevo.rpartition(".")[0] == sale.rpartition(".")[0]
    assert dos[nuevo].ponderacion == uno[sale].ponderacion
    assert len([c for c in uno if uno[c].ponderacion != dos[c].ponderacion]) == 2
    for antes, despues in ((uno, dos), (dos, tres), (tres, cuatro)):
        for codigo, fila in antes.items():
            assert fila.anualizacion_tipo == despues[codigo].anualizacion_tipo
            assert fila.linea_base == despues[codigo].linea_base
            assert fila.meta_final == pytest.approx(despues[codigo].meta_final)
    reprogramados = [c for c in tres if tres[c].metas != cuatro[c].metas]
    assert len(reprogramados) <= 1
    reescritos = [
        (c, p)
        for c, fila in dos.items()
        for p, valor in fila.reportes.items()
        if tres[c].reportes[p] != valor
    ]
    assert len(reescritos) <= 1
    assert [p for _, p in reescritos] in ([], [(2025, 1)])
    for antes, despues in ((uno, dos), (tres, cuatro)):
        for codigo, fila in antes.items():
            assert fila.reportes.items() <= despues[codigo].reportes.items()


def test_en_la_semilla_de_siempre_pasa_de_todo() -> None:
    uno, dos, tres, cuatro = map(de_producto, libros())
    assert sum(tres[c].metas != cuatro[c].metas for c in tres) == 1
    textos = [(c, p) for c in uno for p, t in uno[c].relatos.items() if dos[c].relatos.get(p) != t]
    assert [p for _, p in textos] == [(2024, 4)]
    tardios = [
        (c, p)
        for c in tres
        for p in cuatro[c].reportes.keys() - tres[c].reportes.keys()
        if p < (2025, 4)
    ]
    assert {p for _, p in tardios} == {(2025, 3)}


def test_hay_entidades_y_tipos_variados_y_los_textos_son_largos() -> None:
    filas = de_producto(libros()[-1])
    assert len({f.entidad for f in filas.values()}) in range(8, 13)
    assert all(f.sector == vocabulario.SECTORES_DE_ENTIDAD[f.entidad] for f in filas.values())
    assert len({f.nombre for f in filas.values()}) == len(filas)
    assert all(f.nombre.endswith("(simulado)") for f in filas.values())
    assert {f.anualizacion_tipo for f in filas.values()} == {
        *("Suma", "Constante", "Creciente", "Decreciente"),
    }
    palabras = Counter(
        len(avance.split()) for f in filas.values() for avance, _ in f.relatos.values()
    )
    assert min(palabras) >= 25
    assert max(palabras) <= 80
    media = sum(n * veces for n, veces in palabras.items()) / palabras.total()
    assert 40 <= media <= 60


@settings(max_examples=4, deadline=None)
@given(semilla=SEMILLAS)
def test_el_motor_reproduce_los_porcentajes_del_libro(
    tmp_path_factory: pytest.TempPathFactory, semilla: int
) -> None:
    """Se calculan dos veces, aparte: las del generador no usan el motor.

    Solo difieren los que el generador redondea, topa o no prorratea a propósito.
    """
    carpeta = tmp_path_factory.mktemp("libros")
    corpus.escribir(carpeta, semilla, politicas=1, productos=30, cortes=2)
    for documento in descubrir_seguimiento(carpeta):
        leido = leer_seguimiento(documento.libros["productos"])
        assert leido.errores == ()
        hasta = periodo_de(documento.ficha.corte_fecha)
        distintos = set()
        for indicador in leido.indicadores:
            cifras, publicado = calcular(indicador, hasta), indicador.publicado
            for medida, del_libro in (
                ("pav_pct", publicado.pav_pct),
                ("pahv_pct", publicado.pahv_pct),
                ("paa_pct", publicado.paa_pct),
            ):
                if del_libro.get(hasta.anio) != pytest.approx(getattr(cifras, medida)):
                    distintos.add((indicador.codigo, medida))
        productos = [i.codigo for i in leido.indicadores if i.clase == "producto"]
        lugares = {productos.index(codigo) for codigo, _ in distintos}
        assert lugares <= {5, 18, 9, 22, 7}
        assert {medida for _, medida in distintos} <= {"pav_pct", "pahv_pct"}


def test_las_formulas_del_generador() -> None:
    """El ejemplo del método y uno que baja, hechos a mano.

    Suma: metas anteriores 150.000, del año 50.000, corte en Q2: MP = 25.000, MA = 175.000; con
    25.000 reportados, PAHV = 14,2857 % y PAA = 25/400 = 6,25 %; sin reportes del año no hay PAV.
    Decreciente desde 100 a 60, con 80 en 2025 después de 90: MP en Q2 = 90 − 10 × 6/12 = 85; con
    88, PAHV = (88 − 100)/(85 − 100) = 80 %, PAA = 12/40 = 30 %.
    """
    suma = Plan("Suma", "Trimestral", {2023: 150_000, 2024: 50_000}, 400_000, 0.0)
    assert programado(suma, 2024, 6) == (25_000, 175_000)
    assert porcentajes(suma, {(2023, 4): 25_000}, (2024, 2)) == pytest.approx(
        {"pahv": 0.142857142857, "paa": 0.0625}
    )
    baja = Plan("Decreciente", "Trimestral", {2024: 90, 2025: 80, 2026: 60}, 60, 100)
    assert porcentajes(baja, {(2025, 2): 88}, (2025, 2)) == pytest.approx(
        {"pav": 0.8, "pahv": 0.8, "paa": 0.3}
    )


def test_la_misma_semilla_escribe_los_mismos_libros(tmp_path: Path) -> None:
    """También repartidos en varios procesos, y la segunda política no es la primera."""
    una = corpus.escribir(tmp_path / "a", 3, politicas=4, productos=8, cortes=1)
    otra = corpus.escribir(tmp_path / "b", 3, politicas=1, productos=8, cortes=1)
    assert [ruta.relative_to(tmp_path / "a").as_posix() for ruta, _ in una] == [
        f"seguimiento/{codigo}/2025-12-31/{codigo}.xlsx"
        for codigo in ("politica_simulada", *(f"politica_simulada_0{n}" for n in (2, 3, 4)))
    ]
    # Ocho productos, el que entra y dos resultados.
    assert [filas for _, filas in una] == [11] * 4
    huellas = [sha256(ruta) for ruta, _ in una]
    assert huellas[0] == sha256(otra[0][0])
    assert len(set(huellas)) == 4
    fichas = [d.ficha for d in descubrir_seguimiento(tmp_path / "a")]
    assert [f.politica_nombre for f in fichas] == [
        "Política simulada de acogida",
        "Política simulada de cultura ciudadana",
        "Política simulada de lectura y bibliotecas",
        "Política simulada de juventud",
    ]
    assert [f.libro_sha256 for f in fichas] == huellas
    assert all(f.es_simulado and f.titulo.startswith("SIMULADO: ") for f in fichas)


@pytest.mark.parametrize(
    ("politicas", "cortes", "mensaje"),
    [
        (-1, 4, "Las políticas van de 0 a 99."),
        (100, 4, "Las políticas van de 0 a 99."),
        (1, 0, "Los cortes van de 1 a 12."),
        (1, 13, "Los cortes van de 1 a 12."),
    ],
)
def test_lo_que_no_cabe_se_explica(politicas: int, cortes: int, mensaje: str) -> None:
    with pytest.raises(ErrorTablero) as error:
        corpus.exigir(politicas, cortes)
    assert str(error.value) == mensaje


def test_los_nombres_de_las_politicas_no_se_repiten() -> None:
    nombres = [vocabulario.politica(n) for n in range(1, corpus.MAX_POLITICAS + 1)]
    assert len({codigo for codigo, _ in nombres}) == len({n for _, n in nombres}) == len(nombres)
