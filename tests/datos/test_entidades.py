"""Las entidades de los libros: unidas por su tabla, o un error con su celda; nunca otra cuenta."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from fabrica_filas import Filas, sueltas
from fabrica_importar import POLITICA, PRODUCTOS, cambiar, libro
from fabrica_politica import DICIEMBRE, JUNIO, SALUD
from fabrica_politica import libro as libro_de_politica
from fabrica_sello import sellar_todo
from tipos import Editar

from tablero import rutas
from tablero.consultas import entidad
from tablero.consultas.base import Base
from tablero.errores import ErroresDeDatos
from tablero.exportar.impresas import lote
from tablero.exportar.impresas.entidades import las_de_entidades
from tablero.ingesta.construir import construir, validar
from tablero.ingesta.fuentes.documentos import descubrir
from tablero.ingesta.seguimiento.importar import Pedido, importar
from tablero.ingesta.validar_uno import validar_libro
from tablero.modelo import LIBROS
from tablero.modelo.politica import PoliticaProducto
from tablero.registro.sesiones.estado import Actas
from tablero.texto import plano

EDUCACION = "Secretaría de Educación del Distrito"
FILA_DE_SALUD = 11
"""El 1.1.10, en la hoja de productos."""


def errores(fuentes: Path) -> list[str]:
    with pytest.raises(ErroresDeDatos) as capturado:
        validar(descubrir(fuentes))
    return [str(error) for error in capturado.value.errores]


def unidas(filas: Filas) -> dict[str, tuple[Any, ...]]:
    """Producto → el código y el nombre de su entidad."""
    return {
        f["producto_codigo"]: (f["entidad_codigo"], f["entidad"])
        for f in filas["politica_productos"]
    }


def test_toda_entidad_de_las_fuentes_esta_en_la_tabla(filas: Filas) -> None:
    """También la impresa se conserva, tal como está."""
    oficiales = {f["entidad_codigo"]: f["entidad_nombre"] for f in filas["entidades"]}
    for tabla in ("comite_entidades", "comite_uta_reportes", "politica_acciones_mejora"):
        assert filas[tabla]
        for fila in filas[tabla]:
            if fila["entidad_nombre"] == "Gestión Pública":
                assert (fila["entidad_codigo"], fila["entidad"]) == (None, "Gestión Pública")
            else:
                assert fila["entidad"] == oficiales[fila["entidad_codigo"]]
    impresas = {f["producto_codigo"]: f for f in filas["politica_productos"]}
    assert impresas["2.2.1"]["entidad_nombre"] == "I. Social"
    assert impresas["2.2.1"]["entidad_codigo"] == "sdis"
    assert impresas["1.1.2"]["entidad_nombre"] is impresas["1.1.2"]["entidad"] is None


def test_las_diecinueve_del_comite_son_distintas_y_estan_entre_las_oficiales(filas: Filas) -> None:
    codigos = [f["entidad_codigo"] for f in filas["comite_entidades"]]
    assert len(set(codigos)) == 19
    assert {f["entidad_codigo"] for f in filas["entidades"]} - set(codigos) == {
        "alta_consejeria_paz"
    }
    de_utas = {f["entidad_codigo"] for f in filas["comite_uta_reportes"]}
    assert len(de_utas) == 14
    assert de_utas <= set(codigos)


def test_ninguna_grafia_esta_de_mas(filas: Filas) -> None:
    """Una que solo repitiera el nombre oficial, la sigla u otra grafía no haría falta."""
    nombres = [
        plano(nombre)
        for f in filas["entidades"]
        for nombre in (f["entidad_nombre"], f["sigla"], f["entidad_codigo"])
        if nombre
    ]
    grafias = [plano(f["grafia"]) for f in filas["entidades_grafias"]]
    assert len(set(grafias)) == len(grafias)
    assert set(grafias) & set(nombres) == set()


@pytest.mark.parametrize(
    "escrita",
    ["SALUD", "Salud\u00a0", "Sa\u00adlud", "\u200bsalud", "SDS", "Secretaria  Distrital de Salud"],
)
def test_otra_grafia_de_la_misma_da_las_mismas_cuentas(
    fuentes: Path, editar: Editar, filas: Filas, escrita: str
) -> None:
    editar("sdp", "Productos", "Entidad", FILA_DE_SALUD, escrita)
    leidas = sueltas(validar(descubrir(fuentes)), [PoliticaProducto])
    assert unidas(leidas) == unidas(filas)
    assert unidas(filas)["1.1.10"] == ("sds", SALUD)


@pytest.mark.parametrize(
    ("escrita", "mensaje"),
    [
        (
            "Secretaría de Salud",
            "«Secretaría de Salud» no está en la tabla de entidades; ¿quiso decir «Secretaría "
            "Distrital de Salud»? Si es otra forma de escribir una de la tabla, agréguela a la "
            "hoja «Grafías de entidades» del libro entidades; si es otra entidad, a la hoja "
            "«Entidades oficiales».",
        ),
        (
            "Ministerio X",
            "«Ministerio X» no está en la tabla de entidades; no hay ninguna que se le parezca. "
            "Si es otra forma",
        ),
        (
            "Salud e Integración Social",
            "«Salud e Integración Social» nombra a varias entidades (Secretaría Distrital de Salud "
            "y Secretaría Distrital de Integración Social); para dejarla como está impresa, "
            "agréguela a la hoja «Grafías de entidades» del libro entidades, sin código.",
        ),
        (
            "N/A",
            "«N/A» no es una entidad; si la fuente no la nombra, deje la celda vacía.",
        ),
    ],
)
def test_una_desconocida_es_un_error_con_su_celda(
    fuentes: Path, editar: Editar, escrita: str, mensaje: str
) -> None:
    editar("sdp", "Productos", "Entidad", FILA_DE_SALUD, escrita)
    (error,) = errores(fuentes)
    lugar = "sdp/2024-12-31/sdp.xlsx · hoja «Productos» · celda J11 · columna «Entidad»: "
    assert error.startswith(f"{lugar}{mensaje}")


def test_un_libro_suelto_se_revisa_con_la_tabla(fuentes: Path, editar: Editar) -> None:
    editar("comite", "Entidades que reportaron", "Entidad", 2, "Govierno")
    suelto = min((fuentes / "comite").glob("*/comite.xlsx"))
    with pytest.raises(ErroresDeDatos) as capturado:
        validar_libro(suelto, rutas.FUENTES)
    (error,) = capturado.value.errores
    assert str(error).startswith(
        "comite.xlsx · hoja «Entidades que reportaron» · celda B2 · columna «Entidad»: «Govierno» "
        "no está en la tabla de entidades; ¿quiso decir «Secretaría Distrital de Gobierno»?"
    )


@pytest.mark.parametrize(
    ("hoja", "fila", "otra"),
    [("Entidades", 8, "Educación"), ("Entidades que reportaron", 3, "Secretaría de Gobierno")],
)
def test_la_misma_con_otra_grafia_no_va_dos_veces(
    fuentes: Path, editar: Editar, hoja: str, fila: int, otra: str
) -> None:
    editar("comite", hoja, "Entidad", fila, otra)
    (error,) = errores(fuentes)
    assert f"hoja «{hoja}» · celda" in error
    assert f"«{otra}» y «" in error
    assert error.endswith("son la misma entidad; deje una sola fila.")


@pytest.mark.parametrize(
    ("celda", "valor", "mensaje"),
    [
        (
            ("Grafías de entidades", "Grafía", 2),
            "SALUD",
            "celda A10 · columna «Grafía»: «Salud» ya es de «sdg» en la fila 2 de la hoja "
            "«Grafías de entidades», y aquí es de «sds».",
        ),
        (
            ("Entidades oficiales", "Sigla", 3),
            "SED",
            "celda A7 · columna «Código de la entidad»: «SED» ya es de «sdg» en la fila 3 de la "
            "hoja «Entidades oficiales», y aquí es de «sed».",
        ),
        (
            ("Grafías de entidades", "Código de la entidad", 2),
            "sdx",
            "celda B2 · columna «Código de la entidad»: «sdx» no está en la hoja «Entidades "
            "oficiales».",
        ),
    ],
)
def test_la_tabla_no_se_contradice(
    fuentes: Path, editar: Editar, celda: tuple[str, str, int], valor: str, mensaje: str
) -> None:
    editar("entidades", *celda, valor)
    assert any(e.endswith(mensaje) for e in errores(fuentes)), errores(fuentes)


def test_sin_la_tabla_se_dice_que_falta(fuentes: Path) -> None:
    shutil.rmtree(fuentes / "entidades")
    with pytest.raises(ErroresDeDatos, match="entidades/: falta el documento"):
        descubrir(fuentes)
    assert "entidades" in LIBROS


DISFRACES = (
    "Secretaría de Ejemplo",
    "Secretaría  de Ejemplo",
    "Secretaría de\u00a0Ejemplo",
    "secretaria de ejemplo",
)
SECTORES = ("Sector X", "SECTOR X", "Sector\u00a0X", "sector  x")


def tablero_con(archivo: Path, fuentes: Path, **pedido: Any) -> Base:
    importar(archivo, fuentes, Pedido(**pedido)).confirmar()
    destino = fuentes.parent / "tablero.duckdb"
    construir(fuentes, destino)
    return Base(destino)


def test_en_el_libro_oficial_la_misma_entidad_es_una_y_lleva_un_solo_pdf(
    fuentes: Path, tmp_path: Path
) -> None:
    productos = [
        replace(p, entidad=escrita, sector=sector)
        for p, escrita, sector in zip(PRODUCTOS, DISFRACES, SECTORES, strict=True)
    ]
    base = tablero_con(
        libro(tmp_path / "l.xlsx", productos),
        fuentes,
        politica_codigo="ejemplo",
        politica_nombre="Ejemplo",
    )
    todas = base.tabla("politica_seguimiento")
    suyas = todas[todas["politica_codigo"] == "ejemplo"]
    assert set(suyas["entidad"]) == {"Secretaría de Ejemplo"}
    assert suyas["entidad_codigo"].isna().all()
    assert set(suyas["sector_nombre"]) == {"Sector X"}
    respuesta = entidad.entidades(base, politica="ejemplo", corte=JUNIO)
    assert list(respuesta.datos["productos"]) == [4]
    escritos = lote.escribir_sueltas(las_de_entidades(base, Actas()), tmp_path / "pdf")
    assert [e.name for e in escritos.archivos if "ejemplo" in e.name] == [
        "entidad_secretaria_de_ejemplo_2025-06-30_excel.csv",
        "entidad_secretaria_de_ejemplo_2025-06-30.pdf",
    ]


def test_lo_que_la_nota_pide_la_quita_y_no_trae_otra(fuentes: Path, tmp_path: Path) -> None:
    """Tres desconocidas: una es de la tabla con otra grafía, otra es nueva y otra nombra a dos."""
    productos = [
        replace(p, entidad=escrita)
        for p, escrita in zip(
            PRODUCTOS,
            ("Sría. de Salud", "Ministerio X", "SDIS – SDS", "Gobierno"),
            strict=True,
        )
    ]
    base = tablero_con(libro(tmp_path / "l.xlsx", productos), fuentes, politica_codigo=POLITICA)
    (nota,) = notas(base)
    assert nota["mensaje"].startswith("3 entidades no están en la tabla de entidades")
    assert "(celda G7), ¿es" not in nota["mensaje"]
    assert "«SDIS – SDS» (celda G8), que nombra a «Secretaría Distrital de" in nota["mensaje"]
    assert "«Grafías de entidades»" in nota["que_hacer"]
    assert "«Entidades oficiales»" in nota["que_hacer"]

    ruta = min((fuentes / "entidades").glob("*/entidades.xlsx"))
    tabla = openpyxl.load_workbook(ruta)
    tabla["Grafías de entidades"].append(["Sría. de Salud", "sds", None, "libro"])
    tabla["Grafías de entidades"].append(["SDIS – SDS", None, None, "libro"])
    tabla["Entidades oficiales"].append(["mx", "Ministerio X", None, "libro"])
    tabla.save(ruta)
    sellar_todo(descubrir(fuentes))
    construir(fuentes, fuentes.parent / "tablero.duckdb")
    despues = Base(fuentes.parent / "tablero.duckdb")
    assert notas(despues) == []
    assert set(reglas(despues)) == set(reglas(base)) - {"entidad_desconocida"}
    todas = despues.tabla("politica_seguimiento")
    suyas = todas[todas["corte_fecha"] == JUNIO].set_index("producto_codigo")
    assert dict(suyas["entidad"]) == {
        "1.1.1": SALUD,
        "1.1.2": "Ministerio X",
        "2.1.1": "SDIS – SDS",
        "2.1.2": "Secretaría Distrital de Gobierno",
    }
    assert [c for c in suyas["entidad_codigo"] if isinstance(c, str)] == ["sds", "mx", "sdg"]


def notas(base: Base) -> list[dict[str, Any]]:
    todos = base.tabla("seguimiento_hallazgos").to_dict("records")
    return [h for h in todos if h["regla"] == "entidad_desconocida"]


def reglas(base: Base) -> list[str]:
    return list(base.tabla("seguimiento_hallazgos")["regla"])


def test_cambiar_de_grafia_entre_cortes_no_es_cambiar_de_entidad(
    fuentes: Path, tmp_path: Path
) -> None:
    """El mismo producto, «Salud» en junio y con su nombre oficial en diciembre: una entidad."""
    primero = libro_de_politica(
        tmp_path / "a.xlsx", JUNIO, {c: {"entidad": "SALUD"} for c in ("1.2.1", "1.2.2")}
    )
    importar(primero, fuentes, Pedido()).confirmar()
    base = tablero_con(libro_de_politica(tmp_path / "b.xlsx", DICIEMBRE), fuentes)
    todas = base.tabla("politica_seguimiento")
    suyas = todas[todas["producto_codigo"] == "1.2.1"].sort_values("corte_fecha")
    assert list(suyas["entidad_nombre"])[-2:] == ["SALUD", SALUD]
    assert list(suyas["entidad"])[-2:] == [SALUD, SALUD]
    # 2.2.1 sigue con su nombre oficial: en junio son tres de una sola entidad.
    junio = entidad.entidades(base, politica=POLITICA, corte=JUNIO).datos.set_index("entidad")
    assert junio.loc[SALUD, "productos"] == 3
    assert junio.loc[SALUD, "grafias"] == "SALUD"


def test_una_celda_sin_entidad_no_es_una_entidad(fuentes: Path, tmp_path: Path) -> None:
    base = tablero_con(
        libro(tmp_path / "l.xlsx", cambiar("1.1.1", entidad="N/A")),
        fuentes,
        politica_codigo=POLITICA,
    )
    datos = entidad.entidades(base, politica=POLITICA, corte=JUNIO).datos
    sin_entidad = datos[datos["entidad"].isna()]
    assert list(sin_entidad["productos"]) == [1]
    assert set(datos["politica_productos_sin_entidad"]) == {1}
