"""Productos lado a lado: lo que la hoja de cada uno dice de cuánto lleva y cuánto debía llevar."""

from collections.abc import Iterator, Sequence

import pandas as pd

from tablero import formato, tema
from tablero.consultas.base import Nivel, Resultado
from tablero.filas import Fila
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
from tablero.respuestas.producto import ProductoMirado

PREGUNTA = "comparacion/productos"
ESTADO = "Estado en el semáforo"
MEDIDAS = {
    "paa": "Avance acumulado (PAA)",
    "pahv": "Avance hasta la vigencia (PAHV)",
    "pav": "Avance en la vigencia (PAV)",
}


def comparar(mirados: Sequence[ProductoMirado]) -> Comparacion:
    """Esos productos, lado a lado; todos de la misma política y el mismo corte."""
    cosas = [
        Comparada(
            m.codigo,
            m.codigo,
            formato.texto(m.fila["producto_nombre"]),
            tuple(_dichos(m.fila)),
        )
        for m in mirados
    ]
    return armar(cosas, [m.ficha for m in mirados], PREGUNTA)


def avances(mirados: Sequence[ProductoMirado]) -> Resultado:
    """Lo que lleva y lo que debía llevar cada uno, como lo lee su gráfico: una fila por producto.

    Vacía si de ninguno se sabe la brecha.
    """
    datos = pd.concat([m.ficha.datos for m in mirados], ignore_index=True)
    if datos["brecha_pp"].isna().all():
        datos = datos.iloc[:0]
    codigos = tuple(m.codigo for m in mirados)
    return Resultado.derivar(
        datos,
        de=[m.ficha for m in mirados],
        nivel=mirados[0].ficha.nivel,
        parametros=[("comparacion", PREGUNTA), ("codigos", codigos)],
    )


def _dichos(fila: Fila) -> Iterator[Dicho]:
    propio: Nivel = "calculado" if fila["nivel"] == "calculado" else "publicado"
    estado, situacion = tema.SEMAFORO[fila["semaforo"]], SITUACIONES[fila["situacion"]]
    yield _dicho(fila, ESTADO, estado.palabra, propio, detalle=situacion.palabra)
    yield _de_puntos(fila, "Brecha (avance menos trayectoria)", "brecha_pp")
    yield _medida(fila, "paa", propio)
    yield _de_porcentaje(fila, "Trayectoria (lo que debía llevar)", "trayectoria_pct", "calculado")
    yield _medida(fila, "pahv", propio)
    yield _medida(fila, "pav", propio)
    yield _de_porcentaje(fila, "Peso en la política", "ponderacion_pct", "publicado")
    yield _de_puntos(fila, "Aporte a la brecha de la política", "brecha_aporte_pp")
    yield _dicho(fila, "Entidad", formato.texto(fila["entidad"]), "publicado")
    yield _dicho(fila, "Objetivo", formato.texto(fila["objetivo_numero"]), "publicado")
    yield _dicho(
        fila, "Tipo de anualización", formato.texto(fila["anualizacion_tipo"]), "publicado"
    )
    yield from _del_libro(fila)


def _del_libro(fila: Fila) -> Iterator[Dicho]:
    """Lo que solo dice el libro oficial; sin él, un renglón que lo dice."""
    if fila["nivel"] == "publicado":
        nada = "viene en el libro oficial de seguimiento"
        yield _dicho(fila, "Metas, reportes y ritmo", SIN_DATO, "publicado", detalle=nada)
        return
    yield _dicho(
        fila,
        "Meta final",
        formato.numero_justo(fila["meta_final"]),
        "publicado",
        valor=fila["meta_final"],
        detalle="en la unidad del indicador",
    )
    pendiente = fila["reporte_pendiente"]
    debe = f"El del {palabras.periodo(pendiente)}" if pendiente else "No debe reportes"
    yield _dicho(fila, "Reporte que debe", debe, "calculado")
    yield _dicho(fila, "Ritmo", palabras.ritmo(fila) or SIN_DATO, "calculado")
    hallazgos = fila["errores"] + fila["advertencias"]
    yield _dicho(
        fila, "Hallazgos por revisar", formato.numero(hallazgos), "calculado", valor=hallazgos
    )


def _medida(fila: Fila, medida: str, nivel: Nivel) -> Dicho:
    texto, nota = palabras.porcentajes(fila, medida)
    valor = fila[f"{medida}_pct"]
    return _dicho(fila, MEDIDAS[medida], texto, nivel, detalle=nota, valor=valor, unidad="%")


def _de_porcentaje(fila: Fila, hecho: str, columna: str, nivel: Nivel) -> Dicho:
    valor = fila[columna]
    return _dicho(fila, hecho, palabras.porcentaje(valor), nivel, valor=valor, unidad="%")


def _de_puntos(fila: Fila, hecho: str, columna: str) -> Dicho:
    valor = fila[columna]
    fuera = "fuera de la suma" if columna == "brecha_aporte_pp" and fila["fuera_causa"] else ""
    texto = formato.puntos(valor)
    return _dicho(fila, hecho, texto, "calculado", detalle=fuera, valor=valor, unidad="p. p.")


def _dicho(
    fila: Fila,
    hecho: str,
    texto: str,
    nivel: Nivel,
    *,
    detalle: str = "",
    valor: float | None = None,
    unidad: str = "",
) -> Dicho:
    falta = texto == SIN_DATO
    return Dicho(hecho, texto, detalle, valor, unidad, falta, **de_fila(fila, nivel))
