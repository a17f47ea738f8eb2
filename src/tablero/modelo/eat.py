"""Estrategia de Acompañamiento Territorial (EAT) e Índice de Priorización Territorial (IPT)."""

from datetime import date
from typing import Literal

from tablero.modelo.base import Hecho, columna, derivada
from tablero.modelo.relaciones import Citada, Compania, Copia, Numeracion, Rotulo
from tablero.modelo.territorio import CODIGO_MUNICIPIO, ConMunicipio

EstadoOrigen = Literal["publicado", "deducido"]
DE_DONDE_SALE_EL_ESTADO = (
    "«publicado»: la fuente usa la palabra del estado; «deducido»: narra la fase y el estado lo "
    "lee el tablero."
)


class IptIndicador(Hecho):
    """Componentes e indicadores del IPT, en el orden en que se publican."""

    tabla = "ipt_indicadores"
    hoja = "Indicadores IPT"
    clave = ("orden",)
    numeracion = Numeracion("orden")

    orden: int = columna("Orden", "Lugar en la tabla publicada.", ge=1)
    componente: str = columna("Componente", "Nombre exacto.", min_length=1)
    indicador: str = columna("Indicador", "Nombre exacto.", min_length=1)


class IptPriorizado(ConMunicipio, Hecho):
    """Los municipios priorizados por el IPT, en su orden publicado."""

    tabla = "ipt_priorizados"
    hoja = "Municipios priorizados"
    clave = ("orden", "corte_fecha")
    unicas = (("municipio_codigo",),)
    numeracion = Numeracion("orden")

    orden: int = columna("Orden", "Lugar publicado; 1 es la prioridad más alta.", ge=1)
    cluster_numero: int | None = derivada(
        "Clúster", "Clúster al que pertenece el municipio (Tabla 3).", default=None
    )


class Cluster(ConMunicipio, Hecho):
    """Los municipios de cada clúster de la EAT."""

    tabla = "clusteres"
    hoja = "Clústeres"
    clave = ("cluster_numero", "municipio_codigo", "corte_fecha")
    unicas = (("municipio_codigo",),)

    cluster_numero: int = columna(
        "Clúster", "Número publicado.", ge=1, referencia="clusteres_conteos.cluster_numero"
    )


class ClusterConteo(Hecho):
    """El número de municipios que la fuente publica para cada clúster."""

    tabla = "clusteres_conteos"
    hoja = "Conteo por clúster"
    clave = ("cluster_numero", "corte_fecha")
    citas = (Citada("municipios"),)

    cluster_numero: int = columna(
        "Clúster", "Número publicado.", ge=1, referencia="clusteres.cluster_numero"
    )
    municipios: int = columna("Municipios", "Conteo publicado.", unidad="municipios", ge=0)


class EatFase(Hecho):
    """Fases de la EAT, con sus fechas y su estado."""

    tabla = "eat_fases"
    hoja = "Fases"
    clave = ("fase_numero", "corte_fecha")
    unicas = (("fase_nombre",),)
    numeracion = Numeracion("fase_numero", empieza=0)
    companias = (Compania("periodo_texto", ("desde_fecha", "hasta_fecha")),)
    citas = (
        Citada("estado", palabras={"completada": "complet", "programada": "program"}),
        Citada("desde_fecha", "periodo_texto"),
        Citada("hasta_fecha", "periodo_texto"),
    )

    fase_numero: int = columna("Fase", "0 es la preparatoria.", ge=0)
    fase_nombre: str = columna("Nombre de la fase", "Nombre exacto.", min_length=1)
    estado: Literal["completada", "programada"] = columna(
        "Estado", "Como lo lee el tablero; el origen dice si la fuente usa esa palabra."
    )
    estado_texto: str | None = columna(
        "Estado publicado",
        "Las palabras con que la fuente dice el estado de la fase; vacío si no lo dice.",
        default=None,
    )
    estado_origen: EstadoOrigen = columna("Origen del estado", DE_DONDE_SALE_EL_ESTADO)
    periodo_texto: str | None = columna(
        "Periodo publicado", "Como lo dice la fuente.", default=None
    )
    desde_fecha: date | None = columna("Desde", "Primer día del periodo.", default=None)
    hasta_fecha: date | None = columna("Hasta", "Último día del periodo.", default=None)


class EatActividad(Hecho):
    """Actividades de cada fase de la EAT."""

    tabla = "eat_actividades"
    hoja = "Actividades"
    clave = ("fase_numero", "actividad_numero", "corte_fecha")
    numeracion = Numeracion("actividad_numero", por=("fase_numero",))
    copias = (Copia("fase_nombre", "eat_fases.fase_nombre"), Copia("estado", "eat_fases.estado"))
    rotulos = (Rotulo("actividad_numero", "actividad"),)

    fase_numero: int = columna(
        "Fase", "0 es la preparatoria.", ge=0, referencia="eat_fases.fase_numero"
    )
    actividad_numero: int = columna("Actividad", "Número dentro de la fase.", ge=1)
    fase_nombre: str = columna("Nombre de la fase", "Nombre exacto.", min_length=1)
    actividad: str = columna("Nombre de la actividad", "Nombre exacto.", min_length=1)
    detalle: str | None = columna("Detalle", "Qué se hizo, en nuestras palabras.", default=None)
    estado: Literal["completada", "programada"] = columna("Estado", "El de su fase.")
    estado_nivel: Literal["fase"] = columna(
        "Nivel del estado", "«fase»: la fuente dice el estado por fase, no por actividad."
    )
    estado_origen: EstadoOrigen = derivada(
        "Origen del estado", f"El de su fase. {DE_DONDE_SALE_EL_ESTADO}"
    )


class EatTaller(ConMunicipio, Hecho):
    """Los talleres de la segunda fase que la fuente nombra."""

    tabla = "eat_talleres"
    hoja = "Talleres"
    clave = ("lugar", "corte_fecha")
    citas = (Citada("lugar"), Citada("municipio_publicado"))

    lugar: str = columna("Lugar", "Como lo nombra la fuente.", min_length=1)
    fase_numero: int = columna(
        "Fase", "Fase en que se hizo.", ge=0, referencia="eat_fases.fase_numero"
    )
    municipio_publicado: str | None = columna(  # type: ignore[assignment]
        "Municipio publicado",
        "El municipio del taller; vacío si el lugar es una subregión.",
        default=None,
    )
    cluster_asociado: int | None = columna(
        "Clúster asociado",
        "Con qué clúster se muestra un lugar que no es municipio.",
        default=None,
        ge=1,
        referencia="clusteres.cluster_numero",
    )
    municipio_codigo: str | None = derivada(  # type: ignore[assignment]
        "Código DIVIPOLA",
        "Código del municipio.",
        default=None,
        pattern=CODIGO_MUNICIPIO,
        referencia="municipios.municipio_codigo",
        sale_de="municipio_publicado",
    )
    municipio_nombre: str | None = derivada(  # type: ignore[assignment]
        "Municipio", "Nombre oficial (DIVIPOLA).", default=None, sale_de="municipio_publicado"
    )
    departamento_codigo: str | None = derivada(  # type: ignore[assignment]
        "Código del departamento",
        "Dos dígitos (DIVIPOLA).",
        default=None,
        sale_de="municipio_publicado",
    )
    departamento_nombre: str | None = derivada(  # type: ignore[assignment]
        "Departamento", "Nombre oficial (DIVIPOLA).", default=None, sale_de="municipio_publicado"
    )
