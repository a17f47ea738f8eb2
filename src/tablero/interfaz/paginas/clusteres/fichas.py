"""Las fichas de los clústeres: sus municipios, talleres, Centros Intégrate y transferencias."""

from collections.abc import Iterable
from html import escape

import pandas as pd
import streamlit as st

from tablero import formato
from tablero.consultas import eat
from tablero.filas import Fila
from tablero.formato import SIN_DATO
from tablero.graficos import eat as graficos
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.mapa import puntos
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.clusteres import lectura_de_hechos
from tablero.interfaz.piezas import tarjeta

TITULOS = {
    "municipio": "Municipios, con su orden en el IPT",
    "taller": "Talleres de la segunda fase",
    "centro": "Centros Intégrate",
    "transferencia": "Transferencias psicosociales",
}
FALTAS = {
    "taller": "no aparece en la lista de talleres",
    "centro": "no aparece en la lista de centros",
    "transferencia": "no aparece en la lista de transferencias",
}
NOTA = (
    "Un clúster se muestra entero cuando uno de sus municipios cumple el filtro. El taller de una "
    "subregión se muestra con el clúster de sus municipios; el de un municipio que no está "
    "priorizado, solo en la lista de talleres, más abajo. «No aparece» es que la lista de la "
    "fuente no nombra a ninguno de sus municipios: no prueba que no haya nada."
)


@decir_fallas
def mapa_y_tabla(filtros: Filtros) -> None:
    """El mapa de los clústeres y, al lado, la tabla que dice lo mismo."""
    resumen = preguntar(eat.clusteres, **filtros.consulta)
    izquierda, derecha = st.columns(2, gap="medium")
    with izquierda:
        puntos.mapa(
            preguntar(eat.clusteres_municipios, **filtros.consulta),
            graficos.mapa_clusteres,
            "clusteres_municipios",
            filtros,
            elegible=False,
            si_vacio=f"Ningún clúster tiene municipios en {filtros.lugar}.",
            lugar=filtros.lugar if filtros.departamento else None,
            departamento=filtros.departamento,
        )
    with derecha:
        if not resumen.esta_vacio:
            tarjeta.tabla(
                resumen,
                "Los clústeres, uno por fila",
                "clusteres",
                columnas=("cluster_numero", "departamentos_texto", "municipios_texto"),
            )


@decir_fallas
def dibujar(filtros: Filtros) -> None:
    """Una ficha por clúster, con su fuente al pie y todos los hechos en CSV."""
    resultado = preguntar(eat.clusteres_hechos, **filtros.consulta)
    if resultado.esta_vacio:
        return
    tarjeta.bloque(resultado, "Qué hay en cada clúster", "clusteres_hechos", fichas)
    st.caption(NOTA)


def fichas(datos: pd.DataFrame) -> str:
    """El HTML de todas las fichas: tres columnas en un proyector, una en un teléfono."""
    grupos: dict[int, list[Fila]] = {}
    for hecho in lectura_de_hechos.lista(datos):
        grupos.setdefault(int(hecho["cluster_numero"]), []).append(hecho)
    cuerpo = "".join(_ficha(numero, filas) for numero, filas in grupos.items())
    return f'<div class="tb-fichas">{cuerpo}</div>'


def _ficha(numero: int, filas: list[Fila]) -> str:
    por_aspecto = {aspecto: [f for f in filas if f["aspecto"] == aspecto] for aspecto in TITULOS}
    municipios = por_aspecto["municipio"]
    departamentos = formato.enumerar(sorted({f["departamento_nombre"] for f in municipios}))
    cuerpo = "".join(_seccion(aspecto, suyas) for aspecto, suyas in por_aspecto.items())
    return (
        f'<article><p class="tb-etiqueta tb-nombre">Clúster {numero}</p>'
        f'<p class="tb-nota">{escape(departamentos)} · '
        f"{formato.contar(len(municipios), 'municipio', 'municipios')}</p>"
        f'<dl class="tb-ficha">{cuerpo}</dl></article>'
    )


def _seccion(aspecto: str, filas: Iterable[Fila]) -> str:
    renglones = [_renglon(fila) for fila in filas] or [
        lectura_de_hechos.renglon(FALTAS[aspecto], falta=True)
    ]
    return f"<dt>{TITULOS[aspecto]}</dt>" + "".join(f"<dd>{r}</dd>" for r in renglones)


def _renglon(fila: Fila) -> str:
    if fila["aspecto"] == "municipio":
        return lectura_de_hechos.renglon(fila["nombre"], f"{formato.numero(fila['valor'])}.º")
    estado = formato.texto(fila["estado"])
    if fila["aspecto"] == "transferencia":
        return lectura_de_hechos.renglon(fila["nombre"], lectura_de_hechos.cantidad(fila), estado)
    return lectura_de_hechos.renglon(
        fila["nombre"], "" if estado == SIN_DATO else estado, lectura_de_hechos.cantidad(fila)
    )
