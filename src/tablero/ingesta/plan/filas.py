"""Las filas del plan: en cada una, un producto y, a su izquierda, el resultado del que cuelga."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from tablero.calculo.plan.programado import Objetivo, Programado
from tablero.calculo.seguimiento.indicador import Clave, Estado, Indicador
from tablero.ingesta.plan.celdas import Cantidad, LectorDePlan
from tablero.ingesta.plan.diseno import TITULOS, Campo, DisenoDePlan, Lado
from tablero.ingesta.plan.encabezados import LADOS, ColumnasDelPlan
from tablero.ingesta.seguimiento.codigo import Codificado, leer_codigo
from tablero.libro.convertir import ValorNoValido, citar

Opcion = TypeVar("Opcion")

NUMEROS: Mapping[Lado, int] = {"resultado": 2, "producto": 3}
"""Cuántos números lleva el código de cada lado."""
EJEMPLOS: Mapping[Lado, str] = {"resultado": "1.1", "producto": "1.1.4"}
OBJETIVO = re.compile(
    r"(?:objetivo(?:\s+espec[ií]fico)?|oe)?\s*(?:n[.°º]*|#)?\s*(\d{1,3})(?![\d.]*\d)[\s.:)\-–—]*(.*)",
    re.IGNORECASE | re.DOTALL | re.ASCII,
)
"""«1. Objetivo uno», «Objetivo específico 1: …»."""


@dataclass(frozen=True)
class FilaDelPlan:
    """Lo que dice una fila."""

    numero: int
    """El de la hoja, desde 1."""
    objetivo: Objetivo | None
    resultado: Programado | None
    producto: Programado | None


def leer_filas(
    lector: LectorDePlan, columnas: ColumnasDelPlan, diseno: DisenoDePlan
) -> list[FilaDelPlan]:
    """Las filas con algún código, en su orden; lo ilegible queda en `lector.errores`."""
    hasta = len(lector.hoja.celdas)
    filas = (
        _Fila(lector, columnas, diseno, fila).leer()
        for fila in range(columnas.ultima_fila + 1, hasta)
    )
    return [fila for fila in filas if fila is not None]


class _Fila:
    """Una fila mientras se lee."""

    def __init__(
        self, lector: LectorDePlan, columnas: ColumnasDelPlan, diseno: DisenoDePlan, fila: int
    ) -> None:
        self._lector = lector
        self._columnas = columnas
        self._diseno = diseno
        self._fila = fila

    def leer(self) -> FilaDelPlan | None:
        """La fila; `None` si no es de nadie. Un producto con cifras y sin código se dice.

        Lo que la fila diga de su resultado sin nombrarlo es del resultado de su producto.
        """
        errores = len(self._lector.errores)
        resultado, producto = (self._codigo(lado) for lado in LADOS)
        if producto is None and len(self._lector.errores) == errores:
            lados = LADOS if resultado is None else ("producto",)
            # Las notas de abajo no son filas; una con metas o pesos, sí.
            if any(self._lleva_cifras(lado) for lado in lados):
                self._anotar("producto", "codigo", "está vacía; el producto no se lee.")
        if resultado is None and producto is not None and self._lleva_cifras("resultado"):
            resultado = Codificado(producto.codigo.rpartition(".")[0], "")
        suyo = resultado or producto
        if suyo is None:
            return None
        return FilaDelPlan(
            self._fila + 1,
            self._objetivo(int(suyo.codigo.partition(".")[0])),
            None if resultado is None else self._programado("resultado", resultado),
            None if producto is None else self._programado("producto", producto),
        )

    def _codigo(self, lado: Lado) -> Codificado | None:
        """El código de ese lado; uno que se lee solo en parte es un error, nunca otro código."""
        columna = self._columnas.campos.get((lado, "codigo"))
        if columna is None:
            return None
        valor = self._lector.hoja.valor(*self._lector.combinadas.primera(self._fila, columna))
        texto = self._texto(lado, "codigo")
        if not texto:
            return None
        if not isinstance(valor, str):
            self._anotar(
                lado, "codigo", f"{citar(valor)} no es un texto con el código; la fila no se lee."
            )
            return None
        try:
            leido = leer_codigo(texto, es_de_resultado=lado == "resultado")
        except ValorNoValido as error:
            self._anotar(lado, "codigo", f"{error} La fila no se lee.")
            return None
        if leido.codigo.count(".") + 1 != NUMEROS[lado]:
            self._anotar(
                lado,
                "codigo",
                f"{citar(texto)} debe empezar con un código de {NUMEROS[lado]} números, como "
                f"{EJEMPLOS[lado]}. La fila no se lee.",
            )
            return None
        return leido

    def _lleva_cifras(self, lado: Lado) -> bool:
        return any(
            isinstance(valor, int | float) and not isinstance(valor, bool)
            for valor in (
                self._lector.hoja.valor(*self._lector.combinadas.primera(self._fila, c))
                for c in self._columnas.todas(lado)
            )
        )

    def _objetivo(self, numero: int) -> Objetivo | None:
        """El objetivo de la fila, que es el de su código, aunque el texto no lo numere."""
        texto = self._texto("resultado", "objetivo")
        peso = self._cantidad("resultado", "objetivo_ponderacion")
        hallado = OBJETIVO.fullmatch(texto)
        if hallado is not None and int(hallado[1]) != numero:
            mensaje = f"{citar(texto)} no es el objetivo de la fila: por su código es el {numero}."
            self._anotar("resultado", "objetivo", mensaje)
            return None
        if not texto and peso.valor is None:
            return None
        return Objetivo(
            numero,
            hallado[2].strip() if hallado else texto,
            peso.valor,
            {
                ("codigo",): self._celda("resultado", "objetivo"),
                ("ponderacion",): self._celda("resultado", "objetivo_ponderacion"),
            },
            frozenset({("ponderacion",)} if peso.es_porcentaje else ()),
        )

    def _programado(self, lado: Lado, codificado: Codificado) -> Programado:
        """El indicador de ese lado, con lo que solo trae el plan."""
        diseno = self._diseno
        cantidades = self._cantidades(lado)
        metas = {
            anio: cantidad.valor
            for anio in self._columnas.metas[lado]
            if (cantidad := cantidades["meta", anio]).valor is not None
        }
        indicador = Indicador(
            codigo=codificado.codigo,
            nombre=codificado.nombre,
            indicador_nombre=self._texto(lado, "indicador"),
            sector=self._nombre(lado, "sector"),
            entidad=self._nombre(lado, "entidad"),
            estado=self._estado(lado),
            anualizacion_tipo=self._opcion(lado, "anualizacion_tipo", diseno.anualizaciones),
            periodicidad=self._opcion(lado, "periodicidad", diseno.periodicidades),
            ponderacion_pct=cantidades["ponderacion",].valor,
            linea_base=cantidades["linea_base",].valor,
            inicio=self._fecha(lado, "inicio"),
            fin=self._fecha(lado, "fin"),
            metas=metas,
            meta_final=cantidades["meta_final",].valor,
            reportes={},
            anios=tuple(self._columnas.metas[lado]),
            lugares=self._lugares(lado),
        )
        return Programado(
            indicador,
            formula=self._texto(lado, "formula"),
            linea_base_periodo=self._texto(lado, "linea_base_periodo"),
            linea_base_fuente=self._texto(lado, "linea_base_fuente"),
            dependencia=self._texto(lado, "dependencia"),
            corresponsable_sector=self._nombre(lado, "corresponsable_sector"),
            corresponsable_entidad=self._nombre(lado, "corresponsable_entidad"),
            corresponsable_dependencia=self._texto(lado, "corresponsable_dependencia"),
            en_porcentaje=frozenset(c for c, valor in cantidades.items() if valor.es_porcentaje),
        )

    def _estado(self, lado: Lado) -> Estado | None:
        """Si sigue vigente; en un plan sin esa columna lo están todos."""
        if (lado, "estado") not in self._columnas.campos:
            return "Vigente"
        return self._opcion(lado, "estado", self._diseno.estados)

    def _cantidades(self, lado: Lado) -> dict[Clave, Cantidad]:
        campos: tuple[Campo, ...] = ("ponderacion", "linea_base", "meta_final")
        cantidades: dict[Clave, Cantidad] = {(c,): self._cantidad(lado, c) for c in campos}
        for anio, columna in self._columnas.metas[lado].items():
            cantidades["meta", anio] = self._lector.cantidad(self._fila, columna, f"Meta {anio}")
        return cantidades

    def _cantidad(self, lado: Lado, campo: Campo) -> Cantidad:
        columna = self._columnas.campos.get((lado, campo))
        if columna is None:
            return Cantidad(None)
        return self._lector.cantidad(self._fila, columna, TITULOS[campo])

    def _texto(self, lado: Lado, campo: Campo) -> str:
        columna = self._columnas.campos.get((lado, campo))
        return "" if columna is None else self._lector.texto(self._fila, columna, TITULOS[campo])

    def _nombre(self, lado: Lado, campo: Campo) -> str:
        columna = self._columnas.campos.get((lado, campo))
        return "" if columna is None else self._lector.nombre(self._fila, columna, TITULOS[campo])

    def _opcion(self, lado: Lado, campo: Campo, opciones: Mapping[str, Opcion]) -> Opcion | None:
        columna = self._columnas.campos.get((lado, campo))
        if columna is None:
            return None
        if lado == "resultado" and not self._lector.tiene_algo(self._fila, columna):
            return None
        lugar = self._lector.combinadas.primera(self._fila, columna)
        return self._lector.opcion(*lugar, TITULOS[campo], opciones)

    def _fecha(self, lado: Lado, campo: Campo) -> date | None:
        columna = self._columnas.campos.get((lado, campo))
        if columna is None:
            return None
        return self._lector.fecha(
            *self._lector.combinadas.primera(self._fila, columna), TITULOS[campo]
        )

    def _celda(self, lado: Lado, campo: Campo) -> str:
        columna = self._columnas.campos.get((lado, campo))
        return "" if columna is None else self._lector.celda(self._fila, columna)

    def _lugares(self, lado: Lado) -> dict[Clave, str]:
        """Clave de cada dato → su celda."""
        lugares: dict[Clave, str] = {
            (campo,): self._celda(lado, campo) for de, campo in self._columnas.campos if de == lado
        }
        # El nombre del indicador se llama así en los libros de seguimiento.
        if ("indicador",) in lugares:
            lugares["nombre",] = lugares.pop(("indicador",))
        for anio, columna in self._columnas.metas[lado].items():
            lugares["meta", anio] = self._lector.celda(self._fila, columna)
        return lugares

    def _anotar(self, lado: Lado, campo: Campo, mensaje: str) -> None:
        lugar = self._lector.combinadas.primera(self._fila, self._columnas.campos[lado, campo])
        self._lector.anotar(*lugar, TITULOS[campo], mensaje)
