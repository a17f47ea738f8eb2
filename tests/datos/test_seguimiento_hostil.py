"""Libros de seguimiento con fallas: cada una se dice con su mensaje, entero, y nada se adivina."""

import math
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from fabrica_seguimiento import CORTE, FORMA, NOMBRE, escribir, hojas
from fabrica_xlsb import HOJA, TEXTOS, Registro, alterar, codificar, de_tipo, entero, registros_de
from openpyxl.utils.datetime import CALENDAR_MAC_1904 as CALENDARIO_MAC_1904

from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.motor import Cifras, calcular
from tablero.errores import ArchivoIlegible, ErroresDeDatos
from tablero.ingesta.seguimiento.leer import LibroSeguimiento, leer_seguimiento
from tablero.ingesta.seguimiento.procesar import como_hallazgo
from tablero.simulacion.seguimiento.libro import CUALITATIVO, CUANTITATIVO, Hojas

Q = "{libro} · hoja «Avance Cuantitativo»"
C = "{libro} · hoja «Avance Cualitativo»"
HASTA = Periodo(*CORTE)
EXTENSIONES = [".xlsx", ".xlsb"]


def leer(ruta: Path, *fallas: str) -> LibroSeguimiento:
    return leer_seguimiento(escribir(ruta, hojas(12, *fallas)))


def cifras(indicador: Indicador) -> Cifras:
    return calcular(indicador, HASTA)


ILEGIBLES: dict[str, tuple[str, str]] = {
    "codigo_vacio": ("D6", "columna «Código e indicador»: está vacía; la fila no se lee."),
    "codigo_ilegible": (
        "D6",
        "columna «Código e indicador»: «Producto sin código» no empieza con un código como 1.1.4 o "
        "1.1. La fila no se lee.",
    ),
    "estado_desconocido": (
        "C6",
        "columna «Estado»: «Suspendido» no es válido; use: Vigente, No vigente.",
    ),
    "tipo_desconocido": (
        "J6",
        "columna «Tipo de anualización»: «Acumulada» no es válido; use: Suma, Constante, "
        "Creciente, Decreciente.",
    ),
    "periodicidad_vacia": (
        "K6",
        "columna «Periodicidad»: está vacía; sin este dato no se calcula.",
    ),
    "ponderacion_texto": (
        "H6",
        "columna «Ponderación»: «5%» está guardado como texto; escríbalo como número.",
    ),
    "fecha_sin_sentido": (
        "L6",
        "columna «Fecha de inicio»: «2023» es solo un año y no una fecha.",
    ),
    "fecha_texto": (
        "L6",
        "columna «Fecha de inicio»: «enero de 2023» no es una fecha; escríbala como fecha o así: "
        "2024-12-31.",
    ),
    "reporte_ref": (
        "P6",
        "columna «Reporte de Q1 de 2023»: tiene el error #REF!; corrija la fórmula o escriba el "
        "valor.",
    ),
    "reporte_texto": ("P6", "columna «Reporte de Q1 de 2023»: «sin avance» no es un número."),
    "meta_texto": (
        "AO6",
        "columna «Meta de 2023»: «1.500» está guardado como texto; escríbalo como número.",
    ),
    "porcentaje_ref": (
        "AZ6",
        "columna «PAV de 2023»: tiene el error #DIV/0!; corrija la fórmula o escriba el valor.",
    ),
}


@pytest.mark.parametrize("extension", EXTENSIONES)
@pytest.mark.parametrize("falla", ILEGIBLES)
def test_lo_ilegible_se_dice_con_su_celda(tmp_path: Path, extension: str, falla: str) -> None:
    ruta = tmp_path / f"libro{extension}"
    celda, mensaje = ILEGIBLES[falla]
    errores = [str(e) for e in leer(ruta, falla).errores]
    esperado = f"{Q} · celda {celda} · {mensaje}".format(libro=ruta.name)
    de_paso = [
        f"{C} · celda D6 · columna «Código e indicador»: el código 1.1.1 no está en la hoja "
        "cuantitativa; la fila no se lee.".format(libro=ruta.name)
    ]
    assert errores == [esperado, *(de_paso if falla.startswith("codigo") else [])]


