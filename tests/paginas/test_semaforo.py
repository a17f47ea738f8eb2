"""La página del semáforo: sus cifras, sus filtros y lo que dice cuando no queda nada."""

import re

import pytest
from dichos import advertidos
from fabrica_politica import POLITICA
from pestanas import PESTANAS
from streamlit.testing.v1 import AppTest
from tipos import Abrir, Texto

PAGINA = "pages/semaforo.py"


VISTA = f"politica={POLITICA}&amp;corte=2024-12-31"


def enlace(codigo: str) -> str:
    """El código de un producto en la tabla, que lleva a su hoja."""
    return f'<a href="producto?codigo={codigo}&amp;{VISTA}" target="_self">{codigo}</a>'


def abrir_pliegue(prueba: AppTest, nombre: str) -> AppTest:
    """Abre un pliegue que se llena al abrirlo."""
    prueba.session_state[f"abrir_{nombre}"] = True
    return prueba.run()


def subtitulos(prueba: AppTest) -> list[str]:
    return [str(s.value) for s in prueba.subheader]


def de_todas(abrir: Abrir, **pide: str) -> list[str]:
    """Los títulos de todas las pestañas, en su orden."""
    return [t for ver in PESTANAS["semaforo"] for t in subtitulos(abrir(PAGINA, ver=ver, **pide))]


def test_muestra_lo_publicado_junto_a_lo_calculado(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA))
    for cifra in ("52,05\u00a0%", "52,20\u00a0%", "−0,15\u00a0p.\u00a0p.", "50,20\u00a0%"):
        assert cifra in dicho
    for cifra in ("52,04\u00a0%", "52,18\u00a0%", "−0,14\u00a0p.\u00a0p.", "+1,85\u00a0p.\u00a0p."):
        assert cifra in dicho
    assert "«la trayectoria ideal de implementación debería ser de 50.20% de avance»" in dicho


def test_si_las_ponderaciones_suman_no_hay_aviso(abrir: Abrir) -> None:
    assert len(advertidos(abrir(PAGINA))) == 0


def test_si_el_enlace_pide_un_corte_que_no_hay_lo_dice(abrir: Abrir) -> None:
    """Con una sola política y un solo corte no hay listas, pero el enlace puede pedir otros."""
    prueba = abrir(PAGINA, corte="2025-12-31", politica="otra")
    assert advertidos(prueba) == [
        "El enlace pide «Política: otra», que no existe: se muestra lo que hay.",
        "El enlace pide «Corte: 2025-12-31», que no existe: se muestra lo que hay.",
    ]


def test_el_color_se_ve_junto_al_codigo(abrir: Abrir, texto: Texto) -> None:
    """Y las columnas son las que caben a 1366 píxeles: lo demás va debajo del nombre."""
    tabla = texto(abrir(PAGINA, ver="productos")).split('aria-label="Productos de la política"')[1]
    encabezados = re.findall(r"<th[^>]*>([^<]*)</th>", tabla)
    assert encabezados[:2] == ["Código", "Estado, producto y responsable"]
    assert encabezados[2:] == ["Peso", "PAV", "PAHV", "PAA", "Trayectoria"]
    assert "Sector: sin dato · Entidad: sin dato" in tabla


def test_los_que_pasan_de_largo_se_leen_en_un_telefono(abrir: Abrir, texto: Texto) -> None:
    """Cada número lleva su rótulo, que en un teléfono va delante."""
    tabla = texto(abrir(PAGINA, ver="sobre")).split('aria-label="Productos en sobreejecución"')[1]
    tabla = tabla.split("</table>")[0]
    fila = next(f for f in tabla.split("<tr>") if "2.2.12" in f)
    assert 'data-rotulo="PAHV">34.400\u00a0%<' in fila
    assert 'data-rotulo="Veces lo programado">344<' in fila
    assert 'data-rotulo="Lo que cuenta en la suma">100\u00a0%<' in fila


