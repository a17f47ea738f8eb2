"""Contrastes de la presentación del Comité de Bogotá."""

from collections.abc import Iterator
from dataclasses import replace

from tablero.calculo.a_salvo import cada_uno
from tablero.calculo.conciliacion import Contraste, Datos, contrastar, publicado
from tablero.calculo.contrastes.formas import (
    como_suma,
    parte_de,
    sin_partes,
    suma_de_cifras,
    suma_exacta,
)
from tablero.calculo.intervalos import Intervalo
from tablero.formato import contar, enumerar, numero
from tablero.modelo.comite import ComiteDelegacion, ComiteDestacada, ComiteUta

SIN_PARTES = (
    (
        "comite_transversales_total",
        "Las actividades transversales del plan de trabajo, contadas una a una.",
        "La presentación no las lista.",
    ),
    (
        "comite_transversales_iniciadas",
        "Las actividades transversales con al menos una acción iniciada, contadas una a una.",
        "La presentación no dice cuáles son.",
    ),
)
UNIDAD = "actividades"


def contrastes(datos: Datos) -> Iterator[Contraste]:
    """Todos los contrastes de la presentación del Comité."""
    yield from cada_uno(datos, _transversales, _plan_de_las_utas, _cada_uta, _delegados, _promedios)
    yield from sin_partes(datos, SIN_PARTES)


def _transversales(datos: Datos) -> Iterator[Contraste]:
    """Las actividades transversales cumplidas, en porcentaje."""
    iniciadas = datos.cifra("comite_transversales_iniciadas")
    total = datos.cifra("comite_transversales_total")
    if iniciadas is not None and total is not None:
        yield from parte_de(
            "comite_transversales_iniciadas_pct",
            "El cumplimiento de las actividades transversales, frente a las iniciadas sobre todas.",
            datos.cifra("comite_transversales_iniciadas_pct"),
            iniciadas.valor,
            total.valor,
        )


def _plan_de_las_utas(datos: Datos) -> Iterator[Contraste]:
    """Los totales del plan de trabajo contra las tres UTA."""
    yield from suma_de_cifras(
        datos,
        "comite_uta_actividades_por_clase",
        "Las actividades de las UTA, frente a las de una sola entidad más las intersectoriales.",
        total="comite_uta_actividades_total",
        partes=("comite_uta_actividades_entidades", "comite_uta_actividades_intersectoriales"),
    )
    utas = datos.tabla(ComiteUta)
    for codigo, que, de_cada_una in (
        ("comite_uta_actividades_total", "actividades", [f.actividades for f in utas]),
        (
            "comite_uta_actividades_entidades",
            "actividades de una sola entidad",
            [f.actividades_entidades for f in utas],
        ),
        (
            "comite_uta_actividades_intersectoriales",
            "actividades intersectoriales",
            [f.actividades_intersectoriales for f in utas],
        ),
    ):
        yield from contrastar(
            codigo,
            f"Las {que} del plan de trabajo, frente a la suma de las de cada UTA.",
            datos.cifra(codigo),
            suma_exacta(de_cada_una),
            f"{como_suma(de_cada_una)}." if utas else None,
        )
    yield from parte_de(
        "comite_uta_reporte_pct",
        "El cumplimiento en el reporte, frente a las actividades reportadas sobre todas.",
        datos.cifra("comite_uta_reporte_pct"),
        suma_exacta(f.actividades_reportadas for f in utas).valor,
        suma_exacta(f.actividades for f in utas).valor,
    )


def _cada_uta(datos: Datos) -> Iterator[Contraste]:
    """El total y el cumplimiento de cada UTA."""
    for fila in datos.tabla(ComiteUta):
        uta = fila.uta_numero
        partes = (fila.actividades_entidades, fila.actividades_intersectoriales)
        yield Contraste(
            f"comite_uta_{uta}_actividades",
            f"Las actividades de la UTA {uta}, frente a las de una entidad más las "
            "intersectoriales.",
            replace(publicado(fila, fila.actividades, UNIDAD), cita=fila.actividades_cita),
            Intervalo.exacto(sum(partes)),
            f"{como_suma(partes)}.",
        )
        yield from parte_de(
            f"comite_uta_{uta}_reporte_pct",
            f"El cumplimiento en el reporte de la UTA {uta}, frente a sus actividades reportadas.",
            publicado(fila, fila.reporte_pct, "%", precision=1),
            fila.actividades_reportadas,
            fila.actividades,
        )


def _delegados(datos: Datos) -> Iterator[Contraste]:
    """Los delegados en comités locales contra las localidades que se nombran."""
    localidades = [fila.titulo for fila in datos.lista("comite_localidades")]
    for fila in datos.tabla(ComiteDelegacion):
        if "Local" in fila.instancia and localidades:
            yield Contraste(
                "comite_delegados_locales",
                "Los delegados en comités locales de derechos humanos, frente a sus localidades.",
                publicado(fila, fila.delegados, "delegados"),
                None,  # una localidad no es un delegado: puede haber dos en la misma
                f"La presentación nombra {contar(len(localidades), 'localidad', 'localidades')} "
                f"para {numero(fila.delegados)} delegados, y no dice cuántos hay en cada una: "
                f"{enumerar(localidades)}.",
            )


def _promedios(datos: Datos) -> Iterator[Contraste]:
    """Los promedios mensuales de las actividades destacadas."""
    for fila in datos.tabla(ComiteDestacada):
        if "promedio" in fila.descripcion and fila.valor is not None:
            yield Contraste(
                f"comite_uta_{fila.uta_numero}_destacada_{fila.orden}",
                f"{fila.descripcion}.",
                publicado(fila, fila.valor, fila.unidad or ""),
                None,
                "No se publican los valores de cada mes.",
            )
