"""`tablero seguimiento importar`: el libro entra a las fuentes y al tablero, o nada cambia."""

import csv
import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from fabrica_importar import CONSTANTE, CRECIENTE, POLITICA, PRODUCTOS, SUMA, cambiar, libro
from fabrica_seguimiento import escribir, hojas
from orden import Hecho, correr

from tablero import rutas
from tablero.consultas.base import Base
from tablero.exportar.carpeta import exportar_carpeta
from tablero.ingesta.fuentes.cerrojo import en_exclusiva
from tablero.ingesta.fuentes.documentos import sha256
from tablero.ingesta.seguimiento.importar import Pedido
from tablero.ingesta.seguimiento.importar import importar as traer

NOMBRE = (
    "Política Pública de Acogida, Inclusión y Desarrollo para las y los Nuevos Bogotanos "
    "(POBLACIÓN MIGRANTE INTERNACIONAL)"
)
JUNIO = date(2025, 6, 30)
Importar = Callable[..., Hecho]


@pytest.fixture
def importar(fuentes: Path) -> Importar:
    """Corre la orden con una copia de las fuentes verdaderas."""

    def con_esas(*argumentos: str | Path) -> Hecho:
        return correr("seguimiento", "importar", *argumentos, "--fuentes", fuentes)

    return con_esas


def huellas(fuentes: Path) -> dict[str, str]:
    """Cada archivo de las fuentes con su huella."""
    return {r.relative_to(fuentes).as_posix(): sha256(r) for r in fuentes.rglob("*") if r.is_file()}


def estado(fuentes: Path) -> dict[str, str]:
    """Las fuentes y su tablero."""
    return {**huellas(fuentes), "tablero": sha256(fuentes.parent / "tablero.duckdb")}


def filas(base: Base, tabla: str, **iguales: Any) -> list[dict[str, Any]]:
    """Las filas de una tabla que llevan esos valores, con `None` en lo vacío."""
    datos = base.tabla(tabla)
    for columna, valor in iguales.items():
        datos = datos[datos[columna] == valor]
    return datos.astype(object).where(datos.notna(), None).to_dict("records")


def del_tablero(fuentes: Path, tabla: str, **iguales: Any) -> list[dict[str, Any]]:
    return filas(Base(fuentes.parent / "tablero.duckdb"), tabla, **iguales)


DE_PRODUCTO = (
    *("producto_codigo", "mp", "ma", "av", "pav_pct", "pahv_pct", "paa_pct", "trayectoria_pct"),
    *("brecha_pp", "avance_aporte_pp", "brecha_aporte_pp", "semaforo", "situacion"),
)


