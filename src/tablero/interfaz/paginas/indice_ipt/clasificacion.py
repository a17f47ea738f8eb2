"""La clasificación del IPT calculado: el mapa, el orden con sus intervalos y los aportes."""

import streamlit as st

from tablero import formato
from tablero.consultas import ipt
from tablero.graficos.ipt import mapa as ipt_mapa
from tablero.graficos.ipt import orden as graficos
from tablero.graficos.ipt import puntaje
from tablero.interfaz.mapa import coropleta, puntos
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.indice_ipt.mirado import IndiceMirado
from tablero.interfaz.piezas import dibujo, plegada, tarjeta

COLUMNAS = (
    *("orden_calculado", "municipio_nombre", "departamento_nombre", "puntaje", "categoria_natural"),
    *("orden_minimo", "orden_maximo", "categoria_estabilidad_pct", "orden_publicado"),
)
COLUMNAS_CAMBIADAS = (
    *("orden_calculado", "orden_antes", "cambio_puestos", "municipio_nombre"),
    *("departamento_nombre", "puntaje", "categoria_natural", "orden_publicado"),
)
COLUMNAS_APORTES = (
    *("componente", "indicador", "valor", "es_imputado", "valor_normalizado"),
    *("peso_pct", "aporte_puntos"),
)
SIN_PUNTAJE = ("municipio_nombre", "departamento_nombre", "indicadores_presentes", "motivo")


@decir_fallas
def dibujar(vista: IndiceMirado) -> None:
    """El mapa y, al lado, el gráfico de los primeros; debajo, las tablas."""
    resultado = vista.clasificacion
    con = resultado.datos["orden_calculado"].notna()
    if not con.any():
        decir.informar(f"Ningún municipio de {vista.filtros.lugar} tiene puntaje en esta edición.")
    else:
        izquierda, derecha = st.columns(2, gap="medium")
        with izquierda:
            en_el_mapa(vista)
        with derecha:
            dibujo.grafico(
                resultado,
                graficos.clasificacion,
                "ipt_clasificacion",
                con_boton=False,
                departamento=vista.filtros.departamento,
                municipio=vista.filtros.municipio,
                en_el_pais=_con_puntaje(vista),
            )
        plegada.tabla(
            resultado,
            "La clasificación",
            "ipt_clasificacion",
            COLUMNAS_CAMBIADAS if vista.es_cambiada else COLUMNAS,
            vista,
            es_dibujo=True,
        )
    if not con.all():
        sin = resultado.con(
            resultado.datos[~con].dropna(axis="columns", how="all"), ("sin_puntaje", True)
        )
        cuantos = formato.contar(len(sin.datos), "municipio sin puntaje", "municipios sin puntaje")
        plegada.tabla(sin, cuantos, "ipt_sin_puntaje", SIN_PUNTAJE, vista)


def _con_puntaje(vista: IndiceMirado) -> int:
    """Los municipios del país con puntaje en esa edición."""
    datos = preguntar(ipt.ediciones).datos
    return int(datos.loc[datos["edicion"] == vista.edicion, "municipios_con_puntaje"].iloc[0])


def en_el_mapa(vista: IndiceMirado) -> None:
    """Las categorías de todos los municipios.

    Con otros pesos, o de una edición vieja, los primeros con su orden: el mapa de áreas lleva lo
    que se guardó al construir.
    """
    ultima = preguntar(ipt.ediciones).datos["edicion"].max()
    if not vista.es_cambiada and vista.edicion == ultima:
        coropleta.mapa_sobre_leyenda("categoria", vista.filtros)
        return
    puntos.mapa(
        vista.clasificacion,
        ipt_mapa.mapa,
        "_".join(["ipt", *map(str, vista.pesos or ())]),
        vista.filtros,
        elegible=False,
        departamento=vista.filtros.departamento,
        municipio=vista.filtros.municipio,
    )


def aportes(vista: IndiceMirado) -> None:
    """Lo que aporta cada componente al puntaje del municipio elegido o, sin elegir, del primero."""
    datos = vista.clasificacion.datos
    elegido = vista.filtros.municipio
    codigo = elegido or (None if datos.empty else str(datos["municipio_codigo"].iloc[0]))
    if elegido is None:
        st.markdown("Elija un municipio en el filtro de arriba; aquí va el primero del orden.")
    if codigo is None:
        tarjeta.vacio()
        return
    resultado = vista.aportes(codigo)
    if resultado.esta_vacio:
        propio = datos.loc[datos["municipio_codigo"] == codigo, "motivo"].tolist()
        motivo = propio[0] if propio else "no tiene valores en esta edición."
        decir.informar(f"{vista.filtros.lugar} no tiene puntaje: {motivo}")
        return
    dibujo.grafico(resultado, puntaje.aportes, "ipt_aportes", con_boton=False)
    plegada.tabla(
        resultado,
        "Indicador por indicador",
        "ipt_aportes",
        COLUMNAS_APORTES,
        vista,
        es_dibujo=True,
    )
