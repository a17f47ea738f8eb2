"""Un gráfico nativo puesto en su sitio: se edita, y su libro lleva los valores completos."""

from math import ceil

from pptx.chart.axis import _BaseAxis
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.point import Point
from pptx.chart.series import BarSeries, LineSeries, XySeries
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.shapes.placeholder import ChartPlaceholder, PlaceholderGraphicFrame
from pptx.util import Pt

from tablero import formato, tema
from tablero.exportar.escribir.oficina.medir import ancho_de
from tablero.exportar.escribir.oficina.propiedades import IDIOMA
from tablero.exportar.escribir.pptx.idioma import en_espanol
from tablero.exportar.escribir.pptx.nativo.base import (
    TINTA,
    Nativo,
    PorCategorias,
    PorPuntos,
    Serie,
)

COLOMBIA = "[$-240A]"
"""El español de Colombia en el formato de un número."""
ENTERO, CON_DECIMALES = f"{COLOMBIA}#,##0", f"{COLOMBIA}#,##0.00"
MES = f"{COLOMBIA}mmm yyyy"
ANIO, MAS_MARCAS = 365.25, 8
"""Los días de un año, y las marcas que caben en el eje del tiempo."""
LETRA, LETRA_MENOR = 14, 12
MUCHAS = 8
"""Categorías desde las que su letra es la menor."""
PARTE_DE_NOMBRES = 0.42
"""Lo que los nombres del eje ocupan, cuando más, del ancho del gráfico."""
HOLGURA = 0.35
"""Pulgadas entre una barra y el final de su rótulo."""
AIRE = 0.1
"""Las que se dejan libres a los lados de un número dentro de su parte."""
TOPE_DE_ROTULO = 0.6
HUECO, HUECO_DE_DOS, ENCIMA = 45, 60, 100
"""Porcentajes: de una barra a la siguiente, y lo que dos de la misma categoría se enciman."""
PULGADA = 914400


def poner(sitio: ChartPlaceholder, nativo: Nativo) -> PlaceholderGraphicFrame:
    """El marco del gráfico, ya en el lugar del sitio."""
    marco: PlaceholderGraphicFrame
    if isinstance(nativo, PorPuntos):
        marco = sitio.insert_chart(XL_CHART_TYPE.XY_SCATTER_LINES, _puntos(nativo))
        _pintar_puntos(marco.chart, nativo)
    else:
        marco = sitio.insert_chart(_tipo(nativo), _categorias(nativo))
        if nativo.forma == "lineas":
            _pintar_lineas(marco.chart, nativo)
        else:
            _pintar_barras(marco.chart, nativo, marco.width / PULGADA)
    _terminar(marco.chart)
    return marco


def _tipo(nativo: PorCategorias) -> XL_CHART_TYPE:
    if nativo.forma == "lineas":
        return XL_CHART_TYPE.LINE_MARKERS
    return XL_CHART_TYPE.BAR_STACKED if nativo.apiladas else XL_CHART_TYPE.BAR_CLUSTERED


def _categorias(nativo: PorCategorias) -> CategoryChartData:
    valores = [v for serie in nativo.series for v in serie.valores if v is not None]
    datos = CategoryChartData(ENTERO if all(v == round(v) for v in valores) else CON_DECIMALES)
    datos.categories = nativo.categorias
    for serie in nativo.series:
        datos.add_series(serie.nombre, serie.valores)
    return datos


def _puntos(nativo: PorPuntos) -> XyChartData:
    datos = XyChartData(CON_DECIMALES)
    for trazo in nativo.trazos:
        serie = datos.add_series(trazo.nombre)
        for x, y in trazo.puntos:
            serie.add_data_point(x, y)
    return datos


def _pintar_barras(grafico: Chart, nativo: PorCategorias, ancho: float) -> None:
    """Sin ejes de valores, como en la pantalla: cada barra lleva escrito el suyo."""
    plano = grafico.plots[0]
    varias = len(nativo.series) > 1 and not nativo.apiladas
    plano.gap_width, plano.overlap = HUECO_DE_DOS if varias else HUECO, ENCIMA * nativo.apiladas
    nombres, valores = grafico.category_axis, grafico.value_axis
    nombres.reverse_order = True
    letra = LETRA_MENOR if len(nativo.categorias) >= MUCHAS else LETRA
    _de_nombres(nombres, letra)
    valores.visible = valores.has_major_gridlines = False
    if not nativo.apiladas:
        valores.minimum_scale, valores.maximum_scale = _escala(nativo, ancho, letra)
    for serie, suya in zip(plano.series, nativo.series, strict=True):
        _pintar_serie(serie, suya, apilada=nativo.apiladas, letra=letra)
    if nativo.apiladas:
        _rotular_partes(grafico, nativo, ancho, letra)
    _leyenda(grafico, si=nativo.leyenda)


