"""Leer un archivo ajeno en un proceso aparte, con un tope de tiempo y otro de memoria.

La librería geográfica está escrita en C: ante un archivo dañado puede terminar de golpe el proceso
que la usa, pedir toda la memoria o no acabar nunca, y ninguna de las tres se puede atajar desde
adentro. El que muere aquí es otro; el tablero sigue con la cartografía que tenía. Lo que vuelve es
JSON: de un proceso que leyó un archivo ajeno no se recibe nada que se pueda ejecutar.
"""

import json
import os
import subprocess  # nosec B404  # solo lanza a este mismo programa
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

import tablero
from tablero.errores import CartografiaRechazada
from tablero.formato import numero
from tablero.territorio.cartografia import FichaInstalada
from tablero.territorio.oficial.comprobar import Municipios
from tablero.territorio.oficial.copiar import CORRUPTO, MIB
from tablero.territorio.oficial.leer import FALLAS
from tablero.territorio.oficial.metadatos import Declarada
from tablero.un_json import Objeto

TOPE_DE_SEGUNDOS = 300
"""Lo que se espera antes de dejarlo: quien abre el tablero está esperando también."""
TOPE_DE_MEMORIA = 4096 * MIB
GUION = ["-m", __name__]
PEDIDO, RESPUESTA, CONTENIDO = "pedido.json", "respuesta.json", "contenido"


def preparar(
    ruta: Path, temporal: Path, municipios: Municipios, carpeta: Path, dicha: Declarada
) -> tuple[FichaInstalada, bytes]:
    """Lo mismo que `instalar.preparar`, hecho por otro proceso.

    `CartografiaRechazada` también si ese proceso muere, no termina o se queda sin memoria.
    """
    pedido = {
        "ruta": str(ruta),
        "municipios": [dict(municipio) for municipio in municipios],
        "carpeta": str(carpeta),
        "dicha": asdict(dicha),
    }
    (temporal / PEDIDO).write_text(json.dumps(pedido, default=str), encoding="utf-8")
    _correr(temporal)
    respuesta = _respuesta(temporal)
    if "rechazada" in respuesta:
        raise CartografiaRechazada(str(respuesta["rechazada"]))
    if "errno" in respuesta:
        raise OSError(respuesta["errno"], respuesta["motivo"])
    ficha = FichaInstalada.model_validate(respuesta["ficha"])
    return ficha, (temporal / CONTENIDO).read_bytes()


def _correr(temporal: Path) -> None:
    fuentes = str(Path(tablero.__file__).resolve().parents[1])
    busca = os.pathsep.join(filter(None, (fuentes, os.environ.get("PYTHONPATH"))))
    try:
        hecho = subprocess.run(  # noqa: S603  # nosec B603  # este mismo programa
            [sys.executable, *GUION, str(temporal)],
            env={**os.environ, "PYTHONPATH": busca, "OPENBLAS_NUM_THREADS": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=TOPE_DE_SEGUNDOS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        minutos = numero(TOPE_DE_SEGUNDOS // 60)
        raise CartografiaRechazada(f"no se terminó de leer en {minutos} minutos.") from error
    if hecho.returncode:
        raise CartografiaRechazada(
            f"al leerlo, el programa que lee mapas se cerró (código {hecho.returncode}): {CORRUPTO}"
        )


def _respuesta(temporal: Path) -> Objeto:
    try:
        return dict(json.loads((temporal / RESPUESTA).read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise CartografiaRechazada(CORRUPTO) from error


def _acotar() -> None:
    """Los topes del proceso, donde el sistema los tiene."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - no existe en Windows

    for cual, tope in (
        (resource.RLIMIT_AS, TOPE_DE_MEMORIA),
        (resource.RLIMIT_CPU, TOPE_DE_SEGUNDOS),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # ya había uno menor, o el sistema no deja
            resource.setrlimit(cual, (tope, tope))


def _atender(temporal: Path) -> Objeto:
    """Lee el pedido, prepara la cartografía y da la respuesta."""
    from tablero.territorio.oficial import instalar  # noqa: PLC0415 - `instalar` usa este módulo

    pedido = json.loads((temporal / PEDIDO).read_text(encoding="utf-8"))
    propia = temporal / "aparte"
    propia.mkdir()
    try:
        ficha, contenido = instalar.preparar(
            Path(pedido["ruta"]),
            propia,
            pedido["municipios"],
            Path(pedido["carpeta"]),
            Declarada(**pedido["dicha"]),
        )
    except CartografiaRechazada as error:
        return {"rechazada": str(error)}
    except OSError as error:
        return {"errno": error.errno, "motivo": error.strerror}
    except FALLAS:
        return {"rechazada": CORRUPTO}
    except Exception as error:  # lo que falle aquí no debe detener a quien espera
        return {"rechazada": f"falló al leerlo ({type(error).__name__})."}
    (temporal / CONTENIDO).write_bytes(contenido)
    return {"ficha": ficha.model_dump(mode="json")}


if __name__ == "__main__":
    _acotar()
    _en = Path(sys.argv[1])
    _texto = json.dumps(_atender(_en), ensure_ascii=False)
    (_en / RESPUESTA).write_text(_texto, encoding="utf-8")
