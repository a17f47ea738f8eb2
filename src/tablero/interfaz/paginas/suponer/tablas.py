"""Las tablas de una suposición: cada producto antes y después, y cuántos hay de cada color."""

import pandas as pd

from tablero import formato
from tablero.filas import Fila, filas_de
from tablero.interfaz.piezas import enlaces
from tablero.interfaz.piezas.enlaces import Url
from tablero.interfaz.piezas.insignias import etiqueta
from tablero.interfaz.piezas.marcado import SALTO, Marcado, debajo, negrita, unir
from tablero.interfaz.piezas.tabla import APILABLE, Columna, escribir


def productos(datos: pd.DataFrame, *, url: Url) -> str:
    """El HTML de los productos supuestos, antes y después; su código lleva a su hoja."""
    columnas: tuple[Columna[Fila], ...] = (
        Columna("Producto", lambda f: _producto(f, url), "l", orden=lambda f: f["producto_codigo"]),
        Columna("Reporte supuesto", _supuesto, "n", "Reporte supuesto", se_ordena=False),
        Columna(
            "Hasta la vigencia (PAHV)", _pahv, "n", "PAHV", orden=lambda f: f["pahv_despues_pct"]
        ),
        Columna(
            "Acumulado (PAA) y trayectoria", _paa, "n", "PAA", orden=lambda f: f["paa_despues_pct"]
        ),
        Columna(
            "Mueve el avance y la brecha",
            _mueve,
            "n",
            "Mueve el avance",
            orden=lambda f: f["avance_cambio_pp"],
        ),
    )
    return escribir("Productos supuestos", columnas, filas_de(datos), clase=APILABLE)


def semaforos(datos: pd.DataFrame) -> str:
    """El HTML de los productos por estado, antes y después."""
    return escribir(
        "Productos por estado", DE_SEMAFOROS, filas_de(datos), clase=APILABLE, fija=True
    )


DE_SEMAFOROS = (
    Columna[Fila]("Estado", lambda f: etiqueta(f["semaforo"])),
    Columna[Fila](
        "En el corte", lambda f: formato.numero(f["productos_antes"]), "n", "En el corte"
    ),
    Columna[Fila](
        "Con la suposición",
        lambda f: formato.numero(f["productos_despues"]),
        "n",
        "Con la suposición",
    ),
    Columna[Fila](
        "Cambio",
        lambda f: formato.numero(f["productos_despues"] - f["productos_antes"], signo=True),
        "n",
        "Cambio",
    ),
)


def _producto(fila: Fila, url: Url) -> Marcado:
    codigo = negrita(enlaces.producto(fila["producto_codigo"], url))
    return unir(codigo, debajo(fila["producto_nombre"] or ""))


def _supuesto(fila: Fila) -> Marcado:
    valor, periodo = formato.numero_justo(fila["valor_supuesto"]), fila["periodo_supuesto"]
    return unir(valor, debajo(periodo)) if periodo else unir(f"{valor}\u00a0%", debajo("de PAA"))


def _pahv(fila: Fila) -> Marcado:
    antes, despues = (
        unir(formato.porcentaje(fila[f"pahv_{c}_pct"]), " ", etiqueta(fila[f"semaforo_{c}"]))
        for c in ("antes", "despues")
    )
    return unir(antes, SALTO, "→ ", despues)


def _paa(fila: Fila) -> Marcado:
    return unir(_de_a(fila, "paa"), debajo(f"debía {_de_a(fila, 'trayectoria')}"))


def _mueve(fila: Fila) -> Marcado:
    dicho = f"la brecha, {formato.puntos(fila['brecha_cambio_pp'])}"
    if fila["fuera_despues"]:
        dicho = f"fuera de la suma: {fila['fuera_despues']}"
    elif fila["fuera_antes"]:
        dicho += "; estaba fuera de la suma y entra con todo lo suyo"
    return unir(formato.puntos(fila["avance_cambio_pp"]), debajo(dicho))


def _de_a(fila: Fila, medida: str) -> str:
    antes, despues = (
        formato.porcentaje(fila[f"{medida}_{cuando}_pct"]) for cuando in ("antes", "despues")
    )
    return antes if antes == despues else f"{antes} → {despues}"
