"""Los cuadros de una comparación de cortes: efectos, entradas y salidas, estados y datos."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from tablero import formato
from tablero.consultas.base import Resultado
from tablero.graficos.historia import efectos, flujo
from tablero.interfaz import filtros
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.paginas.historia import tablas
from tablero.interfaz.piezas import descarga, dibujo, plegada, procedencia, tarjeta
from tablero.interfaz.piezas.enlaces import Url
from tablero.modelo.fuera import por_partes
from tablero.respuestas.historia.cotejo import Cotejo

CLASE = "cambio"
TODAS = "Todos los datos"


@dataclass(frozen=True)
class Cuadros:
    """Un cotejo, a dónde llevan sus enlaces y lo que se agrega al nombre de sus archivos."""

    cotejo: Cotejo
    antes: Url
    despues: Url
    palabras: tuple[str, ...]

    def del_avance(self) -> None:
        """Lo que movió el avance, y los productos que entran y salen."""
        self._efectos()
        self._movimientos()

    def _efectos(self) -> None:
        uno, otro = self.cotejo.antes, self.cotejo.despues
        dibujo.grafico(
            self.cotejo.causas,
            efectos.efectos,
            "efectos_por_causa",
            otros_filtros=self.palabras,
            antes=formato.fecha(uno.corte),
            despues=formato.fecha(otro.corte),
            desde=uno.avance_pct,
            hasta=otro.avance_pct,
            fuera=por_partes((f"al {formato.fecha(c.corte)}", c.fuera) for c in (uno, otro)),
        )
        respuesta = self.cotejo.por_producto
        productos = respuesta.datos["producto_codigo"].nunique()
        rotulo = f"Efecto de cada producto{tablas.cuantas(productos)}"
        # Una columna por causa: la tabla pide todo el ancho, y el botón va debajo.
        plegada.pliegue(
            rotulo,
            "efectos",
            partial(tablas.por_producto, respuesta.datos, antes=self.antes, despues=self.despues),
            respuesta,
        )
        descarga.botones(respuesta, "efectos", self.palabras)

    def _movimientos(self) -> None:
        datos = self.cotejo.movimientos.datos
        entran = int((datos["movimiento"] == "entra").sum())
        salen = len(datos) - entran
        self._cuadro(
            self.cotejo.movimientos,
            f"{_contar(entran, 'entra', 'entran')} y {_contar(salen, 'sale', 'salen')}"
            + tablas.cuantas(len(datos)),
            "Ningún producto entra ni sale",
            tablas.movimientos,
            antes=self.antes,
            despues=self.despues,
        )

    def estados(self) -> None:
        """De qué estado a qué estado pasó cada producto."""
        respuesta = self.cotejo.transiciones
        dibujo.grafico(
            respuesta,
            flujo.flujo,
            "flujo_de_estados",
            otros_filtros=self.palabras,
            antes=formato.fecha(self.cotejo.antes.corte),
            despues=formato.fecha(self.cotejo.despues.corte),
        )
        self._cuadro(
            respuesta,
            "De qué estado a qué estado pasó cada producto",
            "",
            tablas.matriz,
            antes=self.antes,
            despues=self.despues,
        )

    def cambios(self) -> None:
        """Los datos que cambiaron, uno por uno, con su filtro."""
        respuesta, palabras = self.cotejo.cambios, self.palabras
        datos = respuesta.datos
        if not respuesta.esta_vacio:
            clase = filtros.elegir(CLASE, "Qué dato", list(datos["clase"].unique()), TODAS)
            if clase is not None:
                datos, palabras = datos[datos["clase"] == clase], (*palabras, clase)
                respuesta = respuesta.con(datos, (CLASE, clase))
        conteo = formato.enumerar(
            [f"{cuantos} de {clase}" for clase, cuantos in datos["clase"].value_counts().items()]
        )
        productos = datos["producto_codigo"].nunique()
        self._cuadro(
            respuesta,
            f"{_contar_datos(len(datos))} en "
            f"{formato.contar(productos, 'producto', 'productos')}: {conteo}"
            + tablas.cuantas(len(datos)),
            "Los productos que siguen traen los mismos datos",
            tablas.cambios,
            palabras,
            despues=self.despues,
        )

    def _cuadro(
        self,
        respuesta: Resultado,
        titulo: str,
        si_no_hay: str,
        escribir: Callable[..., str],
        palabras: tuple[str, ...] = (),
        **enlaces: Url,
    ) -> None:
        """La tabla de una respuesta; que no haya nada también es una respuesta, con su fuente."""
        if respuesta.esta_vacio:
            st.subheader(llano(si_no_hay), anchor=False)
            procedencia.dibujar(respuesta)
            return
        tarjeta.bloque(
            respuesta,
            titulo,
            respuesta.pregunta.partition("/")[2],
            escribir,
            otros_filtros=palabras or self.palabras,
            **enlaces,
        )


def _contar(cuantos: int, singular: str, plural: str) -> str:
    """«1 producto entra», «ningún producto sale»."""
    if not cuantos:
        return f"ningún producto {singular}"
    productos = formato.contar(cuantos, "producto", "productos")
    return f"{productos} {singular if cuantos == 1 else plural}"


def _contar_datos(cuantos: int) -> str:
    return formato.contar(cuantos, "dato cambió", "datos cambiaron")
