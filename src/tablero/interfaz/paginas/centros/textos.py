"""Lo que la página de los Centros Intégrate dice con palabras: tarjetas y explicaciones."""

from functools import partial
from html import escape

import pandas as pd
import streamlit as st

from tablero import formato
from tablero.consultas import centros
from tablero.consultas.base import Resultado
from tablero.filas import Fila
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.piezas import tarjeta

SUMA = "Suma de centros; una persona puede contarse más de una vez."
UN_CENTRO = "Una persona puede contarse más de una vez."
DIAS = """\
**Cómo se cuentan los días.** Son los días del periodo en que el centro estuvo abierto, contando el
primero y el último. De los centros iniciales ninguna fuente publica la fecha de apertura: se supone
que abrieron todo el periodo, y el gráfico lo dice («supuesto»). Los nuevos cuentan desde el día en
que abrieron.

**Cuándo es «sin dato».** Un centro que informa personas pero no su fecha de apertura, o que tiene
fecha pero no informa personas, queda «sin dato»: no se le pone cero.

**Qué no dice.** El periodo incluye domingos y festivos, y un centro que acaba de abrir se compara
con otros que llevan años: la cifra sirve para ver el tamaño, no el desempeño.
"""
LECTURA = f"""\
**Personas y atenciones no son lo mismo.** Una *persona atendida* es alguien que acudió a un centro;
una *atención* es un servicio que recibió, y una persona puede recibir varias. El informe de la CNIM
publica personas por centro y ninguna atención: las dos cosas no se suman nunca.

**{SUMA[:-1]}**: por ejemplo, si acudió a un centro en Cúcuta y después a otro en Bogotá. Por lo
mismo, las personas de dos periodos distintos no se suman como si fueran otras.

**Etapas**, con las palabras del informe: *inicial*, de los primeros centros, ya fortalecidos;
*nuevo*, de los que se sumaron; *proyectado*, uno que todavía no abre.
"""


@decir_fallas
def tarjetas(red: Resultado, filtros: Filtros) -> None:
    """Las de arriba; `red` es la respuesta de cuántos centros hay en el territorio."""
    suma = preguntar(centros.suma, **filtros.consulta)
    publicado, suma_del_lugar, red_del_lugar, inversion = st.columns(4)
    with publicado:
        tarjeta.cifra(
            preguntar(centros.publicado),
            "Personas atendidas en todo el país, publicado",
            "personas",
            formato.numero,
            nota=partial(_nota_del_publicado, suma.fila),
        )
    with suma_del_lugar:
        tarjeta.cifra(
            suma,
            f"Personas atendidas en {filtros.lugar}, suma de sus centros",
            "personas",
            formato.numero,
            nota=_nota_de_la_suma,
        )
    with red_del_lugar:
        tarjeta.cifra(
            red, f"Centros en {filtros.lugar}", "centros", formato.numero, nota=_nota_de_la_red
        )
    with inversion:
        tarjeta.cifra(
            preguntar(centros.inversion),
            "Inversión en los centros de todo el país",
            "inversion_cop",
            partial(formato.millones, decimales=0),
            nota=_nota_de_la_inversion,
        )


@decir_fallas
def decir_que_no_hay(red: Fila, filtros: Filtros) -> None:
    """Que en el territorio no hay ningún centro."""
    total = formato.contar(red["centros_pais"], "Centro Intégrate", "Centros Intégrate de la lista")
    decir.informar(
        f"Ninguno de los {total} está en {filtros.lugar}: no hay cifras de atención que "
        "mostrar. Elija otro territorio, o «Todos»."
    )


def titulo_de_la_red(red: Fila, filtros: Filtros) -> str:
    """«La red en todo el país: 19 centros; 15 informan personas atendidas, 1 abierto no las informa
    y 3 son proyectados»."""
    return f"La red en {filtros.lugar}: {_red(red)}"


def _red(fila: Fila) -> str:
    todos, informan, proyectados = (
        fila[c] for c in ("centros", "centros_con_reporte", "proyectados")
    )
    callan = fila["abiertos_sin_reporte"]
    if todos == 1:
        como = "que informa" if informan else "proyectado" if proyectados else "que no informa"
        return f"1 centro, {como}" + ("" if proyectados else " personas atendidas")
    if informan == todos:
        return f"{todos} centros, y todos informan personas atendidas"
    partes = [
        f"{n} {formas[int(n != 1)]}"
        for n, formas in (
            (informan, ("informa personas atendidas", "informan personas atendidas")),
            (callan, ("abierto no las informa", "abiertos no las informan")),
            (proyectados, ("es proyectado", "son proyectados")),
        )
        if n
    ]
    return f"{todos} centros; {formato.enumerar(partes)}"


