"""Recorre el XML de un libro, trozo a trozo, sin construir ningún árbol."""

import re
from typing import ClassVar
from xml.parsers import expat

from tablero.errores import ArchivoIlegible
from tablero.texto import visible

BASTANTE = 200
"""Caracteres que hace falta guardar de un valor: un índice, o el nombre de un error."""
CIFRAS_MAXIMAS = 9
CIFRAS_DE_CUENTA = 7
"""Cifras de un `count`; el lector de hojas reserva lo que diga, sea cierto o no."""

ETIQUETA = re.compile(rb"""<(?:[^>"']|"[^"]*"|'[^']*')*>""")
UTF8 = ("utf-8", "utf8", "us-ascii")
UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
"""Cómo empieza una parte en UTF-16, lo declare o no."""


def es_natural(texto: str) -> bool:
    """Verdadero si es un número natural de un tamaño que un libro puede tener."""
    return texto.isascii() and texto.isdigit() and len(texto) <= CIFRAS_MAXIMAS


class Oyente:
    """Recibe los elementos de un miembro; por sí solo no hace nada con ellos."""

    mira_octetos: ClassVar[bool] = False
    """Si quiere ver cómo está escrito el elemento que puede que sobre (`octetos`)."""

    def empezar(self, miembro: str) -> None:
        """Comienza otro miembro."""

    def abrir(self, nombre: str, atributos: dict[str, str]) -> bool:
        """Comienza un elemento (nombre sin prefijo); verdadero si puede que sobre."""
        return False

    def cerrar(self, nombre: str) -> bool:
        """Termina un elemento; verdadero si sobra el que pudo sobrar."""
        return False

    def texto(self, texto: str) -> None:
        """Texto del elemento actual."""

    def octetos(self, octetos: bytearray) -> None:
        """El elemento que puede que sobre como está escrito, antes de cerrarlo."""


class LectorXml:
    """Un miembro del libro: se le dan sus octetos, avisa al oyente lo que encuentra y los devuelve.

    No devuelve los elementos que el oyente diga que sobran: así el lector de hojas no los ve. Se
    quitan octetos enteros, sin escribir nada, y por eso no importa la codificación.
    """

    def __init__(self, miembro: str, oyente: Oyente) -> None:
        self._miembro = miembro
        self._oyente = oyente
        self._analizador = expat.ParserCreate()
        self._analizador.buffer_text = True
        self._analizador.StartDoctypeDeclHandler = self._rechazar_doctype
        self._analizador.XmlDeclHandler = self._exigir_utf8
        self._analizador.StartElementHandler = self._abrir
        self._analizador.EndElementHandler = self._cerrar
        self._analizador.CharacterDataHandler = oyente.texto
        self._por_dar = bytearray()
        """Octetos que aún no se devuelven; `_dados` es el lugar del primero en el miembro."""
        self._dados = 0
        self._candidato: int | None = None
        """Dónde empieza el elemento que puede que sobre; `_hondo`, cuántos hay abiertos dentro."""
        self._hondo = 0
        self._cortes: list[tuple[int, int]] = []
        oyente.empezar(miembro)

    def alimentar(self, octetos: bytes, *, ultimo: bool = False) -> bytes:
        """Sigue con otro trozo; devuelve lo que ya se sabe que no sobra."""
        if not self._dados and not self._por_dar and octetos.startswith(UTF16):
            self._exigir_utf8("", "UTF-16", 0)
        self._por_dar += octetos
        try:
            self._analizador.Parse(octetos, ultimo)
        except (expat.ExpatError, LookupError, ValueError):  # las dos últimas: codificación rara
            raise ArchivoIlegible(
                f"está dañado: su parte «{self._miembro}» no es XML válido."
            ) from None
        return self._dar(self._hasta_donde(ultimo=ultimo))

    def _hasta_donde(self, *, ultimo: bool) -> int:
        if ultimo:
            return self._dados + len(self._por_dar)
        # Lo que sigue a este lugar es un elemento a medias, del que no se ha avisado.
        seguro: int = self._analizador.CurrentByteIndex
        if self._candidato is not None:
            seguro = min(seguro, self._candidato)
        return max(seguro, self._dados)

    def _dar(self, hasta: int) -> bytes:
        """Los octetos hasta ese lugar, sin los cortes."""
        partes, desde = [], self._dados
        for inicio, fin in self._cortes:
            partes.append(self._por_dar[desde - self._dados : inicio - self._dados])
            desde = fin
        partes.append(self._por_dar[desde - self._dados : max(hasta, desde) - self._dados])
        hasta = max(hasta, desde)
        self._cortes.clear()
        del self._por_dar[: hasta - self._dados]
        self._dados = hasta
        return b"".join(partes)

    def _rechazar_doctype(self, *_: object) -> None:
        raise ArchivoIlegible(
            f"su parte «{self._miembro}» declara <!DOCTYPE>, que ningún programa de hojas de "
            "cálculo escribe; no se abre."
        )

    def _exigir_utf8(self, _version: str, codificacion: str | None, _aparte: int) -> None:
        # El lector de hojas da por vacía una parte en UTF-16 y no lee las demás codificaciones.
        if codificacion is not None and codificacion.lower() not in UTF8:
            raise ArchivoIlegible(
                f"su parte «{self._miembro}» está en {visible(codificacion)} y no en UTF-8; "
                "ábralo en un programa de hojas de cálculo y guárdelo de nuevo."
            )

    def _abrir(self, nombre: str, atributos: dict[str, str]) -> None:
        if "count" in atributos or "uniqueCount" in atributos:
            self._exigir_cuentas(atributos)
        puede_sobrar = self._oyente.abrir(nombre.rpartition(":")[2], atributos)
        if self._candidato is not None:
            self._hondo += 1
        elif puede_sobrar:
            self._candidato = self._analizador.CurrentByteIndex

    def _exigir_cuentas(self, atributos: dict[str, str]) -> None:
        for clave in ("count", "uniqueCount"):
            if len(atributos.get(clave, "")) > CIFRAS_DE_CUENTA:
                raise ArchivoIlegible(
                    f"su parte «{self._miembro}» dice tener {atributos[clave]} elementos; "
                    "no se abre."
                )

    def _cerrar(self, nombre: str) -> None:
        if self._candidato is None:
            self._oyente.cerrar(nombre.rpartition(":")[2])
            return
        lugar = self._analizador.CurrentByteIndex - self._dados
        if self._oyente.mira_octetos:
            self._oyente.octetos(self._por_dar[self._candidato - self._dados : lugar])
        sobra = self._oyente.cerrar(nombre.rpartition(":")[2])
        if self._hondo:
            self._hondo -= 1
            return
        if sobra:
            self._cortes.append((self._candidato, self._dados + self._fin(lugar)))
        self._candidato = None

    def _fin(self, lugar: int) -> int:
        """Dónde acaba el candidato que se cierra en ese lugar de lo que falta por dar."""
        abre = ETIQUETA.match(self._por_dar, (self._candidato or 0) - self._dados)
        if abre and abre.end() == lugar and abre[0].endswith(b"/>"):
            return lugar  # se abre y se cierra en una etiqueta: el analizador ya la pasó
        return self._por_dar.index(b">", lugar) + 1
