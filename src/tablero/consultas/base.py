"""El único lugar donde se pregunta al archivo DuckDB.

Una pregunta es un archivo `sql/<dominio>/<pregunta>.sql` que empieza con la pregunta en palabras y
su nivel. Toda respuesta lleva una columna `fuente_codigo`: de ella salen las fuentes que la tarjeta
muestra, y sin ella no hay respuesta.
"""

import errno
import re
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal
from weakref import finalize

import duckdb
import pandas as pd
import pyarrow as pa

from tablero import rutas, temporales
from tablero.errores import ArchivoIlegible, SinTablero, motivo

SQL = files("tablero.consultas") / "sql"
Nivel = Literal["publicado", "calculado", "publicado y calculado"]

MARCA = "es_simulado"
"""La columna que lleva toda respuesta de un tablero de datos simulados, y ninguna de otro."""

OPCIONES: dict[str, str | bool | int | float | list[str]] = {"threads": 2, "memory_limit": "512MB"}
"""Un archivo de pocos megas y preguntas cortas: sin tope, DuckDB se quedaría con casi todo."""
DEL_ARCHIVO = (duckdb.IOException, duckdb.FatalException, duckdb.InternalException)
SE_DANO = "El archivo del tablero se dañó: una parte no se puede leer."

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

    `SinTablero` si no existe; `ArchivoIlegible` si no se puede copiar o no es un tablero.

    La copia deja que una construcción reemplace el archivo en cualquier momento (también en
    Windows). Después de abrir no se puede leer ni escribir ningún otro archivo. `es_copia` dice que
    el archivo ya es una copia que nadie cambia, y se abre ahí mismo.
    """

    def __init__(self, archivo: Path, *, es_copia: bool = False) -> None:
        with ExitStack() as pila:
            try:
                self.archivo = archivo if es_copia else _copiar(archivo, pila)
            except FileNotFoundError:
                raise SinTablero(
                    f"Todavía no existe {archivo.name}. Constrúyalo con: {rutas.orden('construir')}"
                ) from None
            except OSError as error:
                raise ArchivoIlegible(
                    f"No se pudo copiar {archivo.name}: {motivo(error)}."
                ) from error
            try:
                self._conexion = duckdb.connect(":memory:", config=OPCIONES)
                pila.callback(self._conexion.close)
                self._conexion.execute("ATTACH ? AS tablero (READ_ONLY)", [str(self.archivo)])
                self._fuentes = self._leer_fuentes()
                self._conexion.execute("SET enable_external_access = false")
                self._conexion.execute("SET lock_configuration = true")
            except duckdb.Error as error:
                raise ArchivoIlegible(
                    f"{archivo.name} no es un tablero construido, o está dañado. Constrúyalo otra "
                    f"vez con: {rutas.orden('construir')}"
                ) from error
            # Cuando nadie la usa, o al salir, la copia se va con ella.
            self.cerrar = finalize(self, pila.pop_all().close)

    def comprobar(self) -> None:
        """Lee el archivo entero; `ArchivoIlegible` si le falta o se le dañó una parte.

        Al abrirlo solo se lee el índice: un bloque dañado se sabría al preguntar por él.
        """
        for tabla in self._tablas():
            # Los nombres salen del propio archivo, y entre comillas no son otra cosa.
            self._ejecutar(f'SELECT bit_xor(hash(t)) FROM tablero."{tabla}" AS t')  # noqa: S608  # nosec B608

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
        with _errores_propios():
            tabla = self._conexion.cursor().table(f"tablero.{nombre}").to_arrow_table()
        return self._marcar(self._a_pandas(tabla))

    def contar(self, nombre: str) -> tuple[int, date | None]:
        """Filas de una tabla y su corte más reciente, sin leerla.

        El corte es `None` si la tabla no lo lleva o está vacía.
        """
        with _errores_propios():
            tabla = self._conexion.cursor().table(f"tablero.{nombre}")
            corte = "max(corte_fecha)" if "corte_fecha" in tabla.columns else "NULL"
            filas, ultimo = tabla.aggregate(f"count(*), {corte}").fetchall()[0]
        return filas, ultimo

    def _tablas(self) -> list[str]:
        return [
            nombre
            for (nombre,) in self._ejecutar(
                "SELECT table_name FROM duckdb_tables() WHERE database_name = 'tablero'"
            )
        ]

    def _ejecutar(self, sql: str) -> list[tuple[Any, ...]]:
        with _errores_propios():
            return self._conexion.cursor().execute(sql).fetchall()

    def _leer(self, sql: str, parametros: Mapping[str, Any]) -> pd.DataFrame:
        with _errores_propios():
            relacion = self._conexion.cursor().sql(sql, params=dict(parametros))
            tabla = relacion.to_arrow_table()
        return self._a_pandas(tabla)

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


def _copiar(archivo: Path, pila: ExitStack) -> Path:
    """La copia propia, que se borra al cerrar `pila`."""
    datos = archivo.stat()
    if not stat.S_ISREG(datos.st_mode):
        raise IsADirectoryError(errno.EISDIR, "", str(archivo))
    carpeta = temporales.nueva("copia")
    pila.callback(shutil.rmtree, carpeta, ignore_errors=True)
    shutil.copyfile(archivo, carpeta / archivo.name)
    return carpeta / archivo.name


@contextmanager
def _errores_propios() -> Iterator[None]:
    """Lo que DuckDB no puede leer del archivo se dice en español; lo demás es del programa."""
    try:
        yield
    except DEL_ARCHIVO as error:
        raise ArchivoIlegible(SE_DANO) from error
    except duckdb.Error as error:
        # Así, sin clase propia, dice DuckDB que un bloque no tiene lo que se escribió en él.
        if type(error) is duckdb.Error or "orrupt" in str(error):
            raise ArchivoIlegible(SE_DANO) from error
        raise


def _nulo(valor: Any) -> Any:
    """Los vacíos de pandas, como `None`."""
    return None if pd.api.types.is_scalar(valor) and pd.isna(valor) else valor
