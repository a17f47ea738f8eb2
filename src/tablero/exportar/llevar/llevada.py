"""Una cosa que alguien se lleva: lo que muestra, con qué filtros y de qué edición del tablero."""

import re
from dataclasses import dataclass
from datetime import date

from tablero import formato
from tablero.publicacion import Publicacion
from tablero.respuestas.cosas.cosa import Cosa
from tablero.respuestas.vista import EDICION

Filtro = tuple[str, str]
"""Cómo se llama y qué se eligió: («Departamento», «Antioquia»)."""

DE_LA_PARED = re.compile(r"Van [\d.]+ de [\d.]+\b.*: queda|Hay más notas en ")
"""Cómo empieza lo que se dice de lo que no cupo en una pared (`cosa`, `interfaz/pared`)."""


@dataclass(frozen=True)
class Contexto:
    """De qué tablero sale, y cuándo."""

    publicacion: Publicacion
    direccion: str
    """La del tablero, sin barra final; vacía si no se sabe."""
    edicion: int | None
    """La que se ve; `None` si no hay ninguna publicada."""
    es_simulado: bool
    dia: date
    """En que se consulta."""
    edicion_fecha: date | None = None
    """Cuándo se publicó la edición que se ve; `None` si no se sabe."""


@dataclass(frozen=True)
class Llevada:
    """Una cosa con todo lo que la defiende lejos del tablero."""

    cosa: Cosa
    """`codigo` es el nombre de su archivo, y `de`, la dirección de su página con sus filtros."""
    filtros: tuple[Filtro, ...]
    contexto: Contexto

    @property
    def filtros_dichos(self) -> str:
        """«Departamento: Antioquia; Municipio: Medellín»; vacío si no se eligió nada."""
        return "; ".join(f"{que}: {cual}" for que, cual in self.filtros)

    @property
    def notas(self) -> tuple[str, ...]:
        """Las de la cosa, sin las que dicen lo que no cupo en una pared: aquí va todo."""
        return tuple(nota for nota in self.cosa.notas if not DE_LA_PARED.match(nota))

    @property
    def que_es(self) -> str:
        """Qué clase de cosa es, para citarla."""
        if self.cosa.imagen is not None:
            return "mapa"
        return "conjunto de datos" if self.cosa.grafico is None else "gráfico"

    @property
    def de_donde(self) -> str:
        """Las fuentes, con el título y la entidad de cada una y su corte, sin los lugares."""
        citadas = () if self.cosa.datos is None else self.cosa.datos.fuentes
        if not citadas:
            return self.cosa.fuente_entera or self.cosa.fuente
        dichas = "; ".join(
            f"{f.entidad}, «{f.titulo}» (corte: {formato.corte(f.corte_texto, f.corte_fecha)})"
            for f in citadas
        )
        return f"{'Fuente' if len(citadas) == 1 else 'Fuentes'}: {dichas}."

    @property
    def enlace(self) -> str:
        """La dirección que vuelve a mostrar lo mismo: su página, sus filtros y su edición."""
        edicion = self.contexto.edicion
        une = "&" if "?" in self.cosa.de else "?"
        fija = "" if edicion is None else f"{une}{EDICION}={edicion}"
        return f"{self.contexto.direccion}/{self.cosa.de}{fija}"
