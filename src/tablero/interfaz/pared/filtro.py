"""Con qué filtros se ve una página, en palabras: en la pared no se ven sus listas."""

from datetime import date

from tablero import formato
from tablero.consultas import territorio
from tablero.consultas.base import Resultado
from tablero.exportar.llevar.llevada import Filtro
from tablero.interfaz.filtros import DEPARTAMENTO, MUNICIPIO
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.pared.direccion import Pares
from tablero.respuestas.vista import CORTE, POLITICA

COMPARAR = "comparar"
NO_FILTRAN = frozenset({"ver", "orden", "filtro", "q", "buscar", "termino", COMPARAR, POLITICA})
"""Los que dicen qué parte se abre o en qué orden, o que la pantalla ya dice."""
ROTULOS = {
    "codigo": "producto",
    "nombre": "entidad",
    "supone": "se supone",
    COMPARAR: "se comparan",
}
TERRITORIO = (DEPARTAMENTO, MUNICIPIO)
SUJETOS = ("nombre", "codigo")
"""Los que dicen de quién es todo lo que la página muestra."""


def de_quien(pares: Pares) -> str:
    """La entidad o el producto de la página; vacío si no es de uno."""
    return next((valor for nombre, valor in pares if nombre in SUJETOS), "")


def en_palabras(pares: Pares) -> str:
    """«Filtros: departamento Antioquia; objetivo 3.»; vacío si se ve todo."""
    dichos = [f"{_rotulo(nombre)} {_valor(nombre, valor)}" for nombre, valor in _filtran(pares)]
    if not dichos:
        return ""
    return f"{'Filtro' if len(dichos) == 1 else 'Filtros'}: {'; '.join(dichos)}."


def de_una(pares: Pares, respuesta: Resultado | None) -> tuple[Filtro, ...]:
    """Cómo se llama y qué se eligió en cada filtro que le toca a una tarjeta.

    El territorio solo se nombra si la respuesta se preguntó con él: hay tarjetas que son de todo el
    país aunque la página mire un departamento.
    """
    pedidos = {} if respuesta is None else dict(respuesta.parametros)
    return tuple(
        (_rotulo(nombre).capitalize(), _valor(nombre, valor))
        for nombre, valor in (*_filtran(pares), *_comparados(pares))
        if nombre not in TERRITORIO or pedidos.get(nombre) == valor
    )


def _filtran(pares: Pares) -> Pares:
    return tuple(par for par in pares if par[0] not in NO_FILTRAN and par[1])


def _comparados(pares: Pares) -> Pares:
    return tuple(par for par in pares if par[0] == COMPARAR and par[1])


def _rotulo(nombre: str) -> str:
    return ROTULOS.get(nombre, nombre.replace("_", " "))


def _valor(nombre: str, valor: str) -> str:
    if nombre == MUNICIPIO:
        hallado = preguntar(territorio.municipio, codigo=valor)
        if not hallado.esta_vacio:
            fila = hallado.fila
            return f"{fila['municipio_nombre']}, {fila['departamento_nombre']}"
    if nombre == CORTE:
        try:
            return formato.fecha(date.fromisoformat(valor))
        except ValueError:
            return valor
    return ", ".join(valor.split(",")) if nombre == COMPARAR else valor