def _escala(nativo: PorCategorias, ancho: float, letra: int) -> tuple[float, float]:
    """Del menor al mayor, y a la derecha el sitio del rótulo más largo."""
    todos = [v for serie in nativo.series for v in serie.valores if v is not None]
    menor, mayor = min(0.0, *todos), max(0.0, *todos) or 1.0
    rotulos = [rotulo for serie in nativo.series for rotulo in serie.rotulos]
    nombres = max(ancho_de(c, letra) for c in nativo.categorias)
    plano = ancho - min(nombres, ancho * PARTE_DE_NOMBRES)
    largo = max((ancho_de(r, letra) for r in rotulos), default=0.0) + HOLGURA
    return menor, menor + (mayor - menor) / (1 - min(largo / plano, TOPE_DE_ROTULO))


def _pintar_serie(serie: BarSeries, suya: Serie, *, apilada: bool, letra: int) -> None:
    serie.invert_if_negative = False
    _rellenar(serie, suya.color, es_hueco=suya.cortada)
    for lugar, valor in enumerate(suya.valores):
        if valor is None:
            continue
        color = suya.colores[lugar] if suya.colores else suya.color
        if color != suya.color or lugar in suya.huecos:
            _rellenar(serie.points[lugar], color, es_hueco=lugar in suya.huecos)
    if suya.rotulos and not apilada:
        _rotular(serie, suya, letra)


def _rellenar(de_que: BarSeries | Point, color: str, *, es_hueco: bool) -> None:
    """El relleno y su borde; sin color, no se ve; hueco, solo el borde, cortado."""
    dibujo = de_que.format
    if not color or es_hueco:
        dibujo.fill.background()
    else:
        dibujo.fill.solid()
        dibujo.fill.fore_color.rgb = _rgb(color)
    if es_hueco:
        dibujo.line.color.rgb = _rgb(color)
        dibujo.line.width, dibujo.line.dash_style = Pt(1.5), MSO_LINE.DASH


def _rotular(serie: BarSeries | LineSeries, suya: Serie, letra: int) -> None:
    """El valor de cada barra; con las palabras de la pantalla, si dicen más que el número."""
    decimales = _decimales(suya)
    posicion = XL_LABEL_POSITION.OUTSIDE_END
    if decimales is not None:
        rotulos = serie.data_labels
        rotulos.show_value, rotulos.position = True, posicion
        rotulos.number_format_is_linked = False
        rotulos.number_format = ENTERO + (f".{'0' * decimales}" if decimales else "")
        rotulos.font.size, rotulos.font.color.rgb = Pt(letra), _rgb(TINTA)
        return
    for lugar, rotulo in enumerate(suya.rotulos):
        if rotulo and suya.valores[lugar] is not None:
            _escribir(serie, lugar, rotulo, letra=letra, posicion=posicion, color=TINTA)


def _decimales(suya: Serie) -> int | None:
    """Con cuántos, cada rótulo es su número y nada más; `None` si dicen otra cosa."""
    pares = [
        (valor, rotulo)
        for valor, rotulo in zip(suya.valores, suya.rotulos, strict=True)
        if valor is not None
    ]
    return next(
        (d for d in range(3) if all(formato.numero(valor, d) == r for valor, r in pares)), None
    )


def _rotular_partes(grafico: Chart, nativo: PorCategorias, ancho: float, letra: int) -> None:
    """El número dentro de su parte, si cabe; el de la que no, está en la leyenda o en la tabla."""
    nombres = max(ancho_de(c, letra) for c in nativo.categorias)
    plano = ancho - min(nombres, ancho * PARTE_DE_NOMBRES)
    sumas = [
        sum(serie.valores[n] or 0 for serie in nativo.series) for n in range(len(nativo.categorias))
    ]
    for serie, suya in zip(grafico.plots[0].series, nativo.series, strict=True):
        for lugar, rotulo in enumerate(suya.rotulos):
            parte = plano * (suya.valores[lugar] or 0) / max(sumas)
            solo = rotulo.split(" ")[-1]
            cabe = next((r for r in (rotulo, solo) if r and ancho_de(r, letra) + AIRE < parte), "")
            if cabe:
                color = tema.letra_sobre(suya.color)
                _escribir(
                    serie, lugar, cabe, letra=letra, posicion=XL_LABEL_POSITION.CENTER, color=color
                )


def _escribir(
    serie: BarSeries | LineSeries,
    lugar: int,
    rotulo: str,
    *,
    letra: int,
    posicion: XL_LABEL_POSITION,
    color: str,
) -> None:
    etiqueta = serie.points[lugar].data_label
    etiqueta.position = posicion
    etiqueta.text_frame.word_wrap = False
    parrafo = etiqueta.text_frame.paragraphs[0]
    trozo = parrafo.add_run()
    trozo.text = rotulo.replace(" ", "\u00a0")
    trozo.font.size, trozo.font.color.rgb = Pt(letra), _rgb(color)


