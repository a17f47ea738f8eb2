"""Gráficos y mapa de las transferencias para acompañamiento psicosocial."""

from collections.abc import Sequence
from math import sqrt

import pandas as pd

from tablero import formato, tema
from tablero.filas import Fila, filas_de
from tablero.graficos.mapas.puntos import Mapa, mapa_de_puntos
from tablero.graficos.piezas import barras
from tablero.graficos.piezas.barras import Barra
from tablero.graficos.piezas.base import Grafico

GIRADO, DESISTIDO = "girado", "desistido"
DESTACADOS = 2
RADIO_MAYOR, RADIO_MENOR = 34, 13
SIMBOLO_DESISTIDO = "✕"
UN_MILLON = 1_000_000
PARTE = "El porcentaje es la parte de lo girado en el país, sin los municipios que desistieron."


def municipios(datos: pd.DataFrame) -> Grafico:
    """El valor de cada municipio, de más a menos; quien desistió, con barra hueca y su palabra.

    Recibe `municipio_nombre`, `departamento_nombre`, `valor_cop`, `estado` y `participacion_pct`.
    """
    filas = filas_de(datos)
    girados = [f for f in filas if f["estado"] == GIRADO]
    mayores = girados[:DESTACADOS]
    piezas = [
        Barra(
            nombre,
            f["valor_cop"],
            _rotulo(f),
            corto=_corto(f["valor_cop"] if f["estado"] == GIRADO else 0),
            destaca=f in mayores,
            es_hueca=f["estado"] == DESISTIDO,
        )
        for f, nombre in zip(
            filas, barras.nombres(filas, "municipio_nombre", "departamento_nombre"), strict=True
        )
    ]
    return barras.grafico(
        _titulo(girados, _desistidos(filas)),
        "Transferencia a cada municipio: " + _enumerar(filas) + ".",
        piezas,
        que_es="Transferencia",
        nota=PARTE,
    )


def departamentos(datos: pd.DataFrame) -> Grafico:
    """Lo girado a cada departamento; donde todos desistieron, barra hueca con lo desistido.

    Recibe `departamento_nombre`, `municipios`, `girado_cop`, `desistido_cop` y
    `participacion_pct`.
    """
    filas = filas_de(datos)
    piezas = [
        Barra(
            f["departamento_nombre"],
            f["girado_cop"] or f["desistido_cop"],
            _rotulo_de_departamento(f),
            corto=_corto(f["girado_cop"]),
            destaca=f is filas[0],
            es_hueca=not f["girado_cop"],
        )
        for f in filas
    ]
    alternativa = "Girado a cada departamento: " + formato.enumerar(
        [f"{f['departamento_nombre']}, {_detalle_de_departamento(f)}" for f in filas]
    )
    titulo = _titulo_de_departamentos(filas)
    return barras.grafico(titulo, alternativa + ".", piezas, que_es="Transferencia", nota=PARTE)


def mapa(
    datos: pd.DataFrame, url_departamentos: str, encuadre: Sequence[float] | None = None
) -> Mapa:
    """Dónde está el dinero: círculos del tamaño del valor; quien desistió, en gris y con ✕.

    Recibe lo de `municipios` y además `municipio_codigo`, `longitud` y `latitud`.
    """
    filas = filas_de(datos)
    return mapa_de_puntos(
        puntos(datos),
        url_departamentos,
        _titulo_del_mapa(filas),
        "Mapa de Colombia con un círculo por municipio, del tamaño de su transferencia: "
        + _enumerar(filas)
        + ".",
        encuadre=encuadre,
    )


def puntos(datos: pd.DataFrame) -> pd.DataFrame:
    """Los círculos del mapa, con su tamaño, su color, su rótulo y su ayuda."""
    filas = filas_de(datos)
    mayor = max(f["valor_cop"] for f in filas)
    return pd.DataFrame([_punto(f, mayor) for f in filas])


def _punto(fila: Fila, mayor: int) -> Fila:
    """Un círculo cuya área es proporcional al valor, con un tamaño mínimo para que se lea."""
    es_girado = fila["estado"] == GIRADO
    return {
        **{c: fila[c] for c in ("municipio_codigo", "longitud", "latitud")},
        "radio": max(RADIO_MAYOR * sqrt(fila["valor_cop"] / mayor), RADIO_MENOR),
        "color": tema.rgb(tema.ACENTO if es_girado else tema.GRIS),
        "rotulo": formato.numero(fila["valor_cop"] / UN_MILLON) if es_girado else SIMBOLO_DESISTIDO,
        "ayuda": f"{_lugar(fila)}\n{_detalle(fila)}",
    }


