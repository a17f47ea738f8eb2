"""Los gráficos de barras apiladas: su mensaje, su alternativa y lo que dibujan."""

import pandas as pd

from tablero.graficos import comite, conciliacion

CONTRASTES = pd.DataFrame(
    {
        "documento": ["sdp", "sdp", "cnim", "cnim", "nuevo"],
        "estado": ["coincide", "difiere", "coincide", "no calculable", "coincide"],
        "contrastes": [10, 3, 4, 2, 1],
    }
)
UTAS = pd.DataFrame(
    {
        "uta_numero": [1, 2],
        "uta_nombre": ["Acogida", "Cohesión"],
        "actividades": [20, 12],
        "actividades_reportadas": [15, 7],
    }
)


def test_la_conciliacion_dice_cuantas_y_donde() -> None:
    grafico = conciliacion.por_documento(CONTRASTES)
    assert grafico.titulo == (
        "De 20 cifras revisadas, 15 coinciden, 3 difieren (todas, en Informe SDP) y 2 no se pueden "
        "calcular"
    )
    assert grafico.alternativa == (
        "Informe SDP: 10 coinciden, 3 difieren y 0 no se pueden calcular; "
        "Plan CNIM: 4 coinciden, 0 difieren y 2 no se pueden calcular; "
        "NUEVO: 1 coincide, 0 difieren y 0 no se pueden calcular."
    )


def test_sin_diferencias_lo_dice() -> None:
    grafico = conciliacion.por_documento(CONTRASTES[CONTRASTES["estado"] != "difiere"])
    assert grafico.titulo == (
        "De 17 cifras revisadas, 15 coinciden, ninguna difiere y 2 no se pueden calcular"
    )


def test_cada_barra_lleva_forma_y_numero() -> None:
    datos = conciliacion.por_documento(CONTRASTES).datos
    assert list(dict.fromkeys(datos["rotulo"])) == ["● 10  ▲ 3", "● 4  □ 2", "● 1"]
    assert list(datos["valor"]) == [10, 3, 0, 4, 0, 2, 1, 0, 0]
    assert list(dict.fromkeys(datos["total"])) == [13, 6, 1]


def test_el_reporte_de_las_utas_nombra_la_que_menos() -> None:
    grafico = comite.reporte_de_utas(UTAS)
    assert grafico.titulo == (
        "De 32 actividades de las UTA, hay reporte de 22; la UTA con menos reporte es Cohesión: 7 "
        "de 12"
    )
    assert grafico.alternativa == (
        "Actividades reportadas por UTA: 1. Acogida, 15 de 20 y 2. Cohesión, 7 de 12"
    )
    assert list(grafico.datos["valor"]) == [15, 5, 7, 5]


def test_las_barras_dejan_sitio_a_su_rotulo_y_no_llevan_ejes() -> None:
    spec = comite.reporte_de_utas(UTAS).spec
    barras, rotulos, *_ = spec["layer"]
    assert barras["encoding"]["x"]["axis"] is None
    assert "max(width - " in barras["encoding"]["x"]["scale"]["range"][1]["expr"]
    assert rotulos["mark"]["color"] == "currentColor"
    assert spec["height"] == 46 * 2


def test_dos_partes_se_nombran_encima_de_la_primera_barra_y_no_en_una_leyenda() -> None:
    barras, _, *encima = comite.reporte_de_utas(UTAS).spec["layer"]
    assert barras["encoding"]["color"]["legend"] is None
    assert [c["mark"]["text"] for c in encima] == ["Reportadas", "Sin reporte"]


def test_tres_partes_llevan_leyenda() -> None:
    barras, _ = conciliacion.por_documento(CONTRASTES).spec["layer"]
    assert barras["encoding"]["color"]["legend"]["orient"] == "bottom"


def test_cada_parte_empieza_donde_termina_la_anterior() -> None:
    datos = comite.reporte_de_utas(UTAS).datos
    assert list(datos["hasta"] - datos["desde"]) == list(datos["valor"])
    assert list(datos[datos["orden"] == 1]["desde"]) == list(datos[datos["orden"] == 0]["hasta"])
