"""`tablero seguimiento calcular`: qué escribe, qué dice y con qué código sale."""

import csv
import io
from pathlib import Path

import orden
import pytest
from fabrica_seguimiento import FORMA, escribir, hojas

from tablero.simulacion.seguimiento.datos import IndicadorInventado
from tablero.simulacion.seguimiento.libro import CUANTITATIVO, armar

PRIMERA_FILA, CODIGO = 5, 3
PEDIDAS = [
    "producto_codigo",
    "anualizacion_tipo",
    "mp",
    "ma",
    "av",
    "pav_pct",
    "pahv_pct",
    "paa_pct",
    "trayectoria_pct",
    "brecha_pp",
    "semaforo",
]


def correr(*argumentos: str | Path) -> orden.Hecho:
    return orden.correr("seguimiento", *argumentos)


def producto(codigo: str, tipo: str, peso: float, **datos: object) -> IndicadorInventado:
    base: dict[str, object] = {
        "codigo": codigo,
        "nombre": "Producto",
        "ponderacion": peso,
        "anualizacion_tipo": tipo,
        "periodicidad": "Trimestral",
        "metas": {2023: 150_000, 2024: 50_000},
        "meta_final": 400_000,
        "reportes": {(2024, 1): 10_000, (2024, 2): 15_000},
    }
    return IndicadorInventado(**{**base, **datos})  # type: ignore[arg-type]


@pytest.fixture
def libro(tmp_path: Path) -> Path:
    """El ejemplo del método, uno sin iniciar, uno no vigente y uno sin reporte."""
    datos = [
        producto("1.1.1", "Suma", 0.5),
        producto("1.1.2", "Constante", 0.3, metas={2026: 10}, meta_final=10, reportes={}),
        producto("1.2.1", "Suma", 0.0, estado="No vigente"),
        producto("2.1.1", "Constante", 0.2, metas={2024: 8}, meta_final=10, reportes={}),
    ]
    return escribir(tmp_path / "libro.xlsb", armar(datos, FORMA))


def test_una_fila_por_producto(libro: Path, tmp_path: Path) -> None:
    hecho = correr("calcular", libro, "--corte", "2024-06-30", "--csv", tmp_path / "salida.csv")
    assert (hecho.returncode, hecho.stderr) == (0, "")
    with (tmp_path / "salida.csv").open(encoding="utf-8", newline="") as archivo:
        filas = list(csv.DictReader(archivo))
    assert list(filas[0])[: len(PEDIDAS)] == PEDIDAS
    assert [[f[c] for c in PEDIDAS] for f in filas] == [
        [
            "1.1.1",
            "Suma",
            "25000",
            "175000",
            "25000",
            "100",
            "14.2857142857",
            "6.25",
            "43.75",
            "-37.5",
            "bajo",
        ],
        ["1.1.2", "Constante", "", "", "", "", "", "", "", "", "sin iniciar"],
        ["1.2.1", "Suma", "", "", "", "", "", "", "", "", "no vigente"],
        ["2.1.1", "Constante", "8", "8", "", "", "", "", "80", "", "sin dato"],
    ]
    assert {f["formula_version"] for f in filas} == {"Seguimiento 2"}
    assert {f["corte_fecha"] for f in filas} == {"2024-06-30"}
    assert {f["libro"] for f in filas} == {"libro.xlsb"}
    assert {f["es_simulado"] for f in filas} == {"true"}
    # 50 % × 6,25 = 3,125; trayectoria 50 % × 43,75 + 20 % × 80 = 37,875.
    assert "Política: avance 3,12\u00a0%, trayectoria 37,88\u00a0%, brecha −34,75" in hecho.stdout
    assert "DATOS SIMULADOS." in hecho.stdout
    assert "4 filas → " in hecho.stdout


def test_sin_csv_las_filas_van_a_la_pantalla(libro: Path) -> None:
    hecho = correr("calcular", libro, "--corte", "2024-06-30")
    assert hecho.returncode == 0
    assert hecho.stdout.splitlines()[0].startswith(",".join(PEDIDAS))
    assert len(hecho.stdout.splitlines()) == 5
    assert "Política: avance" in hecho.stderr


