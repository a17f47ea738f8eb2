"""Lo mismo que en Excel, en los otros dos formatos: `.ods` y carpeta con un `.csv` por tabla."""

from datetime import date
from pathlib import Path

import pytest
from fabrica_libros import celda_ods, fila_ods, ods
from tipos import Fabrica

from tablero.libro.leer import leer_libro
from tablero.modelo.cnim import Transferencia

ODS = "cnim.ods · hoja «Transferencias»"
CSV = "cnim/transferencias_psicosociales.csv"
TITULOS = [c.titulo for c in Transferencia.columnas_libro()]
BUENA = ["001 de 2025", date(2025, 11, 30), None, "Cúcuta", 250_500_000, "girado", "p. 5", None]
FORMULA = "corrija la fórmula o escriba el valor."
COMBINADAS = "son celdas combinadas; sepárelas y escriba el valor en cada una."


def _ods(cambios: dict[int, str], nombre: str = "Transferencias", atributos: str = "") -> Fabrica:
    """Un .ods de una fila buena, con otro XML en algunas celdas (desde 0)."""
    celdas = [cambios.get(i, celda_ods(valor)) for i, valor in enumerate(BUENA)]
    encabezado = fila_ods(*(celda_ods(t) for t in TITULOS))
    return ods({nombre: encabezado + fila_ods(*celdas, atributos=atributos)})


def _con(atributos: str, contenido: str = "") -> str:
    return f"<table:table-cell {atributos}>{contenido}</table:table-cell>"


CASOS_ODS: dict[str, tuple[Fabrica, list[str]]] = {
    "bueno": (_ods({}), []),
    "nota en una celda": (
        _ods(
            {
                5: _con(
                    'office:value-type="string"',
                    "<office:annotation><text:p>ojo</text:p></office:annotation>"
                    "<text:p>girado</text:p>",
                )
            }
        ),
        [],
    ),
    "filas vacías hasta el final de la hoja": (
        ods(
            {
                "Transferencias": fila_ods(*(celda_ods(t) for t in TITULOS))
                + fila_ods(*(celda_ods(v) for v in BUENA))
                + fila_ods(celda_ods(None, 'table:number-columns-repeated="16384"'))
                + fila_ods(celda_ods(None), atributos='table:number-rows-repeated="1048573"')
            }
        ),
        [],
    ),
    "falta una hoja": (
        _ods({}, nombre="Trasferencias"),
        [
            "cnim.ods · hoja «Trasferencias»: no es una hoja de este libro; "
            "¿quiso decir «Transferencias»?",
            f"{ODS}: falta esta hoja.",
        ],
    ),
    "error de fórmula": (
        _ods(
            {
                2: _con(
                    'table:formula="of:=1/0" office:value-type="string" office:string-value="" '
                    'calcext:value-type="error"',
                    "<text:p>#DIV/0!</text:p>",
                )
            }
        ),
        [f"{ODS} · celda C2 · columna «Departamento publicado»: tiene el error #DIV/0!; {FORMULA}"],
    ),
    "error de fórmula guardado como cero": (
        _ods(
            {
                4: _con(
                    'table:formula="of:=[.Z9]" office:value-type="float" office:value="0"',
                    "<text:p>Err:502</text:p>",
                )
            }
        ),
        [f"{ODS} · celda E2 · columna «Valor»: tiene el error Err:502; {FORMULA}"],
    ),
    "fórmula que nadie ha calculado": (
        _ods({2: _con('table:formula="of:=[.A1]"')}),
        [
            f"{ODS} · celda C2 · columna «Departamento publicado»: tiene una fórmula sin "
            "resultado guardado; abra el libro, recalcule y guárdelo, o escriba el valor."
        ],
    ),
    "formato de porcentaje": (
        _ods({4: _con('office:value-type="percentage" office:value="0.5"')}),
        [
            f"{ODS} · celda E2 · columna «Valor»: tiene formato de porcentaje, que guarda 0,5 "
            "por 50 %; use formato de número y escriba 50."
        ],
    ),
    "hora": (
        _ods({2: _con('office:value-type="time" office:time-value="PT10H30M00S"')}),
        [
            f"{ODS} · celda C2 · columna «Departamento publicado»: es una hora o una duración; "
            "ninguna columna las lleva."
        ],
    ),
    "salto de línea que se perdería": (
        _ods(
            {6: _con('office:value-type="string"', "<text:p>p. 5<text:line-break/>p. 6</text:p>")}
        ),
        [
            f"{ODS} · celda G2 · columna «Ubicación»: tiene un tabulador o un salto de línea "
            "forzado que se perdería al leer; bórrelo o sepárelo en párrafos."
        ],
    ),
    "celdas combinadas": (
        _ods({5: celda_ods("girado", 'table:number-columns-spanned="2"'), 6: celda_ods(None)}),
        [f"{ODS} · celda F2:G2: {COMBINADAS}"],
    ),
    "dos hojas con el mismo nombre": (
        ods(
            {
                "Transferencias": fila_ods(*(celda_ods(t) for t in TITULOS)),
                " Transferencias": fila_ods(*(celda_ods(t) for t in TITULOS)),
            }
        ),
        [f"{ODS}: hay otra hoja con este mismo nombre; deje una sola."],
    ),
}


