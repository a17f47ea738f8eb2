"""Los términos del glosario que el guion señala en cada página, como los lee el navegador."""

import json

from tablero.interfaz.piezas.terminos import palabras_si_hay

NOMBRE = "tbGlosario"
"""Con el que los busca `guion/glosario.js`."""


def asignacion() -> str:
    """La instrucción que los deja en la página; sin glosario, una lista vacía.

    De cada uno, su código en la dirección, su nombre, su definición y sus formas.
    """
    datos = [
        {
            "codigo": palabra.codigo,
            "nombre": palabra.termino.nombre,
            "definicion": palabra.termino.definicion,
            "formas": palabra.formas,
        }
        for palabra in palabras_si_hay()
        if palabra.se_enlaza
    ]
    return f"window.{NOMBRE} = {json.dumps(datos, ensure_ascii=True)};"