@pytest.mark.parametrize(
    ("falla", "sin_dato", "con_dato"),
    [
        ("reporte_ref", ["av", "pahv_pct", "paa_pct"], ["mp", "ma", "pav_pct", "trayectoria_pct"]),
        ("meta_texto", ["ma", "pahv_pct", "trayectoria_pct"], ["mp", "av", "pav_pct", "paa_pct"]),
        ("tipo_desconocido", ["mp", "ma", "av", "pahv_pct", "paa_pct"], []),
        ("porcentaje_ref", [], ["mp", "ma", "av", "pav_pct", "pahv_pct", "paa_pct"]),
    ],
)
def test_lo_ilegible_deja_sin_dato_lo_suyo_y_nada_mas(
    tmp_path: Path, falla: str, sin_dato: list[str], con_dato: list[str]
) -> None:
    """El primer producto es una Suma: un trimestre ilegible de 2023 deja sin dato su acumulado."""
    sano, roto = leer(tmp_path / "sano.xlsx"), leer(tmp_path / NOMBRE, falla)
    calculado = cifras(roto.indicadores[0])
    assert [c for c in sin_dato if getattr(calculado, c) is not None] == []
    assert [c for c in con_dato if getattr(calculado, c) is None] == []
    assert calculado.semaforo == ("sin dato" if "pahv_pct" in sin_dato else "alto")
    demas = [cifras(i) for i in sano.indicadores[1:]]
    assert [cifras(i) for i in roto.indicadores[1:]] == demas


FATALES: dict[str, list[str]] = {
    "sin_hoja_cuantitativa": [f"{Q}: falta esta hoja."],
    "sin_bloque_avance": [
        f"{Q}: no se encuentra el bloque «avance y seguimiento»: su encabezado va en la fila 3, "
        "con el primer año debajo."
    ],
    "anio_perdido": [
        f"{Q} · celda AO4: el bloque «metas programadas» debe llevar los mismos 5 años de «avance "
        "y seguimiento», uno por columna: le falta 2023."
    ],
}


@pytest.mark.parametrize("extension", EXTENSIONES)
@pytest.mark.parametrize("falla", FATALES)
def test_sin_lo_indispensable_no_se_calcula(tmp_path: Path, extension: str, falla: str) -> None:
    ruta = tmp_path / f"libro{extension}"
    with pytest.raises(ErroresDeDatos) as error:
        leer(ruta, falla)
    assert str(error.value).splitlines() == [m.format(libro=ruta.name) for m in FATALES[falla]]


def _cambiar(
    fila: int, columna: int, valor: Any, hoja: str = CUANTITATIVO
) -> Callable[[Hojas], None]:
    def cambiar(celdas: Hojas) -> None:
        celdas[hoja][fila][columna] = valor

    return cambiar


def _vaciar(celdas: Hojas) -> None:
    del celdas[CUANTITATIVO][5:]


AVANCE, METAS = FORMA.columnas["avance"], FORMA.columnas["metas"]
SOBRA_2024 = (
    f"{Q} · celda AO4: el bloque «metas programadas» debe llevar los mismos 4 años de «avance y "
    "seguimiento», uno por columna: le sobra 2024."
)
MAL_ARMADOS: dict[str, tuple[Callable[[Hojas], None], list[str]]] = {
    "dos bloques iguales": (
        _cambiar(2, METAS + 1, "Metas programadas (copia)"),
        [f"{Q}: hay varios bloques «metas programadas» (AO3 y AP3); deje uno solo."],
    ),
    "un trimestre mal escrito": (
        _cambiar(4, AVANCE + 2, "Tercero"),
        [f"{Q} · celda P5: a 2023 le falta Q3; no se entiende R5 («Tercero»)."],
    ),
    # Si se leyera hasta ahí, la meta del segundo año pasaría por la final.
    "un trimestre mal escrito en el segundo año": (
        _cambiar(4, AVANCE + 6, "Q4"),
        [
            f"{Q} · celda V5: Q4 de 2024 está en varias columnas: V5 («Q4») y W5 («Q4»); deje una "
            "sola."
        ],
    ),
    "el segundo año sin sus trimestres": (
        lambda celdas: celdas[CUANTITATIVO][4].__setitem__(
            slice(AVANCE + 4, AVANCE + 8), [None] * 4
        ),
        [SOBRA_2024],
    ),
    "el segundo año sin año ni trimestres": (
        lambda celdas: [
            celdas[CUANTITATIVO][f].__setitem__(slice(AVANCE + 4, AVANCE + 8), [None] * 4)
            for f in (3, 4)
        ],
        [SOBRA_2024],
    ),
    "un año repetido": (
        _cambiar(3, AVANCE + 4, 2023),
        [
            f"{Q} · celda P5: Q1 de 2023 está en varias columnas: P5 («Q1») y T5 («Q1»); deje una "
            "sola. Pasa lo mismo con otros 3."
        ],
    ),
    "metas de otros años": (
        _cambiar(3, METAS + 4, 2031),
        [
            f"{Q} · celda AO4: el bloque «metas programadas» debe llevar los mismos 5 años de "
            "«avance y seguimiento», uno por columna: le falta 2027 y le sobra 2031."
        ],
    ),
    "dos columnas de entidad, lejos de la suya": (
        lambda celdas: (
            _cambiar(2, 6, None)(celdas),
            _cambiar(2, 0, "Entidad")(celdas),
            _cambiar(2, 1, "Entidad responsable")(celdas),
        ),
        [f"{Q}: hay varias columnas «Entidad» (A3 y B3); deje una sola."],
    ),
    "la columna de la entidad dice otra cosa": (
        lambda celdas: (_cambiar(2, 5, None)(celdas), _cambiar(2, 6, "Sector")(celdas)),
        [
            f"{Q}: no se encuentra la columna «Entidad»: escriba su título en el encabezado. En su "
            "lugar, G3, dice «Sector».",
        ],
    ),
    "una columna de más delante de una sin título": (
        lambda celdas: (
            _cambiar(2, 8, "Valor de partida")(celdas),
            [fila.insert(8, None) for fila in celdas[CUANTITATIVO]],
        ),
        [f"{Q}: no se encuentra la columna «Línea base»: escriba su título en el encabezado."],
    ),
    "sin ninguna fila": (_vaciar, [f"{Q}: no tiene ninguna fila con un indicador."]),
}


