"""Las fichas dicen lo que dice la base, ni más ni menos, y cada cosa con su fuente."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tablero import formato
from tablero.consultas import centros, transferencias
from tablero.consultas import ficha as ficha_consultas
from tablero.consultas.base import Base, Resultado
from tablero.respuestas.ficha.hoja import HojaDeLugar, Notas
from tablero.respuestas.ficha.pais import Pais, de_base
from tablero.respuestas.ficha.reunir import hoja

SIN_DATO = formato.SIN_DATO


@pytest.fixture(scope="session")
def pais(base: Base) -> Pais:
    return de_base(base)


@pytest.fixture(scope="module")
def girado(base: Base) -> dict[str, str]:
    """Lo que la lista de transferencias trae de cada municipio, como se escribe."""
    datos = transferencias.municipios(base, departamento=None, municipio=None).datos
    valores = zip(datos["municipio_codigo"], datos["valor_cop"], strict=True)
    return {codigo: formato.pesos(valor) for codigo, valor in valores}


def cifras(ficha: HojaDeLugar) -> dict[str, str]:
    return {c.etiqueta: c.valor for c in ficha.cifras}


def renglones(ficha: HojaDeLugar, asunto: str) -> list[str]:
    """Los renglones de la sección que empieza así: lo principal y su detalle."""
    seccion = next(s for s in ficha.secciones if s.titulo.startswith(asunto))
    return [" · ".join(filter(None, (r.principal, r.detalle))) for r in seccion.renglones]


def todas_las_notas(ficha: HojaDeLugar) -> list[Notas]:
    de_secciones = [r.notas for s in ficha.secciones for r in s.renglones]
    de_cuadro = [ficha.cuadro.notas] if ficha.cuadro else []
    return [
        *(c.notas for c in ficha.cifras),
        *de_secciones,
        *de_cuadro,
        *(n for _, n in ficha.graficos),
    ]


@pytest.mark.parametrize(
    ("codigo", "lugar"),
    [
        ("54001", ("16.º", "7")),
        ("44430", ("7.º", "1")),
        ("11001", ("33.º", "6")),
        ("05002", (SIN_DATO, SIN_DATO)),
        ("88001", (SIN_DATO, SIN_DATO)),
        ("25754", (SIN_DATO, SIN_DATO)),
    ],
)
def test_las_cifras_grandes(
    pais: Pais, base: Base, girado: dict[str, str], codigo: str, lugar: tuple[str, str]
) -> None:
    ficha = hoja(pais, "municipio", codigo)
    personas = centros.suma(base, departamento=None, municipio=codigo).fila["personas"]
    dinero = girado.get(codigo, SIN_DATO)
    assert tuple(cifras(ficha).values()) == (*lugar, formato.numero(personas), dinero)
    assert list(cifras(ficha)) == [
        "Orden en el IPT",
        "Clúster de la EAT",
        "Personas atendidas",
        "Transferencia psicosocial",
    ]


def test_cucuta_entera(pais: Pais, girado: dict[str, str]) -> None:
    ficha = hoja(pais, "municipio", "54001")
    assert ficha.titulo == "San José de Cúcuta"
    assert ficha.subtitulo == (
        "Norte de Santander · DIVIPOLA 54001 · municipio · Área Metropolitana de Cúcuta"
    )
    assert renglones(ficha, "Índice") == ["16.º de 34 priorizados · orden publicado"]
    assert renglones(ficha, "Estrategia") == [
        "Clúster 7 · con Puerto Santander, Villa del Rosario, Los Patios y Ocaña",
        "Fase preparatoria: sin estado publicado; fases 1 y 2: «se completaron»; fase 3: «se "
        "implementó»; fase 4: «se implementará» · preparatoria, sin dato; "
        "1 y 2, de junio a diciembre de 2023; 3, durante el primer semestre de 2024; 4, a partir "
        "del segundo semestre de 2024. La fuente lo dice por fase, no por municipio",
        "Taller de la fase 2: no aparece entre los 12 lugares que nombra la fuente (Urabá "
        "Antioqueño es una subregión)",
        "Talleres de la fase 3 en los 14 clústeres · la fuente no nombra los lugares",
    ]
    assert renglones(ficha, "Centros") == [
        "Cúcuta (inicial) · 14.344 personas atendidas del 1 de enero de 2025 al 30 de septiembre "
        "de 2025; apertura: sin dato"
    ]
    assert renglones(ficha, "Transferencia") == [
        f"{girado['54001']}, girado · Resolución 1409 de 2025"
    ]
    assert renglones(ficha, "Otros") == ["Ciudad del proyecto Integra · nombrada «Cúcuta»"]
    assert renglones(ficha, "Lo que ninguna") == [
        "Cuántas personas migrantes viven aquí: las fuentes dan el total del país y la parte de 5 "
        "departamentos (11,7\u00a0% en el suyo)",
        "Su puntaje del IPT y el valor de sus indicadores: se publica solo el orden",
        "Cómo va la estrategia aquí: el estado es el del país",
        "Cuándo abrió el centro de Cúcuta",
    ]
    assert ficha.corte_fecha.isoformat() == "2025-11-30"


def test_los_companeros_de_cucuta_lado_a_lado(pais: Pais, girado: dict[str, str]) -> None:
    cuadro = hoja(pais, "municipio", "54001").cuadro
    assert cuadro is not None
    assert cuadro.destacada == 4
    assert [f[1:4] for f in cuadro.filas] == [
        ("Puerto Santander", "1", "7"),
        ("Villa del Rosario", "5", "7"),
        ("Los Patios", "8", "7"),
        ("Ocaña", "10", "7"),
        ("San José de Cúcuta", "16", "7"),
    ]
    assert cuadro.filas[1][4:] == (
        "no aparece",
        SIN_DATO,
        girado["54874"],
        "girado",
        "no aparece",
    )
    assert cuadro.filas[4][4:] == ("inicial", "14.344", girado["54001"], "girado", "no aparece")


def test_quien_desistio_no_tiene_dinero(pais: Pais, girado: dict[str, str]) -> None:
    ficha = hoja(pais, "municipio", "44430")
    assert ficha.cifras[3].detalle == "desistido: no es dinero en el territorio"
    assert renglones(ficha, "Transferencia") == [
        f"{girado['44430']}, desistido · Resolución 1409 de 2025; el municipio desistió: no es "
        "dinero en el territorio"
    ]


def test_bogota_suma_sus_tres_centros_y_lo_dice(pais: Pais) -> None:
    ficha = hoja(pais, "municipio", "11001")
    assert ficha.cifras[2].detalle == "suma de 3 centros; una persona puede contarse más de una vez"
    assert ficha.notas[ficha.cifras[2].notas[0] - 1].endswith("· calculado.")
    assert [r.split(" personas")[0] for r in renglones(ficha, "Centros")] == [
        "Bogotá – CAD 30 (inicial) · 10.526",
        "Bogotá – CAD Engativá (inicial) · 8.872",
        "Bogotá – CAD Suba (inicial) · 7.908",
    ]
    assert renglones(ficha, "Otros")[-2:] == [
        "52,05\u00a0% de avance de la política distrital · calculado: 52,04\u00a0%; trayectoria "
        "publicada: 52,20\u00a0%",
        "50,20\u00a0% de trayectoria según la prosa · el gráfico del informe imprime otra",
    ]


def test_de_bogota_se_publica_su_parte_de_la_poblacion(pais: Pais) -> None:
    assert renglones(hoja(pais, "municipio", "11001"), "Lo que ninguna")[0] == (
        "Cuántas personas migrantes viven aquí: las fuentes dan el total del país y la parte que "
        "está aquí (21\u00a0%)"
    )
    assert renglones(hoja(pais, "municipio", "76001"), "Lo que ninguna")[0].endswith(
        "la parte de 5 departamentos (7\u00a0% en el suyo)"
    )


@pytest.mark.parametrize("codigo", ["27006", "52356", "76109"])
def test_un_centro_proyectado_no_ha_abierto(pais: Pais, codigo: str) -> None:
    ficha = hoja(pais, "municipio", codigo)
    lugar = ficha.titulo
    assert renglones(ficha, "Lo que ninguna")[-1] == f"Cuándo abrirá el centro de {lugar}"


def test_lo_de_un_solo_centro_se_publica(pais: Pais) -> None:
    ficha = hoja(pais, "municipio", "54001")
    assert ficha.notas[ficha.cifras[2].notas[0] - 1].endswith("«Cúcuta: 14.344».")
    assert " · publicado: " in ficha.notas[ficha.cifras[2].notas[0] - 1]


def test_necocli_lleva_el_taller_de_su_subregion(pais: Pais) -> None:
    assert (
        "Taller de la fase 2 · Urabá Antioqueño, subregión que se muestra con el clúster"
        in renglones(hoja(pais, "municipio", "05490"), "Estrategia")
    )


@pytest.mark.parametrize(("clase", "clave"), [("cluster", "9"), ("departamento", "05")])
def test_lo_de_necocli_se_dice_igual_en_su_cluster_y_en_su_departamento(
    pais: Pais, clase: Any, clave: str
) -> None:
    ficha = hoja(pais, clase, clave)
    assert (
        "Taller de la fase 2 · Urabá Antioqueño, subregión que se muestra con el clúster"
        in renglones(ficha, "Estrategia")
    )
    assert renglones(ficha, "Centros")[0] == (
        "Necoclí (nuevo, piloto) · 10 personas atendidas del 1 de enero de 2025 al 30 de "
        "septiembre de 2025; apertura: 9 de septiembre de 2025"
    )
    assert ficha.cuadro is not None
    assert ficha.cuadro.filas[0][4] == "nuevo (piloto)"
    assert ficha.cuadro.filas[0][8] == "Urabá Antioqueño (subregión)"


def test_un_municipio_del_que_nada_se_dice(pais: Pais) -> None:
    ficha = hoja(pais, "municipio", "05002")
    assert ficha.cuadro is None
    assert ficha.graficos == ()
    assert renglones(ficha, "Índice") == ["Orden: no aparece entre los 34 municipios priorizados"]
    assert renglones(ficha, "Centros") == [
        "No aparece en la lista: ninguno de sus 19 centros está aquí"
    ]
    assert all(r.falta for s in ficha.secciones for r in s.renglones)


def test_un_departamento(pais: Pais) -> None:
    ficha = hoja(pais, "departamento", "05")
    assert cifras(ficha) == {
        "Priorizados por el IPT": "5",
        "Municipios": "125",
        "Personas atendidas": "9.465",
        "Transferencia psicosocial": "$120.862.800",
    }
    assert ficha.cuadro is not None
    assert [f[1] for f in ficha.cuadro.filas] == [
        "Necoclí",
        "Turbo",
        "Envigado",
        "Bello",
        "Medellín",
    ]
    assert renglones(ficha, "Población")[0].startswith("13,7\u00a0% · Población migrante")
    assert [e.etiqueta for e in ficha.enlaces][:2] == ["Clúster 9", "Clúster 10"]


def test_en_la_guajira_todos_desistieron(pais: Pais, base: Base) -> None:
    suma = transferencias.suma(base, departamento="La Guajira", municipio=None).fila
    ficha = hoja(pais, "departamento", "44")
    assert ficha.cifras[3].valor == formato.pesos(suma["desistido_cop"])
    assert ficha.cifras[3].detalle == (
        "desistido: no es dinero en el territorio (suma de 2 municipios)"
    )


def test_un_cluster_de_dos_departamentos(pais: Pais) -> None:
    ficha = hoja(pais, "cluster", "3")
    assert ficha.subtitulo == (
        "Estrategia de Acompañamiento Territorial · 4 municipios de Risaralda y Valle del Cauca"
    )
    assert ficha.lugar.departamentos == ("66", "76")
    assert ficha.cuadro is not None
    assert ficha.cuadro.filas[0][1] == "Dosquebradas (Risaralda)"
    assert [e.clase for e in ficha.enlaces] == ["departamento"] * 2 + ["municipio"] * 4


@pytest.mark.parametrize(
    ("clase", "clave"),
    [("municipio", "99999"), ("departamento", "00"), ("cluster", "15"), ("cluster", "nueve")],
)
def test_un_lugar_que_no_existe(pais: Pais, clase: Any, clave: str) -> None:
    with pytest.raises(KeyError):
        hoja(pais, clase, clave)


@settings(max_examples=60, deadline=None)
@given(datos=st.data())
def test_toda_ficha_de_municipio_dice_lo_de_la_base_y_de_donde(
    pais: Pais, datos: st.DataObject
) -> None:
    codigo = datos.draw(st.sampled_from(sorted(pais.municipios)))
    ficha = hoja(pais, "municipio", codigo)
    orden, cluster = pais.orden(codigo), pais.cluster(codigo)
    grandes = cifras(ficha)
    assert ficha.titulo == pais.municipios[codigo]["municipio_nombre"]
    assert f"DIVIPOLA {codigo}" in ficha.subtitulo
    assert grandes["Orden en el IPT"] == (f"{orden}.º" if orden else SIN_DATO)
    assert grandes["Clúster de la EAT"] == (str(cluster) if cluster else SIN_DATO)
    personas = [f["personas"] for f in pais.de(pais.centros, codigo) if f["personas"] is not None]
    assert grandes["Personas atendidas"] == (
        formato.numero(sum(personas)) if personas else SIN_DATO
    )
    pesos = [f["valor_cop"] for f in pais.de(pais.transferencias, codigo)]
    assert grandes["Transferencia psicosocial"] == (
        formato.pesos(sum(pesos)) if pesos else SIN_DATO
    )
    for notas in todas_las_notas(ficha):
        assert notas
        assert max(notas) <= len(ficha.notas)
    usadas = {n for notas in todas_las_notas(ficha) for n in notas}
    # La nota 1 es la de la DIVIPOLA: sustenta el encabezado.
    assert usadas | {1} == set(range(1, len(ficha.notas) + 1))


def test_los_34_priorizados_tienen_su_cluster_y_su_lugar(pais: Pais) -> None:
    for fila in pais.filas(pais.priorizados):
        ficha = hoja(pais, "municipio", fila["municipio_codigo"])
        assert cifras(ficha)["Orden en el IPT"] == f"{fila['orden']}.º"
        assert cifras(ficha)["Clúster de la EAT"] == str(fila["cluster_numero"])
        assert ficha.cuadro is not None
        assert ficha.cuadro.destacada is not None
        assert ficha.cuadro.filas[ficha.cuadro.destacada][1].startswith(ficha.titulo)


def con_ipt(base: Base, puntaje: dict[str, Any]) -> Pais:
    """El país con un IPT calculado que dice eso de cualquier municipio."""
    procedencia = {"fuente_codigo": "eat_2024-06-30", "ubicacion": "Valores cargados"}
    respuestas = {
        ficha_consultas.ipt_puntaje: [{**puntaje, **procedencia}],
        ficha_consultas.ipt_aportes: [
            {"componente": "Salud", "aporte_puntos": 40.25, **procedencia},
            {"componente": "Trabajo", "aporte_puntos": 23.0, **procedencia},
        ],
    }
    fuentes = base.consultar("eat/fases").fuentes

    def preguntar(consulta: Any, **parametros: Any) -> Resultado:
        if consulta not in respuestas:
            respuesta: Resultado = consulta(base, **parametros)
            return respuesta
        datos = pd.DataFrame(respuestas[consulta])
        return Resultado("ficha/prueba", datos, fuentes, "calculado")

    return Pais(preguntar)


PUNTAJE = {
    "edicion": "2025",
    "puntaje": 63.25,
    "orden_calculado": 12,
    "municipios_con_puntaje": 1122,
    "categoria_natural": "alto",
    "orden_minimo": 9,
    "orden_maximo": 15,
    "categoria_estabilidad_pct": 92.4,
    "motivo": None,
}


def test_el_ipt_calculado_va_al_lado_del_publicado(base: Base) -> None:
    ficha = hoja(con_ipt(base, PUNTAJE), "municipio", "54001")
    assert renglones(ficha, "Índice") == [
        "16.º de 34 priorizados · orden publicado",
        "63,2 de 100, categoría alto · puntaje calculado; orden 12 de 1.122 (entre 9 y 15 al "
        "variar el método); conserva su categoría en el 92\u00a0% de las corridas; edición 2025",
        "Puntos por componente · Salud, 40,2; Trabajo, 23,0",
    ]
    assert "Valores cargados · calculado." in " ".join(ficha.notas)
    assert not any("puntaje del IPT" in r for r in renglones(ficha, "Lo que ninguna"))


def test_el_ipt_que_no_se_pudo_calcular_dice_por_que(base: Base) -> None:
    sin_puntaje = {**PUNTAJE, "puntaje": None, "motivo": "le falta un indicador"}
    ficha = hoja(con_ipt(base, sin_puntaje), "municipio", "05002")
    assert renglones(ficha, "Índice")[1] == "Puntaje calculado: sin dato; le falta un indicador"
