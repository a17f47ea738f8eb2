"""La hoja de una entidad en PDF, para enviársela: una o dos páginas A4."""

from collections.abc import Sequence
from dataclasses import asdict

from tablero import formato, tema
from tablero.exportar import imagen, marca
from tablero.exportar.escribir.pdf import papel
from tablero.exportar.escribir.pdf.cosa import Celda, cuadro
from tablero.exportar.nombres import nombre_de_archivo
from tablero.filas import Fila
from tablero.graficos.entidad import POR_ATENDER, SITUACIONES, plural
from tablero.registro.sesiones.estado import Compromiso
from tablero.respuestas.cortes import corte_del_dia
from tablero.respuestas.entidad import palabras
from tablero.respuestas.entidad.hoja import HojaDeEntidad, de_donde
from tablero.un_json import Objeto

HALLAZGOS = 12
"""Los que van en el papel; todos están en la página Hallazgos."""
DE_HALLAZGOS = ("Producto", "Celda", "Severidad", "Qué pasa", "Qué hacer")
DE_COMPROMISOS = ("Vence", "Compromiso", "Estado")


def nombre(hoja: HojaDeEntidad, extension: str, *, es_simulado: bool) -> str:
    """`entidad_secretaria_distrital_de_salud_poblacion_migrante…_2025-06-30.pdf`.

    Dos entidades de un corte no llevan nunca el mismo.
    """
    partes = (hoja.titulo, str(hoja.vez) if hoja.vez > 1 else "", hoja.politica_codigo)
    corte = corte_del_dia(hoja.fuentes, hoja.corte)
    archivo = nombre_de_archivo(
        "entidad", partes, corte, "excel" if extension == "csv" else "maquina", extension
    )
    return marca.nombrar(archivo, es_simulado=es_simulado)


def compilar(
    hoja: HojaDeEntidad,
    *,
    es_simulado: bool,
    compromisos: Sequence[Compromiso] = (),
    cambios: papel.Cambios | None = None,
) -> bytes:
    """El PDF de la hoja de una entidad, con lo que quedó de hacer ante el Comité.

    Anota en `cambios` los signos que cambió.
    """
    return papel.compilar(
        "impresas/entidad.typ",
        _contenido(hoja, compromisos),
        es_simulado=es_simulado,
        cambios=cambios,
    )


def cambios(hoja: HojaDeEntidad, compromisos: Sequence[Compromiso] = ()) -> papel.Cambios:
    """Los signos que el PDF de esta hoja cambia, sin hacerlo."""
    return imagen.cambios(_contenido(hoja, compromisos))


def _contenido(hoja: HojaDeEntidad, compromisos: Sequence[Compromiso]) -> Objeto:
    propia, productos, hallazgos = hoja.propia.fila, hoja.productos.filas, hoja.hallazgos.filas
    corte = formato.fecha(hoja.corte)
    por_situacion = {
        s: [p for p in productos if p["situacion"] == s]
        for s in SITUACIONES
        if any(p["situacion"] == s for p in productos)
    }
    return {
        "titulo_del_documento": f"Seguimiento por entidad: {hoja.titulo}",
        "descripcion": f"{hoja.politica}. Corte: {corte}.",
        "palabras": [hoja.titulo, hoja.politica, "seguimiento"],
        "fecha": [hoja.corte.year, hoja.corte.month, hoja.corte.day],
        "encabezado": "Tablero de Control · Seguimiento de la política por entidad",
        "pie": f"{hoja.titulo} · corte: {corte}",
        "titulo": hoja.titulo,
        "subtitulo": _subtitulo(hoja, corte),
        "resumen": hoja.resumen,
        "cifras": [asdict(cifra) for cifra in hoja.cifras],
        "grupos": [
            {
                **_estado(SITUACIONES[s]),
                "plural": plural(s, len(suyos)),
                "productos": [_producto(p) for p in suyos],
            }
            for s, suyos in por_situacion.items()
        ],
        "nota": " ".join([hoja.nota, *_del_nombre(propia)]),
        "titulo_de_hallazgos": palabras.por_revisar(hallazgos),
        "hallazgos": cuadro(DE_HALLAZGOS, map(_hallazgo, hallazgos[:HALLAZGOS])),
        "otros_hallazgos": _otros(len(hallazgos) - HALLAZGOS),
        "compromisos": cuadro(DE_COMPROMISOS, map(_compromiso, compromisos)),
        "fuentes": de_donde(hoja),
        "formula": propia["formula_version"],
    }


def _del_nombre(propia: Fila) -> list[str]:
    return [propia["grafias_nota"]] if propia["grafias_nota"] else []


def _subtitulo(hoja: HojaDeEntidad, corte: str) -> str:
    """La política, el corte y, si no es la oficial, la grafía de la fuente."""
    comun = f"{hoja.politica} · corte: {corte}"
    grafias = palabras.como_esta_impresa(hoja.propia.fila)
    return f"{comun} · {grafias[:1].lower()}{grafias[1:]}" if grafias else comun


def _producto(fila: Fila) -> Objeto:
    return {
        "codigo": fila["producto_codigo"],
        "nombre": formato.texto(fila["producto_nombre"]),
        "indicador": formato.texto(fila["indicador_nombre"]),
        "que_hacer": fila["que_hacer"],
        "ritmo": fila["ritmo_texto"],
        # En las demás situaciones el semáforo diría lo mismo.
        "estado": _estado(tema.SEMAFORO[fila["semaforo"]])
        if fila["situacion"] in POR_ATENDER
        else None,
        "peso": palabras.porcentaje(fila["ponderacion_pct"]),
        "porcentajes": [
            *(palabras.porcentajes(fila, columna) for columna in ("pav", "pahv", "paa")),
            (palabras.porcentaje(fila["trayectoria_pct"]), ""),
        ],
        "aporte": palabras.aporte(fila),
    }


def _estado(estado: tema.Estado) -> dict[str, str]:
    return {
        "palabra": estado.palabra,
        "simbolo": estado.simbolo,
        "color": estado.color,
        "sobre": estado.texto,
    }


def _hallazgo(fila: Fila) -> tuple[str, ...]:
    return (
        fila["producto_codigo"],
        formato.texto(fila["celda"]),
        fila["severidad"].capitalize(),
        palabras.oracion(fila["mensaje"]),
        fila["que_hacer"],
    )


def _compromiso(compromiso: Compromiso) -> tuple[Celda, ...]:
    producto = f" (producto {compromiso.producto})" if compromiso.producto else ""
    return (
        formato.fecha(compromiso.vence),
        (f"{compromiso.que}{producto}", compromiso.evidencia),
        compromiso.estado.capitalize(),
    )


def _otros(cuantos: int) -> str:
    if cuantos <= 0:
        return ""
    return f"Hay {formato.contar(cuantos, 'hallazgo más', 'hallazgos más')} en el tablero."
