"""Toda página en la pared: lo que se graba de ella es lo que dice, con sus filtros y su fuente."""

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from fabrica_asgi import Falsa, pedir
from pestanas import CON_ALGO_ELEGIDO, PESTANAS, SIN_PESTANAS

from tablero import formato
from tablero.consultas import centros, politica, transferencias
from tablero.consultas.base import Base, Preguntas
from tablero.errores import ErrorTablero
from tablero.interfaz.marco import conexion
from tablero.interfaz.marco.menu import SEMAFORO
from tablero.interfaz.paginas.sesion import direccion as de_sesion
from tablero.interfaz.pared import correr, direccion, grabadora
from tablero.interfaz.pared.correr import correr as correr_pagina
from tablero.interfaz.pared.grabar import PaginaGrabada, grabar, otra_forma
from tablero.interfaz.piezas import tarjeta
from tablero.interfaz.servidor.propias import propias
from tablero.interfaz.servidor.puerta import Puerta
from tablero.respuestas.columnas import presentacion
from tablero.respuestas.cosas.cosa import FILAS, Cosa

SIN_NADA = {
    "sesion?ver=pantallas": "la llena quien prepara una sesión, y aquí no hay ninguna",
    "sesion?ver=quorum": "lo mismo",
    "sesion?ver=compromisos": "lo mismo; con alguno, su pantalla es la de los compromisos",
    "sesion?ver=decisiones": "lo mismo",
    "sesion?ver=entrega": "ofrece archivos y no dice cifras",
    "descargas?ver=todo": "ofrece archivos y no dice cifras",
    "descargas?ver=tablas": "lo mismo",
    "historia?ver=plan": "con estas fuentes no hay plan de acción",
    "ediciones?ver=cambios": "hay una sola edición",
    "producto?codigo=3.1.7&ver=plan": "con estas fuentes no hay plan de acción",
    "ficha_territorial": "sin un lugar elegido solo lleva a ellos",
}
"""Las que no tienen qué mostrar en una pared, y por qué."""
TODAS = [
    *(f"{pagina}?ver={ver}" for pagina, suyas in PESTANAS.items() for ver in suyas),
    *(f"{pagina}&ver={ver}" for pagina, suyas in CON_ALGO_ELEGIDO.items() for ver in suyas),
    *SIN_PESTANAS,
]
PUERTA = Puerta(Falsa({}), {}, propias())


@pytest.fixture(autouse=True)
def _tablero(base_construida: Path) -> Iterator[None]:
    """El de las fuentes reales."""
    with conexion.un_solo_tablero():
        yield


def de(escrita: str) -> PaginaGrabada:
    grabada = grabar(escrita)
    assert grabada is not None, escrita
    return grabada