@pytest.mark.parametrize("caso", MAL_ARMADOS)
def test_un_libro_mal_armado(tmp_path: Path, caso: str) -> None:
    cambiar, mensajes = MAL_ARMADOS[caso]
    celdas = hojas()
    cambiar(celdas)
    ruta = escribir(tmp_path / NOMBRE, celdas)
    with pytest.raises(ErroresDeDatos) as error:
        leer_seguimiento(ruta)
    assert str(error.value).splitlines() == [m.format(libro=NOMBRE) for m in mensajes]


AVISOS: dict[str, tuple[Callable[[Hojas], Any], list[str]]] = {
    "sin el bloque del PAHV": (
        _cambiar(2, FORMA.columnas["pahv"], None),
        [
            f"{Q}: no se encuentra el bloque «meta acumulada hasta la vigencia»: su encabezado va "
            "en la fila 3, con el primer año debajo."
        ],
    ),
    "sin los años del acumulado": (
        _cambiar(3, AVANCE + 20, None),
        [
            f"{Q} · celda AJ4: el bloque «avance acumulado» debe llevar los mismos 5 años de "
            "«avance y seguimiento», uno por columna: le falta 2023."
        ],
    ),
    "sin la hoja cualitativa": (
        lambda celdas: celdas.pop(CUALITATIVO),
        [f"{C}: falta esta hoja."],
    ),
    "textos sin año ni trimestre": (
        lambda celdas: celdas[CUALITATIVO].__setitem__(slice(2, 5), [[None] * 55] * 3),
        [f"{C}: no se encuentran los años y los trimestres de los textos."],
    ),
    "un texto sin pareja": (
        _cambiar(4, 16, "Q2 Avance", CUALITATIVO),
        [f"{C} · celda P5: Q1 de 2023 debe tener dos columnas, avance y enfoques; tiene 1."],
    ),
    "un código repetido en los textos": (
        _cambiar(6, 3, "1.1.1. Otra vez", CUALITATIVO),
        [
            f"{C} · celda D7 · columna «Código e indicador»: el código 1.1.1 está repetido; la "
            "fila no se lee."
        ],
    ),
    "un código guardado como número": (
        _cambiar(5, 3, 1.1),
        [
            f"{Q} · celda D6 · columna «Código e indicador»: «1,1» no es un texto con el código; "
            "la fila no se lee.",
            f"{C} · celda D6 · columna «Código e indicador»: el código 1.1.1 no está en la hoja "
            "cuantitativa; la fila no se lee.",
        ],
    ),
    "un lógico en una meta": (
        _cambiar(5, METAS, True),
        [f"{Q} · celda AO6 · columna «Meta de 2023»: «VERDADERO» no es un número."],
    ),
    "un día que no existe": (
        _cambiar(5, 11, "2023-02-30"),
        [f"{Q} · celda L6 · columna «Fecha de inicio»: «2023-02-30» no existe en el calendario."],
    ),
}


@pytest.mark.parametrize("extension", EXTENSIONES)
@pytest.mark.parametrize("caso", AVISOS)
def test_lo_que_no_impide_calcular_se_dice(tmp_path: Path, extension: str, caso: str) -> None:
    cambiar, mensajes = AVISOS[caso]
    celdas = hojas()
    cambiar(celdas)
    ruta = escribir(tmp_path / f"libro{extension}", celdas)
    libro = leer_seguimiento(ruta)
    assert [str(e) for e in libro.errores] == [m.format(libro=ruta.name) for m in mensajes]
    assert libro.indicadores[-1].codigo == "1.3.2"


