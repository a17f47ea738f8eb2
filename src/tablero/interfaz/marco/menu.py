"""El menú propio: nueve entradas en tres grupos, con los filtros en cada enlace."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Literal

import streamlit as st

from tablero.interfaz import filtros as url
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco import edicion_pedida, que_hay
from tablero.interfaz.marco.que_hay import Necesidad
from tablero.interfaz.marco.sin_marcas import llano

MARCA = (
    '<p class="tb-marca"><strong>Tablero de Control</strong>'
    "<span>Población migrante internacional</span></p>"
)
DE_LA_POLITICA = ("politica", "corte")
"""Los parámetros que dicen qué política y qué corte se miran."""
Alcance = Literal["territorio", "Bogotá", "nacional", "todas las fuentes"]


@dataclass(frozen=True)
class Pagina:
    """Una página del menú."""

    archivo: str
    titulo: str
    alcance: Alcance
    pregunta: str
    """La que responde, en palabras de quien la hace."""
    encabezado: str = ""
    """Título grande de la página, si no es el del menú."""
    en_la_tira: str = ""
    """Cómo se llama entre las de su entrada, si no es con su título."""
    es_suelta: bool = False
    """Que se llega a ella desde cualquier página, y no va en la tira de ninguna."""
    necesita: Necesidad = ""
    """Lo que tiene que haber en el tablero para que se ofrezca."""


INICIO = Pagina(
    "app.py",
    "Inicio",
    "territorio",
    pregunta="¿Cómo va la política, a quién se atiende, dónde y con qué recursos?",
    encabezado="Tablero de Control",
    en_la_tira="Panorama",
)
MAPAS_IPT = Pagina(
    "pages/mapas_ipt.py",
    "Mapas IPT",
    "territorio",
    pregunta=(
        "¿Qué municipios necesitan primero apoyo para gestionar la migración, según el Índice "
        "de Priorización Territorial (IPT)?"
    ),
)
INDICE_IPT = Pagina(
    "pages/indice_ipt.py",
    "Índice IPT",
    "territorio",
    pregunta=(
        "¿Qué municipios van primero si se calcula el Índice de Priorización Territorial "
        "(IPT), y qué tan firme es ese orden?"
    ),
    necesita="valores del IPT",
)
BRECHAS = Pagina(
    "pages/brechas.py",
    "Brechas territoriales",
    "territorio",
    pregunta=(
        "¿Qué municipios priorizados no aparecen en la lista de Centros Intégrate, ni en la "
        "de transferencias psicosociales, ni en la de talleres de la estrategia territorial?"
    ),
)
FICHA = Pagina(
    "pages/ficha_territorial.py",
    "Ficha territorial",
    "territorio",
    pregunta="¿Qué dice cada fuente de este lugar, y qué no dice ninguna?",
)
CLUSTERES = Pagina(
    "pages/clusteres.py",
    "Clústeres",
    "territorio",
    pregunta="¿Cómo se agrupan los municipios priorizados y qué hay en cada grupo?",
)
CENTROS = Pagina(
    "pages/centros_integrate.py",
    "Centros Intégrate",
    "territorio",
    pregunta=(
        "¿A cuántas personas atendieron los Centros Intégrate, dónde, y en qué estado está "
        "cada uno?"
    ),
)
TRANSFERENCIAS = Pagina(
    "pages/transferencias.py",
    "Transferencias psicosociales",
    "territorio",
    pregunta="¿Cuánto dinero se giró para acompañamiento psicosocial, a quién, y quién desistió?",
)
SEMAFORO = Pagina(
    "pages/semaforo.py",
    "Semáforo",
    "Bogotá",
    pregunta="¿Cómo va cada producto de la política frente a lo que debía llevar, y qué la atrasa?",
)
PRODUCTO = Pagina(
    "pages/producto.py",
    "Hoja de producto",
    "Bogotá",
    pregunta=(
        "¿Qué se comprometió a entregar, cuánto lleva frente a lo que debía y qué hay que revisar?"
    ),
)
ENTIDAD = Pagina(
    "pages/entidad.py",
    "Por entidad",
    "Bogotá",
    pregunta="¿Cómo van los productos de cada entidad, y qué debe hacer con cada uno?",
)
HISTORIA = Pagina(
    "pages/historia.py",
    "Historia de cortes",
    "Bogotá",
    pregunta="¿Cómo ha avanzado la política de un corte a otro, y qué cambió entre dos cortes?",
    necesita="otro corte",
)
HALLAZGOS = Pagina(
    "pages/hallazgos.py",
    "Hallazgos",
    "Bogotá",
    pregunta=(
        "¿Qué hay que revisar en el libro oficial de seguimiento, y sus porcentajes salen de "
        "sus metas y sus reportes?"
    ),
    necesita="libro oficial",
)
SUPONER = Pagina(
    "pages/suponer.py",
    "¿Y si…?",
    "Bogotá",
    pregunta=(
        "¿Cómo cambiarían el avance, la brecha y los colores de la política con otro reporte "
        "de uno o varios productos?"
    ),
)
LOGROS = Pagina(
    "pages/logros.py",
    "Logros y enfoques",
    "Bogotá",
    pregunta="¿Qué busca la política de Bogotá, qué ha logrado y qué le pide mejorar su informe?",
)
COMITE = Pagina(
    "pages/comite.py",
    "Comité",
    "Bogotá",
    pregunta=(
        "¿Cómo va el plan de trabajo del Comité de la política de población migrante de Bogotá?"
    ),
)
SESION = Pagina(
    "pages/sesion.py",
    "Preparar sesión",
    "Bogotá",
    pregunta=(
        "¿Qué se trata, qué se muestra, quién está y qué queda por cumplir en una sesión del "
        "Comité?"
    ),
)
PLAN_CNIM = Pagina(
    "pages/plan_cnim.py",
    "Plan CNIM",
    "nacional",
    pregunta=(
        "¿Qué se ha hecho de cada acción del Plan Estratégico de la Comisión Nacional "
        "Intersectorial de Migraciones (CNIM)?"
    ),
)
INTEGRA = Pagina(
    "pages/integra.py",
    "Proyecto Integra",
    "nacional",
    pregunta="¿Qué hace el proyecto Integra, dónde y con qué resultados?",
)
CONCILIACION = Pagina(
    "pages/conciliacion.py",
    "Conciliación",
    "todas las fuentes",
    pregunta="¿Las cifras que publican los documentos salen de sus propias partes?",
)
DESCARGAS = Pagina(
    "pages/descargas.py",
    "Descargas",
    "todas las fuentes",
    pregunta="¿Qué datos tiene el tablero, de dónde salen y cómo llevárselos?",
)
EDICIONES = Pagina(
    "pages/ediciones.py",
    "Ediciones",
    "todas las fuentes",
    pregunta="¿Qué se ha publicado en este tablero, quién lo hizo y qué cambió cada vez?",
)
GLOSARIO = Pagina(
    "pages/glosario.py",
    "Glosario",
    "todas las fuentes",
    pregunta="¿Qué quiere decir cada palabra que se lee en el tablero?",
)
BUSCAR = Pagina(
    "pages/buscar.py",
    "Buscar",
    "todas las fuentes",
    pregunta="¿Dónde está en el tablero lo que busco, y qué cifra tiene?",
    es_suelta=True,
)


@dataclass(frozen=True)
class Entrada:
    """Una entrada del menú y las páginas que cuelgan de ella, en el orden en que se ven."""

    principal: Pagina
    hijas: tuple[Pagina, ...] = ()

    @property
    def paginas(self) -> tuple[Pagina, ...]:
        """Todas las suyas, con la principal de primera."""
        return (self.principal, *self.hijas)


GRUPOS: dict[str, tuple[Entrada, ...]] = {
    "Cada día": (
        Entrada(INICIO, (DESCARGAS, CONCILIACION, EDICIONES, GLOSARIO, BUSCAR)),
        Entrada(SEMAFORO, (PRODUCTO, HISTORIA, SUPONER, HALLAZGOS)),
        Entrada(ENTIDAD),
    ),
    "Territorio": (
        Entrada(MAPAS_IPT, (BRECHAS, CLUSTERES, INDICE_IPT)),
        Entrada(FICHA),
        Entrada(CENTROS),
        Entrada(TRANSFERENCIAS),
    ),
    "Política y planes": (
        Entrada(COMITE, (SESION, LOGROS)),
        Entrada(PLAN_CNIM, (INTEGRA,)),
    ),
}
"""El menú: lo que se pregunta cada día, el territorio, y la política con los planes.

