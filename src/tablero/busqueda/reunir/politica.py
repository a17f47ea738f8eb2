"""De las políticas: productos, indicadores, objetivos, entidades, relatos y hallazgos."""

from collections.abc import Iterator
from urllib.parse import parse_qsl

from tablero import formato, tema
from tablero.busqueda.documento import Documento
from tablero.busqueda.reunir.procedencia import Procedencia, con_unidad, junto
from tablero.consultas import busqueda as consultas
from tablero.consultas.base import Preguntas
from tablero.filas import VARIOS, Fila
from tablero.graficos.piezas import destinos

LARGO_DE_UN_TITULO = 220
SECCIONES = {"logros": "Logro", "aportes": "Aporte a la ciudad", "acciones": "Acción para mejorar"}
"""Sección del informe → cómo se dice lo que relata."""


def todos(preguntar: Preguntas, de: Procedencia) -> Iterator[Documento]:
    """Todo lo de las políticas, en el último corte de cada una."""
    politicas = preguntar(consultas.politicas).filas
    varias = len(politicas) > 1
    # Si hay una sola, decir en cada cosa de cuál es no dice nada.
    nombres = {f["politica_codigo"]: f["politica_nombre"] for f in politicas if varias}
    yield from (_politica(f, de) for f in politicas)
    yield from (_objetivo(f, nombres, de) for f in preguntar(consultas.objetivos).filas)
    for fila in preguntar(consultas.productos).filas:
        yield from _producto(fila, de, con_politica=varias)
    yield from _entidades(preguntar(consultas.entidades).filas, nombres, de)
    yield from (_informe(f, de) for f in preguntar(consultas.informes).filas)
    relatos = preguntar(consultas.relatos).filas  # de cada indicador vale la última versión
    valen = {(f["politica_codigo"], f["indicador_codigo"]): f for f in relatos}
    yield from (_relato(f, de) for f in valen.values())
    yield from (_hallazgo(f, de) for f in preguntar(consultas.hallazgos).filas)


def _politica(fila: Fila, de: Procedencia) -> Documento:
    publicado = fila["avance_publicado_pct"]
    avance = fila["avance_calculado_pct"] if publicado is None else publicado
    return Documento(
        "politica",
        formato.texto(fila["politica_nombre"]),
        *_adonde(destinos.semaforo((("politica", fila["politica_codigo"]),))),
        contexto=junto("Política", fila["decreto"]),
        cifra=f"avance {'publicado' if publicado is not None else 'calculado'}: "
        f"{formato.porcentaje(avance)}",
        corte=de(fila),
        texto=fila["objetivo"] or "",
    )


def _objetivo(fila: Fila, nombres: dict[str, str], de: Procedencia) -> Documento:
    numero = fila["objetivo_numero"]
    nombre = fila["objetivo_nombre"]
    return Documento(
        "politica",
        f"Objetivo {numero}" + (f": {nombre}" if nombre else ""),
        "semaforo",
        (("politica", fila["politica_codigo"]), ("objetivo", str(numero))),
        contexto=junto(
            formato.contar(fila["productos"], "producto", "productos"),
            nombres.get(fila["politica_codigo"]),
        ),
        cifra=f"avance calculado: {formato.porcentaje(fila['avance_pct'])}",
        corte=de(fila),
    )


