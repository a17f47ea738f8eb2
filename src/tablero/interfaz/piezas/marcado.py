"""El HTML que se arma con datos: todo texto se escapa una sola vez, y es aquí."""

from html import escape


class Marcado(str):
    """HTML ya escrito: lo que en él viene de un dato está escapado y no se escapa otra vez."""

    __slots__ = ()


NADA = Marcado("")
SALTO = Marcado("<br>")


def marcar(texto: str) -> Marcado:
    """Un texto, escapado; lo que ya es HTML, como está."""
    return texto if isinstance(texto, Marcado) else Marcado(escape(texto))


def unir(*partes: str) -> Marcado:
    """Las partes, una tras otra; las que son texto, escapadas."""
    return Marcado("".join(map(marcar, partes)))


def negrita(texto: str) -> Marcado:
    """El texto, en negrita."""
    return unir(Marcado("<strong>"), texto, Marcado("</strong>"))


def debajo(texto: str) -> Marcado:
    """Lo que va en letra pequeña bajo un dato; nada si no hay qué decir."""
    if not texto:
        return NADA
    return unir(Marcado('<span class="tb-sub">'), texto, Marcado("</span>"))


def aparte(texto: str) -> Marcado:
    """Lo que va en letra pequeña a continuación de un dato, en el mismo renglón."""
    return unir(Marcado('<span class="tb-tras">'), texto, Marcado("</span>"))
