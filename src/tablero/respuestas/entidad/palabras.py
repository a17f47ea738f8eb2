"""Lo que se le dice a una entidad: cómo van sus productos y qué debe hacer con cada uno."""

from collections.abc import Sequence

from tablero import formato
from tablero.filas import Fila
from tablero.formato import SIN_DATO
from tablero.graficos.entidad import en_palabras
from tablero.modelo.fuera import Fuera
from tablero.texto import plano

ARTICULOS = {
    "El": ("departamento", "fondo", "instituto", "jardin", "ministerio"),
    "La": (
        *("agencia", "alcaldia", "caja", "corporacion", "direccion", "empresa", "fundacion"),
        *("orquesta", "personeria", "secretaria", "subred", "unidad", "universidad", "veeduria"),
    ),
}
"""Artículo → las palabras con que empieza el nombre de una entidad que lo lleva; las demás, sin."""
CONTEOS = {
    "sin reporte": "productos_sin_reporte",
    "atrasado": "productos_atrasados",
    "sobre-ejecutado": "productos_sobre_ejecutados",
    "sin dato": "productos_sin_dato",
    "a tiempo": "productos_a_tiempo",
    "sin iniciar": "productos_sin_iniciar",
    "no vigente": "productos_no_vigentes",
}
"""Situación → la columna que la cuenta."""
SIN_REPORTES = (
    "La fuente publica solo porcentajes: no se sabe qué reportes faltan, a qué ritmo va ni qué hay "
    "que revisar."
)
SEGUIR = "Seguir reportando a tiempo."


def con_articulo(entidad: str) -> str:
    """«La Secretaría Distrital de Salud»; si no se sabe cuál lleva, el nombre solo."""
    primera = plano(entidad).partition(" ")[0]
    articulo = next((a for a, palabras in ARTICULOS.items() if primera in palabras), "")
    return f"{articulo} {entidad}".strip()


def situaciones(propia: Fila) -> str:
    """«1 sin reporte, 1 atrasado y 1 a tiempo»."""
    return en_palabras({s: propia[columna] or 0 for s, columna in CONTEOS.items()})


def fuera(propia: Fila) -> Fuera:
    """Sus productos que no entran en las sumas, por no tener dato."""
    return Fuera(
        productos=propia["productos_fuera"],
        peso_pct=propia["peso_fuera_pct"],
        sin_peso=propia["fuera_sin_peso"],
    )


def resumen(
    propia: Fila, productos: Sequence[Fila], politica: str, *, de_la_politica: Fuera | None = None
) -> str:
    """El estado de la entidad en unas frases que se pueden mandar tal cual.

    `propia` es su fila entre las entidades; `productos`, las de sus productos; `de_la_politica`, lo
    que queda fuera de la suma de toda ella.
    """
    cuantos = formato.contar(propia["productos"], "producto", "productos")
    quien, alcance = propia["entidad"], de_los_nombrados(propia)
    if not quien:
        sujeto = f"La fuente no dice qué entidad responde por {cuantos} de"
    elif alcance:
        sujeto = f"{con_articulo(quien)} tiene {_de_todos(propia)} de"
    else:
        sujeto = f"{con_articulo(quien)} tiene {cuantos} en"
    frases = [
        f"{sujeto} «{politica}»{alcance}, con corte al {formato.fecha(propia['corte_fecha'])}: "
        f"{situaciones(propia)}.",
        _peso(propia),
        fuera(propia).frase,
        _en_toda(fuera(propia), de_la_politica or Fuera()),
        _pendientes(productos),
    ]
    if propia["hallazgos"] is None:
        frases.append(SIN_REPORTES)
    elif propia["hallazgos"]:
        hay = formato.contar(propia["hallazgos"], "hallazgo", "hallazgos")
        frases.append(f"Hay {hay} por revisar en las celdas de sus productos.")
    return " ".join(f for f in frases if f)


def de_los_nombrados(propia: Fila) -> str:
    """«, contando solo los que la fuente nombra»; vacío si la fuente dice de quién son todos.

    Sirve para lo que se cuenta de una entidad, y no para los que no tienen ninguna.
    """
    if not propia["entidad"] or not propia["politica_productos_sin_entidad"]:
        return ""
    return ", contando solo los que la fuente nombra"


