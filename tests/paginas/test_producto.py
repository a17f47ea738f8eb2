"""La hoja de producto: con libro, con solo porcentajes, y cómo se llega a ella."""

import re
from datetime import date

import pytest
from dichos import advertidos
from fabrica_politica import CORTES, DICIEMBRE, productos
from pestanas import CON_ALGO_ELEGIDO, CON_LIBROS
from streamlit.testing.v1 import AppTest
from tipos import Abrir, Texto

from tablero import formato
from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.motor import calcular
from tablero.interfaz.marco.memoria import MEMORIA

PAGINA = "pages/producto.py"
PESTANAS = CON_ALGO_ELEGIDO["producto?codigo=3.1.7"]
PESTANAS_CON_LIBRO = CON_LIBROS["producto?codigo=1.2.1&corte=2025-06-30"]


def subtitulos(prueba: AppTest) -> list[str]:
    return [str(s.value) for s in prueba.subheader]


def de_todas(abrir: Abrir, **pide: str) -> list[AppTest]:
    """Sus pestañas, una por una."""
    vers = PESTANAS_CON_LIBRO if "corte" in pide else PESTANAS
    return [abrir(PAGINA, ver=ver, **pide) for ver in vers]


def enlaces(prueba: AppTest) -> dict[str, str]:
    """Etiqueta → parámetros de cada enlace a una hoja de producto, sin el del menú."""
    return {
        e.proto.label: e.proto.query_string
        for e in prueba.get("page_link")
        if e.proto.page == "producto" and e.proto.label != "Hoja de producto"
    }


def tarjetas(dicho: str) -> dict[str, tuple[str, str]]:
    """Etiqueta → su cifra y su nota."""
    patron = (
        r'<p class="tb-etiqueta">([^<]*)</p><p class="tb-cifra">([^<]*)</p>'
        r'<p class="tb-nota">([^<]*)</p>'
    )
    return {rotulo: (cifra, nota) for rotulo, cifra, nota in re.findall(patron, dicho)}


def del_motor(codigo: str, corte: date) -> Indicador:
    """El indicador del libro inventado, sin pasar por la base."""
    p = next(p for p in productos(corte) if p.codigo == codigo)
    return Indicador(
        codigo=codigo,
        anualizacion_tipo=p.anualizacion_tipo,
        periodicidad=p.periodicidad,
        metas={a: m for a, m in p.metas.items() if m is not None},
        meta_final=p.meta_final,
        reportes={Periodo(*t): v for t, v in p.reportes.items() if isinstance(v, float)},
        linea_base=p.linea_base,
        estado=p.estado,
        inicio=p.inicio,
        fin=p.fin,
    )


@pytest.mark.usefixtures("con_libros")
@pytest.mark.parametrize("corte", CORTES)
@pytest.mark.parametrize("codigo", ["1.1.1", "1.1.2", "1.2.1", "1.2.2", "2.1.1"])
def test_las_tarjetas_dicen_lo_que_da_el_motor(
    abrir: Abrir, texto: Texto, codigo: str, corte: date
) -> None:
    cifras = calcular(del_motor(codigo, corte), Periodo(*CORTES[corte]))
    vistas = tarjetas(texto(abrir(PAGINA, codigo=codigo, corte=corte.isoformat())))
    for rotulo, valor in (
        ("Avance hasta la vigencia (PAHV), recalculado", cifras.pahv_pct),
        ("Avance en la vigencia (PAV), recalculado", cifras.pav_pct),
        ("Avance acumulado (PAA), recalculado", cifras.paa_pct),
        ("Trayectoria (lo que debía llevar)", cifras.trayectoria_pct),
    ):
        esperado = formato.numero_justo(valor)
        assert vistas[rotulo][0] == (esperado if valor is None else f"{esperado}\u00a0%")
    assert vistas["Brecha"][0] == formato.puntos(cifras.brecha_pp)


