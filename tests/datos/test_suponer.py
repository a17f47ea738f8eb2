"""Suponer un reporte: lo que deja al día, lo que mueve y cómo se dice."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from fabrica_politica import CORTES, DICIEMBRE, JUNIO, POLITICA, libro
from fabrica_seguimiento import indicador, periodo
from hypothesis import given
from hypothesis import strategies as st

from tablero import formato, rutas
from tablero.calculo.seguimiento.al_dia import para_ir_al_dia
from tablero.calculo.seguimiento.indicador import ILEGIBLE, Indicador, Periodo
from tablero.calculo.seguimiento.motor import calcular
from tablero.calculo.seguimiento.niveles import Seguido, niveles
from tablero.calculo.seguimiento.suponer import proximo_reporte, suponer
from tablero.consultas.base import Base, Preguntas
from tablero.graficos.politica import supuestos
from tablero.ingesta.seguimiento.leer import leer_seguimiento
from tablero.interfaz.filtros.supuestos import leer_numero
from tablero.interfaz.paginas.suponer import tablas
from tablero.respuestas.suponer.producto import NO_VIGENTE, SIN_DECIR, SIN_MAS, ProductoSupuesto
from tablero.respuestas.suponer.suposicion import SUPOSICION, Suposicion, suponer_en
from tablero.respuestas.vista import PoliticaMirada

ANIOS = (2024, 2025)


@pytest.mark.parametrize(
    ("tipo", "periodicidad", "datos", "esperado"),
    [
        # 40 + 40 × 3/12 = 50 en Q1 de 2025; lleva 42.
        ("Suma", "Trimestral", {"reportes": {"2024Q4": 42}}, 8),
        # Ya lleva más de lo que debía.
        ("Suma", "Trimestral", {"reportes": {"2024Q4": 60}}, 0),
        # Lo que el libro trae después del corte no cuenta: 80 menos 42.
        ("Suma", "Anual", {"reportes": {"2024Q4": 42, "2025Q1": 30}}, 38),
        ("Suma", "Trimestral", {"reportes": {"2024Q4": ILEGIBLE}}, None),
        ("Constante", "Trimestral", {"reportes": {"2024Q4": 12}}, 40),
        # De 40 a 60 en el año: un cuarto del camino.
        ("Creciente", "Trimestral", {"metas": {2024: 40, 2025: 60}, "linea_base": 10}, 45),
        ("Decreciente", "Semestral", {"metas": {2024: 40, 2025: 30}, "linea_base": 50}, 35),
        ("Suma", "Trimestral", {"estado": "No vigente"}, None),
        ("Suma", "Trimestral", {"metas": {2024: 40, 2025: ILEGIBLE}}, None),
    ],
)
def test_lo_que_dejaria_al_dia(
    tipo: str, periodicidad: str, datos: dict[str, Any], esperado: float | None
) -> None:
    base = {"metas": dict.fromkeys(ANIOS, 40.0), "meta_final": 80.0}
    assert para_ir_al_dia(indicador(tipo, periodicidad, **{**base, **datos}), Periodo(2024, 4)) == (
        esperado
    )


@given(
    st.sampled_from(["Suma", "Constante", "Creciente", "Decreciente"]),
    st.sampled_from(["Trimestral", "Semestral", "Anual"]),
    st.integers(1, 500),
    st.integers(0, 500),
)
def test_suponer_lo_programado_es_ir_justo_a_tiempo(
    tipo: str, periodicidad: str, meta: int, hecho: int
) -> None:
    dato = indicador(
        tipo,
        periodicidad,
        metas={2024: 600.0, 2025: float(meta)},
        meta_final=700.0,
        linea_base=1000.0,
        reportes={"2024Q4": float(hecho)},
    )
    valor = para_ir_al_dia(dato, Periodo(2024, 4))
    assert valor is not None
    supuesto = suponer(dato, Periodo(2024, 4), valor)
    assert supuesto is not None
    assert supuesto[1].pahv_pct == pytest.approx(100)


def preparado(dato: Indicador | None, hasta: str = "2024Q4") -> ProductoSupuesto:
    fila = {"producto_codigo": "1.1.1", "anualizacion_tipo": dato and dato.anualizacion_tipo}
    proximo = dato and proximo_reporte(dato, periodo(hasta))
    return ProductoSupuesto(date(2024, 12, 31), fila, dato, proximo)


@pytest.mark.parametrize(
    ("datos", "motivo"),
    [
        ({}, ""),
        ({"estado": "No vigente"}, NO_VIGENTE),
        ({"metas": {2024: 40.0}}, SIN_MAS),
        ({"metas": {}}, SIN_DECIR),
        ({"periodicidad": None}, SIN_DECIR),
        ({"estado": None}, SIN_DECIR),
    ],
)
def test_por_que_no_se_puede_suponer(datos: dict[str, Any], motivo: str) -> None:
    dato = indicador(metas=dict.fromkeys(ANIOS, 40.0), meta_final=80.0)
    assert preparado(replace(dato, **datos)).motivo == motivo


def test_quien_ya_paso_lo_programado_lo_sabe() -> None:
    metas = dict.fromkeys(ANIOS, 40.0)
    de_mas = indicador(metas=metas, meta_final=80.0, reportes={"2024Q4": 60})
    assert preparado(de_mas).ya_paso
    assert not preparado(replace(de_mas, reportes={})).ya_paso
    # El nivel programado de un Decreciente sí puede ser cero.
    hasta_cero = indicador(
        "Decreciente", "Anual", metas={2024: 4.0, 2025: 0.0}, meta_final=0.0, linea_base=10.0
    )
    assert preparado(hasta_cero).al_dia == 0
    assert not preparado(hasta_cero).ya_paso


def en_el_corte(base: Path, corte: date, monkeypatch: pytest.MonkeyPatch) -> PoliticaMirada:
    monkeypatch.setattr(rutas, "BASE", base)
    return PoliticaMirada(POLITICA, "Política", corte, (corte,), tiene_libro=corte in CORTES)


def cifras(suposicion: Suposicion) -> Mapping[str, Any]:
    return suposicion.politica.fila


def test_el_2_2_6_al_20_por_ciento(base_construida: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pesa 4 % y su PAA pasa de 5 % a 20 %: 52,036 + 4 × 15 % = 52,636.

    Su trayectoria es 5 / 19 = 26,32 % y no cambia: PAHV = 20 / 26,32 = 76 %, alto.
    """
    vista = en_el_corte(base_construida, date(2024, 12, 31), monkeypatch)
    suposicion = suponer_en(Preguntas(Base(rutas.BASE)), vista, tuple({"2.2.6": 20.0}.items()))
    fila = cifras(suposicion)
    assert fila["avance_antes_pct"] == pytest.approx(52.036)
    assert fila["avance_despues_pct"] == pytest.approx(52.636)
    assert fila["trayectoria_despues_pct"] == pytest.approx(fila["trayectoria_antes_pct"])
    producto = suposicion.productos.fila
    assert producto["pahv_despues_pct"] == pytest.approx(76)
    assert (producto["semaforo_antes"], producto["semaforo_despues"]) == ("bajo", "alto")
    assert producto["avance_cambio_pp"] == pytest.approx(0.6)


