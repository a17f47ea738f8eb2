"""La sala con el tablero detrás: lo que contesta, lo que anota y a quién se lo permite."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from fabrica_asgi import DE_AQUI, Falsa, pedir
from fabrica_historia import copiar_con_su_historia

from tablero import rutas
from tablero.interfaz.servidor import este_equipo
from tablero.interfaz.servidor.peticiones import Peticiones
from tablero.interfaz.servidor.propias import propias
from tablero.interfaz.servidor.puerta import Puerta
from tablero.interfaz.servidor.turnos import Turnos
from tablero.registro.archivo import leer
from tablero.registro.lugares import Lugares
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Sesion, actas

HOY, DIA = date(2026, 11, 30), date(2026, 12, 15)
PUERTA = Puerta(Falsa({}), {}, propias())
ANFITRION = "localhost:8501"
DE_LA_SALA = {
    "host": ANFITRION,
    "origin": f"http://{ANFITRION}",
    "content_type": "application/json",
    "sec_fetch_site": "same-origin",
}
EDUCACION = "Secretaría de Educación del Distrito"


@dataclass(frozen=True)
class Sala:
    """Una sesión en un tablero propio, y cómo se le pide."""

    registro: Path
    codigo: str

    @property
    def sesion(self) -> Sesion:
        return next(s for s in actas(self.registro).sesiones if s.codigo == self.codigo)

    def hechos(self) -> int:
        return len(leer(self.registro, "sesion"))

    def pedir(self, ruta: str, **pedidos: str) -> tuple[int, dict[str, Any]]:
        consulta = urlencode({"sesion": self.codigo, **pedidos})
        mensajes, _, cuerpo = pedir(
            PUERTA, f"/sala/{ruta}?{consulta}", desde=DE_AQUI, host=ANFITRION
        )
        return mensajes[0]["status"], json.loads(cuerpo)

    def anotar(
        self, cabeceras: dict[str, str] | None = None, desde: str = "127.0.0.1", **datos: object
    ) -> tuple[int, dict[str, Any]]:
        cuerpo = json.dumps({"sesion": self.codigo, **datos}).encode()
        mensajes, _, dicho = pedir(
            PUERTA,
            "/sala/anotar",
            metodo="POST",
            cuerpo=cuerpo,
            desde=(desde, 5000),
            **(DE_LA_SALA if cabeceras is None else cabeceras),
        )
        return mensajes[0]["status"], json.loads(dicho)


@pytest.fixture
def sala(base_construida: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sala]:
    """En este equipo y abierta solo para él: se puede escribir."""
    monkeypatch.setattr(rutas, "BASE", copiar_con_su_historia(base_construida, tmp_path))
    monkeypatch.setattr(este_equipo.ATIENDE, "direcciones", ("127.0.0.1", "::1"))
    registro = Lugares.de(rutas.BASE).registro
    escritor = Escritor(registro, "prueba")
    codigo = escritor.crear(DIA, "Sala Barulé", hoy=HOY, edicion=1)
    escritor.punto(codigo, "Avance", minutos=15, orden=1, codigo="p1")
    escritor.punto(codigo, "Cierre", orden=2, codigo="p2")
    escritor.pantalla(codigo, "Cómo va", "semaforo", punto="p1", orden=1, codigo="a1")
    escritor.pantalla(
        codigo, "El 3.1.7", "producto?codigo=3.1.7", decision_pedida="¿Qué?", orden=2, codigo="a2"
    )
    yield Sala(registro, codigo)


def test_una_pregunta_es_una_pantalla_mas(sala: Sala) -> None:
    estado, dicho = sala.pedir("preguntar", q="3.1.7")
    assert (estado, dicho["clase"]) == (200, "pantalla")
    assert dicho["titulo"] == "El 3.1.7 lleva 0,00\u00a0% y debía llevar 100,00\u00a0%"
    assert dicho["direccion"] == "producto?codigo=3.1.7&politica=poblacion_migrante_internacional"
    assert 'id="pantalla-0"' in dicho["html"]
    assert 'data-de="producto?codigo=3.1.7&amp;edicion=1"' in dicho["html"]
    # Con su dirección se vuelve a ver lo mismo.
    assert sala.pedir("preguntar", direccion=dicho["direccion"])[1] == dicho


def test_usme_que_cambio_y_quien_debe_se_contestan(sala: Sala) -> None:
    for pregunta, titulo in (
        ("¿y Usme?", "Usme: ninguna fuente del tablero da una cifra de toda la localidad"),
        ("¿qué cambió desde la última sesión?", "No hay una sesión anterior con la que comparar"),
        ("¿quién debe qué?", "0 compromisos abiertos; 0 ya vencieron"),
    ):
        assert sala.pedir("preguntar", q=pregunta)[1]["titulo"] == titulo
    Escritor(sala.registro, "prueba").crear(date(2026, 11, 2), "", hoy=HOY, edicion=1)
    cambio = sala.pedir("preguntar", q="¿qué cambió?")[1]
    assert cambio["direccion"] == "ediciones?ver=cambios&antes=1&despues=1"
    assert cambio["titulo"] == "Nada cambió: las dos sesiones muestran la edición 1"


def test_lo_demas_lo_busca_y_da_a_escoger(sala: Sala) -> None:
    dicho = sala.pedir("preguntar", q="gestantes")[1]
    assert dicho["clase"] == "candidatas"
    primera = dicho["candidatas"][0]
    assert primera["titulo"].startswith("2.2.4 · Atención para personas gestantes")
    elegida = sala.pedir("preguntar", direccion=primera["direccion"])[1]
    assert elegida["titulo"].startswith("El 2.2.4 lleva 74,00")
    for candidata in dicho["candidatas"][1:]:
        assert sala.pedir("preguntar", direccion=candidata["direccion"])[1]["clase"] == "pantalla"


@pytest.mark.parametrize("pedido", [{"q": "zzxxqq"}, {"direccion": "no_existe?a=1"}, {"q": ""}])
def test_si_nada_contesta_lo_dice_y_que_se_puede_preguntar(
    sala: Sala, pedido: dict[str, str]
) -> None:
    dicho = sala.pedir("preguntar", **pedido)[1]
    assert dicho["clase"] == "nada"
    assert dicho["dicho"] == ("" if pedido == {"q": ""} else "Nada en el tablero contesta eso.")
    assert "¿quién debe qué?" in dicho["ejemplos"]


def test_un_compromiso_se_anota_y_vuelve(sala: Sala) -> None:
    estado, dicho = sala.anotar(
        que="compromiso",
        texto="Publicar <el> plan",
        entidad=EDUCACION,
        vence="+30",
        producto="3.1.7",
    )
    assert (estado, dicho["dicho"]) == (
        200,
        f"Compromiso guardado: {EDUCACION}, para el 14 de enero de 2027.",
    )
    assert dicho["estado"]["compromisos"] == 1
    (hecho,) = actas(sala.registro).compromisos
    assert (hecho.que, hecho.entidad, hecho.vence, hecho.producto, hecho.sesion) == (
        "Publicar <el> plan",
        EDUCACION,
        date(2027, 1, 14),
        "3.1.7",
        sala.codigo,
    )
    assert leer(sala.registro, "sesion")[-1].desde == "sala"
    assert sala.pedir("preguntar", q="¿quién debe qué?")[1]["titulo"].startswith(
        "1 compromiso abierto"
    )


@pytest.mark.parametrize(
    ("datos", "dice"),
    [
        ({"texto": " "}, "El compromiso no puede quedar en blanco."),
        ({"entidad": "Educación"}, "Elija una de las entidades del Comité."),
        ({"vence": ""}, "Falta la fecha: escríbala como 15/12/2026."),
        ({"vence": "1/1/2020"}, "antes de la sesión"),
        ({"vence": "+99999"}, "no es una fecha"),
        ({"producto": "9.9.9"}, "Ningún producto lleva el código 9.9.9."),
        ({"texto": ["a"]}, "El tablero no entiende"),
        ({"sesion": "no"}, "Esa sesión no existe."),
        ({"que": "borrar"}, "El tablero no entiende"),
    ],
)
def test_lo_mal_escrito_se_dice_y_no_queda(sala: Sala, datos: dict[str, object], dice: str) -> None:
    antes = sala.hechos()
    bien = {"que": "compromiso", "texto": "Algo", "entidad": EDUCACION, "vence": "15/01/2027"}
    estado, dicho = sala.anotar(**{**bien, **datos})
    assert estado == 400
    assert dice in dicho["error"]
    assert sala.hechos() == antes


@pytest.mark.parametrize("cuerpo", [b"", b"[]", b"\xff", b"{"])
def test_lo_que_no_es_un_objeto_no_se_entiende(sala: Sala, cuerpo: bytes) -> None:
    mensajes, _, _ = pedir(
        PUERTA, "/sala/anotar", metodo="POST", cuerpo=cuerpo, desde=DE_AQUI, **DE_LA_SALA
    )
    assert mensajes[0]["status"] == 400


@pytest.mark.parametrize(
    ("cambia", "dice"),
    [
        ({"origin": "http://ajeno.example"}, "no es la de este equipo"),
        ({"origin": "http://localhost:9999"}, "no es la de este tablero"),
        ({"origin": ""}, "no es la de este equipo"),
        ({"host": "tablero.example"}, "no es la de este equipo"),
        ({"sec_fetch_site": "cross-site"}, "no es la de este tablero"),
        ({"sec_fetch_site": "same-site"}, "no es la de este tablero"),
        ({"content_type": "text/plain"}, "como JSON"),
        ({"content_type": "application/x-www-form-urlencoded"}, "como JSON"),
        ({"x_forwarded_for": "203.0.113.9"}, "a través de otro servidor"),
        ({"forwarded": "for=203.0.113.9"}, "a través de otro servidor"),
    ],
)
def test_otra_pagina_u_otro_equipo_no_escriben(
    sala: Sala, cambia: dict[str, str], dice: str
) -> None:
    antes = sala.hechos()
    estado, dicho = sala.anotar({**DE_LA_SALA, **cambia}, que="vista", pantalla="a1")
    assert estado == 403
    assert dice in dicho["error"]
    assert sala.hechos() == antes


def test_sin_origen_desde_otro_equipo_o_abierto_a_la_red_no_se_escribe(
    sala: Sala, monkeypatch: pytest.MonkeyPatch
) -> None:
    sin_origen = {n: v for n, v in DE_LA_SALA.items() if n != "origin"}
    assert sala.anotar(sin_origen, que="vista")[0] == 403
    assert sala.anotar(desde="192.168.1.7", que="vista")[0] == 403
    assert sala.pedir("decision", pantalla="a2")[0] == 200
    monkeypatch.setattr(este_equipo.ATIENDE, "direcciones", ("0.0.0.0",))  # noqa: S104 - no se abre
    estado, dicho = sala.anotar(que="vista", pantalla="a1")
    assert estado == 403
    assert "El tablero está abierto para la red." in dicho["error"]
    assert sala.pedir("decision", pantalla="a2")[0] == 403
    assert sala.sesion.a_la_vista == ""


def test_con_get_no_se_anota(sala: Sala) -> None:
    assert sala.pedir("anotar")[0] == 405


def test_la_decision_no_va_con_las_pantallas(sala: Sala) -> None:
    datos = {"que": "decision", "pantalla": "a2", "decision": "Se aprueba X1", "nota": "Ojo Y2"}
    assert sala.anotar(**datos)[1]["dicho"] == "Se guardaron la decisión y la nota."
    assert sala.pedir("decision", pantalla="a2") == (
        200,
        {"pide": "¿Qué?", "decision": "Se aprueba X1", "nota": "Ojo Y2"},
    )
    assert sala.pedir("decision", pantalla="otra")[0] == 404
    html = pedir(PUERTA, f"/sala?sesion={sala.codigo}", desde=DE_AQUI, host=ANFITRION)[2].decode()
    assert "Se aprueba X1" not in html
    assert "Ojo Y2" not in html
    assert "Se aprueba X1" not in json.dumps(sala.pedir("estado")[1])
    antes = sala.hechos()
    sala.anotar(**datos)
    assert sala.hechos() == antes
    assert sala.anotar(que="decision", pantalla="", decision="x", nota="")[0] == 400


def test_el_quorum_lleva_la_hora(sala: Sala) -> None:
    estado, dicho = sala.anotar(que="asistencia", entidad=EDUCACION, asiste=True)
    assert estado == 200
    assert dicho["estado"]["presentes"] == 1
    assert dicho["estado"]["quorum"] == "1 de 19 entidades presentes: regla sin configurar"
    assert dicho["estado"]["asistencias"][EDUCACION]["asiste"] is True
    assert len(dicho["estado"]["asistencias"][EDUCACION]["hora"]) == len("10:03")
    assert (
        sala.anotar(que="asistencia", entidad=EDUCACION, asiste=False)[1]["estado"]["presentes"]
        == 0
    )
    assert sala.anotar(que="asistencia", entidad=EDUCACION, asiste="sí")[0] == 400
    assert sala.anotar(que="asistencia", entidad="Nadie", asiste=True)[0] == 400


def test_lo_que_se_pregunta_queda_en_la_sesion(sala: Sala) -> None:
    assert sala.anotar(que="pregunta", dicho="¿y Usme?", direccion="buscar?q=Usme")[0] == 200
    sala.anotar(que="pregunta", dicho="¿y la luna?", direccion="")
    assert sorted((p.dicho, p.direccion) for p in sala.sesion.preguntas) == [
        ("¿y Usme?", "buscar?q=Usme"),
        ("¿y la luna?", ""),
    ]


def test_la_pantalla_y_los_tiempos_quedan_y_nunca_bajan(sala: Sala) -> None:
    sala.anotar(que="vista", pantalla="a2", tiempos={"p1": 75, "p2": 3})
    assert sala.sesion.a_la_vista == "a2"
    assert dict(sala.sesion.tiempos) == {"p1": 75, "p2": 3}
    antes = sala.hechos()
    sala.anotar(que="vista", pantalla="a2", tiempos={"p1": 60, "p2": 3, "otro": 9})
    assert sala.hechos() == antes  # nada cambió, y un navegador atrasado no borra tiempo
    assert sala.anotar(que="vista", pantalla="no", tiempos={})[0] == 400
    assert sala.anotar(que="vista", pantalla="a1", tiempos={"p1": "9"})[0] == 400
    html = pedir(PUERTA, f"/sala?sesion={sala.codigo}", desde=DE_AQUI, host=ANFITRION)[2].decode()
    vivo = json.loads(html.split('id="vivo">')[1].split("</script>")[0])
    assert vivo["estado"]["pantalla"] == "a1"
    assert vivo["puntos"] == [
        {"codigo": "p1", "minutos": 15, "segundos": 75},
        {"codigo": "p2", "minutos": None, "segundos": 3},
    ]
    assert vivo["pantallas"] == [
        {"codigo": "", "punto": "", "producto": ""},
        {"codigo": "a1", "punto": "p1", "producto": ""},
        {"codigo": "a2", "punto": "", "producto": "3.1.7"},
    ]
    assert len(vivo["comite"]) == 19
    assert vivo["motivo"] == ""


def test_quien_no_puede_escribir_sabe_por_que(sala: Sala) -> None:
    html = pedir(PUERTA, f"/sala?sesion={sala.codigo}", desde=("192.168.1.7", 1), host=ANFITRION)[
        2
    ].decode()
    vivo = json.loads(html.split('id="vivo">')[1].split("</script>")[0])
    assert vivo["motivo"] == f"Usted lo mira desde otro equipo. {este_equipo.PARA_ESCRIBIR}"


def test_el_estado_no_se_repite_si_nada_cambio(sala: Sala) -> None:
    ruta = f"/sala/estado?sesion={sala.codigo}"
    mensajes, cabeceras, cuerpo = pedir(PUERTA, ruta)
    assert mensajes[0]["status"] == 200
    assert json.loads(cuerpo)["version"] == leer(sala.registro, "sesion")[-1].huella
    mensajes, _, cuerpo = pedir(PUERTA, ruta, if_none_match=cabeceras["etag"])
    assert (mensajes[0]["status"], cuerpo) == (304, b"")
    sala.anotar(que="asistencia", entidad=EDUCACION, asiste=True)
    mensajes, despues, _ = pedir(PUERTA, ruta, if_none_match=cabeceras["etag"])
    assert mensajes[0]["status"] == 200
    assert despues["etag"] != cabeceras["etag"]
    assert pedir(PUERTA, "/sala/estado?sesion=no")[0][0]["status"] == 404


def test_lo_de_otra_sesion_no_cambia_el_estado_de_esta(sala: Sala) -> None:
    antes = sala.pedir("estado")[1]["version"]
    otra = Escritor(sala.registro, "prueba").crear(DIA, "", hoy=HOY, edicion=1)
    Escritor(sala.registro, "prueba").asistencia(otra, EDUCACION, asiste=True)
    assert sala.pedir("estado")[1]["version"] == antes


def test_las_pantallas_no_se_dibujan_otra_vez_por_lo_que_no_muestran(
    sala: Sala, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tablero.interfaz.servidor import sala as modulo  # noqa: PLC0415 - `sala` es otra aquí

    dibujadas: list[int] = []
    de_verdad = modulo.documento

    def contar(*cosas: Any, **opciones: Any) -> str:
        dibujadas.append(1)
        return de_verdad(*cosas, **opciones)

    monkeypatch.setattr(modulo, "documento", contar)
    ver = f"/sala?sesion={sala.codigo}"
    pedir(PUERTA, ver)
    sala.anotar(que="vista", pantalla="a2", tiempos={"p1": 5})
    sala.anotar(que="asistencia", entidad=EDUCACION, asiste=True)
    sala.anotar(que="decision", pantalla="a2", decision="Sí", nota="")
    pedir(PUERTA, ver)
    assert len(dibujadas) == 1
    sala.anotar(que="compromiso", texto="Algo", entidad=EDUCACION, vence="+1")
    pedir(PUERTA, ver)  # los compromisos sí se muestran
    assert len(dibujadas) == 2


def test_el_archivo_suelto_no_trae_lo_vivo(sala: Sala) -> None:
    html = pedir(PUERTA, f"/sala/sesion.html?sesion={sala.codigo}")[2].decode()
    assert 'id="vivo"' not in html
    for dialogo in ("preguntar", "compromiso", "decision", "quorum"):
        assert f'<dialog id="{dialogo}"' not in html
    assert "Preguntar algo más" not in html


def test_preguntar_de_pie_no_espera_por_lo_que_costo_la_sala() -> None:
    turnos = Turnos()
    app = Falsa({})
    for ruta in ("/sala/estado", "/sala/anotar"):
        pedir(Peticiones(app, turnos), ruta, desde=DE_AQUI)
    assert turnos._sin_pestana == {}
    for ruta in ("/sala", "/sala/preguntar"):
        pedir(Peticiones(app, turnos), ruta, desde=DE_AQUI)
    assert list(turnos._sin_pestana) == ["127.0.0.1", "127.0.0.1 /sala/preguntar"]