def _pintar_lineas(grafico: Chart, nativo: PorCategorias) -> None:
    _de_nombres(grafico.category_axis, LETRA)
    _de_valores(grafico.value_axis, nativo.unidad)
    if nativo.extremos is not None:
        grafico.value_axis.minimum_scale, grafico.value_axis.maximum_scale = nativo.extremos
    for serie, suya in zip(grafico.plots[0].series, nativo.series, strict=True):
        _trazar(serie, suya.color, cortada=suya.cortada)
        if suya.solo_puntos:
            serie.format.line.fill.background()
            serie.marker.style, serie.marker.size = XL_MARKER_STYLE.DIAMOND, 12
        for punto, rotulo in enumerate(suya.rotulos):
            es_abajo = punto in suya.abajo
            posicion = XL_LABEL_POSITION.BELOW if es_abajo else XL_LABEL_POSITION.ABOVE
            if rotulo and suya.valores[punto] is not None:
                _escribir(serie, punto, rotulo, letra=LETRA_MENOR, posicion=posicion, color=TINTA)
    _leyenda(grafico, si=nativo.leyenda)


def _pintar_puntos(grafico: Chart, nativo: PorPuntos) -> None:
    _de_nombres(grafico.category_axis, LETRA)
    tiempo = grafico.category_axis
    desde, hasta = nativo.dias
    tiempo.minimum_scale, tiempo.maximum_scale = float(desde), float(hasta)
    tiempo.major_unit = ANIO * ceil((hasta - desde) / ANIO / MAS_MARCAS)
    tiempo.has_major_gridlines = False
    tiempo.tick_labels.number_format_is_linked = False
    tiempo.tick_labels.number_format = MES
    _de_valores(grafico.value_axis, nativo.unidad)
    for serie, trazo in zip(grafico.plots[0].series, nativo.trazos, strict=True):
        _trazar(serie, trazo.color, cortada=trazo.cortada, con_marca=trazo.con_marca)
    _leyenda(grafico, si=True)


def _trazar(
    serie: LineSeries | XySeries, color: str, *, cortada: bool, con_marca: bool = True
) -> None:
    if isinstance(serie, LineSeries):
        serie.smooth = False
    linea = serie.format.line
    linea.color.rgb, linea.width = _rgb(color), Pt(2.5)
    if cortada:
        linea.dash_style = MSO_LINE.DASH
    marca = serie.marker
    if not con_marca:
        marca.style = XL_MARKER_STYLE.NONE
        return
    marca.style, marca.size = XL_MARKER_STYLE.CIRCLE, 8
    marca.format.fill.solid()
    marca.format.fill.fore_color.rgb = marca.format.line.color.rgb = _rgb(color)


def _de_nombres(eje: _BaseAxis, letra: int) -> None:
    eje.format.line.color.rgb = _rgb(tema.CLARO["borderColor"])
    eje.major_tick_mark = eje.minor_tick_mark = XL_TICK_MARK.NONE
    eje.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    eje.tick_labels.font.size, eje.tick_labels.font.color.rgb = Pt(letra), _rgb(TINTA)


def _de_valores(eje: _BaseAxis, unidad: str) -> None:
    eje.format.line.fill.background()
    eje.major_tick_mark = eje.minor_tick_mark = XL_TICK_MARK.NONE
    eje.major_gridlines.format.line.color.rgb = _rgb(tema.CLARO["borderColor"])
    eje.tick_labels.font.size, eje.tick_labels.font.color.rgb = Pt(LETRA), _rgb(TINTA)
    eje.tick_labels.number_format_is_linked = False
    eje.tick_labels.number_format = f'{ENTERO}"{unidad}"' if unidad else ENTERO


def _leyenda(grafico: Chart, *, si: bool) -> None:
    grafico.has_legend = si
    if si:
        grafico.legend.position = XL_LEGEND_POSITION.BOTTOM
        grafico.legend.include_in_layout = False
        grafico.legend.font.size, grafico.legend.font.color.rgb = Pt(LETRA), _rgb(TINTA)


def _terminar(grafico: Chart) -> None:
    """Sin título propio (es el de la diapositiva), y en español."""
    grafico.has_title = False
    grafico.font.size = Pt(LETRA)
    raiz = grafico._chartSpace  # python-pptx no da el idioma de un gráfico
    idioma = OxmlElement("c:lang")
    idioma.set("val", IDIOMA)
    raiz.insert(0 if raiz.find(qn("c:date1904")) is None else 1, idioma)
    en_espanol(raiz)


def _rgb(color: str) -> RGBColor:
    return RGBColor(*tema.rgb(color)[:3])
