"""El catálogo: qué tablas hay y en qué libro se escribe cada una."""

from tablero.modelo.ajustes import PoliticaAjuste
from tablero.modelo.base import Columna, ConFuente, Hecho, Origen, Tabla
from tablero.modelo.centros import CentroAtencion, CentroIntegrate
from tablero.modelo.cifras import Cifra, Enunciado
from tablero.modelo.cnim import CnimAccion, CnimMesa, CnimTarea, Resolucion, Transferencia
from tablero.modelo.comite import (
    ComiteBarrera,
    ComiteDelegacion,
    ComiteDestacada,
    ComiteEntidad,
    ComiteUta,
    ComiteUtaReporte,
)
from tablero.modelo.conciliacion import Conciliacion
from tablero.modelo.eat import (
    Cluster,
    ClusterConteo,
    EatActividad,
    EatFase,
    EatTaller,
    IptIndicador,
    IptPriorizado,
)
from tablero.modelo.entidades import Entidad, EntidadGrafia
from tablero.modelo.fuentes import Fuente
from tablero.modelo.integra import IntegraCiudad
from tablero.modelo.ipt import (
    IptAporte,
    IptCarga,
    IptCategoria,
    IptDiagnostico,
    IptDireccion,
    IptEje,
    IptPeso,
    IptPuntaje,
    IptSupuesto,
    IptValor,
)
from tablero.modelo.plan import (
    PlanCambio,
    PlanHallazgo,
    PlanMeta,
    PlanObjetivo,
    PlanProducto,
    PlanResultado,
    PlanTrayectoria,
    PlanVersion,
    PlanVigencia,
)
from tablero.modelo.politica import (
    Politica,
    PoliticaAvance,
    PoliticaCorte,
    PoliticaObjetivo,
    PoliticaProducto,
)
from tablero.modelo.politica_informe import (
    PoliticaAccionMejora,
    PoliticaAporte,
    PoliticaSector,
    PoliticaSemaforo,
)
from tablero.modelo.politica_seguimiento import PoliticaSeguimiento
from tablero.modelo.seguimiento import (
    PoliticaResultado,
    SeguimientoContraste,
    SeguimientoHallazgo,
    SeguimientoLibro,
    SeguimientoMeta,
    SeguimientoRelato,
    SeguimientoReporte,
)
from tablero.modelo.semaforo import SemaforoRango
from tablero.modelo.territorio import (
    ConDivipola,
    ConMunicipio,
    DepartamentoGrafia,
    Municipio,
    MunicipioGrafia,
)

LIBROS: dict[str, tuple[type[Tabla], ...]] = {
    "divipola": (Municipio, MunicipioGrafia, DepartamentoGrafia),
    "eat": (
        IptIndicador,
        IptPriorizado,
        Cluster,
        ClusterConteo,
        EatFase,
        EatActividad,
        EatTaller,
        Cifra,
        Enunciado,
    ),
    "cnim": (
        CnimAccion,
        CnimTarea,
        CentroIntegrate,
        CentroAtencion,
        Transferencia,
        Resolucion,
        CnimMesa,
        Cifra,
        Enunciado,
    ),
    "comite": (
        ComiteEntidad,
        ComiteUta,
        ComiteUtaReporte,
        ComiteDestacada,
        ComiteBarrera,
        ComiteDelegacion,
        Cifra,
        Enunciado,
    ),
    "integra": (IntegraCiudad, Cifra, Enunciado),
    "sdp": (
        Politica,
        PoliticaCorte,
        PoliticaObjetivo,
        PoliticaProducto,
        PoliticaAvance,
        PoliticaSemaforo,
        SemaforoRango,
        PoliticaSector,
        PoliticaAccionMejora,
        PoliticaAporte,
        Cifra,
        Enunciado,
    ),
    "entidades": (Entidad, EntidadGrafia),
    "ipt_valores": (IptValor, IptDireccion),
    "ajustes": (PoliticaAjuste,),
}
"""Documento (el nombre de su carpeta en `data/fuentes`) → las tablas de su libro, una por hoja."""

LIBROS_OPCIONALES = frozenset({"ipt_valores", "ajustes"})
"""Libros sin los cuales el tablero se construye igual."""

TABLAS_DE_SEGUIMIENTO: tuple[type[Tabla], ...] = (
    SeguimientoLibro,
    PoliticaSeguimiento,
    PoliticaResultado,
    SeguimientoMeta,
    SeguimientoReporte,
    SeguimientoRelato,
    SeguimientoContraste,
    SeguimientoHallazgo,
)
"""Las que salen de los libros oficiales de seguimiento (las dos primeras de la política, también
de lo que publica su informe)."""

TABLAS_DE_PLAN: tuple[type[Tabla], ...] = (
    PlanVersion,
    PlanVigencia,
    PlanObjetivo,
    PlanResultado,
    PlanProducto,
    PlanMeta,
    PlanTrayectoria,
    PlanCambio,
    PlanHallazgo,
)
"""Las que salen de los planes de acción que se importan."""

TABLAS: tuple[type[Tabla], ...] = (
    Fuente,
    *dict.fromkeys(tabla for tablas in LIBROS.values() for tabla in tablas),
    IptSupuesto,
    IptPuntaje,
    IptAporte,
    IptPeso,
    IptEje,
    IptCarga,
    IptCategoria,
    IptDiagnostico,
    *TABLAS_DE_SEGUIMIENTO,
    *TABLAS_DE_PLAN,
    Conciliacion,
)
"""Todas las tablas del tablero, en el orden en que se publican."""

CON_MUNICIPIO: tuple[type[ConDivipola], ...] = tuple(
    tabla for tabla in TABLAS if issubclass(tabla, ConDivipola)
)
"""Las que llevan el código de un municipio."""

TABLA_POR_NOMBRE: dict[str, type[Tabla]] = {tabla.tabla: tabla for tabla in TABLAS}

__all__ = [
    "CON_MUNICIPIO",
    "LIBROS",
    "LIBROS_OPCIONALES",
    "TABLAS",
    "TABLAS_DE_PLAN",
    "TABLAS_DE_SEGUIMIENTO",
    "TABLA_POR_NOMBRE",
    "Columna",
    "ConFuente",
    "ConMunicipio",
    "Conciliacion",
    "Fuente",
    "Hecho",
    "Origen",
    "Tabla",
]
