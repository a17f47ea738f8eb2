"""La página Historia de cortes: series, comparación y lo que cada cambio le hizo al avance.

Entre los dos libros de `fabrica_politica` (las cuentas, en `tests/datos/test_consultas_historia`):

- sale el 2.2.1, que no había reportado: 0;
- entra el 3.1.2: 10 × 33,33 % = +3,33;
- ponderación: 1.1.1, (22 − 20) × 50 % = +1; 1.1.2, (13 − 15) × 32,5 % = −0,65: +0,35;
- período reescrito: 1.1.2, de 65 a 63 de 200: 13 × (31,5 % − 32,5 %) = −0,13;
- la meta de 2026 del 1.2.1 no cambia su meta final ni lo que debía en junio: 0;
- reportes nuevos: 22 × 12 % + 13 × 5 % + 15 × 16 % + 10 × 40 % + 10 × 4 % = 10,09.

En total, 46,5183 − 32,875 = +13,6433. Lo que falta, 46,5183 − 49,3333, es −2,815: en binario
queda apenas por debajo, y se escribe 2,81.
"""

import re
from datetime import date
from math import fsum
from pathlib import Path

import pytest
from dichos import advertidos
from fabrica_politica import DICIEMBRE, JUNIO, POLITICA
from pestanas import CON_LIBROS
from streamlit.testing.v1 import AppTest
from tipos import Abrir, Texto

from tablero import rutas
from tablero.consultas.base import Base, Preguntas
from tablero.respuestas.historia.cotejo import Cotejo, cotejar

PAGINA = "pages/historia.py"
PESTANAS = CON_LIBROS["historia"]
INFORME = date(2024, 12, 31)


@pytest.fixture
def cotejo(base_con_libros: Path) -> Cotejo:
    return cotejar(Preguntas(Base(base_con_libros)), POLITICA, JUNIO, DICIEMBRE)


def subtitulos(prueba: AppTest) -> list[str]:
    return [s.value for s in prueba.subheader]


def celdas(html: str, region: str) -> list[list[str]]:
    """El texto de cada celda de una tabla, sin marcas."""
    caja = re.search(f'aria-label="{region}".*?<tbody>(.*?)</tbody>', html)
    assert caja is not None, region
    filas = re.findall("<tr[^>]*>(.*?)</tr>", caja[1])
    return [
        [re.sub("<.*?>", "", celda) for celda in re.findall("<t[dh].*?>(.*?)</t[dh]>", fila)]
        for fila in filas
    ]


def test_los_efectos_suman_lo_que_cambio_el_avance(cotejo: Cotejo) -> None:
    assert cotejo.antes.avance_pct == pytest.approx(32.875)
    assert cotejo.despues.avance_pct == pytest.approx(46.51833333)
    puntos = dict(zip(cotejo.causas.datos["causa"], cotejo.causas.datos["efecto_pp"], strict=True))
    assert puntos == {
        "sale": 0,
        "entra": pytest.approx(10 / 3),
        "ponderación": pytest.approx(0.35),
        "períodos reescritos": pytest.approx(-0.13),
        "metas, tipo o línea base": 0,
        "reportes nuevos": pytest.approx(10.09),
    }
    cambio = cotejo.despues.avance_pct - cotejo.antes.avance_pct
    assert fsum(puntos.values()) == pytest.approx(cambio)
    assert fsum(cotejo.por_producto.datos["efecto_pp"]) == pytest.approx(cambio)


def test_los_datos_que_cambiaron(cotejo: Cotejo) -> None:
    columnas = ["producto_codigo", "dato", "antes", "despues"]
    assert cotejo.cambios.datos[columnas].to_numpy().tolist() == [
        ["1.1.1", "ponderación", 20, 22],
        ["1.1.2", "ponderación", 15, 13],
        ["1.1.2", "reporte del cuarto trimestre de 2023", 10, 8],
        ["1.2.1", "meta de 2026", 50, 48],
    ]


def test_las_respuestas_citan_los_dos_cortes(cotejo: Cotejo) -> None:
    for respuesta in (cotejo.causas, cotejo.movimientos, cotejo.transiciones, cotejo.cambios):
        assert [f.corte_fecha for f in respuesta.fuentes] == [JUNIO, DICIEMBRE]
        assert set(respuesta.datos["antes_fecha"]) == {JUNIO}
        assert set(respuesta.datos["corte_fecha"]) == {DICIEMBRE}


