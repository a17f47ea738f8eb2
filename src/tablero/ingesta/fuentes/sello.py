"""El sello de cada libro: su huella en `fuente.yml` y el CSV normalizado de cada hoja.

El CSV deja leer en git qué cambió en un libro binario; la huella impide construir con un libro que
nadie revisó.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tablero import rutas
from tablero.errores import ArchivoIlegible, LibroSinSellar
from tablero.ingesta.fuentes.documentos import Documento, sha256
from tablero.ingesta.plan.carpetas import DocumentoPlan
from tablero.ingesta.plan.carpetas import orden_de_importar as orden_de_importar_plan
from tablero.ingesta.seguimiento.carpetas import DocumentoSeguimiento, orden_de_importar
from tablero.libro.leer import FilaLeida
from tablero.modelo import Tabla
from tablero.modelo.celda import Valor

CARPETA = "sello"
HUELLA = "libro_sha256"


@dataclass(frozen=True)
class CambioDeLibro:
    """Un cambio entre el sello y el libro, en palabras."""

    hoja: str
    texto: str

    def __str__(self) -> str:
        return f"hoja «{self.hoja}»: {self.texto}"


def exigir_sellos(documentos: Sequence[Documento | DocumentoSeguimiento | DocumentoPlan]) -> None:
    """`LibroSinSellar` si algún libro no coincide con su sello; los nombra todos."""
    nombres: list[str] = []
    # Los de seguimiento y los planes no llevan CSV: se sellan al importarlos.
    ordenes: dict[str, None] = {}
    for documento in documentos:
        if isinstance(documento, Documento):
            if sha256(documento.libro) != documento.ficha.libro_sha256:
                nombres.append(documento.ruta_corta)
                ordenes[f"y séllelos con: {rutas.orden('sellar')}"] = None
            continue
        if isinstance(documento, DocumentoPlan):
            if sha256(documento.libro) != documento.ficha.libro_sha256:
                nombres.append(documento.ruta_corta)
                orden = orden_de_importar_plan(documento.libro, documento.fuentes)
                ordenes[f"e impórtelo de nuevo con: {orden} --reemplazar"] = None
            continue
        for libro, huella in documento.sellos:
            if sha256(libro) != huella:
                nombres.append(documento.ruta_corta(libro))
                orden = orden_de_importar(libro, documento.fuentes)
                ordenes[f"e impórtelo de nuevo con: {orden} --reemplazar"] = None
    if nombres:
        raise LibroSinSellar(
            "Estos libros cambiaron desde que se sellaron:\n"
            + "\n".join(f"  {nombre}" for nombre in nombres)
            + "".join(f"\nRevise los cambios {orden}" for orden in ordenes)
        )


def normalizar(tabla: type[Tabla], filas: Sequence[FilaLeida]) -> str:
    """El CSV de una hoja: columnas del modelo, filas en su orden, valores sin formato."""
    salida = io.StringIO()
    escritor = csv.writer(salida, lineterminator="\n")
    nombres = [c.nombre for c in tabla.columnas_libro()]
    escritor.writerow(nombres)
    escritor.writerows([_texto(fila.valores[n]) for n in nombres] for fila in filas)
    return salida.getvalue()


def _texto(valor: Valor) -> str:
    if valor is None:
        return ""
    if isinstance(valor, bool):
        return "sí" if valor else "no"
    if isinstance(valor, float):
        return repr(valor).removesuffix(".0")
    return valor.isoformat() if isinstance(valor, date) else str(valor)


def comparar(documento: Documento, filas: dict[str, tuple[FilaLeida, ...]]) -> list[CambioDeLibro]:
    """Lo que cambió del sello al libro: filas agregadas, quitadas y celdas antes y después."""
    cambios: list[CambioDeLibro] = []
    for tabla in documento.tablas:
        ruta = _ruta(documento, tabla)
        antes = _sellado(tabla, ruta)
        ahora = _por_clave(tabla, normalizar(tabla, filas[tabla.tabla]))
        cambios += [
            CambioDeLibro(tabla.hoja, f"fila quitada: {_nombre(c)}")
            for c in antes
            if c not in ahora
        ]
        cambios += [
            CambioDeLibro(tabla.hoja, f"fila agregada: {_nombre(c)}")
            for c in ahora
            if c not in antes
        ]
        for clave, nueva in ahora.items():
            vieja = antes.get(clave, nueva)
            cambios += [
                CambioDeLibro(
                    tabla.hoja,
                    f"{_nombre(clave)} · {columna.titulo}: "
                    f"«{vieja.get(columna.nombre, '')}» → «{nueva[columna.nombre]}»",
                )
                for columna in tabla.columnas_libro()
                if vieja.get(columna.nombre, "") != nueva[columna.nombre]
            ]
    return cambios


def _ruta(documento: Documento, tabla: type[Tabla]) -> Path:
    return documento.carpeta / CARPETA / f"{tabla.tabla}.csv"


def _sellado(tabla: type[Tabla], ruta: Path) -> dict[tuple[str, ...], dict[str, str]]:
    """Las filas de una hoja en el sello; ninguna si no está."""
    try:
        return _por_clave(tabla, ruta.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, csv.Error):
        raise ArchivoIlegible(
            f"{ruta}: está dañado; bórrelo y selle de nuevo: se escribe otra vez."
        ) from None


def _por_clave(tabla: type[Tabla], texto: str) -> dict[tuple[str, ...], dict[str, str]]:
    """Filas por su clave en el libro, donde no están las columnas que se deducen."""
    de_libro = {c.nombre for c in tabla.columnas_libro()}
    clave = [c for c in tabla.clave if c in de_libro]
    if "municipio_codigo" in tabla.clave and "municipio_publicado" in de_libro:
        clave.append("municipio_publicado")
    filas: dict[tuple[str, ...], dict[str, str]] = {}
    for fila in csv.DictReader(io.StringIO(texto), restval=""):
        filas[tuple(fila.get(c, "") for c in clave)] = fila
    return filas


def _nombre(clave: tuple[str, ...]) -> str:
    return " · ".join(parte for parte in clave if parte)
