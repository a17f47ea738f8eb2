"""La página Por entidad: todas, una sola, y lo que dice de la que no existe."""

from pathlib import Path

import pytest
from dichos import advertidos, informados
from fabrica_politica import GOBIERNO, JUNIO, POLITICA, SALUD
from pestanas import PESTANAS
from streamlit.testing.v1 import AppTest
from tipos import Abrir, Texto

from tablero import rutas

PAGINA = "pages/entidad.py"
EDUCACION = "Secretaría de Educación del Distrito"
CORTE = JUNIO.isoformat()


def subtitulos(prueba: AppTest) -> list[str]:
    return [str(s.value) for s in prueba.subheader]


def bloque(prueba: AppTest, nombre: str) -> str:
    """El HTML de la tabla que se llama así."""
    hallados = [
        e.proto.body for e in prueba.get("html") if f'aria-label="{nombre}"' in e.proto.body
    ]
    assert len(hallados) == 1
    return str(hallados[0])


def fila(html: str, contiene: str) -> str:
    return next(f for f in html.split("<tr>") if contiene in f)


def avisos(prueba: AppTest) -> list[str]:
    return advertidos(prueba)


def test_con_los_datos_reales_dice_lo_que_la_fuente_no_da(abrir: Abrir, texto: Texto) -> None:
    prueba, pesan = (abrir(PAGINA, ver=ver) for ver in PESTANAS["entidad"])
    assert [*subtitulos(prueba), *subtitulos(pesan)] == [
        "6 productos atrasados: de 5 la fuente no dice quién responde y el otro es de 1 de las 10 "
        "entidades que nombra",
        "Las entidades, de la que más le resta a la brecha de la política a la que más le suma",
    ]
    assert informados(prueba) == [
        "La fuente no dice qué entidad responde por 32 de los 52 productos (5 atrasados, 2 "
        "sin dato y 25 a tiempo): van aparte, como «sin dato», y lo de cada entidad es solo lo de "
        "los productos que la fuente le nombra."
    ]
    assert "La fuente publica solo porcentajes: no se sabe qué reportes faltan." in texto(prueba)
    tabla = bloque(pesan, "Entidades de la política")
    salud = fila(tabla, f">{SALUD}</a>")
    assert '<span class="tb-sub">En la fuente: «Salud»</span>' in salud
    assert "▲</span> 5 sobreejecutados" in salud
    assert "sin reporte" not in tabla
    assert 'data-rotulo="Hallazgos">sin dato' in salud
    ultima = tabla.split("<tr>")[-1]
    assert ">sin dato</a>" in ultima
    assert 'data-rotulo="Productos">32' in ultima


@pytest.mark.usefixtures("con_libros")
def test_con_libro_cada_entidad_lleva_a_su_pagina(abrir: Abrir) -> None:
    """Salud resta 12,5 puntos y Gobierno suma 0,375 (`tests/datos/test_entidad.py`)."""
    prueba = abrir(PAGINA, corte=CORTE)
    assert subtitulos(prueba)[0] == "3 productos atrasados o sin reporte, de 2 de las 2 entidades"
    assert not informados(prueba)
    pesan = abrir(PAGINA, corte=CORTE, ver="pesan")
    salud = fila(bloque(pesan, "Entidades de la política"), f">{SALUD}</a>")
    assert "entidad?nombre=Secretar%C3%ADa+Distrital+de+Salud" in salud
    assert f"corte={CORTE}" in salud
    for parte in ("◇</span> 1 sin reporte", "▼</span> 1 atrasado", "●</span> 1 a tiempo"):
        assert parte in salud
    assert "−12,50\u00a0p.\u00a0p." in salud
    assert 'data-rotulo="Hallazgos">4' in salud


@pytest.mark.usefixtures("con_libros")
@pytest.mark.parametrize("nombre", [SALUD, "secretaria distrital de SALUD"])
def test_una_entidad_con_lo_que_debe_hacer(abrir: Abrir, texto: Texto, nombre: str) -> None:
    prueba = abrir(PAGINA, nombre=nombre, corte=CORTE)
    assert prueba.query_params["nombre"] == SALUD
    assert prueba.selectbox(key="filtro_nombre").value == SALUD
    assert avisos(prueba) == []
    debe, revisar = (
        abrir(PAGINA, nombre=nombre, corte=CORTE, ver=ver) for ver in ("debe", "revisar")
    )
    assert [titulo for p in (prueba, debe, revisar) for titulo in subtitulos(p)] == [
        SALUD,
        "Qué debe hacer con cada producto",
        "Lo que hay que revisar en sus celdas: 4 hallazgos",
    ]
    dicho = texto(prueba)
    assert "La Secretaría Distrital de Salud tiene 3 productos en «" in dicho
    assert (
        "Falta el reporte de 2.2.1 (segundo trimestre de 2025). Hay 4 hallazgos por revisar"
    ) in dicho
    for cifra in ("3", "35\u00a0%", "−12,50\u00a0p.\u00a0p.", "4"):
        assert f'<p class="tb-cifra">{cifra}</p>' in dicho
    tabla = bloque(debe, "Productos de la entidad")
    assert [tabla.index(c) for c in (">2.2.1</a>", ">1.2.2</a>", ">1.2.1</a>")] == sorted(
        tabla.index(c) for c in (">2.2.1</a>", ">1.2.2</a>", ">1.2.1</a>")
    )
    assert "Qué hacer: Enviar el reporte del segundo trimestre de 2025" in fila(tabla, ">2.2.1</a>")
    a_tiempo = fila(tabla, ">1.2.1</a>")
    assert f"producto?codigo=1.2.1&amp;politica={POLITICA}&amp;corte={CORTE}" in a_tiempo
    assert 'PAHV">80\u00a0%<span class="tb-sub">en el libro: 85,71\u00a0%</span>' in a_tiempo
    assert (
        "Ritmo: Si sigue igual, no alcanza la meta final en su plazo: lleva 1,33 puntos por mes y "
        "necesita 2."
    ) in a_tiempo
    hallazgos = bloque(revisar, "Hallazgos de la entidad")
    assert hallazgos.count("▲</span> Advertencia") == 4  # como en la página Hallazgos
    assert '<td data-rotulo="Celda">BG8</td>' in hallazgos


