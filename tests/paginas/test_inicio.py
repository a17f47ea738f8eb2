"""La portada: sus cifras, con y sin filtro."""

from collections.abc import Callable
from datetime import date

import pytest
from tipos import Abrir, Texto

from tablero import formato
from tablero.consultas import centros, transferencias
from tablero.consultas.base import Base

PAIS: dict[str, str | None] = {"departamento": None, "municipio": None}


def personas_del_pais(base: Base) -> str:
    return f">{formato.numero(centros.publicado(base).fila['personas'])}<"


def test_lo_primero_que_pregunta_un_comite(abrir: Abrir, texto: Texto, base: Base) -> None:
    pantalla = texto(abrir("app.py"))
    dinero = transferencias.suma(base, **PAIS).fila
    for cifra in (
        "52,05\u00a0%",
        "la brecha publicada es −0,15\u00a0p.\u00a0p.",
        "52,04\u00a0% contra 52,18\u00a0%",
        "63,8\u00a0%",
        personas_del_pais(base),
        f">{formato.pesos(dinero['girado_cop'])}<",
        formato.pesos(dinero["asignado_cop"]),
        "sin Maicao, que no informa",
        "Municipios priorizados en todo el país",
        "Fuera de la suma, sin dato: 2 productos (4,00\u00a0% del peso de la política).",
        "31 de diciembre de 2024",
    ):
        assert cifra in pantalla


@pytest.mark.parametrize(
    ("dia", "dicen"),
    [
        (
            date(2026, 11, 30),
            (
                "<small>Hoy, 30 de noviembre de 2026</small>",
                "<strong>Hace 23 meses</strong>",
                "Se esperaba junio de 2025 y 2 más",
                ", hace 23 meses (se esperaba junio de 2025)</span>",
                ", hace 23 meses; se esperaba el corte de junio de 2025, y después los de "
                "diciembre de 2025 y junio de 2026</span>), Anexo 1",
                "Faltan junio y diciembre de 2025 y junio de 2026",
            ),
        ),
        (
            date(2025, 6, 12),
            (
                "<small>Hoy, 12 de junio de 2025</small>",
                "<strong>Hace 5 meses</strong>",
                "Sigue: junio de 2025",
                ", hace 5 meses (por vencer)</span>",
                ", hace 5 meses; por vencer: sigue el corte de junio de 2025</span>), Anexo 1",
            ),
        ),
    ],
)
def test_dice_que_tan_al_dia_el_dia_en_que_se_mira(
    abrir: Abrir,
    texto: Texto,
    en_el_dia: Callable[[date], None],
    dia: date,
    dicen: tuple[str, ...],
) -> None:
    en_el_dia(dia)
    pantalla = texto(abrir("app.py"))
    for dicho in dicen:
        assert dicho in pantalla
    assert "¿Qué tan al día?" in pantalla[: pantalla.index("Avance de la política de Bogotá")]
    assert "«Seguimiento 2024-2» (Gráfico 1, línea de fuente" in pantalla
    assert "sin periodicidad publicada" in pantalla


def test_pasada_la_medianoche_la_misma_pagina_dice_el_dia_nuevo(
    abrir: Abrir, texto: Texto, en_el_dia: Callable[[date], None]
) -> None:
    """Lo que ya se calculó se guarda; la edad, no."""
    en_el_dia(date(2026, 11, 29))
    prueba = abrir("app.py")
    assert "hace 22 meses" in texto(prueba)
    en_el_dia(date(2026, 11, 30))
    prueba.run()
    assert "hace 23 meses" in texto(prueba)
    assert "hace 22 meses" not in texto(prueba)


def test_con_un_departamento(abrir: Abrir, texto: Texto, base: Base) -> None:
    suma = transferencias.suma(base, departamento="Arauca", municipio=None).fila
    pantalla = texto(abrir("app.py", departamento="Arauca"))
    assert "Personas atendidas en Arauca" in pantalla
    assert ">51<" in pantalla
    assert f">{formato.pesos(suma['girado_cop'])}<" in pantalla
    assert "52,05\u00a0%" in pantalla
    assert personas_del_pais(base) not in pantalla


def test_con_un_municipio(abrir: Abrir, texto: Texto, base: Base) -> None:
    suma = transferencias.suma(base, departamento=None, municipio="54001").fila
    atendidas = centros.suma(base, departamento=None, municipio="54001").fila
    prueba = abrir("app.py", municipio="54001")
    pantalla = texto(prueba)
    assert "Personas atendidas en San José de Cúcuta, Norte de Santander" in pantalla
    assert f">{formato.numero(atendidas['personas'])}<" in pantalla
    assert f">{formato.pesos(suma['girado_cop'])}<" in pantalla
    assert prueba.selectbox[0].value == "Norte de Santander"
    assert prueba.selectbox[1].value == "54001"


