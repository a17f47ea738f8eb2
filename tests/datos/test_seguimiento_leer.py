"""El libro oficial, de ida y vuelta: lo que se escribe es lo que se lee, en .xlsx y en .xlsb."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fabrica_seguimiento import CORTE, FORMA, NOMBRE, escribir, hojas

from tablero.calculo.seguimiento.indicador import Periodo
from tablero.ingesta.seguimiento.codigo import leer_codigo
from tablero.ingesta.seguimiento.leer import LibroSeguimiento, leer_seguimiento
from tablero.libro.convertir import ValorNoValido
from tablero.simulacion.seguimiento.datos import IndicadorInventado, inventar
from tablero.simulacion.seguimiento.libro import CUALITATIVO, CUANTITATIVO, Forma, armar

EXTENSIONES = [".xlsx", ".xlsb"]
PRIMERA_FILA, LINEA_BASE, PERIODICIDAD = 5, 8, 10


def leer(ruta: Path, productos: int = 12, *fallas: str) -> LibroSeguimiento:
    return leer_seguimiento(escribir(ruta, hojas(productos, *fallas)))


def comparar(libro: LibroSeguimiento, inventados: list[IndicadorInventado]) -> None:
    assert len(libro.indicadores) == len(inventados)
    for leido, escrito in zip(libro.indicadores, inventados, strict=True):
        assert leido.codigo == escrito.codigo
        assert leido.nombre == escrito.nombre
        assert (leido.sector, leido.entidad) == (escrito.sector, escrito.entidad)
        assert leido.estado == escrito.estado
        assert leido.anualizacion_tipo == escrito.anualizacion_tipo
        assert leido.periodicidad == escrito.periodicidad
        assert leido.ponderacion_pct == pytest.approx((escrito.ponderacion or 0) * 100)
        assert leido.linea_base == (None if escrito.linea_base == "N/A" else escrito.linea_base)
        assert (leido.inicio, leido.fin) == (escrito.inicio, escrito.fin)
        assert leido.metas == escrito.metas
        assert leido.meta_final == escrito.meta_final
        assert {(p.anio, p.trimestre): v for p, v in leido.reportes.items()} == escrito.reportes
        publicado = leido.publicado
        assert publicado.acumulados == pytest.approx(dict(escrito.acumulados))
        assert publicado.metas_acumuladas == escrito.metas_acumuladas
        for pct, fraccion in (
            (publicado.pav_pct, escrito.pav),
            (publicado.pahv_pct, escrito.pahv),
            (publicado.paa_pct, escrito.paa),
        ):
            assert pct == pytest.approx({a: v * 100 for a, v in fraccion.items()})
        relatos = leido.relatos or {}
        assert {tuple(p): tuple(r) for p, r in relatos.items()} == escrito.relatos


@pytest.mark.parametrize("extension", EXTENSIONES)
@pytest.mark.parametrize("anios", [range(2024, 2025), range(2023, 2036), range(2016, 2046)])
def test_ida_y_vuelta_con_cualquier_numero_de_anios(
    tmp_path: Path, extension: str, anios: range
) -> None:
    forma = Forma(tuple(anios), CORTE)
    inventados = inventar(3, 20, forma.anios, CORTE)
    porcentajes = {"pav": {2024: 0.5}, "pahv": {2024: 1.25}, "paa": {2024: 0.3333}}
    inventados[0] = replace(inventados[0], **porcentajes)  # type: ignore[arg-type]
    ruta = escribir(tmp_path / f"libro{extension}", armar(inventados, forma))
    libro = leer_seguimiento(ruta)
    assert libro.errores == ()
    assert (libro.diseno, libro.es_simulado) == ("SISPP", True)
    assert libro.indicadores[0].anios == forma.anios
    assert libro.indicadores[0].publicado.periodo == Periodo(2024, 4)
    comparar(libro, inventados)


@pytest.mark.parametrize("extension", EXTENSIONES)
@pytest.mark.parametrize(
    "falla", ["encabezados_desordenados", "codigo_con_espacios", "columna_de_mas", "fecha_iso"]
)
def test_hay_fallas_que_no_importan(tmp_path: Path, extension: str, falla: str) -> None:
    libro = leer(tmp_path / f"libro{extension}", 12, falla)
    assert libro.errores == ()
    comparar(libro, inventar(7, 12, FORMA.anios, CORTE))


@pytest.mark.parametrize("extension", EXTENSIONES)
def test_los_nombres_de_las_hojas_no_importan(tmp_path: Path, extension: str) -> None:
    celdas = hojas()
    otras = {
        "Léame": [["nada"]],
        "avance  CUANTITATIVO ": celdas[CUANTITATIVO],
        "AVANCE CUALITATIVO": celdas[CUALITATIVO],
    }
    libro = leer_seguimiento(escribir(tmp_path / f"libro{extension}", otras))
    assert libro.errores == ()
    comparar(libro, inventar(7, 12, FORMA.anios, CORTE))


def test_los_lugares_son_los_de_la_hoja(tmp_path: Path) -> None:
    """Cinco años: avance P–AN (20 trimestres y 5 acumulados), metas desde AO, PAV desde AZ."""
    lugares = leer(tmp_path / NOMBRE).indicadores[0].lugares
    assert lugares["codigo",] == "D6"
    assert lugares["reporte", 2023, 1] == "P6"
    assert lugares["reporte", 2024, 4] == "W6"
    assert lugares["acumulado", 2023] == "AJ6"
    assert lugares["meta", 2023] == "AO6"
    assert lugares["meta_final",] == "AT6"
    assert lugares["meta_acumulada", 2023] == "AU6"
    assert lugares["pav", 2023] == "AZ6"
    assert lugares["paa", 2027] == "BN6"
    assert lugares["relato", 2023, 2] == "R6"


@pytest.mark.parametrize("dicho", ["N/A", "N.A.", "n. a.", "No aplica", "-", "N/D"])
def test_una_linea_base_que_no_aplica_no_es_un_error(tmp_path: Path, dicho: str) -> None:
    celdas = hojas(1)
    celdas[CUANTITATIVO][PRIMERA_FILA][LINEA_BASE] = dicho
    libro = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas))
    assert libro.indicadores[0].linea_base is None
    assert libro.errores == ()


def test_un_error_de_excel_no_es_una_linea_base_que_no_aplica(tmp_path: Path) -> None:
    celdas = hojas(1)
    celdas[CUANTITATIVO][PRIMERA_FILA][LINEA_BASE] = "#N/A"
    (error,) = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas)).errores
    assert (error.celda, error.columna) == ("I6", "Línea base")


def test_bianual_no_se_adivina(tmp_path: Path) -> None:
    """Es dos veces al año para unos y cada dos años para otros."""
    celdas = hojas(1)
    celdas[CUANTITATIVO][PRIMERA_FILA][PERIODICIDAD] = "Bianual"
    libro = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas))
    assert libro.indicadores[0].periodicidad is None
    assert libro.errores[0].mensaje.startswith("«Bianual» no es válido; use: Mensual, ")


def test_una_fraccion_es_la_que_declara_el_diseno(tmp_path: Path) -> None:
    """1,5 es 150 %, y 0,005 es 0,5 %: el tamaño no dice la escala."""
    celdas = hojas()
    celdas[CUANTITATIVO][5][FORMA.columnas["pav"]] = 1.5
    celdas[CUANTITATIVO][5][FORMA.columnas["paa"]] = 0.005
    publicado = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas)).indicadores[0].publicado
    assert (publicado.pav_pct[2023], publicado.paa_pct[2023]) == (150, 0.5)


@pytest.mark.parametrize("columnas", [(0, 0), (2, 2), (5, 15)])
def test_a_la_hoja_cualitativa_le_pueden_sobrar_o_faltar_columnas(
    tmp_path: Path, columnas: tuple[int, int]
) -> None:
    """De ella solo se leen el código y los textos: no importa qué más lleve delante."""
    esperados = leer_seguimiento(escribir(tmp_path / "entero.xlsx", hojas())).indicadores
    celdas = hojas()
    for fila in celdas[CUALITATIVO]:
        desde, hasta = columnas
        fila[desde:hasta] = [None, None] if desde == hasta else []
    leido = leer_seguimiento(escribir(tmp_path / "libro.xlsx", celdas))
    assert leido.errores == ()
    assert [i.relatos for i in leido.indicadores] == [i.relatos for i in esperados]


@pytest.mark.parametrize("extension", EXTENSIONES)
def test_las_filas_vacias_se_saltan(tmp_path: Path, extension: str) -> None:
    celdas = hojas()
    ancho = len(celdas[CUANTITATIVO][0])
    celdas[CUANTITATIVO].insert(8, [None] * ancho)
    celdas[CUANTITATIVO].append([" "] * ancho)
    libro = leer_seguimiento(escribir(tmp_path / f"libro{extension}", celdas))
    assert (len(libro.indicadores), libro.errores) == (12, ())
    assert libro.indicadores[3].lugares["codigo",] == "D10"


@pytest.mark.parametrize(
    ("texto", "codigo", "nombre"),
    [
        ("1.1.4. Presencia de la entidad", "1.1.4", "Presencia de la entidad"),
        ("5. 1", "5.1", ""),
        (" 1 . 1 . 4 . Presencia", "1.1.4", "Presencia"),
        ("1.1.4 - 20 talleres", "1.1.4", "20 talleres"),
        ("1.1.4. 20 talleres", "1.1.4", "20 talleres"),
        ("1.1. 4", "1.1.4", ""),
        ("2.10.12:\nDos  líneas", "2.10.12", "Dos líneas"),
        ("01.02.03. Con ceros", "1.2.3", "Con ceros"),
        ("5. 1 Tasa de algo", "5.1", "Tasa de algo"),
        ("1.1", "1.1", ""),
        ("1.1: 4 talleres", "1.1", "4 talleres"),
        ("1.1. A las mujeres", "1.1", "A las mujeres"),
        ("1.1. Mil talleres", "1.1", "Mil talleres"),
        ("1.1. «Ruta» de atención", "1.1", "«Ruta» de atención"),
        ("R1.1.", "1.1", ""),
        ("1.1.4 - A las mujeres", "1.1.4", "A las mujeres"),
        ("1.1.4. VI Encuentro nacional", "1.1.4", "VI Encuentro nacional"),
        ("1.1.4 - II Feria", "1.1.4", "II Feria"),
        ("1.1.4: Bisagras", "1.1.4", "Bisagras"),
    ],
)
def test_codigos(texto: str, codigo: str, nombre: str) -> None:
    assert leer_codigo(texto) == (codigo, nombre)


@pytest.mark.parametrize(
    ("texto", "mensaje"),
    [
        (
            "1.1. 4 talleres",
            "«1.1. 4 talleres» no deja saber si el código es 1.1 o 1.1.4; escriba «1.1.4. "
            "talleres» o «1.1: 4 talleres».",
        ),
        ("1.1.4.2. Taller", "«1.1.4.2. Taller» tiene más de tres números; son dos o tres."),
        ("Total", "«Total» no empieza con un código como 1.1.4 o 1.1."),
        ("3", "«3» no empieza con un código como 1.1.4 o 1.1."),
    ],
)
def test_codigos_que_no_se_adivinan(texto: str, mensaje: str) -> None:
    with pytest.raises(ValorNoValido) as error:
        leer_codigo(texto)
    assert str(error.value) == mensaje


@pytest.mark.parametrize(
    "texto",
    [
        *("1.1.", "1.1. ", "1.1.\u00a0", "1.1.-", "1.1 –", "1.1.?", "1.1.…", "1.1.__", "1.1.#"),
        *("1.1.#REF!", "1.1.N/A", "1.1.n.d.", "1.1.x", "1.1.l Taller", "1.1.O4 Taller", "1.1.I"),
        *("1.1. l. Taller", "1.1. a) Taller", "1.1.iv Taller", "1.1 iv", "1.1.٤", "1.1.٤ Taller"),
        *("1.1.④ Taller", "1.1.½", "1.1 ⁴", "1.1.⒋ Taller", "1.1:4", "1.1:4 Taller", "1.1: 4."),
        *("1.1 (4) Taller", "1.1. [4] Taller", "1.1, 4 Taller", "1.1.,4", "1.1 – 4. Taller"),
        *("1.1 - 4 Taller", "1.1) 4 Taller", "1.1.<4", "1.1.°4", "1.1.$4", "1.1.n.º 4. Taller"),
        *("R1.1.٤ Taller", "R 1.1.x", "1.1,4", "1-1-4", "1.1.2020", "01.01.2020"),
    ],
)
def test_un_codigo_de_producto_leido_a_medias_no_es_el_de_un_resultado(texto: str) -> None:
    with pytest.raises(ValorNoValido):
        leer_codigo(texto)


@pytest.mark.parametrize(
    "texto",
    [
        *("1.1.4 bis", "1.1.4 bis. Taller", "1.1.4-A", "1.1.4.b) Taller", "1.1.4 A. Taller"),
        *("1.1.4 ² Taller", "1.1.4 ½", "1.1.4 / 5", "1.1.4, 5. Taller", "1.1.4 y 5. Talleres"),
        *("1.1.4 - 6. Talleres", "1.1.4 (2)", "1.1.4.٢", "1.1.4.x"),
    ],
)
def test_de_un_codigo_con_algo_mas_no_se_toma_el_comienzo(texto: str) -> None:
    with pytest.raises(ValorNoValido):
        leer_codigo(texto)


def test_un_producto_sin_su_tercer_numero_no_es_un_resultado(tmp_path: Path) -> None:
    """Lo dicen los pesos: con el suyo, los productos suman 100 %."""
    celdas = hojas(3)
    for fila, peso in zip(celdas[CUANTITATIVO][PRIMERA_FILA:], (0.5, 0.3, 0.2), strict=True):
        fila[7] = peso
    celdas[CUANTITATIVO][PRIMERA_FILA][3] = "1.1. Jornadas"
    libro = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas))
    assert len(libro.indicadores) == 2
    assert libro.clases == {"producto"}
    assert libro.filas_sin_codigo == (50.0,)
    error = next(e for e in libro.errores if e.celda == "D6" and e.hoja == CUANTITATIVO)
    assert error.mensaje == (
        "«1.1. Jornadas» tiene el código de un resultado, y pesa lo que a los productos les falta "
        "para sumar 100 %: escriba los tres números de su código, como en 1.1.4. La fila no se lee."
    )


@pytest.mark.parametrize("pesos", [(0.8, 0.3, 0.2), (1.0, 0.3, 0.7), (0.5, 0.3, 0.1)])
def test_un_resultado_lo_es_si_su_peso_no_completa_los_productos(
    tmp_path: Path, pesos: tuple[float, ...]
) -> None:
    celdas = hojas(3)
    for fila, peso in zip(celdas[CUANTITATIVO][PRIMERA_FILA:], pesos, strict=True):
        fila[7] = peso
    celdas[CUANTITATIVO][PRIMERA_FILA][3] = "1.1. Un resultado"
    libro = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas))
    assert [i.clase for i in libro.indicadores] == ["resultado", "producto", "producto"]


def test_una_fecha_serial_o_con_formato_es_la_misma(tmp_path: Path) -> None:
    """El generador escribe el inicio como número (44.927) y el fin con formato de fecha."""
    celdas = hojas()
    assert celdas[CUANTITATIVO][5][11] == 44_927
    indicador = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas)).indicadores[0]
    assert (indicador.inicio, indicador.fin) == (date(2023, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    "escrita", ["2023-01-01", " 2023-01-01 ", "2023-01-01T00:00:00", "2023-01-01 00:00:00"]
)
def test_una_fecha_iso_puede_traer_la_medianoche(tmp_path: Path, escrita: str) -> None:
    celdas = hojas()
    celdas[CUANTITATIVO][5][11] = escrita
    leido = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas))
    assert leido.errores == ()
    assert leido.indicadores[0].inicio == date(2023, 1, 1)


def test_la_meta_final_puede_decir_su_anio(tmp_path: Path) -> None:
    celdas = hojas()
    celdas[CUANTITATIVO][3][FORMA.columnas["metas"] + 5] = "Meta final 2027"
    leido = leer_seguimiento(escribir(tmp_path / NOMBRE, celdas))
    assert leido.errores == ()
    assert leido.indicadores == leer(tmp_path / "otro.xlsx").indicadores


def test_los_acumulados_pueden_nombrar_un_trimestre(tmp_path: Path) -> None:
    """Un subtítulo «A Q4» bajo un año ya leído no es otro grupo de trimestres."""
    celdas = hojas()
    primera = FORMA.columnas["avance"] + 20
    celdas[CUANTITATIVO][4][primera : primera + 5] = ["A Q4"] * 5
    assert leer_seguimiento(escribir(tmp_path / NOMBRE, celdas)).errores == ()
