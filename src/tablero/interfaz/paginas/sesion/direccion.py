"""Lo que alguien escribe para mostrar: un código, o la dirección de una página del tablero."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from tablero.consultas import historia, territorio
from tablero.errores import ErrorTablero
from tablero.interfaz.filtros import politica_y_corte
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.decir import citado
from tablero.interfaz.marco.edicion_pedida import EDICION
from tablero.interfaz.pared.direccion import CAMPOS, PAGINAS
from tablero.texto import codigo

DE_PRODUCTO = re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,3}")
DE_MUNICIPIO = re.compile(r"\d{5}", re.ASCII)
AYUDA = (
    "Un código (producto 3.1.7, municipio 54001), o la dirección de una página con sus filtros, "
    "copiada del navegador."
)


def entender(escrito: str) -> str:
    """La dirección, dentro del tablero; `ErrorTablero` si no es de ninguna página ni código."""
    limpio = codigo(escrito)
    if DE_PRODUCTO.fullmatch(limpio):
        return _de_producto(limpio)
    if DE_MUNICIPIO.fullmatch(limpio):
        return _de_municipio(limpio)
    try:
        partes = urlsplit(limpio)
        pedidos = parse_qsl(partes.query, max_num_fields=CAMPOS)
    except ValueError as error:
        raise ErrorTablero(f"«{citado(limpio)}» no es una dirección.") from error
    pagina = partes.path.rstrip("/").rpartition("/")[2]
    es_el_inicio = not pagina and bool(partes.netloc or partes.query or partes.path)
    if (pagina or None) not in PAGINAS and not es_el_inicio:
        raise ErrorTablero(f"«{citado(limpio)}» no es de este tablero. Escriba {_minuscula(AYUDA)}")
    suyos = [(nombre, valor) for nombre, valor in pedidos if nombre != EDICION]
    return f"{pagina}?{urlencode(suyos)}" if suyos else pagina or "./"


def enlace(direccion: str, edicion: int | None) -> str:
    """La de una pantalla, en la edición de la sesión."""
    if edicion is None:
        return f"./{direccion}".replace("././", "./")
    pagina, _, consulta = direccion.removeprefix("./").partition("?")
    pedidos = [*parse_qsl(consulta), (EDICION, str(edicion))]
    return f"./{pagina}?{urlencode(pedidos)}"


def _de_producto(numero: str) -> str:
    vista = politica_y_corte.de_la_url()
    productos = preguntar(historia.productos, **vista.consulta).datos
    if numero not in set(productos["producto_codigo"]):
        raise ErrorTablero(f"Ningún producto de la política lleva el código {numero}.")
    return f"producto?{urlencode({'codigo': numero, 'politica': vista.politica})}"


def _de_municipio(numero: str) -> str:
    if preguntar(territorio.municipio, codigo=numero).esta_vacio:
        raise ErrorTablero(f"Ningún municipio lleva el código {numero}.")
    return f"ficha_territorial?{urlencode({'municipio': numero})}"


def _minuscula(frase: str) -> str:
    return frase[0].lower() + frase[1:]
