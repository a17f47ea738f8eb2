"""Diez mil celdas raras: cuántas dan el mismo tablero y cuántas un error que las nombra.

Uso: python benchmarks/celdas_raras.py [--ejemplos 10000] [--construcciones 300] [--libros 500]

Cualquier celda de cualquier libro de fuentes (o del libro oficial), vuelta rara de todas las
maneras de `fabrica_celdas_raras`. Otra cifra o una traza detienen la corrida con su ejemplo.
`--construcciones` pasan por una construcción entera y `--libros` son del libro de seguimiento; el
resto, de leer y revisar.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from tablero import rutas

sys.path.insert(0, str(rutas.RAIZ / "tests" / "datos"))
sys.path.insert(0, str(rutas.RAIZ / "tests" / "fabricas"))

from fabrica_celdas_raras import ARRASTRES, EnDisco, Mundo, nombra, rareza
from test_seguimiento_fuera_libro import (
    BRECHAS,
    CELDAS,
    JUNIO,
    TOTAL,
    estropear,
    libro,
    medir,
)

ILEGIBLES = ("#REF!", "#SPILL!", "pendiente", "1.500", "31/12/2025", "10%", "\u200b", "N/A", "S2")
CASI_CERO = 1e-9
Prueba = Callable[[st.DataObject], str]


class OtraCifra(Exception):
    """Una celda rara cambió algo en silencio, o su error no la nombra."""


def exigir(se_cumple: bool, *ejemplo: object) -> None:
    """`OtraCifra` con el ejemplo si no se cumple."""
    if not se_cumple:
        raise OtraCifra(*ejemplo)


def correr(nombre: str, cuantos: int, prueba: Prueba) -> None:
    """Corre `prueba` con `cuantos` ejemplos y cuenta sus desenlaces."""
    conteo: Counter[str] = Counter()

    @settings(
        max_examples=cuantos,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def todos(data: st.DataObject) -> None:
        conteo[prueba(data)] += 1

    inicio = time.process_time()
    todos()
    segundos = time.process_time() - inicio
    detalle = ", ".join(f"{cuantas} {que}" for que, cuantas in conteo.most_common())
    total = sum(conteo.values())
    print(f"{nombre}: {total} ejemplos ({detalle}) en {segundos:.0f} s de procesador", flush=True)


def una_celda(mundo: Mundo) -> Prueba:
    """Una celda cualquiera, con una rareza cualquiera."""

    def prueba(data: st.DataObject) -> str:
        lugar = data.draw(st.sampled_from(mundo.lugares))
        valor = data.draw(rareza(mundo.valor(lugar)))
        errores = mundo.errores_con(lugar, valor)
        exigir(errores is None or nombra(errores, lugar), lugar, valor, errores)
        return "con el mismo tablero" if errores is None else "con un error en su celda"

    return prueba


def una_fecha(mundo: Mundo) -> Prueba:
    """Una fecha arrastrada."""
    fechas = [c for c in mundo.lugares if type(mundo.valor(c)) is date]

    def prueba(data: st.DataObject) -> str:
        lugar = data.draw(st.sampled_from(fechas))
        dias = st.sampled_from(ARRASTRES) | st.integers(-800, 800).map(lambda d: timedelta(days=d))
        arrastrada = mundo.valor(lugar) + data.draw(dias)
        assume(arrastrada not in (mundo.valor(lugar), *lugar.documento.ficha.otros_cortes))
        errores = mundo.errores_con(lugar, arrastrada)
        exigir(errores is not None and nombra(errores, lugar), lugar, arrastrada, errores)
        return "con un error en su celda"

    return prueba


def una_fila(mundo: Mundo) -> Prueba:
    """Una fila repetida, quizá disfrazada."""

    def prueba(data: st.DataObject) -> str:
        lugar = data.draw(st.sampled_from(mundo.lugares))
        valor = mundo.valor(lugar)
        copia = data.draw(rareza(valor)) if isinstance(valor, str) else valor
        errores = mundo.errores_al_repetir(lugar, copia)
        fila = mundo.ultima_fila(lugar)
        exigir(errores is not None and nombra(errores, lugar, fila), lugar, copia, errores)
        return "con un error en su fila"

    return prueba


def una_construccion(mundo: Mundo, en_disco: EnDisco) -> Prueba:
    """Una celda cualquiera, hasta el archivo DuckDB."""

    def prueba(data: st.DataObject) -> str:
        lugar = data.draw(st.sampled_from(mundo.lugares))
        errores = en_disco.construir_con(lugar, data.draw(rareza(mundo.valor(lugar))))
        exigir(errores is None or nombra(errores, lugar), lugar, errores)
        return "con el mismo tablero" if errores is None else "con un error en su celda"

    return prueba


def un_libro(carpeta: Path) -> Prueba:
    """Una celda del libro oficial que no se puede leer: la brecha cambia justo en su producto."""

    def prueba(data: st.DataObject) -> str:
        codigo, clave = data.draw(st.sampled_from(CELDAS))
        que = data.draw(st.sampled_from(ILEGIBLES))
        ruta = estropear(libro(carpeta / "libro.xlsx", JUNIO), {codigo: {clave: que}})
        cambio = medir(ruta).aporte.brecha_pp - TOTAL
        if abs(cambio) < CASI_CERO:
            return "con la misma brecha"
        exigir(abs(cambio + BRECHAS.get(codigo, 0.0)) < CASI_CERO, codigo, clave, que, cambio)
        return "con su producto fuera de la suma"

    return prueba


def principal() -> None:
    """Corre todo y escribe los conteos."""
    opciones = argparse.ArgumentParser(description=__doc__)
    opciones.add_argument("--ejemplos", type=int, default=10_000)
    opciones.add_argument("--construcciones", type=int, default=300)
    opciones.add_argument("--libros", type=int, default=500)
    pedido = opciones.parse_args()
    leidos = pedido.ejemplos - pedido.construcciones - pedido.libros
    mundo = Mundo(rutas.FUENTES)
    with TemporaryDirectory() as carpeta:
        correr("Celdas", leidos * 3 // 5, una_celda(mundo))
        correr("Fechas", leidos // 5, una_fecha(mundo))
        correr("Filas", leidos - leidos * 3 // 5 - leidos // 5, una_fila(mundo))
        correr("Libro oficial", pedido.libros, un_libro(Path(carpeta)))
        en_disco = EnDisco(Path(copytree(rutas.FUENTES, Path(carpeta) / "fuentes")))
        correr("Hasta el tablero", pedido.construcciones, una_construccion(mundo, en_disco))


if __name__ == "__main__":
    principal()
