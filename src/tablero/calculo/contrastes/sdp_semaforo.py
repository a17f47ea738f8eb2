"""La distribución del semáforo y los productos por sector, en el informe de la SDP."""

from collections.abc import Iterator, Sequence

from tablero.calculo.conciliacion import Contraste, Datos, Fila, Publicado, contrastar, publicado
from tablero.calculo.contrastes.formas import (
    a_codigo,
    como_suma,
    enteros,
    lista,
    rango,
    suma_de_columna,
    suma_publicada,
)
from tablero.calculo.contrastes.sdp_anexo import Renglon, en_duda, en_nivel, en_palabras, renglones
from tablero.calculo.intervalos import CIEN, Intervalo, por_ciento, sumar
from tablero.formato import contar, enumerar, numero, porcentaje
from tablero.modelo.politica import Semaforo

PORCENTAJES = {
    "pahv": "avance hasta la vigencia",
    "pav": "avance en la vigencia",
    "paa": "avance acumulado",
}
PRECISION = 1
"""La distribución se publica en porcentajes enteros."""

NIVELES_DE_UN_SECTOR: dict[str, Semaforo] = {
    "productos_bajo": "bajo",
    "productos_medio": "medio",
    "productos_alto": "alto",
    "productos_sobre": "sobre-ejecución",
}


def contrastes(datos: Datos) -> Iterator[Contraste]:
    """Los contrastes del semáforo y de los sectores."""
    filas = renglones(datos)
    distribucion = datos.tabla("politica_semaforos")
    for sigla in PORCENTAJES:
        for nivel in distribucion:
            yield from _nivel(nivel, distribucion, filas, sigla)
    yield from _total(datos, distribucion)
    yield from _umbrales(datos)
    sectores = datos.tabla("politica_sectores")
    yield from _todos_los_sectores(datos, sectores)
    for sector in sectores:
        yield from _sector(sector, filas)


def _nivel(
    fila: Fila, distribucion: Sequence[Fila], filas: Sequence[Renglon], sigla: str
) -> Iterator[Contraste]:
    """Un porcentaje de la distribución contra los productos del anexo en ese nivel.

    La base son todos los productos, que es lo que dice la fuente («de los productos»).
    """
    if not filas:
        return
    nivel, columna = fila["semaforo"], f"{sigla}_pct"
    publicada = publicado(fila, "productos_pct", "%", PRECISION)
    calculada = por_ciento(en_nivel(filas, columna, nivel), Intervalo.exacto(len(filas)))
    yield Contraste(
        f"sdp_semaforo_{sigla}_{a_codigo(nivel)}",
        f"La parte de los productos {en_palabras(nivel)}, si el color es el del "
        f"{PORCENTAJES[sigla]} ({sigla.upper()}).",
        publicada,
        calculada,
        _cuantos(nivel, filas, columna)
        + _otras_lecturas(publicada, nivel, distribucion, filas, columna),
    )


def _cuantos(nivel: Semaforo, filas: Sequence[Renglon], columna: str) -> str:
    """Cuántos productos son, sobre todos y sobre los que traen porcentaje."""
    cuantos = en_nivel(filas, columna, nivel)
    con_dato = sum(fila.avance[columna] is not None for fila in filas)
    texto = (
        f"En el Anexo 1 son {numero(cuantos.valor)} de {numero(len(filas))} "
        f"({porcentaje(cuantos.valor / len(filas) * 100, 1)})"
    )
    if con_dato and con_dato != len(filas):
        texto += (
            f"; de los {numero(con_dato)} con porcentajes, "
            f"{porcentaje(cuantos.valor / con_dato * 100, 1)}"
        )
    if dudosos := en_duda(filas, columna, nivel):
        nombres = [f"{f.codigo} ({porcentaje(f.avance[columna], 0)})" for f in dudosos]
        texto += f". Por el redondeo de {enumerar(nombres)} pueden ser {rango(cuantos, 0)}"
    return f"{texto}."


def _otras_lecturas(
    publicada: Publicado,
    nivel: Semaforo,
    distribucion: Sequence[Fila],
    filas: Sequence[Renglon],
    columna: str,
) -> str:
    """Cuando difiere, con qué otra cuenta del mismo anexo sí coincide lo publicado."""
    todos = Intervalo.exacto(len(filas))
    propios = en_nivel(filas, columna, nivel)
    if publicada.intervalo.toca(por_ciento(propios, todos)):
        return ""
    texto = ""
    ausentes = [fila.codigo for fila in filas if fila.avance[columna] is None]
    con_ausentes = por_ciento(propios + Intervalo.exacto(len(ausentes)), todos)
    if ausentes and publicada.intervalo.toca(con_ausentes):
        texto += (
            f" Contando también a {enumerar(ausentes)}, sin porcentajes, serían "
            f"{porcentaje(con_ausentes.valor, 1)}."
        )
    cuentas = {
        fila["semaforo"]: en_nivel(filas, columna, fila["semaforo"]) for fila in distribucion
    }
    otros = [
        f"{en_palabras(otro)} ({rango(cuantos, 0)})"
        for otro, cuantos in cuentas.items()
        if otro != nivel and publicada.intervalo.toca(por_ciento(cuantos, todos))
    ]
    if otros:
        texto += f" Lo publicado es lo que dan los productos {enumerar(otros)}."
    return texto


