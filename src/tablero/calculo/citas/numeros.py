"""Las cifras que dicen unas palabras, escritas con dígitos o con letras, y si una de ellas es otra.

Una cifra escrita puede leerse de varias maneras («34.400 %» es treinta y cuatro mil o treinta y
cuatro coma cuatro): cualquiera vale. Lo que solo parece una cifra (el artículo «una», un año
suelto) puede coincidir, pero no basta para decir que la cita contradice al valor.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tablero.calculo.citas.fechas import separar_fechas
from tablero.calculo.citas.letras import en_letras
from tablero.calculo.citas.plano import plano, tapar

Clase = Literal["porcentaje", "puntos", "conteo"]
"""Qué mide el valor: un porcentaje, una diferencia (que puede ser negativa) o lo demás."""

CIFRA = re.compile(
    r"(?<![\w.,])(?P<menos>[-−])?(?P<pesos>\$)?\s*(?P<cuerpo>\d(?:[\d.,]*\d)?)(?!\w)"
)
CODIGO = re.compile(r"(?<![\w.,])\d{1,2}\.\d{1,2}\.\d{1,2}\b")
ESCALAS = (
    (re.compile(r"\s*mil millones\b"), 1e9),
    (re.compile(r"\s*(?:millones|millon)\b"), 1e6),
    (re.compile(r"\s*(?:billones|billon)\b"), 1e12),
    (re.compile(r"\s*mil\b"), 1e3),
)
PORCENTAJE = re.compile(r"\s*(?:%|por ciento\b)")
RANGO = re.compile(r"\s*(?:a|y|de|-|–|hasta)\s*\d")
PALABRAS = re.compile(r"[a-z]+")
HASTA_UN_SIGNO = re.compile(r"(?<=[a-z])\s*[^a-z\s].*")
MILES = 3
PRIMER_ANIO, ULTIMO_ANIO = 1900, 2100
RUIDO = 1e-12
CERCA = 2
"""Entre la cifra y su unidad caben pocas palabras: «las dos primeras fases»."""


@dataclass(frozen=True)
class Cifra:
    """Una cifra de un texto: sus lecturas posibles y lo que la rodea."""

    lecturas: frozenset[float]
    tras: str
    """El texto que la sigue."""
    es_porcentaje: bool = False
    es_dinero: bool = False
    es_firme: bool = True
    """Falso en lo que solo parece una cifra: un artículo o un año suelto."""

    def es(self, valor: float) -> bool:
        """Si una de sus lecturas es ese valor."""
        tolerancia = RUIDO * max(1.0, abs(valor))
        return any(abs(lectura - valor) <= tolerancia for lectura in self.lecturas)


def dice_numero(
    cita: str,
    valor: float,
    clase: Clase,
    *,
    unidad: str = "",
    solo_junto: bool = False,
    sin: Sequence[str] = (),
) -> bool | None:
    """Si la cita dice ese valor; `None` si no trae ninguna cifra de su clase.

    `unidad` es la palabra que sigue a la cifra, si la cita trae varias («entidades», «pesos»); con
    `solo_junto` no se juzga si ninguna va con ella. `sin` son los textos de la fila que llevan
    números y no son la cifra («CAD 30»).
    """
    texto = plano(cita)
    for ajeno in sin:
        for hallado in re.finditer(re.escape(plano(ajeno)), texto):
            texto = tapar(texto, *hallado.span())
    todas = list(_cifras(texto))
    posibles = _de_su_clase(todas, clase)
    firmes = [c for c in posibles if c.es_firme]
    candidatas = _junto_a(firmes, unidad) or ([] if solo_junto else firmes)
    if clase == "puntos":
        if (signo := _signo(texto)) and valor * signo < 0 and candidatas:
            return False
        valor = abs(valor)  # el signo, si la cita lo dice, ya se comparó
    if not candidatas:
        return True if not solo_junto and any(c.es(valor) for c in posibles) else None
    return any(c.es(valor) for c in [*candidatas, *_debiles(posibles, unidad)])


def _cifras(texto: str) -> Iterator[Cifra]:
    """Las cifras de un texto plano, sin las fechas ni los códigos de producto."""
    _, texto = separar_fechas(texto)
    for codigo in CODIGO.finditer(texto):
        texto = tapar(texto, *codigo.span())
    sin_digitos = texto
    for hallada in CIFRA.finditer(texto):
        factor, hasta = _escala(texto, hallada.end())
        sin_digitos, tras = tapar(sin_digitos, hallada.start(), hasta), texto[hasta:]
        es_porcentaje = bool(PORCENTAJE.match(tras))
        valores = lecturas(hallada["cuerpo"], con_decimales=es_porcentaje or factor > 1)
        if valores:
            yield Cifra(
                frozenset(v * factor for v in valores),
                tras,
                es_porcentaje=es_porcentaje,
                es_dinero=bool(hallada["pesos"]),
                es_firme=factor > 1 or not _parece_anio(hallada["cuerpo"]),
            )
    for valor, tras, es_articulo in en_letras(sin_digitos):
        yield Cifra(
            frozenset({valor}),
            tras,
            es_porcentaje=bool(PORCENTAJE.match(tras)),
            es_firme=not es_articulo,
        )


def _escala(texto: str, desde: int) -> tuple[float, int]:
    """Por cuánto multiplica la palabra que sigue a la cifra («millones»), y dónde acaba."""
    for escala, factor in ESCALAS:
        if sigue := escala.match(texto, desde):
            return factor, sigue.end()
    return 1.0, desde


def lecturas(escrita: str, *, con_decimales: bool) -> set[float]:
    """Los números que puede ser «60.431.400», «52.05» o «500,000»; ninguno si está mal escrito.

    Un solo separador seguido de tres cifras es de miles; con `con_decimales` también puede serlo
    de decimales, salvo que todas sean ceros.
    """
    entero, *grupos = re.split(r"[.,]", escrita)
    signos = re.findall(r"[.,]", escrita)
    if not grupos:
        return {float(entero)}
    de_miles = all(len(g) == MILES for g in grupos) and 1 <= len(entero) <= MILES and entero != "0"
    valores: set[float] = set()
    if de_miles and len(set(signos)) == 1:
        valores.add(float("".join((entero, *grupos))))
    iguales = len(set(signos[:-1])) <= 1 and signos[-1] not in signos[:-1]
    bien_agrupado = all(len(g) == MILES for g in grupos[:-1])
    es_dudosa = de_miles and len(grupos) == 1
    if iguales and bien_agrupado and not (es_dudosa and (not con_decimales or grupos == ["000"])):
        valores.add(float(f"{''.join((entero, *grupos[:-1]))}.{grupos[-1]}"))
    return valores


def _parece_anio(cuerpo: str) -> bool:
    return cuerpo.isdigit() and PRIMER_ANIO <= int(cuerpo) < ULTIMO_ANIO


def _de_su_clase(cifras: Sequence[Cifra], clase: Clase) -> list[Cifra]:
    """Las que pueden ser el valor; una diferencia se escribe con signo de porcentaje o sin él."""
    if clase == "puntos":
        return list(cifras)
    return [c for c in cifras if c.es_porcentaje == (clase == "porcentaje")]


def _junto_a(cifras: Sequence[Cifra], unidad: str) -> list[Cifra]:
    """Las que van con su unidad, y las del paréntesis que las detalla."""
    if unidad == "pesos" and any(c.es_dinero for c in cifras):
        return [c for c in cifras if c.es_dinero]
    if not unidad:
        return []
    propias = [c for c in cifras if _sigue(c.tras, unidad)]
    if not propias:
        return []
    return [c for c in cifras if c in propias or RANGO.match(c.tras) or _en_detalle(c, propias)]


def _en_detalle(cifra: Cifra, propias: Sequence[Cifra]) -> bool:
    """Si está dentro de un paréntesis abierto después de una cifra con su unidad."""
    return any(
        cifra.tras in c.tras
        and c.tras[: len(c.tras) - len(cifra.tras)].count("(")
        > c.tras[: len(c.tras) - len(cifra.tras)].count(")")
        for c in propias
    )


def _sigue(tras: str, unidad: str) -> bool:
    """Si la unidad está entre las primeras palabras que siguen, en singular o en plural."""
    raiz = plano(unidad).split()[0].removesuffix("es").removesuffix("s")
    cercanas = PALABRAS.findall(HASTA_UN_SIGNO.sub("", tras))[: CERCA + 1]
    return any(palabra.startswith(raiz) for palabra in cercanas)


def _debiles(posibles: Sequence[Cifra], unidad: str) -> list[Cifra]:
    """Los artículos que sí cuentan su unidad: «una asistencia técnica»."""
    return [c for c in posibles if not c.es_firme and unidad and _sigue(c.tras, unidad)]


def _signo(texto: str) -> int:
    """El signo que dice la cita: −1, 1, o 0 si no lo dice o dice los dos."""
    negativa = bool(re.search(r"\bnegativ|[-−]\s*\d", texto))
    positiva = bool(re.search(r"\bpositiv|\+\s*\d", texto))
    return int(positiva) - int(negativa)
