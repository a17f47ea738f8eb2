"""Los porcentajes de todo el país en la EAT, con las bases que da la DIVIPOLA.

El documento no dice de cuántas entidades son. La DIVIPOLA cuenta códigos (municipios, áreas no
municipalizadas y una isla) y, entre ellos, municipios: se muestra qué darían las dos cuentas.
"""

from collections.abc import Iterator

from tablero.calculo.a_salvo import cada_uno
from tablero.calculo.conciliacion import Contraste, Datos, Publicado
from tablero.calculo.contrastes.formas import ENTERO, en_porcentaje, enteros, rango, sin_partes
from tablero.calculo.intervalos import CIEN, Intervalo
from tablero.formato import numero
from tablero.modelo.territorio import Municipio

DECIMAS = 1
MUNICIPIO = "municipio"
BOGOTA = "11"
"""La DIVIPOLA le da a Bogotá un código de departamento."""
SIN_DIVIPOLA = "La DIVIPOLA no está cargada, o no trae municipios."
SIN_PARTES = (
    (
        "eat_ipt_media_o_mas_municipios",
        "Los municipios con IPT medio, alto o muy alto, contados uno a uno.",
        "No se publica la categoría del IPT de cada municipio.",
    ),
    (
        "eat_ipt_frontera_municipios",
        "Los municipios priorizados de zonas fronterizas o muy cercanas, contados uno a uno.",
        "El documento dice «cerca de» y no señala cuáles de los municipios priorizados "
        "cuenta como fronterizos.",
    ),
)


def contrastes(datos: Datos) -> Iterator[Contraste]:
    """Los contrastes de los porcentajes del país."""
    yield from cada_uno(datos, _planes_de_desarrollo, _categorias_del_ipt)
    yield from sin_partes(datos, SIN_PARTES)


def _planes_de_desarrollo(datos: Datos) -> Iterator[Contraste]:
    """Departamentos y municipios cuyos planes se refirieron a la migración."""
    for codigo, sujeto, cuantos in (
        ("eat_pdt_departamentos_pct", "departamentos", _departamentos),
        ("eat_pdt_municipios_pct", "municipios", _municipios),
    ):
        cifra = datos.cifra(codigo)
        if cifra is not None:
            yield Contraste(
                codigo,
                f"La parte de los {sujeto} que se refirió a la migración en su plan de desarrollo.",
                cifra,
                None,
                f"No se publica cuántos {sujeto} son ni de cuántos. {cuantos(datos, cifra)}",
            )


def _categorias_del_ipt(datos: Datos) -> Iterator[Contraste]:
    """Los porcentajes de las categorías del IPT, que no se publican por municipio."""
    pct = datos.cifra("eat_ipt_media_o_mas_pct")
    medios = datos.cifra("eat_ipt_media_o_mas_municipios")
    if pct is not None and medios is not None:
        yield Contraste(
            "eat_ipt_media_o_mas_pct",
            "La parte de los municipios del país con IPT medio, alto o muy alto.",
            pct,
            None,
            f"No se publica de cuántos municipios. {_denominador(datos, pct, medios)}",
        )
    if (bajo := datos.cifra("eat_ipt_bajo_pct")) is not None:
        yield Contraste(
            "eat_ipt_bajo_pct",
            "La parte de los municipios del país con un IPT bajo.",
            bajo,
            None,
            f"No se publica cuántos municipios son ni de cuántos. {_municipios(datos, bajo)}",
        )


def _codigos_y_municipios(datos: Datos) -> tuple[int, int] | None:
    """Cuántos códigos tiene la DIVIPOLA y cuántos de ellos son municipios."""
    divipola = datos.otra_fuente("divipola")
    if divipola is None:
        return None
    entidades = divipola.tabla(Municipio)
    municipios = sum(fila.tipo == MUNICIPIO for fila in entidades)
    return (len(entidades), municipios) if municipios else None


def _municipios(datos: Datos, cifra: Publicado) -> str:
    """Cuántos municipios darían ese porcentaje, con las dos bases."""
    bases = _codigos_y_municipios(datos)
    if bases is None:
        return SIN_DIVIPOLA
    con_codigos, con_municipios = (_cuantos(cifra, base) for base in bases)
    return (
        f"Con los {numero(bases[0])} códigos de la DIVIPOLA serían {con_codigos}; con sus "
        f"{numero(bases[1])} municipios, {con_municipios}."
    )


def _departamentos(datos: Datos, cifra: Publicado) -> str:
    """Cuántos departamentos darían ese porcentaje, sin Bogotá y con ella."""
    divipola = datos.otra_fuente("divipola")
    if divipola is None:
        return SIN_DIVIPOLA
    codigos = {fila.departamento_codigo for fila in divipola.tabla(Municipio)}
    sin_bogota, con_bogota = len(codigos - {BOGOTA}), len(codigos)
    if not any(_posibles(cifra, base) for base in (sin_bogota, con_bogota)):
        return (
            f"{en_porcentaje(cifra.valor)} no sale de ningún número entero, ni con "
            f"{numero(sin_bogota)} departamentos ni con {numero(con_bogota)} contando a Bogotá."
        )
    return (
        f"Con {numero(sin_bogota)} departamentos serían {_cuantos(cifra, sin_bogota)}; con "
        f"{numero(con_bogota)}, contando a Bogotá, {_cuantos(cifra, con_bogota)}."
    )


def _posibles(cifra: Publicado, base: int) -> Intervalo | None:
    return enteros(cifra.intervalo * Intervalo.exacto(base) / CIEN)


def _cuantos(cifra: Publicado, base: int) -> str:
    posibles = _posibles(cifra, base)
    return rango(posibles, ENTERO) if posibles else "ningún número entero"


def _denominador(datos: Datos, pct: Publicado, cuantos: Publicado) -> str:
    """De cuántos municipios tendrían que ser, y qué parte serían con las dos bases."""
    total = enteros(cuantos.intervalo * CIEN / pct.intervalo)
    if total is None:
        return f"Ningún total da {en_porcentaje(pct.valor)} con {numero(cuantos.valor)}."
    texto = (
        f"{numero(cuantos.valor)} y {en_porcentaje(pct.valor)} suponen {rango(total, ENTERO)} "
        "municipios"
    )
    bases = _codigos_y_municipios(datos)
    if bases is None:
        return f"{texto}. {SIN_DIVIPOLA}"
    con_codigos, con_municipios = (
        en_porcentaje(cuantos.valor / base * 100, DECIMAS) for base in bases
    )
    return (
        f"{texto}; con los {numero(bases[0])} códigos de la DIVIPOLA sería {con_codigos}; con sus "
        f"{numero(bases[1])} municipios, {con_municipios}."
    )
