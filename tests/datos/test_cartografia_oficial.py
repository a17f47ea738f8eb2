"""El lector de la cartografía oficial: cada edición, cada formato y lo que se acomoda y se dice."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas
import pytest
import shapely
from fabrica_cartografia import (
    AREA,
    CODIGOS,
    MUNICIPIOS,
    capa,
    carpeta_de_cartografia,
    cuadro,
    empaquetar,
    escribir,
    mono,
)

from tablero.territorio.cartografia import Cartografia, leer_ficha, municipios, vigente
from tablero.territorio.oficial import comprobar
from tablero.territorio.oficial.instalar import SIN_DECLARAR, instalar, quitar
from tablero.territorio.oficial.registro import huella

Instalar = Callable[..., Cartografia]

FRASES_SIN_NOVEDAD = (
    "6 municipios con área, de 6.",
    "Cabeceras dentro de su área: 6 de 6.",
    SIN_DECLARAR,
)


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    """La carpeta de la cartografía, todavía sin nada."""
    return carpeta_de_cartografia(tmp_path / "shapefiles")


@pytest.fixture
def basta_con_pocos(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deja instalar lo incompleto: en un país de seis municipios, uno es mucho."""
    monkeypatch.setattr(comprobar, "MUNICIPIOS_MINIMO", 0.1)
    monkeypatch.setattr(comprobar, "PAIS_MINIMO", 0.1)


@pytest.fixture
def instalada(carpeta: Path) -> Callable[[Path], tuple[str, ...]]:
    """Instala un archivo, comprueba que lo instalado es una cobertura y da lo que se dijo."""

    def hacer(ruta: Path) -> tuple[str, ...]:
        dicho: list[str] = []
        en_uso = instalar(ruta, carpeta, MUNICIPIOS, dicho.append)
        areas = municipios(carpeta).geometry.to_numpy()
        assert en_uso == vigente(carpeta)
        assert en_uso.procedencia == "sin declarar"
        assert shapely.is_valid(areas).all()
        assert shapely.coverage_is_valid(areas)
        assert shapely.union_all(areas).area == pytest.approx(shapely.area(areas).sum())
        assert dicho[0] == f"Leyendo {ruta.name}…"
        return tuple(frase.strip() for frase in dicho[1:])

    return hacer


def areas_de(carpeta: Path) -> dict[str, float]:
    areas = municipios(carpeta)
    return dict(
        zip(areas["municipio_codigo"], shapely.area(areas.geometry.to_numpy()), strict=True)
    )


COMPLETAS = pytest.approx(dict.fromkeys(CODIGOS, AREA))


@pytest.mark.parametrize(
    ("nombre", "rotulo"),
    [
        ("mpio.shp", "mpio.shp"),
        ("mpio.zip", "MGN/ADMINISTRATIVO/mpio.shp"),
        ("mpio.gpkg", "mpio.gpkg"),
        ("mpio.geojson", "mpio.geojson"),
        ("mpio.topojson", "mpio.topojson"),
    ],
)
def test_cada_formato(
    nombre: str, rotulo: str, tmp_path: Path, carpeta: Path, instalada: Any
) -> None:
    ruta = escribir(capa(), tmp_path / nombre)
    dicho = instalada(ruta)
    assert areas_de(carpeta) == COMPLETAS
    assert dicho[0] == f"Capa: {rotulo}; código en «MPIO_CDPMP»."
    assert dicho[-3:] == FRASES_SIN_NOVEDAD
    ficha = leer_ficha(carpeta)
    assert ficha is not None
    assert (ficha.original, ficha.original_sha256) == (nombre, huella(ruta))
    assert (ficha.crs, ficha.ausentes, ficha.sobrantes) == ("EPSG:4326", (), ())
    assert ficha.informe == dicho


def test_un_json_se_reconoce_por_dentro(tmp_path: Path, carpeta: Path, instalada: Any) -> None:
    uno = escribir(capa(), tmp_path / "uno.topojson").rename(tmp_path / "uno.json")
    instalada(uno)
    assert areas_de(carpeta) == COMPLETAS
    otro = escribir(capa(areas=[cuadro(i, alto=2) for i in range(6)]), tmp_path / "otro.geojson")
    instalada(otro.rename(tmp_path / "otro.json"))
    assert areas_de(carpeta) == pytest.approx(dict.fromkeys(CODIGOS, 2 * AREA))


