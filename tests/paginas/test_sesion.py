"""Preparar sesión: se crea, se ordena, se marca quién está y se dice qué queda por cumplir."""

import io
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest
from dichos import advertidos, informados
from fabrica_sesion import sesion_con_todo
from fabrica_sesiones import cambiar_celdas, escribir_libro, la_de, lo_que_hay, una_sesion
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest
from tipos import Abrir, Texto

from tablero import rutas
from tablero.consultas.base import Base
from tablero.errores import ErrorTablero
from tablero.exportar.sesion.archivos import ARCHIVOS
from tablero.interfaz.marco.rehacer import PEDIRLA, REHACER
from tablero.interfaz.paginas.sesion import archivos, entrega
from tablero.interfaz.servidor import este_equipo
from tablero.interfaz.servidor.este_equipo import Llegada
from tablero.registro.archivo import leer
from tablero.registro.ediciones import Edicion
from tablero.registro.lugares import Lugares
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Sesion, actas

PAGINA = "pages/sesion.py"
HOY = date(2026, 11, 30)
DE_AQUI = Llegada(("127.0.0.1",), "127.0.0.1", {"Host": ["localhost:8501"]})


@pytest.fixture(autouse=True)
def registro(base_construida: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Un tablero como el de siempre, con su propio registro."""
    copia = tmp_path / "tablero.duckdb"
    shutil.copyfile(base_construida, copia)
    monkeypatch.setattr(rutas, "BASE", copia)
    return Lugares.de(copia).registro


@pytest.fixture
def escritor(registro: Path) -> Escritor:
    return Escritor(registro, "prueba")


@pytest.fixture
def en_este_equipo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(este_equipo, "llegada", lambda: DE_AQUI)


def oprimir(prueba: AppTest, etiqueta: str) -> AppTest:
    (boton,) = [b for b in prueba.button if b.label == etiqueta]
    boton.click().run()
    assert not prueba.exception
    return prueba


def campo(prueba: AppTest, etiqueta: str, lugar: int = 0) -> object:
    return [c for c in [*prueba.text_input, *prueba.text_area] if c.label == etiqueta][lugar]


def escribir(prueba: AppTest, etiqueta: str, valor: str, lugar: int = 0) -> None:
    campo(prueba, etiqueta, lugar).set_value(valor)  # type: ignore[attr-defined]


def subtitulo(prueba: AppTest) -> str:
    return str(prueba.subheader[0].value)


def unica(registro: Path) -> Sesion:
    (sesion,) = actas(registro).sesiones
    return sesion


@pytest.mark.usefixtures("en_este_equipo")
def test_se_crea_con_lo_que_proponen_los_datos(abrir: Abrir, texto: Texto, registro: Path) -> None:
    prueba = abrir(PAGINA)
    assert informados(prueba) == ["Todavía no hay ninguna sesión."]
    escribir(prueba, "Fecha", "15/12/2026")
    escribir(prueba, "Lugar", "Sala <b>*Barulé*</b>")
    oprimir(prueba, "Crear la sesión")
    sesion = unica(registro)
    assert prueba.query_params["sesion"] == sesion.codigo
    assert (sesion.fecha, sesion.lugar) == (date(2026, 12, 15), "Sala <b>*Barulé*</b>")
    assert informados(prueba) == ["Se creó la sesión. Diga ahora cuántos minutos lleva cada punto."]
    assert subtitulo(prueba) == "8 puntos, sin minutos asignados"
    dicho = texto(prueba)
    assert "Nivel de madurez: sin dato: ninguna fuente lo publica" in dicho
    assert "Metas PDD: sin dato: ninguna fuente lo publica" in dicho
    assert dicho.count(">sin asignar</td>") == 8
    assert [p.titulo[:14] for p in sesion.pantallas] == [
        "Cómo va la pol",
        "Producto 3.1.7",
        "Producto 1.1.1",
        "Producto 2.2.6",
        "3 fuentes venc",
    ]
    assert sesion.pantallas[-1].titulo == "3 fuentes vencidas: SDP, EAT y CNIM"
    assert sesion.pantallas[1].decision_pedida == (
        "Secretaría de Educación del Distrito: ¿qué hará para ponerse al día?"
    )


@pytest.mark.usefixtures("en_este_equipo")
@pytest.mark.parametrize(
    ("fecha", "dice"),
    [
        ("31/02/2026", "«31/02/2026» no es una fecha: escríbala como 15/12/2026 o 2026-12-15."),
        ("", "Falta la fecha: escríbala como 15/12/2026."),
        (
            "15/12/2062",
            "La sesión no puede ser el 15 de diciembre de 2062: está a más de 5 años de hoy.",
        ),
    ],
)
def test_una_fecha_mal_escrita_se_dice_y_no_crea_nada(
    abrir: Abrir, texto: Texto, registro: Path, fecha: str, dice: str
) -> None:
    prueba = abrir(PAGINA)
    escribir(prueba, "Fecha", fecha)
    oprimir(prueba, "Crear la sesión")
    assert f'<div class="tb-alerta tb-falla" role="alert">{dice}</div>' in texto(prueba)
    assert "La agenda de la última publicada" in [str(s.value) for s in prueba.subheader]
    assert leer(registro) == []


@pytest.mark.usefixtures("en_este_equipo")
def test_los_puntos_se_agregan_se_miden_y_se_ordenan(
    abrir: Abrir, texto: Texto, escritor: Escritor
) -> None:
    codigo = escritor.crear(date(2026, 12, 15), "", hoy=HOY, edicion=4)
    prueba = abrir(PAGINA)
    assert 'href="./?edicion=4"' in texto(prueba)
    for titulo, minutos in (("Apertura", 5), ("Salud & <i>datos</i>", 0)):
        escribir(prueba, "Qué se trata", titulo)
        prueba.number_input[0].set_value(minutos)
        oprimir(prueba, "Agregar el punto")
    assert subtitulo(prueba) == "2 puntos: 5 minutos y 1 punto sin asignar"
    assert "Salud &amp; &lt;i&gt;datos&lt;/i&gt;" in texto(prueba)
    oprimir(prueba, "Bajar")
    puntos = unica(escritor.carpeta).puntos
    assert [p.titulo for p in puntos] == ["Salud & <i>datos</i>", "Apertura"]
    assert informados(prueba) == ["«Apertura» quedó en el lugar 2."]
    escribir(prueba, "Qué se trata", "  ")
    oprimir(prueba, "Agregar el punto")
    assert "El punto no puede quedar en blanco." in texto(prueba)
    oprimir(prueba, "Quitar")
    assert [p.titulo for p in unica(escritor.carpeta).puntos] == ["Salud & <i>datos</i>"]
    assert codigo == unica(escritor.carpeta).codigo


@pytest.mark.usefixtures("en_este_equipo")
def test_se_muestra_un_codigo_o_una_pagina_en_la_edicion_congelada(
    abrir: Abrir, texto: Texto, escritor: Escritor
) -> None:
    escritor.crear(date(2026, 12, 15), "", hoy=HOY, edicion=4)
    prueba = abrir(PAGINA, ver="pantallas")
    que = "Código o dirección de lo que se muestra"
    for escrito, titulo in (
        ("3.1.7", "El 3.1.7"),
        ("54001", "Cúcuta"),
        ("http://localhost:8501/semaforo?estado=bajo&edicion=2", "Semáforo"),
    ):
        escribir(prueba, que, escrito)
        escribir(prueba, "Título", titulo)
        oprimir(prueba, "Agregar la pantalla")
    assert [p.direccion for p in unica(escritor.carpeta).pantallas] == [
        "producto?codigo=3.1.7&politica=poblacion_migrante_internacional",
        "ficha_territorial?municipio=54001",
        "semaforo?estado=bajo",
    ]
    assert 'href="./semaforo?estado=bajo&amp;edicion=4"' in texto(prueba)
    for malo, dice in (
        ("9.9.9", "Ningún producto de la política lleva el código 9.9.9."),
        ("99999", "Ningún municipio lleva el código 99999."),
        ("javascript:alert(1)", "«javascript:alert(1)» no es de este tablero."),
    ):
        escribir(prueba, que, malo)
        escribir(prueba, "Título", "X")
        oprimir(prueba, "Agregar la pantalla")
        assert dice in texto(prueba)
    assert len(unica(escritor.carpeta).pantallas) == 3
    oprimir(prueba, "Agregarlas")
    assert len(unica(escritor.carpeta).pantallas) == 3 + 4  # el 3.1.7 ya estaba
    assert "La sesión ya muestra todo lo que proponen los datos." in texto(prueba)


@pytest.mark.usefixtures("en_este_equipo")
def test_una_pantalla_dice_su_punto_de_la_agenda(abrir: Abrir, escritor: Escritor) -> None:
    codigo = escritor.crear(date(2026, 12, 15), "", hoy=HOY, edicion=None)
    for orden, titulo in enumerate(("Apertura", "Avance"), start=1):
        escritor.punto(codigo, titulo, orden=orden, codigo=f"p{orden}")
    prueba = abrir(PAGINA, ver="pantallas")
    (punto,) = [lista for lista in prueba.selectbox if lista.label == "Punto de la agenda"]
    assert punto.options == ["El de la pantalla anterior", "1. Apertura", "2. Avance"]
    escribir(prueba, "Código o dirección de lo que se muestra", "3.1.7")
    escribir(prueba, "Título", "El 3.1.7")
    punto.set_value("p2")
    oprimir(prueba, "Agregar la pantalla")
    assert [p.punto for p in unica(escritor.carpeta).pantallas] == ["p2"]
    # Al cambiarla, lo que decía sigue escogido.
    cambiada = [lista for lista in prueba.selectbox if lista.label == "Punto de la agenda"][-1]
    assert cambiada.value == "p2"


@pytest.mark.usefixtures("en_este_equipo")
def test_el_quorum_se_marca_y_se_cuenta(abrir: Abrir, texto: Texto, escritor: Escritor) -> None:
    escritor.crear(date(2026, 12, 15), "", hoy=HOY, edicion=1)
    prueba = abrir(PAGINA, ver="quorum")
    assert subtitulo(prueba) == "0 de 19 entidades presentes: regla sin configurar"
    assert len(prueba.checkbox) == 19
    for lugar in (0, 6, 18):
        prueba.checkbox[lugar].check().run()
    assert subtitulo(prueba) == "3 de 19 entidades presentes: regla sin configurar"
    assert unica(escritor.carpeta).presentes == (
        *("Instituto Distrital de Recreación y Deporte", "Secretaría Distrital de Salud"),
        "Secretaría General",
    )
    assert prueba.checkbox[0].label.startswith("Secretaría General · presente, ")
    prueba.checkbox[0].uncheck().run()
    assert subtitulo(prueba).startswith("2 de 19 entidades presentes")
    assert prueba.checkbox[0].label.startswith("Secretaría General · se retiró, ")
    for minimo, dice in ((2, "hay quórum (se piden 2)"), (3, "no hay quórum, falta 1")):
        prueba.number_input[0].set_value(minimo)
        oprimir(prueba, "Guardar la regla")
        assert subtitulo(prueba) == f"2 de 19 entidades presentes: {dice}"
    assert "(hasta el 31 de mayo de 2024): no publicada." in texto(prueba)


@pytest.mark.usefixtures("en_este_equipo")
def test_un_compromiso_vuelve_en_la_sesion_siguiente_con_los_vencidos_primero(
    abrir: Abrir, texto: Texto, escritor: Escritor
) -> None:
    escritor.crear(date(2026, 9, 1), "Primera", hoy=HOY, edicion=1)
    prueba = abrir(PAGINA, ver="compromisos")
    for que, entidad, vence in (
        ("Entregar el corte", "Secretaría Distrital de Salud", "20/12/2026"),
        ("Nombrar <delegado>", "Secretaría Distrital de la Mujer", "20/11/2026"),
    ):
        escribir(prueba, "Qué se hará", que)
        escribir(prueba, "Vence", vence)
        entidades, producto = prueba.selectbox[-4:-2] if que[0] == "N" else prueba.selectbox[-2:]
        entidades.set_value(entidad)
        producto.set_value("2.2.6")
        oprimir(prueba, "Agregar el compromiso")
    escritor.crear(date(2026, 12, 15), "Segunda", hoy=HOY, edicion=1)
    prueba = abrir(PAGINA, ver="compromisos")
    assert "15 de diciembre de 2026 · Segunda" in prueba.selectbox[0].options
    assert subtitulo(prueba) == "2 compromisos abiertos, 1 vencido"
    dicho = texto(prueba)
    assert dicho.index("Nombrar &lt;delegado&gt;") < dicho.index("Entregar el corte")
    assert "vencido hace 10 días" in dicho
    assert "Sesión del 1 de septiembre de 2026" in dicho
    assert 'href="./producto?codigo=2.2.6"' in dicho
    for codigo in ("excel", "maquina"):
        assert f"/llevar/{codigo}/sesion?ver=compromisos&amp;tarjeta=compromisos" in dicho
    oprimir(prueba, "Guardar cómo va")
    assert "La evidencia no puede quedar en blanco." in texto(prueba)
    escribir(prueba, "Evidencia, o motivo del retiro", "Oficio 45")
    oprimir(prueba, "Guardar cómo va")
    assert subtitulo(prueba) == "1 compromiso abierto, 0 vencidos"
    dicho = texto(prueba)
    assert dicho.index("Entregar el corte") < dicho.index("Nombrar &lt;delegado&gt;")
    assert 'cumplido<span class="tb-sub">Oficio 45</span>' in dicho
    de_salud = texto(abrir("pages/entidad.py", nombre="Secretaría Distrital de Salud"))
    assert "Entregar el corte" in de_salud
    assert "Nombrar" not in de_salud


@pytest.mark.usefixtures("en_este_equipo")
def test_los_compromisos_se_miran_por_entidad(
    abrir: Abrir, texto: Texto, escritor: Escritor
) -> None:
    escritor.crear(date(2026, 12, 15), "", hoy=HOY, edicion=1)
    sesion = unica(escritor.carpeta)
    for entidad in ("Secretaría Distrital de Salud", "Secretaría General"):
        escritor.compromiso(sesion, f"Lo de {entidad}", entidad, date(2027, 1, 31))
    dicho = texto(abrir(PAGINA, ver="compromisos", entidad="Secretaría General"))
    assert "Lo de Secretaría General" in dicho
    assert "Lo de Secretaría Distrital de Salud" not in dicho


@pytest.mark.usefixtures("en_este_equipo")
def test_una_sesion_nueva_propone_los_compromisos_que_se_deben(
    abrir: Abrir, escritor: Escritor
) -> None:
    escritor.crear(date(2026, 9, 1), "", hoy=HOY, edicion=1)
    escritor.compromiso(unica(escritor.carpeta), "Algo", "Secretaría General", date(2026, 11, 20))
    prueba = abrir(PAGINA)
    escribir(prueba, "Fecha", "15/12/2026", lugar=-1)
    oprimir(prueba, "Crear la sesión")
    nueva = actas(escritor.carpeta).sesiones[0]
    assert nueva.pantallas[0].direccion == "sesion?ver=compromisos"
    assert nueva.pantallas[0].para_quien_habla == "1 compromiso abierto; 1 ya está vencido."
    assert [p.titulo for p in nueva.puntos][-3:] == [
        "Compromisos de sesiones anteriores",
        "Varios y cierre",
        "7.1. Hola América (Ashoka) - Panas y Parces 2024",
    ]


@pytest.mark.usefixtures("en_este_equipo")
def test_se_anota_la_decision_de_una_pantalla(
    abrir: Abrir, texto: Texto, escritor: Escritor
) -> None:
    codigo = escritor.crear(date(2026, 12, 15), "", hoy=HOY, edicion=1)
    assert "no tiene pantallas" in informados(abrir(PAGINA, ver="decisiones"))[0]
    escritor.pantalla(codigo, "Salud", "semaforo", decision_pedida="¿Se ajusta?", orden=1)
    prueba = abrir(PAGINA, ver="decisiones")
    assert subtitulo(prueba) == "0 de 1 pantalla con decisión"
    prueba.text_area[0].set_value("Se ajusta <en marzo>")
    prueba.text_area[1].set_value("Con reserva")
    oprimir(prueba, "Guardar la decisión y la nota")
    assert subtitulo(prueba) == "1 de 1 pantalla con decisión"
    assert 'Se ajusta &lt;en marzo&gt;<span class="tb-sub">Con reserva</span>' in texto(prueba)


def test_fuera_de_este_equipo_se_mira_y_no_se_escribe(
    abrir: Abrir, texto: Texto, escritor: Escritor, monkeypatch: pytest.MonkeyPatch
) -> None:
    codigo = escritor.crear(date(2026, 12, 15), "Sala", hoy=HOY, edicion=1)
    escritor.punto(codigo, "Apertura", orden=1)
    escritor.pantalla(codigo, "Salud", "semaforo", orden=1)
    escritor.asistencia(codigo, "Secretaría General", asiste=True)
    escritor.compromiso(unica(escritor.carpeta), "Algo", "Secretaría General", date(2027, 1, 1))
    monkeypatch.setattr(
        este_equipo,
        "llegada",
        lambda: Llegada(("127.0.0.1",), "127.0.0.1", {"Host": ["localhost"], "X-Real-IP": ["::1"]}),
    )
    for ver, dice in {
        "agenda": "Apertura",
        "pantallas": "Salud",
        "quorum": "Secretaría General · presente, ",
        "compromisos": "Algo",
        "decisiones": "Salud",
        "entrega": "No hay una edición 1.",
    }.items():
        prueba = abrir(PAGINA, ver=ver)
        assert informados(prueba) == [
            "Puede mirar las sesiones y no escribir en ellas. La página llega a través de otro "
            f"servidor. {este_equipo.PARA_ESCRIBIR}"
        ]
        assert dice in texto(prueba)
        assert not [*prueba.button, *prueba.checkbox, *prueba.text_input, *prueba.text_area]
        lleva = [e.proto.label for e in prueba.get("download_button")]
        assert ("La sesión en un libro de Excel" in lleva) is (ver == "agenda")
        assert str(rutas.BASE.parent) not in texto(prueba)


def test_si_deja_de_ser_este_equipo_no_escribe_aunque_ya_tuviera_el_formulario(
    abrir: Abrir, texto: Texto, escritor: Escritor, monkeypatch: pytest.MonkeyPatch
) -> None:
    escritor.crear(date(2026, 12, 15), "Sala", hoy=HOY, edicion=1)
    monkeypatch.setattr(este_equipo, "llegada", lambda: DE_AQUI)
    prueba = abrir(PAGINA, ver="quorum")
    monkeypatch.setattr(este_equipo, "llegada", lambda: Llegada(("0.0.0.0",), "127.0.0.1"))  # noqa: S104
    antes = len(leer(escritor.carpeta))
    prueba.checkbox[0].check().run()
    assert len(leer(escritor.carpeta)) == antes
    assert "No se escribió nada. El tablero está abierto para la red." in texto(prueba)


def test_lo_que_queda_se_descarga_tambien_sin_poder_escribir(
    abrir: Abrir, texto: Texto, registro: Path, base_construida: Path
) -> None:
    shutil.copytree(Lugares.de(base_construida).ediciones, registro.parent / "ediciones")
    shutil.rmtree(registro, ignore_errors=True)
    shutil.copytree(Lugares.de(base_construida).registro, registro)
    codigo = sesion_con_todo(registro, 1)
    prueba = abrir(PAGINA, ver="entrega", sesion=codigo)
    assert subtitulo(prueba) == f"{len(ARCHIVOS)} archivos de la sesión del 15 de diciembre de 2026"
    dicho = texto(prueba)
    assert "2 puntos, 9 pantallas, 1 decisión, 2 preguntas y 1 compromiso; 2 de 19" in dicho
    for archivo in ARCHIVOS:
        assert f"<li><strong>{archivo.titulo}</strong> {archivo.que_es}</li>" in dicho
    botones = [e.proto.label for e in prueba.get("download_button")]
    nombres = [a.como_se_llama(date(2026, 12, 15), es_simulado=False) for a in ARCHIVOS]
    assert [b.replace("\\", "") for b in botones] == [
        f"Descargar los {len(ARCHIVOS)} archivos (ZIP)",
        *nombres,
    ]
    uno, otro = (archivos.comprimidos(codigo) for _ in range(2))
    assert uno == otro
    with zipfile.ZipFile(io.BytesIO(uno)) as comprimido:
        assert comprimido.namelist() == nombres
        contenidos = [comprimido.read(nombre) for nombre in nombres]
    assert contenidos == [archivos.uno(archivo, codigo) for archivo in ARCHIVOS]
    assert contenidos[0].startswith(b"%PDF-1.7")
    # Lo que se anota después, sí va.
    Escritor(registro, "prueba").pregunta(codigo, "¿y otra?", "")
    assert archivos.uno(ARCHIVOS[0], codigo) != contenidos[0]


@pytest.mark.usefixtures("en_este_equipo")
def test_si_su_edicion_no_conserva_el_archivo_se_hace_otra_vez_con_un_clic(
    abrir: Abrir,
    texto: Texto,
    registro: Path,
    base_construida: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shutil.rmtree(registro, ignore_errors=True)
    shutil.copytree(Lugares.de(base_construida).registro, registro)
    codigo = sesion_con_todo(registro, 1)
    falta = "La edición 1 ya no conserva su archivo."
    sin_con_que = abrir(PAGINA, ver="entrega", sesion=codigo)
    assert advertidos(sin_con_que) == [f"{falta} {PEDIRLA}"]
    assert not sin_con_que.get("download_button")
    with pytest.raises(ErrorTablero, match=falta):
        archivos.comprimidos(codigo)

    def hacer(edicion: Edicion) -> str:
        lugar = Lugares.de(rutas.BASE).archivo(edicion.numero)
        lugar.parent.mkdir(exist_ok=True)
        shutil.copyfile(base_construida, lugar)
        return "Ahora dice otra cosa."

    monkeypatch.setattr(REHACER, "como", hacer)
    prueba = abrir(PAGINA, ver="entrega", sesion=codigo)
    assert advertidos(prueba) == [
        f"{falta} Se puede hacer otra vez con sus libros: tarda unos segundos."
    ]
    oprimir(prueba, "Hacer otra vez la edición 1")
    assert "Ahora dice otra cosa." in informados(prueba)
    assert prueba.get("download_button")
    hojas = PdfReader(io.BytesIO(archivos.uno(ARCHIVOS[0], codigo))).pages
    assert "Tenga en cuenta: Ahora dice otra cosa." in hojas[0].extract_text()


def test_sin_ninguna_no_hay_que_entregar(abrir: Abrir) -> None:
    prueba = abrir(PAGINA, ver="entrega")
    assert informados(prueba)[-1] == "Todavía no hay ninguna sesión."
    assert not prueba.get("download_button")


def test_la_que_no_congelo_edicion_lo_dice(abrir: Abrir, escritor: Escritor) -> None:
    escritor.crear(date(2026, 12, 15), "", hoy=HOY, edicion=None)
    assert entrega.SIN_EDICION in informados(abrir(PAGINA, ver="entrega"))


@pytest.mark.usefixtures("en_este_equipo")
def test_la_que_se_cancela_no_se_pierde_ni_se_ofrece_de_primera(
    abrir: Abrir, texto: Texto, escritor: Escritor
) -> None:
    otra = escritor.crear(date(2026, 12, 1), "La otra", hoy=HOY, edicion=1)
    codigo = escritor.crear(date(2026, 12, 15), "Sala", hoy=HOY, edicion=1)
    prueba = abrir(PAGINA)
    escribir(prueba, "Por qué no se hace", "Se cruza con <otra> del Concejo")
    oprimir(prueba, "Cancelar la sesión")
    assert "No se canceló: marque que esta sesión no se hace." in texto(prueba)
    assert [s.codigo for s in actas(escritor.carpeta).vigentes()] == [codigo, otra]
    escribir(prueba, "Por qué no se hace", "Se cruza con <otra> del Concejo de Bogotá el martes")
    casilla = next(c for c in prueba.checkbox if c.label == "Sí: esta sesión no se hace")
    casilla.check()
    oprimir(prueba, "Cancelar la sesión")
    assert prueba.selectbox[0].options == [
        "1 de diciembre de 2026 · La otra",
        "15 de diciembre de 2026 · Sala · cancelada: Se cruza con <otra> del Concejo de…",
    ]
    assert prueba.selectbox[0].value == otra
    cancelada = abrir(PAGINA, sesion=codigo)
    dicho = texto(cancelada)
    assert "Esta sesión está cancelada." in dicho
    assert "Se cruza con &lt;otra&gt; del Concejo de Bogotá el martes" in dicho
    oprimir(cancelada, "Volver a citarla")
    assert [s.codigo for s in actas(escritor.carpeta).vigentes()] == [codigo, otra]
    assert "Esta sesión está cancelada." not in texto(cancelada)


@pytest.mark.usefixtures("en_este_equipo")
def test_una_sesion_se_trae_de_un_libro_despues_de_decir_que_hara(
    abrir: Abrir, texto: Texto, escritor: Escritor, base: Base
) -> None:
    sesion = una_sesion(escritor)
    hay = lo_que_hay(base, actas(escritor.carpeta), sesion)
    carpeta = Lugares.de(rutas.BASE).sesiones
    vacia = texto(abrir(PAGINA))
    assert f"déjelo en esta carpeta de este equipo: <code>{carpeta}</code>" in vacia
    carpeta.mkdir()
    (carpeta / "~$s.xlsx").write_bytes(b"x")
    (carpeta / "notas.txt").write_bytes(b"x")
    libro = escribir_libro(carpeta / "s.xlsx", hay, sesion)
    cambiar_celdas(libro, {("Agenda", "C3"): 25, ("Agenda", "B3"): "La salud <hoy>"})
    prueba = abrir(PAGINA, sesion=sesion.codigo)
    lista = next(s for s in prueba.selectbox if s.label == "Libro que se trae")
    assert lista.options == ["s.xlsx"]
    assert "<li>Una sesión nueva, del 15 de diciembre de 2026 · =1+1 Sala" in texto(prueba)
    next(c for c in prueba.checkbox if c.label.startswith("Cambia la sesión")).check().run()
    assert (
        "<li>Cambia el punto «La salud &lt;hoy&gt;»: título, de «Salud» a «La salud &lt;hoy&gt;»; "
        "minutos, de «nada» a «25»</li>"
    ) in texto(prueba)
    assert len(la_de(escritor).puntos) == 2
    oprimir(prueba, "Traer el libro")
    assert informados(prueba) == ["Se trajo «s.xlsx»."]
    assert [(p.titulo, p.minutos) for p in la_de(escritor).puntos] == [
        ("Apertura", 5),
        ("La salud <hoy>", 25),
    ]
    assert "<li>La sesión ya está como dice el libro.</li>" in texto(prueba)


@pytest.mark.usefixtures("en_este_equipo")
def test_un_libro_con_errores_los_dice_todos_y_no_se_puede_traer(
    abrir: Abrir, texto: Texto, escritor: Escritor, base: Base
) -> None:
    carpeta = Lugares.de(rutas.BASE).sesiones
    carpeta.mkdir()
    hay = lo_que_hay(base, actas(escritor.carpeta))
    libro = escribir_libro(carpeta / "p.xlsx", hay, None)
    cambiar_celdas(libro, {("Agenda", "A2"): 1, ("Asistencia", "B2"): "<b>tal vez</b>"})
    prueba = abrir(PAGINA)
    dicho = texto(prueba)
    assert "El libro no se puede traer así" in dicho
    for renglon in (
        "p.xlsx · hoja «Sesión» · celda A2 · columna «Fecha»: está vacía: aquí va el día de la "
        "sesión.",
        "p.xlsx · hoja «Agenda» · celda B2 · columna «Punto»: está vacía y es obligatoria.",
        "p.xlsx · hoja «Asistencia» · celda B2 · columna «Asiste»: «&lt;b&gt;tal vez&lt;/b&gt;» "
        "no es válido; use: sí, no.",
    ):
        assert f"<li>{renglon}</li>" in dicho
    assert "Traer el libro" not in [b.label for b in prueba.button]
    assert leer(escritor.carpeta) == []
    escribir_libro(libro, hay, None)
    cambiar_celdas(libro, {("Sesión", "A2"): date(2026, 12, 15)})
    oprimir(prueba, "Mirarlo otra vez")
    assert "<li>Una sesión nueva, del 15 de diciembre de 2026" in texto(prueba)
    (boton,) = [b for b in prueba.button if b.label == "Traer el libro"]
    cambiar_celdas(libro, {("Sesión", "B2"): "Otro lugar"})
    boton.click().run()
    assert leer(escritor.carpeta) == []  # no es lo que se mostró
    assert "· Otro lugar</li>" in texto(prueba)
    oprimir(prueba, "Traer el libro")
    assert la_de(escritor).lugar == "Otro lugar"


@pytest.mark.usefixtures("en_este_equipo")
def test_el_libro_de_la_sesion_y_el_que_esta_en_blanco_se_llevan(
    abrir: Abrir, escritor: Escritor
) -> None:
    una_sesion(escritor)
    rotulos = [e.proto.label for e in abrir(PAGINA).get("download_button")]
    assert rotulos == ["La sesión en un libro de Excel", "Un libro en blanco"]