@pytest.mark.usefixtures("con_libros")
def test_lo_reportado_va_al_lado_con_su_causa(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, codigo="1.2.1", corte="2025-06-30")
    vistas = tarjetas(texto(prueba))
    assert vistas["Avance hasta la vigencia (PAHV), recalculado"] == (
        "80\u00a0%",
        "Todo lo hecho contra todo lo programado. El libro reporta 85,71\u00a0%. Difieren: no "
        "descuenta la línea base.",
    )
    assert vistas["Avance acumulado (PAA), recalculado"][1].endswith("El libro no lo trae.")
    prueba = abrir(PAGINA, codigo="1.2.1", corte="2025-06-30", ver="revisar")
    assert "1 porcentaje del libro difiere de lo recalculado" in subtitulos(prueba)
    assert 'aria-label="Reportado y recalculado"' in texto(prueba)
    dicho = "".join(map(texto, de_todas(abrir, codigo="1.1.1", corte="2025-06-30")))
    assert 'aria-label="Reportado y recalculado"' not in dicho  # lo dicen las tarjetas
    iguales = tarjetas(dicho)
    assert iguales["Avance acumulado (PAA), recalculado"][1].endswith(
        "El libro reporta 50\u00a0%, lo mismo."
    )


@pytest.mark.usefixtures("con_libros")
def test_dice_que_es_y_como_va(abrir: Abrir, texto: Texto) -> None:
    todas = de_todas(abrir, codigo="1.1.2", corte="2025-06-30")
    dicho = "".join(map(texto, todas))
    dibujos = [len(prueba.get("vega_lite_chart")) for prueba in todas]
    assert dict(zip(PESTANAS_CON_LIBRO, dibujos, strict=True)) == {
        **dict.fromkeys(PESTANAS_CON_LIBRO, 0),
        "va": 1,
        "metas": 2,
    }
    assert subtitulos(todas[2]) == [
        "1.1.2. Producto 1.1.2",
        "En 2025 lleva 5 y la meta del año es 40: hasta el corte debía 20",
        "En total lleva 65 y debía 100; la meta final es 200",
    ]
    for parte in (
        "Medio</span> Va atrasado.",
        "No debe reportes. El próximo es el del tercer trimestre de 2025.",
        "Del 1 de enero de 2023 al 31 de diciembre de 2027",
        "Todo lo reportado; debía 100.",
        "todos se suman, y la meta final es el total.",
        'href="entidad?nombre=Secretar',
        "A la política le resta 2,62 puntos.",  # 15 × (32,5 − 50) / 100 = −2,625
        '<p class="tb-menor">2,17</p>',  # 65 en 30 meses
        "Ninguna comprobación encontró algo que revisar en sus celdas.",
        "Avance del 1.1.2 en Q2.",
    ):
        assert parte in dicho, parte
    assert "Línea base" not in dicho
    assert "Al 30 de junio de 2025 lleva 32,5\u00a0% y debía llevar 50\u00a0%" in dicho
    assert "no alcanza su meta final dentro de su plazo" in dicho
    assert "En línea recta llegaría el 10 de septiembre de 2030: es una cuenta" in dicho


@pytest.mark.usefixtures("con_libros")
@pytest.mark.parametrize(
    ("codigo", "partes"),
    [
        (
            "2.1.2",
            (
                ("Sin iniciar</span> Todavía no debía reportar."),
                "El próximo es el del cuarto trimestre de 2026",
            ),
        ),
        (
            "2.2.1",
            (
                "Falta su reporte.",
                ("Debe el reporte del segundo trimestre de 2025."),
                "3 cosas por revisar",
            ),
        ),
        ("3.1.1", ("No vigente</span> Ya no está vigente", "Ya no está vigente: no hay ritmo")),
        ("1.2.2", ("Bajo</span> Va atrasado.", "Un Constante mantiene un nivel", "lleva 40")),
    ],
)
def test_los_demas_estados_se_dicen(
    abrir: Abrir, texto: Texto, codigo: str, partes: tuple[str, ...]
) -> None:
    dicho = "".join(map(texto, de_todas(abrir, codigo=codigo, corte="2025-06-30")))
    for parte in partes:
        assert parte in dicho, parte


