"""El menú propio: por secciones, en español y con los filtros en cada enlace."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from tablero.interfaz import filtros as url
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco.sin_marcas import llano

DE_LA_POLITICA = ("politica", "corte")
"""Los parámetros que dicen qué política y qué corte se miran."""
Alcance = Literal["territorio", "Bogotá", "nacional", "todas las fuentes"]


@dataclass(frozen=True)
class Pagina:
    """Una página del menú."""

    archivo: str
    titulo: str
    alcance: Alcance
    encabezado: str = ""
    """Título grande de la página, si no es el del menú."""


INICIO = Pagina("app.py", "Inicio", "territorio", "Tablero de Control")
MAPAS_IPT = Pagina("pages/mapas_ipt.py", "Mapas IPT", "territorio")
INDICE_IPT = Pagina("pages/indice_ipt.py", "Índice IPT", "territorio")
BRECHAS = Pagina("pages/brechas.py", "Brechas territoriales", "territorio")
FICHA = Pagina("pages/ficha_territorial.py", "Ficha territorial", "territorio")
CLUSTERES = Pagina("pages/clusteres.py", "Clústeres", "territorio")
CENTROS = Pagina("pages/centros_integrate.py", "Centros Intégrate", "territorio")
TRANSFERENCIAS = Pagina("pages/transferencias.py", "Transferencias psicosociales", "territorio")
SEMAFORO = Pagina("pages/semaforo.py", "Semáforo", "Bogotá")
PRODUCTO = Pagina("pages/producto.py", "Hoja de producto", "Bogotá")
ENTIDAD = Pagina("pages/entidad.py", "Por entidad", "Bogotá")
HISTORIA = Pagina("pages/historia.py", "Historia de cortes", "Bogotá")
HALLAZGOS = Pagina("pages/hallazgos.py", "Hallazgos", "Bogotá")
SUPONER = Pagina("pages/suponer.py", "¿Y si…?", "Bogotá")
LOGROS = Pagina("pages/logros.py", "Logros y enfoques", "Bogotá")
COMITE = Pagina("pages/comite.py", "Comité", "Bogotá")
PLAN_CNIM = Pagina("pages/plan_cnim.py", "Plan CNIM", "nacional")
INTEGRA = Pagina("pages/integra.py", "Proyecto Integra", "nacional")
CONCILIACION = Pagina("pages/conciliacion.py", "Conciliación", "todas las fuentes")
DESCARGAS = Pagina("pages/descargas.py", "Descargas", "todas las fuentes")
BUSCAR = Pagina("pages/buscar.py", "Buscar", "todas las fuentes")

SECCIONES: dict[str, tuple[Pagina, ...]] = {
    "Panorama": (INICIO,),
    "Territorio": (MAPAS_IPT, INDICE_IPT, BRECHAS, FICHA, CLUSTERES, CENTROS, TRANSFERENCIAS),
    "Política de Bogotá": (
        SEMAFORO,
        PRODUCTO,
        ENTIDAD,
        HISTORIA,
        SUPONER,
        HALLAZGOS,
        LOGROS,
        COMITE,
    ),
    "Plan nacional": (PLAN_CNIM, INTEGRA),
    "Datos": (CONCILIACION, DESCARGAS),
}


def dibujar(filtros: Filtros) -> None:
    """Dibuja el menú en la barra lateral."""
    with st.sidebar:
        st.markdown("**Tablero de Control**  \nPoblación migrante internacional")
        for seccion, paginas in SECCIONES.items():
            st.caption(llano(seccion))
            for pagina in paginas:
                enlace(pagina, pagina.titulo, filtros)


def enlace(
    pagina: Pagina, etiqueta: str, filtros: Filtros, otros: Mapping[str, str] | None = None
) -> None:
    """Un enlace a otra página que conserva el territorio, la política y el corte elegidos.

    `otros` son los demás parámetros que lleva.
    """
    propios = url.de_la_url(*DE_LA_POLITICA)
    st.page_link(
        pagina.archivo,
        label=llano(etiqueta),
        query_params={**filtros.url, **propios, **(otros or {})},
    )
