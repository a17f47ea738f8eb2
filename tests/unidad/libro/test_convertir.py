"""De una celda a un valor: lo exacto pasa, lo demás se dice."""

import math
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ConfigDict, TypeAdapter

from tablero.libro.convertir import (
    FORMA_DEL_PATRON,
    ValorNoValido,
    citar,
    convertir,
    interpretar,
    vacia,
)
from tablero.modelo import TABLAS, Columna, Tabla
from tablero.modelo.centros import CentroIntegrate
from tablero.modelo.cifras import Cifra
from tablero.modelo.cnim import Transferencia
from tablero.modelo.politica import PoliticaProducto
from tablero.respuestas.libro_de_la_sesion.hojas import HOJAS
from tablero.texto import codigo, limpiar


def _columna(tabla: type[Tabla], nombre: str) -> Columna:
    return next(c for c in tabla.columnas_libro() if c.nombre == nombre)


TEXTO = _columna(Transferencia, "resolucion")
OPCION = _columna(Transferencia, "estado")
ENTERO = _columna(Transferencia, "valor_cop")
CIFRA_OPCIONAL = _columna(Cifra, "precision")
OPCIONAL = _columna(Transferencia, "departamento_publicado")
FECHA = _columna(Transferencia, "corte_fecha")
DECIMAL = _columna(Cifra, "valor")
LOGICO = _columna(CentroIntegrate, "es_piloto")
PESO = _columna(PoliticaProducto, "ponderacion_pct")
PRODUCTO = _columna(PoliticaProducto, "producto_codigo")
CITA = _columna(Cifra, "cita")

DE_CELDA = [
    (TEXTO, "  001 de 2025 ", "001 de 2025"),
    (TEXTO, "dos  espacios\ny un salto", "dos espacios y un salto"),
    (TEXTO, "Nari\u006e\u0303o", "Nariño"),
    (OPCION, "girado", "girado"),
    (ENTERO, 1234567890.0, 1234567890),
    (ENTERO, 999_999_999_999_999.0, 999_999_999_999_999),
    (ENTERO, 0, 0),
    (DECIMAL, 52.05, 52.05),
    (DECIMAL, 3, 3.0),
    (DECIMAL, -0.15, -0.15),
    (FECHA, date(2024, 12, 31), date(2024, 12, 31)),
    (FECHA, datetime(2024, 12, 31), date(2024, 12, 31)),
    (FECHA, " 2024-12-31 ", date(2024, 12, 31)),
    (LOGICO, "sí", True),
    (LOGICO, "no", False),
    (LOGICO, True, True),
    (PESO, 100.0, 100.0),
    (PRODUCTO, "1.1.4", "1.1.4"),
    (CITA, " ".join(["palabra"] * 15), " ".join(["palabra"] * 15)),
    (OPCIONAL, "", None),
    (OPCIONAL, " \t\u00a0", None),
    (OPCIONAL, None, None),
    (CIFRA_OPCIONAL, "", None),
]


@pytest.mark.parametrize(("columna", "celda", "esperado"), DE_CELDA)
def test_lo_exacto_pasa_con_su_tipo(columna: Columna, celda: Any, esperado: Any) -> None:
    leido = convertir(celda, columna)
    assert leido == esperado
    assert type(leido) is type(esperado)


