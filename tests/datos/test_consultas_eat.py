"""Las respuestas sobre la estrategia territorial, con las cifras de su documento."""

import pytest

from tablero.consultas import eat, listas, transferencias
from tablero.consultas.base import Base

TODO: dict[str, str | None] = {"departamento": None, "municipio": None}


def test_los_34_en_su_orden_publicado(base: Base) -> None:
    resultado = eat.priorizados(base, **TODO)
    datos = resultado.datos
    assert list(datos["orden"]) == list(range(1, 35))
    assert list(datos["municipio_codigo"])[:3] == ["54553", "99001", "81001"]
    assert datos["municipio_nombre"].iloc[-1] == "Jamundí"
    assert set(datos["priorizados_total"]) == {34}
    assert resultado.nivel == "publicado"
    assert resultado.fuentes[0].ubicaciones == ("Tabla 2",)


def test_los_priorizados_de_un_territorio(base: Base) -> None:
    arauca = eat.priorizados(base, departamento="Arauca", municipio=None).datos
    filas = zip(arauca["orden"], arauca["municipio_nombre"], arauca["cluster_numero"], strict=True)
    assert list(filas) == [(3, "Arauca", 12), (4, "Tame", 12), (6, "Saravena", 12)]
    assert set(arauca["priorizados_total"]) == {34}
    cucuta = eat.priorizados(base, departamento="Norte de Santander", municipio="54001")
    assert cucuta.fila["orden"] == 16
    assert eat.priorizados(base, departamento="Amazonas", municipio=None).esta_vacio


def test_por_departamento_suman_34(base: Base) -> None:
    resultado = eat.por_departamento(base)
    conteo = dict(
        zip(resultado.datos["departamento_nombre"], resultado.datos["municipios"], strict=True)
    )
    assert sum(conteo.values()) == 34
    assert len(conteo) == 14
    assert (conteo["Antioquia"], conteo["Norte de Santander"], conteo["Vichada"]) == (5, 5, 1)
    assert resultado.nivel == "calculado"


def test_el_indice(base: Base) -> None:
    indicadores = eat.indicadores(base).datos
    assert (indicadores["componente"].nunique(), len(indicadores)) == (7, 9)
    assert len(listas.enunciados(base, listas=("ipt_rasgos",)).datos) == 5
    fila = eat.hallazgos(base).fila
    assert fila["alta_municipios"] == 34
    assert (fila["media_o_mas_municipios"], fila["media_o_mas_pct"]) == (448, 41.1)
    assert (fila["frontera_municipios"], fila["bajo_pct"]) == (16, 8.3)
    assert fila["bajo_cita"] == "Solo el 8,3% de los municipios del país"


def test_el_contexto(base: Base) -> None:
    contexto = eat.contexto(base).datos.set_index("cifra_codigo")["valor"]
    assert contexto["eat_migrantes_total"] == 2_875_743
    assert contexto["eat_migrantes_irregular"] == 503_682
    assert contexto["eat_concentracion_antioquia_pct"] == 13.7
    assert (contexto["eat_pdt_departamentos_pct"], contexto["eat_pdt_municipios_pct"]) == (93, 53)
    assert len(contexto) == 12


def test_los_14_clusteres(base: Base) -> None:
    la_guajira = transferencias.suma(base, departamento="La Guajira", municipio=None).fila
    desistido = la_guajira["desistido_cop"]
    datos = eat.clusteres(base, **TODO).datos.set_index("cluster_numero")
    assert list(datos.index) == list(range(1, 15))
    assert list(datos["municipios"]) == list(datos["municipios_publicados"])
    assert datos.loc[3, "departamentos_texto"] == "Risaralda, Valle del Cauca"
    assert datos.loc[9, "talleres_texto"] == "Urabá Antioqueño"
    assert (datos.loc[1, "girado_cop"], datos.loc[1, "desistido_cop"]) == (0, desistido)
    assert datos.loc[7, "girado_cop"] == 544_113_610
    assert datos.loc[13, ["talleres_texto", "centros_texto", "girado_cop"]].isna().all()


@pytest.mark.parametrize(
    ("departamento", "municipio", "clusteres", "municipios"),
    [
        ("Risaralda", None, [3], 4),
        ("Antioquia", None, [9, 10], 5),
        ("Antioquia", "05490", [9], 2),
        ("Cundinamarca", None, [], 0),
    ],
)
def test_un_cluster_va_entero(
    base: Base,
    departamento: str,
    municipio: str | None,
    clusteres: list[int],
    municipios: int,
) -> None:
    filtro = {"departamento": departamento, "municipio": municipio}
    filas = eat.clusteres_municipios(base, **filtro).datos
    assert sorted({int(n) for n in filas["cluster_numero"]}) == clusteres
    assert len(filas) == municipios
    assert list(eat.clusteres(base, **filtro).datos["cluster_numero"]) == clusteres
    hechos_ = eat.clusteres_hechos(base, **filtro).datos
    assert (hechos_["aspecto"] == "municipio").sum() == municipios


def test_los_hechos_de_los_clusteres(base: Base) -> None:
    datos = eat.clusteres_hechos(base, **TODO).datos
    conteo = datos["aspecto"].value_counts().to_dict()
    # Fuera de los clústeres quedan Funza; Soacha, Juradó, Acandí y Buenaventura; Soacha y Tibú.
    assert conteo == {"municipio": 34, "taller": 11, "centro": 15, "transferencia": 11}


def test_fases_actividades_y_talleres(base: Base) -> None:
    fases = eat.fases(base).datos
    assert list(fases["estado"]) == ["completada"] * 4 + ["programada"]
    assert list(fases["estado_origen"]) == ["deducido", *["publicado"] * 2, *["deducido"] * 2]
    assert list(fases["estado_texto"]) == [
        None,
        "se completaron",
        "se completaron",
        "se implementó",
        "se implementará",
    ]
    assert fases["periodo_texto"].iloc[4] == "A partir del segundo semestre de 2024"
    actividades = eat.actividades(base).datos
    assert actividades.groupby("fase_numero").size().to_dict() == {0: 3, 1: 4, 2: 4, 3: 3, 4: 6}
    de_fase = actividades.groupby("fase_numero")["estado_origen"].unique().map(list).to_dict()
    assert de_fase == {n: [fases["estado_origen"].iloc[n]] for n in range(5)}
    talleres = eat.talleres(base, **TODO).datos.set_index("lugar")
    assert len(talleres) == 12
    assert talleres.loc["Urabá Antioqueño", "cluster_numero"] == 9
    assert talleres.loc["Funza", "nota"].startswith("Fuera de los municipios priorizados")
    solo_funza = eat.talleres(base, departamento="Cundinamarca", municipio=None).datos
    assert list(solo_funza["lugar"]) == ["Funza"]
    assert listas.cifras(base, codigos=("eat_fase3_clusteres",)).fila["valor"] == 14
    assert len(listas.enunciados(base, listas=("eat_aliados", "eat_financiadores")).datos) == 8