@pytest.mark.parametrize("extension", [".xlsx", ".xlsb"])
def test_ida_y_vuelta(importar: Importar, fuentes: Path, tmp_path: Path, extension: str) -> None:
    """Del libro al tablero y del tablero al CSV, con las cuentas hechas a mano.

    Corte: Q2 de 2025. 1.1.1, Suma trimestral, pesa 50 %: MP = 200 × 6/12 = 100; MA = 100 + 100 +
    100 = 300; AV = 90 + 110 + 40 + 60 = 300; PAV = (40 + 60)/100 = 100 %; PAHV = 300/300 = 100 %;
    PAA = 300/1000 = 30 %; TI = 300/1000 = 30 %; brecha 0; aporta 50 % × 30 = 15 y 0 de brecha.

    1.1.2, Creciente semestral desde 20, pesa 30 %: MP = MA = 20 + (40 − 20) × 6/12 = 30; AV = 25;
    PAV = PAHV = (25 − 20)/(30 − 20) = 50 % (bajo: hasta 50); PAA = 5/80 = 6,25 %; TI = 10/80 =
    12,5 %; brecha −6,25; aporta 30 % × 6,25 = 1,875 y 30 % × −6,25 = −1,875.

    2.1.1, Constante anual, pesa 20 %: en Q2 no debe nada y no reportó este año, así que m = 0:
    MP = MA = 8; AV = 6; PAV sin dato; PAHV = PAA = 6/8 = 75 % (medio); TI = 100 %; brecha −25;
    aporta 15 y −5.

    2.1.2 no está vigente. Política: avance 15 + 1,875 + 15 = 31,875; trayectoria 15 + 3,75 + 20 =
    38,75; brecha −6,875.
    """
    hecho = importar(libro(tmp_path / f"Libro SISPP{extension}"))
    assert (hecho.returncode, hecho.stderr) == (0, "")
    dicho, revisar, construido = hecho.stdout.splitlines()
    assert dicho == (
        f"Quedó el libro de «{NOMBRE}» al 30 de junio de 2025: 4 productos; avance 31,88\u00a0%, "
        "trayectoria 38,75\u00a0%."
    )
    assert revisar == (
        "Para revisar: 0 errores, 3 advertencias y 1 nota: están en la página Hallazgos."
    )
    assert construido.endswith(f" s → {fuentes.parent / 'tablero.duckdb'}")

    esperadas = [
        ("1.1.1", 100, 300, 300, 100, 100, 30, 30, 0, 15, 0, "alto", "a tiempo"),
        ("1.1.2", 30, 30, 25, 50, 50, 6.25, 12.5, -6.25, 1.875, -1.875, "bajo", "atrasado"),
        ("2.1.1", 8, 8, 6, None, 75, 75, 100, -25, 15, -5, "medio", "atrasado"),
        ("2.1.2", *[None] * 8, 0, 0, "no vigente", "no vigente"),
    ]
    base = Base(fuentes.parent / "tablero.duckdb")
    de_producto = filas(base, "politica_seguimiento", corte_fecha=JUNIO)
    assert [tuple(f[c] for c in DE_PRODUCTO) for f in de_producto] == [
        tuple(pytest.approx(v, abs=1e-9) if isinstance(v, int | float) else v for v in fila)
        for fila in esperadas
    ]
    assert {(f["nivel"], f["formula_version"]) for f in de_producto} == {
        ("calculado", "Seguimiento 2")
    }
    (corte,) = filas(base, "politica_cortes", corte_fecha=JUNIO)
    assert corte["nivel"] == "calculado"
    assert (corte["avance_pct"], corte["trayectoria_pct"], corte["brecha_pp"]) == pytest.approx(
        (31.875, 38.75, -6.875)
    )
    avances = {
        (f["producto_codigo"], f["nivel"]): (f["pav_pct"], f["pahv_pct"], f["paa_pct"])
        for f in filas(base, "politica_avances", corte_fecha=JUNIO)
    }
    # Publicado es lo que trae el libro; calculado, lo de arriba.
    assert avances["1.1.1", "publicado"] == (100, 100, 30)
    assert avances["2.1.1", "publicado"] == (None, 80, None)
    assert avances["2.1.1", "calculado"] == (None, 75, 75)
    assert len(avances) == 8

    hallados = filas(base, "seguimiento_hallazgos")
    assert [(f["producto_codigo"], f["regla"], f["celda"]) for f in hallados] == [
        ("1.1.2", "falta_texto", "AH7"),
        ("2.1.1", "meta_sin_reporte", "AO8"),
        ("2.1.1", "porcentaje_no_sale", "BG8"),
        (None, "entidad_desconocida", None),
    ]

    exportar_carpeta(base, tmp_path / "csv", "maquina")
    with (tmp_path / "csv" / "politica_seguimiento.csv").open(encoding="utf-8") as archivo:
        de_csv = [f for f in csv.DictReader(archivo) if f["corte_fecha"] == "2025-06-30"]
    assert [tuple(f[c] for c in DE_PRODUCTO) for f in de_csv] == [
        tuple("" if v is None else f"{v:g}" if not isinstance(v, str) else v for v in fila)
        for fila in esperadas
    ]


