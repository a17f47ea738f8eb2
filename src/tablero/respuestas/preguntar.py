"""Qué pregunta alguien con la sala proyectada: la dirección de lo que le contesta.

«¿y Usme?», «3.1.7», «¿por qué va tan bajo el objetivo 3?», «¿qué cambió?», «¿quién debe qué?». Solo
se entiende lo que el tablero tiene; lo demás lo busca quien pregunta.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urlencode

from tablero.coincidencias import SIN_PESO
from tablero.consultas import busqueda, comite, eat, ficha
from tablero.consultas.base import Preguntas
from tablero.filas import VARIOS, Fila
from tablero.respuestas.cosas import compromisos, entidad, lugar, objetivo
from tablero.territorio.localidades import localidades
from tablero.texto import limpiar, plano

EJEMPLOS = (
    "¿y Usme?",
    "3.1.7",
    "¿por qué va tan bajo el objetivo 3?",
    "¿qué cambió desde la última sesión?",
    "¿quién debe qué?",
)
CAMBIOS = "cambios"
"""La dirección de lo que cambió la sabe quien conoce las sesiones (`DelRegistro.que_cambio`)."""
DE_PRODUCTO = re.compile(r"(?<![\d.,])(\d{1,2})[.,](\d{1,2})[.,](\d{1,3})(?![\d]|[.,]\d)")
DE_OBJETIVO = re.compile(r"\bobjetivo (?:numero |n o |n |no )?(\d{1,2}|[a-z]+)\b")
DE_CLUSTER = re.compile(r"\bcluster (?:numero |n o |n |no )?(\d{1,3})\b")
DE_CAMBIO = re.compile(
    r"\b(?:que|cuanto|cuales) (?:ha |han |fue lo que |es lo que |se )?cambi(?:o|a|aron|ado)\b"
    r"|\bcambios\b|\bnovedades\b|\bque hay de nuevo\b"
)
DE_LO_QUE_SE_DEBE = re.compile(r"\bcompromisos?\b|\bdeben?\b")
NUMEROS = {"uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6}
DE_LA_POLITICA = frozenset({"politica", "avance", "bajo", "baja", "mal", "tan", "asi"})
GENERICAS = frozenset(
    {"secretaria", "secretarias", "distrital", "distrito", "instituto", "entidad", "entidades"}
)
"""Están en el nombre de casi toda entidad: no dicen cuál."""
CLASES_DE_LUGAR = frozenset({"localidad", "municipio", "departamento", "ciudad", "barrio"})
BOGOTA = "bogota"
CANDIDATAS = 9
"""Las que se escogen con una sola cifra."""
Palabras = tuple[str, ...]
C = TypeVar("C")


@dataclass(frozen=True)
class Candidata:
    """Algo que puede contestar: cómo se llama y dónde está."""

    titulo: str
    direccion: str
    contexto: str = ""


Candidatas = tuple[Candidata, ...]


@dataclass(frozen=True)
class Hay:
    """Lo que el tablero tiene y una pregunta puede nombrar."""

    productos: Mapping[str, tuple[Candidata, ...]] = field(default_factory=dict)
    """Código → uno por cada política que lo tiene."""
    objetivos: Mapping[int, tuple[Candidata, ...]] = field(default_factory=dict)
    entidades: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Nombre → las palabras que la distinguen."""
    lugares: Mapping[Palabras, tuple[Candidata, ...]] = field(default_factory=dict)
    """Las palabras de su nombre → los que se llaman así."""
    clusteres: frozenset[int] = frozenset()


def lo_que_hay(preguntar: Preguntas) -> Hay:
    """Lo que ese tablero tiene."""
    return Hay(
        productos=_agrupar((f["producto_codigo"], _producto(f)) for f in _productos(preguntar)),
        objetivos=_agrupar((f["objetivo_numero"], _objetivo(f)) for f in _objetivos(preguntar)),
        entidades=_entidades(preguntar),
        lugares=_agrupar(_lugares(preguntar)),
        clusteres=frozenset(
            f["cluster_numero"]
            for f in preguntar(eat.clusteres_municipios, departamento=None, municipio=None).filas
        ),
    )


def entender(dicho: str, hay: Hay) -> Candidatas:
    """Lo que contesta a lo dicho; varias si no se sabe cuál; ninguna si hay que buscar."""
    llano = plano(dicho)
    entendidas = (
        _un_producto(limpiar(dicho), hay),
        *(entendedor(llano, hay) for entendedor in ENTENDEDORES),
    )
    return next(filter(None, entendidas), ())[:CANDIDATAS]


def _un_producto(dicho: str, hay: Hay) -> Candidatas:
    escrito = DE_PRODUCTO.search(dicho)
    if escrito is None:
        return ()
    return hay.productos.get(".".join(str(int(parte)) for parte in escrito.groups()), ())


def _un_objetivo(llano: str, hay: Hay) -> Candidatas:
    nombrado = DE_OBJETIVO.search(llano)
    if nombrado is None:
        return ()
    numero = nombrado[1]
    return hay.objetivos.get(int(numero) if numero.isdecimal() else NUMEROS.get(numero, 0), ())


def _lo_que_cambio(llano: str, _hay: Hay) -> Candidatas:
    if not DE_CAMBIO.search(llano):
        return ()
    return (Candidata("Qué cambió desde la última sesión", CAMBIOS),)


def _lo_que_se_debe(llano: str, hay: Hay) -> Candidatas:
    """Los compromisos de la entidad nombrada o, si ninguna lo está, todos."""
    if not DE_LO_QUE_SE_DEBE.search(llano):
        return ()
    nombradas = _que_se_llaman(_palabras(DE_LO_QUE_SE_DEBE.sub(" ", llano)), hay)
    if not nombradas:
        return (Candidata("Quién debe qué", compromisos.direccion()),)
    return tuple(Candidata(f"Qué debe: {n}", compromisos.direccion(n)) for n in nombradas)


