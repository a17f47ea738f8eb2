"""Lo que contesta el buscador: lo hallado por grupos, y lo que entendió de la pregunta."""

from dataclasses import dataclass

from tablero import formato
from tablero.busqueda.documento import CLASES, Documento


@dataclass(frozen=True)
class Grupo:
    """Lo hallado de una clase, de lo mejor a lo peor."""

    clase: str
    hallados: tuple[Documento, ...]
    cuantos: int
    """Todos los que responden; los que se dan pueden ser menos."""

    @property
    def nombre(self) -> str:
        """«Productos»."""
        return CLASES[self.clase]


@dataclass(frozen=True)
class Respuesta:
    """Lo que se halló."""

    pregunta: str
    """Como se escribió, sin lo que sobra."""
    palabras: tuple[str, ...] = ()
    """Las que se buscaron."""
    corregidas: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Las que no están, cada una con las parecidas que también se buscaron."""
    desconocidas: tuple[str, ...] = ()
    """Las que no están ni se parecen a ninguna."""
    todas: bool = True
    """Si algo de lo hallado responde a todas las palabras."""
    grupos: tuple[Grupo, ...] = ()

    @property
    def cuantos(self) -> int:
        """Todos los que responden."""
        return sum(g.cuantos for g in self.grupos)

    @property
    def dicho(self) -> str:
        """Cuántos son, en palabras."""
        if not self.palabras:
            return ""
        if not self.cuantos:
            return f"Nada del tablero responde a «{self.pregunta}»."
        return f"{formato.contar(self.cuantos, 'resultado', 'resultados')}."

    @property
    def avisos(self) -> tuple[str, ...]:
        """Lo que conviene saber: qué se corrigió, qué no está y si faltó alguna palabra."""
        avisos = [
            f"Se buscó también {formato.enumerar([f'«{o}»' for o in otras])}: "
            f"«{escrita}» no está en el tablero."
            for escrita, otras in self.corregidas
        ]
        if self.desconocidas and self.cuantos:
            no_estan = "no está" if len(self.desconocidas) == 1 else "no están"
            dichas = formato.enumerar([f"«{p}»" for p in self.desconocidas])
            avisos.append(f"{dichas} {no_estan} en el tablero.")
        if self.grupos and not self.todas and not self.desconocidas:
            avisos.append("Nada tiene todas las palabras; esto tiene alguna.")
        return tuple(avisos)
