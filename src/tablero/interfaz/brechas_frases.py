"""Las brechas en palabras: cuántos municipios tienen todo, algo o nada, y cuáles son.

Las funciones reciben filas de la matriz (`consultas.brechas.matriz`) y devuelven texto sin HTML.
"""

from collections.abc import Iterable
from typing import Any

from tablero import formato, tema
from tablero.formato import SIN_DATO

Fila = dict[str, Any]

CUANTAS = {
    3: "tiene las tres cosas",
    2: "tiene dos de las tres",
    1: "tiene una de las tres",
    0: "no tiene ninguna de las tres",
}
"""Cuántos sí tiene un municipio → cómo se dice, en el orden en que se cuentan."""
PRIMEROS = 5
"""Cuántos se nombran de los que más prioridad tienen."""
NINGUNA = "Centro Intégrate, ni transferencia psicosocial, ni taller nombrado"


def nombrado(fila: Fila) -> str:
    """«Tame (4.º)», o solo el nombre si no está en el orden del IPT."""
    nombre = str(fila["municipio_nombre"])
    return f"{nombre} ({fila['orden']}.º)" if fila["es_priorizado"] else nombre


def nombrados(filas: Iterable[Fila]) -> str:
    """Los nombres de varios, con su orden."""
    return formato.enumerar([nombrado(f) for f in filas])


def titulo(filas: list[Fila], lugar: str | None) -> str:
    """Cuántos priorizados no tienen nada; de uno solo, lo que tiene. `lugar` vacío es el país."""
    propios = [f for f in filas if f["es_priorizado"]]
    donde = f" de {lugar}" if lugar else ""
    if not propios:
        return _sin_priorizados(filas, lugar)
    if len(propios) == 1:
        return f"{nombrado(propios[0])} {CUANTAS[propios[0]['tiene']]}"
    sin_nada = sum(f["brechas"] == len(CUANTAS) - 1 for f in propios)
    inicio = f"de los {len(propios)} municipios priorizados{donde}"
    if not sin_nada:
        return f"Ninguno {inicio} carece de las tres cosas a la vez"
    verbo = "no tiene" if sin_nada == 1 else "no tienen"
    return f"{sin_nada} {inicio} {verbo} {NINGUNA}"


def grupos(filas: list[Fila]) -> list[tuple[int, str, str]]:
    """De los priorizados: cuántos, qué tienen y quiénes son, del que más tiene al que menos."""
    propios = [f for f in filas if f["es_priorizado"]]
    salida = []
    for cuantas, dicho in CUANTAS.items():
        suyos = [f for f in propios if f["tiene"] == cuantas]
        plural = dicho if len(suyos) == 1 else dicho.replace("tiene", "tienen")
        salida.append((len(suyos), plural + _a_medias(suyos, cuantas), nombrados(suyos)))
    return salida


def _a_medias(filas: list[Fila], cuantas: int) -> str:
    """De los que no tienen ninguna: cuántos están, sin embargo, en algo que no es ni sí ni no."""
    if cuantas:
        return ""
    total = len(CUANTAS) - 1
    quienes = sum(fila["brechas"] < total for fila in filas)
    return f" ({quienes}, con algo proyectado, desistido o de su subregión)" if quienes else ""


def parrafos(filas: list[Fila]) -> list[str]:
    """Lo que se lee debajo: los primeros sin centro, lo que no es ni sí ni no, y los de fuera.

    De un solo municipio, lo que dice de él cada lista.
    """
    if len(filas) == 1:
        return de_cada_lista(filas[0])
    propios = [f for f in filas if f["es_priorizado"]]
    ajenos = [f for f in filas if not f["es_priorizado"]]
    return [p for p in (_sin_centro(propios), *_intermedios(filas), _de_fuera(ajenos)) if p]


def de_cada_lista(fila: Fila) -> list[str]:
    """Lo que cada lista dice de un municipio, un renglón por lista.

    «Centro Intégrate: sí · 51 personas · nuevo · fecha de apertura: sin dato.»
    """
    aspectos = (
        ("Centro Intégrate", fila["centro_estado"], centro(fila)),
        ("Transferencia psicosocial", fila["transferencia_estado"], transferencia(fila)),
        ("Taller nombrado", fila["taller_estado"], taller(fila)),
    )
    return [
        f"{aspecto}: {' · '.join(filter(None, (tema.BRECHAS[estado].palabra.lower(), detalle)))}."
        for aspecto, estado, detalle in aspectos
    ]


