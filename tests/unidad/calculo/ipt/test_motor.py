"""El motor del IPT: casos hechos a mano y casos borde."""

import math
from typing import Any

import numpy as np
import pytest
from fabrica_filas import sueltas
from numpy.testing import assert_allclose

from tablero.calculo.ipt import TABLAS_CALCULADAS, supuestos
from tablero.calculo.ipt.adecuacion import bartlett, kaiser_meyer_olkin
from tablero.calculo.ipt.categorias import METODOS, clasificar, cortes
from tablero.calculo.ipt.diagnostico import kmo
from tablero.calculo.ipt.ejes import analizar
from tablero.calculo.ipt.matriz import AjusteDeIndicador, armar, preparar
from tablero.calculo.ipt.motor import calcular
from tablero.calculo.ipt.normalizar import estandarizar, min_max
from tablero.calculo.ipt.puntaje import ordenar, puntuar
from tablero.calculo.ipt.repesar import repesar
from tablero.calculo.ipt.robustez import CORRIDAS
from tablero.modelo.eat import IptIndicador
from tablero.modelo.ipt import IptDireccion, IptValor

Fila = dict[str, Any]
NADA: list[IptDireccion] = []


def con_correlacion(r: float) -> np.ndarray:
    """Cuatro municipios y dos indicadores estandarizados de correlación exactamente `r`."""
    a = np.array([1.0, 1.0, -1.0, -1.0])
    b = np.array([1.0, -1.0, 1.0, -1.0])
    return np.column_stack([a, r * a + math.sqrt(1 - r * r) * b])


def filas(valores: np.ndarray, edicion: str = "2024") -> list[IptValor]:
    """Una fila por celda; un `nan` queda sin valor."""
    return [
        IptValor(
            municipio_codigo=f"{i + 1:05d}",
            indicador_orden=j + 1,
            edicion=edicion,
            valor=None if np.isnan(valor) else float(valor),
            fuente_codigo="ipt_valores_2024-12-31",
            ubicacion="Hoja 1",
        )
        for i, fila in enumerate(valores)
        for j, valor in enumerate(fila)
    ]


def indice(
    valores: np.ndarray, direcciones: list[IptDireccion] = NADA, *, corridas: int = 12
) -> dict[str, list[Fila]]:
    """Las tablas de unos valores, con tantos indicadores publicados como columnas."""
    ordenes = publicados(valores.shape[1])
    return sueltas(
        calcular(filas(valores), direcciones, ordenes, corridas=corridas), TABLAS_CALCULADAS
    )


def publicados(cuantos: int) -> list[IptIndicador]:
    return [
        IptIndicador.model_construct(orden=j + 1, fuente_codigo="eat", ubicacion="Tabla 1")
        for j in range(cuantos)
    ]


def direccion(indicador: int, sentido: str = "más", **otros: Any) -> IptDireccion:
    base = {"faltantes": "excluir", "winsorizar_percentil": None, "ubicacion": "Hoja 2"}
    propios = {"indicador_orden": indicador, "edicion": "2024", "direccion": sentido}
    return IptDireccion.model_validate({**base, **propios, "fuente_codigo": "f", **otros})


def diagnosticos(tablas: dict[str, list[Fila]]) -> dict[str, Fila]:
    return {f["diagnostico_codigo"]: f for f in tablas["ipt_diagnosticos"]}


def azar(filas: int, columnas: int, semilla: int = 1) -> np.ndarray:
    generador = np.random.default_rng(semilla)
    comun = generador.normal(size=(filas, 1))
    return comun + generador.normal(size=(filas, columnas))


def test_dos_indicadores_a_mano() -> None:
    ejes = analizar(con_correlacion(0.6))
    assert_allclose(ejes.autovalores, [1.6, 0.4], atol=1e-12)
    assert_allclose(ejes.cargas[:, 0], [math.sqrt(0.8)] * 2)
    assert_allclose(ejes.pesos, [0.5, 0.5])
    assert_allclose(ejes.varianza_pct, [80, 20])
    assert ejes.retenidos.tolist() == [True, False]


