"""Qué se pregunta con la sala proyectada: de las palabras a la dirección de lo que contesta."""

import pytest

from tablero.respuestas.preguntar import CANDIDATAS, Candidata, Hay, entender


def una(titulo: str, direccion: str, contexto: str = "") -> tuple[Candidata, ...]:
    return (Candidata(titulo, direccion, contexto),)


EDUCACION, SALUD = "Secretaría de Educación del Distrito", "Secretaría Distrital de Salud"
IDIGER = "Instituto Distrital de Gestión de Riesgos y Cambio Climático"
ARAUCA = una("Arauca", "ficha_territorial?municipio=81001", "Municipio de Arauca") + una(
    "Arauca", "ficha_territorial?departamento=Arauca", "Departamento"
)
BOGOTA = una("Bogotá, D.C.", "ficha_territorial?municipio=11001") + una(
    "Bogotá, D.C.", "ficha_territorial?departamento=Bogot%C3%A1%2C+D.C."
)
HAY = Hay(
    productos={
        "3.1.7": una("3.1.7. Colegios", "producto?codigo=3.1.7&politica=a"),
        "1.1.1": una("1.1.1. De una", "producto?codigo=1.1.1&politica=a")
        + una("1.1.1. De otra", "producto?codigo=1.1.1&politica=b"),
    },
    objetivos={3: una("Objetivo 3", "semaforo?ver=por_que&objetivo=3&politica=a")},
    entidades={
        EDUCACION: frozenset({"secretaria", "educacion", "distrito"}),
        SALUD: frozenset({"secretaria", "distrital", "salud"}),
        IDIGER: frozenset(
            {"instituto", "distrital", "gestion", "riesgos", "cambio", "climatico", "idiger"}
        ),
    },
    lugares={
        ("usme",): una("Usme", "buscar?q=Usme&clase=localidad"),
        ("villa", "rosario"): una("Villa del Rosario", "ficha_territorial?municipio=54874"),
        ("arauca",): ARAUCA,
        ("bogota",): BOGOTA,
    },
    clusteres=frozenset({3, 14}),
)
COMPROMISOS = "sesion?ver=compromisos"
DE_EDUCACION = f"{COMPROMISOS}&entidad=Secretar%C3%ADa+de+Educaci%C3%B3n+del+Distrito"


@pytest.mark.parametrize(
    ("dicho", "direcciones"),
    [
        ("3.1.7", ["producto?codigo=3.1.7&politica=a"]),
        ("¿Cómo va el P3,1,7?", ["producto?codigo=3.1.7&politica=a"]),
        ("producto 03.01.07", ["producto?codigo=3.1.7&politica=a"]),
        ("1.1.1", ["producto?codigo=1.1.1&politica=a", "producto?codigo=1.1.1&politica=b"]),
        ("9.9.9", []),
        ("3.1.7.4", []),
        ("¿por qué va tan bajo el objetivo 3?", ["semaforo?ver=por_que&objetivo=3&politica=a"]),
        ("OBJETIVO TRES", ["semaforo?ver=por_que&objetivo=3&politica=a"]),
        ("objetivo n.º 3", ["semaforo?ver=por_que&objetivo=3&politica=a"]),
        ("objetivo 8", []),
        ("¿qué cambió desde la última sesión?", ["cambios"]),
        ("que ha cambiado", ["cambios"]),
        ("novedades", ["cambios"]),
        ("¿quién debe qué?", [COMPROMISOS]),
        ("los compromisos", [COMPROMISOS]),
        ("¿qué debe Educación?", [DE_EDUCACION]),
        ("compromisos de la Secretaría de Educación", [DE_EDUCACION]),
        ("clúster 3", ["ficha_territorial?cluster=3"]),
        ("clúster 99", []),
        ("¿por qué va así la política?", ["semaforo?ver=por_que"]),
        ("¿y Usme?", ["buscar?q=Usme&clase=localidad"]),
        ("LOCALIDAD DE USME", ["buscar?q=Usme&clase=localidad"]),
        ("villa del rosario", ["ficha_territorial?municipio=54874"]),
        ("Arauca", [candidata.direccion for candidata in ARAUCA]),
        ("¿y en Bogotá?", ["ficha_territorial?municipio=11001"]),
        ("¿Y la Secretaría de Salud?", ["entidad?nombre=Secretar%C3%ADa+Distrital+de+Salud"]),
        (
            "cambio climático",
            [
                "entidad?nombre=Instituto+Distrital+de+Gesti%C3%B3n+de+Riesgos+y+Cambio+"
                "Clim%C3%A1tico"
            ],
        ),
        (
            "idiger",
            [
                "entidad?nombre=Instituto+Distrital+de+Gesti%C3%B3n+de+Riesgos+y+Cambio+Clim%C3%A1tico"
            ],
        ),
        ("secretaría", []),
        ("salud mental", []),
        ("gestantes", []),
        ("¿y?", []),
        ("", []),
    ],
)
def test_cada_pregunta_tiene_su_direccion(dicho: str, direcciones: list[str]) -> None:
    assert [candidata.direccion for candidata in entender(dicho, HAY)] == direcciones


def test_las_que_se_escogen_caben_en_una_cifra() -> None:
    muchas = tuple(Candidata("San José", f"ficha_territorial?municipio={n}") for n in range(20))
    hay = Hay(lugares={("san", "jose"): muchas})
    assert CANDIDATAS == 9
    assert entender("San José", hay) == muchas[:9]


def test_sin_nada_en_el_tablero_solo_se_entiende_lo_del_registro() -> None:
    vacio = Hay()
    assert entender("3.1.7", vacio) == entender("¿y Usme?", vacio) == ()
    assert [c.titulo for c in entender("¿quién debe qué?", vacio)] == ["Quién debe qué"]
