"""«Comparar con»: la dirección da la vista, y lo que no se entiende o no cabe se dice."""

import re

from dichos import advertidos, informados
from streamlit.testing.v1 import AppTest
from tipos import Abrir, Texto

FICHA, PRODUCTO, ENTIDAD = "pages/ficha_territorial.py", "pages/producto.py", "pages/entidad.py"
CUCUTA, MEDELLIN, MAICAO = "54001", "05001", "44430"


def tabla(prueba: AppTest) -> str:
    """El HTML de la comparación, si la hay."""
    hallados = [
        str(e.proto.body) for e in prueba.get("html") if 'aria-label="Lado a lado: ' in e.proto.body
    ]
    assert len(hallados) <= 1
    return hallados[0] if hallados else ""


def titulos(prueba: AppTest) -> list[tuple[str, str]]:
    """Adónde lleva y qué dice el título de cada columna."""
    cabeza = tabla(prueba).partition("</thead>")[0]
    return re.findall(r'<a href="([^"]*)" target="_self">([^<]*)</a>', cabeza)


def renglon(prueba: AppTest, hecho: str) -> str:
    return next(f for f in tabla(prueba).split("<tr>") if f.startswith(f'<th scope="row">{hecho}<'))


def lista(prueba: AppTest) -> tuple[str, list[str]]:
    (unica,) = prueba.multiselect
    return unica.label, list(unica.value)


def pedido(prueba: AppTest) -> list[str]:
    valor = prueba.query_params.get("comparar", [])
    return valor if isinstance(valor, list) else [valor]


def test_la_direccion_pone_los_municipios_al_lado_del_que_se_mira(abrir: Abrir) -> None:
    prueba = abrir(FICHA, municipio=CUCUTA, comparar=f"medellin, {MAICAO}")
    assert titulos(prueba) == [
        ("ficha_territorial?municipio=54001", "San José de Cúcuta"),
        ("ficha_territorial?municipio=05001", "Medellín"),
        ("ficha_territorial?municipio=44430", "Maicao"),
    ]
    assert lista(prueba) == ("Comparar con", [MEDELLIN, MAICAO])
    assert pedido(prueba) == [f"{MEDELLIN},{MAICAO}"]
    assert advertidos(prueba) == []
    orden = renglon(prueba, "Orden en el IPT")
    assert '<span class="tb-sub">publicado</span>' in orden
    assert 'data-rotulo="Maicao"><strong>7.º</strong>' in orden
    assert 'class="vacio" data-rotulo="Maicao">sin dato' in renglon(prueba, "Personas atendidas")
    subtitulos = [str(s.value) for s in prueba.subheader]
    assert subtitulos[:2] == [
        "Lado a lado: San José de Cúcuta, Medellín y Maicao",
        "Personas atendidas: donde más, San José de Cúcuta (14.344)",
    ]


def test_sin_lugar_se_comparan_los_que_pide_la_direccion(abrir: Abrir) -> None:
    prueba = abrir(FICHA, comparar="05,Norte de Santander")
    assert lista(prueba) == ("Comparar los departamentos", ["05", "54"])
    assert titulos(prueba) == [
        ("ficha_territorial?departamento=Antioquia", "Antioquia"),
        ("ficha_territorial?departamento=Norte+de+Santander", "Norte de Santander"),
    ]
    clusteres = abrir(FICHA, cluster="7", comparar="Clúster 1")
    assert titulos(clusteres)[1] == ("ficha_territorial?cluster=1", "Clúster 1")


def test_nada_que_comparar_no_dibuja_ninguna_tabla(abrir: Abrir) -> None:
    sola = abrir(FICHA, municipio=CUCUTA)
    assert lista(sola) == ("Comparar con", [])
    assert tabla(sola) == ""
    una = abrir(FICHA, comparar=CUCUTA)
    assert tabla(una) == ""
    assert (
        "Elija otro para ponerlo al lado de San José de Cúcuta (Norte de Santander)."
        in informados(una)
    )


def test_lo_desconocido_y_lo_que_no_cabe_se_dicen(abrir: Abrir) -> None:
    seis = "05001,44430,Atlántida,52356,11001,81001,76109"
    prueba = abrir(FICHA, municipio=CUCUTA, comparar=seis)
    assert [t for _, t in titulos(prueba)][-1] == "Bogotá, D.C."
    assert len(titulos(prueba)) == 5
    assert advertidos(prueba) == [
        "El enlace pide comparar con «Atlántida», que no se halla entre los municipios.",
        "Se comparan a lo sumo 5: quedan por fuera Arauca (Arauca) y Buenaventura (Valle del "
        "Cauca).",
    ]
    # La dirección queda como vino: quien la envió puede corregirla.
    assert pedido(prueba) == [seis]


def test_elegir_en_la_lista_cambia_la_direccion_y_quitar_la_limpia(abrir: Abrir) -> None:
    prueba = abrir(FICHA, municipio="52356")
    prueba.multiselect[0].set_value([MAICAO, CUCUTA]).run()
    assert pedido(prueba) == [f"{MAICAO},{CUCUTA}"]
    assert [t for _, t in titulos(prueba)] == ["Ipiales", "Maicao", "San José de Cúcuta"]
    prueba.multiselect[0].set_value([]).run()
    assert pedido(prueba) == []
    assert tabla(prueba) == ""


def test_al_pasar_a_un_departamento_lo_comparado_se_quita(abrir: Abrir) -> None:
    """Eran municipios: al lado de un departamento no dicen nada, y no se pidieron."""
    prueba = abrir(FICHA, municipio=CUCUTA, comparar="52356")
    prueba.selectbox[0].set_value("Antioquia").run()
    assert pedido(prueba) == []
    assert advertidos(prueba) == []


def test_dos_productos_y_cual_va_peor(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PRODUCTO, codigo="2.1.1", comparar="3.1.7")
    assert [t for _, t in titulos(prueba)] == ["2.1.1", "3.1.7"]
    assert titulos(prueba)[1][0].startswith("producto?codigo=3.1.7&amp;politica=")
    assert "El que va peor es el 3.1.7: lleva 0\u00a0% y debía 100\u00a0%" in texto(prueba)
    estado = renglon(prueba, "Estado en el semáforo")
    assert "●</span> Alto" in estado
    assert "▼</span> Bajo" in estado
    sueltos = abrir(PRODUCTO, comparar="p2.1.1 3-1-07,9.9.9")
    assert lista(sueltos) == ("Comparar los productos", ["2.1.1", "3.1.7"])
    assert "El enlace pide comparar con «9.9.9», que no se halla entre los productos." in (
        advertidos(sueltos)
    )


def test_dos_entidades_por_su_sigla_su_nombre_o_su_codigo(abrir: Abrir) -> None:
    prueba = abrir(ENTIDAD, nombre="Integración Social", comparar="Secretaría Distrital de Salud")
    assert [t for _, t in titulos(prueba)] == [
        "Secretaría Distrital de Integración Social",
        "Secretaría Distrital de Salud",
    ]
    assert pedido(prueba) == ["sds"]
    assert "<strong>6</strong>" in renglon(prueba, "Productos")
    todas = abrir(ENTIDAD, comparar="SED,sin dato,Gestión Pública")
    assert lista(todas) == ("Comparar las entidades", ["sed", "sin dato", "Gestión Pública"])
    assert titulos(todas)[1][1] == "Productos sin entidad en la fuente"