def test_el_aporte_de_cada_objetivo_va_primero(abrir: Abrir, texto: Texto) -> None:
    """Es lo que dice el título, y a la derecha no se vería en un portátil."""
    tabla = texto(abrir(PAGINA, ver="objetivos")).split('aria-label="Objetivos de la política"')[1]
    fila = next(f for f in tabla.split("</table>")[0].split("<tr") if ">Objetivo 3<" in f)
    numeros = re.findall(r'data-rotulo="([^"]*)">([^<]*)<', fila)
    assert numeros[1] == ("Aporte a la política (p.\u00a0p.): brecha", "−3,85")
    assert numeros[-1] == ("Productos: calculado", "9")


def test_los_titulos_dicen_el_mensaje(abrir: Abrir) -> None:
    titulos = de_todas(abrir)
    assert titulos == [
        "La política lleva 52,05\u00a0%: 0,15 puntos menos de lo que debía",
        "Según su PAHV, de 52 productos hay 30 en alto, 14 en sobreejecución, 2 en medio, 4 en "
        "bajo y 2 sin dato",
        "9 productos restan 7,24 puntos y otros compensan 7,09: el que más resta es el 3.1.7, "
        "con 4,00",
        "Desde 2023 la política avanzó 2,17 puntos por mes y para su meta final necesita 0,36, "
        "hasta el 31 de diciembre de 2035: no es un pronóstico, porque 20 productos Constante no "
        "se acumulan mes a mes",
        "Según lo calculado, el objetivo 3 va 19,23 puntos por debajo de lo que debía llevar; "
        "según el informe, 5,89 puntos por encima",
        "En puntos de la política, los objetivos aportan +0,45, +3,25 y −3,85: suman su brecha "
        "calculada, −0,14 (0,01 de diferencia, por redondeo)",
        "El objetivo que nombra la presentación del Comité",
        "Los 52 productos, uno por uno",
        "14 productos en sobreejecución: el 2.2.12 lleva 344 veces lo programado hasta hoy "
        "(34.400\u00a0%)",
        "Rangos del semáforo",
        "Definiciones del informe",
        "Ninguno de los tres porcentajes da la distribución publicada: el más cercano es el PAV, "
        "que solo coincide en medio y alto",
        "El informe cuenta los productos de 3 sectores: 22 en total, 19 de ellos en alto",
    ]


def test_el_objetivo_que_nombra_el_comite_va_aparte_y_con_sus_palabras(
    abrir: Abrir, texto: Texto
) -> None:
    """El informe no publica el nombre del objetivo 1; la presentación nombra el del 1.1.20."""
    dicho = texto(abrir(PAGINA, ver="objetivos"))
    assert "«Adaptar la capacidad institucional para la gestión y gobernanza migratoria»" in dicho
    assert "es el producto 1.1.20, del objetivo 1." in dicho
    assert dicho.count("Nombre: no publicado") == 3  # ni el del 1 se une al del informe
    del_1_1_20 = texto(abrir("pages/producto.py", codigo="1.1.20", ver="es"))
    assert "«Adaptar la capacidad institucional" in del_1_1_20
    assert "«Adaptar la capacidad" not in texto(
        abrir("pages/producto.py", codigo="1.1.19", ver="es")
    )


def test_un_nivel_que_el_informe_calla_no_es_cero(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, ver="medida"))
    assert "El informe no dice los demás estados de Movilidad." in dicho


def test_la_leyenda_dice_rango_forma_y_palabra(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, ver="medida"))
    for parte in (
        "Sobreejecución</span> más de 125\u00a0%",
        "Alto</span> más de 75\u00a0% y hasta 125\u00a0%",
        "Medio</span> más de 50\u00a0% y hasta 75\u00a0%",
        "Bajo</span> hasta 50\u00a0%",
    ):
        assert parte in dicho
    assert '<span aria-hidden="true">▼</span> Bajo' in dicho


def test_la_tabla_dice_sin_dato_donde_la_fuente_calla(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, estado="sin dato"))
    assert "2 de 52 productos: sin dato" in dicho
    fila = next(f for f in dicho.split("<tr>") if ">1.1.19</a></strong>" in f)
    assert fila.count("sin dato") == 6  # PAV, PAHV, PAA, trayectoria, sector y entidad


