"""Lo que se le puede hacer a una sesión: cada cosa, un suceso más en el registro."""

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from tablero.registro.sesiones import validar
from tablero.registro.sesiones.estado import Compromiso, Pantalla, Punto, Sesion
from tablero.registro.sesiones.suceso import Clase, Dicho, Valor, anotar
from tablero.registro.sesiones.validar import LETRAS_DE_UN_TEXTO

C = TypeVar("C", Punto, Pantalla)
ORDEN_DE = {Punto: Clase.ORDEN_DE_PUNTO, Pantalla: Clase.ORDEN_DE_PANTALLA}
DIRECCION = 1000
"""Letras de una dirección."""


@dataclass(frozen=True)
class Escritor:
    """Quien escribe en el registro de una carpeta, desde una página o una orden."""

    carpeta: Path
    desde: str

    def crear(
        self,
        dia: date,
        lugar: str,
        *,
        hoy: date,
        edicion: int | None,
        regla: int | None = None,
    ) -> str:
        """Una sesión nueva, que congela su edición; da su código."""
        dia = validar.fecha_de_sesion(dia, hoy)
        lugar = validar.texto("El lugar", lugar, obligatorio=False)
        codigo = nuevo()
        self._anotar(codigo, Clase.FECHA, "", {"fecha": dia.isoformat()})
        self._anotar(codigo, Clase.LUGAR, "", {"lugar": lugar})
        self._anotar(codigo, Clase.EDICION, "", {"edicion": edicion})
        if regla is not None:
            self._anotar(codigo, Clase.REGLA, "", {"minimo": regla})
        return codigo

    def cambiar(self, sesion: Sesion, dia: date, lugar: str, *, hoy: date) -> None:
        """La fecha y el lugar; lo que no cambió no se vuelve a decir."""
        dia = validar.fecha_de_sesion(dia, hoy)
        lugar = validar.texto("El lugar", lugar, obligatorio=False)
        if dia != sesion.fecha:
            self._anotar(sesion.codigo, Clase.FECHA, "", {"fecha": dia.isoformat()})
        if lugar != sesion.lugar:
            self._anotar(sesion.codigo, Clase.LUGAR, "", {"lugar": lugar})

    def congelar(self, sesion: str, edicion: int | None) -> None:
        """La edición que se muestra en la sesión."""
        self._anotar(sesion, Clase.EDICION, "", {"edicion": edicion})

    def regla(self, sesion: str, minimo: int | None, *, entidades: int) -> None:
        """Cuántas entidades hacen quórum."""
        self._anotar(sesion, Clase.REGLA, "", {"minimo": validar.minimo(minimo, entidades)})

    def punto(
        self,
        sesion: str,
        titulo: str,
        *,
        minutos: int | None = None,
        nota: str = "",
        orden: int,
        codigo: str = "",
    ) -> None:
        """Un punto de la agenda: uno nuevo, o el de ese código dicho de otra manera."""
        valor: Valor = {
            "titulo": validar.texto("El punto", titulo),
            "minutos": validar.minutos(minutos),
            "nota": validar.texto("La nota", nota, letras=LETRAS_DE_UN_TEXTO, obligatorio=False),
            "orden": orden,
        }
        self._anotar(sesion, Clase.PUNTO, codigo or nuevo(), valor)

    def pantalla(
        self,
        sesion: str,
        titulo: str,
        direccion: str,
        *,
        para_quien_habla: str = "",
        decision_pedida: str = "",
        punto: str = "",
        orden: int,
        codigo: str = "",
    ) -> None:
        """Una pantalla: una nueva, o la de ese código dicha de otra manera."""
        largo = LETRAS_DE_UN_TEXTO
        valor: Valor = {
            "titulo": validar.texto("El título", titulo),
            "direccion": validar.texto("La dirección", direccion, letras=DIRECCION),
            "para_quien_habla": validar.texto(
                "La nota", para_quien_habla, letras=largo, obligatorio=False
            ),
            "decision_pedida": validar.texto(
                "La decisión que se pide", decision_pedida, letras=largo, obligatorio=False
            ),
            "punto": punto,
            "orden": orden,
        }
        self._anotar(sesion, Clase.PANTALLA, codigo or nuevo(), valor)

    def al_lugar(self, sesion: str, cosa: Punto | Pantalla, orden: int) -> None:
        """Una cosa en otro lugar de su lista."""
        self._anotar(sesion, ORDEN_DE[type(cosa)], cosa.codigo, {"orden": orden})

    def quitar(self, sesion: str, cosa: Punto | Pantalla) -> None:
        """Deja de estar en la sesión; en el registro sigue lo que decía."""
        clase = Clase.PUNTO if isinstance(cosa, Punto) else Clase.PANTALLA
        self._anotar(sesion, clase, cosa.codigo, {"titulo": cosa.titulo, "quitado": True})

    def mover(self, sesion: str, lista: Sequence[C], codigo: str, pasos: int) -> None:
        """Sube (pasos negativos) o baja una cosa en su lista."""
        clase = ORDEN_DE[type(lista[0])]
        for cosa, orden in al_mover(lista, codigo, pasos):
            self._anotar(sesion, clase, cosa, {"orden": orden})

    def asistencia(self, sesion: str, entidad: str, *, asiste: bool) -> None:
        """Que una entidad está, o que no."""
        self._anotar(sesion, Clase.ASISTENCIA, entidad, {"asiste": asiste})

    def compromiso(
        self,
        sesion: Sesion,
        que: str,
        entidad: str,
        vence: date,
        producto: str = "",
        *,
        codigo: str = "",
    ) -> None:
        """Lo que una entidad queda de hacer: algo nuevo, o lo de ese código, distinto."""
        valor = {
            "que": validar.texto("El compromiso", que, letras=LETRAS_DE_UN_TEXTO),
            "entidad": validar.texto("La entidad", entidad),
            "vence": validar.vence(vence, sesion.fecha).isoformat(),
            "producto": validar.texto("El producto", producto, obligatorio=False),
        }
        self._anotar(sesion.codigo, Clase.COMPROMISO, codigo or nuevo(), valor)

    def estado(self, compromiso: Compromiso, estado: str, evidencia: str) -> None:
        """Cómo va un compromiso, y con qué se prueba."""
        nombre, limpia = validar.cambio_de_estado(estado, evidencia)
        valor = {"estado": nombre, "evidencia": limpia}
        self._anotar(compromiso.sesion, Clase.ESTADO, compromiso.codigo, valor)

    def decision(self, sesion: str, pantalla: Pantalla, decision: str, nota: str) -> None:
        """Lo que se decidió y lo que se anotó de una pantalla; lo que no cambió no se repite."""
        for clase, que, antes, escrito in (
            (Clase.DECISION, "La decisión", pantalla.decision, decision),
            (Clase.NOTA, "La nota", pantalla.nota, nota),
        ):
            limpio = validar.texto(que, escrito, letras=LETRAS_DE_UN_TEXTO, obligatorio=False)
            if limpio != antes:
                self._anotar(sesion, clase, pantalla.codigo, {"texto": limpio})

    def pregunta(self, sesion: str, dicho: str, direccion: str) -> None:
        """Lo que alguien preguntó con la sala proyectada, y la página que lo contesta."""
        valor: Valor = {
            "dicho": validar.texto("La pregunta", dicho),
            "direccion": validar.texto(
                "La dirección", direccion, letras=DIRECCION, obligatorio=False
            ),
        }
        self._anotar(sesion, Clase.PREGUNTA, nuevo(), valor)

    def a_la_vista(self, sesion: str, pantalla: str) -> None:
        """La pantalla que se proyecta: por ella se sigue después de un apagón."""
        self._anotar(sesion, Clase.A_LA_VISTA, "", {"pantalla": pantalla})

    def tiempo(self, sesion: str, punto: str, segundos: int) -> None:
        """Los segundos que lleva un punto de la agenda."""
        self._anotar(sesion, Clase.TIEMPO, punto, {"segundos": segundos})

    def cancelar(self, sesion: str, motivo: str) -> None:
        """La sesión no se hace; todo lo suyo sigue en el registro."""
        limpio = validar.texto("El motivo", motivo, letras=LETRAS_DE_UN_TEXTO)
        self._anotar(sesion, Clase.CANCELADA, "", {"motivo": limpio})

    def volver_a_citar(self, sesion: str) -> None:
        """La que se canceló sí se hace: que se canceló, y por qué, sigue en el registro."""
        self._anotar(sesion, Clase.CANCELADA, "", {"motivo": ""})

    @contextmanager
    def juntos(self) -> Iterator["Escritor"]:
        """Un escritor que guarda todo al salir: lo que se le dijo queda entero o no queda nada."""
        lote = _DeUnaVez(self.carpeta, self.desde)
        yield lote
        if lote.dichos:
            anotar(self.carpeta, lote.dichos, desde=self.desde)

    def _anotar(self, sesion: str, clase: Clase, cosa: str, valor: Valor) -> None:
        anotar(self.carpeta, [(sesion, clase, cosa, valor)], desde=self.desde)


