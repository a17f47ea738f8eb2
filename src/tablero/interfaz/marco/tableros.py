"""Los tableros abiertos: el que se sirve y, mientras alguien lo mira, el de antes.

Cuando el archivo cambia se abre el nuevo, entero y comprobado, antes de servirlo. Si no se puede
(lo borraron, está cortado o dañado, no hay permiso o espacio), se sigue sirviendo la última copia
buena, se dice por qué y se vuelve a intentar de cuando en cuando, no a cada pregunta.
"""

import errno
import gc
import time
import weakref
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock, RLock

from tablero import rutas
from tablero.consultas.base import Base
from tablero.errores import ArchivoIlegible, ErrorTablero, SinTablero, motivo
from tablero.interfaz.marco import memoria

Identidad = tuple[str, int, int, int]
"""La ruta, el nodo, la fecha y el tamaño: lo que distingue a un archivo de otro."""
ABIERTOS = 2
EDICIONES = 3
"""Cuántas ediciones de antes quedan abiertas a la vez."""
PRIMERA_ESPERA, ULTIMA_ESPERA = 2.0, 60.0
"""Segundos entre dos intentos de abrir lo que no se pudo; cada vez el doble."""
ENTRE_INTENTOS = 1.0
"""Segundos entre dos intentos, aunque el archivo ya sea otro."""
PACIENCIA = 60.0
"""Segundos que un tablero nuevo espera a que terminen quienes usan el más viejo."""
ESCRITO_A_MEDIAS = "El archivo del tablero cambió mientras se copiaba."
CONSTRUIRLO = "Quien administra el tablero debe construirlo otra vez."
REVISARLO = "Quien administra el tablero debe dejar que el programa lo lea."
LIBERAR = "Quien administra el tablero debe liberar espacio; el cambio se verá solo."


@dataclass(frozen=True, eq=False)
class Tablero:
    """Un archivo construido, abierto, y lo que lo distingue."""

    identidad: Identidad
    base: Base

    @property
    def construido(self) -> datetime:
        """Cuándo se construyó."""
        return datetime.fromtimestamp(self.identidad[2] / 1e9).astimezone()


@dataclass(frozen=True)
class Problema:
    """Por qué no se sirve lo que hay en el disco, qué hacer y desde cuándo."""

    que: str
    que_hacer: str
    desde: datetime


def identificar(archivo: Path) -> Identidad:
    """Lo que distingue al archivo construido de cualquier otro; `SinTablero` si no existe."""
    try:
        datos = archivo.stat()
    except FileNotFoundError:
        raise SinTablero(
            f"Todavía no se ha construido el tablero. Constrúyalo con: {rutas.orden('construir')}"
        ) from None
    except OSError as error:
        raise ArchivoIlegible(f"No se pudo leer {archivo.name}: {motivo(error)}.") from error
    return str(archivo), datos.st_ino, datos.st_mtime_ns, datos.st_size


