"""Qué archivos se han visto ya: uno soltado en la carpeta se instala una sola vez.

Sin esta memoria, dos ediciones soltadas se reemplazarían por turnos cada vez que se abre el
tablero, y quitar la instalada no serviría mientras su archivo siga en la carpeta.
"""

import hashlib
from pathlib import Path

import yaml

from tablero.errores import ArchivoIlegible
from tablero.leer_yaml import YamlMalEscrito, leer_yaml
from tablero.territorio.cartografia import instalada
from tablero.territorio.esquema.escribir import reemplazar
from tablero.territorio.oficial.copiar import MAX_OCTETOS, partes

REGISTRO = "vistos.yml"
REGLAS = "2"
"""Sube cuando cambia qué se admite: lo rechazado con las de antes se prueba otra vez."""


def huella(ruta: Path) -> str:
    """SHA-256 del archivo, también de sus vecinos (los de un .shp, sus metadatos).

    De una carpeta, que no se lee, la de su nombre; de lo que es demasiado grande, que tampoco, la
    de su nombre y su tamaño.
    """
    if ruta.is_dir():
        return hashlib.sha256(ruta.name.encode()).hexdigest()
    archivos = partes(ruta)
    octetos = sum(archivo.stat().st_size for archivo in archivos)
    if octetos > MAX_OCTETOS:
        return hashlib.sha256(f"{ruta.name} {octetos}".encode()).hexdigest()
    if len(archivos) == 1:
        return _sha256(archivos[0])
    suma = hashlib.sha256()
    for archivo in archivos:
        suma.update(f"{archivo.suffix.lower()} {_sha256(archivo)}\n".encode())
    return suma.hexdigest()


def leer(carpeta: Path) -> dict[str, str]:
    """Huella de cada archivo visto → por qué se rechazó, o vacío si se instaló.

    `ArchivoIlegible` si la memoria está dañada.
    """
    vistos: dict[str, str] = {}
    for clave, motivo in _leer(carpeta).items():
        huella, _, reglas = clave.partition(" ")
        if not motivo or reglas == REGLAS:
            vistos[huella] = motivo
    return vistos


def anotar(carpeta: Path, huella: str, motivo: str = "") -> None:
    """Recuerda que ese archivo se instaló o, con `motivo`, que se rechazó.

    Si la memoria estaba dañada, empieza otra.
    """
    ruta = instalada(carpeta) / REGISTRO
    try:
        antes = _leer(carpeta)
    except ArchivoIlegible:
        antes = {}
    vistos = {c: m for c, m in antes.items() if c.partition(" ")[0] != huella}
    vistos[f"{huella} {REGLAS}" if motivo else huella] = motivo
    reemplazar(ruta, yaml.safe_dump(vistos, allow_unicode=True, width=100).encode())


def _leer(carpeta: Path) -> dict[str, str]:
    ruta = instalada(carpeta) / REGISTRO
    if not ruta.exists():
        return {}
    try:
        return {clave: str(motivo) for clave, motivo in leer_yaml(ruta).items()}
    except YamlMalEscrito as error:
        raise ArchivoIlegible(f"{ruta}: está dañado") from error


def _sha256(archivo: Path) -> str:
    with archivo.open("rb") as abierto:
        return hashlib.file_digest(abierto, "sha256").hexdigest()
