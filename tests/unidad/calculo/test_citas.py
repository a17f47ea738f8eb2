"""Qué cifras y qué fechas dicen unas palabras, en las maneras de escribir de los documentos."""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.calculo.citas.fechas import MESES, dice_fecha
from tablero.calculo.citas.letras import en_letras
from tablero.calculo.citas.numeros import Clase, dice_numero, lecturas
from tablero.calculo.citas.textos import contradice_numeros, nombrados


@pytest.mark.parametrize(
    ("cita", "valor"),
    [
        ("Antioquia, Necoclí $60.431.400", 60_431_400),
        ("Vichada, Puerto Carreño $ 76.358.920", 76_358_920),
        ("alrededor de 500,000 Colombianos", 500_000),
        ("más de 2,8 millones de personas", 2_800_000),
        ("Se asignan recursos 2.000 millones de pesos", 2_000_000_000),
        ("ha invertido $13 mil millones", 13_000_000_000),
        ("los treinta y cuatro (34) municipios priorizados", 34),
        ("los treinta y cuatro municipios priorizados", 34),
        ("en nueve ciudades", 9),
        ("mil doscientas personas", 1_200),
        ("ciento veintitrés mil quinientas personas", 123_500),
        ("un centenar de personas", 100),
        ("dos docenas", 2),
        ("3993 orientaciones", 3993),
        ("cinco (5) nuevos", 5),
        ("se atendieron 1134 personas (906 mujeres y 228 hombres)", 906),
        ("un avance de 0.05 personas", 0.05),
        ("la base es 0,125", 0.125),
        ("con 12,50 de promedio", 12.5),
    ],
)
def test_un_conteo_escrito_de_cualquier_manera(cita: str, valor: float) -> None:
    assert dice_numero(cita, valor, "conteo") is True
    assert dice_numero(cita, valor + 1, "conteo") is False
    assert dice_numero(cita, -valor, "conteo") is False


@pytest.mark.parametrize(
    ("cita", "valor"),
    [
        ("el avance alcanzó un 52.05%", 52.05),
        ("Antioquia 13,7%", 13.7),
        ("el 62 % de los productos", 62),
        ("se logró el cuarenta por ciento", 40),
        ("33% 14.00%", 33),
        ("un 34.400%", 34_400),
        ("un 0.125%", 0.125),
    ],
)
def test_un_porcentaje(cita: str, valor: float) -> None:
    assert dice_numero(cita, valor, "porcentaje") is True
    assert dice_numero(cita, valor + 1, "porcentaje") is False


@pytest.mark.parametrize(
    ("cita", "clase"),
    [
        ("priorizados, los cuales fueron girados a partir del 01 de agosto", "conteo"),
        ("se realizó la asistencia técnica", "conteo"),
        ("con una mirada amplia", "conteo"),
        ("el producto 1.1.6.", "conteo"),
        ("durante 2024", "conteo"),
        ("equivale al 45%", "conteo"),
        ("15 actividades reportadas", "porcentaje"),
    ],
)
def test_sin_cifra_de_su_clase_no_se_juzga(cita: str, clase: Clase) -> None:
    assert dice_numero(cita, 987, clase) is None


@pytest.mark.parametrize(
    ("cita", "unidad", "si", "no"),
    [
        ("20 actividades (13 entidades + 7 intersectoriales)", "entidades", 13, 7),
        ("15 actividades reportadas (cumplimiento del 75%)", "actividades", 15, 75),
        ("1134 personas (906 mujeres y 228 hombres)", "mujeres", 906, 228),
        ("11 centros Integrate (ventanillas únicas) en nueve ciudades", "ciudades", 9, 11),
        ("compuestos por 3 objetivos específicos y 52 productos", "objetivos", 3, 52),
        ("ha invertido $13 mil millones en 19 centros", "pesos", 13e9, 19),
        ("rango de edad institucional (6 a 28 años)", "años", 6, 5),
        ("5 subsidios (1 - Oferta preferente y 4 Reactiva)", "subsidios", 4, 3),
        ("una fase preparatoria y 4 etapas de intervención", "fases", 4, 5),
        ("se completaron las dos primeras fases de 4", "fases", 2, 4),
    ],
)
def test_la_cifra_es_la_que_va_con_su_unidad(cita: str, unidad: str, si: float, no: float) -> None:
    assert dice_numero(cita, si, "conteo", unidad=unidad) is True
    assert dice_numero(cita, no, "conteo", unidad=unidad) is False


