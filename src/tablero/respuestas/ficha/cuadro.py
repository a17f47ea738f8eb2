"""Municipios lado a lado: su orden, su centro, las personas, la transferencia y el taller."""

from collections.abc import Sequence

from tablero import formato
from tablero.consultas.base import Resultado
from tablero.filas import Fila
from tablero.formato import SIN_DATO
from tablero.respuestas.ficha.hoja import Cuadro, Notas, Redactor
from tablero.respuestas.ficha.pais import Pais

FILAS = 14
"""Las que caben en la hoja; si hay más, el pie dice cuántas."""
COLUMNAS = (
    ("N.º", True),
    ("Municipio", False),
    ("Orden IPT", True),
    ("Clúster", True),
    ("Centro Intégrate", False),
    ("Personas atendidas", True),
    ("Transferencia", True),
    ("Estado", False),
    ("Taller (fase 2)", False),
)
SUMA = "una persona puede contarse más de una vez"
PIE = "«No aparece»: la lista de la fuente no lo nombra. «Sin dato»: ninguna da esa cifra."
NO_APARECE = "no aparece"
SUBREGION = "subregión"


def cuadro(
    pais: Pais, redactor: Redactor, municipios: Sequence[str], titulo: str, propio: str | None
) -> Cuadro | None:
    """El cuadro de esos municipios, o nada si no hay ninguno; `propio` es el de la ficha."""
    if not municipios:
        return None
    visibles = list(municipios[:FILAS])
    otros = len(municipios) - len(visibles)
    pie = PIE
    if any(len(pais.de(pais.centros, m)) > 1 for m in visibles):
        pie += f" Donde hay varios centros, se suman: {SUMA}."
    if otros:
        cuantos = formato.contar(otros, "municipio más", "municipios más")
        pie += f" Hay {cuantos}, que no caben en la hoja: están en los CSV."
    return Cuadro(
        titulo=titulo,
        columnas=COLUMNAS,
        filas=tuple(
            (str(n), nombre, *_fila(pais, m))
            for n, (m, nombre) in enumerate(zip(visibles, _nombres(pais, visibles), strict=True), 1)
        ),
        destacada=visibles.index(propio) if propio in visibles else None,
        pie=pie,
        notas=_notas(pais, redactor, visibles),
    )


def _notas(pais: Pais, redactor: Redactor, municipios: Sequence[str]) -> Notas:
    """Una nota por lista consultada, tanto si nombra a estos municipios como si no."""
    consultadas: tuple[Resultado, ...] = (
        pais.priorizados,
        pais.clusteres,
        pais.centros,
        pais.transferencias,
        pais.talleres,
    )
    numeros: dict[int, None] = {}
    for resultado in consultadas:
        suyas = [f for f in pais.filas(resultado) if f["municipio_codigo"] in municipios]
        filas = suyas or pais.filas(resultado)[:1]
        notas = redactor.citar(resultado, filas, nivel="publicado", con_cita=False)
        numeros.update(dict.fromkeys(notas))
    return tuple(numeros)


def _fila(pais: Pais, municipio: str) -> tuple[str, ...]:
    orden, cluster = pais.orden(municipio), pais.cluster(municipio)
    centros = pais.de(pais.centros, municipio)
    personas = [f["personas"] for f in centros if f["personas"] is not None]
    transferencias = pais.de(pais.transferencias, municipio)
    estados = dict.fromkeys(f["estado"] for f in transferencias)
    return (
        formato.numero(orden),
        formato.numero(cluster),
        _etapas([f["etapa"] + (" (piloto)" if f["es_piloto"] else "") for f in centros]),
        suma_de_personas(personas, len(centros)),
        formato.pesos(sum(f["valor_cop"] for f in transferencias)) if transferencias else SIN_DATO,
        formato.enumerar(list(estados)) or NO_APARECE,
        formato.enumerar([_taller(f) for f in pais.talleres_de(municipio)]) or NO_APARECE,
    )


def suma_de_personas(personas: Sequence[int], centros: int) -> str:
    """Las de los centros que informan; si falta alguno, lo dice."""
    if not personas:
        return SIN_DATO
    faltan = centros - len(personas)
    dicho = formato.numero(sum(personas))
    return f"{dicho} ({SIN_DATO} de {faltan})" if faltan else dicho


def _taller(fila: Fila) -> str:
    """El lugar; el que no es un municipio lo dice."""
    lugar = str(fila["lugar"])
    return lugar if fila["municipio_codigo"] else f"{lugar} ({SUBREGION})"


def _nombres(pais: Pais, municipios: Sequence[str]) -> list[str]:
    """Los nombres, con su departamento si hay de varios."""
    suyos = [pais.municipios[m] for m in municipios]
    varios = len({m["departamento_codigo"] for m in suyos}) > 1
    return [
        f"{m['municipio_nombre']} ({m['departamento_nombre']})" if varios else m["municipio_nombre"]
        for m in suyos
    ]


def _etapas(etapas: Sequence[str]) -> str:
    """«inicial», «3 (inicial)», o «no aparece»."""
    if not etapas:
        return NO_APARECE
    distintas = formato.enumerar(list(dict.fromkeys(etapas)))
    return distintas if len(etapas) == 1 else f"{len(etapas)} ({distintas})"
