"""Qué programa es este y qué tablero sirve, para «Acerca de este tablero»."""

from importlib.metadata import PackageNotFoundError, version

from starlette.requests import Request
from starlette.responses import JSONResponse

from tablero import formato
from tablero.consultas import fuentes
from tablero.errores import AjusteInvalido, ErrorTablero
from tablero.filas import filas_de
from tablero.interfaz.marco.conexion import preguntar, tablero, un_solo_tablero
from tablero.interfaz.servidor.programa import SIN_GUARDAR, programa
from tablero.modelo.documentos import sigla
from tablero.publicacion import publicacion

SIN_INSTALAR = "sin instalar"
SIN_TABLERO = "Todavía no hay un tablero construido."


def acerca(_peticion: Request) -> JSONResponse:
    """`GET /propio/acerca.json`: pares de nombre y texto, ya para leer.

    La versión del programa, la licencia de los datos, cuándo se construyó el tablero y el corte de
    cada fuente.
    """
    dice = [("Programa", f"versión {_version()}, huella {programa()}")]
    dice.append(("Licencia de los datos del tablero", _licencia()))
    try:
        with un_solo_tablero():
            cuando = tablero().construido
            dice.append(("Tablero construido", f"{formato.fecha(cuando.date())}, {cuando:%H:%M}"))
            dice += _cortes()
    except ErrorTablero:
        dice.append(("Datos", SIN_TABLERO))
    return JSONResponse({"dice": dice}, headers=SIN_GUARDAR)


def _licencia() -> str:
    """La que alguien decidió, o que está por definir; si está mal escrita, qué le pasa."""
    try:
        return publicacion().licencia_dicha
    except AjusteInvalido as error:
        return str(error)


def _version() -> str:
    try:
        return version("tablero")
    except PackageNotFoundError:
        return SIN_INSTALAR


def _cortes() -> list[tuple[str, str]]:
    """El corte más reciente de cada documento, con sus palabras."""
    filas = filas_de(preguntar(fuentes.fuentes).datos)
    ultimos = {
        sigla(f["fuente_codigo"]): formato.corte(f["corte_texto"], f["corte_fecha"])
        for f in sorted(filas, key=lambda f: f["corte_fecha"])
    }
    return [(f"Corte de {nombre}", corte) for nombre, corte in sorted(ultimos.items())]
