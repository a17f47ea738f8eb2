"""El único lugar donde se pregunta al archivo DuckDB.

Una pregunta es un archivo `sql/<dominio>/<pregunta>.sql` que empieza con la pregunta en palabras y
su nivel. Toda respuesta lleva una columna `fuente_codigo`: de ella salen las fuentes que la tarjeta
muestra, y sin ella no hay respuesta.
"""

import errno
import re
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, Concatenate, Literal, ParamSpec, TypeVar
from weakref import finalize

import duckdb
import pandas as pd
import pyarrow as pa

from tablero import rutas, temporales
from tablero.errores import ArchivoIlegible, SinTablero, motivo
from tablero.filas import VARIOS, Fila, filas_de
from tablero.modelo.documentos import documento
from tablero.modelo.periodicidad import CadaCuanto

P = ParamSpec("P")
R = TypeVar("R")
SQL = files("tablero.consultas") / "sql"
Nivel = Literal["publicado", "calculado", "publicado y calculado"]

MARCA = "es_simulado"
"""La columna que lleva toda respuesta de un tablero de datos simulados, y ninguna de otro."""

FUENTE, VERSION, SUPOSICION = "fuente_codigo", "formula_version", "suposicion"
"""Las columnas que dicen de dónde sale una fila, con qué fórmulas y qué se supone."""

MUNICIPIO, DEPARTAMENTO, EDICION = "municipio_codigo", "departamento_codigo", "divipola_fecha"
DIVIPOLA = (DEPARTAMENTO, EDICION)
"""Lo que va con el código de un municipio: de qué departamento es y en qué edición."""
SIN_LUGAR: Fila = dict.fromkeys(DIVIPOLA)

OPCIONES: dict[str, str | bool | int | float | list[str]] = {"threads": 2, "memory_limit": "512MB"}
"""Un archivo de pocos megas y preguntas cortas: sin tope, DuckDB se quedaría con casi todo."""
DEL_ARCHIVO = (duckdb.IOException, duckdb.FatalException, duckdb.InternalException)
SE_DANO = "El archivo del tablero se dañó: una parte no se puede leer."

LUGARES = r"""
    CREATE MACRO con_ceros(texto) AS
        regexp_replace(regexp_replace(texto, '\b(\d)\b', '0\1', 'g'), '\b(\d\d)\b', '0\1', 'g');
    CREATE MACRO uno_de_cada(texto) AS
        string_agg(DISTINCT texto, ' | ' ORDER BY con_ceros(texto));
    CREATE MACRO lugares(codigo, lugar) AS
        CASE count(DISTINCT codigo)
            WHEN 1 THEN uno_de_cada(lugar)
            ELSE uno_de_cada(codigo || ': ' || lugar)
        END;
"""
"""Los lugares de las filas de una cifra: así los cita toda pregunta que suma o cuenta.

Si las filas son de varias fuentes, cada lugar lleva delante el código de la suya. Van como se
numeran: «Acción 2» antes de «Acción 10».
"""

DE_LA_FUENTE = ("titulo", "entidad", "corte_fecha", "corte_texto", "archivo", "licencia")
"""Lo que toda respuesta dice de cada una de sus fuentes, además de sus lugares."""

TIPOS_PANDAS = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
"""Los enteros y los sí/no con vacíos siguen siendo lo que son, sin volverse decimales."""


Parametro = tuple[str, Any]
"""El nombre y el valor de lo que se preguntó. `Any`: su tipo lo dice la función que pregunta."""


@dataclass(frozen=True)
class FuenteCitada:
    """Una fuente de una respuesta, con los lugares del documento que la sustentan."""

    fuente_codigo: str
    titulo: str
    entidad: str
    corte_fecha: date
    corte_texto: str
    ubicaciones: tuple[str, ...]
    cada_cuanto: CadaCuanto | None = None
    """Cada cuánto publica, si lo dice."""
    mas_reciente: date | None = None
    """El último corte de su documento que tiene el tablero, si no es el suyo."""
    archivo: str = ""
    """El archivo que se transcribió; vacío si no se sabe."""
    licencia: str = ""
    """La que declara; «no declarada» si no la hay."""


