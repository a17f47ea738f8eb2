"""Los archivos que se generan del modelo y del tema, y la prueba de que están al día."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from tablero import rutas
from tablero.derivados.configuracion import config_toml
from tablero.derivados.ddl import esquema
from tablero.derivados.diccionario import diccionario
from tablero.derivados.plantilla_excel import escribir_libro
from tablero.errores import Desactualizado
from tablero.modelo import LIBROS


def textos() -> dict[str, str]:
    """Ruta dentro del proyecto → contenido de cada archivo de texto generado."""
    return {
        ".streamlit/config.toml": config_toml(),
        "docs/diccionario.md": diccionario(),
        "docs/esquema.sql": esquema(),
    }


def escribir_plantillas(carpeta: Path) -> list[Path]:
    """Escribe en `carpeta` el libro vacío de cada documento; devuelve sus rutas."""
    carpeta.mkdir(parents=True, exist_ok=True)
    rutas = []
    for nombre, tablas in LIBROS.items():
        rutas.append(carpeta / f"{nombre}.xlsx")
        escribir_libro(rutas[-1], tablas)
    return rutas


def generar(raiz: Path) -> list[Path]:
    """Escribe todos los archivos generados; devuelve sus rutas."""
    escritos = []
    for relativa, contenido in textos().items():
        ruta = raiz / relativa
        ruta.parent.mkdir(parents=True, exist_ok=True)
        ruta.write_text(contenido, encoding="utf-8", newline="\n")
        escritos.append(ruta)
    return escritos + escribir_plantillas(raiz / "data" / "plantillas")


def verificar(raiz: Path) -> None:
    """`Desactualizado`, con la lista, si algún archivo generado no corresponde al modelo."""
    viejos = [
        relativa
        for relativa, contenido in textos().items()
        if _leer(raiz / relativa) != contenido.encode()
    ]
    with TemporaryDirectory() as temporal:
        for nueva in escribir_plantillas(Path(temporal)):
            relativa = f"data/plantillas/{nueva.name}"
            if _partes(_leer(raiz / relativa)) != _partes(nueva.read_bytes()):
                viejos.append(relativa)
    if viejos:
        raise Desactualizado(
            "Estos archivos no corresponden al modelo; escríbalos de nuevo con "
            f"«{rutas.orden('generar')}»:\n" + "\n".join(f"  {ruta}" for ruta in viejos)
        )


def _leer(ruta: Path) -> bytes:
    return ruta.read_bytes() if ruta.exists() else b""


def _partes(libro: bytes) -> dict[str, bytes]:
    """El contenido de un libro sin las fechas de su compresión."""
    if not libro:
        return {}
    with ZipFile(BytesIO(libro)) as zip_:
        return {nombre: zip_.read(nombre) for nombre in zip_.namelist()}