def test_lo_que_queda_entre_las_fuentes(importar: Importar, fuentes: Path, tmp_path: Path) -> None:
    """Sin `--corte`, el del trimestre que declaran las filas; el libro queda igual y sellado."""
    archivo = libro(tmp_path / "Libro SISPP.xlsx")
    importar(archivo)
    carpeta = fuentes / "seguimiento" / POLITICA / "2025-06-30"
    assert {r.name for r in carpeta.iterdir()} == {"fuente.yml", f"{POLITICA}.xlsx"}
    assert sha256(carpeta / f"{POLITICA}.xlsx") == sha256(archivo)
    assert yaml.safe_load((carpeta / "fuente.yml").read_text("utf-8")) == {
        "titulo": f"Libro de seguimiento (SISPP) de {NOMBRE}",
        "entidad": "Secretaría Distrital de Planeación (SDP), Bogotá",
        "corte_fecha": JUNIO,
        "corte_texto": "30 de junio de 2025",
        "archivo": "Libro SISPP.xlsx",
        "licencia": "no declarada",
        "nota": None,
        "libro_sha256": sha256(archivo),
        "es_simulado": False,
        "politica_nombre": NOMBRE,
        "resultados_archivo": "",
        "resultados_sha256": "",
    }
    (fuente,) = del_tablero(fuentes, "fuentes", corte_fecha=JUNIO)
    assert fuente["fuente_codigo"] == f"seguimiento_{POLITICA}_2025-06-30"
    (propia,) = del_tablero(fuentes, "seguimiento_libros")
    assert (propia["politica_codigo"], propia["productos"], propia["resultados"]) == (
        *(POLITICA, 4, 0),
    )
    assert (propia["anio_desde"], propia["anio_hasta"], propia["diseno"]) == (2023, 2027, "SISPP")


def test_un_corte_a_mitad_de_trimestre(importar: Importar, fuentes: Path, tmp_path: Path) -> None:
    """Al 29 de junio solo cerró Q1: 1.1.1 lleva MA = 100 + 100 + 200 × 3/12 = 250 y AV = 240."""
    hecho = importar(libro(tmp_path / "libro.xlsx"), "--corte", "2025-06-29")
    assert hecho.returncode == 0, hecho.stderr
    suma, *_ = del_tablero(fuentes, "politica_seguimiento", corte_fecha=date(2025, 6, 29))
    assert (suma["ma"], suma["av"], suma["pahv_pct"]) == (250, 240, 96)


SIN_CAMBIOS: dict[str, tuple[Callable[[Path], Path], tuple[str, ...], int, str]] = {
    "dos cortes declarados": (
        lambda ruta: libro(ruta, declaran=["Q1"]),
        (),
        1,
        "libro.xlsx: el corte no está claro (las filas declaran Q1 de 2025 y Q2 de 2025); dígalo "
        "con --corte AAAA-MM-DD.\n",
    ),
    "ningún corte declarado": (
        lambda ruta: libro(ruta, declaran=[None] * len(PRODUCTOS)),
        (),
        1,
        "libro.xlsx: el corte no está claro (las filas declaran ninguno); dígalo con --corte "
        "AAAA-MM-DD. En N6, «2025»: le falta el trimestre o el año; se entienden Q1, Q2, Q3, Q4, "
        "S1 y S2, con su año.\n",
    ),
    "un corte de otros años": (
        libro,
        ("--corte", "2040-12-31"),
        1,
        "libro.xlsx: el corte 31 de diciembre de 2040 está fuera de los años del libro "
        "(2023–2027).\n",
    ),
    "una política nueva sin nombre": (
        libro,
        ("--politica", "juventud"),
        1,
        "«juventud» es una política nueva: diga su nombre con --nombre «Política Pública …».\n",
    ),
    "un código que no sirve": (
        libro,
        ("--politica", "Juventud 2", "--nombre", "Juventud"),
        1,
        "«Juventud 2» no sirve como código de política: use minúsculas, números y «_», por ejemplo "
        "mujeres_y_equidad.\n",
    ),
    "un libro sin su hoja": (
        lambda ruta: escribir(ruta, hojas(3, "sin_hoja_cuantitativa")),
        (),
        1,
        "libro.xlsx · hoja «Avance Cuantitativo»: falta esta hoja.\n\n"
        "1 error. No se cambió nada.\n",
    ),
    "lo que no es un libro": (
        lambda ruta: ruta.write_text("hola", encoding="utf-8") and ruta,
        (),
        4,
        "libro.xlsx: no es un libro .xlsx: por dentro es otra clase de archivo, con el nombre "
        "cambiado.\n",
    ),
    "un libro inventado entre los verdaderos": (
        lambda ruta: escribir(ruta, hojas(6)),
        (),
        1,
        "libro.xlsx es un libro simulado y en {fuentes} hay datos verdaderos: no se mezclan. Haga "
        "unas fuentes simuladas con «tablero simular» e impórtelo en ellas con --fuentes, por "
        "ejemplo: --fuentes {simulado}/semilla_7/fuentes\n",
    ),
}


