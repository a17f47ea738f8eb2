"""Entidades lado a lado: cuántos productos tiene cada una, cuáles, y qué le hacen a la brecha."""

from collections.abc import Iterator, Sequence
from datetime import date

from tablero import formato
from tablero.consultas import entidad as consultas
from tablero.consultas.base import Preguntas, Resultado
from tablero.formato import SIN_DATO
from tablero.graficos.entidad import SITUACIONES
from tablero.respuestas.comparacion.lado_a_lado import (
    Comparacion,
    Comparada,
    Dicho,
    armar,
    de_fila,
)
from tablero.respuestas.entidad import palabras
from tablero.respuestas.entidad.hoja import HojaDeEntidad

PREGUNTA = "comparacion/entidades"


def comparar(hojas: Sequence[tuple[str, HojaDeEntidad]]) -> Comparacion:
    """Esas hojas, cada una con su clave, lado a lado; todas de la misma política y corte."""
    cosas = [
        Comparada(
            clave, hoja.titulo, palabras.como_esta_impresa(hoja.propia.fila), tuple(_dichos(hoja))
        )
        for clave, hoja in hojas
    ]
    respuestas = [r for _, h in hojas for r in (h.propia, h.productos)]
    return armar(_sin_ceros(cosas), respuestas, PREGUNTA)


def situaciones(
    preguntar: Preguntas, *, politica: str, corte: date, entidades: tuple[str, ...]
) -> Resultado:
    """Los productos de esas entidades por situación, como los lee su gráfico, en ese orden."""
    todas = preguntar(consultas.situaciones, politica=politica, corte=corte)
    nombres = todas.datos["entidad"].fillna(SIN_DATO)
    lugar = nombres.map({n: i for i, n in enumerate(entidades)})
    orden = lugar.dropna().sort_values(kind="stable").index
    return todas.parte(todas.datos.loc[orden].reset_index(drop=True), ("entidades", entidades))


def _dichos(hoja: HojaDeEntidad) -> Iterator[Dicho]:
    fila = hoja.propia.fila
    donde = de_fila(fila, "calculado")

    def contado(hecho: str, columna: str, detalle: str = "") -> Dicho:
        valor = fila[columna]
        texto = formato.numero(valor)
        return Dicho(hecho, texto, detalle, valor, "productos", texto == SIN_DATO, **donde)

    yield contado("Productos", "productos", palabras.situaciones(fila))
    for situacion, columna in palabras.CONTEOS.items():
        suyos = [p["producto_codigo"] for p in hoja.productos.filas if p["situacion"] == situacion]
        yield contado(SITUACIONES[situacion].palabra, columna, ", ".join(suyos))
    peso, aporte, hallazgos = (
        fila[c] for c in ("ponderacion_pct", "brecha_aporte_pp", "hallazgos")
    )
    texto = palabras.porcentaje(peso)
    yield Dicho("Peso en la política", texto, "", peso, "%", texto == SIN_DATO, **donde)
    texto = formato.puntos(aporte)
    fuera = palabras.fuera(fila).frase
    yield Dicho("Aporte a la brecha", texto, fuera, aporte, "p. p.", texto == SIN_DATO, **donde)
    texto = formato.numero(hallazgos)
    sin_libro = "no hay libro oficial de este corte" if hallazgos is None else ""
    hecho = "Hallazgos por revisar"
    yield Dicho(hecho, texto, sin_libro, hallazgos, "", texto == SIN_DATO, **donde)


def _sin_ceros(cosas: Sequence[Comparada]) -> list[Comparada]:
    """Sin las situaciones en que ninguna tiene productos: «sin dato» no es cero, y se queda."""
    situaciones = {SITUACIONES[s].palabra for s in palabras.CONTEOS}
    con_algo = {d.hecho for c in cosas for d in c.dichos if d.valor != 0}
    return [
        Comparada(
            c.clave,
            c.nombre,
            c.nota,
            tuple(d for d in c.dichos if d.hecho not in situaciones or d.hecho in con_algo),
        )
        for c in cosas
    ]
