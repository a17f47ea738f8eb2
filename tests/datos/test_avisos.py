"""Lo que se lee distinto de como está escrito se dice; la misma clave dos veces es la misma."""

import unicodedata
from pathlib import Path

import openpyxl
import pytest
from fabrica_sello import sellar_todo
from tipos import Editar

from tablero.errores import ErrorDeCelda, ErroresDeDatos
from tablero.ingesta.construir import construir, validar
from tablero.ingesta.fuentes.documentos import descubrir
from tablero.ingesta.validar_uno import validar_libro
from tablero.modelo.cnim import CnimAccion, Transferencia
from tablero.modelo.territorio import MunicipioGrafia

MUNICIPIO = "hoja «Transferencias» · celda D9 · columna «Municipio publicado»:"


def revisar(fuentes: Path) -> list[str]:
    """Los avisos de las fuentes, que no tienen errores."""
    avisos: list[ErrorDeCelda] = []
    validar(descubrir(fuentes), avisos=avisos)
    return [str(a) for a in avisos]


def errores(fuentes: Path) -> list[str]:
    with pytest.raises(ErroresDeDatos) as capturado:
        validar(descubrir(fuentes))
    return [str(e) for e in capturado.value.errores]


def test_las_fuentes_de_verdad_no_tienen_avisos(fuentes: Path) -> None:
    assert revisar(fuentes) == []


ESCRITOS = {
    "San José de\u00a0Cúcuta": "«San José de⟨espacio duro⟩Cúcuta» tiene espacio duro; se leyó",
    "San José  de Cúcuta": "«San José⟨doble espacio⟩de Cúcuta» tiene doble espacio; se leyó",
    "San José de Cúcuta ": (
        "«San José de Cúcuta⟨espacio de más⟩» tiene espacio en un extremo; se leyó"
    ),
    "San José\nde Cúcu\u00adta": (
        "«San José⟨salto de línea⟩de Cúcu⟨guion discrecional⟩ta» tiene salto de línea y guion "
        "discrecional; se leyó"
    ),
    unicodedata.normalize("NFD", "San José de Cúcuta"): (
        "«San Jose⟨acento aparte⟩ de Cu⟨acento aparte⟩cuta» tiene acento aparte; se leyó"
    ),
    "San&nbsp;José de Cúcuta": "«San&nbsp;José de Cúcuta» tiene «&nbsp;»; se leyó",
}


@pytest.mark.parametrize("escrito", ESCRITOS)
def test_un_municipio_limpiado_se_avisa_con_lo_que_tenia(
    fuentes: Path, editar: Editar, escrito: str
) -> None:
    editar("cnim", "Transferencias", "Municipio publicado", 9, escrito)
    assert revisar(fuentes) == [
        f"cnim/2025-11-30/cnim.xlsx · {MUNICIPIO} {ESCRITOS[escrito]} «San José de Cúcuta»."
    ]


def test_una_frase_se_limpia_sin_aviso(fuentes: Path, editar: Editar) -> None:
    editar("cnim", "Acciones", "Reporte", 2, "Se\u00a0hizo\nmucho.\u200b")
    assert revisar(fuentes) == []
    filas = validar(descubrir(fuentes))[CnimAccion]
    assert filas[0].reporte_cualitativo == "Se hizo mucho."


def test_una_celda_que_solo_tiene_lo_que_no_se_ve_es_vacia(fuentes: Path, editar: Editar) -> None:
    editar("sdp", "Logros y aportes", "Entidad", 2, "\u00a0\u200b")
    assert revisar(fuentes)[0].endswith(
        "solo tiene espacio duro y espacio de ancho cero; se leyó vacía."
    )


def test_una_fecha_y_un_codigo_con_guiones_de_otra_clase_se_leen(
    fuentes: Path, editar: Editar
) -> None:
    editar("sdp", "Productos", "Código del producto", 2, "1․1․1")
    editar("sdp", "Productos", "Fecha de corte", 2, "2024‑12–31")
    avisos = revisar(fuentes)
    assert [a.partition("»: ")[2] for a in avisos] == [
        "«1․1․1» tiene ․ por .; se leyó «1.1.1».",
        "«2024⟨guion duro⟩12–31» tiene guion duro y – por -; se leyó «2024-12-31».",
    ]


ENTIDAD = ("comite", "Entidades", "Entidad")
REPETIDAS = (
    *((ENTIDAD, forma) for forma in ("{}\u00a0", "\u200b{}", "{}.", "MAYÚSCULAS", "sin tildes")),
    (("comite", "Delegados", "Instancia"), "{}  "),
    (("eat", "Talleres", "Lugar"), "MAYÚSCULAS"),
    (("sdp", "Sectores", "Sector"), "sin tildes"),
)


