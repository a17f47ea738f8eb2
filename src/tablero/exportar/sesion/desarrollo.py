"""El desarrollo de la sesión: en cada punto de la agenda, lo que se mostró y lo que se resolvió."""

from collections.abc import Sequence

from docx.document import Document as Documento

from tablero import formato
from tablero.exportar.escribir.docx import cosa, estilos
from tablero.exportar.sesion import palabras
from tablero.registro.sesiones.estado import Punto
from tablero.respuestas.acta import Acta, Mostrada

DE_TODA = "De toda la sesión"
NADA = "En este punto no se mostró ninguna pantalla."
SIN_PANTALLAS = "La sesión no tiene pantallas."


def agregar(documento: Documento, acta: Acta) -> None:
    """Un título por punto y otro por pantalla, en su orden."""
    mostradas = [una for una in acta.mostradas if una.pantalla is not None]
    puntos = {punto.codigo for punto in acta.sesion.puntos}
    for numero, punto in enumerate(acta.sesion.puntos, start=1):
        documento.add_paragraph(f"{numero}. {punto.titulo}", style=estilos.PUNTO)
        documento.add_paragraph(_del_punto(acta, punto), style=estilos.TEXTO)
        suyas = [una for una in mostradas if una.pantalla and una.pantalla.punto == punto.codigo]
        _pantallas(documento, suyas)
        if not suyas:
            documento.add_paragraph(NADA, style=estilos.TEXTO)
    sueltas = [una for una in mostradas if una.pantalla and una.pantalla.punto not in puntos]
    if sueltas:
        documento.add_paragraph(DE_TODA, style=estilos.PUNTO)
        _pantallas(documento, sueltas)
    if not mostradas:
        documento.add_paragraph(SIN_PANTALLAS, style=estilos.TEXTO)


def _del_punto(acta: Acta, punto: Punto) -> str:
    minutos = palabras.minutos(punto.minutos)
    usado = palabras.tiempo_usado(acta, punto.codigo)
    dicho = f"Minutos previstos: {minutos}. Tiempo usado: {usado}."
    return f"{dicho} {punto.nota}." if punto.nota else dicho


def _pantallas(documento: Documento, mostradas: Sequence[Mostrada]) -> None:
    for una in mostradas:
        cosa.agregar(documento, una.cosa)
        if una.pantalla is None:
            continue
        if una.pantalla.decision_pedida or una.pantalla.decision:
            _rotulado(documento, "Decisión", una.pantalla.decision or formato.SIN_DATO)
        if una.pantalla.nota:
            _rotulado(documento, "Nota", una.pantalla.nota)


def _rotulado(documento: Documento, que: str, dicho: str) -> None:
    parrafo = documento.add_paragraph(style=estilos.TEXTO)
    parrafo.add_run(f"{que}: ").bold = True
    parrafo.add_run(dicho)
