"""Lo que dice el HTML de un bloque, leído para la pared."""

from tablero.interfaz.pared.lectura import leer
from tablero.interfaz.piezas.marcado import Marcado, debajo, unir
from tablero.interfaz.piezas.tabla import Celda, Columna, Seccion, escribir

Fila = tuple[str, str]


def tabla(filas: list[Fila | Seccion], *, de: int = 0) -> str:
    columnas = (
        Columna[Fila]("Producto", lambda f: unir(f[0], debajo("de «Salud»")), nota="y su entidad"),
        Columna[Fila]("Avance", lambda f: Celda(f[1], falta=f[1] == "sin dato"), "n", grupo="PAA"),
        Columna[Fila]("Avance", lambda f: f"{f[1]} *", "n", grupo="PAV"),
    )
    return escribir("Prueba", columnas, filas, de=de)


def test_una_tabla_trae_sus_titulos_sus_celdas_y_cuantas_filas_hay() -> None:
    (leida,) = leer(tabla([("a < b", "5\xa0%"), ("c", "sin dato")], de=52)).tablas
    assert leida.columnas == ("Producto", "PAA: Avance", "PAV: Avance")
    assert leida.numericas == {"PAA: Avance", "PAV: Avance"}
    assert leida.filas == (
        ("a < b (de «Salud»)", "5\xa0%", "5\xa0% *"),
        ("c (de «Salud»)", "sin dato", "sin dato *"),
    )
    assert leida.total == 52


def test_el_renglon_que_nombra_a_los_demas_ocupa_su_fila() -> None:
    (leida,) = leer(tabla([Seccion("Atrasados"), ("a", "1")])).tablas
    assert leida.filas[0] == ("Atrasados", "", "")
    assert leida.total == 2


def test_las_cifras_traen_lo_que_miden_y_lo_que_las_aclara() -> None:
    html = (
        '<div class="tb-franja"><div class="tb-dato"><p class="tb-cifra">más de 3</p>'
        '<p class="tb-nota">centros</p><p class="tb-nota">Uno <b>cerrado</b>.</p></div>'
        '<div class="tb-dato"><p class="tb-etiqueta">Orden</p><p class="tb-menor">16.º'
        '<sup title="Nota">1</sup></p><p class="tb-nota">de 34</p></div>'
        '<div class="tb-dato"><p class="tb-etiqueta">Sin cifra</p></div></div>'
    )
    uno, otro = leer(html).datos
    assert (uno.cifra, uno.rotulo, uno.nota) == ("más de 3", "centros", "Uno cerrado.")
    assert (otro.cifra, otro.rotulo, otro.nota) == ("16.º", "Orden", "de 34")


def test_las_listas_dicen_que_nombran() -> None:
    html = (
        "<ul><li><strong>Uno</strong> — lo primero</li><li>suelto</li></ul>"
        "<dl><dt>brecha</dt><dd>Avance menos trayectoria.</dd></dl>"
    )
    assert leer(html).elementos == (
        ("brecha", "Avance menos trayectoria."),
        ("Uno", "lo primero"),
        ("", "suelto"),
    )


def test_una_ficha_se_lee_entera_con_su_nombre() -> None:
    html = "<article><p>Clúster 1</p><ul><li>Maicao</li><li>Uribia</li></ul></article>"
    assert leer(html).elementos == (("Clúster 1", "Maicao · Uribia"),)


def test_entre_dos_renglones_va_un_punto_en_medio_y_una_insignia_se_separa() -> None:
    html = (
        '<ul><li><span class="tb-estado"><span aria-hidden="true">▲</span> Alto</span> Ruta<br>'
        "de atención:<p>dos\n veces</p><button>Copiar</button></li></ul>"
    )
    assert leer(html).elementos == (("", "▲ Alto · Ruta · de atención: dos veces"),)


def test_los_parrafos_sueltos_no_se_confunden_con_lo_demas() -> None:
    html = f"<div><p>Uno.</p>{tabla([('a', '1')])}<ul><li><p>no</p></li></ul></div><p>Dos.</p>"
    assert leer(html).parrafos == ("Uno.", "Dos.")
    assert leer(Marcado("")).parrafos == ()