def test_dos_reportes_supuestos_con_libro(
    base_con_libros: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Junio de 2025: avance 32,875 y trayectoria 45.

    El 1.1.2 (Suma, pesa 15) reporta 40 en Q3: MA = 80 + 40 × 9/12 = 110; AV = 105; PAHV 95,45 %;
    PAA 52,5 %; TI 55 %. El 1.2.1 (Creciente, LB 10, pesa 15) llega a 42 en Q4: PAHV = 32 / 30;
    PAA = 32 / 50 = 64 %; TI 60 %. Avance: 32,875 + 15 × 20 % + 15 × 24 % = 39,475. Trayectoria:
    45 + 15 × 5 % + 15 × 10 % = 47,25.
    """
    vista = en_el_corte(base_con_libros, JUNIO, monkeypatch)
    suposicion = suponer_en(
        Preguntas(Base(rutas.BASE)), vista, tuple({"1.1.2": 40.0, "1.2.1": 42.0}.items())
    )
    fila = cifras(suposicion)
    assert (fila["avance_antes_pct"], fila["trayectoria_antes_pct"]) == (
        pytest.approx(32.875),
        pytest.approx(45),
    )
    assert (fila["avance_despues_pct"], fila["trayectoria_despues_pct"]) == (
        pytest.approx(39.475),
        pytest.approx(47.25),
    )
    assert fila["brecha_cambio_pp"] == pytest.approx(6.6 - 2.25)
    # 32,875 / 45 = 73,06 % es medio; 39,475 / 47,25 = 83,54 %, alto.
    assert (fila["semaforo_antes"], fila["semaforo_despues"]) == ("medio", "alto")
    datos = suposicion.productos.datos
    assert list(datos["periodo_supuesto"]) == [
        "tercer trimestre de 2025",
        "cuarto trimestre de 2025",
    ]
    assert list(datos["al_dia"]) == [45, 40]
    assert list(datos["pahv_despues_pct"]) == pytest.approx([1050 / 11, 3200 / 30])
    assert list(datos["paa_despues_pct"]) == pytest.approx([52.5, 64])
    conteo = suposicion.semaforos.datos.set_index("semaforo")
    assert list(conteo.loc["medio"][["productos_antes", "productos_despues"]]) == [1, 0]
    assert list(conteo.loc["alto"][["productos_antes", "productos_despues"]]) == [2, 3]
    assert conteo["productos_antes"].sum() == conteo["productos_despues"].sum() == 8


@pytest.mark.parametrize("corte", [JUNIO, DICIEMBRE])
def test_cada_producto_da_lo_que_el_motor_con_el_libro(
    base_con_libros: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, corte: date
) -> None:
    """El libro siguiente con ese reporte daría las mismas cifras, del producto y de la política."""
    vista, hasta = en_el_corte(base_con_libros, corte, monkeypatch), Periodo(*CORTES[corte])
    indicadores = leer_seguimiento(libro(tmp_path / "libro.xlsx", corte)).indicadores
    ahora = {i.codigo: Seguido(i, calcular(i, hasta)) for i in indicadores}
    probados = 0
    for dato in indicadores:
        proximo = proximo_reporte(dato, hasta)
        suposicion = suponer_en(
            Preguntas(Base(rutas.BASE)), vista, tuple({dato.codigo: 33.0}.items())
        )
        if proximo is None:
            assert suposicion.esta_vacia
            assert suposicion.rechazos == (f"{dato.codigo}: {NO_VIGENTE}",)
            continue
        con_reporte = replace(dato, reportes={**dato.reportes, proximo: 33.0})
        esperadas = calcular(con_reporte, proximo)
        fila = suposicion.productos.fila
        assert fila["pahv_despues_pct"] == pytest.approx(esperadas.pahv_pct)
        assert fila["paa_despues_pct"] == pytest.approx(esperadas.paa_pct)
        assert fila["semaforo_despues"] == esperadas.semaforo
        luego = {**ahora, dato.codigo: Seguido(con_reporte, esperadas)}
        politica = niveles(luego.values())[0]
        assert cifras(suposicion)["avance_despues_pct"] == pytest.approx(politica.avance_pct)
        assert cifras(suposicion)["trayectoria_despues_pct"] == pytest.approx(
            politica.trayectoria_pct
        )
        probados += 1
    assert probados == 7


def test_lo_que_no_se_puede_se_dice_y_no_se_usa(
    base_con_libros: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vista = en_el_corte(base_con_libros, JUNIO, monkeypatch)
    suposicion = suponer_en(
        Preguntas(Base(rutas.BASE)),
        vista,
        tuple({"9.9.9": 3.0, "3.1.1": 5.0, "1.1.1": -5.0}.items()),
    )
    assert suposicion.esta_vacia
    assert suposicion.rechazos == (
        "9.9.9: no está entre los productos de este corte.",
        f"3.1.1: {NO_VIGENTE}",
        "1.1.1: −5 no se puede reportar; debe ser 0 o más.",
    )
    fila = cifras(suposicion)
    assert fila["avance_despues_pct"] == fila["avance_antes_pct"] == pytest.approx(32.875)


def test_la_suposicion_va_en_cada_fila_de_cada_archivo(
    base_con_libros: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vista = en_el_corte(base_con_libros, JUNIO, monkeypatch)
    suposicion = suponer_en(
        Preguntas(Base(rutas.BASE)), vista, tuple({"1.1.2": 40.5, "9.9.9": 1.0}.items())
    )
    for respuesta in (suposicion.politica, suposicion.productos, suposicion.semaforos):
        assert set(respuesta.datos["suposicion"]) == {f"{SUPOSICION}: 1.1.2:40.5"}
        assert set(respuesta.datos["corte_fecha"]) == {JUNIO}
        assert respuesta.fuentes
    vacia = suponer_en(Preguntas(Base(rutas.BASE)), vista, ())
    assert "suposicion" not in vacia.politica.datos


def movidos(*puntos: float) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "producto_codigo": [f"1.1.{n}" for n in range(1, len(puntos) + 1)],
            "producto_nombre": "Casa",
            "avance_cambio_pp": puntos,
        }
    )


def test_el_grafico_va_del_avance_del_corte_al_supuesto() -> None:
    dibujo = supuestos.avance(movidos(0.5, -2.0), desde=50.0, hasta=48.5)
    assert dibujo.titulo == (
        "Con lo supuesto, la política pasaría de 50,00\u00a0% a 48,50\u00a0%: 1,50 puntos menos"
    )
    assert list(dibujo.datos["nombre"]) == [
        "En el corte",
        "1.1.2 Casa",
        "1.1.1 Casa",
        "Con la suposición",
    ]
    assert list(dibujo.datos["valor_texto"])[1] == "−2,00\u00a0p.\u00a0p."
    assert "Suposición" in dibujo.nota


def test_muchos_productos_no_alargan_el_grafico() -> None:
    """Trece: diez con su barra y los otros tres, juntos: 3 × 0,1."""
    dibujo = supuestos.avance(movidos(*([1.0] * 10), *([0.1] * 3)), desde=50.0, hasta=60.3)
    assert list(dibujo.datos["nombre"])[-2] == "3 productos más"
    assert list(dibujo.datos["valor_texto"])[-2] == "+0,30\u00a0p.\u00a0p."


def test_una_suposicion_que_no_mueve_nada_lo_dice() -> None:
    dibujo = supuestos.avance(movidos(0.0), desde=50.0, hasta=50.0)
    assert dibujo.titulo == "Con lo supuesto, la política seguiría en 50,00\u00a0%"


@pytest.mark.parametrize(
    ("despues", "titulo"),
    [
        (
            [1, 3],
            (
                "Con lo supuesto cambiaría cuántos productos hay de cada color: Bajo, "
                "de 2 a 1; Alto, de 2 a 3"
            ),
        ),
        ([2, 2], "Con lo supuesto no cambiaría cuántos productos hay de cada color"),
    ],
)
def test_el_grafico_de_colores_dice_cuales_cambian(despues: list[int], titulo: str) -> None:
    datos = pd.DataFrame(
        {"semaforo": ["bajo", "alto"], "productos_antes": [2, 2], "productos_despues": despues}
    )
    dibujo = supuestos.semaforos(datos)
    assert dibujo.titulo == titulo
    assert "En el corte: 2 en Bajo y 2 en Alto" in dibujo.alternativa


def test_la_tabla_escapa_los_nombres() -> None:
    fila = {
        "producto_codigo": "1.1.1",
        "producto_nombre": "<b>Casa</b>",
        "periodo_supuesto": None,
        "valor_supuesto": 20.0,
        "pahv_antes_pct": 19.0,
        "pahv_despues_pct": 76.0,
        "semaforo_antes": "bajo",
        "semaforo_despues": "alto",
        "paa_antes_pct": 5.0,
        "paa_despues_pct": 20.0,
        "trayectoria_antes_pct": 26.0,
        "trayectoria_despues_pct": 26.0,
        "avance_cambio_pp": 0.6,
        "brecha_cambio_pp": 0.6,
        "fuera_antes": None,
        "fuera_despues": None,
    }
    html = tablas.productos(pd.DataFrame([fila]), url=())
    assert "<b>Casa" not in html
    assert '20\u00a0%<span class="tb-sub">de PAA</span>' in html
    assert "5,00\u00a0% → 20,00\u00a0%" in html
    assert html.count("26,00\u00a0%") == 1


@pytest.mark.parametrize(
    ("escrito", "numero"),
    [
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("1.200", 1200),
        ("1.234.567,89", 1234567.89),
        ("0.125", 0.125),
        (" 80 % ", 80),
        ("−5", -5),
        ("0,1234567", 0.123457),
        ("999.999.999.999", 999_999_999_999),
        ("1000000000000", None),
        ("1e20", None),
        ("1,200.5", None),
        ("nan", None),
        ("12,", None),
        ("٣", None),
        ("", None),
    ],
)
def test_un_numero_se_lee_como_en_colombia(escrito: str, numero: float | None) -> None:
    assert leer_numero(escrito) == numero


def test_lo_que_se_mueve_se_lee_igual_en_todas_partes(
    base_con_libros: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """46,518333… → 54,773333…: 8,255, que el ruido de los decimales hacía 8,25 u 8,26."""
    vista = en_el_corte(base_con_libros, DICIEMBRE, monkeypatch)
    suposicion = suponer_en(
        Preguntas(Base(rutas.BASE)), vista, tuple({"1.1.2": 999_999_999_999.0}.items())
    )
    fila = cifras(suposicion)
    assert fila["avance_cambio_pp"] == suposicion.productos.fila["avance_cambio_pp"] == 8.255
    dibujo = supuestos.avance(
        suposicion.productos.datos,
        desde=fila["avance_antes_pct"],
        hasta=fila["avance_despues_pct"],
    )
    puntos = formato.numero(8.255, 2)
    assert dibujo.titulo.endswith(f": {puntos} puntos más (0,01 de diferencia, por redondeo)")
    assert f"+{puntos}\u00a0p.\u00a0p." in dibujo.alternativa


def test_los_codigos_que_no_existen_van_en_un_renglon(
    base_construida: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vista = en_el_corte(base_construida, date(2024, 12, 31), monkeypatch)
    assert suponer_en(
        Preguntas(Base(rutas.BASE)), vista, tuple({"9.9.9": 1.0, "9.9.8": 1.0}.items())
    ).rechazos == ("9.9.9 y 9.9.8: no están entre los productos de este corte.",)
