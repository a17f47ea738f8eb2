"""Mapas IPT: los municipios que la estrategia territorial prioriza, y lo que se sabe de ellos."""

from tablero.interfaz.mapa import coropleta
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.indice_ipt import publicado
from tablero.interfaz.piezas import pestanas

filtros = pagina.abrir(menu.MAPAS_IPT, documentos=("eat", "cnim"))
pestanas.dibujar(
    {
        "mapa": ("¿Dónde están?", coropleta.mapa_con_lectura),
        "departamentos": ("¿En qué departamentos?", publicado.por_departamento),
        "pais": ("¿Qué encontró el índice?", publicado.en_el_pais),
        "indice": ("¿Cómo se arma?", publicado.como_se_arma),
    },
    filtros,
)
