"""Cómo va la política y por qué: lo publicado y lo calculado, juntos."""

from collections.abc import Callable

from tablero import formato, tema
from tablero.consultas import politica, por_que
from tablero.consultas.base import Preguntas
from tablero.filas import Fila
from tablero.graficos.politica import avance as de_avance
from tablero.graficos.politica import por_que as de_por_que
from tablero.graficos.politica import semaforo as de_semaforo
from tablero.modelo.fuera import Fuera
from tablero.respuestas.cosas.contraste import razon
from tablero.respuestas.cosas.cosa import Cifra, Cosa, armar, tabla
from tablero.respuestas.vista import DeUnCorte

ALTO, BAJO, NO_VIGENTE = "alto", "bajo", "no vigente"
PAHV = "PAHV: el porcentaje de avance hasta la vigencia, que es el que da el color."
SE_LEE = (
    "Cada barra empieza donde termina la anterior: a la izquierda resta, a la derecha suma, y la "
    "última es la brecha"
)
NADA = 1e-9
"""Un aporte menor que este es ruido de los decimales."""


def vista(preguntar: Preguntas, codigo: str | None = None) -> DeUnCorte | None:
    """Esa política (sin decir cuál, la primera) en su último corte; `None` si no está."""
    todas = (f["politica_codigo"] for f in preguntar(politica.politicas).filas)
    for suyo in todas if codigo is None else [codigo]:
        for corte in preguntar(politica.cortes, politica=suyo).filas:
            return {"politica": suyo, "corte": corte["corte_fecha"]}
    return None


def avance(preguntar: Preguntas) -> Cosa | None:
    """Lo que la política lleva contra lo que debía llevar."""
    mirada = vista(preguntar)
    if mirada is None:
        return None
    corte = preguntar(politica.corte, **mirada)
    fila = corte.fila
    if fila["avance_mostrado_pct"] is None:
        return None
    dibujo = de_avance.politica(corte.datos)
    publica = fila["avance_pct"] is not None
    return armar(
        "avance",
        dibujo.titulo,
        [corte],
        "semaforo",
        cifras=[
            _par(fila, "avance", "pct", ("avance", "o"), formato.porcentaje),
            _par(fila, "trayectoria", "pct", ("trayectoria", "a"), formato.porcentaje),
            _par(fila, "brecha", "pp", ("brecha", "a"), formato.puntos),
        ],
        grafico=dibujo,
        notas=[razon(preguntar, "sdp_avance", mirada["corte"]) if publica else "", dibujo.nota],
    )


def explicacion(preguntar: Preguntas) -> Cosa | None:
    """La brecha de la política, hecha de los aportes de sus objetivos."""
    mirada = vista(preguntar)
    if mirada is None:
        return None
    grupos = preguntar(por_que.grupos, **mirada, por="objetivo")
    if grupos.datos["brecha_politica_pp"].isna().all():
        return None
    fuera = Fuera.de_fila(preguntar(politica.corte, **mirada).fila)
    dibujo = de_por_que.brecha(
        grupos.datos.rename(columns={"grupo": "objetivo"}), por="objetivo", fuera=fuera.frase
    )
    total = grupos.filas[0]["brecha_politica_pp"]
    aportes = [f["brecha_aporte_pp"] for f in grupos.filas]
    return armar(
        "por_que",
        dibujo.titulo,
        [grupos],
        "semaforo?ver=por_que",
        cifras=[
            Cifra(formato.numero(total, 2, signo=True), "puntos: brecha calculada de la política")
        ],
        grafico=dibujo,
        notas=[fuera.frase, f"{SE_LEE}{formato.por_redondeo(aportes, total)}."],
    )


def estados(preguntar: Preguntas) -> Cosa | None:
    """Los productos por estado del semáforo, y la distribución que el informe publica."""
    mirada = vista(preguntar)
    if mirada is None:
        return None
    semaforo = preguntar(politica.semaforo, **mirada)
    if semaforo.esta_vacio:
        return None
    conteo = {f["semaforo"]: int(f["productos"]) for f in semaforo.filas}
    de_cuantos = _de_cuantos(conteo)
    contrastado = preguntar(politica.semaforo_contrastado, **mirada)
    publicado = {
        f["semaforo"]: f["publicado_productos_pct"]
        for f in contrastado.filas
        if f["publicado_productos_pct"] is not None
    }
    notas = [PAHV]
    if publicado:
        dicho = formato.enumerar(
            [
                f"{formato.porcentaje(valor, 0)} en {tema.en_frase(estado)}"
                for estado, valor in publicado.items()
            ]
        )
        notas = [
            f"El informe publica {dicho}.",
            f"{de_semaforo.distribuciones(contrastado.datos).titulo}.",
            PAHV,
        ]
    dibujo = de_semaforo.barra_semaforo(semaforo.datos)
    return armar(
        "semaforo",
        dibujo.titulo,
        [semaforo, *([contrastado] if publicado else [])],
        "semaforo",
        cifras=[
            Cifra(formato.numero(conteo.get(ALTO, 0)), f"{de_cuantos}, en alto"),
            Cifra(formato.numero(conteo.get(BAJO, 0)), f"{de_cuantos}, en bajo"),
        ],
        grafico=dibujo,
        notas=notas,
    )