@pytest.mark.parametrize(
    ("filtros", "titulo", "codigos"),
    [
        ({"estado": "bajo"}, "4 de 52 productos: bajo", ("1.1.8", "1.1.17", "2.2.6", "3.1.7")),
        (
            {"sector": "Salud"},
            "6 de 52 productos: sector Salud, contando solo los que la fuente nombra",
            ("1.1.10", "2.2.9"),
        ),
        ({"entidad": "sin dato"}, "32 de 52 productos: entidad sin dato", ("1.1.2", "3.1.9")),
        (
            {"objetivo": "3", "estado": "sobre-ejecución"},
            "2 de 52 productos: objetivo 3, sobreejecución",
            ("3.1.1", "3.1.8"),
        ),
        ({"tipo": "Decreciente"}, "1 de 52 productos: Decreciente", ("2.2.6",)),
    ],
)
def test_un_enlace_reproduce_la_vista(
    abrir: Abrir, texto: Texto, filtros: dict[str, str], titulo: str, codigos: tuple[str, ...]
) -> None:
    prueba = abrir(PAGINA, **filtros)
    assert subtitulos(prueba)[-1] == titulo
    for codigo in codigos:
        assert enlace(codigo) in texto(prueba)
    for nombre, valor in filtros.items():
        assert prueba.selectbox(key=f"filtro_{nombre}").value == valor


@pytest.mark.parametrize("grafia", ["I. social", "SDIS", "integracion\u00a0 SOCIAL"])
def test_una_entidad_con_cualquier_grafia_es_la_misma(
    abrir: Abrir, texto: Texto, grafia: str
) -> None:
    prueba = abrir(PAGINA, entidad=grafia)
    nombre = "Secretaría Distrital de Integración Social"
    assert prueba.query_params["entidad"] == nombre
    assert prueba.selectbox(key="filtro_entidad").value == nombre
    assert subtitulos(prueba)[-1] == (
        f"2 de 52 productos: entidad {nombre}, contando solo los que la fuente nombra"
    )
    assert not [a for a in advertidos(prueba) if "no existe" in a]
    for codigo in ("2.1.9", "2.2.1"):
        assert enlace(codigo) in texto(prueba)


def test_elegir_en_la_lista_cambia_la_tabla_y_la_url(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, ver="productos")
    prueba.selectbox(key="filtro_estado").select("medio").run()
    assert subtitulos(prueba)[-1] == "2 de 52 productos: medio"
    assert prueba.query_params["estado"] == "medio"
    assert enlace("2.2.4") in texto(prueba)


def test_un_filtro_que_no_deja_nada_lo_dice(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, sector="Educación", estado="bajo")
    assert subtitulos(prueba)[-1] == (
        "0 de 52 productos: bajo, sector Educación, contando solo los que la fuente nombra"
    )
    assert "Sin dato: ninguna fuente publica esto" in texto(prueba)


def test_un_filtro_que_no_existe_se_avisa_y_muestra_todo(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, estado="azul")
    assert "«Estado: azul», que no existe" in texto(prueba)
    assert subtitulos(prueba)[-1] == "Los 52 productos, uno por uno"


def test_los_objetivos_publicados_junto_a_los_calculados(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, ver="objetivos")).split('aria-label="Objetivos de la política"')[1]
    assert dicho.count("Nombre: no publicado") == 3
    fila = next(f for f in dicho.split("<tr") if ">Objetivo 3<" in f)
    celdas = re.findall(r'<td class="n"[^>]*>([^<]*)<', fila)
    assert celdas[:4] == ["6,34", "−3,85", "31,70\u00a0%", "50,93\u00a0%"]
    assert celdas[4:] == ["+5,89", "−19,23", "19\u00a0%", "20\u00a0%", "9", "9"]


def test_el_territorio_no_la_cambia_y_lo_dice(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, ver="productos", departamento="Arauca"))
    assert "el filtro «Arauca» no la cambia" in dicho
    assert "Los 52 productos, uno por uno" in dicho


