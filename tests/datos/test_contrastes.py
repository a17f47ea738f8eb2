"""Los contrastes de las fuentes reales: estado y valores de los que más importan."""

from collections import Counter

import pytest
from fabrica_filas import Filas
from tipos import Contrastes

from tablero import formato
from tablero.calculo.conciliacion import conciliar
from tablero.calculo.contrastes import POR_DOCUMENTO
from tablero.modelo import Conciliacion, Fuente
from tablero.modelo.cifras import Cifra
from tablero.modelo.por_tabla import PorTabla

COINCIDEN = {
    "eat_migrantes_total": (2875743, 2875743),
    "eat_municipios_priorizados": (34, 34),
    "eat_municipios_en_las_dos_tablas": (34, 34),
    "eat_tabla_3_total_de_sus_clusteres": (34, 34),
    "eat_tabla_3_total_de_sus_filas": (34, 34),
    "eat_clusteres": (14, 14),
    "eat_cluster_7": (5, 5),
    "eat_fases_intervencion": (4, 4),
    "eat_fases_completadas_2023": (2, 2),
    "eat_talleres": (12, 12),
    "eat_informes_anios": (2, 2),
    "cnim_centros_por_etapas": (19, 19),
    "cnim_centros_de_la_lista": (19, 19),
    "cnim_centros_iniciales": (11, 11),
    "cnim_centros_nuevos": (5, 5),
    "cnim_centros_proyectados": (3, 3),
    "cnim_personas_atendidas": (113142, 113142),
    "cnim_mesas_tecnicas": (7, 7),
    "comite_transversales_iniciadas_pct": (45, 45.4545),
    "comite_uta_actividades_total": (48, 48),
    "comite_uta_actividades_por_clase": (48, 48),
    "comite_uta_actividades_entidades": (32, 32),
    "comite_uta_actividades_intersectoriales": (16, 16),
    "comite_uta_reporte_pct": (67, 66.6667),
    "comite_uta_2_reporte_pct": (63, 62.5),
    "integra_centros_cnim": (11, 11),
    "integra_ciudades_cnim": (9, 9),
    "integra_migrantes_eat": (2800000, 2875743),
    "sdp_avance": (52.05, 52.036),
    "sdp_trayectoria_grafico": (52.20, 52.1809),
    "sdp_brecha": (-0.15, -0.1449),
    "sdp_brecha_con_grafico": (-0.15, -0.15),
    "sdp_productos_anexo": (52, 52),
    "sdp_objetivos_anexo": (3, 3),
    "sdp_objetivo_1_brecha": (1.31, 1.2446),
    "sdp_objetivo_2_ponderacion": (44, 44),
    "sdp_semaforo_pav_alto": (62, 61.5385),
    "sdp_semaforo_pav_medio": (6, 5.7692),
    "sdp_semaforo_pahv_medio": (6, 3.8462),
    "sdp_semaforo_suma": (101, 100),
    "sdp_semaforo_productos": (52, 52),
    "sdp_sector_integracion_social_niveles": (9, 9),
    "sdp_sector_integracion_social_sobre_ejecucion": (2, 2),
    "sdp_casa_de_todas_atenciones": (2467, 2467),
    "sdp_proteger_ninas": (74, 74),
    "sdp_proteger_atencion": (100, 100),
    "sdp_abordaje_personas": (1134, 1134),
    "sdp_vivienda_subsidios": (5, 5),
    "sdp_movilidad_dos_veces": (5056, 5056),
    "sdp_mejora_1_1_11_pahv": (118.5, 119),
    "sdp_mejora_1_1_12_pahv": (586.5, 586),
    "sdp_mejora_sobre_la_meta": (17, 17),
    "sdp_no_iniciado_3_1_7": (0, 0),
    "sdp_objetivo_1_productos_nombrados": (3, 3),
}
DIFIEREN = {
    "cnim_transferencias_asignadas": (2_000_000_000, 1_998_207_910),
    "cnim_transferencias_giradas": (2_000_000_000, 1_588_422_540),
    "cnim_taller_entidades": (15, 14),
    "sdp_trayectoria_prosa": (50.20, 52.1809),
    "sdp_trayectoria_prosa_y_grafico": (50.20, 52.20),
    "sdp_brecha_con_prosa": (-0.15, 1.85),
    "sdp_brecha_de_los_objetivos": (-0.15, 0.7242),
    "sdp_productos_por_objetivo": (52, 49),
    "sdp_objetivo_2_productos": (20, 23),
    "sdp_objetivo_1_ponderacion": (33, 36),
    "sdp_objetivo_3_ponderacion": (19, 20),
    "sdp_ponderaciones_objetivos": (96, 100),
    "sdp_objetivo_2_brecha": (-1.88, 7.3942),
    "sdp_objetivo_3_brecha": (5.89, -19.2323),
    "sdp_semaforo_pahv_alto": (62, 57.6923),
    "sdp_semaforo_pahv_bajo": (27, 7.6923),
    "sdp_semaforo_pahv_sobre_ejecucion": (6, 26.9231),
    "sdp_semaforo_pav_bajo": (27, 7.6923),
    "sdp_semaforo_pav_sobre_ejecucion": (6, 21.1538),
    "sdp_semaforo_paa_alto": (62, 28.8462),
    "sdp_semaforo_paa_medio": (6, 11.5385),
    "sdp_semaforo_paa_bajo": (27, 46.1538),
    "sdp_semaforo_paa_sobre_ejecucion": (6, 9.6154),
    "sdp_umbral_medio": (51, 50),
    "sdp_mejora_sobre_ejecucion": (17, 14),
    "sdp_sobre_ejecucion_en_el_informe": (6, 13.4615),
}
ASIGNADO, GIRADO = (
    DIFIEREN[f"cnim_transferencias_{cuales}"][1] for cuales in ("asignadas", "giradas")
)
NO_CALCULABLES = {
    "comite_delegados_locales": 14,
    "integra_ciudades_nombradas": 9,
    "eat_ipt_media_o_mas_pct": 41.1,
    "eat_ipt_media_o_mas_municipios": 448,
    "eat_ipt_bajo_pct": 8.3,
    "eat_ipt_frontera_municipios": 16,
    "eat_pdt_departamentos_pct": 93,
    "eat_pdt_municipios_pct": 53,
    "cnim_avance_total": 63.8,
    "cnim_direcciones_regionales": 13,
    "cnim_difusion_asistentes": 2342,
    "cnim_taller_subcomisiones": 4,
    "comite_uta_2_destacada_1": 259570,
    "integra_instrumentos": 27,
    "integra_retornados": 500_000,
    "sdp_objetivo_1_ponderacion_segunda": 14,
    "sdp_sector_gobierno_productos": 6,
    "sdp_sector_movilidad_niveles": 7,
    "sdp_sectores_productos": 52,
}
EXPLICACIONES = {
    "eat_ipt_media_o_mas_pct": (
        "suponen entre 1.089 y 1.091 municipios; con los 1.122 códigos de la DIVIPOLA sería "
        "39,9\u00a0%; con sus 1.103 municipios, 40,6\u00a0%."
    ),
    "eat_ipt_bajo_pct": "serían 93; con sus 1.103 municipios, entre 91 y 92.",
    "eat_pdt_municipios_pct": "serían entre 590 y 600; con sus 1.103 municipios, entre 580 y 590.",
    "eat_pdt_departamentos_pct": (
        "93\u00a0% no sale de ningún número entero, ni con 32 departamentos ni con 33 contando "
        "a Bogotá."
    ),
    "eat_talleres": "Dos de esos lugares no son municipios priorizados: Urabá Antioqueño y Funza.",
    "cnim_transferencias_giradas": (
        f"11 asignaciones giradas suman {formato.pesos(GIRADO)}. La lista del informe incluye "
        "también a Riohacha y Maicao, que desistieron."
    ),
    "integra_ciudades_cnim": "Barranquilla, Bogotá, Bucaramanga,",
    "integra_centros_cnim": (
        "La ficha es de agosto de 2023 y el informe de la CNIM, de noviembre de 2025."
    ),
    "cnim_transferencias_asignadas": (
        f"suman {formato.pesos(ASIGNADO)}; sin Riohacha y Maicao, que desistieron, "
        f"{formato.pesos(GIRADO)}. La diferencia, {formato.pesos(2_000_000_000 - ASIGNADO)},"
    ),
    "integra_ciudades_nombradas": "no nombra a Santa Marta.",
    "sdp_avance": "puede estar entre 51,51 y 52,47. 1.1.19 y 3.1.9, sin porcentajes, no suman.",
    "sdp_objetivo_1_ponderacion": "La diferencia, 3, es justo el peso de 1.1.19,",
    "sdp_objetivo_3_ponderacion": "La diferencia, 1, es justo el peso de 3.1.9,",
    "sdp_ponderaciones_objetivos": "La diferencia, 4, es justo el peso de 1.1.19 y 3.1.9,",
    "sdp_objetivo_2_productos": "11 con código 2.1 y 12 con código 2.2",
    "sdp_objetivo_3_brecha": (
        "son −3,85 puntos de la política (entre −3,87 y −3,79). El signo es el contrario."
    ),
    "sdp_brecha_de_los_objetivos": "dan 0,72; sumadas sin ponderar, 5,32.",
    "sdp_semaforo_pahv_alto": (
        "El 62\u00a0% son 32 de 52: los 30 que el Anexo 1 da en alto y 1.1.19 y 3.1.9, "
        "sin porcentajes."
    ),
    "sdp_semaforo_pahv_bajo": (
        "El 27\u00a0% son 14 de 52: justo los que el Anexo 1 da en sobreejecución."
    ),
    "sdp_semaforo_pahv_medio": (
        "Por el redondeo de 1.1.17 (50\u00a0%) pueden ser entre 2 y 3: con 3 serían "
        "5,8\u00a0%, que es 6\u00a0% redondeado."
    ),
    "sdp_semaforo_pahv_sobre_ejecucion": (
        "El 6\u00a0% son 3 de 52: los que el Anexo 1 puede dar en medio (entre 2 y 3) o "
        "en bajo (entre 3 y 4)."
    ),
    "sdp_semaforo_pav_alto": (
        "«Estado de avance de productos hasta la Vigencia»: su base es el PAHV; el PAV se "
        "muestra para probar si explica lo publicado."
    ),
    "sdp_sobre_ejecucion_en_el_informe": (
        "La sección 4 nombra 5 en sobreejecución (1.1.6, 1.1.10, 1.1.12, 3.1.1 y 3.1.8). La "
        "sección 6 cuenta 2 de Integración Social. Son al menos 7"
    ),
    "sdp_sector_gobierno_niveles": (
        "La sección 9 pide revisar, por sobreejecución, 3.1.3 (108,3\u00a0%)."
    ),
    "sdp_sector_movilidad_niveles": (
        "solo 7 en alto. La sección 9 pide revisar, por sobreejecución, 2.1.8 (101,0\u00a0%)."
    ),
    "sdp_mejora_sobre_ejecucion": (
        "1.1.11 (119\u00a0%), 2.1.8 (101\u00a0%) y 3.1.3 (108\u00a0%). La tabla imprime 9 "
        "entidades; la frase que la presenta, que no dice ser completa, nombra 7: no están "
        "Desarrollo Económico y Movilidad."
    ),
    "sdp_proteger_ninas": (
        "La sección 7 cuenta niñas; la página 1, niñas y niños. La página 1 titula «Logros "
        "segundo semestre 2024» y la sección 7 habla de todo 2024: el mismo número para dos "
        "periodos."
    ),
    "sdp_alta_consejeria_dos_veces": (
        "el mismo número para dos periodos. La página 1 no nombra a la entidad."
    ),
    "sdp_sectores_productos": "La prosa cuenta los de 3 sectores, que suman 22;",
}


