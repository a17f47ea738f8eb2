"""La orden `tablero estado`: qué fuentes hay y qué fue lo último que se hizo."""

import time
from collections.abc import Iterator, Mapping
from datetime import datetime

import typer

from tablero import formato, registro, reloj, rutas
from tablero.un_json import Objeto

ULTIMOS: Mapping[registro.Hecho | registro.Peticion, str] = {
    "construir": "Última construcción",
    "sellar": "Último sello",
    "importar": "Última importación",
    "instalar": "Última cartografía",
    "descarga": "Última descarga",
    "rechazo": "Última petición rechazada",
}


def estado() -> None:
    """Dice qué fuentes hay, hasta cuándo llegan, qué falta y lo último que se hizo."""
    from tablero.consultas.base import Base
    from tablero.consultas.fuentes import fuentes
    from tablero.respuestas.antiguedad import mirar

    hoy = reloj.hoy()
    citadas = fuentes(Base(rutas.BASE)).fuentes
    construido = time.strftime("%Y-%m-%d %H:%M", time.localtime(rutas.BASE.stat().st_mtime))
    typer.echo(f"{rutas.BASE} · construido el {construido}")
    typer.echo(f"Qué tan al día, el {formato.fecha(hoy)}:")
    for fuente in sorted(citadas, key=lambda f: f.corte_fecha, reverse=True):
        mirada = mirar(fuente, hoy)
        typer.echo(
            f"  {fuente.fuente_codigo:22} {fuente.titulo} ({fuente.entidad}). "
            f"Corte: {mirada.corte}, {mirada.en_linea}."
        )
    for renglon in _lo_ultimo():
        typer.echo(renglon)


def _lo_ultimo() -> Iterator[str]:
    """Un renglón por clase de hecho, con la hora de aquí; de lo que nunca pasó no se dice nada."""
    anotados = registro.ultimos()
    for hecho, titulo in ULTIMOS.items():
        if hecho in anotados:
            yield f"{titulo}: {_decir(anotados[hecho])}"


def _decir(renglon: Objeto) -> str:
    """«29 de noviembre de 2026, 10:03 · sdp_2024-12-31 · sdp.xlsx · sha256 03c2cdfa4f59…»."""
    try:
        cuando = datetime.fromisoformat(str(renglon.get("cuando"))).astimezone()
        partes = [formato.momento(cuando)]
    except ValueError:
        partes = ["no se sabe cuándo"]
    partes += [str(renglon[dato]) for dato in ("que", "desde") if renglon.get(dato)]
    if renglon.get("sha256"):
        partes.append(f"sha256 {formato.huella(str(renglon['sha256']))}")
    return " · ".join(partes)
