"""Una entidad: cómo van sus productos y qué debe."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

from tablero import formato
from tablero.consultas import comite
from tablero.consultas import entidad as consultas
from tablero.consultas.base import Preguntas
from tablero.filas import Fila
from tablero.registro.sesiones.estado import Compromiso
from tablero.respuestas.cosas.cosa import Cifra, Cosa, armar, tabla
from tablero.respuestas.cosas.politica import vista
from tablero.respuestas.cosas.producto import lo_que_lleva

PAGINA, NOMBRE = "entidad", "nombre"
ATRASADO = "atrasado"
SIN_PRODUCTOS = "Ninguna fuente le asigna un producto de la política."
LO_QUE_DEBE = 3
"""Los compromisos que se dicen uno por uno; todos se ven con «¿quién debe qué?»."""


def direccion(nombre: str) -> str:
    """La de su hoja."""
    return f"{PAGINA}?{urlencode({NOMBRE: nombre})}"


def una(
    preguntar: Preguntas,
    nombre: str,
    abiertos: Sequence[Compromiso],
    dia: date,
    politica: str | None = None,
) -> Cosa | None:
    """La de ese nombre, del Comité o con productos; `None` si no es ninguna."""
    mirada = vista(preguntar, politica)
    if mirada is None:
        return None
    del_comite = preguntar(comite.entidades)
    productos = preguntar(consultas.productos, **mirada, entidad=nombre)
    if productos.esta_vacio and nombre not in set(del_comite.datos["entidad"]):
        return None
    filas = sorted(productos.filas, key=_lo_peor_primero)
    atrasados = sum(f["situacion"] == ATRASADO for f in filas)
    suyos = [c for c in abiertos if c.entidad == nombre]
    return armar(
        "entidad",
        f"{nombre}: {formato.contar(len(filas), 'producto', 'productos')}, "
        f"{formato.contar(atrasados, 'atrasado', 'atrasados')}; "
        f"{formato.contar(len(suyos), 'compromiso abierto', 'compromisos abiertos')}",
        [del_comite] if productos.esta_vacio else [productos],
        direccion(nombre),
        cifras=[
            Cifra(formato.numero(len(filas)), "producto" if len(filas) == 1 else "productos"),
            Cifra(formato.numero(atrasados), "atrasado" if atrasados == 1 else "atrasados"),
            Cifra(
                formato.numero(len(suyos)),
                "compromiso abierto" if len(suyos) == 1 else "compromisos abiertos",
                _vencidos(suyos, dia),
            ),
        ],
        tabla=tabla(
            "Sus productos, los que más restan primero",
            ("Código", "Producto", "Lleva", "Debía", "Cómo va"),
            [(*lo_que_lleva(f), formato.texto(f["situacion"])) for f in filas],
            numericas=("Lleva", "Debía"),
        )
        if filas
        else None,
        notas=[*_que_debe(suyos), "" if filas else SIN_PRODUCTOS],
    )


def _lo_peor_primero(fila: Fila) -> tuple[float, str]:
    aporte = fila["brecha_aporte_pp"]
    return float("inf") if aporte is None else aporte, fila["producto_codigo"]


def _vencidos(suyos: Sequence[Compromiso], dia: date) -> str:
    vencidos = sum(c.esta_vencido(dia) for c in suyos)
    return formato.contar(vencidos, "ya venció", "ya vencieron") if suyos else ""


def _que_debe(suyos: Sequence[Compromiso]) -> list[str]:
    dichos = [f"Debe, para el {formato.fecha(c.vence)}: {c.que}" for c in suyos[:LO_QUE_DEBE]]
    resto = len(suyos) - len(dichos)
    return [*dichos, f"Y {formato.contar(resto, 'compromiso más', 'compromisos más')}."][
        : len(dichos) + bool(resto)
    ]
