"""Proyecto Integra: qué es, dónde trabaja y qué resultados informa."""

from tablero.consultas import integra, listas
from tablero.interfaz import bloques, ficha_integra, menu, pagina, tarjeta
from tablero.interfaz.conexion import preguntar

pagina.abrir(
    menu.INTEGRA,
    "¿Qué hace el proyecto Integra, dónde y con qué resultados?",
    documentos=("integra",),
)
tarjeta.bloque(
    preguntar(listas.cifras, codigos=ficha_integra.RESULTADOS),
    "Los resultados que informa, en cifras",
    "integra_cifras",
    bloques.franja,
)
tarjeta.bloque(
    preguntar(listas.enunciados, lista="integra_resultados"),
    "Los resultados, uno por uno",
    "integra_resultados",
    bloques.lista,
)
tarjeta.bloque(
    preguntar(listas.enunciados, lista="integra_proyecto"),
    "El proyecto",
    "integra_proyecto",
    bloques.lista,
)
tarjeta.bloque(
    preguntar(listas.enunciados, lista="integra_metas"),
    "Las metas",
    "integra_metas",
    bloques.lista,
)
tarjeta.tabla(
    preguntar(integra.ciudades),
    "Las ciudades que nombra la ficha, como ejemplos",
    "integra_ciudades",
    columnas=("municipio_publicado", "municipio_codigo", "municipio_nombre", "departamento_nombre"),
)
tarjeta.bloque(
    preguntar(listas.cifras, codigos=ficha_integra.CONTEXTO),
    "El contexto que describe",
    "integra_contexto",
    bloques.franja,
)