class Tableros:
    """Cuál se sirve ahora, y cuáles siguen abiertos; lo usan varios hilos a la vez."""

    def __init__(self, reloj: Callable[[], float] = time.monotonic) -> None:
        self._reloj = reloj
        self._cerrojo = RLock()
        self._apertura = Lock()
        self._apertura_de_edicion = Lock()
        self._abiertos: OrderedDict[Identidad, Tablero] = OrderedDict()
        """El último es el que se sirve."""
        self._ediciones: OrderedDict[Identidad, Tablero] = OrderedDict()
        """Las publicadas antes que alguien mira: su archivo no cambia."""
        self._problema: Problema | None = None
        self._error: ErrorTablero | None = None
        self._fallido: Identidad | None = None
        self._intentos = 0
        self._ultimo_intento = self._siguiente = -ULTIMA_ESPERA
        self._esperando: float | None = None

    def problema(self) -> Problema | None:
        """Lo que impide servir el archivo que hay; `None` si se sirve ese."""
        return self._problema

    def abierto(self, identidad: Identidad) -> Tablero | None:
        """El de esa identidad, si sigue abierto."""
        with self._cerrojo:
            return self._abiertos.get(identidad) or self._ediciones.get(identidad)

    def edicion(self, archivo: Path) -> Tablero:
        """El de una edición guardada; `ErrorTablero` si no está o no se puede leer."""
        hallada = identificar(archivo)
        # Abrirla tarda: quien mira el tablero de ahora no la espera.
        with self._apertura_de_edicion:
            if (suya := self._ediciones.get(hallada)) is None:
                base = Base(archivo)
                base.comprobar()
                suya = self._nuevo(hallada, base)
            with self._cerrojo:
                self._ediciones[hallada] = suya
                self._ediciones.move_to_end(hallada)
                while len(self._ediciones) > EDICIONES:
                    self._ediciones.popitem(last=False)
        return suya

    def vigente(self) -> Tablero:
        """El que se sirve: el del archivo o, si no se puede, la última copia buena.

        `ErrorTablero` si nunca hubo una de ese archivo.
        """
        try:
            hallada = identificar(rutas.BASE)
        except ErrorTablero as error:
            return self._el_de_antes(error)
        with self._cerrojo:
            if hallada in self._abiertos:
                return self._servir(self._abiertos[hallada])
            ultimo = self._ultimo()
            if not self._toca_abrir(hallada):
                return self._el_de_antes(self._error)
        # Quien tiene qué mostrar no espera a que otro abra el nuevo.
        if not self._apertura.acquire(blocking=ultimo is None):
            return self._el_de_antes(None)
        try:
            return self._abrir(hallada)
        finally:
            self._apertura.release()

    def cerrar(self) -> None:
        """Suelta todos."""
        with self._cerrojo:
            self._abiertos.clear()
            self._ediciones.clear()
            self._problema = self._error = self._fallido = None

    def _abrir(self, hallada: Identidad) -> Tablero:
        with self._cerrojo:
            if hallada in self._abiertos:  # otro lo abrió mientras se esperaba el turno
                return self._servir(self._abiertos[hallada])
            hay_lugar = self._ultimo() is None or self._hay_lugar()
            if not hay_lugar or not self._toca_abrir(hallada):
                return self._el_de_antes(self._error)
        try:
            base = Base(rutas.BASE)
            base.comprobar()
            if identificar(rutas.BASE) != hallada:
                raise ArchivoIlegible(ESCRITO_A_MEDIAS)
        except ErrorTablero as error:
            self._anotar_fallo(hallada)
            return self._el_de_antes(error)
        nuevo = self._nuevo(hallada, base)
        with self._cerrojo:
            self._abiertos[hallada] = nuevo
            return self._servir(nuevo)

    @staticmethod
    def _nuevo(hallada: Identidad, base: Base) -> Tablero:
        nuevo = Tablero(hallada, base)
        weakref.finalize(nuevo, memoria.olvidar_tablero, hallada).atexit = False
        return nuevo

    def _servir(self, tablero: Tablero) -> Tablero:
        self._abiertos.move_to_end(tablero.identidad)
        self._problema = self._error = self._fallido = None
        self._intentos = 0
        return tablero

    def _ultimo(self) -> Tablero | None:
        """La última copia buena de ese mismo archivo."""
        suyos = [t for t in self._abiertos.values() if t.identidad[0] == str(rutas.BASE)]
        return suyos[-1] if suyos else None

    def _el_de_antes(self, error: ErrorTablero | None) -> Tablero:
        with self._cerrojo:
            if error is not None:
                self._error = error.with_traceback(None)
            ultimo = self._ultimo()
            if ultimo is None:
                raise error or SinTablero(ESCRITO_A_MEDIAS) from None
            if error is not None:
                que, que_hacer = explicar(error)
                if self._problema is None or self._problema.que != que:
                    ahora = datetime.now().astimezone()
                    self._problema = Problema(que, que_hacer, ahora)
            return ultimo

    def _toca_abrir(self, hallada: Identidad) -> bool:
        """Si es hora: lo que ya falló se intenta otra vez más tarde, y cada vez más tarde.

        Otro archivo se intenta enseguida, o casi: puede estarse escribiendo.
        """
        if hallada != self._fallido:
            return self._reloj() >= self._ultimo_intento + ENTRE_INTENTOS
        return self._reloj() >= self._siguiente

    def _anotar_fallo(self, hallada: Identidad) -> None:
        with self._cerrojo:
            self._intentos = self._intentos + 1 if hallada == self._fallido else 1
            self._fallido = hallada
            espera = min(PRIMERA_ESPERA * 2 ** (self._intentos - 1), ULTIMA_ESPERA)
            self._ultimo_intento = self._reloj()
            self._siguiente = self._ultimo_intento + espera

    def _hay_lugar(self) -> bool:
        """Cierra los que sobran; falso si alguien usa todavía el más viejo."""
        while len(self._abiertos) >= ABIERTOS:
            identidad, viejo = self._abiertos.popitem(last=False)
            testigo = weakref.ref(viejo)
            del viejo
            if testigo() is not None:
                gc.collect()  # una vuelta que ya terminó puede tenerlo en un ciclo
            en_uso = testigo()
            if en_uso is None:
                self._esperando = None
                continue
            ahora = self._reloj()
            self._esperando = self._esperando or ahora
            if ahora - self._esperando < PACIENCIA:
                self._abiertos[identidad] = en_uso
                self._abiertos.move_to_end(identidad, last=False)
                return False
            self._esperando = None
        return True


def explicar(error: ErrorTablero) -> tuple[str, str]:
    """Qué pasó con el archivo y qué debe hacer quien lo administra, sin decir dónde está."""
    causa = error.__cause__
    if isinstance(error, SinTablero):
        return "El archivo del tablero ya no está.", CONSTRUIRLO
    if isinstance(causa, OSError):
        sin_espacio = causa.errno in (errno.ENOSPC, errno.EDQUOT)
        que = f"El archivo del tablero no se pudo leer: {motivo(causa)}."
        if sin_espacio:
            que = "El tablero cambió y no hay espacio para copiarlo."
        if causa.errno == errno.EISDIR:
            return "En el lugar del archivo del tablero hay una carpeta.", CONSTRUIRLO
        return que, LIBERAR if sin_espacio else REVISARLO
    if causa is not None:  # lo que DuckDB no pudo leer
        return "El archivo del tablero está cortado o dañado.", CONSTRUIRLO
    return str(error), ""


TABLEROS = Tableros()
