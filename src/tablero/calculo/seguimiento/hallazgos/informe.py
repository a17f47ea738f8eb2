"""El libro frente a lo que el informe de la política publica del mismo corte."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo, de_indicador
from tablero.calculo.seguimiento.indicador import Clave
from tablero.calculo.seguimiento.motor import legible
from tablero.calculo.seguimiento.niveles import Seguido
from tablero.formato import numero, porcentaje
from tablero.modelo.politica import Anualizacion
from tablero.modelo.reglas import Regla

REGLA = Regla.INFORME_DIFIERE
REVISAR = (
    "Pregunte a la SDP cuál vale y, si es lo del informe, corrija el libro: el tablero muestra los "
    "dos."
)


@dataclass(frozen=True)
class PublicadoEnInforme:
    """Lo que el informe da de un producto."""

    ponderacion_pct: float
    anualizacion_tipo: Anualizacion
    pav_pct: float | None
    pahv_pct: float | None
    paa_pct: float | None
    decimales: int | None
    """Con cuántos están impresos los tres porcentajes."""


def contra_el_informe(
    seguidos: Sequence[Seguido], publicados: Mapping[str, PublicadoEnInforme], anio: int
) -> Iterator[Hallazgo]:
    """Productos que solo están en uno, y ponderación, tipo o porcentajes que no son los mismos.

    `publicados` va por código; los porcentajes se comparan con los decimales con que se imprimen.
    """
    if not publicados:
        return
    vistos = {s.indicador.codigo for s in seguidos}
    for codigo in publicados:
        if codigo not in vistos:
            yield Hallazgo(
                "advertencia", REGLA, codigo, "está en el informe y no en el libro.", REVISAR
            )
    for seguido in seguidos:
        codigo = seguido.indicador.codigo
        if codigo in publicados:
            yield from _comparar(seguido, publicados[codigo], anio)
        else:
            mensaje = "está en el libro y no en el informe."
            yield de_indicador(
                seguido.indicador, ("codigo",), "advertencia", REGLA, mensaje, REVISAR
            )


def _comparar(seguido: Seguido, publicado: PublicadoEnInforme, anio: int) -> Iterator[Hallazgo]:
    indicador, cifras = seguido.indicador, seguido.cifras
    decimales = publicado.decimales or 0
    pares: list[tuple[Clave, str, str, str]] = []
    tipo = indicador.anualizacion_tipo
    if tipo is not None and tipo != publicado.anualizacion_tipo:
        pares.append((("anualizacion_tipo",), "el tipo", tipo, publicado.anualizacion_tipo))
    peso, peso_publicado = legible(indicador.ponderacion_pct), publicado.ponderacion_pct
    if peso is not None and round(peso, 2) != round(peso_publicado, 2):
        pares.append(
            (("ponderacion",), "la ponderación", porcentaje(peso), porcentaje(peso_publicado))
        )
    for calculado, impreso, nombre, clave in (
        (cifras.pav_pct, publicado.pav_pct, "PAV", "pav"),
        (cifras.pahv_pct, publicado.pahv_pct, "PAHV", "pahv"),
        (cifras.paa_pct, publicado.paa_pct, "PAA", "paa"),
    ):
        if calculado is None or impreso is None:
            continue
        if abs(calculado - impreso) > 0.5 * 10**-decimales * (1 + 1e-9):
            pares.append(
                (
                    (clave, anio),
                    f"el {nombre}",
                    porcentaje(calculado),
                    f"{numero(impreso, decimales)} %",
                )
            )
    for lugar, que, del_libro, del_informe in pares:
        yield de_indicador(
            indicador,
            lugar,
            "advertencia",
            REGLA,
            f"{que} que sale del libro es {del_libro} y el informe publica {del_informe}.",
            REVISAR,
        )
