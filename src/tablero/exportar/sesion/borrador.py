"""El borrador del acta de una sesión (.docx), sobre la plantilla propia o la de otro.

Dice lo que quedó en el registro y nada más: lo que nadie anotó (quién presidió, a qué hora
terminó) va como «sin dato», para que la secretaría lo escriba.
"""

from collections.abc import Sequence
from pathlib import Path

from docx.document import Document as Documento

from tablero import formato, reloj
from tablero.exportar.escribir.docx import estilos, tabla
from tablero.exportar.escribir.docx.paginas import encabezar
from tablero.exportar.escribir.docx.plantilla import nueva
from tablero.exportar.escribir.oficina.empaquetar import guardar
from tablero.exportar.escribir.oficina.propiedades import describir
from tablero.exportar.marca import AVISO, EXPLICACION
from tablero.exportar.sesion import desarrollo, palabras
from tablero.registro.sesiones.estado import Compromiso
from tablero.respuestas.acta import Acta

TITULO = "Borrador del acta"
QUE_ES = (
    "Borrador: lo escribió el Tablero de Control con lo que quedó en su registro. Falta que lo "
    "revise, lo complete y lo apruebe quien corresponda."
)
POR_ESCRIBIR = ("Preside", "Ejerce la secretaría", "Hora de inicio", "Hora de cierre")
"""Lo que un acta lleva y ningún registro guarda."""
ASISTE = {True: "Sí", False: "No"}
COMPROMISOS = ("Qué", "Entidad", "Vence", "Producto", "Estado")
NINGUNO, NINGUNO_DE_ANTES = "No quedó ninguno.", "No había ninguno abierto."
SIN_PREGUNTAS = "No quedó ninguna en el registro."
FIRMAS = ("Nombre y cargo", "Entidad", "Firma")
RENGLONES_DE_FIRMA = 2
EN_BLANCO = "\n"


def escribir(acta: Acta, plantilla: Path | None = None) -> bytes:
    """El archivo; la misma acta da los mismos bytes.

    `plantilla` es una distinta de la propia. `ErrorTablero`, con lo que le falta, si no tiene los
    estilos que el borrador pide.
    """
    documento = nueva() if plantilla is None else estilos.abrir(plantilla)
    sesion, de_que = acta.sesion, palabras.de_la_sesion(acta.sesion)
    encabezar(documento, f"{TITULO} · {de_que}", palabras.edicion(acta))
    documento.add_paragraph(TITULO, style=estilos.TITULO)
    documento.add_paragraph(f"{de_que}. {palabras.COMITE}.", style=estilos.TEXTO)
    documento.add_paragraph(QUE_ES, style=estilos.BORRADOR)
    if acta.es_simulado:
        documento.add_paragraph(f"{AVISO}. {EXPLICACION}", style=estilos.AVISO)
    if sesion.cancelada:
        documento.add_paragraph(palabras.cancelada(sesion), style=estilos.BORRADOR)
    _datos(documento, acta)
    _asistencia(documento, acta)
    _agenda(documento, acta)
    _capitulo(documento, "Desarrollo")
    desarrollo.agregar(documento, acta)
    _preguntas(documento, acta)
    _compromisos(documento, acta, "Compromisos", acta.compromisos, NINGUNO)
    _compromisos(documento, acta, "Compromisos abiertos de antes", acta.de_antes, NINGUNO_DE_ANTES)
    _firmas(documento)
    _referencias(documento, acta)
    describir(
        documento.core_properties,
        titulo=f"{TITULO}: {de_que} del Comité",
        tema=palabras.edicion(acta),
        dia=sesion.fecha,
    )
    return guardar(documento)


def _capitulo(documento: Documento, titulo: str) -> None:
    documento.add_paragraph(titulo, style=estilos.CAPITULO)


def _datos(documento: Documento, acta: Acta) -> None:
    _capitulo(documento, "Datos de la sesión")
    filas = [
        ("Fecha", formato.fecha(acta.sesion.fecha)),
        ("Lugar", palabras.lugar(acta.sesion)),
        *((que, formato.SIN_DATO) for que in POR_ESCRIBIR),
        ("Minutos previstos", palabras.minutos(acta.sesion.minutos or None)),
        ("Lo que se proyectó", palabras.edicion(acta)),
    ]
    tabla.agregar(documento, "Los datos de la sesión", ("Dato", "Valor"), filas)


