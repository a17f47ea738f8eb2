"""Lo que se pregunta de un producto: los libros de `fabrica_politica` y el informe de 2024."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fabrica_politica import ANIOS, DICIEMBRE, JUNIO, POLITICA, productos

from tablero import rutas
from tablero.consultas import producto
from tablero.consultas.base import Base
from tablero.ingesta.construir import construir
from tablero.ingesta.seguimiento.importar import Pedido, importar
from tablero.simulacion.seguimiento.escribir import escribir_xlsx
from tablero.simulacion.seguimiento.libro import Forma, armar

INFORME = date(2024, 12, 31)


@pytest.fixture(scope="module")
def libros(base_con_libros: Path) -> Base:
    return Base(base_con_libros)


def ficha(base: Base, codigo: str, corte: date) -> dict[str, Any]:
    return producto.ficha(base, politica=POLITICA, corte=corte, codigo=codigo).fila


def test_la_ficha_lleva_lo_recalculado_lo_reportado_y_la_causa(libros: Base) -> None:
    """El 1.2.1 en junio: (30−10)/(35−10) = 80 %; el libro trae 30/35 = 85,71 %."""
    fila = ficha(libros, "1.2.1", JUNIO)
    assert (fila["pahv_pct"], fila["paa_pct"], fila["trayectoria_pct"]) == (80, 40, 50)
    assert fila["pahv_reportado_pct"] == pytest.approx(85.714286)
    assert (fila["pahv_contraste"], fila["pahv_causa"]) == (
        "difiere",
        "no descuenta la línea base",
    )
    assert (fila["paa_contraste"], fila["paa_causa"]) == ("no calculable", None)
    assert (fila["linea_base"], fila["meta_vigencia"], fila["meta_final"]) == (10, 40, 60)
    assert fila["pahv_informe_pct"] is None
    assert fila["ubicacion"] == "hoja «Avance Cuantitativo», fila 8"


def test_sin_libro_la_ficha_lleva_lo_publicado(base: Base) -> None:
    """El 2.2.6 en el Anexo 1: PAV 19, PAHV 19, PAA 5; TI = 5/19 = 26,32 %."""
    fila = ficha(base, "2.2.6", INFORME)
    assert (fila["pav_pct"], fila["pahv_pct"], fila["paa_pct"]) == (19, 19, 5)
    assert fila["trayectoria_pct"] == pytest.approx(500 / 19)
    for campo in ("meta_final", "periodicidad", "inicio_fecha", "pahv_contraste", "av"):
        assert fila[campo] is None
    assert fila["nivel"] == "publicado"


def test_un_producto_que_no_esta_no_tiene_ficha(libros: Base) -> None:
    assert producto.ficha(libros, politica=POLITICA, corte=JUNIO, codigo="3.1.2").esta_vacio
    assert ficha(libros, "3.1.2", DICIEMBRE)["situacion"] == "a tiempo"


def test_la_serie_va_por_todos_los_cortes(libros: Base) -> None:
    """El 1.1.2: 100 % publicado en 2024; 65/200 = 32,5 % en junio; 73/200 = 36,5 % al final."""
    datos = producto.serie(libros, politica=POLITICA, codigo="1.1.2").datos
    assert list(zip(datos["corte_fecha"], datos["nivel"], datos["paa_pct"], strict=True)) == [
        (INFORME, "publicado", 100.0),
        (JUNIO, "calculado", 32.5),
        (DICIEMBRE, "calculado", 36.5),
    ]


def test_la_linea_lleva_la_celda_de_la_meta_y_la_del_reporte(libros: Base) -> None:
    respuesta = producto.linea(libros, politica=POLITICA, corte=JUNIO, codigo="1.2.1")
    datos = respuesta.datos.set_index(["anio", "trimestre"])
    assert len(datos) == 4 * len(ANIOS)
    assert (datos.loc[(2025, 2), "meta"], datos.loc[(2025, 2), "valor"]) == (40, 30)
    assert list(datos.loc[(2025, 1), ["tiene_meta", "tiene_reporte"]]) == [True, False]
    assert datos.loc[(2025, 2), "ubicacion"].count("hoja «Avance Cuantitativo», celda") == 2
    assert datos.loc[(2026, 1), "ubicacion"].count("celda") == 1


def test_los_contrastes_van_en_orden(libros: Base) -> None:
    datos = producto.contrastes(libros, politica=POLITICA, corte=JUNIO, codigo="1.1.1").datos
    assert list(zip(datos["medida"], datos["reportado_pct"], datos["estado"], strict=True)) == [
        ("PAHV", 100, "coincide"),
        ("PAV", 100, "coincide"),
        ("PAA", 50, "coincide"),
    ]


def test_los_relatos_llegan_hasta_el_corte(libros: Base) -> None:
    """El 1.1.1 reporta cada trimestre desde 2023: diez hasta junio de 2025 y doce en diciembre."""
    for corte, cuantos, ultimo in ((JUNIO, 10, 2), (DICIEMBRE, 12, 4)):
        datos = producto.relatos(libros, politica=POLITICA, corte=corte, codigo="1.1.1").datos
        assert len(datos) == cuantos
        assert (datos["anio"][0], datos["trimestre"][0]) == (2025, ultimo)
        assert datos["vale"].all()


def test_lo_que_el_informe_dice_de_un_producto(libros: Base, base: Base) -> None:
    """El 3.1.7 está en sus acciones; el 2.2.7, en la tabla de la sección 9 con sus decimales."""
    acciones = producto.informe(base, politica=POLITICA, corte=INFORME, codigo="3.1.7").datos
    assert list(acciones["titulo"]) == ["Revisar la ejecución del producto 3.1.7, que no se inició"]
    mejora = producto.mejora(base, politica=POLITICA, corte=INFORME, codigo="2.2.7")
    assert mejora.fila["pahv_pct"] == 3399.8
    # En un corte posterior vale el último informe; en uno anterior, ninguno.
    for corte, cuantos in ((JUNIO, 1), (date(2024, 6, 30), 0)):
        datos = producto.informe(libros, politica=POLITICA, corte=corte, codigo="3.1.7").datos
        assert len(datos) == cuantos


def test_una_version_nueva_del_texto_reemplaza_a_la_anterior_y_la_deja_ver(tmp_path: Path) -> None:
    """El libro de 2024-12-31 dice «Cinco.» del Q4 de 2024; el de 2025-06-30, «Seis.».

    Del corte de 2024 hay además informe: sus 100 % quedan al lado de lo recalculado, 20 %: 10 de
    los 50 de 2023 y 2024.
    """
    fuentes = Path(shutil.copytree(rutas.FUENTES, tmp_path / "fuentes"))
    for corte, periodo, texto in ((INFORME, (2024, 4), "Cinco."), (JUNIO, (2025, 2), "Seis.")):
        uno = replace(
            next(p for p in productos(JUNIO) if p.codigo == "1.1.2"),
            metas=dict.fromkeys(ANIOS, 25.0),
            meta_final=125.0,
            ponderacion=1.0,
            reportes={(2024, 4): 10.0},
            relatos={(2024, 4): (texto, "Enfoque.")},
        )
        hojas = armar([uno], Forma(ANIOS, periodo))
        for celdas in hojas.values():
            celdas[0][0] = "Libro de seguimiento"
        archivo = escribir_xlsx(tmp_path / f"{corte}.xlsx", hojas)
        importar(archivo, fuentes, Pedido()).confirmar()
    construir(fuentes, tmp_path / "tablero.duckdb")
    base = Base(tmp_path / "tablero.duckdb")
    datos = producto.relatos(base, politica=POLITICA, corte=JUNIO, codigo="1.1.2").datos
    assert list(zip(datos["avance_texto"], datos["vale"], strict=True)) == [
        ("Seis.", True),
        ("Cinco.", False),
    ]
    antes = producto.relatos(base, politica=POLITICA, corte=INFORME, codigo="1.1.2").datos
    assert list(antes["avance_texto"]) == ["Cinco."]
    fila = ficha(base, "1.1.2", INFORME)
    assert (fila["nivel"], fila["pahv_pct"], fila["pahv_informe_pct"]) == ("calculado", 20, 100)
    assert fila["fuente_codigo"].endswith(" | sdp_2024-12-31")