@dataclass(frozen=True)
class Resultado:
    """La respuesta a una pregunta: los datos, sus fuentes y si se publican o se calculan.

    `datos` es de solo lectura por convenio: las respuestas se guardan y se comparten.
    """

    pregunta: str
    datos: pd.DataFrame
    fuentes: tuple[FuenteCitada, ...]
    nivel: Nivel
    parametros: tuple[Parametro, ...] = ()

    @property
    def fila(self) -> Fila:
        """La única fila, como diccionario; `ValueError` si no es una sola."""
        if len(self.datos) != 1:
            raise ValueError(f"{self.pregunta}: se esperaba una fila y hay {len(self.datos)}")
        return self.filas[0]

    @property
    def filas(self) -> list[Fila]:
        """Todas las filas, con `None` donde no hay dato."""
        return filas_de(self.datos)

    @property
    def esta_vacio(self) -> bool:
        """Verdadero si no hay filas."""
        return self.datos.empty

    @property
    def version(self) -> str:
        """Las versiones de las fórmulas de sus filas; vacío si no lleva ninguna."""
        if VERSION not in self.datos:
            return ""
        return VARIOS.join(sorted(set(self.datos[VERSION].dropna())))

    def con(self, datos: pd.DataFrame, *parametros: Parametro) -> "Resultado":
        """La misma respuesta con otros datos: una parte de ella, o dicha con otras palabras."""
        return Resultado.derivar(datos, de=self, nivel=self.nivel, parametros=parametros)

    def de_nivel(self, nivel: Nivel) -> "Resultado":
        """La misma respuesta, dicha de ese nivel."""
        return Resultado.derivar(self.datos, de=self, nivel=nivel)

    def parte(self, datos: pd.DataFrame, *parametros: Parametro) -> "Resultado":
        """Unas filas de la respuesta, que solo citan los lugares de donde ellas salen."""
        lugares = _lugares(datos)
        return replace(
            self.con(datos, *parametros),
            fuentes=tuple(
                replace(f, ubicaciones=tuple(lugares[f.fuente_codigo]))
                for f in self.fuentes
                if f.fuente_codigo in lugares
            ),
        )

    @classmethod
    def derivar(
        cls,
        datos: pd.DataFrame,
        *,
        de: "Resultado | Sequence[Resultado]",
        nivel: Nivel,
        suposicion: str = "",
        pregunta: str = "",
        parametros: Iterable[Parametro] = (),
    ) -> "Resultado":
        """Otra respuesta, hecha con los datos de una o de varias: la única manera de tenerla.

        Lleva las fuentes de todas y, si alguna es de datos simulados, su marca. Si `datos` no trae
        `fuente_codigo`, lo lleva; si no trae `formula_version` y las de origen sí, también. Con
        `suposicion` (lo que se supone, en palabras) lleva una columna que lo dice.

        `pregunta` es su nombre propio, si deja de ser la primera; entonces no cita los lugares del
        documento, que son de las cifras de origen. `parametros` se suman a los de la primera.
        `ValueError` si no sale de ninguna.
        """
        origenes = [de] if isinstance(de, Resultado) else list(de)
        if not origenes:
            raise ValueError("una respuesta sale siempre de otra: si no, no tendría fuente")
        fuentes = _juntar(f for r in origenes for f in r.fuentes)
        return cls(
            pregunta=pregunta or origenes[0].pregunta,
            datos=_con_procedencia(datos, origenes, fuentes, suposicion),
            fuentes=tuple(replace(f, ubicaciones=()) if pregunta else f for f in fuentes),
            nivel=nivel,
            parametros=tuple((dict(origenes[0].parametros) | dict(parametros)).items()),
        )

    @classmethod
    def del_tablero(cls, pregunta: str, datos: pd.DataFrame) -> "Resultado":
        """Lo que no sale de ningún documento sino del propio tablero: su registro, su glosario.

        No cita ninguna fuente: quien lo muestra dice de dónde es.
        """
        return cls(pregunta=pregunta, datos=datos, fuentes=(), nivel="publicado")


