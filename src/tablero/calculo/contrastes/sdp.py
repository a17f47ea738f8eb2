"""Contrastes del informe de la SDP: lo que dice su prosa y la unión de los demás temas."""

from collections.abc import Iterator

from tablero.calculo.conciliacion import Contraste, Datos, contrastar
from tablero.calculo.contrastes import sdp_objetivos, sdp_politica, sdp_productos, sdp_semaforo
from tablero.calculo.contrastes.formas import (
    como_suma,
    conteo,
    dicho_dos_veces,
    lista,
    parte_de,
    sin_partes,
    suma_de_cifras,
)
from tablero.calculo.intervalos import sumar
from tablero.formato import enumerar

DICHAS_DOS_VECES = (
    (
        "sdp_alta_consejeria_dos_veces",
        "Las personas atendidas por la Alta Consejería de Paz, en la página 1 y en la sección 7.",
        "sdp_logros_migrantes_atendidos",
        "sdp_aportes_alta_consejeria_personas",
    ),
    (
        "sdp_movilidad_dos_veces",
        "Las personas caracterizadas en Movilidad, en la página 1 y en la sección 7.",
        "sdp_logros_movilidad_personas",
        "sdp_aportes_movilidad_personas",
    ),
    (
        "sdp_proteger_otros_paises_dos_veces",
        "Las niñas y niños de Ecuador, Brasil y Perú, en la página 1 y en la sección 7.",
        "sdp_logros_proteger_otros_paises",
        "sdp_aportes_proteger_otros_paises",
    ),
    (
        "sdp_casa_de_todas_mujeres_dos_veces",
        "Las mujeres apoyadas por Casa de Todas, en la página 1 y en la sección 7.",
        "sdp_logros_casa_de_todas_mujeres",
        "sdp_aportes_casa_de_todas_mujeres",
    ),
    (
        "sdp_casa_de_todas_atenciones_dos_veces",
        "Las atenciones de Casa de Todas, en la página 1 y en la sección 7.",
        "sdp_logros_casa_de_todas_atenciones",
        "sdp_aportes_casa_de_todas_atenciones",
    ),
    (
        "sdp_vivienda_beneficiados_dos_veces",
        "Los beneficiados con orientación en vivienda, en la página 1 y en la sección 7.",
        "sdp_logros_vivienda_beneficiados",
        "sdp_aportes_vivienda_beneficiados",
    ),
    (
        "sdp_vivienda_cupos_dos_veces",
        "Los cupos de subsidio ampliados, en la página 1 y en la sección 7.",
        "sdp_logros_vivienda_cupos",
        "sdp_aportes_vivienda_cupos",
    ),
    (
        "sdp_vivienda_capacitados_dos_veces",
        "Los capacitados en educación financiera, en la página 1 y en la sección 7.",
        "sdp_logros_vivienda_capacitadas",
        "sdp_aportes_vivienda_capacitados",
    ),
)
SUMAS = (
    (
        "sdp_casa_de_todas_atenciones",
        "Las atenciones de Casa de Todas son la suma de las jurídicas, psicosociales y sociales.",
        "sdp_aportes_casa_de_todas_atenciones",
        (
            "sdp_aportes_casa_de_todas_juridicas",
            "sdp_aportes_casa_de_todas_psicosociales",
            "sdp_aportes_casa_de_todas_trabajo_social",
        ),
    ),
    (
        "sdp_vivienda_subsidios",
        "Los subsidios de vivienda asignados son la suma de los de sus dos ofertas.",
        "sdp_aportes_vivienda_subsidios",
        (
            "sdp_aportes_vivienda_subsidios_oferta_preferente",
            "sdp_aportes_vivienda_subsidios_reactiva",
        ),
    ),
    (
        "sdp_abordaje_personas",
        "Las personas de la Estrategia de Abordaje Territorial son las mujeres y los hombres.",
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
        "Las personas atendidas por la Alta Consejería de Paz, sumadas por servicio.",
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
    yield from sdp_politica.contrastes(datos)
    yield from sdp_objetivos.contrastes(datos)
    yield from sdp_semaforo.contrastes(datos)
    yield from sdp_productos.contrastes(datos)
    for codigo, descripcion, primera, segunda in DICHAS_DOS_VECES:
        yield from dicho_dos_veces(datos, codigo, descripcion, primera, segunda)
    for codigo, descripcion, total, partes in SUMAS:
        yield from suma_de_cifras(datos, codigo, descripcion, total, partes)
    yield from _proteger(datos)
    yield from _enfoques(datos)
    yield from sin_partes(datos, SIN_PARTES)


def _proteger(datos: Datos) -> Iterator[Contraste]:
    """Las niñas de la sección 7 contra los dos grupos de la página 1, en número y en porcentaje."""
    ninas = datos.cifra("sdp_aportes_proteger_ninas")
    grupos = [
        datos.cifra("sdp_logros_proteger_ninas_ninos"),
        datos.cifra("sdp_logros_proteger_otros_paises"),
    ]
    presentes = [grupo for grupo in grupos if grupo is not None]
    atendidas = [grupo.valor for grupo in presentes]
    if ninas is not None and len(presentes) == len(grupos):
        unidades = dict.fromkeys(grupo.unidad for grupo in presentes)
        yield Contraste(
            "sdp_proteger_ninas",
            "Las atendidas en Centros Proteger, según la sección 7, son los dos grupos de la "
            "página 1.",
            ninas,
            sumar(grupo.intervalo for grupo in presentes),
            f"{como_suma(atendidas)}. La sección 7 cuenta {ninas.unidad}; la página 1, "
            f"{enumerar(list(unidades))}.",
        )
        yield from parte_de(
            "sdp_proteger_atencion",
            "Las niñas de la sección 7 son toda la población migrante atendida en la página 1.",
            datos.cifra("sdp_aportes_proteger_atencion"),
            ninas.valor,
            sum(atendidas),
        )


def _enfoques(datos: Datos) -> Iterator[Contraste]:
    """Los enfoques de la Estrategia de Abordaje Territorial."""
    enfoques = [f for f in datos.lista("politica_enfoques") if f["titulo"].startswith(ABORDAJE)]
    yield from contrastar(
        "sdp_abordaje_enfoques",
        "Los enfoques de la Estrategia de Abordaje Territorial son los que el informe describe.",
        datos.cifra("sdp_abordaje_enfoques"),
        conteo(enfoques),
        lista(f["titulo"].removeprefix(ABORDAJE).strip() for f in enfoques),
    )
