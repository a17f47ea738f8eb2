"""Cómo se titula y se escribe cada columna: del modelo y, lo que ninguna tabla tiene, de `titulos`.

Lo dice una sola vez: de aquí salen las tablas de la pantalla y los encabezados de cada archivo.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from tablero import formato
from tablero.modelo import TABLAS, Columna, Tabla
from tablero.modelo.columnas import TipoColumna
from tablero.modelo.documentos import NOMBRES
from tablero.respuestas.titulos import CALCULADAS

NUMERICAS = frozenset(
    {
        "productos_publicados",
        "productos_calculados",
        "pahv_productos",
        "pav_productos",
        "paa_productos",
        "veces_programado",
        "orden_publicado",
        "orden_antes",
        "puntaje_antes",
        "cambio_puestos",
        "lugar_calculado",
        "programado",
        "llevaba",
    }
)
"""Las de esas que son números y su nombre no lo dice: se alinean a la derecha."""


Escritor = Callable[[Any], str]
"""Cómo se escribe un valor. `Any`, porque su tipo lo decide la columna de donde viene."""


@dataclass(frozen=True)
class Forma:
    """Cómo se escribe un número en la pantalla: de aquí salen también los de cada archivo."""

    decimales: int | None = 2
    """Los que se leen, a lo sumo; `None` si nunca se redondea."""
    fijos: bool = False
    """Si van todos, aunque terminen en cero."""
    antes: str = ""
    despues: str = ""
    con_signo: bool = False
    con_miles: bool = True

    def decimales_de(self, valor: float) -> int:
        """Con cuántos se lee ese valor."""
        maximo = TODOS if self.decimales is None else self.decimales
        return maximo if self.fijos else formato.decimales_justos(valor, maximo)

    def redondear(self, valor: float) -> float:
        """El valor como se lee, pero como número."""
        return valor if self.decimales is None else round(float(valor), self.decimales)

    def escribir(self, valor: float | None) -> str:
        """«52,05 %», «$1.588», «2024»; «sin dato» si falta."""
        if valor is None or formato.texto(valor) == formato.SIN_DATO:
            return formato.SIN_DATO
        numero = formato.numero(valor, self.decimales_de(valor), signo=self.con_signo)
        return self.antes + (numero if self.con_miles else numero.replace(".", "")) + self.despues


TODOS = 12
"""Los decimales de lo que nunca se redondea: los que lleva un archivo."""
SUELTA = Forma()
ANIO = Forma(decimales=0, con_miles=False)
POR_TERMINACION: Mapping[str, tuple[Forma, str]] = {
    "_pct": (Forma(despues="\u00a0%"), "%"),
    "_pp": (
        Forma(fijos=True, despues="\u00a0p.\u00a0p.", con_signo=True),
        "puntos porcentuales",
    ),
    "_cop": (Forma(decimales=0, fijos=True, antes="$"), "pesos"),
}
"""Cómo termina el nombre de una columna → cómo se escribe y en qué unidad va."""
ES_ANIO = re.compile(r"(^|_)anio(_|$)")
GRADOS = "grados"
"""La unidad de lo que se redondea en un mapa y no en una tabla: un lugar sería otro."""


@dataclass(frozen=True)
class Presentacion:
    """Título de una columna, qué es, en qué unidad va y cómo se escribe un valor suyo."""

    titulo: str
    escribir: Escritor
    es_numero: bool
    es_larga: bool = False
    unidad: str = ""
    forma: Forma = SUELTA
    """La de sus números, si los tiene."""
    descripcion: str = ""
    """Qué es, como lo dice el modelo; vacía si solo existe en respuestas."""
    tipo: TipoColumna | None = None
    """De qué clase son sus valores, según el modelo."""

    @property
    def clase(self) -> str:
        """La de su columna en una tabla: «n» es un número y «l», un texto largo."""
        return "n" if self.es_numero else "l" if self.es_larga else ""

    @property
    def encabezado(self) -> str:
        """«Avance (%)»: el título y la unidad, si él no la dice ya."""
        ya_la_dice = self.unidad.casefold() in self.titulo.casefold()
        return self.titulo if ya_la_dice else f"{self.titulo} ({self.unidad})"


@cache
def presentacion(nombre: str, de: type[Tabla] | None = None) -> Presentacion:
    """Cómo se presenta la columna de ese nombre: la de la tabla `de`, o la de una respuesta."""
    propia = _columnas_de(de).get(nombre) if de else None
    columna = propia or _del_modelo().get(nombre)
    del_modelo = columna.titulo if columna else nombre
    titulo = del_modelo if propia else CALCULADAS.get(nombre, del_modelo)
    forma, unidad = next(
        (suya for fin, suya in POR_TERMINACION.items() if nombre.endswith(fin)), (SUELTA, "")
    )
    unidad = columna.unidad if columna and columna.unidad else unidad
    if forma is SUELTA and ES_ANIO.search(nombre):
        forma = ANIO
    elif unidad == GRADOS:
        forma = replace(forma, decimales=None)
    es_larga = columna is not None and columna.tipo is str and nombre in LARGAS
    es_numero = forma is not SUELTA or _es_numero(columna) or nombre in NUMERICAS
    return Presentacion(
        titulo,
        _escritor(nombre, forma),
        es_numero=es_numero,
        es_larga=es_larga,
        unidad=unidad,
        forma=forma,
        descripcion=columna.descripcion if columna else "",
        tipo=columna.tipo if columna else None,
    )


def _escritor(nombre: str, forma: Forma) -> Escritor:
    if nombre == "documento":
        return _documento
    return valor_suelto if forma is SUELTA else forma.escribir


LARGAS = frozenset(
    {
        "producto_nombre",
        "indicador_nombre",
        "indicador",
        "accion",
        "tarea",
        "reporte_cualitativo",
        "detalle",
        "descripcion",
        "explicacion",
        "nota",
        "barrera",
        "actividad",
        "cita",
        "motivo",
        "razon",
    }
)
"""Columnas de texto largo, que necesitan ancho."""


def _documento(valor: object) -> str:
    """Un documento por su nombre, y no por su código: «sdp» es «Informe SDP»."""
    return NOMBRES.get(str(valor), valor_suelto(valor))


def valor_suelto(valor: object) -> str:
    """Un valor cualquiera como se lee en Colombia."""
    if isinstance(valor, bool):
        return "sí" if valor else "no"
    if isinstance(valor, date):
        return formato.fecha(valor)
    if isinstance(valor, int | float):
        return formato.numero_justo(valor)
    return formato.texto(valor)


def _es_numero(columna: Columna | None) -> bool:
    return columna is not None and columna.tipo in (int, float)


@cache
def _columnas_de(tabla: type[Tabla]) -> dict[str, Columna]:
    return {columna.nombre: columna for columna in tabla.columnas()}


@cache
def _del_modelo() -> dict[str, Columna]:
    columnas: dict[str, Columna] = {}
    for tabla in TABLAS:
        for columna in tabla.columnas():
            columnas.setdefault(columna.nombre, columna)
    return columnas
