"""Recorre el XML de un libro, trozo a trozo, sin construir ningún árbol."""

from xml.parsers import expat

from tablero.errores import ArchivoIlegible

BASTANTE = 200
"""Caracteres que hace falta guardar de un valor: un índice, o el nombre de un error."""
CIFRAS_MAXIMAS = 9
CIFRAS_DE_CUENTA = 7
"""Cifras de un `count`; el lector de hojas reserva lo que diga, sea cierto o no."""


def es_natural(texto: str) -> bool:
    """Verdadero si es un número natural de un tamaño que un libro puede tener."""
    return texto.isascii() and texto.isdigit() and len(texto) <= CIFRAS_MAXIMAS


class Oyente:
    """Recibe los elementos de cada miembro; por sí solo no hace nada con ellos."""

    def empezar(self, miembro: str) -> None:
        """Comienza otro miembro."""

    def abrir(self, nombre: str, atributos: dict[str, str]) -> None:
        """Comienza un elemento (nombre sin prefijo)."""

    def cerrar(self, nombre: str) -> None:
        """Termina un elemento."""

    def texto(self, texto: str) -> None:
        """Texto del elemento actual."""


class LectorXml:
    """Un miembro del libro: se le dan sus octetos y avisa al oyente lo que encuentra."""

    def __init__(self, miembro: str, oyente: Oyente) -> None:
        self._miembro = miembro
        self._oyente = oyente
        self._analizador = expat.ParserCreate()
        self._analizador.buffer_text = True
        self._analizador.StartDoctypeDeclHandler = self._rechazar_doctype
        self._analizador.StartElementHandler = self._abrir
        self._analizador.EndElementHandler = self._cerrar
        self._analizador.CharacterDataHandler = oyente.texto
        oyente.empezar(miembro)

    def alimentar(self, octetos: bytes, *, ultimo: bool = False) -> None:
        """Sigue con otro trozo."""
        try:
            self._analizador.Parse(octetos, ultimo)
        except (expat.ExpatError, LookupError, ValueError):  # las dos últimas: codificación rara
            raise ArchivoIlegible(
                f"está dañado: su parte «{self._miembro}» no es XML válido."
            ) from None

    def _rechazar_doctype(self, *_: object) -> None:
        raise ArchivoIlegible(
            f"su parte «{self._miembro}» declara <!DOCTYPE>, que ningún programa de hojas de "
            "cálculo escribe; no se abre."
        )

    def _abrir(self, nombre: str, atributos: dict[str, str]) -> None:
        if "count" in atributos or "uniqueCount" in atributos:
            self._exigir_cuentas(atributos)
        self._oyente.abrir(nombre.rpartition(":")[2], atributos)

    def _exigir_cuentas(self, atributos: dict[str, str]) -> None:
        for clave in ("count", "uniqueCount"):
            if len(atributos.get(clave, "")) > CIFRAS_DE_CUENTA:
                raise ArchivoIlegible(
                    f"su parte «{self._miembro}» dice tener {atributos[clave]} elementos; "
                    "no se abre."
                )

    def _cerrar(self, nombre: str) -> None:
        self._oyente.cerrar(nombre.rpartition(":")[2])
