"""Lo que alguien escribe para mostrar: un código, o la dirección de una página del tablero."""

import re
from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode, urlsplit

from tablero.consultas import historia, politica, territorio
from tablero.consultas.base import Preguntas
from tablero.errores import ErrorTablero
from tablero.respuestas.vista import EDICION, DeUnCorte
from tablero.texto import codigo, visible

DE_PRODUCTO = re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,3}")
DE_MUNICIPIO = re.compile(r"\d{5}", re.ASCII)
PAGINAS = frozenset(
    {
        *("descargas", "conciliacion", "ediciones", "glosario", "buscar"),
        *("semaforo", "producto", "historia", "suponer", "hallazgos", "entidad"),
        *("mapas_ipt", "brechas", "clusteres", "indice_ipt", "ficha_territorial"),
        *("centros_integrate", "transferencias", "comite", "sesion", "logros"),
        *("plan_cnim", "integra"),
    }
)
"""Las del menú, como se llaman en la dirección; el inicio no tiene nombre."""
INICIO = ("", ".")
PARAMETROS = 30
LETRAS_QUE_SE_CITAN = 80
Vista = Callable[[], DeUnCorte]
"""La política y el corte que se miran: solo se piden si hacen falta."""
AYUDA = (
    "Un código (producto 3.1.7, municipio 54001), o la dirección de una página con sus filtros, "
    "copiada del navegador."
)


def entender(escrito: str, preguntar: Preguntas, vista: Vista) -> str:
    """La dirección, dentro del tablero; la de un producto, en la política de esa vista.

    `ErrorTablero` si no es de ninguna página ni código. Una que ya se entendió queda igual.
    """
    limpio = codigo(escrito)
    if DE_PRODUCTO.fullmatch(limpio):
        return _de_producto(limpio, preguntar, vista())
    if DE_MUNICIPIO.fullmatch(limpio):
        return _de_municipio(limpio, preguntar)
    try:
        partes = urlsplit(limpio)
        pedidos = parse_qsl(partes.query, max_num_fields=PARAMETROS)
    except ValueError as error:
        raise ErrorTablero(f"«{_citado(limpio)}» no es una dirección.") from error
    pagina = partes.path.rstrip("/").rpartition("/")[2]
    es_el_inicio = pagina in INICIO and bool(partes.netloc or partes.query or partes.path)
    if pagina not in PAGINAS and not es_el_inicio:
        raise ErrorTablero(
            f"«{_citado(limpio)}» no es de este tablero. Escriba {AYUDA[0].lower()}{AYUDA[1:]}"
        )
    suyos = urlencode([(nombre, valor) for nombre, valor in pedidos if nombre != EDICION])
    nombre = "" if es_el_inicio else pagina
    return f"{nombre}?{suyos}" if suyos else nombre or "./"


def de_siempre(preguntar: Preguntas) -> DeUnCorte:
    """La primera política en su último corte: lo que se mira si nadie dice cuál."""
    fila = preguntar(politica.politicas).filas[0]
    return {"politica": fila["politica_codigo"], "corte": fila["corte_fecha"]}


def _de_producto(numero: str, preguntar: Preguntas, vista: DeUnCorte) -> str:
    productos = preguntar(historia.productos, **vista).datos
    if numero not in set(productos["producto_codigo"]):
        raise ErrorTablero(f"Ningún producto de la política lleva el código {numero}.")
    return f"producto?{urlencode({'codigo': numero, 'politica': vista['politica']})}"


def _de_municipio(numero: str, preguntar: Preguntas) -> str:
    if preguntar(territorio.municipio, codigo=numero).esta_vacio:
        raise ErrorTablero(f"Ningún municipio lleva el código {numero}.")
    return f"ficha_territorial?{urlencode({'municipio': numero})}"


def _citado(escrito: str) -> str:
    """Lo escrito, con lo que no se ve por su nombre y sin pasarse de largo."""
    sobra = "…" if len(escrito) > LETRAS_QUE_SE_CITAN else ""
    return visible(escrito[:LETRAS_QUE_SE_CITAN]) + sobra
