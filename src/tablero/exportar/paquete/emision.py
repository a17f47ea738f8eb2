"""De qué tablero, de qué edición y de parte de quién es un paquete."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tablero import formato, reloj
from tablero.consultas.base import Base, FuenteCitada
from tablero.consultas.fuentes import fuentes
from tablero.derivados.huellas import huella_de_todo, huellas
from tablero.exportar.catalogo import NOMENCLATURA
from tablero.exportar.leeme import formulas
from tablero.exportar.marca import AVISO
from tablero.filas import Fila, filas_de
from tablero.modelo import Fuente, Tabla
from tablero.modelo.columnas import Columna
from tablero.publicacion import TABLERO, Publicacion
from tablero.registro.ediciones import Edicion

DESCRIPCION = (
    "Cifras de la política de Bogotá para la población migrante internacional 2023-2035 y de los "
    "documentos nacionales y distritales que la rodean: cada una con su fuente, su corte, el lugar "
    "del documento y las pocas palabras que la llevan; lo publicado y lo calculado, lado a lado."
)
PALABRAS_CLAVE = (
    "población migrante internacional",
    "política pública",
    "Bogotá",
    "Colombia",
    "seguimiento",
    "integración",
)
SIN_EDICION = "sin edición publicada"
CATALOGO = "tablero"
"""Cómo se llama el archivo del tablero dentro de `Base`."""


@dataclass(frozen=True)
class Emision:
    """Lo que un paquete dice de sí mismo."""

    base: Base
    edicion: Edicion | None
    """La que dicen sus datos; `None` si no se publicó ninguna con ellos."""
    publicacion: Publicacion

    @property
    def titulo(self) -> str:
        """El del tablero."""
        return self.marcado(TABLERO)

    def marcado(self, titulo: str) -> str:
        """Un título; si los datos son inventados, lo primero que dice es eso."""
        return f"{AVISO}. {titulo}" if self.base.es_simulado else titulo

    @property
    def version(self) -> str:
        """«6», el número de su edición."""
        return SIN_EDICION if self.edicion is None else str(self.edicion.numero)

    @cached_property
    def contenido(self) -> str:
        """sha256 de lo que dicen las tablas, que no depende del archivo DuckDB que las traiga."""
        return self.edicion.contenido if self.edicion else contenido_de(self.base)

    @cached_property
    def fecha(self) -> date:
        """Cuándo se generó lo que dice: el día en que se publicó su edición o, sin ella, el corte.

        Nunca el de hoy: la misma edición da el mismo paquete.
        """
        if self.edicion is not None and self.edicion.cuando is not None:
            return self.edicion.cuando.astimezone(reloj.BOGOTA).date()
        return self.corte

    @cached_property
    def formulas(self) -> str:
        """Las versiones de las fórmulas con que se calculó."""
        return formulas(self.base)

    @cached_property
    def fuentes(self) -> tuple[Fila, ...]:
        """Las filas de `fuentes`, en el orden de su código."""
        return tuple(filas_de(self.base.tabla(Fuente.tabla)))

    @cached_property
    def citadas(self) -> tuple[FuenteCitada, ...]:
        """Las mismas, como las cita una fila."""
        return fuentes(self.base).fuentes

    @cached_property
    def corte(self) -> date:
        """El más reciente de los datos; la nomenclatura de municipios no cuenta."""
        de_datos = [f for f in self.fuentes if not f["fuente_codigo"].startswith(NOMENCLATURA)]
        ultimo: date = max(f["corte_fecha"] for f in de_datos or self.fuentes)
        return ultimo

    @cached_property
    def primer_corte(self) -> date:
        """El más antiguo de sus fuentes."""
        primero: date = min(f["corte_fecha"] for f in self.fuentes)
        return primero


def edicion_de(
    base: Base, publicadas: Iterable[Edicion], preferida: int | None = None
) -> Edicion | None:
    """La última de las publicadas que dice lo mismo que ese tablero; `None` si no hay.

    Si la `preferida` también lo dice, esa: dos ediciones iguales son la misma cosa dos veces.
    """
    propio = contenido_de(base)
    iguales = [edicion for edicion in publicadas if edicion.contenido == propio]
    return max(iguales, key=lambda e: (e.numero == preferida, e.numero), default=None)


def contenido_de(base: Base) -> str:
    """La huella de lo que dicen las tablas, como la anota una edición."""
    return huella_de_todo((t, filas, h) for t, filas, h, _ in base.resumir(huellas(CATALOGO)))


def columnas_de(tabla: type[Tabla], nombres: Sequence[str]) -> tuple[Columna, ...]:
    """Lo que el modelo dice de esas columnas de una tabla, incluida la marca de lo simulado."""
    propias = {columna.nombre: columna for columna in tabla.columnas()}
    return tuple(propias.get(n) or Fuente.columna(n) for n in nombres)


def en_palabras(fuente: Fila) -> str:
    """«Informe SDP (SDP). Corte: 31 de diciembre de 2024. Licencia: no declarada.»."""
    dicho = formato.corte(fuente["corte_texto"], fuente["corte_fecha"])
    return (
        f"{fuente['titulo']}. {fuente['entidad']}. Corte: {dicho}. Licencia: {fuente['licencia']}."
    )
