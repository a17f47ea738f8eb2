"""Los porcentajes de un producto en tarjetas: lo recalculado y, al lado, lo que se reporta."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from tablero import formato
from tablero.consultas import producto
from tablero.filas import Fila
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.hallazgos import porcentajes
from tablero.interfaz.piezas import bloques, tarjeta
from tablero.respuestas.producto import ProductoMirado

MEDIDAS = {
    "pahv": ("Avance hasta la vigencia (PAHV)", "Todo lo hecho contra todo lo programado."),
    "pav": ("Avance en la vigencia (PAV)", "Lo hecho este año contra su meta."),
    "paa": ("Avance acumulado (PAA)", "Todo lo hecho contra la meta final."),
}
"""Medida → su nombre y qué pregunta responde."""
TOPE = 100
"""Lo más que el avance de un producto cuenta en la suma de la política."""
NADA = 5e-5
"""En puntos: menos que esto no mueve la política."""


@decir_fallas
def dibujar(mirado: ProductoMirado) -> None:
    """PAHV y PAV; y debajo PAA, trayectoria y brecha."""
    for lugar, medida in zip(st.columns(2), ("pahv", "pav"), strict=True):
        with lugar:
            _medida(mirado, medida)
    acumulado, trayectoria, brecha = st.columns(3)
    calculada = mirado.ficha.de_nivel("calculado")
    with acumulado:
        _medida(mirado, "paa")
    with trayectoria:
        tarjeta.cifra(
            calculada,
            "Trayectoria (lo que debía llevar)",
            "trayectoria_pct",
            _porcentaje,
            nota=_de_la_trayectoria,
        )
    with brecha:
        tarjeta.cifra(calculada, "Brecha", "brecha_pp", formato.puntos, nota=_de_la_brecha)


def _medida(mirado: ProductoMirado, medida: str) -> None:
    nombre, pregunta = MEDIDAS[medida]
    origen = "recalculado" if mirado.tiene_libro else "publicado"
    nota: Callable[[Fila], str] = partial(_junto_a, medida=medida, pregunta=pregunta)
    # Sin libro, la tarjeta solo dice lo publicado.
    ficha = mirado.ficha
    if not mirado.tiene_libro:
        ficha = ficha.de_nivel("publicado")
    tarjeta.cifra(ficha, f"{nombre}, {origen}", f"{medida}_pct", _porcentaje, nota=nota)


@decir_fallas
def contrastes(mirado: ProductoMirado) -> None:
    """Lo reportado y lo recalculado, con su diferencia, su causa y su celda, si algo difiere."""
    respuesta = mirado.pedir(producto.contrastes)
    con_valor = respuesta.datos[respuesta.datos["reportado_pct"].notna()]
    if con_valor["estado"].eq("coincide").all():
        return  # las tarjetas ya dicen que son lo mismo, o que el libro no los trae
    tarjeta.bloque(
        respuesta,
        _titulo(list(respuesta.datos["estado"])),
        "producto_contrastes",
        porcentajes.tabla,
        otros_filtros=mirado.palabras,
        url=tuple(mirado.vista.url.items()),
    )


def _titulo(estados: list[str]) -> str:
    difieren = estados.count("difiere")
    if difieren:
        de = formato.contar(
            difieren, "porcentaje del libro difiere", "porcentajes del libro difieren"
        )
        return f"{de} de lo recalculado"
    return "El libro trae porcentajes que no se pueden recalcular"


def _junto_a(fila: Fila, *, medida: str, pregunta: str) -> str:
    """Qué mide, lo que reporta el libro (y por qué difiere) y lo que publica el informe."""
    if fila["nivel"] == "publicado":
        return f"{pregunta} Recalculado: {formato.SIN_DATO}, faltan sus metas y sus reportes."
    reportado = fila[f"{medida}_reportado_pct"]
    trae = "no lo trae" if reportado is None else f"reporta {_porcentaje(reportado)}"
    partes = [pregunta, f"El libro {trae}"]
    estado, causa = fila[f"{medida}_contraste"], fila[f"{medida}_causa"]
    if estado == "coincide":
        partes[-1] += ", lo mismo."
    elif estado == "difiere":
        partes[-1] += f". Difieren: {causa}."
    else:
        partes[-1] += "."
    if fila[f"{medida}_informe_pct"] is not None:
        partes.append(f"El informe publica {_porcentaje(fila[f'{medida}_informe_pct'])}.")
    return " ".join(partes)


def _de_la_trayectoria(fila: Fila) -> str:
    if fila["nivel"] == "publicado":
        if fila["pahv_pct"] == 0 and fila["trayectoria_pct"] is not None:
            return (
                "Calculada: un Constante en 0\u00a0% debía llevar 100. Ninguna fuente la publica."
            )
        return "Calculada: PAA sobre PAHV, a lo sumo 100\u00a0%. Ninguna fuente la publica."
    return "Lo programado hasta el corte contra la meta final. Calculada; el libro no la trae."


def _de_la_brecha(fila: Fila) -> str:
    """Avance menos trayectoria, y lo que eso le hace a la política."""
    aporte = fila["brecha_aporte_pp"]
    if aporte is None:
        efecto = "En la suma de la política no cuenta: le falta un dato."
    elif abs(aporte) < NADA:
        efecto = "No le suma ni le resta a la brecha de la política."
    else:
        verbo = "resta" if aporte < 0 else "suma"
        efecto = f"A la política le {verbo} {formato.numero(abs(aporte), 2)} puntos."
    if aporte is not None and (fila["paa_pct"] or 0) > TOPE:
        efecto += f" Allí su avance cuenta, a lo sumo, {_porcentaje(TOPE)}."
    trayectoria = fila["trayectoria_pct"]
    partes = (fila["paa_pct"], None if trayectoria is None else -trayectoria)
    redondeo = formato.por_redondeo(partes, fila["brecha_pp"])
    return f"Avance acumulado menos trayectoria{redondeo}: negativa es retraso. {efecto}"


def _porcentaje(valor: float | None) -> str:
    return bloques.con_unidad(valor, "%")