@pytest.mark.parametrize("crs", [4326, 4686, 9377, 3857, 3116, 32618])
@pytest.mark.parametrize("formato", ["shp", "gpkg"])
def test_cada_sistema_de_coordenadas(
    crs: int, formato: str, tmp_path: Path, carpeta: Path, instalada: Any
) -> None:
    dicho = instalada(escribir(capa(crs=crs), tmp_path / f"mpio.{formato}"))
    assert areas_de(carpeta) == pytest.approx(dict.fromkeys(CODIGOS, AREA), rel=2e-3)
    ficha = leer_ficha(carpeta)
    assert ficha is not None
    assert ficha.crs == f"EPSG:{crs}"
    assert (f"Se pasó de EPSG:{crs} a EPSG:4326." in dicho) == (crs != 4326)


@pytest.mark.parametrize(
    ("campos", "columna", "completadas"),
    [
        ({"mpio_cdpmp": CODIGOS}, "mpio_cdpmp", 0),
        ({"Mpio_Ccnct": CODIGOS}, "Mpio_Ccnct", 0),
        (
            {"DPTO_CCDGO": [c[:2] for c in CODIGOS], "MPIO_CCDGO": [c[2:] for c in CODIGOS]},
            "DPTO_CCDGO + MPIO_CCDGO",
            0,
        ),
        ({"NOMBRE": list("abcdef"), "COD_DANE": [int(c) for c in CODIGOS]}, "COD_DANE", 3),
    ],
)
def test_cada_forma_del_codigo(
    campos: Mapping[str, Sequence[Any]],
    columna: str,
    completadas: int,
    carpeta: Path,
    instalada: Any,
) -> None:
    dicho = instalada(escribir(capa(campos), carpeta.parent / "mpio.shp"))
    assert areas_de(carpeta) == COMPLETAS
    assert dicho[0] == f"Capa: mpio.shp; código en «{columna}»."
    frase = f"El código venía sin sus ceros a la izquierda en {completadas} filas; se completó."
    assert (frase in dicho) == bool(completadas)


@pytest.mark.parametrize(
    ("nombre", "campos", "esquema"),
    [
        ("MGN_2023.gpkg", {"MPIO_NANO": [2025] * 6}, "MGN 2025"),
        ("MGN_2023.gpkg", {"MPIO_NANO": [2025] * 5 + [2024]}, "MGN"),
        ("MGN_2018_mpio.gpkg", {"DPTO_CCDGO": [c[:2] for c in CODIGOS]}, "MGN"),
        ("MGN_2018_mpio.gpkg", {}, ""),
    ],
)
def test_el_esquema_no_dice_de_quien_es(
    nombre: str,
    campos: Mapping[str, Sequence[Any]],
    esquema: str,
    carpeta: Path,
    instalada: Any,
) -> None:
    """Cualquiera puede escribir esas columnas, o poner un año en el nombre del archivo."""
    instalada(escribir(capa({"MPIO_CDPMP": CODIGOS, **campos}), carpeta.parent / nombre))
    ficha = leer_ficha(carpeta)
    assert ficha is not None
    assert (ficha.procedencia, ficha.fuente, ficha.esquema) == ("sin declarar", "", esquema)
    con = f", con el esquema del {esquema}" if esquema else ""
    assert ficha.titulo == f"Límites municipales sin procedencia declarada{con}"
    assert ficha.credito == (
        f"{ficha.titulo} (archivo «{nombre}»); simplificados para verlos en pantalla."
    )


def test_un_dbf_sin_cpg_es_utf8(tmp_path: Path, carpeta: Path, instalada: Any) -> None:
    campos = {"MPIO_CDPMP": CODIGOS, "MPIO_CNMBR": ["NARIÑO"] * 6}
    ruta = escribir(capa(campos), tmp_path / "mpio.shp", encoding="UTF-8")
    ruta.with_suffix(".cpg").unlink()
    assert instalada(ruta)[1:] == FRASES_SIN_NOVEDAD


