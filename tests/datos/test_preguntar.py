"""Lo que contesta el tablero con la sala proyectada: lo mismo que sus consultas."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tablero import formato
from tablero.busqueda import en_la_pared
from tablero.busqueda.documento import Documento
from tablero.busqueda.indice import Indice
from tablero.busqueda.reunir import todos
from tablero.consultas import comite, eat, entidad, ficha, politica, por_que
from tablero.consultas.base import Base, Preguntas
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Actas, Sesion, actas
from tablero.respuestas import acta
from tablero.respuestas.cosas import cambios, lugar, objetivo
from tablero.respuestas.cosas.de_la_sesion import de_una_direccion
from tablero.respuestas.cosas.del_registro import DelRegistro
from tablero.respuestas.cosas.politica import vista
from tablero.respuestas.ediciones import Cambio
from tablero.respuestas.preguntar import entender, lo_que_hay

HOY, ANTES, DIA = date(2026, 11, 30), date(2026, 11, 2), date(2026, 12, 15)
IDIPRON = "Instituto Distrital para la Protección de la niñez y la Juventud"
EDUCACION = "Secretaría de Educación del Distrito"


@pytest.fixture
def preguntar(base: Base) -> Preguntas:
    return Preguntas(base)


@pytest.fixture
def escritor(tmp_path: Path) -> Escritor:
    return Escritor(tmp_path / "registro", "prueba")


def del_registro(
    preguntar: Preguntas, leidas: Actas, sesion: Sesion | None = None, edicion: int | None = 2
) -> DelRegistro:
    return DelRegistro(preguntar, leidas, DIA, lambda _: None, sesion=sesion, edicion=edicion)


def direcciones(preguntar: Preguntas, dicho: str) -> list[str]:
    return [candidata.direccion for candidata in entender(dicho, lo_que_hay(preguntar))]


@pytest.mark.parametrize(
    ("dicho", "direccion"),
    [
        ("3.1.7", "producto?codigo=3.1.7&politica=poblacion_migrante_internacional"),
        ("¿y Usme?", "buscar?q=Usme&clase=localidad"),
        ("¿y Cúcuta?", "ficha_territorial?municipio=54001"),
        ("Antioquia", "ficha_territorial?departamento=Antioquia"),
        ("Buenavista, Córdoba", "ficha_territorial?municipio=23079"),
        (
            "objetivo 3",
            "semaforo?ver=por_que&objetivo=3&politica=poblacion_migrante_internacional",
        ),
        ("IDIPRON", f"entidad?{urlencode({'nombre': IDIPRON})}"),
    ],
)
def test_lo_que_el_tablero_tiene_se_entiende(
    preguntar: Preguntas, dicho: str, direccion: str
) -> None:
    assert direcciones(preguntar, dicho) == [direccion]


def test_cada_entidad_del_comite_se_halla_por_su_nombre(preguntar: Preguntas) -> None:
    nombres = [fila["entidad"] for fila in preguntar(comite.entidades).filas]
    assert len(nombres) == 19
    hay = lo_que_hay(preguntar)
    for nombre in nombres:
        halladas = [candidata.titulo for candidata in entender(nombre, hay)]
        assert nombre in halladas, nombre


def test_el_objetivo_3_dice_que_le_resta(preguntar: Preguntas) -> None:
    mirada = vista(preguntar)
    assert mirada is not None
    suyos = [f for f in preguntar(por_que.productos, **mirada).filas if f["objetivo_numero"] == 3]
    restan = sorted(
        (f["brecha_aporte_pp"], f["producto_codigo"])
        for f in suyos
        if (f["brecha_aporte_pp"] or 0) < 0
    )
    grupo = next(
        f
        for f in preguntar(por_que.grupos, **mirada, por="objetivo").filas
        if f["grupo"] == "Objetivo 3"
    )
    cosa = objetivo.uno(preguntar, 3)
    assert cosa is not None
    resta, todo = -restan[0][0], -sum(aporte for aporte, _ in restan)
    assert cosa.titulo == (
        f"El objetivo 3 le resta {formato.numero(-grupo['brecha_aporte_pp'], 2)} puntos a la "
        f"política: el {restan[0][1]} resta {formato.numero(resta, 2)} de los "
        f"{formato.numero(todo, 2)} que restan {len(restan)} productos"
    )
    assert restan[0][1] == "3.1.7"
    fila = next(
        f for f in preguntar(politica.objetivos, **mirada).filas if f["objetivo_numero"] == 3
    )
    assert cosa.cifras[0].texto == formato.numero(fila["brecha_calculada_pp"], 2, signo=True)
    assert [c.texto for c in cosa.cifras[1:]] == [
        formato.porcentaje(fila[c]) for c in ("avance_pct", "trayectoria_pct")
    ]
    assert cosa.tabla is not None
    assert [f[0] for f in cosa.tabla.filas[: len(restan)]] == [codigo for _, codigo in restan]
    # Los que restan, los que suman, los que van justos y los que no tienen dato son todos.
    assert "4 productos de 9 van justo donde debían: no restan ni suman." in cosa.notas
    assert cosa.notas[0].startswith("Lo publicado y lo calculado difieren: ")
    assert "SDP" in cosa.fuente
    assert objetivo.uno(preguntar, 9) is None
    assert objetivo.uno(preguntar, 3, "otra") is None


def test_un_objetivo_al_que_le_va_bien_no_se_dice_bajo(preguntar: Preguntas) -> None:
    cosa = objetivo.uno(preguntar, 2)
    assert cosa is not None
    assert cosa.titulo.startswith("El objetivo 2 le suma 3,25 puntos a la política: el 2.2.6 resta")


def test_un_municipio_dice_lo_que_dicen_las_listas(preguntar: Preguntas) -> None:
    orden = next(
        f
        for f in preguntar(eat.priorizados, departamento=None, municipio=None).filas
        if f["municipio_codigo"] == "54001"
    )
    sumas = {
        f["concepto"]: f["total"]
        for f in preguntar(ficha.totales, municipio="54001", departamento=None, cluster=None).filas
    }
    cosa = de_una_direccion(preguntar, "ficha_territorial?municipio=54001")
    assert cosa is not None
    assert cosa.titulo == (
        f"San José de Cúcuta es el {orden['orden']}.º de 34 municipios del IPT y está en el "
        f"clúster {orden['cluster_numero']}"
    )
    assert [c.texto for c in cosa.cifras] == [
        f"{orden['orden']}.º",
        formato.numero(sumas["personas"]),
        f"${formato.numero_justo(round(sumas['girado'] / 1e6, 1), 1)}",
    ]
    assert "CNIM" in cosa.fuente


def test_de_un_lugar_sin_nada_se_dice_que_no_hay_dato(preguntar: Preguntas) -> None:
    cosa = lugar.uno(preguntar, "municipio", "15001")
    assert cosa is not None
    assert cosa.titulo == "Tunja: ninguna lista del tablero lo nombra, sin dato"
    assert {c.texto for c in cosa.cifras} == {formato.SIN_DATO}
    assert lugar.uno(preguntar, "municipio", "99999") is None
    assert lugar.uno(preguntar, "departamento", "Narnia") is None
    assert lugar.uno(preguntar, "cluster", "99") is None


def test_un_departamento_y_un_cluster_cuentan_los_suyos(preguntar: Preguntas) -> None:
    orden = preguntar(eat.priorizados, departamento=None, municipio=None).filas
    antioquia = [f for f in orden if f["departamento_nombre"] == "Antioquia"]
    cosa = lugar.uno(preguntar, "departamento", "Antioquia")
    assert cosa is not None
    assert cosa.titulo == (f"Antioquia: {len(antioquia)} de sus 125 municipios en la lista del IPT")
    assert cosa.tabla is not None
    assert [f[0] for f in cosa.tabla.filas] == [f["municipio_nombre"] for f in antioquia]
    cluster = lugar.uno(preguntar, "cluster", "3")
    assert cluster is not None
    assert cluster.titulo == "Clúster 3: 4 de sus 4 municipios en la lista del IPT"


def test_de_usme_ninguna_fuente_da_una_cifra(preguntar: Preguntas) -> None:
    indice = Indice(todos(preguntar))
    cosa = en_la_pared.forma(indice, "buscar?q=Usme&clase=localidad")
    assert cosa is not None
    assert cosa.titulo == "Usme: ninguna fuente del tablero da una cifra de toda la localidad"
    assert cosa.cifras[0].texto == formato.SIN_DATO
    assert cosa.tabla is not None
    assert cosa.tabla.filas[1] == (
        "Qué dice el tablero",
        "Localidad de Bogotá. Ninguna fuente del tablero la nombra ni da cifras de ella.",
    )
    assert (
        cosa.fuente == "Una cifra de la localidad no está en ninguna de las 7 fuentes del tablero."
    )
    for otra in ("buscar?q=Nada&clase=localidad", "buscar?q=Usme&clase=municipio"):
        assert en_la_pared.forma(indice, otra) is None
    assert not en_la_pared.es_de_aqui("buscar?q=Usme")


def test_lo_hallado_se_vuelve_a_hallar_por_su_direccion(preguntar: Preguntas) -> None:
    hallado = Documento("cifra", "Asistentes & más", "plan_cnim", cifra="1", corte="CNIM: 2025")
    indice = Indice([hallado, Documento("accion", "Asistentes", "plan_cnim")])
    cosa = en_la_pared.forma(indice, en_la_pared.direccion(hallado))
    assert cosa is not None
    assert (cosa.titulo, cosa.fuente) == ("Asistentes & más", "Fuente: CNIM: 2025.")
    assert cosa.tabla is not None
    assert cosa.tabla.filas == (("Qué es", "Cifras"), ("Su cifra", "1"))


def test_quien_debe_que_va_del_que_vencio_primero(preguntar: Preguntas, escritor: Escritor) -> None:
    codigo = escritor.crear(ANTES, "", hoy=HOY, edicion=None)
    (de_antes,) = actas(escritor.carpeta).sesiones
    salud = "Secretaría Distrital de Salud"
    for que, quien, vence in (
        ("Matriz", salud, date(2027, 1, 20)),
        ("Plan", EDUCACION, date(2026, 11, 20)),
    ):
        escritor.compromiso(de_antes, que, quien, vence)
    registro = del_registro(preguntar, actas(escritor.carpeta))
    cosa = registro.forma("sesion?ver=compromisos")
    assert cosa is not None
    assert cosa.titulo == "2 compromisos abiertos; 1 ya venció"
    assert cosa.tabla is not None
    assert cosa.tabla.filas == (
        ("20 de noviembre de 2026 (vencido)", EDUCACION, "Plan"),
        ("20 de enero de 2027", salud, "Matriz"),
    )
    (direccion,) = direcciones(preguntar, "¿qué debe Salud?")
    suya = registro.forma(direccion)
    assert suya is not None
    assert suya.titulo == f"{salud}: 1 compromiso abierto; 0 ya vencieron"
    assert codigo == de_antes.codigo


def test_una_entidad_dice_sus_productos_y_lo_que_debe(
    preguntar: Preguntas, escritor: Escritor
) -> None:
    escritor.crear(ANTES, "", hoy=HOY, edicion=None)
    (de_antes,) = actas(escritor.carpeta).sesiones
    escritor.compromiso(de_antes, "Publicar el plan", EDUCACION, date(2026, 11, 20))
    registro = del_registro(preguntar, actas(escritor.carpeta))
    mirada = vista(preguntar)
    assert mirada is not None
    productos = preguntar(entidad.productos, **mirada, entidad=EDUCACION).filas
    atrasados = sum(f["situacion"] == "atrasado" for f in productos)
    (direccion,) = direcciones(preguntar, "¿y Educación?")
    cosa = registro.forma(direccion)
    assert cosa is not None
    assert [c.texto for c in cosa.cifras] == [str(len(productos)), str(atrasados), "1"]
    assert (len(productos), atrasados) == (4, 1)
    assert cosa.tabla is not None
    assert cosa.tabla.filas[0][0] == "3.1.7"
    assert cosa.notas == ("Debe, para el 20 de noviembre de 2026: Publicar el plan",)
    sin = registro.forma(f"entidad?{urlencode({'nombre': 'Secretaría Distrital de Ambiente'})}")
    assert sin is not None
    assert sin.titulo.startswith("Secretaría Distrital de Ambiente: 0 productos")
    assert sin.notas == ("Ninguna fuente le asigna un producto de la política.",)
    assert registro.forma("entidad?nombre=Nadie") is None


def test_que_cambio_compara_con_la_edicion_de_la_sesion_anterior(
    preguntar: Preguntas, escritor: Escritor, base: Base, base_con_libros: Path
) -> None:
    assert del_registro(preguntar, Actas()).que_cambio() == "ediciones?ver=cambios"
    sola = del_registro(preguntar, Actas()).forma("ediciones?ver=cambios")
    assert sola is not None
    assert sola.titulo == "No hay una sesión anterior con la que comparar"
    escritor.crear(ANTES, "", hoy=HOY, edicion=1)
    cancelada = escritor.crear(date(2026, 11, 9), "", hoy=HOY, edicion=5)
    escritor.cancelar(cancelada, "Sin quórum")
    esta = escritor.crear(DIA, "", hoy=HOY, edicion=2)
    leidas = actas(escritor.carpeta)
    sesion = next(s for s in leidas.sesiones if s.codigo == esta)
    registro = del_registro(preguntar, leidas, sesion)
    assert registro.que_cambio() == cambios.direccion(1, 2)
    # Sin proyectar ninguna, la última que ya se hizo: la de ese día cuenta, y la que falta no.
    assert del_registro(preguntar, leidas).que_cambio() == cambios.direccion(2, 2)
    antes_de_ella = replace(del_registro(preguntar, leidas), dia=HOY)
    assert antes_de_ella.que_cambio() == cambios.direccion(1, 2)
    perdida = registro.forma(cambios.direccion(1, 2))
    assert perdida is not None
    assert perdida.titulo == (
        "No se puede comparar: las ediciones 1 y 2 ya no conservan su archivo"
    )
    otra = Base(base_con_libros)
    bases = {1: base, 2: otra}
    con = DelRegistro(preguntar, leidas, DIA, bases.get, sesion=sesion, edicion=2)
    cosa = con.forma(cambios.direccion(1, 2))
    assert cosa is not None
    assert cosa.tabla is not None
    assert cosa.tabla.total > 10
    assert len(cosa.tabla.filas) == 10
    assert cosa.titulo.startswith("De la edición 1 a la 2: ")
    igual = con.forma(cambios.direccion(2, 2))
    assert igual is not None
    assert igual.titulo == "Nada cambió: las dos sesiones muestran la edición 2"


def test_los_cambios_dicen_antes_y_ahora_y_las_cifras_van_primero(
    base: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    tabla = "transferencias_psicosociales"
    hallados = [
        Cambio(tabla, "Transferencias", "arauca_1", "salió"),
        Cambio(tabla, "Transferencias", "cali", "cambió", "estado", "Estado", "girado", "otro"),
        Cambio(tabla, "Transferencias", "cali", "cambió", "valor_cop", "Valor", None, 1500.5),
        Cambio(tabla, "Transferencias", "pasto", "entró"),
    ]
    monkeypatch.setattr(cambios, "comparar", lambda _antes, _despues: hallados)
    cosa = cambios.desde(base, base, numeros=(1, 2))
    assert cosa.titulo == "De la edición 1 a la 2: 2 datos cambiaron, 1 fila entró y 1 fila salió"
    assert [c.texto for c in cosa.cifras] == ["2", "1", "1"]
    assert cosa.tabla is not None
    assert cosa.tabla.filas == (
        ("Transferencias · cali", "Valor", "sin dato", "1.500,5"),
        ("Transferencias · cali", "Estado", "girado", "otro"),
        ("Transferencias · arauca 1", "la fila", "estaba", "ya no está"),
        ("Transferencias · pasto", "la fila", "no estaba", "está"),
    )


def test_dos_ediciones_iguales_no_cambian_nada(base: Base) -> None:
    cosa = cambios.desde(base, base, numeros=(1, 2))
    assert cosa.titulo == "De la edición 1 a la 2 no cambió ningún dato"


def test_el_acta_vuelve_a_mostrar_lo_que_se_contesto(
    preguntar: Preguntas, escritor: Escritor
) -> None:
    codigo = escritor.crear(DIA, "", hoy=HOY, edicion=None)
    for dicho in ("3.1.7", "objetivo 3", "¿quién debe qué?", "¿y Educación?", "Cúcuta"):
        (direccion,) = direcciones(preguntar, dicho)
        escritor.pregunta(codigo, dicho, direccion)
    escritor.pregunta(codigo, "¿y la luna?", "")
    leidas = actas(escritor.carpeta)
    hecha = acta.de_sesion(preguntar, leidas.sesiones[0], leidas, [], None)
    titulos = {p.dicho: None if c is None else c.titulo for p, c in hecha.preguntas}
    assert titulos["¿y la luna?"] is None
    assert titulos["3.1.7"] == "El 3.1.7 lleva 0,00\u00a0% y debía llevar 100,00\u00a0%"
    assert titulos["¿quién debe qué?"] == "0 compromisos abiertos; 0 ya vencieron"
    assert titulos["¿y Educación?"] == (
        f"{EDUCACION}: 4 productos, 1 atrasado; 0 compromisos abiertos"
    )
    assert titulos["Cúcuta"] is not None
    assert titulos["objetivo 3"] is not None
