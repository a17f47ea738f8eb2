"""Qué es un contraste, cuándo coincide y qué pasa cuando falta algo."""

from collections.abc import Iterator, Sequence
from datetime import date

import pytest

from tablero.calculo.a_salvo import POR_QUE, cada_uno
from tablero.calculo.conciliacion import (
    Contraste,
    Datos,
    Publicado,
    conciliar,
    contrastar,
    publicado,
)
from tablero.calculo.contrastes import eat_pais, formas, sdp_dos_veces
from tablero.calculo.contrastes.sdp_anexo import Renglon, en_duda, en_nivel
from tablero.calculo.intervalos import Intervalo
from tablero.modelo import Conciliacion, Fuente
from tablero.modelo.cifras import Cifra
from tablero.modelo.politica import PoliticaAvance, PoliticaProducto
from tablero.modelo.por_tabla import PorTabla
from tablero.modelo.territorio import Municipio
from tablero.texto import a_codigo

CORTE = date(2024, 12, 31)


def cifra(codigo: str, valor: float, precision: float | None = None) -> Cifra:
    return Cifra(
        cifra_codigo=codigo,
        tema="Tema",
        descripcion="Qué mide.",
        valor=valor,
        unidad="personas",
        precision=precision,
        corte_fecha=CORTE,
        fuente_codigo="sdp_2024-12-31",
        ubicacion="Sección 1",
        cita="unas palabras",
    )


def datos(*cifras: Cifra, fuentes: Sequence[str] = (), de: str = "sdp_2024-12-31") -> Datos:
    filas = PorTabla()
    filas.poner(Cifra, cifras)
    filas.poner(Fuente, [Fuente.model_construct(fuente_codigo=codigo) for codigo in fuentes])
    return Datos(filas, de)


def hecho(valor: float, precision: float | None = None) -> Publicado:
    return publicado(cifra("x", valor), valor, "personas", precision)


@pytest.mark.parametrize(
    ("publicada", "precision", "calculado", "estado"),
    [
        (123456, None, Intervalo.exacto(123456), "coincide"),
        (123456, None, Intervalo.exacto(123455), "difiere"),
        (2e9, 1e6, Intervalo.exacto(1_998_000_000), "difiere"),
        (2e9, 1e6, Intervalo.exacto(1_999_500_000), "coincide"),
        (52.05, 0.01, Intervalo(52.036, 51.51, 52.47), "coincide"),
        (50.20, 0.01, Intervalo(52.18, 51.34, 52.67), "difiere"),
        (448, None, None, "no calculable"),
    ],
)
def test_el_estado(
    publicada: float, precision: float | None, calculado: Intervalo | None, estado: str
) -> None:
    assert Contraste("c", "d", hecho(publicada, precision), calculado).estado == estado


def test_mas_de_es_un_piso() -> None:
    piso = Publicado(2.8e6, 1e5, "personas", CORTE, "f", "u", None, es_piso=True)
    assert Contraste("c", "d", piso, Intervalo.exacto(2_800_000)).estado == "coincide"
    assert Contraste("c", "d", piso, Intervalo.exacto(2_799_999)).estado == "difiere"


def test_sin_cifra_publicada_no_hay_contraste() -> None:
    assert datos().cifra("sdp_productos") is None
    assert list(contrastar("c", "d", None, Intervalo.exacto(1))) == []
    assert list(formas.sin_partes(datos(), [("sdp_x", "d", "falta")])) == []


def test_la_cifra_de_otra_fuente_no_se_ve() -> None:
    ajena = cifra("sdp_productos", 52).con(fuente_codigo="sdp_2025-12-31")
    assert datos(ajena).cifra("sdp_productos") is None


def test_otra_fuente_es_su_corte_mas_reciente() -> None:
    fuentes = [f"cnim_{corte}" for corte in ("2024-11-30", "2025-11-30")]
    hallada = datos(fuentes=fuentes, de="eat_2024-06-30").otra_fuente("cnim")
    assert hallada is not None
    assert hallada.fuente_codigo == "cnim_2025-11-30"
    assert datos(fuentes=fuentes, de="x").otra_fuente("eat") is None


def test_la_fila_lleva_la_procedencia_y_el_corte() -> None:
    def uno(_: Datos) -> Iterator[Contraste]:
        yield Contraste("sdp_productos", "d", hecho(52), Intervalo.exacto(49), "Porque sí.")

    filas = PorTabla()
    fuentes = ("sdp_2024-12-31", "divipola_2025")
    filas.poner(Fuente, [Fuente.model_construct(fuente_codigo=codigo) for codigo in fuentes])
    assert conciliar(filas, {"sdp": uno}) == [
        Conciliacion(
            conciliacion_codigo="sdp_productos_2024-12-31",
            descripcion="d",
            valor_publicado=52.0,
            valor_calculado=49,
            diferencia=3.0,
            unidad="personas",
            estado="difiere",
            explicacion="Porque sí.",
            corte_fecha=CORTE,
            fuente_codigo="sdp_2024-12-31",
            ubicacion="Sección 1",
            cita="unas palabras",
        )
    ]


