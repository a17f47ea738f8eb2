"""La distribución del semáforo en el informe de la SDP."""

from collections.abc import Iterator, Sequence

from tablero.calculo.conciliacion import Contraste, Datos, Publicado, contrastar, publicado
from tablero.calculo.contrastes.formas import (
    ES_SUMA,
    como_suma,
    enteros,
    rango,
    suma_publicada,
)
from tablero.calculo.contrastes.sdp_anexo import (
    Porcentaje,
    Renglon,
    en_duda,
    en_nivel,
    en_palabras,
    renglones,
)
from tablero.calculo.intervalos import CIEN, Intervalo, por_ciento, sumar
from tablero.formato import enumerar, numero, porcentaje
from tablero.modelo.politica import Semaforo
from tablero.modelo.politica_informe import PoliticaSemaforo
from tablero.texto import a_codigo

PORCENTAJES: dict[Porcentaje, str] = {
    "pahv_pct": "avance hasta la vigencia",
    "pav_pct": "avance en la vigencia",
    "paa_pct": "avance acumulado",
}
DEL_SEMAFORO: Porcentaje = "pahv_pct"
"""El porcentaje que da el color de un producto."""
BASE_DEL_GRAFICO = "Base del Gráfico 3"
"""La nota del libro que dice por cuál porcentaje se titula la distribución."""
PRECISION = 1
"""La distribución se publica en porcentajes enteros."""


def contrastes(datos: Datos) -> Iterator[Contraste]:
    """Los contrastes del semáforo."""
    filas = renglones(datos)
    distribucion = datos.tabla(PoliticaSemaforo)
    for cual in PORCENTAJES:
        for nivel in distribucion:
            yield from _nivel(datos, nivel, distribucion, filas, cual)
    yield from _total(datos, distribucion)
    yield from _umbrales(datos)


def _nivel(
    datos: Datos,
    fila: PoliticaSemaforo,
    distribucion: Sequence[PoliticaSemaforo],
    filas: Sequence[Renglon],
    cual: Porcentaje,
) -> Iterator[Contraste]:
    """Un porcentaje de la distribución contra los productos del anexo en ese nivel.

    La base son todos los productos, que es lo que dice la fuente («de los productos»).
    """
    if not filas:
        return
    nivel, sigla = fila.semaforo, _sigla(cual)
    publicada = publicado(fila, fila.productos_pct, "%", PRECISION)
    yield Contraste(
        f"sdp_semaforo_{sigla.lower()}_{a_codigo(nivel)}",
        f"La parte de los productos {en_palabras(nivel)}, si el color es el del "
        f"{PORCENTAJES[cual]} ({sigla}).",
        publicada,
        por_ciento(en_nivel(filas, cual, nivel), Intervalo.exacto(len(filas))),
        " ".join(
            [
                *_lo_publicado(publicada, nivel, distribucion, filas, cual),
                _lo_del_anexo(publicada, nivel, filas, cual),
                *_la_base(datos, cual),
            ]
        ),
    )


def _lo_publicado(
    publicada: Publicado,
    nivel: Semaforo,
    distribucion: Sequence[PoliticaSemaforo],
    filas: Sequence[Renglon],
    cual: Porcentaje,
) -> Iterator[str]:
    """Cuántos productos supone lo publicado y, si no son los de su nivel, cuáles pueden ser."""
    con = _con(cual)
    todos = Intervalo.exacto(len(filas))
    supuestos = enteros(publicada.intervalo * todos / CIEN)
    if supuestos is None:
        return
    texto = f"El {porcentaje(publicada.valor, 0)} son {rango(supuestos, 0)} de {numero(len(filas))}"
    cuentas: dict[Semaforo, Intervalo] = {
        f.semaforo: en_nivel(filas, cual, f.semaforo) for f in distribucion
    }
    propios = cuentas[nivel]
    ausentes = [fila.codigo for fila in filas if fila.impreso(cual) is None]
    otros = {n: c for n, c in cuentas.items() if n != nivel and c.toca(supuestos)}
    if propios.toca(supuestos):
        yield f"{texto}."
    elif ausentes and (propios + Intervalo.exacto(len(ausentes))).toca(supuestos):
        yield (
            f"{texto}: los {rango(propios, 0)} que el Anexo 1{con} da {en_palabras(nivel)} y "
            f"{enumerar(ausentes)}, sin porcentajes."
        )
    elif len(otros) == 1 and supuestos in otros.values():
        yield f"{texto}: justo los que el Anexo 1{con} da {en_palabras(next(iter(otros)))}."
    elif otros:
        cuales = " o ".join(f"{en_palabras(n)} ({rango(c, 0)})" for n, c in otros.items())
        yield f"{texto}: los que el Anexo 1{con} puede dar {cuales}."
    else:
        yield f"{texto}."