def _desistidos(filas: list[Fila]) -> list[Fila]:
    return [f for f in filas if f["estado"] == DESISTIDO]


def _lugar(fila: Fila) -> str:
    return f"{fila['municipio_nombre']}, {fila['departamento_nombre']}"


def _rotulo(fila: Fila) -> str:
    valor = formato.millones(fila["valor_cop"])
    if fila["estado"] == DESISTIDO:
        return f"{valor} · desistió"
    return f"{valor} ({formato.parte(fila['participacion_pct'], 1)})"


def _corto(girado: int) -> str:
    """El rótulo de un teléfono: el valor desistido queda en la ayuda y en la tabla."""
    return f"${formato.numero(girado / UN_MILLON)} mill." if girado else "desistió"


def _detalle(fila: Fila) -> str:
    """«$441.640.400 girados, 27,8 % de lo girado en el país»."""
    valor = formato.pesos(fila["valor_cop"])
    if fila["estado"] == DESISTIDO:
        return f"{valor}: desistió, no suma en lo girado"
    parte = formato.parte(fila["participacion_pct"], 1)
    return f"{valor} girados, {parte} de lo girado en el país"


def _enumerar(filas: list[Fila]) -> str:
    return formato.enumerar([f"{f['municipio_nombre']}, {_detalle(f)}" for f in filas])


def _rotulo_de_departamento(fila: Fila) -> str:
    if not fila["girado_cop"]:
        return f"{formato.millones(fila['desistido_cop'])} · desistió"
    parte = formato.parte(fila["participacion_pct"], 1)
    girado = f"{formato.millones(fila['girado_cop'])} ({parte})"
    if not fila["desistido_cop"]:
        return girado
    return f"{girado} y {formato.millones(fila['desistido_cop'])} que desistió"


def _detalle_de_departamento(fila: Fila) -> str:
    partes = []
    if fila["girado_cop"]:
        parte = formato.parte(fila["participacion_pct"], 1)
        partes.append(f"{formato.pesos(fila['girado_cop'])} girados, {parte} de lo girado")
    if fila["desistido_cop"]:
        partes.append(f"{formato.pesos(fila['desistido_cop'])} de municipios que desistieron")
    return " y ".join(partes)


def _titulo(girados: list[Fila], desistidos: list[Fila]) -> str:
    """«El 52 % de lo girado en el país fue para San José de Cúcuta y Santiago de Cali; …»."""
    partes = []
    if girados:
        mayores = girados[:DESTACADOS]
        quienes = formato.enumerar([f["municipio_nombre"] for f in mayores])
        parte = formato.porcentaje(sum(f["participacion_pct"] for f in mayores), 0)
        partes.append(f"El {parte} de lo girado en el país fue para {quienes}")
    if desistidos:
        quienes = formato.enumerar([f["municipio_nombre"] for f in desistidos])
        partes.append(f"{quienes} {'desistió' if len(desistidos) == 1 else 'desistieron'}")
    return "; ".join(partes)


def _titulo_de_departamentos(filas: list[Fila]) -> str:
    mayor = filas[0]
    sin_giro = [f for f in filas if not f["girado_cop"]]
    ausentes = _ausentes(sin_giro)
    if not mayor["girado_cop"]:
        return ausentes
    parte = formato.parte(mayor["participacion_pct"], 0)
    titulo = f"El {parte} de lo girado en el país fue para {mayor['departamento_nombre']}"
    return f"{titulo}; {ausentes[0].lower()}{ausentes[1:]}" if sin_giro else titulo


def _ausentes(filas: list[Fila]) -> str:
    """«A La Guajira no se le giró: desistieron sus 2 municipios de la lista»."""
    quienes = formato.enumerar([f["departamento_nombre"] for f in filas])
    a_quien = "le" if len(filas) == 1 else "les"
    cuantos = sum(f["municipios"] for f in filas)
    if cuantos == 1:
        return f"A {quienes} no se {a_quien} giró: desistió su municipio de la lista"
    return f"A {quienes} no se {a_quien} giró: desistieron sus {cuantos} municipios de la lista"


def _titulo_del_mapa(filas: list[Fila]) -> str:
    girados = [f for f in filas if f["estado"] == GIRADO]
    if not girados:
        return "Dónde desistieron: no se giró nada"
    cuantos = formato.contar(len(girados), "municipio", "municipios")
    total = formato.millones(sum(f["valor_cop"] for f in girados))
    return f"A dónde se giró: {total} a {cuantos}"