def test_los_valores_enormes_se_leen_enteros(abrir: Abrir, texto: Texto) -> None:
    dicho = texto(abrir(PAGINA, sector="Educación"))
    assert "34.400\u00a0%" in dicho
    assert "600\u00a0%" in dicho


def test_los_rangos_salen_de_su_tabla_y_dicen_su_fuente(abrir: Abrir, texto: Texto) -> None:
    tabla = (
        texto(abrir(PAGINA, ver="medida"))
        .split('aria-label="Rangos del semáforo"')[1]
        .split("</table>")[0]
    )
    medio = next(f for f in tabla.split("<tr>") if "Medio" in f)
    assert "<td>más de 50\u00a0% y hasta 75\u00a0%</td>" in medio
    assert "51%-75%" in medio
    assert "deja sin definir de 50 % a 51 %" in medio
    assert "«Los productos con un avance superior a 125% frente a la meta»" in tabla


@pytest.mark.parametrize(
    ("por", "titulo"),
    [
        ("objetivo", "Por objetivo, solo resta «Objetivo 3»: 3,85 puntos y otros compensan 3,70"),
        (
            "sector",
            "Por sector, ninguno de los que la fuente nombra resta: los 7,24 puntos son de "
            "productos de los que no dice el sector; otros compensan 7,09",
        ),
        (
            "entidad",
            "Por entidad, lo que más resta de lo que la fuente nombra es «Secretaría de Educación "
            "del Distrito»: 3,91 de 7,15 puntos; 3,24 son de productos de los que no dice la "
            "entidad; otros compensan 7,01",
        ),
    ],
)
def test_la_brecha_se_descompone_como_lo_pide_el_enlace(
    abrir: Abrir, texto: Texto, por: str, titulo: str
) -> None:
    prueba = abrir(PAGINA, por=por)
    assert titulo in subtitulos(prueba)
    assert prueba.selectbox(key="filtro_por").value == por
    assert "la brecha calculada de la política, −0,145\u00a0p.\u00a0p." in texto(prueba)


def test_elegir_otra_descomposicion_la_pone_en_la_url(abrir: Abrir) -> None:
    prueba = abrir(PAGINA, ver="por_que")
    prueba.selectbox(key="filtro_por").select("objetivo").run()
    assert prueba.query_params["por"] == "objetivo"
    assert any(t.startswith("Por objetivo, solo resta") for t in subtitulos(prueba))


def test_sin_libro_el_ritmo_de_los_productos_dice_por_que_no_hay(
    abrir: Abrir, texto: Texto
) -> None:
    """52,05 en 24 meses: 2,17 al mes. Le faltan 47,95 para 132 meses: 0,36."""
    dicho = texto(abrir(PAGINA, ver="ritmo"))
    assert "El ritmo de cada producto es «sin dato» en este corte" in dicho
    assert "Es una cuenta de línea recta, no un pronóstico" in dicho
    assert "De 52 vigentes, 20 productos son de tipo Constante" in dicho


