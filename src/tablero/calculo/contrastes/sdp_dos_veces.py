"""Lo que el informe de la SDP dice dos veces: en los logros de la página 1 y en la sección 7.

La página 1 titula sus logros con un semestre y la sección 7 habla de todo el año: si el número es
el mismo, es el mismo para dos periodos.
"""

import re
from collections.abc import Iterator

from tablero.calculo.conciliacion import Contraste, Datos, Publicado
from tablero.calculo.contrastes.formas import como_suma, parte_de
from tablero.calculo.intervalos import sumar
from tablero.formato import enumerar, numero_justo

DICHAS_DOS_VECES = (
    (
        "sdp_alta_consejeria_dos_veces",
        "Las personas que atendió la Alta Consejería de Paz, Víctimas y Reconciliación, dichas dos "
        "veces.",
        "sdp_logros_migrantes_atendidos",
        "sdp_aportes_alta_consejeria_personas",
        "La página 1 no nombra a la entidad.",
    ),
    (
        "sdp_movilidad_dos_veces",
        "Las personas caracterizadas en Movilidad, en la página 1 y en la sección 7.",
        "sdp_logros_movilidad_personas",
        "sdp_aportes_movilidad_personas",
        "",
    ),
    (
        "sdp_proteger_otros_paises_dos_veces",
        "Las niñas y niños de Ecuador, Brasil y Perú, en la página 1 y en la sección 7.",
        "sdp_logros_proteger_otros_paises",
        "sdp_aportes_proteger_otros_paises",
        "",
    ),
    (
        "sdp_casa_de_todas_mujeres_dos_veces",
        "Las mujeres apoyadas por Casa de Todas, en la página 1 y en la sección 7.",
        "sdp_logros_casa_de_todas_mujeres",
        "sdp_aportes_casa_de_todas_mujeres",
        "",
    ),
    (
        "sdp_casa_de_todas_atenciones_dos_veces",
        "Las atenciones de Casa de Todas, en la página 1 y en la sección 7.",
        "sdp_logros_casa_de_todas_atenciones",
        "sdp_aportes_casa_de_todas_atenciones",
        "",
    ),
    (
        "sdp_vivienda_beneficiados_dos_veces",
        "Los beneficiados con orientación en vivienda, en la página 1 y en la sección 7.",
        "sdp_logros_vivienda_beneficiados",
        "sdp_aportes_vivienda_beneficiados",
        "",
    ),
    (
        "sdp_vivienda_cupos_dos_veces",
        "Los cupos de subsidio ampliados, en la página 1 y en la sección 7.",
        "sdp_logros_vivienda_cupos",
        "sdp_aportes_vivienda_cupos",
        "",
    ),
    (
        "sdp_vivienda_capacitados_dos_veces",
        "Los capacitados en educación financiera, en la página 1 y en la sección 7.",
        "sdp_logros_vivienda_capacitadas",
        "sdp_aportes_vivienda_capacitados",
        "",
    ),
)
"""Código, descripción, la cifra de la página 1, la de la sección 7 y lo que conviene agregar."""


def contrastes(datos: Datos) -> Iterator[Contraste]:
    """Los contrastes entre la página 1 y la sección 7."""
    for codigo, descripcion, primera, segunda, nota in DICHAS_DOS_VECES:
        una, otra = datos.cifra(primera), datos.cifra(segunda)
        if una is not None and otra is not None:
            texto = (
                f"{una.ubicacion}: {numero_justo(una.valor)} {una.unidad}; "
                f"{otra.ubicacion}: {numero_justo(otra.valor)} {otra.unidad}."
            )
            partes = [texto, *_periodos(una, otra, una.valor), *([nota] if nota else [])]
            yield Contraste(codigo, descripcion, una, otra.intervalo, " ".join(partes))
    yield from _proteger(datos)


def _periodos(una: Publicado, otra: Publicado, primero: float) -> Iterator[str]:
    """El título de la página 1 dice un semestre; la sección 7, el año entero."""
    if titulo := re.search(r"«([^»]+)»", una.ubicacion):
        cual = "el mismo número para dos periodos" if primero == otra.valor else "son dos periodos"
        yield (
            f"La página 1 titula «{titulo[1]}» y la sección 7 habla de todo "
            f"{otra.corte_fecha.year}: {cual}."
        )


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
        texto = (
            f"{como_suma(atendidas)}. La sección 7 cuenta {ninas.unidad}; la página 1, "
            f"{enumerar(list(unidades))}."
        )
        yield Contraste(
            "sdp_proteger_ninas",
            "Las niñas atendidas en Centros Proteger (sección 7), frente a los dos grupos de la "
            "página 1.",
            ninas,
            sumar(grupo.intervalo for grupo in presentes),
            " ".join([texto, *_periodos(presentes[0], ninas, sum(atendidas))]),
        )
        yield from parte_de(
            "sdp_proteger_atencion",
            "Las niñas de la sección 7, frente a toda la población migrante atendida según la "
            "página 1.",
            datos.cifra("sdp_aportes_proteger_atencion"),
            ninas.valor,
            sum(atendidas),
        )