def test_lo_que_falta_del_libro_no_se_arregla_en_una_celda(tmp_path: Path) -> None:
    libro = leer(tmp_path / NOMBRE, "sin_hoja_cualitativa")
    hallazgo = como_hallazgo(libro.errores[0])
    assert (hallazgo.mensaje, hallazgo.que_hacer) == (
        "falta esta hoja.",
        "Corrija el libro: lo que depende de esto queda sin dato.",
    )


def test_un_codigo_doble_en_las_dos_hojas_se_dice_una_vez(tmp_path: Path) -> None:
    celdas = hojas()
    for filas in celdas.values():
        filas.append([*filas[5]])
    libro = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas))
    assert libro.errores == ()
    assert [i.codigo for i in libro.indicadores].count("1.1.1") == 2
    assert libro.indicadores[-1].relatos == libro.indicadores[0].relatos


def test_celdas_combinadas_entre_los_datos(tmp_path: Path) -> None:
    """Las de los encabezados son del diseño; las de los datos esconden valores."""
    ruta = escribir(tmp_path / NOMBRE, hojas())
    libro = openpyxl.load_workbook(ruta)
    libro[CUANTITATIVO].merge_cells("P4:S4")
    libro[CUANTITATIVO].merge_cells("G8:G9")
    libro.save(ruta)
    assert [str(e) for e in leer_seguimiento(ruta).errores] == [
        f"{Q} · celda G8:G9: son celdas combinadas; sepárelas y escriba el valor en cada "
        "una.".format(libro=NOMBRE)
    ]


def test_un_error_de_excel_de_verdad(tmp_path: Path) -> None:
    """El lector de hojas lo entrega vacío; vacío y «#REF!» no son lo mismo."""
    ruta = escribir(tmp_path / NOMBRE, hojas())
    libro = openpyxl.load_workbook(ruta)
    celda = libro[CUANTITATIVO]["P6"]
    celda.value, celda.data_type = "#REF!", "e"
    libro.save(ruta)
    leido = leer_seguimiento(ruta)
    mensaje = ILEGIBLES["reporte_ref"][1]
    assert [str(e) for e in leido.errores] == [f"{Q} · celda P6 · {mensaje}".format(libro=NOMBRE)]
    assert cifras(leido.indicadores[0]).av is None


@pytest.mark.parametrize(
    ("nombre", "octetos", "mensaje"),
    [
        ("no_existe.xlsb", None, "no existe."),
        ("vacio.xlsb", b"", "está vacío (0 bytes); vuelva a copiarlo."),
        (
            "texto.xlsb",
            b"hola",
            "no es un libro .xlsb: por dentro es otra clase de archivo, con el nombre cambiado.",
        ),
        (
            "roto.xlsb",
            b"PK\x03\x04nada",
            "está incompleto o dañado; vuelva a copiarlo o a guardarlo.",
        ),
        ("libro.ods", b"PK", "no es un libro de seguimiento: se leen .xlsx y .xlsb."),
        ("libro.xls", b"x", "no es un libro de seguimiento: se leen .xlsx y .xlsb."),
    ],
)
def test_lo_que_no_es_un_libro(
    tmp_path: Path, nombre: str, octetos: bytes | None, mensaje: str
) -> None:
    if octetos is not None:
        (tmp_path / nombre).write_bytes(octetos)
    with pytest.raises(ArchivoIlegible) as error:
        leer_seguimiento(tmp_path / nombre)
    assert str(error.value) == f"{nombre}: {mensaje}"


def test_un_xlsx_con_nombre_de_xlsb(tmp_path: Path) -> None:
    escribir(tmp_path / NOMBRE, hojas()).rename(tmp_path / "libro.xlsb")
    with pytest.raises(ArchivoIlegible) as error:
        leer_seguimiento(tmp_path / "libro.xlsb")
    assert str(error.value) == "libro.xlsb: por dentro es un libro .xlsx; cámbiele la extensión."


MENTIRAS: dict[str, tuple[str, Callable[[int, bytes], Registro], str]] = {
    "una fila imposible": (
        HOJA,
        de_tipo(0, lambda d: entero(2**31) + d[4:]),
        f"está dañado: su parte «{HOJA}» tiene una fila imposible.",
    ),
    "una fila muy lejana": (
        HOJA,
        de_tipo(0, lambda d: entero(900_000) + d[4:]),
        "la hoja «Avance Cuantitativo» tiene datos hasta la fila 900.001; el máximo es 200.000.",
    ),
    "una columna muy lejana": (
        HOJA,
        de_tipo(5, lambda d: entero(16_000) + d[4:]),
        "la hoja «Avance Cuantitativo» tiene datos hasta la columna 16.001; el máximo es 1.000.",
    ),
    "un texto que no está": (
        HOJA,
        de_tipo(7, lambda d: d[:8] + entero(10**6)),
        f"está dañado: su parte «{HOJA}» tiene una celda que cita un texto que el libro no tiene.",
    ),
    "una celda cortada": (
        HOJA,
        de_tipo(7, lambda d: d[:5]),
        f"está dañado: su parte «{HOJA}» tiene una celda imposible.",
    ),
    "un conteo falso": (
        TEXTOS,
        de_tipo(159, lambda _: entero(1) + entero(4_000_000_000)),
        f"está dañado: su parte «{TEXTOS}» tiene 186 textos y dice tener 4.000.000.000.",
    ),
    "un texto más largo que su registro": (
        TEXTOS,
        de_tipo(19, lambda d: d[:1] + entero(2**31 - 1) + d[5:]),
        f"está dañado: su parte «{TEXTOS}» tiene un texto incompleto.",
    ),
}