@pytest.mark.parametrize("escrita", TODAS)
def test_toda_pagina_y_toda_pestana_se_graban(
    escrita: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    corridas = []
    monkeypatch.setattr(
        "tablero.interfaz.pared.grabar.correr",
        lambda *con: corridas.append(correr_pagina(*con)) or corridas[-1],
    )
    pagina, pares, _ = direccion.partir(escrita)
    conexion.MEMORIA.olvidar(lambda clave: "pared.grabar" in str(clave[0]))
    grabada = grabar(escrita)
    (corrida,) = corridas
    assert corrida is not None, "la página falló o se demoró"
    if escrita in SIN_NADA:
        assert grabada is None
        return
    assert grabada is not None
    for cosa in grabada.pantallas:
        _revisar(cosa)
    nombres = [nombre for nombre, _ in grabada.tarjetas]
    assert corrida.con_boton <= set(nombres), "una tarjeta que se añade y no se puede proyectar"
    for nombre, cosa in grabada.tarjetas:
        assert cosa.de == direccion.unir(pagina, pares, nombre)
        assert otra_forma(cosa.de) == cosa


def _revisar(cosa: Cosa) -> None:
    assert cosa.titulo.strip()
    assert cosa.fuente.strip().endswith(".")
    assert cosa.cifras or cosa.grafico or cosa.tabla or cosa.imagen
    assert len(cosa.cifras) <= 3
    for texto in (cosa.titulo, cosa.fuente, *cosa.notas, *(c.texto for c in cosa.cifras)):
        assert "<" not in texto
        assert "\n" not in texto
    if cosa.datos is not None:
        columnas = map(str, cosa.datos.datos.columns)
        assert [c for c in columnas if presentacion(c).titulo == c] == []
    if cosa.tabla is not None:
        assert 0 < len(cosa.tabla.filas) <= FILAS
        assert len(cosa.tabla.filas) <= cosa.tabla.total
        assert {len(fila) for fila in cosa.tabla.filas} == {len(cosa.tabla.columnas)}
        assert cosa.tabla.numericas <= set(cosa.tabla.columnas)
        assert all(cosa.tabla.columnas)


def test_un_objetivo_trae_sus_productos(base: Base) -> None:
    preguntar = Preguntas(base)
    (cual,) = preguntar(politica.politicas).filas
    filtros = dict.fromkeys(("estado", "tipo", "sector", "entidad"))
    corte = {"politica": cual["politica_codigo"], "corte": cual["corte_fecha"]}
    filas = preguntar(politica.productos, **corte, objetivo="3", **filtros).filas
    cosa = de("semaforo?objetivo=3&ver=productos").junta
    assert cosa.tabla is not None
    assert cosa.tabla.total == len(filas) == 9
    assert [fila[0] for fila in cosa.tabla.filas] == [f["producto_codigo"] for f in filas]
    lugar = cosa.tabla.columnas.index("PAA")
    for fila, suya in zip(cosa.tabla.filas, filas, strict=True):
        assert fila[lugar] == (
            formato.SIN_DATO
            if suya["paa_pct"] is None
            else f"{formato.numero_justo(suya['paa_pct'])}\xa0%"
        )
    assert cosa.notas[0] == "Filtro: objetivo 3."


def test_un_departamento_trae_lo_suyo(base: Base) -> None:
    suma = Preguntas(base)(transferencias.suma, departamento="Antioquia", municipio=None).fila
    grabada = de("transferencias?departamento=Antioquia")
    girado = dict(grabada.tarjetas)["girado_en_antioquia"]
    assert girado.cifras[0].texto == formato.pesos(suma["girado_cop"])
    assert girado.titulo == f"Girado en Antioquia: {formato.pesos(suma['girado_cop'])}"
    assert girado.notas == ("Filtro: departamento Antioquia.",)
    assert grabada.junta.grafico is not None
    assert grabada.junta.titulo == "El 8\xa0% de lo girado en el país fue para Necoclí y Turbo"


def test_una_ficha_trae_su_lugar_y_su_mapa(base: Base) -> None:
    (centro,) = Preguntas(base)(centros.centros, departamento=None, municipio="54001").filas
    grabada = de("ficha_territorial?municipio=54001")
    junta = grabada.junta
    assert junta.titulo.startswith("San José de Cúcuta")
    personas = next(c for c in junta.cifras if c.rotulo == "Personas atendidas")
    assert personas.texto == formato.numero(centro["personas"])
    assert junta.imagen is not None
    assert junta.imagen.hacer().startswith(b"\x89PNG")
    assert "Cúcuta" in junta.imagen.alternativa
    assert {"ficha_cifras", "ficha_centros_integrate"} <= dict(grabada.tarjetas).keys()


def test_una_comparacion_lleva_a_todos_los_que_compara() -> None:
    cuadro = de("producto?comparar=3.1.7,2.2.6").junta.tabla
    assert cuadro is not None
    assert cuadro.columnas[1:] == ("3.1.7", "2.2.6")
    assert cuadro.total == 12


def test_un_mapa_es_una_imagen_con_su_leyenda() -> None:
    junta = de("mapas_ipt").junta
    assert junta.imagen is not None
    assert junta.imagen.leyenda[0][1] == "1.º a 6.º: 6 municipios"
    png = junta.imagen.hacer()
    assert png.startswith(b"\x89PNG")
    assert len(png) < 300_000
    assert junta.imagen.hacer() is png  # se dibuja una sola vez


def test_un_grafico_largo_lleva_las_que_caben_y_dice_cuantas_faltan() -> None:
    grafico = dict(de("transferencias").tarjetas)["transferencias_municipios"]
    assert grafico.grafico is not None
    assert len(grafico.grafico.datos) == 8
    assert grafico.notas[0] == "Van 8 de 13: quedan fuera 5."


def test_una_tabla_ancha_dice_que_columnas_deja() -> None:
    cuadro = de("semaforo?ver=objetivos").tarjeta("objetivos")
    assert cuadro is not None
    assert cuadro.tabla is not None
    assert f"Van {len(cuadro.tabla.columnas)} de 11 columnas: quedan fuera" in cuadro.notas[0]


def test_otra_forma_es_la_tarjeta_que_se_pide_o_la_pagina() -> None:
    sola = otra_forma("semaforo?tarjeta=politica_avance")
    assert sola is not None
    assert (sola.cifras, sola.codigo) == ((), "politica_avance")
    junta = otra_forma("semaforo")
    assert junta is not None
    assert [c.texto for c in junta.cifras[:2]] == ["52,05\xa0%", "52,20\xa0%"]
    assert otra_forma("semaforo?tarjeta=no_existe") is None
    assert otra_forma("no_existe") is None
    assert otra_forma("semaforo?" + "x" * 3000) is None


def test_una_vuelta_cualquiera_no_graba_y_la_grabada_no_deja_rastro() -> None:
    de("semaforo?ver=ritmo")
    assert grabadora.puesta() is None
    assert not any(hilo.name == "pared" for hilo in threading.enumerate())
    # Todos los turnos quedaron libres.
    assert correr.A_LA_VEZ._value == 2


def test_una_pagina_que_falla_no_tiene_forma(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(correr, "RAIZ", Path("/no/existe"))
    assert correr_pagina(SEMAFORO, (("ver", "medida"),), conexion.tablero()) is None
    assert "No se pudo grabar semaforo?ver=medida" in caplog.text
    assert correr.A_LA_VEZ._value == 2


def test_una_tarjeta_que_falla_no_se_lleva_a_las_demas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tarjeta.copia, "atributo", lambda *_: 1 // 0)
    corrida = correr_pagina(SEMAFORO, (("ver", "va"),), conexion.tablero())
    assert corrida is not None
    assert "politica_avance" in corrida.tarjetas


def test_la_que_se_demora_se_deja(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(correr, "SEGUNDOS", 0.0)
    vueltas: list[threading.Thread] = []

    class Anotada(correr._Vuelta):
        def start(self) -> None:
            vueltas.append(self)
            super().start()

    monkeypatch.setattr(correr, "_Vuelta", Anotada)
    assert correr_pagina(SEMAFORO, (("ver", "sobre"),), conexion.tablero()) is None
    (vuelta,) = vueltas
    vuelta.join(20)
    assert not vuelta.is_alive()
    assert isinstance(vuelta, correr._Vuelta)
    assert not vuelta.termino
    assert "Se demoró" in caplog.text


def test_la_pared_de_una_pagina_se_sirve_con_sus_filtros() -> None:
    consulta = quote("semaforo?ver=productos&objetivo=3", safe="")
    mensajes, _, cuerpo = pedir(PUERTA, f"/sala?de={consulta}")
    html = cuerpo.decode()
    assert mensajes[0]["status"] == 200
    assert html.count("<section ") == 1
    assert "9 de 52 productos: objetivo 3" in html
    assert f"/sala/sesion.html?de={consulta}" in html
    _, cabeceras, _ = pedir(PUERTA, f"/sala/sesion.html?de={consulta}")
    dia = date(2026, 11, 30).isoformat()
    assert cabeceras["content-disposition"] == f'attachment; filename="semaforo_{dia}.html"'


def test_los_mapas_van_dentro_y_el_archivo_cabe() -> None:
    cuerpo = pedir(PUERTA, "/sala/sesion.html?de=mapas_ipt")[2]
    assert cuerpo.decode().count('src="data:image/png;base64,') == 1
    assert len(cuerpo) < 5_000_000


@pytest.mark.parametrize(
    ("consulta", "dice"),
    [("de=no", "no es de ninguna"), ("de=descargas", "no tiene nada que proyectar")],
)
def test_lo_que_no_se_proyecta_se_dice(consulta: str, dice: str) -> None:
    mensajes, _, cuerpo = pedir(PUERTA, f"/sala?{consulta}")
    assert mensajes[0]["status"] == 404
    assert dice in cuerpo.decode()


def test_la_direccion_lleva_su_tarjeta() -> None:
    pagina, pares, cual = direccion.partir("semaforo?objetivo=3&tarjeta=productos&edicion=1")
    assert (pagina, pares, cual) == (SEMAFORO, (("objetivo", "3"),), "productos")
    assert direccion.unir(pagina, pares, cual) == "semaforo?objetivo=3&tarjeta=productos"
    assert direccion.unir(direccion.partir("./")[0], ()) == "./"
    escrita = "http://localhost:8501/semaforo?objetivo=3&tarjeta=productos&edicion=1"
    assert de_sesion.entender(escrita) == "semaforo?objetivo=3&tarjeta=productos"
    with pytest.raises(ErrorTablero):
        direccion.partir("../etc/passwd")
