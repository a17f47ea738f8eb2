"""El Comité de la política: entidades, plan de trabajo y unidades técnicas de apoyo (UTA)."""

from tablero.modelo.base import Hecho, cita_de, columna
from tablero.modelo.entidades import codigo_de_entidad, entidad_unida
from tablero.modelo.relaciones import (
    Citada,
    Compania,
    Cortes,
    Numeracion,
    Razon,
    Rotulo,
    Suma,
    Tope,
)

DE_UTA = "comite_utas.uta_numero"


class ComiteEntidad(Hecho):
    """Entidades del Comité y su asistencia a la sesión."""

    tabla = "comite_entidades"
    hoja = "Entidades"
    clave = ("entidad_nombre", "corte_fecha")
    numeracion = Numeracion("orden")

    orden: int = columna("Orden", "Lugar en la lista publicada.", ge=1)
    entidad_nombre: str = columna("Entidad", "Nombre exacto.", min_length=1)
    entidad_codigo: str | None = codigo_de_entidad()
    entidad: str | None = entidad_unida()
    asistencia: str | None = columna("Asistencia", "Vacía: la fuente no la publica.", default=None)


class ComiteUta(Hecho):
    """Actividades y reportes de cada UTA."""

    tabla = "comite_utas"
    hoja = "UTA"
    clave = ("uta_numero", "corte_fecha")
    unicas = (("uta_nombre",),)
    rotulos = (Rotulo("uta_numero", "UTA"),)
    citas = (
        Citada("actividades", "actividades_cita", junto_a="actividades"),
        Citada("actividades_entidades", "actividades_cita", junto_a="entidades"),
        Citada("actividades_intersectoriales", "actividades_cita", junto_a="intersectoriales"),
        Citada("actividades_reportadas", junto_a="actividades"),
        Citada("reporte_pct"),
    )
    cuentas = (
        Suma("actividades", ("actividades_entidades", "actividades_intersectoriales")),
        Tope(("actividades_reportadas",), "actividades"),
        Razon("reporte_pct", "actividades_reportadas", "actividades"),
    )

    uta_numero: int = columna("UTA", "Número.", ge=1)
    uta_nombre: str = columna("Nombre de la UTA", "Nombre exacto.", min_length=1)
    actividades: int = columna("Actividades", "Total publicado.", unidad="actividades", ge=0)
    actividades_entidades: int = columna(
        "Actividades de una entidad", "De una sola entidad.", unidad="actividades", ge=0
    )
    actividades_intersectoriales: int = columna(
        "Actividades intersectoriales", "De varias entidades.", unidad="actividades", ge=0
    )
    actividades_reportadas: int = columna(
        "Actividades reportadas", "Con reporte en el corte.", unidad="actividades", ge=0
    )
    reporte_pct: float = columna(
        "Cumplimiento en el reporte",
        "Publicado; 50 significa 50 %.",
        unidad="%",
        ge=0,
        precision=1,
    )
    actividades_cita: str | None = cita_de("Cita de las actividades", "el total y sus dos clases")


class ComiteUtaReporte(Hecho):
    """Entidades que reportaron en cada UTA."""

    tabla = "comite_uta_reportes"
    hoja = "Entidades que reportaron"
    clave = ("uta_numero", "entidad_nombre", "corte_fecha")
    rotulos = (Rotulo("uta_numero", "UTA"),)

    uta_numero: int = columna("UTA", "Número.", ge=1, referencia=DE_UTA)
    entidad_nombre: str = columna("Entidad", "Como la nombra la fuente.", min_length=1)
    entidad_codigo: str | None = codigo_de_entidad()
    entidad: str | None = entidad_unida()


class ComiteDestacada(Hecho):
    """Actividades destacadas de cada UTA, con su cifra."""

    tabla = "comite_destacadas"
    hoja = "Actividades destacadas"
    clave = ("uta_numero", "orden", "corte_fecha")
    cortes = Cortes.FILA
    numeracion = Numeracion("orden", por=("uta_numero",))
    rotulos = (Rotulo("uta_numero", "UTA"),)
    companias = (Compania("unidad", ("valor",)),)
    citas = (Citada("valor", unidad_en="unidad"),)

    uta_numero: int = columna("UTA", "Número.", ge=1, referencia=DE_UTA)
    orden: int = columna("Orden", "Lugar en la lista publicada.", ge=1)
    descripcion: str = columna("Descripción", "Qué se cuenta.", min_length=1)
    valor: int | None = columna("Valor", "La cifra, si la hay.", default=None, ge=0)
    unidad: str | None = columna("Unidad", "Unidad de la cifra.", default=None)
    nota: str | None = columna("Nota", "Cómo se debe leer la cifra.", default=None)


class ComiteBarrera(Hecho):
    """Barreras identificadas por cada UTA."""

    tabla = "comite_barreras"
    hoja = "Barreras"
    clave = ("uta_numero", "barrera", "corte_fecha")
    rotulos = (Rotulo("uta_numero", "UTA"),)

    uta_numero: int = columna("UTA", "Número.", ge=1, referencia=DE_UTA)
    barrera: str = columna("Barrera", "Texto exacto.", min_length=1)


class ComiteDelegacion(Hecho):
    """Delegados de la población migrante en comités de derechos humanos."""

    tabla = "comite_delegaciones"
    hoja = "Delegados"
    clave = ("instancia", "corte_fecha")
    citas = (Citada("instancia"), Citada("delegados"))

    instancia: str = columna("Instancia", "Nombre del comité.", min_length=1)
    delegados: int = columna("Delegados", "Conteo publicado.", unidad="delegados", ge=0)
