"""Qué tablas se ofrecen para llevar: de qué tratan, cuántas filas tienen y hasta cuándo llegan."""

from dataclasses import dataclass

from tablero import formato
from tablero.consultas.base import Base, FuenteCitada
from tablero.consultas.fuentes import fuentes
from tablero.modelo import TABLAS, Tabla
from tablero.respuestas.cortes import corte_de, corte_del_dia

TEMAS = {
    "La política y sus productos": ("politica", "plan_", "semaforo_"),
    "El libro oficial de seguimiento": ("seguimiento_",),
    "Municipios priorizados y clústeres": (
        *("ipt_priorizados", "ipt_indicadores", "clusteres", "eat_"),
    ),
    "Centros y transferencias": ("centros_", "transferencias_"),
    "El plan de la CNIM": ("cnim_",),
    "El Comité": ("comite_",),
    "El proyecto Integra": ("integra_",),
    "De todos los documentos": ("cifras", "enunciados", "conciliaciones", "fuentes"),
    "Municipios": ("municipios", "departamentos"),
    "Entidades": ("entidades",),
    "El índice IPT calculado": ("ipt_",),
}
"""Tema → cómo empiezan los nombres de sus tablas, en el orden en que se muestran."""
OTRAS = "Otras"
INTERNAS = frozenset(
    {
        *("municipios_grafias", "departamentos_grafias", "entidades_grafias", "semaforo_rangos"),
        *("ipt_direcciones", "ipt_supuestos"),
    }
)
"""Las que le sirven al tablero para leer y calcular: dicen cómo, y no lo que pasa."""
NOMENCLATURA = "divipola_"


@dataclass(frozen=True)
class Ficha:
    """Una tabla que se puede descargar."""

    tabla: str
    resumen: str
    tema: str
    filas: int
    corte_texto: str
    """El corte más reciente, como lo dice su fuente; vacío si no lleva o no hay filas."""
    corte_archivo: str
    """El mismo, como va en el nombre del archivo."""

    @property
    def es_interna(self) -> bool:
        """Si solo le sirve al tablero."""
        return self.tabla in INTERNAS


def catalogo(base: Base) -> tuple[Ficha, ...]:
    """Todas las tablas, por tema y, dentro de cada uno, en el orden en que se publican."""
    citadas = fuentes(base).fuentes
    fichas = [_ficha(base, tabla, citadas) for tabla in TABLAS]
    orden = [*TEMAS, OTRAS]
    return tuple(sorted(fichas, key=lambda ficha: orden.index(ficha.tema)))


def corte_de_todo(base: Base) -> str:
    """El corte más reciente de los datos, como va en un nombre; la DIVIPOLA no cuenta."""
    citadas = fuentes(base).fuentes
    con_datos = [f for f in citadas if not f.fuente_codigo.startswith(NOMENCLATURA)]
    return corte_de(con_datos or citadas)


def _ficha(base: Base, tabla: type[Tabla], citadas: tuple[FuenteCitada, ...]) -> Ficha:
    filas, corte = base.contar(tabla.tabla)
    del_corte = next((f for f in citadas if f.corte_fecha == corte), None)
    dicho = formato.corte(del_corte.corte_texto, del_corte.corte_fecha) if del_corte else ""
    return Ficha(
        tabla=tabla.tabla,
        resumen=tabla.resumen(),
        tema=_tema(tabla.tabla),
        filas=filas,
        corte_texto=dicho or (formato.fecha(corte) if corte else ""),
        corte_archivo=corte_del_dia(citadas, corte) if corte else "",
    )


def _tema(tabla: str) -> str:
    return next((t for t, comienzos in TEMAS.items() if tabla.startswith(comienzos)), OTRAS)
