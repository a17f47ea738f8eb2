"""Un mapa con su mensaje, su fuente y lo que se lleva de él."""

from collections.abc import Callable, Hashable
from functools import partial

import streamlit as st

from tablero.consultas.base import Resultado
from tablero.graficos.mapas.capas import CAPA_DE_PUNTOS
from tablero.graficos.mapas.puntos import ALTO, Mapa
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.mapa import geometria, imagen, papel_de_puntos
from tablero.interfaz.mapa.toque import en_la_capa
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.conexion import con_este_tablero, por_archivo
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.pared.grabadora import puesta
from tablero.interfaz.piezas import descarga, procedencia, tarjeta
from tablero.respuestas.cosas.cosa import Imagen
from tablero.territorio.recuadro import mover_puntos

COMO_SE_LEE = (
    "Lugar de cada cabecera: DIVIPOLA (DANE); San Andrés y Providencia, en un recuadro, a otra "
    "escala. Una línea une con su sitio al símbolo que se corrió para no tapar a otro. Doble clic "
    "acerca el mapa; con Mayús, lo aleja."
)


@decir_fallas
def mapa(
    resultado: Resultado,
    constructor: Callable[..., Mapa],
    nombre: str,
    filtros: Filtros,
    *,
    elegible: bool = True,
    si_vacio: str = "",
    **opciones: Hashable,
) -> str | None:
    """Dibuja el mapa y devuelve el código del municipio elegido en él, si hay alguno.

    `constructor` recibe los datos, `url_departamentos`, `encuadre` y las `opciones`. Con
    `elegible` falso, el mapa solo se mira. `nombre` es el de sus archivos; `si_vacio` dice por qué
    no hay ningún punto.
    """
    if resultado.esta_vacio:
        if si_vacio:
            decir.informar(si_vacio)
        else:
            tarjeta.vacio()
        return None
    clave = (resultado.pregunta, resultado.parametros, constructor.__qualname__)
    fijas = tuple(sorted(opciones.items()))
    dibujo = _construir(clave, _encuadre(filtros), fijas, resultado, constructor)
    if (grabadora := puesta()) is not None:
        hacer = partial(papel_de_puntos.png, dibujo, filtros.departamento, de_lejos=True)
        png = imagen.para_la_pared(dibujo, hacer)
        spec = con_este_tablero(partial(papel_de_puntos.spec, dibujo, filtros.departamento))
        grabadora.mapa(
            resultado,
            dibujo.titulo,
            nombre,
            Imagen(dibujo.alternativa, png),
            spec,
            lejos=papel_de_puntos.notas(filtros.departamento),
        )
    st.subheader(llano(dibujo.titulo), anchor=False)
    evento = st.pydeck_chart(
        dibujo.dibujo,
        height=ALTO,
        on_select="rerun" if elegible else "ignore",
        selection_mode="single-object",
        # Con otro filtro es otro mapa: si no, lo elegido pasaría al punto que ocupe su lugar.
        key="_".join(["mapa", nombre, *filtros.url.values()]),
        alt=dibujo.alternativa,
    )
    imagen.respaldo(
        dibujo,
        partial(papel_de_puntos.png, dibujo, filtros.departamento),
    )
    procedencia.dibujar(resultado)
    st.html(f'<p class="tb-fuente">{geometria.aviso()} {COMO_SE_LEE}</p>')
    descarga.botones(resultado, nombre, es_dibujo=True)
    return _elegido(evento) if elegible else None


def _encuadre(filtros: Filtros) -> tuple[float, ...] | None:
    """El rectángulo del departamento elegido; `None` es todo el país.

    También con un municipio: solo, sin el contorno de su departamento, no se sabría dónde está.
    """
    if filtros.departamento is None:
        return None
    return tuple(geometria.lienzo().rectangulos[filtros.departamento])


def _elegido(evento: object) -> str | None:
    punto = en_la_capa(evento, CAPA_DE_PUNTOS)
    return str(punto["municipio_codigo"]) if punto else None


@por_archivo
def _construir(
    clave: Hashable,
    encuadre: tuple[float, ...] | None,
    opciones: tuple[tuple[str, Hashable], ...],
    _resultado: Resultado,
    _constructor: Callable[..., Mapa],
) -> Mapa:
    return _constructor(
        mover_puntos(_resultado.datos),
        url_departamentos=geometria.lienzo().url_departamentos,
        encuadre=encuadre,
        **dict(opciones),
    )