def test_el_tercero_que_no_se_relaciona_no_pesa() -> None:
    par = con_correlacion(0.6)
    doble = np.vstack([np.column_stack([par, np.ones(4)]), np.column_stack([par, -np.ones(4)])])
    ejes = analizar(doble)
    assert_allclose(ejes.autovalores, [1.6, 1, 0.4], atol=1e-12)
    assert_allclose(ejes.pesos, [0.5, 0.5, 0], atol=1e-12)


def test_dos_indicadores_sin_relacion_pesan_lo_mismo() -> None:
    """Los dos autovalores empatan en 1: con un solo eje, el peso sería cualquiera."""
    ejes = analizar(con_correlacion(0.0))
    assert_allclose(ejes.autovalores, [1, 1])
    assert ejes.retenidos.all()
    assert_allclose(ejes.pesos, [0.5, 0.5])
    assert (ejes.cargas[:, 0] > 0).all()


def test_un_indicador_contrario_tiene_carga_negativa_y_peso_positivo() -> None:
    valores = np.column_stack([con_correlacion(0.6), -con_correlacion(0.6)[:, 0]])
    ejes = analizar(valores)
    assert ejes.signos.tolist() == [1, 1, -1] or ejes.signos.tolist() == [-1, -1, 1]
    assert (ejes.pesos > 0).all()


def test_los_ejes_son_los_de_la_matriz_de_correlaciones() -> None:
    valores = estandarizar(azar(80, 5))
    ejes = analizar(valores)
    autovalores, vectores = np.linalg.eigh(np.corrcoef(valores, rowvar=False))
    autovalores, vectores = autovalores[::-1], vectores[:, ::-1]
    assert_allclose(ejes.autovalores, autovalores, atol=1e-10)
    assert_allclose(ejes.varianza_pct, 100 * autovalores / autovalores.sum())
    assert_allclose(np.abs(ejes.cargas / np.sqrt(ejes.autovalores)), np.abs(vectores))
    retenidos = autovalores > 1
    esperados = (vectores[:, retenidos] ** 2) @ autovalores[retenidos]
    assert_allclose(ejes.pesos, esperados / autovalores[retenidos].sum())


def test_el_puntaje_a_mano() -> None:
    resultado = puntuar(np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 2.0]]), np.array([0.5, 0.5]))
    assert resultado is not None
    assert_allclose(resultado.puntajes, [0, 100 / 3, 100])
    assert_allclose(resultado.aportes[2], [100 / 3, 200 / 3])


def test_los_empatados_comparten_el_orden() -> None:
    assert ordenar(np.array([10.0, 30.0, 30.0, 5.0])).tolist() == [3, 1, 1, 4]


def test_los_otros_cortes_a_mano() -> None:
    puntajes = np.linspace(0, 100, 101)
    assert_allclose(cortes(puntajes, "cuantiles"), [20, 40, 60, 80, 100])
    assert_allclose(cortes(puntajes, "intervalos"), [20, 40, 60, 80, 100])
    lugares = clasificar(puntajes, np.array([20.0, 40, 60, 80, 100]))
    assert np.bincount(lugares).tolist() == [21, 20, 20, 20, 20]


@pytest.mark.parametrize("metodo", METODOS)
def test_sin_cinco_puntajes_distintos_no_hay_categorias(metodo: Any) -> None:
    assert cortes(np.array([0.0, 0, 0, 50, 50, 60, 100]), metodo) is None


def test_unos_cuantiles_que_se_juntan_no_son_cinco() -> None:
    assert cortes(np.array([0.0, 0, 0, 0, 1, 2, 3, 4]), "cuantiles") is None


def test_la_direccion_menos_invierte() -> None:
    valores = azar(40, 3)
    al_derecho = indice(valores, [direccion(1), direccion(2), direccion(3)])
    al_reves = indice(valores * [1, -1, 1], [direccion(1), direccion(2, "menos"), direccion(3)])
    for uno, otro in zip(al_derecho["ipt_puntajes"], al_reves["ipt_puntajes"], strict=True):
        assert uno["orden_calculado"] == otro["orden_calculado"]
        assert uno["puntaje"] == pytest.approx(otro["puntaje"])


