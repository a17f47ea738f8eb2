"""Los gráficos de una ficha territorial: pequeños, para media hoja, y con su lugar resaltado.

El lugar de la ficha va en el acento; sus compañeros de clúster, en gris oscuro; los demás, en gris
claro. El título dice con palabras lo que el color señala.
"""

from collections.abc import Collection

import altair as alt
import pandas as pd

from tablero import formato, tema
from tablero.graficos.piezas.base import LETRA, Dibujo, Grafico, Spec, armar

ANCHO = 420
"""Píxeles de cada gráfico: media hoja."""
LETRA_PX = tema.LETRA_DE_PAPEL
PASO = 17
"""Píxeles de cada barra, con su separación."""
GROSOR = 12
CASILLA = 15
ALTO_DE_ORDEN = 52
RENGLONES_DE_NUMEROS = 2
SITIO_DEL_NOMBRE, SITIO_DEL_NUMERO = 150, 50
MARGEN_DEL_NOMBRE = 14
"""Píxeles de sobra: la letra del navegador puede ser más ancha que la medida al dibujar."""
COLORES = {"propio": tema.ACENTO_VIVO, "junto": tema.JUNTO_VIVO, "otro": tema.RESTO_VIVO}
BARRAS = 24
"""Las que caben en media hoja; las del lugar se muestran siempre."""
EN_OTROS_GRISES = "En gris oscuro, los demás municipios de su clúster."

Codigos = Collection[str]


def orden(datos: pd.DataFrame, *, propios: Codigos, juntos: Codigos, lugar: str) -> Grafico:
    """El orden publicado de los priorizados, con los del lugar señalados.

    Recibe `orden`, `municipio_codigo` y `municipio_nombre` de todos los priorizados.
    """
    tabla = pd.DataFrame(
        {
            "orden": datos["orden"].astype(int),
            "nombre": datos["municipio_nombre"],
            "clase": _clases(datos, propios, juntos),
        }
    ).sort_values("orden", ignore_index=True)
    suyos = tabla[tabla["clase"] == "propio"]
    con_numero = {1, len(tabla), *suyos["orden"]}
    tabla["rotulo"] = [str(n) if n in con_numero else "" for n in tabla["orden"]]
    # Dos números seguidos no caben en un renglón: el segundo baja.
    tabla["renglon"] = _renglones(con_numero, len(tabla))
    eje = alt.X("orden:O", axis=None, scale=alt.Scale(paddingInner=0.12, paddingOuter=0))
    dibujo = alt.layer(
        alt.Chart()
        .mark_rect(y=4, y2=4 + CASILLA)
        .encode(x=eje, color=_color(), tooltip=["nombre:N", "orden:Q"]),
        *(
            alt.Chart()
            .transform_filter(f"datum.renglon === {renglon}")
            .mark_text(y=14 + CASILLA + renglon * LETRA_PX, fontSize=LETRA_PX, color=LETRA)
            .encode(x=eje, text="rotulo:N")
            for renglon in range(RENGLONES_DE_NUMEROS)
        ),
    )
    total = formato.numero(len(tabla))
    lista = formato.enumerar(
        [f"{n} ({o}.º)" for n, o in zip(suyos["nombre"], suyos["orden"], strict=True)]
    )
    if len(propios) == 1:
        titulo = f"{lugar}: el {suyos['orden'].iloc[0]}.º de los {total} priorizados"
    else:
        titulo = f"{lugar}: {len(suyos)} de los {total} priorizados"
    nota = EN_OTROS_GRISES if (tabla["clase"] == "junto").any() else ""
    alternativa = f"Los {total} municipios en el orden publicado. De {lugar}: {lista}."
    return _armar(titulo, alternativa, tabla, dibujo, alto=ALTO_DE_ORDEN, nota=nota)


def _renglones(con_numero: Collection[int], cuantos: int) -> list[int]:
    renglones: list[int] = []
    for n in range(1, cuantos + 1):
        seguido = n in con_numero and n - 1 in con_numero
        renglones.append((renglones[-1] + 1) % RENGLONES_DE_NUMEROS if seguido else 0)
    return renglones


