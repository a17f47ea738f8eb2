"""El corte que declara una fila: «Q4» y 2024, «S2», «4o trimestre de 2024», «31/12/2024»…

Solo sirve para saber a qué corte llega el libro: lo que no se entiende se dice una vez y ya.
"""

import re
from datetime import date, datetime

from tablero.calculo.seguimiento.indicador import Periodo
from tablero.calculo.seguimiento.tiempo import cierre, periodo_de
from tablero.formato import MESES
from tablero.ingesta.seguimiento.fechas import ANIOS, leer_fecha
from tablero.ingesta.seguimiento.hojas import como_titulo
from tablero.ingesta.seguimiento.rotulos import LectorDeRotulos
from tablero.libro.convertir import ValorNoValido
from tablero.modelo.celda import Celda

SE_ENTIENDE = "se entienden Q1, Q2, Q3, Q4, S1 y S2, con su año"
SEMESTRE = re.compile(
    r"\b(?:s|sem|semestre) ?(1|2|i|ii)\b|"
    r"\b(1|1er|1o|primer|i|2|2do|2o|segundo|ii) ?(?:s|sem|semestre)\b"
)
SEGUNDO = frozenset({"2", "2do", "2o", "segundo", "ii"})
SIN_DUDA = {"3": 3, "iii": 3, "4": 4, "iv": 4}
"""Un número solo: «2» puede ser un trimestre o un semestre, y «4» no."""
DE_RELLENO = frozenset(
    {"de", "del", "a", "al", "ano", "vigencia", "corte", "reporte", "y", "cierre"}
)
MES = {nombre[:3]: n for n, nombre in enumerate(MESES, start=1)}


def leer_corte(trimestre: Celda, anio: Celda, rotulos: LectorDeRotulos) -> Periodo | None:
    """El trimestre que declaran las dos celdas; `None` si las dos están vacías.

    `ValorNoValido` si no se entiende, si falta una parte o si se contradicen.
    """
    if trimestre is None and anio is None:
        return None
    del_trimestre, numero = _leer_trimestre(trimestre, rotulos)
    del_anio = _leer_anio(anio)
    anios = {a for a in (del_trimestre, del_anio) if a is not None}
    if len(anios) > 1:
        raise ValorNoValido("el año del corte y el del reporte no son el mismo")
    if numero is None or not anios:
        raise ValorNoValido("le falta el trimestre o el año")
    return Periodo(anios.pop(), numero)


def _leer_trimestre(valor: Celda, rotulos: LectorDeRotulos) -> tuple[int | None, int | None]:
    """El año, si lo dice, y el trimestre."""
    if valor is None:
        return None, None
    if (dia := _como_fecha(valor)) is not None:
        periodo = periodo_de(dia)
        if cierre(periodo) != dia:
            raise ValorNoValido("no es el último día de un trimestre")
        return periodo.anio, periodo.trimestre
    texto = como_titulo(_escribir(valor))
    semestres = {4 if (uno or otro) in SEGUNDO else 2 for uno, otro in SEMESTRE.findall(texto)}
    rotulo = rotulos.leer(SEMESTRE.sub(" ", texto))
    sobra = rotulo.palabras - DE_RELLENO
    meses = {MES[p[:3]] for p in sobra if p[:3] in MES and MESES[MES[p[:3]] - 1].startswith(p)}
    solos = {SIN_DUDA[p] for p in sobra if p in SIN_DUDA}
    hallados = semestres | rotulo.trimestres | {m / 3 for m in meses} | solos
    if len(hallados) != 1 or len(rotulo.anios) > 1 or len(sobra) != len(meses) + len(solos):
        raise ValorNoValido("no se entiende")
    (numero,) = hallados
    if not float(numero).is_integer():
        raise ValorNoValido("no es el último mes de un trimestre")
    return rotulo.anio, int(numero)


def _leer_anio(valor: Celda) -> int | None:
    if valor is None:
        return None
    if isinstance(valor, date):
        return valor.year
    palabras = set(como_titulo(_escribir(valor)).split()) - DE_RELLENO
    anios = [int(p) for p in palabras if p.isdigit() and int(p) in ANIOS]
    if len(palabras) != 1 or len(anios) != 1:
        raise ValorNoValido("no se entiende")
    return anios[0]


def _como_fecha(valor: Celda) -> date | None:
    if isinstance(valor, datetime | date):
        return valor.date() if isinstance(valor, datetime) else valor
    try:
        return leer_fecha(valor)
    except ValorNoValido:
        return None


def _escribir(valor: Celda) -> str:
    return str(int(valor) if isinstance(valor, float) and valor.is_integer() else valor)
