"""Los rangos del semáforo: lo que se rechaza, y que cambiarlos cambia todos los colores."""

from pathlib import Path

import openpyxl
import pytest
from fabrica_politica import DICIEMBRE, JUNIO, fuentes_con_libros
from fabrica_sello import sellar_todo
from tipos import Editar

from tablero.consultas.base import Base
from tablero.errores import ErroresDeDatos
from tablero.ingesta.construir import construir, validar
from tablero.ingesta.fuentes.documentos import descubrir
from tablero.ingesta.rangos import leer_rangos

HOJA = "Rangos del semáforo"
LUGAR = f"sdp/2024-12-31/sdp.xlsx · hoja «{HOJA}»: "
LOS_CUATRO = LUGAR + "deben estar, en orden, los estados bajo, medio, alto, sobre-ejecución."
BAJO, MEDIO, ALTO, SOBRE = 2, 3, 4, 5
"""La fila de cada nivel en la hoja."""


def errores(fuentes: Path) -> list[str]:
    with pytest.raises(ErroresDeDatos) as capturado:
        validar(descubrir(fuentes))
    return [str(error) for error in capturado.value.errores]


@pytest.mark.parametrize(
    ("cambios", "mensaje"),
    [
        ([("Orden", MEDIO, 3), ("Orden", ALTO, 2)], LOS_CUATRO),
        ([("Semáforo", ALTO, "sin dato")], LOS_CUATRO),
        (
            [("Desde", MEDIO, 51)],
            LUGAR + "el rango «medio» debe empezar en 50, donde acaba el anterior.",
        ),
        (
            [("Desde", BAJO, 10)],
            LUGAR + "el rango «bajo» debe empezar en 0, donde acaba el anterior.",
        ),
        (
            [("Hasta", ALTO, 60)],
            LUGAR + "el rango «alto» debe terminar después de donde empieza.",
        ),
        (
            [("Hasta", BAJO, None)],
            LUGAR + "el rango «bajo» debe terminar después de donde empieza.",
        ),
        ([("Hasta", SOBRE, 200)], LUGAR + "el rango «sobre-ejecución» no lleva tope."),
    ],
)
def test_unos_rangos_que_no_encajan_se_rechazan(
    fuentes: Path, editar: Editar, cambios: list[tuple[str, int, object]], mensaje: str
) -> None:
    for titulo, fila, valor in cambios:
        editar("sdp", HOJA, titulo, fila, valor)
    assert errores(fuentes) == [mensaje]


def test_un_rango_que_falta_se_rechaza(fuentes: Path) -> None:
    ruta = fuentes / "sdp" / "2024-12-31" / "sdp.xlsx"
    libro = openpyxl.load_workbook(ruta)
    libro[HOJA].delete_rows(ALTO)
    libro.save(ruta)
    assert errores(fuentes) == [LOS_CUATRO]


def test_los_rangos_se_leen_sin_construir(fuentes: Path, editar: Editar) -> None:
    editar("sdp", HOJA, "Hasta", ALTO, 150)
    editar("sdp", HOJA, "Desde", SOBRE, 150)
    rangos = leer_rangos(fuentes)
    assert (rangos.bajo, rangos.medio, rangos.alto) == (50, 75, 150)


def test_cambiar_un_rango_cambia_lo_publicado_y_lo_calculado(tmp_path: Path) -> None:
    """Con «alto» hasta 150 %, dejan la sobreejecución el 140 % y el 133 %; no el 160 %.

    Publicados: el 3.1.1 (140 %), el 2.1.9 (143 %) y el 2.2.10 (150 %), entre otros. En los libros,
    el 2.1.1 tiene 160 % en junio y 140 % en diciembre (de 50 a 29, cuando debía bajar a 35: 21/15).
    """
    fuentes = fuentes_con_libros(tmp_path)
    ruta = fuentes / "sdp" / "2024-12-31" / "sdp.xlsx"
    libro = openpyxl.load_workbook(ruta)
    libro[HOJA].cell(ALTO, 5).value = 150
    libro[HOJA].cell(SOBRE, 4).value = 150
    libro.save(ruta)
    sellar_todo(descubrir(fuentes))
    construir(fuentes, tmp_path / "tablero.duckdb")
    base = Base(tmp_path / "tablero.duckdb")
    for tabla in ("politica_seguimiento", "politica_avances"):
        datos = base.tabla(tabla)
        informe = datos[datos["corte_fecha"].astype(str) == "2024-12-31"]
        colores = informe.set_index("producto_codigo")["semaforo"]
        assert {colores[c] for c in ("3.1.1", "2.1.9", "2.2.10")} == {"alto"}
        assert colores["1.1.10"] == "sobre-ejecución"
        del_libro = datos[(datos["producto_codigo"] == "2.1.1") & (datos["nivel"] == "calculado")]
        por_corte = dict(zip(del_libro["corte_fecha"], del_libro["semaforo"], strict=True))
        assert por_corte == {JUNIO: "sobre-ejecución", DICIEMBRE: "alto"}
