"""El HTML de la sala: todo escapado, todo adentro y accesible."""

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pandas as pd

from tablero.exportar.escribir.html.documento import documento, guion, huella
from tablero.graficos import centros
from tablero.graficos.piezas.base import Grafico
from tablero.respuestas.cosas.cosa import Cifra, Cosa, faltan, tabla

MALO = "<script>alert(1)</script> \"'&"
EDICION = "Edición 7 del tablero"


def _grafico() -> Grafico:
    return centros.atencion(
        pd.DataFrame({"centro_nombre": [MALO, "Dos"], "etapa": "inicial", "personas": [9, 8]})
    )


COSA = Cosa(
    "una",
    f"Mensaje {MALO}",
    f"Fuente: {MALO}",
    (date(2024, 12, 31), date(2025, 11, 30)),
    "semaforo?ver=por_que&a=1",
    cifras=(Cifra(f"52 {MALO}", f"rótulo {MALO}", f"nota {MALO}"),),
    tabla=tabla(f"Tabla {MALO}", (f"Columna {MALO}",), [(f"celda {n} {MALO}",) for n in range(12)]),
    notas=(f"nota {MALO}",),
)


class _Lector(HTMLParser):
    """Las etiquetas, sus atributos y el texto que lee una persona."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.etiquetas: list[tuple[str, dict[str, str | None]]] = []
        self.texto = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.etiquetas.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texto += data

    def con(self, etiqueta: str) -> list[dict[str, str | None]]:
        return [atributos for nombre, atributos in self.etiquetas if nombre == etiqueta]


def test_todo_lo_de_fuera_va_escapado() -> None:
    grafico = _grafico()
    cosa = replace(COSA, grafico=grafico)
    html = documento([cosa], edicion=f"Edición {MALO}", tablero="/a&b")
    leido = _Lector(html)
    vivo, guion = leido.con("script")
    assert (vivo, guion) == ({"type": "application/json", "id": "vivo"}, {})
    assert leido.texto.count(MALO) >= 7 + 10
    (dibujo,) = leido.con("svg")
    assert dibujo["aria-label"] == grafico.alternativa
    assert [e["href"] for e in leido.con("a")] == ["/a&b/", "/a&b/sala/sesion.html"]


def test_una_pantalla_a_la_vista_y_cada_una_con_su_titulo() -> None:
    html = documento([COSA, COSA, COSA], edicion=EDICION)
    secciones = _Lector(html).con("section")
    assert [("hidden" in s, s["aria-labelledby"]) for s in secciones] == [
        (False, "titulo-1"),
        (True, "titulo-2"),
        (True, "titulo-3"),
    ]
    assert secciones[0]["data-cortes"] == "2024-12-31 2025-11-30"
    pie = html.partition("<footer>")[2]
    assert re.findall(r">([^<>]+)</span>", pie) == ["Pantalla 1 de 3", EDICION]


def test_la_tabla_dice_cuantas_filas_quedan_fuera() -> None:
    html = documento([COSA], edicion=EDICION)
    assert html.count("celda ") == 10
    assert '<p class="faltan" data-total="12">Van 10 de 12 filas: quedan fuera 2.</p>' in html
    assert (faltan(9, 9), faltan(10, 34)) == ("", "Van 10 de 34 filas: quedan fuera 24.")


def test_el_archivo_suelto_no_pide_ni_enlaza_nada() -> None:
    cosa = replace(COSA, grafico=_grafico())
    html = documento([cosa], edicion=EDICION)
    assert "://" not in html
    assert re.findall(r'(?:src|href|action)="(?!data:)[^"]*"', html) == []
    assert set(re.findall(r"url\((?!#)(.{9})", html)) == {"data:font"}


def test_el_guion_que_se_deja_correr_es_el_que_va() -> None:
    html = documento([COSA], edicion=EDICION)
    (dentro,) = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert dentro == guion()
    suma = hashlib.sha256(dentro.encode("utf-8")).digest()
    assert huella() == base64.b64encode(suma).decode("ascii")


def test_lo_simulado_se_dice_en_todas_las_pantallas() -> None:
    assert "DATOS SIMULADOS" not in documento([COSA], edicion=EDICION)
    cuerpo = documento([COSA], edicion=EDICION, es_simulado=True).partition("<main>")
    assert "DATOS SIMULADOS" in cuerpo[0]


def test_los_recortes_de_dos_dibujos_no_se_confunden() -> None:
    cosa = replace(COSA, grafico=_grafico())
    html = documento([cosa, cosa], edicion=EDICION)
    propios = re.findall(r' id="(p\d-clip\d+)"', html)
    assert {p[:2] for p in propios} == {"p1", "p2"}
    assert set(propios) == set(re.findall(r"url\(#(.+?)\)", html))