def test_un_dbf_que_no_es_utf8_se_lee_en_latin1_y_se_dice(
    tmp_path: Path, carpeta: Path, instalada: Any
) -> None:
    campos = {"MPIO_CDPMP": CODIGOS, "MPIO_CNMBR": ["NARIÑO"] * 6}
    ruta = escribir(capa(campos), tmp_path / "mpio.shp", encoding="ISO-8859-1")
    ruta.with_suffix(".cpg").unlink()
    assert instalada(ruta)[1] == (
        "Los textos del .dbf no están en UTF-8; se leyeron en Latin-1 (los nombres no se usan para "
        "unir)."
    )
    assert areas_de(carpeta) == COMPLETAS


@pytest.mark.parametrize("cpg", ["UTF-8", "65001", "1252", "klingon", ""])
def test_lo_que_diga_el_cpg(cpg: str, tmp_path: Path, carpeta: Path, instalada: Any) -> None:
    ruta = escribir(capa(), tmp_path / "mpio.shp")
    ruta.with_suffix(".cpg").write_text(cpg)
    instalada(ruta)
    assert areas_de(carpeta) == COMPLETAS


def test_hermanos_en_mayuscula_y_sin_indice(tmp_path: Path, carpeta: Path, instalada: Any) -> None:
    ruta = escribir(capa(), tmp_path / "mpio.shp")
    ruta.with_suffix(".shx").unlink()
    for parte in list(tmp_path.glob("mpio.*")):
        parte.rename(tmp_path / f"MPIO{parte.suffix.upper()}")
    antes = sorted(p.name for p in tmp_path.iterdir())
    dicho = instalada(tmp_path / "MPIO.SHP")
    assert dicho[1] == "Faltaba el .shx (el índice del .shp); se rehízo en la copia."
    assert areas_de(carpeta) == COMPLETAS
    assert sorted(p.name for p in tmp_path.iterdir()) == antes


def test_sin_prj_en_grados_de_colombia(tmp_path: Path, carpeta: Path, instalada: Any) -> None:
    ruta = escribir(capa(), tmp_path / "mpio.shp")
    ruta.with_suffix(".prj").unlink()
    dicho = instalada(ruta)
    assert areas_de(carpeta) == COMPLETAS
    assert dicho[1] == (
        "No declara sistema de coordenadas; son grados de Colombia y se toman como EPSG:4326."
    )


@pytest.mark.usefixtures("basta_con_pocos")
def test_un_codigo_en_varias_filas_se_une(tmp_path: Path, carpeta: Path, instalada: Any) -> None:
    codigos = [*CODIGOS[:5], "54001"]
    dicho = instalada(escribir(capa({"MPIO_CDPMP": codigos}), tmp_path / "mpio.gpkg"))
    esperadas = {**dict.fromkeys(CODIGOS[:4], AREA), "54001": 2 * AREA}
    assert areas_de(carpeta) == pytest.approx(esperadas)
    assert "1 código venía en varias filas (2); se unieron: 54001." in dicho
    assert vigente(carpeta).ausentes == ("94663",)


def test_un_mono_se_repara_y_se_cuenta(tmp_path: Path, carpeta: Path, instalada: Any) -> None:
    areas = [*(cuadro(i) for i in range(5)), mono(5)]
    dicho = instalada(escribir(capa(areas=areas), tmp_path / "mpio.gpkg"))
    assert areas_de(carpeta) == pytest.approx(
        {**dict.fromkeys(CODIGOS[:5], AREA), "94663": AREA / 2}
    )
    assert "1 área no válida se reparó: 94663." in dicho


def test_un_traslape_se_quita_y_se_dice(tmp_path: Path, carpeta: Path, instalada: Any) -> None:
    # La segunda invade la mitad oriental de la primera: juntas cubren lo mismo que sin traslape.
    invasora = shapely.union_all([cuadro(0.5), cuadro(1)])
    areas = [cuadro(0), invasora, *(cuadro(i) for i in range(2, 6))]
    dicho = instalada(escribir(capa(areas=areas), tmp_path / "mpio.gpkg"))
    assert areas_de(carpeta) == COMPLETAS
    assert dicho[1] == (
        "Los bordes de 2 áreas no casaban con los de sus vecinas y se ajustaron: 05001 y 05002."
    )