@pytest.mark.parametrize("caso", MENTIRAS)
def test_un_xlsb_que_miente(tmp_path: Path, caso: str) -> None:
    parte, cambio, mensaje = MENTIRAS[caso]
    ruta = escribir(tmp_path / "libro.xlsb", hojas())
    alterar(ruta, parte, cambio)
    with pytest.raises(ArchivoIlegible) as error:
        leer_seguimiento(ruta)
    assert str(error.value) == f"libro.xlsb: {mensaje}"


def test_un_xlsb_con_un_error_de_excel_de_verdad(tmp_path: Path) -> None:
    """Los reportes de la columna P pasan a ser celdas de error: #REF! es el 0x17."""
    ruta = escribir(tmp_path / "libro.xlsb", hojas(1))
    en_p = 0

    def a_error(tipo: int, datos: bytes) -> Registro:
        nonlocal en_p
        es_p = tipo in (2, 5) and datos[:4] == entero(15)
        en_p += es_p
        es_reporte = es_p and en_p > 1  # el primero es el año del encabezado
        return (3, datos[:8] + b"\x17") if es_reporte else (tipo, datos)

    alterar(ruta, HOJA, a_error)
    mensajes = [str(e) for e in leer_seguimiento(ruta).errores]
    esperado = ILEGIBLES["reporte_ref"][1]
    assert mensajes == [f"{Q} · celda P6 · {esperado}".format(libro="libro.xlsb")]


def test_un_registro_que_no_cabe(tmp_path: Path) -> None:
    ruta = escribir(tmp_path / "libro.xlsb", hojas())
    with zipfile.ZipFile(ruta) as libro:
        partes = {n: libro.read(n) for n in libro.namelist()}
    partes[TEXTOS] = partes[TEXTOS][:-20]
    with zipfile.ZipFile(ruta, "w") as libro:
        for nombre, octetos in partes.items():
            libro.writestr(nombre, octetos)
    with pytest.raises(ArchivoIlegible) as error:
        leer_seguimiento(ruta)
    assert str(error.value) == (
        f"libro.xlsb: está dañado: su parte «{TEXTOS}» tiene un registro que no cabe en ella."
    )


def test_una_bomba(tmp_path: Path) -> None:
    ruta = escribir(tmp_path / "libro.xlsb", hojas())
    with zipfile.ZipFile(ruta) as libro:
        partes = {n: libro.read(n) for n in libro.namelist()}
    partes[TEXTOS] = bytes(210 * 1024 * 1024)
    with zipfile.ZipFile(ruta, "w", zipfile.ZIP_DEFLATED) as libro:
        for nombre, octetos in partes.items():
            libro.writestr(nombre, octetos)
    with pytest.raises(ArchivoIlegible) as error:
        leer_seguimiento(ruta)
    assert str(error.value) == "libro.xlsb: ocuparía más de 200 MB al abrirlo; no se abre."


@pytest.mark.parametrize(
    ("trimestre", "anio", "periodo"),
    [
        ("Q4", "2024", Periodo(2024, 4)),
        (" q4 ", "Vigencia 2024", Periodo(2024, 4)),
        ("S1", 2024, Periodo(2024, 2)),
        ("S2", 2024, Periodo(2024, 4)),
        ("Semestre 1", 2024, Periodo(2024, 2)),
        ("II semestre", 2024, Periodo(2024, 4)),
        ("IV", 2024, Periodo(2024, 4)),
        ("4", 2024, Periodo(2024, 4)),
        (4, 2024, Periodo(2024, 4)),
        ("T3", 2024, Periodo(2024, 3)),
        ("3er trimestre", 2024, Periodo(2024, 3)),
        ("Q4 2024", None, Periodo(2024, 4)),
        ("Q4 2024", 2024, Periodo(2024, 4)),
        ("Diciembre", 2024, Periodo(2024, 4)),
        ("jun-2024", 2024, Periodo(2024, 2)),
        ("31/12/2024", None, Periodo(2024, 4)),
        (45_657, None, Periodo(2024, 4)),
        (None, None, None),
    ],
)
def test_el_corte_de_la_fila_se_entiende(
    tmp_path: Path, trimestre: Any, anio: Any, periodo: Periodo | None
) -> None:
    celdas = hojas(1)
    celdas[CUANTITATIVO][5][13:15] = [trimestre, anio]
    libro = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas))
    assert libro.indicadores[0].publicado.periodo == periodo
    assert (libro.errores, libro.notas) == ((), ())


