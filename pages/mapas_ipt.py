"""Mapas IPT: los municipios que la estrategia territorial prioriza, y lo que se sabe de ellos."""

from tablero.consultas import eat
from tablero.graficos import eat as graficos
from tablero.interfaz.mapa import coropleta
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.paginas.indice_ipt import publicado
from tablero.interfaz.piezas import tarjeta

filtros = pagina.abrir(
    menu.MAPAS_IPT,
    "¿Qué municipios necesitan primero apoyo para gestionar la migración, según el Índice de "
    "Priorización Territorial (IPT)?",
    documentos=("eat", "cnim"),
)
coropleta.mapa_con_lectura(filtros)
tarjeta.grafico(
    preguntar(eat.por_departamento),
    graficos.barras_departamentos,
    "priorizados_por_departamento",
    columnas=("departamento_nombre", "municipios", "municipios_texto"),
    departamento=filtros.departamento,
)
publicado.hallazgos()
publicado.como_se_arma()
tarjeta.tabla(
    preguntar(eat.contexto),
    "El contexto: población migrante de Venezuela, en todo el país",
    "eat_contexto",
    columnas=("descripcion", "valor", "unidad"),
)
