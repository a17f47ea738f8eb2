"""Lugares lado a lado: las cifras y los hechos de la ficha de cada uno."""

from collections.abc import Iterable, Iterator, Sequence

from tablero.consultas.base import Nivel, Resultado
from tablero.filas import VARIOS
from tablero.formato import SIN_DATO
from tablero.respuestas.comparacion.lado_a_lado import Comparacion, Comparada, Dicho, armar
from tablero.respuestas.ficha.cifras import PERSONAS
from tablero.respuestas.ficha.hoja import HojaDeLugar, Notas, Renglon

PREGUNTA = "comparacion/lugares"
PARA_COMPARAR = 2
YA_DICEN = ("no aparece", SIN_DATO)
"""Lo que falta empieza por decir de qué modo: la lista no lo nombra, o nadie da la cifra."""


def comparar(hojas: Sequence[HojaDeLugar]) -> Comparacion:
    """Esas fichas, lado a lado; todas de la misma clase (municipio, departamento o clúster)."""
    cosas = [
        Comparada(h.clave, h.titulo, h.subtitulo.partition(" · ")[0], tuple(_dichos(h)))
        for h in hojas
    ]
    return armar(cosas, [r for h in hojas for r in h.respuestas], PREGUNTA)


def personas(comparacion: Comparacion) -> Resultado:
    """Las personas atendidas en cada lugar, para su gráfico; vacía si no las informan dos."""
    datos = comparacion.resultado.datos
    suyas = datos[datos["hecho"] == PERSONAS].reset_index(drop=True)
    if suyas["valor"].notna().sum() < PARA_COMPARAR:
        suyas = suyas.iloc[:0]
    propias = comparacion.resultado.parte(suyas, ("hecho", PERSONAS))
    niveles: set[Nivel] = set(suyas["nivel"].dropna())
    return propias.de_nivel(niveles.pop()) if len(niveles) == 1 else propias


def _dichos(hoja: HojaDeLugar) -> Iterator[Dicho]:
    """Lo que la ficha dice y se puede poner al lado de otra, con la procedencia de sus notas."""
    for cifra in hoja.cifras:
        yield _con_notas(
            hoja,
            cifra.notas,
            Dicho(
                cifra.etiqueta,
                cifra.valor,
                cifra.detalle,
                valor=cifra.cantidad,
                unidad=cifra.unidad,
                falta=cifra.valor == SIN_DATO,
            ),
        )
    for seccion in hoja.secciones:
        for renglon in seccion.renglones:
            if renglon.asunto:
                yield _con_notas(hoja, renglon.notas, _de_renglon(renglon))


def _de_renglon(renglon: Renglon) -> Dicho:
    """El renglón; de lo que falta, sin repetir de qué trata, que aquí lo dice el título."""
    if not renglon.falta:
        return Dicho(renglon.asunto, renglon.principal, renglon.detalle)
    if renglon.principal.lower().startswith(YA_DICEN):
        return Dicho(renglon.asunto, renglon.principal, falta=True)
    resto = renglon.principal.partition(": ")[2]
    if resto.startswith(YA_DICEN):
        return Dicho(renglon.asunto, resto, falta=True)
    return Dicho(renglon.asunto, SIN_DATO, resto, falta=True)


def _con_notas(hoja: HojaDeLugar, notas: Notas, dicho: Dicho) -> Dicho:
    suyas = [hoja.procedencias[n - 1] for n in notas]
    niveles: set[Nivel] = {p.nivel for p in suyas}
    return Dicho(
        dicho.hecho,
        dicho.texto,
        dicho.detalle,
        dicho.valor,
        dicho.unidad,
        dicho.falta,
        nivel=niveles.pop() if len(niveles) == 1 else "publicado y calculado",
        corte_fecha=max(p.corte_fecha for p in suyas),
        fuente_codigo=_juntar(p.fuente_codigo for p in suyas),
        ubicacion=_juntar(p.ubicacion for p in suyas),
        cita=_juntar(p.cita for p in suyas),
    )


def _juntar(textos: Iterable[str]) -> str:
    return VARIOS.join(dict.fromkeys(p for t in textos for p in t.split(VARIOS) if p))
