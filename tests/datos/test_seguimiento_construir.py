"""El tablero con libros de seguimiento: qué manda, qué se conserva y qué no deja construir."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import yaml
from fabrica_importar import ANIOS, DICIEMBRE, JUNIO, POLITICA, PRODUCTOS, SUMA, cambiar, libro
from fabrica_seguimiento import hojas

from tablero.consultas.base import Base
from tablero.errores import ErroresDeDatos, LibroSinSellar
from tablero.ingesta.construir import construir
from tablero.ingesta.fuentes.documentos import sha256
from tablero.ingesta.seguimiento import corpus
from tablero.ingesta.seguimiento.carpetas import apartada_de, descubrir_seguimiento
from tablero.ingesta.seguimiento.guardados import Guardados, guardar
from tablero.ingesta.seguimiento.importar import Pedido, importar
from tablero.modelo import TABLAS
from tablero.simulacion.seguimiento.escribir import escribir_xlsx
from tablero.simulacion.seguimiento.libro import CUALITATIVO, CUANTITATIVO, Forma, armar

DIA_DE_DICIEMBRE, DIA_DE_JUNIO = date(2024, 12, 31), date(2025, 6, 30)
CORTES = {DICIEMBRE: DIA_DE_DICIEMBRE, JUNIO: DIA_DE_JUNIO}
Agregar = Callable[..., Path]


@pytest.fixture
def agregar(fuentes: Path, tmp_path: Path) -> Agregar:
    """Importa un libro hecho a mano y devuelve su carpeta."""

    def hacer(productos: Any = PRODUCTOS, corte: Any = JUNIO, politica: str = POLITICA) -> Path:
        archivo = libro(tmp_path / "libro.xlsx", productos, corte)
        pedido = Pedido(politica_codigo=politica, politica_nombre=f"Política {politica}")
        return importar(archivo, fuentes, pedido).documento.carpeta

    return hacer


def construida(fuentes: Path) -> Base:
    construir(fuentes, fuentes.parent / "tablero.duckdb")
    return Base(fuentes.parent / "tablero.duckdb")


def filas(base: Base, tabla: str, *columnas: str, **iguales: Any) -> list[tuple[Any, ...]]:
    """Las filas que llevan esos valores, en su orden; `None` en lo vacío."""
    datos = base.tabla(tabla)
    for columna, valor in iguales.items():
        datos = datos[datos[columna] == valor]
    elegidas = datos[list(columnas)].astype(object)
    return [tuple(f) for f in elegidas.where(elegidas.notna(), None).to_numpy().tolist()]


def errores(fuentes: Path) -> list[str]:
    destino = fuentes.parent / "tablero.duckdb"
    with pytest.raises(ErroresDeDatos) as capturado:
        construir(fuentes, destino)
    assert not destino.exists()
    return [str(error) for error in capturado.value.errores]


def test_sin_libros_todo_sigue_igual(base: Base) -> None:
    """52,05 y 52,20 se publican; con los porcentajes del anexo salen 52,04 y 52,18."""
    cortes = {
        nivel: (round(avance, 2), round(trayectoria, 2))
        for nivel, avance, trayectoria in filas(
            base, "politica_cortes", "nivel", "avance_pct", "trayectoria_pct"
        )
    }
    assert cortes == {"publicado": (52.05, 52.20), "calculado": (52.04, 52.18)}
    assert {n for (n,) in filas(base, "politica_seguimiento", "nivel")} == {"publicado"}
    assert len(filas(base, "politica_seguimiento", "producto_codigo")) == 52
    for tabla in ("libros", "metas", "reportes", "relatos", "contrastes", "hallazgos"):
        assert base.contar(f"seguimiento_{tabla}") == (0, None)


def test_un_libro_de_otro_corte_no_toca_lo_publicado(fuentes: Path, agregar: Agregar) -> None:
    agregar()
    base = construida(fuentes)
    cortes = [
        (corte, nivel, round(avance, 2), round(trayectoria, 2))
        for corte, nivel, avance, trayectoria in filas(
            base, "politica_cortes", "corte_fecha", "nivel", "avance_pct", "trayectoria_pct"
        )
    ]
    assert sorted(cortes) == [
        (DIA_DE_DICIEMBRE, "calculado", 52.04, 52.18),
        (DIA_DE_DICIEMBRE, "publicado", 52.05, 52.2),
        (DIA_DE_JUNIO, "calculado", 31.88, 38.75),
    ]


def test_con_libro_del_mismo_corte_manda_el_libro(fuentes: Path, agregar: Agregar) -> None:
    """Al cierre de 2024. 1.1.1: AV = 90 + 110 = MA = 200 → PAHV 100 %, PAA 20 %, TI 20 %, pesa 50.

    1.1.2, sin meta hasta 2025, está sin iniciar. 2.1.1: AV 6 de 8 → PAHV = PAA = 75 %, TI 100 %,
    pesa 20. Política: avance 10 + 0 + 15 = 25; trayectoria 10 + 0 + 20 = 30.
    """
    antes = construida(fuentes)
    agregar(
        [
            replace(p, reportes={(2024, 4): 6} if p.codigo == "2.1.1" else p.reportes)
            for p in PRODUCTOS
        ],
        DICIEMBRE,
    )
    base = construida(fuentes)
    assert filas(base, "politica_seguimiento", "producto_codigo", "nivel", "pahv_pct") == [
        ("1.1.1", "calculado", 100),
        ("1.1.2", "calculado", None),
        ("2.1.1", "calculado", 75),
        ("2.1.2", "calculado", None),
    ]
    columnas = ("nivel", "avance_pct", "trayectoria_pct", "brecha_pp")
    assert filas(base, "politica_cortes", *columnas) == [
        ("publicado", 52.05, 52.2, -0.15),
        ("calculado", pytest.approx(25), pytest.approx(30), pytest.approx(-5)),
    ]
    # Lo publicado por producto es lo del informe, también en los que el libro trae.
    publicadas = ("producto_codigo", "pav_pct", "pahv_pct", "paa_pct")
    for tabla, iguales in (
        ("politica_avances", {"nivel": "publicado"}),
        ("politica_productos", {}),
    ):
        columnas = publicadas if iguales else ("producto_codigo", "ponderacion_pct")
        de_antes = filas(antes, tabla, *columnas, **iguales)
        ahora = filas(base, tabla, *columnas, **iguales)
        assert [f for f in ahora if f[0] != "2.1.2"] == [f for f in de_antes if f[0] != "2.1.2"]
    # 52 productos del informe; el libro trae cuatro, que están todos en él.
    difieren = filas(
        base, "seguimiento_hallazgos", "producto_codigo", "mensaje", regla="informe_difiere"
    )
    assert (
        "1.1.1",
        "la ponderación que sale del libro es 50,00\u00a0% y el informe publica 2,00\u00a0%.",
    ) in difieren
    assert sum(m == "está en el informe y no en el libro." for _, m in difieren) == 48


def test_los_textos_se_guardan_por_version(fuentes: Path, agregar: Agregar) -> None:
    """En junio uno cambió, otro se borró y otro es nuevo; el que sigue igual no se repite."""
    viejos = {(2024, 2): ("Igual.", "Igual."), (2024, 3): ("Antes.", "E."), (2024, 4): ("Va.", "")}
    nuevos = {(2024, 2): ("Igual.", "Igual."), (2024, 3): ("Después.", "E."), (2025, 1): ("N.", "")}
    agregar(cambiar("1.1.1", relatos=viejos), DICIEMBRE)
    agregar(cambiar("1.1.1", relatos=nuevos), JUNIO)
    base = construida(fuentes)
    columnas = ("corte_fecha", "anio", "trimestre", "avance_texto", "enfoques_texto")
    assert sorted(filas(base, "seguimiento_relatos", *columnas)) == [
        (DIA_DE_DICIEMBRE, 2024, 2, "Igual.", "Igual."),
        (DIA_DE_DICIEMBRE, 2024, 3, "Antes.", "E."),
        (DIA_DE_DICIEMBRE, 2024, 4, "Va.", None),
        (DIA_DE_JUNIO, 2024, 3, "Después.", "E."),
        (DIA_DE_JUNIO, 2024, 4, None, None),
        (DIA_DE_JUNIO, 2025, 1, "N.", None),
    ]


def test_cada_politica_se_revisa_contra_su_propio_corte_anterior(
    fuentes: Path, agregar: Agregar
) -> None:
    """El reporte de Q4 de 2024 pasa de 110 a 100 solo en una; la otra no hereda el cambio."""
    cambiado = cambiar("1.1.1", reportes={**SUMA.reportes, (2024, 4): 100})
    agregar(PRODUCTOS, DICIEMBRE, "otra")
    agregar(PRODUCTOS, JUNIO, "otra")
    agregar(PRODUCTOS, DICIEMBRE)
    agregar(cambiado, JUNIO)
    base = construida(fuentes)
    assert filas(
        base,
        "seguimiento_hallazgos",
        "politica_codigo",
        "corte_fecha",
        "mensaje",
        regla="periodo_reescrito",
    ) == [
        (
            POLITICA,
            DIA_DE_JUNIO,
            ("el reporte del cuarto trimestre de 2024 decía 110 y ahora dice 100."),
        )
    ]
    assert filas(base, "seguimiento_libros", "politica_codigo", "corte_fecha") == [
        ("otra", DIA_DE_DICIEMBRE),
        ("otra", DIA_DE_JUNIO),
        (POLITICA, DIA_DE_DICIEMBRE),
        (POLITICA, DIA_DE_JUNIO),
    ]


def _sin_ficha(carpeta: Path) -> None:
    (carpeta / "fuente.yml").unlink()


def _otro_libro(carpeta: Path) -> None:
    shutil.copy(carpeta / f"{POLITICA}.xlsx", carpeta / "copia.xlsx")


def _sin_libro(carpeta: Path) -> None:
    (carpeta / f"{POLITICA}.xlsx").unlink()


def _sueltos(carpeta: Path) -> None:
    """Los que dejan al lado los programas que tienen abierto un libro no lo son."""
    politica, seguimiento, fuentes = list(carpeta.parents)[:3]
    for ruta in (
        *(politica / "Libro.xlsx", seguimiento / "Libro.xlsb", fuentes / "suelto.xlsx"),
        *(fuentes / "otro.ods", carpeta / "~$libro.xlsx", fuentes / "~$suelto.xlsx"),
    ):
        shutil.copy(carpeta / f"{POLITICA}.xlsx", ruta)


def _a_medias(carpeta: Path) -> None:
    """Lo que queda si se va la luz entre apartar el libro viejo y poner el nuevo."""
    apartada = apartada_de(carpeta)
    apartada.parent.mkdir(parents=True)
    carpeta.rename(apartada)


def _otra_fecha(carpeta: Path) -> None:
    carpeta.rename(carpeta.with_name("2025-09-30"))


def _codigo_con_mayusculas(carpeta: Path) -> None:
    carpeta.parent.rename(carpeta.parents[1] / "Política Nueva")


def _ficha_de_mas(carpeta: Path) -> None:
    ficha = yaml.safe_load((carpeta / "fuente.yml").read_text("utf-8"))
    del ficha["politica_nombre"]
    (carpeta / "fuente.yml").write_text(yaml.safe_dump(ficha | {"autor": "x"}), "utf-8")


def _inventado(carpeta: Path) -> None:
    """Un libro inventado con la ficha de uno verdadero."""
    ruta = carpeta / f"{POLITICA}.xlsx"
    escribir_xlsx(ruta, hojas(6))
    ficha = yaml.safe_load((carpeta / "fuente.yml").read_text("utf-8"))
    ficha["libro_sha256"] = sha256(ruta)
    (carpeta / "fuente.yml").write_text(yaml.safe_dump(ficha), "utf-8")


CARPETA = f"seguimiento/{POLITICA}/2025-06-30"
DEBE_TENER = (
    "debe tener un libro .xlsx o .xlsb y, si los resultados vienen aparte, otro llamado "
    f"{POLITICA}_resultados"
)
SUELTO = "está suelto: va en la carpeta de su documento y su corte, con su fuente.yml."


def traer(ruta: str) -> str:
    """La orden exacta, con la carpeta de fuentes de la prueba en su lugar."""
    return (
        f'tráigalo con: tablero seguimiento importar "{{fuentes}}/{ruta}" --fuentes "{{fuentes}}"'
    )


def o_traer(ruta: str) -> str:
    return f"{ruta}: {SUELTO} Si es un libro oficial de seguimiento, {traer(ruta)}"


RECHAZOS: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "sin ficha": (
        _sin_ficha,
        [
            f"{CARPETA}/{POLITICA}.xlsx: falta fuente.yml: este libro no se ha importado; "
            f"{traer(f'{CARPETA}/{POLITICA}.xlsx')}"
        ],
    ),
    "dos libros": (
        _otro_libro,
        [f"{CARPETA}/: {DEBE_TENER}; tiene 2."],
    ),
    "sin libro": (
        _sin_libro,
        [f"{CARPETA}/: {DEBE_TENER}; tiene 0."],
    ),
    "sueltos": (
        _sueltos,
        [
            f"otro.ods: {SUELTO}",
            o_traer("suelto.xlsx"),
            o_traer("seguimiento/Libro.xlsb"),
            o_traer(f"seguimiento/{POLITICA}/Libro.xlsx"),
        ],
    ),
    "otra fecha": (
        _otra_fecha,
        [
            f"seguimiento/{POLITICA}/2025-09-30/fuente.yml: corte_fecha es 2025-06-30 y la carpeta "
            "se llama 2025-09-30."
        ],
    ),
    "código mal escrito": (
        _codigo_con_mayusculas,
        [
            "seguimiento/Política Nueva/: el código de una política va en minúsculas, sin acentos "
            "ni espacios."
        ],
    ),
    "ficha mal escrita": (
        _ficha_de_mas,
        [f"{CARPETA}/fuente.yml: politica_nombre: falta; línea 2, autor: no es un campo conocido."],
    ),
    "inventado": (
        _inventado,
        [
            f"{CARPETA}/{POLITICA}.xlsx: el libro es simulado y su ficha no lo dice; impórtelo de "
            "nuevo."
        ],
    ),
}


@pytest.mark.parametrize("caso", RECHAZOS)
def test_lo_que_no_se_construye(fuentes: Path, agregar: Agregar, caso: str) -> None:
    estropear, mensajes = RECHAZOS[caso]
    estropear(agregar())
    esperados = [
        m.format(fuentes=fuentes).replace(f"{fuentes}/..", str(fuentes.parent)) for m in mensajes
    ]
    assert errores(fuentes) == esperados


def test_lo_que_una_interrupcion_aparto_vuelve_al_construir(
    fuentes: Path, agregar: Agregar
) -> None:
    carpeta = agregar()
    libro = (carpeta / f"{POLITICA}.xlsx").read_bytes()
    _a_medias(carpeta)
    with pytest.raises(ErroresDeDatos, match="se interrumpió al reemplazar este libro"):
        descubrir_seguimiento(fuentes)
    construir(fuentes, fuentes.parent / "tablero.duckdb")
    assert (carpeta / f"{POLITICA}.xlsx").read_bytes() == libro
    assert not apartada_de(carpeta).exists()


def test_un_libro_cambiado_no_se_construye(fuentes: Path, agregar: Agregar) -> None:
    with (agregar() / f"{POLITICA}.xlsx").open("ab") as archivo:
        archivo.write(b" ")
    with pytest.raises(LibroSinSellar) as error:
        construir(fuentes, fuentes.parent / "tablero.duckdb")
    assert error.value.codigo_salida == 3
    assert str(error.value) == (
        "Estos libros cambiaron desde que se sellaron:\n"
        f"  {CARPETA}/{POLITICA}.xlsx\n"
        "Revise los cambios e impórtelo de nuevo con: tablero seguimiento importar "
        f'"{fuentes}/{CARPETA}/{POLITICA}.xlsx" --fuentes "{fuentes}" --reemplazar'
    )


def test_se_dicen_todos_los_libros_ilegibles(fuentes: Path, agregar: Agregar) -> None:
    """Dos políticas con un libro sin su hoja cada una: se nombran los dos, y no hay tablero."""
    for politica in (POLITICA, "otra"):
        carpeta = agregar(politica=politica)
        ruta = carpeta / f"{politica}.xlsx"
        escribir_xlsx(ruta, hojas(6, "sin_hoja_cuantitativa"))
        ficha = yaml.safe_load((carpeta / "fuente.yml").read_text("utf-8"))
        texto = yaml.safe_dump(ficha | {"libro_sha256": sha256(ruta)})
        (carpeta / "fuente.yml").write_text(texto, "utf-8")
    assert errores(fuentes) == [
        f"seguimiento/{politica}/2025-06-30/{politica}.xlsx · hoja «Avance Cuantitativo»: falta "
        "esta hoja."
        for politica in ("otra", POLITICA)
    ]


def test_repartido_en_procesos_da_lo_mismo(
    fuentes: Path, agregar: Agregar, monkeypatch: pytest.MonkeyPatch
) -> None:
    for politica in ("una", "otra", "tercera"):
        agregar(cambiar("1.1.1", nombre=f"Producto de {politica}"), politica=politica)
    seguida = construida(fuentes)
    monkeypatch.setattr(corpus, "LIBROS_PARA_REPARTIR", 1)
    monkeypatch.setattr(corpus.os, "cpu_count", lambda: 2)
    repartida = construida(fuentes)
    for tabla in TABLAS:
        una, otra = seguida.tabla(tabla.tabla), repartida.tabla(tabla.tabla)
        assert una.equals(otra), tabla.tabla
    assert seguida.contar("seguimiento_libros") == (3, DIA_DE_JUNIO)


def test_lo_guardado_se_lee_de_a_poco(tmp_path: Path) -> None:
    """Dos políticas, la segunda en dos partes: se leen en orden y se cuentan todas."""
    lote = pa.table({"n": [1, 2]})
    filas_ = guardar(tmp_path, "a", {"t": [lote]})
    filas_ += guardar(tmp_path, "b", {"t": [pa.table({"n": [3]}), pa.table({"n": [4]})]})
    guardados = Guardados(tmp_path, filas_)
    lector = guardados.lector("t")
    assert lector is not None
    assert lector.read_all().to_pydict() == {"n": [1, 2, 3, 4]}
    assert guardados.filas == {"t": 4}
    assert guardados.lector("otra") is None


def test_los_anios_del_libro_no_son_los_de_la_politica(fuentes: Path, agregar: Agregar) -> None:
    """El libro trae 2023–2027: de cada indicador se guardan sus metas y ninguna de más."""
    agregar()
    base = construida(fuentes)
    assert filas(base, "seguimiento_metas", "anio", "meta", indicador_codigo="1.1.1") == [
        (anio, meta) for anio, meta in zip(ANIOS, (100, 100, 200, 300, 300), strict=True)
    ]
    assert filas(base, "seguimiento_metas", "anio", indicador_codigo="1.1.2") == [
        (2025,),
        (2026,),
        (2027,),
    ]
    assert filas(
        base, "seguimiento_reportes", "anio", "trimestre", "valor", indicador_codigo="1.1.1"
    ) == [(2023, 4, 90), (2024, 4, 110), (2025, 1, 40), (2025, 2, 60)]


def test_una_celda_ilegible_es_de_su_producto(fuentes: Path, tmp_path: Path) -> None:
    """Un #REF! en el reporte del 1.1.1, en la fila 6, y otro en un texto del 2.1.1, en la 8.

    Van a la lista de su producto y de su entidad, y se cuentan en su hoja; el del código que no se
    lee (fila 7) no es de nadie, y el libro queda sin el 1.1.2.
    """
    celdas = armar(list(PRODUCTOS), Forma(ANIOS, JUNIO))
    for hoja in (CUANTITATIVO, CUALITATIVO):
        celdas[hoja][0][0] = "Libro de seguimiento"
    celdas[CUANTITATIVO][5][15] = "#REF!"
    celdas[CUANTITATIVO][6][3] = "sin código"
    celdas[CUALITATIVO][7][15] = "#REF!"
    importar(escribir_xlsx(tmp_path / "libro.xlsx", celdas), fuentes, Pedido())
    base = construida(fuentes)
    columnas = ("producto_codigo", "entidad_nombre", "celda")
    assert filas(base, "seguimiento_hallazgos", *columnas, regla="ilegible") == [
        (None, None, "D7"),
        (None, None, "D7"),
        ("1.1.1", "Entidad A", "P6"),
        ("2.1.1", "Entidad B", "P8"),
    ]
    contados = filas(
        base, "politica_seguimiento", "producto_codigo", "errores", corte_fecha=DIA_DE_JUNIO
    )
    assert contados[0] == ("1.1.1", 1)
