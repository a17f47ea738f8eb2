"""En qué columna está cada dato del plan: se busca por su encabezado, nunca por su lugar."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tablero.errores import ErrorDeCelda
from tablero.formato import enumerar
from tablero.ingesta.plan.combinadas import Combinadas, rangos
from tablero.ingesta.plan.diseno import TITULOS, Campo, DisenoDePlan, Lado, Titulo
from tablero.ingesta.plan.titulos import Titulos, empieza, esta_en, leer_anio, texto_de
from tablero.ingesta.seguimiento.hojas import HojaLeida
from tablero.libro.fila import LugarDeHoja

LADOS: tuple[Lado, ...] = ("resultado", "producto")
MAX_FILA = 60
"""Hasta dónde se buscan los encabezados."""
CIFRAS = re.compile(r"\d+", re.ASCII)
INDISPENSABLES: Mapping[Lado, tuple[Campo, ...]] = {
    "resultado": (),
    "producto": ("codigo", "ponderacion", "anualizacion_tipo", "meta_final"),
}
"""Sin ellos no se puede saber qué promete el plan."""
NOMBRES: Mapping[Lado, str] = {"resultado": "de los resultados", "producto": "de los productos"}


@dataclass
class ColumnasDelPlan:
    """Dónde está cada dato, desde 0, y lo que no se encontró."""

    primera_fila: int = 0
    """La de los encabezados más altos."""
    ultima_fila: int = 0
    """La de los encabezados más bajos; los datos empiezan en la siguiente."""
    ancla: int = 0
    """La columna de «Producto esperado»."""
    campos: dict[tuple[Lado, Campo], int] = field(default_factory=dict)
    metas: dict[Lado, dict[int, int]] = field(default_factory=dict)
    sin_leer: dict[int, str] = field(default_factory=dict)
    """Columna → el encabezado que ningún campo reconoce."""
    fatales: list[ErrorDeCelda] = field(default_factory=list)
    errores: list[ErrorDeCelda] = field(default_factory=list)

    @property
    def anios(self) -> tuple[int, ...]:
        """Los años con meta de producto, en orden."""
        return tuple(sorted(self.metas.get("producto", {})))

    def todas(self, lado: Lado) -> Iterator[int]:
        """Las columnas que se leen de un lado."""
        yield from (c for (de, _), c in self.campos.items() if de == lado)
        yield from self.metas.get(lado, {}).values()


def ubicar(hoja: HojaLeida, diseno: DisenoDePlan, lugar: LugarDeHoja) -> ColumnasDelPlan:
    """Las columnas de una hoja; lo que impide leerla queda en `fatales`."""
    columnas = ColumnasDelPlan()
    combinadas = Combinadas(hoja, rangos(hoja), MAX_FILA)
    if not _buscar_filas(hoja, combinadas, diseno, lugar, columnas):
        return columnas
    titulos = Titulos(hoja, combinadas, range(columnas.primera_fila, columnas.ultima_fila + 1))
    if not _buscar_ancla(titulos, diseno, lugar, columnas):
        return columnas
    for lado in LADOS:
        lugares = range(columnas.ancla) if lado == "resultado" else range(columnas.ancla, titulos.n)
        _buscar_metas(titulos, diseno, lugar, columnas, lado, lugares)
        for campo, formas in diseno.campos(lado).items():
            hallado = _buscar_campo(titulos, lugar, columnas, lado, lugares, campo, formas)
            if not hallado and campo not in diseno.opcionales[lado]:
                _decir_que_falta(lugar, columnas, lado, campo)
        _exigir_sin_huecos(titulos, lugar, columnas, lado, lugares)
    _comparar_anios(lugar, columnas)
    leidas = {c for lado in LADOS for c in columnas.todas(lado)}
    columnas.sin_leer = {
        c: titulos.escrito(c) for c in range(titulos.n) if c not in leidas and titulos.hoja[c]
    }
    return columnas


def _buscar_filas(
    hoja: HojaLeida,
    combinadas: Combinadas,
    diseno: DisenoDePlan,
    lugar: LugarDeHoja,
    columnas: ColumnasDelPlan,
) -> bool:
    """La última fila de encabezados es la que más metas de años trae; si empatan, la de abajo."""
    metas = [
        sum(
            leer_anio(texto_de(hoja, combinadas.primera(f, c)), diseno) is not None
            for c in range(hoja.columnas)
        )
        for f in range(min(MAX_FILA, len(hoja.celdas)))
    ]
    if not any(metas):
        desde, hasta = diseno.filas.encabezado
        columnas.fatales.append(
            lugar.error(
                "no se encuentran los encabezados «Meta 2024», «Meta 2025»…: suelen estar en la "
                f"última de las filas {desde} a {hasta}."
            )
        )
        return False
    columnas.ultima_fila = max(f for f, n in enumerate(metas) if n == max(metas))
    columnas.primera_fila = max(columnas.ultima_fila - diseno.filas.alto + 1, 0)
    return True


def _buscar_ancla(
    titulos: Titulos, diseno: DisenoDePlan, lugar: LugarDeHoja, columnas: ColumnasDelPlan
) -> bool:
    """La columna que parte la hoja en resultados y productos."""
    halladas = [
        c for c in range(titulos.n) if any(t.startswith(diseno.ancla) for t in titulos.de(c))
    ]
    sueltas = [c for c in halladas if c - 1 not in halladas]
    if len(sueltas) == 1:
        columnas.ancla = sueltas[0]
        return True
    filas = f"{columnas.primera_fila + 1} a {columnas.ultima_fila + 1}"
    if not sueltas:
        mensaje = (
            f"no se encuentra el encabezado «{diseno.ancla.capitalize()}» en las filas {filas}: "
            "desde esa columna va lo de los productos."
        )
    else:
        celdas = enumerar([titulos.celda(c) for c in sueltas])
        mensaje = f"hay varias columnas «{diseno.ancla.capitalize()}» ({celdas}); deje una sola."
    columnas.fatales.append(lugar.error(mensaje))
    return False


def _buscar_metas(  # noqa: PLR0917 - las mismas piezas de cada búsqueda
    titulos: Titulos,
    diseno: DisenoDePlan,
    lugar: LugarDeHoja,
    columnas: ColumnasDelPlan,
    lado: Lado,
    lugares: range,
) -> None:
    """Una columna por año, sin años repetidos ni saltados."""
    metas: dict[int, int] = {}
    for c in lugares:
        anio = leer_anio(titulos.hoja[c], diseno)
        if anio is None:
            resto = " ".join(CIFRAS.sub(" ", titulos.hoja[c]).split())
            if CIFRAS.search(titulos.hoja[c]) and resto in diseno.meta_de_anio:
                _fatal(titulos, lugar, columnas, c, "no nombra un año; escriba, por ejemplo, 2024.")
        elif anio in metas:
            otra = titulos.celda(metas[anio])
            _fatal(titulos, lugar, columnas, c, f"repite la meta de {anio}, que está en {otra}.")
        else:
            metas[anio] = c
    columnas.metas[lado] = dict(sorted(metas.items()))
    if not metas:
        destino = columnas.fatales if lado == "producto" else columnas.errores
        destino.append(lugar.error(f"no se encuentran las metas {NOMBRES[lado]}, año por año."))
        return
    faltan = sorted(set(range(min(metas), max(metas) + 1)) - set(metas))
    if faltan:
        cuales = enumerar([str(anio) for anio in faltan])
        columnas.fatales.append(
            lugar.error(
                f"entre las metas {NOMBRES[lado]} no hay columna para {cuales}, después de "
                f"{faltan[0] - 1}: escriba su encabezado.",
                celda=titulos.celda(metas[faltan[0] - 1]),
            )
        )


def _buscar_campo(  # noqa: PLR0917 - las mismas piezas de cada búsqueda
    titulos: Titulos,
    lugar: LugarDeHoja,
    columnas: ColumnasDelPlan,
    lado: Lado,
    lugares: range,
    campo: Campo,
    formas: Sequence[Titulo],
) -> bool:
    """La columna de un campo, por la primera forma de titularlo que aparezca; falso si no está."""
    ocupadas = set(columnas.campos.values())
    for forma in formas:
        halladas = [
            c
            for c in lugares
            if c not in ocupadas
            and empieza(titulos.hoja[c], forma.titulo)
            and (not forma.grupo or esta_en(titulos.grupos(c, lugares.start), forma.grupo))
        ]
        # Un título combinado a lo ancho es una sola columna: la primera.
        sueltas = [c for c in halladas if c - 1 not in halladas]
        if len(sueltas) == 1:
            columnas.campos[lado, campo] = sueltas[0]
            return True
        if sueltas:
            celdas = enumerar([titulos.celda(c) for c in sueltas])
            _destino(columnas, lado, campo).append(
                lugar.error(
                    f"entre las columnas {NOMBRES[lado]} hay varias «{TITULOS[campo]}» "
                    f"({celdas}); deje una sola."
                )
            )
            return True
    return False


def _decir_que_falta(
    lugar: LugarDeHoja, columnas: ColumnasDelPlan, lado: Lado, campo: Campo
) -> None:
    _destino(columnas, lado, campo).append(
        lugar.error(
            f"entre las columnas {NOMBRES[lado]} no se encuentra «{TITULOS[campo]}»: escriba su "
            "título en el encabezado."
        )
    )


def _destino(columnas: ColumnasDelPlan, lado: Lado, campo: Campo) -> list[ErrorDeCelda]:
    """Sin un campo indispensable el plan no se lee."""
    return columnas.fatales if campo in INDISPENSABLES[lado] else columnas.errores


def _exigir_sin_huecos(
    titulos: Titulos, lugar: LugarDeHoja, columnas: ColumnasDelPlan, lado: Lado, lugares: range
) -> None:
    """Entre las fechas y la meta final no hay números bajo un encabezado que no dice su año."""
    metas = columnas.metas[lado].values()
    final = columnas.campos.get((lado, "meta_final"))
    if not metas or final is None:
        return
    desde = max((c for c in columnas.todas(lado) if c < min(metas)), default=lugares.start)
    for c in range(desde + 1, final):
        ajena = c not in set(columnas.todas(lado))
        if ajena and (c > min(metas) or not titulos.hoja[c]) and titulos.tiene_numeros(c):
            _fatal(titulos, lugar, columnas, c, "está entre las metas y no dice de qué año es.")


def _comparar_anios(lugar: LugarDeHoja, columnas: ColumnasDelPlan) -> None:
    de_resultado, de_producto = (set(columnas.metas.get(lado, {})) for lado in LADOS)
    if de_resultado and de_producto and de_resultado != de_producto:
        columnas.errores.append(
            lugar.error(
                f"las metas de los resultados van de {min(de_resultado)} a {max(de_resultado)} y "
                f"las de los productos, de {min(de_producto)} a {max(de_producto)}."
            )
        )


def _fatal(
    titulos: Titulos, lugar: LugarDeHoja, columnas: ColumnasDelPlan, columna: int, mensaje: str
) -> None:
    columnas.fatales.append(
        lugar.error(mensaje, columna=titulos.escrito(columna), celda=titulos.celda(columna))
    )