def alcance(propia: Fila) -> str:
    """«la política tiene 52: de 32 la fuente no dice de quién son»; vacío si lo dice de todos."""
    if not de_los_nombrados(propia):
        return ""
    todos, sin_entidad = (
        formato.numero(propia[c]) for c in ("politica_productos", "politica_productos_sin_entidad")
    )
    return f"la política tiene {todos}: de {sin_entidad} la fuente no dice de quién son"


def _de_todos(propia: Fila) -> str:
    """«6 de los 52 productos»."""
    todos = formato.contar(propia["politica_productos"], "producto", "productos")
    return f"{formato.numero(propia['productos'])} de los {todos}"


def como_esta_impresa(propia: Fila) -> str:
    """«En la fuente: «I. Social»»; vacío si está impresa con su nombre oficial."""
    if not propia["grafias"]:
        return ""
    grafias = [f"«{grafia}»" for grafia in propia["grafias"].split(" | ")]
    return f"En la fuente: {formato.enumerar(grafias)}"


def de_su_nombre(propia: Fila) -> str:
    """Cómo está impresa y lo que la tabla de entidades advierte de esa grafía."""
    impresa = como_esta_impresa(propia)
    return " ".join([*([f"{impresa}."] if impresa else []), propia["grafias_nota"] or ""]).strip()


def _peso(propia: Fila) -> str:
    if propia["ponderacion_pct"] is None:
        return ""
    if propia["brecha_aporte_pp"] is None:
        return ""
    uno = propia["productos"] == 1
    pesa = "Pesa" if uno else "Los vigentes pesan" if propia["productos_no_vigentes"] else "Pesan"
    return (
        f"{pesa} {formato.numero_justo(propia['ponderacion_pct'])}\u00a0% de "
        f"la política y {'aporta' if uno else 'aportan'} "
        f"{formato.puntos(propia['brecha_aporte_pp'])} a su brecha calculada, que es de "
        f"{formato.puntos(propia['politica_brecha_pp'])} (negativa es retraso)."
    )


def _en_toda(propia: Fuera, politica: Fuera) -> str:
    """Lo que falta en la brecha de la política, si es más que lo suyo."""
    if not politica or (politica.productos, politica.filas) == (propia.productos, 0):
        return ""
    return f"En toda la política quedan fuera de la suma, sin dato: {politica.lista}."


def _pendientes(productos: Sequence[Fila]) -> str:
    debidos = [
        f"{p['producto_codigo']} ({periodo(p['reporte_pendiente'])})"
        for p in productos
        if p["reporte_pendiente"]
    ]
    if not debidos:
        return ""
    falta = "Falta el reporte" if len(debidos) == 1 else "Faltan los reportes"
    return f"{falta} de {formato.enumerar(debidos)}."


def periodo(pendiente: str) -> str:
    """«2025-Q2» → «segundo trimestre de 2025»."""
    anio, trimestre = pendiente.split("-Q")
    return formato.trimestre(int(anio), int(trimestre))


def que_hacer(producto: Fila) -> str:
    """Lo que la entidad debe hacer con ese producto."""
    con_libro = producto["nivel"] == "calculado"
    situacion = producto["situacion"]
    if situacion == "a tiempo":
        pide = (
            "Acelerar: va a tiempo, pero a este ritmo no alcanza la meta final."
            if producto["ritmo_lectura"] == "no alcanza"
            else SEGUIR
        )
    elif situacion == "sin dato":
        pide = (
            f"Corregirlo en el libro para calcular su avance; {causa}."
            if con_libro and (causa := producto["fuera_causa"])
            else "Revisar sus metas y reportes: con los del libro no se puede calcular su avance."
            if con_libro
            else "Enviar su avance: la fuente no publica ningún porcentaje suyo."
        )
    elif situacion == "sin reporte":
        hasta = periodo(producto["reporte_pendiente"])
        pide = f"Enviar el reporte del {hasta} y los anteriores que falten."
    else:
        pide = {
            "atrasado": "Explicar el retraso y decir cómo se pone al día.",
            "sobre-ejecutado": "Explicar por qué lleva tanto más de lo programado y revisar si la "
            "meta quedó corta.",
            "sin iniciar": "Nada por ahora: todavía no debía reportar.",
            "no vigente": "Nada: salió de la política.",
        }[situacion]
    hallazgos = (producto["errores"] or 0) + (producto["advertencias"] or 0)
    if not hallazgos:
        return pide
    cuales = "el hallazgo" if hallazgos == 1 else f"los {hallazgos} hallazgos"
    return f"{pide} Revisar {cuales} de sus celdas."


