"""La lista de centros poblados se lee entera o se dice, con su línea, todo lo que está mal."""

from pathlib import Path

import pytest

from tablero.errores import ArchivoIlegible, ErroresDeDatos
from tablero.territorio.esquema.centros import Centro, leer_centros

CODIGOS = frozenset({"05001", "54001"})
BUENA = "05001,-75.58,6.25"


def escribir(carpeta: Path, *lineas: str, encabezado: str = "divipola,longitud,latitud") -> Path:
    ruta = carpeta / "centros.csv"
    ruta.write_text("\n".join([encabezado, *lineas]) + "\n", encoding="utf-8")
    return ruta


def test_se_leen_en_orden_y_con_columnas_de_mas(tmp_path: Path) -> None:
    ruta = escribir(
        tmp_path,
        '54001,"Cúcuta, la ciudad",7.9, -72.5',
        "",
        "05001,Medellín,6.25,-75.58",
        encabezado="\ufeffDIVIPOLA,nombre,Latitud, LONGITUD",
    )
    assert leer_centros(ruta, CODIGOS) == (
        Centro("05001", -75.58, 6.25),
        Centro("54001", -72.5, 7.9),
    )


@pytest.mark.parametrize(
    ("linea", "columna", "mensaje"),
    [
        (",-75.5,6.2", "divipola", "está vacía; todo lugar lleva código, longitud y latitud."),
        ("05001,,6.2", "longitud", "está vacía; todo lugar lleva código, longitud y latitud."),
        ("05001,-75.5, ", "latitud", "está vacía; todo lugar lleva código, longitud y latitud."),
        ("5001,-75.5,6.2", "divipola", "«5001» perdió sus ceros; escriba 05001."),
        (
            "99999,-75.5,6.2",
            "divipola",
            "«99999» no es un código DIVIPOLA de municipio (cinco dígitos).",
        ),
        (
            "Cúcuta,-75.5,6.2",
            "divipola",
            "«Cúcuta» no es un código DIVIPOLA de municipio (cinco dígitos).",
        ),
        (
            '05001,"-75,5",6.2',
            "longitud",
            "«-75,5» no es un número; escriba los grados con punto decimal: -75.5817.",
        ),
        (
            "05001,6.2,-75.5",
            "longitud",
            "«6.2» no está en Colombia; se espera entre −82 y −66 grados.",
        ),
        (
            "05001,-75.5,nan",
            "latitud",
            "«nan» no está en Colombia; se espera entre −5 y 16 grados.",
        ),
    ],
)
def test_cada_valor_malo_se_dice(tmp_path: Path, linea: str, columna: str, mensaje: str) -> None:
    with pytest.raises(ErroresDeDatos) as error:
        leer_centros(escribir(tmp_path, BUENA, linea), CODIGOS)
    assert str(error.value).splitlines()[0] == (
        f"centros.csv · línea 3 · columna «{columna}»: {mensaje}"
    )


def test_se_dicen_todos_los_errores_de_una_vez(tmp_path: Path) -> None:
    ruta = escribir(tmp_path, "x,-75.5,6.2", BUENA, "05001,0,")
    with pytest.raises(ErroresDeDatos) as error:
        leer_centros(ruta, CODIGOS)
    assert [(e.archivo, e.columna) for e in error.value.errores] == [
        ("centros.csv · línea 2", "divipola"),
        ("centros.csv · línea 4", "longitud"),
        ("centros.csv · línea 4", "latitud"),
    ]


def test_falta_una_columna(tmp_path: Path) -> None:
    ruta = escribir(tmp_path, BUENA, encabezado="codigo,longitud,latitud")
    with pytest.raises(ArchivoIlegible) as error:
        leer_centros(ruta, CODIGOS)
    assert str(error.value) == (
        "centros.csv · línea 1: falta la columna divipola; se espera un CSV separado por comas con "
        "las columnas divipola, longitud, latitud."
    )


@pytest.mark.parametrize(
    ("contenido", "mensaje"),
    [
        (b"", "falta la columna divipola y la columna longitud y la columna latitud"),
        (b"divipola;longitud;latitud\n05001;1;2\n", "se espera un CSV separado por comas"),
        (b"divipola,longitud,latitud\n", "no trae ningún lugar debajo del encabezado."),
        (
            b"divipola,longitud,latitud\n05001,-75.5\n",
            "línea 2: tiene 2 valores y el encabezado, 3",
        ),
        (b"divipola,longitud,latitud\n05001,-75.5,6\xff\n", "no está en UTF-8"),
        (b'divipola,longitud,latitud\n"05001"x,1,2\n', "línea 2: no es un CSV bien formado"),
    ],
)
def test_un_archivo_que_no_es_la_lista(tmp_path: Path, contenido: bytes, mensaje: str) -> None:
    ruta = tmp_path / "centros.csv"
    ruta.write_bytes(contenido)
    with pytest.raises(ArchivoIlegible) as error:
        leer_centros(ruta, CODIGOS)
    assert mensaje in str(error.value)


def test_un_archivo_que_no_existe(tmp_path: Path) -> None:
    with pytest.raises(ArchivoIlegible, match="no se puede leer") as error:
        leer_centros(tmp_path / "no.csv", CODIGOS)
    assert error.value.codigo_salida == 4