def centro(fila: Fila) -> str:
    """«14.344 personas · inicial», «abrió el 4 de septiembre de 2025 · personas: sin dato»."""
    if fila["centro_estado"] != "sí":
        return ""
    partes = []
    if fila["centros"] > 1:
        partes.append(f"{formato.numero(fila['centros'])} centros")
    partes.append(_personas(fila))
    partes.append(formato.enumerar(str(fila["centro_etapas"]).split(" | ")))
    if (apertura := formato.fecha(fila["apertura_fecha"])) != SIN_DATO:
        partes.append(f"abrió el {apertura}")
    if fila["centros_nuevos_sin_fecha"]:
        partes.append(f"fecha de apertura: {SIN_DATO}")
    return " · ".join(partes)


def transferencia(fila: Fila) -> str:
    """«$441.640.400»; quien desistió lleva también su valor."""
    return "" if fila["transferencia_estado"] == "no" else formato.pesos(fila["valor_cop"])


def taller(fila: Fila) -> str:
    """El lugar como lo nombra la fuente."""
    if fila["taller_estado"] == "no":
        return ""
    return formato.enumerar(str(fila["taller_lugar"]).split(" | "))


def _personas(fila: Fila) -> str:
    numero = formato.numero(fila["personas"])
    if numero == SIN_DATO:
        return f"personas: {SIN_DATO}"
    dicho = f"{numero} {'persona' if fila['personas'] == 1 else 'personas'}"
    informan, todos = fila["centros_con_reporte"], fila["centros"]
    if informan == todos:
        return dicho
    return f"{dicho} (sin dato de {formato.contar(todos - informan, 'centro', 'centros')})"


def _sin_priorizados(filas: list[Fila], lugar: str | None) -> str:
    total = filas[0]["priorizados_total"]
    if len(filas) == 1:
        return f"{filas[0]['municipio_nombre']} no está entre los {total} municipios priorizados"
    return f"Ninguno de los {total} municipios priorizados está en {lugar}"


def _sin_centro(propios: list[Fila]) -> str:
    """Los de más alta prioridad cuyo centro la lista no nombra, ni como proyectado."""
    sin_centro = [f for f in propios if f["centro_estado"] == "no"]
    if not sin_centro:
        return ""
    if len(sin_centro) <= PRIMEROS:
        return f"Sin Centro Intégrate: {nombrados(sin_centro)}."
    return (
        f"Sin Centro Intégrate hay {len(sin_centro)}; los de más alta prioridad: "
        f"{nombrados(sin_centro[:PRIMEROS])}."
    )


def _intermedios(filas: list[Fila]) -> list[str]:
    """Lo que no es ni sí ni no, por su nombre."""
    proyectados = [f for f in filas if f["centro_estado"] == "proyectado"]
    desistidos = [f for f in filas if f["transferencia_estado"] == "desistido"]
    subregiones = [f for f in filas if f["taller_estado"] == "subregión"]
    frases = []
    if proyectados:
        frases.append(f"Con un centro solo proyectado: {nombrados(proyectados)}.")
    if desistidos:
        con_valor = [f"{nombrado(f)}, {transferencia(f)}" for f in desistidos]
        frases.append(f"Desistieron de la transferencia: {'; '.join(con_valor)}.")
    if subregiones:
        lugares = formato.enumerar(sorted({f"«{taller(f)}»" for f in subregiones}))
        frases.append(
            f"El taller de {lugares} fue en una subregión y la fuente no dice en qué municipio: ni "
            f"sí ni no para los de su clúster, {nombrados(subregiones)}."
        )
    return frases


def _de_fuera(ajenos: list[Fila]) -> str:
    if not ajenos:
        return ""
    total = ajenos[0]["priorizados_total"]
    verbo = "está" if len(ajenos) == 1 else "están"
    return f"Fuera de los {total}, {verbo} en alguna lista: {nombrados(ajenos)}."