@pytest.mark.parametrize("codigo", COINCIDEN)
def test_coincide(contrastes: Contrastes, codigo: str) -> None:
    fila = contrastes[codigo]
    assert (fila["valor_publicado"], fila["valor_calculado"]) == pytest.approx(
        COINCIDEN[codigo], abs=1e-4
    )
    assert fila["estado"] == "coincide"


@pytest.mark.parametrize("codigo", DIFIEREN)
def test_difiere(contrastes: Contrastes, codigo: str) -> None:
    fila = contrastes[codigo]
    assert (fila["valor_publicado"], fila["valor_calculado"]) == pytest.approx(
        DIFIEREN[codigo], abs=1e-4
    )
    assert fila["estado"] == "difiere"
    assert fila["diferencia"] == pytest.approx(fila["valor_publicado"] - fila["valor_calculado"])


@pytest.mark.parametrize("codigo", NO_CALCULABLES)
def test_no_calculable(contrastes: Contrastes, codigo: str) -> None:
    fila = contrastes[codigo]
    assert fila["valor_publicado"] == NO_CALCULABLES[codigo]
    assert fila["valor_calculado"] is None
    assert fila["estado"] == "no calculable"


@pytest.mark.parametrize("codigo", EXPLICACIONES)
def test_la_explicacion_muestra_las_cuentas(contrastes: Contrastes, codigo: str) -> None:
    assert EXPLICACIONES[codigo] in contrastes[codigo]["explicacion"]


