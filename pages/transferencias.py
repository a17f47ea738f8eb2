"""Transferencias psicosociales: a quién se giró, cuánto y quién desistió."""

from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.transferencias import secciones
from tablero.interfaz.piezas import pestanas

filtros = pagina.abrir(menu.TRANSFERENCIAS, documentos=("cnim",))
pestanas.dibujar(
    {
        "municipios": ("¿A quién y cuánto?", secciones.municipios),
        "mapa": ("¿Dónde están?", secciones.mapa),
        "departamentos": ("¿En qué departamentos?", secciones.departamentos),
        "lista": ("Municipio por municipio", secciones.lista),
        "resoluciones": ("¿Con qué resolución y para qué?", secciones.resoluciones),
    },
    filtros,
)