def test_a_quien_le_falta_un_valor_queda_sin_puntaje_y_nunca_en_cero() -> None:
    valores = azar(20, 3)
    valores[4, 1] = np.nan
    tablas = indice(valores)
    sin = [f for f in tablas["ipt_puntajes"] if f["motivo"]]
    assert [(f["municipio_codigo"], f["motivo"], f["indicadores_presentes"]) for f in sin] == [
        ("00005", "Le falta el valor del indicador 2.", 2)
    ]
    assert sin[0]["puntaje"] is None
    assert not [f for f in tablas["ipt_aportes"] if f["municipio_codigo"] == "00005"]
    assert diagnosticos(tablas)["indicador_2_faltantes"]["valor"] == 1


def test_la_mediana_se_marca() -> None:
    valores = azar(21, 3)
    valores[4, 1] = np.nan
    tablas = indice(valores, [direccion(2, faltantes="mediana")])
    (imputada,) = [f for f in tablas["ipt_aportes"] if f["es_imputado"]]
    assert imputada["valor"] is None
    assert imputada["valor_usado"] == pytest.approx(float(np.nanmedian(valores[:, 1])))
    del_municipio = tablas["ipt_puntajes"][4]
    assert (del_municipio["indicadores_presentes"], del_municipio["indicadores_imputados"]) == (
        2,
        1,
    )
    assert "1 llevan la mediana" in diagnosticos(tablas)["indicador_2_faltantes"]["explicacion"]


def test_el_recorte_lleva_los_extremos_a_su_percentil() -> None:
    valores = np.column_stack([np.arange(101.0), np.arange(101.0)[::-1] ** 2])
    matriz = armar(filas(valores), [1, 2])
    preparada = preparar(
        matriz, {1: AjusteDeIndicador("más", "excluir", 5), 2: AjusteDeIndicador("más")}
    )
    assert preparada.usados[:, 0].min() == 5
    assert preparada.usados[:, 0].max() == 95
    assert preparada.usados[50, 0] == 50
    assert preparada.usados[:, 1].max() == 10_000


def test_un_indicador_que_no_varia_no_entra() -> None:
    valores = azar(20, 3)
    valores[:, 2] = 7
    tablas = indice(valores)
    del_tercero = tablas["ipt_pesos"][2]
    assert (del_tercero["entra"], del_tercero["motivo"][:8]) == (False, "No varía")
    assert del_tercero["peso_pct"] is None
    assert len(tablas["ipt_ejes"]) == 2
    assert "indicador_3_por_fuera" in diagnosticos(tablas)


def test_un_indicador_sin_ningun_valor_no_deja_a_todos_sin_puntaje() -> None:
    valores = azar(20, 3)
    valores[:, 0] = np.nan
    tablas = indice(valores)
    assert all(f["motivo"] is None for f in tablas["ipt_puntajes"])
    assert tablas["ipt_pesos"][0]["motivo"] == "Ningún municipio tiene valor en esta edición."


def test_un_solo_indicador_es_su_propio_puntaje() -> None:
    tablas = indice(np.array([[1.0], [2.0], [3.0], [5.0], [9.0]]))
    assert [f["puntaje"] for f in tablas["ipt_puntajes"]] == pytest.approx([0, 12.5, 25, 50, 100])
    revisiones = diagnosticos(tablas)
    assert revisiones["kmo"]["estado"] == "no calculable"
    assert revisiones["un_indicador"]["estado"] == "atención"