@pytest.mark.parametrize(
    ("trimestre", "anio", "mensaje"),
    [
        # «II» puede ser el segundo trimestre o el segundo semestre: no se adivina.
        ("II", 2024, "«II» y «2024»: no se entiende"),
        ("2", 2024, "«2» y «2024»: no se entiende"),
        ("Anual", 2024, "«Anual» y «2024»: no se entiende"),
        ("Q4", 24, "«Q4» y «24»: no se entiende"),
        ("Q4", None, "«Q4»: le falta el trimestre o el año"),
        ("Q4 2023", 2024, "«Q4 2023» y «2024»: el año del corte y el del reporte no son el mismo"),
        ("Octubre", 2024, "«Octubre» y «2024»: no es el último mes de un trimestre"),
        ("30/11/2024", None, "«30/11/2024»: no es el último día de un trimestre"),
        ("#REF!", 2024, "«#REF!» y «2024»: no se entiende"),
    ],
)
def test_un_corte_de_fila_que_no_se_entiende_es_una_nota(
    tmp_path: Path, trimestre: Any, anio: Any, mensaje: str
) -> None:
    """Ninguna cifra depende de él: no es un error."""
    celdas = hojas(1)
    celdas[CUANTITATIVO][5][13:15] = [trimestre, anio]
    libro = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas))
    assert libro.errores == ()
    (nota,) = libro.notas
    assert (nota.regla, nota.severidad, nota.celda) == ("corte_sin_entender", "nota", "N6")
    assert nota.mensaje == f"{mensaje}; se entienden Q1, Q2, Q3, Q4, S1 y S2, con su año."


@pytest.mark.parametrize(
    ("escrita", "leida"),
    [
        ("31/12/2024", date(2024, 12, 31)),
        ("13-01-2024", date(2024, 1, 13)),
        ("05/05/2024", date(2024, 5, 5)),
        ("2024/07/01", date(2024, 7, 1)),
        ("2024-7-1", date(2024, 7, 1)),
        ("1 de julio de 2024", date(2024, 7, 1)),
        ("1\u00a0de  Julio de 2024", date(2024, 7, 1)),
    ],
)
def test_una_fecha_escrita_que_solo_se_lee_de_un_modo(
    tmp_path: Path, escrita: str, leida: date
) -> None:
    celdas = hojas(1)
    celdas[CUANTITATIVO][5][12] = escrita
    libro = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas))
    assert libro.errores == ()
    assert libro.indicadores[0].fin == leida


@pytest.mark.parametrize(
    ("escrita", "regla", "mensaje"),
    [
        (
            "01/07/2025",
            "ilegible",
            "«01/07/2025» es un texto y puede ser el 1 de julio de 2025 o el 7 de enero de 2025; "
            "escríbala como fecha o así: 2024-12-31.",
        ),
        ("12/31/2024", "ilegible", "«12/31/2024» no existe en el calendario."),
        ("31/02/2024", "ilegible", "«31/02/2024» no existe en el calendario."),
        (
            "31/12/24",
            "ilegible",
            "«31/12/24» no es una fecha; escríbala como fecha o así: 2024-12-31.",
        ),
        (
            "\u200b",
            "ilegible",
            "«⟨espacio de ancho cero⟩» no tiene nada que se vea; si no hay dato, borre la celda.",
        ),
        (2025, "solo_el_anio", "«2025» es solo un año y no una fecha."),
        ("2025", "solo_el_anio", "«2025» es solo un año y no una fecha."),
    ],
)
def test_una_fecha_que_no_se_sabe_cual_es_no_se_adivina(
    tmp_path: Path, escrita: Any, regla: str, mensaje: str
) -> None:
    celdas = hojas(1)
    celdas[CUANTITATIVO][5][11] = escrita
    libro = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas))
    (error,) = libro.errores
    assert (error.regla, error.mensaje, error.celda) == (regla, mensaje, "L6")
    indicador = libro.indicadores[0]
    assert (indicador.inicio, indicador.sin_leer) == (None, {"inicio"})


