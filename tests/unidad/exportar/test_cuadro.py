"""Las columnas de un archivo: sus encabezados, sus tipos y de qué documento sale cada fila."""

from datetime import date

import numpy as np
import pandas as pd
from fabrica_llevada import DATOS, EAT, SDP

from tablero.exportar.csv_oficial import a_csv
from tablero.exportar.cuadro import de_personas, de_programas
from tablero.exportar.encabezados import de_una, de_varias


def por_encabezado(*, redondeadas: bool = True) -> dict[str, list[object]]:
    columnas = de_personas(DATOS, (EAT, SDP), redondeadas=redondeadas)
    return {columna.encabezado: list(columna.valores) for columna in columnas}


def test_para_programas_los_nombres_y_los_tipos_son_los_de_los_datos() -> None:
    columnas = de_programas(DATOS)
    assert [c.nombre for c in columnas] == list(DATOS.columns)
    assert [c.tipo for c in columnas][:8] == [str, float, float, int, int, bool, date, str]
    assert list(columnas[1].valores) == [52.0512345, None]
    assert list(columnas[5].valores) == [True, None]


def test_un_decimal_va_como_en_la_pantalla_y_completo_y_un_entero_una_vez() -> None:
    columnas = por_encabezado()
    assert columnas["Avance (%)"] == [52.05, None]
    assert columnas["Avance (%), sin redondear"] == [52.0512345, None]
    assert columnas["Brecha (puntos porcentuales)"] == [-0.15, 0.5]
    assert [e for e in columnas if "pesos" in e] == ["Valor (pesos)"]
    assert not [e for e in por_encabezado(redondeadas=False) if "sin redondear" in e]


def test_cada_fila_dice_su_documento_con_palabras_y_al_final() -> None:
    columnas = por_encabezado()
    assert list(columnas)[-7:] == [
        "Documento",
        "Entidad que lo publica",
        "Corte del documento",
        "Archivo de origen",
        "Lugar en el documento",
        "Palabras que llevan el dato",
        "Código de la fuente",
    ]
    assert columnas["Documento"] == [
        "Informe de seguimiento",
        "Estrategia | Informe de seguimiento",
    ]
    assert columnas["Corte del documento"] == [
        "31 de diciembre de 2024",
        "2023-2024 | 31 de diciembre de 2024",
    ]
    assert columnas["Palabras que llevan el dato"] == ["lleva 52,05 %", None]


def test_la_fuente_que_falta_deja_vacio_y_no_inventa() -> None:
    columnas = {c.encabezado: c.valores for c in de_personas(DATOS, (EAT,))}
    assert columnas["Documento"] == [None, "Estrategia"]
    assert columnas["Código de la fuente"][0] == "sdp_2024-12-31"


def test_dos_columnas_con_el_mismo_titulo_dicen_ademas_su_nombre() -> None:
    iguales = pd.DataFrame({"peso_fuera_pct": [1.5], "peso_sin_dato_pct": [2.5]})
    assert [c.encabezado for c in de_personas(iguales, redondeadas=False)] == [
        "Peso fuera de la suma (%) · peso_fuera_pct",
        "Peso fuera de la suma (%) · peso_sin_dato_pct",
    ]


def test_los_lugares_no_se_redondean_y_van_una_vez() -> None:
    datos = pd.DataFrame({"longitud": [-70.74635], "latitud": [7.08]})
    assert a_csv(datos, "excel").decode("utf-8-sig") == (
        "Longitud (grados);Latitud (grados)\r\n-70,74635;7,08\r\n"
    )


def test_lo_que_falta_y_lo_que_no_es_un_numero_queda_vacio() -> None:
    datos = pd.DataFrame({"valor": [float("nan"), float("inf"), np.float64(1.5)]})
    assert list(de_programas(datos)[0].valores) == [None, None, 1.5]
    sueltos = pd.DataFrame({"valor": pd.Series([np.int64(3), 2.5, None], dtype=object)})
    columna = de_programas(sueltos)[0]
    assert (columna.tipo, list(columna.valores)) == (float, [3.0, 2.5, None])


def test_la_marca_de_lo_simulado_va_de_ultima() -> None:
    datos = DATOS.assign(es_simulado=pd.array([True, True], dtype="boolean"))
    ultima = de_personas(datos, (EAT, SDP))[-1]
    assert (ultima.nombre, ultima.encabezado, list(ultima.valores)) == (
        "es_simulado",
        "Es simulado",
        [True, True],
    )


def test_la_lista_de_encabezados_dice_los_dos_y_que_es_cada_columna() -> None:
    columnas = de_personas(pd.DataFrame({"avance_pct": [52.05]}), tabla=None)
    assert de_una(columnas).decode("utf-8-sig").splitlines() == [
        "Nombre para programas;Encabezado para personas;Unidad;Qué lleva;Qué es",
        f"avance_pct;Avance (%);%;número;{columnas[0].descripcion}",
        f"avance_pct;Avance (%), sin redondear;%;número;{columnas[0].descripcion}",
    ]
    maquina = de_varias([("politica_cortes", columnas)], "maquina").decode().splitlines()
    assert maquina[0] == "tabla,columna,encabezado,unidad,tipo,descripcion"
    assert maquina[1].startswith("politica_cortes,avance_pct,Avance (%),%,número,")