@pytest.mark.parametrize("caso", CASOS_ODS)
def test_ods(caso: str, tmp_path: Path) -> None:
    fabricar, esperados = CASOS_ODS[caso]
    ruta = tmp_path / "cnim.ods"
    fabricar(ruta)
    leido = leer_libro(ruta, [Transferencia], "cnim.ods")
    assert [str(error) for error in leido.errores] == esperados
    buenas = [list(f.valores.values()) for f in leido.filas[Transferencia.tabla]]
    assert buenas == ([] if esperados else [BUENA])


def test_una_fila_repetida_se_lee_tantas_veces(tmp_path: Path) -> None:
    ruta = tmp_path / "cnim.ods"
    _ods({}, atributos='table:number-rows-repeated="3"')(ruta)
    leido = leer_libro(ruta, [Transferencia], "cnim.ods")
    assert leido.errores == ()
    assert [f.numero for f in leido.filas[Transferencia.tabla]] == [2, 3, 4]


FILA = "001,2025-11-30,,Cúcuta,250500000,girado,p. 5,"
ENCABEZADO = ",".join(c.nombre for c in Transferencia.columnas_libro())


def _csv(contenido: str | bytes, nombre: str = Transferencia.tabla) -> Fabrica:
    datos = contenido.encode() if isinstance(contenido, str) else contenido
    return lambda carpeta: (carpeta / f"{nombre}.csv").write_bytes(datos)