def test_de_otra_cifra_no_se_juzga_la_que_la_cita_no_dice() -> None:
    cita = "1 en cumplimiento medio y 2 productos en sobre ejecución"
    assert dice_numero(cita, 1, "conteo", unidad="medio", solo_junto=True) is True
    assert dice_numero(cita, 2, "conteo", unidad="medio", solo_junto=True) is False
    assert dice_numero(cita, 2, "conteo", unidad="sobre", solo_junto=True) is True
    assert dice_numero(cita, 6, "conteo", unidad="alto", solo_junto=True) is None
    assert dice_numero(cita, 2, "conteo", unidad="alto", solo_junto=True) is None


def test_un_articulo_cuenta_su_unidad_pero_no_basta_para_contradecir() -> None:
    cita = "una asistencia técnica a la mesa migratoria"
    assert dice_numero(cita, 1, "conteo", unidad="asistencias técnicas") is True
    assert dice_numero(cita, 2, "conteo", unidad="asistencias técnicas") is None


@pytest.mark.parametrize(
    ("cita", "valor", "dice"),
    [
        ("una brecha negativa de 1.88%", -1.88, True),
        ("una brecha negativa de 1.88%", 1.88, False),
        ("presenta una brecha positiva de 1.31%", 1.31, True),
        ("presenta una brecha positiva de 1.31%", -1.31, False),
        ("una brecha de −0,15 puntos", -0.15, True),
        ("una brecha de −0,15 puntos", 0.15, False),
        ("una brecha de 0,15 puntos", -0.15, True),
        ("una brecha de 0,15 puntos", 0.15, True),
        ("no hay brecha", 0.0, None),
    ],
)
def test_una_diferencia_lleva_el_signo_que_dice_la_cita(
    cita: str, valor: float, dice: bool | None
) -> None:
    assert dice_numero(cita, valor, "puntos") is dice


def test_los_numeros_de_un_nombre_no_son_la_cifra() -> None:
    cita = "Bogotá D.C. - CAD 30: 10.526"
    assert dice_numero(cita, 30, "conteo", sin=["CAD 30"]) is False
    assert dice_numero(cita, 10_526, "conteo", sin=["CAD 30"]) is True


@pytest.mark.parametrize(
    ("escrita", "sin_decimales", "con_decimales"),
    [
        ("34", {34}, {34}),
        ("60.431.400", {60_431_400}, {60_431_400}),
        ("60,431,400", {60_431_400}, {60_431_400}),
        ("34.400", {34_400}, {34_400, 34.4}),
        ("500,000", {500_000}, {500_000}),
        ("52.05", {52.05}, {52.05}),
        ("1.234,56", {1234.56}, {1234.56}),
        ("1,234.56", {1234.56}, {1234.56}),
        ("0.125", {0.125}, {0.125}),
        ("1.1.6", set(), set()),
        ("12.34.567", set(), set()),
    ],
)
def test_las_lecturas_de_un_numero(
    escrita: str, sin_decimales: set[float], con_decimales: set[float]
) -> None:
    assert lecturas(escrita, con_decimales=False) == sin_decimales
    assert lecturas(escrita, con_decimales=True) == con_decimales


@pytest.mark.parametrize(
    ("texto", "valores"),
    [
        ("dos, tres y cuatro", [2, 3, 4]),
        ("dos tres", [2, 3]),
        ("doscientos treinta y uno", [231]),
        ("mil", [1000]),
        ("dos mil cien", [2100]),
        ("tres millones quinientos mil", [3_500_000]),
        ("una docena y un par", [12, 2]),
        ("veintiun mil", [21_000]),
        ("alto y claro", []),
    ],
)
def test_los_numeros_en_letras(texto: str, valores: list[float]) -> None:
    assert [valor for valor, _, _ in en_letras(texto)] == valores


ENTEROS = st.integers(0, 10**12)


@given(n=ENTEROS, otro=ENTEROS)
def test_todo_entero_se_reconoce_escrito_a_la_colombiana_y_a_la_inglesa(n: int, otro: int) -> None:
    for escrito in (f"{n:,}".replace(",", "."), f"{n:,}"):
        cita = f"en total, {escrito} personas atendidas"
        assert dice_numero(cita, n, "conteo", unidad="personas") is True
        assert dice_numero(cita, otro, "conteo", unidad="personas") is (n == otro)


@given(centesimas=st.integers(0, 10**7))
def test_todo_porcentaje_se_reconoce_con_coma_o_con_punto(centesimas: int) -> None:
    valor = centesimas / 100
    for escrito in (f"{valor:.2f}", f"{valor:.2f}".replace(".", ",")):
        assert dice_numero(f"alcanzó el {escrito} %", valor, "porcentaje") is True
        assert dice_numero(f"alcanzó el {escrito} %", valor + 0.01, "porcentaje") is False