def objetivos(preguntar: Preguntas) -> Cosa | None:
    """El avance calculado de cada objetivo contra su trayectoria."""
    mirada = vista(preguntar)
    if mirada is None:
        return None
    respuesta = preguntar(politica.objetivos, **mirada)
    medidos = [
        f
        for f in respuesta.filas
        if f["objetivo_numero"] is not None and f["brecha_calculada_pp"] is not None
    ]
    if not medidos:
        return None
    peor = min(medidos, key=lambda f: f["brecha_calculada_pp"])
    dibujo = de_avance.objetivos(respuesta.datos)
    publica = peor["brecha_publicada_pp"] is not None
    numero = peor["objetivo_numero"]
    total = next(f for f in respuesta.filas if f["objetivo_numero"] is None)
    return armar(
        "objetivos",
        dibujo.titulo,
        [respuesta],
        "semaforo?ver=objetivos",
        cifras=[
            Cifra(
                formato.numero(peor["brecha_calculada_pp"], 2, signo=True),
                f"puntos: brecha calculada del objetivo {numero}",
                f"Publicada: {formato.puntos(peor['brecha_publicada_pp'])}",
            )
        ],
        grafico=dibujo,
        notas=[
            razon(preguntar, f"sdp_objetivo_{numero}_brecha", mirada["corte"]) if publica else "",
            Fuera.de_fila(total).frase,
        ],
    )


def atrasados(preguntar: Preguntas) -> Cosa | None:
    """Los productos que más le restan a la política, del que más al que menos."""
    mirada = vista(preguntar)
    if mirada is None:
        return None
    productos = preguntar(por_que.productos, **mirada)
    restan = [
        f
        for f in productos.filas
        if f["brecha_aporte_pp"] is not None and f["brecha_aporte_pp"] < -NADA
    ]
    if not restan:
        return None
    restan.sort(key=lambda f: f["brecha_aporte_pp"])
    return armar(
        "atrasados",
        de_por_que.brecha(productos.datos, por="producto").titulo,
        [productos],
        "semaforo?ver=productos",
        tabla=tabla(
            "Los productos que más le restan a la política",
            ("Código", "Producto", "Lleva", "Debía llevar", "Resta (p. p.)"),
            [_de_producto(f) for f in restan],
            numericas=("Lleva", "Debía llevar", "Resta (p. p.)"),
        ),
    )


def _de_cuantos(conteo: dict[str, int]) -> str:
    """«de 52 productos»; si alguno no está vigente, se cuentan los que sí."""
    vigentes = sum(n for estado, n in conteo.items() if estado != NO_VIGENTE)
    dicho = formato.contar(vigentes, "producto", "productos")
    if not conteo.get(NO_VIGENTE):
        return f"de {dicho}"
    return f"de {dicho} {'vigente' if vigentes == 1 else 'vigentes'}"


def _de_producto(fila: Fila) -> tuple[str, ...]:
    return (
        fila["producto_codigo"],
        formato.texto(fila["producto_nombre"]),
        formato.porcentaje(fila["paa_pct"]),
        formato.porcentaje(fila["trayectoria_pct"]),
        formato.numero(fila["brecha_aporte_pp"], 2, signo=True),
    )


def _par(
    fila: Fila,
    que: str,
    unidad: str,
    nombre: tuple[str, str],
    escribir: Callable[[float | None], str],
) -> Cifra:
    """Lo publicado en grande y lo calculado al lado; donde nada se publica, lo calculado.

    `nombre` va con la letra en que termina: «publicado», «publicada».
    """
    dicho, final = nombre
    publicado = escribir(fila[f"{que}_{unidad}"])
    calculado = escribir(fila[f"{que}_calculad{final}_{unidad}"])
    if fila["avance_pct"] is None:
        return Cifra(calculado, f"{dicho} calculad{final}", f"Publicad{final}: {formato.SIN_DATO}")
    return Cifra(publicado, f"{dicho} publicad{final}", f"Calculad{final}: {calculado}")
