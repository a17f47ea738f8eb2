"""Lo que se puede pintar en el mapa de los municipios: su nombre, su clase y cómo se escribe."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from tablero import formato, tema
from tablero.filas import Fila

Clase = Literal["categoría", "orden", "cantidad"]
Nivel = Literal["publicado", "calculado"]


@dataclass(frozen=True)
class Variable:
    """Una variable de los municipios."""

    codigo: str
    titulo: str
    clase: Clase
    nivel: Nivel
    escribir: Callable[[float], str]
    """Cómo se lee un valor, con su unidad."""
    cortar: Callable[[float], str]
    """Cómo se lee un valor en la leyenda y los ejes, sin la unidad."""
    sin_valor: str = formato.SIN_DATO
    """Qué se dice de un municipio que no la tiene."""
    nota: str = ""
    colores: Mapping[int, str] = field(default_factory=dict, hash=False)
    """De una categoría ordenada, el color de cada valor."""

    @property
    def tiene_cortes(self) -> bool:
        """Verdadero si sus valores se reparten en clases."""
        return self.clase != "categoría"


def _orden(valor: float) -> str:
    return f"{int(valor)}.º"


def _entero(valor: float) -> str:
    return formato.numero(valor)


def _personas(valor: float) -> str:
    return formato.contar(int(valor), "persona atendida", "personas atendidas")


def _puntaje(valor: float) -> str:
    return formato.numero(valor, 1)


NO_PRIORIZADO = "no está entre los priorizados"

ORDEN = Variable(
    "orden",
    "Orden publicado del IPT",
    "orden",
    "publicado",
    _orden,
    _orden,
    NO_PRIORIZADO,
    "1.º es la prioridad más alta. La fuente no publica el puntaje.",
)
PRIORIZADO = Variable(
    "priorizado", "Priorizado o no", "categoría", "publicado", str, str, NO_PRIORIZADO
)
CLUSTER = Variable(
    "cluster",
    "Clúster de la EAT",
    "categoría",
    "publicado",
    str,
    str,
    "no está en ningún clúster",
    "Los colores se repiten: el número distingue a cada clúster.",
)
PERSONAS = Variable(
    "personas",
    "Personas atendidas en Centros Intégrate",
    "cantidad",
    "calculado",
    _personas,
    _entero,
    "ningún centro informa personas atendidas",
    "Suma de los centros del municipio: una persona puede contarse más de una vez.",
)
DINERO = Variable(
    "dinero",
    "Transferencia psicosocial girada",
    "cantidad",
    "calculado",
    formato.pesos,
    formato.millones,
    "no se le giró, o no aparece en la lista",
    "Solo lo girado: lo que un municipio desistió no es dinero en el territorio.",
)
PUNTAJE = Variable(
    "puntaje",
    "Puntaje del IPT calculado",
    "cantidad",
    "calculado",
    _puntaje,
    _puntaje,
    nota="De 0 a 100; más es más prioridad. Calculado con los valores cargados, no publicado.",
)
CATEGORIA = Variable(
    "categoria",
    "Categoría del IPT calculado",
    "categoría",
    "calculado",
    str,
    str,
    nota="Cinco categorías por cortes naturales del puntaje calculado.",
    colores=dict(enumerate(tema.ESCALA, start=1)),
)
BRECHAS = Variable(
    "brechas",
    "Brechas territoriales",
    "categoría",
    "calculado",
    str,
    str,
    "ni priorizado ni en ninguna lista",
    "De tres: Centro Intégrate, transferencia psicosocial y taller nombrado. Una brecha "
    "territorial es que la lista de la fuente no nombra al municipio; lo proyectado, lo desistido "
    "y lo de una subregión quedan a medias: no son brecha territorial ni algo con que aparece.",
    dict(enumerate((*tema.ESCALA[:1:-1], tema.ESCALA[0], tema.GRUPOS[1]), start=1)),
)

FIJAS: tuple[Variable, ...] = (ORDEN, PRIORIZADO, CLUSTER, BRECHAS, PERSONAS, DINERO)
DEL_INDICE: tuple[Variable, ...] = (PUNTAJE, CATEGORIA)


def de_indicador(orden: int, indicador: str) -> Variable:
    """La variable de un indicador del IPT, por su orden en la tabla publicada."""
    return Variable(
        f"indicador_{orden}",
        f"Indicador {orden}. {indicador.rstrip('.')}",
        "cantidad",
        "publicado",
        formato.numero_justo,
        formato.numero_justo,
        nota="Valor cargado del indicador, en sus propias unidades.",
    )


def disponibles(indicadores: Iterable[Fila]) -> dict[str, Variable]:
    """Código → variable. `indicadores` son los que tienen valores cargados (`orden`, `indicador`);
    sin ninguno, tampoco hay puntaje ni categoría que pintar."""
    cargados = [de_indicador(int(i["orden"]), str(i["indicador"])) for i in indicadores]
    return {v.codigo: v for v in (*FIJAS, *(DEL_INDICE if cargados else ()), *cargados)}
