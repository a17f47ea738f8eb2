"""Cada regla, haciéndola fallar en cada tabla donde puede: dice qué pasa y en qué celda.

También con claves que no están en el libro (el código de un municipio): de ellas se acusa la
columna de donde salen.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

import pytest
from fabrica_leidas import con, con_otra, copia, de_un_libro, leidas_completas, leidas_reales
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tablero import rutas
from tablero.ingesta.calcular import calcular
from tablero.ingesta.construir import armar
from tablero.ingesta.fuentes.documentos import descubrir
from tablero.ingesta.rangos import rangos_vigentes
from tablero.ingesta.reglas import (
    REGLAS,
    Leidas,
    Regla,
    ajustes,
    aritmetica,
    centros,
    citas,
    claves,
    cortes,
    entidades,
    ipt,
    municipios,
    politica,
    porcentajes,
    rangos,
    referencias,
    revisar,
)
from tablero.modelo import LIBROS, TABLA_POR_NOMBRE, Columna, ConMunicipio, Hecho, Tabla
from tablero.modelo.politica import PoliticaCorte
from tablero.modelo.relaciones import Cortes, Razon, Resta, Suma, Tope
from tablero.modelo.semaforo import SemaforoRango

TABLAS = tuple(dict.fromkeys(t for tablas in LIBROS.values() for t in tablas))
CENTROS, AVANCES = "centros_integrate", "politica_avances"
OTRA_FECHA = date(2001, 2, 3)


Valores = Mapping[str, Any]


class Falla(NamedTuple):
    """Una lectura dañada y lo que la regla debe decir de ella."""

    regla: Regla
    leidas: Leidas
    tabla: type[Tabla]
    columna: str
    """La que se acusa."""
    lugar: int
    """De qué fila de su tabla."""
    dice: str


Nombrada = tuple[str, Falla]


@cache
def leidas() -> Leidas:
    reales = leidas_completas()
    revisar(reales)  # pone los códigos que se deducen
    return reales


def fallas() -> Iterator[Nombrada]:
    """Todas las combinaciones de regla y tabla que se pueden hacer fallar."""
    for tabla in TABLAS:
        for que, falla in _de_la_tabla(tabla):
            yield f"{falla.regla.__name__}-{tabla.tabla}-{que}", falla
    yield from _sueltas()


def _de_la_tabla(tabla: type[Tabla]) -> Iterator[Nombrada]:
    nombre, reales = tabla.tabla, leidas()
    ultima = len(reales[nombre])
    primera = reales[nombre][0][1]
    ya_esta = f"clave repetida ({_titulos(tabla)}): ya está en la fila {primera.numero} de "
    repetida = con_otra(reales, nombre, 0, {})
    yield "", Falla(claves.claves_dobles, repetida, tabla, tabla.clave[0], ultima, ya_esta)
    if issubclass(tabla, Hecho):
        antes = con(reales, nombre, {0: {"corte_fecha": OTRA_FECHA}})
        dice = f"{OTRA_FECHA} no es el "
        yield "", Falla(cortes.cortes_ajenos, antes, tabla, "corte_fecha", 0, dice)
    if issubclass(tabla, ConMunicipio):
        escrito = "municipio_publicado"
        lugar = next(i for i, (_, f) in enumerate(reales[nombre]) if f.valores[escrito])
        raro = con(reales, nombre, {lugar: {escrito: "Xyz"}})
        dice = "«Xyz» no es un nombre oficial"
        yield "", Falla(municipios.unir_municipios, raro, tabla, escrito, lugar, dice)
    if "entidad" in tabla.model_fields:
        yield from _de_las_entidades(tabla, reales)
    if "hasta_fecha" in tabla.model_fields:
        periodo = {"desde_fecha": date(2025, 2, 1), "hasta_fecha": date(2025, 1, 1)}
        dice = "termina (2025-01-01) antes de empezar (2025-02-01"
        danada = con(reales, nombre, {1: periodo})
        yield "", Falla(cortes.periodos_al_reves, danada, tabla, "hasta_fecha", 1, dice)
    for columna in tabla.columnas_libro():
        if columna.referencia and columna.referencia != f"{nombre}.{columna.nombre}":
            nada: Any = "99999" if columna.tipo is str else 99999
            otra = TABLA_POR_NOMBRE[columna.referencia.split(".")[0]]
            danada = con(reales, nombre, {0: {columna.nombre: nada}})
            dice = f"«{nada}» no está en la hoja «{otra.hoja}»."
            yield (
                columna.nombre,
                Falla(referencias.referencias, danada, tabla, columna.nombre, 0, dice),
            )
        if columna.es_porcentaje and tabla.tabla != "semaforo_rangos":
            fracciones = {i: {columna.nombre: 0.5} for i in range(ultima)}
            danada = con(reales, nombre, fracciones)
            dice = "los porcentajes están como fracción"
            yield (
                columna.nombre,
                Falla(porcentajes.como_fraccion, danada, tabla, columna.nombre, 0, dice),
            )
    yield from _de_lo_declarado(tabla, reales)


def _de_las_entidades(tabla: type[Tabla], reales: Leidas) -> Iterator[Nombrada]:
    nombre, escrita = tabla.tabla, "entidad_nombre"
    filas = [fila.valores for _, fila in reales[nombre]]
    lugar, primera = next((i, f) for i, f in enumerate(filas) if f[escrita] and f["entidad"])
    rara = con(reales, nombre, {lugar: {escrita: "Xyz"}})
    dice = "«Xyz» no está en la tabla de entidades"
    yield "", Falla(entidades.unir_entidades, rara, tabla, escrita, lugar, dice)
    if escrita in tabla.clave:
        otra = con_otra(reales, nombre, lugar, {escrita: "Otra grafía"})
        dice = f"«Otra grafía» y «{primera[escrita]}», en la fila "
        yield "", Falla(entidades.entidades_dobles, otra, tabla, escrita, len(filas), dice)


def _de_lo_declarado(tabla: type[Tabla], reales: Leidas) -> Iterator[Nombrada]:
    nombre, filas = tabla.tabla, [fila for _, fila in reales[tabla.tabla]]
    for unica in tabla.unicas:
        copiada = {c: filas[0].valores[c] for c in unica}
        if sale_de := tabla.columna(unica[0]).sale_de:
            copiada[sale_de] = filas[0].valores[sale_de]
        ultimo = de_un_libro(reales, nombre)[0][1][-1]
        danada = con(reales, nombre, {ultimo: copiada})
        dice = f"ya está en la fila {filas[0].numero} y aquí no se repite."
        yield unica[0], Falla(claves.repetidas, danada, tabla, unica[0], ultimo, dice)
    if tabla.numeracion:
        columna = tabla.numeracion.columna
        de_su_libro = de_un_libro(reales, nombre)[0][1]
        grupo = [
            i
            for i in de_su_libro
            if all(filas[i].valores[c] == filas[0].valores[c] for c in tabla.numeracion.por)
        ]
        ultimo = filas[grupo[-1]].valores[columna]
        danada = con(reales, nombre, {grupo[-1]: {columna: ultimo + 5}})
        dice = f"la numeración salta de {ultimo - 1} a {ultimo + 5}."
        yield "", Falla(claves.saltos, danada, tabla, columna, grupo[-1], dice)
        if tabla.numeracion.empieza is not None:
            desde = tabla.numeracion.empieza
            corridas = {i: {columna: filas[i].valores[columna] + 1} for i in grupo}
            dice = f"la numeración empieza en {desde + 1} y debe empezar en {desde}."
            danada = con(reales, nombre, corridas)
            yield "comienzo", Falla(claves.saltos, danada, tabla, columna, 0, dice)
    yield from _entre_columnas(tabla, reales)


def _entre_columnas(tabla: type[Tabla], reales: Leidas) -> Iterator[Nombrada]:
    nombre, filas = tabla.tabla, [fila for _, fila in reales[tabla.tabla]]
    for prefijo in tabla.prefijos:
        otro: Any = 7 if tabla.columna(prefijo.columna).tipo is int else "77"
        danada = con(reales, nombre, {0: {prefijo.columna: otro}})
        dice = f"«{otro}» no es el comienzo de «{filas[0].valores[prefijo.de]}»."
        yield "", Falla(referencias.prefijos, danada, tabla, prefijo.columna, 0, dice)
    for compania in tabla.companias:
        titulo = tabla.columna(compania.columna).titulo
        lugar = next(i for i, f in enumerate(filas) if f.valores[compania.de[0]] is not None)
        sola = con(reales, nombre, {lugar: {compania.columna: None}})
        celda = filas[lugar].celdas[compania.columna]
        dice = f"va con «{titulo}» (celda {celda}), que está vacía."
        yield "solo", Falla(referencias.companias, sola, tabla, compania.de[0], lugar, dice)
        vacias = con(reales, nombre, {lugar: dict.fromkeys(compania.de)})
        dice = "va con «"
        yield "sin", Falla(referencias.companias, vacias, tabla, compania.columna, lugar, dice)
    for rotulo in tabla.rotulos:
        fila = {rotulo.columna: 87, "ubicacion": f"Sección 4, {rotulo.palabra} 86"}
        danada = con(reales, nombre, {0: {**fila, **dict.fromkeys(tabla.columnas_cita())}})
        dice = f"87 no es lo que dice la misma fila: «{rotulo.palabra} 86»."
        yield "", Falla(referencias.rotulos, danada, tabla, rotulo.columna, 0, dice)
    for columna, de in tabla.dependencias:
        danada = con(reales, nombre, {0: {columna: "Otro"}})
        dice = f"«Otro» no es el de las demás filas de «{filas[0].valores[de]}»"
        yield columna, Falla(municipios.departamentos, danada, tabla, columna, 0, dice)
    for repetida in tabla.copias:
        lugar = next(i for i, f in enumerate(filas) if f.valores.get(repetida.columna) is not None)
        distinto = "99001" if repetida.columna == "municipio_codigo" else "Otro"
        unida = {"entidad": distinto} if repetida.columna == "entidad_nombre" else {}
        danada = con(reales, nombre, {lugar: {repetida.columna: distinto, **unida}})
        dice = "no es lo que dice la fila "
        yield (
            repetida.columna,
            Falla(referencias.copias, danada, tabla, repetida.columna, lugar, dice),
        )
    for redondeo in tabla.redondeos:
        dicho = {redondeo.decimales or redondeo.unidad: 1}
        danada = con(reales, nombre, {0: {redondeo.columna: 1.2345, **dicho}})
        dice = "«1,23» tiene más cifras que las que dice «"
        yield (
            redondeo.columna,
            Falla(aritmetica.redondeos, danada, tabla, redondeo.columna, 0, dice),
        )
    yield from _de_las_citas(tabla, reales)
    yield from _de_las_cuentas(tabla, reales)


def _de_las_citas(tabla: type[Tabla], reales: Leidas) -> Iterator[Nombrada]:
    nombre = tabla.tabla
    for citada in tabla.citas:
        columna = tabla.columna(citada.columna)
        if citada.palabras:
            dicha, ajena = next(iter(citada.palabras.items()))
            es_logica = columna.tipo is bool
            opciones = ("sí", "no") if es_logica else columna.opciones
            opcion = next(o for o in opciones if o != dicha)
            cita = f"lo dice: {ajena}"
            escrita = opcion == "sí" if es_logica else opcion
            danada = con(reales, nombre, {0: {columna.nombre: escrita, citada.en: cita}})
            dice = f"«{opcion}» no es lo que dice su cita: «{cita}»."
            yield columna.nombre, Falla(citas.opciones, danada, tabla, columna.nombre, 0, dice)
        elif columna.tipo is str:
            valores = {columna.nombre: "Resolución 7", citada.en: "la resolución 9 de 2025"}
            danada = con(reales, nombre, {0: valores})
            dice = "«Resolución 7» no es lo que dice su cita: «la resolución 9 de 2025»."
            yield columna.nombre, Falla(citas.textos, danada, tabla, columna.nombre, 0, dice)
        else:
            es_fecha = columna.tipo is date
            valor: Any = OTRA_FECHA if es_fecha else columna.tipo(61)
            unidad = _unidad(columna, tabla) or (f" {citada.junto_a}" * citada.solo_junto)
            cita = "el 5 de mayo de 2024" if es_fecha else f"son 62{unidad}"
            danada = con(reales, nombre, {0: {columna.nombre: valor, citada.en: cita}})
            dice = f"«{OTRA_FECHA if es_fecha else 61}» no es lo que dice su cita: «{cita}»."
            yield (
                columna.nombre,
                Falla(citas.cifras_y_fechas, danada, tabla, columna.nombre, 0, dice),
            )


def _unidad(columna: Columna, tabla: type[Tabla]) -> str:
    """Lo que en una cita sigue a la cifra; la primera fila de «Cifras» es un porcentaje."""
    return " %" if columna.es_porcentaje or tabla.tabla == "cifras" else ""


def _de_las_cuentas(tabla: type[Tabla], reales: Leidas) -> Iterator[Nombrada]:
    sin_citas = dict.fromkeys(tabla.columnas_cita())
    for cuenta in tabla.cuentas:
        match cuenta:
            case Suma(resultado, partes):
                valores = {**dict.fromkeys(partes, 2), resultado: 9}
                acusada, dice = resultado, f"«9» no es la suma: 2{' + 2' * (len(partes) - 1)} = "
            case Resta(resultado, de, menos):
                valores = {resultado: 0.15, de: 52.05, menos: 52.2}
                acusada, dice = resultado, "«0,15» no es la resta: 52,05 − 52,2 = −0,15."
            case Razon(resultado, parte, total):
                valores = {resultado: 70.0, parte: 15, total: 20}
                acusada, dice = resultado, "«70» no sale: 15 de 20 son 75 %."
            case Tope(partes, mayor):
                valores = {**dict.fromkeys(partes), partes[0]: 9, mayor: 8}
                titulo = tabla.columna(mayor).titulo
                acusada, dice = partes[0], f"«9» pasa de «{titulo}», que es 8."
        danada = con(reales, tabla.tabla, {0: {**valores, **sin_citas}})
        nombre = type(cuenta).__name__
        yield nombre, Falla(aritmetica.cuentas, danada, tabla, acusada, 0, dice)


def _sueltas() -> Iterator[Nombrada]:
    """Las reglas de una sola tabla."""
    reales = leidas()

    def una(regla: Regla, donde: str, lugar: int, valores: Valores, dice: str) -> Nombrada:
        nombre, columna = donde.split(".")
        danada = con(reales, nombre, {lugar: valores})
        return (
            f"{regla.__name__}-{donde}",
            Falla(regla, danada, TABLA_POR_NOMBRE[nombre], columna, lugar, dice),
        )

    callado = {"corte_fecha": date(2023, 8, 31)}
    lugar = next(i for i, (d, _) in enumerate(reales["cifras"]) if d.nombre == "eat") + 10
    dice = "2023-08-31 no es el corte del documento (2024-06-30) y ninguna palabra de la fila lo"
    yield una(cortes.cortes_sin_decir, "cifras.corte_fecha", lugar, callado, dice)
    dicho = {"corte_fecha": date(2024, 6, 30)}
    dice = "2024-06-30 no es lo que dice la fila: 2023-08-31."
    _, falla = una(cortes.cortes_sin_decir, "cifras.corte_fecha", lugar - 1, dicho, dice)
    yield "cortes_sin_decir-al-reves", falla
    hasta = {"hasta_fecha": date(2025, 10, 30)}
    ajeno = "su último periodo (2025-01-01 a 2025-10-30) no es el que se informa "
    yield una(cortes.periodos_ajenos, "centros_atenciones.hasta_fecha", 3, hasta, ajeno)
    desde = {"desde_fecha": date(2025, 1, 2)}
    ajeno = "su último periodo (2025-01-02 a 2025-09-30) no es el que se informa "
    yield una(cortes.periodos_ajenos, "centros_atenciones.desde_fecha", 3, desde, ajeno)
    de_otro = {"cifra_codigo": reales["cifras"][0][1].valores["cifra_codigo"]}
    dice = "es de otro documento: está en la fila 2 de cnim/2025-11-30/cnim.xlsx."
    ultima = len(reales["cifras"]) - 1
    yield una(claves.de_otro_documento, "cifras.cifra_codigo", ultima, de_otro, dice)
    yield from _de_la_politica(una)


def _de_la_politica(una: Callable[..., Nombrada]) -> Iterator[Nombrada]:
    contados = "«3» no son los municipios del clúster 1 en la hoja «Clústeres»: hay 2."
    regla = aritmetica.conteos_por_cluster
    yield una(regla, "clusteres_conteos.municipios", 0, {"municipios": 3}, contados)
    abierto = {"apertura_fecha": date(2025, 8, 1)}
    dice = "«inicial» no lleva fecha de apertura (2025-08-01)"
    yield una(centros.aperturas, f"{CENTROS}.etapa", 0, abierto, dice)
    dice = "las ponderaciones de los productos suman 138 % y deben sumar 100 %; revise esta, que es"
    pesa = {"ponderacion_pct": 40.0}
    pesado = "politica_productos.ponderacion_pct"
    yield una(politica.ponderaciones, pesado, 0, pesa, f"{dice} 40 %.")
    regla = politica.porcentajes_imposibles
    dice = "«500» pasa del PAHV (100 %)."
    yield una(regla, f"{AVANCES}.paa_pct", 8, {"paa_pct": 500.0}, dice)
    dice = "«60» no es el PAHV (100 %), y en una Constante lo es."
    yield una(regla, f"{AVANCES}.paa_pct", 2, {"paa_pct": 60.0}, dice)
    dice = "«60» no es el PAHV (100 %), y en una Creciente lo es."
    yield una(regla, f"{AVANCES}.pav_pct", 1, {"pav_pct": 60.0}, dice)
    dice = "«35» no es el de la hoja «Avances», fila 7: 350."
    repetido = politica.pahv_dicho_dos_veces
    yield una(repetido, "politica_acciones_mejora.pahv_pct", 0, {"pahv_pct": 35.0}, dice)
    sin_fila = {"producto_codigo": "1.1.99"}
    _, falla = una(politica.productos_sin_avance, f"{AVANCES}.producto_codigo", 0, sin_fila, "")
    productos = TABLA_POR_NOMBRE["politica_productos"]
    dice = "«1.1.1» no tiene fila en la hoja «Avances»."
    yield "productos_sin_avance", falla._replace(tabla=productos, dice=dice)
    arrastrada = {"edicion": "2025"}
    dice = "a «05001» le faltan en la edición «2024» las filas de los indicadores 9"
    _, falla = una(ipt.ediciones_incompletas, "ipt_valores.edicion", 8, arrastrada, dice)
    yield "ediciones_incompletas", falla._replace(lugar=0)
    dice = "la edición «1999» no tiene valores en la hoja «Valores IPT»."
    regla_de_direcciones = ipt.direcciones_sin_valores
    yield una(regla_de_direcciones, "ipt_direcciones.edicion", 0, {"edicion": "1999"}, dice)
    primera = leidas()["entidades"][0][1].valores
    de_otra = {"sigla": primera["entidad_nombre"]}
    dice = f"«{primera['entidad_nombre']}» ya es de «{primera['entidad_codigo']}» en la fila 2 de"
    yield una(entidades.nombres_de_dos, "entidades.entidad_codigo", 1, de_otra, dice)
    dice = "«entra» no lleva valor; bórrelo."
    regla = ajustes.ajustes_mal_escritos
    yield una(regla, "politica_ajustes.a", 1, {"que": "entra"}, dice)
    tarde = {"ajuste_fecha": date(2025, 1, 1)}
    dice = "2025-01-01 es posterior al corte del documento (2024-12-31)."
    yield una(ajustes.ajustes_posteriores, "politica_ajustes.ajuste_fecha", 1, tarde, dice)


def _titulos(tabla: type[Tabla]) -> str:
    columnas = (tabla.columna(c) for c in tabla.clave if c != "nivel")
    return " + ".join(dict.fromkeys(c.titulo_en_libro for c in columnas))


FALLAS = dict(fallas())


@pytest.mark.parametrize("cual", FALLAS)
def test_la_regla_dice_que_pasa_y_en_que_celda(cual: str) -> None:
    falla = FALLAS[cual]
    columna = falla.tabla.columna(falla.columna)
    _, fila = falla.leidas[falla.tabla.tabla][falla.lugar]
    celda = fila.celdas.get(columna.nombre) or fila.celdas[columna.sale_de]
    dichos = list(falla.regla(falla.leidas))
    assert (fila.archivo, fila.hoja, celda, columna.titulo_en_libro) in {
        (e.archivo, e.hoja, e.celda, e.columna) for e in dichos if falla.dice in e.mensaje
    }, [str(e) for e in dichos]


def test_se_prueban_todas_las_reglas() -> None:
    probadas = {falla.regla for falla in FALLAS.values()}
    # Estas dos no acusan una celda: sus pruebas están en `test_rangos` y `test_ipt`.
    assert set(REGLAS) - probadas == {rangos.mal_puestos, ipt.ediciones_partidas}


def test_sin_columna_que_la_deduzca_se_acusa_a_la_fila() -> None:
    _, fila = leidas_completas()["politica_cortes"][0]
    nivel = TABLA_POR_NOMBRE["politica_cortes"].columna("nivel")
    assert str(fila.error("algo pasa.", nivel)) == (
        "sdp/2024-12-31/sdp.xlsx · hoja «Avance de la política»: fila 2: algo pasa."
    )


def _valores(columna: Columna) -> st.SearchStrategy[Any]:
    minimo = columna.minimo_en_libro or 0
    textos = ["Xyz", "2 de 2025", "1.1.1", "99999", "99", "xyz", "a b c d e"]
    posibles: Mapping[Any, Callable[[], st.SearchStrategy[Any]]] = {
        str: lambda: st.sampled_from(
            [*columna.opciones] or [t for t in textos if re.fullmatch(columna.patron or ".*", t)]
        ),
        int: lambda: st.integers(int(minimo), int(columna.maximo or 10**9)),
        float: lambda: st.floats(
            columna.mayor_que if columna.mayor_que is not None else columna.minimo_en_libro,
            columna.maximo,
            exclude_min=columna.mayor_que is not None,
            allow_nan=False,
            allow_infinity=False,
        ),
        bool: st.booleans,
        date: lambda: st.just(OTRA_FECHA) | st.dates(),
    }
    propios = posibles[columna.tipo]()
    return propios if columna.obligatoria else propios | st.none()


@settings(max_examples=40, deadline=timedelta(seconds=20), suppress_health_check=[*HealthCheck])
@given(datos=st.data())
def test_ninguna_celda_rompe_las_reglas(datos: st.DataObject) -> None:
    """Con cualquier valor que el libro admita, los errores se dicen con su lugar, sin romperse."""
    tabla = datos.draw(st.sampled_from(TABLAS))
    reales = leidas()
    columna = datos.draw(st.sampled_from(tabla.columnas_libro()))
    lugares = st.integers(0, len(reales[tabla.tabla]) - 1)
    valor = datos.draw(_valores(columna))
    cambios = {datos.draw(lugares): {columna.nombre: valor} for _ in range(2)}
    for error in revisar(con(reales, tabla.tabla, cambios)):
        assert error.archivo.endswith(".xlsx")
        assert error.hoja
        assert error.mensaje.endswith(".")


def test_los_cortes_que_cada_tabla_admite() -> None:
    """Solo estas admiten en un libro otro corte que el del documento."""
    assert {t.tabla: t.cortes for t in TABLAS if issubclass(t, Hecho)} == {
        **{t.tabla: Cortes.DOCUMENTO for t in TABLAS if issubclass(t, Hecho)},
        "cifras": Cortes.FILA,
        "comite_destacadas": Cortes.FILA,
        "centros_atenciones": Cortes.PERIODO,
    }


@pytest.mark.parametrize("tabla", TABLAS)
def test_una_hoja_vacia_se_dice_o_se_calcula_sin_ella(tabla: type[Tabla]) -> None:
    """Vacía es lo que la fuente no publica: o falta para otra hoja, o todo se calcula igual."""
    sin_ella = copia(leidas_reales())
    sin_ella[tabla.tabla] = []
    if revisar(sin_ella):
        return
    filas = armar(sin_ella)
    rangos_de_hoy = rangos_vigentes(filas[SemaforoRango])
    calculadas = calcular(filas, descubrir(rutas.FUENTES), [], rangos_de_hoy)
    assert not calculadas[tabla] or tabla.tabla == "politica_cortes"
    de_la_politica = [f for f in calculadas[PoliticaCorte] if f.nivel == "calculado"]
    assert round(de_la_politica[0].avance_pct or 0, 2) == 52.04
    assert de_la_politica[0].fuente_codigo == "sdp_2024-12-31"
