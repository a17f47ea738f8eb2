"""Índice IPT: el índice calculado con los valores que alguien cargó, y qué tan firme es."""

from tablero.consultas import ipt
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.paginas.indice_ipt import (
    calculo,
    clasificacion,
    metodo,
    pesos,
    resumen,
    sin_valores,
)
from tablero.interfaz.piezas import pestanas

filtros = pagina.abrir(menu.INDICE_IPT, documentos=("eat", "ipt_valores"))
cargadas = preguntar(ipt.ediciones)
if cargadas.esta_vacio:
    sin_valores.dibujar(filtros)
elif calculo.se_calcula(cargadas, edicion := calculo.elegir_edicion(cargadas)):
    vista = pesos.leer(edicion, filtros)
    pesos.aviso(vista)
    resumen.tarjetas(vista)
    clasificacion.dibujar(vista)
    pestanas.dibujar(
        {
            "pesos": ("Pesos", pesos.dibujar),
            "aportes": ("De qué está hecho", clasificacion.aportes),
            "comparacion": ("Contra lo publicado", calculo.comparacion),
            "categorias": ("Categorías", calculo.categorias),
            "confianza": ("Qué tan confiable es", calculo.diagnostico),
            "metodo": ("Cómo se calcula", metodo.dibujar),
        },
        vista,
    )
else:
    calculo.sin_puntaje(edicion, filtros)