@pytest.mark.usefixtures("con_libros")
def test_la_pagina_cuenta_lo_que_cambio(abrir: Abrir, texto: Texto) -> None:
    todas = [abrir(PAGINA, ver=ver) for ver in PESTANAS]
    que_cambio = "Qué cambió del 30 de junio de 2025 al 31 de diciembre de 2025"
    assert [[h.value for h in p.header] for p in todas] == [[], *[[que_cambio]] * 3, []]
    assert [titulo for prueba in todas for titulo in subtitulos(prueba)] == [
        "La política lleva 46,52\u00a0% al 31 de diciembre de 2025, 2,81 puntos menos de lo que "
        "debía; subió 13,64 puntos desde el corte anterior",
        "El avance pasa de 32,88\u00a0% a 46,52\u00a0%; lo que más lo mueve: reportes nuevos, "
        "+10,09\u00a0p.\u00a0p.",
        "1 producto entra y 1 producto sale",
        "3 de 9 productos cambiaron de estado: 1 de «bajo» a «alto», 1 de «sin dato» a «no "
        "vigente» y 1 de otro modo",
        "De qué estado a qué estado pasó cada producto",
        "4 datos cambiaron en 3 productos: 2 de ponderación, 1 de período cerrado reescrito y 1 "
        "de meta de un año",
    ]
    dicho = "".join(map(texto, todas))
    assert "0,00 + 3,33 + 0,35 − 0,13 + 0,00 + 10,09 = +13,64\u00a0p.\u00a0p." in dicho
    assert "no son de la misma clase" not in dicho


@pytest.mark.usefixtures("con_libros")
def test_quien_entra_y_quien_sale_y_por_que(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, ver="efectos"))
    filas = celdas(dicho, "Productos que entran y salen")
    assert [f[:3] + f[5:] for f in filas] == [
        ["Entra", "es nuevo", "3.1.2", "10,00\u00a0%", "+3,33\u00a0p.\u00a0p."],
        ["Sale", "pasa a no vigente", "2.2.1", "10,00\u00a0%", "0,00\u00a0p.\u00a0p."],
    ]
    # Quien sale se ve como estaba antes; quien entra, como está ahora.
    assert f"producto?codigo=2.2.1&amp;politica={POLITICA}&amp;corte=2025-06-30" in dicho
    assert f"producto?codigo=3.1.2&amp;politica={POLITICA}&amp;corte=2025-12-31" in dicho


@pytest.mark.usefixtures("con_libros")
def test_la_matriz_cuenta_los_pasos(abrir: Abrir, texto: Texto) -> None:
    """PAHV de junio → diciembre: 1.2.2, 40 → 80 %; 1.1.2, 65 → 61 %; 1.2.1, 80 → 93 %."""
    filas = celdas(texto(abrir(PAGINA, ver="estados")), "Estados antes y después")
    assert filas == [
        ["▼ Bajo", "·", "11.2.2", "·", "·", "·"],
        ["◆ Medio", "1igual", "·", "·", "·", "·"],
        ["● Alto", "·", "2igual", "·", "·", "·"],
        ["▲ Sobreejecución", "·", "·", "1igual", "·", "·"],
        ["□ Sin dato", "·", "·", "·", "·", "12.2.1"],
        ["○ Sin iniciar", "·", "·", "·", "1igual", "·"],
        ["✕ No vigente", "·", "·", "·", "·", "1igual"],
        ["+ No estaba", "·", "13.1.2", "·", "·", "·"],
    ]


@pytest.mark.usefixtures("con_libros")
def test_el_efecto_de_cada_producto_viaja_al_abrirlo(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, ver="efectos")
    region = "Efecto de cada producto en el avance"
    assert region not in texto(prueba)
    prueba.session_state["abrir_efectos"] = True
    filas = celdas(texto(prueba.run()), region)
    assert [fila[0].partition("Producto")[0] for fila in filas[:-1]] == [
        "1.2.2",
        "1.1.1",
        "3.1.2",
        "1.2.1",
        "2.1.1",
        "1.1.2",
    ]
    pp = "\u00a0p.\u00a0p."
    assert filas[5][1:] == [f"−0,13{pp}", "·", f"−0,65{pp}", f"−0,13{pp}", f"+0,65{pp}"]
    assert filas[-1][1:] == [
        f"+13,64{pp}",
        f"+3,33{pp}",
        f"+0,35{pp}",
        f"−0,13{pp}",
        f"+10,09{pp}",
    ]