def _un_cluster(llano: str, hay: Hay) -> Candidatas:
    pedido = DE_CLUSTER.search(llano)
    if pedido is None or (numero := int(pedido[1])) not in hay.clusteres:
        return ()
    return (Candidata(f"Clúster {numero}", lugar.direccion("cluster", str(numero))),)


def _la_politica(llano: str, _hay: Hay) -> Candidatas:
    dicen = _palabras(llano)
    if "por que" not in llano or not dicen or not DE_LA_POLITICA.issuperset(dicen):
        return ()
    return (Candidata("Por qué la política va como va", "semaforo?ver=por_que"),)


def _un_lugar(llano: str, hay: Hay) -> Candidatas:
    dicen = tuple(p for p in _palabras(llano) if p not in CLASES_DE_LUGAR)
    return _sin_repetir_bogota(hay.lugares.get(dicen, ()))


def _una_entidad(llano: str, hay: Hay) -> Candidatas:
    nombradas = _que_se_llaman(_palabras(llano), hay)
    return tuple(Candidata(n, entidad.direccion(n), "Entidad") for n in nombradas)


ENTENDEDORES: tuple[Callable[[str, Hay], Candidatas], ...] = (
    _un_objetivo,
    _lo_que_cambio,
    _lo_que_se_debe,
    _un_cluster,
    _la_politica,
    _un_lugar,
    _una_entidad,
)
"""Del que más se distingue al que menos: contesta el primero que entienda."""


def _que_se_llaman(dicen: Palabras, hay: Hay) -> list[str]:
    """Las entidades que tienen en su nombre todas esas palabras."""
    propias = {p for p in dicen if p not in GENERICAS}
    if not propias:
        return []
    return [n for n, suyas in hay.entidades.items() if propias <= suyas]


def _palabras(llano: str) -> Palabras:
    """Las que dicen de qué se pregunta."""
    return tuple(p for p in llano.split() if p not in SIN_PESO)


def _sin_repetir_bogota(hallados: Candidatas) -> Candidatas:
    """Bogotá es municipio y departamento, y es el mismo lugar."""
    otros = {plano(h.titulo).partition(" ")[0] for h in hallados} - {BOGOTA}
    return hallados if otros else hallados[:1]


def _productos(preguntar: Preguntas) -> Iterable[Fila]:
    return preguntar(busqueda.productos).filas


def _producto(fila: Fila) -> Candidata:
    pedido = {"codigo": fila["producto_codigo"], "politica": fila["politica_codigo"]}
    return Candidata(
        f"{fila['producto_codigo']}. {fila['producto_nombre']}",
        f"producto?{urlencode(pedido)}",
        fila["politica_nombre"],
    )


def _objetivos(preguntar: Preguntas) -> Iterable[Fila]:
    return preguntar(busqueda.objetivos).filas


def _objetivo(fila: Fila) -> Candidata:
    numero = int(fila["objetivo_numero"])
    return Candidata(f"Objetivo {numero}", objetivo.direccion(numero, fila["politica_codigo"]))


def _entidades(preguntar: Preguntas) -> dict[str, frozenset[str]]:
    """Las del Comité y las que tienen productos, con las palabras de sus nombres y siglas."""
    nombradas = [(f["entidad"], f["entidad_nombre"]) for f in preguntar(comite.entidades).filas] + [
        (f["entidad"], f["entidad"]) for f in preguntar(busqueda.entidades).filas
    ]
    juntas: dict[str, set[str]] = {}
    for nombre, otro in nombradas:
        if nombre:
            suyas = juntas.setdefault(nombre, set())
            suyas.update(_palabras(plano(f"{nombre} {otro}")))
    return {nombre: frozenset(suyas) for nombre, suyas in juntas.items()}


def _lugares(preguntar: Preguntas) -> Iterator[tuple[Palabras, Candidata]]:
    """Las localidades de Bogotá, los municipios, por cada nombre suyo, y los departamentos."""
    for localidad in localidades():
        pedido = urlencode({"q": localidad.nombre, "clase": "localidad"})
        suya = Candidata(localidad.nombre, f"buscar?{pedido}", "Localidad de Bogotá")
        yield _palabras(plano(localidad.nombre)), suya
    departamentos: dict[str, None] = {}
    for fila in preguntar(ficha.indice).filas:
        departamento = fila["departamento_nombre"]
        departamentos[departamento] = None
        suyo = Candidata(
            fila["municipio_nombre"],
            lugar.direccion("municipio", fila["municipio_codigo"]),
            f"Municipio de {departamento}",
        )
        grafias = str(fila["grafias"]).split(VARIOS) if fila["grafias"] else []
        for nombre in dict.fromkeys((fila["municipio_nombre"], *grafias)):
            yield _palabras(plano(nombre)), suyo
            yield _palabras(plano(f"{nombre} {departamento}")), suyo
    for nombre in departamentos:
        suyo = Candidata(nombre, lugar.direccion("departamento", nombre), "Departamento")
        yield _palabras(plano(nombre)), suyo


def _agrupar(pares: Iterable[tuple[C, Candidata]]) -> dict[C, tuple[Candidata, ...]]:
    """Cada clave con todas las suyas, sin repetir."""
    juntas: dict[C, dict[Candidata, None]] = {}
    for clave, candidata in pares:
        if clave:
            juntas.setdefault(clave, {})[candidata] = None
    return {clave: tuple(suyas) for clave, suyas in juntas.items()}
