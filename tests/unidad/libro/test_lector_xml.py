"""Lo que sobra de una parte se quita octeto por octeto, llegue en los trozos que llegue."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tablero.errores import ArchivoIlegible
from tablero.libro.lector_xml import LectorXml, Oyente


class Podador(Oyente):
    """Quita los `<v>` que empiezan por «#» y todo `<tabla>`."""

    def __init__(self) -> None:
        self._texto = ""

    def abrir(self, nombre: str, atributos: dict[str, str]) -> bool:
        self._texto = ""
        return nombre in ("v", "tabla")

    def texto(self, texto: str) -> None:
        self._texto += texto

    def cerrar(self, nombre: str) -> bool:
        return nombre == "tabla" or self._texto.startswith("#")


def podar(octetos: bytes, cortes: list[int]) -> bytes:
    lector = LectorXml("parte", Podador())
    lugares = [0, *sorted(c % (len(octetos) + 1) for c in cortes), len(octetos)]
    trozos = [octetos[a:b] for a, b in pairwise(lugares)]
    return b"".join(map(lector.alimentar, trozos)) + lector.alimentar(b"", ultimo=True)


QUEDA = ("<c><v>12</v></c>", "<v/>", "<v>ñ#</v>\n", "texto ñandú", "<!-- # -->", "<![CDATA[<v>#]]>")
SOBRA = ("<v>#N/A</v>", "<v a='1>'>#á</v >", "<tabla b='/>'/>", "<tabla><tabla/><v>1</v></tabla>")
PIEZAS = st.lists(st.sampled_from(QUEDA + SOBRA), max_size=30)


@settings(max_examples=150, deadline=None)
@given(PIEZAS, st.lists(st.integers(0, 2000), max_size=30), st.booleans())
def test_se_quita_lo_que_sobra_y_nada_mas(
    piezas: list[str], cortes: list[int], con_marca: bool
) -> None:
    def documento(partes: list[str]) -> bytes:
        cuerpo = f'<?xml version="1.0" encoding="UTF-8"?><r>{"".join(partes)}</r>'
        return cuerpo.encode("utf-8-sig" if con_marca else "utf-8")

    podado = podar(documento(piezas), cortes)
    assert podado == documento([p for p in piezas if p in QUEDA])


@pytest.mark.parametrize(
    ("octetos", "esperado"),
    [
        (b"<r><v>", "está dañado: su parte «parte» no es XML válido."),
        (b"<r>&nada;</r>", "está dañado: su parte «parte» no es XML válido."),
        ("<r/>".encode("utf-16"), "está en UTF-16 y no en UTF-8"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?><r/>', "está en ISO-8859-1 y no en UTF-8"),
        (b"<!DOCTYPE r><r/>", "declara <!DOCTYPE>"),
        (b'<r count="99999999"/>', "dice tener 99999999 elementos"),
    ],
)
def test_lo_que_no_se_puede_recorrer(octetos: bytes, esperado: str) -> None:
    with pytest.raises(ArchivoIlegible, match=esperado):
        podar(octetos, [])


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=80), st.lists(st.integers(0, 80), max_size=5))
def test_octetos_cualesquiera_se_rechazan_en_espanol(octetos: bytes, cortes: list[int]) -> None:
    with pytest.raises(ArchivoIlegible, match="parte «parte»"):
        podar(octetos, cortes)
