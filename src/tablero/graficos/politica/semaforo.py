"""El semáforo de la política: todos los productos, la distribución publicada y los sectores."""

from collections.abc import Hashable, Mapping

import pandas as pd

from tablero import formato, tema
from tablero.filas import Fila, filas_de
from tablero.graficos.piezas import franjas
from tablero.graficos.piezas.base import Grafico, armar
from tablero.graficos.piezas.franjas import Franja

PORCENTAJES = {
    "pahv": "PAHV, hasta la vigencia",
    "pav": "PAV, en la vigencia",
    "paa": "PAA, acumulado",
}
MEDIO_PUNTO = 0.5
"""Un porcentaje publicado sin decimales coincide con lo que esté a medio punto o menos."""
POR_ESTADO = {"bajo": "bajo", "medio": "medio", "alto": "alto", "sobre-ejecución": "sobre"}
"""Estado → fin del nombre de su columna en los sectores."""
EN_PALABRAS = {
    "alto": "en alto",
    "sobre-ejecución": "en sobreejecución",
    "medio": "en medio",
    "bajo": "en bajo",
    "sin dato": "sin dato",
    "sin iniciar": "sin iniciar",
}
"""Cómo se dicen los productos vigentes de cada estado, primero los que van como debían."""
SIN_GRAFICO_4 = (
    "Solo se cuentan los sectores que nombra el texto: las cifras del gráfico 4 del informe, con "
    "todos, no están en él."
)
SIN_LOS_DEMAS = "El informe no dice los demás estados de"


def barra_semaforo(datos: pd.DataFrame) -> Grafico:
    """Todos los productos en una barra, de bajo a sobreejecución.

    Recibe una fila por estado: `semaforo`, `productos`.
    """
    conteo = {e: int(n) for e, n in zip(datos["semaforo"], datos["productos"], strict=True)}
    total = sum(conteo.values())
    alternativa = "Productos por estado, según el avance hasta la vigencia (PAHV): " + (
        formato.enumerar(
            [
                f"{tema.SEMAFORO[e].en_frase}, {n} de {total} "
                f"({formato.porcentaje(100 * n / total, 1)})"
                for e, n in conteo.items()
            ]
        )
    )
    leyenda = {
        e: f"{tema.SEMAFORO[e].simbolo} {tema.SEMAFORO[e].palabra}: {n}" for e, n in conteo.items()
    }
    piezas = franjas.trozos(
        [Franja("", conteo)], grosor=2 * tema.BARRA_GRUESA, tamano=tema.LETRA_MAYOR
    )
    dibujo, puntos = franjas.dibujar(piezas, leyenda, tamano=tema.LETRA_MAYOR)
    return armar(_mensaje_de_la_barra(conteo), alternativa, piezas, dibujo, alto=puntos)


def distribuciones(datos: pd.DataFrame) -> Grafico:
    """La distribución publicada del semáforo y la que da cada uno de los tres porcentajes.

    Recibe una fila por estado: `publicado_productos_pct` y, por porcentaje, `…_productos` y
    `…_productos_pct` (sobre todos los productos).
    """
    estados = datos.set_index("semaforo")
    publicado = estados["publicado_productos_pct"].dropna()
    columnas = {n: estados[f"{n}_productos_pct"] for n in PORCENTAJES}
    lejos = {n: float((c[publicado.index] - publicado).abs().sum()) for n, c in columnas.items()}
    cercano = min(lejos, key=lambda n: lejos[n])
    total = int(estados["pahv_productos"].sum())
    con_dato = int(estados["pahv_productos"].reindex(list(POR_ESTADO)).sum())
    piezas = franjas.trozos(
        [
            Franja("Publicado por la SDP", dict(publicado)),
            *(Franja(f"Calculado: {PORCENTAJES[n]}", dict(c)) for n, c in columnas.items()),
        ],
        grosor=tema.BARRA_GRUESA,
        tamano=tema.LETRA_DE_CIFRA,
        unidad="\u00a0%",
    )
    leyenda = {e: f"{c.simbolo} {c.palabra}" for e, c in tema.SEMAFORO.items()}
    dibujo, puntos = franjas.dibujar(piezas, leyenda, tamano=tema.LETRA_DE_CIFRA)
    return armar(
        _mensaje(cercano, columnas[cercano], publicado),
        _en_palabras(estados, publicado),
        piezas,
        dibujo,
        alto=puntos,
        nota=(
            f"Porcentajes sobre los {total} productos ({con_dato} con dato; la tabla trae las dos "
            f"bases). Los publicados suman {formato.porcentaje(publicado.sum(), 0)}. "
            + _parecido(estados["pahv_productos_pct"], publicado)
        ),
    )


