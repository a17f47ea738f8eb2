"""La hoja de una entidad: lo mismo en la página, en el PDF y en el CSV."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tablero import formato
from tablero.consultas import entidad as consultas
from tablero.consultas import politica as de_politica
from tablero.consultas.base import FuenteCitada, Preguntas, Resultado
from tablero.formato import SIN_DATO
from tablero.modelo.fuera import Fuera
from tablero.respuestas.cosas.cosa import Cifra
from tablero.respuestas.entidad import palabras
from tablero.texto import para_archivo, plano

LUGARES = 3
"""Los que se nombran de cada fuente; todos están en el CSV."""


@dataclass(frozen=True)
class HojaDeEntidad:
    """Todo lo de una entidad en una política y un corte."""

    titulo: str
    politica: str
    """El nombre de la política."""
    politica_codigo: str
    corte: date
    resumen: str
    propia: Resultado
    """Su fila entre las entidades."""
    productos: Resultado
    """Sus productos, con `que_hacer` y `ritmo_texto`."""
    hallazgos: Resultado
    vez: int = 1
    """Entre las del corte cuyo nombre de archivo sería el mismo, cuál es."""

    @property
    def tiene_libro(self) -> bool:
        """Si sus cifras salen del libro oficial; si no, solo se publican porcentajes."""
        return bool((self.productos.datos["nivel"] == "calculado").all())

    @property
    def nota(self) -> str:
        """Lo que hay que saber de la tabla de sus productos."""
        redondeo = palabras.redondeo(self.propia.fila, self.productos.filas)
        return " ".join(filter(None, (palabras.nota(con_libro=self.tiene_libro), redondeo)))

    @property
    def cifras(self) -> tuple[Cifra, ...]:
        """Las cuatro que se leen primero en el papel."""
        fila = self.propia.fila
        brecha = f"la política: {formato.puntos(fila['politica_brecha_pp'])}"
        de_que = palabras.alcance(fila) or "en la política"
        return (
            Cifra(formato.numero(fila["productos"]), "Productos", de_que),
            Cifra(palabras.porcentaje(fila["ponderacion_pct"]), "Peso", "de la política"),
            Cifra(formato.puntos(fila["brecha_aporte_pp"]), "Aporte a la brecha", brecha),
            Cifra(formato.numero(fila["hallazgos"]), "Hallazgos", "por revisar en sus celdas"),
        )

    @property
    def fuentes(self) -> tuple[FuenteCitada, ...]:
        """De dónde salen sus cifras."""
        return self.productos.fuentes


def hoja(
    preguntar: Preguntas, *, entidad: str, politica: str, nombre: str, corte: date
) -> HojaDeEntidad:
    """La hoja de una entidad, o de los productos sin entidad («sin dato»).

    `nombre` es el de la política. `KeyError` si la entidad no tiene productos en ese corte.
    """
    todas = preguntar(consultas.entidades, politica=politica, corte=corte)
    suya = todas.datos["entidad"].fillna(SIN_DATO) == entidad
    if not suya.any():
        raise KeyError(entidad)
    propia = todas.con(todas.datos[suya].reset_index(drop=True), ("entidad", entidad))
    productos = _con_palabras(
        preguntar(consultas.productos, politica=politica, corte=corte, entidad=entidad)
    )
    return HojaDeEntidad(
        titulo=titulo(entidad),
        politica=nombre,
        politica_codigo=politica,
        corte=corte,
        resumen=palabras.resumen(
            propia.fila,
            productos.filas,
            nombre,
            de_la_politica=Fuera.de_fila(
                preguntar(de_politica.corte, politica=politica, corte=corte).fila
            ),
        ),
        propia=propia,
        productos=productos,
        hallazgos=preguntar(consultas.hallazgos, politica=politica, corte=corte, entidad=entidad),
        vez=_vez(entidad, todas.datos["entidad"].fillna(SIN_DATO)),
    )


def titulo(entidad: str) -> str:
    """Cómo se titula su hoja; «sin dato» son los productos sin entidad."""
    return "Productos sin entidad en la fuente" if entidad == SIN_DATO else entidad


def _vez(entidad: str, todas: Iterable[str]) -> int:
    """Cuál es de las que llevan su mismo nombre en un archivo, donde no caben los más largos."""
    de_archivo = {n: para_archivo(titulo(n)) for n in sorted(todas)}
    iguales = [n for n in de_archivo if de_archivo[n] == de_archivo[entidad]]
    return iguales.index(entidad) + 1


def nombres(preguntar: Preguntas, *, politica: str, corte: date) -> list[str]:
    """Las entidades del corte, por orden alfabético; «sin dato» al final, si hay productos sin."""
    todas = preguntar(consultas.entidades, politica=politica, corte=corte).datos["entidad"]
    conocidas = sorted(todas.dropna(), key=plano)
    return [*conocidas, *([SIN_DATO] if len(conocidas) < len(todas) else [])]


def _con_palabras(productos: Resultado) -> Resultado:
    """Los productos con lo que se debe hacer con cada uno, junto a su situación."""
    filas = productos.filas
    datos = productos.datos.copy()
    lugar = list(datos.columns).index("producto_nombre") + 1
    datos.insert(lugar, "que_hacer", [palabras.que_hacer(f) for f in filas])
    datos.insert(
        list(datos.columns).index("ritmo_lectura") + 1,
        "ritmo_texto",
        [palabras.ritmo(f) for f in filas],
    )
    return productos.con(datos)


def de_donde(hoja: HojaDeEntidad) -> list[str]:
    """Una línea por fuente: quién, qué documento, su corte y los primeros lugares."""
    return [
        f"{f.entidad}, «{f.titulo}» (corte: {formato.corte(f.corte_texto, f.corte_fecha)})"
        + _lugares(f.ubicaciones)
        for f in hoja.fuentes
    ]


def _lugares(ubicaciones: tuple[str, ...]) -> str:
    vistos = "; ".join(ubicaciones[:LUGARES])
    otros = len(ubicaciones) - LUGARES
    if otros > 0:
        vistos += f" y {formato.contar(otros, 'lugar más', 'lugares más')}"
    return f": {vistos}" if vistos else ""