@pytest.mark.parametrize(
    ("valores", "motivo"),
    [
        (np.array([[1.0, 2], [3, 5]]), "Solo 2 municipios tienen los valores que hacen falta"),
        (np.full((5, 2), np.nan), "Ningún indicador varía entre los municipios con valores."),
        (np.full((5, 2), 3.0), "Ningún indicador varía entre los municipios con valores."),
        (
            np.array([[1.0, np.nan], [2, np.nan], [3, np.nan], [np.nan, 1], [np.nan, 4]]),
            "Solo 0 municipios tienen los valores que hacen falta",
        ),
        (
            np.array([[1.0, -1], [2, -2], [3, -3], [4, -4]]),
            "Los indicadores se compensan: todos los municipios suman lo mismo.",
        ),
    ],
)
def test_lo_que_no_se_puede_calcular_lo_dice(valores: np.ndarray, motivo: str) -> None:
    tablas = indice(valores)
    assert all(f["motivo"].startswith(motivo) for f in tablas["ipt_puntajes"])
    assert diagnosticos(tablas)["indice"]["explicacion"].startswith(motivo)
    assert tablas["ipt_aportes"] == tablas["ipt_ejes"] == tablas["ipt_categorias"] == []
    assert len(tablas["ipt_pesos"]) == valores.shape[1]


def test_tres_municipios_bastan_y_no_hay_categorias() -> None:
    tablas = indice(np.array([[1.0, 2], [2, 3], [5, 9]]))
    assert [f["orden_calculado"] for f in tablas["ipt_puntajes"]] == [3, 2, 1]
    assert {f["categoria_natural"] for f in tablas["ipt_puntajes"]} == {None}
    assert diagnosticos(tablas)["categorias"]["estado"] == "no calculable"


def test_una_matriz_que_no_se_invierte_no_tiene_kmo() -> None:
    valores = azar(30, 2)
    tablas = indice(np.column_stack([valores, valores.sum(axis=1)]))
    assert "se puede calcular con los otros" in diagnosticos(tablas)["kmo"]["explicacion"]
    assert tablas["ipt_puntajes"][0]["puntaje"] is not None


def test_mas_indicadores_que_municipios() -> None:
    tablas = indice(azar(5, 9))
    assert "tantos indicadores como municipios" in diagnosticos(tablas)["kmo"]["explicacion"]
    assert sorted(f["orden_calculado"] for f in tablas["ipt_puntajes"]) == [1, 2, 3, 4, 5]


def test_kmo_de_tres_a_mano() -> None:
    """Con tres indicadores de correlación r entre todos, la parcial es r ÷ (1 + r)."""
    r = 0.5
    matriz = np.full((3, 3), r) + np.eye(3) * (1 - r)
    raiz = np.linalg.cholesky(matriz)
    base = estandarizar(np.random.default_rng(0).normal(size=(400, 3)))
    base = base @ np.linalg.inv(np.linalg.cholesky(np.corrcoef(base, rowvar=False))).T
    medido = kmo(base @ raiz.T)
    assert not isinstance(medido, str)
    parcial = r / (1 + r)
    assert medido[0] == pytest.approx(r**2 / (r**2 + parcial**2))


def test_kmo_y_bartlett_como_los_da_otro_programa() -> None:
    """Las cifras son de factor_analyzer 0.5.1, que las calcula por otro camino."""
    valores = np.random.default_rng(7).normal(size=(40, 4))
    valores[:, 1] += valores[:, 0]
    valores[:, 3] -= 0.5 * valores[:, 2]
    correlaciones = np.corrcoef(valores, rowvar=False)
    total, por_indicador = kaiser_meyer_olkin(correlaciones)
    assert total == pytest.approx(0.420109694026068)
    assert por_indicador == pytest.approx(
        [0.4352819698079683, 0.4425046108477005, 0.3256136400094451, 0.4397025677502478]
    )
    assert bartlett(correlaciones, 40) == pytest.approx((31.419713322475747, 2.107482629170842e-05))


def test_los_indicadores_casi_iguales_se_informan() -> None:
    valores = azar(60, 2)
    repetido = valores[:, :1] + np.random.default_rng(3).normal(size=(60, 1)) * 0.01
    revisiones = diagnosticos(indice(np.column_stack([valores, repetido])))
    assert revisiones["correlacion_1_3"]["valor"] > 0.99
    assert "correlacion_1_2" not in revisiones