@pytest.mark.parametrize(
    ("escrita", "ilegible"), [("\u200b", True), (" \u00a0", True), (" ", False), ("", False)]
)
def test_un_numero_que_no_se_ve_no_se_lee_y_unos_espacios_son_nada(
    tmp_path: Path, escrita: str, ilegible: bool
) -> None:
    celdas = hojas(1)
    celdas[CUANTITATIVO][5][METAS] = escrita
    libro = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas))
    anio = FORMA.anios[0]
    meta = libro.indicadores[0].metas.get(anio)
    assert (meta is not None and math.isnan(meta)) is ilegible
    assert [e.celda for e in libro.errores] == ["AO6"] * ilegible


def test_de_un_porcentaje_escrito_se_dice_que_numero_va(tmp_path: Path) -> None:
    celdas = hojas(1)
    celdas[CUANTITATIVO][5][7] = "2,5 %"
    celdas[CUANTITATIVO][5][METAS] = "10%"
    errores = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas)).errores
    assert [(e.celda, e.que_hacer) for e in errores] == [
        ("H6", "Escriba 0,025: aquí va como fracción, y hasta entonces queda sin dato."),
        (
            "AO6",
            "Escriba 10 o 0,1, según la escala de sus metas: hasta entonces queda sin dato.",
        ),
    ]


def test_las_filas_sin_codigo_dicen_cuanto_pesan(tmp_path: Path) -> None:
    celdas = hojas(3)
    celdas[CUANTITATIVO][5][3] = "Producto sin código"
    celdas[CUANTITATIVO][6][3], celdas[CUANTITATIVO][6][7] = None, "mucho"
    libro = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas))
    peso = celdas[CUANTITATIVO][5][7] * 100
    leido, sin_leer = libro.filas_sin_codigo
    assert (leido, sin_leer is not None and math.isnan(sin_leer)) == (pytest.approx(peso), True)


def test_una_fila_que_solo_trae_formulas_no_es_de_nadie(tmp_path: Path) -> None:
    """La plantilla las trae llenas hasta abajo: estado, corte, acumulados y porcentajes."""
    celdas = hojas(3)
    vacia: list[Any] = [None] * FORMA.ancho
    vacia[2], vacia[13], vacia[14] = "Vigente", "Q4", 2024
    for bloque in ("pav", "pahv", "paa"):
        vacia[FORMA.columnas[bloque]] = "#DIV/0!"
    celdas[CUANTITATIVO] += [list(vacia), list(vacia)]
    libro = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas))
    assert (len(libro.indicadores), libro.errores, libro.filas_sin_codigo) == (3, (), ())


def test_una_fila_de_totales_o_de_titulos_repetidos_no_es_de_nadie(tmp_path: Path) -> None:
    celdas = hojas(3)
    total: list[Any] = [None] * FORMA.ancho
    total[3], total[7] = "TOTAL", 1.0
    celdas[CUANTITATIVO].insert(6, list(celdas[CUANTITATIVO][2]))
    celdas[CUANTITATIVO].append(total)
    libro = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas))
    assert (len(libro.indicadores), libro.errores, libro.filas_sin_codigo) == (3, (), ())


@pytest.mark.parametrize("con_formato", [True, False])
def test_un_libro_que_cuenta_los_dias_desde_1904(tmp_path: Path, con_formato: bool) -> None:
    """El 1 de enero de 2023 es el día 43.465 de ese calendario."""
    ruta = escribir(tmp_path / NOMBRE, hojas(1))
    libro = openpyxl.load_workbook(ruta)
    libro.epoch = CALENDARIO_MAC_1904
    celda = libro[CUANTITATIVO]["L6"]
    celda.value = 43_465
    celda.number_format = "yyyy-mm-dd" if con_formato else "General"
    libro.save(ruta)
    assert leer_seguimiento(ruta).indicadores[0].inicio == date(2023, 1, 1)


def test_una_entidad_con_una_letra_de_otro_alfabeto_es_un_error_y_no_otra(tmp_path: Path) -> None:
    celdas = hojas(2)
    celdas[CUANTITATIVO][5][6] = "Secretaría de Salud\u0430"
    libro = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas))
    assert libro.indicadores[0].entidad == ""
    (error,) = libro.errores
    assert (error.celda, error.columna) == ("G6", "Entidad")
    assert "otro alfabeto (а cirílica, en «Salud⟨а cirílica⟩»)" in error.mensaje


def test_un_signo_que_los_pdf_no_traen_se_nota_con_su_celda_y_se_lee_igual(
    tmp_path: Path,
) -> None:
    celdas = hojas(1)
    celdas[CUANTITATIVO][5][6] = "Secretaría \u25cf de Salud"
    libro = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas))
    assert [i.entidad for i in libro.indicadores] == ["Secretaría \u25cf de Salud"]
    (nota,) = libro.notas
    assert (nota.regla, nota.severidad, nota.celda) == ("signo_sin_letra", "nota", "G6")
    assert nota.mensaje == (
        "tiene signos que la letra de los PDF no trae; ahí se escribe \u25cf por •."
    )


