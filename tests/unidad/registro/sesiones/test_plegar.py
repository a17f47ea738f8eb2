"""Una sesión es lo último que se dijo de cada cosa, sin que importe el orden de las demás."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tablero.registro.sesiones.estado import Compromiso, plegar
from tablero.registro.sesiones.suceso import Clase, Suceso, Valor, ultimos

ALBA = datetime(2026, 12, 15, 13, 0, tzinfo=UTC)
FECHAS = st.dates(date(2026, 1, 1), date(2027, 12, 31)).map(lambda dia: dia.isoformat())
TEXTOS = st.text("abcñ é", max_size=6)
VALORES: dict[Clase, st.SearchStrategy[Valor]] = {
    Clase.FECHA: st.fixed_dictionaries({"fecha": FECHAS}),
    Clase.LUGAR: st.fixed_dictionaries({"lugar": TEXTOS}),
    Clase.EDICION: st.fixed_dictionaries({"edicion": st.none() | st.integers(1, 9)}),
    Clase.REGLA: st.fixed_dictionaries({"minimo": st.none() | st.integers(1, 19)}),
    Clase.PUNTO: st.fixed_dictionaries(
        {"titulo": TEXTOS, "minutos": st.none() | st.integers(1, 60), "orden": st.integers(1, 5)},
        optional={"quitado": st.booleans()},
    ),
    Clase.ORDEN_DE_PUNTO: st.fixed_dictionaries({"orden": st.integers(1, 5)}),
    Clase.PANTALLA: st.fixed_dictionaries({"titulo": TEXTOS, "direccion": TEXTOS}),
    Clase.ORDEN_DE_PANTALLA: st.fixed_dictionaries({"orden": st.integers(1, 5)}),
    Clase.ASISTENCIA: st.fixed_dictionaries({"asiste": st.booleans()}),
    Clase.COMPROMISO: st.fixed_dictionaries({"que": TEXTOS, "entidad": TEXTOS, "vence": FECHAS}),
    Clase.ESTADO: st.fixed_dictionaries({"estado": st.sampled_from(["abierto", "cumplido", "?"])}),
    Clase.DECISION: st.fixed_dictionaries({"texto": TEXTOS}),
    Clase.NOTA: st.fixed_dictionaries({"texto": TEXTOS}),
    Clase.PREGUNTA: st.fixed_dictionaries({"dicho": TEXTOS, "direccion": TEXTOS}),
    Clase.A_LA_VISTA: st.fixed_dictionaries({"pantalla": TEXTOS}),
    Clase.TIEMPO: st.fixed_dictionaries({"segundos": st.integers(0, 3600)}),
    Clase.CANCELADA: st.fixed_dictionaries({"motivo": TEXTOS}),
}
DE_LA_SESION = (
    *(Clase.FECHA, Clase.LUGAR, Clase.EDICION, Clase.REGLA),
    *(Clase.A_LA_VISTA, Clase.CANCELADA),
)
CON_CODIGO = (*(Clase.PUNTO, Clase.PANTALLA, Clase.ASISTENCIA), *(Clase.PREGUNTA, Clase.TIEMPO))


@st.composite
def suceso(draw: st.DrawFn) -> Suceso:
    clase = draw(st.sampled_from(list(Clase)))
    cosa = "" if clase in DE_LA_SESION else draw(st.sampled_from(["x", "y", "z"]))
    cuando = ALBA + timedelta(seconds=draw(st.integers(0, 9999)))
    return Suceso(draw(st.sampled_from("ab")), clase, cosa, draw(VALORES[clase]), cuando)


SUCESOS = st.lists(suceso(), max_size=40)


@given(SUCESOS, st.randoms(use_true_random=False))
def test_el_orden_entre_cosas_distintas_no_importa(dichos: list[Suceso], azar: object) -> None:
    """Se entreveran al azar; los de una misma cosa conservan su orden."""
    colas: dict[object, list[Suceso]] = {}
    for dicho in dichos:
        colas.setdefault(dicho.de_que, []).append(dicho)
    turnos = [dicho.de_que for dicho in dichos]
    azar.shuffle(turnos)  # type: ignore[attr-defined]
    entreverados = [colas[turno].pop(0) for turno in turnos]
    assert plegar(entreverados) == plegar(dichos)


@given(SUCESOS, suceso())
def test_lo_ultimo_de_una_cosa_es_lo_que_vale(dichos: list[Suceso], nuevo: Suceso) -> None:
    assert ultimos([*dichos, nuevo])[nuevo.de_que] is nuevo
    de_otras = [dicho for dicho in dichos if dicho.de_que != nuevo.de_que]
    assert plegar([*dichos, nuevo]) == plegar([*de_otras, nuevo])


@given(SUCESOS)
def test_nada_se_pierde(dichos: list[Suceso]) -> None:
    """Cada cosa dicha de una sesión con fecha, y que nadie quitó, está en ella."""
    actas, valen = plegar(dichos), ultimos(dichos)
    con_fecha = {sesion for sesion, clase, _ in valen if clase is Clase.FECHA}
    assert {s.codigo for s in actas.sesiones} == con_fecha
    for sesion in actas.sesiones:
        quedan = {
            clase: {
                cosa
                for (de, una, cosa), dicho in valen.items()
                if (de, una) == (sesion.codigo, clase) and not dicho.valor.get("quitado")
            }
            for clase in CON_CODIGO
        }
        assert {p.codigo for p in sesion.puntos} == quedan[Clase.PUNTO]
        assert {p.codigo for p in sesion.pantallas} == quedan[Clase.PANTALLA]
        assert {p.codigo for p in sesion.preguntas} == quedan[Clase.PREGUNTA]
        assert {codigo for codigo, _ in sesion.tiempos} == quedan[Clase.TIEMPO]
        assert {a.entidad for a in sesion.asistencias} == quedan[Clase.ASISTENCIA]
    compromisos = {(sesion, cosa) for sesion, clase, cosa in valen if clase is Clase.COMPROMISO}
    assert {(c.sesion, c.codigo) for c in actas.compromisos} == compromisos


def test_sin_sucesos_no_hay_sesiones() -> None:
    assert plegar([]).sesiones == ()


def test_los_abiertos_van_con_los_vencidos_primero() -> None:
    def hecho(cosa: str, vence: str) -> Suceso:
        valor = {"que": cosa, "entidad": "Salud", "vence": vence}
        return Suceso("a", Clase.COMPROMISO, cosa, valor, ALBA)

    cumplido = Suceso("a", Clase.ESTADO, "2", {"estado": "cumplido", "evidencia": "acta"}, ALBA)
    actas = plegar(
        [hecho("1", "2026-12-20"), hecho("2", "2026-10-01"), hecho("3", "2026-11-01"), cumplido]
    )
    assert [c.codigo for c in actas.abiertos()] == ["3", "1"]
    assert [c.esta_vencido(date(2026, 11, 30)) for c in actas.abiertos()] == [True, False]
    assert actas.compromisos[0] == Compromiso(
        *("2", "a", "2", "Salud", date(2026, 10, 1)), estado="cumplido", evidencia="acta"
    )
    assert not actas.compromisos[0].esta_vencido(date(2027, 1, 1))
