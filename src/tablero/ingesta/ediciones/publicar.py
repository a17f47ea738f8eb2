"""Una edición se publica en dos pasos, y un corte en cualquier momento se termina después.

Primero se guarda todo lo suyo y se escribe `pendiente.json`; luego el tablero cambia, de una vez; y
al final se anota. Lo que se encuentre pendiente dice hasta dónde se llegó: si el tablero ya es el
nuevo, se anota; si todavía es el de antes, no hubo edición.
"""

import json
import shutil
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tablero.errores import Ocupado
from tablero.ingesta.ediciones.contenido import mirar
from tablero.ingesta.ediciones.objetos import A_MEDIAS, de_una_vez, guardar_todo
from tablero.ingesta.fuentes.carpeta_entera import devolver
from tablero.ingesta.fuentes.cerrojo import en_exclusiva
from tablero.ingesta.fuentes.documentos import sha256
from tablero.programa import version_del_programa
from tablero.registro.ediciones import Edicion, ediciones, publicar
from tablero.registro.lugares import GUARDADAS, Lugares
from tablero.registro.sesiones.estado import congeladas


@dataclass(frozen=True)
class Pedida:
    """Por qué se publica: con qué nota, con qué orden y a cuál se vuelve."""

    nota: str = ""
    desde: str = "construir"
    igual_a: int | None = None
    apartadas: Path | None = None
    """Donde esperan las fuentes que había, mientras el tablero cambia."""


def preparar(nuevo: Path, fuentes: Path, tablero: Path, pedida: Pedida) -> Edicion | None:
    """Guarda lo de la edición que `nuevo` será en el lugar de `tablero`, y la deja pendiente.

    Nada, si dice lo mismo que la última.
    """
    lugares = Lugares.de(tablero)
    publicadas, contenido = ediciones(lugares.registro), mirar(nuevo)
    if publicadas and publicadas[-1].contenido == contenido.sha256 and pedida.igual_a is None:
        return None
    edicion = Edicion(
        numero=len(publicadas) + 1,
        nota=pedida.nota,
        libros=contenido.libros,
        archivos=guardar_todo(fuentes, lugares.objetos),
        formulas=contenido.formulas,
        programa=version_del_programa(),
        contenido=contenido.sha256,
        archivo=sha256(nuevo),
        igual_a=pedida.igual_a,
    )
    lugares.ediciones.mkdir(parents=True, exist_ok=True)
    with de_una_vez(lugares.archivo(edicion.numero)) as copia:
        shutil.copyfile(nuevo, copia)
    _apuntar(edicion, pedida, lugares)
    return edicion


def confirmar(edicion: Edicion, tablero: Path, desde: str) -> Edicion:
    """Anota la edición que quedó en el lugar de `tablero`, y suelta los archivos que sobran."""
    lugares = Lugares.de(tablero)
    publicada = publicar(lugares.registro, edicion, desde=desde)
    lugares.pendiente.unlink(missing_ok=True)
    soltar(lugares, publicada.numero, congeladas(lugares.registro))
    return publicada


def terminar(tablero: Path, fuentes: Path) -> None:
    """Termina la edición que algo interrumpió. Solo con el cerrojo."""
    lugares = Lugares.de(tablero)
    for resto in lugares.ediciones.glob(f"*{A_MEDIAS}"):
        resto.unlink(missing_ok=True)
    if (apunte := _leer(lugares.pendiente)) is None:
        return
    edicion, desde, apartadas = apunte
    entro = tablero.exists() and mirar(tablero).sha256 == edicion.contenido
    if entro and len(ediciones(lugares.registro)) < edicion.numero:
        publicar(lugares.registro, edicion, desde=desde)
    if not entro:
        lugares.archivo(edicion.numero).unlink(missing_ok=True)
    if apartadas is not None and apartadas.is_dir():
        if entro:
            shutil.rmtree(apartadas, ignore_errors=True)
        else:
            devolver(fuentes, apartadas)
    lugares.pendiente.unlink(missing_ok=True)


def terminar_si_hay(tablero: Path, fuentes: Path) -> None:
    """Lo mismo, para quien solo va a mostrar el tablero: si otra orden escribe, ella lo hará."""
    if not Lugares.de(tablero).pendiente.exists():
        return
    with suppress(Ocupado, OSError), en_exclusiva("abrir", tablero.parent, fuentes.parent):
        terminar(tablero, fuentes)


def soltar(lugares: Lugares, ultima: int, congeladas: Collection[int] = ()) -> None:
    """Quita los archivos DuckDB de las ediciones viejas que ninguna sesión congeló."""
    for archivo in lugares.ediciones.glob("*.duckdb"):
        if not archivo.stem.isdecimal():
            continue
        numero = int(archivo.stem)
        if numero <= ultima - GUARDADAS and numero not in congeladas:
            with suppress(OSError):  # en Windows, si alguien la mira: se quitará después
                archivo.unlink()


def _apuntar(edicion: Edicion, pedida: Pedida, lugares: Lugares) -> None:
    apartadas = None if pedida.apartadas is None else str(pedida.apartadas)
    apunte = {"edicion": edicion.a_datos(), "desde": pedida.desde, "apartadas": apartadas}
    with de_una_vez(lugares.pendiente) as copia:
        copia.write_text(json.dumps(apunte, ensure_ascii=False), encoding="utf-8")


def _leer(pendiente: Path) -> tuple[Edicion, str, Path | None] | None:
    try:
        apunte = json.loads(pendiente.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    apartadas = Path(apunte["apartadas"]) if apunte["apartadas"] else None
    return Edicion.de_datos(apunte["edicion"]), apunte["desde"], apartadas