@pytest.mark.usefixtures("con_libros")
def test_los_datos_se_filtran_y_queda_en_la_url(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, ver="datos")
    prueba.selectbox(key="filtro_cambio").select("meta de un año").run()
    assert prueba.query_params["cambio"] == "meta de un año"
    assert subtitulos(prueba)[-1] == "1 dato cambió en 1 producto: 1 de meta de un año"
    assert celdas(texto(prueba), "Datos que cambiaron") == [
        ["1.2.1", "Producto 1.2.1", "meta de un año", "meta de 2026", "50", "48"]
    ]
    # Entre otros dos cortes puede no haber ese dato: el filtro se quita y nadie pidió ese enlace.
    prueba.selectbox(key="filtro_antes").select("2024-12-31").run()
    assert "cambio" not in prueba.query_params
    assert "El enlace pide" not in texto(prueba)


@pytest.mark.usefixtures("con_libros")
def test_se_compara_con_el_corte_de_la_url_y_se_avisa_que_es_de_otra_clase(
    abrir: Abrir, texto: Texto
) -> None:
    """Del informe, 52,04 % calculado y 52,05 % publicado; del libro de junio, 32,88 %."""
    prueba = abrir(PAGINA, corte="2025-06-30", antes="2024-12-31")
    assert prueba.header[0].value == "Qué cambió del 31 de diciembre de 2024 al 30 de junio de 2025"
    dicho = texto(prueba)
    assert (
        "Los dos cortes no son de la misma clase: el del 30 de junio de 2025 tiene libro oficial y "
        "del 31 de diciembre de 2024 solo se publican porcentajes" in dicho
    )
    assert (
        "el informe publica un avance de 52,05\u00a0%; aquí se compara el calculado, "
        "52,04\u00a0%." in dicho
    )
    assert subtitulos(prueba)[0].startswith("El avance pasa de 52,04\u00a0% a 32,88\u00a0%")
    cambio = cotejar(Preguntas(Base(rutas.BASE)), POLITICA, INFORME, JUNIO)
    assert list(cambio.causas.datos["causa"]) == ["sale", "entra", "ponderación", "avance"]
    assert fsum(cambio.causas.datos["efecto_pp"]) == pytest.approx(
        cambio.despues.avance_pct - cambio.antes.avance_pct
    )


@pytest.mark.usefixtures("con_libros")
def test_los_cortes_se_comparan_siempre_del_mas_antiguo_al_mas_nuevo(abrir: Abrir) -> None:
    prueba = abrir(PAGINA, corte="2025-06-30", antes="2025-12-31")
    assert prueba.header[0].value == "Qué cambió del 30 de junio de 2025 al 31 de diciembre de 2025"
    assert not advertidos(prueba)


@pytest.mark.usefixtures("con_libros")
def test_al_mirar_el_corte_con_que_se_comparaba_se_compara_con_el_anterior(abrir: Abrir) -> None:
    prueba = abrir(PAGINA, antes="2025-06-30")
    prueba.selectbox(key="filtro_corte").select("2025-06-30").run()
    assert prueba.header[0].value == "Qué cambió del 31 de diciembre de 2024 al 30 de junio de 2025"
    assert "antes" not in prueba.query_params
    assert not advertidos(prueba)


@pytest.mark.usefixtures("con_libros")
def test_la_serie_de_un_producto_queda_en_la_url(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA)
    prueba.selectbox(key="filtro_serie").select("producto:1.1.1").run()
    assert prueba.query_params["serie"] == "producto:1.1.1"
    assert subtitulos(prueba)[0] == (
        "El producto 1.1.1 lleva 62,00\u00a0% al 31 de diciembre de 2025, 2,00 puntos más de lo "
        "que debía; subió 12,00 puntos desde el corte anterior"
    )
    assert "producto?codigo=1.1.1" in texto(prueba)
    objetivo = abrir(PAGINA, serie="objetivo:2")
    assert subtitulos(objetivo)[0].startswith("El objetivo 2 lleva 28,00\u00a0%")


def test_con_un_solo_corte_dice_que_hace_falta(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA)
    assert subtitulos(prueba) == [
        "La política lleva 52,05\u00a0% al 31 de diciembre de 2024, 0,15 puntos menos de lo que "
        "debía"
    ]
    dicho = texto(prueba)
    assert "Con un solo corte todavía no hay una serie: la habrá con el siguiente." in dicho
    assert "tiene un solo corte, el del 31 de diciembre de 2024" in dicho
    assert "de otro corte a quien administra el tablero." in dicho
    assert not prueba.code  # la sala no lee órdenes de consola


def test_una_serie_que_no_existe_se_avisa(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, serie="producto:9.9.9")
    assert "El enlace pide «Serie de: producto:9.9.9», que no existe" in texto(prueba)
    assert subtitulos(prueba)[0].startswith("La política lleva 52,05")
