"""Los productos de la política: ninguno sin avance, pesos que suman y porcentajes posibles."""

from collections.abc import Iterator, Sequence
from math import fsum
from typing import Any

from tablero.calculo.intervalos import Intervalo
from tablero.errores import ErrorDeCelda
from tablero.formato import numero_justo
from tablero.ingesta.leer_libro import Fila
from tablero.ingesta.reglas.aritmetica import SI_ASI_LO_DICE
from tablero.ingesta.reglas.citas import confirmado
from tablero.ingesta.reglas.leidas import Leidas, valores
from tablero.ingesta.reglas.porcentajes import estan_en_fraccion
from tablero.modelo.politica import PoliticaAvance, PoliticaObjetivo, PoliticaProducto
from tablero.modelo.politica_informe import PoliticaAccionMejora

PESO = "ponderacion_pct"
TODO = 100.0
PAV, PAHV, PAA = "pav_pct", "pahv_pct", "paa_pct"
Clave = tuple[Any, ...]


def productos_sin_avance(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Cada producto tiene su fila de avances en el mismo libro, aunque esté vacía."""
    if not leidas.esta_completa(PoliticaProducto.tabla, PoliticaAvance.tabla):
        return
    presentes = set(_por_producto(leidas, PoliticaAvance.tabla))
    for producto, fila in _por_producto(leidas, PoliticaProducto.tabla).items():
        if producto not in presentes:
            yield fila.error(
                f"«{fila.valores['producto_codigo']}» no tiene fila en la hoja "
                f"«{PoliticaAvance.hoja}».",
                PoliticaProducto.columna("producto_codigo"),
            )


def _por_producto(leidas: Leidas, tabla: str) -> dict[Clave, Fila]:
    return {
        (documento.fuente_codigo, *valores(fila, ("politica_codigo", "producto_codigo"))): fila
        for documento, fila in leidas[tabla]
    }


def ponderaciones(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Los productos de una política pesan 100 % entre todos, o lo que pesan sus objetivos."""
    if not leidas.esta_completa(PoliticaProducto.tabla, PoliticaObjetivo.tabla):
        return
    columna = PoliticaProducto.columna(PESO)
    objetivos = {
        documento.fuente_codigo: filas for documento, filas in leidas.libros(PoliticaObjetivo.tabla)
    }
    for documento, filas in leidas.libros(PoliticaProducto.tabla):
        if estan_en_fraccion(filas, PESO):
            continue  # ya se dijo: es la escala
        for politica in dict.fromkeys(f.valores["politica_codigo"] for f in filas):
            propias = _de(filas, politica)
            publicados = _de(objetivos.get(documento.fuente_codigo, ()), politica)
            total = fsum(f.valores[PESO] for f in propias)
            margen = len(propias) * (columna.precision or 0) / 2
            admitidos = [TODO, *([fsum(f.valores[PESO] for f in publicados)] * bool(publicados))]
            if any(abs(total - admitido) <= margen + 1e-9 for admitido in admitidos):
                continue
            mensaje = (
                f"las ponderaciones de los productos suman {numero_justo(total, 2)} % y deben "
                "sumar 100 %"
            )
            for fila in _sospechosas(propias, total - TODO, margen):
                yield fila.error(f"{mensaje}; revise esta, que es {_peso(fila)} %.", columna)


def _de(filas: Sequence[Fila], politica: str) -> list[Fila]:
    return [fila for fila in filas if fila.valores["politica_codigo"] == politica]


def _peso(fila: Fila) -> str:
    return numero_justo(fila.valores[PESO], 2)


def _sospechosas(filas: Sequence[Fila], sobra: float, margen: float) -> list[Fila]:
    """Las filas que por sí solas explican lo que sobra; si falta, o ninguna lo explica, todas."""
    capaces = [fila for fila in filas if sobra > 0 and fila.valores[PESO] + margen > sobra]
    return capaces or list(filas)


def porcentajes_imposibles(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """El PAA no pasa del PAHV, y según el tipo de anualización dos de los tres son iguales.

    PAA ÷ PAHV es lo programado hasta hoy contra la meta final: a lo sumo 100 %. Solo una Suma
    acumula años: en las demás, el avance de la vigencia es el de hasta la vigencia; y una
    Constante tiene cada año la meta final.
    """
    productos = _por_producto(leidas, PoliticaProducto.tabla)
    for clave, fila in _por_producto(leidas, PoliticaAvance.tabla).items():
        if confirmado(PoliticaAvance, fila, _presentes(fila)):
            continue
        pav, pahv, paa = (_cifra(fila, columna) for columna in (PAV, PAHV, PAA))
        producto = productos.get(clave)
        tipo = producto.valores["anualizacion_tipo"] if producto else "Suma"
        if pahv and paa and paa.minimo > pahv.maximo:
            yield _imposible(fila, PAA, f"pasa del PAHV ({_dicho(fila, PAHV)} %)")
        elif tipo == "Constante" and pahv and paa and not pahv.toca(paa):
            yield _imposible(
                fila, PAA, f"no es el PAHV ({_dicho(fila, PAHV)} %), y en una Constante lo es"
            )
        if tipo != "Suma" and pav and pahv and not pav.toca(pahv):
            yield _imposible(
                fila, PAV, f"no es el PAHV ({_dicho(fila, PAHV)} %), y en una {tipo} lo es"
            )


def _presentes(fila: Fila) -> list[str]:
    return [columna for columna in (PAV, PAHV, PAA) if fila.valores[columna] is not None]


def _imposible(fila: Fila, columna: str, por_que: str) -> ErrorDeCelda:
    return fila.error(
        f"«{_dicho(fila, columna)}» {por_que}. {SI_ASI_LO_DICE}", PoliticaAvance.columna(columna)
    )


def _dicho(fila: Fila, columna: str) -> str:
    return numero_justo(fila.valores[columna])


def _cifra(fila: Fila, columna: str) -> Intervalo | None:
    """Un porcentaje con el redondeo que dicen sus `decimales`; si no los dice, de enteros."""
    valor = fila.valores[columna]
    return None if valor is None else Intervalo.escrito(valor, 10.0 ** -(_decimales(fila)))


def _decimales(fila: Fila) -> int:
    return fila.valores["decimales"] or 0


def pahv_dicho_dos_veces(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """El PAHV de «Acciones para mejorar» es el del anexo, con el redondeo de cada uno."""
    avances = _por_producto(leidas, PoliticaAvance.tabla)
    for clave, fila in _por_producto(leidas, PoliticaAccionMejora.tabla).items():
        anexo = avances.get(clave)
        uno, otro = _cifra(fila, PAHV), _cifra(anexo, PAHV) if anexo else None
        if not (anexo and uno and otro) or uno.toca(otro):
            continue
        if confirmado(PoliticaAccionMejora, fila, (PAHV,)):
            continue
        yield fila.error(
            f"«{_dicho(fila, PAHV)}» no es el de la hoja «{PoliticaAvance.hoja}», fila "
            f"{anexo.numero}: {_dicho(anexo, PAHV)}. {SI_ASI_LO_DICE}",
            PoliticaAccionMejora.columna(PAHV),
        )
