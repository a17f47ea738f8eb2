"""Una tabla como va en el paquete: sus dos archivos y lo que hay que saber de ella."""

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

import pandas as pd

from tablero import formato
from tablero.consultas.base import FUENTE
from tablero.exportar import cuadro
from tablero.exportar.csv_oficial import Dialecto, a_csv
from tablero.exportar.marca import nombrar
from tablero.exportar.paquete.emision import Emision, columnas_de
from tablero.filas import VARIOS, Fila
from tablero.modelo import Tabla
from tablero.modelo.columnas import Columna

CARPETAS: dict[Dialecto, str] = {"maquina": "datos/maquina", "excel": "datos/excel"}
CORTE = "corte_fecha"


@dataclass(frozen=True)
class Sello:
    """De un archivo del paquete, lo que sirve para saber si es el mismo."""

    ruta: str
    octetos: int
    sha256: str


@dataclass(frozen=True)
class Archivo:
    """Un archivo del paquete."""

    ruta: str
    contenido: bytes

    @property
    def sello(self) -> Sello:
        """El suyo."""
        return Sello(self.ruta, len(self.contenido), sha256(self.contenido).hexdigest())


@dataclass(frozen=True)
class Conjunto:
    """Una tabla del tablero, escrita en los dos dialectos."""

    tabla: type[Tabla]
    columnas: tuple[Columna, ...]
    """Las que llevan sus archivos, en su orden."""
    filas: int
    fuentes: tuple[Fila, ...]
    """Las de sus filas."""
    desde: date | None
    hasta: date | None
    """Sus cortes: el primero y el último, si los lleva y tiene filas."""
    maquina: Sello
    excel: Sello
    de_personas: tuple[cuadro.Columna, ...]
    """Las columnas del archivo para Excel, sin sus valores."""

    @property
    def nombre(self) -> str:
        """El de la tabla."""
        return self.tabla.tabla

    @property
    def titulo(self) -> str:
        """El de la tabla, para quien lee."""
        return self.tabla.hoja

    @property
    def descripcion(self) -> str:
        """Qué hay en ella."""
        return self.tabla.resumen()

    @property
    def entidades(self) -> list[str]:
        """Quienes publican sus fuentes, cada una una vez."""
        return list(dict.fromkeys(str(f["entidad"]) for f in self.fuentes))

    @property
    def periodicidades(self) -> list[str]:
        """Cada cuánto publican sus fuentes, las que lo dicen."""
        return list(dict.fromkeys(str(f["periodicidad"]) for f in self.fuentes if _dice(f)))


def _dice(fuente: Fila) -> bool:
    # Un archivo construido antes de que se dijera la periodicidad no trae la columna.
    return bool(fuente.get("periodicidad"))


def conjunto(emision: Emision, tabla: type[Tabla]) -> tuple[Conjunto, tuple[Archivo, Archivo]]:
    """Esa tabla, y sus archivos: el de «máquina» y el de Excel."""
    datos = emision.base.tabla(tabla.tabla)
    cortes = datos[CORTE].dropna().tolist() if CORTE in datos else []
    maquina = _archivo(emision, tabla, datos, "maquina")
    excel = _archivo(emision, tabla, datos, "excel")
    suyo = Conjunto(
        tabla=tabla,
        columnas=columnas_de(tabla, list(datos.columns)),
        filas=len(datos),
        fuentes=_fuentes(emision, datos),
        desde=min(cortes, default=None),
        hasta=max(cortes, default=None),
        maquina=maquina.sello,
        excel=excel.sello,
        de_personas=tuple(
            replace(c, valores=()) for c in cuadro.de_personas(datos, emision.citadas, tabla)
        ),
    )
    return suyo, (maquina, excel)


def palabras_del_corte(conjunto: Conjunto) -> str:
    """«30 de junio de 2024 a 31 de diciembre de 2024»; vacío si la tabla no lleva cortes."""
    if conjunto.desde is None or conjunto.hasta is None:
        return ""
    if conjunto.desde == conjunto.hasta:
        return formato.fecha(conjunto.hasta)
    return f"{formato.fecha(conjunto.desde)} a {formato.fecha(conjunto.hasta)}"


def _fuentes(emision: Emision, datos: pd.DataFrame) -> tuple[Fila, ...]:
    citados = {c for celda in datos[FUENTE].dropna().unique() for c in str(celda).split(VARIOS)}
    return tuple(f for f in emision.fuentes if f[FUENTE] in citados)


def _archivo(
    emision: Emision, tabla: type[Tabla], datos: pd.DataFrame, dialecto: Dialecto
) -> Archivo:
    nombre = nombrar(f"{tabla.tabla}.csv", es_simulado=emision.base.es_simulado)
    contenido = a_csv(datos, dialecto, emision.citadas, tabla)
    return Archivo(f"{CARPETAS[dialecto]}/{nombre}", contenido)
