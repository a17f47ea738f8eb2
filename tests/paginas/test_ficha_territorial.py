"""La ficha territorial: la de cada clase de lugar, el buscador y lo que no existe."""

import pytest
from streamlit.testing.v1 import AppTest
from tipos import Abrir, Texto

from tablero import formato
from tablero.consultas import centros, transferencias
from tablero.consultas.base import Base

PAGINA = "pages/ficha_territorial.py"


def enlaces(prueba: AppTest) -> dict[str, str]:
    """Etiqueta → parámetros de cada enlace a otra ficha."""
    return {
        e.proto.label: e.proto.query_string
        for e in prueba.get("page_link")
        if e.proto.page == "ficha_territorial"
    }


def test_la_de_un_municipio(abrir: Abrir, texto: Texto, base: Base) -> None:
    cucuta: dict[str, str | None] = {"departamento": None, "municipio": "54001"}
    personas = formato.numero(centros.suma(base, **cucuta).fila["personas"])
    girado = formato.pesos(transferencias.suma(base, **cucuta).fila["girado_cop"])
    prueba = abrir(PAGINA, municipio="54001")
    escrito = texto(prueba)
    assert "<h2>San José de Cúcuta</h2>" in escrito
    assert "Norte de Santander · DIVIPOLA 54001 · municipio · Área Metropolitana" in escrito
    for cifra in ("16.º", personas, girado):
        assert f">{cifra}<sup" in escrito
    assert "Límites municipales esquemáticos, no oficiales" in escrito
    assert "CNIM (noviembre de 2025), Acción 3, reporte cualitativo · publicado" in escrito
    assert escrito.count('src="data:image/svg+xml;base64,') == 4
    assert 'alt="Mapa de Norte de Santander, con San José de Cúcuta en color."' in escrito


def test_sus_enlaces_llevan_a_su_departamento_su_cluster_y_sus_companeros(abrir: Abrir) -> None:
    hallados = enlaces(abrir(PAGINA, municipio="54001"))
    assert hallados["Norte de Santander"] == "departamento=Norte+de+Santander"
    assert hallados["Clúster 7"] == "cluster=7"
    assert hallados["Villa del Rosario"] == "municipio=54874"


def test_la_de_un_municipio_del_que_nada_se_dice(abrir: Abrir, texto: Texto) -> None:
    escrito = texto(abrir(PAGINA, municipio="05002"))
    assert "<h2>Abejorral</h2>" in escrito
    assert escrito.count(">sin dato<sup") == 4
    assert "no aparece entre los 34 municipios priorizados" in escrito


def test_la_de_un_departamento(abrir: Abrir, texto: Texto) -> None:
    escrito = texto(abrir(PAGINA, departamento="Arauca"))
    assert "<h2>Arauca</h2>" in escrito
    assert "Departamento · DIVIPOLA 81 · 7 municipios en la DIVIPOLA" in escrito
    assert "Los municipios que nombra alguna fuente" in escrito


def test_la_de_un_cluster(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, cluster="9")
    escrito = texto(prueba)
    assert "<h2>Clúster 9</h2>" in escrito
    assert "Urabá Antioqueño" in escrito
    assert enlaces(prueba)["Antioquia"] == "departamento=Antioquia"


def test_el_municipio_manda_sobre_el_cluster(abrir: Abrir, texto: Texto) -> None:
    assert "<h2>Maicao</h2>" in texto(abrir(PAGINA, municipio="44430", cluster="9"))


def test_sin_elegir_ofrece_los_priorizados_y_los_clusteres(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA)
    hallados = enlaces(prueba)
    assert "<h2>" not in texto(prueba)
    assert hallados[r"1\. Puerto Santander (Norte de Santander)"] == "municipio=54553"
    assert len([e for e in hallados.values() if e.startswith("municipio=")]) == 34
    assert len([e for e in hallados.values() if e.startswith("cluster=")]) == 14


@pytest.mark.parametrize(
    ("parametros", "aviso"),
    [
        ({"municipio": "99999"}, "El enlace pide municipio «99999», que no existe"),
        ({"cluster": "15"}, "El enlace pide el clúster «15», que no existe; son 14."),
        ({"cluster": "<b>"}, "El enlace pide el clúster «&lt;b&gt;», que no existe; son 14."),
    ],
)
def test_lo_que_no_existe_se_dice(
    abrir: Abrir, texto: Texto, parametros: dict[str, str], aviso: str
) -> None:
    prueba = abrir(PAGINA, **parametros)
    assert aviso in texto(prueba)
    assert "Los 34 municipios priorizados" in texto(prueba)


def test_buscar_un_nombre_unico_lleva_a_su_ficha(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA)
    prueba.text_input[0].set_value("cucuta").run()
    assert prueba.query_params["municipio"] == "54001"
    assert "<h2>San José de Cúcuta</h2>" in texto(prueba)
    assert prueba.text_input[0].value == ""


def test_buscar_desde_otra_ficha(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, cluster="9")
    prueba.text_input[0].set_value("5002").run()
    assert "cluster" not in prueba.query_params
    assert "<h2>Abejorral</h2>" in texto(prueba)


def test_los_homonimos_se_ofrecen_con_su_departamento(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA)
    prueba.text_input[0].set_value("providencia").run()
    assert "«providencia»: 2 municipios." in texto(prueba)
    hallados = enlaces(prueba)
    assert hallados["Providencia (Nariño)"] == "municipio=52565"
    assert hallados["Providencia (Archipiélago de San Andrés, Providencia y Santa Catalina)"] == (
        "municipio=88564"
    )


def test_lo_que_no_se_halla_trae_los_mas_parecidos(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA)
    prueba.text_input[0].set_value("medelin").run()
    assert "Ningún municipio se llama «medelin» ni tiene ese código." in texto(prueba)
    assert enlaces(prueba)["Medellín (Antioquia)"] == "municipio=05001"
    prueba.text_input[0].set_value("99999").run()
    assert "No hay ninguno parecido." in texto(prueba)


def test_ofrece_el_pdf_y_las_de_los_priorizados(abrir: Abrir) -> None:
    botones = {
        b.proto.label: b.proto for b in abrir(PAGINA, municipio="54001").get("download_button")
    }
    assert list(botones) == ["Descargar el PDF", "Las 34 fichas de los priorizados (ZIP)"]
    assert botones["Descargar el PDF"].help == (
        r"ficha\_54001\_san\_jose\_de\_cucuta\_2025-11-30.pdf"
    )


def test_una_cifra_se_copia_con_su_lugar_y_su_nota(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir("pages/ficha_territorial.py", municipio="54001"))
    assert (
        'data-copiar="San José de Cúcuta. Orden en el IPT: 16.º de 34. '
        'Fuente: EAT (2023-2024), Tabla 2 · publicado."'
    ) in dicho