class Preguntas:
    """Quien contesta lo que se le pregunta a un tablero.

    `preguntar(consulta, …)` hace una consulta del dominio; `preguntar.responder(respuesta, …)`, una
    que se arma con varias (`respuestas/`). Los parámetros son los de la función, y mypy los
    comprueba. Aquí todo se hace cada vez; la interfaz tiene la suya, que recuerda.
    """

    def __init__(self, base: "Base") -> None:
        self._base = base

    @property
    def base(self) -> "Base":
        """El tablero al que se le pregunta."""
        return self._base

    def __call__(
        self,
        consulta: Callable[Concatenate["Base", P], Resultado],
        /,
        *valores: P.args,
        **parametros: P.kwargs,
    ) -> Resultado:
        """La respuesta de una consulta del dominio."""
        return consulta(self.base, *valores, **parametros)

    def responder(
        self,
        respuesta: Callable[Concatenate["Preguntas", P], R],
        /,
        *valores: P.args,
        **parametros: P.kwargs,
    ) -> R:
        """Lo que contesta una función de `respuestas/`, que pregunta por su cuenta."""
        return respuesta(self, *valores, **parametros)


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
                self._conexion.execute(LUGARES)
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

    def consultar(self, nombre: str, /, **parametros: object) -> Resultado:
        """Responde la pregunta `nombre` (`dominio/pregunta`).

        `ValueError` si falta o sobra un parámetro, o si la respuesta no trae `fuente_codigo`.
        """
        pregunta = leer_pregunta(nombre)
        if pregunta.parametros != set(parametros):
            raise ValueError(
                f"{nombre}: espera los parámetros {sorted(pregunta.parametros)} "
                f"y recibió {sorted(parametros)}"
            )
        datos = self._marcar(self._situar(self._leer(pregunta.sql, parametros)))
        if FUENTE not in datos.columns:
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
        # Una edición construida antes de que las tablas lo dijeran también lo dice.
        return self._marcar(self._situar(self._a_pandas(tabla)))

    def tiene(self, nombre: str) -> bool:
        """Si el archivo trae esa tabla: el de una edición de antes puede no traerla."""
        return nombre in self._tablas()

    def contar(self, nombre: str) -> tuple[int, date | None]:
        """Filas de una tabla y su corte más reciente, sin leerla.

        El corte es `None` si la tabla no lo lleva o está vacía.
        """
        with _errores_propios():
            tabla = self._conexion.cursor().table(f"tablero.{nombre}")
            corte = "max(corte_fecha)" if "corte_fecha" in tabla.columns else "NULL"
            filas, ultimo = tabla.aggregate(f"count(*), {corte}").fetchall()[0]
        return filas, ultimo

    def resumir(self, pregunta: str) -> list[tuple[Any, ...]]:
        """Lo que contesta la pregunta que `derivados/huellas.py` escribe desde el modelo."""
        return self._ejecutar(pregunta)

    def _tablas(self) -> list[str]:
        return [
            nombre
            for (nombre,) in self._ejecutar(
                "SELECT table_name FROM duckdb_tables() WHERE database_name = 'tablero'"
            )
        ]

    def _ejecutar(self, sql: str) -> list[tuple[Any, ...]]:  # los tipos los dice el SQL
        with _errores_propios():
            return self._conexion.cursor().execute(sql).fetchall()

    def _leer(self, sql: str, parametros: Mapping[str, object]) -> pd.DataFrame:
        with _errores_propios():
            relacion = self._conexion.cursor().sql(sql, params=dict(parametros))
            tabla = relacion.to_arrow_table()
        return self._a_pandas(tabla)

    def _situar(self, datos: pd.DataFrame) -> pd.DataFrame:
        """Agrega, donde hay un municipio, su departamento y la edición de la DIVIPOLA.

        Aquí y no en cada pregunta: así los llevan todos los archivos que salen de una respuesta.
        """
        faltan = [columna for columna in DIVIPOLA if columna not in datos]
        if MUNICIPIO not in datos or not faltan:
            return datos
        lugares = [self._divipola.get(codigo, SIN_LUGAR) for codigo in datos[MUNICIPIO]]
        return datos.assign(
            **{c: pd.Series([lugar[c] for lugar in lugares], datos.index, object) for c in faltan}
        )

    @cached_property
    def _divipola(self) -> dict[str, Fila]:
        """Cada municipio con su departamento y el corte de la edición que lo trae."""
        with _errores_propios():
            tabla = self._conexion.cursor().table("tablero.municipios").to_arrow_table()
        return {
            lugar[MUNICIPIO]: {
                DEPARTAMENTO: lugar[DEPARTAMENTO],
                EDICION: self._fuentes[lugar[FUENTE]]["corte_fecha"],
            }
            for lugar in tabla.to_pylist()
        }

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

    def _leer_fuentes(self) -> dict[str, Fila]:
        filas = self._conexion.cursor().table("tablero.fuentes").to_arrow_table().to_pylist()
        return {fila["fuente_codigo"]: fila for fila in filas}

    def _citar(self, datos: pd.DataFrame) -> tuple[FuenteCitada, ...]:
        """Las fuentes de una respuesta, con sus lugares."""
        lugares = _lugares(datos)
        return tuple(
            FuenteCitada(
                fuente_codigo=codigo,
                ubicaciones=tuple(lugares[codigo]),
                **{campo: self._fuentes[codigo][campo] for campo in DE_LA_FUENTE},
                cada_cuanto=_cada_cuanto_de(self._fuentes[codigo]),
                mas_reciente=self._mas_reciente(codigo),
            )
            for codigo in sorted(lugares)
        )

    def _mas_reciente(self, codigo: str) -> date | None:
        """El último corte del documento de esa fuente; `None` si es el suyo."""
        del_documento = documento(codigo)
        ultimo: date = max(
            fila["corte_fecha"]
            for otro, fila in self._fuentes.items()
            if documento(otro) == del_documento
        )
        return ultimo if ultimo > self._fuentes[codigo]["corte_fecha"] else None


