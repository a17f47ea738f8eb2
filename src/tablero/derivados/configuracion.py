"""`.streamlit/config.toml`, derivado del tema."""

from collections.abc import Mapping

from tablero import tema

ENCABEZADO = """\
# Generado por `tablero generar` a partir de src/tablero/tema.py y
# src/tablero/derivados/configuracion.py; no se edita a mano.
"""

AJUSTES: dict[str, dict[str, object]] = {
    "browser": {"gatherUsageStats": False},
    "client": {
        "showSidebarNavigation": False,  # el menú es propio, en español y con los filtros
        "toolbarMode": "viewer",
        "disableDataExport": True,  # las descargas son las nuestras, con sus dos dialectos
        "showErrorDetails": "none",
        "showErrorLinks": False,
    },
    "runner": {"postScriptGC": False, "magicEnabled": False},
    "server": {
        "address": "localhost",  # sin ella, Streamlit pregunta afuera por su propia dirección
        "enableStaticServing": True,
        "fileWatcherType": "none",
        "headless": True,
        "showEmailPrompt": False,
    },
    # Lo que no cambió de una visita a la siguiente no se envía de nuevo: el navegador lo guarda.
    "global": {"minCachedMessageSize": 1000},
    "logger": {"hideWelcomeMessage": True},
}


def config_toml() -> str:
    """El texto de `config.toml`."""
    comun = {"baseFontSize": tema.TAMANO_BASE, "baseRadius": "small", "showWidgetBorder": True}
    secciones: dict[str, Mapping[str, object]] = {
        **AJUSTES,
        "theme": comun,
        "theme.light": tema.CLARO,
        "theme.light.sidebar": tema.BARRA_CLARO,
        "theme.dark": tema.OSCURO,
        "theme.dark.sidebar": tema.BARRA_OSCURO,
    }
    return ENCABEZADO + "".join(_seccion(n, v) for n, v in secciones.items())


def _seccion(nombre: str, valores: Mapping[str, object]) -> str:
    lineas = [f"\n[{nombre}]"]
    lineas += [f"{clave} = {_valor(valor)}" for clave, valor in valores.items()]
    return "\n".join(lineas) + "\n"


def _valor(valor: object) -> str:
    if isinstance(valor, bool):
        return str(valor).lower()
    return str(valor) if isinstance(valor, int) else f'"{valor}"'
