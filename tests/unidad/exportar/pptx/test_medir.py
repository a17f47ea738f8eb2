"""Cuánto mide un texto y qué letra le toca: nada se sale de su sitio."""

from tablero.exportar.escribir.oficina.medir import alto, ancho_de, columnas, renglones
from tablero.exportar.escribir.pptx.cabe import NOTA, TITULO, cuantos, mayor


def test_mide_mas_o_menos_lo_que_mide_arial() -> None:
    """Liberation Sans, que mide lo mismo: 8,55 pulgadas a 10 puntos; se deja hasta un 10 % más."""
    texto = (
        "Documento con los lineamientos para la incorporación del enfoque poblacional diferencial "
        "relacionado con la población migrante internacional"
    )
    assert 8.5 <= ancho_de(texto, 10) <= 9.5
    assert ancho_de("SECRETARÍA", 10) > ancho_de("secretaría", 10)
    assert ancho_de("●", 72) == 1.0
    assert ancho_de("igual", 10, negrilla=True) > ancho_de("igual", 10)


def test_parte_por_palabras_y_cuenta_los_parrafos() -> None:
    assert renglones("uno dos tres", 10, 12) == 1
    assert renglones("uno dos tres", ancho_de("uno dos", 12), 12) == 2
    assert renglones("uno\ndos", 10, 12) == 2
    assert renglones("a" * 40, ancho_de("a" * 10, 12), 12) == 4
    assert alto("uno\ndos", 10, 30) == 2 * 30 * 1.2 / 72


def test_lo_largo_va_en_letra_menor_y_lo_que_no_cabe_se_sabe() -> None:
    assert mayor("Corto", 12, 1.05, TITULO) == TITULO[0]
    largo = "La política lleva menos de lo que debía llevar en cada uno de sus objetivos. " * 4
    letra = mayor(largo, 12, 1.05, TITULO)
    assert TITULO[-1] <= letra < TITULO[0]
    assert alto(largo, 12, letra) <= 1.05
    assert cuantos(["una nota"] * 9, 12, 1.0, NOTA[-1]) == 5


def test_las_columnas_llenan_la_tabla_sin_partir_las_cortas() -> None:
    filas = (("N.º", "Acción", "Avance"), ("12", "palabra " * 40, "no se presenta"))
    corta, larga, otra = columnas(filas, 8, 12, lados=0.2, entera=2.2)
    assert round(corta + larga + otra, 6) == 8
    assert otra >= ancho_de("no se presenta", 12, negrilla=True) + 0.2
    assert larga > corta + otra
    iguales = columnas(((" ", " "),), 6, 12, lados=0.2, entera=2)
    assert iguales == (3, 3)
