"""El anexo de una sesión, en PDF: lo que dice, ya en palabras; la plantilla solo lo acomoda."""

from collections.abc import Iterable
from datetime import date, datetime

from tablero import formato, reloj
from tablero.exportar.escribir.pdf import papel
from tablero.exportar.escribir.pdf.cosa import escrita
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
MITAD = 32
"""De las 64 letras de una huella: va en dos partes, que en la hoja quedan juntas."""


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
        "decisiones": [
            [
                str(n),
                m.pantalla.titulo,
                m.pantalla.decision_pedida or "nada",
                m.pantalla.decision or SIN_DECISION,
            ]
            for n, m in enumerate(acta.mostradas, start=1)
            if m.pantalla and (m.pantalla.decision or m.pantalla.decision_pedida)
        ],
        "compromisos": [_compromiso(c, acta) for c in acta.compromisos],
        "de_antes": [_compromiso(c, acta) for c in acta.de_antes],
        "edicion": _edicion(acta.edicion),
        "huellas": _huellas(acta),
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
    puntos = acta.sesion.puntos
    suyos = [tiempos[p.codigo] for p in puntos if p.codigo in tiempos]
    return {
        "filas": [
            {
                "numero": str(numero),
                "titulo": punto.titulo,
                "nota": punto.nota,
                "minutos": "sin asignar"
                if punto.minutos is None
                else formato.numero(punto.minutos),
                "usado": _usado(tiempos.get(punto.codigo)),
            }
            for numero, punto in enumerate(puntos, start=1)
        ],
        "total": formato.duracion(sum(suyos)) if suyos else "",
    }


def _asistencia(acta: Acta) -> list[list[str]]:
    """Cada entidad del Comité y, al final, quien se marcó y no está en la lista de la fuente."""
    marcadas = {a.entidad: a for a in acta.sesion.asistencias}
    otras = [entidad for entidad in marcadas if entidad not in acta.entidades]
    return [
        [entidad, *_como_asistio(marcadas.get(entidad), acta.sesion.fecha)]
        for entidad in (*acta.entidades, *otras)
    ]


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


def _compromiso(compromiso: Compromiso, acta: Acta) -> Objeto:
    """Uno, como estaba el día de la sesión."""
    vencido = compromiso.esta_vencido(acta.sesion.fecha)
    hecho = acta.cuando_se_hizo(compromiso)
    return {
        "que": compromiso.que,
        "entidad": compromiso.entidad,
        "vence": formato.fecha(compromiso.vence),
        "vencido": "ya venció" if vencido else "",
        "producto": compromiso.producto,
        "estado": compromiso.estado,
        "evidencia": compromiso.evidencia,
        "sesion": "" if hecho is None else formato.fecha(hecho),
    }


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
    return {"datos": datos, "libros": list(map(_libro, edicion.libros))}


def _libro(libro: LibroDeEdicion) -> Objeto:
    return {
        "documento": libro.fuente_codigo,
        "corte": formato.corte(libro.corte_texto, date.fromisoformat(libro.corte_fecha)),
        "corta": _corta(libro.sha256),
        "huella": _mitades(libro.sha256),
    }


def _huellas(acta: Acta) -> list[Objeto]:
    """Con ellas se sabe, años después, si esto es lo que se mostró."""
    de_edicion: Iterable[tuple[str, str]] = ()
    if (edicion := acta.edicion) is not None:
        de_edicion = (
            ("Contenido de la edición", edicion.contenido),
            ("Archivo de la edición, al publicarla", edicion.archivo),
            ("La edición en el registro", edicion.huella),
        )
    todas = (
        *de_edicion,
        ("El último hecho de la sesión en el registro", acta.eslabon),
    )
    return [{"que": que, "huella": _mitades(huella)} for que, huella in todas if huella] + [
        {"que": "Programa que hizo este anexo", "huella": [acta.programa]}
    ]


def _mitades(huella: str) -> list[str]:
    return [huella[:MITAD], huella[MITAD:]]


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
