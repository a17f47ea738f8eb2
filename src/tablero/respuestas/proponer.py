"""Lo que los datos piden tratar en una sesión: la agenda de la última, y lo que va mal."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from tablero import formato
from tablero.consultas import fuentes, listas, politica
from tablero.consultas.base import Preguntas
from tablero.filas import Fila
from tablero.registro.sesiones.escribir import Escritor, nuevo
from tablero.registro.sesiones.estado import Actas, Compromiso
from tablero.respuestas.antiguedad import vigentes as fuentes_vigentes
from tablero.respuestas.desde_la_ultima import Comparar, DesdeLaUltima, desde_la_ultima
from tablero.texto import plano

ATRASADOS = 3
"""Los productos atrasados que se proponen de cada política: los que más le restan."""
LETRAS_DE_TITULO = 120
NINGUNA_FUENTE = "sin dato: ninguna fuente lo publica"
SIN_FUENTE = {"nivel de madurez": "Nivel de madurez", "metas pdd": "Metas PDD"}
"""Lo que la agenda publicada nombra y ningún documento da."""
DEL_TABLERO = "tablero de control"
"""El punto en que la agenda publicada presenta lo que este tablero muestra."""
DE_COMPROMISOS = "Compromisos de sesiones anteriores"
ATRASADO, VENCIDA = "atrasado", "vencida"


@dataclass(frozen=True)
class PuntoPropuesto:
    """Un punto de la agenda; sus minutos los dice quien prepara la sesión."""

    titulo: str
    nota: str = ""


@dataclass(frozen=True)
class PantallaPropuesta:
    """Lo que conviene mostrar, por qué, y qué se le pide al Comité."""

    titulo: str
    direccion: str
    para_quien_habla: str
    decision_pedida: str = ""
    punto: str = ""
    """El título del punto de la agenda en que se muestra; vacío si no es evidente."""


@dataclass(frozen=True)
class Propuesta:
    """Una sesión propuesta por los datos."""

    puntos: tuple[PuntoPropuesto, ...]
    pantallas: tuple[PantallaPropuesta, ...]

    def escribir(self, escritor: Escritor, sesion: str) -> None:
        """Deja todo en esa sesión, que no tiene nada."""
        codigos = {punto.titulo: nuevo() for punto in self.puntos}
        for orden, punto in enumerate(self.puntos, start=1):
            codigo = codigos[punto.titulo]
            escritor.punto(sesion, punto.titulo, nota=punto.nota, orden=orden, codigo=codigo)
        self.mostrar(escritor, sesion, self.pantallas, desde=1, puntos=codigos)

    def faltan(self, ya: Sequence[str]) -> tuple[PantallaPropuesta, ...]:
        """Las pantallas cuya dirección no está entre esas."""
        return tuple(p for p in self.pantallas if p.direccion not in ya)

    @staticmethod
    def mostrar(
        escritor: Escritor,
        sesion: str,
        pantallas: Sequence[PantallaPropuesta],
        *,
        desde: int,
        puntos: Mapping[str, str],
    ) -> None:
        """Agrega esas pantallas, desde ese lugar; `puntos`, los de la sesión: título → código."""
        for orden, pantalla in enumerate(pantallas, start=desde):
            escritor.pantalla(
                sesion,
                pantalla.titulo,
                pantalla.direccion,
                para_quien_habla=pantalla.para_quien_habla,
                decision_pedida=pantalla.decision_pedida,
                punto=puntos.get(pantalla.punto, ""),
                orden=orden,
            )


def crear(
    preguntar: Preguntas,
    escritor: Escritor,
    antes: Actas,
    *,
    dia: date,
    lugar: str,
    hoy: date,
    edicion: int | None,
    comparar: Comparar,
    con_propuesta: bool = True,
) -> str:
    """Una sesión nueva, con lo que proponen los datos y la regla de la última; da su código.

    La de una cancelada no cuenta. Queda entera o no queda.
    """
    propuesta = Propuesta((), ())
    if con_propuesta:
        cambio = desde_la_ultima(antes, dia=dia, hoy=hoy, edicion=edicion, comparar=comparar)
        propuesta = proponer(preguntar, antes.abiertos(), dia=dia, hoy=hoy, cambio=cambio)
    vigentes = antes.vigentes()
    regla = vigentes[0].minimo if vigentes else None
    with escritor.juntos() as lote:
        codigo = lote.crear(dia, lugar, hoy=hoy, edicion=edicion, regla=regla)
        propuesta.escribir(lote, codigo)
    return codigo


def proponer(
    preguntar: Preguntas,
    abiertos: Sequence[Compromiso],
    *,
    dia: date,
    hoy: date,
    cambio: DesdeLaUltima | None = None,
) -> Propuesta:
    """La de una sesión que será ese día; `abiertos`, los compromisos que nadie ha cumplido."""
    deben = [compromiso for compromiso in abiertos if compromiso.vence <= dia]
    puntos = tuple(_puntos(preguntar, deben))
    del_tablero = next((p.titulo for p in puntos if DEL_TABLERO in plano(p.titulo)), "")
    de_los_datos = (*_de_la_politica(preguntar), *_de_las_fuentes(preguntar, hoy))
    return Propuesta(
        puntos,
        (
            *_de_compromisos(deben, hoy),
            *_de_lo_que_cambio(cambio),
            *(replace(pantalla, punto=del_tablero) for pantalla in de_los_datos),
        ),
    )


def _puntos(preguntar: Preguntas, deben: Sequence[Compromiso]) -> Iterator[PuntoPropuesto]:
    """Los de la agenda de la última sesión publicada; los compromisos, antes del cierre."""
    publicados = preguntar(listas.enunciados, listas=("comite_agenda",)).filas
    propio = PuntoPropuesto(DE_COMPROMISOS, _cuantos(deben))
    cierre = next((f for f in publicados if "cierre" in plano(f["titulo"])), None)
    for fila in publicados:
        if deben and fila is cierre:
            yield propio
        yield PuntoPropuesto(fila["titulo"], _sin_fuente(fila["titulo"]))
    if deben and cierre is None:
        yield propio


def _sin_fuente(titulo: str) -> str:
    dicho = plano(titulo)
    return " · ".join(
        f"{que}: {NINGUNA_FUENTE}" for clave, que in SIN_FUENTE.items() if clave in dicho
    )


def _de_compromisos(deben: Sequence[Compromiso], hoy: date) -> Iterator[PantallaPropuesta]:
    if not deben:
        return
    vencidos = formato.contar(
        sum(c.esta_vencido(hoy) for c in deben), "ya está vencido", "ya están vencidos"
    )
    yield PantallaPropuesta(
        "Compromisos que vencen a más tardar el día de la sesión",
        "sesion?ver=compromisos",
        f"{_cuantos(deben)}; {vencidos}.",
        "¿Se cumplieron, o con qué fecha nueva?",
        DE_COMPROMISOS,
    )


def _de_lo_que_cambio(cambio: DesdeLaUltima | None) -> Iterator[PantallaPropuesta]:
    if cambio is not None:
        yield PantallaPropuesta(cambio.titulo, cambio.direccion, cambio.en_palabras)


def _cuantos(deben: Sequence[Compromiso]) -> str:
    return formato.contar(len(deben), "compromiso abierto", "compromisos abiertos")


def _de_la_politica(preguntar: Preguntas) -> Iterator[PantallaPropuesta]:
    """Cómo va cada política, y los productos atrasados que más le restan."""
    todas = preguntar(politica.politicas).filas
    for fila in todas:
        codigo, dia = fila["politica_codigo"], fila["corte_fecha"]
        suya = {"politica": codigo}
        corte = preguntar(politica.corte, politica=codigo, corte=dia).fila
        yield PantallaPropuesta(
            _en_corto(f"Cómo va la política{_cual(fila, todas)}"),
            f"semaforo?{urlencode(suya)}",
            f"Al {formato.fecha(dia)} lleva {formato.porcentaje(corte['avance_mostrado_pct'])}.",
        )
        productos = preguntar(
            politica.productos,
            politica=codigo,
            corte=dia,
            objetivo=None,
            estado=None,
            tipo=None,
            sector=None,
            entidad=None,
        ).filas
        atrasados = [p for p in productos if p["situacion"] == ATRASADO]
        for producto in sorted(atrasados, key=_cuanto_resta)[:ATRASADOS]:
            yield _de_un_producto(producto, suya)


def _cual(fila: Fila, todas: Sequence[Fila]) -> str:
    return f": {fila['politica_nombre']}" if len(todas) > 1 else ""


def _cuanto_resta(producto: Fila) -> float:
    return float(producto["brecha_aporte_pp"] or 0)


def _de_un_producto(producto: Fila, suya: dict[str, str]) -> PantallaPropuesta:
    numero, entidad = producto["producto_codigo"], producto["entidad"]
    pide = f"{entidad}: ¿qué hará" if entidad else "¿Quién responde por él, y qué hará"
    return PantallaPropuesta(
        _en_corto(f"Producto {numero}, atrasado: {producto['producto_nombre']}"),
        f"producto?{urlencode({'codigo': numero, **suya})}",
        f"PAHV: {formato.porcentaje(producto['pahv_pct'])}. Brecha: "
        f"{formato.puntos(producto['brecha_pp'])}",
        f"{pide} para ponerse al día?",
    )


def _de_las_fuentes(preguntar: Preguntas, hoy: date) -> Iterator[PantallaPropuesta]:
    mencionadas = fuentes_vigentes(preguntar(fuentes.fuentes).fuentes, hoy)
    vencidas = [m for m in mencionadas if m.estado == VENCIDA]
    if not vencidas:
        return
    dichas = "; ".join(f"{m.sigla}, {m.edad} (falta {m.faltantes})" for m in vencidas)
    cuantas = formato.contar(len(vencidas), "fuente vencida", "fuentes vencidas")
    yield PantallaPropuesta(
        f"{cuantas}: {formato.enumerar([m.sigla for m in vencidas])}",
        "descargas?ver=fuentes",
        f"{dichas}.",
        "¿Quién pide los cortes que faltan?",
    )


def _en_corto(titulo: str) -> str:
    return titulo if len(titulo) <= LETRAS_DE_TITULO else f"{titulo[: LETRAS_DE_TITULO - 1]}…"
