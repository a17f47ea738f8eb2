"""Cómo se titula y se escribe cada columna: del modelo, y aquí lo que solo existe en respuestas."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from tablero import formato
from tablero.modelo import TABLAS, Columna, Tabla
from tablero.modelo.documentos import NOMBRES

CALCULADAS = {
    "entidad": "Entidad",
    "semaforo": "Estado",
    "ponderacion_pct": "Peso",
    "ponderacion_declarada_pct": "Peso que el libro le da",
    "ponderacion_sin_dato_pct": "Peso fuera de la suma",
    "regla": "Qué se encontró",
    "entidad_nombre": "Entidad, como está impresa",
    "utas_con_reporte": "UTA que la nombran entre quienes reportaron",
    "dias_abiertos": "Días abiertos",
    "personas_por_dia": "Personas por día abierto",
    "participacion_pct": "Parte de lo girado en el país",
    "personas_parte_pct": "Parte de la suma del país",
    "girado_cop": "Girado",
    "desistido_cop": "Desistido",
    "centros": "Centros",
    "centros_con_reporte": "Centros que informan",
    "nombre_en_reporte": "Nombre en el reporte de atención",
    "municipios_texto": "Municipios",
    "departamentos_texto": "Departamentos",
    "talleres_texto": "Talleres",
    "aspecto": "Aspecto",
    "centros_texto": "Centros Intégrate",
    "transferencias_texto": "Transferencias",
    "lectura": "Valor",
    "clase": "Clase en el mapa",
    "supuesto": "Cómo se cuentan los días",
    "nivel": "Nivel",
    "documento": "Documento",
    "contrastes": "Cifras revisadas",
    "reporte_calculado_pct": "Cumplimiento en el reporte, calculado",
    "productos_pct": "Parte de los productos",
    "avance_calculado_pct": "Avance calculado",
    "trayectoria_calculada_pct": "Trayectoria calculada",
    "brecha_calculada_pp": "Brecha calculada",
    "brecha_publicada_pp": "Brecha publicada",
    "productos_publicados": "Productos publicados",
    "productos_calculados": "Productos contados",
    "ponderacion_publicada_pct": "Peso publicado",
    "ponderacion_calculada_pct": "Peso calculado",
    "publicado_productos_pct": "Publicado",
    "pahv_productos": "Productos según el PAHV",
    "pahv_productos_pct": "PAHV, de todos",
    "pahv_productos_con_dato_pct": "PAHV, de los que tienen dato",
    "pav_productos": "Productos según el PAV",
    "pav_productos_pct": "PAV, de todos",
    "pav_productos_con_dato_pct": "PAV, de los que tienen dato",
    "paa_productos": "Productos según el PAA",
    "paa_productos_pct": "PAA, de todos",
    "paa_productos_con_dato_pct": "PAA, de los que tienen dato",
    "veces_programado": "Veces lo programado",
    "objetivo": "Objetivo",
    "resultado": "Resultado",
    "avance_contado_pct": "Lo que cuenta en la suma",
    "pahv_anexo_pct": "PAHV en el Anexo 1",
    "pahv_diferencia_pp": "Diferencia con el anexo",
    "orden_publicado": "Orden publicado",
    "orden_antes": "Orden con los pesos calculados",
    "puntaje_antes": "Puntaje con los pesos calculados",
    "cambio_puestos": "Puestos que sube (o baja)",
    "lugar_calculado": "Lugar calculado entre los priorizados",
    "peso_calculado_pct": "Peso calculado",
    "suposicion": "Suposición",
    "ritmo_actual_pp": "Lleva por mes",
    "ritmo_anio_pp": "Necesita por mes, para la meta del año",
    "ritmo_final_pp": "Necesita por mes, para la meta final",
    "ritmo_anio": "Año de la meta del año",
    "llegada_texto": "Si siguiera igual, llegaría",
    "limite_texto": "A ese ritmo, fuera de alcance después del",
    "dia_fecha": "Día",
    "trayectoria_plan_pct": "Trayectoria según el plan",
    "avance_nivel": "Nivel del avance",
    "donde": "Dónde está",
    "programado": "Programado",
    "llevaba": "Llevaba",
}
"""Títulos de las columnas que ninguna tabla tiene."""

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

    def escribir(self, valor: Any) -> str:
        """«52,05 %», «$1.588», «2024»; «sin dato» si falta."""
        dicho = formato.texto(valor)
        if dicho == formato.SIN_DATO:
            return dicho
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
    if ES_ANIO.search(nombre):
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