def _producto(fila: Fila, de: Procedencia, *, con_politica: bool) -> Iterator[Documento]:
    """El producto y, si la fuente lo dice, su indicador."""
    codigo, nombre = fila["producto_codigo"], formato.texto(fila["producto_nombre"])
    estado = tema.SEMAFORO[fila["semaforo"]]
    vista = (("politica", fila["politica_codigo"]), ("corte", fila["corte_fecha"].isoformat()))
    pagina, parametros = _adonde(destinos.producto(codigo, vista))
    cifra = f"{estado.simbolo} {estado.palabra} · PAHV {con_unidad(fila['pahv_pct'], '%')}"
    politica = fila["politica_nombre"] if con_politica else None
    quien = fila["entidad"] or fila["sector_nombre"]
    yield Documento(
        "producto",
        f"{codigo} · {nombre}",
        pagina,
        parametros,
        contexto=junto(f"Objetivo {fila['objetivo_numero']}", quien, politica),
        cifra=cifra,
        corte=de(fila),
        codigos=(codigo,),
        nombres=(nombre,),
        texto=junto(*(fila[c] for c in ("indicador_nombre", "sector_nombre", "entidad_nombre"))),
    )
    if fila["indicador_nombre"]:
        yield Documento(
            "indicador",
            fila["indicador_nombre"],
            pagina,
            parametros,
            contexto=junto(f"Indicador del producto {codigo}", politica),
            cifra=cifra,
            corte=de(fila),
        )


def _entidades(filas: list[Fila], nombres: dict[str, str], de: Procedencia) -> Iterator[Documento]:
    for fila in filas:
        entidad, politica = fila["entidad"], fila["politica_codigo"]
        otras = [n for n in (fila["sigla"], *(fila["grafias"] or "").split(VARIOS)) if n]
        if politica is None:
            adonde = _adonde("comite")
            contexto, cifra = "Entidad sin productos en el último corte de ninguna política", ""
        else:
            vista = (("politica", politica), ("corte", fila["corte_fecha"].isoformat()))
            adonde = _adonde(destinos.entidad(entidad, vista))
            contexto = junto("Entidad a cargo de productos", nombres.get(politica))
            cifra = formato.contar(fila["productos"], "producto", "productos")
        yield Documento(
            "entidad",
            entidad,
            *adonde,
            contexto=contexto,
            cifra=cifra,
            corte=de(fila),
            nombres=tuple(dict.fromkeys(otras)),
        )


def _informe(fila: Fila, de: Procedencia) -> Documento:
    return Documento(
        "relato",
        fila["titulo"],
        "logros",
        (("politica", fila["politica_codigo"]),),
        contexto=junto(SECCIONES[fila["seccion"]], _corto(fila["detalle"] or "")),
        corte=de(fila),
        texto=junto(fila["detalle"], fila["entidad"], fila["producto_codigo"]),
    )


def _relato(fila: Fila, de: Procedencia) -> Documento:
    codigo = fila["indicador_codigo"]
    texto = junto(fila["avance_texto"], fila["enfoques_texto"])
    return Documento(
        "relato",
        f"{codigo}: lo que se reportó en el {formato.trimestre(fila['anio'], fila['trimestre'])}",
        "producto",
        (("codigo", codigo), ("politica", fila["politica_codigo"])),
        contexto=_corto(texto),
        corte=de(fila),
        texto=texto,
    )


def _hallazgo(fila: Fila, de: Procedencia) -> Documento:
    vista = (("politica", fila["politica_codigo"]), ("corte", fila["corte_fecha"].isoformat()))
    producto = fila["producto_codigo"]
    return Documento(
        "hallazgo",
        _corto(fila["mensaje"]),
        *_adonde(destinos.hallazgos(fila["regla"], vista)),
        contexto=junto(
            f"Producto {producto}" if producto else "Todo el libro",
            fila["entidad"],
            f"celda {fila['celda']}" if fila["celda"] else None,
        ),
        cifra=fila["severidad"],
        corte=de(fila),
        texto=junto(fila["mensaje"], fila["que_hacer"], fila["regla"].replace("_", " ")),
    )


def _adonde(destino: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """La página de un destino y sus parámetros."""
    pagina, _, consulta = destino.partition("?")
    return pagina, tuple(parse_qsl(consulta))


def _corto(texto: str) -> str:
    """El texto, hasta una palabra entera."""
    if len(texto) <= LARGO_DE_UN_TITULO:
        return texto
    return texto[:LARGO_DE_UN_TITULO].rsplit(" ", 1)[0] + "…"
