"""Índice IPT: sin valores dice qué falta; con ellos, clasifica, explica y deja mover los pesos."""

from pathlib import Path

import fabrica_ipt
import pytest
from tipos import Abrir, Texto

from tablero import rutas
from tablero.consultas import ipt
from tablero.consultas.base import Base

PAGINA = "pages/indice_ipt.py"
SOLO_DEMOGRAFIA = "0,0,0,0,0,0,0,0,100"


@pytest.fixture(scope="module")
def archivo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fabrica_ipt.construir_con_valores(tmp_path_factory.mktemp("indice"))


@pytest.fixture
def con_valores(archivo: Path, monkeypatch: pytest.MonkeyPatch) -> Base:
    """La página lee el tablero que tiene valores inventados."""
    monkeypatch.setattr(rutas, "BASE", archivo)
    return Base(archivo)


def test_sin_valores_dice_que_falta_y_ofrece_la_plantilla(abrir: Abrir, texto: Texto) -> None:
    pagina = abrir(PAGINA)
    pantalla = texto(pagina)
    for esperado in (
        "El índice no se puede calcular: ninguna fuente publica cuánto vale cada indicador",
        "un puntaje sin valores sería una cifra inventada",
        "Entregue a quien administra el tablero la plantilla llena",
        "Los 7 componentes y 9 indicadores, y en qué dirección contarían",
        "Morbilidad materna de nacionalidad extranjera.",
        "supuesto del tablero",
    ):
        assert esperado in pantalla
    assert "de 100 puntos" not in pantalla
    assert "iniciar.py" not in pantalla
    rotulos = [b.proto.label for b in pagina.get("download_button")]
    assert "Descargar la plantilla de Excel" in rotulos


def test_sin_valores_no_se_ofrece_y_la_nombra_la_que_la_usaria(abrir: Abrir) -> None:
    def llevan(archivo: str, **vista: str) -> list[str]:
        return [e.proto.label for e in abrir(archivo, **vista).get("page_link")]

    assert "Índice IPT" not in llevan("pages/mapas_ipt.py")
    assert any(
        "qué falta y quién lo entrega" in e for e in llevan("pages/mapas_ipt.py", ver="indice")
    )


def test_con_valores_se_ofrece_entre_las_de_su_entrada(con_valores: Base, abrir: Abrir) -> None:
    enlaces = [e.proto.label for e in abrir("pages/mapas_ipt.py").get("page_link")]
    assert "Índice IPT" in enlaces


def test_con_valores_el_mensaje_y_las_cifras(con_valores: Base, abrir: Abrir, texto: Texto) -> None:
    datos = ipt.clasificacion(con_valores, edicion="2024", departamento=None).datos
    con = datos[datos["puntaje"].notna()]
    pantalla = texto(abrir(PAGINA))
    primero = con.iloc[0]
    assert (
        f"<strong>{primero['municipio_nombre']} ({primero['departamento_nombre']})</strong> "
        "encabeza el orden calculado con la edición 2024." in pantalla
    )
    altos = con["categoria_natural"].isin(["alto", "muy alto"]).sum()
    assert f">{len(con)}<" in pantalla
    assert f">{altos}<" in pantalla
    assert "a 1 le falta alguno" in pantalla
    assert "Suposición" not in pantalla
    assert "Calculado con la hoja «Valores IPT»" in pantalla


@pytest.mark.parametrize(
    ("ver", "esperado"),
    [
        ("pesos", "es el que más pesa"),
        ("aportes", "de 100 puntos; lo que más pone es"),
        ("comparacion", "rho de Spearman"),
        ("categorias", "quedan en «muy alto»"),
        ("confianza", "leer el índice con cuidado"),
        ("metodo", "Sigue el manual de indicadores compuestos"),
    ],
)
def test_cada_pestana_se_abre_desde_su_enlace(
    con_valores: Base, abrir: Abrir, texto: Texto, ver: str, esperado: str
) -> None:
    assert esperado in texto(abrir(PAGINA, ver=ver))


def test_un_municipio_sin_puntaje_dice_por_que(
    con_valores: Base, abrir: Abrir, texto: Texto
) -> None:
    pantalla = texto(abrir(PAGINA, ver="aportes", municipio=fabrica_ipt.SIN_UN_VALOR))
    assert "Leticia, Amazonas no tiene puntaje: Le falta el valor del indicador 4." in pantalla


def test_con_otros_pesos_se_dice_que_es_una_suposicion(
    con_valores: Base, abrir: Abrir, texto: Texto
) -> None:
    pagina = abrir(PAGINA, pesos=SOLO_DEMOGRAFIA)
    pantalla = texto(pagina)
    assert "<strong>Suposición: pesos cambiados por quien mira.</strong>" in pantalla
    assert "Los que más suben:" in pantalla
    assert "El indicador 9 (Demografía) es el que más pesa: 100,0\u00a0%" in pantalla
    datos = con_valores.tabla("ipt_aportes")
    noveno = datos[datos["indicador_orden"] == 9].sort_values("valor_normalizado")
    codigo = noveno["municipio_codigo"].iloc[-1]
    municipios = con_valores.tabla("municipios").set_index("municipio_codigo")
    assert f"<strong>{municipios.loc[codigo, 'municipio_nombre']} (" in pantalla
    nombres = [b.proto.label for b in pagina.get("button")]
    assert "Volver a los pesos calculados" in nombres


def test_mover_un_deslizador_escribe_la_url(con_valores: Base, abrir: Abrir) -> None:
    pagina = abrir(PAGINA)
    assert len(pagina.slider) == 9
    assert max(d.value for d in pagina.slider) == 100
    pagina.slider[0].set_value(0).run()
    pesos = "".join(pagina.query_params["pesos"]).split(",")
    assert (len(pesos), pesos[0]) == (9, "0")
    next(b for b in pagina.button if b.label.startswith("Volver")).click().run()
    assert "pesos" not in pagina.query_params


@pytest.mark.parametrize(
    "pesos",
    ["10,20", "a,b,c,d,e,f,g,h,i", "0,0,0,0,0,0,0,0,0", "101" + ",1" * 8, "1 0" + ",1" * 8],
)
def test_unos_pesos_mal_escritos_se_dicen_y_no_se_usan(
    con_valores: Base, abrir: Abrir, texto: Texto, pesos: str
) -> None:
    pantalla = texto(abrir(PAGINA, pesos=pesos))
    assert f"El enlace pide pesos «{pesos}»" in pantalla
    assert "Suposición" not in pantalla


def test_el_filtro_de_departamento_conserva_el_orden_del_pais(
    con_valores: Base, abrir: Abrir, texto: Texto
) -> None:
    pantalla = texto(abrir(PAGINA, departamento="Arauca"))
    datos = ipt.clasificacion(con_valores, edicion="2024", departamento="Arauca").datos
    primero = datos.iloc[0]
    assert f"{primero['municipio_nombre']} encabeza el orden calculado en Arauca" in pantalla
    assert f"{primero['orden_calculado']}.º de 149 en el país" in pantalla


def test_una_pestana_que_no_existe_se_dice(con_valores: Base, abrir: Abrir, texto: Texto) -> None:
    assert "El enlace pide «Pestaña: nada», que no existe" in texto(abrir(PAGINA, ver="nada"))
