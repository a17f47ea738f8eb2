"""Sellar: las hojas y la ficha de un documento cambian juntas, o ninguna.

Lo nuevo se escribe completo en una carpeta aparte; un solo cambio de nombre lo da por hecho y lo
que falte se pasa a su lugar, ahora o, si algo lo interrumpe, con la orden siguiente.
"""

import getpass
import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tablero import registro
from tablero.errores import ArchivoIlegible, ErrorTablero, LibroSinSellar
from tablero.formato import contar, fecha
from tablero.ingesta.espacio import decir_si_no_cabe
from tablero.ingesta.fuentes.documentos import Documento, sha256
from tablero.ingesta.fuentes.ficha import FICHA, FichaDocumento
from tablero.ingesta.fuentes.sello import CARPETA, HUELLA, comparar, normalizar
from tablero.leer_yaml import YamlMalEscrito, entender, leer_texto
from tablero.libro.leer import leer_libro

EN_OBRA, LISTO = ".sello.nuevo", ".sello.listo"
QUIEN, CUANDO = "sellado_por", "sellado_el"


@dataclass(frozen=True)
class PorSellar:
    """Un libro que cambió desde su sello, y con qué quedaría sellado."""

    documento: Documento
    huella: str
    hojas: dict[str, str]
    """Nombre del archivo → su CSV."""
    ficha: str
    """El texto de `fuente.yml` que se leyó."""
    renglones: tuple[str, ...]
    """Qué cambió, en palabras."""


def preparar(documentos: Sequence[Documento]) -> tuple[list[PorSellar], list[str]]:
    """Los libros que cambiaron, sin escribir nada; y, en palabras, los que no."""
    por_sellar: list[PorSellar] = []
    iguales: list[str] = []
    for documento in documentos:
        huella = sha256(documento.libro)
        if huella == documento.ficha.libro_sha256:
            iguales.append(f"{documento.ruta_corta}: sin cambios{_quien_sello(documento.ficha)}.")
            continue
        filas = leer_libro(documento.libro, documento.tablas, documento.ruta_corta).filas
        if (documento.carpeta / CARPETA).exists():
            cambios = comparar(documento, filas)
            cuantos = contar(len(cambios), "cambio", "cambios")
            renglones = [f"{documento.ruta_corta}: {cuantos}.", *(f"  {c}" for c in cambios)]
        else:
            total = contar(sum(len(f) for f in filas.values()), "fila", "filas")
            renglones = [f"{documento.ruta_corta}: primer sello, {total}."]
        hojas = {f"{t.tabla}.csv": normalizar(t, filas[t.tabla]) for t in documento.tablas}
        ficha = leer_texto(documento.carpeta / FICHA)
        por_sellar.append(PorSellar(documento, huella, hojas, ficha, tuple(renglones)))
    return por_sellar, iguales


def sellar(pendiente: PorSellar) -> str:
    """Sella un libro y dice quién y cuándo; se llama con el cerrojo tomado.

    `LibroSinSellar` si el libro o su ficha ya no son los que se mostraron. `ArchivoIlegible`,
    `ErrorTablero` o `SinEspacio` si no se puede, y todo queda como estaba.
    """
    documento = pendiente.documento
    carpeta = documento.carpeta
    distinto = sha256(documento.libro) != pendiente.huella
    if distinto or leer_texto(carpeta / FICHA) != pendiente.ficha:
        raise LibroSinSellar(
            f"{documento.ruta_corta}: el libro o su ficha cambiaron después de mostrarse; no se "
            "selló. Revíselo de nuevo."
        )
    _exigir_que_se_pueda_escribir(documento, pendiente)
    firma = {QUIEN: _quien(), CUANDO: datetime.now().astimezone().isoformat(timespec="minutes")}
    ficha = _con_sello(carpeta / FICHA, pendiente.ficha, {HUELLA: pendiente.huella, **firma})
    with decir_si_no_cabe(carpeta):
        try:
            _dejar_listo(carpeta, pendiente.hojas, ficha)
        except OSError:
            shutil.rmtree(carpeta / EN_OBRA, ignore_errors=True)
            raise
    _pasar(carpeta)
    registro.anotar(
        "sellar", documento.fuente_codigo, sha256=pendiente.huella, desde=documento.libro.name
    )
    sellada = FichaDocumento.model_validate(entender(ficha))
    return f"{documento.ruta_corta}: sellado{_quien_sello(sellada)}."