def test_una_suma_muestra_sus_sumandos() -> None:
    partes = ("mujeres", "hombres")
    todo = datos(cifra("total", 1134), cifra("mujeres", 906), cifra("hombres", 228))
    (contraste,) = formas.suma_de_cifras(todo, "c", "d", "total", partes)
    assert contraste.estado == "coincide"
    assert contraste.explicacion == "906 + 228 = 1.134."


def test_una_suma_sin_una_parte_dice_cual_falta() -> None:
    todo = datos(cifra("total", 1134), cifra("mujeres", 906))
    (contraste,) = formas.suma_de_cifras(todo, "c", "d", "total", ("mujeres", "hombres"))
    assert contraste.estado == "no calculable"
    assert contraste.explicacion == "Esta fuente no trae hombres."


def test_la_suma_de_porcentajes_redondeados_lleva_todos_sus_redondeos() -> None:
    filas = [cifra("x", valor) for valor in (62, 6, 27, 6)]
    total = formas.suma_publicada(filas, [f.valor for f in filas], "%", precision=1)
    assert total is not None
    assert (total.valor, total.intervalo.minimo, total.intervalo.maximo) == (101, 99, 103)
    assert formas.suma_publicada([], [], "%", precision=1) is None


def test_un_conteo_no_hereda_la_cita_de_su_primera_fila() -> None:
    filas = [cifra("x", 1), cifra("y", 2)]
    conteo, citado = formas.conteo_publicado(filas, "u"), formas.conteo_publicado(filas, "u", "dos")
    assert conteo is not None
    assert citado is not None
    assert (conteo.valor, conteo.cita, citado.cita) == (2, None, "dos")


def test_bogota_no_parece_dos_nombres_en_una_lista() -> None:
    assert formas.lista(["Barranquilla", "Bogotá, D.C.", "Cali"]) == "Barranquilla, Bogotá y Cali."
    assert formas.lista([]) is None


def pais(porcentaje: float) -> dict[str, str | None]:
    """Las explicaciones con tres departamentos: diez códigos, ocho de ellos municipios."""
    tipos = ["municipio"] * 8 + ["isla", "área no municipalizada"]
    entidades = [
        Municipio.model_construct(
            departamento_codigo=codigo, tipo=tipo, fuente_codigo="divipola_2025-12-31"
        )
        for codigo, tipo in zip(["05", "08", "11", *["05"] * 7], tipos, strict=True)
    ]
    codigos = ("eat_pdt_departamentos_pct", "eat_pdt_municipios_pct")
    filas = PorTabla()
    filas.poner(Fuente, [Fuente.model_construct(fuente_codigo="divipola_2025-12-31")])
    filas.poner(Municipio, entidades)
    filas.poner(Cifra, [cifra(codigo, porcentaje, 1) for codigo in codigos])
    hallados = eat_pais.contrastes(Datos(filas, "sdp_2024-12-31"))
    return {c.codigo: c.explicacion for c in hallados}


def test_un_porcentaje_del_pais_se_prueba_con_cada_base() -> None:
    de_la_mitad = pais(50)
    assert de_la_mitad["eat_pdt_municipios_pct"] == (
        "No se publica cuántos municipios son ni de cuántos. Con los 10 códigos de la DIVIPOLA "
        "serían 5; con sus 8 municipios, 4."
    )
    assert de_la_mitad["eat_pdt_departamentos_pct"] == (
        "No se publica cuántos departamentos son ni de cuántos. Con 2 departamentos serían 1; con "
        "3, contando a Bogotá, ningún número entero."
    )


def test_un_porcentaje_que_ninguna_base_da() -> None:
    assert (pais(90)["eat_pdt_departamentos_pct"] or "").endswith(
        "90\u00a0% no sale de ningún número entero, ni con 2 departamentos ni con 3 contando a "
        "Bogotá."
    )


def test_dos_veces_con_numeros_distintos_son_dos_periodos() -> None:
    una = cifra("sdp_logros_vivienda_cupos", 500).con(
        ubicacion="Página 1, «Logros del semestre», numeral 3"
    )
    otra = cifra("sdp_aportes_vivienda_cupos", 700)
    (contraste,) = sdp_dos_veces.contrastes(datos(una, otra))
    assert contraste.estado == "difiere"
    assert (contraste.explicacion or "").endswith(
        "La página 1 titula «Logros del semestre» y la sección 7 habla de todo 2024: son dos "
        "periodos."
    )


def test_un_porcentaje_de_cero_no_es_calculable() -> None:
    (contraste,) = formas.parte_de("c", "d", hecho(45, 1), 5, 0)
    assert contraste.estado == "no calculable"