def _cada_cuanto_de(fuente: Fila) -> CadaCuanto | None:
    # Un archivo construido antes de que se dijera la periodicidad no trae sus columnas.
    if not fuente.get("periodicidad"):
        return None
    return CadaCuanto(
        fuente["periodicidad"],
        fuente["periodicidad_cita"],
        fuente["periodicidad_ubicacion"],
        fuente["periodicidad_desde_fecha"],
        fuente["periodicidad_hasta_fecha"],
    )


def _lugares(datos: pd.DataFrame) -> dict[str, dict[str, None]]:
    """Fuente → los lugares de ella que citan las filas, en su orden.

    Las dos columnas pueden llevar varios valores (« | »). El lugar que no lleva delante el código
    de su fuente es de la única de la fila, o de la misma que el anterior.
    """
    lugares: dict[str, dict[str, None]] = {}
    ubicaciones = datos["ubicacion"] if "ubicacion" in datos else [None] * len(datos)
    for fuentes, ubicacion in zip(datos[FUENTE], ubicaciones, strict=True):
        if not isinstance(fuentes, str):
            continue
        codigos = fuentes.split(VARIOS)
        for codigo in codigos:
            lugares.setdefault(codigo, {})
        de = codigos[0] if len(codigos) == 1 else ""
        for lugar in ubicacion.split(VARIOS) if isinstance(ubicacion, str) and ubicacion else ():
            codigo, _, propio = lugar.partition(": ")
            de = codigo if codigo in codigos else de
            if de:
                lugares[de][propio if codigo == de else lugar] = None
    return lugares


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


def _juntar(fuentes: Iterable[FuenteCitada]) -> list[FuenteCitada]:
    """Cada fuente una vez, con todos sus lugares, en el orden en que aparece."""
    juntas: dict[str, FuenteCitada] = {}
    for fuente in fuentes:
        antes = juntas.setdefault(fuente.fuente_codigo, fuente)
        lugares = dict.fromkeys((*antes.ubicaciones, *fuente.ubicaciones))
        juntas[fuente.fuente_codigo] = replace(antes, ubicaciones=tuple(lugares))
    return list(juntas.values())


def _con_procedencia(
    datos: pd.DataFrame,
    origenes: Sequence[Resultado],
    fuentes: Sequence[FuenteCitada],
    suposicion: str,
) -> pd.DataFrame:
    """Los datos con las columnas que dicen de dónde salen; no toca las que ya traen."""
    columnas: dict[str, str | pd.Series] = {}
    if VERSION not in datos and (versiones := {r.version for r in origenes} - {""}):
        columnas[VERSION] = VARIOS.join(sorted({v for t in versiones for v in t.split(VARIOS)}))
    if FUENTE not in datos:
        columnas[FUENTE] = VARIOS.join(f.fuente_codigo for f in fuentes)
    if suposicion:
        columnas[SUPOSICION] = suposicion
    if any(MARCA in r.datos for r in origenes) and MARCA not in datos:
        columnas[MARCA] = pd.Series(True, index=datos.index, dtype="boolean")
    return datos.assign(**columnas)