def terminar_sellos(fuentes: Path) -> list[str]:
    """Termina los sellos que se interrumpieron ya listos, y borra los que no llegaron a estarlo."""
    terminados = []
    for en_obra in fuentes.glob(f"*/*/{EN_OBRA}"):
        shutil.rmtree(en_obra, ignore_errors=True)
    for listo in sorted(fuentes.glob(f"*/*/{LISTO}")):
        _pasar(listo.parent)
        terminados.append(listo.parent.relative_to(fuentes).as_posix())
    return terminados


def _dejar_listo(carpeta: Path, hojas: dict[str, str], ficha: str) -> None:
    en_obra = carpeta / EN_OBRA
    shutil.rmtree(en_obra, ignore_errors=True)
    (en_obra / CARPETA).mkdir(parents=True)
    for nombre, texto in hojas.items():
        _escribir(en_obra / CARPETA / nombre, texto)
    _escribir(en_obra / FICHA, ficha)
    en_obra.rename(carpeta / LISTO)  # desde aquí, el sello es el nuevo


def _escribir(archivo: Path, texto: str) -> None:
    """Hasta el disco: un apagón después del cambio de nombre no deja un archivo vacío."""
    with archivo.open("w", encoding="utf-8", newline="\n") as abierto:
        abierto.write(texto)
        abierto.flush()
        os.fsync(abierto.fileno())


def _pasar(carpeta: Path) -> None:
    """Cada archivo a su lugar; repetirlo después de una interrupción da lo mismo."""
    listo = carpeta / LISTO
    if not (carpeta / CARPETA).exists() and (listo / CARPETA).exists():
        (listo / CARPETA).rename(carpeta / CARPETA)  # el primer sello
    for hoja in sorted((listo / CARPETA).glob("*.csv")):
        hoja.replace(carpeta / CARPETA / hoja.name)
    if (listo / FICHA).exists():
        (listo / FICHA).replace(carpeta / FICHA)
    shutil.rmtree(listo)


def _exigir_que_se_pueda_escribir(documento: Documento, pendiente: PorSellar) -> None:
    carpeta = documento.carpeta
    hojas = [carpeta / CARPETA / nombre for nombre in pendiente.hojas]
    for ruta in (carpeta, carpeta / FICHA, carpeta / CARPETA, *hojas):
        if ruta.exists() and not os.access(ruta, os.W_OK):
            raise ArchivoIlegible(
                f"{ruta}: es de solo lectura; no se selló {documento.ruta_corta} y todo queda como "
                "estaba. Quítele esa protección y repita la orden."
            )


def _con_sello(ruta: Path, antes: str, sello: dict[str, str]) -> str:
    """El texto de una ficha con su sello en las últimas líneas.

    `ErrorTablero` si así no dice lo mismo y el sello: no está escrita un campo por línea.
    """
    propios = tuple(f"{campo}:" for campo in sello)
    lineas = [linea for linea in antes.splitlines() if not linea.startswith(propios)]
    # Entre comillas y con los signos raros escapados, como en JSON, que es YAML.
    lineas += [f"{campo}: {json.dumps(valor)}" for campo, valor in sello.items()]
    texto = "\n".join(lineas) + "\n"
    try:
        if entender(texto) == {**entender(antes), **sello}:
            return texto
    except YamlMalEscrito:
        pass
    raise ErrorTablero(
        f"{ruta}: no se pudo poner la huella; escriba cada campo en su línea y agregue esta: "
        f'{HUELLA}: "{sello[HUELLA]}"'
    )


def _quien() -> str:
    """El nombre de la persona en este equipo; donde no lo hay, su número."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return str(os.getuid()) if hasattr(os, "getuid") else "sin nombre"


def _quien_sello(ficha: FichaDocumento) -> str:
    """« por ana, el 29 de noviembre de 2026 a las 10:03»; vacío si el sello no lo dice."""
    quien = f" por {ficha.sellado_por}" if ficha.sellado_por else ""
    try:
        cuando = datetime.fromisoformat(ficha.sellado_el or "").astimezone()
    except ValueError:
        return quien
    return f"{quien}, el {fecha(cuando.date())} a las {cuando:%H:%M}"
