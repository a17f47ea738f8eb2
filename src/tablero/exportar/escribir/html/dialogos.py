"""Lo que se abre encima de una pantalla: el índice, las teclas, y lo que pide el tablero."""

from collections.abc import Sequence
from html import escape

DE_SIEMPRE = (
    ("→ · Av Pág · espacio", "La pantalla siguiente"),
    ("← · Re Pág", "La anterior"),
    ("Inicio · Fin", "La primera y la última"),
    ("Un número y Entrar", "La de ese número"),
    ("I", "El índice"),
    ("B", "La pantalla en negro, y de vuelta"),
    ("F", "Pantalla completa"),
    ("T", "Cambiar entre claro y oscuro"),
)
CON_TABLERO = (
    ("/", "Preguntar algo más"),
    ("V", "La página del tablero: mapas y tablas"),
)
EN_SESION = (("S", "Seguir a quien lleva la sesión, o dejar de seguirlo"),)
AL_ESCRIBIR = (
    ("C", "Anotar un compromiso"),
    ("D", "La decisión y la nota de esta pantalla"),
    ("Q", "Marcar quién está"),
)
"""Solo las de quien puede escribir: a los demás, el guion les quita estas."""
DE_CIERRE = (("?", "Estas teclas"), ("Esc", "Cerrar lo abierto, o volver"))
SIGNOS = "letras, números, «/» y «?»"
CERRAR = '<button type="button" class="cerrar">Cerrar</button>'


def todos(titulos: Sequence[str], *, con_tablero: bool, es_sesion: bool) -> str:
    """Los del documento; los que piden el tablero no van en un archivo suelto."""
    vivos = _preguntar() if con_tablero else ""
    if con_tablero and es_sesion:
        vivos += _compromiso() + _decision() + _quorum()
    return indice(titulos) + teclas(con_tablero=con_tablero, es_sesion=es_sesion) + vivos


def indice(titulos: Sequence[str]) -> str:
    """Las pantallas, para ir a cualquiera."""
    elementos = "".join(
        f'<li><button type="button" data-pantalla="{numero}">{escape(titulo)}</button></li>'
        for numero, titulo in enumerate(titulos, start=1)
    )
    return _dialogo("indice", "Índice", f"<ol>{elementos}</ol>{CERRAR}")


def teclas(*, con_tablero: bool, es_sesion: bool) -> str:
    """Solo las que sirven en este documento."""
    pares = "".join(map(_par, DE_SIEMPRE))
    if con_tablero:
        pares += "".join(map(_par, CON_TABLERO))
    if con_tablero and es_sesion:
        pares += "".join(map(_par, EN_SESION))
        pares += "".join(_par(par, " data-escribe") for par in AL_ESCRIBIR)
    pares += "".join(map(_par, DE_CIERRE))
    return _dialogo(
        "teclas",
        "Teclas",
        f'<dl>{pares}</dl><p id="no-se-escribe" hidden></p>'
        '<p><label><input type="checkbox" id="usar"> Usar las teclas de un solo signo '
        f"({SIGNOS})</label></p>{CERRAR}",
    )


def _par(par: tuple[str, str], marca: str = "") -> str:
    tecla, que = par
    return f"<dt{marca}>{tecla}</dt><dd{marca}>{que}</dd>"


def _preguntar() -> str:
    return _dialogo(
        "preguntar",
        "¿Qué quiere saber?",
        '<form><label class="oculto" for="pregunta">Su pregunta</label>'
        '<input type="text" id="pregunta" maxlength="200" autocomplete="off" spellcheck="false">'
        '</form><p id="contestado" role="status"></p><ol id="candidatas"></ol>'
        '<p class="como">Escriba y pulse Entrar. Si hay varias, escoja con su número o con las '
        "flechas. Esc vuelve a la pantalla.</p>",
    )


def _compromiso() -> str:
    return _dialogo(
        "compromiso",
        "Un compromiso",
        "<form>"
        f"{_campo('c-que', 'Qué se hará', 1000)}"
        f"{_campo('c-entidad', 'Entidad que responde', 200, _DE_LISTA)}"
        '<ul id="c-entidades" role="listbox" aria-label="Entidades"></ul>'
        f"{_campo('c-vence', 'Vence (15/12/2026, o +30 para dentro de 30 días)', 12)}"
        f"{_campo('c-producto', 'Producto, si es de uno', 12)}"
        f"{_pie('Entrar pasa al siguiente campo y, en la fecha, guarda.')}</form>",
    )


_DE_LISTA = (
    ' role="combobox" aria-controls="c-entidades" aria-expanded="false" aria-autocomplete="list"'
)


def _decision() -> str:
    return _dialogo(
        "decision",
        "Decisión y nota de esta pantalla",
        '<form><p id="d-pide"></p>'
        '<label for="d-decision">Decisión</label>'
        '<textarea id="d-decision" rows="3" maxlength="1000"></textarea>'
        '<label for="d-nota">Nota</label>'
        '<textarea id="d-nota" rows="3" maxlength="1000"></textarea>'
        f"{_pie('Entrar pasa a la nota y, en ella, guarda. No se ven en la pared.')}</form>",
    )


def _quorum() -> str:
    return _dialogo(
        "quorum",
        "¿Quién está?",
        '<p id="q-cuantas" role="status"></p><div id="q-entidades" role="group" '
        'aria-label="Entidades del Comité"></div><p class="error" role="alert"></p>'
        '<p class="como">Flechas para moverse; espacio o Entrar para marcar. '
        f"Queda la hora.</p>{CERRAR}",
    )


def _campo(codigo: str, rotulo: str, letras: int, otros: str = "") -> str:
    return (
        f'<label for="{codigo}">{rotulo}</label><input type="text" id="{codigo}" '
        f'maxlength="{letras}" autocomplete="off" spellcheck="false"{otros}>'
    )


def _pie(como: str) -> str:
    return (
        f'<p class="error" role="alert"></p><p class="como">{como}</p>'
        f'<p class="botones"><button type="submit">Guardar</button>{CERRAR}</p>'
    )


def _dialogo(codigo: str, titulo: str, cuerpo: str) -> str:
    return (
        f'<dialog id="{codigo}" aria-labelledby="titulo-{codigo}">'
        f'<h2 id="titulo-{codigo}">{titulo}</h2>{cuerpo}</dialog>'
    )
