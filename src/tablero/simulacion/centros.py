"""Los centros de atención inventados y las personas que atienden, con sus temporadas."""

from datetime import date, timedelta
from math import ceil, cos, exp, pi

import numpy as np

from tablero.errores import ErrorTablero
from tablero.formato import numero
from tablero.simulacion.mundo import Fila, Mundo
from tablero.simulacion.piezas import citar, hecho, municipio, nombres_distintos

CORTE = date(2025, 11, 30)
DESDE, HASTA = date(2025, 1, 1), date(2025, 9, 30)
"""El periodo que se informa de cada centro: el acumulado del año."""
ULTIMA_SEMANA = date(2024, 12, 29)
SEMANAS = 312
"""Semanas de historia, hacia atrás, para cuando se piden más filas que centros: seis años."""
MAX_ATENCIONES = 100_000
"""Más filas harían un libro que la construcción no abre, por su tamaño."""

CENTROS_MINIMOS = 16
MUNICIPIOS_POR_CENTRO = 40
PARTE_INICIAL, PARTE_NUEVA = 0.6, 0.25
PERSONAS_POR_DIA = 18.0
DIAS_DE_UNA_SEMANA, DIAS_DE_UN_ANIO = 7, 365.25
TEMPORADA, SEMANA_ALTA = 0.25, 24
"""Cuánto sube la atención en la temporada alta, y a qué altura del año."""


def centros(mundo: Mundo) -> list[Fila]:
    """La red: centros iniciales, nuevos (uno piloto y uno sin fecha) y proyectados.

    Están en municipios con mucha presión, priorizados o no.
    """
    azar = mundo.azar("centros")
    cuantos = _cuantos(mundo)
    iniciales, nuevos = round(cuantos * PARTE_INICIAL), round(cuantos * PARTE_NUEVA)
    etapas = ["inicial"] * iniciales + ["nuevo"] * nuevos
    etapas += ["proyectado"] * (cuantos - len(etapas))
    cercanos = min(cuantos * 2, len(mundo.municipios))
    lugares = [mundo.municipios[i] for i in azar.choice(cercanos, cuantos, replace=False)]
    nombres = nombres_distintos(lugares)
    filas = []
    for n, (etapa, fila, nombre) in enumerate(zip(etapas, lugares, nombres, strict=True), start=1):
        es_primero, es_segundo = n == iniciales + 1, n == iniciales + 2
        dias = int(azar.integers(45, 240))
        tiene_fecha = etapa == "nuevo" and not es_segundo
        filas.append(
            hecho(
                CORTE,
                "lista de centros",
                centro_codigo=f"simulado_{n:04d}",
                centro_nombre=f"Centro simulado {nombre}",
                nombre_publicado=f"Centro simulado {nombre}",
                etapa=etapa,
                es_piloto=es_primero,
                apertura_fecha=DESDE + timedelta(days=dias) if tiene_fecha else None,
                **municipio(fila),
            )
        )
    return filas


def atenciones(mundo: Mundo, red: list[Fila]) -> list[Fila]:
    """Un acumulado del año por centro y, si se piden más filas, semanas de años anteriores."""
    azar = mundo.azar("atenciones")
    abiertos = [c for c in red if c["etapa"] != "proyectado"]
    ritmos = {c["centro_codigo"]: _ritmo(azar) for c in abiertos}
    # El último nuevo tiene fecha y todavía no informa: también pasa en los informes verdaderos.
    informan = abiertos[:-1]
    filas = [_del_anio(c, ritmos[c["centro_codigo"]], azar) for c in informan]
    # Un centro que su lista y su reporte escriben distinto.
    filas[0]["nombre_publicado"] = f"{filas[0]['nombre_publicado']} (reporte)"
    if mundo.atenciones is None:
        return filas
    faltan = mundo.atenciones - len(filas)
    iniciales = [c for c in informan if c["etapa"] == "inicial"]
    semanas = ceil(max(faltan, 0) / len(iniciales))
    historia = [
        _de_la_semana(c, ritmos[c["centro_codigo"]], semana, azar)
        for semana in range(semanas)
        for c in iniciales
    ]
    return [*filas, *historia][: mundo.atenciones]


def _cuantos(mundo: Mundo) -> int:
    """Cuántos centros hacen falta; `ErrorTablero` si las atenciones pedidas no caben."""
    disponibles = len(mundo.municipios)
    cuantos = max(CENTROS_MINIMOS, disponibles // MUNICIPIOS_POR_CENTRO)
    if mundo.atenciones is None:
        return cuantos
    tope = min(MAX_ATENCIONES, SEMANAS * round(disponibles * PARTE_INICIAL))
    if not 1 <= mundo.atenciones <= tope:
        raise ErrorTablero(
            f"Con {numero(disponibles)} municipios, las atenciones deben ser entre 1 y "
            f"{numero(tope)}; se pidieron {numero(mundo.atenciones)}."
        )
    necesarios = ceil(mundo.atenciones / SEMANAS / PARTE_INICIAL)
    return min(max(cuantos, necesarios), disponibles)


def _ritmo(azar: np.random.Generator) -> float:
    """Personas por día de un centro: pocos muy grandes y muchos pequeños."""
    return PERSONAS_POR_DIA * exp(float(azar.normal(0, 0.9)))


def _temporada(dia: date) -> float:
    """Por cuánto se multiplica la atención en esa época del año."""
    vuelta = (dia.timetuple().tm_yday / DIAS_DE_UN_ANIO - SEMANA_ALTA / 52) * 2 * pi
    return 1 + TEMPORADA * cos(vuelta)


def _del_anio(centro: Fila, ritmo: float, azar: np.random.Generator) -> Fila:
    desde = max(centro["apertura_fecha"] or DESDE, DESDE)
    dias = (HASTA - desde).days + 1
    medio = desde + timedelta(days=dias // 2)
    return _atencion(centro, DESDE, HASTA, int(azar.poisson(ritmo * dias * _temporada(medio))))


def _de_la_semana(centro: Fila, ritmo: float, atras: int, azar: np.random.Generator) -> Fila:
    hasta = ULTIMA_SEMANA - timedelta(weeks=atras)
    desde = hasta - timedelta(days=DIAS_DE_UNA_SEMANA - 1)
    esperadas = ritmo * DIAS_DE_UNA_SEMANA * _temporada(hasta)
    return _atencion(centro, desde, hasta, int(azar.poisson(esperadas)))


def _atencion(centro: Fila, desde: date, hasta: date, personas: int) -> Fila:
    copiadas = ("centro_codigo", "centro_nombre", "nombre_publicado")
    nombres = ("departamento_publicado", "municipio_publicado")
    return hecho(
        HASTA,
        "personas atendidas",
        **{campo: centro[campo] for campo in (*copiadas, *nombres)},
        desde_fecha=desde,
        hasta_fecha=hasta,
        personas=personas,
        cita=citar(personas, "personas"),
    )
