"""Las carpetas de fuentes y sus fichas."""

from datetime import date
from pathlib import Path

import pytest

from tablero.errores import ErroresDeDatos
from tablero.ingesta.fuentes.documentos import descubrir, sha256


def errores(fuentes: Path) -> list[str]:
    with pytest.raises(ErroresDeDatos) as capturado:
        descubrir(fuentes)
    return [str(error) for error in capturado.value.errores]


def ficha(fuentes: Path) -> Path:
    return fuentes / "sdp" / "2024-12-31" / "fuente.yml"


def test_cada_documento_se_llama_por_su_carpeta_y_su_corte(fuentes: Path) -> None:
    hallados = [d.fuente_codigo for d in descubrir(fuentes)]
    assert hallados == sorted(f"{corte.parent.name}_{corte.name}" for corte in fuentes.glob("*/*"))
    assert {"cnim_2025-11-30", "integra_2023-08-31", "sdp_2024-12-31"} <= set(hallados)


def test_un_documento_desconocido(fuentes: Path) -> None:
    (fuentes / "otro").mkdir()
    assert errores(fuentes)[0].startswith("otro/: documento desconocido; use: divipola, eat")


def test_un_corte_nuevo_sin_libro(fuentes: Path) -> None:
    (fuentes / "sdp" / "2025-12-31").mkdir()
    assert errores(fuentes) == [
        "sdp/2025-12-31/: falta el libro: se esperaba sdp.xlsx, sdp.ods o la carpeta sdp/."
    ]


def test_dos_libros_en_la_misma_carpeta(fuentes: Path) -> None:
    (fuentes / "sdp" / "2024-12-31" / "sdp.ods").write_bytes(b"")
    assert errores(fuentes) == [
        "sdp/2024-12-31/: hay más de un libro: sdp.xlsx, sdp.ods; deje uno."
    ]


def test_una_ficha_que_falta(fuentes: Path) -> None:
    ficha(fuentes).unlink()
    assert errores(fuentes) == ["sdp/2024-12-31/fuente.yml: no existe; debe acompañar al libro."]


def test_una_ficha_con_campos_malos(fuentes: Path) -> None:
    texto = ficha(fuentes).read_text(encoding="utf-8")
    ficha(fuentes).write_text(
        texto.replace("licencia:", "licensia:").replace("2024-12-31", '"2024"'), encoding="utf-8"
    )
    (error,) = errores(fuentes)
    assert "licencia: falta" in error
    assert "licensia: no es un campo conocido" in error
    assert "corte_fecha: escriba una fecha AAAA-MM-DD, sin comillas" in error


def con_otros(fuentes: Path, *renglones: str) -> None:
    """La ficha, con esos renglones en vez de los de su periodicidad."""
    antes, _, resto = ficha(fuentes).read_text(encoding="utf-8").partition("periodicidad: ")
    sello = resto.index("libro_sha256")
    ficha(fuentes).write_text(
        antes + "".join(f"{r}\n" for r in renglones) + resto[sello:], encoding="utf-8"
    )


CITA = ("periodicidad_cita: Seguimiento 2024-2", "periodicidad_ubicacion: Gráfico 1")


@pytest.mark.parametrize(
    ("renglones", "dice"),
    [
        (
            ("periodicidad: cada semestre", *CITA),
            "periodicidad: use una de: mensual, bimestral, trimestral, cuatrimestral, semestral, "
            "anual.",
        ),
        (
            ("periodicidad: semestral",),
            "periodicidad_cita: falta; con la periodicidad va la cita de la fuente que lo dice.",
        ),
        (
            ("periodicidad: semestral", CITA[0]),
            "periodicidad_ubicacion: falta; con la periodicidad va la parte del documento donde "
            "está.",
        ),
        (CITA, "periodicidad_cita: sobra, porque no se dice la periodicidad."),
        (
            ("periodicidad: anual", CITA[1], f"periodicidad_cita: {'palabra ' * 16}"),
            "periodicidad_cita: lleva de una a quince palabras del documento.",
        ),
        (
            (
                *("periodicidad: anual", *CITA, "periodicidad_desde_fecha: 2026-01-01"),
                "periodicidad_hasta_fecha: 2025-12-31",
            ),
            "periodicidad_hasta_fecha: es anterior a 2026-01-01, cuando empieza.",
        ),
        (
            ("periodicidad: anual", *CITA, "periodicidad_desde_fecha: 2026"),
            "periodicidad_desde_fecha: escriba una fecha AAAA-MM-DD, sin comillas.",
        ),
        (
            ("periodicidadd: anual",),
            "periodicidadd: no es un campo conocido; ¿quiso decir «periodicidad»?",
        ),
    ],
)
def test_una_periodicidad_mal_dicha(fuentes: Path, renglones: tuple[str, ...], dice: str) -> None:
    con_otros(fuentes, *renglones)
    (error,) = errores(fuentes)
    assert error.startswith("sdp/2024-12-31/fuente.yml: ")
    assert error.endswith(dice)


def test_una_fuente_puede_no_decir_cada_cuanto_publica(fuentes: Path) -> None:
    con_otros(fuentes)
    (sdp,) = (d for d in descubrir(fuentes) if d.nombre == "sdp")
    assert sdp.fila().periodicidad is None


def test_la_periodicidad_va_con_las_palabras_de_la_fuente(fuentes: Path) -> None:
    dicen = {d.nombre: d.fila() for d in descubrir(fuentes) if d.ficha.periodicidad}
    assert {n: (f.periodicidad, f.periodicidad_cita) for n, f in dicen.items()} == {
        "cnim": (
            "semestral",
            "Elaborar un reporte semestral de seguimiento al cumplimiento del Plan Estratégico de "
            "la CNIM.",
        ),
        "eat": (
            "semestral",
            "informes semestrales durante los dos (2) años siguientes (2025 -2026)",
        ),
        "sdp": ("semestral", "Seguimiento 2024-2"),
    }
    assert (dicen["eat"].periodicidad_desde_fecha, dicen["eat"].periodicidad_hasta_fecha) == (
        date(2025, 1, 1),
        date(2026, 12, 31),
    )


def test_un_corte_distinto_del_de_su_carpeta(fuentes: Path) -> None:
    texto = ficha(fuentes).read_text(encoding="utf-8")
    ficha(fuentes).write_text(texto.replace("2024-12-31", "2024-06-30"), encoding="utf-8")
    assert errores(fuentes) == [
        "sdp/2024-12-31/fuente.yml: corte_fecha es 2024-06-30 y la carpeta se llama 2024-12-31."
    ]


def test_un_documento_que_no_esta(fuentes: Path) -> None:
    (fuentes / "integra").rename(fuentes.parent / "integra")
    assert errores(fuentes) == ["integra/: falta el documento: no hay ninguna carpeta de corte."]


def test_la_huella_de_una_carpeta_de_csv_cubre_nombres_y_contenidos(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x\n1\n", encoding="utf-8")
    primera = sha256(tmp_path)
    (tmp_path / "a.csv").rename(tmp_path / "b.csv")
    segunda = sha256(tmp_path)
    (tmp_path / "b.csv").write_text("x\n2\n", encoding="utf-8")
    assert len({primera, segunda, sha256(tmp_path)}) == 3
