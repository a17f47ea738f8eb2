"""`/series`: una dirección que no cambia por cada serie, con lo publicado y lo calculado."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import pandas as pd

from tablero.api.campos import Campo, elegir
from tablero.api.fallas import Falla
from tablero.api.pedido import Pedido
from tablero.api.recurso import Recurso, Variable
from tablero.formato import enumerar
from tablero.modelo import Fuente, Tabla
from tablero.modelo.cifras import Cifra
from tablero.modelo.politica import PoliticaAvance, PoliticaCorte, PoliticaObjetivo

GRUPO = "Series"
CALCULADO, PUBLICADO = "calculado", "publicado"
CAMPOS = (
    Campo(
        "corte_fecha",
        "Fecha de corte",
        "Fecha hasta la cual vale el dato.",
        Cifra.columna("corte_fecha").tipo,
    ),
    Campo("valor", "Valor", "Vacío si no hay dato.", float),
    Campo("unidad", "Unidad", "La del valor."),
    Campo.de(PoliticaCorte.columna("nivel")),
    Campo("corte_texto", "Corte publicado", "El corte como está impreso."),
    *elegir(Cifra, ("fuente_codigo",)),
    Campo.de(Fuente.columna("titulo")).con_nombre("fuente_titulo"),
    Campo.de(Fuente.columna("entidad")).con_nombre("fuente_entidad"),
    *elegir(Cifra, ("ubicacion", "cita")),
    Campo("formula_version", "Versión de la fórmula", "Con que se calculó; vacía si se publicó."),
)
NOMBRES = [campo.nombre for campo in CAMPOS]
DE_LISTA = (
    Campo("serie", "Serie", "Su nombre: lo que va después de `/series/`."),
    Campo("titulo", "Título", "Qué mide y de qué."),
    Campo("politica_codigo", "Código de la política", "De cuál es, si es de una."),
    Campo("unidad", "Unidad", "La de sus valores."),
    Campo("cortes", "Cortes", "Cuántos tiene.", int),
    Campo("desde_fecha", "Desde", "El primer corte.", Cifra.columna("corte_fecha").tipo),
    Campo("hasta_fecha", "Hasta", "El último corte.", Cifra.columna("corte_fecha").tipo),
    Campo("direccion", "Dirección", "La que una hoja de cálculo puede leer."),
)


@dataclass(frozen=True)
class Familia:
    """Las series que salen de las columnas de una misma tabla."""

    nombre: str
    tabla: type[Tabla]
    claves: tuple[str, ...]
    """Las columnas que dicen de qué es la serie."""
    de_que: str
    """Lo mismo en palabras: «del producto 1.1.4»."""
    medidas: tuple[str, ...]
    siempre_calculadas: tuple[str, ...] = ()
    """Las que el tablero calcula aunque la fila sea publicada."""


FAMILIAS = (
    Familia(
        "politica",
        PoliticaCorte,
        ("politica_codigo",),
        "de toda la política",
        ("avance_pct", "trayectoria_pct", "brecha_pp"),
    ),
    Familia(
        "objetivo",
        PoliticaObjetivo,
        ("politica_codigo", "objetivo_numero"),
        "del objetivo {}",
        ("avance_pct", "trayectoria_pct", "brecha_pp", "ponderacion_pct"),
    ),
    Familia(
        "producto",
        PoliticaAvance,
        ("politica_codigo", "producto_codigo"),
        "del producto {}",
        ("paa_pct", "pahv_pct", "pav_pct", "trayectoria_pct"),
        ("trayectoria_pct",),
    ),
)


def lista(pedido: Pedido) -> pd.DataFrame:
    """Todas las series que hay."""
    filas = [fila for familia in FAMILIAS for fila in _de_familia(pedido, familia)]
    return pd.DataFrame([*filas, *_de_cifras(pedido)], columns=[c.nombre for c in DE_LISTA])


def de_familia(pedido: Pedido, *, familia: Familia) -> pd.DataFrame:
    """Una serie de una familia, del corte más antiguo al más reciente; `Falla` si no existe."""
    medida = pedido.variables["medida"]
    if medida not in familia.medidas:
        raise Falla("no-existe", f"Las medidas que hay son: {enumerar(list(familia.medidas))}.")
    datos = pedido.abierto.base.tabla(familia.tabla.tabla)
    for clave in familia.claves:
        datos = datos[datos[clave].astype(str) == pedido.variables[clave]]
    if datos.empty:
        raise Falla("no-existe", "No hay una serie con ese nombre: las que hay, en /series.")
    return _serie(pedido, _medida(datos, familia, medida), _unidad(familia, medida))


def de_cifra(pedido: Pedido) -> pd.DataFrame:
    """La serie de un indicador; `Falla` si no existe."""
    cifras = pedido.abierto.base.tabla("cifras")
    suyas = cifras[cifras["cifra_codigo"] == pedido.variables["codigo"]]
    if suyas.empty:
        raise Falla(
            "no-existe", "No hay un indicador con ese código: los que hay, en /indicadores."
        )
    datos = suyas.assign(nivel=PUBLICADO, formula_version=None)
    return _serie(pedido, datos, str(suyas["unidad"].iloc[-1]))


def _medida(datos: pd.DataFrame, familia: Familia, medida: str) -> pd.DataFrame:
    """Sus filas con la columna `valor`.

    Lo que siempre se calcula se dice calculado, y una sola vez por corte: si hay una fila
    publicada y otra calculada, vale la calculada.
    """
    suyas = datos.assign(valor=datos[medida])
    if medida not in familia.siempre_calculadas:
        # La fórmula de la fila es de sus columnas calculadas: lo publicado no la lleva.
        publicadas = suyas["nivel"] == PUBLICADO
        return suyas.assign(formula_version=suyas["formula_version"].mask(publicadas, None))
    una_por_corte = suyas.sort_values("nivel").drop_duplicates("corte_fecha")
    return una_por_corte.assign(nivel=CALCULADO)


def _serie(pedido: Pedido, datos: pd.DataFrame, unidad: str) -> pd.DataFrame:
    fuentes = pedido.abierto.base.tabla("fuentes").rename(
        columns={"titulo": "fuente_titulo", "entidad": "fuente_entidad"}
    )
    con_fuente = datos.assign(unidad=unidad).merge(
        fuentes[["fuente_codigo", "fuente_titulo", "fuente_entidad", "corte_texto"]],
        on="fuente_codigo",
        how="left",
    )
    return con_fuente.sort_values(["corte_fecha", "nivel"])[NOMBRES]


def _unidad(familia: Familia, medida: str) -> str:
    return familia.tabla.columna(medida).unidad


def _de_familia(pedido: Pedido, familia: Familia) -> Iterator[tuple[object, ...]]:
    datos = pedido.abierto.base.tabla(familia.tabla.tabla)
    for valores, filas in datos.groupby(list(familia.claves), sort=False):
        partes = [str(valor) for valor in valores]
        for medida in familia.medidas:
            de_que = familia.de_que.format(partes[-1])
            titulo = f"{familia.tabla.columna(medida).titulo} {de_que}"
            nombre = "/".join([familia.nombre, *partes, medida])
            yield _renglon(pedido, nombre, (titulo, partes[0], _unidad(familia, medida)), filas)


def _de_cifras(pedido: Pedido) -> Iterator[tuple[object, ...]]:
    cifras = pedido.abierto.base.tabla("cifras")
    for codigo, filas in cifras.groupby("cifra_codigo", sort=False):
        ultima = filas.sort_values("corte_fecha").iloc[-1]
        dicho = (ultima["descripcion"], None, str(ultima["unidad"]))
        yield _renglon(pedido, f"cifra/{codigo}", dicho, filas)


def _renglon(
    pedido: Pedido, nombre: str, dicho: tuple[str, str | None, str], filas: pd.DataFrame
) -> tuple[object, ...]:
    cortes = filas["corte_fecha"]
    direccion = f"{pedido.api}/series/{nombre}.csv"
    return nombre, *dicho, cortes.nunique(), cortes.min(), cortes.max(), direccion


POLITICA = Variable(
    "politica_codigo", "El código de la política.", "poblacion_migrante_internacional"
)
CUAL = {
    "politica": (POLITICA,),
    "objetivo": (POLITICA, Variable("objetivo_numero", "El número del objetivo.", "1")),
    "producto": (POLITICA, Variable("producto_codigo", "El código del producto.", "1.1.4")),
}
DE_QUE = {
    "politica": "Una medida de toda la política",
    "objetivo": "Una medida de un objetivo",
    "producto": "Una medida de un producto",
}
EXPLICACION = (
    "Un renglón por corte y nivel: la fecha, el valor, la unidad, si se publica o se calcula, y de "
    "dónde sale. La dirección no cambia: cuando haya otro corte, trae un renglón más."
)
RECURSOS = (
    Recurso(
        "/series",
        GRUPO,
        "Las series que hay",
        "Cada serie, con la dirección que una hoja de cálculo puede leer.",
        lista,
        campos=DE_LISTA,
    ),
    *(
        Recurso(
            "/series/"
            + "/".join([familia.nombre, *(f"{{{clave}}}" for clave in familia.claves), "{medida}"]),
            GRUPO,
            DE_QUE[familia.nombre],
            f"{EXPLICACION} Las medidas son {enumerar(list(familia.medidas))}.",
            partial(de_familia, familia=familia),
            variables=(
                *CUAL[familia.nombre],
                Variable("medida", "La columna que se sigue.", familia.medidas[0]),
            ),
            campos=CAMPOS,
        )
        for familia in FAMILIAS
    ),
    Recurso(
        "/series/cifra/{codigo}",
        GRUPO,
        "Un indicador en el tiempo",
        EXPLICACION,
        de_cifra,
        variables=(Variable("codigo", "El código del indicador.", "cnim_avance_total_pct"),),
        campos=CAMPOS,
    ),
)