@pytest.mark.parametrize("caso", SIN_CAMBIOS)
def test_lo_que_no_entra_no_cambia_nada(
    importar: Importar, fuentes: Path, tmp_path: Path, caso: str
) -> None:
    hacer, opciones, codigo, mensaje = SIN_CAMBIOS[caso]
    (fuentes.parent / "tablero.duckdb").write_bytes(b"el de antes")
    (tmp_path / "aparte").mkdir()
    archivo = hacer(tmp_path / "aparte" / "libro.xlsx")
    antes = estado(fuentes)
    hecho = importar(archivo, *opciones)
    esperado = mensaje.format(fuentes=fuentes, simulado=rutas.SIMULADO)
    assert (hecho.returncode, hecho.stdout, hecho.stderr) == (codigo, "", esperado)
    assert estado(fuentes) == antes
    assert not (fuentes / "seguimiento").exists()


def test_otro_libro_del_mismo_corte(importar: Importar, fuentes: Path, tmp_path: Path) -> None:
    """Sin `--reemplazar` no entra; con él, 1.1.1 pasa de 60 a 30 en Q2: AV = 270 y PAHV = 90 %."""
    importar(libro(tmp_path / "libro.xlsx"))
    antes = estado(fuentes)
    menos = {**SUMA.reportes, (2025, 2): 30.0}
    corregido = libro(tmp_path / "corregido.xlsb", cambiar("1.1.1", reportes=menos))
    hecho = importar(corregido)
    assert (hecho.returncode, hecho.stdout) == (1, "")
    assert hecho.stderr == (
        f"Ya hay otro libro de «{NOMBRE}» al 30 de junio de 2025. Si este lo corrige, agregue "
        "--reemplazar; no se cambió nada.\n"
    )
    assert estado(fuentes) == antes

    hecho = importar(corregido, "--reemplazar")
    assert (hecho.returncode, hecho.stderr) == (0, "")
    carpeta = fuentes / "seguimiento" / POLITICA / "2025-06-30"
    assert {r.name for r in carpeta.iterdir()} == {"fuente.yml", f"{POLITICA}.xlsb"}
    suma, *_ = del_tablero(fuentes, "politica_seguimiento", corte_fecha=JUNIO)
    assert (suma["av"], suma["pahv_pct"]) == (270, 90)
    # El reemplazado no se borró, y la orden dice dónde quedó.
    assert [r.name for r in fuentes.parent.iterdir() if r.name.startswith(".reemplazado")] == []
    guardado = fuentes.parent / "reemplazados" / "seguimiento" / POLITICA / "2025-06-30" / "1"
    assert hecho.stdout.splitlines()[-2] == f"Lo que había no se borró: está en {guardado}"
    assert sha256(guardado / f"{POLITICA}.xlsx") == sha256(tmp_path / "libro.xlsx")
    assert (guardado / "fuente.yml").is_file()


def test_el_mismo_libro_dos_veces(importar: Importar, fuentes: Path, tmp_path: Path) -> None:
    archivo = libro(tmp_path / "libro.xlsx")
    importar(archivo)
    antes = huellas(fuentes)
    hecho = importar(archivo)
    assert (hecho.returncode, hecho.stderr) == (0, "")
    assert hecho.stdout.startswith(f"Ya estaba el libro de «{NOMBRE}» al 30 de junio de 2025: ")
    assert huellas(fuentes) == antes
    assert len(del_tablero(fuentes, "seguimiento_libros")) == 1


@pytest.mark.parametrize("reemplaza", [False, True], ids=["nuevo", "reemplazo"])
def test_si_la_construccion_falla_se_deshace(
    importar: Importar, fuentes: Path, tmp_path: Path, reemplaza: bool
) -> None:
    """Otro libro cambió sin sellarse: el de seguimiento, que está bien, tampoco queda."""
    (fuentes.parent / "tablero.duckdb").write_bytes(b"el de antes")
    if reemplaza:
        importar(libro(tmp_path / "viejo.xlsx", PRODUCTOS[:2]))
    with (fuentes / "integra" / "2023-08-31" / "integra.xlsx").open("ab") as ajeno:
        ajeno.write(b" ")
    archivo = libro(tmp_path / "libro.xlsx")
    antes = estado(fuentes)
    hecho = importar(archivo, *(["--reemplazar"] if reemplaza else []))
    assert (hecho.returncode, hecho.stdout) == (3, "")
    assert hecho.stderr == (
        "Estos libros cambiaron desde que se sellaron:\n"
        "  integra/2023-08-31/integra.xlsx\n"
        "Revise los cambios y séllelos con: tablero sellar\n"
    )
    assert estado(fuentes) == antes
    assert (fuentes / "seguimiento").exists() == reemplaza
    assert [r.name for r in fuentes.parent.iterdir() if r.name.startswith(".reemplazado")] == []


