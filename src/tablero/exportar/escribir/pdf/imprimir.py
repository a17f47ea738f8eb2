"""Un PDF compilado con Typst en un proceso que ahí termina: se lanza a sí mismo con `python -m`.

Typst guarda para la próxima vez lo que ya compiló, y no hay cómo pedirle que lo olvide: donde se
atiende serían más de cien megas que nadie usa. Abrir el proceso cuesta una décima de segundo.
"""

import base64
import json
import subprocess  # nosec B404  # solo lanza a este mismo programa
import sys
from collections.abc import Mapping
from pathlib import Path

SEGUNDOS = 120


class NoSeImprimio(Exception):
    """Typst no pudo, o no terminó a tiempo; lleva lo que dijo."""


PRINCIPAL = "main.typ"
"""El nombre que Typst le da al archivo por el que empieza."""


def imprimir(plantilla: Mapping[str, bytes], contenido: str, letra: Path, norma: str) -> bytes:
    """El PDF de una plantilla que lee `contenido` (JSON) de `sys.inputs.contenido`.

    `plantilla` son sus archivos, por nombre: empieza por `PRINCIPAL`. `letra` es la carpeta con las
    únicas letras que puede usar. `NoSeImprimio` si no se pudo.
    """
    pedido = {
        "plantilla": {
            nombre: base64.b64encode(parte).decode("ascii") for nombre, parte in plantilla.items()
        },
        "contenido": contenido,
        "letra": str(letra),
        "norma": norma,
    }
    try:
        hecho = subprocess.run(  # noqa: S603  # nosec B603  # el propio Python
            [sys.executable, "-m", __name__],
            input=json.dumps(pedido).encode("ascii"),
            capture_output=True,
            timeout=SEGUNDOS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise NoSeImprimio(f"no terminó en {SEGUNDOS} segundos") from error
    if hecho.returncode:
        raise NoSeImprimio(hecho.stderr.decode("utf-8", "replace").strip())
    return hecho.stdout


def principal() -> int:
    """Lee el pedido de la entrada y escribe el PDF en la salida; da el código de salida."""
    import typst  # noqa: PLC0415 - quien solo pide no la necesita

    pedido = json.loads(sys.stdin.buffer.read())
    fuentes = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[pedido["letra"]]
    )
    try:
        pdf: bytes = typst.compile(  # type: ignore[call-overload]  # su firma calla los varios archivos
            {nombre: base64.b64decode(parte) for nombre, parte in pedido["plantilla"].items()},
            sys_inputs={"contenido": pedido["contenido"]},
            font_paths=fuentes,
            ignore_system_fonts=True,
            pdf_standards=pedido["norma"],
            timestamp=0,
        )
    except (typst.TypstError, RuntimeError, ValueError) as error:
        sys.stderr.buffer.write(str(error).encode("utf-8"))
        return 1
    sys.stdout.buffer.write(pdf)
    return 0


if __name__ == "__main__":
    sys.exit(principal())