@pytest.mark.usefixtures("basta_con_pocos")
def test_un_area_tapada_por_otra_se_dice(tmp_path: Path, carpeta: Path, instalada: Any) -> None:
    areas = [cuadro(0), cuadro(0), *(cuadro(i) for i in range(2, 6))]
    dicho = instalada(escribir(capa(areas=areas), tmp_path / "mpio.gpkg"))
    assert "Sin área al quitar los traslapes: 05002." in dicho
    assert vigente(carpeta).ausentes == ("05002",)
    assert sum(areas_de(carpeta).values()) == pytest.approx(5 * AREA)


@pytest.mark.usefixtures("basta_con_pocos")
def test_lo_ausente_y_lo_sobrante_se_dicen(tmp_path: Path, carpeta: Path, instalada: Any) -> None:
    codigos = ("05001", "05002", "08001", None, "54001", "94888")
    dicho = instalada(escribir(capa({"MPIO_CDPMP": codigos}), tmp_path / "mpio.gpkg"))
    assert vigente(carpeta).ausentes == ("27493", "94663")
    assert vigente(carpeta).sobrantes == ("94888",)
    assert set(areas_de(carpeta)) == {"05001", "05002", "08001", "54001"}
    assert dicho[1:] == (
        "1 fila no trae código y no se dibuja.",
        "4 municipios con área, de 6.",
        "Cabeceras dentro de su área: 4 de 4.",
        "Sin área en este archivo: 27493 y 94663.",
        "No están en la DIVIPOLA y no se dibujan: 94888.",
        SIN_DECLARAR,
    )
    assert vigente(carpeta).credito.endswith(" Faltan 2 de los 6 municipios: no se dibujan.")


@pytest.mark.usefixtures("basta_con_pocos")
def test_una_fila_sin_poligono_se_dice(tmp_path: Path, carpeta: Path, instalada: Any) -> None:
    areas = [None, shapely.Point(-74.7, 5.1), *(cuadro(i) for i in range(2, 6))]
    dicho = instalada(escribir(capa(areas=areas), tmp_path / "mpio.geojson"))
    assert "2 filas no traen ningún polígono: 05001 y 05002." in dicho
    assert vigente(carpeta).ausentes == ("05001", "05002")


def test_con_altura_y_con_lineas_sueltas(tmp_path: Path, carpeta: Path, instalada: Any) -> None:
    suelta = shapely.LineString([(-75, 5), (-74, 6)])
    areas = [
        shapely.force_3d(cuadro(0), 2600),
        shapely.GeometryCollection([cuadro(1), suelta]),
        *(cuadro(i) for i in range(2, 6)),
    ]
    instalada(escribir(capa(areas=areas), tmp_path / "mpio.geojson"))
    assert areas_de(carpeta) == COMPLETAS


def test_un_gpkg_con_varias_capas(tmp_path: Path, carpeta: Path, instalada: Any) -> None:
    ruta = tmp_path / "mgn.gpkg"
    puntos = [area.centroid for area in capa().geometry]
    repetida = capa({"MPIO_CDPMP": [c for c in CODIGOS for _ in range(2)]})
    escribir(capa({"DPTO_CCDGO": ["05", "08"]}), ruta, layer="departamentos")
    escribir(capa(areas=puntos), ruta, layer="cabeceras")
    escribir(repetida, ruta, layer="sectores")
    escribir(capa(), ruta, layer="municipios")
    dicho = instalada(ruta)
    assert dicho[0] == "Capa: mgn.gpkg, capa «municipios»; código en «MPIO_CDPMP»."
    assert areas_de(carpeta) == COMPLETAS