def test_los_enteros_de_un_rango() -> None:
    assert formas.enteros(Intervalo(93.126, 92.6, 93.7)) == Intervalo(93, 93, 93)
    assert formas.enteros(Intervalo(30.69, 30.5, 30.9)) is None


@pytest.mark.parametrize(
    ("texto", "codigo"),
    [
        ("Integración Social", "integracion_social"),
        ("2.1.3", "2_1_3"),
        ("sobre-ejecución", "sobre_ejecucion"),
    ],
)
def test_los_codigos_son_ascii(texto: str, codigo: str) -> None:
    assert a_codigo(texto) == codigo


def renglon(tipo: str, pahv: float | None, paa: float | None, peso: float = 4.0) -> Renglon:
    producto = PoliticaProducto.model_construct(
        producto_codigo="1.1.1", anualizacion_tipo=tipo, ponderacion_pct=peso
    )
    return Renglon(
        producto, PoliticaAvance.model_construct(pahv_pct=pahv, paa_pct=paa, decimales=0)
    )


def test_el_avance_se_recorta_antes_de_ponderar() -> None:
    assert renglon("Constante", 600, 600).avance_pp == Intervalo(4, 3.995, 4.005)


def test_un_constante_en_cero_debia_estar_en_la_meta() -> None:
    fila = renglon("Constante", 0, 0)
    assert fila.trayectoria_pp.valor == 4
    assert fila.brecha_pp.valor == -4
    assert fila.brecha_pp.maximo == pytest.approx(-99.5 * 3.995 / 100)


def test_otro_tipo_en_cero_no_permite_deducir_la_trayectoria() -> None:
    trayectoria = renglon("Suma", 0, 0).trayectoria_pp
    assert (trayectoria.valor, trayectoria.minimo) == (0, 0)
    assert trayectoria.maximo == pytest.approx(4.005)


def test_sin_porcentajes_no_aporta_nada() -> None:
    fila = renglon("Suma", None, None)
    assert fila.avance_pp == fila.trayectoria_pp == fila.brecha_pp == Intervalo.exacto(0)


@pytest.mark.parametrize(
    ("pahv", "paa"), [(19, 5), (100, 100), (217, 27), (94, 6), (600, 600), (143, 143), (101, 101)]
)
def test_la_brecha_contiene_la_de_cualquier_valor_posible(pahv: float, paa: float) -> None:
    fila = renglon("Suma", pahv, paa)
    pasos = [-0.5, -0.25, 0, 0.25, 0.5]
    for peso in (3.995, 4.005):
        for a in (paa + p for p in pasos):
            for h in (pahv + p for p in pasos):
                brecha = peso / 100 * (min(a, 100) - min(a / h * 100, 100))
                assert fila.brecha_pp.minimo - 1e-9 <= brecha <= fila.brecha_pp.maximo + 1e-9
    resta = fila.avance_pp - fila.trayectoria_pp
    assert fila.brecha_pp.valor == pytest.approx(resta.valor)
    assert resta.minimo <= fila.brecha_pp.minimo + 1e-9
    assert fila.brecha_pp.maximo <= resta.maximo + 1e-9


def test_un_producto_en_el_limite_puede_estar_en_dos_niveles() -> None:
    filas = [renglon("Suma", pahv, 10) for pahv in (40, 50, 60, 125, 400)]
    assert en_nivel(filas, "pahv_pct", "bajo") == Intervalo(2, 1, 2)
    assert en_nivel(filas, "pahv_pct", "medio") == Intervalo(1, 1, 2)
    assert en_nivel(filas, "pahv_pct", "sobre-ejecución") == Intervalo(1, 1, 2)
    assert [f.avance.pahv_pct for f in en_duda(filas, "pahv_pct", "alto")] == [125]


def test_una_cuenta_imposible_no_se_lleva_a_las_demas(caplog: pytest.LogCaptureFixture) -> None:
    """Lo que leyó y no alcanzó a contrastar va «no calculable»; las otras partes se hacen."""

    def imposible(de: Datos) -> Iterator[Contraste]:
        yield from contrastar("uno", "Uno.", de.cifra("uno"), Intervalo.exacto(1))
        yield from contrastar("dos", "Dos.", de.cifra("dos"), Intervalo.exacto(1 / len("")))

    def posible(de: Datos) -> Iterator[Contraste]:
        yield from contrastar("tres", "Tres.", de.cifra("tres"), Intervalo.exacto(3))

    fuente = datos(cifra("uno", 1), cifra("dos", 2), cifra("tres", 3))
    hechos = list(cada_uno(fuente, imposible, posible))
    assert [(c.codigo, c.publicado.valor, c.estado) for c in hechos] == [
        ("uno", 1, "coincide"),
        ("dos_sin_calcular", 2, "no calculable"),
        ("tres", 3, "coincide"),
    ]
    assert hechos[1].explicacion == POR_QUE
    assert "ZeroDivisionError" in caplog.text
