"""Qué archivos se han visto ya: uno soltado en la carpeta se instala una sola vez.

Sin esta memoria, dos ediciones soltadas se reemplazarían por turnos cada vez que se abre el
tablero, y quitar la instalada no serviría mientras su archivo siga en la carpeta.
"""

from pathlib import Path

import yaml

from tablero.errores import ArchivoIlegible
from tablero.leer_yaml import YamlMalEscrito, leer_yaml
from tablero.territorio.cartografia import instalada
from tablero.territorio.esquema.escribir import reemplazar

REGISTRO = "vistos.yml"
REGLAS = "2"
"""Sube cuando cambia qué se admite: lo rechazado con las de antes se prueba otra vez."""


def leer(carpeta: Path) -> dict[str, str]:
    """Huella de cada archivo visto → por qué se rechazó, o vacío si se instaló."""
    vistos: dict[str, str] = {}
    for clave, motivo in _leer(carpeta).items():
        huella, _, reglas = clave.partition(" ")
        if not motivo or reglas == REGLAS:
            vistos[huella] = motivo
    return vistos


def anotar(carpeta: Path, huella: str, motivo: str = "") -> None:
    """Recuerda que ese archivo se instaló o, con `motivo`, que se rechazó."""
    ruta = instalada(carpeta) / REGISTRO
    vistos = {c: m for c, m in _leer(carpeta).items() if c.partition(" ")[0] != huella}
    vistos[f"{huella} {REGLAS}" if motivo else huella] = motivo
    reemplazar(ruta, yaml.safe_dump(vistos, allow_unicode=True, width=100).encode())


def _leer(carpeta: Path) -> dict[str, str]:
    ruta = instalada(carpeta) / REGISTRO
    if not ruta.exists():
        return {}
    try:
        return {clave: str(motivo) for clave, motivo in leer_yaml(ruta).items()}
    except YamlMalEscrito as error:
        raise ArchivoIlegible(f"{ruta}: está dañado; bórrelo y repita la orden.") from error
