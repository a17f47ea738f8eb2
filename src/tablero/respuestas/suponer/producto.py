"""Un producto cuyo próximo reporte se puede suponer: cuándo es y cuánto lo dejaría al día."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tablero import formato
from tablero.calculo.seguimiento.al_dia import para_ir_al_dia
from tablero.calculo.seguimiento.desde_filas import indicador
from tablero.calculo.seguimiento.fuera import DE_LA_FORMULA
from tablero.calculo.seguimiento.indicador import Indicador, Periodo, nombrar
from tablero.calculo.seguimiento.metas import programadas
from tablero.calculo.seguimiento.suponer import plazo_ilegible, proximo_reporte
from tablero.calculo.seguimiento.tiempo import periodo_de
from tablero.consultas import historia
from tablero.consultas import producto as de_producto
from tablero.consultas.base import Preguntas
from tablero.filas import Fila
from tablero.respuestas.vista import PoliticaMirada

NO_VIGENTE = "no está vigente: ya no cuenta en la política."
SIN_DECIR = (
    "no se sabe cuándo debe reportar: el libro no trae su periodicidad, su tipo o sus metas."
)
SIN_LEER = "no se sabe cuándo debe reportar; en el libro no se puede leer"
SIN_MAS = "ya no debe más reportes: sus metas o su plazo terminan antes."


@dataclass(frozen=True)
class ProductoSupuesto:
    """Un producto en un corte."""

    corte: date
    fila: Fila
    """La suya de `historia.productos`, con `None` donde no hay dato."""
    indicador: Indicador | None
    """`None` si del corte solo se publican porcentajes."""
    proximo: Periodo | None
    """El trimestre de su próximo reporte; `None` si no debe más o no hay libro."""

    @property
    def codigo(self) -> str:
        """`N.N.N`."""
        return str(self.fila["producto_codigo"])

    @property
    def motivo(self) -> str:
        """Por qué no se puede suponer su próximo reporte; vacío si se puede."""
        if self.indicador is None or self.proximo is not None:
            return ""
        if self.indicador.estado == "No vigente":
            return NO_VIGENTE
        no_se_leen = [
            nombrar((c,)) for c in DE_LA_FORMULA if c in self.indicador.sin_leer
        ] + plazo_ilegible(self.indicador, periodo_de(self.corte))
        if no_se_leen:
            return f"{SIN_LEER}: {formato.enumerar(no_se_leen)}."
        conocido = self.indicador.estado and self.indicador.anualizacion_tipo
        if not conocido or not self.indicador.periodicidad or not programadas(self.indicador):
            return SIN_DECIR
        return SIN_MAS

    @property
    def periodo_texto(self) -> str | None:
        """«tercer trimestre de 2025»; `None` si no hay libro."""
        return self.proximo.dicho if self.proximo else None

    @property
    def al_dia(self) -> float | None:
        """El reporte con que iría justo a tiempo: en su unidad o, sin libro, su trayectoria."""
        if self.indicador is None:
            trayectoria: float | None = self.fila["trayectoria_pct"]
            return trayectoria
        return para_ir_al_dia(self.indicador, periodo_de(self.corte))

    @property
    def ya_paso(self) -> bool:
        """Verdadero si, siendo Suma, ya hizo lo programado hasta su próximo reporte."""
        es_suma = self.fila["anualizacion_tipo"] == "Suma" and self.indicador is not None
        return es_suma and self.al_dia == 0

    @property
    def ultimo(self) -> tuple[Periodo, float] | None:
        """Su último reporte hasta el corte."""
        if self.indicador is None:
            return None
        return next(reversed(self.indicador.reportes_hasta(periodo_de(self.corte)).items()), None)


def de_la_vista(preguntar: Preguntas, vista: PoliticaMirada) -> Mapping[str, ProductoSupuesto]:
    """Todos los productos del corte, por su código."""
    filas = preguntar(historia.productos, **vista.consulta).filas
    if not vista.tiene_libro:
        return {f["producto_codigo"]: ProductoSupuesto(vista.corte, f, None, None) for f in filas}
    metas = _por_producto(preguntar(de_producto.metas, **vista.consulta, codigo=None).filas)
    reportes = _por_producto(preguntar(de_producto.reportes, **vista.consulta, codigo=None).filas)
    productos = {}
    for fila in filas:
        codigo = fila["producto_codigo"]
        armado = indicador(fila, metas.get(codigo, ()), reportes.get(codigo, ()))
        proximo = proximo_reporte(armado, periodo_de(vista.corte))
        productos[codigo] = ProductoSupuesto(vista.corte, fila, armado, proximo)
    return productos


def _por_producto(filas: Iterable[Fila]) -> Mapping[str, list[Fila]]:
    grupos: defaultdict[str, list[Fila]] = defaultdict(list)
    for fila in filas:
        grupos[fila["producto_codigo"]].append(fila)
    return grupos
