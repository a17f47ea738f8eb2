"""Plan Estratégico de la Comisión Nacional Intersectorial de Migraciones (CNIM)."""

from datetime import date
from typing import Literal

from tablero.modelo.base import Hecho, columna
from tablero.modelo.relaciones import Citada, Numeracion, Rotulo
from tablero.modelo.territorio import ConMunicipio

DE_ACCION = "cnim_acciones.accion_numero"


class Transferencia(ConMunicipio, Hecho):
    """Transferencias para la estrategia de acompañamiento psicosocial."""

    tabla = "transferencias_psicosociales"
    hoja = "Transferencias"
    clave = ("municipio_codigo", "resolucion", "corte_fecha")
    citas = (
        Citada("municipio_publicado"),
        Citada("valor_cop"),
        Citada("estado", palabras={"desistido": "desisti"}, siempre=frozenset({"desistido"})),
    )

    valor_cop: int = columna("Valor", "En pesos colombianos.", unidad="pesos", ge=0)
    estado: Literal["girado", "desistido"] = columna("Estado", "Según la fuente.")
    resolucion: str = columna(
        "Resolución",
        "La que asigna los recursos.",
        min_length=1,
        con_ceros=True,
        referencia="cnim_resoluciones.resolucion",
    )


class Resolucion(Hecho):
    """Resoluciones que nombra el informe de la CNIM."""

    tabla = "cnim_resoluciones"
    hoja = "Resoluciones"
    clave = ("resolucion", "corte_fecha")
    rotulos = (Rotulo("accion_numero", "Acción"),)
    citas = (Citada("resolucion"), Citada("resolucion_fecha"))

    resolucion: str = columna("Resolución", "Número y año.", min_length=1, con_ceros=True)
    resolucion_fecha: date | None = columna("Fecha", "Si la fuente la dice.", default=None)
    objeto: str = columna("Objeto", "Qué dispone, en pocas palabras.", min_length=1)
    accion_numero: int = columna(
        "Acción", "Acción del plan que la nombra.", ge=1, referencia=DE_ACCION
    )


class CnimAccion(Hecho):
    """Acciones estratégicas del Plan de la CNIM, con lo que se reportó."""

    tabla = "cnim_acciones"
    hoja = "Acciones"
    clave = ("accion_numero", "corte_fecha")
    unicas = (("accion",),)
    rotulos = (Rotulo("accion_numero", "Acción"),)
    citas = (Citada("presenta_avance", palabras={"no": "no se presenta avance"}),)

    accion_numero: int = columna("Acción", "Número publicado.", ge=1)
    accion: str = columna("Nombre de la acción", "Nombre exacto.", min_length=1)
    presenta_avance: bool = columna(
        "Presenta avance", "Falso si la fuente dice que no se presenta avance de la acción."
    )
    reporte_cualitativo: str = columna(
        "Reporte", "Lo reportado, en nuestras palabras, con sus cifras y fechas.", min_length=1
    )


class CnimTarea(Hecho):
    """Tareas de cada acción del Plan de la CNIM."""

    tabla = "cnim_tareas"
    hoja = "Tareas"
    clave = ("accion_numero", "tarea_numero", "corte_fecha")
    numeracion = Numeracion("tarea_numero", por=("accion_numero",), empieza=None)
    rotulos = (Rotulo("accion_numero", "Acción"),)

    accion_numero: int = columna("Acción", "Número publicado.", ge=1, referencia=DE_ACCION)
    tarea_numero: int = columna("Tarea", "Número publicado.", ge=1)
    tarea: str = columna("Nombre de la tarea", "Nombre exacto.", min_length=1)


class CnimMesa(Hecho):
    """Mesas técnicas para los lineamientos de atención humanitaria."""

    tabla = "cnim_mesas"
    hoja = "Mesas técnicas"
    clave = ("mesa_numero", "corte_fecha")
    numeracion = Numeracion("mesa_numero")
    citas = (Citada("mesa_fecha"),)

    mesa_numero: int = columna("Mesa", "Orden por fecha.", ge=1)
    mesa_fecha: date = columna("Fecha", "Día de la mesa.")
    tema: str = columna("Tema", "Asunto tratado.", min_length=1)