@pytest.mark.parametrize(
    ("cita", "fecha"),
    [
        ("Soacha (19/ago/2025)", date(2025, 8, 19)),
        ("Juradó (23/juli/2025)", date(2025, 7, 23)),
        ("resolución 401 del 10 de marzo del 2025", date(2025, 3, 10)),
        ("21 de julio: Mesa de transporte humanitario", date(2025, 7, 21)),
        ("(Decreto Distrital 600) del 15 de diciembre de 2023", date(2023, 12, 15)),
        ("el 2024-12-31", date(2024, 12, 31)),
        ("el 31/12/2024", date(2024, 12, 31)),
        ("A Agosto de 2023", date(2023, 8, 31)),
        ("datos de enero a abril", date(2024, 4, 30)),
    ],
)
def test_las_fechas_que_dice_una_cita(cita: str, fecha: date) -> None:
    assert dice_fecha(cita, fecha) is True
    assert dice_fecha(cita, date(2001, 2, 3)) is False


def test_de_un_periodo_el_primer_dia_y_el_ultimo() -> None:
    meses = "De junio a diciembre de 2023"
    assert dice_fecha(meses, date(2023, 6, 1), "desde") is True
    assert dice_fecha(meses, date(2023, 12, 31), "hasta") is True
    assert dice_fecha(meses, date(2023, 12, 31), "desde") is False
    assert dice_fecha(meses, date(2023, 12, 1), "hasta") is False
    semestre = "A partir del segundo semestre de 2024"
    assert dice_fecha(semestre, date(2024, 7, 1), "desde") is True
    assert dice_fecha(semestre, date(2024, 12, 31), "hasta") is True
    assert dice_fecha(semestre, date(2024, 7, 1), con_partes=False) is None
    assert dice_fecha("el tercer trimestre de 2025", date(2025, 9, 30), "hasta") is True
    assert dice_fecha("el cuarto semestre de 2025", date(2025, 9, 30)) is None


@pytest.mark.parametrize("cita", ["sin fecha", "31/02/2024", "los 30 mayores", "34%"])
def test_sin_fecha_no_se_juzga(cita: str) -> None:
    assert dice_fecha(cita, date(2024, 2, 28)) is None


@given(fecha=st.dates(date(1950, 1, 1), date(2099, 12, 31)), dias=st.integers(1, 300))
def test_toda_fecha_se_reconoce_en_palabras(fecha: date, dias: int) -> None:
    mes = MESES[fecha.month - 1]
    otra = date.fromordinal(fecha.toordinal() + dias)
    for cita in (
        f"el {fecha.day} de {mes} de {fecha.year}",
        f"({fecha.day:02d}/{mes[:3]}/{fecha.year})",
        f"corte {fecha.isoformat()}",
    ):
        assert dice_fecha(cita, fecha) is True
        assert dice_fecha(cita, otra) is False
    fin = fecha.replace(day=monthrange(fecha.year, fecha.month)[1])
    assert dice_fecha(f"a {mes} de {fecha.year}", fin, "hasta") is True


def test_los_nombres_enteros_y_sin_tildes() -> None:
    nombres = {"cali", "san jose de cucuta", "cucuta"}
    assert nombrados("Norte de Santander, San José de Cúcuta $441", nombres) == {
        "san jose de cucuta",
        "cucuta",
    }
    assert nombrados("la calidad", nombres) == set()


def test_los_numeros_de_un_nombre_contra_los_de_su_cita() -> None:
    assert contradice_numeros("la resolución 1409 del 07 de julio de 2025", "1410 de 2025")
    assert not contradice_numeros("la resolución 1409 del 07 de julio de 2025", "1409 de 2025")
    assert not contradice_numeros("la resolución que la adopta", "1410 de 2025")
    assert not contradice_numeros("la resolución 1409", "Sin número")


@pytest.mark.parametrize(
    ("fecha", "es"),
    [
        (date(2025, 8, 22), True),
        (date(2024, 8, 22), False),
        (date(2026, 8, 22), False),
    ],
)
def test_una_fecha_sin_anio_es_la_ultima_hasta_el_corte(fecha: date, es: bool) -> None:
    cita = "22 de agosto: Mesa de transporte"
    assert dice_fecha(cita, fecha) is True
    assert dice_fecha(cita, fecha, corte=date(2025, 11, 30)) is es
    assert dice_fecha("31 de diciembre", date(2024, 12, 31), corte=date(2025, 11, 30)) is True
    assert dice_fecha("30 de noviembre", date(2025, 11, 30), corte=date(2025, 11, 30)) is True
    assert dice_fecha("22 de agosto de 2019", date(2019, 8, 22), corte=date(2025, 11, 30)) is True