@decir_fallas
def integra() -> None:
    """Lo que la ficha de Integra contaba, y lo que la lista de la CNIM da hoy."""
    cruce = preguntar(centros.integra)
    izquierda, derecha = st.columns(2)
    with izquierda:
        tarjeta.cifra(
            cruce, "Centros según la ficha de Integra", "centros", formato.numero, nota=_de_integra
        )
    with derecha:
        tarjeta.cifra(
            cruce,
            "Centros iniciales en la lista de la CNIM",
            "centros_cnim",
            formato.numero,
            nota=_de_la_cnim,
        )


@decir_fallas
def nombres(filtros: Filtros) -> None:
    """Los centros que el informe escribe de dos maneras, si hay alguno en el territorio."""
    dobles = preguntar(centros.grafias, **filtros.consulta)
    if not dobles.esta_vacio:
        tarjeta.bloque(
            dobles, "Centros que el informe escribe de dos maneras", "centros_nombres", grafias
        )


def grafias(datos: pd.DataFrame) -> str:
    """Los centros que el informe escribe de dos maneras, como lista HTML."""
    elementos = "".join(
        f"<li><strong>{escape(centro)}</strong>: «{escape(lista)}» en la lista de centros y "
        f"«{escape(reporte)}» en el reporte de atención.</li>"
        for centro, lista, reporte in zip(
            datos["centro_nombre"],
            datos["nombre_publicado"],
            datos["nombre_en_reporte"],
            strict=True,
        )
    )
    return (
        "<p>Aquí se toman como el mismo centro: cada lista del informe trae uno solo de ellos.</p>"
        f'<ul class="tb-lista">{elementos}</ul>'
    )


def _nota_del_publicado(suma: Fila, fila: Fila) -> str:
    total = formato.numero(suma["personas_pais"])
    contraste = (
        "La suma de los centros da lo mismo."
        if suma["personas_pais"] == fila["personas"]
        else f"La suma de los centros da {total}."
    )
    return f"«{fila['cita']}». {contraste} {SUMA}"


def _nota_de_la_suma(fila: Fila) -> str:
    periodo = f"del {formato.fecha(fila['desde_fecha'])} al {formato.fecha(fila['hasta_fecha'])}"
    if fila["personas"] is None:
        return f"Ningún centro del territorio informa personas atendidas {periodo}."
    cuantos = formato.contar(
        fila["centros_con_reporte"], "centro que informa", "centros que informan"
    )
    parte = ""
    if fila["personas"] != fila["personas_pais"]:
        parte = f", {formato.parte(fila['personas_parte_pct'], 1)} de la suma del país"
    una_sola = fila["centros_con_reporte"] == 1
    return f"{UN_CENTRO if una_sola else SUMA} {cuantos}, {periodo}{parte}."


def _nota_de_la_red(fila: Fila) -> str:
    etapas = (
        (fila["iniciales"], "inicial", "iniciales"),
        (fila["nuevos"], "nuevo", "nuevos"),
        (fila["proyectados"], "proyectado", "proyectados"),
    )
    partes = " + ".join(formato.contar(*etapa) for etapa in etapas if etapa[0])
    if not partes:
        return f"De los {fila['centros_pais']} de la lista, ninguno está aquí."
    nota = f"{partes}."
    if fila["abiertos_sin_reporte"]:
        que = "Abierto" if fila["abiertos_sin_reporte"] == 1 else "Abiertos"
        callan = formato.enumerar(fila["abiertos_sin_reporte_texto"].split(" | "))
        nota += f" {que} y sin reporte de personas: {callan}."
    if fila["proyectados_texto"]:
        nota += f" Sin abrir todavía: {formato.enumerar(fila['proyectados_texto'].split(' | '))}."
    return nota


def _nota_de_la_inversion(fila: Fila) -> str:
    return f"{fila['descripcion']} El informe no la reparte por centro. «{fila['cita']}»."


def _de_integra(fila: Fila) -> str:
    ciudades = formato.contar(fila["ciudades"], "ciudad", "ciudades")
    return (
        f"En {ciudades}, que la ficha no nombra una por una. Son «ventanillas únicas» que el "
        "proyecto Integra, de USAID, ayudó a poner en marcha. Corte: "
        f"{formato.corte(fila['corte_texto'], fila['corte_fecha'])}."
    )


def _de_la_cnim(fila: Fila) -> str:
    ciudades = formato.contar(fila["ciudades_cnim"], "ciudad", "ciudades")
    iguales = (fila["centros"], fila["ciudades"]) == (fila["centros_cnim"], fila["ciudades_cnim"])
    veredicto = (
        "Las dos fuentes cuentan lo mismo, aunque ninguna dice que sean los mismos centros."
        if iguales
        else "Las dos fuentes no cuentan lo mismo."
    )
    return f"En {ciudades}. {veredicto}"
