"""Lo que se lleva de un bloque que no salió de una pregunta: todo lo que se lee, sin recortar."""

import pytest

from tablero.exportar.cuadro import de_programas
from tablero.interfaz.pared.entero import cuadro, en_datos
from tablero.interfaz.pared.lectura import leer

TABLA = (
    "<table><thead><tr><th>Qué es</th><th>Cuánto</th></tr></thead><tbody>"
    + "".join(f"<tr><td>{'largo ' * 60}{n}</td><td>{n}</td></tr>" for n in range(30))
    + "</tbody></table>"
)


def test_una_tabla_va_con_todas_sus_filas_y_sus_textos_enteros() -> None:
    datos = en_datos(leer(TABLA), "Fuente: el registro.")
    assert list(datos.columns) == ["que_es", "cuanto", "fuente"]
    assert len(datos) == 30
    assert datos["que_es"].iloc[29] == f"{'largo ' * 60}29"
    assert set(datos["fuente"]) == {"Fuente: el registro."}
    titulos = [columna.encabezado for columna in de_programas(datos)]
    assert titulos == ["Qué es", "Cuánto", "Fuente"]


@pytest.mark.parametrize(
    ("html", "columnas", "fila"),
    [
        (
            '<div class="tb-dato"><p class="tb-cifra">34</p><p class="tb-nota">Son.</p></div>',
            ["cifra", "que_mide", "nota", "fuente"],
            ["34", "Son.", "", "F."],
        ),
        (
            "<dl><dt>Brecha</dt><dd>Lo que falta.</dd></dl>",
            ["que", "que_dice", "fuente"],
            ["Brecha", "Lo que falta.", "F."],
        ),
        ("<p>Nada más.</p>", ["que_dice", "fuente"], ["Nada más.", "F."]),
    ],
)
def test_lo_demas_va_un_renglon_por_cosa(html: str, columnas: list[str], fila: list[str]) -> None:
    datos = en_datos(leer(html), "F.")
    assert list(datos.columns) == columnas
    assert datos.iloc[0].tolist() == fila


def test_dos_columnas_con_el_mismo_titulo_no_se_confunden() -> None:
    datos = cuadro(("Valor", "Valor", "—"), [("1", "2", "3")])
    assert list(datos.columns) == ["valor", "valor_2", "columna_3"]
    assert datos.iloc[0].tolist() == ["1", "2", "3"]
