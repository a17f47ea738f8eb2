"""El método del IPT calculado, en palabras llanas."""

import streamlit as st

from tablero.calculo.ipt.robustez import CORRIDAS
from tablero.interfaz.paginas.indice_ipt.mirado import IndiceMirado

PASOS = f"""\
1. **Dirección.** Cada indicador se pone de modo que más sea siempre más prioridad. La dirección la
   dice el libro de los valores o, si no, los supuestos del tablero: está en la tabla de pesos.
2. **Lo que falta.** Un municipio sin algún valor queda sin puntaje y se lista; si el libro lo pide,
   lleva la mediana de los demás, marcada. Nunca un cero.
3. **La misma escala.** Cada valor se mide en desviaciones estándar sobre el promedio de su
   indicador.
4. **Los pesos.** Un análisis de componentes principales busca los ejes que resumen los indicadores
   y retiene los de autovalor mayor que 1. Pesa más el indicador más ligado a los ejes que más
   explican. Un **peso negativo** avisa que, en los datos, ese indicador se mueve contra los demás:
   en el puntaje cuenta igual en la dirección declarada, que es una decisión y no la cambia una
   cuenta.
5. **El puntaje.** La suma ponderada se lleva a 0 en el municipio menor y a 100 en el mayor. No mide
   cuánta necesidad hay: compara los municipios de una misma edición.
6. **Las categorías.** Cinco, por cortes naturales; también por cuantiles y por intervalos iguales.
7. **Qué tan firme es.** Se repite {CORRIDAS} veces, siempre con el mismo azar, cambiando la
   normalización (desviaciones o mínimo–máximo), los pesos (hasta 25 % más o menos) y el método de
   corte. El intervalo va del percentil 5 al 95 de los órdenes de cada municipio.

Sigue el manual de indicadores compuestos de la OCDE y el JRC. No es el índice que publicó el DNP,
cuyos pesos y puntajes no se publican: por eso el orden publicado va al lado y no se toca.
"""


def dibujar(_vista: IndiceMirado) -> None:
    """Los pasos, uno por uno: son los mismos en toda vista."""
    st.markdown(PASOS)
