"""Lo que hay que revisar en un libro de seguimiento, y cuánto de lo que reporta sale de sus partes.

Aquí está también cómo se nombra cada severidad.
"""

from collections.abc import Mapping

import pandas as pd

from tablero import formato, tema
from tablero.filas import Fila, filas_de
from tablero.graficos.piezas import apiladas, renglones
from tablero.graficos.piezas.base import Grafico, armar
from tablero.graficos.piezas.renglones import Renglon

SEVERIDADES = tema.SEVERIDADES
LEYENDA = {severidad: f"{como.simbolo} {como.palabra}" for severidad, como in SEVERIDADES.items()}
COLUMNAS = {"error": "errores", "advertencia": "advertencias", "nota": "notas"}
"""Severidad → la columna que la cuenta."""
NOMBRES = {severidad: (severidad, plural) for severidad, plural in COLUMNAS.items()}
RESULTADOS = {"coincide": "Coinciden", "difiere": "Difieren", "no calculable": "No se comparan"}
CORTAS = {
    "usa la meta de todo el año, sin prorratear": "no prorratea la meta",
    "prorratea hasta el corte y no hasta el reporte": "prorratea hasta el corte",
    "está en otra escala (cien veces mayor o menor)": "está en otra escala",
    "usa otra línea base (la ficticia)": "usa otra línea base",
    "el libro no trae el porcentaje": "el libro no lo trae",
    "faltan datos para recalcularlo": "faltan datos",
}
"""Causa → como cabe en el gráfico, también en un teléfono; la tabla la dice entera."""


def por_regla(datos: pd.DataFrame) -> Grafico:
    """Una barra por regla, partida en sus severidades.

    Recibe una fila por regla, de la que más hallazgos tiene a la que menos: `regla` (su nombre),
    `errores`, `advertencias` y `notas`.
    """
    conteos = {
        fila["regla"]: {s: int(fila[columna]) for s, columna in COLUMNAS.items()}
        for fila in filas_de(datos)
    }
    presentes = [s for s in SEVERIDADES if any(conteo[s] for conteo in conteos.values())]
    partes = apiladas.partir(
        list(conteos),
        [{LEYENDA[s]: conteo[s] for s in presentes} for conteo in conteos.values()],
        [_rotulo(conteo) for conteo in conteos.values()],
    )
    colores = {LEYENDA[s]: SEVERIDADES[s].color for s in presentes}
    dibujo, alto = apiladas.dibujar(partes, colores, que_es="Hallazgos")
    alternativa = (
        "Hallazgos de cada clase: "
        + "; ".join(
            f"{regla}, {formato.enumerar(_contados(conteo))}" for regla, conteo in conteos.items()
        )
        + "."
    )
    nota = "El tablero no corrige nada por su cuenta: calcula con lo que el libro dice."
    return armar(_titulo(conteos), alternativa, partes, dibujo, alto=alto, nota=nota)


def contrastes(datos: pd.DataFrame) -> Grafico:
    """Cuántos porcentajes del libro coinciden con los recalculados y por qué no los demás.

    Recibe una fila por estado y causa: `estado`, `causa`, `contrastes`.
    """
    filas = filas_de(datos)
    cuenta = {e: sum(int(f["contrastes"]) for f in filas if f["estado"] == e) for e in RESULTADOS}
    comparados = cuenta["coincide"] + cuenta["difiere"]
    titulo = (
        f"De {formato.contar(comparados, 'porcentaje', 'porcentajes')} que el libro trae y se "
        f"{'puede' if comparados == 1 else 'pueden'} recalcular, "
        f"{formato.contar(cuenta['coincide'], 'coincide', 'coinciden')} y "
        f"{formato.contar(cuenta['difiere'], 'difiere', 'difieren')}"
        if comparados
        else "Ningún porcentaje se puede comparar: el libro no los trae o faltan datos"
    )
    alternativa = (
        "Porcentajes del libro frente a los recalculados: "
        + "; ".join(f"{_resultado(f)}, {formato.numero(f['contrastes'])}" for f in filas)
        + "."
    )
    marcas = renglones.lugares(
        [
            Renglon(
                f"{tema.CONCILIACION[f['estado']].simbolo} {_resultado(f, CORTAS)}",
                formato.numero(f["contrastes"]),
                float(f["contrastes"]),
                resaltado=f["estado"] == "difiere",
            )
            for f in filas
        ],
        grosor=tema.BARRA,
    )
    tope = float(datos["contrastes"].max())
    dibujo, alto = renglones.dibujar(marcas, tope=tope, ancho_valor=70)
    return armar(titulo, alternativa, marcas, dibujo, alto=alto)


def _titulo(conteos: dict[str, dict[str, int]]) -> str:
    """«6 hallazgos: ningún error y 6 advertencias; lo que más se repite: «…», 3 veces»."""
    suma = {s: sum(conteo[s] for conteo in conteos.values()) for s in SEVERIDADES}
    primera = next(iter(conteos))
    partes = [*([] if suma["error"] else ["ningún error"]), *_contados(suma)]
    total = formato.contar(sum(suma.values()), "hallazgo", "hallazgos")
    inicio = f"{total}: {formato.enumerar(partes)}"
    if len(conteos) == 1:
        return f"{inicio}; todo es «{primera}»"
    veces = formato.contar(sum(conteos[primera].values()), "vez", "veces")
    return f"{inicio}; lo que más se repite: «{primera}», {veces}"


def _rotulo(conteo: dict[str, int]) -> str:
    return "  ".join(f"{SEVERIDADES[s].simbolo} {n}" for s, n in conteo.items() if n)


def _contados(conteo: dict[str, int]) -> list[str]:
    """«2 errores», «1 nota»: solo las severidades que hay."""
    return [formato.contar(n, *NOMBRES[s]) for s, n in conteo.items() if n]


def _resultado(fila: Fila, cortas: Mapping[str, str] | None = None) -> str:
    """«Coinciden», «Difieren: no descuenta la línea base»; `cortas` son causas más breves."""
    palabra, causa = RESULTADOS[fila["estado"]], fila["causa"]
    return f"{palabra}: {(cortas or {}).get(causa, causa)}" if isinstance(causa, str) else palabra
