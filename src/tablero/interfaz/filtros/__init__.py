"""Los filtros viven en la URL: un enlace reproduce la vista.

Este paquete es el único lugar que lee y escribe `st.query_params`. Antes de dibujar un control se
le pone el valor de la URL, y cuando alguien lo cambia, se escribe en ella.
"""

from tablero.interfaz.filtros.numeros import deslizadores, leer_numeros
from tablero.interfaz.filtros.opciones import (
    MUNICIPIO,
    TODOS,
    boton_de_borrar,
    buscador,
    de_la_url,
    elegir,
    elegir_una,
    fijar_url,
    la_unica,
    pestanas,
)
from tablero.interfaz.filtros.supuestos import leer_supuestos, poner_supuesto, quitar_supuesto
from tablero.interfaz.filtros.territorio import (
    CLUSTER,
    DEPARTAMENTO,
    Filtros,
    buscador_de_municipios,
    contradicho,
    desconocidos,
    elegir_territorio,
    leer,
    leer_cluster,
)

__all__ = [
    "CLUSTER",
    "DEPARTAMENTO",
    "MUNICIPIO",
    "TODOS",
    "Filtros",
    "boton_de_borrar",
    "buscador",
    "buscador_de_municipios",
    "contradicho",
    "de_la_url",
    "desconocidos",
    "deslizadores",
    "elegir",
    "elegir_territorio",
    "elegir_una",
    "fijar_url",
    "la_unica",
    "leer",
    "leer_cluster",
    "leer_numeros",
    "leer_supuestos",
    "pestanas",
    "poner_supuesto",
    "quitar_supuesto",
]
