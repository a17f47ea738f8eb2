"""Volver a una edición: otra edición, igual a aquella, con los libros de entonces.

La historia no se reescribe. Lo que había en las fuentes, publicado o no, queda guardado.
"""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from tablero.errores import ErrorTablero
from tablero.ingesta.construir import Avisar
from tablero.ingesta.ediciones.objetos import guardar_todo, sacar
from tablero.ingesta.ediciones.publicar import Pedida, confirmar, preparar, terminar
from tablero.ingesta.ediciones.reconstruir import archivo_de
from tablero.ingesta.fuentes.carpeta_entera import cambiar
from tablero.ingesta.fuentes.cerrojo import en_exclusiva
from tablero.ingesta.fuentes.pendiente import terminar_lo_pendiente
from tablero.ingesta.reemplazo import TALLER_DE_CONSTRUIR, identidad, reemplazar
from tablero.registro.archivo import agregar
from tablero.registro.ediciones import Edicion, buscar, ediciones
from tablero.registro.lugares import Lugares

APARTADAS = ".fuentes-de-antes"
DESDE = "volver"


def volver(
    numero: int, fuentes: Path, tablero: Path, *, nota: str, avisar: Avisar = lambda _: None
) -> Edicion:
    """Deja las fuentes y el tablero como en la edición `numero`, y da la edición nueva.

    `ErrorTablero` si no existe, si es la última o si le falta algún libro guardado; entonces todo
    queda como estaba.
    """
    lugares = Lugares.de(tablero)
    with en_exclusiva(f"volver {numero}", tablero.parent, fuentes.parent):
        terminar_lo_pendiente(fuentes, avisar)
        terminar(tablero, fuentes)
        publicadas = ediciones(lugares.registro)
        edicion = buscar(publicadas, numero)
        if edicion.contenido == publicadas[-1].contenido:
            raise ErrorTablero(
                f"El tablero ya dice lo mismo que la edición {numero}: no hay a qué volver."
            )
        rehecha = archivo_de(edicion, tablero, avisar)
        avisar(rehecha.en_palabras(edicion))
        _guardar_lo_de_ahora(fuentes, lugares, numero)
        with TemporaryDirectory(prefix=TALLER_DE_CONSTRUIR, dir=fuentes.parent) as taller:
            traidas, nuevo = Path(taller) / "fuentes", Path(taller) / tablero.name
            sacar(edicion.archivos, lugares.objetos, traidas)
            shutil.copyfile(rehecha.archivo, nuevo)
            apartadas = fuentes.with_name(APARTADAS)
            pedida = Pedida(nota, DESDE, igual_a=numero, apartadas=apartadas)
            nueva = preparar(nuevo, traidas, tablero, pedida)
            if nueva is None:  # con `igual_a` siempre la hay
                raise ErrorTablero(f"La edición {numero} no se pudo preparar.")
            antes = identidad(tablero)
            try:
                cambiar(fuentes, traidas, apartadas)
                reemplazar(nuevo, tablero, antes)
            except BaseException:
                terminar(tablero, fuentes)  # el tablero es el de antes: las fuentes también
                raise
        publicada = confirmar(nueva, tablero, DESDE)
        shutil.rmtree(apartadas, ignore_errors=True)
    return publicada


def _guardar_lo_de_ahora(fuentes: Path, lugares: Lugares, numero: int) -> None:
    """Lo que alguien dejó en las fuentes y todavía no se había publicado tampoco se pierde."""
    archivos = guardar_todo(fuentes, lugares.objetos)
    agregar(
        lugares.registro,
        "fuentes",
        f"lo que había antes de volver a la edición {numero}",
        desde=DESDE,
        datos={"archivos": [list(archivo) for archivo in archivos]},
    )
