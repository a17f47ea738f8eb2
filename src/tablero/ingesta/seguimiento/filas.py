"""Las filas de la hoja cuantitativa: un indicador por fila."""

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar, overload

from tablero.calculo.seguimiento.indicador import (
    Clave,
    Indicador,
    Periodo,
    Publicado,
)
from tablero.ingesta.convertir import ValorNoValido, citar
from tablero.ingesta.fila import letras
from tablero.ingesta.seguimiento.bloques import Columnas
from tablero.ingesta.seguimiento.celdas import Lector
from tablero.ingesta.seguimiento.codigo import Codificado, leer_codigo
from tablero.ingesta.seguimiento.diseno import TITULOS, Campo, Diseno, Escala
from tablero.ingesta.seguimiento.texto import simplificar

Opcion = TypeVar("Opcion")

CIEN = 100.0
DECIMALES = 10
ANIOS = range(1990, 2101)
SIN_NUMERO: tuple[Campo, ...] = ("estado", "anualizacion_tipo", "periodicidad", "inicio", "fin")
NO_ES_ANIO = f"no es un año entre {ANIOS[0]} y {ANIOS[-1]}."
DE_ANIO = {
    "acumulado": "Avance acumulado",
    "meta_acumulada": "Meta acumulada",
    "pav": "PAV",
    "pahv": "PAHV",
    "paa": "PAA",
}


def leer_filas(
    lector: Lector, columnas: Columnas, diseno: Diseno
) -> tuple[list[Indicador], list[float | None]]:
    """Los indicadores de la hoja, en su orden, y lo que pesan las filas sin código legible.

    Lo ilegible queda en `lector.errores`.
    """
    indicadores, sin_codigo = list[Indicador](), list[float | None]()
    de_columna = _letras_de(columnas)
    for fila in range(diseno.filas.datos, len(lector.hoja.celdas)):
        if not any(
            lector.hoja.valor(fila, c) is not None or lector.hoja.rareza(fila, c)
            for c in columnas.todas()
        ):
            continue
        codificado = leer_codigo_de_fila(lector, fila, columnas.fijas["codigo"])
        leida = _Fila(lector, columnas, diseno, de_columna, fila)
        if codificado is not None:
            indicadores.append(leida.leer(codificado))
        elif leida.es_de_un_indicador:
            sin_codigo.append(leida.ponderacion())
    return indicadores, sin_codigo


def leer_codigo_de_fila(lector: Lector, fila: int, columna: int) -> Codificado | None:
    """El código de una fila que tiene datos; sin él, la fila no es de nadie y se dice."""
    titulo = TITULOS["codigo"]
    valor = lector.hoja.valor(fila, columna)
    if isinstance(valor, str):
        texto = lector.texto(fila, columna, titulo)
        try:
            return leer_codigo(texto) if texto else None
        except ValorNoValido as error:
            lector.anotar(fila, columna, titulo, f"{error} La fila no se lee.")
    elif valor is None and lector.hoja.rareza(fila, columna):
        lector.texto(fila, columna, titulo)
    else:
        que = "está vacía" if valor is None else f"{citar(valor)} no es un texto con el código"
        lector.anotar(fila, columna, titulo, f"{que}; la fila no se lee.")
    return None


