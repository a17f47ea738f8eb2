"""El único lugar donde se pregunta al archivo DuckDB.

Una pregunta es un archivo `sql/<dominio>/<pregunta>.sql` que empieza con la pregunta en palabras y
su nivel. Toda respuesta lleva una columna `fuente_codigo`: de ella salen las fuentes que la tarjeta
muestra, y sin ella no hay respuesta.
"""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Literal
from weakref import finalize

import duckdb
import pandas as pd
import pyarrow as pa

from tablero import rutas
from tablero.errores import ArchivoIlegible, SinTablero

SQL = files("tablero.consultas") / "sql"
Nivel = Literal["publicado", "calculado", "publicado y calculado"]

MARCA = "es_simulado"
"""La columna que lleva toda respuesta de un tablero de datos simulados, y ninguna de otro."""

TIPOS_PANDAS = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
"""Los enteros y los sí/no con vacíos siguen siendo lo que son, sin volverse decimales."""


@dataclass(frozen=True)
class FuenteCitada:
    """Una fuente de una respuesta, con los lugares del documento que la sustentan."""

    fuente_codigo: str
    titulo: str
    entidad: str
    corte_fecha: Any
    corte_texto: str
    ubicaciones: tuple[str, ...]


@dataclass(frozen=True)
class Resultado:
    """La respuesta a una pregunta: los datos, sus fuentes y si se publican o se calculan.

    `datos` es de solo lectura por convenio: las respuestas se guardan y se comparten.
    """

    pregunta: str
    datos: pd.DataFrame
    fuentes: tuple[FuenteCitada, ...]
    nivel: Nivel
    parametros: tuple[tuple[str, Any], ...] = ()

    @property
    def fila(self) -> dict[str, Any]:
        """La única fila, como diccionario; `ValueError` si no es una sola."""
        if len(self.datos) != 1:
            raise ValueError(f"{self.pregunta}: se esperaba una fila y hay {len(self.datos)}")
        return {str(c): _nulo(v) for c, v in self.datos.iloc[0].items()}

    @property
    def esta_vacio(self) -> bool:
        """Verdadero si no hay filas."""
        return self.datos.empty


@dataclass(frozen=True)
class Pregunta:
    """Un archivo .sql: su texto, sus parámetros y su nivel."""

    nombre: str
    sql: str
    parametros: frozenset[str]
    nivel: Nivel


@cache
def leer_pregunta(nombre: str) -> Pregunta:
    """Lee `sql/<nombre>.sql`; `ValueError` si no declara su nivel en los comentarios."""
    sql = (SQL / f"{nombre}.sql").read_text(encoding="utf-8")
    nivel = re.search(r"^-- nivel: (publicado y calculado|publicado|calculado)$", sql, re.MULTILINE)
    if not nivel:
        raise ValueError(f"{nombre}.sql no declara «-- nivel: publicado» ni «calculado»")
    codigo = re.sub(r"--[^\n]*", "", sql)
    parametros = frozenset(re.findall(r"\$(\w+)", codigo))
    return Pregunta(nombre, sql, parametros, nivel[1])  # type: ignore[arg-type]


