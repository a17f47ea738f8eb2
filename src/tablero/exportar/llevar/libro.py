"""El libro de Excel de una cosa, o de todas las de una página."""

import io
from collections.abc import Iterator, Sequence
from itertools import count

from xlsxwriter.worksheet import Worksheet

from tablero.derivados import hoja_excel
from tablero.exportar import encabezados
from tablero.exportar.cuadro import Columna
from tablero.exportar.hoja_de_calculo import Hojas
from tablero.exportar.llevar import cuadro
from tablero.exportar.llevar.acerca_de import FUENTES, acerca_de, de_las_fuentes, renglones
from tablero.exportar.llevar.llevada import Llevada
from tablero.texto import plano
from tablero.un_json import Objeto

ACERCA_DE, COLUMNAS, DATOS = "Acerca de", "Columnas", "Datos"
LETRAS_DE_HOJA = 31
"""Las que Excel admite en el nombre de una hoja."""
ANCHOS = (26, 90, 34, 26, 16, 28, 44)
ANCHOS_DE_COLUMNAS = (24, 30, 44, 22, 24, 80)
CITA = "Palabras de la fuente"
POR_HOJA = {"hoja": "Hoja", **encabezados.COLUMNAS}


def libro(llevada: Llevada) -> bytes:
    """Sus datos, con cada celda de su tipo, y las hojas «Acerca de» y «Columnas»."""
    return _libro([(DATOS, llevada)], llevada.cosa.titulo)


def libro_de_pagina(llevadas: Sequence[Llevada], titulo: str) -> bytes:
    """Una hoja por cosa, y lo mismo de todas en «Acerca de» y «Columnas»."""
    return _libro(list(zip(nombres_de_hojas(llevadas), llevadas, strict=True)), titulo)


def nombres_de_hojas(llevadas: Sequence[Llevada]) -> list[str]:
    """Un nombre distinto para cada cosa, de los que Excel admite: sale de su código."""
    usados, nombres = {ACERCA_DE.casefold(), COLUMNAS.casefold()}, []
    for llevada in llevadas:
        propio = plano(llevada.cosa.codigo)[:LETRAS_DE_HOJA].strip().capitalize() or DATOS
        nombre = next(n for n in _candidatos(propio) if n.casefold() not in usados)
        usados.add(nombre.casefold())
        nombres.append(nombre)
    return nombres


def _candidatos(propio: str) -> Iterator[str]:
    """«Avance», «Avance 2», «Avance 3»…, sin pasarse."""
    yield propio
    for numero in count(2):
        cola = f" {numero}"
        yield propio[: LETRAS_DE_HOJA - len(cola)].rstrip() + cola


def _libro(hojas_de: Sequence[tuple[str, Llevada]], titulo: str) -> bytes:
    salida = io.BytesIO()
    acercas = [(nombre, acerca_de(llevada)) for nombre, llevada in hojas_de]
    aviso = next((a["aviso"] for _, a in acercas if a["aviso"]), "")
    with hoja_excel.abrir(salida, f"{aviso} {titulo}".strip()) as hecho:
        hojas = Hojas(hecho)
        de_cada_una: list[tuple[str, list[Columna]]] = []
        for nombre, llevada in hojas_de:
            columnas = cuadro.de_personas(llevada, redondeadas=False)
            hojas.cuadro(nombre, columnas)
            de_cada_una.append((nombre, columnas))
        _acerca_de(hecho.add_worksheet(ACERCA_DE), hojas, acercas, aviso)
        hoja = hecho.add_worksheet(COLUMNAS)
        for indice, ancho in enumerate(ANCHOS_DE_COLUMNAS):
            hoja.set_column(indice, indice, ancho)
        filas = [(n, *r) for n, columnas in de_cada_una for r in encabezados.renglones(columnas)]
        hojas.lista(hoja, 0, tuple(POR_HOJA.values()), filas, ANCHOS_DE_COLUMNAS)
        hoja.freeze_panes(1, 0)
        hojas.imprimible(hoja, entera=True)
    return salida.getvalue()


def _acerca_de(
    hoja: Worksheet, hojas: Hojas, acercas: Sequence[tuple[str, Objeto]], aviso: str
) -> None:
    """Lo que defiende a cada hoja: sus renglones, sus fuentes y sus citas, una debajo de otra."""
    hoja.hide_gridlines(2)
    hojas.imprimible(hoja, entera=True)
    for indice, ancho in enumerate(ANCHOS):
        hoja.set_column(indice, indice, ancho)
    fila = 0
    if aviso:
        hoja.write_string(fila, 0, aviso, hojas.titulo)
        fila += 1
    for nombre, acerca in acercas:
        hoja.write_string(fila, 0, f"Hoja «{nombre}»", hojas.titulo)
        dichos = [*renglones(acerca), *((CITA, cita) for cita in acerca["citas"])]
        fila = hojas.parrafos(hoja, fila + 1, dichos, ANCHOS) + 1
        if acerca["fuentes"]:
            titulos, filas = tuple(FUENTES.values()), de_las_fuentes(acerca)
            fila = hojas.lista(hoja, fila, titulos, filas, ANCHOS) + 1