def test_solo_difieren_los_que_se_conocen(contrastes: Contrastes) -> None:
    assert {c for c, fila in contrastes.items() if fila["estado"] == "difiere"} == set(DIFIEREN)


def test_hay_contrastes_de_todos_los_documentos(contrastes: Contrastes) -> None:
    por_documento = Counter(codigo.split("_")[0] for codigo in contrastes)
    assert por_documento == {"eat": 41, "cnim": 21, "comite": 16, "integra": 9, "sdp": 94}
    assert sum(codigo.startswith("eat_cluster_") for codigo in contrastes) == 14
    assert sum(codigo.startswith("sdp_semaforo_pa") for codigo in contrastes) == 12
    assert sum(codigo.endswith("_pahv") for codigo in contrastes) == 17
    assert sum(codigo.endswith("_dos_veces") for codigo in contrastes) == 8


def test_las_ponderaciones_de_los_productos_suman_cien(filas: Filas) -> None:
    """Ninguna fuente lo imprime: no es un contraste, pero el avance lo supone."""
    assert sum(f["ponderacion_pct"] for f in filas["politica_productos"]) == pytest.approx(100)


def test_el_avance_calculado_es_el_de_la_pagina_del_semaforo(
    filas: Filas, contrastes: Contrastes
) -> None:
    corte = next(f for f in filas["politica_cortes"] if f["nivel"] == "calculado")
    assert contrastes["sdp_avance"]["valor_calculado"] == pytest.approx(corte["avance_pct"])
    assert contrastes["sdp_trayectoria_grafico"]["valor_calculado"] == pytest.approx(
        corte["trayectoria_pct"]
    )
    assert contrastes["sdp_brecha"]["valor_calculado"] == pytest.approx(corte["brecha_pp"])


