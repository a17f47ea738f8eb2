"""Las filas de la hoja cuantitativa: un indicador por fila."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar, overload

from tablero.calculo.seguimiento.indicador import (
    Clave,
    Indicador,
    Periodo,
    Publicado,
)
from tablero.ingesta.seguimiento.celdas import CORREGIR_LA_FILA, Lector
from tablero.ingesta.seguimiento.codigo import Codificado
from tablero.ingesta.seguimiento.codigo_de_fila import leer_codigo_de_fila, no_es_de_nadie
from tablero.ingesta.seguimiento.columnas import Columnas
from tablero.ingesta.seguimiento.corte_de_fila import SE_ENTIENDE, leer_corte
from tablero.ingesta.seguimiento.diseno import TITULOS, Campo, Diseno, Escala
from tablero.ingesta.seguimiento.hojas import como_titulo
from tablero.ingesta.seguimiento.maneras import notar_mismos
from tablero.ingesta.seguimiento.rotulos import LectorDeRotulos
from tablero.ingesta.seguimiento.sin_tercero import FALTA_EL_TERCERO, sin_su_tercer_numero
from tablero.libro.convertir import ValorNoValido, citar
from tablero.libro.fila import letras
from tablero.modelo.reglas import Regla

Opcion = TypeVar("Opcion")

CIEN = 100.0
DECIMALES = 10
DEL_CORTE: tuple[Campo, Campo] = ("trimestre", "anio")
DE_ANIO = {
    "acumulado": "Avance acumulado",
    "meta_acumulada": "Meta acumulada",
    "pav": "PAV",
    "pahv": "PAHV",
    "paa": "PAA",
}


@dataclass(frozen=True)
class Filas:
    """Lo que traen las filas de la hoja."""

    indicadores: list[Indicador]
    """En el orden de la hoja."""
    sin_codigo: tuple[float | None, ...] = ()
    """Lo que pesan las filas de indicadores sin un código que se pueda leer; `ILEGIBLE` si tampoco
    se puede."""
    numeros: tuple[int, ...] = ()
    """Desde 0, las filas que se leyeron."""


def leer_filas(lector: Lector, columnas: Columnas, diseno: Diseno) -> Filas:
    """Los indicadores de la hoja; lo ilegible queda en `lector.errores`.

    Una fila donde nadie escribió (solo trae fórmulas, o el estado) no es de ningún indicador.
    """
    indicadores, sin_codigo, numeros = [], [], []
    de_columna, rotulos = _letras_de(columnas), LectorDeRotulos(diseno.trimestres)
    fijas = columnas.fijas.columnas
    escritas = [
        *(fijas[campo] for campo in ("codigo", "nombre", "ponderacion")),
        *columnas.reportes.values(),
        *columnas.metas.values(),
        *([columnas.meta_final] if columnas.meta_final is not None else []),
    ]
    for fila in range(columnas.primera_fila, len(lector.hoja.celdas)):
        if all(lector.esta_vacia(fila, c) for c in escritas) or no_es_de_nadie(
            lector, fila, fijas["codigo"], diseno
        ):
            continue
        numeros.append(fila)
        codificado = leer_codigo_de_fila(lector, fila, fijas["codigo"])
        lectura = _Fila(lector, columnas, diseno, de_columna, rotulos, fila)
        if codificado is None:
            if lectura.es_de_un_indicador:
                sin_codigo.append(lectura.ponderacion())
            continue
        lector.codigo = codificado.codigo
        indicadores.append(lectura.leer(codificado))
        lector.codigo = ""
    for medio in sin_su_tercer_numero(indicadores):
        fila = int("".join(c for c in medio.lugares["codigo",] if c.isdigit())) - 1
        mensaje = f"{citar(lector.hoja.valor(fila, fijas['codigo']))} {FALTA_EL_TERCERO}"
        lector.anotar(fila, fijas["codigo"], TITULOS["codigo"], mensaje, que_hacer=CORREGIR_LA_FILA)
        indicadores = [i for i in indicadores if i is not medio]
        sin_codigo.append(medio.ponderacion_pct)
    notar_mismos(lector, columnas, numeros)
    return Filas(indicadores, tuple(sin_codigo), tuple(numeros))


@dataclass
class _Fila:
    """Una fila mientras se lee."""

    _lector: Lector
    _columnas: Columnas
    _diseno: Diseno
    _letras: Mapping[Clave, str]
    _rotulos: LectorDeRotulos
    _fila: int
    _sin_leer: set[str] = field(default_factory=set)

    def leer(self, codificado: Codificado) -> Indicador:
        """El indicador de la fila."""
        diseno = self._diseno
        return Indicador(
            codigo=codificado.codigo,
            nombre=codificado.nombre,
            indicador_nombre=self._texto("nombre"),
            sector=self._nombre("sector"),
            entidad=self._nombre("entidad"),
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
            sin_leer=frozenset(self._sin_leer),
        )

    def ponderacion(self) -> float | None:
        """La ponderación, en la escala donde 50 es 50 %."""
        leida = self._numero(self._columnas.fijas.columnas["ponderacion"], TITULOS["ponderacion"])
        return _a_porcentaje(leida, self._diseno.escala_ponderacion)

    @property
    def es_de_un_indicador(self) -> bool:
        """Si, aunque no se lea de cuál, cuenta: dice cómo se mide y no que ya no esté vigente.

        La de los totales o la de una nota no dice ni su tipo ni cada cuánto reporta.
        """
        fijas = self._columnas.fijas.columnas
        estado = self._lector.hoja.valor(self._fila, fijas["estado"])
        if self._diseno.estados.get(como_titulo(str(estado))) == "No vigente":
            return False
        return any(
            not self._lector.esta_vacia(self._fila, fijas[campo])
            for campo in ("anualizacion_tipo", "periodicidad")
        )

    def _texto(self, campo: Campo) -> str:
        return self._lector.texto(self._fila, self._columnas.fijas.columnas[campo], TITULOS[campo])

    def _nombre(self, campo: Campo) -> str:
        return self._lector.nombre(self._fila, self._columnas.fijas.columnas[campo], TITULOS[campo])

    def _opcion(self, campo: Campo, opciones: Mapping[str, Opcion]) -> Opcion | None:
        columna = self._columnas.fijas.columnas[campo]
        return self._anotado(
            campo, self._lector.opcion(self._fila, columna, TITULOS[campo], opciones)
        )

    def _fecha(self, campo: Campo) -> date | None:
        columna = self._columnas.fijas.columnas[campo]
        return self._anotado(campo, self._lector.fecha(self._fila, columna, TITULOS[campo]))

    def _anotado(self, campo: Campo, leido: Opcion | None) -> Opcion | None:
        """Lo leído; si no se pudo y la celda no está vacía, queda dicho en `sin_leer`."""
        columna = self._columnas.fijas.columnas[campo]
        if leido is None and (
            not self._lector.esta_vacia(self._fila, columna)
            or self._lector.hoja.no_se_ve(self._fila, columna)
        ):
            self._sin_leer.add(campo)
        return leido

    def _numero(self, columna: int | None, titulo: str) -> float | None:
        return None if columna is None else self._lector.numero(self._fila, columna, titulo)

    def _linea_base(self) -> float | None:
        """La línea base; «N/A» y lo que el diseño diga así es que no la hay."""
        columna = self._columnas.fijas.columnas["linea_base"]
        valor = self._lector.hoja.valor(self._fila, columna)
        # «#N/A» es un error de Excel, no una línea base que no aplica.
        if isinstance(valor, str) and not valor.lstrip().startswith("#"):
            dicho = como_titulo(valor).replace(" ", "")
            if dicho in self._diseno.sin_linea_base:
                return None
        return self._numero(columna, TITULOS["linea_base"])

    def _publicado(self) -> Publicado:
        """Lo que el libro trae calculado; sirve para contrastar y no entra en el cálculo."""
        escala = self._diseno.escala_porcentajes
        valores = {
            clave: self._lector.numeros(
                self._fila,
                self._columnas.por_anio.get(clave, {}),
                f"{titulo} de",
                de_contraste=True,
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
        columnas = self._columnas.fijas.columnas
        trimestre, anio = (
            self._lector.crudo(self._fila, columnas[campo]) if campo in columnas else None
            for campo in DEL_CORTE
        )
        try:
            return leer_corte(trimestre, anio, self._rotulos)
        except ValorNoValido as error:
            columna = columnas.get("trimestre", columnas.get("anio", 0))
            dicho = [citar(d) for d in (trimestre, anio) if d is not None]
            self._lector.notar(
                self._fila,
                columna,
                TITULOS["trimestre"],
                f"{' y '.join(dicho)}: {error}; {SE_ENTIENDE}.",
                regla=Regla.CORTE_SIN_ENTENDER,
                que_hacer="Escríbalo así si quiere que el corte se sepa al importar: ninguna cifra "
                "depende de él.",
            )
            return None

    def _lugares(self) -> dict[Clave, str]:
        numero = self._fila + 1
        return {clave: f"{columna}{numero}" for clave, columna in self._letras.items()}


def _letras_de(columnas: Columnas) -> dict[Clave, str]:
    """Las letras de la columna de cada dato."""
    lugares: dict[Clave, int] = {(campo,): c for campo, c in columnas.fijas.columnas.items()}
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
