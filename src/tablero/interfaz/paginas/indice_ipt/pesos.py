"""Los pesos del IPT: los calculados, y cómo cambia el orden si alguien los mueve."""

import pandas as pd
import streamlit as st

from tablero import formato
from tablero.consultas import ipt
from tablero.filas import Fila, filas_de
from tablero.graficos.ipt import orden as graficos
from tablero.interfaz import filtros
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.indice_ipt.mirado import IndiceMirado
from tablero.interfaz.piezas import dibujo, plegada
from tablero.respuestas.ipt import SUPOSICION

PESOS, TOPE = "pesos", 100
COLUMNAS = (
    *("indicador_orden", "componente", "indicador", "direccion", "direccion_origen"),
    *("razon", "peso_pct"),
    *("peso_con_signo_pct", "carga_primer_eje", "kmo", "municipios_sin_valor", "motivo"),
)
QUE_SON = (
    "Los pesos salen de los datos: pesa más el indicador que más se mueve con los ejes que más "
    "distinguen a los municipios. Mueva los deslizadores para ver qué cambiaría: cada uno dice "
    "cuánto cuenta frente a los demás, y el total se lleva a 100 %. No se guarda nada; el enlace "
    "de la página lo reproduce."
)
MAYORES_CAMBIOS = 5


def leer(edicion: str, elegidos: Filtros) -> IndiceMirado:
    """La vista que pide la URL; unos pesos con los que todos empatan se dicen y no se usan."""
    entran = _que_entran(edicion)
    vista = IndiceMirado(edicion, elegidos, filtros.leer_numeros(PESOS, len(entran), TOPE))
    if vista.empata_todo:
        st.warning(
            "Con esos pesos los indicadores se compensan y todos los municipios suman lo mismo: se "
            "usan los calculados."
        )
        return IndiceMirado(edicion, elegidos)
    return vista


@decir_fallas
def aviso(vista: IndiceMirado) -> None:
    """Que lo que se ve es una suposición, y el botón para volver a los pesos calculados."""
    if not vista.es_cambiada:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="suposicion_ipt"):
        decir.advertir(cambios(vista), fuerte=f"Suposición: {SUPOSICION}.")
        filtros.boton_de_borrar(PESOS, "Volver a los pesos calculados")


def dibujar(vista: IndiceMirado) -> None:
    """El gráfico de pesos, su tabla y los deslizadores."""
    resultado = vista.de_cada_indicador
    dibujo.grafico(resultado, graficos.pesos, "ipt_pesos", con_boton=False)
    titulo = "Pesos, direcciones y cargas"
    plegada.tabla(resultado, titulo, "ipt_pesos", COLUMNAS, vista, es_dibujo=True)
    st.subheader("¿Y si pesaran otra cosa?", anchor=False)
    st.markdown(QUE_SON)
    _deslizadores(vista, resultado.datos[resultado.datos["entra"]])


def _deslizadores(vista: IndiceMirado, entran: pd.DataFrame) -> None:
    """Uno por indicador; sin pesos cambiados empiezan en los calculados, con el mayor en 100."""
    mayor = float(entran["peso_pct"].max())
    iniciales = [round(TOPE * float(peso) / mayor) for peso in entran["peso_pct"]]
    rotulos = [
        f"{fila['indicador_orden']}. {fila['componente']}: "
        f"{formato.porcentaje(fila['peso_pct'], 1)}"
        for fila in filas_de(entran)
    ]
    filtros.deslizadores(PESOS, rotulos, list(vista.pesos or iniciales), TOPE)


def _que_entran(edicion: str) -> list[int]:
    datos = preguntar(ipt.pesos, edicion=edicion).datos
    return [int(orden) for orden in datos.loc[datos["entra"], "indicador_orden"]]


def cambios(vista: IndiceMirado) -> str:
    """«En Arauca, 3 municipios suben y 4 bajan. Los que más suben: Tame (de 40.º a 12.º)…»."""
    datos = vista.clasificacion.datos
    movidos = datos[datos["cambio_puestos"].notna()]
    suben, bajan = movidos["cambio_puestos"] > 0, movidos["cambio_puestos"] < 0
    frase = (
        f"En {vista.filtros.departamento or 'todo el país'}, "
        f"{formato.contar(int(suben.sum()), 'municipio sube', 'municipios suben')} y "
        f"{formato.contar(int(bajan.sum()), 'baja', 'bajan')}."
    )
    elegido = movidos[movidos["municipio_codigo"] == vista.filtros.municipio]
    for fila in filas_de(elegido):
        frase += f" {_paso(fila)}."
    for cuales, verbo, primero_el_menor in ((suben, "suben", False), (bajan, "bajan", True)):
        mayores = movidos[cuales].sort_values(
            ["cambio_puestos", "orden_calculado"], ascending=[primero_el_menor, True]
        )
        if not mayores.empty:
            lista = [_paso(fila) for fila in filas_de(mayores.head(MAYORES_CAMBIOS))]
            frase += f" Los que más {verbo}: {formato.enumerar(lista)}."
    return frase


def _paso(fila: Fila) -> str:
    antes, ahora = (f"{formato.numero(fila[c])}.º" for c in ("orden_antes", "orden_calculado"))
    return f"{fila['municipio_nombre']} (de {antes} a {ahora})"
