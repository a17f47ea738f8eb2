"""La tabla de una comparación: un renglón por hecho, una columna por cosa; el texto se escapa."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd

from tablero import tema
from tablero.filas import Fila, filas_de
from tablero.interfaz.piezas.insignias import etiqueta
from tablero.interfaz.piezas.marcado import SALTO, Marcado, debajo, marcar, negrita, unir
from tablero.interfaz.piezas.tabla import APILABLE, Celda, Columna, escribir
from tablero.respuestas.comparacion.productos import ESTADO

YA_VAN_EN_EL_TEXTO = ("%", "p. p.", "pesos", "puesto")
"""Las unidades que el texto de la cifra ya dice."""
CLAVES = {estado.palabra: clave for clave, estado in tema.SEMAFORO.items()}
"""La palabra de un estado del semáforo → el estado, que trae su forma y su color."""


@dataclass(frozen=True)
class Encabezado:
    """Lo que va sobre la columna de una cosa; `destino` es la página de su hoja."""

    clave: str
    nombre: str
    nota: str
    destino: str


@dataclass(frozen=True)
class _Renglon:
    """Un hecho, con lo que se dice de cada cosa, por su clave."""

    hecho: str
    dichos: Mapping[str, Sequence[Fila]]


def tabla(datos: pd.DataFrame, *, cosas: tuple[Encabezado, ...]) -> str:
    """El HTML, con los datos de `Comparacion.resultado`."""
    hechos: dict[str, dict[str, list[Fila]]] = {}
    for fila in filas_de(datos):
        hechos.setdefault(fila["hecho"], {}).setdefault(fila["comparado_codigo"], []).append(fila)
    columnas = [
        Columna("Qué", _hecho, es_titulo=True),
        *(
            Columna[_Renglon](enlace(cosa), partial(_celda, cosa=cosa), "", cosa.nombre, cosa.nota)
            for cosa in cosas
        ),
    ]
    renglones = [_Renglon(hecho, dichos) for hecho, dichos in hechos.items()]
    nombres = ", ".join(c.nombre for c in cosas)
    # Cada fila es otro hecho, con otra unidad: no hay por qué ordenarlas.
    return escribir(
        f"Lado a lado: {nombres}",
        columnas,
        renglones,
        clase=APILABLE,
        caja="tb-lado",
        fija=True,
    )


def enlace(cosa: Encabezado) -> Marcado:
    """Su nombre, que lleva a su hoja."""
    return Marcado(f'<a href="{marcar(cosa.destino)}" target="_self">{marcar(cosa.nombre)}</a>')


def _hecho(renglon: _Renglon) -> Marcado:
    """El hecho y, debajo, su unidad y si se publica o se calcula."""
    filas = [f for suyas in renglon.dichos.values() for f in suyas]
    unidades = {u for f in filas if (u := f["unidad"]) and u not in YA_VAN_EN_EL_TEXTO}
    niveles = dict.fromkeys(f["nivel"] for f in filas if f["nivel"])
    nivel = niveles.popitem()[0] if len(niveles) == 1 else "publicado y calculado"
    return unir(
        renglon.hecho,
        debajo(" · ".join([*sorted(u for u in unidades if u not in renglon.hecho.lower()), nivel])),
    )


def _celda(renglon: _Renglon, *, cosa: Encabezado) -> Celda:
    filas = renglon.dichos[cosa.clave]
    partes = [p for fila in filas for p in (SALTO, _dicho(fila))][1:]
    # Cada renglón es de otra unidad: nada se suma hacia abajo, y los números no van a la derecha.
    return Celda(unir(*partes), falta=all(f["falta"] for f in filas))


def _dicho(fila: Fila) -> Marcado:
    texto = fila["texto"]
    if fila["hecho"] == ESTADO:
        return unir(etiqueta(CLAVES[texto]), debajo(fila["detalle"] or ""))
    se_destaca = not fila["falta"] and (fila["valor"] is not None or fila["detalle"])
    return unir(negrita(texto) if se_destaca else texto, debajo(fila["detalle"] or ""))
