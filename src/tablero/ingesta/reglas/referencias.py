"""Lo que remite a otra tabla, lo que la repite y lo que dice lo mismo dos veces en una fila."""

import re
from collections.abc import Iterator

from tablero.errores import ErrorDeCelda
from tablero.formato import enumerar
from tablero.ingesta.fuentes.documentos import Documento
from tablero.ingesta.reglas.leidas import Leidas, mostrado, valores
from tablero.libro.leer import FilaLeida
from tablero.modelo import TABLA_POR_NOMBRE, Columna, Tabla

POLITICA = "politica_codigo"


def referencias(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Un valor que remite a otra tabla existe en ella: en su libro, si la trae, y su política."""
    for tabla in leidas.tablas():
        for columna in tabla.columnas_libro():
            if not columna.referencia:
                continue
            otra, campo = columna.referencia.split(".")
            if not leidas.esta_completa(otra):
                continue
            validos = {_donde(tabla, otra, campo, d, f) for d, f in leidas[otra]}
            hoja = TABLA_POR_NOMBRE[otra].hoja
            for documento, fila in leidas[tabla.tabla]:
                if fila.valores[columna.nombre] is None:
                    continue
                if _donde(tabla, otra, columna.nombre, documento, fila) not in validos:
                    yield fila.error(
                        f"{mostrado(tabla, fila, columna.nombre)} no está en la hoja «{hoja}».",
                        columna,
                    )


def _donde(
    tabla: type[Tabla], otra: str, campo: str, documento: Documento, fila: FilaLeida
) -> tuple[object, ...]:
    """Dónde se busca un valor: el libro (si los dos están en el mismo), la política y él."""
    la_otra = TABLA_POR_NOMBRE[otra]
    es_de_una_politica = campo != POLITICA and all(
        POLITICA in t.model_fields for t in (tabla, la_otra)
    )
    es_del_libro = {tabla, la_otra} <= set(documento.tablas)
    return (
        documento.fuente_codigo if es_del_libro else "",
        fila.valores[POLITICA] if es_de_una_politica else "",
        fila.valores[campo],
    )


def copias(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Lo que una hoja repite de otra es lo mismo en las dos."""
    for tabla in leidas.tablas():
        for copia in tabla.copias:
            otra, campo = copia.de.split(".")
            columna = tabla.columna(copia.columna)
            enlace = next(
                c
                for c in tabla.columnas_libro()
                if c.referencia.startswith(f"{otra}.") and c.nombre != POLITICA
            )
            remitido = enlace.referencia.split(".")[1]
            la_otra = TABLA_POR_NOMBRE[otra]
            filas = {_donde(tabla, otra, remitido, d, f): f for d, f in leidas[otra]}
            for documento, fila in leidas[tabla.tabla]:
                original = filas.get(_donde(tabla, otra, enlace.nombre, documento, fila))
                if original is None:
                    continue
                propio, suyo = _comparables(fila, columna.nombre, original, campo)
                if propio != suyo and None not in (propio, suyo):
                    yield fila.error(
                        f"{mostrado(tabla, fila, columna.nombre)} no es lo que dice la fila "
                        f"{original.numero} de la hoja «{la_otra.hoja}»: "
                        f"{mostrado(la_otra, original, campo)}.",
                        columna,
                    )


def _comparables(
    fila: FilaLeida, columna: str, original: FilaLeida, campo: str
) -> tuple[object, object]:
    """Los dos valores; de una entidad, la que es: puede estar escrita de dos maneras."""
    unida = "entidad"
    if columna == campo == "entidad_nombre" and unida in fila.valores and unida in original.valores:
        columna = campo = unida
    return fila.valores.get(columna), original.valores.get(campo)


def rotulos(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Si la ubicación o la cita dicen «UTA 2», la fila es de la 2."""
    for tabla in leidas.tablas():
        lugares = ("ubicacion", *tabla.columnas_cita())
        for rotulo in tabla.rotulos:
            patron = re.compile(rf"\b{rotulo.palabra}\s+(\d+)\b", re.IGNORECASE)
            for _, fila in leidas[tabla.tabla]:
                dichos = {
                    int(numero)
                    for lugar in valores(fila, lugares)
                    for numero in patron.findall(lugar or "")
                }
                propio = fila.valores[rotulo.columna]
                if dichos and propio not in dichos:
                    dicho = ", ".join(f"«{rotulo.palabra} {n}»" for n in sorted(dichos))
                    yield fila.error(
                        f"{propio} no es lo que dice la misma fila: {dicho}.",
                        tabla.columna(rotulo.columna),
                    )


def companias(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Un dato no va sin lo que lo dice, ni al revés: el responsable y dónde lo nombra la fuente."""
    for tabla in leidas.tablas():
        for compania in tabla.companias:
            columna = tabla.columna(compania.columna)
            otras = [tabla.columna(c) for c in compania.de]
            for _, fila in leidas[tabla.tabla]:
                esta = fila.valores[columna.nombre] is not None
                llenas = [c for c in otras if fila.valores[c.nombre] is not None]
                if esta and not llenas:
                    titulos = enumerar([_con_su_celda(fila, c) for c in otras])
                    no_dice = "no dice" if len(otras) == 1 else "no dicen"
                    yield fila.error(f"va con {titulos}, que {no_dice} nada.", columna)
                elif llenas and not esta:
                    vacia = _con_su_celda(fila, columna)
                    yield fila.error(f"va con {vacia}, que está vacía.", llenas[0])


def _con_su_celda(fila: FilaLeida, columna: Columna) -> str:
    """«Valor» (celda E9)."""
    celda = fila.celdas.get(columna.nombre)
    return f"«{columna.titulo}»" + (f" (celda {celda})" if celda else "")


def prefijos(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Lo que es el comienzo de un código lo es: «05» de «05001», 1 de «1.1.4»."""
    for tabla in leidas.tablas():
        for prefijo in tabla.prefijos:
            for _, fila in leidas[tabla.tabla]:
                propio, codigo = (str(v) for v in valores(fila, (prefijo.columna, prefijo.de)))
                largo = len(codigo.split(".")[0]) if "." in codigo else len(propio)
                if codigo[:largo] != propio:
                    yield fila.error(
                        f"«{propio}» no es el comienzo de «{codigo}».",
                        tabla.columna(prefijo.columna),
                    )
