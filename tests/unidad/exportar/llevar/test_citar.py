"""Cómo se cita una vista: quién, qué, de qué edición, de qué fuentes y cómo se vuelve a ella."""

from dataclasses import replace

from fabrica_llevada import contexto, cosa, llevada

from tablero.exportar.llevar.citar import citas
from tablero.exportar.llevar.llevada import Llevada
from tablero.publicacion import Publicacion

FUENTES = (
    "Fuentes: Departamento Nacional de Planeación, «Estrategia» (corte: 2023-2024); Secretaría "
    "Distrital de Planeación, «Informe de seguimiento» (corte: 31 de diciembre de 2024)."
)
ENLACE = "https://tablero.ejemplo.gov.co/semaforo?ver=va&edicion=3"


def test_sin_entidad_el_autor_es_el_tablero() -> None:
    cita = citas(llevada())
    assert cita.apa == (
        "Tablero de Control de la población migrante internacional. (2026, 2 de noviembre). La "
        "política lleva 52,05 % (Departamento: Antioquia) (edición 3) [Conjunto de datos]. "
        f"{FUENTES} Recuperado el 30 de noviembre de 2026 de {ENLACE}"
    )
    assert cita.icontec == (
        "TABLERO DE CONTROL DE LA POBLACIÓN MIGRANTE INTERNACIONAL. La política lleva 52,05 % "
        "(Departamento: Antioquia) [conjunto de datos en línea]. Edición 3. Bogotá, D. C.: 2 de "
        f"noviembre de 2026 [consultado el 30 de noviembre de 2026]. {FUENTES} Disponible en: "
        f"{ENLACE}"
    )


def test_la_entidad_que_publica_es_el_autor_y_el_tablero_el_sitio() -> None:
    de = contexto(publicacion=Publicacion(entidad="Secretaría Distrital de Gobierno"))
    cita = citas(Llevada(cosa(), (), replace(de, edicion=None, edicion_fecha=None)))
    assert cita.apa.startswith(
        "Secretaría Distrital de Gobierno. (s. f.). La política lleva 52,05 % [Conjunto de "
        "datos]. Tablero de Control de la población migrante internacional. Fuentes: "
    )
    assert cita.icontec.startswith("SECRETARÍA DISTRITAL DE GOBIERNO. La política lleva 52,05 % [")
    assert "Bogotá, D. C.: s. f. [consultado el 30 de noviembre de 2026]." in cita.icontec
    assert cita.apa.endswith("de https://tablero.ejemplo.gov.co/semaforo?ver=va")


def test_lo_simulado_se_cita_como_simulado() -> None:
    cita = citas(llevada(es_simulado=True))
    assert "DATOS SIMULADOS: La política lleva" in cita.apa
    assert "DATOS SIMULADOS: La política lleva" in cita.icontec


def test_lo_que_no_cupo_en_una_pared_no_va_en_un_archivo() -> None:
    notas = (
        "Van 8 de 19: quedan fuera 11.",
        "Van 6 de 11 columnas: quedan fuera «PAV».",
        "Hay más notas en la página del tablero.",
        "Van mejor que antes.",
    )
    assert llevada(replace(cosa(), notas=notas)).notas == ("Van mejor que antes.",)
