"""Números y fechas como se escriben en Colombia."""

import math
import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import groupby

SIN_DATO = "sin dato"
CIFRAS_DE_HUELLA = 12
MESES = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
ORDINALES = ("primer", "segundo", "tercer", "cuarto")


def _falta(valor: object) -> bool:
    """Verdadero para None, NaN y NA: lo que ninguna fuente da."""
    if isinstance(valor, float):
        return math.isnan(valor)
    return valor is None or type(valor).__name__ in ("NAType", "NaTType")


def numero(valor: float | None, decimales: int = 0, *, signo: bool = False) -> str:
    """`1588422540` → «1.588.422.540»; `None` → «sin dato».

    El menos es el signo tipográfico (−), y con `signo` los positivos llevan +.
    """
    if valor is None or _falta(valor):
        return SIN_DATO
    redondo = round(float(valor), decimales)
    texto = f"{abs(redondo):,.{decimales}f}"
    texto = texto.replace(",", "\x00").replace(".", ",").replace("\x00", ".")
    if redondo < 0:
        return f"−{texto}"
    return f"+{texto}" if signo and redondo > 0 else texto


def numero_justo(valor: float | None, maximo_decimales: int = 2) -> str:
    """El número con los decimales que necesita, sin ceros de sobra: 41,1; 34; 586,5."""
    if valor is None or _falta(valor):
        return SIN_DATO
    return numero(valor, decimales_justos(valor, maximo_decimales))


def decimales_justos(valor: float, maximo: int = 2) -> int:
    """Los decimales que un número necesita, a lo sumo `maximo`: 41,1 pide uno y 34, ninguno."""
    return next(
        (d for d in range(maximo) if math.isclose(round(valor, d), valor, abs_tol=10**-9)), maximo
    )


def porcentaje(valor: float | None, decimales: int = 2) -> str:
    """`52.05` → «52,05 %» (50 significa 50 %), con espacio que no se parte."""
    texto = numero(valor, decimales)
    return texto if texto == SIN_DATO else f"{texto}\u00a0%"


def parte(valor: float | None, decimales: int = 1) -> str:
    """Una parte en porcentaje; la que se redondearía a cero se dice «menos de 0,1 %»."""
    minimo = 10**-decimales
    if valor is not None and 0 < valor < minimo / 2:
        return f"menos de {porcentaje(minimo, decimales)}"
    return porcentaje(valor, decimales)


def puntos(valor: float | None, decimales: int = 2) -> str:
    """`-0.15` → «−0,15 p. p.» (puntos porcentuales)."""
    texto = numero(valor, decimales, signo=True)
    return texto if texto == SIN_DATO else f"{texto}\u00a0p.\u00a0p."


def por_redondeo(partes: Iterable[float | None], total: float | None, decimales: int = 2) -> str:
    """« (0,01 de diferencia, por redondeo)», si las partes, como se escriben, no dan el total.

    Vacío si lo dan, o si falta el total o alguna parte.
    """
    numeros = [*partes, total]
    if any(n is None or _falta(n) for n in numeros):
        return ""
    *dichas, dicho = (round(float(n), decimales) for n in numeros if n is not None)
    diferencia = round(dicho - math.fsum(dichas), decimales)
    if not diferencia:
        return ""
    return f" ({numero(abs(diferencia), decimales)} de diferencia, por redondeo)"


def pesos(valor: float | None) -> str:
    """`60431400` → «$60.431.400»."""
    texto = numero(valor)
    return texto if texto == SIN_DATO else f"${texto}"


def millones(valor: float | None, decimales: int = 1) -> str:
    """`1588422540` → «$1.588,4 millones»."""
    if valor is None or _falta(valor):
        return SIN_DATO
    return f"${numero(valor / 1e6, decimales)}\u00a0millones"


def fecha(valor: date | None) -> str:
    """`2024-12-31` → «31 de diciembre de 2024»."""
    if valor is None or _falta(valor):
        return SIN_DATO
    return f"{valor.day} de {MESES[valor.month - 1]} de {valor.year}"


def momento(valor: datetime) -> str:
    """«30 de noviembre de 2026, 10:03»."""
    return f"{fecha(valor.date())}, {valor:%H:%M}"


def huella(sha256: str) -> str:
    """Su comienzo: «03c2cdfa4f59…»."""
    return f"{sha256[:CIFRAS_DE_HUELLA]}…"


def mes(valor: date) -> str:
    """`2025-06-30` → «junio de 2025»."""
    return f"{MESES[valor.month - 1]} de {valor.year}"


def meses(valores: Iterable[date]) -> str:
    """Varios meses, en orden, con cada año una vez: «junio y diciembre de 2025 y junio de 2026»."""
    return enumerar(
        [
            f"{enumerar([MESES[v.month - 1] for v in del_anio])} de {anio}"
            for anio, del_anio in groupby(valores, key=lambda v: v.year)
        ]
    )


def trimestre(anio: int, numero: int) -> str:
    """`(2025, 3)` → «tercer trimestre de 2025»."""
    return f"{ORDINALES[numero - 1]} trimestre de {anio}"


def corte(texto_publicado: str, corte_fecha: date) -> str:
    """El corte como está impreso; si no dice el año, se agrega la fecha entre paréntesis."""
    if str(corte_fecha.year) in texto_publicado:
        return texto_publicado
    return f"{texto_publicado} (hasta el {fecha(corte_fecha)})"


def dice_el_dia(texto_publicado: str, corte_fecha: date) -> bool:
    """Verdadero si las palabras de un corte dicen el día en que termina.

    «31 de diciembre de 2024», «noviembre de 2025» y «2025» terminan ese día; de «2023-2024» nadie
    sabe el día en que termina.
    """
    ultimo = (corte_fecha + timedelta(days=1)).day == 1
    mes_suyo = MESES[corte_fecha.month - 1]
    return bool(
        fecha(corte_fecha) in texto_publicado
        or (
            ultimo
            and re.search(rf"(?<!\d de ){mes_suyo}( de {corte_fecha.year})?$", texto_publicado)
        )
        or (texto_publicado == str(corte_fecha.year) and corte_fecha.month == len(MESES) and ultimo)
    )


def corte_en_nombre(texto_publicado: str, corte_fecha: date) -> str:
    """El corte en el nombre de un archivo: la fecha si la fuente la da, y si no, sus palabras."""
    es_exacto = dice_el_dia(texto_publicado, corte_fecha)
    return corte_fecha.isoformat() if es_exacto else texto_publicado


def texto(valor: object) -> str:
    """El texto, o «sin dato»."""
    return SIN_DATO if valor is None or _falta(valor) else str(valor)


def enumerar(elementos: list[str]) -> str:
    """`[a, b, c]` → «a, b y c»."""
    if len(elementos) < 2:  # noqa: PLR2004 - con uno no hay nada que unir
        return "".join(elementos)
    ultimo = elementos[-1]
    union = " e " if ultimo.lower().startswith(("i", "hi")) else " y "
    return ", ".join(elementos[:-1]) + union + ultimo


def duracion(segundos: int) -> str:
    """«12 min 30 s»."""
    minutos, resto = divmod(segundos, 60)
    partes = [f"{numero(minutos)}\u00a0min"] if minutos else []
    return " ".join([*partes, f"{resto}\u00a0s"] if resto or not partes else partes)


def contar(cantidad: int, singular: str, plural: str) -> str:
    """`contar(1, "producto", "productos")` → «1 producto»."""
    return f"{numero(cantidad)} {singular if cantidad == 1 else plural}"