def test_dos_politicas(importar: Importar, fuentes: Path, tmp_path: Path) -> None:
    """Cada una con sus productos; desde que hay dos, hay que decir de cuál es el libro."""
    otros = [CRECIENTE, CONSTANTE]
    hecho = importar(
        libro(tmp_path / "libro.xlsx", otros),
        *("--politica", "juventud", "--nombre", "Política Pública de Juventud"),
    )
    assert hecho.returncode == 0, hecho.stderr
    assert hecho.stdout.startswith(
        "Quedó el libro de «Política Pública de Juventud» al 30 de junio de 2025: 2 productos; "
        "avance 16,88\u00a0%, trayectoria 23,75\u00a0%.\n"
    )
    hecho = importar(libro(tmp_path / "libro.xlsx"))
    assert (hecho.returncode, hecho.stderr) == (
        1,
        f"Diga de qué política es con --politica CODIGO; hay 2: {POLITICA}, juventud.\n",
    )
    assert importar(tmp_path / "libro.xlsx", "--politica", POLITICA).returncode == 0
    productos = [
        (f["politica_codigo"], f["producto_codigo"])
        for f in del_tablero(fuentes, "politica_seguimiento", corte_fecha=JUNIO)
    ]
    assert productos == [
        ("juventud", "1.1.2"),
        ("juventud", "2.1.1"),
        *((POLITICA, codigo) for codigo in ("1.1.1", "1.1.2", "2.1.1", "2.1.2")),
    ]


LUGARES = ("", "seguimiento", f"seguimiento/{POLITICA}", f"seguimiento/{POLITICA}/2025-06-30")


@pytest.mark.parametrize("lugar", LUGARES)
@pytest.mark.parametrize("nombre", ["Libro SISPP.xlsx", f"{POLITICA}.xlsx"])
def test_un_libro_suelto_entre_las_fuentes_se_mueve(
    importar: Importar, fuentes: Path, lugar: str, nombre: str
) -> None:
    """Esté donde esté queda en su carpeta, y no en las dos partes."""
    (fuentes / lugar).mkdir(parents=True, exist_ok=True)
    antes = set(huellas(fuentes))
    archivo = libro(fuentes / lugar / nombre)
    hecho = importar(archivo)
    assert (hecho.returncode, hecho.stderr) == (0, "")
    suyos = {f"{LUGARES[-1]}/{n}" for n in ("fuente.yml", f"{POLITICA}.xlsx")}
    assert set(huellas(fuentes)) == antes | suyos
    assert len(del_tablero(fuentes, "seguimiento_libros")) == 1
    assert [r.name for r in fuentes.parent.iterdir() if r.name.startswith(".reemplazado")] == []


@pytest.mark.parametrize("lugar", LUGARES)
def test_un_libro_suelto_queda_donde_estaba_si_no_entra(
    importar: Importar, fuentes: Path, lugar: str
) -> None:
    """Uno inventado no entra entre los verdaderos; uno sellado a medias no deja construir."""
    (fuentes / lugar).mkdir(parents=True, exist_ok=True)
    archivo = escribir(fuentes / lugar / "libro.xlsx", hojas(6))
    antes = huellas(fuentes)
    assert importar(archivo, "--corte", "2025-06-30").returncode == 1
    assert huellas(fuentes) == antes
    libro(archivo)
    with (fuentes / "integra" / "2023-08-31" / "integra.xlsx").open("ab") as ajeno:
        ajeno.write(b" ")
    antes = huellas(fuentes)
    assert importar(archivo).returncode == 3
    assert huellas(fuentes) == antes


def test_el_mismo_libro_suelto_otra_vez(importar: Importar, fuentes: Path) -> None:
    """Ya estaba: el suelto sobra y se va."""
    archivo = libro(fuentes / "libro.xlsx")
    copia = archivo.read_bytes()
    assert importar(archivo).returncode == 0
    antes = huellas(fuentes)
    archivo.write_bytes(copia)
    assert importar(archivo).stdout.startswith("Ya estaba el libro")
    assert huellas(fuentes) == antes


