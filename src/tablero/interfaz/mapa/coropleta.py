"""El mapa de los municipios con sus controles: qué se pinta, con qué cortes y qué símbolos."""

from functools import partial

import streamlit as st

from tablero import formato
from tablero.graficos.mapas.capas import CAPA_DE_PUNTOS
from tablero.graficos.mapas.clases import METODOS
from tablero.graficos.mapas.coropleta import CAPA_DE_AREAS
from tablero.graficos.mapas.puntos import ALTO
from tablero.graficos.mapas.variables import DEL_INDICE, Variable
from tablero.interfaz import filtros
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.mapa import descarga, geometria, imagen
from tablero.interfaz.mapa.leyenda import en_pared, leyenda
from tablero.interfaz.mapa.toque import en_la_capa
from tablero.interfaz.marco import edicion_pedida, menu
from tablero.interfaz.marco.conexion import con_este_tablero, responder
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.pared.grabadora import puesta
from tablero.interfaz.piezas import copia, procedencia, tabla_de_datos, tarjeta
from tablero.modelo.ipt import Metodo
from tablero.respuestas.cosas.cosa import Imagen
from tablero.respuestas.mapa.pintado import Pintado, pintar
from tablero.respuestas.mapa.valores import variables

VARIABLE, CORTES, SIMBOLOS = "variable", "cortes", "simbolos"
CON_SIMBOLO = ("orden", "cluster", "personas", "dinero")
NINGUNO = "ninguno"
SIN_INDICE = (
    "El puntaje, la categoría y los nueve indicadores del IPT se podrán pintar cuando alguien "
    "cargue sus valores: hoy ninguna fuente los publica."
)
COMO_SE_LEE = (
    "Toque un municipio para abrir su ficha. Doble clic acerca el mapa; con Mayús, lo aleja. Si un "
    "símbolo se corrió para no tapar a otro, una línea lo une con su sitio."
)
FILAS_EN_PANTALLA = 40
LETRAS_DE_ENCABEZADO = 40
COLUMNAS = ("municipio_nombre", "departamento_nombre", "lectura")


@st.fragment
@decir_fallas
def mapa_con_lectura(elegidos: Filtros) -> None:
    """El mapa y, al lado, sus controles y lo que dice: leyenda con conteos, resumen e histograma;
    debajo, su tabla.

    Cambiar de variable, de cortes o de símbolos vuelve a dibujar solo esta parte de la página.
    """
    izquierda, derecha = st.columns([11, 9], gap="medium")
    with derecha:
        pintado = _elegir_y_pintar(elegidos)
        st.html(leyenda(pintado))
        _repartir(pintado)
    with izquierda:
        st.subheader(llano(pintado.mapa.titulo), anchor=False)
        tocado = dibujar(pintado, elegidos)
        if elegidos.municipio_nombre:
            nombre = elegidos.municipio_nombre
            etiqueta = f"Abrir la ficha territorial de {nombre} →"
            menu.enlace(menu.FICHA, etiqueta, elegidos, _vista())
        descarga.botones(pintado)
    # Debajo y a todo el ancho: al lado dejaría un hueco bajo el mapa.
    _tabla(pintado)
    _abrir_ficha(tocado, elegidos)


def _abrir_ficha(tocado: str | None, elegidos: Filtros) -> None:
    """Lleva a la ficha del municipio que se tocó, si se tocó alguno."""
    if tocado is None:
        return
    parametros = {**elegidos.url, **_vista(), "municipio": tocado}
    st.switch_page(menu.FICHA.archivo, query_params={**parametros, **edicion_pedida.de_la_url()})


def _vista() -> dict[str, str]:
    """Lo elegido en el mapa: va con quien abre una ficha, y al volver atrás se ve como estaba."""
    return filtros.de_la_url(VARIABLE, CORTES, SIMBOLOS)


@st.fragment
@decir_fallas
def mapa_y_leyenda(variable: str, simbolo: str, elegidos: Filtros) -> None:
    """El mapa de una variable fija con su leyenda al lado, para la página que la explica."""
    pintado = _pintar(variable, "natural", elegidos, simbolo)
    izquierda, derecha = st.columns([11, 9], gap="medium")
    with izquierda:
        st.subheader(llano(pintado.mapa.titulo), anchor=False)
        tocado = dibujar(pintado, elegidos)
    with derecha:
        st.html(leyenda(pintado))
        descarga.botones(pintado)
    _abrir_ficha(tocado, elegidos)


@st.fragment
@decir_fallas
def mapa_sobre_leyenda(variable: str, elegidos: Filtros) -> None:
    """Lo mismo en una columna angosta y sin símbolos: la leyenda va debajo."""
    pintado = _pintar(variable, "natural", elegidos)
    st.subheader(llano(pintado.mapa.titulo), anchor=False)
    tocado = dibujar(pintado, elegidos)
    st.html(leyenda(pintado))
    descarga.botones(pintado)
    _abrir_ficha(tocado, elegidos)


