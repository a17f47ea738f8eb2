"""Qué es una ficha territorial: una hoja de cifras, hechos y cuadros, cada uno con sus notas.

La misma hoja se lee en la página y en el PDF: aquí está lo que dice; cómo se ve, en cada uno. Nada
entra sin el número de la nota que dice de dónde sale.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from tablero import formato
from tablero.consultas.base import FuenteCitada, Nivel, Resultado
from tablero.filas import VARIOS, Fila
from tablero.graficos.piezas.base import Grafico
from tablero.modelo.documentos import sigla
from tablero.respuestas.cortes import corte_de

Clase = Literal["municipio", "departamento", "cluster"]
Notas = tuple[int, ...]


@dataclass(frozen=True)
class Cifra:
    """Una cifra grande, con lo que mide y lo que hay que saber de ella."""

    etiqueta: str
    valor: str
    detalle: str
    notas: Notas
    cantidad: float | None = None
    """El número que `valor` escribe; `None` si no hay dato."""
    unidad: str = ""
    """De qué es esa cantidad: «personas», «pesos»…"""


@dataclass(frozen=True)
class Renglon:
    """Un hecho: lo principal y su detalle. `falta`: ninguna fuente lo dice."""

    principal: str
    detalle: str
    notas: Notas
    falta: bool = False
    asunto: str = ""
    """De qué trata, si se puede poner al lado del de otro lugar (`secciones`)."""


@dataclass(frozen=True)
class Seccion:
    """Los hechos de un mismo asunto."""

    titulo: str
    renglones: tuple[Renglon, ...]


@dataclass(frozen=True)
class Cuadro:
    """Un cuadro de municipios lado a lado."""

    titulo: str
    columnas: tuple[tuple[str, bool], ...]
    """Título de cada columna y si lleva números."""
    filas: tuple[tuple[str, ...], ...]
    destacada: int | None
    """La fila del lugar de la ficha."""
    pie: str
    notas: Notas


@dataclass(frozen=True)
class EnElMapa:
    """Qué se dibuja en el mapa: los departamentos enteros y los municipios que se resaltan."""

    departamentos: tuple[str, ...]
    resaltados: tuple[tuple[str, str], ...]
    """Código y rótulo de cada municipio; el rótulo puede ir vacío."""
    de_cerca: bool = False
    """Encuadra los municipios resaltados y no su departamento: las islas no se verían."""


@dataclass(frozen=True)
class Enlace:
    """Otra ficha a la que se puede ir."""

    clase: Clase
    clave: str
    etiqueta: str


@dataclass(frozen=True)
class Procedencia:
    """Lo que una nota dice en palabras, en columnas; varias de un mismo hecho van con « | »."""

    fuente_codigo: str
    ubicacion: str
    cita: str
    corte_fecha: date
    nivel: Nivel


@dataclass(frozen=True)
class HojaDeLugar:
    """Una ficha completa."""

    clase: Clase
    clave: str
    titulo: str
    subtitulo: str
    subtitulo_notas: Notas
    cifras: tuple[Cifra, ...]
    secciones: tuple[Seccion, ...]
    cuadro: Cuadro | None
    graficos: tuple[tuple[Grafico, Notas], ...]
    lugar: EnElMapa
    enlaces: tuple[Enlace, ...]
    notas: tuple[str, ...]
    """La nota 1 es la primera."""
    fuentes: tuple[str, ...]
    citadas: tuple[FuenteCitada, ...]
    """Las mismas, para decir en la pantalla cuánto hace de cada una."""
    corte_fecha: date
    """El más reciente de los de sus fuentes: es la fecha del documento."""
    corte_texto: str
    """El mismo, como lo dice la fuente."""
    corte_archivo: str
    """El mismo, como va en el nombre del archivo."""
    procedencias: tuple[Procedencia, ...] = ()
    """Las notas, en columnas: la primera es la de la nota 1."""
    respuestas: tuple[Resultado, ...] = field(default=(), repr=False, compare=False)
    """Las que se citan: lo que se arme con la hoja sale de ellas."""


@dataclass
class Redactor:
    """Numera las notas mientras se escribe una hoja: un lugar de un documento, un número."""

    _citas: dict[str, dict[str, None]] = field(default_factory=dict)
    """Lugar del documento → las palabras suyas que se citan, en orden."""
    _fuentes: dict[str, FuenteCitada] = field(default_factory=dict)
    _procedencias: dict[str, Procedencia] = field(default_factory=dict)
    """Lugar del documento → lo mismo en columnas, sin las palabras que se citan."""
    _respuestas: dict[tuple[object, ...], Resultado] = field(default_factory=dict)

    def citar(
        self,
        resultado: Resultado,
        filas: Sequence[Fila],
        *,
        nivel: Nivel | None = None,
        con_cita: bool = True,
    ) -> Notas:
        """Los números de las notas de esas filas de la respuesta.

        `nivel` es el de lo que se toma de ella, si la respuesta trae además otra cosa.
        `ValueError` si alguna fila no dice su fuente.
        """
        conocidas = {f.fuente_codigo: f for f in resultado.fuentes}
        self._respuestas.setdefault((resultado.pregunta, resultado.parametros), resultado)
        numeros: dict[int, None] = {}
        for fila in filas:
            codigos = str(fila["fuente_codigo"] or "")
            if not codigos:
                raise ValueError(f"{resultado.pregunta}: una fila no dice su fuente")
            propias = [conocidas[c] for c in codigos.split(" | ")]
            self._fuentes.update({f.fuente_codigo: f for f in propias})
            lugar = _lugar(propias, fila, nivel or resultado.nivel)
            citas = self._citas.setdefault(lugar, {})
            self._procedencias[lugar] = Procedencia(
                fuente_codigo=codigos,
                ubicacion=str(fila.get("ubicacion") or ""),
                cita="",
                corte_fecha=max(f.corte_fecha for f in propias),
                nivel=nivel or resultado.nivel,
            )
            if con_cita and fila.get("cita"):
                citas.update(dict.fromkeys(str(fila["cita"]).split(" | ")))
            numeros[list(self._citas).index(lugar) + 1] = None
        return tuple(numeros)

    def renglon(
        self,
        resultado: Resultado,
        fila: Fila,
        principal: str,
        detalle: str,
        *,
        nivel: Nivel | None = None,
        asunto: str = "",
    ) -> Renglon:
        """Un hecho con la nota de su fila."""
        notas = self.citar(resultado, [fila], nivel=nivel)
        return Renglon(principal, detalle, notas, asunto=asunto)

    def falta(self, resultado: Resultado, texto: str, *, asunto: str = "") -> Renglon:
        """Lo que una lista publicada no dice; la nota es la de la lista que se miró."""
        return Renglon(texto, "", self.de_lista(resultado), falta=True, asunto=asunto)

    def de_lista(self, resultado: Resultado) -> Notas:
        """La nota de una lista publicada, sin citar a nadie de ella."""
        nivel: Nivel = "publicado"
        return self.citar(resultado, resultado.filas[:1], nivel=nivel, con_cita=False)

    @property
    def notas(self) -> tuple[str, ...]:
        """Las notas, en su orden."""
        return tuple(
            lugar + (f": {'; '.join(f'«{c}»' for c in citas)}." if citas else ".")
            for lugar, citas in self._citas.items()
        )

    @property
    def en_columnas(self) -> Fila:
        """Los campos de la hoja que dicen en columnas de dónde sale cada nota."""
        return {
            "procedencias": tuple(
                replace(self._procedencias[lugar], cita=VARIOS.join(citas))
                for lugar, citas in self._citas.items()
            ),
            "respuestas": tuple(self._respuestas.values()),
        }

    @property
    def fuentes(self) -> tuple[str, ...]:
        """Los documentos citados: su sigla, quién lo hizo, su título y su corte."""
        return tuple(
            f"{sigla(f.fuente_codigo)}: {f.entidad}, «{f.titulo}», "
            f"corte: {formato.corte(f.corte_texto, f.corte_fecha)}."
            for f in self.citadas
        )

    @property
    def citadas(self) -> tuple[FuenteCitada, ...]:
        """Las fuentes citadas, por su código."""
        return tuple(f for _, f in sorted(self._fuentes.items()))

    @property
    def cortes(self) -> Fila:
        """Los campos de la hoja que dicen el corte más reciente de lo citado sobre el lugar.

        La nomenclatura no cuenta.
        """
        datos = [f for f in self._fuentes.values() if sigla(f.fuente_codigo) != "DIVIPOLA"]
        reciente = max(datos or self._fuentes.values(), key=lambda f: f.corte_fecha)
        return {
            "corte_fecha": reciente.corte_fecha,
            "corte_texto": formato.corte(reciente.corte_texto, reciente.corte_fecha),
            "corte_archivo": corte_de([reciente]),
        }


def _lugar(fuentes: Sequence[FuenteCitada], fila: Fila, nivel: str) -> str:
    """«CNIM (noviembre de 2025), Acción 3, reporte cualitativo · publicado»."""
    quienes = "; ".join(
        f"{sigla(f.fuente_codigo)} ({formato.corte(f.corte_texto, f.corte_fecha)})" for f in fuentes
    )
    ubicacion = fila.get("ubicacion")
    donde = f", {str(ubicacion).replace(' | ', '; ')}" if ubicacion else ""
    return f"{quienes}{donde} · {nivel}"
