"""Los objetivos de la política en el informe de la SDP: productos, ponderación y brecha.

El informe no dice en qué unidad está la brecha de un objetivo. Los valores de su gráfico 2 no están
en el texto: de él solo se conocen el título (avance y trayectoria «por objetivos») y lo que cuenta
la sección 4. Aquí se compara en porcentaje del objetivo, la única lectura con que uno de los tres
coincide; los puntos de la política van en la explicación.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tablero.calculo.conciliacion import Contraste, Datos, contrastar, publicado, solo_publicadas
from tablero.calculo.contrastes.formas import (
    ES_CONTEO,
    ES_SUMA,
    como_suma,
    conteo,
    conteo_publicado,
    en_porcentaje,
    rango,
    suma_exacta,
    suma_publicada,
    unidad_del_ultimo_digito,
)
from tablero.calculo.contrastes.sdp_anexo import (
    Renglon,
    con_su_pahv,
    en_nivel,
    en_palabras,
    peso_total,
    por_objetivo,
    renglones,
    sin_porcentajes,
)
from tablero.calculo.intervalos import Intervalo, por_ciento, sumar
from tablero.formato import contar, enumerar, numero, numero_justo, porcentaje
from tablero.modelo.cifras import Cifra
from tablero.modelo.politica import PoliticaObjetivo, Semaforo
from tablero.texto import a_codigo

PRECISION_DE_LA_PONDERACION = 1
PRECISION_DE_LA_BRECHA = unidad_del_ultimo_digito(2)


def contrastes(datos: Datos) -> Iterator[Contraste]:
    """Los contrastes de los objetivos."""
    filas = renglones(datos)
    yield from _cuantos(datos, filas)
    yield from _ponderaciones(datos, filas)
    for objetivo in solo_publicadas(datos.tabla(PoliticaObjetivo)):
        propios = por_objetivo(filas, objetivo.objetivo_numero)
        yield from _productos(objetivo, propios)
        yield from _ponderacion(objetivo, propios)
        yield from _brecha(objetivo, propios)
        yield from _nombrados(datos, objetivo, propios)


def _cuantos(datos: Datos, filas: Sequence[Renglon]) -> Iterator[Contraste]:
    """Cuántos objetivos y cuántos productos."""
    objetivos = solo_publicadas(datos.tabla(PoliticaObjetivo))
    del_anexo = Counter(fila.producto.objetivo_numero for fila in filas)
    yield from contrastar(
        "sdp_objetivos_anexo",
        "Los objetivos de la política, frente a los que tienen productos en el Anexo 1.",
        datos.cifra("sdp_objetivos"),
        conteo(del_anexo),
    )
    yield from contrastar(
        "sdp_objetivos_seccion_4",
        "Los objetivos de la política, frente a los que describe la sección 4.",
        datos.cifra("sdp_objetivos"),
        conteo(objetivos),
    )
    yield from contrastar(
        "sdp_productos_anexo",
        "Los productos de la política, frente a los que lista el Anexo 1.",
        datos.cifra("sdp_productos"),
        conteo(filas),
    )
    if objetivos:
        yield from contrastar(
            "sdp_productos_por_objetivo",
            "Los productos de la política, frente a la suma de los que publica para cada objetivo.",
            datos.cifra("sdp_productos"),
            suma_exacta(f.productos for f in objetivos),
            f"{como_suma(f.productos for f in objetivos)}; en el Anexo 1, "
            f"{como_suma(del_anexo[f.objetivo_numero] for f in objetivos)}.",
        )


def _ponderaciones(datos: Datos, filas: Sequence[Renglon]) -> Iterator[Contraste]:
    """Los pesos de todos los objetivos, y el segundo que se imprime para el primero."""
    objetivos = solo_publicadas(datos.tabla(PoliticaObjetivo))
    pesos = [f.ponderacion_pct for f in objetivos]
    total = suma_publicada(objetivos, pesos, "%", precision=PRECISION_DE_LA_PONDERACION)
    if total is not None:
        suma = como_suma(pesos)
        falta = _por_los_que_no_traen_porcentajes(total.intervalo, filas)
        yield Contraste(
            "sdp_ponderaciones_objetivos",
            "Las ponderaciones de los objetivos, sumadas, frente a las de los productos.",
            total,
            peso_total(filas),
            f"{ES_SUMA} {suma}.{falta}",
        )
    segunda = datos.cifra("sdp_objetivo_1_ponderacion_segunda")
    propios = por_objetivo(filas, 1)
    yield from contrastar(
        "sdp_objetivo_1_ponderacion_segunda",
        "El segundo porcentaje que el informe imprime como ponderación del objetivo 1.",
        segunda,
        None,
        "El informe no dice qué mide; los productos del objetivo 1 pesan "
        f"{en_porcentaje(peso_total(propios).valor)} en el Anexo 1.",
    )


def _por_los_que_no_traen_porcentajes(publicada: Intervalo, filas: Sequence[Renglon]) -> str:
    """Si la diferencia de peso es la de los productos sin porcentajes, lo dice."""
    total, ausentes = peso_total(filas), sin_porcentajes(filas)
    sin_ellos = total - Intervalo.exacto(peso_total(ausentes).valor)
    if not ausentes or publicada.toca(total) or not publicada.toca(sin_ellos):
        return ""
    nombres = enumerar([fila.codigo for fila in ausentes])
    return (
        f" La diferencia, {numero_justo(total.valor - publicada.valor)}, es justo el peso de "
        f"{nombres}, sin porcentajes en el Anexo 1."
    )


def _productos(objetivo: PoliticaObjetivo, propios: Sequence[Renglon]) -> Iterator[Contraste]:
    """Cuántos productos tiene el objetivo."""
    n = objetivo.objetivo_numero
    por_resultado = Counter(fila.codigo.rpartition(".")[0] for fila in propios)
    detalle = [f"{numero(cuantos)} con código {raiz}" for raiz, cuantos in por_resultado.items()]
    yield Contraste(
        f"sdp_objetivo_{n}_productos",
        f"Los productos del objetivo {n}, frente a los que lista el Anexo 1.",
        publicado(objetivo, objetivo.productos, "productos"),
        conteo(propios),
        f"El Anexo 1 lista {enumerar(detalle)}." if detalle else None,
    )


def _ponderacion(objetivo: PoliticaObjetivo, propios: Sequence[Renglon]) -> Iterator[Contraste]:
    """El peso del objetivo."""
    n = objetivo.objetivo_numero
    peso = publicado(objetivo, objetivo.ponderacion_pct, "%", PRECISION_DE_LA_PONDERACION)
    total = peso_total(propios)
    falta = _por_los_que_no_traen_porcentajes(peso.intervalo, propios)
    yield Contraste(
        f"sdp_objetivo_{n}_ponderacion",
        f"La ponderación del objetivo {n}, frente a la suma de las de sus productos.",
        peso,
        total,
        f"Los productos del Anexo 1 suman {en_porcentaje(total.valor)}.{falta}",
    )


def _brecha(objetivo: PoliticaObjetivo, propios: Sequence[Renglon]) -> Iterator[Contraste]:
    """La brecha del objetivo, en porcentaje del objetivo."""
    n, brecha = objetivo.objetivo_numero, objetivo.brecha_pp
    if brecha is None or not propios:
        return
    en_puntos = sumar(fila.brecha_pp for fila in propios)
    calculada = por_ciento(en_puntos, Intervalo.exacto(peso_total(propios).valor))
    texto = (
        f"El Anexo 1 da {porcentaje(calculada.valor)} del objetivo ({rango(calculada)}), que son "
        f"{numero(en_puntos.valor, 2)} puntos de la política ({rango(en_puntos)})."
    )
    if brecha * calculada.minimo < 0 and brecha * calculada.maximo < 0:
        texto += " El signo es el contrario."
    yield Contraste(
        f"sdp_objetivo_{n}_brecha",
        f"La brecha del objetivo {n}, frente a la de sus productos, ponderada.",
        replace(
            publicado(objetivo, brecha, "puntos porcentuales", PRECISION_DE_LA_BRECHA),
            cita=objetivo.brecha_cita,
        ),
        calculada,
        texto,
    )


def _nombrados(
    datos: Datos, objetivo: PoliticaObjetivo, propios: Sequence[Renglon]
) -> Iterator[Contraste]:
    """Los productos con que el informe explica la brecha: los nombra con su ponderación."""
    if not objetivo.brecha_pp:
        return
    n, es_positiva = objetivo.objetivo_numero, objetivo.brecha_pp > 0
    nivel: Semaforo = "sobre-ejecución" if es_positiva else "bajo"
    dichos = nombrados(datos, propios)
    cifras = {f.cifra_codigo: f for f in datos.tabla(Cifra)}
    detalle = [con_su_pahv(fila) for fila in dichos]
    signo = "positiva" if es_positiva else "negativa"
    yield from contrastar(
        f"sdp_objetivo_{n}_productos_nombrados",
        f"Los productos que explican la brecha {signo} del objetivo {n} y cuántos de ellos están "
        f"{en_palabras(nivel)}.",
        conteo_publicado(
            [cifras[_su_cifra(fila)] for fila in dichos],
            "productos",
            objetivo.productos_nombrados_cita,
        ),
        en_nivel(dichos, "pahv_pct", nivel),
        f"{ES_CONTEO} Por su PAHV: {enumerar(detalle)}. En todo el objetivo hay "
        f"{contar(int(en_nivel(propios, 'pahv_pct', nivel).valor), 'producto', 'productos')} "
        f"{en_palabras(nivel)}.",
    )


def nombrados(datos: Datos, propios: Sequence[Renglon]) -> list[Renglon]:
    """Los productos que la sección 4 nombra: los que repite con su ponderación."""
    cifras = {fila.cifra_codigo for fila in datos.tabla(Cifra)}
    return [fila for fila in propios if _su_cifra(fila) in cifras]


def _su_cifra(fila: Renglon) -> str:
    return f"sdp_ponderacion_{a_codigo(fila.codigo)}"
