"""Los productos de la política: ninguno sin avance, pesos que suman y porcentajes posibles."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import fsum

from tablero.calculo.intervalos import Intervalo
from tablero.errores import ErrorDeCelda
from tablero.formato import numero_justo
from tablero.ingesta.reglas.aritmetica import SI_ASI_LO_DICE
from tablero.ingesta.reglas.citas import confirmado
from tablero.ingesta.reglas.leidas import Leidas, valores
from tablero.ingesta.reglas.porcentajes import estan_en_fraccion
from tablero.libro.leer import FilaLeida
from tablero.modelo import Columna
from tablero.modelo.politica import PoliticaAvance, PoliticaProducto
from tablero.modelo.politica_informe import PoliticaAccionMejora

PESO = "ponderacion_pct"
TODO, RUIDO = 100.0, 1e-9
SOSPECHOSAS = 3
"""Si las filas que explican lo que sobra son más, se acusa la columna entera."""
PAV, PAHV, PAA = "pav_pct", "pahv_pct", "paa_pct"
Clave = tuple[object, ...]


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


def _por_producto(leidas: Leidas, tabla: str) -> dict[Clave, FilaLeida]:
    return {
        (documento.fuente_codigo, *valores(fila, ("politica_codigo", "producto_codigo"))): fila
        for documento, fila in leidas[tabla]
    }


def ponderaciones(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Los productos de una política pesan 100 % entre todos, con el redondeo de cada peso."""
    if not leidas.esta_completa(PoliticaProducto.tabla):
        return
    columna = PoliticaProducto.columna(PESO)
    for _, filas in leidas.libros(PoliticaProducto.tabla):
        if estan_en_fraccion(filas, PESO):
            continue  # ya se dijo: es la escala
        for politica in dict.fromkeys(f.valores["politica_codigo"] for f in filas):
            propias = [f for f in filas if f.valores["politica_codigo"] == politica]
            sobra = fsum(f.valores[PESO] for f in propias) - TODO
            margen = len(propias) * (columna.precision or 0) / 2 + RUIDO
            if abs(sobra) <= margen or all(
                confirmado(PoliticaProducto, f, (PESO,)) for f in propias
            ):
                continue
            mensaje = (
                "las ponderaciones de los productos suman "
                f"{numero_justo(sobra + TODO)} % y deben sumar 100 %"
            )
            # Si una sola fila pesa más de lo que sobra, la errada puede ser ella.
            capaces = [f for f in propias if sobra > 0 and f.valores[PESO] + margen > sobra]
            if len(capaces) > SOSPECHOSAS or not capaces:
                yield _rango(propias, columna, f"{mensaje}; revíselas.")
                continue
            for fila in capaces:
                peso = numero_justo(fila.valores[PESO])
                yield fila.error(f"{mensaje}; revise esta, que es {peso} %.", columna)


def _rango(filas: Sequence[FilaLeida], columna: Columna, mensaje: str) -> ErrorDeCelda:
    """Un error de toda una columna, de la primera celda a la última."""
    primera, ultima = (fila.error(mensaje, columna) for fila in (filas[0], filas[-1]))
    return replace(primera, celda=f"{primera.celda}:{ultima.celda}")


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


def _presentes(fila: FilaLeida) -> list[str]:
    return [columna for columna in (PAV, PAHV, PAA) if fila.valores[columna] is not None]


def _imposible(fila: FilaLeida, columna: str, por_que: str) -> ErrorDeCelda:
    return fila.error(
        f"«{_dicho(fila, columna)}» {por_que}. {SI_ASI_LO_DICE}", PoliticaAvance.columna(columna)
    )


def _dicho(fila: FilaLeida, columna: str) -> str:
    return numero_justo(fila.valores[columna])


def _cifra(fila: FilaLeida, columna: str) -> Intervalo | None:
    """Un porcentaje con el redondeo que dicen sus `decimales`; si no los dice, de enteros."""
    valor = fila.valores[columna]
    return None if valor is None else Intervalo.escrito(valor, 10.0 ** -(_decimales(fila)))


def _decimales(fila: FilaLeida) -> int:
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
