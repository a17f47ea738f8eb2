"""Qué se escribió y qué hubo que acomodar, para quien dio la orden."""

from dataclasses import dataclass
from pathlib import Path

from tablero.formato import contar, enumerar, numero
from tablero.territorio.esquema.acomodar import Movido


@dataclass(frozen=True)
class InformeEsquema:
    """Lo que se escribió y lo que hubo que acomodar."""

    archivo: Path
    ficha: Path
    municipios: int
    lugares: int
    octetos: int
    sha256: str
    """Huella del archivo."""
    lugares_movidos: tuple[Movido, ...]
    cabeceras_movidas: tuple[Movido, ...]
    municipios_sin_lugares: tuple[str, ...]

    def lineas(self) -> list[str]:
        """El informe en palabras, una frase por línea."""
        areas = contar(self.municipios, "área municipal", "áreas municipales")
        lugares = contar(self.lugares, "centro poblado", "centros poblados")
        movidos = contar(len(self.lugares_movidos), "lugar cae fuera de", "lugares caen fuera de")
        cabeceras = contar(len(self.cabeceras_movidas), "cabecera", "cabeceras")
        sin_lugares = list(self.municipios_sin_lugares)
        return [
            f"{areas} con {lugares} → {self.archivo} ({numero(self.octetos / 1000)} kB)",
            f"{movidos} su departamento generalizado, {cabeceras} entre ellos: se movieron solo "
            "para este cálculo.",
            f"Sin lugares propios: {enumerar(sin_lugares) or 'ninguno'}; usan su cabecera.",
            f"Qué se movió y de qué archivos salió: {self.ficha}",
        ]