@dataclass(frozen=True)
class _DeUnaVez(Escritor):
    """El que no escribe todavía."""

    dichos: list[Dicho] = field(default_factory=list)

    def _anotar(self, sesion: str, clase: Clase, cosa: str, valor: Valor) -> None:
        self.dichos.append((sesion, clase, cosa, valor))


def nuevo() -> str:
    """El código de una cosa nueva: dos personas a la vez no dan el mismo."""
    return secrets.token_hex(4)


def siguiente(lista: Sequence[Punto | Pantalla]) -> int:
    """El lugar de lo que se agrega al final."""
    return max((cosa.orden for cosa in lista), default=0) + 1


def al_mover(lista: Sequence[C], codigo: str, pasos: int) -> list[tuple[str, int]]:
    """Las cosas que cambian de lugar al mover una, con el nuevo; ninguna si ya está en el borde."""
    codigos = [cosa.codigo for cosa in lista]
    desde = codigos.index(codigo)
    hasta = min(max(desde + pasos, 0), len(codigos) - 1)
    if hasta == desde:
        return []
    codigos.insert(hasta, codigos.pop(desde))
    antes = {cosa.codigo: cosa.orden for cosa in lista}
    nuevos = enumerate(codigos, start=1)
    return [(cosa, orden) for orden, cosa in nuevos if antes[cosa] != orden]
