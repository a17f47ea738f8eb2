"""De las celdas de una hoja a las filas de su tabla, con todos los errores que tenga."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from tablero.errores import ErrorDeCelda
from tablero.formato import numero
from tablero.libro import avisos
from tablero.libro.convertir import ValorNoValido, vacia
from tablero.libro.encabezado import Encabezado, leer_encabezado
from tablero.libro.fila import FilaLeida, LugarDeHoja, letras
from tablero.libro.limites import MAX_ERRORES_POR_HOJA
from tablero.libro.rarezas import Rarezas
from tablero.modelo import Columna, Tabla
from tablero.modelo.celda import Celda, Celdas, RenglonDeCeldas, Valor, Valores

Convertir = Callable[[Celda, Columna], Valor]


@dataclass
class TablaLeida:
    """Las filas sin error de una hoja, todos sus errores y lo que se leyó distinto de como está."""

    filas: tuple[FilaLeida, ...] = ()
    a_medias: tuple[FilaLeida, ...] = ()
    """Las filas con algún error, con lo que sí se pudo leer de ellas."""
    errores: list[ErrorDeCelda] = field(default_factory=list)
    avisos: list[ErrorDeCelda] = field(default_factory=list)


def leer_tabla(
    celdas: Celdas, tabla: type[Tabla], lugar: LugarDeHoja, convertir: Convertir, rarezas: Rarezas
) -> TablaLeida:
    """Las filas de una hoja; ninguna si la hoja misma está mal."""
    filas_raras = {fila for fila, _ in rarezas.celdas}
    faltan = max(filas_raras, default=0) - len(celdas)
    celdas = [*celdas, *([[]] * faltan)]  # las que solo tienen una fórmula sin resultado
    vacias = [
        n not in filas_raras and all(vacia(celda) for celda in fila)
        for n, fila in enumerate(celdas, start=1)
    ]
    ultima = max((n for n, es_vacia in enumerate(vacias, start=1) if not es_vacia), default=0)
    if not ultima:
        return _sin_filas(lugar, "está vacía; le faltan los encabezados en la fila 1.")
    if vacias[0]:
        return _sin_filas(lugar, "la fila 1 está vacía; ahí van los encabezados.")
    encabezado = leer_encabezado(celdas[0], tabla, lugar)
    de_la_hoja = [*encabezado.errores, *_de_rarezas(rarezas, encabezado, lugar)]
    de_la_hoja += _sin_encabezado(celdas[:ultima], lugar)
    errores = list(de_la_hoja)
    if not rarezas.combinadas:
        errores += _filas_vacias(vacias[:ultima], lugar)
    lector = _LectorDeFilas(tabla, encabezado, lugar, convertir, rarezas)
    filas: list[FilaLeida] = []
    a_medias: list[FilaLeida] = []
    for indice in range(1, ultima):
        if vacias[indice]:
            continue
        fila, de_la_fila = lector.leer(indice + 1, celdas[indice])
        errores += de_la_fila
        (a_medias if de_la_fila else filas).append(fila)
        if len(errores) > MAX_ERRORES_POR_HOJA:
            break
    if len(errores) > MAX_ERRORES_POR_HOJA:
        tope = numero(MAX_ERRORES_POR_HOJA)
        del errores[MAX_ERRORES_POR_HOJA:]
        errores.append(lugar.error(f"tiene más de {tope} errores; corrija estos primero."))
    if de_la_hoja:
        return TablaLeida(errores=errores, avisos=lector.avisos)
    return TablaLeida(tuple(filas), tuple(a_medias), errores, lector.avisos)


def _sin_filas(lugar: LugarDeHoja, mensaje: str) -> TablaLeida:
    return TablaLeida(errores=[lugar.error(mensaje)])


class _LectorDeFilas:
    """Lee las filas de una hoja con un mismo encabezado."""

    def __init__(
        self,
        tabla: type[Tabla],
        encabezado: Encabezado,
        lugar: LugarDeHoja,
        convertir: Convertir,
        rarezas: Rarezas,
    ) -> None:
        self._nombres = [c.nombre for c in tabla.columnas_libro()]
        self._columnas = [(i, c, letras(i + 1)) for i, c in encabezado.columnas.items()]
        self._lugar = lugar
        self._convertir = convertir
        self._rarezas = rarezas
        self.avisos: list[ErrorDeCelda] = []

    def leer(
        self, numero_fila: int, celdas: RenglonDeCeldas
    ) -> tuple[FilaLeida, list[ErrorDeCelda]]:
        """La fila y sus errores; con errores, la fila no sirve."""
        valores: Valores = dict.fromkeys(self._nombres)  # el orden del modelo, no el de la hoja
        fila = FilaLeida(self._lugar.archivo, self._lugar.hoja, numero_fila, valores, {})
        errores: list[ErrorDeCelda] = []
        for indice, columna, letra in self._columnas:
            fila.celdas[columna.nombre] = f"{letra}{numero_fila}"
            valor = celdas[indice] if indice < len(celdas) else None
            if rareza := self._rarezas.celdas.get((numero_fila, indice + 1)):
                errores.append(fila.error(rareza, columna))
                continue
            if self._rarezas.combinadas and vacia(valor):
                continue  # separadas las celdas se sabrá si de verdad está vacía
            try:
                leido = fila.valores[columna.nombre] = self._convertir(valor, columna)
            except ValorNoValido as error:
                errores.append(fila.error(str(error), columna))
            else:
                for aviso in (avisos.de_lectura(valor, leido, columna), avisos.de_letra(leido)):
                    if aviso:
                        self.avisos.append(fila.error(aviso, columna))
        return fila, errores


def _de_rarezas(
    rarezas: Rarezas, encabezado: Encabezado, lugar: LugarDeHoja
) -> Iterator[ErrorDeCelda]:
    """Celdas combinadas, y las rarezas que no están bajo una columna del modelo."""
    for (fila, columna), mensaje in sorted(rarezas.celdas.items()):
        if fila == 1 or columna - 1 not in encabezado.columnas:
            yield lugar.error(mensaje, celda=f"{letras(columna)}{fila}")
    for rango in rarezas.combinadas:
        yield lugar.error(
            "son celdas combinadas; sepárelas y escriba el valor en cada una.", celda=rango
        )


def _sin_encabezado(celdas: Celdas, lugar: LugarDeHoja) -> Iterator[ErrorDeCelda]:
    """El primer dato de cada columna sin encabezado."""
    con_encabezado = {i for i, celda in enumerate(celdas[0]) if not vacia(celda)}
    vistas: set[int] = set()
    for numero_fila, fila in enumerate(celdas[1:], start=2):
        for indice, celda in enumerate(fila):
            if indice in con_encabezado or indice in vistas or vacia(celda):
                continue
            vistas.add(indice)
            yield lugar.error(
                "hay un dato en una columna sin encabezado; póngale uno o bórrelo.",
                celda=f"{letras(indice + 1)}{numero_fila}",
            )


def _filas_vacias(vacias: Sequence[bool], lugar: LugarDeHoja) -> Iterator[ErrorDeCelda]:
    """Los grupos de filas vacías entre datos; las de abajo no cuentan."""
    desde = 0
    for numero_fila, es_vacia in enumerate(vacias, start=1):
        if es_vacia and not desde and numero_fila > 1:
            desde = numero_fila
        elif not es_vacia and desde:
            hasta = numero_fila - 1
            if desde == hasta:
                yield lugar.error(f"la fila {desde} está vacía entre datos; bórrela.")
            else:
                yield lugar.error(f"las filas {desde} a {hasta} están vacías; bórrelas.")
            desde = 0
