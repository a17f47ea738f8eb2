"""De qué indicador es una fila, según la celda de su código."""

from tablero.ingesta.seguimiento.celdas import CORREGIR_LA_FILA, Lector
from tablero.ingesta.seguimiento.codigo import Codificado, esta_roto, leer_codigo
from tablero.ingesta.seguimiento.diseno import TITULOS, Diseno
from tablero.libro.convertir import ValorNoValido, citar
from tablero.modelo.reglas import Regla
from tablero.texto import visible

MUESTRA = 30
"""Cuántos caracteres de una celda se muestran."""


def no_es_de_nadie(lector: Lector, fila: int, columna: int, diseno: Diseno) -> bool:
    """Si en vez del código dice «Total», o repite el título de su columna."""
    dicho = lector.hoja.titulo(fila, columna)
    return dicho in diseno.totales or dicho in diseno.columnas["codigo"].titulos


def leer_codigo_de_fila(lector: Lector, fila: int, columna: int) -> Codificado | None:
    """El código de una fila que tiene datos; sin él, la fila no es de nadie y se dice."""
    titulo = TITULOS["codigo"]
    valor = lector.hoja.valor(fila, columna)
    if isinstance(valor, str):
        texto = lector.texto(fila, columna, titulo)
        try:
            codificado = leer_codigo(valor) if texto else None
        except ValorNoValido as error:
            mensaje = f"{error} La fila no se lee."
            lector.anotar(fila, columna, titulo, mensaje, que_hacer=CORREGIR_LA_FILA)
            return None
        if codificado is not None and esta_roto(valor, codificado.codigo):
            lector.codigo = codificado.codigo
            lector.notar(
                fila,
                columna,
                titulo,
                f"«{visible(valor.strip()[:MUESTRA])}» se leyó como {codificado.codigo}.",
                regla=Regla.CODIGO_ROTO,
                que_hacer="Escriba el código sin espacios ni caracteres de más, como se leyó.",
            )
            lector.codigo = ""
        return codificado
    if valor is None and lector.hoja.rareza(fila, columna):
        lector.texto(fila, columna, titulo)
    else:
        que = "está vacía" if valor is None else f"{citar(valor)} no es un texto con el código"
        mensaje = f"{que}; la fila no se lee."
        lector.anotar(fila, columna, titulo, mensaje, que_hacer=CORREGIR_LA_FILA)
    return None
