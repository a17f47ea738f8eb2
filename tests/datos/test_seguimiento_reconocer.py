"""`tablero seguimiento reconocer`: qué se entendió de un libro, para verlo antes de importarlo."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from fabrica_disposicion import Disposicion, armar, escribir
from fabrica_seguimiento import escribir as escribir_hojas
from fabrica_seguimiento import hojas

from tablero.errores import ErroresDeDatos
from tablero.ingesta.seguimiento.reconocer import reconocer
from tablero.simulacion.seguimiento.datos import inventar

ANIOS, CORTE = (2022, 2023, 2024), (2024, 4)
DATOS = inventar(5, 4, ANIOS, CORTE)
OFICIAL = Disposicion(
    fila_de_metas=2,
    trimestre="{ord} Trimestre {anio}",
    acumulado="Acumulado {anio}",
    de_mas=((17, "Observaciones"),),
)


def decir(ruta: Path, como: Disposicion) -> list[str]:
    return reconocer(escribir(ruta, armar(DATOS, ANIOS, CORTE, como), como))


def test_la_disposicion_oficial_bloque_por_bloque(tmp_path: Path) -> None:
    lineas = decir(tmp_path / "libro.xlsx", OFICIAL)
    assert lineas[:4] == [
        "libro.xlsx: diseño SISPP. No se importó nada.",
        "Hoja «Avance Cuantitativo»: 4 productos y 0 resultados.",
        "  Encabezado en las filas 3 a 5; datos desde la 6.",
        "  Ponderaciones, en fracción (0,5 es 50 %); porcentajes, en fracción (0,5 es 50 %).",
    ]
    for renglon in (
        "  Código e indicador        D5 «Indicador esperado»",
        "  Ponderación               H5 «Ponderación relativa (%)»",
        # La columna de observaciones quedó entre el segundo y el tercer trimestre.
        "  Avance y seguimiento      columnas P–Q, S–AB: 2022 a 2024, con sus cuatro trimestres",
        "  Avance acumulado          columnas AC–AE: 2022 a 2024",
        "  Metas                     columnas AF–AH: 2022 a 2024",
        "  Meta final                columna AI",
        "  PAA                       columnas AS–AU: 2022 a 2024",
        "  No se leen                A «Indicador No.», B «Key», R «Observaciones»",
        "Hoja cualitativa: falta esta hoja.",
        "Corte que declaran las filas: Q4 de 2024 en 4.",
    ):
        assert renglon in lineas


def test_unos_valores_para_comparar_a_ojo(tmp_path: Path) -> None:
    uno = DATOS[0]
    lineas = decir(tmp_path / "libro.xlsx", OFICIAL)
    desde = lineas.index("Para comparar a ojo, lo primero que se leyó:")
    assert lineas[desde + 1] == f"  Código y nombre           1.1.1 · {uno.nombre}"
    meta, final = f"{uno.metas[2022]:g}", f"{uno.meta_final:g}"
    assert lineas[desde + 4] == f"  Meta de 2022              {meta} (celda AF6)"
    assert lineas[desde + 5] == f"  Meta final                {final} (celda AI6)"
    ultimo = f"{uno.reportes[2024, 4]:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    assert lineas[desde + 6] == f"  Reporte de Q4 de 2024     {ultimo} (celda AB6)"
    assert lineas[-1].startswith("Al leerlo: 1 error y 0 notas.")


def test_lo_que_no_esta_se_dice(tmp_path: Path) -> None:
    como = replace(OFICIAL, con_porcentajes=False, acumulado=None, meta_acumulada=False)
    lineas = decir(tmp_path / "libro.xlsx", como)
    for nombre in ("Avance acumulado", "Metas acumuladas", "PAV", "PAHV", "PAA"):
        assert f"  {nombre:26}no está, o no dice sus años: no se lee" in lineas


def test_dice_las_hojas_ocultas_y_las_que_no_se_leen(tmp_path: Path) -> None:
    ruta = escribir_hojas(tmp_path / "libro.xlsx", {**hojas(2), "Listas": [["x"]]})
    libro = openpyxl.load_workbook(ruta)
    copia = libro.copy_worksheet(libro["Avance Cuantitativo"])
    copia.title, copia.sheet_state = "Avance Cuantitativo (2)", "hidden"
    libro["Avance Cualitativo"].sheet_state = "hidden"
    libro.save(ruta)
    lineas = reconocer(ruta)
    assert "Hoja «Avance Cualitativo» (oculta): textos de avance y de enfoques." in lineas
    assert "Hoja «Avance Cuantitativo (2)»: está oculta y no se lee." in lineas
    assert "Otras hojas, que no se leen: «Listas»." in lineas
    assert "  Textos                    columnas P–BC: 2023 a 2027" in lineas


def test_si_hay_dos_lecturas_no_se_reconoce_ninguna(tmp_path: Path) -> None:
    como = replace(OFICIAL, de_mas=((3, "Entidad Responsable"),))
    with pytest.raises(ErroresDeDatos) as error:
        decir(tmp_path / "libro.xlsx", como)
    assert str(error.value) == (
        "libro.xlsx · hoja «Avance Cuantitativo»: hay varias columnas «Entidad» (D5 y H5); deje "
        "una sola."
    )
