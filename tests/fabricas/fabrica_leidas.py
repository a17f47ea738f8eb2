"""Las filas de las fuentes reales ya leídas, para dañarlas en memoria y pasarles las reglas."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import fabrica_ajustes
import fabrica_ipt

from tablero import rutas
from tablero.ingesta.fuentes.documentos import Documento, descubrir
from tablero.ingesta.reglas import Leidas
from tablero.libro.fila import FilaLeida
from tablero.libro.leer import LibroLeido, leer_libro
from tablero.modelo import LIBROS, Tabla

IPT, CORTE = "ipt_valores", fabrica_ipt.CORTE
Crudas = Sequence[Mapping[str, Any]]
Cambios = Mapping[int, Mapping[str, Any]]


@cache
def leidas_reales() -> Leidas:
    """Las filas de todos los libros; no se cambian: se copian con `con`."""
    leidas = Leidas(tabla.tabla for tablas in LIBROS.values() for tabla in tablas)
    for documento in descubrir(rutas.FUENTES):
        leido = leer_libro(documento.libro, documento.tablas, documento.ruta_corta)
        assert leido.errores == ()
        leidas.agregar(documento, leido)
    return leidas


@cache
def leidas_completas() -> Leidas:
    """Las mismas y los dos libros que son opcionales: valores del IPT y registro de ajustes."""
    direccion = {
        "indicador_orden": 1,
        "edicion": fabrica_ipt.EDICION,
        "direccion": "menos",
        "faltantes": "mediana",
        "winsorizar_percentil": 5.0,
        "ubicacion": "Decisión de prueba",
    }
    leidas = copia(leidas_reales())
    de_ipt = {IPT: fabrica_ipt.inventar(["05001", "08001"]), "ipt_direcciones": [direccion]}
    _agregar(leidas, IPT, CORTE, de_ipt)
    de_ajustes = [
        fabrica_ajustes.fila(ajuste_numero=n, ajuste_fecha=date(2024, 6, n)) for n in (1, 2)
    ]
    _agregar(leidas, "ajustes", "2024-12-31", {"politica_ajustes": de_ajustes})
    return leidas


def _agregar(leidas: Leidas, libro: str, corte: str, crudas: Mapping[str, Crudas]) -> None:
    """Un libro inventado, con la ficha del informe de la SDP."""
    sdp = leidas_reales()["politicas"][0][0]
    documento = replace(sdp, nombre=libro, carpeta=sdp.carpeta.parents[1] / libro / corte)
    filas = {
        tabla.tabla: tuple(
            fila_de(tabla, numero, valores, f"{libro}/{corte}/{libro}.xlsx")
            for numero, valores in enumerate(crudas[tabla.tabla], start=2)
        )
        for tabla in LIBROS[libro]
    }
    leidas.agregar(documento, LibroLeido(filas, ()))


def fila_de(tabla: type[Tabla], numero: int, valores: Mapping[str, Any], archivo: str) -> FilaLeida:
    """Una fila como la leería el libro: todas sus columnas, con su celda."""
    columnas = [c.nombre for c in tabla.columnas_libro()]
    celdas = {c: f"{chr(ord('A') + lugar)}{numero}" for lugar, c in enumerate(columnas)}
    completos = {**dict.fromkeys(columnas), **valores}
    return FilaLeida(archivo, tabla.hoja, numero, completos, celdas)


def copia(leidas: Leidas) -> Leidas:
    nueva = Leidas(leidas)
    nueva.update({tabla: list(filas) for tabla, filas in leidas.items()})
    nueva.incompletas |= leidas.incompletas
    return nueva


def con(leidas: Leidas, tabla: str, cambios: Cambios) -> Leidas:
    """Otra lectura igual, con esos valores en esas filas (por su lugar en la tabla)."""
    nueva = copia(leidas)
    for lugar, valores in cambios.items():
        documento, fila = nueva[tabla][lugar]
        nueva[tabla][lugar] = (documento, replace(fila, valores={**fila.valores, **valores}))
    return nueva


def con_otra(leidas: Leidas, tabla: str, lugar: int, valores: Mapping[str, Any]) -> Leidas:
    """Otra lectura igual, con una fila más al final: la de ese lugar con esos valores."""
    nueva = copia(leidas)
    documento, fila = nueva[tabla][lugar]
    numero = 1 + max(f.numero for d, f in nueva[tabla] if d is documento)
    celdas = {c: f"{celda.rstrip('0123456789')}{numero}" for c, celda in fila.celdas.items()}
    otra = replace(fila, numero=numero, valores={**fila.valores, **valores}, celdas=celdas)
    nueva[tabla].append((documento, otra))
    return nueva


def de_un_libro(leidas: Leidas, tabla: str) -> list[tuple[Documento, list[int]]]:
    """Los lugares de las filas de una tabla, libro por libro."""
    lugares: dict[str, tuple[Documento, list[int]]] = {}
    for lugar, (documento, _) in enumerate(leidas[tabla]):
        lugares.setdefault(documento.fuente_codigo, (documento, []))[1].append(lugar)
    return list(lugares.values())
