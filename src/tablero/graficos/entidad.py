"""Los productos de cada entidad, repartidos por situación."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from tablero import formato, tema
from tablero.graficos import franjas
from tablero.graficos.base import Grafico, armar
from tablero.graficos.franjas import Fila

SITUACIONES: Mapping[str, tema.Estado] = {
    "sin reporte": replace(tema.BRECHAS["subregión"], palabra="Sin reporte"),
    "atrasado": replace(tema.SEMAFORO["bajo"], palabra="Atrasado"),
    "sobre-ejecutado": replace(tema.SEMAFORO["sobre-ejecución"], palabra="Sobre-ejecutado"),
    "sin dato": tema.SEMAFORO["sin dato"],
    "a tiempo": replace(tema.SEMAFORO["alto"], palabra="A tiempo"),
    "sin iniciar": tema.SEMAFORO["sin iniciar"],
    "no vigente": tema.SEMAFORO["no vigente"],
}
"""Situación → su palabra, forma y color: primero las que piden hacer algo."""
POR_ATENDER = ("sin reporte", "atrasado")
ENTIDADES = 12
"""Las que caben en una pantalla; las demás están en la lista."""
SIN_REPORTES = "La fuente publica solo porcentajes: qué reportes faltan es sin dato."


def situaciones(datos: pd.DataFrame) -> Grafico:
    """Los productos de cada entidad por situación, en el orden en que vienen.

    Recibe una fila por entidad y situación: `entidad_nombre`, `situacion`, `productos` y `nivel`.
    """
    conteos = {
        str(nombre): dict(zip(grupo["situacion"], grupo["productos"].astype(int), strict=True))
        for nombre, grupo in datos.groupby("entidad_nombre", sort=False)
    }
    con_libro = bool((datos["nivel"] == "calculado").all())
    visibles = dict(list(conteos.items())[:ENTIDADES])
    piezas = franjas.trozos(
        [Fila(_rotulo(nombre, conteo), conteo) for nombre, conteo in visibles.items()],
        grosor=38,
        tamano=20,
        estados=SITUACIONES,
    )
    presentes = set(piezas["estado"])
    leyenda = {e: f"{c.simbolo} {c.palabra}" for e, c in SITUACIONES.items() if e in presentes}
    dibujo, alto = franjas.dibujar(piezas, leyenda, tamano=20, estados=SITUACIONES)
    notas = [] if con_libro else [SIN_REPORTES]
    if len(visibles) < len(conteos):
        notas.append(
            f"Se ven {len(visibles)} de {len(conteos)} entidades, las que más restan a la brecha; "
            "todas están en la lista."
        )
    return armar(
        _titulo(conteos, con_libro=con_libro),
        "Productos de cada entidad por situación: "
        + "; ".join(f"{nombre}, {en_palabras(conteo)}" for nombre, conteo in visibles.items()),
        piezas,
        dibujo,
        alto=alto,
        nota=" ".join(notas),
    )


def en_palabras(conteo: Mapping[str, int]) -> str:
    """`{"atrasado": 2, "a tiempo": 1}` → «2 atrasados y 1 a tiempo»."""
    return formato.enumerar(
        [
            f"{formato.numero(conteo[s])} {plural(s, conteo[s])}"
            for s in SITUACIONES
            if conteo.get(s)
        ]
    )


def plural(situacion: str, cuantos: int) -> str:
    """«atrasado» → «atrasados», si son varios y la palabra cambia."""
    variables = ("atrasado", "sobre-ejecutado", "no vigente")
    return f"{situacion}s" if cuantos > 1 and situacion in variables else situacion


def _rotulo(nombre: str, conteo: Mapping[str, int]) -> str:
    return f"{nombre}: {formato.contar(sum(conteo.values()), 'producto', 'productos')}"


def _titulo(conteos: Mapping[str, Mapping[str, int]], *, con_libro: bool) -> str:
    """«3 productos atrasados o sin reporte, de 2 de las 5 entidades»."""
    por_atender = {n: sum(c.get(s, 0) for s in POR_ATENDER) for n, c in conteos.items()}
    cuantos, quienes = sum(por_atender.values()), sum(n > 0 for n in por_atender.values())
    o_sin_reporte = " o sin reporte" if con_libro else ""
    if not cuantos:
        return f"Ninguna entidad tiene productos atrasados{o_sin_reporte}"
    productos = formato.contar(cuantos, "producto atrasado", "productos atrasados")
    if len(conteos) == 1:
        return f"{productos}{o_sin_reporte}, de la única entidad que nombra la fuente"
    nombradas = "" if con_libro else " que nombra la fuente"
    return f"{productos}{o_sin_reporte}, de {quienes} de las {len(conteos)} entidades{nombradas}"
