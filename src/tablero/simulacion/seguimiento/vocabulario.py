"""Las palabras de una política inventada: entidades, productos y textos, todos con su marca."""

import numpy as np

SECTORES_DE_ENTIDAD = {
    "Entidad simulada de Acogida": "Sector simulado Gobierno",
    "Entidad simulada de Convivencia": "Sector simulado Gobierno",
    "Entidad simulada de Salud": "Sector simulado Salud",
    "Entidad simulada de Hospitales": "Sector simulado Salud",
    "Entidad simulada de Educación": "Sector simulado Educación",
    "Entidad simulada de Primera Infancia": "Sector simulado Integración",
    "Entidad simulada de Familia": "Sector simulado Integración",
    "Entidad simulada de Empleo": "Sector simulado Desarrollo",
    "Entidad simulada de Turismo": "Sector simulado Desarrollo",
    "Entidad simulada de Vivienda": "Sector simulado Hábitat",
    "Entidad simulada de Cultura": "Sector simulado Cultura",
    "Entidad simulada de Mujeres": "Sector simulado Mujeres",
}
"""Cada entidad inventada y su sector."""

ACCIONES = (
    ("Jornadas de orientación", "jornadas de orientación realizadas"),
    ("Talleres de formación", "talleres de formación terminados"),
    ("Asistencias técnicas", "asistencias técnicas prestadas"),
    ("Estrategia de comunicaciones", "piezas de comunicación publicadas"),
    ("Ruta de atención", "personas atendidas en la ruta"),
    ("Boletín de caracterización", "boletines publicados"),
    ("Mesas de trabajo", "mesas de trabajo instaladas"),
    ("Cupos en programas", "cupos entregados"),
    ("Acompañamiento psicosocial", "personas acompañadas"),
    ("Ferias de servicios", "ferias de servicios hechas"),
)
"""Qué se entrega y cómo se cuenta."""
DESTINATARIOS = (
    "familias recién llegadas",
    "mujeres cabeza de hogar",
    "niñas, niños y adolescentes",
    "jóvenes en busca de empleo",
    "personas mayores",
    "personas con discapacidad",
    "comunidades de acogida",
    "servidores que atienden al público",
    "emprendimientos de barrio",
    "organizaciones sociales",
    "hogares en riesgo de desalojo",
)
RESULTADOS = (
    ("Más personas conocen sus derechos", "Personas que conocen sus derechos"),
    ("Los servicios llegan a más barrios", "Barrios con servicios"),
    ("La convivencia mejora", "Personas que confían en sus vecinos"),
    ("Hay mejores empleos", "Personas con empleo formal"),
    ("Las familias viven más seguras", "Hogares con vivienda segura"),
)
"""Lo que se espera y cómo se mide."""
POLITICA = "politica_simulada"
"""El código de la primera; las demás llevan su número."""
TEMAS = (
    "acogida",
    "cultura ciudadana",
    "lectura y bibliotecas",
    "juventud",
    "envejecimiento",
    "discapacidad",
    "primera infancia",
    "seguridad alimentaria",
    "movilidad activa",
    "protección animal",
    "deporte y recreación",
    "economía popular",
    "salud mental",
    "educación ambiental",
    "habitabilidad en calle",
    "espacio público",
    "innovación",
    "turismo",
    "transparencia",
    "familias",
    "ruralidad",
)
MARCA_DE_TEXTO = "Texto inventado."
AVANCES = (
    "Durante el trimestre se hicieron {n} encuentros en los que participaron {m} personas, con "
    "listas de asistencia y memorias que quedan en el archivo de la entidad.",
    "La contratación del equipo terminó más tarde de lo previsto, por lo que {n} de las "
    "actividades programadas pasan al trimestre siguiente.",
    "Se firmó un convenio con {n} organizaciones que ponen los espacios y ayudan a convocar.",
    "De las {m} solicitudes recibidas se respondieron casi todas y quedan {n} en estudio porque "
    "les falta algún documento.",
    "La mayor dificultad fue encontrar horarios que sirvieran a quienes trabajan, así que se "
    "abrieron {n} grupos los sábados.",
    "El equipo ajustó la guía de trabajo después de escuchar a {m} participantes en una encuesta "
    "corta al final de cada sesión.",
    "Para el próximo trimestre están previstas {n} jornadas más, con recursos ya comprometidos en "
    "el presupuesto de la vigencia.",
    "Se entregaron {m} cartillas y se publicaron {n} piezas en los canales de la entidad.",
)
ENFOQUES = (
    "De las personas atendidas, {m} son mujeres y {n} se reconocen como parte de un grupo étnico.",
    "Las actividades se ofrecieron en {n} localidades, con preferencia por los barrios que están "
    "más lejos de los servicios.",
    "Hubo interpretación en lengua de señas en {n} sesiones y materiales en lectura fácil para "
    "{m} personas.",
    "Se cuidó que los horarios permitieran la asistencia de quienes cuidan a otras personas, con "
    "un espacio para {n} niñas y niños.",
)
ORACIONES_DE_AVANCE, ORACIONES_DE_ENFOQUE = 2, 1
MAS_PERSONAS = 900


def entidad(azar: np.random.Generator) -> tuple[str, str]:
    """Una entidad inventada y su sector."""
    nombres = list(SECTORES_DE_ENTIDAD)
    elegida = nombres[int(azar.integers(len(nombres)))]
    return elegida, SECTORES_DE_ENTIDAD[elegida]


def producto(numero: int) -> tuple[str, str]:
    """El nombre del producto y el de su indicador; los primeros ciento diez no se repiten."""
    entrega, unidad = ACCIONES[numero % len(ACCIONES)]
    quienes = DESTINATARIOS[numero % len(DESTINATARIOS)]
    vuelta = numero // (len(ACCIONES) * len(DESTINATARIOS))
    fase = f", fase {vuelta + 1}" if vuelta else ""
    return (
        f"{entrega} para {quienes}{fase} (simulado)",
        f"Número de {unidad} para {quienes}{fase} (simulado)",
    )


def resultado(numero: int) -> tuple[str, str]:
    """El nombre del resultado y el de su indicador."""
    esperado, medida = RESULTADOS[numero % len(RESULTADOS)]
    return f"{esperado} (simulado)", f"{medida} (simulado)"


def politica(numero: int) -> tuple[str, str]:
    """El código y el nombre de la política inventada 1, 2…"""
    vuelta, tema = divmod(numero - 1, len(TEMAS))
    codigo = POLITICA if numero == 1 else f"{POLITICA}_{numero:02d}"
    return codigo, f"Política simulada de {TEMAS[tema]}" + (f" {vuelta + 1}" if vuelta else "")


def relato(azar: np.random.Generator) -> tuple[str, str]:
    """El texto del avance, de unas cincuenta palabras, y el de los enfoques."""
    return (
        _texto(azar, AVANCES, ORACIONES_DE_AVANCE),
        _texto(azar, ENFOQUES, ORACIONES_DE_ENFOQUE),
    )


def _texto(azar: np.random.Generator, oraciones: tuple[str, ...], cuantas: int) -> str:
    elegidas = azar.permutation(len(oraciones))[:cuantas]
    partes = [
        oraciones[i].format(n=int(azar.integers(2, 30)), m=int(azar.integers(30, MAS_PERSONAS)))
        for i in elegidas
    ]
    return " ".join([MARCA_DE_TEXTO, *partes])
