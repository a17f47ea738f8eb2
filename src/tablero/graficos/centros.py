"""Gráficos de los Centros Intégrate."""

from collections.abc import Sequence

import pandas as pd

from tablero import formato
from tablero.filas import Fila, filas_de
from tablero.graficos.piezas import barras
from tablero.graficos.piezas.barras import Barra
from tablero.graficos.piezas.base import Grafico

SUMA = "Suma de centros; una persona puede contarse más de una vez."
DIAS = "«Supuesto»: sin fecha de apertura publicada, un centro inicial cuenta todo el periodo."
DESTACADOS = 2
SUPUESTO = "todo el periodo"


def atencion(datos: pd.DataFrame) -> Grafico:
    """Personas atendidas por centro, de más a menos; al final, los que no informan.

    Recibe `centro_nombre`, `etapa` y `personas`.
    """
    filas = filas_de(datos)
    informan = [f for f in filas if f["personas"] is not None]
    mayores = informan[:DESTACADOS] if len(informan) > DESTACADOS else informan
    piezas = [
        Barra(
            f["centro_nombre"],
            f["personas"],
            _personas(f),
            destaca=f in mayores,
        )
        for f in filas
    ]
    alternativa = "Personas atendidas por centro: " + _enumerar(piezas) + f". {SUMA}"
    titulo = _titulo_de_atencion(filas, informan)
    return barras.grafico(titulo, alternativa, piezas, que_es="Personas atendidas", nota=SUMA)


def ciudades(datos: pd.DataFrame) -> Grafico:
    """Personas atendidas por ciudad: los centros de una misma ciudad, sumados.

    Recibe `municipio_nombre`, `departamento_nombre`, `centros`, `centros_con_reporte`, `personas` y
    `personas_parte_pct`.
    """
    filas = filas_de(datos)
    piezas = [
        Barra(
            nombre,
            f["personas"],
            _con_su_parte(f),
            destaca=f["personas"] is not None and f is filas[0],
        )
        for f, nombre in zip(
            filas, barras.nombres(filas, "municipio_nombre", "departamento_nombre"), strict=True
        )
    ]
    alternativa = (
        "Personas atendidas por ciudad: "
        + formato.enumerar([f"{f['municipio_nombre']}, {_detalle_de_ciudad(f)}" for f in filas])
        + f". {SUMA}"
    )
    titulo = _titulo_de_ciudades(filas[0])
    return barras.grafico(titulo, alternativa, piezas, que_es="Personas atendidas", nota=SUMA)


def por_dia(datos: pd.DataFrame) -> Grafico:
    """Personas atendidas por cada día abierto, de más a menos.

    Recibe `centro_nombre`, `etapa`, `personas`, `dias_abiertos`, `personas_por_dia` y `supuesto`.
    """
    filas = filas_de(datos)
    con_dato = [f for f in filas if f["personas_por_dia"] is not None]
    nuevos = [f for f in con_dato if f["supuesto"] != SUPUESTO]
    nombrados = [*con_dato[:1], *nuevos[:1]]
    piezas = [
        Barra(
            f["centro_nombre"],
            f["personas_por_dia"],
            _por_dia(f),
            destaca=f in nombrados,
        )
        for f in filas
    ]
    alternativa = "Personas por día abierto: " + _enumerar(piezas) + "."
    titulo = _titulo_por_dia(con_dato, nuevos)
    return barras.grafico(titulo, alternativa, piezas, que_es="Personas por día abierto", nota=DIAS)


def _personas(fila: Fila) -> str:
    if fila["personas"] is not None:
        return formato.numero(fila["personas"])
    return f"{formato.SIN_DATO} ({fila['etapa']})"


def _por_dia(fila: Fila) -> str:
    """«58,2 (273 días, supuesto)», o por qué no hay dato."""
    if fila["etapa"] == "proyectado":
        return f"{formato.SIN_DATO} (todavía no abre)"
    if fila["personas"] is None:
        return f"{formato.SIN_DATO} (no informa personas)"
    if fila["dias_abiertos"] is None:
        return f"{formato.SIN_DATO} (sin fecha de apertura)"
    dias = formato.contar(fila["dias_abiertos"], "día", "días")
    aviso = ", supuesto" if fila["supuesto"] == SUPUESTO else ""
    return f"{_un_decimal(fila['personas_por_dia'])} ({dias}{aviso})"