@pytest.mark.parametrize(("celda", "forma"), REPETIDAS)
def test_una_clave_que_solo_cambia_en_lo_que_no_se_nota_es_la_misma(
    fuentes: Path, editar: Editar, celda: tuple[str, str, str], forma: str
) -> None:
    documento, hoja, titulo = celda
    ruta = min((fuentes / documento).glob("*/*.xlsx"))
    libro = openpyxl.load_workbook(ruta)
    titulos = [c.value for c in libro[hoja][1]]
    columna = titulos.index(titulo) + 1
    nombre = str(libro[hoja].cell(2, columna).value)
    plano = unicodedata.normalize("NFD", nombre).encode("ascii", "ignore").decode()
    formas = {"MAYÚSCULAS": nombre.upper(), "sin tildes": plano}
    editar(documento, hoja, titulo, 3, formas.get(forma, forma.format(nombre)))
    assert any("clave repetida" in e and f"hoja «{hoja}»" in e for e in errores(fuentes))


def test_dos_grafias_que_solo_cambian_en_un_signo_son_dos(fuentes: Path) -> None:
    """«Bogotá D.C» y «Bogotá D.C.» están impresas, una en cada documento."""
    grafias = {f.grafia for f in validar(descubrir(fuentes))[MunicipioGrafia]}
    assert {"Bogotá D.C", "Bogotá D.C."} <= grafias


def test_una_referencia_que_solo_cambia_en_lo_que_no_se_ve_es_la_misma(
    fuentes: Path, editar: Editar
) -> None:
    ruta = min((fuentes / "cnim").glob("*/cnim.xlsx"))
    centro = openpyxl.load_workbook(ruta)["Atenciones"]["A2"].value
    editar("cnim", "Atenciones", "Código del centro", 2, f"\ufeff{centro}\u200b ")
    (aviso,) = revisar(fuentes)
    assert aviso.endswith(f"se leyó «{centro}».")


def test_los_avisos_llegan_al_construir_y_al_validar_un_libro(
    fuentes: Path, editar: Editar, tmp_path: Path
) -> None:
    editar("cnim", "Transferencias", "Municipio publicado", 9, "San José de\u00a0Cúcuta")
    libro = min((fuentes / "cnim").glob("*/cnim.xlsx"))
    (aviso,) = validar_libro(libro, fuentes)
    assert aviso.celda == "D9"
    sellar_todo(descubrir(fuentes))
    informe = construir(fuentes, tmp_path / "tablero.duckdb")
    assert [a.celda for a in informe.avisos] == ["D9"]


def test_un_numero_entero_vale_en_un_texto_que_no_es_codigo(fuentes: Path, editar: Editar) -> None:
    editar("cnim", "Transferencias", "Ubicación", 2, 5)
    assert validar(descubrir(fuentes))[Transferencia][0].ubicacion == "5"
    for titulo in ("Resolución", "Municipio publicado"):
        editar("cnim", "Transferencias", titulo, 2, 1409)
        assert any(
            "«1409» es un número; escríbalo como texto, con todos sus ceros." in e
            for e in errores(fuentes)
        )


FUERA = (
    (("cnim", "Atenciones", "Personas atendidas"), 60_000_001, "a lo sumo, 60.000.000 personas"),
    (("sdp", "Avances", "Avance hasta la vigencia (PAHV)"), 1e9, "a lo sumo, 1.000.000 %"),
    (("sdp", "Avances", "Avance hasta la vigencia (PAHV)"), 1e160, "«1e+160» está fuera de escala"),
    (("sdp", "Avance de la política", "Brecha"), -2e6, "a lo sumo, 1.000.000 puntos porcentuales"),
    (("comite", "Cifras", "Valor"), -1e16, "a lo sumo, 1.000.000.000.000.000"),
    (("comite", "Cifras", "Valor"), 1e-300, "es casi cero; escriba 0 o revise su exponente"),
)


@pytest.mark.parametrize(("celda", "valor", "dicho"), FUERA)
def test_un_numero_fuera_de_escala_es_un_error_de_su_celda(
    fuentes: Path, editar: Editar, celda: tuple[str, str, str], valor: float, dicho: str
) -> None:
    documento, hoja, titulo = celda
    editar(documento, hoja, titulo, 2, valor)
    (error,) = [e for e in errores(fuentes) if "fuera de escala" in e]
    assert f"hoja «{hoja}»" in error
    assert dicho in error
