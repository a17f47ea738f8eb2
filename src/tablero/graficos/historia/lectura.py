"""Lo que dice en palabras la serie de los cortes: su título, su texto alternativo y su nota.

`filas` son las de la consulta, una por corte y nivel, con `None` donde no hay cifra.
"""

from datetime import date

import pandas as pd

from tablero import formato
from tablero.filas import Fila
from tablero.modelo.fuera import Fuera, por_partes


def titulo(quien: str, filas: list[Fila], cortes: list[date]) -> str:
    """«La política llegó a 46,52 % el …, 2,82 puntos menos de lo que debía; antes iba…»."""
    ultimo, fuera = _contado(filas, cortes[-1]), _fuera(filas, cortes[-1])
    es_calculado = ultimo["nivel"] == "calculado"
    dicho = f"{quien} {_llegada(ultimo, cortes[-1])}{fuera.corta if es_calculado else ''}"
    if len(cortes) == 1:
        return dicho
    previo = _contado(filas, cortes[-2])
    if None in (previo["avance_pct"], ultimo["avance_pct"]):
        return dicho
    if fuera != _fuera(filas, cortes[-2]):
        return f"{dicho}; no se compara con el corte anterior, que deja otros fuera de la suma"
    cambio = ultimo["avance_pct"] - previo["avance_pct"]
    puntos = formato.numero(abs(cambio), 2)
    if puntos == formato.numero(0.0, 2):
        return f"{dicho}; igual que en el corte anterior"
    return f"{dicho}; {'subió' if cambio > 0 else 'bajó'} {puntos} puntos desde el corte anterior"


def _contado(filas: list[Fila], corte: date) -> Fila:
    """La fila del corte que se cuenta: la publicada con cifra o, si no hay, la calculada."""
    propias = [f for f in filas if f["corte_fecha"] == corte]
    publicadas = [f for f in propias if f["nivel"] == "publicado" and f["avance_pct"] is not None]
    return (publicadas or propias)[0]


def _fuera(filas: list[Fila], corte: date) -> Fuera:
    """Lo que no suma en lo calculado de ese corte."""
    propias = (f for f in filas if f["corte_fecha"] == corte and f["nivel"] == "calculado")
    return Fuera.de_fila(next(propias, {}))


def _llegada(fila: Fila, corte: date) -> str:
    avance, trayectoria = fila["avance_pct"], fila["trayectoria_pct"]
    dia = formato.fecha(corte)
    if avance is None:
        return f"no tiene avance en el corte del {dia}"
    dicho = f"lleva {formato.porcentaje(avance)} al {dia}"
    if trayectoria is None:
        return dicho
    brecha = formato.numero(fila["brecha_pp"], 2)
    if brecha == formato.numero(0.0, 2):
        return f"{dicho}, justo lo que debía"
    lado = "menos" if fila["brecha_pp"] < 0 else "más"
    return f"{dicho}, {brecha.removeprefix('−')} puntos {lado} de lo que debía"


def alternativa(quien: str, filas: list[Fila]) -> str:
    """El avance y la trayectoria de cada corte y nivel."""
    return f"{quien} en cada corte: " + "; ".join(
        f"{formato.fecha(f['corte_fecha'])} ({f['nivel']}), avance "
        f"{formato.porcentaje(f['avance_pct'])}, trayectoria "
        f"{formato.porcentaje(f['trayectoria_pct'])}"
        for f in filas
    )


def notas(puntos: pd.DataFrame, filas: list[Fila], unidad: str) -> list[str]:
    """Qué se mira, lo publicado que no es lo calculado (sus marcas se tapan) y lo que falta."""
    partes = [f"Avance: lo que lleva {unidad}. Trayectoria: lo que debía llevar ese día."]
    en_linea = puntos[puntos["en_linea"]].set_index(["dia", "medida"])["texto"]
    for corte, suyos in puntos[~puntos["en_linea"]].groupby("corte", sort=False):
        distintos = [
            f"{medida.lower()} {texto}"
            for dia, medida, texto in zip(
                suyos["dia"], suyos["medida"], suyos["texto"], strict=True
            )
            if texto not in (formato.SIN_DATO, en_linea[dia, medida])
        ]
        if distintos:
            partes.append(f"Publicado al {corte}: {formato.enumerar(distintos)}.")
    vacios = puntos[puntos["en_linea"] & puntos["valor"].isna() & (puntos["medida"] == "Avance")]
    if len(vacios):
        partes.append(f"Sin avance: {formato.enumerar(list(vacios['corte']))}.")
    fuera = por_partes((f"al {formato.fecha(f['corte_fecha'])}", Fuera.de_fila(f)) for f in filas)
    return [*partes, fuera] if fuera else partes
