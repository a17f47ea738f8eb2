"""Las cifras de una página que se pueden copiar con su fuente, y las que no."""

from html.parser import HTMLParser

CIFRAS = {"tb-cifra", "tb-menor"}
SIN_CIERRE = {"br", "img", "hr", "input"}


class _Lector(HTMLParser):
    """Anota cada cifra que no está dentro de algo que se copia."""

    def __init__(self) -> None:
        super().__init__()
        self._dentro_de: list[tuple[bool, bool]] = []
        self.sin_copiar: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SIN_CIERRE:
            return
        atributos = dict(attrs)
        se_copia, es_cifra = self._dentro_de[-1] if self._dentro_de else (False, False)
        clases = (atributos.get("class") or "").split()
        self._dentro_de.append(
            (se_copia or "data-copiar" in atributos, es_cifra or bool(CIFRAS.intersection(clases)))
        )

    def handle_endtag(self, tag: str) -> None:
        if tag not in SIN_CIERRE and self._dentro_de:
            self._dentro_de.pop()

    def handle_data(self, data: str) -> None:
        se_copia, es_cifra = self._dentro_de[-1] if self._dentro_de else (False, False)
        if es_cifra and not se_copia and any(letra.isdigit() for letra in data):
            self.sin_copiar.append(data.strip())


def sin_copiar(html: str) -> list[str]:
    """Las cifras grandes y menudas del HTML que no llevan «copiar»."""
    lector = _Lector()
    lector.feed(html)
    return lector.sin_copiar
