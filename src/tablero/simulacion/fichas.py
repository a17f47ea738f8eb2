"""La ficha sellada que acompaña a cada libro inventado."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import yaml

from tablero.formato import fecha
from tablero.modelo.fuentes import ENTIDAD_SIMULADA, TITULO_SIMULADO

LICENCIA = "ninguna: son datos inventados"
NOTA = "Datos inventados para probar y enseñar: ninguna cifra es verdadera."


def escribir_ficha(libro: Path, titulo: str, corte: date, **propios: str | list[date]) -> None:
    """Escribe `fuente.yml` al lado del libro, con su sello; `propios` son campos de más."""
    ficha = {
        "titulo": f"{TITULO_SIMULADO}{titulo}",
        "entidad": ENTIDAD_SIMULADA,
        "corte_fecha": corte,
        "corte_texto": f"{fecha(corte)} (simulado)",
        "archivo": "ninguno: lo escribió tablero simular",
        "licencia": LICENCIA,
        "nota": NOTA,
        "es_simulado": True,
        "libro_sha256": sha256(libro.read_bytes()).hexdigest(),
        **propios,
    }
    texto = yaml.safe_dump(ficha, allow_unicode=True, sort_keys=False)
    (libro.parent / "fuente.yml").write_text(texto, encoding="utf-8", newline="\n")
