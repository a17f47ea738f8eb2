"""Por qué un objetivo va como va: lo que cada uno de sus productos le suma o le resta."""

from math import fsum
from urllib.parse import urlencode

from tablero import formato
from tablero.consultas import politica as consultas
from tablero.consultas import por_que
from tablero.consultas.base import Preguntas
from tablero.filas import Fila
from tablero.respuestas.cosas.contraste import razon
from tablero.respuestas.cosas.cosa import Cifra, Cosa, armar, tabla
from tablero.respuestas.cosas.politica import NADA, vista
from tablero.respuestas.cosas.producto import lo_que_lleva
from tablero.respuestas.vista import DeUnCorte

PAGINA = "semaforo"
VER, CUAL = "por_que", "objetivo"


def direccion(numero: int, politica: str | None = None) -> str:
    """La de la página donde se descompone la brecha, con el objetivo del que se trata."""
    suya = {} if politica is None else {"politica": politica}
    return f"{PAGINA}?{urlencode({'ver': VER, CUAL: str(numero), **suya})}"


def uno(preguntar: Preguntas, numero: int, politica: str | None = None) -> Cosa | None:
    """El de ese número en el último corte de su política; `None` si no está."""
    mirada = vista(preguntar, politica)
    if mirada is None:
        return None
    objetivos = preguntar(consultas.objetivos, **mirada)
    suyo = objetivos.datos[(objetivos.datos["objetivo_numero"] == numero).fillna(value=False)]
    if suyo.empty:
        return None
    respuesta, productos = objetivos.parte(suyo), _productos(preguntar, mirada, numero)
    fila = respuesta.fila
    restan = [f for f in productos if f["brecha_aporte_pp"] < -NADA]
    suman = [f for f in productos if f["brecha_aporte_pp"] > NADA]
    return armar(
        f"objetivo_{numero}",
        _mensaje(numero, fila, restan),
        [respuesta, preguntar(por_que.productos, **mirada)],
        direccion(numero, politica),
        cifras=[
            Cifra(
                formato.numero(fila["brecha_calculada_pp"], 2, signo=True),
                "puntos: brecha calculada del objetivo",
                f"Publicada: {formato.puntos(fila['brecha_publicada_pp'])}",
            ),
            Cifra(formato.porcentaje(fila["avance_pct"]), "lleva el objetivo, calculado"),
            Cifra(formato.porcentaje(fila["trayectoria_pct"]), "debía llevar, calculado"),
        ],
        tabla=tabla(
            "Sus productos: lo que cada uno le resta o le suma a la política, con su peso",
            ("Código", "Producto", "Lleva", "Debía", "Aporta (p. p.)"),
            [
                (*lo_que_lleva(f), formato.numero(f["brecha_aporte_pp"], 2, signo=True))
                for f in (*restan, *suman)
            ],
            numericas=("Lleva", "Debía", "Aporta (p. p.)"),
        ),
        notas=[
            razon(preguntar, f"sdp_objetivo_{numero}_brecha", mirada["corte"]),
            _sin_dato(fila),
            _los_demas(fila, productos, len(restan) + len(suman)),
        ],
    )


def _productos(preguntar: Preguntas, mirada: DeUnCorte, numero: int) -> list[Fila]:
    """Los que entran en la suma, del que más resta al que más suma."""
    suyos = [
        f
        for f in preguntar(por_que.productos, **mirada).filas
        if f["objetivo_numero"] == numero and f["brecha_aporte_pp"] is not None
    ]
    return sorted(suyos, key=lambda f: (f["brecha_aporte_pp"], f["producto_codigo"]))


def _mensaje(numero: int, fila: Fila, restan: list[Fila]) -> str:
    """«El objetivo 3 le resta 1,50 puntos a la política: el 3.1.7, solo, resta 4,00»."""
    aporte = fila["brecha_aporte_pp"]
    if aporte is None:
        return f"Del objetivo {numero} no se puede calcular la brecha: sin dato"
    verbo = "le resta" if aporte < -NADA else "le suma" if aporte > NADA else "no le quita ni pone"
    cuanto = "" if abs(aporte) <= NADA else f" {formato.numero(abs(aporte), 2)} puntos"
    dicho = f"El objetivo {numero} {verbo}{cuanto} a la política"
    if not restan:
        return f"{dicho}: ninguno de sus productos resta"
    peor = restan[0]
    resta = formato.numero(-peor["brecha_aporte_pp"], 2)
    if len(restan) == 1:
        return f"{dicho}: solo resta el {peor['producto_codigo']}, {resta}"
    todo = formato.numero(-fsum(f["brecha_aporte_pp"] for f in restan), 2)
    return (
        f"{dicho}: el {peor['producto_codigo']} resta {resta} de los {todo} que restan "
        f"{len(restan)} productos"
    )


def _sin_dato(fila: Fila) -> str:
    cuantos = fila["productos_sin_dato"]
    if not cuantos:
        return ""
    dichos = formato.contar(cuantos, "producto sin dato", "productos sin dato")
    return f"{dichos}: {formato.porcentaje(fila['peso_sin_dato_pct'])} del peso no se puede medir."


def _los_demas(fila: Fila, productos: list[Fila], van: int) -> str:
    """Los que ni suman ni restan, que no están en la tabla."""
    quietos = len(productos) - van
    if not quietos:
        return ""
    cuantos = formato.contar(quietos, "producto", "productos")
    de_cuantos = formato.numero(fila["productos_calculados"])
    return f"{cuantos} de {de_cuantos} van justo donde debían: no restan ni suman."
