"""El anexo de una sesión, en PDF: lo que dice, ya en palabras; la plantilla solo lo acomoda."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from tablero import formato, reloj
from tablero.exportar.escribir.pdf import papel
from tablero.exportar.escribir.pdf.cosa import Celda, cuadro, escrita
from tablero.exportar.sesion import palabras
from tablero.registro.ediciones import Edicion, LibroDeEdicion
from tablero.registro.sesiones.estado import Asistencia, Compromiso
from tablero.respuestas.acta import Acta, Mostrada
from tablero.respuestas.quorum import de_sesion
from tablero.un_json import Objeto

ENCABEZADO = (
    "Tablero de Control · Comité de la política de población migrante internacional de Bogotá"
)
SIN_EDICION = "La sesión no congeló ninguna edición: va el tablero que había al pedir este anexo."
SIN_LUGAR = "Lugar sin definir"
SIN_RESPUESTA = "El tablero no encontró con qué contestar."
SIN_DECISION = "sin decisión"
SIN_MEDIR = "sin medir"
AGENDA = ("N.º", "Punto", "Minutos previstos", "Tiempo usado")
ASISTENCIA = ("Entidad", "Estado", "Hora")
DECISIONES = ("N.º", "Pantalla", "Se pidió", "Se decidió")
COMPROMISOS = ("Compromiso", "Entidad", "Vence", "Estado")
LIBROS = ("Documento y corte", "Huella del libro (sha256)")


def escribir(acta: Acta) -> bytes:
    """El PDF (PDF/UA-1), con la fecha de la sesión: la misma sesión da los mismos bytes.

    `NoSePudoHacer` si algo de su contenido no se puede poner en la hoja.
    """
    return papel.compilar("sesion/anexo.typ", _contenido(acta), es_simulado=acta.es_simulado)


def _contenido(acta: Acta) -> Objeto:
    sesion, dia = acta.sesion, formato.fecha(acta.sesion.fecha)
    numero = "sin edición" if sesion.edicion is None else f"edición {sesion.edicion}"
    return {
        "titulo_del_documento": f"Anexo de la sesión del {dia}",
        "descripcion": f"Sesión del Comité del {dia}: {numero} del tablero.",
        "palabras": ["Comité", "sesión", "anexo", dia],
        "fecha": [sesion.fecha.year, sesion.fecha.month, sesion.fecha.day],
        "encabezado": ENCABEZADO,
        "titulo": f"Anexo de la sesión del {dia}",
        "pie": " · ".join(
            (f"Sesión del {dia}", numero, f"registro {_corta(acta.eslabon)}"),
        ),
        "portada": _portada(acta),
        "avisos": _avisos(acta),
        "agenda": _agenda(acta),
        "total": _tiempo_usado(acta),
        "asistencia": _asistencia(acta),
        "pantallas": [_mostrada(acta, n, m) for n, m in enumerate(acta.mostradas, start=1)],
        "preguntas": [
            {
                "dicho": hecha.dicho,
                "cuando": _hora(hecha.cuando, sesion.fecha),
                "respuesta": None if cosa is None else escrita(cosa),
                "sin_respuesta": _sin_respuesta(hecha.direccion),
            }
            for hecha, cosa in acta.preguntas
        ],
        "decisiones": _decisiones(acta),
        "compromisos": _compromisos(acta, acta.compromisos),
        "de_antes": _compromisos(acta, acta.de_antes),
        "edicion": _edicion(acta.edicion),
        "huellas": list(_huellas(acta)),
    }


def _portada(acta: Acta) -> list[list[str]]:
    """Lo primero que se busca en un acta."""
    sesion = acta.sesion
    edicion = acta.edicion
    cual = SIN_EDICION
    if edicion is not None:
        cual = f"Edición {edicion.numero}, publicada {_momento(edicion.cuando)}"
    minutos = formato.contar(sesion.minutos, "minuto previsto", "minutos previstos")
    return [
        ["Fecha", formato.fecha(sesion.fecha)],
        ["Lugar", sesion.lugar or SIN_LUGAR],
        ["Quórum", de_sesion(sesion, acta.entidades)],
        [
            "Agenda",
            f"{formato.contar(len(sesion.puntos), 'punto', 'puntos')}, "
            + (minutos if sesion.minutos else "sin minutos asignados"),
        ],
        ["Tablero", cual],
    ]


def _avisos(acta: Acta) -> list[str]:
    cancelada = acta.sesion.cancelada
    return [*([f"La sesión se canceló: {cancelada}"] if cancelada else []), *acta.avisos]


def _agenda(acta: Acta) -> Objeto:
    tiempos = dict(acta.sesion.tiempos)
    filas = (
        (
            str(numero),
            (punto.titulo, punto.nota),
            palabras.minutos(punto.minutos),
            _usado(tiempos.get(punto.codigo)),
        )
        for numero, punto in enumerate(acta.sesion.puntos, start=1)
    )
    return cuadro(AGENDA, filas, numericas={*AGENDA} - {"Punto"})


def _tiempo_usado(acta: Acta) -> str:
    puntos = {punto.codigo for punto in acta.sesion.puntos}
    suyos = [segundos for codigo, segundos in acta.sesion.tiempos if codigo in puntos]
    return formato.duracion(sum(suyos)) if suyos else ""


def _asistencia(acta: Acta) -> Objeto:
    """Cada entidad del Comité y, al final, quien se marcó y no está en la lista de la fuente."""
    marcadas = {a.entidad: a for a in acta.sesion.asistencias}
    otras = [entidad for entidad in marcadas if entidad not in acta.entidades]
    filas = (
        (entidad, *_como_asistio(marcadas.get(entidad), acta.sesion.fecha))
        for entidad in (*acta.entidades, *otras)
    )
    return cuadro(ASISTENCIA, filas, numericas=ASISTENCIA[2:])


def _decisiones(acta: Acta) -> Objeto:
    filas = (
        (
            str(numero),
            una.pantalla.titulo,
            una.pantalla.decision_pedida or "nada",
            una.pantalla.decision or SIN_DECISION,
        )
        for numero, una in enumerate(acta.mostradas, start=1)
        if una.pantalla and (una.pantalla.decision or una.pantalla.decision_pedida)
    )
    return cuadro(DECISIONES, filas, numericas=DECISIONES[:1])


def _como_asistio(marcada: Asistencia | None, dia: date) -> tuple[str, str]:
    if marcada is None:
        return "no se marcó", ""
    return "presente" if marcada.asiste else "se retiró", _hora(marcada.cuando, dia)


def _mostrada(acta: Acta, numero: int, mostrada: Mostrada) -> Objeto:
    suya = mostrada.pantalla
    puntos = {p.codigo: f"{n}. {p.titulo}" for n, p in enumerate(acta.sesion.puntos, start=1)}
    return {
        **escrita(mostrada.cosa),
        "numero": numero,
        "preparada": "" if suya is None or suya.titulo == mostrada.cosa.titulo else suya.titulo,
        "punto": "" if suya is None else puntos.get(suya.punto, ""),
        "decision": "" if suya is None else suya.decision,
        "nota": "" if suya is None else suya.nota,
    }


def _sin_respuesta(direccion: str) -> str:
    if not direccion:
        return SIN_RESPUESTA
    return f"Se mostró la página {direccion}, que no tiene forma de pared."


def _compromisos(acta: Acta, suyos: Sequence[Compromiso]) -> Objeto:
    """Cada uno, como estaba el día de la sesión."""
    filas = []
    for uno in suyos:
        de_antes = uno.sesion != acta.sesion.codigo
        hecho = acta.cuando_se_hizo(uno) if de_antes else None
        de_que = (
            f"Producto {uno.producto}" if uno.producto else "",
            f"Sesión del {formato.fecha(hecho)}" if hecho else "",
        )
        vencido = "ya venció" if uno.esta_vencido(acta.sesion.fecha) else ""
        filas.append(
            (
                (uno.que, " · ".join(filter(None, de_que))),
                uno.entidad,
                (formato.fecha(uno.vence), vencido),
                (uno.estado, uno.evidencia),
            )
        )
    return cuadro(COMPROMISOS, filas)


def _edicion(edicion: Edicion | None) -> Objeto | None:
    if edicion is None:
        return None
    datos = [
        ["Edición", str(edicion.numero)],
        ["Publicada", _momento(edicion.cuando)],
        ["Por", edicion.quien or formato.SIN_DATO],
        ["Nota", edicion.nota or "sin nota"],
        ["Fórmulas", formato.enumerar(list(edicion.formulas)) or formato.SIN_DATO],
        ["Programa que la publicó", edicion.programa],
    ]
    if edicion.igual_a is not None:
        datos.insert(1, ["Igual a la", f"edición {edicion.igual_a}"])
    return {"datos": datos, "libros": cuadro(LIBROS, map(_libro, edicion.libros))}


def _libro(libro: LibroDeEdicion) -> tuple[Celda, Celda]:
    corte = formato.corte(libro.corte_texto, date.fromisoformat(libro.corte_fecha))
    return (libro.fuente_codigo, corte), (_corta(libro.sha256), libro.sha256)


def _huellas(acta: Acta) -> Iterator[tuple[str, str]]:
    """Con ellas se sabe, años después, si esto es lo que se mostró."""
    if (edicion := acta.edicion) is not None:
        yield "Contenido de la edición", edicion.contenido
        yield "Archivo de la edición, al publicarla", edicion.archivo
        yield "La edición en el registro", edicion.huella
    if acta.eslabon:
        yield "El último hecho de la sesión en el registro", acta.eslabon
    yield "Programa que hizo este anexo", acta.programa


def _corta(huella: str) -> str:
    return formato.huella(huella) if huella else formato.SIN_DATO


def _momento(cuando: datetime | None) -> str:
    """«el 30 de noviembre de 2026, 10:03», en la hora de Bogotá."""
    if cuando is None:
        return formato.SIN_DATO
    return f"el {formato.momento(cuando.astimezone(reloj.BOGOTA))}"


def _hora(cuando: datetime, dia: date) -> str:
    """«10:03»; con la fecha, si no fue el día de la sesión."""
    aqui = cuando.astimezone(reloj.BOGOTA)
    return f"{aqui:%H:%M}" if aqui.date() == dia else formato.momento(aqui)


def _usado(segundos: int | None) -> str:
    return SIN_MEDIR if segundos is None else formato.duracion(segundos)
