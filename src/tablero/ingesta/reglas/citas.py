"""Un valor y las palabras del documento que lo llevan, en la misma fila, dicen lo mismo.

Qué cita dice cada columna está declarado en el modelo. Donde la cita no trae ninguna cifra no se
juzga nada.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tablero import texto
from tablero.calculo.citas.fechas import Extremo, dice_fecha
from tablero.calculo.citas.numeros import Clase, dice_numero
from tablero.calculo.citas.textos import contradice_numeros, nombrados
from tablero.errores import ErrorDeCelda
from tablero.ingesta.reglas.leidas import Leidas
from tablero.ingesta.reglas.porcentajes import estan_en_fraccion
from tablero.libro.convertir import citar, mostrar
from tablero.libro.leer import FilaLeida
from tablero.modelo import Columna, Tabla
from tablero.modelo.celda import Celda
from tablero.modelo.relaciones import Citada

PUNTOS = "puntos"
EXTREMOS: Mapping[str, Extremo] = {"desde_fecha": "desde", "hasta_fecha": "hasta"}
"""De «junio de 2023», un periodo empieza el primer día y termina el último."""


def cifras_y_fechas(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Un número o una fecha es el que dice su cita."""
    for tabla in leidas.tablas():
        for citada in tabla.citas:
            columna = tabla.columna(citada.columna)
            if columna.tipo in (str, bool):
                continue
            for _, filas in leidas.libros(tabla.tabla):
                if columna.es_porcentaje and estan_en_fraccion(filas, columna.nombre):
                    continue  # ya se dijo: es la escala
                for fila in filas:
                    cita = fila.valores[citada.en]
                    if cita and dice(tabla, fila, citada) is False:
                        yield fila.error(
                            f"{citar(fila.valores[columna.nombre])} no es lo que dice su cita: "
                            f"«{cita}».{_del_anio(fila, columna, cita)}",
                            columna,
                        )


def _del_anio(fila: FilaLeida, columna: Columna, cita: str) -> str:
    """De una fecha que solo se aparta de su cita en el año, cuál es el que se entiende."""
    valor = fila.valores[columna.nombre]
    if not isinstance(valor, date) or not dice_fecha(cita, valor):
        return ""
    return f" La cita no dice el año: es el último hasta el corte ({fila.valores['corte_fecha']})."


def dice(tabla: type[Tabla], fila: FilaLeida, citada: Citada) -> bool | None:
    """Si la cita dice el valor de esa columna; `None` si no hay qué comparar."""
    columna = tabla.columna(citada.columna)
    valor, cita = fila.valores[columna.nombre], fila.valores[citada.en]
    if valor is None or cita is None:
        return None
    if isinstance(valor, date):
        corte = fila.valores.get("corte_fecha")
        return dice_fecha(cita, valor, EXTREMOS.get(columna.nombre, ""), corte=corte)
    clase, unidad = _medida(fila, columna, citada)
    return dice_numero(
        cita,
        valor,
        clase,
        unidad=unidad,
        solo_junto=citada.solo_junto,
        sin=_textos_con_numeros(tabla, fila),
    )


def confirmado(tabla: type[Tabla], fila: FilaLeida, columnas: Sequence[str]) -> bool:
    """Si alguna cita de la fila dice cada uno de esos valores.

    Entonces los dice la fuente, y no se discuten: si no cuadran, van a Conciliación.
    """
    declaradas = {c.columna: c for c in tabla.citas}
    return all(
        any(
            dice(tabla, fila, _en(declaradas.get(columna, Citada(columna)), cita))
            for cita in tabla.columnas_cita()
        )
        for columna in columnas
    )


def _en(citada: Citada, cita: str) -> Citada:
    return Citada(citada.columna, cita, unidad_en=citada.unidad_en)


def textos(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Un nombre no es otro que el que dice su cita, ni lleva otro número."""
    for tabla in leidas.tablas():
        for citada in tabla.citas:
            columna = tabla.columna(citada.columna)
            if columna.tipo is not str or columna.opciones:
                continue
            for _, filas in leidas.libros(tabla.tabla):
                nombres = {texto.plano(f.valores[columna.nombre] or "") for f in filas} - {""}
                for fila in filas:
                    nombre, cita = fila.valores[columna.nombre], fila.valores[citada.en]
                    if nombre is None or cita is None:
                        continue
                    dichos = nombrados(cita, nombres)
                    if texto.plano(nombre) in dichos:
                        continue
                    if dichos or contradice_numeros(cita, nombre):
                        yield fila.error(
                            f"{citar(nombre)} no es lo que dice su cita: «{cita}».", columna
                        )


def opciones(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Una opción no es otra que la que dice su cita."""
    for tabla in leidas.tablas():
        for citada in tabla.citas:
            if not citada.palabras:
                continue
            columna = tabla.columna(citada.columna)
            for _, fila in leidas[tabla.tabla]:
                opcion, cita = _opcion(fila.valores[columna.nombre]), fila.valores[citada.en]
                if cita is None or opcion is None:
                    continue
                dichas = {o for o, raiz in citada.palabras.items() if _empieza(cita, raiz)}
                if opcion not in dichas and (dichas or opcion in citada.siempre):
                    yield fila.error(f"«{opcion}» no es lo que dice su cita: «{cita}».", columna)


def _opcion(valor: Celda) -> Celda:
    """La opción como se escribe en la hoja."""
    return ("sí" if valor else "no") if isinstance(valor, bool) else valor


def _empieza(cita: str, raiz: str) -> bool:
    """Si alguna palabra de la cita empieza así."""
    return f" {raiz}" in f" {texto.plano(cita)}"


def _medida(fila: FilaLeida, columna: Columna, citada: Citada) -> tuple[Clase, str]:
    """Qué mide la columna en esa fila, y la palabra que en la cita va junto a la cifra."""
    unidad = (fila.valores[citada.unidad_en] or "") if citada.unidad_en else columna.unidad
    if columna.es_porcentaje or unidad == "%":
        return "porcentaje", ""
    if unidad.startswith(PUNTOS):
        return "puntos", ""
    return "conteo", citada.junto_a or unidad


def _textos_con_numeros(tabla: type[Tabla], fila: FilaLeida) -> list[str]:
    """Los textos propios de la fila que llevan números y pueden estar en la cita («CAD 30»)."""
    ajenas = {*tabla.columnas_cita(), "ubicacion"}
    return [
        mostrar(valor)
        for columna, valor in _con_texto(tabla, fila)
        if columna not in ajenas and any(c.isdigit() for c in valor)
    ]


def _con_texto(tabla: type[Tabla], fila: FilaLeida) -> Iterator[tuple[str, str]]:
    for columna in tabla.columnas_libro():
        valor = fila.valores[columna.nombre]
        if columna.tipo is str and valor is not None:
            yield columna.nombre, valor