def _elegir_y_pintar(elegidos: Filtros) -> Pintado:
    todas = responder(variables)
    nombres = {v.codigo: v.titulo for v in todas.values()}
    con_simbolo = {c: nombres[c] for c in CON_SIMBOLO if c in nombres}
    codigo = filtros.elegir_una(VARIABLE, "Qué se pinta", nombres)
    if DEL_INDICE[0].codigo not in nombres:
        st.caption(SIN_INDICE)
    metodo = next(iter(METODOS))
    with st.container(horizontal=True, key="opciones_del_mapa"):
        if todas[codigo].tiene_cortes:
            metodo = filtros.elegir_una(CORTES, "Cómo se parte en clases", METODOS)
        simbolo = filtros.elegir_una(
            SIMBOLOS, "Símbolos encima", {**con_simbolo, NINGUNO: "Ninguno"}
        )
    return _pintar(codigo, metodo, elegidos, None if simbolo == NINGUNO else simbolo)


def _pintar(
    variable: str, metodo: Metodo, elegidos: Filtros, simbolo: str | None = None
) -> Pintado:
    return responder(
        pintar,
        geometria.lienzo(),
        variable,
        metodo=metodo,
        departamento=elegidos.departamento,
        municipio=elegidos.municipio,
        simbolo=simbolo,
    )


def dibujar(pintado: Pintado, elegidos: Filtros) -> str | None:
    """El mapa con su fuente y el aviso de sus límites; el código del municipio que se tocó."""
    _grabar(pintado, elegidos)
    evento = st.pydeck_chart(
        pintado.mapa.dibujo,
        height=ALTO,
        on_select="rerun",
        selection_mode="single-object",
        # Siempre la misma: con otra, el navegador volvería a empezar el mapa y perdería la vista.
        key="mapa_municipios",
        alt=pintado.mapa.alternativa,
    )
    imagen.respaldo(pintado.mapa, partial(descarga.png, pintado, elegidos))
    procedencia.dibujar(pintado.resultado)
    st.html(f'<p class="tb-fuente">{geometria.aviso()} {COMO_SE_LEE}</p>')
    return _tocado(evento)


def _grabar(pintado: Pintado, elegidos: Filtros) -> None:
    """El mapa con su leyenda, para la pared, si se está grabando la página."""
    if (grabadora := puesta()) is None:
        return
    hacer = partial(descarga.png, pintado, elegidos, de_lejos=True)
    png = imagen.para_la_pared(pintado.mapa, hacer)
    grabadora.mapa(
        pintado.resultado,
        pintado.mapa.titulo,
        f"mapa_{pintado.variable.codigo}",
        Imagen(pintado.mapa.alternativa, png, en_pared(pintado)),
        con_este_tablero(partial(descarga.spec, pintado, elegidos)),
        geometria=con_este_tablero(partial(descarga.geojson, pintado, elegidos)),
        notas=[" ".join(filter(None, (pintado.simbolos_dicen, pintado.variable.nota)))],
        lejos=descarga.notas(pintado, elegidos),
    )


def _tocado(evento: object) -> str | None:
    if area := en_la_capa(evento, CAPA_DE_AREAS):
        return str(area["properties"]["c"])
    punto = en_la_capa(evento, CAPA_DE_PUNTOS)
    return str(punto["municipio_codigo"]) if punto else None


def _repartir(pintado: Pintado) -> None:
    """El histograma de todo el país, si la variable se parte en clases."""
    dibujo = pintado.histograma
    if dibujo is None:
        return
    st.markdown(f"**{llano(dibujo.titulo)}** (todo el país)")
    st.vega_lite_chart(
        dibujo.datos, dict(dibujo.spec), alt=dibujo.alternativa, key="histograma_del_mapa"
    )


def _encabezados(variable: Variable) -> dict[str, str]:
    """La columna del valor dice qué es, si su nombre cabe."""
    cabe = len(variable.titulo) <= LETRAS_DE_ENCABEZADO
    return {"lectura": variable.titulo} if cabe else {}


def _tabla(pintado: Pintado) -> None:
    """La tabla gemela: los mismos municipios del mapa, con su valor y su clase."""
    datos = pintado.resultado.datos
    if datos.empty:
        tarjeta.vacio()
        return
    # La clase de una categoría es su propio valor: no se dice dos veces.
    columnas = (*COLUMNAS, "clase") if pintado.variable.tiene_cortes else COLUMNAS
    html = tabla_de_datos.escribir(
        datos.head(FILAS_EN_PANTALLA),
        columnas,
        pintado.mapa.titulo,
        _encabezados(pintado.variable),
        de=len(datos),
    )
    with st.container(key="tabla_del_mapa"):
        st.html(copia.con_fuente(html, "mapa", pintado.mapa.titulo, pintado.resultado))
    if len(datos) > FILAS_EN_PANTALLA:
        st.caption(
            llano(
                f"Se muestran {FILAS_EN_PANTALLA} de {formato.numero(len(datos))}; el archivo los "
                "lleva todos."
            )
        )
