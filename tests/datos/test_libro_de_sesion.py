"""El libro de una sesión: lo que sale vuelve igual, y lo que está mal se dice todo, en su celda."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from fabrica_bombas import pesado
from fabrica_libros import HOJA, libro_bueno
from fabrica_sesiones import (
    DIA,
    GENERAL,
    SALUD,
    cambiar_celdas,
    con_contenido,
    escribir_libro,
    la_de,
    lo_que_hay,
    traer,
    una_sesion,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from tablero.consultas.base import Base
from tablero.errores import ErroresDeDatos, en_palabras
from tablero.exportar.libro_de_sesion import libro_de_sesion
from tablero.registro.archivo import leer
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import ESTADOS, Actas, actas
from tablero.respuestas.libro_de_la_sesion.contenido import (
    CompromisoEscrito,
    Contenido,
    PantallaEscrita,
    PuntoEscrito,
    de_la_sesion,
)
from tablero.respuestas.libro_de_la_sesion.lo_que_hay import LoQueHay
from tablero.texto import ajenas, limpiar


@pytest.fixture
def escritor(tmp_path: Path) -> Escritor:
    return Escritor(tmp_path / "registro", "prueba")


@pytest.fixture
def nueva(base: Base) -> LoQueHay:
    """Contra qué se comprueba un libro de una sesión nueva, con el registro vacío."""
    return lo_que_hay(base, Actas())


def errores(ruta: Path, hay: LoQueHay) -> list[str]:
    """Los mensajes, sin el nombre del archivo."""
    with pytest.raises(ErroresDeDatos) as fallo:
        traer(ruta, hay)
    return [e.removeprefix(ruta.name).lstrip(" ·:") for e in en_palabras(fallo.value.errores)]


def test_sale_vuelve_y_sale_igual(base: Base, escritor: Escritor, tmp_path: Path) -> None:
    sesion = una_sesion(escritor)
    hay = lo_que_hay(base, actas(escritor.carpeta), sesion)
    libro = escribir_libro(tmp_path / "s.xlsx", hay, sesion)
    importacion = traer(libro, hay)
    assert importacion.contenido == de_la_sesion(sesion, hay.actas.compromisos)
    assert importacion.en_palabras() == ["La sesión ya está como dice el libro."]
    assert importacion.avisos == ()
    antes = len(leer(escritor.carpeta))
    assert importacion.escribir(escritor, edicion=9) == sesion.codigo
    assert len(leer(escritor.carpeta)) == antes
    assert escribir_libro(tmp_path / "otra.xlsx", hay, sesion).read_bytes() == libro.read_bytes()


def test_trae_una_sesion_nueva_entera(base: Base, escritor: Escritor, tmp_path: Path) -> None:
    sesion = una_sesion(escritor)
    hay = lo_que_hay(base, actas(escritor.carpeta))
    importacion = traer(escribir_libro(tmp_path / "s.xlsx", hay, sesion), hay)
    assert importacion.en_palabras() == [
        "Una sesión nueva, del 15 de diciembre de 2026 · =1+1 Sala «Barulé»",
        "2 puntos: 5 minutos",
        "3 pantallas; 1 pide una decisión",
        "2 compromisos",
        "1 entidad presente",
        "El compromiso «Entregar el corte» ya está abierto en otra sesión: quedaría dos veces.",
    ]
    codigo = importacion.escribir(escritor, edicion=4)
    leidas = actas(escritor.carpeta)
    (traida,) = (s for s in leidas.sesiones if s.codigo == codigo)
    assert codigo != sesion.codigo
    assert (traida.edicion, traida.minimo) == (4, 10)
    assert sin_codigos(de_la_sesion(traida, leidas.compromisos)) == sin_codigos(
        de_la_sesion(sesion, leidas.compromisos)
    )
    suyos = {p.codigo for p in (*traida.puntos, *traida.pantallas)}
    assert not suyos & {p.codigo for p in (*sesion.puntos, *sesion.pantallas)}
    assert traida.pantallas[0].punto == traida.puntos[1].codigo


def sin_codigos(dice: Contenido) -> Contenido:
    """Lo que dice, sin decir cuál es cada cosa ni en qué orden van los compromisos."""
    compromisos = sorted(
        (replace(c, codigo="") for c in dice.compromisos), key=lambda c: (c.vence, repr(c))
    )
    return replace(
        dice,
        puntos=tuple(replace(p, codigo="") for p in dice.puntos),
        pantallas=tuple(replace(p, codigo="") for p in dice.pantallas),
        compromisos=tuple(compromisos),
    )


def se_puede_escribir(texto: str) -> bool:
    """Lo que no se confunde con un error de la hoja, ni con letras de otro alfabeto."""
    return bool(texto) and texto[0] not in "#E" and not ajenas(texto)


TEXTO = st.text(max_size=60).map(limpiar).filter(se_puede_escribir)
NOTA = st.just("") | TEXTO
DIRECCIONES = st.sampled_from(
    [
        *("./", "semaforo", "?departamento=Antioquia", "descargas?ver=fuentes"),
        "producto?codigo=3.1.7&politica=poblacion_migrante_internacional",
        *("ficha_territorial?municipio=54001", "transferencias?departamento=Nari%C3%B1o"),
    ]
)


@st.composite
def contenidos(draw: st.DrawFn) -> Contenido:
    puntos = draw(
        st.lists(
            st.builds(
                PuntoEscrito, TEXTO, st.none() | st.integers(1, 480), NOTA, codigo=st.just("")
            ),
            max_size=4,
        )
    )
    de_la_agenda = st.none() | st.integers(1, len(puntos)) if puntos else st.none()
    pantallas = st.builds(
        PantallaEscrita, TEXTO, DIRECCIONES, NOTA, NOTA, de_la_agenda, codigo=st.just("")
    )
    estado = draw(st.sampled_from(ESTADOS))
    compromisos = st.builds(
        CompromisoEscrito,
        TEXTO,
        st.sampled_from([SALUD, GENERAL]),
        st.dates(DIA, date(2030, 1, 1)),
        st.sampled_from(["", "2.2.6", "1.1.17"]),
        st.just(estado),
        NOTA if estado == "abierto" else TEXTO,
        codigo=st.just(""),
    )
    marcadas = draw(st.dictionaries(st.sampled_from([SALUD, GENERAL]), st.booleans()))
    return Contenido(
        draw(st.dates(date(2026, 1, 1), DIA)),
        draw(NOTA),
        draw(st.none() | st.integers(1, 19)),
        tuple(puntos),
        tuple(draw(st.lists(pantallas, max_size=4))),
        tuple(draw(st.lists(compromisos, max_size=3))),
        tuple(sorted(marcadas.items())),
    )


@settings(max_examples=40)
@given(contenidos())
def test_cualquier_sesion_sale_y_vuelve_igual(base: Base, dice: Contenido) -> None:
    hay = lo_que_hay(base, Actas())
    with TemporaryDirectory() as carpeta:
        escritor = Escritor(Path(carpeta) / "registro", "prueba")
        importacion = traer(con_contenido(Path(carpeta) / "s.xlsx", hay, dice), hay)
        assert importacion.contenido == dice
        codigo = importacion.escribir(escritor, edicion=1)
        leidas = actas(escritor.carpeta)
        quedo = de_la_sesion(leidas.sesiones[0], leidas.compromisos)
        assert leidas.sesiones[0].codigo == codigo
        assert sin_codigos(quedo) == sin_codigos(dice)
        suya = lo_que_hay(base, leidas, leidas.sesiones[0])
        otra_vez = traer(escribir_libro(Path(carpeta) / "o.xlsx", suya, suya.sesion), suya)
        assert otra_vez.en_palabras() == ["La sesión ya está como dice el libro."]


ERRORES = {
    ("Sesión", "A2"): "15 de diciembre",
    ("Sesión", "C2"): 40,
    ("Agenda", "C2"): 900,
    ("Agenda", "B4"): "x" * 201,
    ("Agenda", "A4"): 2,
    ("Pantallas", "B3"): 77,
    ("Pantallas", "C4"): "=1/0",
    ("Pantallas", "D2"): "9.9.9",
    ("Compromisos", "B2"): "Secretaria Distrital de Saluz",
    ("Compromisos", "D2"): "8.8.8",
    ("Compromisos", "F3"): None,
    ("Asistencia", "B3"): "tal vez",
    ("Asistencia", "A5"): SALUD,
}


def test_todos_los_errores_se_dicen_de_una_vez(
    base: Base, escritor: Escritor, tmp_path: Path
) -> None:
    sesion = una_sesion(escritor)
    hay = lo_que_hay(base, actas(escritor.carpeta), sesion)
    libro = cambiar_celdas(escribir_libro(tmp_path / "s.xlsx", hay, sesion), ERRORES)
    antes = leer(escritor.carpeta)
    assert errores(libro, hay) == [
        "hoja «Sesión» · celda A2 · columna «Fecha»: «15 de diciembre» no es una fecha "
        "AAAA-MM-DD; escríbala así: 2024-12-31.",
        "hoja «Sesión» · celda C2 · columna «Entidades que hacen quórum»: el quórum va de 1 a 19 "
        "entidades.",
        "hoja «Agenda» · celda C2 · columna «Minutos»: «900» no es válido; el máximo es 480.",
        "hoja «Agenda» · celda A4 · columna «Orden»: «2» se repite: ya va en ese lugar la fila 3.",
        "hoja «Agenda» · celda B4 · columna «Punto»: tiene 201 letras: a lo sumo 200.",
        "hoja «Pantallas» · celda D2 · columna «Dirección o código»: ningún producto de la "
        "política lleva el código 9.9.9.",
        "hoja «Pantallas» · celda B3 · columna «Punto de la agenda»: «77» no es el orden de "
        "ningún punto de la hoja «Agenda».",
        "hoja «Pantallas» · celda C4 · columna «Título»: tiene una fórmula sin resultado "
        "guardado; abra el libro, recalcule y guárdelo, o escriba el valor.",
        "hoja «Compromisos» · celda B2 · columna «Entidad que responde»: «Secretaria Distrital de "
        f"Saluz» no es una entidad del Comité; ¿quiso decir «{SALUD}»?",
        "hoja «Compromisos» · celda D2 · columna «Producto»: ningún producto lleva el código "
        "8.8.8.",
        "hoja «Compromisos» · celda F3 · columna «Evidencia»: la evidencia no puede quedar en "
        "blanco.",
        "hoja «Asistencia» · celda B3 · columna «Asiste»: «tal vez» no es válido; use: sí, no.",
        "hoja «Asistencia» · celda A8 · columna «Entidad»: ya está en la fila 5; deje una sola.",
    ]
    assert leer(escritor.carpeta) == antes


CASOS: dict[str, tuple[dict[tuple[str, str], Any], list[str]]] = {
    "el compromiso vence antes de la sesión": (
        {("Compromisos", "C2"): date(2026, 12, 14)},
        [
            "hoja «Compromisos» · celda C2 · columna «Vence»: el compromiso no puede vencer el 14 "
            "de diciembre de 2026, antes de la sesión (15 de diciembre de 2026)."
        ],
    ),
    "una fecha imposible": (
        {("Sesión", "A2"): date(2062, 12, 15)},
        [
            "hoja «Sesión» · celda A2 · columna «Fecha»: la sesión no puede ser el 15 de "
            "diciembre de 2062: está a más de 5 años de hoy."
        ],
    ),
    "dos sesiones en un libro": (
        {("Sesión", "A3"): date(2026, 12, 16)},
        ["hoja «Sesión»: fila 3: sobra: el libro es de una sola sesión, la de la fila 2."],
    ),
    "un código de otra sesión": (
        {("Agenda", "E2"): "0badc0de"},
        [
            "hoja «Agenda» · celda E2 · columna «Código»: «0badc0de» no es de esta sesión; si es "
            "algo nuevo, borre el código."
        ],
    ),
    "un código que no es código": (
        {("Agenda", "E2"): "x"},
        [
            "hoja «Agenda» · celda E2 · columna «Código»: «x» no tiene la forma esperada: las "
            "ocho letras y cifras con que el tablero lo escribió."
        ],
    ),
    "una dirección de afuera": (
        {("Pantallas", "D2"): "https://otra.parte/semaforos"},
        [
            "hoja «Pantallas» · celda D2 · columna «Dirección o código»: "
            "«https://otra.parte/semaforos» no es de este tablero. Escriba un código (producto "
            "3.1.7, municipio 54001), o la dirección de una página con sus filtros, copiada del "
            "navegador."
        ],
    ),
    "una entidad que no se parece a ninguna": (
        {("Asistencia", "A2"): "Zzzz"},
        [
            "hoja «Asistencia» · celda A2 · columna «Entidad»: «Zzzz» no es una entidad del "
            "Comité; escoja una de la lista."
        ],
    ),
    "un estado que no es": (
        {("Compromisos", "E2"): "a medias"},
        [
            "hoja «Compromisos» · celda E2 · columna «Estado»: «a medias» no es válido; use: "
            "abierto, cumplido, retirado."
        ],
    ),
    "un encabezado borrado": (
        {("Agenda", "B1"): None},
        [
            "hoja «Agenda» · columna «Punto»: falta esta columna en la fila 1.",
            "hoja «Agenda» · celda B2: hay un dato en una columna sin encabezado; póngale uno o "
            "bórrelo.",
        ],
    ),
    "un minuto con decimales, una hora y un lógico": (
        {("Agenda", "C2"): 5.5, ("Agenda", "D3"): True},
        [
            "hoja «Agenda» · celda C2 · columna «Minutos»: «5,5» tiene decimales; se espera un "
            "número entero.",
            "hoja «Agenda» · celda D3 · columna «Nota»: «VERDADERO» es un valor lógico; escríbalo "
            "como texto.",
        ],
    ),
}


@pytest.mark.parametrize("caso", CASOS)
def test_cada_error_en_su_celda(base: Base, escritor: Escritor, tmp_path: Path, caso: str) -> None:
    celdas, dichos = CASOS[caso]
    sesion = una_sesion(escritor)
    hay = lo_que_hay(base, actas(escritor.carpeta), sesion)
    libro = cambiar_celdas(escribir_libro(tmp_path / "s.xlsx", hay, sesion), celdas)
    assert errores(libro, hay) == dichos


def test_la_plantilla_vacia_pide_la_fecha_y_con_ella_basta(
    nueva: LoQueHay, escritor: Escritor, tmp_path: Path
) -> None:
    libro = escribir_libro(tmp_path / "p.xlsx", nueva, None)
    assert errores(libro, nueva) == [
        "hoja «Sesión» · celda A2 · columna «Fecha»: está vacía: aquí va el día de la sesión."
    ]
    lleno = cambiar_celdas(
        libro,
        {
            ("Sesión", "A2"): DIA,
            ("Agenda", "A2"): 20,
            ("Agenda", "B2"): "Cierre",
            ("Agenda", "A3"): 10,
            ("Agenda", "B3"): 2026,
            ("Pantallas", "A2"): 1,
            ("Pantallas", "B2"): 20,
            ("Pantallas", "C2"): "Cúcuta",
            ("Pantallas", "D2"): "54001",
            ("Asistencia", "B2"): "sí",
        },
    )
    importacion = traer(lleno, nueva)
    importacion.escribir(escritor, edicion=None)
    sesion = la_de(escritor)
    assert [(p.titulo, p.minutos) for p in sesion.puntos] == [("2026", None), ("Cierre", None)]
    (pantalla,) = sesion.pantallas
    assert pantalla.direccion == "ficha_territorial?municipio=54001"
    assert pantalla.punto == sesion.puntos[1].codigo
    assert sesion.presentes == (GENERAL,)


def test_las_listas_las_fechas_y_el_encabezado_ayudan_a_llenarlo(
    nueva: LoQueHay, tmp_path: Path
) -> None:
    libro = openpyxl.load_workbook(escribir_libro(tmp_path / "p.xlsx", nueva, None))
    assert libro.sheetnames == [
        *("Sesión", "Agenda", "Pantallas", "Compromisos", "Asistencia", "Cómo se llena")
    ]
    assert {hoja.freeze_panes for hoja in libro.worksheets[:5]} == {"A2"}
    reglas = {
        (hoja.title, str(regla.sqref).split(":")[0]): (regla.type, regla.formula1)
        for hoja in libro.worksheets
        for regla in hoja.data_validations.dataValidation
    }
    entidades = "'Cómo se llena'!$A$15:$A$33"
    assert reglas == {
        ("Sesión", "A2"): ("date", "32874"),
        ("Compromisos", "B2"): ("list", entidades),
        ("Compromisos", "C2"): ("date", "32874"),
        ("Compromisos", "E2"): ("list", '"abierto,cumplido,retirado"'),
        ("Asistencia", "A2"): ("list", entidades),
        ("Asistencia", "B2"): ("list", '"sí,no"'),
    }
    lista = [celda.value for (celda,) in libro["Cómo se llena"]["A15:A33"]]
    assert lista == list(nueva.entidades)
    notas = [celda.comment.text for celda in libro["Agenda"][1]]
    assert notas[2] == "Cuántos lleva; vacío es «sin asignar»."
    assert notas[1] == "Qué se trata. Obligatoria."


def test_lo_que_parece_una_formula_va_como_texto(
    base: Base, escritor: Escritor, tmp_path: Path
) -> None:
    sesion = una_sesion(escritor)
    hay = lo_que_hay(base, actas(escritor.carpeta), sesion)
    ruta = escribir_libro(tmp_path / "s.xlsx", hay, sesion)
    libro = openpyxl.load_workbook(ruta)
    assert (libro["Sesión"]["B2"].value, libro["Sesión"]["B2"].data_type) == (
        *("=1+1 Sala «Barulé»", "s"),
    )
    assert (libro["Agenda"]["D3"].value, libro["Agenda"]["D3"].data_type) == ("-2+3", "s")
    with zipfile.ZipFile(ruta) as paquete:
        hojas = [paquete.read(n) for n in paquete.namelist() if n.startswith("xl/worksheets/s")]
    assert not [hoja for hoja in hojas if re.search(rb"<f[ >]", hoja)]


def bomba(ruta: Path) -> None:
    """Un libro de sesión bien hecho, con una hoja que ocupa 300 MB al abrirla."""
    vacio = Path(ruta.parent / "bueno.xlsx")
    vacio.write_bytes(libro_de_sesion(None, (SALUD,)))
    with (
        zipfile.ZipFile(vacio) as bueno,
        zipfile.ZipFile(ruta, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as malo,
    ):
        for parte in bueno.namelist():
            if parte != HOJA:
                malo.writestr(parte, bueno.read(parte))
        with malo.open(HOJA, "w", force_zip64=True) as salida:
            salida.write(b"<worksheet><sheetData>")
            for _ in range(300):
                salida.write(b" " * 1024 * 1024)
            salida.write(b"</sheetData></worksheet>")


MALOS: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "bomba": ("s.xlsx", bomba, "ocuparía más de 200 MB al abrirlo"),
    "de otra fuente": ("s.xlsx", libro_bueno, "hoja «Sesión»: falta esta hoja"),
    "pesado": ("s.xlsx", pesado, "pesa más de 20 MB"),
    "vacío": ("s.xlsx", lambda ruta: ruta.write_bytes(b""), "está vacío (0 bytes)"),
    "otra cosa": ("s.xlsx", lambda ruta: ruta.write_bytes(b"%PDF-1.7"), "no es un libro .xlsx"),
    "con macros": ("s.xlsm", lambda ruta: ruta.write_bytes(b"PK"), "es un libro con macros"),
    "de antes": ("s.xls", lambda ruta: ruta.write_bytes(b"x"), "es un libro de Excel antiguo"),
    "ninguno": ("s.xlsx", lambda _: None, "no existe."),
}


@pytest.mark.parametrize("cual", MALOS)
def test_un_libro_hostil_se_rechaza_en_palabras(nueva: LoQueHay, tmp_path: Path, cual: str) -> None:
    nombre, hacer, dice = MALOS[cual]
    ruta = tmp_path / nombre
    hacer(ruta)
    dichos = errores(ruta, nueva)
    assert any(dice in dicho for dicho in dichos), dichos
    assert not [dicho for dicho in dichos if "Traceback" in dicho or "Error" in dicho]


def test_las_hojas_de_mas_escondidas_y_mal_escritas_se_dicen(
    base: Base, escritor: Escritor, tmp_path: Path
) -> None:
    sesion = una_sesion(escritor)
    hay = lo_que_hay(base, actas(escritor.carpeta), sesion)
    ruta = escribir_libro(tmp_path / "s.xlsx", hay, sesion)
    libro = openpyxl.load_workbook(ruta)
    libro["Agenda"].sheet_state = "hidden"
    libro.create_sheet("Borrador")
    libro.save(ruta)
    assert [str(a) for a in traer(ruta, hay).avisos] == [
        "s.xlsx · hoja «Agenda»: está oculta y se lee igual; muéstrela.",
        "s.xlsx · hoja «Borrador»: no es una hoja de este libro: no se lee.",
    ]
    libro["Pantallas"].title = "Pantalas"
    libro.save(ruta)
    assert errores(ruta, hay) == [
        "hoja «Pantallas»: falta esta hoja.",
        "hoja «Pantalas»: no es una hoja de este libro; ¿quiso decir «Pantallas»?",
    ]


def test_si_la_agenda_no_se_pudo_leer_no_se_acusa_a_sus_pantallas(
    base: Base, escritor: Escritor, tmp_path: Path
) -> None:
    sesion = una_sesion(escritor)
    hay = lo_que_hay(base, actas(escritor.carpeta), sesion)
    ruta = escribir_libro(tmp_path / "s.xlsx", hay, sesion)
    libro = openpyxl.load_workbook(ruta)
    libro.remove(libro["Agenda"])
    libro.save(ruta)
    assert errores(ruta, hay) == ["hoja «Agenda»: falta esta hoja."]


def test_un_error_en_un_punto_no_esconde_el_de_su_pantalla(
    base: Base, escritor: Escritor, tmp_path: Path
) -> None:
    sesion = una_sesion(escritor)
    hay = lo_que_hay(base, actas(escritor.carpeta), sesion)
    libro = cambiar_celdas(
        escribir_libro(tmp_path / "s.xlsx", hay, sesion),
        {("Agenda", "B3"): None, ("Pantallas", "B3"): 3},
    )
    assert errores(libro, hay) == [
        "hoja «Agenda» · celda B3 · columna «Punto»: está vacía y es obligatoria.",
        "hoja «Pantallas» · celda B3 · columna «Punto de la agenda»: «3» no es el orden de ningún "
        "punto de la hoja «Agenda».",
    ]


def test_una_entidad_vale_con_el_nombre_que_publica_su_fuente(
    nueva: LoQueHay, tmp_path: Path
) -> None:
    libro = cambiar_celdas(
        escribir_libro(tmp_path / "p.xlsx", nueva, None),
        {
            ("Sesión", "A2"): DIA,
            ("Asistencia", "A20"): "Instituto Distrital de Recreación y Deporte - IDRD",
            ("Asistencia", "B20"): "no",
        },
    )
    assert traer(libro, nueva).contenido.asistencia == (
        ("Instituto Distrital de Recreación y Deporte", False),
    )