@pytest.mark.usefixtures("con_libros")
def test_las_tablas_plegadas_se_llenan_al_abrirlas(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, codigo="1.2.1", corte="2025-06-30", ver="metas")
    assert 'aria-label="Metas y reportes"' not in texto(prueba)
    prueba.session_state["abrir_producto_linea"] = True
    dicho = texto(prueba.run())
    tabla = dicho.split('aria-label="Metas y reportes"')[1].split("</table>")[0]
    fila = next(f for f in tabla.split("<tr>") if "Segundo trimestre de 2025" in f)
    celdas = re.findall(r'<td class="n"[^>]*>([^<]*)</td>', fila)
    assert celdas == ["40", "30", "30", "35"]  # meta, reporte, llevaba y debía
    assert "celda Y8" in fila
    prueba = abrir(PAGINA, codigo="1.2.1", corte="2025-06-30", ver="cuenta")
    prueba.session_state["abrir_producto_relatos"] = True
    assert "Avance del 1.2.1 en Q4." in texto(prueba.run())


@pytest.mark.usefixtures("con_libros")
def test_otro_corte_se_elige_en_la_lista_y_sigue_el_producto(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, codigo="1.1.2", ver="metas")
    assert "En total lleva 73 y debía 120; la meta final es 200" in subtitulos(prueba)
    prueba.selectbox(key="filtro_corte").select("2025-06-30").run()
    assert (prueba.query_params["codigo"], prueba.query_params["corte"]) == ("1.1.2", "2025-06-30")
    assert "En total lleva 65 y debía 100; la meta final es 200" in subtitulos(prueba)


@pytest.mark.usefixtures("con_libros")
def test_el_anterior_y_el_siguiente_conservan_el_corte(abrir: Abrir) -> None:
    hallados = enlaces(abrir(PAGINA, codigo="1.2.1", corte="2025-06-30"))
    assert hallados["← 1.1.2, anterior"] == "corte=2025-06-30&codigo=1.1.2"
    assert hallados["1.2.2, siguiente →"] == "corte=2025-06-30&codigo=1.2.2"
    assert hallados["Buscar otro producto"] == "corte=2025-06-30"
    primero = enlaces(abrir(PAGINA, codigo="1.1.1", corte="2025-06-30"))
    assert [e for e in primero if "anterior" in e] == []


@pytest.mark.usefixtures("con_libros")
def test_el_que_no_esta_en_el_corte_dice_en_cual_esta(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, codigo="3.1.2", corte="2025-06-30")
    assert "El producto 3.1.2 no está en el corte del 30 de junio de 2025; sí en otros:" in texto(
        prueba
    )
    assert enlaces(prueba)["3.1.2 al 31 de diciembre de 2025 →"] == (
        f"corte={DICIEMBRE}&codigo=3.1.2"
    )


def test_sin_libro_dice_sin_dato_y_no_deja_graficos_vacios(abrir: Abrir, texto: Texto) -> None:
    """El 2.2.6 en el Anexo 1: PAHV 19, PAA 5; TI = 5/19 = 26,32 % y la brecha, −21,32."""
    dicho = texto(abrir(PAGINA, codigo="2.2.6"))
    vistas = tarjetas(dicho)
    assert vistas["Avance hasta la vigencia (PAHV), publicado"][0] == "19\u00a0%"
    assert vistas["Avance acumulado (PAA), publicado"][1].endswith(
        "Recalculado: sin dato, faltan sus metas y sus reportes."
    )
    assert vistas["Trayectoria (lo que debía llevar)"][0] == "26,32\u00a0%"
    assert vistas["Brecha"][0] == "−21,32\u00a0p.\u00a0p."
    assert "solo se publican los porcentajes" in dicho
    assert "Ritmo: sin dato" in subtitulos(abrir(PAGINA, codigo="2.2.6", ver="llega"))
    assert "Solo hay un corte guardado con este producto" in dicho
    for pestana in de_todas(abrir, codigo="2.2.6"):
        assert pestana.get("vega_lite_chart") == []
    que_es = texto(abrir(PAGINA, codigo="2.2.6", ver="es"))
    assert "Indicador:</strong> Número de personas afiliadas" in que_es


