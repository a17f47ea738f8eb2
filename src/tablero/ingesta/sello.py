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
from typing import Any

from tablero.errores import LibroSinSellar
from tablero.formato import contar
from tablero.ingesta.fuentes import Documento, sha256
from tablero.ingesta.leer_libro import Fila, leer_libro
from tablero.ingesta.plan.carpetas import DocumentoPlan
from tablero.ingesta.plan.carpetas import orden_de_importar as orden_de_importar_plan
from tablero.ingesta.seguimiento.carpetas import DocumentoSeguimiento, orden_de_importar
from tablero.modelo import Tabla

CARPETA = "sello"


@dataclass(frozen=True)
class Cambio:
    """Un cambio entre el sello y el libro, en palabras."""

    hoja: str
    texto: str

    def __str__(self) -> str:
        return f"hoja «{self.hoja}»: {self.texto}"


def exigir_sellos(documentos: Sequence[Documento | DocumentoSeguimiento | DocumentoPlan]) -> None:
    """`LibroSinSellar` si algún libro no coincide con su sello; los nombra todos."""
    sueltos = [d for d in documentos if sha256(d.libro) != d.ficha.libro_sha256]
    if not sueltos:
        return
    # Los de seguimiento y los planes no llevan CSV: se sellan al importarlos.
    ordenes = ["y séllelos con: tablero sellar"] * any(isinstance(d, Documento) for d in sueltos)
    ordenes += [
        f"e impórtelo de nuevo con: {orden_de_importar(d.libro, d.fuentes)} --reemplazar"
        for d in sueltos
        if isinstance(d, DocumentoSeguimiento)
    ]
    ordenes += [
        f"e impórtelo de nuevo con: {orden_de_importar_plan(d.libro, d.fuentes)} --reemplazar"
        for d in sueltos
        if isinstance(d, DocumentoPlan)
    ]
    raise LibroSinSellar(
        "Estos libros cambiaron desde que se sellaron:\n"
        + "\n".join(f"  {d.ruta_corta}" for d in sueltos)
        + "".join(f"\nRevise los cambios {orden}" for orden in ordenes)
    )


def normalizar(tabla: type[Tabla], filas: Sequence[Fila]) -> str:
    """El CSV de una hoja: columnas del modelo, filas en su orden, valores sin formato."""
    salida = io.StringIO()
    escritor = csv.writer(salida, lineterminator="\n")
    nombres = [c.nombre for c in tabla.columnas_libro()]
    escritor.writerow(nombres)
    escritor.writerows([_texto(fila.valores[n]) for n in nombres] for fila in filas)
    return salida.getvalue()


def _texto(valor: Any) -> str:
    if valor is None:
        return ""
    if isinstance(valor, bool):
        return "sí" if valor else "no"
    if isinstance(valor, float):
        return repr(valor).removesuffix(".0")
    return valor.isoformat() if isinstance(valor, date) else str(valor)


def comparar(documento: Documento, filas: dict[str, tuple[Fila, ...]]) -> list[Cambio]:
    """Lo que cambió del sello al libro: filas agregadas, quitadas y celdas antes y después."""
    cambios: list[Cambio] = []
    for tabla in documento.tablas:
        ruta = _ruta(documento, tabla)
        antes = _por_clave(tabla, ruta.read_text(encoding="utf-8") if ruta.exists() else "")
        ahora = _por_clave(tabla, normalizar(tabla, filas[tabla.tabla]))
        cambios += [
            Cambio(tabla.hoja, f"fila quitada: {_nombre(c)}") for c in antes if c not in ahora
        ]
        cambios += [
            Cambio(tabla.hoja, f"fila agregada: {_nombre(c)}") for c in ahora if c not in antes
        ]
        for clave, nueva in ahora.items():
            vieja = antes.get(clave, nueva)
            cambios += [
                Cambio(
                    tabla.hoja,
                    f"{_nombre(clave)} · {columna.titulo}: "
                    f"«{vieja.get(columna.nombre, '')}» → «{nueva[columna.nombre]}»",
                )
                for columna in tabla.columnas_libro()
                if vieja.get(columna.nombre, "") != nueva[columna.nombre]
            ]
    return cambios


def sellar(documento: Documento, filas: dict[str, tuple[Fila, ...]]) -> None:
    """Escribe el CSV de cada hoja y la huella nueva en `fuente.yml` (lo demás queda igual)."""
    for tabla in documento.tablas:
        ruta = _ruta(documento, tabla)
        ruta.parent.mkdir(exist_ok=True)
        ruta.write_text(normalizar(tabla, filas[tabla.tabla]), encoding="utf-8", newline="\n")
    ficha = documento.carpeta / "fuente.yml"
    lineas = [
        linea
        for linea in ficha.read_text(encoding="utf-8").splitlines()
        if not linea.startswith("libro_sha256:")
    ]
    lineas.append(f'libro_sha256: "{sha256(documento.libro)}"')
    ficha.write_text("\n".join(lineas) + "\n", encoding="utf-8", newline="\n")


def _ruta(documento: Documento, tabla: type[Tabla]) -> Path:
    return documento.carpeta / CARPETA / f"{tabla.tabla}.csv"


def _por_clave(tabla: type[Tabla], texto: str) -> dict[tuple[str, ...], dict[str, str]]:
    """Filas por su clave en el libro, donde no están las columnas que se deducen."""
    de_libro = {c.nombre for c in tabla.columnas_libro()}
    clave = [c for c in tabla.clave if c in de_libro]
    if "municipio_codigo" in tabla.clave and "municipio_publicado" in de_libro:
        clave.append("municipio_publicado")
    filas: dict[tuple[str, ...], dict[str, str]] = {}
    for fila in csv.DictReader(io.StringIO(texto)):
        filas[tuple(fila.get(c, "") for c in clave)] = fila
    return filas


def _nombre(clave: tuple[str, ...]) -> str:
    return " · ".join(parte for parte in clave if parte)


def sellar_todo(documentos: Sequence[Documento]) -> list[str]:
    """Sella los libros que cambiaron; devuelve, en palabras, lo que cambió en cada uno."""
    informe: list[str] = []
    for documento in documentos:
        if sha256(documento.libro) == documento.ficha.libro_sha256:
            informe.append(f"{documento.ruta_corta}: sin cambios.")
            continue
        filas = leer_libro(documento.libro, documento.tablas, documento.ruta_corta).filas
        if (documento.carpeta / CARPETA).exists():
            cambios = comparar(documento, filas)
            cuantos = contar(len(cambios), "cambio", "cambios")
            informe += [f"{documento.ruta_corta}: {cuantos}.", *(f"  {c}" for c in cambios)]
        else:
            total = contar(sum(len(f) for f in filas.values()), "fila", "filas")
            informe.append(f"{documento.ruta_corta}: primer sello, {total}.")
        sellar(documento, filas)
    return informe
