"""Una tarjeta de una página, escrita como pantalla de una sesión."""

from tablero import formato, reloj, rutas
from tablero.errores import ErrorTablero
from tablero.interfaz.pared import direccion
from tablero.interfaz.pared.caben import corta
from tablero.interfaz.pared.grabar import otra_forma
from tablero.interfaz.servidor import este_equipo
from tablero.registro.lugares import Lugares
from tablero.registro.sesiones import validar
from tablero.registro.sesiones.escribir import Escritor, siguiente
from tablero.registro.sesiones.estado import Sesion, actas

DESDE = "tarjeta de una página"
NO_SE_MUESTRA = "Con estos filtros no hay qué mostrar en la pared: no se añadió nada."


def por_hacer() -> list[Sesion]:
    """Las sesiones que no se han hecho ni cancelado, la más cercana primero."""
    hoy = reloj.hoy()
    leidas = actas(Lugares.de(rutas.BASE).registro).sesiones
    return sorted((s for s in leidas if s.fecha >= hoy and not s.cancelada), key=lambda s: s.fecha)


def anadir(nombre: str, sesion: Sesion) -> str:
    """Escribe la tarjeta de la página que se mira, con sus filtros, y dice lo que se hizo.

    `ErrorTablero` si aquí no se escribe, o si la tarjeta no tiene forma de pared.
    """
    if motivo := este_equipo.motivo():
        raise ErrorTablero(f"No se escribió nada. {motivo} {este_equipo.PARA_ESCRIBIR}")
    suya = direccion.unir(*direccion.de_esta_vuelta(), nombre)
    cosa = otra_forma(suya)
    if cosa is None:
        raise ErrorTablero(NO_SE_MUESTRA)
    titulo = corta(cosa.titulo, validar.LETRAS_DE_UN_NOMBRE)
    escritor = Escritor(Lugares.de(rutas.BASE).registro, DESDE)
    escritor.pantalla(sesion.codigo, titulo, suya, orden=siguiente(sesion.pantallas))
    numero = len(sesion.pantallas) + 1
    dia = formato.fecha(sesion.fecha)
    return f"Se añadió «{titulo}» a la sesión del {dia}: es su pantalla {numero}."
