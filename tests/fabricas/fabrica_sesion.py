"""Una sesión con de todo: agenda, quórum, pantallas, preguntas, decisiones y compromisos."""

from datetime import date
from pathlib import Path

from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Sesion, actas

HOY, ANTES, DIA = date(2026, 11, 30), date(2026, 9, 1), date(2026, 12, 15)
PANTALLAS = (
    ("Cómo va la política", "semaforo", ""),
    ("Por qué", "semaforo?ver=por_que", ""),
    ("Los que más restan", "semaforo?ver=productos", "¿Se pide un plan?"),
    ("El que más resta", "producto?codigo=3.1.7", "¿Qué hará Educación?"),
    ("Centros", "centros_integrate", ""),
    ("Orden del IPT", "mapas_ipt", ""),
    ("Fuentes", "descargas?ver=fuentes", ""),
    ("Un filtro", "transferencias?departamento=Antioquia", ""),
    ("Lo pendiente", "sesion?ver=compromisos", ""),
)
PRESENTES = ("Secretaría Distrital de Salud", "Secretaría Distrital de Planeación")
SE_RETIRO = "Secretaría General"
DECISION = "Educación presenta en febrero su plan para el 3.1.7 <y sus metas>."
NOTA = "La Secretaría aclara que el reporte está en revisión & que lo enviará."
PRIVADA = "No lo lea en voz alta"


def la(registro: Path, codigo: str) -> Sesion:
    """Cómo está esa sesión."""
    return next(s for s in actas(registro).sesiones if s.codigo == codigo)


def sesion_con_todo(registro: Path, edicion: int | None) -> str:
    """La escribe, después de otra que dejó dos compromisos; da su código."""
    escritor = Escritor(registro, "prueba")
    anterior = escritor.crear(ANTES, "Sala vieja", hoy=HOY, edicion=edicion)
    for que, entidad, vence in (
        ("Nombrar delegado", "Secretaría Distrital de la Mujer", date(2027, 1, 20)),
        ("Entregar el corte de junio", "Secretaría Distrital de Salud", date(2026, 11, 20)),
    ):
        escritor.compromiso(la(registro, anterior), que, entidad, vence, "2.2.6")
    codigo = escritor.crear(DIA, "Sala Barulé", hoy=HOY, edicion=edicion)
    escritor.punto(codigo, "Verificación del quórum", minutos=5, orden=1)
    escritor.punto(codigo, "Metas PDD", nota="sin dato: ninguna fuente lo publica", orden=2)
    primero, _ = la(registro, codigo).puntos
    escritor.tiempo(codigo, primero.codigo, 312)
    for orden, (titulo, direccion, pide) in enumerate(PANTALLAS, start=1):
        escritor.pantalla(
            codigo,
            titulo,
            direccion,
            para_quien_habla=PRIVADA,
            decision_pedida=pide,
            punto=primero.codigo,
            orden=orden,
        )
    sesion = la(registro, codigo)
    escritor.decision(codigo, sesion.pantallas[3], DECISION, NOTA)
    for entidad in (*PRESENTES, SE_RETIRO):
        escritor.asistencia(codigo, entidad, asiste=True)
    escritor.asistencia(codigo, SE_RETIRO, asiste=False)
    escritor.pregunta(codigo, "¿y el 2.2.6?", "producto?codigo=2.2.6")
    escritor.pregunta(codigo, "¿cuántos hay en Usme?", "")
    escritor.compromiso(
        sesion,
        "Presentar el plan",
        "Secretaría de Educación del Distrito",
        date(2027, 2, 28),
        "3.1.7",
    )
    return codigo