class TestConLibros:
    """Los dos libros de `fabrica_politica`; sus cuentas están en el docstring de la fábrica."""

    pytestmark = pytest.mark.usefixtures("con_libros")

    def test_muestra_lo_calculado_y_dice_que_nada_se_publica(
        self, abrir: Abrir, texto: Texto
    ) -> None:
        dicho = texto(abrir(PAGINA, corte="2025-06-30"))
        for cifra in ("32,88\u00a0%", "45,00\u00a0%", "−12,12\u00a0p.\u00a0p."):
            assert f'<p class="tb-cifra">{cifra}</p>' in dicho
        assert "Publicado: sin dato." in dicho
        for ausente in ("Anexo 1", "el informe pide", "Otra trayectoria", "no da la distribución"):
            assert ausente not in dicho

    def test_los_titulos_cuentan_los_estados_que_no_son_color(self, abrir: Abrir) -> None:
        titulos = de_todas(abrir, corte="2025-06-30")
        assert titulos == [
            "La política lleva 32,88\u00a0%: 12,12 puntos menos de lo que debía",
            "Según su PAHV, de 7 productos vigentes hay 2 en alto, 1 en sobreejecución, 1 en "
            "medio, 1 en bajo, 1 sin dato y 1 sin iniciar",
            "4 productos restan 15,12 puntos y otros compensan 3,00: el que más resta es el "
            "1.2.2, con 6,00",
            "Desde 2023 la política avanzó 1,10 puntos por mes y para su meta final necesita 2,24: "
            "al mismo paso no la alcanza antes del 31 de diciembre de 2027",
            "2 productos no alcanzan su meta final si siguen al mismo ritmo, de 4 que se pueden "
            "medir: el más urgente es el 1.1.2",
            "Según lo calculado, el objetivo 1 va 16,88 puntos por debajo de lo que debía llevar",
            "En puntos de la política, los objetivos aportan −10,12 y −2,00: suman su brecha "
            "calculada, −12,12",
            "Los 8 productos, uno por uno",
            "1 producto en sobreejecución: el 2.1.1 lleva 1,6 veces lo programado hasta hoy "
            "(160\u00a0%)",
            "Rangos del semáforo",
            "Definiciones del informe",
        ]

    def test_el_corte_de_la_url_manda(self, abrir: Abrir) -> None:
        assert subtitulos(abrir(PAGINA))[0].startswith("La política lleva 46,52\u00a0%")
        publicado = subtitulos(abrir(PAGINA, corte="2024-12-31"))
        assert publicado[0].startswith("La política lleva 52,05\u00a0%")

    def test_cada_grupo_con_su_peso_y_su_aporte_y_enlace_a_la_entidad(
        self, abrir: Abrir, texto: Texto
    ) -> None:
        """Salud pesa 35 y lleva 10 de 22,5: 28,57 % de 64,29 %."""
        prueba = abrir(PAGINA, corte="2025-06-30", por="entidad")
        tabla = texto(abrir_pliegue(prueba, "por_que_entidad")).split('aria-label="Peso, avance')[1]
        salud = next(f for f in tabla.split("<tr>") if "Salud" in f)
        assert '<a href="entidad?nombre=Secretar%C3%ADa+Distrital+de+Salud&amp;politica=' in salud
        for celda in ("35\u00a0%", "28,57\u00a0%", "64,29\u00a0%", "−12,50\u00a0p.\u00a0p."):
            assert f">{celda}<" in salud

    def test_la_lista_de_ritmos_del_mas_urgente_al_menos(self, abrir: Abrir, texto: Texto) -> None:
        """1.1.2: lleva 32,5/30 = 1,08 y necesita 67,5/30 = 2,25 al mes."""
        prueba = abrir_pliegue(abrir(PAGINA, ver="ritmo", corte="2025-06-30"), "ritmo_productos")
        filas = texto(prueba).split('aria-label="El ritmo de cada producto')[1].split("<tr>")[2:9]
        codigos = [f.split("</a>")[0].rsplit(">", 1)[1] for f in filas]
        assert codigos[:2] == ["1.1.2", "1.2.1"]
        assert ">+1,08\u00a0p.\u00a0p.<" in filas[0]
        assert ">+2,25\u00a0p.\u00a0p.<" in filas[0]
        assert ">a ese ritmo nunca la tuvo a su alcance<" in filas[0]
        assert ">31 de marzo de 2024<" in filas[1]
        assert "no aplica: debe mantener un nivel" in next(f for f in filas if "1.2.2" in f)

    def test_los_estados_se_ven_con_forma_y_palabra(self, abrir: Abrir, texto: Texto) -> None:
        tabla = texto(abrir(PAGINA, ver="productos", corte="2025-06-30")).rsplit(
            'aria-label="Productos', 1
        )[1]
        for simbolo, palabra in (("○", "Sin iniciar"), ("✕", "No vigente"), ("□", "Sin dato")):
            assert f'<span aria-hidden="true">{simbolo}</span> {palabra}' in tabla