RECHAZADOS = [
    (TEXTO, None, "está vacía y es obligatoria."),
    (TEXTO, 7.0, "«7» es un número; escríbalo como texto, con todos sus ceros."),
    (TEXTO, True, "«VERDADERO» es un valor lógico; escríbalo como texto."),
    (TEXTO, time(10, 30), "«10:30:00» es una hora; escríbalo como texto."),
    (TEXTO, "#N/A", "tiene el error #N/A; corrija la fórmula o escriba el valor."),
    (TEXTO, "Err:502", "tiene el error Err:502; corrija la fórmula o escriba el valor."),
    (OPCION, "Girado", "«Girado» no es válido; use: girado, desistido."),
    (OPCION, 1.0, "«1» no es válido; use: girado, desistido."),
    (ENTERO, 2.5, "«2,5» tiene decimales; se espera un número entero."),
    (
        ENTERO,
        "1.250",
        "«1.250» está guardado como texto; escríbalo como número, sin puntos de miles ni signos.",
    ),
    (
        ENTERO,
        "50 %",
        "«50 %» está guardado como texto; escríbalo como número, sin puntos de miles ni signos.",
    ),
    (
        CIFRA_OPCIONAL,
        "\u00a0",
        "«⟨espacio duro⟩» no tiene nada que se vea; si no hay dato, borre la celda.",
    ),
    (ENTERO, "varios", "«varios» no es un número."),
    (ENTERO, -1, "«-1» no es válido; el mínimo es 0."),
    (
        ENTERO,
        1e15,
        "«1000000000000000» tiene más de 15 cifras y una hoja de cálculo no las guarda todas.",
    ),
    (DECIMAL, False, "«FALSO» es un valor lógico; se espera un número."),
    (DECIMAL, date(2024, 1, 1), "«2024-01-01» es una fecha; se espera un número."),
    (DECIMAL, timedelta(hours=30), "«1 day, 6:00:00» es una hora; se espera un número."),
    (DECIMAL, math.inf, "no es un número finito."),
    (PESO, 0.0, "«0» no es válido; debe ser mayor que 0."),
    (PESO, 100.5, "«100,5» no es válido; el máximo es 100."),
    (FECHA, 45657.0, "«45657» es un número; se espera una fecha AAAA-MM-DD."),
    (FECHA, "20241231", "«20241231» no es una fecha AAAA-MM-DD; escríbala así: 2024-12-31."),
    (FECHA, "2024-02-30", "«2024-02-30» no existe en el calendario."),
    (FECHA, date(1899, 12, 30), "«1899-12-30» no es una fecha entre 1990 y 2100."),
    (FECHA, datetime(1904, 1, 1), "«1904-01-01 00:00:00» no es una fecha entre 1990 y 2100."),
    (FECHA, "2924-12-31", "«2924-12-31» no es una fecha entre 1990 y 2100."),
    (LOGICO, "si", "«si» no es válido; use: sí, no."),
    (LOGICO, "true", "«true» no es válido; use: sí, no."),
    (LOGICO, 1.0, "«1» no es válido; use: sí, no."),
    (
        PRODUCTO,
        "1.1",
        "«1.1» no tiene la forma esperada: tres números con puntos y sin ceros delante, como "
        "1.1.4.",
    ),
    (
        PRODUCTO,
        "01.1.4",
        "«01.1.4» no tiene la forma esperada: tres números con puntos y sin ceros delante, como "
        "1.1.4.",
    ),
    (
        PRODUCTO,
        "1.1.2020",
        "«1.1.2020» no tiene la forma esperada: tres números con puntos y sin ceros delante, como "
        "1.1.4.",
    ),
    (TEXTO, "", "está vacía y es obligatoria."),
]


@pytest.mark.parametrize(("columna", "celda", "mensaje"), RECHAZADOS)
def test_lo_demas_se_dice(columna: Columna, celda: Any, mensaje: str) -> None:
    with pytest.raises(ValorNoValido) as error:
        convertir(celda, columna)
    assert str(error.value) == mensaje


DE_CSV = [
    (TEXTO, "007", "007"),
    (ENTERO, "1234567890", 1234567890),
    (DECIMAL, "-0.15", -0.15),
    (DECIMAL, "1e-3", 0.001),
    (FECHA, "2024-12-31", date(2024, 12, 31)),
    (LOGICO, "true", True),
    (LOGICO, "false", False),
    (LOGICO, "sí", True),
    (OPCIONAL, "", None),
]


@pytest.mark.parametrize(("columna", "texto", "esperado"), DE_CSV)
def test_csv_lo_exacto_pasa_con_su_tipo(columna: Columna, texto: str, esperado: Any) -> None:
    leido = interpretar(texto, columna)
    assert leido == esperado
    assert type(leido) is type(esperado)


