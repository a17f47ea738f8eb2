"""«¿Y si…?»: lo que movería en la política el próximo reporte de unos productos."""

from functools import partial
from html import escape

import streamlit as st

from tablero.graficos.politica import supuestos as graficos
from tablero.interfaz import filtros
from tablero.interfaz.filtros.supuestos import SUPONE
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.conexion import responder
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.semaforo import resumen
from tablero.interfaz.paginas.suponer import control, tablas, tarjetas
from tablero.interfaz.piezas import dibujo, fuera, pestanas, tarjeta
from tablero.modelo.fuera import Fuera
from tablero.respuestas.suponer.suposicion import SUPOSICION, Suposicion, suponer_en
from tablero.respuestas.vista import PoliticaMirada

REGLA = (
    "Elija un producto y escriba lo que reportaría; puede suponer varios. **Los demás quedan como "
    "en el corte.** No se guarda nada: el enlace de la página lo reproduce."
)
CON_LIBRO = (
    "Cada producto supuesto se mide en su próximo período: lo que debía llevar también avanza "
    "hasta él."
)
SIN_LIBRO = (
    "De este corte solo se publican porcentajes: se supone el avance acumulado (PAA) del producto. "
    "Lo que debía llevar (su trayectoria) queda como en el corte, y su color sale de dividir los "
    "dos (PAHV = PAA ÷ trayectoria)."
)


@decir_fallas
def dibujar(vista: PoliticaMirada) -> None:
    """Los controles, el aviso y lo que se movería."""
    st.markdown(f"{REGLA} {CON_LIBRO if vista.tiene_libro else SIN_LIBRO}")
    resumen.ponderaciones(vista)
    pedidos = filtros.leer_supuestos()
    suposicion = responder(suponer_en, vista, tuple(pedidos.items()))
    control.dibujar(vista, pedidos)
    _avisar(suposicion, hay_pedidos=bool(pedidos))
    if suposicion.esta_vacia:
        _en_la_suma(vista, suposicion)
    else:
        _movimientos(vista, suposicion)


def _movimientos(vista: PoliticaMirada, suposicion: Suposicion) -> None:
    """La política, cada producto y los colores que cambian; cada cosa, con su CSV."""
    pestanas.dibujar(
        {
            "politica": ("¿Cómo quedaría la política?", partial(_de_la_politica, vista)),
            "productos": ("¿Y cada producto?", partial(_de_los_productos, vista)),
            "colores": ("¿Qué colores cambian?", partial(_de_los_colores, vista)),
        },
        suposicion,
    )


def _avisar(suposicion: Suposicion, *, hay_pedidos: bool) -> None:
    """Lo que no se puede suponer, que lo que se ve es una suposición, y el botón que la borra."""
    if suposicion.rechazos:
        renglones = "\n".join(f"– {rechazo}" for rechazo in suposicion.rechazos)
        decir.advertir(f"No se puede suponer, y no se usa:\n{renglones}")
    if not hay_pedidos:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="aviso_supuesto"):
        if not suposicion.esta_vacia:
            decir.advertir(
                "Nada de lo que sigue se ha reportado.", fuerte=f"Suposición: {SUPOSICION}."
            )
        filtros.boton_de_borrar(SUPONE, "Quitar todo lo supuesto")


def _fuera(vista: PoliticaMirada, suposicion: Suposicion) -> None:
    """Lo que no entra en la suma y, si lo supuesto lo cambia, cuánto era en el corte."""
    antes, despues = fuera.de_la_vista(vista), Fuera.de_fila(suposicion.politica.fila)
    if antes == despues:
        fuera.dibujar(vista)
        return
    dicho = despues.frase or "Con lo supuesto, ningún producto queda fuera de la suma."
    st.html(
        f'<div class="tb-dato"><p class="tb-etiqueta">{escape(dicho)}</p>'
        f'<p class="tb-nota">En el corte: {escape(antes.lista)}.</p></div>'
    )


def _en_la_suma(vista: PoliticaMirada, suposicion: Suposicion) -> None:
    tarjetas.dibujar(vista, suposicion)
    _fuera(vista, suposicion)


def _de_la_politica(vista: PoliticaMirada, suposicion: Suposicion) -> None:
    _en_la_suma(vista, suposicion)
    fila = suposicion.politica.fila
    dibujo.grafico(
        suposicion.productos,
        graficos.avance,
        "avance_supuesto",
        otros_filtros=(*vista.palabras, SUPOSICION),
        desde=fila["avance_antes_pct"],
        hasta=fila["avance_despues_pct"],
        fuera=Fuera.de_fila(fila).frase,
    )


def _de_los_productos(vista: PoliticaMirada, suposicion: Suposicion) -> None:
    tarjeta.bloque(
        suposicion.productos,
        "Lo que se supone, producto por producto",
        "productos_supuestos",
        tablas.productos,
        otros_filtros=(*vista.palabras, SUPOSICION),
        url=tuple(vista.url.items()),
    )


def _de_los_colores(vista: PoliticaMirada, suposicion: Suposicion) -> None:
    dibujo.grafico(
        suposicion.semaforos,
        graficos.semaforos,
        "colores_supuestos",
        otros_filtros=(*vista.palabras, SUPOSICION),
    )
    tarjeta.bloque(
        suposicion.semaforos,
        "Productos por estado, en el corte y con la suposición",
        "semaforo_supuesto",
        tablas.semaforos,
        otros_filtros=(*vista.palabras, SUPOSICION),
    )
