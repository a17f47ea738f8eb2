"""Un valor que contradice su propia cita, o la cuenta de su tabla, no pasa; lo que la fuente dice
así, aunque no cuadre, sí: eso es de Conciliación."""

from pathlib import Path
from typing import Any

import pytest
from fabrica_leidas import con, leidas_reales
from tipos import Editar

from tablero.errores import ErroresDeDatos
from tablero.ingesta.construir import validar
from tablero.ingesta.fuentes.documentos import descubrir
from tablero.ingesta.reglas import revisar

SI_ASI_LO_DICE = " Si la fuente lo dice así, escriba en la cita las palabras que lo llevan."


def dichos(fuentes: Path) -> list[str]:
    with pytest.raises(ErroresDeDatos) as capturado:
        validar(descubrir(fuentes))
    return [str(error) for error in capturado.value.errores]


def test_los_cuatro_casos_del_informe(fuentes: Path, editar: Editar) -> None:
    editar("cnim", "Transferencias", "Valor", 2, 60_431_401)
    editar("sdp", "Productos", "Ponderación", 3, 40)
    editar("sdp", "Avances", "Avance acumulado (PAA)", 2, 500)
    editar("sdp", "Avance de la política", "Brecha", 2, 0.15)
    editar("sdp", "Objetivos", "Brecha", 3, 1.88)
    assert dichos(fuentes) == [
        "cnim/2025-11-30/cnim.xlsx · hoja «Transferencias» · celda E2 · columna «Valor»: "
        "«60431401» no es lo que dice su cita: «Antioquia, Necoclí $60.431.400».",
        "sdp/2024-12-31/sdp.xlsx · hoja «Objetivos» · celda I3 · columna «Brecha»: «1,88» no es lo "
        "que dice su cita: «una brecha negativa de 1.88%».",
        "sdp/2024-12-31/sdp.xlsx · hoja «Avance de la política» · celda E2 · columna «Brecha»: "
        f"«0,15» no es la resta: 52,05 − 52,2 = −0,15.{SI_ASI_LO_DICE}",
        "sdp/2024-12-31/sdp.xlsx · hoja «Productos» · celda G3 · columna «Ponderación»: las "
        "ponderaciones de los productos suman 139 % y deben sumar 100 %; revise esta, que es 40 %.",
        "sdp/2024-12-31/sdp.xlsx · hoja «Avances» · celda F2 · columna «Avance acumulado (PAA)»: "
        f"«500» pasa del PAHV (100 %).{SI_ASI_LO_DICE}",
    ]


@pytest.mark.parametrize(
    ("tabla", "lugar", "valores"),
    [
        # Un informe puede imprimir un avance acumulado mayor que el de hasta la vigencia…
        ("politica_avances", 0, {"paa_pct": 500.0, "cita": "100% 100% 500%"}),
        # …una brecha que no sale de su avance y su trayectoria…
        (
            "politica_cortes",
            0,
            {"brecha_pp": 0.15, "cita": "un 52.05% frente a 52.20%, brecha positiva de 0.15%"},
        ),
        # …un total que no es la suma…
        (
            "comite_utas",
            0,
            {
                "actividades": 21,
                "actividades_cita": "21 actividades (13 entidades + 7 intersectoriales)",
                "reporte_pct": 75.0,
                "cita": "15 de 21 actividades reportadas (cumplimiento en el reporte del 75%)",
            },
        ),
        # …un conteo que su propia tabla no da…
        ("clusteres_conteos", 0, {"municipios": 3, "cita": "3 municipios"}),
        # …y un porcentaje distinto en dos lugares.
        ("politica_acciones_mejora", 0, {"pahv_pct": 35.0, "cita": "con un avance de 35%"}),
    ],
)
def test_lo_que_la_cita_confirma_no_se_discute(
    tabla: str, lugar: int, valores: dict[str, Any]
) -> None:
    reales = leidas_reales()
    assert revisar(con(reales, tabla, {lugar: valores})) == []
    sin_cita = {c: None if c.endswith("cita") else v for c, v in valores.items()}
    assert revisar(con(reales, tabla, {lugar: sin_cita}))


def test_si_falta_peso_se_dice_la_columna(fuentes: Path, editar: Editar) -> None:
    """No se sabe de cuál falta; que sumen lo mismo que sus objetivos (96 %) tampoco basta."""
    editar("sdp", "Productos", "Ponderación", 5, 1)
    assert dichos(fuentes) == [
        "sdp/2024-12-31/sdp.xlsx · hoja «Productos» · celda G2:G53 · columna «Ponderación»: las "
        "ponderaciones de los productos suman 96 % y deben sumar 100 %; revíselas."
    ]


@pytest.mark.parametrize(
    ("tabla", "columna", "valor"),
    [
        ("transferencias_psicosociales", "municipio_publicado", "Turbo"),
        ("transferencias_psicosociales", "estado", "desistido"),
        ("transferencias_psicosociales", "resolucion", "1410 de 2025"),
        ("centros_atenciones", "municipio_publicado", "Leticia"),
        ("centros_integrate", "etapa", "proyectado"),
        ("clusteres", "cluster_numero", 2),
        ("ipt_priorizados", "orden", 2),
        ("ipt_priorizados", "municipio_publicado", "Funza"),
        ("eat_actividades", "fase_numero", 1),
        ("eat_actividades", "estado", "programada"),
        ("comite_uta_reportes", "uta_numero", 2),
        ("comite_barreras", "uta_numero", 3),
        ("comite_destacadas", "orden", 2),
        ("cnim_tareas", "accion_numero", 2),
        ("cnim_mesas", "mesa_numero", 2),
        ("enunciados", "orden", 4),
        ("politica_productos", "politica_codigo", "otra_politica"),
        ("politica_productos", "objetivo_numero", 2),
        ("politica_avances", "politica_codigo", "otra_politica"),
        ("politica_objetivos", "objetivo_numero", 2),
        ("politica_aportes", "politica_codigo", "otra_politica"),
        ("cifras", "departamento_nombre", "Atlantida"),
        ("municipios", "departamento_codigo", "08"),
        ("municipios", "departamento_nombre", "Atlántico"),
        ("departamentos_grafias", "departamento_codigo", "98"),
    ],
)
def test_lo_que_se_arrastra_en_otras_columnas_tambien_se_dice(
    tabla: str, columna: str, valor: Any
) -> None:
    """Ninguna de estas se veía: movían una fila de grupo, o la dejaban fuera de una suma."""
    reales = leidas_reales()
    assert revisar(reales) == []
    filas = reales[tabla]
    lugar = next(i for i, (_, f) in enumerate(filas) if f.valores[columna] not in (valor, None))
    cambiada = con(reales, tabla, {lugar: {columna: valor}})
    errores = revisar(cambiada)
    fila = filas[lugar][1]
    # De un municipio puesto en otro clúster se dicen los dos conteos que dejan de salir.
    hojas = {fila.hoja, "Conteo por clúster"} if tabla == "clusteres" else {fila.hoja}
    assert any(e.archivo == fila.archivo and e.hoja in hojas for e in errores), errores
