"""Una importación que vacía: lo que un libro ya no trae se nombra antes de perderlo."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import fabrica_sana as sana
import pytest
import yaml
from fabrica_sana import ANIOS, CORTE, PRODUCTOS

from tablero.consultas import politica as consulta
from tablero.consultas.base import Base
from tablero.errores import ErroresDeDatos, ErrorTablero, LibroSinSellar
from tablero.ingesta.construir import construir
from tablero.ingesta.fuentes.documentos import sha256
from tablero.ingesta.fuentes.sello import exigir_sellos
from tablero.ingesta.seguimiento.carpetas import descubrir_seguimiento
from tablero.ingesta.seguimiento.importar import Importacion, Pedido, importar
from tablero.simulacion.seguimiento.datos import IndicadorInventado
from tablero.simulacion.seguimiento.escribir import escribir_xlsx
from tablero.simulacion.seguimiento.libro import CUALITATIVO, CUANTITATIVO, FILA_DATOS, Forma, Hojas
from tablero.simulacion.seguimiento.libro import armar as armar_hojas

EJEMPLO = Pedido(politica_codigo="ejemplo", politica_nombre="Ejemplo")
FORMA = Forma(ANIOS, CORTE)
FILAS = sana.filas()
DICIEMBRE = "2024-12-31"
Cambio = Callable[[Hojas], Any]


def libro(
    ruta: Path, filas: list[IndicadorInventado] = FILAS, cambio: Cambio = lambda _: None
) -> Path:
    hojas = armar_hojas(filas, FORMA)
    for celdas in hojas.values():
        celdas[0][0] = "Libro de seguimiento"
    cambio(hojas)
    return escribir_xlsx(ruta, hojas)


def resultados() -> list[IndicadorInventado]:
    """Los cuatro resultados de los productos, con lo que pesan."""
    (base,) = sana.filas((PRODUCTOS[2],))
    return [
        replace(base, codigo=codigo, nombre=f"Resultado {codigo}", ponderacion=peso)
        for codigo, peso in (("1.1", 0.4), ("1.2", 0.2), ("2.1", 0.3), ("2.2", 0.1))
    ]


def traer(archivo: Path, fuentes: Path, **pedido: Any) -> Importacion:
    importacion = importar(archivo, fuentes, replace(EJEMPLO, **pedido))
    importacion.confirmar()
    return importacion


def carpeta(fuentes: Path) -> Path:
    return fuentes / "seguimiento" / "ejemplo" / DICIEMBRE


def ficha(fuentes: Path) -> dict[str, Any]:
    leida: dict[str, Any] = yaml.safe_load((carpeta(fuentes) / "fuente.yml").read_text("utf-8"))
    return leida


def en_la_carpeta(fuentes: Path) -> set[str]:
    return {r.name for r in carpeta(fuentes).iterdir()}


@pytest.fixture
def dos_libros(tmp_path: Path) -> tuple[Path, Path]:
    return (
        libro(tmp_path / "Seguimiento a Productos.xlsx"),
        libro(tmp_path / "Seguimiento a Resultados.xlsx", resultados()),
    )


@pytest.mark.parametrize("al_reves", [False, True], ids=["productos primero", "resultados primero"])
def test_los_dos_libros_se_juntan_en_cualquier_orden(
    fuentes: Path, dos_libros: tuple[Path, Path], al_reves: bool
) -> None:
    for archivo in reversed(dos_libros) if al_reves else dos_libros:
        traer(archivo, fuentes)
    productos, de_resultados = dos_libros
    assert en_la_carpeta(fuentes) == {"fuente.yml", "ejemplo.xlsx", "ejemplo_resultados.xlsx"}
    dicha = ficha(fuentes)
    assert (dicha["archivo"], dicha["libro_sha256"]) == (productos.name, sha256(productos))
    assert (dicha["resultados_archivo"], dicha["resultados_sha256"]) == (
        de_resultados.name,
        sha256(de_resultados),
    )
    base = fuentes.parent / "tablero.duckdb"
    construir(fuentes, base)
    datos = Base(base)
    libros = datos.tabla("seguimiento_libros")
    assert (libros["productos"][0], libros["resultados"][0]) == (10, 4)
    de_la_politica = datos.tabla("politica_resultados")
    propios = de_la_politica[de_la_politica["politica_codigo"] == "ejemplo"]
    assert list(propios["ponderacion_declarada_pct"]) == [40, 20, 30, 10]
    fuente = (
        datos.tabla("fuentes").set_index("fuente_codigo").loc[f"seguimiento_ejemplo_{DICIEMBRE}"]
    )
    assert fuente["archivo"] == "Seguimiento a Productos.xlsx y Seguimiento a Resultados.xlsx"


def test_solo_con_los_resultados_el_corte_no_se_muestra(
    fuentes: Path, dos_libros: tuple[Path, Path]
) -> None:
    importacion = traer(dos_libros[1], fuentes)
    assert (importacion.parte, importacion.documento.esta_completo) == ("resultados", False)
    construir(fuentes, fuentes.parent / "tablero.duckdb")
    cortes = consulta.politicas(Base(fuentes.parent / "tablero.duckdb")).datos
    assert "ejemplo" not in set(cortes["politica_codigo"])


def test_reemplazar_uno_conserva_el_otro(
    fuentes: Path, tmp_path: Path, dos_libros: tuple[Path, Path]
) -> None:
    for archivo in dos_libros:
        traer(archivo, fuentes)
    (carpeta(fuentes) / "oficio.txt").write_text("Así llegó.", encoding="utf-8")
    corregidos = libro(tmp_path / "corregido.xlsx", sana.filas(sana.cambiar("2.1.3", peso=999)))
    with pytest.raises(ErrorTablero, match="agregue --reemplazar"):
        traer(corregidos, fuentes)
    traer(corregidos, fuentes, reemplazar=True)
    assert ficha(fuentes)["resultados_sha256"] == sha256(dos_libros[1])
    assert sha256(carpeta(fuentes) / "ejemplo_resultados.xlsx") == sha256(dos_libros[1])
    otros = libro(
        tmp_path / "otros.xlsx", [*resultados()[:-1], replace(resultados()[-1], sector="B")]
    )
    with pytest.raises(ErrorTablero, match=r"^Ya hay otro libro de resultados de «Ejemplo»"):
        traer(otros, fuentes)
    traer(otros, fuentes, reemplazar=True)
    assert ficha(fuentes)["libro_sha256"] == sha256(corregidos)
    assert "oficio.txt" in en_la_carpeta(fuentes)


def test_deshacer_deja_los_dos_como_estaban(
    fuentes: Path, tmp_path: Path, dos_libros: tuple[Path, Path]
) -> None:
    traer(dos_libros[0], fuentes)
    antes = {r.name: r.read_bytes() for r in carpeta(fuentes).iterdir()}
    importar(dos_libros[1], fuentes, EJEMPLO).deshacer()
    assert {r.name: r.read_bytes() for r in carpeta(fuentes).iterdir()} == antes


def test_el_mismo_libro_de_resultados_dos_veces(
    fuentes: Path, dos_libros: tuple[Path, Path]
) -> None:
    for archivo in dos_libros:
        traer(archivo, fuentes)
    assert not traer(dos_libros[1], fuentes).es_nuevo
    assert not traer(dos_libros[0], fuentes).es_nuevo


def test_un_libro_con_las_dos_cosas_toma_el_lugar_de_los_dos(
    fuentes: Path, tmp_path: Path, dos_libros: tuple[Path, Path]
) -> None:
    for archivo in dos_libros:
        traer(archivo, fuentes)
    completo = libro(tmp_path / "completo.xlsx", [*resultados(), *FILAS])
    with pytest.raises(ErrorTablero, match="agregue --reemplazar"):
        traer(completo, fuentes)
    traer(completo, fuentes, reemplazar=True)
    assert en_la_carpeta(fuentes) == {"fuente.yml", "ejemplo.xlsx"}
    # Y entonces los resultados ya están: otro libro los traería dos veces.
    with pytest.raises(ErrorTablero) as error:
        traer(dos_libros[1], fuentes, reemplazar=True)
    assert str(error.value) == (
        "El libro que ya hay de este corte trae productos y resultados (1.1, 1.2, 2.1 y 2.2), y "
        "Seguimiento a Resultados.xlsx trae otra vez los resultados. Si cambiaron, importe el "
        "libro completo con --reemplazar; no se cambió nada."
    )


def test_cada_libro_tiene_su_sello(fuentes: Path, dos_libros: tuple[Path, Path]) -> None:
    for archivo in dos_libros:
        traer(archivo, fuentes)
    with (carpeta(fuentes) / "ejemplo_resultados.xlsx").open("ab") as ajeno:
        ajeno.write(b" ")
    with pytest.raises(LibroSinSellar) as error:
        exigir_sellos(descubrir_seguimiento(fuentes))
    assert "  seguimiento/ejemplo/2024-12-31/ejemplo_resultados.xlsx\n" in str(error.value)
    assert "ejemplo.xlsx\n" not in str(error.value)


def test_si_falta_uno_de_los_dos_se_dice(fuentes: Path, dos_libros: tuple[Path, Path]) -> None:
    for archivo in dos_libros:
        traer(archivo, fuentes)
    (carpeta(fuentes) / "ejemplo_resultados.xlsx").unlink()
    with pytest.raises(ErroresDeDatos) as error:
        descubrir_seguimiento(fuentes)
    assert str(error.value) == (
        "seguimiento/ejemplo/2024-12-31/fuente.yml: falta el libro de resultados que esta ficha "
        "sella; devuélvalo a la carpeta."
    )


def test_los_hallazgos_dicen_de_cual_libro_son(
    fuentes: Path, tmp_path: Path, dos_libros: tuple[Path, Path]
) -> None:
    def dos_fallas(hojas: Hojas) -> None:
        hojas[CUANTITATIVO][FILA_DATOS][9] = "Acumulada"
        hojas[CUANTITATIVO][FILA_DATOS + 1][7] = 0.25

    traer(dos_libros[0], fuentes)
    traer(libro(tmp_path / "resultados.xlsx", resultados(), dos_fallas), fuentes)
    construir(fuentes, fuentes.parent / "tablero.duckdb")
    hallados = Base(fuentes.parent / "tablero.duckdb").tabla("seguimiento_hallazgos")
    lugares = dict(zip(hallados["regla"], hallados["ubicacion"], strict=True))
    otro = "hoja «Avance Cuantitativo (libro de resultados)»"
    assert lugares["ilegible"] == f"{otro}, celda J6"
    assert (
        hallados[hallados["producto_codigo"] == "1.2"]["ubicacion"].iloc[0] == f"{otro}, celda H7"
    )


def sin_reportes(hojas: Hojas) -> None:
    for fila in hojas[CUANTITATIVO][FILA_DATOS:]:
        fila[15 : 15 + 4 * len(ANIOS)] = [None] * (4 * len(ANIOS))


def reportes_como_texto(hojas: Hojas) -> None:
    for fila in hojas[CUANTITATIVO][FILA_DATOS:]:
        for c in range(15, 15 + 4 * len(ANIOS)):
            fila[c] = None if fila[c] is None else f"{fila[c]}".replace(".", ",")


def sin_metas(hojas: Hojas) -> None:
    desde = FORMA.columnas["metas"]
    for fila in hojas[CUANTITATIVO][FILA_DATOS:]:
        fila[desde : desde + len(ANIOS)] = [0] * len(ANIOS)


def sin_pesos(hojas: Hojas) -> None:
    for fila in hojas[CUANTITATIVO][FILA_DATOS:]:
        fila[7] = None


def otra_politica() -> list[IndicadorInventado]:
    """Los mismos códigos, pero nada más en común."""
    return [
        replace(f, nombre=f"Huerta urbana número {n}", indicador_nombre=f"Huertas de la zona {n}")
        for n, f in enumerate(FILAS)
    ]


REPORTES, METAS = sum(len(f.reportes) for f in FILAS), sum(len(f.metas) + 1 for f in FILAS)
VACIAN: dict[str, tuple[Callable[[Path], Path], str, str]] = {
    "otra política": (
        lambda ruta: libro(ruta, otra_politica()),
        f"10-productos-y-{METAS}-metas-y-{REPORTES}-reportes-y-{REPORTES}-textos",
        f"10 de 10 productos (1.1.1, 1.1.2, 1.1.3, 1.2.1, 1.2.2 y 5 más), {METAS} de {METAS} metas",
    ),
    "la mitad de los productos": (
        lambda ruta: libro(ruta, FILAS[5:]),
        "5-productos-y-19-metas-y-16-reportes-y-16-textos",
        "5 de 10 productos (1.1.1, 1.1.2, 1.1.3, 1.2.1 y 1.2.2)",
    ),
    "sin reportes": (
        lambda ruta: libro(ruta, cambio=sin_reportes),
        f"{REPORTES}-reportes",
        f"{REPORTES} de {REPORTES} reportes",
    ),
    "con los reportes ilegibles": (
        lambda ruta: libro(ruta, cambio=reportes_como_texto),
        f"{REPORTES}-reportes",
        f"{REPORTES} de {REPORTES} reportes",
    ),
    "sin metas": (
        lambda ruta: libro(ruta, cambio=sin_metas),
        f"{METAS - 10}-metas",
        f"{METAS - 10} de {METAS} metas",
    ),
    "sin ponderaciones": (
        lambda ruta: libro(ruta, cambio=sin_pesos),
        "10-ponderaciones",
        "10 de 10 ponderaciones",
    ),
    "sin la hoja cualitativa": (
        lambda ruta: libro(ruta, cambio=lambda h: h.pop(CUALITATIVO)),
        f"{REPORTES}-textos",
        f"{REPORTES} de {REPORTES} textos",
    ),
    "uno más viejo": (
        lambda ruta: libro(ruta, sana.filas(corte=(2023, 4))),
        "11-reportes-y-11-textos",
        f"11 de {REPORTES} reportes y 11 de {REPORTES} textos",
    ),
}


@pytest.mark.parametrize("caso", VACIAN)
def test_lo_que_se_pierde_se_nombra(fuentes: Path, tmp_path: Path, caso: str) -> None:
    hacer, nombre, frase = VACIAN[caso]
    traer(libro(tmp_path / "bueno.xlsx"), fuentes)
    antes = {r.name: sha256(r) for r in carpeta(fuentes).iterdir()}
    otro, corte = hacer(tmp_path / "otro.xlsx"), {"corte": sana.DIA}
    opcion = f"--reemplazar --aceptar-perdida {nombre}\n"
    for pedido in ({}, {"reemplazar": True}, {"reemplazar": True, "aceptar_perdida": "1-producto"}):
        with pytest.raises(ErrorTablero) as error:
            traer(otro, fuentes, **corte, **pedido)
        assert opcion in str(error.value)
        assert f"se perderían {frase}" in str(error.value)
        equivocado = "«1-producto» no es lo que se pierde. " in str(error.value)
        assert equivocado == ("aceptar_perdida" in pedido)
        assert {r.name: sha256(r) for r in carpeta(fuentes).iterdir()} == antes
    traer(otro, fuentes, **corte, reemplazar=True, aceptar_perdida=nombre)
    assert sha256(carpeta(fuentes) / "ejemplo.xlsx") == sha256(otro)


def test_una_correccion_no_se_toma_por_una_perdida(fuentes: Path, tmp_path: Path) -> None:
    """Un reporte borrado, otros valores, un producto de más y un nombre retocado."""
    traer(libro(tmp_path / "bueno.xlsx"), fuentes)
    filas = sana.filas(sana.cambiar("1.1.3", reportes={(2024, 4): 41}))
    filas[0] = replace(filas[0], nombre="Producto 1.1.1, corregido", indicador_nombre="Otro")
    traer(
        libro(tmp_path / "otro.xlsx", [*filas, replace(filas[-1], codigo="2.2.3")]),
        fuentes,
        reemplazar=True,
    )


def test_unas_ponderaciones_cien_veces_mayores_no_entran(fuentes: Path, tmp_path: Path) -> None:
    def por_cien(hojas: Hojas) -> None:
        for fila in hojas[CUANTITATIVO][FILA_DATOS:]:
            fila[7] *= 100

    with pytest.raises(ErrorTablero) as error:
        traer(libro(tmp_path / "libro.xlsx", cambio=por_cien), fuentes)
    assert str(error.value) == (
        "libro.xlsx: las ponderaciones suman 10.000\u00a0%; en este libro van como fracción (0,05 "
        "es 5 %). Corríjalas e impórtelo de nuevo; no se cambió nada."
    )


def test_un_libro_dejado_al_lado_de_otro_se_puede_importar(
    fuentes: Path, dos_libros: tuple[Path, Path]
) -> None:
    """Alguien copia el de resultados a la carpeta del corte, con su nombre de siempre."""
    traer(dos_libros[0], fuentes)
    puesto = carpeta(fuentes) / dos_libros[1].name
    puesto.write_bytes(dos_libros[1].read_bytes())
    traer(puesto, fuentes)
    assert en_la_carpeta(fuentes) == {"fuente.yml", "ejemplo.xlsx", "ejemplo_resultados.xlsx"}
