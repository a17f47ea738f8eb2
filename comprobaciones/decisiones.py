"""Las decisiones de `docs/decisiones/`, y el índice que sale de ellas.

Uso: python -m comprobaciones.decisiones

Escribe el índice al final de `docs/decisiones/LEEME.md`. Que esté al día lo exige
`tests/arquitectura/test_decisiones.py`.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from comprobaciones.paquetes import decir

CARPETA = Path(__file__).resolve().parents[1] / "docs" / "decisiones"
LEEME = CARPETA / "LEEME.md"
COMIENZA = "<!-- Lo que sigue lo escribe `python -m comprobaciones.decisiones`. -->\n"
VUELTA = {
    "Reemplaza a": "Estado",
    "Estado": "Reemplaza a",
    "Amplía a": "Ampliada por",
    "Ampliada por": "Amplía a",
    "Viene de": "texto",
    "texto": "Viene de",
}
"""Cómo se llama, en la otra decisión, el enlace de vuelta."""
_TITULO = re.compile(r"# (\d{3})\. (.+)")
_DATO = re.compile(r"- ([A-ZÁÉÍÓÚ][\w ]+): (.+)")
_ENLACE = re.compile(r"\[(\d{3})\]\(([^)]+)\)")


@dataclass(frozen=True)
class Decision:
    """Una decisión, como la dice su archivo."""

    archivo: str
    numero: int
    titulo: str
    texto: str
    datos: dict[str, str] = field(default_factory=dict)

    def remite(self, dato: str) -> list[tuple[int, str]]:
        """Los números y los archivos a los que enlaza uno de sus datos, o su texto."""
        donde = self.texto if dato == "texto" else self.datos.get(dato, "")
        return [(int(numero), archivo) for numero, archivo in _ENLACE.findall(donde)]


def leer(ruta: Path) -> Decision:
    """Lo que dice un archivo; `ValueError` si no empieza por su título y sus datos."""
    encabezado, _, texto = ruta.read_text(encoding="utf-8").partition("\n\n")
    datos, _, texto = texto.partition("\n\n")
    titulo = _TITULO.fullmatch(encabezado)
    if titulo is None:
        raise ValueError(f"{ruta.name}: la primera línea no es «# NNN. Título»")
    hallados = [_DATO.fullmatch(linea) for linea in datos.splitlines()]
    if None in hallados:
        raise ValueError(f"{ruta.name}: después del título va «- Dato: valor», y nada más")
    pares = {hallado[1]: hallado[2] for hallado in hallados if hallado}
    return Decision(ruta.name, int(titulo[1]), titulo[2], texto, pares)


def todas(carpeta: Path = CARPETA) -> list[Decision]:
    """Las decisiones, por número."""
    return [leer(ruta) for ruta in sorted(carpeta.glob("*.md")) if ruta.name != LEEME.name]


def faltas(decisiones: list[Decision]) -> Iterator[str]:
    """Lo que está mal entre ellas: números, fechas, estados y enlaces sin su vuelta."""
    numeros = [d.numero for d in decisiones]
    if numeros != list(range(1, len(decisiones) + 1)):
        yield f"los números no van seguidos: {numeros}"
    por_archivo = {d.archivo: d for d in decisiones}
    for d in decisiones:
        if not d.archivo.startswith(f"{d.numero:03d}-") or not re.fullmatch(
            r"\d{3}(-[a-z0-9]+)+\.md", d.archivo
        ):
            yield f"{d.archivo}: el nombre no es «{d.numero:03d}-titulo-en-ascii.md»"
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", d.datos.get("Fecha", "")):
            yield f"{d.archivo}: sin fecha"
        if not re.match(r"(vigente|repartida)$|reemplazada por \[", d.datos.get("Estado", "")):
            yield f"{d.archivo}: sin estado"
        if not d.texto.strip():
            yield f"{d.archivo}: sin texto"
        for dato in (*d.datos, "texto"):
            for numero, archivo in d.remite(dato):
                if archivo not in por_archivo or por_archivo[archivo].numero != numero:
                    yield f"{d.archivo}: «{dato}» remite a {archivo}, que no existe"
                elif not _vuelve(por_archivo[archivo], d, dato):
                    yield f"{d.archivo}: «{dato}» remite a {archivo}, que no remite de vuelta"


def _vuelve(otra: Decision, esta: Decision, dato: str) -> bool:
    """Si la otra decisión enlaza a esta como corresponde."""
    if dato == "texto" and esta.datos.get("Estado") != "repartida":
        return True  # la nombra, y eso no pide vuelta
    return (esta.numero, esta.archivo) in otra.remite(VUELTA[dato])


def indice(decisiones: list[Decision]) -> str:
    """La tabla con número, título, fecha y estado."""
    filas = [
        f"| [{d.numero:03d}]({d.archivo}) | {d.titulo} | {d.datos['Fecha']} | {d.datos['Estado']} |"
        for d in decisiones
    ]
    return "\n".join(["| N.º | Decisión | Fecha | Estado |", "|---|---|---|---|", *filas, ""])


def con_indice(leeme: str, decisiones: list[Decision]) -> str:
    """El LEEME con el índice al día."""
    return f"{leeme.partition(COMIENZA)[0]}{COMIENZA}\n{indice(decisiones)}"


def principal() -> int:
    """Escribe el índice; 1 si algo está mal, y no lo escribe."""
    decisiones = todas()
    mal = list(faltas(decisiones))
    for falta in mal:
        decir(falta)
    if not mal:
        LEEME.write_text(con_indice(LEEME.read_text(encoding="utf-8"), decisiones), "utf-8")
    return 1 if mal else 0


if __name__ == "__main__":
    sys.exit(principal())