def test_las_brechas_calculadas_son_las_de_los_objetivos(
    filas: Filas, contrastes: Contrastes
) -> None:
    for fila in filas["politica_objetivos"]:
        if fila["nivel"] == "calculado":
            contraste = contrastes[f"sdp_objetivo_{fila['objetivo_numero']}_brecha"]
            assert contraste["valor_calculado"] == pytest.approx(fila["brecha_pp"])


def test_una_cifra_que_el_proximo_corte_no_trae_no_rompe_nada(tablas: PorTabla) -> None:
    """Sin cada una de las cifras, los demás contrastes siguen."""
    todas, completo, resto = tablas[Cifra], len(tablas[Conciliacion]), tablas.copia()
    for una in todas:
        resto.poner(Cifra, [c for c in todas if c is not una])
        assert completo - 12 <= len(conciliar(resto, POR_DOCUMENTO)) <= completo


def test_sin_otro_documento_los_demas_siguen(tablas: PorTabla) -> None:
    solo_integra = tablas.copia()
    propias = [f for f in tablas[Fuente] if f.fuente_codigo.startswith("integra")]
    solo_integra.poner(Fuente, propias)
    codigos = {f.conciliacion_codigo for f in conciliar(solo_integra, POR_DOCUMENTO)}
    assert "integra_ciudades_nombradas_2023-08-31" in codigos
    assert not any("cnim" in codigo or "eat" in codigo for codigo in codigos)
