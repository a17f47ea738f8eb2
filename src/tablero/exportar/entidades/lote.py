"""El PDF y el CSV de cada entidad, de una vez, en una carpeta.

Ningún archivo queda en la carpeta hasta que el último está hecho. El PDF que no se pueda hacer no
cuesta los demás: se dice cuál fue, y su CSV va de todos modos.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tablero.consultas import politica as consultas
from tablero.consultas.base import Base, Preguntas
from tablero.exportar.csv_oficial import a_csv
from tablero.exportar.entidades import pdf
from tablero.exportar.papel import por_que
from tablero.letra import Cambio, frase
from tablero.registro.sesiones.estado import Actas, Compromiso
from tablero.respuestas.compromisos import de_entidad
from tablero.respuestas.entidad.hoja import HojaDeEntidad, hoja, nombres

Avisar = Callable[[int, int, str], None]
"""Recibe cuántas entidades van, cuántas son y qué se hizo con la última."""


@dataclass(frozen=True)
class Lote:
    """Lo que quedó escrito y lo que no se pudo."""

    escritos: list[Path]
    fallas: list[str]
    """Una frase por PDF que no se pudo hacer."""


def escribir(
    base: Base, destino: Path, avisar: Avisar = lambda *_: None, *, leidas: Actas | None = None
) -> Lote:
    """Escribe en `destino` los archivos de cada entidad en el último corte de cada política.

    Los productos sin entidad en la fuente llevan también los suyos. `leidas` son las sesiones del
    Comité: el PDF dice lo que la entidad quedó de hacer en ellas.
    """
    sesiones = leidas or Actas()
    destino.mkdir(parents=True, exist_ok=True)
    hojas = list(_hojas(Preguntas(base)))
    with TemporaryDirectory(dir=destino) as aparte:
        lote = Lote([], [])
        for van, (entidad, reunir) in enumerate(hojas, start=1):
            try:
                una = reunir()
                en_pdf, en_csv = (
                    Path(aparte) / pdf.nombre(una, extension, es_simulado=base.es_simulado)
                    for extension in ("pdf", "csv")
                )
                en_csv.write_bytes(a_csv(una.productos.datos, "excel", una.productos.fuentes))
                lote.escritos.append(en_csv)
                suyos = de_entidad(sesiones, entidad)
                hecho = _hacer(una, en_pdf, suyos, es_simulado=base.es_simulado)
                lote.escritos.insert(-1, en_pdf)
            except Exception as error:  # falle como falle, no cuesta las demás
                hecho = por_que(error, entidad)
                lote.fallas.append(hecho)
            avisar(van, len(hojas), hecho)
        return Lote([ruta.replace(destino / ruta.name) for ruta in lote.escritos], lote.fallas)


def _hacer(
    una: HojaDeEntidad, en_pdf: Path, suyos: tuple[Compromiso, ...], *, es_simulado: bool
) -> str:
    """Hace un PDF y dice en una frase cómo quedó."""
    cambios: Counter[Cambio] = Counter()
    en_pdf.write_bytes(
        pdf.compilar(una, es_simulado=es_simulado, compromisos=suyos, cambios=cambios)
    )
    return " · ".join(parte for parte in (en_pdf.name, frase(cambios)) if parte)


def _hojas(preguntar: Preguntas) -> Iterator[tuple[str, Callable[[], HojaDeEntidad]]]:
    """Cada entidad y cómo se reúne su hoja."""
    for fila in preguntar(consultas.politicas).filas:
        politica, corte = fila["politica_codigo"], fila["corte_fecha"]
        for entidad in nombres(preguntar, politica=politica, corte=corte):
            reunir = partial(
                hoja,
                preguntar,
                entidad=entidad,
                politica=politica,
                nombre=fila["politica_nombre"],
                corte=corte,
            )
            yield entidad, reunir