def test_un_libro_corregido_en_su_carpeta_se_sella_al_importarlo(
    importar: Importar, fuentes: Path, tmp_path: Path
) -> None:
    importar(libro(tmp_path / "libro.xlsx"))
    en_su_lugar = fuentes / LUGARES[-1] / f"{POLITICA}.xlsx"
    libro(en_su_lugar, cambiar("1.1.1", reportes={(2025, 2): 30.0}))
    assert importar(en_su_lugar).returncode == 1
    hecho = importar(en_su_lugar, "--reemplazar")
    assert (hecho.returncode, hecho.stderr) == (0, "")
    suma, *_ = del_tablero(fuentes, "politica_seguimiento", corte_fecha=JUNIO)
    assert suma["av"] == 30


def test_de_dos_importaciones_a_la_vez_entra_una(
    importar: Importar, fuentes: Path, tmp_path: Path
) -> None:
    archivo = libro(tmp_path / "libro.xlsx")
    antes = huellas(fuentes)
    with en_exclusiva("importar otro.xlsx", fuentes.parent):
        hecho = importar(archivo)
    assert (hecho.returncode, hecho.stdout) == (9, "")
    assert re.fullmatch(
        rf"Otra orden está escribiendo \(importar otro\.xlsx, desde las \d\d:\d\d, proceso "
        rf"{os.getpid()}\); espere a que termine y repita la suya\.\n",
        hecho.stderr,
    )
    assert huellas(fuentes) == antes
    assert importar(archivo).returncode == 0


def test_tras_una_interrupcion_se_importa_de_nuevo(
    importar: Importar, fuentes: Path, tmp_path: Path
) -> None:
    """Se fue la luz mientras construía: el libro nuevo está completo y el viejo, apartado."""
    importar(libro(tmp_path / "viejo.xlsx", PRODUCTOS[:2]))
    traer(libro(tmp_path / "libro.xlsx"), fuentes, Pedido(reemplazar=True))
    hecho = importar(tmp_path / "libro.xlsx")
    assert (hecho.returncode, hecho.stderr) == (0, "")
    assert len(del_tablero(fuentes, "politica_seguimiento", corte_fecha=JUNIO)) == 4
    assert [r.name for r in fuentes.parent.iterdir() if r.name.startswith(".reemplazado")] == []


def test_los_resultados_en_otro_libro(importar: Importar, fuentes: Path, tmp_path: Path) -> None:
    """Entran sin pedir --reemplazar y no cambian las cifras de la política."""
    resultados = [
        replace(SUMA, codigo="1.1", nombre="Resultado uno", ponderacion=0.8, relatos={}),
        replace(CONSTANTE, codigo="2.1", nombre="Resultado dos", ponderacion=0.2, relatos={}),
    ]
    aparte = libro(tmp_path / "Seguimiento a Resultados.xlsx", resultados)
    hecho = importar(aparte)
    assert hecho.stdout.splitlines()[0] == (
        f"Quedó el libro de resultados de «{NOMBRE}» al 30 de junio de 2025: 2 indicadores de "
        "resultado. Falta el libro de productos de ese corte: hasta importarlo, el corte no se "
        "muestra."
    )
    hecho = importar(libro(tmp_path / "Seguimiento a Productos.xlsx"))
    assert (hecho.returncode, hecho.stderr) == (0, "")
    assert hecho.stdout.splitlines()[0] == (
        f"Quedó el libro de «{NOMBRE}» al 30 de junio de 2025: 4 productos y 2 indicadores de "
        "resultado; avance 31,88\u00a0%, trayectoria 38,75\u00a0%."
    )


def test_lo_que_se_repite_se_dice_una_vez_al_importar(
    importar: Importar, fuentes: Path, tmp_path: Path
) -> None:
    declaran = ["Anual"] * len(PRODUCTOS)
    hecho = importar(libro(tmp_path / "libro.xlsx", declaran=declaran), "--corte", "2025-06-30")
    repetidos = [linea for linea in hecho.stdout.splitlines() if " veces · " in linea]
    assert len(repetidos) == 1
    assert repetidos[0].startswith(
        "  NOTA · 4 veces · hoja «Avance Cuantitativo» · celdas N6, N7, N8 y N9: en 1.1.1, "
        "«Corte»: «Anual» y «2025»: no se entiende;"
    )
