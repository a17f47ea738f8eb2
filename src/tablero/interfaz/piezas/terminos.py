"""Los términos del glosario en la pantalla: con qué palabras aparecen, y a dónde llevan."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlencode

from tablero import glosario
from tablero.errores import ErrorTablero
from tablero.glosario import Termino
from tablero.interfaz.piezas.marcado import Marcado, marcar, unir
from tablero.texto import a_codigo

TERMINO = "termino"
"""El parámetro de la página «Glosario» que dice cuál se señala."""
SIN_ENLACE = frozenset(
    {
        *("acto", "aviso", "cita", "documento", "entidad", "enunciado", "grafía", "lectura"),
        *("libro", "lo que vale hoy", "nivel", "no", "política", "reportado", "sello", "situación"),
        *("taller", "trimestre"),
    }
)
"""Los que en una frase casi siempre dicen lo de todos los días: enlazarlos estorbaría."""
PROPIAS = {
    "avance": ("avance", "PAA"),
    "avance hasta la vigencia (PAHV)": ("avance hasta la vigencia", "hasta la vigencia", "PAHV"),
    "no aparece": ("no aparece", "no aparecen"),
    "peso": ("peso",),
    "puntos porcentuales (p. p.)": ("puntos porcentuales", "punto porcentual", "p. p."),
}
"""Los que no siguen la regla; «pesos» casi siempre son de plata."""
NEXOS = {"de", "del", "según", "hasta", "en", "a", "por"}
SIN_PLURAL = {"avance", "fuera", "lo", "no", "sin"}
"""Con qué empiezan los que no lo tienen."""
CON_SIGLA = re.compile(r"(?P<nombre>.+) \((?P<sigla>[A-ZÁÉÍÓÚ]+)\)")
CITA = re.compile(r"«[^«»]*»")
SIN_TILDE = {"ión": "iones", "én": "enes", "és": "eses"}
GENERO = ("ado", "ido")
"""Cómo terminan los que concuerdan: girado, girada, girados, giradas."""


@dataclass(frozen=True)
class Palabra:
    """Un término, su código en la dirección y las formas en que se escribe en una frase."""

    termino: Termino
    codigo: str
    formas: tuple[str, ...]

    @property
    def se_enlaza(self) -> bool:
        """Si se señala donde aparece por primera vez en una página."""
        return self.termino.nombre not in SIN_ENLACE

    @property
    def direccion(self) -> str:
        """Su lugar en la página «Glosario»."""
        return f"glosario?{urlencode({TERMINO: self.codigo})}"


def palabras() -> tuple[Palabra, ...]:
    """Todas, en orden alfabético; `ErrorTablero` si el glosario no se puede leer."""
    return _de(glosario.terminos())


def palabras_si_hay() -> tuple[Palabra, ...]:
    """Todas o, si el glosario no se puede leer, ninguna: una página se lee igual sin enlaces."""
    try:
        return palabras()
    except ErrorTablero:
        return ()


def formas(nombre: str) -> tuple[str, ...]:
    """«brecha territorial» → «brecha territorial», «brechas territoriales».

    La sigla de entre paréntesis es otra forma; lo que concuerda lleva también el femenino.
    """
    if nombre in PROPIAS:
        return PROPIAS[nombre]
    con_sigla = CON_SIGLA.fullmatch(nombre)
    entero = con_sigla["nombre"] if con_sigla else nombre
    varias = [entero, *_concordados(entero)]
    return tuple(dict.fromkeys([*varias, *([con_sigla["sigla"]] if con_sigla else [])]))


def con_enlaces(texto: str, otras: Iterable[Palabra]) -> Marcado:
    """El texto, escapado, con la primera mención de cada palabra hecha enlace a su definición.

    Lo que va entre comillas angulares es de una fuente, o un ejemplo: no se toca.
    """
    destinos = {forma.lower(): p for p in otras if p.se_enlaza for forma in p.formas}
    vistas: set[str] = set()
    partes: list[str] = []
    desde = 0
    sin_citas = CITA.sub(lambda cita: " " * len(cita[0]), texto)
    for hallado in _buscador(tuple(destinos)).finditer(sin_citas):
        palabra = destinos[hallado[0].lower()]
        if palabra.codigo in vistas or not _es_la_misma(hallado[0], palabra):
            continue
        vistas.add(palabra.codigo)
        partes += [texto[desde : hallado.start()], enlace(palabra, hallado[0])]
        desde = hallado.end()
    return unir(*partes, texto[desde:])


def enlace(palabra: Palabra, dicho: str) -> Marcado:
    """Lo dicho, que lleva a la definición de la palabra."""
    return Marcado(
        f'<a class="tb-termino" href="{marcar(palabra.direccion)}" target="_self">'
        f"{marcar(dicho)}</a>"
    )


@cache
def _de(terminos: tuple[Termino, ...]) -> tuple[Palabra, ...]:
    return tuple(Palabra(t, a_codigo(t.nombre), formas(t.nombre)) for t in terminos)


@cache
def _buscador(todas: tuple[str, ...]) -> re.Pattern[str]:
    """Primero las más largas: «brecha territorial» antes que «brecha»."""
    largas = sorted(todas, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, largas))})(?!\w)", re.IGNORECASE)


def _es_la_misma(dicho: str, palabra: Palabra) -> bool:
    """Una sigla o un nombre propio solo son ellos con sus mayúsculas: «Comité», no «comité»."""
    forma = next(f for f in palabra.formas if f.lower() == dicho.lower())
    return dicho[0].isupper() or not forma[0].isupper()


def _concordados(nombre: str) -> list[str]:
    """El plural y, de lo que concuerda, las demás formas; una sigla no tiene."""
    primera, *resto = nombre.split(" ")
    if primera in SIN_PLURAL or nombre.isupper() or primera.endswith("s"):
        return []
    if not resto and nombre.endswith(GENERO):
        return [f"{nombre[:-1]}{final}" for final in ("a", "os", "as")]
    hasta = next((i for i, p in enumerate(resto) if p in NEXOS or p[0].isupper()), len(resto))
    cambian = [_plural(p) for p in (primera, *resto[:hasta])]
    return [" ".join([*cambian, *resto[hasta:]])]


def _plural(palabra: str) -> str:
    for final, en_plural in SIN_TILDE.items():
        if palabra.endswith(final):
            return palabra.removesuffix(final) + en_plural
    return palabra + ("s" if palabra[-1] in "aeioué" else "es")