def _lo_del_anexo(
    publicada: Publicado, nivel: Semaforo, filas: Sequence[Renglon], cual: Porcentaje
) -> str:
    """Cuántos productos da el anexo, sobre todos y sobre los que traen porcentaje."""
    propios = en_nivel(filas, cual, nivel)
    con_dato = sum(fila.impreso(cual) is not None for fila in filas)
    sobre_todos = porcentaje(propios.valor / len(filas) * 100, 1)
    sobre_los_demas = (
        f"; de los {numero(con_dato)} con porcentajes, "
        f"{porcentaje(propios.valor / con_dato * 100, 1)}"
        if con_dato and con_dato != len(filas)
        else ""
    )
    texto = (
        f"El Anexo 1{_con(cual)} da {numero(propios.valor)} {en_palabras(nivel)} "
        f"({sobre_todos}{sobre_los_demas})."
    )
    dudosos = en_duda(filas, cual, nivel)
    if not dudosos:
        return texto
    nombres = [f"{f.codigo} ({porcentaje(f.impreso(cual), 0)})" for f in dudosos]
    return (
        f"{texto} Por el redondeo de {enumerar(nombres)} pueden ser {rango(propios, 0)}"
        f"{_con_el_redondeo(publicada, propios, len(filas))}."
    )


def _con_el_redondeo(publicada: Publicado, propios: Intervalo, total: int) -> str:
    """Cuando solo coincide uno de los conteos que el redondeo permite, dice cuál."""
    todos = Intervalo.exacto(total)
    if publicada.intervalo.toca(por_ciento(Intervalo.exacto(propios.valor), todos)):
        return ""
    for cuantos in range(int(propios.minimo), int(propios.maximo) + 1):
        parte = por_ciento(Intervalo.exacto(cuantos), todos)
        if publicada.intervalo.toca(parte):
            return (
                f": con {numero(cuantos)} serían {porcentaje(parte.valor, 1)}, que es "
                f"{porcentaje(publicada.valor, 0)} redondeado"
            )
    return ""


def _sigla(cual: Porcentaje) -> str:
    """`pahv_pct` → «PAHV»."""
    return cual.removesuffix("_pct").upper()


def _con(cual: Porcentaje) -> str:
    """Con qué porcentaje se lee el anexo, cuando no es el del semáforo de la política."""
    return "" if cual == DEL_SEMAFORO else f", con el {_sigla(cual)},"


def _la_base(datos: Datos, cual: Porcentaje) -> Iterator[str]:
    """Qué porcentaje grafica la fuente, según el título de su gráfico."""
    for nota in datos.lista("politica_notas"):
        if nota.titulo != BASE_DEL_GRAFICO:
            continue
        for base, nombre in PORCENTAJES.items():
            if nombre.removeprefix("avance ") in (nota.cita or "").lower():
                frase = f"El Gráfico 3 se titula «{nota.cita}»: su base es el {_sigla(base)}"
                prueba = f"; el {_sigla(cual)} se muestra para probar si explica lo publicado"
                yield f"{frase}{prueba if cual != base else ''}."


def _total(datos: Datos, distribucion: Sequence[PoliticaSemaforo]) -> Iterator[Contraste]:
    """Los cuatro porcentajes juntos, y los productos enteros que suponen."""
    yield from contrastar(
        "sdp_semaforo_suma",
        "Los porcentajes de la distribución del semáforo, sumados, frente a 100 %.",
        suma_publicada(distribucion, [f.productos_pct for f in distribucion], "%", PRECISION),
        Intervalo.exacto(100),
        f"{ES_SUMA} {como_suma(f.productos_pct for f in distribucion)}, y las partes de un todo "
        "dan 100; cada una está redondeada."
        if distribucion
        else None,
    )
    productos = datos.cifra("sdp_productos")
    if productos is None or not distribucion:
        return
    posibles = [
        enteros(Intervalo.escrito(f.productos_pct, PRECISION) * productos.intervalo / CIEN)
        for f in distribucion
    ]
    repartidos = [cuantos for cuantos in posibles if cuantos is not None]
    if len(repartidos) == len(distribucion):
        yield Contraste(
            "sdp_semaforo_productos",
            "Los productos de la política, frente a los que reparte la distribución del semáforo.",
            productos,
            sumar(repartidos),
            "Sus porcentajes suponen "
            + enumerar(
                [
                    f"{rango(e, 0)} {en_palabras(f.semaforo)}"
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
            "El inicio del nivel medio, frente al fin del nivel bajo.",
            "sdp_umbral_medio_desde",
            "sdp_umbral_bajo",
        ),
        (
            "sdp_umbral_alto",
            "El inicio del nivel alto, frente al fin del nivel medio.",
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
