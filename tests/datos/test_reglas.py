"""Las reglas que miran más de una celda, con las fuentes reales dañadas a propósito."""

from datetime import datetime
from pathlib import Path

import pytest
from tipos import Editar

from tablero.errores import ErroresDeDatos
from tablero.ingesta.construir import validar
from tablero.ingesta.fuentes.documentos import descubrir
from tablero.modelo.eat import IptPriorizado
from tablero.modelo.politica import PoliticaProducto


def errores(fuentes: Path) -> list[str]:
    with pytest.raises(ErroresDeDatos) as capturado:
        validar(descubrir(fuentes))
    return [str(error) for error in capturado.value.errores]


def test_las_fuentes_reales_no_tienen_errores(fuentes: Path) -> None:
    filas = validar(descubrir(fuentes))
    assert len(filas[PoliticaProducto]) == 52
    assert len(filas[IptPriorizado]) == 34


def test_un_municipio_desconocido_propone_los_cercanos(fuentes: Path, editar: Editar) -> None:
    editar("cnim", "Transferencias", "Municipio publicado", 2, "Necocli")
    (error,) = errores(fuentes)
    assert error.startswith(
        "cnim/2025-11-30/cnim.xlsx · hoja «Transferencias» · celda D2 · columna «Municipio "
        "publicado»: «Necocli» no es un nombre oficial ni una grafía conocida; ¿quiso decir "
        "«Necoclí»"
    )


def test_un_municipio_de_otro_departamento(fuentes: Path, editar: Editar) -> None:
    editar("eat", "Municipios priorizados", "Departamento publicado", 4, "Vichada")
    assert errores(fuentes)[0].endswith("«Arauca» no está en Vichada; está en Arauca.")


def test_una_clave_repetida_dice_donde_esta_la_primera(fuentes: Path, editar: Editar) -> None:
    editar("sdp", "Productos", "Código del producto", 3, "1.1.1")
    assert any(
        "hoja «Productos»" in e and "clave repetida" in e and "fila 2 de sdp/2024-12-31" in e
        for e in errores(fuentes)
    )


def test_una_referencia_que_no_existe(fuentes: Path, editar: Editar) -> None:
    editar("cnim", "Atenciones", "Código del centro", 2, "leticia")
    assert errores(fuentes) == [
        "cnim/2025-11-30/cnim.xlsx · hoja «Atenciones» · celda A2 · columna «Código del centro»: "
        "«leticia» no está en la hoja «Centros Intégrate»."
    ]


def test_porcentajes_como_fraccion(fuentes: Path, editar: Editar) -> None:
    for fila, valor in ((2, 0.75), (3, 0.63), (4, 0.58)):
        editar("comite", "UTA", "Cumplimiento en el reporte", fila, valor)
    (error,) = errores(fuentes)
    assert error.endswith("los porcentajes están como fracción; escriba 50 para 50 %, no 0,5.")
    assert "columna «Cumplimiento en el reporte»" in error


def test_un_corte_posterior_al_del_documento(fuentes: Path, editar: Editar) -> None:
    editar("comite", "UTA", "Fecha de corte", 2, datetime(2026, 1, 1))
    assert errores(fuentes)[0].endswith(
        "2026-01-01 es posterior al corte del documento (2024-05-31)."
    )


def test_un_periodo_al_reves(fuentes: Path, editar: Editar) -> None:
    editar("cnim", "Atenciones", "Hasta", 2, datetime(2024, 12, 1))
    assert errores(fuentes)[0].endswith(
        "termina (2024-12-01) antes de empezar (2025-01-01, celda B2)."
    )


def test_un_producto_sin_fila_de_avance(fuentes: Path, editar: Editar) -> None:
    editar("sdp", "Avances", "Código del producto", 2, "1.1.99")
    assert errores(fuentes) == [
        "sdp/2024-12-31/sdp.xlsx · hoja «Avances» · celda B2 · columna «Código del producto»: "
        "«1.1.99» no está en la hoja «Productos».",
        "sdp/2024-12-31/sdp.xlsx · hoja «Productos» · celda B2 · columna «Código del producto»: "
        "«1.1.1» no tiene fila en la hoja «Avances».",
    ]


def test_los_errores_de_celda_no_esconden_los_de_las_reglas(fuentes: Path, editar: Editar) -> None:
    editar("cnim", "Transferencias", "Estado", 2, "girada")
    editar("cnim", "Transferencias", "Municipio publicado", 4, "Araucca")
    todos = errores(fuentes)
    assert len(todos) == 2
    assert "«girada» no es válido" in todos[0]
    assert "«Araucca» no es un nombre oficial" in todos[1]


def test_una_fila_ilegible_no_acusa_a_quien_remite_a_ella(fuentes: Path, editar: Editar) -> None:
    editar("cnim", "Centros Intégrate", "Etapa", 2, "viejo")
    editar("sdp", "Avances", "Decimales", 2, "uno")
    assert len(errores(fuentes)) == 2


def test_diez_errores_en_cinco_libros_se_dicen_todos(fuentes: Path, editar: Editar) -> None:
    for fila in (2, 3, 4):
        editar("cnim", "Transferencias", "Estado", fila, "girada")
    for fila in (5, 6):
        editar("cnim", "Transferencias", "Valor", fila, "sesenta millones")
    editar("eat", "Municipios priorizados", "Orden", 2, 1.5)
    editar("sdp", "Avances", "Avance acumulado (PAA)", 2, "33,3%")
    editar("sdp", "Productos", "Producto", 2, None)
    editar("comite", "UTA", "Fecha de corte", 2, "31/05/2024")
    editar("integra", "Ciudades", "Orden", 2, "#REF!")
    todos = errores(fuentes)
    assert len(todos) == 10, todos
    assert (
        "cnim/2025-11-30/cnim.xlsx · hoja «Transferencias» · celda F2 · columna «Estado»: "
        "«girada» no es válido; use: girado, desistido." in todos
    )