DE_OTRO_ALFABETO = (
    "tiene una letra o una cifra de otro alfabeto (٣ U+0663), que se ve como una del nuestro; "
    "bórrela y escríbala con el teclado."
)
SOLO_DIGITOS = "escriba solo dígitos, sin puntos ni comas."
CON_PUNTO = "escriba solo dígitos y, si hace falta, punto decimal."
CSV_RECHAZADOS = [
    (ENTERO, "1.250", f"«1.250» no es un número entero; {SOLO_DIGITOS}"),
    (ENTERO, "007", f"«007» no es un número entero; {SOLO_DIGITOS}"),
    (ENTERO, "3.0", f"«3.0» no es un número entero; {SOLO_DIGITOS}"),
    (ENTERO, "1_000", f"«1_000» no es un número entero; {SOLO_DIGITOS}"),
    (ENTERO, "٣", f"«⟨٣ U+0663⟩» {DE_OTRO_ALFABETO}"),
    (ENTERO, "9" * 100, f"«{'9' * 59}…» tiene más de 15 cifras."),
    (DECIMAL, "52,05", f"«52,05» no es un número; {CON_PUNTO}"),
    (DECIMAL, "1,588.5", f"«1,588.5» no es un número; {CON_PUNTO}"),
    (DECIMAL, "nan", f"«nan» no es un número; {CON_PUNTO}"),
    (DECIMAL, "1e999", "no es un número finito."),
    (FECHA, "31/12/2024", "«31/12/2024» no es una fecha AAAA-MM-DD; escríbala así: 2024-12-31."),
    (LOGICO, "TRUE", "«TRUE» no es válido; use: sí, no."),
]


@pytest.mark.parametrize(("columna", "texto", "mensaje"), CSV_RECHAZADOS)
def test_csv_lo_demas_se_dice(columna: Columna, texto: str, mensaje: str) -> None:
    with pytest.raises(ValorNoValido) as error:
        interpretar(texto, columna)
    assert str(error.value) == mensaje


def test_un_valor_largo_se_recorta_a_sesenta_caracteres() -> None:
    assert citar("x" * 60) == f"«{'x' * 60}»"
    assert citar("x" * 61) == f"«{'x' * 59}…»"


def test_lo_que_no_se_ve_se_muestra() -> None:
    assert citar("a\u200bb\nc") == "«a⟨espacio de ancho cero⟩b⟨salto de línea⟩c»"


def test_un_texto_largo_de_signos_no_demora() -> None:
    with pytest.raises(ValorNoValido, match="no es un número"):
        convertir("-" + " " * 30_000 + "x", ENTERO)


def test_cada_patron_del_modelo_se_sabe_decir() -> None:
    todas = (*TABLAS, *HOJAS)
    patrones = {c.patron for t in todas for c in t.columnas_libro() if c.patron}
    assert patrones == set(FORMA_DEL_PATRON)


COLUMNAS = [(t, c) for t in (*TABLAS, *HOJAS) for c in t.columnas_libro()]
CELDAS = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.sampled_from(["girado", "sí", "1.1.4", "05001", "clave_1", "2024-12-31", "#REF!"]),
    st.integers(-10, 10),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.timedeltas(),
    st.times(),
)


@given(st.sampled_from(COLUMNAS), CELDAS)
@example((Transferencia, OPCION), "girado")
def test_lo_que_pasa_lo_acepta_el_modelo(par: tuple[type[Tabla], Columna], celda: Any) -> None:
    tabla, columna = par
    try:
        leido = convertir(celda, columna)
    except ValorNoValido:
        return
    campo = tabla.model_fields[columna.nombre]
    adaptador: TypeAdapter[Any] = TypeAdapter(
        Annotated[campo.annotation, campo], config=ConfigDict(strict=True, allow_inf_nan=False)
    )
    assert adaptador.validate_python(leido) == leido


@given(st.sampled_from(COLUMNAS), st.text(max_size=30))
def test_lo_que_pasa_de_un_csv_es_lo_escrito(par: tuple[type[Tabla], Columna], texto: str) -> None:
    _, columna = par
    try:
        leido = interpretar(texto, columna)
    except ValorNoValido:
        return
    if leido is None:
        assert vacia(texto)
    elif columna.tipo is str:
        assert leido == (codigo if columna.es_codigo else limpiar)(texto)
    else:
        assert isinstance(leido, columna.tipo)