def _asistencia(documento: Documento, acta: Acta) -> None:
    _capitulo(documento, "Quórum y asistencia")
    documento.add_paragraph(palabras.quorum(acta), style=estilos.TEXTO)
    marcadas = {una.entidad: una for una in acta.sesion.asistencias}
    filas = []
    for entidad in acta.entidades:
        marca = marcadas.get(entidad)
        hora = f"{marca.cuando.astimezone(reloj.BOGOTA):%H:%M}" if marca else formato.SIN_DATO
        filas.append((entidad, ASISTE[marca.asiste] if marca else formato.SIN_DATO, hora))
    tabla.agregar(
        documento, "La asistencia de cada entidad", ("Entidad", "Asiste", "Se marcó a las"), filas
    )


def _agenda(documento: Documento, acta: Acta) -> None:
    _capitulo(documento, "Agenda")
    if not acta.sesion.puntos:
        documento.add_paragraph(f"Agenda: {formato.SIN_DATO}.", style=estilos.TEXTO)
        return
    filas = [
        (
            formato.numero(numero),
            f"{p.titulo} ({p.nota})" if p.nota else p.titulo,
            palabras.minutos(p.minutos),
            palabras.tiempo_usado(acta, p.codigo),
        )
        for numero, p in enumerate(acta.sesion.puntos, start=1)
    ]
    columnas = ("N.º", "Punto", "Minutos", "Tiempo usado")
    tabla.agregar(documento, "La agenda", columnas, filas, numericas=(columnas[0], *columnas[2:]))


def _preguntas(documento: Documento, acta: Acta) -> None:
    _capitulo(documento, "Lo que se preguntó")
    if not acta.preguntas:
        documento.add_paragraph(SIN_PREGUNTAS, style=estilos.TEXTO)
        return
    filas = [
        (
            f"{hecha.cuando.astimezone(reloj.BOGOTA):%H:%M}",
            f"«{hecha.dicho}»",
            cosa.titulo if cosa is not None else palabras.SIN_MOSTRAR,
            cosa.fuente if cosa is not None else formato.SIN_DATO,
        )
        for hecha, cosa in acta.preguntas
    ]
    tabla.agregar(
        documento,
        "Lo que se preguntó y lo que se mostró",
        ("Hora", "Se preguntó", "Se mostró", "Fuente"),
        filas,
    )


def _compromisos(
    documento: Documento,
    acta: Acta,
    titulo: str,
    suyos: Sequence[Compromiso],
    si_no_hay: str,
) -> None:
    _capitulo(documento, titulo)
    if not suyos:
        documento.add_paragraph(si_no_hay, style=estilos.TEXTO)
        return
    filas = [
        (
            c.que,
            c.entidad,
            formato.fecha(c.vence),
            palabras.producto(c),
            f"{palabras.estado(c, acta)}{f': {c.evidencia}' if c.evidencia else ''}",
        )
        for c in suyos
    ]
    tabla.agregar(documento, titulo, COMPROMISOS, filas)


def _firmas(documento: Documento) -> None:
    _capitulo(documento, "Firmas")
    filas = [(EN_BLANCO, "", "")] * RENGLONES_DE_FIRMA
    tabla.agregar(documento, "Las firmas, por llenar", FIRMAS, filas, iguales=True)


def _referencias(documento: Documento, acta: Acta) -> None:
    _capitulo(documento, "Con qué se comprueba")
    filas = [("Huella de la sesión en el registro", acta.eslabon or formato.SIN_DATO)]
    edicion = acta.edicion
    if edicion is not None:
        filas += [
            ("Edición del tablero", formato.numero(edicion.numero)),
            ("Huella de su contenido", edicion.contenido),
            ("Huella de su archivo", edicion.archivo),
            ("Fórmulas", formato.enumerar(list(edicion.formulas)) or formato.SIN_DATO),
        ]
    filas.append(("Programa", acta.programa))
    tabla.agregar(documento, "Las huellas de la sesión y de su edición", ("Qué", "Valor"), filas)
    if edicion is not None and edicion.libros:
        libros = [
            (libro.fuente_codigo, libro.corte_texto, libro.sha256) for libro in edicion.libros
        ]
        columnas = ("Libro", "Corte", "Huella (SHA-256)")
        tabla.agregar(documento, "Los libros de la edición", columnas, libros)