A la vista quedan las entradas; las páginas que cuelgan de una están a un paso, en la tira de su
página. La página que necesita algo que este tablero no tiene no se ofrece (`que_hay`): la nombra
la que la usaría.
"""

SECCIONES: dict[str, tuple[Pagina, ...]] = {
    grupo: tuple(pagina for entrada in entradas for pagina in entrada.paginas)
    for grupo, entradas in GRUPOS.items()
}
"""Todas las páginas de cada grupo."""


def familia(pagina: Pagina) -> Entrada:
    """La entrada del menú de la que cuelga esa página."""
    return next(
        entrada for entradas in GRUPOS.values() for entrada in entradas if pagina in entrada.paginas
    )


def grupo(pagina: Pagina) -> str:
    """El grupo del menú en que está esa página."""
    return next(nombre for nombre, paginas in SECCIONES.items() if pagina in paginas)


def dibujar(actual: Pagina, filtros: Filtros) -> None:
    """Dibuja el menú en la barra lateral; la entrada de la página actual va señalada."""
    with st.sidebar:
        st.html(MARCA)
        for numero, (nombre, entradas) in enumerate(GRUPOS.items(), start=1):
            with st.container(key=f"menu_grupo_{numero}", gap=None):
                st.caption(llano(nombre))
                for entrada in entradas:
                    es_suya = actual in entrada.paginas and not actual.es_suelta
                    aqui = "aqui_" if es_suya else ""
                    with st.container(key=f"menu_{aqui}{Path(entrada.principal.archivo).stem}"):
                        enlace(entrada.principal, entrada.principal.titulo, filtros)


def donde(actual: Pagina, filtros: Filtros) -> None:
    """Dibuja dónde está quien mira: el grupo y la tira de las páginas de la misma entrada.

    Sin más que una, su nombre en lugar de la tira: «Territorio › Ficha territorial».
    """
    hermanas = _hermanas(actual)
    if len(hermanas) == 1:
        st.html(_ruta(grupo(actual), actual.titulo))
        return
    st.html(_ruta(grupo(actual)))
    with st.container(horizontal=True, gap=None, key="familia"):
        for pagina in hermanas:
            etiqueta = pagina.en_la_tira or pagina.titulo
            if pagina is actual:
                st.html(f'<span class="tb-aqui" aria-current="page">{escape(etiqueta)}</span>')
            else:
                enlace(pagina, etiqueta, filtros)


def _hermanas(actual: Pagina) -> list[Pagina]:
    """Las páginas de su entrada que este tablero ofrece, con ella; de una suelta, ella sola."""
    if actual.es_suelta:
        return [actual]
    suyas = (p for p in familia(actual).paginas if not p.es_suelta)
    return [p for p in suyas if p is actual or que_hay.hay(p.necesita)]


def _ruta(*pasos: str) -> str:
    dichos = ' <span aria-hidden="true">›</span> '.join(map(escape, pasos))
    return f'<p class="tb-ruta">{dichos}</p>'


def enlace(
    pagina: Pagina, etiqueta: str, filtros: Filtros, otros: Mapping[str, str] | None = None
) -> None:
    """Un enlace a otra página que conserva el territorio, la política y el corte elegidos.

    `otros` son los demás parámetros que lleva.
    """
    propios = {**url.de_la_url(*DE_LA_POLITICA), **edicion_pedida.de_la_url()}
    st.page_link(
        pagina.archivo,
        label=llano(etiqueta),
        query_params={**filtros.url, **propios, **(otros or {})},
    )
