"""Lo que dicen los gráficos de los Centros Intégrate."""

import pandas as pd

from tablero.graficos import centros

SUMA = "Suma de centros; una persona puede contarse más de una vez."


def atencion(*filas: tuple[str, str, int | None]) -> pd.DataFrame:
    datos = pd.DataFrame(filas, columns=["centro_nombre", "etapa", "personas"])
    return datos.astype({"personas": "Int64"})


def por_dia(*filas: tuple[str, str, int | None, int | None, str | None]) -> pd.DataFrame:
    columnas = ["centro_nombre", "etapa", "personas", "dias_abiertos", "supuesto"]
    datos = pd.DataFrame(filas, columns=columnas).astype(
        {"personas": "Int64", "dias_abiertos": "Int64"}
    )
    return datos.assign(
        personas_por_dia=(datos["personas"] / datos["dias_abiertos"]).astype("Float64")
    )


def test_el_titulo_suma_los_dos_mayores() -> None:
    grafico = centros.atencion(
        atencion(
            ("Riohacha", "inicial", 60),
            ("Cúcuta", "inicial", 30),
            ("Soacha", "nuevo", 10),
            ("Acandí", "proyectado", None),
        )
    )
    assert grafico.titulo == (
        "Los centros de Riohacha y Cúcuta suman 90 personas atendidas: el 90\u00a0% de la suma de "
        "los 3 que informan"
    )
    assert list(grafico.datos["rotulo"]) == ["60", "30", "10", "sin dato (proyectado)"]
    assert list(grafico.datos["clase"]) == ["destaca", "destaca", "resto", "resto"]
    assert grafico.nota == SUMA
    assert "Acandí, sin dato (proyectado)" in grafico.alternativa
    assert SUMA in grafico.alternativa


def test_con_uno_o_dos_que_informan_no_hay_porcentaje() -> None:
    uno = centros.atencion(atencion(("Riohacha", "inicial", 1), ("Maicao", "nuevo", None)))
    dos = centros.atencion(atencion(("Necoclí", "nuevo", 10), ("Medellín", "inicial", 5)))
    assert uno.titulo == "El centro de Riohacha atendió a 1 persona"
    assert dos.titulo == "Los centros de Necoclí y Medellín suman 15 personas atendidas"


def test_si_nadie_informa_lo_dice() -> None:
    uno = centros.atencion(atencion(("Ipiales", "proyectado", None)))
    assert uno.titulo == "El centro de Ipiales no informa personas atendidas"


def test_por_ciudad_dice_cuantos_centros_y_que_parte() -> None:
    datos = pd.DataFrame(
        {
            "municipio_nombre": ["Bogotá, D.C.", "Necoclí", "Maicao"],
            "departamento_nombre": ["Bogotá, D.C.", "Antioquia", "La Guajira"],
            "centros": [3, 1, 1],
            "centros_con_reporte": [3, 1, 0],
            "personas": pd.array([25, 1, None], dtype="Int64"),
            "personas_parte_pct": [24.13, 0.008, None],
        }
    )
    grafico = centros.ciudades(datos)
    assert grafico.titulo == (
        "Bogotá, D.C., con 3 centros, suma 25 personas atendidas: 24\u00a0% de la suma del país"
    )
    assert list(grafico.datos["rotulo"]) == [
        "25 (24,1\u00a0%)",
        "1 (menos de 0,1\u00a0%)",
        "sin dato",
    ]
    assert "25 en 3 centros, 24,1\u00a0% de la suma del país" in grafico.alternativa
    assert "Maicao, sin dato (1 centro)" in grafico.alternativa


def test_a_la_suma_de_una_ciudad_se_le_dice_lo_que_le_falta() -> None:
    datos = pd.DataFrame(
        {
            "municipio_nombre": ["Bogotá, D.C.", "Necoclí"],
            "departamento_nombre": ["Bogotá, D.C.", "Antioquia"],
            "centros": [3, 2],
            "centros_con_reporte": [2, 1],
            "personas": pd.array([25, 1], dtype="Int64"),
            "personas_parte_pct": [25 / 26 * 100, 1 / 26 * 100],
        }
    )
    grafico = centros.ciudades(datos)
    assert grafico.titulo == (
        "Bogotá, D.C., donde informan 2 de 3 centros, suma 25 personas atendidas: 96\u00a0% de la "
        "suma del país"
    )
    assert list(grafico.datos["rotulo"]) == [
        "25 (96,2\u00a0%, informan 2 de 3 centros)",
        "1 (3,8\u00a0%, informa 1 de 2 centros)",
    ]


def test_por_dia_dice_la_cuenta_y_por_que_no_la_hay() -> None:
    grafico = centros.por_dia(
        por_dia(
            ("Riohacha", "inicial", 15890, 273, "todo el periodo"),
            ("Soacha", "nuevo", 644, 43, "desde su apertura"),
            ("Arauca", "nuevo", 51, None, "sin fecha"),
            ("Maicao", "nuevo", None, None, None),
            ("Acandí", "proyectado", None, None, None),
        )
    )
    assert grafico.titulo == (
        "El centro de Riohacha atendió a 58,2 personas por día abierto, si abrió todo el periodo; "
        "el nuevo con más, Soacha, a 15,0"
    )
    assert list(grafico.datos["rotulo"]) == [
        "58,2 (273 días, supuesto)",
        "15,0 (43 días)",
        "sin dato (sin fecha de apertura)",
        "sin dato (no informa personas)",
        "sin dato (todavía no abre)",
    ]


def test_por_dia_de_un_solo_centro_nuevo() -> None:
    grafico = centros.por_dia(por_dia(("Soacha", "nuevo", 644, 43, "desde su apertura")))
    assert grafico.titulo == "El centro de Soacha atendió a 15,0 personas por día abierto"


def test_por_dia_sin_ningun_dato() -> None:
    grafico = centros.por_dia(por_dia(("Arauca", "nuevo", 51, None, "sin fecha")))
    assert grafico.titulo.startswith("No se puede calcular")
