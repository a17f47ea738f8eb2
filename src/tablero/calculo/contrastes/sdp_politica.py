"""Avance, trayectoria y brecha de toda la política, en el informe de la SDP."""

from collections.abc import Iterator
from dataclasses import replace

from tablero.calculo.conciliacion import (
    Contraste,
    Datos,
    Publicado,
    contrastar,
    publicado,
    solo_publicadas,
)
from tablero.calculo.contrastes.formas import en_porcentaje, rango, unidad_del_ultimo_digito
from tablero.calculo.contrastes.sdp_anexo import peso_total, renglones, sin_porcentajes
from tablero.calculo.intervalos import CIEN, Intervalo, sumar
from tablero.formato import enumerar, numero
from tablero.modelo.politica import PoliticaCorte, PoliticaObjetivo

PUNTOS = "puntos porcentuales"
CON_DOS_DECIMALES = unidad_del_ultimo_digito(2)


def contrastes(datos: Datos) -> Iterator[Contraste]:
    """Los contrastes de la política entera."""
    cortes = solo_publicadas(datos.tabla(PoliticaCorte))
    if not cortes:
        return
    corte = cortes[0]
    avance = _columna(corte, corte.avance_pct, "%")
    grafico = _columna(corte, corte.trayectoria_pct, "%")
    if grafico is not None:  # el gráfico no está en el texto que se cita
        grafico = replace(grafico, cita=None)
    prosa = datos.cifra("sdp_trayectoria_prosa")
    brecha = datos.cifra("sdp_brecha_prosa") or _columna(corte, corte.brecha_pp, PUNTOS)
    yield from _con_el_anexo(datos, avance, grafico, prosa, brecha)
    yield from _entre_publicadas(avance, grafico, prosa, brecha)
    yield from _brechas_de_los_objetivos(datos, brecha)


def _columna(corte: PoliticaCorte, valor: float | None, unidad: str) -> Publicado | None:
    return None if valor is None else publicado(corte, valor, unidad, CON_DOS_DECIMALES)


def _con_el_anexo(
    datos: Datos,
    avance: Publicado | None,
    grafico: Publicado | None,
    prosa: Publicado | None,
    brecha: Publicado | None,
) -> Iterator[Contraste]:
    """Lo publicado contra los porcentajes del Anexo 1, ponderados."""
    filas = renglones(datos)
    ausentes = sin_porcentajes(filas)
    nota = ""
    if ausentes:
        peso = en_porcentaje(peso_total(ausentes).valor)
        codigos = enumerar([fila.codigo for fila in ausentes])
        nota = f" {codigos}, sin porcentajes, no suman. Su peso: {peso}."
    for codigo, descripcion, cifra, calculado in (
        (
            "sdp_avance",
            "El avance de la política, frente al de sus productos, ponderado.",
            avance,
            sumar(fila.avance_pp for fila in filas),
        ),
        (
            "sdp_trayectoria_grafico",
            "La trayectoria del Gráfico 1, frente a la de los productos, ponderada.",
            grafico,
            sumar(fila.trayectoria_pp for fila in filas),
        ),
        (
            "sdp_trayectoria_prosa",
            "La trayectoria que dice la prosa, frente a la de los productos, ponderada.",
            prosa,
            sumar(fila.trayectoria_pp for fila in filas),
        ),
        (
            "sdp_brecha",
            "La brecha de la política, frente a la de sus productos, ponderada.",
            brecha,
            sumar(fila.brecha_pp for fila in filas),
        ),
    ):
        texto = (
            f"El Anexo 1 da {numero(calculado.valor, 2)}; por el redondeo de sus porcentajes puede "
            f"estar {rango(calculado)}.{nota}"
        )
        yield from contrastar(codigo, descripcion, cifra, calculado, texto)


def _entre_publicadas(
    avance: Publicado | None,
    grafico: Publicado | None,
    prosa: Publicado | None,
    brecha: Publicado | None,
) -> Iterator[Contraste]:
    """Las cifras de la prosa y del gráfico entre sí."""
    if grafico is not None:
        yield from contrastar(
            "sdp_trayectoria_prosa_y_grafico",
            "La trayectoria que dice la prosa, frente a la que imprime el Gráfico 1.",
            prosa,
            grafico.intervalo,
            f"El Gráfico 1 imprime {numero(grafico.valor, 2)}.",
        )
    if avance is None:
        return
    for codigo, donde, trayectoria in (
        ("sdp_brecha_con_grafico", "del Gráfico 1", grafico),
        ("sdp_brecha_con_prosa", "que dice la prosa", prosa),
    ):
        if trayectoria is not None:
            yield from contrastar(
                codigo,
                f"La brecha de la política, frente al avance menos la trayectoria {donde}.",
                brecha,
                avance.intervalo - trayectoria.intervalo,
                f"{numero(avance.valor, 2)} − {numero(trayectoria.valor, 2)} = "
                f"{numero(avance.valor - trayectoria.valor, 2)}.",
            )


def _brechas_de_los_objetivos(datos: Datos, brecha: Publicado | None) -> Iterator[Contraste]:
    """La brecha de la política contra las que la fuente publica para sus objetivos."""
    filas = [
        (Intervalo.escrito(f.brecha_pp, CON_DOS_DECIMALES), Intervalo.escrito(f.ponderacion_pct, 1))
        for f in solo_publicadas(datos.tabla(PoliticaObjetivo))
        if f.brecha_pp is not None
    ]
    if not filas:
        return
    sin_ponderar = sumar(brecha for brecha, _ in filas)
    ponderada = sumar(brecha * peso / CIEN for brecha, peso in filas)
    yield from contrastar(
        "sdp_brecha_de_los_objetivos",
        "La brecha de la política, frente a la de sus objetivos, ponderada.",
        brecha,
        ponderada,
        f"Con las ponderaciones que publica, las brechas de los objetivos dan "
        f"{numero(ponderada.valor, 2)}; sumadas sin ponderar, {numero(sin_ponderar.valor, 2)}.",
    )
