"""Contrastes de la ficha del proyecto Integra, por sí sola y con los otros documentos."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tablero.calculo.a_salvo import cada_uno
from tablero.calculo.conciliacion import Contraste, Datos, Publicado, contrastar
from tablero.calculo.contrastes.formas import conteo, lista, sin_partes
from tablero.formato import MESES, contar, enumerar, numero
from tablero.modelo.centros import CentroIntegrate
from tablero.modelo.integra import IntegraCiudad

SIN_PARTES = (
    (
        "integra_retornados",
        "Los colombianos que vivían en Venezuela y retornaron, contados uno a uno.",
        "La ficha dice «alrededor de» y no dice de dónde sale la cifra.",
    ),
    (
        "integra_instrumentos",
        "Los instrumentos de política desarrollados o ajustados, contados uno a uno.",
        "La ficha no los lista.",
    ),
    (
        "integra_osc",
        "Las organizaciones de la sociedad civil fortalecidas, contadas una a una.",
        "La ficha no las nombra.",
    ),
    (
        "integra_medios",
        "Los medios de comunicación con alianza, contados uno a uno.",
        "La ficha no los nombra.",
    ),
)


def contrastes(datos: Datos) -> Iterator[Contraste]:
    """Todos los contrastes de la ficha de Integra."""
    yield from cada_uno(datos, _migrantes, _ciudades, _centros)
    yield from sin_partes(datos, SIN_PARTES)


def _migrantes(datos: Datos) -> Iterator[Contraste]:
    """«Más de 2,8 millones» contra el total que cita la EAT para el mismo mes."""
    eat = datos.otra_fuente("eat")
    total = eat.cifra("eat_migrantes_total") if eat else None
    cifra = datos.cifra("integra_migrantes")
    if cifra is None or total is None or total.corte_fecha != cifra.corte_fecha:
        return
    es_piso = "más de" in (cifra.cita or "")
    texto = f"La EAT cita {numero(total.valor)} para el mismo corte."
    if es_piso:
        texto += " La ficha dice «más de»: es un piso, no un redondeo."
    yield Contraste(
        "integra_migrantes_eat",
        "Las personas que salieron de Venezuela hacia Colombia, frente a las que cita la EAT.",
        replace(cifra, es_piso=es_piso),
        total.intervalo,
        texto,
    )


def _ciudades(datos: Datos) -> Iterator[Contraste]:
    """Las ciudades con Centros Intégrate contra las que la ficha y la CNIM nombran."""
    cifra = datos.cifra("integra_centros_ciudades")
    nombradas = {f.municipio_codigo for f in datos.tabla(IntegraCiudad)}
    iniciales = _centros_iniciales(datos)
    de_la_cnim = {f.municipio_codigo: f.municipio_nombre for f in iniciales}
    faltan = sorted(nombre for codigo, nombre in de_la_cnim.items() if codigo not in nombradas)
    texto = (
        f"La ficha nombra {contar(len(nombradas), 'ciudad', 'ciudades')} como ejemplo de dónde "
        "trabaja; no dice cuáles tienen centros."
    )
    if faltan:
        texto += (
            " De las ciudades con centros iniciales que nombra la CNIM, "
            f"no nombra a {enumerar(faltan)}. {_cuando(cifra, iniciales)}"
        )
    yield from contrastar(
        "integra_ciudades_nombradas",
        "Las ciudades con Centros Intégrate, frente a las que la ficha nombra como ejemplo.",
        cifra,
        None,
        texto,
    )
    if de_la_cnim:
        yield from contrastar(
            "integra_ciudades_cnim",
            "Las ciudades con Centros Intégrate, frente a las de los centros iniciales de la CNIM.",
            cifra,
            conteo(de_la_cnim),
            f"{lista(sorted(de_la_cnim.values()))} {_cuando(cifra, iniciales)}",
        )


def _centros(datos: Datos) -> Iterator[Contraste]:
    """Los centros en marcha contra los iniciales de la CNIM."""
    cifra = datos.cifra("integra_centros")
    cnim = datos.otra_fuente("cnim")
    publicados = cnim.cifra("cnim_centros_iniciales") if cnim else None
    if publicados is not None:
        yield from contrastar(
            "integra_centros_cnim",
            "Los Centros Intégrate en marcha, frente a los que la CNIM llama iniciales.",
            cifra,
            publicados.intervalo,
            _cuando(cifra, _centros_iniciales(datos)) or None,
        )
    if iniciales := _centros_iniciales(datos):
        yield from contrastar(
            "integra_centros_lista_cnim",
            "Los Centros Intégrate en marcha, frente a los iniciales que la CNIM nombra.",
            cifra,
            conteo(iniciales),
            f"{lista(f.centro_nombre for f in iniciales)} {_cuando(cifra, iniciales)}",
        )


def _cuando(cifra: Publicado | None, centros: Sequence[CentroIntegrate]) -> str:
    """De cuándo es cada documento: los centros que se comparan no son del mismo mes."""
    if cifra is None or not centros:
        return ""
    return (
        f"La ficha es de {_mes(cifra.corte_fecha)} y el informe de la CNIM, de "
        f"{_mes(centros[0].corte_fecha)}."
    )


def _mes(fecha: date) -> str:
    return f"{MESES[fecha.month - 1]} de {fecha.year}"


def _centros_iniciales(datos: Datos) -> list[CentroIntegrate]:
    cnim = datos.otra_fuente("cnim")
    return [f for f in cnim.tabla(CentroIntegrate) if f.etapa == "inicial"] if cnim else []
