"""Si un libro puede entrar a un corte que ya tiene alguno: qué reemplaza y qué se perdería."""

from collections.abc import Mapping, Sequence
from math import fsum
from pathlib import Path

from tablero.calculo.seguimiento.motor import legible
from tablero.errores import ArchivoIlegible, ErroresDeDatos, ErrorTablero
from tablero.formato import enumerar, porcentaje
from tablero.ingesta.seguimiento.carpetas import Parte
from tablero.ingesta.seguimiento.documento import codigos_de_los_dos, juntar
from tablero.ingesta.seguimiento.leer import LibroSeguimiento, leer_seguimiento
from tablero.ingesta.seguimiento.perdida import comparar, exigir_aceptada

TOTAL, TOLERANCIA = 100.0, 0.5
MUESTRA = 5


def exigir_que_entre(
    libro: LibroSeguimiento,
    parte: Parte,
    actual: Mapping[Parte, Path],
    *,
    de_que: str,
    archivo: str,
    reemplazar: bool,
    aceptar_perdida: str | None,
) -> None:
    """`ErrorTablero`, con qué hacer, si no puede entrar así como está.

    `actual` son los libros que ya hay en la carpeta de su corte; `de_que` es la política y el
    corte, como se nombran.
    """
    _exigir_escala(libro, archivo)
    _exigir_que_no_se_repitan(libro, parte, actual, archivo)
    reemplazados = [ruta for otra, ruta in actual.items() if otra == parte or len(libro.clases) > 1]
    if not reemplazados:
        return
    exigir_aceptada(
        comparar(_leer(reemplazados).indicadores, libro.indicadores),
        aceptar_perdida,
        archivo=archivo,
        que_hay=f"el libro que ya hay de {de_que}",
        de_cual="el libro de esa política y ese corte",
    )
    if not reemplazar:
        cual = "otro libro de resultados" if parte == "resultados" else "otro libro"
        raise ErrorTablero(
            f"Ya hay {cual} de {de_que}. Si este lo corrige, agregue --reemplazar; no se cambió "
            "nada."
        )


def _exigir_escala(libro: LibroSeguimiento, archivo: str) -> None:
    """Unas ponderaciones cien veces mayores harían un avance de 7.200 %."""
    for clase in sorted(libro.clases):
        suma = fsum(
            legible(i.ponderacion_pct) or 0.0
            for i in libro.indicadores
            if i.clase == clase and i.estado != "No vigente"
        )
        if abs(suma / TOTAL - TOTAL) <= TOLERANCIA:
            raise ErrorTablero(
                f"{archivo}: las ponderaciones suman {porcentaje(suma, 0)}; en este libro van como "
                "fracción (0,05 es 5 %). Corríjalas e impórtelo de nuevo; no se cambió nada."
            )


def _exigir_que_no_se_repitan(
    libro: LibroSeguimiento, parte: Parte, actual: Mapping[Parte, Path], archivo: str
) -> None:
    """Los resultados vienen con los productos o aparte: en los dos no se sabría cuál vale."""
    if parte != "resultados" or "productos" not in actual:
        return
    repetidos = codigos_de_los_dos(_leer([actual["productos"]]), libro)
    if repetidos:
        cuales = enumerar(repetidos[:MUESTRA])
        raise ErrorTablero(
            f"El libro que ya hay de este corte trae productos y resultados ({cuales}), y "
            f"{archivo} trae otra vez los resultados. Si cambiaron, importe el libro completo con "
            "--reemplazar; no se cambió nada."
        )


def _leer(rutas: Sequence[Path]) -> LibroSeguimiento:
    """Lo que se puede leer de esos libros; de uno dañado no hay nada que perder."""
    leidos = []
    for ruta in rutas:
        try:
            leidos.append(leer_seguimiento(ruta))
        except (ErroresDeDatos, ArchivoIlegible):
            continue
    if not leidos:
        return LibroSeguimiento("", (), ())
    return juntar(*leidos) if len(leidos) > 1 else leidos[0]