CASOS_CSV: dict[str, tuple[Fabrica, list[str]]] = {
    "bueno": (_csv(f"{ENCABEZADO}\r\n{FILA}\r\n"), []),
    "bueno, con los títulos y líneas vacías al final": (
        _csv(f"{','.join(TITULOS)}\n{FILA}\n\n\n"),
        [],
    ),
    "falta el archivo": (lambda carpeta: None, [f"{CSV}: falta este archivo."]),
    "archivo con otro nombre": (
        _csv(f"{ENCABEZADO}\n{FILA}\n", "transferencia_psicosocial"),
        [
            f"{CSV}: falta este archivo.",
            "cnim/transferencia_psicosocial.csv: no es una tabla de este libro; "
            "¿quiso decir «transferencias_psicosociales»?",
        ],
    ),
    "vacío": (_csv(""), [f"{CSV}: está vacío (0 bytes); vuelva a copiarlo."]),
    "solo una línea en blanco": (
        _csv("\n"),
        [f"{CSV}: está vacía; le faltan los encabezados en la fila 1."],
    ),
    "otra codificación": (
        _csv(f"{ENCABEZADO}\n{FILA}\n".encode("latin-1")),
        [f"{CSV}: no está en UTF-8 (línea 2); guárdelo como «CSV UTF-8»."],
    ),
    "punto y coma": (
        _csv(f"{ENCABEZADO}\n{FILA}\n".replace(",", ";")),
        [f"{CSV}: separa los valores con «;»; sepárelos con comas."],
    ),
    "comillas sin cerrar": (
        _csv(f'{ENCABEZADO}\n"{FILA}\n'),
        [f"{CSV}: no es un CSV bien formado (línea 2); revise sus comillas."],
    ),
    "valor gigante": (
        _csv(f"{ENCABEZADO}\n{'x' * 200_000}\n"),
        [f"{CSV}: no es un CSV bien formado (línea 2); revise sus comillas."],
    ),
    "filas con una coma de más y de menos": (
        _csv(f"{ENCABEZADO}\n{FILA},\n{FILA[:-1]}\n"),
        [
            f"{CSV}: fila 2: tiene 9 valores y el encabezado, 8; revise las comas y las comillas.",
            f"{CSV}: fila 3: tiene 7 valores y el encabezado, 8; revise las comas y las comillas.",
        ],
    ),
    "fila vacía entre datos": (
        _csv(f"{ENCABEZADO}\n{FILA}\n\n{FILA}\n"),
        [f"{CSV}: la fila 3 está vacía entre datos; bórrela."],
    ),
    "separadores de miles": (
        _csv(f"{ENCABEZADO}\n{FILA.replace('250500000', '250.500.000')}\n"),
        [
            f"{CSV} · celda E2 · columna «Valor»: «250.500.000» no es un número entero; escriba "
            "solo dígitos, sin puntos ni comas."
        ],
    ),
    "fecha en otro formato": (
        _csv(f"{ENCABEZADO}\n{FILA.replace('2025-11-30', '30/11/2025')}\n"),
        [
            f"{CSV} · celda B2 · columna «Fecha de corte»: «30/11/2025» no es una fecha "
            "AAAA-MM-DD; escríbala así: 2024-12-31."
        ],
    ),
    "error de fórmula exportado": (
        _csv(f"{ENCABEZADO}\n{FILA.replace('p. 5', '#REF!')}\n"),
        [f"{CSV} · celda G2 · columna «Ubicación»: tiene el error #REF!; {FORMULA}"],
    ),
    "columna repetida": (
        _csv(f"{ENCABEZADO},estado\n{FILA},girado\n"),
        [f"{CSV} · celda I1 · columna «Estado»: está repetida: ya está en F1; deje una sola."],
    ),
    "demasiadas columnas": (
        _csv(",".join(["x"] * 201)),
        [f"{CSV}: tiene más de 200 columnas, el máximo."],
    ),
    "demasiadas filas": (
        _csv("a\n" * 200_001),
        [f"{CSV}: tiene más de 200.000 filas, el máximo."],
    ),
}


@pytest.mark.parametrize("caso", CASOS_CSV)
def test_carpeta_de_csv(caso: str, tmp_path: Path) -> None:
    fabricar, esperados = CASOS_CSV[caso]
    (tmp_path / "fuente.yml").write_text("titulo: x\n")
    fabricar(tmp_path)
    leido = leer_libro(tmp_path, [Transferencia], "cnim")
    assert [str(error) for error in leido.errores] == esperados


def test_los_errores_de_una_hoja_no_son_infinitos(tmp_path: Path) -> None:
    _csv(f"{ENCABEZADO}\n" + f"{FILA.replace('girado', 'girada')}\n" * 10_001)(tmp_path)
    errores = leer_libro(tmp_path, [Transferencia], "cnim").errores
    assert len(errores) == 10_001
    assert str(errores[-1]) == f"{CSV}: tiene más de 10.000 errores; corrija estos primero."
