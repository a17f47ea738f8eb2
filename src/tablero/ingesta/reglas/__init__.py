"""Reglas que miran más de una celda, un archivo por familia.

Cada regla recibe las filas leídas y devuelve los errores que encuentra; ninguna se detiene en el
primero ni corrige nada. Lo que cada tabla promete está declarado en el modelo: aquí se comprueba.
"""

from collections.abc import Sequence

from tablero.errores import ErrorDeCelda
from tablero.ingesta.reglas import (
    ajustes,
    aritmetica,
    centros,
    citas,
    claves,
    cortes,
    entidades,
    ipt,
    municipios,
    politica,
    porcentajes,
    rangos,
    referencias,
)
from tablero.ingesta.reglas.leidas import Leidas, Regla

__all__ = ["REGLAS", "Leidas", "Regla", "revisar"]

REGLAS: tuple[Regla, ...] = (
    municipios.unir_municipios,
    municipios.departamentos,
    entidades.nombres_de_dos,
    entidades.unir_entidades,
    cortes.cortes_ajenos,
    cortes.cortes_sin_decir,
    cortes.periodos_al_reves,
    cortes.periodos_ajenos,
    claves.claves_dobles,
    claves.repetidas,
    claves.saltos,
    claves.de_otro_documento,
    entidades.entidades_dobles,
    referencias.referencias,
    referencias.copias,
    referencias.rotulos,
    referencias.prefijos,
    referencias.companias,
    porcentajes.como_fraccion,
    citas.cifras_y_fechas,
    citas.textos,
    citas.opciones,
    aritmetica.cuentas,
    aritmetica.redondeos,
    aritmetica.conteos_por_cluster,
    centros.aperturas,
    politica.productos_sin_avance,
    politica.ponderaciones,
    politica.porcentajes_imposibles,
    politica.pahv_dicho_dos_veces,
    ajustes.ajustes_mal_escritos,
    ajustes.ajustes_posteriores,
    ipt.ediciones_partidas,
    ipt.ediciones_incompletas,
    ipt.direcciones_sin_valores,
    rangos.mal_puestos,
)
"""En este orden: la clave de algunas tablas es el código que pone la primera."""

MAX_POR_HOJA = 200
"""De una misma regla en una misma hoja: una columna entera mal escrita se entiende antes."""


def revisar(leidas: Leidas, reglas: Sequence[Regla] = REGLAS) -> list[ErrorDeCelda]:
    """Todos los errores de todas las reglas."""
    return [error for regla in reglas for error in _hasta_el_tope(list(regla(leidas)))]


def _hasta_el_tope(errores: Sequence[ErrorDeCelda]) -> list[ErrorDeCelda]:
    """Los errores de una regla, con un resumen de los que pasan del tope en cada hoja."""
    vistos: dict[tuple[str, str], int] = {}
    dichos: list[ErrorDeCelda] = []
    for error in errores:
        hoja = (error.archivo, error.hoja)
        vistos[hoja] = vistos.get(hoja, 0) + 1
        if vistos[hoja] <= MAX_POR_HOJA:
            dichos.append(error)
    dichos += [
        ErrorDeCelda(archivo, hoja, mensaje=f"y {cuantos - MAX_POR_HOJA} errores más como esos.")
        for (archivo, hoja), cuantos in vistos.items()
        if cuantos > MAX_POR_HOJA
    ]
    return dichos