def ritmo(producto: Fila) -> str:
    """Si al ritmo que lleva alcanza su meta final; vacío si no se puede decir nada."""
    lectura = producto["ritmo_lectura"]
    lleva, necesita = (
        formato.numero_justo(producto[c]) for c in ("ritmo_actual_pp", "ritmo_final_pp")
    )
    comparacion = f"lleva {lleva} puntos por mes y necesita {necesita}"
    fija: dict[str, str] = {
        "cumplida": "Meta final cumplida.",
        "vencida": "Se venció el plazo sin llegar a la meta final.",
        "sin avance": f"Sin avance: necesita {necesita} puntos por mes.",
        "no alcanza": f"Si sigue igual, no alcanza la meta final en su plazo: {comparacion}.",
        "alcanza": f"Si sigue igual, alcanza la meta final en su plazo: {comparacion}.",
    }
    return fija.get(lectura, "")


def aporte(producto: Fila) -> tuple[str, str]:
    """El aporte a la brecha y, si no entra en la suma, que queda fuera."""
    dicho = formato.numero(producto["brecha_aporte_pp"], 2, signo=True)
    return dicho, "fuera de la suma" if producto["fuera_causa"] else ""


def redondeo(propia: Fila, productos: Sequence[Fila]) -> str:
    """Que los aportes de sus productos, como se leen, no den el de la entidad, si es el caso."""
    aportes = [p["brecha_aporte_pp"] for p in productos if not p["fuera_causa"]]
    dicho = formato.por_redondeo(aportes, propia["brecha_aporte_pp"])
    return f"Los aportes de los productos suman el de la entidad{dicho}." if dicho else ""


def nota(*, con_libro: bool) -> str:
    """Qué es cada columna, y de dónde sale."""
    comun = (
        "PAV: este año contra su meta. PAHV: todo lo hecho contra todo lo programado hasta hoy; da "
        "el color. PAA: todo lo hecho contra la meta final. Trayectoria: lo que debía llevar. "
        "Aporte: puntos que suma o resta a la brecha de la política. Ritmo: puntos de la meta "
        "final por mes."
    )
    if con_libro:
        return f"{comun} Los porcentajes se recalculan; si el libro trae otro, va debajo."
    return f"{comun} {SIN_REPORTES}"


def por_revisar(hallazgos: Sequence[Fila]) -> str:
    """El título de los hallazgos; las notas se cuentan aparte, porque no piden corregir nada."""
    notas = sum(h["severidad"] == "nota" for h in hallazgos)
    contados = [
        formato.contar(cuantos, *nombres)
        for cuantos, nombres in (
            (len(hallazgos) - notas, ("hallazgo", "hallazgos")),
            (notas, ("nota", "notas")),
        )
        if cuantos
    ]
    return f"Lo que hay que revisar en sus celdas: {formato.enumerar(contados)}"


def oracion(texto: str) -> str:
    """El texto, con mayúscula inicial: los hallazgos vienen escritos después de su código."""
    return texto[:1].upper() + texto[1:]


def porcentajes(producto: Fila, columna: str) -> tuple[str, str]:
    """El porcentaje y, si la fuente trae además otro, el que trae: «80 %» y «en el libro: 85,71 %».

    `columna` es `pav`, `pahv` o `paa`.
    """
    propio = porcentaje(producto[f"{columna}_pct"])
    otro = porcentaje(producto[f"{columna}_reportado_pct"])
    return propio, "" if otro in (SIN_DATO, propio) else f"en el libro: {otro}"


def porcentaje(valor: float | None) -> str:
    """«26,32 %»: hasta dos decimales, sin ceros de sobra."""
    if valor is None:
        return SIN_DATO
    return f"{formato.numero_justo(round(valor, 2))}\u00a0%"
