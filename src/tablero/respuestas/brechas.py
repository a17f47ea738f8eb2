"""Las brechas en palabras: cuántos municipios tienen todo, algo o nada, y cuáles son.

Las funciones reciben filas de la matriz (`consultas.brechas.matriz`) y devuelven texto sin HTML.
"""

from collections.abc import Iterable

from tablero import formato, tema
from tablero.filas import Fila
from tablero.formato import SIN_DATO

CUANTAS = {
    3: "aparece con las tres cosas",
    2: "aparece con dos de las tres",
    1: "aparece con una de las tres",
    0: "no aparece con ninguna de las tres",
}
"""Con cuántas cosas lo nombran las listas → cómo se dice, en el orden en que se cuentan.

«No tiene» sería más de lo que se sabe: que una lista no lo nombre no prueba que no haya nada.
"""
PARTES = {1: "una de las tres", 2: "dos de las tres", 3: "las tres"}
TOTAL = 3
"""Las tres cosas que se miran."""
NO = "no aparece"
"""El estado de quien la lista no nombra."""
PRIMEROS = 5
"""Cuántos se nombran de los que más prioridad tienen."""
LISTAS = "las listas de centros, transferencias ni talleres"


def nombrado(fila: Fila) -> str:
    """«Tame (4.º)», o solo el nombre si no está en el orden del IPT."""
    nombre = str(fila["municipio_nombre"])
    return f"{nombre} ({fila['orden']}.º)" if fila["es_priorizado"] else nombre


def nombrados(filas: Iterable[Fila]) -> str:
    """Los nombres de varios, con su orden."""
    return formato.enumerar([nombrado(f) for f in filas])


def titulo(filas: list[Fila], lugar: str | None) -> str:
    """A cuántos priorizados no nombra ninguna lista; de uno solo, con qué aparece.

    `lugar` vacío es el país.
    """
    propios = [f for f in filas if f["es_priorizado"]]
    donde = f" de {lugar}" if lugar else ""
    if not propios:
        return _sin_priorizados(filas, lugar)
    if len(propios) == 1:
        return _de_uno(propios[0])
    sin_nada = sum(f["brechas"] == TOTAL for f in propios)
    cuantos = f"{len(propios)} municipios priorizados{donde}"
    if not sin_nada:
        return f"A cada uno de los {cuantos} lo nombra alguna de las tres listas"
    verbo = "no aparece" if sin_nada == 1 else "no aparecen"
    return f"{sin_nada} de los {cuantos} {verbo} en {LISTAS}"


def _de_uno(fila: Fila) -> str:
    """«Maicao (7.º de 34 en el orden del IPT) aparece con una de las tres, y a medias con otra»."""
    quien = (
        f"{fila['municipio_nombre']} ({fila['orden']}.º de {fila['priorizados_total']} en el orden "
        "del IPT)"
    )
    tiene, medias = fila["tiene"], _medias(fila)
    if not tiene:
        if not medias:
            return f"{quien} no aparece en {LISTAS}"
        return f"{quien} solo aparece a medias, con {PARTES[medias]}"
    otras = f", y a medias con {'otra' if medias == 1 else 'las otras dos'}" if medias else ""
    return f"{quien} {CUANTAS[tiene]}{otras}"


def _medias(fila: Fila) -> int:
    """De cuántas cosas no se dice ni sí ni que no aparece: lo proyectado, lo desistido y lo de una
    subregión."""
    return int(TOTAL - fila["tiene"] - fila["brechas"])


def grupos(filas: list[Fila]) -> list[tuple[int, str, str]]:
    """De los priorizados: cuántos, con qué aparecen y quiénes son, del que más al que menos."""
    propios = [f for f in filas if f["es_priorizado"]]
    salida = []
    for cuantas, dicho in CUANTAS.items():
        suyos = [f for f in propios if f["tiene"] == cuantas]
        plural = dicho if len(suyos) == 1 else dicho.replace("aparece", "aparecen")
        salida.append((len(suyos), plural + _a_medias(suyos), nombrados(suyos)))
    return salida


def _a_medias(filas: list[Fila]) -> str:
    """Cuántos de ellos están, además, en algo que no es ni sí ni que no aparece."""
    quienes = sum(_medias(fila) > 0 for fila in filas)
    return f" ({quienes} de ellos, con algo más a medias)" if quienes else ""


def parrafos(filas: list[Fila]) -> list[str]:
    """Lo que se lee debajo: los sin brecha, los primeros sin centro, lo que queda a medias y los
    de fuera.

    De un solo municipio, lo que dice de él cada lista.
    """
    if len(filas) == 1:
        return de_cada_lista(filas[0])
    propios = [f for f in filas if f["es_priorizado"]]
    ajenos = [f for f in filas if not f["es_priorizado"]]
    dichos = (_sin_brechas(propios), _sin_centro(propios), *_intermedios(filas), _de_fuera(ajenos))
    return [p for p in dichos if p]


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
        f"{aspecto}: {' · '.join(filter(None, (tema.BRECHAS[estado].en_frase, detalle)))}."
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
    return "" if fila["transferencia_estado"] == NO else formato.pesos(fila["valor_cop"])


def taller(fila: Fila) -> str:
    """El lugar como lo nombra la fuente."""
    if fila["taller_estado"] == NO:
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


def _sin_brechas(propios: list[Fila]) -> str:
    """Los que no tienen ninguna: no son solo los que aparecen con las tres cosas."""
    sin_brechas = [f for f in propios if f["brechas"] == 0]
    completos = [f for f in sin_brechas if f["tiene"] == TOTAL]
    a_medias = [f for f in sin_brechas if f["tiene"] < TOTAL]
    dichos = [
        f"{nombrados(filas)}, {como}"
        for filas, como in (
            (completos, "con las tres cosas"),
            (a_medias, "con algo a medias (proyectado, desistido o de su subregión)"),
        )
        if filas
    ]
    if len(propios) == 1 or not dichos:
        return ""
    return f"Sin ninguna brecha territorial hay {len(sin_brechas)}: {'; '.join(dichos)}."


def _sin_centro(propios: list[Fila]) -> str:
    """Los de más alta prioridad que la lista de centros no nombra, ni como proyectado."""
    sin_centro = [f for f in propios if f["centro_estado"] == NO]
    if not sin_centro:
        return ""
    if len(sin_centro) <= PRIMEROS:
        return f"Fuera de la lista de centros: {nombrados(sin_centro)}."
    return (
        f"Fuera de la lista de centros hay {len(sin_centro)}; los de más alta prioridad: "
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
            f"El taller de {lugares} fue en una subregión y la fuente no dice en qué municipio: "
            f"queda a medias para los de su clúster, {nombrados(subregiones)}."
        )
    return frases


def _de_fuera(ajenos: list[Fila]) -> str:
    if not ajenos:
        return ""
    total = ajenos[0]["priorizados_total"]
    verbo = "está" if len(ajenos) == 1 else "están"
    return f"Sin ser de los {total} priorizados, {verbo} en alguna lista: {nombrados(ajenos)}."