def test_la_misma_entidad_con_caracteres_que_no_se_ven_es_una(tmp_path: Path) -> None:
    celdas = hojas(3)
    for fila, entidad in zip(
        celdas[CUANTITATIVO][5:],
        ("Secretaría de Salud", "Secretaría  de Salud", "Secretari\u0301a de\u00a0Salud\n"),
        strict=True,
    ):
        fila[6] = entidad
    libro = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas))
    assert {i.entidad for i in libro.indicadores} == {"Secretaría de Salud"}
    (nota,) = libro.notas
    assert (nota.regla, nota.celda) == ("escrito_distinto", "G7")
    assert nota.mensaje == (
        "«Secretaría de Salud» está escrito de 3 maneras que no se distinguen a la vista, como "
        "«Secretaría⟨doble espacio⟩de Salud»: se leyó como uno solo."
    )


def _ocultar(ruta: Path, cambiar: Callable[[openpyxl.Workbook], None]) -> LibroSeguimiento:
    escribir(ruta, hojas())
    libro = openpyxl.load_workbook(ruta)
    cambiar(libro)
    libro.save(ruta)
    return leer_seguimiento(ruta)


def _oculta_filas_y_columnas(libro: openpyxl.Workbook) -> None:
    hoja = libro[CUANTITATIVO]
    for fila in (7, 9, 30):
        hoja.row_dimensions[fila].hidden = True
    hoja.column_dimensions.group("P", "W", hidden=True)
    hoja.column_dimensions["A"].hidden = True


@pytest.mark.parametrize(
    ("cambiar", "mensajes"),
    [
        (
            _oculta_filas_y_columnas,
            [
                "hay 2 filas ocultas con un indicador: 7 y 9.",
                "hay 8 columnas ocultas que se leen: P, Q, R, S, T y 3 más.",
            ],
        ),
        (
            lambda libro: setattr(libro[CUALITATIVO], "sheet_state", "hidden"),
            ["la hoja está oculta y se lee."],
        ),
    ],
)
def test_lo_oculto_que_se_lee_se_dice(
    tmp_path: Path, cambiar: Callable[[openpyxl.Workbook], None], mensajes: list[str]
) -> None:
    libro = _ocultar(tmp_path / NOMBRE, cambiar)
    assert [(n.regla, n.mensaje) for n in libro.notas] == [("oculto", m) for m in mensajes]
    assert libro.indicadores == leer(tmp_path / "otro.xlsx").indicadores


def test_de_dos_hojas_iguales_no_se_elige(tmp_path: Path) -> None:
    celdas = hojas()
    celdas[f"{CUANTITATIVO} (2)"] = celdas[CUANTITATIVO]
    ruta = escribir(tmp_path / NOMBRE, celdas)
    with pytest.raises(ErroresDeDatos) as error:
        leer_seguimiento(ruta)
    assert str(error.value) == (
        f"{Q}: hay varias hojas que pueden ser esta («Avance Cuantitativo», «Avance Cuantitativo "
        "(2)»); deje una sola."
    ).format(libro=NOMBRE).replace("», «", "» y «")
    # La copia oculta no estorba.
    libro = openpyxl.load_workbook(ruta)
    libro[f"{CUANTITATIVO} (2)"].sheet_state = "hidden"
    libro.save(ruta)
    assert leer_seguimiento(ruta).indicadores == leer(tmp_path / "otro.xlsx").indicadores


def test_un_xlsb_con_celdas_combinadas_entre_los_datos_se_dice(tmp_path: Path) -> None:
    """Dos filas comparten la entidad: la segunda quedaría sin ella."""
    ruta = escribir(tmp_path / "libro.xlsb", hojas())
    combinada = b"".join(entero(n) for n in (5, 6, 6, 6))
    with zipfile.ZipFile(ruta) as libro:
        partes = {n: libro.read(n) for n in libro.namelist()}
    registros = registros_de(partes[HOJA])
    fin = next(i for i, (tipo, _) in enumerate(registros) if tipo == 146)
    registros[fin + 1 : fin + 1] = [(177, entero(1)), (176, combinada), (178, b"")]
    partes[HOJA] = b"".join(codificar(*r) for r in registros)
    with zipfile.ZipFile(ruta, "w") as libro:
        for nombre, octetos in partes.items():
            libro.writestr(nombre, octetos)
    assert [(e.celda, e.mensaje) for e in leer_seguimiento(ruta).errores] == [
        ("G6:G7", "son celdas combinadas; sepárelas y escriba el valor en cada una.")
    ]
