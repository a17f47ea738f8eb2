"""El código DIVIPOLA de cada fila, según los campos de cada edición; los nombres nunca unen."""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass

import pandas as pd

from tablero.texto import codigo as con_signos_del_teclado

COMPLETOS = ("MPIO_CDPMP", "MPIO_CCNCT")
"""Campos con el código de cinco dígitos, en el orden en que se prefieren."""
DEPARTAMENTO, MUNICIPIO = "DPTO_CCDGO", "MPIO_CCDGO"
ANIO = "MPIO_NANO"
DEL_MGN = (ANIO, DEPARTAMENTO, "MPIO_NAREA", "MPIO_CRSLC")
"""Otros campos que traen todas sus ediciones, o casi."""
CIFRAS, CIFRAS_DEPARTAMENTO, CIFRAS_MUNICIPIO = 5, 2, 3
MITAD = 0.5

DIGITOS = re.compile(r"(\d+)(?:\.0+)?")
"""Un código leído como número puede venir «5001» o «5001.0»."""


@dataclass(frozen=True)
class Codigos:
    """Los códigos hallados, uno por fila."""

    valores: pd.Series
    """Texto de cinco dígitos; vacío donde la fila no trae código, y tal cual si no es un número."""
    columna: str
    """De dónde salieron, para decirlo."""
    completados: int
    """Filas a las que hubo que ponerles ceros a la izquierda."""

    @property
    def distintos(self) -> frozenset[str]:
        """Los códigos, sin repetir."""
        return frozenset(self.valores.dropna())


def hallar(atributos: pd.DataFrame, divipola: Set[str]) -> Codigos | None:
    """Los códigos de una tabla de atributos, o `None` si no hay de dónde sacarlos.

    Se prefiere `MPIO_CDPMP`; si no, `MPIO_CCNCT`; si no, `DPTO_CCDGO` y `MPIO_CCDGO` juntos; si no,
    la columna con más códigos DIVIPOLA, siempre que lo sean al menos la mitad de sus valores.
    """
    campos = _campos(atributos)
    for campo in COMPLETOS:
        if campo in campos:
            completos = _completo(atributos, campos[campo])
            if completos.distintos:
                return completos
    if DEPARTAMENTO in campos and MUNICIPIO in campos:
        juntos = _juntos(atributos, campos[DEPARTAMENTO], campos[MUNICIPIO])
        if juntos is not None:
            return juntos
    return _por_valores(atributos, divipola)


def esquema(atributos: pd.DataFrame) -> str:
    """«MGN 2025» si las columnas son las del Marco Geoestadístico Nacional; vacío si no.

    El año es el que declaran las filas en `MPIO_NANO`, si es uno solo. Que un archivo tenga esas
    columnas no prueba de quién es: cualquiera puede escribirlas.
    """
    campos = _campos(atributos)
    completo = any(campo in campos for campo in COMPLETOS)
    if not (completo and any(campo in campos for campo in DEL_MGN)):
        return ""
    anios = set(_textos(atributos[campos[ANIO]]).dropna()) if ANIO in campos else set()
    unico = str(anios.pop()) if len(anios) == 1 else ""
    return f"MGN {unico}" if re.fullmatch(r"(19|20)\d\d", unico) else "MGN"


def son_departamentos(atributos: pd.DataFrame) -> bool:
    """Si cada fila es un departamento del MGN: trae su código y ninguno de municipio."""
    campos = _campos(atributos)
    return DEPARTAMENTO in campos and not {MUNICIPIO, *COMPLETOS} & campos.keys()


def _campos(atributos: pd.DataFrame) -> dict[str, str]:
    """Nombre en mayúsculas → nombre en el archivo."""
    return {str(columna).upper(): columna for columna in atributos.columns}


def _completo(atributos: pd.DataFrame, columna: str) -> Codigos:
    textos = _textos(atributos[columna])
    valores = _rellenar(textos, CIFRAS, minimo=CIFRAS - 1)
    return Codigos(valores, columna, _cambiados(textos, valores))


def _juntos(atributos: pd.DataFrame, departamento: str, municipio: str) -> Codigos | None:
    """`05` y `001` → `05001`; `None` si el campo del municipio no es el de tres dígitos."""
    crudos = _textos(atributos[departamento]), _textos(atributos[municipio])
    primeros = _rellenar(crudos[0], CIFRAS_DEPARTAMENTO)
    segundos = _rellenar(crudos[1], CIFRAS_MUNICIPIO)
    valores = primeros + segundos
    largos = valores.dropna().str.len()
    if largos.empty or not (largos == CIFRAS).all():
        return None
    cambiados = crudos[0] + crudos[1] != valores
    return Codigos(
        valores, f"{departamento} + {municipio}", int((cambiados & valores.notna()).sum())
    )


def _por_valores(atributos: pd.DataFrame, divipola: Set[str]) -> Codigos | None:
    mejor: Codigos | None = None
    for columna in atributos.columns:
        hallados = _completo(atributos, columna)
        distintos = hallados.distintos
        if not distintos or reconocidos(distintos, divipola) < MITAD * len(distintos):
            continue
        if mejor is None or reconocidos(distintos, divipola) > reconocidos(
            mejor.distintos, divipola
        ):
            mejor = hallados
    return mejor


def reconocidos(codigos: Iterable[str], divipola: Set[str]) -> int:
    """Cuántos de los códigos son de la DIVIPOLA."""
    return sum(codigo in divipola for codigo in codigos)


def _textos(valores: pd.Series) -> pd.Series:
    """Cada valor como texto, sin espacios ni el «.0» de los decimales; vacío si no dice nada."""
    return valores.map(_texto, na_action="ignore").astype("object").map(_o_vacio).astype("string")


def _texto(valor: object) -> str:
    texto = con_signos_del_teclado(str(valor))
    numero = DIGITOS.fullmatch(texto)
    return numero[1] if numero else texto


def _o_vacio(valor: object) -> object:
    return valor if isinstance(valor, str) and valor else pd.NA


def _rellenar(textos: pd.Series, cifras: int, minimo: int = 1) -> pd.Series:
    """Ceros a la izquierda hasta `cifras`, donde hay al menos `minimo` dígitos y nada más."""
    son_cortos = textos.str.fullmatch(rf"\d{{{minimo},{cifras - 1}}}").fillna(value=False)
    return textos.mask(son_cortos, textos.str.zfill(cifras))


def _cambiados(antes: pd.Series, despues: pd.Series) -> int:
    return int((antes != despues).fillna(value=False).sum())
