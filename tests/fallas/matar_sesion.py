"""SIGKILL en un instante al azar de lo que escribe sesiones: proponer, traer de un libro, entregar.

Después de cada muerte: la cadena está entera; de la sesión que se escribía está todo o no está
nada; y en la carpeta de lo que se entrega no hay un archivo a medias. Completo: --veces 100.
"""

import argparse
import random
import sys
import time
import zipfile
from collections import Counter
from pathlib import Path

from comun_escritura import carpeta_de_datos, correr, lanzar, matar
from pypdf import PdfReader

from tablero.registro.archivo import leer
from tablero.registro.cadena import fallas
from tablero.registro.lugares import Lugares
from tablero.registro.sesiones.estado import Sesion, actas

DURA = {"proponer": 2.6, "importar": 2.6, "anexo": 6.0}
"""Los segundos que tarda cada una, de sobra: algunas terminan antes de morir."""


def cosas(sesion: Sesion) -> tuple[int, int, str]:
    return len(sesion.puntos), len(sesion.pantallas), sesion.lugar


def enteros(carpeta: Path) -> int:
    """Cuántos de los archivos que se entregan hay; falla si alguno no se puede leer."""
    hallados = [r for r in carpeta.glob("*") if r.is_file()]
    for ruta in hallados:
        if ruta.suffix in (".docx", ".pptx"):
            with zipfile.ZipFile(ruta) as abierto:
                assert abierto.testzip() is None
        elif ruta.suffix == ".pdf":
            assert len(PdfReader(ruta).pages) > 1
        else:
            assert ruta.read_text(encoding="utf-8").endswith("</html>")
    return len(hallados)


def main() -> None:
    argumentos = argparse.ArgumentParser(description=__doc__)
    argumentos.add_argument("--veces", type=int, default=12)
    veces = argumentos.parse_args().veces
    azar = random.Random(7)  # noqa: S311 - solo elige momentos
    quedaron: Counter[str] = Counter()
    with carpeta_de_datos() as datos:
        registro, libro = Lugares.de(datos / "tablero.duckdb").registro, datos / "s.xlsx"
        salen = datos / "salen"
        for orden in (
            ("construir",),
            ("sesiones", "proponer", "15/12/2026", "--lugar", "La primera"),
            ("sesiones", "exportar", "última", libro),
        ):
            hecho = correr(datos, *orden)
            assert hecho.returncode == 0, hecho.stderr
        (primera,) = actas(registro).sesiones
        completa = cosas(primera)[:2]
        for vez in range(veces):
            que = ("proponer", "importar", "anexo")[vez % 3]
            antes = {s.codigo for s in actas(registro).sesiones}
            proceso = {
                "proponer": lambda: lanzar(datos, "sesiones", "proponer", "16/12/2026"),
                "importar": lambda: lanzar(datos, "sesiones", "importar", libro),
                "anexo": lambda: lanzar(datos, "anexo", primera.codigo, salen),
            }[que]()
            time.sleep(azar.uniform(0.3, DURA[que]))
            matar(proceso)
            assert fallas(leer(registro)) == []
            nuevas = [s for s in actas(registro).sesiones if s.codigo not in antes]
            assert len(nuevas) <= 1
            assert all(cosas(s)[:2] == completa for s in nuevas), "una sesión a medias"
            quedaron[f"{que}: {len(nuevas) if que != 'anexo' else enteros(salen)}"] += 1
            sys.stdout.write(f"\r{vez + 1} de {veces}")
            sys.stdout.flush()
        verificado = correr(datos, "registro", "verificar")
        assert verificado.returncode == 0, verificado.stdout
    sys.stdout.write(f"\nTodo entero. Quedaron: {dict(sorted(quedaron.items()))}\n")


if __name__ == "__main__":
    main()