class Base:
    """El archivo DuckDB, abierto de solo lectura sobre una copia propia.

    `SinTablero` si no existe; `ArchivoIlegible` si no es un tablero construido.

    La copia deja que una construcción reemplace el archivo en cualquier momento (también en
    Windows). Después de abrir no se puede leer ni escribir ningún otro archivo.
    """

    def __init__(self, archivo: Path) -> None:
        if not archivo.exists():
            raise SinTablero(
                f"Todavía no existe {archivo.name}. Constrúyalo con: {rutas.orden('construir')}"
            )
        carpeta = Path(mkdtemp(prefix="tablero-"))
        copia = carpeta / "tablero.duckdb"
        shutil.copyfile(archivo, copia)
        self._conexion = duckdb.connect(":memory:")
        # Cuando nadie la usa, o al salir, la copia se va con ella.
        self.cerrar = finalize(self, _soltar, self._conexion, carpeta)
        try:
            self._conexion.execute("ATTACH ? AS tablero (READ_ONLY)", [str(copia)])
            self._fuentes = self._leer_fuentes()
        except duckdb.Error as error:
            raise ArchivoIlegible(
                f"{archivo} no es un tablero construido, o está dañado. Constrúyalo otra vez con: "
                f"{rutas.orden('construir')}"
            ) from error
        self._conexion.execute("SET enable_external_access = false")
        self._conexion.execute("SET lock_configuration = true")

    @property
    def es_simulado(self) -> bool:
        """Verdadero si sus datos son inventados."""
        # Un archivo construido antes de que hubiera simulaciones no trae la columna.
        return any(fila.get(MARCA, False) for fila in self._fuentes.values())

    def consultar(self, nombre: str, /, **parametros: Any) -> Resultado:
        """Responde la pregunta `nombre` (`dominio/pregunta`).

        `ValueError` si falta o sobra un parámetro, o si la respuesta no trae `fuente_codigo`.
        """
        pregunta = leer_pregunta(nombre)
        if pregunta.parametros != set(parametros):
            raise ValueError(
                f"{nombre}: espera los parámetros {sorted(pregunta.parametros)} "
                f"y recibió {sorted(parametros)}"
            )
        datos = self._marcar(self._leer(pregunta.sql, parametros))
        if "fuente_codigo" not in datos.columns:
            raise ValueError(f"{nombre}: la respuesta no trae fuente_codigo")
        return Resultado(
            pregunta=nombre,
            datos=datos,
            fuentes=self._citar(datos),
            nivel=pregunta.nivel,
            parametros=tuple(sorted(parametros.items())),
        )

    def tabla(self, nombre: str) -> pd.DataFrame:
        """Una tabla completa, en su orden; la marca, solo si los datos son simulados."""
        tabla = self._conexion.cursor().table(f"tablero.{nombre}").to_arrow_table()
        return self._marcar(self._a_pandas(tabla))

    def contar(self, nombre: str) -> tuple[int, date | None]:
        """Filas de una tabla y su corte más reciente, sin leerla.

        El corte es `None` si la tabla no lo lleva o está vacía.
        """
        tabla = self._conexion.cursor().table(f"tablero.{nombre}")
        corte = "max(corte_fecha)" if "corte_fecha" in tabla.columns else "NULL"
        filas, ultimo = tabla.aggregate(f"count(*), {corte}").fetchall()[0]
        return filas, ultimo

    def _leer(self, sql: str, parametros: Mapping[str, Any]) -> pd.DataFrame:
        relacion = self._conexion.cursor().sql(sql, params=dict(parametros))
        return self._a_pandas(relacion.to_arrow_table())

    def _marcar(self, datos: pd.DataFrame) -> pd.DataFrame:
        """Agrega al final la columna que dice que todo es inventado; si no lo es, no la lleva.

        Aquí y no al exportar: así la llevan todos los archivos que salen de una respuesta.
        """
        sin_marca = datos.drop(columns=MARCA, errors="ignore")
        if not self.es_simulado:
            return sin_marca
        return sin_marca.assign(**{MARCA: pd.Series(True, index=datos.index, dtype="boolean")})

    @staticmethod
    def _a_pandas(tabla: pa.Table) -> pd.DataFrame:
        datos: pd.DataFrame = tabla.to_pandas(types_mapper=TIPOS_PANDAS.get)
        # Un texto vacío es `None`, no el `NaN` de pandas, que al preguntar por él parece lleno.
        textos: list[str] = list(datos.select_dtypes("str").columns)
        datos[textos] = datos[textos].astype(object).where(datos[textos].notna(), None)
        return datos

    def _leer_fuentes(self) -> dict[str, dict[str, Any]]:
        filas = self._conexion.cursor().table("tablero.fuentes").to_arrow_table().to_pylist()
        return {fila["fuente_codigo"]: fila for fila in filas}

    def _citar(self, datos: pd.DataFrame) -> tuple[FuenteCitada, ...]:
        """Las fuentes de una respuesta; las dos columnas pueden llevar varios valores (« | »)."""
        lugares: dict[str, dict[str, None]] = {}
        ubicaciones = (
            datos["ubicacion"] if "ubicacion" in datos.columns else pd.Series("", index=datos.index)
        )
        for codigos, ubicacion in zip(datos["fuente_codigo"], ubicaciones, strict=True):
            if not isinstance(codigos, str):
                continue
            for codigo in codigos.split(" | "):
                propios = lugares.setdefault(codigo, {})
                if isinstance(ubicacion, str) and ubicacion and " | " not in codigos:
                    propios.update(dict.fromkeys(ubicacion.split(" | ")))
        return tuple(
            FuenteCitada(
                fuente_codigo=codigo,
                ubicaciones=tuple(lugares[codigo]),
                **{
                    campo: self._fuentes[codigo][campo]
                    for campo in ("titulo", "entidad", "corte_fecha", "corte_texto")
                },
            )
            for codigo in sorted(lugares)
        )


def _soltar(conexion: duckdb.DuckDBPyConnection, carpeta: Path) -> None:
    conexion.close()
    shutil.rmtree(carpeta, ignore_errors=True)


def _nulo(valor: Any) -> Any:
    """Los vacíos de pandas, como `None`."""
    return None if pd.api.types.is_scalar(valor) and pd.isna(valor) else valor
