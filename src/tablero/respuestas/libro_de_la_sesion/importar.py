"""Trae el libro de una sesión: primero dice qué haría, y solo entonces lo escribe, todo o nada."""

from dataclasses import dataclass, replace

from tablero import formato
from tablero.errores import ErrorDeCelda
from tablero.libro.leido import LibroLeido
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Sesion
from tablero.respuestas.libro_de_la_sesion.cambios import Cambios, Contra, cambios
from tablero.respuestas.libro_de_la_sesion.contenido import Contenido
from tablero.respuestas.libro_de_la_sesion.entender import entender
from tablero.respuestas.libro_de_la_sesion.lo_que_hay import LoQueHay

YA_ESTA = "La sesión ya está como dice el libro."


@dataclass(frozen=True)
class Importacion:
    """Lo que un libro haría."""

    contenido: Contenido
    avisos: tuple[ErrorDeCelda, ...]
    hay: LoQueHay
    quitar: bool = False

    def en_palabras(self) -> list[str]:
        """Un renglón por cosa: lo que trae una sesión nueva, o lo que cambia en la que está."""
        if self.hay.sesion is None:
            return self._de_la_nueva()
        suyos = self._cambios(self.hay.sesion)
        renglones = [paso.dicho for paso in suyos.pasos] or [YA_ESTA]
        if suyos.se_quedan:
            renglones.append(
                f"No están en el libro, y se quedan: {formato.enumerar(list(suyos.se_quedan))}"
            )
        return renglones

    def escribir(self, escritor: Escritor, *, edicion: int | None) -> str:
        """Lo escribe entero, o nada; da el código de la sesión. La nueva congela esa edición."""
        dice, hoy = self.contenido, self.hay.hoy
        with escritor.juntos() as lote:
            sesion = self.hay.sesion
            if sesion is None:
                codigo = lote.crear(
                    dice.fecha, dice.lugar, hoy=hoy, edicion=edicion, regla=dice.minimo
                )
                sesion = Sesion(codigo, dice.fecha, dice.lugar, edicion, dice.minimo, (), (), ())
            self._cambios(sesion).hacer(lote)
        return sesion.codigo

    def _cambios(self, sesion: Sesion) -> Cambios:
        hay = self.hay
        contra = Contra(sesion, hay.compromisos, hay.hoy, len(hay.entidades), self.quitar)
        return cambios(self.contenido, contra)

    def _de_la_nueva(self) -> list[str]:
        dice = self.contenido
        minutos = sum(punto.minutos or 0 for punto in dice.puntos)
        piden = sum(bool(pantalla.decision_pedida) for pantalla in dice.pantallas)
        presentes = sum(asiste for _, asiste in dice.asistencia)
        repetidos = self._repetidos()
        return [
            f"Una sesión nueva, del {formato.fecha(dice.fecha)} · "
            f"{dice.lugar or 'lugar sin definir'}",
            f"{formato.contar(len(dice.puntos), 'punto', 'puntos')}: "
            f"{formato.contar(minutos, 'minuto', 'minutos')}",
            f"{formato.contar(len(dice.pantallas), 'pantalla', 'pantallas')}; "
            f"{formato.contar(piden, 'pide', 'piden')} una decisión",
            formato.contar(len(dice.compromisos), "compromiso", "compromisos"),
            formato.contar(presentes, "entidad presente", "entidades presentes"),
            *(
                f"El compromiso «{que}» ya está abierto en otra sesión: quedaría dos veces."
                for que in repetidos
            ),
        ]

    def _repetidos(self) -> list[str]:
        """Los compromisos abiertos que ya están en otra sesión."""
        abiertos = {(c.que, c.entidad, c.vence) for c in self.hay.actas.abiertos()}
        return [
            c.que
            for c in self.contenido.compromisos
            if c.estado == "abierto" and (c.que, c.entidad, c.vence) in abiertos
        ]


def preparar(leido: LibroLeido, nombre: str, hay: LoQueHay, *, quitar: bool = False) -> Importacion:
    """Lo que haría un libro ya leído; `ErroresDeDatos` con todo lo que esté mal."""
    contenido = entender(leido, nombre, hay)
    if hay.sesion is None:
        contenido = _sin_codigos(contenido)
    return Importacion(contenido, leido.avisos, hay, quitar)


def _sin_codigos(dice: Contenido) -> Contenido:
    """Los códigos de otra sesión no dicen nada en una nueva."""
    return replace(
        dice,
        puntos=tuple(replace(uno, codigo="") for uno in dice.puntos),
        pantallas=tuple(replace(una, codigo="") for una in dice.pantallas),
        compromisos=tuple(replace(uno, codigo="") for uno in dice.compromisos),
    )