class _Fila:
    """Una fila mientras se lee."""

    def __init__(
        self,
        lector: Lector,
        columnas: Columnas,
        diseno: Diseno,
        de_columna: Mapping[Clave, str],
        fila: int,
    ) -> None:
        self._lector = lector
        self._columnas = columnas
        self._diseno = diseno
        self._letras = de_columna
        self._fila = fila

    def leer(self, codificado: Codificado) -> Indicador:
        """El indicador de la fila."""
        diseno = self._diseno
        leido = Indicador(
            codigo=codificado.codigo,
            nombre=codificado.nombre,
            indicador_nombre=self._texto("nombre"),
            sector=self._texto("sector"),
            entidad=self._texto("entidad"),
            estado=self._opcion("estado", diseno.estados),
            anualizacion_tipo=self._opcion("anualizacion_tipo", diseno.anualizaciones),
            periodicidad=self._opcion("periodicidad", diseno.periodicidades),
            ponderacion_pct=self.ponderacion(),
            linea_base=self._linea_base(),
            inicio=self._fecha("inicio"),
            fin=self._fecha("fin"),
            metas=self._lector.numeros(self._fila, self._columnas.metas, "Meta de"),
            meta_final=self._numero(self._columnas.meta_final, "Meta final"),
            reportes=self._lector.numeros(self._fila, self._columnas.reportes, "Reporte de"),
            anios=self._columnas.anios,
            publicado=self._publicado(),
            lugares=self._lugares(),
        )
        return replace(leido, sin_leer=self._sin_leer(leido))

    def ponderacion(self) -> float | None:
        """La ponderación, en la escala donde 50 es 50 %."""
        leida = self._numero(self._columnas.fijas["ponderacion"], TITULOS["ponderacion"])
        return _a_porcentaje(leida, self._diseno.escala_ponderacion)

    @property
    def es_de_un_indicador(self) -> bool:
        """Si, aunque no se lea de cuál, cuenta: dice cómo se mide y no que ya no esté vigente.

        La de los totales o la de una nota no dice ni su tipo ni cada cuánto reporta.
        """
        estado = self._lector.hoja.valor(self._fila, self._columnas.fijas["estado"])
        if self._diseno.estados.get(simplificar(str(estado))) == "No vigente":
            return False
        return any(
            not self._lector.esta_vacia(self._fila, self._columnas.fijas[campo])
            for campo in ("anualizacion_tipo", "periodicidad")
        )

    def _sin_leer(self, leido: Indicador) -> frozenset[str]:
        """De los que no son números, los que están escritos y no se pudieron leer."""
        return frozenset(
            campo
            for campo in SIN_NUMERO
            if getattr(leido, campo) is None
            and not self._lector.esta_vacia(self._fila, self._columnas.fijas[campo])
        )

    def _texto(self, campo: Campo) -> str:
        return self._lector.texto(self._fila, self._columnas.fijas[campo], TITULOS[campo])

    def _opcion(self, campo: Campo, opciones: Mapping[str, Opcion]) -> Opcion | None:
        columna = self._columnas.fijas[campo]
        return self._lector.opcion(self._fila, columna, TITULOS[campo], opciones)

    def _fecha(self, campo: Campo) -> date | None:
        return self._lector.fecha(self._fila, self._columnas.fijas[campo], TITULOS[campo])

    def _numero(self, columna: int | None, titulo: str) -> float | None:
        return None if columna is None else self._lector.numero(self._fila, columna, titulo)

    def _linea_base(self) -> float | None:
        """La línea base; «N/A» y lo que el diseño diga así es que no la hay."""
        columna = self._columnas.fijas["linea_base"]
        valor = self._lector.hoja.valor(self._fila, columna)
        # «#N/A» es un error de Excel, no una línea base que no aplica.
        if isinstance(valor, str) and not valor.lstrip().startswith("#"):
            dicho = simplificar(valor).replace(" ", "")
            if dicho in self._diseno.sin_linea_base:
                return None
        return self._numero(columna, TITULOS["linea_base"])

    def _publicado(self) -> Publicado:
        """Lo que el libro trae calculado; sirve para contrastar y no entra en el cálculo."""
        escala = self._diseno.escala_porcentajes
        valores = {
            clave: self._lector.numeros(
                self._fila, self._columnas.por_anio.get(clave, {}), f"{titulo} de"
            )
            for clave, titulo in DE_ANIO.items()
        }
        porcentajes = {
            clave: {anio: _a_porcentaje(v, escala) for anio, v in valores[clave].items()}
            for clave in ("pav", "pahv", "paa")
        }
        return Publicado(
            periodo=self._periodo(),
            acumulados=valores["acumulado"],
            metas_acumuladas=valores["meta_acumulada"],
            pav_pct=porcentajes["pav"],
            pahv_pct=porcentajes["pahv"],
            paa_pct=porcentajes["paa"],
        )

    def _periodo(self) -> Periodo | None:
        """El corte que declara la fila; sin él se contrasta con el corte pedido."""
        columna = self._columnas.fijas["trimestre"]
        titulo = TITULOS["trimestre"]
        trimestre = self._lector.opcion(
            self._fila, columna, titulo, self._diseno.trimestres, exige=False
        )
        anio = self._numero(self._columnas.fijas["anio"], TITULOS["anio"])
        if trimestre is None or anio is None or math.isnan(anio):
            return None
        if anio not in ANIOS:
            self._lector.anotar(
                self._fila,
                self._columnas.fijas["anio"],
                TITULOS["anio"],
                f"{citar(anio)} {NO_ES_ANIO}",
            )
            return None
        return Periodo(int(anio), trimestre)

    def _lugares(self) -> dict[Clave, str]:
        numero = self._fila + 1
        return {clave: f"{columna}{numero}" for clave, columna in self._letras.items()}


def _letras_de(columnas: Columnas) -> dict[Clave, str]:
    """Las letras de la columna de cada dato."""
    lugares: dict[Clave, int] = {(campo,): c for campo, c in columnas.fijas.items()}
    lugares |= {("reporte", *p): c for p, c in columnas.reportes.items()}
    lugares |= {("meta", anio): c for anio, c in columnas.metas.items()}
    if columnas.meta_final is not None:
        lugares["meta_final",] = columnas.meta_final
    for clave, de_anio in columnas.por_anio.items():
        lugares |= {(clave, anio): c for anio, c in de_anio.items()}
    return {clave: letras(c + 1) for clave, c in lugares.items()}


@overload
def _a_porcentaje(valor: float, escala: Escala) -> float: ...
@overload
def _a_porcentaje(valor: None, escala: Escala) -> None: ...
def _a_porcentaje(valor: float | None, escala: Escala) -> float | None:
    """A la escala donde 50 es 50 %, según lo que declara el diseño."""
    if valor is None or escala == "porcentaje":
        return valor
    # 0,0214 × 100 no da 2,14 en la máquina: el redondeo quita ese ruido y nada más.
    return round(valor * CIEN, DECIMALES)
