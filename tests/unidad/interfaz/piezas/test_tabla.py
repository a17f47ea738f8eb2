"""La tabla que declara sus columnas: qué HTML escribe, y que cada texto se escapa una sola vez."""

from tablero.interfaz.piezas.marcado import NADA, Marcado, debajo, marcar, negrita, unir
from tablero.interfaz.piezas.tabla import APILABLE, Celda, Columna, Seccion, escribir

Par = tuple[str, str]


def columna(titulo: str = "Qué", **opciones: object) -> Columna[Par]:
    return Columna(titulo, lambda par: par[0], **opciones)  # type: ignore[arg-type]


def test_todo_texto_se_escapa_y_lo_marcado_no() -> None:
    columnas = [
        columna("A & B"),
        Columna[Par]("Dos", lambda par: unir(negrita(par[0]), debajo(par[1]))),
    ]
    html = escribir("Los <míos>", columnas, [("<x>", "y & z")])
    assert 'aria-label="Los &lt;míos&gt;"' in html
    assert '<th scope="col">A &amp; B</th>' in html
    assert "<td>&lt;x&gt;</td>" in html
    assert '<td><strong>&lt;x&gt;</strong><span class="tb-sub">y &amp; z</span></td>' in html


def test_lo_marcado_no_se_escapa_dos_veces() -> None:
    assert marcar(marcar("<")) == "&lt;"
    assert isinstance(unir("a", Marcado("<br>")), Marcado)
    assert unir("a&", Marcado("<br>")) == "a&amp;<br>"
    assert debajo("") == NADA


def test_un_numero_que_falta_va_en_gris_y_sin_numero_no_hay_clase() -> None:
    columnas = [columna(clase="n", rotulo="Peso"), Columna[Par]("Otro", lambda par: par[1])]
    html = escribir("T", columnas, [("sin dato", "2")], clase=APILABLE)
    assert '<table class="tb tb-apilable">' in html
    assert '<th scope="col" class="n">Qué</th>' in html
    assert '<td class="n vacio" data-rotulo="Peso">sin dato</td><td>2</td>' in html


def test_la_celda_que_nombra_su_fila_y_la_seccion() -> None:
    columnas = [
        Columna[Par]("Lugar", lambda par: Celda(par[0], lugar=par[1]), es_titulo=True),
        columna("Otra", nota="de 3"),
    ]
    html = escribir("T", columnas, [Seccion("Unos"), ("a", 'b"')], destaca=lambda par: True)
    assert '<tr><th colspan="2" scope="rowgroup">Unos</th></tr>' in html
    assert '<tr class="tb-propia"><th scope="row" data-lugar="b&quot;">a</th>' in html
    assert '<th scope="col">Otra<span class="tb-sub">de 3</span></th>' in html


def test_las_columnas_de_un_grupo_comparten_titulo() -> None:
    columnas = [
        columna("Uno"),
        columna("Dos", clase="n", grupo="Peso"),
        columna("Tres", clase="n", grupo="Peso"),
        columna("Cuatro", clase="l", grupo="Peso", es_angosto=True),
    ]
    html = escribir("T", columnas, [])
    assert (
        "<thead><tr><td></td>"
        '<th scope="colgroup" colspan="2" class="n">Peso</th>'
        '<th scope="colgroup" colspan="1" class="l">Peso</th></tr>'
    ) in html
    assert '<th scope="col" data-titulo="Peso: Cuatro">Cuatro</th>' in html
    assert "data-columna" not in html  # sin filas no hay qué ordenar


TRES = [("1.1.10", "1"), ("1.1.2", "sin dato"), ("2.1.1", "3")]


def test_la_que_se_ordena_dice_con_que() -> None:
    columnas = [
        Columna[Par]("Código", lambda par: negrita(par[0])),
        Columna[Par]("Peso", lambda par: par[1], "n", "Peso: calculado", grupo="Peso (%)"),
        Columna[Par]("Estado", lambda par: par[0], orden=lambda par: len(par[0])),
        Columna[Par]("Lista", lambda par: par[0], se_ordena=False),
    ]
    html = escribir("T", columnas, TRES)
    assert 'aria-label="T" data-ordenable>' in html
    assert '<th scope="col" data-columna="codigo">Código</th>' in html
    assert 'data-titulo="Peso: calculado" data-columna="peso_calculado">Peso</th>' in html
    assert '<th scope="col">Lista</th>' in html
    assert '<td data-orden="0001.0001.0010"><strong>1.1.10</strong></td>' in html
    assert '<td class="n" data-rotulo="Peso: calculado">1</td>' in html  # lo que se lee basta
    assert '<td class="n vacio" data-orden="" data-rotulo="Peso: calculado">sin dato</td>' in html
    assert html.count('data-orden="#6"') == 1


def test_la_fija_y_la_corta_no_se_ordenan() -> None:
    columnas = [columna()]
    assert "data-orden" not in escribir("T", columnas, TRES, fija=True)
    assert "data-orden" not in escribir("T", columnas, TRES[:2])
    con_total = escribir("T", columnas, TRES, es_total=lambda par: par[0] == "2.1.1")
    assert "data-orden" not in con_total  # un total no es una fila más
    assert '<tr class="tb-total"><td>2.1.1</td></tr>' in con_total


def test_una_parte_dice_de_cuantas() -> None:
    assert 'data-de="40"' in escribir("T", [columna()], TRES, de=40)
    assert "data-de" not in escribir("T", [columna()], TRES, de=3)


def test_una_clave_no_abre_el_html() -> None:
    filas = [('"><script>', "a")] * 3
    html = escribir("T", [Columna[Par]("A", lambda par: par[1], orden=lambda par: par[0])], filas)
    assert 'data-orden="&quot;&gt;&lt;script&gt;"' in html