def test_quien_desistio_no_es_dinero_en_el_territorio(
    abrir: Abrir, texto: Texto, base: Base
) -> None:
    suma = transferencias.suma(base, departamento=None, municipio="44001").fila
    pantalla = texto(abrir("app.py", municipio="44001"))
    assert ">$0<" in pantalla
    desistido = formato.pesos(suma["desistido_cop"])
    assert f"No se giró nada. Desistió 1 municipio ({desistido})." in pantalla


def test_donde_nadie_publica_dice_sin_dato(abrir: Abrir, texto: Texto) -> None:
    pantalla = texto(abrir("app.py", departamento="Amazonas"))
    assert pantalla.count(">sin dato<") == 2
    assert "La lista de transferencias no nombra a ningún municipio de este territorio." in pantalla
    # La lista de los priorizados se publica entera: ahí no hay ninguno, y no falta el dato.
    assert '<p class="tb-cifra">0</p>' in pantalla
    assert "Ninguno de los 34 que prioriza la estrategia está en este territorio." in pantalla


def test_un_filtro_que_no_existe_se_dice(abrir: Abrir, texto: Texto, base: Base) -> None:
    pantalla = texto(abrir("app.py", departamento="Narnia", municipio="99999"))
    assert "departamento «Narnia» y municipio «99999», que no existe" in pantalla
    assert personas_del_pais(base) in pantalla


def test_elegir_un_departamento_lo_pone_en_la_url(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir("app.py")
    prueba.selectbox[0].set_value("Nariño").run()
    assert prueba.query_params["departamento"] == "Nariño"
    assert "Personas atendidas en Nariño" in texto(prueba)
    prueba.selectbox[0].set_value("Todos").run()
    assert "departamento" not in prueba.query_params


@pytest.mark.usefixtures("con_libros")
def test_con_libros_dice_lo_calculado_y_que_nada_se_publica(abrir: Abrir, texto: Texto) -> None:
    """El último corte es el libro de diciembre de 2025: 46,52 % contra 49,33 %."""
    pantalla = texto(abrir("app.py"))
    assert '<p class="tb-cifra">46,52\u00a0%</p>' in pantalla
    assert (
        "Calculado con el libro oficial del 31 de diciembre de 2025: debía llevar 49,33\u00a0% y "
        "la brecha es −2,81\u00a0p.\u00a0p. Publicado: sin dato."
    ) in pantalla
    assert (
        "Según su PAHV, de 7 productos vigentes hay 4 en alto, 1 en sobreejecución, 1 en medio"
    ) in pantalla
    assert "52,05\u00a0%" not in pantalla


@pytest.mark.usefixtures("con_libros")
def test_con_libros_el_corte_de_la_url_manda(abrir: Abrir, texto: Texto) -> None:
    pantalla = texto(abrir("app.py", corte="2024-12-31"))
    assert '<p class="tb-cifra">52,05\u00a0%</p>' in pantalla
    assert "Según su PAHV, de 52 productos hay 30 en alto" in pantalla


def test_de_un_municipio_se_dice_su_lugar_y_no_cuantos_son(abrir: Abrir, texto: Texto) -> None:
    """«1 municipio priorizado, en 1 clúster» no dice nada de quien es el 16.º de 34."""
    pantalla = texto(abrir("app.py", municipio="54001"))
    assert "Lugar de San José de Cúcuta, Norte de Santander, en el orden del IPT" in pantalla
    assert '<p class="tb-cifra">16.º de 34</p>' in pantalla
    assert "1.º es la mayor. Está en el clúster 7 de la estrategia." in pantalla
    # Lo dicen la sección 2.2 y la Tabla 3, no la Tabla 2.
    assert "Tabla 2; Tabla 3" in pantalla
    assert "en 1 clúster" not in pantalla


def test_de_un_municipio_que_no_se_priorizo_se_dice_que_no_aparece(
    abrir: Abrir, texto: Texto
) -> None:
    pantalla = texto(abrir("app.py", municipio="05002"))
    assert "Lugar de Abejorral, Antioquia, en el orden del IPT" in pantalla
    assert '<p class="tb-cifra">no aparece</p>' in pantalla
    assert "No está entre los 34 municipios priorizados" in pantalla