def personas(datos: pd.DataFrame, *, propios: Codigos, juntos: Codigos, lugar: str) -> Grafico:
    """Las personas atendidas en cada centro que informa, con los del lugar señalados.

    Recibe `centro_nombre`, `municipio_codigo` y `personas` de todos los centros.
    """
    informan = datos[datos["personas"].notna()]
    todas = pd.DataFrame(
        {
            "nombre": informan["centro_nombre"],
            "valor": informan["personas"].astype(int),
            "rotulo": [formato.numero(v) for v in informan["personas"]],
            "clase": _clases(informan, propios, juntos),
        }
    ).sort_values(["valor", "nombre"], ascending=[False, True], ignore_index=True)
    visibles = (todas.index < BARRAS) | (todas["clase"] != "otro")
    tabla = todas[visibles].reset_index(drop=True)
    ancho_de_barras = ANCHO - SITIO_DEL_NOMBRE - SITIO_DEL_NUMERO
    y = alt.Y(
        "nombre:N",
        sort=None,
        title=None,
        axis=alt.Axis(
            ticks=False,
            domain=False,
            labelFontSize=LETRA_PX,
            labelColor=LETRA,
            labelLimit=SITIO_DEL_NOMBRE - MARGEN_DEL_NOMBRE,
            minExtent=SITIO_DEL_NOMBRE,
            maxExtent=SITIO_DEL_NOMBRE,
        ),
    )
    mayor = int(tabla["valor"].max()) or 1
    escala = alt.Scale(domain=[0, mayor], nice=False, range=[0, ancho_de_barras])
    x = alt.X("valor:Q", axis=None, scale=escala)
    dibujo = alt.layer(
        alt.Chart()
        .mark_text(align="left", dx=5, fontSize=LETRA_PX, color=LETRA)
        .encode(x=x, y=y, text="rotulo:N"),
        alt.Chart().mark_bar(height=GROSOR).encode(x=x, y=y, color=_color()),
    )
    titulo = _titulo_de_personas(todas, lugar)
    partes = [f"{n}, {r}" for n, r in zip(tabla["nombre"], tabla["rotulo"], strict=True)]
    alternativa = f"Personas atendidas por centro: {'; '.join(partes)}."
    notas = [EN_OTROS_GRISES] if (tabla["clase"] == "junto").any() else []
    if len(tabla) < len(todas):
        notas.append(f"Se muestran {len(tabla)} de los {len(todas)}.")
    nota = " ".join(notas)
    return _armar(titulo, alternativa, tabla, dibujo, alto=PASO * len(tabla), nota=nota)


def _titulo_de_personas(tabla: pd.DataFrame, lugar: str) -> str:
    suyos = tabla[tabla["clase"] == "propio"]
    total = formato.contar(len(tabla), "centro que informa", "centros que informan")
    if suyos.empty:
        return f"Personas atendidas en los {total}"
    if len(suyos) == 1:
        centro, valor = suyos["nombre"].iloc[0], suyos["valor"].iloc[0]
        puesto = int((tabla["valor"] > valor).sum()) + 1
        return f"Personas atendidas: {centro} es el {puesto}.º de los {total}"
    return f"Personas atendidas: {lugar} tiene {len(suyos)} de los {total}"


def _clases(datos: pd.DataFrame, propios: Codigos, juntos: Codigos) -> list[str]:
    return [
        "propio" if codigo in propios else "junto" if codigo in juntos else "otro"
        for codigo in datos["municipio_codigo"]
    ]


def _color() -> alt.Color:
    escala = alt.Scale(domain=list(COLORES), range=list(COLORES.values()))
    return alt.Color("clase:N", scale=escala, legend=None)


def _armar(
    titulo: str, alternativa: str, datos: pd.DataFrame, dibujo: Dibujo, *, alto: int, nota: str
) -> Grafico:
    grafico = armar(titulo, alternativa, datos, dibujo, alto=alto, nota=nota)
    ajuste = {"type": "fit-x", "contains": "padding"}
    spec: Spec = {**grafico.spec, "padding": 0, "autosize": ajuste}
    return Grafico(titulo, alternativa, datos, spec, nota)