@pytest.mark.parametrize(
    "pedida",
    [
        {"nombre": "SED"},
        {"nombre": "Educación"},
        {"entidad": "Educación"},
        {"entidad": "sed"},
        {"entidad": "secretaria distrital de educacion"},
        {"nombre": "Secretaría\u00a0de  Educación\ndel Distrito – SED"},
    ],
)
def test_cualquier_grafia_lleva_a_la_misma_entidad(
    abrir: Abrir, texto: Texto, pedida: dict[str, str]
) -> None:
    prueba = abrir(PAGINA, **pedida)
    assert avisos(prueba) == []
    assert prueba.query_params["nombre"] == EDUCACION
    assert "entidad" not in prueba.query_params
    dicho = texto(prueba)
    assert (
        f"La {EDUCACION} tiene 4 de los 52 productos de «Política Pública de Acogida, Inclusión y "
        "Desarrollo"
    ) in dicho
    assert ", contando solo los que la fuente nombra, con corte al 31 de diciembre" in dicho
    assert "En la fuente: «Educación» y «Secretaría Distrital de Educación»." in dicho
    assert "La política tiene 52: de 32 la fuente no dice de quién son." in dicho
    assert (
        bloque(abrir(PAGINA, **pedida, ver="debe"), "Productos de la entidad").count(
            "producto?codigo="
        )
        == 4
    )


def test_lo_que_no_se_une_lo_dice(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, nombre="gestion publica"))
    assert "Gestión Pública tiene 1 de los 52 productos de" in dicho
    assert "Es el nombre de un sector y el informe no dice cuál de sus entidades" in dicho


def test_los_productos_sin_entidad_tienen_su_pagina(abrir: Abrir, texto: Texto) -> None:
    prueba, debe = (abrir(PAGINA, nombre="sin dato", ver=ver) for ver in ("va", "debe"))
    assert [*subtitulos(prueba), *subtitulos(debe)] == [
        "Productos sin entidad en la fuente",
        "Qué debe hacer con cada producto",
    ]
    assert bloque(debe, "Productos de la entidad").count("producto?codigo=") == 32
    assert "De este corte no hay libro oficial: no hay celdas que revisar." in texto(prueba)


def test_elegir_en_la_lista_cambia_la_url(abrir: Abrir) -> None:
    prueba = abrir(PAGINA)
    prueba.selectbox(key="filtro_nombre").select(SALUD).run()
    assert prueba.query_params["nombre"] == SALUD
    assert subtitulos(prueba)[0] == SALUD
    prueba.selectbox(key="filtro_nombre").select("Todas").run()
    assert "nombre" not in prueba.query_params
    assert subtitulos(prueba)[0].startswith("6 productos atrasados: de 5 la fuente no dice")


def test_la_que_no_existe_se_dice_y_se_proponen_parecidas(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, nombre="secretaria de educacion")
    assert avisos(prueba) == [
        "El enlace pide «Entidad: secretaria de educacion», que no existe: se muestra todo."
    ]
    propuesta = next(e for e in prueba.get("html") if "¿Quiso decir" in e.proto.body).proto.body
    assert f">{EDUCACION}</a>" in propuesta
    assert subtitulos(prueba)[0].startswith("6 productos atrasados")


def test_un_nombre_hostil_no_entra_en_la_pagina(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, nombre="<img src=x onerror=alert(1)> salud"))
    assert "<img" not in dicho.replace("\\<img", "")


def test_enlaza_a_las_otras_politicas_donde_tiene_productos(
    abrir: Abrir, base_de_dos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rutas, "BASE", base_de_dos)
    prueba = abrir(PAGINA, nombre=SALUD, corte=CORTE)
    assert subtitulos(prueba)[-1] == "Tiene productos en otras políticas"
    enlaces = [e.proto for e in prueba.get("page_link") if "→" in e.proto.label]
    assert [e.label for e in enlaces] == ["Otra política: 3 productos →"]
    assert "politica=otra" in enlaces[0].query_string
    assert f"corte={CORTE}" in enlaces[0].query_string
    # En la otra, al revés; y en un corte donde no está, se dice dónde sí.
    assert GOBIERNO in subtitulos(abrir(PAGINA, nombre=GOBIERNO, politica="otra"))
    otra = abrir(PAGINA, nombre="secretaría de ejemplo", politica=POLITICA)
    assert "que no existe" in avisos(otra)[0]
    assert [e.proto.label for e in otra.get("page_link") if "→" in e.proto.label] == [
        "Otra política: 1 producto →"
    ]
    # En el informe de la política de siempre es la misma, con otra grafía.
    del_informe = abrir(PAGINA, nombre="Salud", politica=POLITICA, corte="2024-12-31")
    assert avisos(del_informe) == []
    assert subtitulos(del_informe)[0] == SALUD
    assert subtitulos(del_informe)[-1] == "Tiene productos en otras políticas"
