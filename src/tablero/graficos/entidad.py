"""Los productos de cada entidad, repartidos por situación."""

from collections.abc import Mapping

import pandas as pd

from tablero import formato, tema
from tablero.graficos.piezas import franjas
from tablero.graficos.piezas.base import Grafico, armar
from tablero.graficos.piezas.franjas import Franja

SITUACIONES: Mapping[str, tema.Estado] = tema.SITUACIONES
"""Situación → su palabra, forma y color: primero las que piden hacer algo."""
POR_ATENDER = ("sin reporte", "atrasado")
ENTIDADES = 12
"""Las que caben en una pantalla; las demás están en la lista."""
SIN_ENTIDAD = "Sin dato de la entidad"
"""Los productos de los que la fuente no dice quién responde."""
SIN_REPORTES = "La fuente publica solo porcentajes: no se sabe qué reportes faltan."
QUE_COLOR = (
    "Aquí el color es el de la situación del producto, y no el de su estado en el semáforo: "
    "«atrasado» reúne los que están en bajo y en medio; «a tiempo», los que están en alto."
)


def situaciones(datos: pd.DataFrame) -> Grafico:
    """Los productos de cada entidad por situación, en el orden en que vienen.

    Recibe una fila por entidad y situación: `entidad` (vacía, si la fuente no la dice),
    `situacion`, `productos` y `nivel`.
    """
    todas = {
        str(nombre): dict(zip(grupo["situacion"], grupo["productos"].astype(int), strict=True))
        for nombre, grupo in datos.groupby(datos["entidad"].fillna(SIN_ENTIDAD), sort=False)
    }
    sin_entidad = todas.pop(SIN_ENTIDAD, {})
    con_libro = bool((datos["nivel"] == "calculado").all())
    visibles = dict(list(todas.items())[:ENTIDADES])
    notas = [] if con_libro else [SIN_REPORTES]
    if len(visibles) < len(todas):
        notas.append(
            f"Se ven {len(visibles)} de {len(todas)} entidades, las que más restan a la brecha; "
            "todas están en la lista."
        )
    if sin_entidad:
        visibles[SIN_ENTIDAD] = sin_entidad
    piezas = franjas.trozos(
        [Franja(_rotulo(nombre, conteo), conteo) for nombre, conteo in visibles.items()],
        grosor=tema.BARRA_GRUESA,
        tamano=tema.LETRA_DE_CIFRA,
        estados=SITUACIONES,
    )
    presentes = set(piezas["estado"])
    leyenda = {e: f"{c.simbolo} {c.palabra}" for e, c in SITUACIONES.items() if e in presentes}
    dibujo, alto = franjas.dibujar(piezas, leyenda, tamano=tema.LETRA_DE_CIFRA, estados=SITUACIONES)
    return armar(
        _titulo(todas, sin_entidad, con_libro=con_libro),
        "Productos de cada entidad por situación: "
        + "; ".join(f"{nombre}, {en_palabras(conteo)}" for nombre, conteo in visibles.items()),
        piezas,
        dibujo,
        alto=alto,
        nota=" ".join([*notas, QUE_COLOR]),
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
    """«sobre-ejecutado» → «sobreejecutados», si son varios y la palabra cambia."""
    variables = ("atrasado", "sobre-ejecutado", "no vigente")
    palabra = SITUACIONES[situacion].en_frase
    return f"{palabra}s" if cuantos > 1 and situacion in variables else palabra


def _rotulo(nombre: str, conteo: Mapping[str, int]) -> str:
    return f"{nombre}: {formato.contar(sum(conteo.values()), 'producto', 'productos')}"


def _titulo(
    conteos: Mapping[str, Mapping[str, int]], sin_entidad: Mapping[str, int], *, con_libro: bool
) -> str:
    """«3 productos atrasados o sin reporte, de 2 de las 5 entidades».

    Si la fuente no dice de quién son algunos: «6 productos atrasados: de 5 la fuente no dice quién
    responde y el otro es de 1 de las 10 entidades que nombra».
    """
    por_atender = [_por_atender(conteo) for conteo in conteos.values()]
    de_alguien, de_nadie = sum(por_atender), _por_atender(sin_entidad)
    o_sin_reporte = " o sin reporte" if con_libro else ""
    if not de_alguien + de_nadie:
        if sin_entidad:
            return f"Ningún producto está atrasado{o_sin_reporte}"
        return f"Ninguna entidad tiene productos atrasados{o_sin_reporte}"
    todos = formato.contar(de_alguien + de_nadie, "producto atrasado", "productos atrasados")
    todos += o_sin_reporte
    una_sola, quienes = len(conteos) == 1, sum(n > 0 for n in por_atender)
    de_quien = "la única entidad" if una_sola else f"{quienes} de las {len(conteos)} entidades"
    if not de_nadie:
        nombra = " que nombra la fuente" if una_sola or not con_libro else ""
        return f"{todos}, de {de_quien}{nombra}"
    if not de_alguien:
        return f"{todos}: la fuente no dice quién responde por {'él' if de_nadie == 1 else 'ellos'}"
    los_demas = "el otro es" if de_alguien == 1 else f"los otros {de_alguien} son"
    return (
        f"{todos}: de {de_nadie} la fuente no dice quién responde y {los_demas} de {de_quien} que "
        "nombra"
    )


def _por_atender(conteo: Mapping[str, int]) -> int:
    return sum(conteo.get(s, 0) for s in POR_ATENDER)