def test_un_zip_con_varios_niveles(tmp_path: Path, carpeta: Path, instalada: Any) -> None:
    niveles = {"DPTO": capa({"DPTO_CCDGO": ["05", "08"]}), "MPIO": capa()}
    for nombre, tabla in niveles.items():
        escribir(tabla, tmp_path / f"{nombre}.shp")
    partes = {f"MGN/{p.name}": p for p in tmp_path.glob("*PIO.*")}
    partes |= {f"MGN/{p.name}": p for p in tmp_path.glob("DPTO.*")}
    extra = {"__MACOSX/MGN/._MPIO.shp": b"x", "LEEME.txt": b"x", "ROTO/a.gpkg": b"x"}
    dicho = instalada(empaquetar(tmp_path / "MGN2025.zip", {**partes, **extra}))
    assert dicho[:2] == (
        "Capa: MGN/MPIO.shp; código en «MPIO_CDPMP».",
        "No se pudo leer ROTO/a.gpkg: no es un .gpkg: por dentro es otra clase de archivo, o está "
        "dañado.",
    )
    assert areas_de(carpeta) == COMPLETAS


@pytest.mark.parametrize("dentro", ["mpio.gpkg", "mpio.geojson"])
def test_un_zip_con_otro_formato_dentro(
    dentro: str, tmp_path: Path, carpeta: Path, instalada: Any
) -> None:
    archivo = escribir(capa(), tmp_path / dentro)
    instalada(empaquetar(tmp_path / "mgn.zip", {f"a/b/{dentro}": archivo}))
    assert areas_de(carpeta) == COMPLETAS


@pytest.mark.usefixtures("basta_con_pocos")
def test_se_simplifica_con_los_bordes_compartidos(
    tmp_path: Path, carpeta: Path, instalada: Any
) -> None:
    # Un borde común con mil quiebres de 5 m: sobra casi todo, y a los dos lados por igual.
    quiebres = [(-74.8 + (i % 2) * 0.00005, 5.0 + i * 0.0002) for i in range(1001)]
    izquierda = shapely.Polygon([(-75, 5), *quiebres, (-75, 5.2)])
    derecha = shapely.Polygon([(-74.6, 5.2), *reversed(quiebres), (-74.6, 5)])
    campos = {"MPIO_CDPMP": CODIGOS[:2]}
    instalada(escribir(capa(campos, [izquierda, derecha]), tmp_path / "mpio.gpkg"))
    areas = municipios(carpeta).geometry.to_numpy()
    assert shapely.get_num_coordinates(areas).max() < 20
    assert shapely.area(areas) == pytest.approx([AREA, AREA], rel=1e-3)
    assert shapely.length(shapely.intersection(*areas)) == pytest.approx(0.2, rel=1e-3)


@pytest.mark.usefixtures("basta_con_pocos")
def test_otra_edicion_reemplaza_a_la_anterior(
    tmp_path: Path, carpeta: Path, instalada: Any
) -> None:
    instalada(escribir(capa(), tmp_path / "MGN2024.gpkg"))
    instalada(escribir(capa({"MPIO_CDPMP": CODIGOS[:5]}), tmp_path / "MGN2025.gpkg"))
    assert "(archivo «MGN2025.gpkg»)" in vigente(carpeta).credito
    assert len(municipios(carpeta)) == 5
    assert len(list((carpeta / "instalada").glob("*.geojson"))) == 1


def test_instalar_dos_veces_da_lo_mismo(tmp_path: Path, carpeta: Path, instalada: Any) -> None:
    ruta = escribir(capa(), tmp_path / "MGN2024.gpkg")
    instalada(ruta)
    archivos = {p.name: p.read_bytes() for p in (carpeta / "instalada").iterdir()}
    instalada(ruta)
    assert {p.name: p.read_bytes() for p in (carpeta / "instalada").iterdir()} == archivos


def test_quitar(tmp_path: Path, carpeta: Path, instalada: Any) -> None:
    assert not quitar(carpeta)
    instalada(escribir(capa(), tmp_path / "MGN2024.gpkg"))
    assert quitar(carpeta)
    assert leer_ficha(carpeta) is None
    assert list((carpeta / "instalada").glob("*.geojson")) == []


def test_lo_instalado_lo_lee_cualquiera(tmp_path: Path, carpeta: Path, instalada: Any) -> None:
    instalada(escribir(capa(crs=9377), tmp_path / "MGN2024.shp"))
    leido = geopandas.read_file(vigente(carpeta).archivo)
    assert set(leido["municipio_codigo"]) == set(CODIGOS)
