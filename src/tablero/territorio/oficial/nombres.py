"""Los nombres que trae un archivo frente a los de la DIVIPOLA: solo se comparan, nunca unen."""

import pandas as pd

from tablero.formato import contar, enumerar
from tablero.territorio.oficial.codigos import Codigos
from tablero.territorio.oficial.comprobar import Municipios
from tablero.texto import plano

CAMPOS = ("MPIO_CNMBR", "MPIO_CNMBRE", "MPIO_NOMBRE", "NOMBRE_MPIO", "NOM_MPIO", "MUNICIPIO")
EJEMPLOS = 3
PALABRAS_DE_MAS = frozenset({"d", "c", "de", "del", "el", "la", "los", "las", "y", "san", "santa"})


def que_no_coinciden(
    atributos: pd.DataFrame, codigos: Codigos, municipios: Municipios
) -> list[str]:
    """Una frase si hay códigos con el nombre de otro municipio; vacío si no.

    «Cúcuta» y «San José de Cúcuta» se parecen; «Cali», en el código de Medellín, no.
    """
    campo = next((c for c in atributos.columns if str(c).upper() in CAMPOS), None)
    if campo is None:
        return []
    oficiales = {m["municipio_codigo"]: str(m.get("municipio_nombre") or "") for m in municipios}
    ajenos = {
        str(codigo): str(nombre)
        for codigo, nombre in zip(codigos.valores, atributos[campo], strict=True)
        if isinstance(codigo, str)
        and isinstance(nombre, str)
        and oficiales.get(codigo)
        and not _se_parecen(nombre, oficiales[codigo])
    }
    if not ajenos:
        return []
    ejemplos = [f"{c} «{n}» ({oficiales[c]})" for c, n in list(ajenos.items())[:EJEMPLOS]]
    cuantos = contar(len(ajenos), "nombre no es el", "nombres no son los")
    return [
        f"En «{campo}», {cuantos} de la DIVIPOLA: {enumerar(ejemplos)}. Se usan los códigos, cuyas "
        "áreas contienen sus cabeceras."
    ]


def _se_parecen(uno: str, otro: str) -> bool:
    """Si tienen en común alguna palabra propia."""
    una, otra = (set(plano(texto).split()) - PALABRAS_DE_MAS for texto in (uno, otro))
    return not una or not otra or bool(una & otra)
