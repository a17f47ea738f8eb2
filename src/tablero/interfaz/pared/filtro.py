"""Con qué filtros se ve una página, en palabras: en la pared no se ven sus listas."""

from datetime import date

from tablero import formato
from tablero.consultas import territorio
from tablero.interfaz.filtros import MUNICIPIO
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.pared.direccion import Pares
from tablero.respuestas.vista import CORTE, POLITICA

NO_FILTRAN = frozenset({"ver", "orden", "filtro", "q", "buscar", "termino", "comparar", POLITICA})
"""Los que dicen qué parte se abre o en qué orden, o que la pantalla ya dice."""
ROTULOS = {"codigo": "producto", "nombre": "entidad", "supone": "se supone"}
SUJETOS = ("nombre", "codigo")
"""Los que dicen de quién es todo lo que la página muestra."""


def de_quien(pares: Pares) -> str:
    """La entidad o el producto de la página; vacío si no es de uno."""
    return next((valor for nombre, valor in pares if nombre in SUJETOS), "")


def en_palabras(pares: Pares) -> str:
    """«Filtros: departamento Antioquia; objetivo 3.»; vacío si se ve todo."""
    dichos = [_uno(nombre, valor) for nombre, valor in pares if nombre not in NO_FILTRAN and valor]
    if not dichos:
        return ""
    return f"{'Filtro' if len(dichos) == 1 else 'Filtros'}: {'; '.join(dichos)}."


def _uno(nombre: str, valor: str) -> str:
    rotulo = ROTULOS.get(nombre, nombre.replace("_", " "))
    if nombre == MUNICIPIO:
        hallado = preguntar(territorio.municipio, codigo=valor)
        if not hallado.esta_vacio:
            fila = hallado.fila
            return f"{rotulo} {fila['municipio_nombre']}, {fila['departamento_nombre']}"
    if nombre == CORTE:
        try:
            return f"{rotulo} {formato.fecha(date.fromisoformat(valor))}"
        except ValueError:
            return f"{rotulo} {valor}"
    return f"{rotulo} {valor}"
