"""Mapas IPT: los municipios que la estrategia territorial prioriza, y por qué."""

from tablero.consultas import eat
from tablero.graficos import eat as graficos
from tablero.interfaz import ficha_municipio, indice_ipt, menu, pagina, tarjeta
from tablero.interfaz.conexion import preguntar

filtros = pagina.abrir(
    menu.MAPAS_IPT,
    "¿Qué municipios necesitan primero apoyo para gestionar la migración, según el Índice de "
    "Priorización Territorial (IPT)?",
    documentos=("eat", "cnim"),
)
ficha_municipio.mapa_con_ficha(filtros)
tarjeta.grafico(
    preguntar(eat.por_departamento),
    graficos.barras_departamentos,
    "priorizados_por_departamento",
    columnas=("departamento_nombre", "municipios", "municipios_texto"),
    departamento=filtros.departamento,
)
indice_ipt.hallazgos()
indice_ipt.como_se_arma()
tarjeta.tabla(
    preguntar(eat.contexto),
    "El contexto: población migrante de Venezuela, en todo el país",
    "eat_contexto",
    columnas=("descripcion", "valor", "unidad", "corte_fecha"),
)