def _un_decimal(valor: float | None) -> str:
    return formato.numero(valor, 1)


def _enumerar(piezas: Sequence[Barra]) -> str:
    return formato.enumerar([f"{p.nombre}, {p.rotulo}" for p in piezas])


def _con_su_parte(fila: Fila) -> str:
    """«27.306 (24,1 %)»."""
    if fila["personas"] is None:
        return formato.SIN_DATO
    parte = formato.parte(fila["personas_parte_pct"])
    return f"{formato.numero(fila['personas'])} ({parte}{_que_informan(fila, ', ')})"


def _detalle_de_ciudad(fila: Fila) -> str:
    """«27.306 en 3 centros, 24,1 % de la suma del país»."""
    centros = formato.contar(fila["centros"], "centro", "centros")
    if fila["personas"] is None:
        return f"{formato.SIN_DATO} ({centros})"
    personas = formato.numero(fila["personas"])
    return (
        f"{personas} en {centros}{_que_informan(fila, ', ')}, "
        f"{formato.parte(fila['personas_parte_pct'])} de la suma del país"
    )


def _que_informan(fila: Fila, union: str) -> str:
    """«informan 2 de 3 centros», si a la suma de la ciudad le falta alguno."""
    informan, todos = fila["centros_con_reporte"], fila["centros"]
    if informan == todos:
        return ""
    return f"{union}{'informa' if informan == 1 else 'informan'} {informan} de {todos} centros"


def _titulo_de_atencion(filas: list[Fila], informan: list[Fila]) -> str:
    nombres = formato.enumerar([f["centro_nombre"] for f in filas])
    if not informan:
        if len(filas) == 1:
            return f"El centro de {nombres} no informa personas atendidas"
        return f"Los centros de {nombres} no informan personas atendidas"
    primero = informan[0]
    if len(informan) == 1:
        return (
            f"El centro de {primero['centro_nombre']} atendió a {_personas_de(primero['personas'])}"
        )
    total = sum(f["personas"] for f in informan)
    mayores = informan[:DESTACADOS]
    suma = sum(f["personas"] for f in mayores)
    quienes = formato.enumerar([f["centro_nombre"] for f in mayores])
    if len(informan) <= DESTACADOS:
        return f"Los centros de {quienes} suman {_cuantas(suma)}"
    parte = formato.porcentaje(100 * suma / total, 0)
    return (
        f"Los centros de {quienes} suman {_cuantas(suma)}: el {parte} de la suma de los "
        f"{len(informan)} que informan"
    )


def _titulo_de_ciudades(mayor: Fila) -> str:
    if mayor["personas"] is None:
        return f"Ningún centro de {mayor['municipio_nombre']} informa personas atendidas"
    parte = formato.parte(mayor["personas_parte_pct"], 0)
    varios = f", con {mayor['centros']} centros," if mayor["centros"] > 1 else ""
    if falta := _que_informan(mayor, ", donde "):
        varios = f"{falta},"
    return (
        f"{mayor['municipio_nombre']}{varios} suma {_cuantas(mayor['personas'])}: "
        f"{parte} de la suma del país"
    )


def _titulo_por_dia(con_dato: list[Fila], nuevos: list[Fila]) -> str:
    if not con_dato:
        return (
            "No se puede calcular cuántas personas por día: falta la fecha de apertura o el "
            "reporte de personas"
        )
    mayor = con_dato[0]
    # Dicha sola, la cifra de quien no publica cuándo abrió parecería medida.
    salvedad = ", si abrió todo el periodo" if mayor["supuesto"] == SUPUESTO else ""
    titulo = (
        f"El centro de {mayor['centro_nombre']} atendió a "
        f"{_un_decimal(mayor['personas_por_dia'])} personas por día abierto{salvedad}"
    )
    if not nuevos or nuevos[0] is mayor:
        return titulo
    nuevo = nuevos[0]
    return (
        f"{titulo}; el nuevo con más, {nuevo['centro_nombre']}, a "
        f"{_un_decimal(nuevo['personas_por_dia'])}"
    )


def _cuantas(personas: int) -> str:
    return formato.contar(personas, "persona atendida", "personas atendidas")


def _personas_de(personas: int) -> str:
    return formato.contar(personas, "persona", "personas")