def _total(datos: Datos, distribucion: Sequence[Fila]) -> Iterator[Contraste]:
    """Los cuatro porcentajes juntos, y los productos enteros que suponen."""
    yield from contrastar(
        "sdp_semaforo_suma",
        "Los porcentajes de la distribución del semáforo suman 100 %.",
        suma_publicada(distribucion, "productos_pct", "%", PRECISION),
        Intervalo.exacto(100),
        f"{como_suma(f['productos_pct'] for f in distribucion)}; cada uno está redondeado."
        if distribucion
        else None,
    )
    productos = datos.cifra("sdp_productos")
    if productos is None or not distribucion:
        return
    posibles = [
        enteros(Intervalo.escrito(f["productos_pct"], PRECISION) * productos.intervalo / CIEN)
        for f in distribucion
    ]
    repartidos = [cuantos for cuantos in posibles if cuantos is not None]
    if len(repartidos) == len(distribucion):
        yield Contraste(
            "sdp_semaforo_productos",
            "La distribución del semáforo reparte todos los productos de la política.",
            productos,
            sumar(repartidos),
            "Sus porcentajes suponen "
            + enumerar(
                [
                    f"{rango(e, 0)} {en_palabras(f['semaforo'])}"
                    for e, f in zip(repartidos, distribucion, strict=True)
                ]
            )
            + ".",
        )


def _umbrales(datos: Datos) -> Iterator[Contraste]:
    """Los rangos del semáforo, que deben empezar donde termina el anterior."""
    for codigo, descripcion, desde, hasta in (
        (
            "sdp_umbral_medio",
            "El nivel medio empieza donde termina el bajo.",
            "sdp_umbral_medio_desde",
            "sdp_umbral_bajo",
        ),
        (
            "sdp_umbral_alto",
            "El nivel alto empieza donde termina el medio.",
            "sdp_umbral_alto",
            "sdp_umbral_medio_hasta",
        ),
    ):
        inicio, fin = datos.cifra(desde), datos.cifra(hasta)
        if inicio is not None and fin is not None:
            yield Contraste(
                codigo,
                descripcion,
                inicio,
                fin.intervalo,
                f"Entre {numero(fin.valor)} y {porcentaje(inicio.valor, 0)} el informe no define "
                "color."
                if inicio.valor > fin.valor
                else None,
            )


def _todos_los_sectores(datos: Datos, sectores: Sequence[Fila]) -> Iterator[Contraste]:
    """Los productos de todos los sectores: el Gráfico 4 no está en el texto del informe."""
    suma = suma_de_columna(sectores, "productos")
    if sectores:
        yield from contrastar(
            "sdp_sectores_productos",
            "Los productos de la política son la suma de los de cada sector.",
            datos.cifra("sdp_productos"),
            None,
            f"La prosa cuenta los de {contar(len(sectores), 'sector', 'sectores')}, que suman "
            f"{numero(suma.valor)}; los demás están solo en un gráfico que el texto no trae.",
        )


def _sector(sector: Fila, filas: Sequence[Renglon]) -> Iterator[Contraste]:
    """Los productos de un sector: sus niveles, los que se le conocen y los que pasan de largo."""
    nombre, codigo = sector["sector_nombre"], a_codigo(sector["sector_nombre"])
    niveles = [columna for columna in NIVELES_DE_UN_SECTOR if sector[columna] is not None]
    detalle = [
        f"{numero(sector[columna])} {en_palabras(NIVELES_DE_UN_SECTOR[columna])}"
        for columna in niveles
        if sector[columna]
    ]
    yield Contraste(
        f"sdp_sector_{codigo}_niveles",
        f"Los productos del sector {nombre} son la suma de sus niveles del semáforo.",
        publicado(sector, "productos", "productos"),
        Intervalo.exacto(sum(sector[columna] for columna in niveles)) if niveles else None,
        lista(detalle) if niveles else "No se publican sus niveles.",
    )
    propios = [f for f in filas if f.producto["sector_nombre"] == nombre]
    sin_sector = sum(f.producto["sector_nombre"] is None for f in filas)
    conocidos = f": {enumerar([f.codigo for f in propios])}" if propios else ""
    yield Contraste(
        f"sdp_sector_{codigo}_productos",
        f"Los productos del sector {nombre} son los que el informe le atribuye.",
        publicado(sector, "productos", "productos"),
        Intervalo.exacto(len(propios)) if not sin_sector else None,
        f"El informe no dice el sector de {contar(sin_sector, 'producto', 'productos')}; de "
        f"{nombre} nombra {numero(len(propios))}{conocidos}.",
    )
    en_sobre = [f for f in filas if en_nivel([f], "pahv_pct", "sobre-ejecución").maximo]
    if sector["productos_sobre"] is not None:
        se_sabe = all(f.producto["sector_nombre"] for f in en_sobre)
        yield Contraste(
            f"sdp_sector_{codigo}_sobre_ejecucion",
            f"Los productos del sector {nombre} en sobre-ejecución son los del Anexo 1.",
            publicado(sector, "productos_sobre", "productos"),
            en_nivel(propios, "pahv_pct", "sobre-ejecución") if se_sabe else None,
            "El informe dice el sector de todos los productos en sobre-ejecución."
            if se_sabe
            else "El informe no dice el sector de todos los productos en sobre-ejecución.",
        )
