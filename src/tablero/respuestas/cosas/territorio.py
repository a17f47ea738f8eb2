"""A quién se atiende, dónde, con qué dinero y a quién no nombra ninguna lista."""

from tablero import formato
from tablero.consultas import brechas, centros, eat, inicio, transferencias
from tablero.consultas.base import Preguntas
from tablero.filas import Fila
from tablero.graficos import brechas as de_brechas
from tablero.graficos import centros as de_centros
from tablero.graficos import transferencias as de_transferencias
from tablero.respuestas import brechas as palabras
from tablero.respuestas import frases
from tablero.respuestas.cosas.contraste import razon
from tablero.respuestas.cosas.cosa import Cifra, Cosa, armar, las_que_faltan, primeras, tabla

UN_MILLON = 1_000_000


def atencion(preguntar: Preguntas) -> Cosa | None:
    """Las personas atendidas en los Centros Intégrate."""
    red = preguntar(centros.red, departamento=None, municipio=None)
    cada_uno = preguntar(centros.centros, departamento=None, municipio=None)
    publicado, suma = preguntar(centros.publicado), preguntar(inicio.personas, **PAIS)
    if cada_uno.esta_vacio or publicado.esta_vacio or suma.esta_vacio:
        return None
    cuenta, personas, sumadas = red.fila, publicado.fila["personas"], suma.fila["personas"]
    dibujo = primeras(de_centros.atencion, cada_uno.datos)
    return armar(
        "centros",
        dibujo.titulo,
        [publicado, cada_uno],
        "centros_integrate",
        cifras=[
            Cifra(
                formato.numero(personas),
                "personas atendidas, publicado",
                "La suma de los centros da lo mismo."
                if personas == sumadas
                else f"La suma de los centros da {formato.numero(sumadas)}.",
            ),
            Cifra(
                formato.numero(cuenta["centros_con_reporte"]),
                f"de {formato.numero(cuenta['centros'])} centros informan",
                _que_callan(cuenta),
            ),
        ],
        grafico=dibujo,
        notas=[las_que_faltan(cada_uno.datos), frases.personas(suma.fila)],
    )


def dinero(preguntar: Preguntas) -> Cosa | None:
    """Lo girado, lo desistido y lo asignado para acompañamiento psicosocial."""
    cada_uno = preguntar(transferencias.municipios, **PAIS)
    suma, publicado = preguntar(transferencias.suma, **PAIS), preguntar(transferencias.publicado)
    if cada_uno.esta_vacio or publicado.esta_vacio:
        return None
    fila, asignado = suma.fila, publicado.fila
    dibujo = primeras(de_transferencias.municipios, cada_uno.datos)
    return armar(
        "transferencias",
        dibujo.titulo,
        [publicado, cada_uno],
        "transferencias",
        cifras=[
            Cifra(
                en_millones(fila["girado_cop"]),
                "millones de pesos girados a "
                + formato.contar(fila["municipios_girados"], "municipio", "municipios"),
            ),
            Cifra(
                en_millones(fila["desistido_cop"]),
                "millones a los que se desistió, en "
                + formato.contar(fila["municipios_desistidos"], "municipio", "municipios"),
            ),
            Cifra(
                en_millones(asignado["asignado_cop"]),
                "millones asignados, publicado",
                f"Calculado con la lista: {formato.millones(fila['asignado_cop'])}",
            ),
        ],
        grafico=dibujo,
        notas=[
            razon(preguntar, "cnim_transferencias_asignadas", asignado["corte_fecha"]),
            las_que_faltan(cada_uno.datos),
            dibujo.nota,
        ],
    )


def priorizados(preguntar: Preguntas) -> Cosa | None:
    """Los municipios que el IPT prioriza, en su orden."""
    orden, cuenta = preguntar(eat.priorizados, **PAIS), preguntar(inicio.priorizados, **PAIS)
    if orden.esta_vacio:
        return None
    filas = orden.filas
    return armar(
        "ipt",
        f"{formato.numero(len(filas))} municipios tienen prioridad alta o muy alta; el primero es "
        f"{filas[0]['municipio_nombre']}, {filas[0]['departamento_nombre']}",
        [orden],
        "mapas_ipt",
        cifras=[
            Cifra(formato.numero(cuenta.fila["municipios"]), "municipios priorizados"),
            Cifra(formato.numero(cuenta.fila["clusteres"]), "clústeres de la estrategia"),
        ],
        tabla=tabla(
            "El orden publicado del Índice de Priorización Territorial (IPT)",
            ("Orden", "Municipio", "Departamento", "Clúster"),
            [
                (
                    formato.numero(f["orden"]),
                    f["municipio_nombre"],
                    f["departamento_nombre"],
                    formato.numero(f["cluster_numero"]),
                )
                for f in filas
            ],
            numericas=("Orden", "Clúster"),
        ),
    )


def sin_lista(preguntar: Preguntas) -> Cosa | None:
    """A cuántos priorizados no nombra ninguna lista."""
    matriz, conteos = preguntar(brechas.matriz, **PAIS), preguntar(brechas.conteos, **PAIS)
    if conteos.esta_vacio:
        return None
    dibujo = de_brechas.por_aspecto(conteos.datos)
    con_todo, *_, sin_nada = palabras.grupos(matriz.filas)
    return armar(
        "brechas",
        palabras.titulo(matriz.filas, None),
        [matriz],
        "brechas",
        cifras=[Cifra(formato.numero(n), que) for n, que, _ in (sin_nada, con_todo)],
        grafico=dibujo,
        notas=[dibujo.nota],
    )


PAIS: dict[str, None] = {"departamento": None, "municipio": None}
"""Sin filtro de territorio."""


def en_millones(pesos: float) -> str:
    """«$1.588,4»: la palabra va en el rótulo, que desde el fondo también se lee."""
    return f"${formato.numero_justo(round(pesos / UN_MILLON, 1), 1)}"


def _que_callan(cuenta: Fila) -> str:
    if not cuenta["abiertos_sin_reporte"]:
        return ""
    callan = formato.enumerar(str(cuenta["abiertos_sin_reporte_texto"]).split(" | "))
    return f"Abierto y sin reporte: {callan}."