def test_el_peso_negativo_se_informa_y_el_puntaje_respeta_la_direccion() -> None:
    valores = azar(60, 4)
    valores[:, 3] *= -1
    tablas = indice(valores, [direccion(i) for i in (1, 2, 3, 4)])
    contrario = tablas["ipt_pesos"][3]
    assert contrario["peso_pct"] > 0
    assert contrario["peso_con_signo_pct"] == -contrario["peso_pct"]
    assert contrario["carga_primer_eje"] < 0
    revisiones = diagnosticos(tablas)
    assert revisiones["pesos_negativos"]["valor"] == 1
    assert "el 4 (carga −0," in revisiones["pesos_negativos"]["explicacion"]
    assert revisiones["orden_con_signo"]["valor"] < 1


def test_los_empates_se_dicen() -> None:
    valores = azar(20, 2)
    valores[7] = valores[3]
    tablas = indice(valores)
    cuarto, octavo = tablas["ipt_puntajes"][3], tablas["ipt_puntajes"][7]
    assert cuarto["orden_calculado"] == octavo["orden_calculado"]
    assert cuarto["empatados"] == 2
    assert diagnosticos(tablas)["empates"]["valor"] == 1


def test_la_robustez_es_siempre_la_misma_y_rodea_al_orden() -> None:
    valores = azar(60, 5)
    una, otra = indice(valores, corridas=CORRIDAS), indice(valores, corridas=CORRIDAS)
    assert CORRIDAS >= 200
    assert una["ipt_puntajes"] == otra["ipt_puntajes"]
    for fila in una["ipt_puntajes"]:
        assert 1 <= fila["orden_minimo"] <= fila["orden_maximo"] <= 60
        assert 0 <= fila["categoria_estabilidad_pct"] <= 100
    dentro = [
        f["orden_minimo"] <= f["orden_calculado"] <= f["orden_maximo"] for f in una["ipt_puntajes"]
    ]
    assert sum(dentro) >= 55


def test_dos_ediciones_no_se_mezclan() -> None:
    primera, segunda = azar(20, 3, 1), azar(20, 3, 2)
    ordenes = publicados(3)
    ambas = filas(primera, "2023") + filas(segunda, "2024")
    juntas = sueltas(calcular(ambas, [], ordenes, corridas=12), TABLAS_CALCULADAS)
    sola = sueltas(calcular(filas(segunda, "2024"), [], ordenes, corridas=12), TABLAS_CALCULADAS)
    for tabla in juntas:
        assert [f for f in juntas[tabla] if f["edicion"] == "2024"] == sola[tabla]
        assert {f["edicion"] for f in juntas[tabla]} == {"2023", "2024"}


def test_los_nueve_supuestos_dicen_en_que_se_apoyan() -> None:
    tabla = supuestos.filas(publicados(10))
    assert [f.direccion for f in tabla] == [
        *("más", "más", "más", "menos", "menos", "menos", "más", "más", "más", "más")
    ]
    assert [f.indicador_orden for f in tabla if f.apoyo == "documento"] == [8, 9]
    assert tabla[9].razon.startswith("Indicador sin supuesto propio")


def test_repesar_con_los_pesos_calculados_da_el_mismo_indice() -> None:
    normalizados = estandarizar(azar(40, 4))
    ejes = analizar(normalizados)
    esperado = puntuar(normalizados, ejes.pesos)
    repesado = repesar(normalizados, ejes.pesos * 37)
    assert esperado is not None
    assert repesado is not None
    assert_allclose(repesado.puntajes, esperado.puntajes)
    assert_allclose(repesado.pesos_pct.sum(), 100)


def test_repesar_sin_pesos_o_con_todo_empatado_no_da_indice() -> None:
    assert repesar(estandarizar(azar(10, 3)), [0, 0, 0]) is None
    opuestos = np.array([[1.0, -1], [0, 0], [-1, 1]])
    assert repesar(opuestos, [1, 1]) is None


def test_min_max_va_de_cero_a_uno() -> None:
    normalizados = min_max(azar(10, 2))
    assert_allclose(normalizados.min(axis=0), [0, 0], atol=1e-12)
    assert_allclose(normalizados.max(axis=0), [1, 1])
