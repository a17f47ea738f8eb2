"""Cómo se llena el libro de una sesión, en palabras: lo que dice su última hoja."""

from tablero.respuestas.libro_de_la_sesion.hojas import (
    DeLaAgenda,
    DeLaAsistencia,
    DeLaSesion,
    DeLasPantallas,
    DeLosCompromisos,
)

ANCHOS = (34, 96)
COMO = (
    (
        "Qué es",
        "El libro de una sesión del Comité: qué se trata, qué se muestra, quién está y qué queda "
        "por cumplir.",
    ),
    (
        "Cómo se trae",
        "En el equipo del tablero, desde la página «Preparar sesión», que dice en qué carpeta "
        "dejarlo y qué haría antes de hacerlo; o con la orden «sesiones importar» del tablero. "
        "Si algo está mal se dice todo de una vez, con su celda, y no se escribe nada.",
    ),
    (
        f"Hoja «{DeLaSesion.hoja}»",
        "Un solo renglón. La fecha no puede faltar. Ninguna fuente publica cuántas entidades "
        "hacen quórum: la regla la pone el Comité y, mientras no la ponga, queda vacía.",
    ),
    (
        f"Hoja «{DeLaAgenda.hoja}»",
        "Un punto por renglón. El orden son números, sin repetir: 1 es el primero. Los minutos "
        "pueden quedar vacíos.",
    ),
    (
        f"Hoja «{DeLasPantallas.hoja}»",
        "Una pantalla por renglón. «Punto de la agenda» es el orden que ese punto tiene en la hoja "
        "«Agenda». Lo que se muestra es el código de un producto (3.1.7) o de un municipio "
        "(54001), o la dirección de una página del tablero, copiada del navegador.",
    ),
    (
        f"Hoja «{DeLosCompromisos.hoja}»",
        "Los que se hacen en esta sesión. La entidad y el estado se escogen de su lista. Lo "
        "cumplido dice con qué se prueba; lo retirado, por qué.",
    ),
    (
        f"Hoja «{DeLaAsistencia.hoja}»",
        "«sí» en la que está y «no» en la que no; vacío en la que nadie ha marcado. La hora que "
        "queda es la de traer el libro.",
    ),
    (
        "Columna «Código»",
        "La escribe el tablero: por ella se sabe cuál es cada cosa aunque cambie de nombre o de "
        "lugar. En lo nuevo va vacía.",
    ),
    (
        "Lo que no va en el libro",
        "Las decisiones que se tomaron, las notas de cada pantalla y lo que se preguntó: eso queda "
        "en el registro.",
    ),
    ("Fechas", "Como fechas de la hoja de cálculo, o escritas así: 2026-12-15."),
)
"""De qué se habla, y qué se dice."""
