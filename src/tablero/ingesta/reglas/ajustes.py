"""Un ajuste dice algo que se puede buscar: qué dato, de cuánto a cuánto y de qué política."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from tablero.calculo.numero_escrito import leer_numero
from tablero.calculo.plan.ajustes import DE_FECHA, DE_MOVIMIENTO, DE_NUMERO, leer_fecha
from tablero.calculo.seguimiento.indicador import Periodicidad
from tablero.errores import ErrorDeCelda
from tablero.formato import enumerar
from tablero.ingesta.fuentes.documentos import APARTE
from tablero.ingesta.reglas.leidas import Leidas
from tablero.libro.fila import FilaLeida
from tablero.modelo import TABLA_POR_NOMBRE
from tablero.modelo.politica import Anualizacion

TABLA = "politica_ajustes"
MODELO = TABLA_POR_NOMBRE[TABLA]
META, REPORTE = "meta de un año", "reporte de un trimestre"
OPCIONES = {"tipo": get_args(Anualizacion), "periodicidad": get_args(Periodicidad)}


def ajustes_mal_escritos(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Los que no se podrían comparar con ningún cambio, o son de una política que no existe."""
    for _, fila in leidas[TABLA]:
        yield from _periodo(fila)
        yield from _valores(fila)
        politica = fila.valores["politica_codigo"]
        conocidas = _politicas(leidas)
        if leidas.esta_completa("politicas") and politica not in conocidas:
            yield fila.error(
                f"«{politica}» no es una política con informe, libro o plan; hay: "
                f"{enumerar(sorted(conocidas))}.",
                MODELO.columna("politica_codigo"),
            )


def ajustes_posteriores(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Un ajuste no puede ser posterior al corte del registro."""
    for documento, fila in leidas[TABLA]:
        dia, corte = fila.valores["ajuste_fecha"], documento.ficha.corte_fecha
        if dia > corte:
            mensaje = f"{dia} es posterior al corte del documento ({corte})."
            yield fila.error(mensaje, MODELO.columna("ajuste_fecha"))


def _periodo(fila: FilaLeida) -> Iterator[ErrorDeCelda]:
    """El año y el trimestre van donde hacen falta, y en ninguna otra parte."""
    que = fila.valores["que"]
    for nombre, donde in (("anio", (META, REPORTE)), ("trimestre", (REPORTE,))):
        columna, falta = MODELO.columna(nombre), fila.valores[nombre] is None
        if que in donde and falta:
            yield fila.error(f"está vacía; diga de qué {columna.titulo.lower()}.", columna)
        elif que not in donde and not falta:
            yield fila.error(f"«{que}» no lleva {columna.titulo.lower()}; bórrelo.", columna)


def _valores(fila: FilaLeida) -> Iterator[ErrorDeCelda]:
    """«De» y «A» son de la clase de su dato, y no dicen lo mismo."""
    que = fila.valores["que"]
    for nombre in ("de", "a"):
        texto = fila.valores[nombre]
        if texto is not None and (mensaje := _no_vale(que, texto)):
            yield fila.error(mensaje, MODELO.columna(nombre))
    de, a = fila.valores["de"], fila.valores["a"]
    if que not in DE_MOVIMIENTO and de == a:
        yield fila.error("dice lo mismo en «De» y en «A»: no cambia nada.", MODELO.columna("a"))


def _no_vale(que: str, texto: str) -> str:
    """Por qué ese texto no es un valor de ese dato; vacío si lo es."""
    if que in DE_MOVIMIENTO:
        return f"«{que}» no lleva valor; bórrelo."
    if que in DE_NUMERO and leer_numero(texto) is None:
        return f"«{texto}» no es un número; escríbalo así: 1.200, 26,5 o 5 %."
    if que in DE_FECHA and leer_fecha(texto) is None:
        return f"«{texto}» no es una fecha AAAA-MM-DD; escríbala así: 2027-12-31."
    if que in OPCIONES and texto not in OPCIONES[que]:
        return f"«{texto}» no es válido; use: {', '.join(OPCIONES[que])}."
    return ""


def _politicas(leidas: Leidas) -> set[str]:
    """Las que tienen informe, libro de seguimiento o plan de acción."""
    # La carpeta de las fuentes es la de cualquier documento que no se revise suelto.
    fuentes = next((d.carpeta.parents[1] for d, _ in leidas["municipios"]), Path())
    de_informes = {fila.valores["politica_codigo"] for _, fila in leidas["politicas"]}
    aparte = (fuentes / nombre for nombre in APARTE)
    carpetas = (c.name for de in aparte if de.is_dir() for c in de.iterdir() if c.is_dir())
    return {*de_informes, *carpetas}