def test_los_hallazgos_van_a_su_csv_con_lo_ilegible(tmp_path: Path) -> None:
    ruta = escribir(tmp_path / "libro.xlsx", hojas(12, "reporte_ref", "sin_textos"))
    destino, reporte = tmp_path / "salida.csv", tmp_path / "hallazgos.csv"
    hecho = correr(
        "calcular", ruta, "--corte", "2024-12-31", "--csv", destino, "--hallazgos", reporte
    )
    assert hecho.returncode == 0
    marca, cuantos, primero = hecho.stdout.splitlines()[:3]
    assert (marca, cuantos.partition(" (")[0]) == ("DATOS SIMULADOS.", "Para revisar")
    assert primero == (
        "  ERROR · 1.1.1 · hoja «Avance Cuantitativo» · celda P6: «Reporte de Q1 de 2023»: tiene "
        "el error #REF!; corrija la fórmula o escriba el valor. Corrija la celda: lo que depende "
        "de ella queda sin dato."
    )
    with reporte.open(encoding="utf-8", newline="") as archivo:
        filas = list(csv.DictReader(archivo))
    assert (filas[0]["severidad"], filas[0]["regla"], filas[0]["celda"]) == (
        "error",
        "ilegible",
        "P6",
    )
    # Por gravedad: lo ilegible va con los demás errores, y las notas al final.
    severidades = [f["severidad"] for f in filas]
    assert severidades == sorted(severidades, key=["error", "advertencia", "nota"].index)
    assert "falta_texto" in {f["regla"] for f in filas}


def test_el_dialecto_de_excel(libro: Path, tmp_path: Path) -> None:
    destino = tmp_path / "salida.csv"
    correr("calcular", libro, "--corte", "2024-06-30", "--csv", destino, "--dialecto", "excel")
    crudo = destino.read_bytes()
    assert crudo.startswith("\ufeffCódigo del producto;".encode())
    assert b";14,29;14,2857142857;" in crudo


def test_los_errores_de_la_persona(libro: Path, tmp_path: Path) -> None:
    casos = [
        (
            ("calcular", libro, "--corte", "ayer"),
            2,
            "Valor no válido para «--corte»: «ayer» no es una fecha AAAA-MM-DD, por ejemplo "
            "2024-12-31.\nAyuda: tablero --help\n",
        ),
        (
            ("calcular", libro, "--corte", "2040-12-31"),
            1,
            "libro.xlsb: el corte 31 de diciembre de 2040 está fuera de los años del libro "
            "(2023–2027).\n",
        ),
        (
            ("calcular", tmp_path / "otro.xlsx", "--corte", "2024-12-31"),
            4,
            "otro.xlsx: no existe.\n",
        ),
        (
            ("calcular", libro, "--corte", "2024-12-31", "--csv", tmp_path / "no" / "hay.csv"),
            4,
            f"no se puede escribir {tmp_path / 'no' / 'hay.csv'}: compruebe que la carpeta exista "
            "y que el archivo no esté abierto en otro programa.\n",
        ),
    ]
    for argumentos, codigo, mensaje in casos:
        hecho = correr(*argumentos)
        assert (hecho.returncode, hecho.stderr) == (codigo, mensaje)


def test_los_resultados_solo_si_se_piden(tmp_path: Path) -> None:
    """El inventado trae cuatro productos de un resultado, y la fila del resultado."""
    ruta, salida = tmp_path / "inventado.xlsx", tmp_path / "salida.csv"
    celdas = hojas(4)
    resultado = [*celdas[CUANTITATIVO][PRIMERA_FILA]]
    resultado[CODIGO] = "1. 1. Resultado esperado"
    celdas[CUANTITATIVO].insert(PRIMERA_FILA, resultado)
    escribir(ruta, celdas)
    orden = ("calcular", ruta, "--corte", "2024-12-31", "--csv", salida)

    def codigos() -> list[str]:
        filas = csv.DictReader(io.StringIO(salida.read_text("utf-8")))
        return [fila["producto_codigo"] for fila in filas]

    assert correr(*orden).returncode == 0
    assert codigos() == ["1.1.1", "1.1.2", "1.1.3", "1.1.4"]
    assert correr(*orden, "--resultados").returncode == 0
    assert codigos() == ["1.1", "1.1.1", "1.1.2", "1.1.3", "1.1.4"]