def sectores(datos: pd.DataFrame) -> Grafico:
    """Los productos de los sectores que cuenta la prosa, por nivel.

    Recibe `sector_nombre`, `productos` y `productos_bajo`, `_medio`, `_alto` y `_sobre`.
    """
    filas = filas_de(datos)
    total, alto = int(datos["productos"].sum()), int(datos["productos_alto"].sum())
    # De un sector del que no se dice el nivel no se sabe cuántos van en alto.
    al_menos = "al menos " if datos["productos_alto"].isna().any() else ""
    titulo = (
        f"El informe cuenta los productos de {formato.contar(len(filas), 'sector', 'sectores')}: "
        f"{total} en total, {al_menos}{alto} de ellos en alto"
    )
    niveles = [_niveles(f) for f in filas]
    piezas = franjas.trozos(
        [
            Franja(
                f"{f['sector_nombre']}: {formato.contar(f['productos'], 'producto', 'productos')}",
                dichos,
            )
            for f, dichos in zip(filas, niveles, strict=True)
        ],
        grosor=tema.BARRA_GRUESA,
        tamano=tema.LETRA_DE_CIFRA,
    )
    presentes = set(piezas["estado"])
    leyenda = {e: f"{c.simbolo} {c.palabra}" for e, c in tema.SEMAFORO.items() if e in presentes}
    alternativa = "Productos por sector y estado, según el texto del informe: " + "; ".join(
        f"{f['sector_nombre']}, " + formato.enumerar([f"{n} en {e}" for e, n in dichos.items()])
        for f, dichos in zip(filas, niveles, strict=True)
    )
    dibujo, puntos = franjas.dibujar(piezas, leyenda, tamano=tema.LETRA_DE_CIFRA)
    incompletos = [
        f["sector_nombre"]
        for f, dichos in zip(filas, niveles, strict=True)
        if len(dichos) < len(POR_ESTADO)
    ]
    nota = f"{SIN_GRAFICO_4} {SIN_LOS_DEMAS} {formato.enumerar(incompletos)}."
    return armar(
        titulo,
        alternativa,
        piezas,
        dibujo,
        alto=puntos,
        nota=nota if incompletos else SIN_GRAFICO_4,
    )


def _mensaje_de_la_barra(conteo: Mapping[str, int]) -> str:
    """«Según su PAHV, de 52 productos van 30 en alto, 14 en sobreejecución, 2 en medio…».

    El total es el de los vigentes: si algún producto salió de la política, se dice.
    """
    fuera = conteo.get("no vigente", 0)
    vigentes = sum(conteo.values()) - fuera
    de = formato.contar(vigentes, "producto", "productos")
    if fuera:
        de += " vigente" if vigentes == 1 else " vigentes"
    partes = [
        f"{conteo[estado]} {palabras}"
        for estado, palabras in EN_PALABRAS.items()
        if conteo.get(estado)
    ]
    return (
        f"Según su PAHV, de {de} hay {formato.enumerar(partes)}" if partes else f"De {de}, ninguno"
    )


def _niveles(fila: Fila) -> dict[str, int]:
    """Los niveles de un sector que la fuente cuenta; los que calla no son cero."""
    columnas = {estado: f"productos_{fin}" for estado, fin in POR_ESTADO.items()}
    return {estado: int(fila[c]) for estado, c in columnas.items() if not pd.isna(fila[c])}


def _mensaje(nombre: str, calculado: "pd.Series[float]", publicado: "pd.Series[float]") -> str:
    """Cuál de los tres se parece más a lo publicado, y en qué estados coincide."""
    iguales = [e for e in publicado.index if abs(calculado[e] - publicado[e]) <= MEDIO_PUNTO]
    if len(iguales) == len(publicado):
        return f"La distribución publicada es la del {nombre.upper()}"
    en = f", que solo coincide en {formato.enumerar(iguales)}" if iguales else ""
    return (
        "Ninguno de los tres porcentajes da la distribución publicada: el más cercano es el "
        f"{nombre.upper()}{en}"
    )


def _parecido(calculado: "pd.Series[float]", publicado: "pd.Series[float]") -> str:
    """Cuando lo publicado para un estado es lo que el PAHV da para otro, se dice."""
    pares = [
        (p, c)
        for p in publicado.index
        for c in publicado.index
        if p != c
        and abs(publicado[p] - calculado[c]) <= MEDIO_PUNTO
        and abs(publicado[p] - calculado[p]) > MEDIO_PUNTO
    ]
    return " ".join(
        f"El {formato.porcentaje(publicado[p], 0)} que el informe da a «{tema.en_frase(p)}» es lo "
        f"que el PAHV da a «{tema.en_frase(c)}»."
        for p, c in pares
    )


def _en_palabras(estados: pd.DataFrame, publicado: "pd.Series[float]") -> str:
    partes = ["Publicado: " + _lista({e: formato.porcentaje(v, 0) for e, v in publicado.items()})]
    for nombre in PORCENTAJES:
        conteos = zip(
            estados.index,
            estados[f"{nombre}_productos"],
            estados[f"{nombre}_productos_pct"],
            strict=True,
        )
        textos = {e: f"{n} ({formato.porcentaje(p, 1)})" for e, n, p in conteos}
        partes.append(f"Con el {nombre.upper()}: {_lista(textos)}")
    return "Distribución del semáforo. " + ". ".join(partes)


def _lista(valores: Mapping[Hashable, str]) -> str:
    return formato.enumerar(
        [f"{tema.en_frase(str(estado))} {texto}" for estado, texto in valores.items()]
    )
