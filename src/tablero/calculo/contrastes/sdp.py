"""Contrastes del informe de la SDP: lo que dice su prosa y la unión de los demás temas."""

from collections.abc import Iterator

from tablero.calculo.a_salvo import cada_uno
from tablero.calculo.conciliacion import Contraste, Datos, contrastar
from tablero.calculo.contrastes import (
    sdp_dos_veces,
    sdp_objetivos,
    sdp_politica,
    sdp_productos,
    sdp_sectores,
    sdp_semaforo,
    sdp_sobre_ejecucion,
)
from tablero.calculo.contrastes.formas import conteo, lista, sin_partes, suma_de_cifras

SUMAS = (
    (
        "sdp_casa_de_todas_atenciones",
        "Las atenciones de Casa de Todas, frente a las jurídicas, psicosociales y de trabajo "
        "social, sumadas.",
        "sdp_aportes_casa_de_todas_atenciones",
        (
            "sdp_aportes_casa_de_todas_juridicas",
            "sdp_aportes_casa_de_todas_psicosociales",
            "sdp_aportes_casa_de_todas_trabajo_social",
        ),
    ),
    (
        "sdp_vivienda_subsidios",
        "Los subsidios de vivienda asignados, frente a la suma de los de sus dos ofertas.",
        "sdp_aportes_vivienda_subsidios",
        (
            "sdp_aportes_vivienda_subsidios_oferta_preferente",
            "sdp_aportes_vivienda_subsidios_reactiva",
        ),
    ),
    (
        "sdp_abordaje_personas",
        "Las personas de la Estrategia de Abordaje Territorial, frente a mujeres más hombres.",
        "sdp_abordaje_personas",
        ("sdp_abordaje_mujeres", "sdp_abordaje_hombres"),
    ),
)
SIN_PARTES = (
    (
        "sdp_logros_actividades_socializacion",
        "Las actividades de socialización y de priorización de iniciativas, sumadas.",
        "El informe no dice cuántas son de cada clase.",
    ),
    (
        "sdp_aportes_alta_consejeria_personas",
        "Las personas que atendió la Alta Consejería de Paz, Víctimas y Reconciliación, sumadas "
        "por servicio.",
        "No se publica cuántas personas recibieron cada uno de los servicios.",
    ),
    (
        "sdp_abordaje_localidades",
        "Las localidades de la Estrategia de Abordaje Territorial, contadas una a una.",
        "El informe solo nombra las de mayor impacto.",
    ),
)
ABORDAJE = "Abordaje Territorial:"


def contrastes(datos: Datos) -> Iterator[Contraste]:
    """Todos los contrastes del informe de la SDP."""
    yield from cada_uno(
        datos,
        sdp_politica.contrastes,
        sdp_objetivos.contrastes,
        sdp_semaforo.contrastes,
        sdp_sectores.contrastes,
        sdp_sobre_ejecucion.contrastes,
        sdp_productos.contrastes,
        sdp_dos_veces.contrastes,
        _sumas,
        _enfoques,
    )
    yield from sin_partes(datos, SIN_PARTES)


def _sumas(datos: Datos) -> Iterator[Contraste]:
    """Las cifras que son la suma de otras."""
    for codigo, descripcion, total, partes in SUMAS:
        yield from suma_de_cifras(datos, codigo, descripcion, total, partes)


def _enfoques(datos: Datos) -> Iterator[Contraste]:
    """Los enfoques de la Estrategia de Abordaje Territorial."""
    enfoques = [f for f in datos.lista("politica_enfoques") if f.titulo.startswith(ABORDAJE)]
    yield from contrastar(
        "sdp_abordaje_enfoques",
        "Los enfoques de la Estrategia de Abordaje Territorial, frente a los que el informe "
        "describe.",
        datos.cifra("sdp_abordaje_enfoques"),
        conteo(enfoques),
        lista(f.titulo.removeprefix(ABORDAJE).strip() for f in enfoques),
    )