def test_un_libro_inventado_se_calcula(tmp_path: Path) -> None:
    ruta, salida = tmp_path / "inventado.xlsx", tmp_path / "salida.csv"
    hecho = correr(
        "simular", ruta, "--corte", "2024-12-31", "--productos", "8", "--falla", "codigo_doble"
    )
    assert hecho.stdout == f"DATOS SIMULADOS: 8 productos → {ruta}\n"
    hecho = correr("calcular", ruta, "--corte", "2024-12-31", "--csv", salida)
    assert "ERROR · 1.1.1 · hoja «Avance Cuantitativo» · celda D14: el código 1.1.1" in hecho.stdout
    # Del código doble cuenta una sola fila: el encabezado y ocho productos distintos.
    with salida.open(encoding="utf-8", newline="") as archivo:
        codigos = [f["producto_codigo"] for f in csv.DictReader(archivo)]
    assert len(codigos) == len(set(codigos)) == 8
    hecho = correr("simular", ruta, "--corte", "2024-12-31", "--falla", "otra")
    assert (hecho.returncode, hecho.stderr.partition(";")[0]) == (1, "no existe la falla «otra»")


def test_un_libro_sin_su_hoja_no_escribe_nada(tmp_path: Path) -> None:
    ruta = escribir(tmp_path / "libro.xlsx", hojas(3, "sin_hoja_cuantitativa"))
    hecho = correr("calcular", ruta, "--corte", "2024-12-31", "--csv", tmp_path / "salida.csv")
    assert (hecho.returncode, hecho.stdout) == (1, "")
    assert hecho.stderr == (
        "libro.xlsx · hoja «Avance Cuantitativo»: falta esta hoja.\n\n1 error. No se cambió nada.\n"
    )
    assert not (tmp_path / "salida.csv").exists()


def test_un_libro_de_solo_resultados_no_da_un_avance_de_cero(tmp_path: Path) -> None:
    ruta = tmp_path / "productos.xlsx"
    hecho = correr("simular", ruta, "--corte", "2024-12-31", "--productos", "6", "--aparte")
    aparte = tmp_path / "productos_resultados.xlsx"
    assert hecho.stdout.splitlines() == [
        f"DATOS SIMULADOS: 6 productos → {ruta}",
        f"DATOS SIMULADOS: 2 resultados → {aparte}",
    ]
    hecho = correr("calcular", aparte, "--corte", "2024-12-31", "--csv", tmp_path / "salida.csv")
    assert hecho.returncode == 0
    assert "Política:" not in hecho.stdout
    assert (
        "El libro no trae productos, solo 2 indicadores de resultado: de la política no se calcula "
        "nada. Con --resultados se ven sus cifras.\n"
    ) in hecho.stdout


def test_reconocer_dice_que_se_entiende_y_no_escribe_nada(libro: Path) -> None:
    antes = set(libro.parent.iterdir())
    hecho = correr("reconocer", libro)
    assert (hecho.returncode, hecho.stderr) == (0, "")
    assert hecho.stdout.startswith("libro.xlsb: diseño SISPP. No se importó nada.\n")
    assert "  Código y nombre           1.1.1 · Producto\n" in hecho.stdout
    assert set(libro.parent.iterdir()) == antes
    hecho = correr("reconocer", libro.with_name("otro.xlsx"))
    assert (hecho.returncode, hecho.stderr) == (4, "otro.xlsx: no existe.\n")
