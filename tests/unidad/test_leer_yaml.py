"""Una ficha escrita a mano: se entiende, o se dice en español en qué línea y cómo se arregla."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tablero.ingesta.fuentes.ficha import Ficha, leer_ficha
from tablero.leer_yaml import TOPE, YamlMalEscrito, entender, leer_yaml

BUENA = (
    'titulo: "Plan"\n'
    'entidad: "Alguien"\n'
    "corte_fecha: 2025-06-30\n"
    'corte_texto: "junio"\n'
    'archivo: "x.pdf"\n'
    'licencia: "no declarada"\n'
)
COMILLAS = 'ponga el valor entre comillas rectas ("…")'
UTF8 = (
    "guárdelo en UTF-8 (en el Bloc de notas: «Archivo», «Guardar como» y, en «Codificación», "
    "UTF-8)."
)
NO_CAMPO = "no es un campo con su valor; cada línea es «campo: valor»."


def cambiada(antes: str, despues: str) -> str:
    assert antes in BUENA
    return BUENA.replace(antes, despues)


MALAS: dict[str, tuple[str | bytes, str]] = {
    "dos puntos en el título": (
        cambiada('"Plan"', "Plan: informe 2025"),
        "línea 1 («titulo: Plan: informe 2025»): tiene «:» dentro del valor, o espacios de más al "
        f"comienzo; {COMILLAS}.",
    ),
    "un tabulador": (
        BUENA + "\tnota: x\n",
        "línea 7 («⟨tabulador⟩nota: x»): tiene un tabulador; use espacios.",
    ),
    "en ANSI": (
        cambiada("Alguien", "Nariño").encode("cp1252"),
        f"línea 2: no está en UTF-8; {UTF8}",
    ),
    "en UTF-16": (BUENA.encode("utf-16"), f"está en UTF-16 («Unicode»); {UTF8}"),
    "un carácter de control": (
        cambiada("Alguien", "Al\0guien"),
        "línea 2: tiene un carácter que no se ve (U+0000); bórrelo.",
    ),
    "vacía": ("", "está vacío; debe tener un «campo: valor» por línea."),
    "solo comentarios": ("# nada\n", "está vacío; debe tener un «campo: valor» por línea."),
    "una lista": ("- a\n- b\n", f"línea 1 («- a»): {NO_CAMPO}"),
    "una frase": ("hola\n", f"línea 1 («hola»): {NO_CAMPO}"),
    "un campo repetido": (
        BUENA + "titulo: Otro\n",
        "línea 7 («titulo: Otro»): el campo «titulo» está repetido; deje uno solo.",
    ),
    "un campo repetido que no se nota": (
        BUENA + "titulo\u200b: Otro\n",
        "línea 7 («titulo: Otro»): el campo «titulo» está repetido; deje uno solo.",
    ),
    "una bomba de referencias": (
        'a: &a ["x"]\nb: [*a, *a]\n',
        'línea 1 («a: &a ["x"]»): el valor empieza con «&» o «*», que aquí dicen otra cosa; '
        f"{COMILLAS}.",
    ),
    "un objeto de Python": (
        cambiada('"Plan"', "!!python/object/apply:os.system [ls]"),
        "línea 1 («titulo: !!python/object/apply:os.system [ls]»): el valor empieza con «!», que "
        f"aquí dice otra cosa; {COMILLAS}.",
    ),
    "un numeral que cortaría el valor": (
        cambiada('"Plan"', "Informe #2 de avance"),
        f"línea 1 («titulo: Informe #2 de avance»): lo que sigue a «#» no se leería; {COMILLAS}, o "
        "el comentario aparte.",
    ),
    "unas comillas sin cerrar": (
        cambiada('"no declarada"', "'no declarada"),
        "línea 6 («licencia: 'no declarada»): unas comillas no se cierran.",
    ),
    "una lista sin cerrar": (
        cambiada('"Alguien"', "[Alguien"),
        "línea 2 («entidad: [Alguien»): lo que empieza con «[» o «{» no se cierra.",
    ),
    "un campo sin dos puntos": (
        cambiada("entidad:", "entidad"),
        'línea 2 («entidad "Alguien"»): le falta «:» y un espacio entre el campo y su valor.',
    ),
    "una fecha que no existe": (
        cambiada("2025-06-30", "2025-02-30"),
        "línea 3 («corte_fecha: 2025-02-30»): «2025-02-30» no existe o no cabe; corríjalo.",
    ),
    "un entero de miles de cifras": (
        cambiada('"Plan"', "9" * 5000),
        f"línea 1 («titulo: {'9' * 51}…»): «{'9' * 59}…» no existe o no cabe; corríjalo.",
    ),
    "listas sin fondo": ("a: " + "[" * 5000, "tiene demasiadas listas unas dentro de otras."),
    "enorme": ("a" * (TOPE + 1), "pesa más de 1 MB; no es una ficha."),
    "una fecha como texto": (
        cambiada("2025-06-30", '"2025-06-30"'),
        "línea 3, corte_fecha: escriba una fecha AAAA-MM-DD, sin comillas.",
    ),
    "un número por título": (
        cambiada('"Plan"', "2025"),
        "línea 1, titulo: se leería como un número, una fecha o un sí o no; póngalo entre "
        "comillas.",
    ),
    "un «no» por licencia": (
        cambiada('"no declarada"', "no"),
        "línea 6, licencia: se leería como un número, una fecha o un sí o no; póngalo entre "
        "comillas.",
    ),
    "un campo sin valor": (cambiada('"Alguien"', ""), "línea 2, entidad: está vacío."),
    "un campo mal escrito": (
        cambiada("licencia", "licensia"),
        "licencia: falta; línea 6, licensia: no es un campo conocido; ¿quiso decir «licencia»?",
    ),
    "una letra que se ve igual": (
        cambiada("Plan", "\u0420lan"),
        "línea 1, titulo: tiene una letra de otro alfabeto (\u0420 cirílica).",
    ),
}


@pytest.fixture
def ruta(tmp_path: Path) -> Path:
    return tmp_path / "fuente.yml"


@pytest.mark.parametrize("caso", MALAS)
def test_lo_que_no_se_entiende_se_dice_con_su_linea(ruta: Path, caso: str) -> None:
    contenido, esperado = MALAS[caso]
    ruta.write_bytes(contenido if isinstance(contenido, bytes) else contenido.encode())
    with pytest.raises(YamlMalEscrito) as error:
        leer_ficha(ruta, Ficha)
    assert str(error.value) == esperado


BUENAS = {
    "con marca de orden": b"\xef\xbb\xbf" + BUENA.encode(),
    "con saltos de Windows": BUENA.replace("\n", "\r\n").encode(),
    "con espacios duros": BUENA.replace(": ", ":\u00a0").encode(),
    "con caracteres que no se ven": BUENA.replace("Plan", "Pl\u200ban\u00ad ").encode(),
    "con un salto de párrafo": BUENA.replace("Alguien", "Alguien\u2029").encode(),
    "con un comentario aparte": b"# ficha\n" + BUENA.encode(),
    "con un comentario tras la fecha": BUENA.replace("06-30", "06-30 # corte").encode(),
}


@pytest.mark.parametrize("caso", BUENAS)
def test_lo_que_no_dice_otra_cosa_se_lee_igual(ruta: Path, caso: str) -> None:
    ruta.write_text(BUENA, encoding="utf-8")
    esperada = leer_ficha(ruta, Ficha)
    ruta.write_bytes(BUENAS[caso])
    assert leer_ficha(ruta, Ficha) == esperada


def test_una_carpeta_no_es_una_ficha(ruta: Path) -> None:
    ruta.mkdir()
    with pytest.raises(YamlMalEscrito, match=re.escape("no se puede leer (es una carpeta).")):
        leer_ficha(ruta, Ficha)


def test_una_ficha_con_otro_nombre_se_nota(ruta: Path) -> None:
    ruta.with_name("FUENTE.YAML").write_text(BUENA, encoding="utf-8")
    with pytest.raises(ValueError, match=r"Hay «FUENTE\.YAML»: cámbiele el nombre"):
        leer_ficha(ruta, Ficha)
    ruta.write_text(BUENA, encoding="utf-8")
    with pytest.raises(ValueError, match="hay otra ficha"):
        leer_ficha(ruta, Ficha)


def test_los_textos_se_limpian_al_leerlos(ruta: Path) -> None:
    ruta.write_text('a: "Sin\u00a0 más"\nb: ["Uno\u200b", 2]\n', encoding="utf-8")
    campos = leer_yaml(ruta)
    assert campos == {"a": "Sin más", "b": ["Uno", 2]}
    assert campos.lineas == {"a": 1, "b": 2}


EN_INGLES = re.compile(r"\b(found|expected|while|could not|not allowed|mapping|scanning|token)\b")
SIGNOS = st.sampled_from(
    list("abñ:#&*!|>'\"[]{},-?@`%\\\t\n \u00a0\u200b\u2028\0\x07\x85\ufeff0129")
)


@settings(max_examples=300, deadline=None)
@given(st.text(SIGNOS, max_size=40) | st.text(max_size=30))
def test_ningun_texto_da_otra_cosa_que_campos_o_un_motivo_en_espanol(texto: str) -> None:
    for entero in (texto, f"{BUENA}nota: {texto}\n", f"{texto}\n{BUENA}"):
        try:
            campos = entender(entero)
        except YamlMalEscrito as error:
            sin_citas = re.sub(r"«[^»]*»", "", str(error))
            assert EN_INGLES.search(sin_citas) is None
            assert "lambda" not in str(error)
        else:
            assert all(isinstance(campo, str) for campo in campos)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60))
def test_ningun_archivo_da_otra_cosa(
    tmp_path_factory: pytest.TempPathFactory, datos: bytes
) -> None:
    ruta = tmp_path_factory.mktemp("ficha") / "fuente.yml"
    ruta.write_bytes(datos)
    with pytest.raises(YamlMalEscrito):
        leer_ficha(ruta, Ficha)