def test_lo_que_relata_el_informe_va_en_su_hoja(abrir: Abrir, texto: Texto) -> None:
    dicho = "".join(map(texto, de_todas(abrir, codigo="3.1.7")))
    assert "Revisar la ejecución del producto 3.1.7, que no se inició" in dicho
    assert "un Constante en 0\u00a0% debía llevar 100" in dicho
    revisado = texto(abrir(PAGINA, codigo="2.2.7", ver="cuenta"))
    assert "El informe pide revisarlo: está en «Acciones para mejorar»" in revisado
    assert "con un PAHV de 3.399,8\u00a0%" in revisado


def test_lo_que_pasa_de_largo_no_cuenta_entero_en_la_politica(abrir: Abrir, texto: Texto) -> None:
    """2.2.7: peso 3, PAA 393, TI 11,56: +381,44 p. p., pero 3 × (100 − 11,56) / 100 = 2,65."""
    dicho = texto(abrir(PAGINA, codigo="2.2.7"))
    assert "le suma 2,65 puntos. Allí su avance cuenta, a lo sumo, 100\u00a0%." in dicho
    assert "cuenta, a lo sumo" not in texto(abrir(PAGINA, codigo="2.2.6"))


def test_sin_codigo_ofrece_buscar_y_la_lista(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA)
    assert subtitulos(prueba) == ["Los 52 productos: elija uno"]
    assert 'href="producto?codigo=1.1.1&amp;politica=poblacion_migrante_internacional' in texto(
        prueba
    )
    assert prueba.selectbox(key="filtro_parte").options == ["1 a 40 de 52", "41 a 52 de 52"]


def test_buscar_palabras_deja_la_lista_en_el_enlace(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA)
    prueba.text_input(key="filtro_buscar").set_value("Xenofóbia").run()
    assert prueba.query_params["buscar"] == "Xenofóbia"
    hallados = set(re.findall(r"producto\?codigo=([\d.]+)&", texto(prueba)))
    assert "3.1.7" in hallados
    assert subtitulos(prueba) == [f"«Xenofóbia»: {len(hallados)} productos"]
    assert subtitulos(abrir(PAGINA, buscar="Xenofóbia")) == subtitulos(prueba)


def test_buscar_un_codigo_abre_su_hoja(abrir: Abrir) -> None:
    prueba = abrir(PAGINA)
    prueba.text_input(key="filtro_buscar").set_value("2. 2.6").run()
    assert dict(prueba.query_params) == {"codigo": "2.2.6"}
    assert subtitulos(prueba)[0].startswith("2.2.6. Población Migrante Internacional afiliada")


@pytest.mark.parametrize(
    ("parametros", "aviso"),
    [
        ({"codigo": "9.9.9"}, "No hay ningún producto «9.9.9» en el corte del 31 de diciembre"),
        ({"codigo": "<b>[x](y)"}, "No hay ningún producto «&lt;b&gt;[x](y)»"),
        ({"buscar": "pesca"}, "Ningún producto tiene ese código ni esas palabras: «pesca»."),
    ],
)
def test_lo_que_no_existe_se_dice_y_se_ofrecen_todos(
    abrir: Abrir, texto: Texto, parametros: dict[str, str], aviso: str
) -> None:
    prueba = abrir(PAGINA, **parametros)
    assert aviso in texto(prueba)
    assert subtitulos(prueba) == ["Los 52 productos: elija uno"]


def test_un_codigo_con_punto_final_es_el_mismo(abrir: Abrir, texto: Texto) -> None:
    assert "2.2.6. Población Migrante" in texto(abrir(PAGINA, codigo="2.2.6."))


def test_el_codigo_de_un_resultado_muestra_sus_productos(abrir: Abrir) -> None:
    """Del Anexo 1: 12 productos del resultado 2.2."""
    prueba = abrir(PAGINA, codigo="2.2")
    assert "No hay ningún producto «2.2»" in advertidos(prueba)[0]
    assert [s.value for s in prueba.subheader] == ["«2.2»: 12 productos"]


def test_un_codigo_inventado_no_ocupa_memoria(abrir: Abrir) -> None:
    """Los códigos que no existen no se acaban: recordarlos sacaría lo que sí se usa."""
    abrir(PAGINA, codigo="8.7.654")
    assert not [clave for clave in MEMORIA._guardados if "8.7.654" in repr(clave)]
