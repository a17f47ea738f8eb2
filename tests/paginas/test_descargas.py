"""La página de descargas: qué se ofrece, y que nada se prepara antes de pedirlo."""

import pytest
from dichos import informados
from pliegues import desplegar
from streamlit.testing.v1 import AppTest
from tipos import Abrir, Texto

from tablero.consultas.base import Base
from tablero.interfaz.paginas import descargas, paquete
from tablero.modelo import TABLAS
from tablero.publicacion import Publicacion

PAGINA = "pages/descargas.py"


def desplegada(abrir: Abrir) -> AppTest:
    """La pestaña de las tablas, con todos sus temas abiertos."""
    return desplegar(abrir(PAGINA, ver="tablas"))


def botones(prueba: AppTest) -> list[str]:
    return [b.proto.label for b in prueba.get("download_button")]


def test_ofrece_cada_tabla_en_los_dos_dialectos(abrir: Abrir) -> None:
    assert botones(abrir(PAGINA, ver="tablas")) == []  # cada tema se llena al abrirlo
    rotulos = [*botones(abrir(PAGINA)), *botones(desplegada(abrir))]
    assert rotulos.count("Para Excel") == len(TABLAS)
    assert rotulos.count("Para programas") == len(TABLAS)
    assert rotulos.count("Descargar el ZIP") == 2
    for unico in (
        "Descargar el paquete",
        "Descargar el libro",
        "Descargar el diccionario",
        "Descargar el archivo",
    ):
        assert rotulos.count(unico) == 1


def test_dice_que_hay_en_cada_tabla(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(desplegada(abrir))
    assert (
        "<strong>politica_productos</strong> · 52 filas · corte: 31 de diciembre de 2024" in dicho
    )
    assert "<strong>municipios</strong> · 1.122 filas</p>" in dicho
    assert "<strong>transferencias_psicosociales</strong> · 13 filas" in dicho


def test_por_tema_y_al_final_las_vacias_y_las_internas(abrir: Abrir, texto: Texto) -> None:
    prueba = desplegada(abrir)
    temas = [tema.label for tema in prueba.expander]
    assert [tema.partition(" (")[0] for tema in temas[:3]] == [
        "La política y sus productos",
        "Municipios priorizados y clústeres",
        "Centros y transferencias",
    ]
    assert temas[-2:] == [
        "Vacías: hoy ninguna fuente las llena (24 tablas)",
        "Internas: con las que el tablero lee y calcula (6 tablas)",
    ]
    dicho = texto(prueba)
    assert "<strong>clusteres</strong> · 34 filas · corte: 2023-2024<" in dicho
    assert "30 de junio de 2024" not in dicho


def test_dice_con_que_version_se_abre_el_archivo(abrir: Abrir, texto: Texto) -> None:
    assert "Pide DuckDB 1.1 o posterior, también en DBeaver" in texto(abrir(PAGINA))


def test_dice_de_donde_salen_los_datos(abrir: Abrir, texto: Texto, base: Base) -> None:
    dicho = texto(abrir(PAGINA, ver="fuentes"))
    sin_licencia = (base.tabla("fuentes")["licencia"] == "no declarada").sum()
    assert dicho.count(">no declarada</td>") == sin_licencia >= 6
    assert "004_92125a4a3f44e2cc.txt" in dicho


def test_nada_se_prepara_hasta_que_alguien_lo_pide(
    abrir: Abrir, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fallar(*_: object) -> bytes:
        raise AssertionError("se preparó un archivo que nadie pidió")

    for funcion in ("csv_de_tabla", "comprimir", "libro_excel", "diccionario"):
        monkeypatch.setattr(descargas, funcion, fallar)
    monkeypatch.setattr(paquete, "paquete", fallar)
    abrir(PAGINA)
    desplegada(abrir)


@pytest.mark.parametrize(
    ("decidida", "dice"),
    [
        (Publicacion(), "tablero:</strong> por definir (propuesta: CC BY 4.0). Lo que otros"),
        (
            Publicacion(licencia="CC BY 4.0", licencia_direccion="https://licencia.ejemplo/by"),
            "tablero:</strong> CC BY 4.0 (https://licencia.ejemplo/by). Lo que otros",
        ),
    ],
)
def test_dice_la_licencia(
    abrir: Abrir,
    texto: Texto,
    monkeypatch: pytest.MonkeyPatch,
    decidida: Publicacion,
    dice: str,
) -> None:
    monkeypatch.setattr(paquete, "publicacion", lambda: decidida)
    assert dice in texto(abrir(PAGINA))


def test_el_territorio_no_la_toca_y_lo_dice(abrir: Abrir) -> None:
    prueba = abrir(PAGINA, departamento="Arauca")
    assert "fuentes completas: el filtro «Arauca» no la cambia" in informados(prueba)[0]
