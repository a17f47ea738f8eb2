"""Un PDF hecho con Typst en este equipo y sin internet: lo común a todos los que hace el tablero.

Los mismos datos dan el mismo archivo, byte por byte: la letra es la del paquete y no la del equipo,
y la fecha del documento es la del corte. Cumple PDF/UA-1: lleva título, lengua, orden de lectura y
texto alternativo en cada imagen.
"""

import json
import logging
import re
from collections import Counter
from collections.abc import Mapping
from importlib.resources import files

from tablero import letra, tema
from tablero.errores import ErrorTablero
from tablero.exportar import imagen, marca
from tablero.exportar.escribir.pdf.imprimir import PRINCIPAL, NoSeImprimio, imprimir
from tablero.letra import Cambio
from tablero.publicacion import TABLERO
from tablero.un_json import Json

NORMA = "ua-1"
COLORES = {
    "acento": tema.ACENTO,
    "letra": tema.CLARO["textColor"],
    "gris": tema.SEMAFORO["no vigente"].color,
    "borde": tema.GRIS_CLARO,
    "fondo": tema.FONDO_ENCABEZADO_LIBRO,
    "simulado": tema.SIMULADO,
    "sobre_simulado": tema.SIMULADO_TEXTO,
}


PALABRA_LARGA = re.compile(r"[^\s\u200b]{41,}")
"""Más larga que esto no cabe en una columna: se deja partir."""
HUELLA = re.compile(r"[0-9a-f]{64}")
"""La de un archivo no se parte, para que se halle al buscarla: su columna tiene el ancho."""
TROZO = 20
COMUN = "comun.typ"
EXPORTAR = files("tablero.exportar")
BITACORA = logging.getLogger(__name__)


class NoSePudoHacer(ErrorTablero):
    """El contenido de una hoja no se pudo poner en un PDF."""


def por_que(error: Exception, que: str) -> str:
    """Por qué no se hizo una hoja de varias, para seguir con las demás.

    Lo que las impide todas (el disco, la cartografía) se lanza otra vez.
    """
    if isinstance(error, NoSePudoHacer):
        return str(error)
    if isinstance(error, ErrorTablero | OSError):
        raise error
    BITACORA.error("No se pudo hacer la hoja de %s", que, exc_info=error)
    clase = type(error).__name__
    return f"{que}: falló al hacerla ({clase}); dígaselo a quien mantiene el tablero."


Cambios = Counter[Cambio]
"""Los signos que la letra no tiene y se cambiaron por otros: cuántas veces cada uno."""


def compilar(
    plantilla: str,
    contenido: Mapping[str, Json],
    *,
    es_simulado: bool,
    cambios: Cambios | None = None,
) -> bytes:
    """El PDF de una plantilla, que lee su contenido de `sys.inputs.contenido` (JSON).

    `plantilla` es su lugar en `exportar`: «impresas/ficha.typ»; toma lo de `comun.typ`. Además del
    contenido, recibe los colores, la letra, el autor y la marca de lo simulado. Los signos que la
    letra no tiene se cambian por otros, y se anotan en `cambios`. `NoSePudoHacer` si aun así no se
    puede.
    """
    simulado = {"aviso": marca.AVISO, "explicacion": marca.EXPLICACION}
    completo = {
        "colores": COLORES,
        "letra": imagen.LETRA_DEL_PAPEL,
        "autor": TABLERO,
        "simulado": simulado if es_simulado else None,
        **contenido,
    }
    escribible = letra.del_papel().en_todo(completo, Counter() if cambios is None else cambios)
    try:
        return imprimir(
            {
                PRINCIPAL: (EXPORTAR / plantilla).read_bytes(),
                COMUN: (EXPORTAR / "escribir/pdf" / COMUN).read_bytes(),
            },
            json.dumps(_partible(escribible), ensure_ascii=False),
            imagen.carpeta_de_letra(),
            NORMA,
        )
    except NoSeImprimio as error:
        raise NoSePudoHacer(
            f"No se pudo hacer el PDF «{contenido['titulo_del_documento']}»: algo de su contenido "
            "no se pudo poner en la hoja. Sus datos están en el CSV; dígaselo a quien mantiene el "
            "tablero."
        ) from error


def _partible(valor: Json) -> Json:
    """El mismo contenido, con un lugar donde partir cada palabra que no cabría en un renglón."""
    if isinstance(valor, str):
        return valor if HUELLA.fullmatch(valor) else PALABRA_LARGA.sub(_con_cortes, valor)
    if isinstance(valor, Mapping):
        return {c: v if c == "svg" else _partible(v) for c, v in valor.items()}
    return [_partible(v) for v in valor] if isinstance(valor, list | tuple) else valor


def _con_cortes(palabra: re.Match[str]) -> str:
    entera = palabra[0]
    return "\u200b".join(entera[i : i + TROZO] for i in range(0, len(entera), TROZO))
