"""Los productos que el informe de la SDP nombra fuera del Anexo 1."""

from collections.abc import Iterator, Mapping, Sequence

from tablero.calculo.aporte import TOPE
from tablero.calculo.conciliacion import Contraste, Datos, contrastar, publicado
from tablero.calculo.contrastes.formas import (
    ES_CONTEO,
    conteo,
    conteo_publicado,
    unidad_del_ultimo_digito,
)
from tablero.calculo.contrastes.sdp_anexo import Renglon, con_su_pahv, en_nivel, renglones
from tablero.formato import contar, enumerar
from tablero.modelo.politica_informe import PoliticaAccionMejora, PoliticaAporte
from tablero.texto import a_codigo

ACCIONES = "acciones"
"""La sección de los aportes con lo que el informe pide mejorar."""
SIN_AVANCE = "El Anexo 1 no trae su avance."
NO_IMPRIME_CERO = "La fuente no imprime el 0 %: dice que no se inició, y así se lee."
NO_INICIADO = "no se inici"
"""Las palabras con que el informe dice que un producto no empezó («no se iniciaron»)."""


def contrastes(datos: Datos) -> Iterator[Contraste]:
    """Los contrastes de productos sueltos."""
    anexo = {fila.codigo: fila for fila in renglones(datos)}
    yield from _ponderaciones(datos, anexo)
    yield from _acciones_para_mejorar(datos, anexo)
    yield from _no_iniciados(datos, anexo)


def _ponderaciones(datos: Datos, anexo: Mapping[str, Renglon]) -> Iterator[Contraste]:
    """Las ponderaciones que la prosa repite."""
    for producto, fila in anexo.items():
        codigo = f"sdp_ponderacion_{a_codigo(producto)}"
        yield from contrastar(
            codigo,
            f"La ponderación del producto {producto} en la sección 4, frente a la del Anexo 1.",
            datos.cifra(codigo),
            fila.peso,
        )


def _acciones_para_mejorar(datos: Datos, anexo: Mapping[str, Renglon]) -> Iterator[Contraste]:
    """La tabla de la sección 9: cada PAHV con decimales, y qué productos están en ella."""
    tabla = datos.tabla(PoliticaAccionMejora)
    for fila in tabla:
        codigo = fila.producto_codigo
        del_anexo = anexo[codigo].posible("pahv_pct") if codigo in anexo else None
        yield Contraste(
            f"sdp_mejora_{a_codigo(codigo)}_pahv",
            f"El avance hasta la vigencia del producto {codigo} en la sección 9, frente al del "
            "Anexo 1.",
            publicado(fila, fila.pahv_pct, "%", unidad_del_ultimo_digito(fila.decimales)),
            del_anexo,
            SIN_AVANCE if del_anexo is None else None,
        )
    en_la_tabla = {fila.producto_codigo for fila in tabla}
    listados = [fila for codigo, fila in anexo.items() if codigo in en_la_tabla]
    sobre_el_tope = {codigo for codigo, fila in anexo.items() if (fila.avance.pahv_pct or 0) > TOPE}
    solo_en_uno = sorted(sobre_el_tope ^ en_la_tabla)
    yield from contrastar(
        "sdp_mejora_sobre_la_meta",
        "Los productos de la sección 9, frente a los que el Anexo 1 imprime por encima de 100 %.",
        conteo_publicado(tabla, "productos"),
        conteo(sobre_el_tope),
        f"{ES_CONTEO} Solo en uno de los dos: {enumerar(solo_en_uno)}."
        if solo_en_uno
        else ES_CONTEO,
    )
    en_otro_nivel = [
        con_su_pahv(fila)
        for fila in listados
        if not en_nivel([fila], "pahv_pct", "sobre-ejecución").maximo
    ]
    yield from contrastar(
        "sdp_mejora_sobre_ejecucion",
        "Los productos de la sección 9 y cuántos de ellos están en sobreejecución.",
        conteo_publicado(tabla, "productos"),
        en_nivel(listados, "pahv_pct", "sobre-ejecución"),
        " ".join(
            [
                ES_CONTEO,
                *_los_que_no_llegan(en_otro_nivel),
                *_entidades_de_la_frase(datos, listados),
            ]
        ),
    )


def _los_que_no_llegan(nombres: Sequence[str]) -> Iterator[str]:
    if nombres:
        cuantos = contar(len(nombres), "producto no llega", "productos no llegan")
        yield f"{cuantos} a ese estado: {enumerar(list(nombres))}."


def _entidades_de_la_frase(datos: Datos, listados: Sequence[Renglon]) -> Iterator[str]:
    """Las entidades de la tabla que no están en la frase con que el informe la presenta."""
    de_la_tabla = dict.fromkeys(str(fila.producto.sector_nombre) for fila in listados)
    frases = [a.cita or "" for a in datos.tabla(PoliticaAporte) if a.seccion == ACCIONES]
    nombradas = [sector for sector in de_la_tabla if any(sector in frase for frase in frases)]
    faltan = [sector for sector in de_la_tabla if sector not in nombradas]
    if nombradas and faltan:
        yield (
            f"La tabla imprime {contar(len(de_la_tabla), 'entidad', 'entidades')}; la frase que la "
            f"presenta, que no dice ser completa, nombra {len(nombradas)}: no están "
            f"{enumerar(faltan)}."
        )


def _no_iniciados(datos: Datos, anexo: Mapping[str, Renglon]) -> Iterator[Contraste]:
    """Los productos que el informe da por no iniciados."""
    for aporte in datos.tabla(PoliticaAporte):
        codigo = aporte.producto_codigo
        if codigo is None or codigo not in anexo:
            continue
        if NO_INICIADO in (aporte.cita or ""):
            avance = anexo[codigo].posible("pav_pct")
            yield Contraste(
                f"sdp_no_iniciado_{a_codigo(codigo)}",
                f"El avance en la vigencia del producto {codigo}, que el informe da por no "
                "iniciado.",
                publicado(aporte, 0, "%"),
                avance,
                f"{NO_IMPRIME_CERO} {SIN_AVANCE if avance is None else ''}".strip(),
            )
