"""Las frases que acompañan a una cifra grande: reciben su fila y la dicen en palabras."""

from tablero import formato
from tablero.filas import Fila
from tablero.modelo.fuera import Fuera


def avance(fila: Fila) -> str:
    """Avance de la política contra su trayectoria, publicado y calculado, y lo que no suma."""
    return " ".join(filter(None, (_avance(fila), Fuera.de_fila(fila).frase)))


def _avance(fila: Fila) -> str:
    if fila["avance_pct"] is None:
        return (
            f"Calculado con el libro oficial del {formato.fecha(fila['corte_fecha'])}: debía "
            f"llevar {formato.porcentaje(fila['trayectoria_calculada_pct'])} y la brecha es "
            f"{formato.puntos(fila['brecha_calculada_pp'])}{_redondeo(fila)} Publicado: "
            f"{formato.SIN_DATO}."
        )
    return (
        f"Debía llevar {formato.porcentaje(fila['trayectoria_pct'])}: la brecha publicada es "
        f"{formato.puntos(fila['brecha_pp'])} Calculado con sus productos: "
        f"{formato.porcentaje(fila['avance_calculado_pct'])} contra "
        f"{formato.porcentaje(fila['trayectoria_calculada_pct'])}."
    )


def _redondeo(fila: Fila) -> str:
    """Que lo escrito no reste justo, si es el caso."""
    trayectoria = fila["trayectoria_calculada_pct"]
    partes = (fila["avance_calculado_pct"], None if trayectoria is None else -trayectoria)
    dicho = formato.por_redondeo(partes, fila["brecha_calculada_pp"])
    return f"{dicho}." if dicho else ""


def personas(fila: Fila) -> str:
    """De cuántos centros y periodo, y qué no es esa suma."""
    de_cuantos = "De 1 centro" if fila["centros"] == 1 else f"Suma de {fila['centros']} centros"
    return (
        f"{de_cuantos}, del "
        f"{formato.fecha(fila['desde_fecha'])} al {formato.fecha(fila['hasta_fecha'])}"
        f"{_que_no_informan(fila['sin_reporte_texto'])}; una persona puede contarse más de una vez."
    )


def _que_no_informan(centros: str | None) -> str:
    """Los centros abiertos que faltan en la suma."""
    if not centros:
        return ""
    nombres = centros.split(" | ")
    verbo = "no informa" if len(nombres) == 1 else "no informan"
    return f", sin {formato.enumerar(nombres)}, que {verbo}"


def dinero(fila: Fila) -> str:
    """Cuántos municipios recibieron y cuánto suma con los que desistieron."""
    girados = formato.contar(fila["municipios_girados"], "municipio", "municipios")
    if not fila["municipios_girados"]:
        desistio = (
            "Desistió 1 municipio"
            if fila["municipios_desistidos"] == 1
            else (f"Desistieron {fila['municipios_desistidos']} municipios")
        )
        return f"No se giró nada. {desistio} ({formato.pesos(fila['desistido_cop'])})."
    if not fila["municipios_desistidos"]:
        return f"Girado a {girados}; ninguno desistió."
    desistidos = formato.contar(fila["municipios_desistidos"], "que desistió", "que desistieron")
    return (
        f"Girado a {girados}. Con {desistidos} ({formato.pesos(fila['desistido_cop'])}) la suma "
        f"es {formato.pesos(fila['asignado_cop'])}."
    )


def priorizados(fila: Fila) -> str:
    """En cuántos clústeres están."""
    if not fila["municipios"]:
        total = formato.numero(fila["priorizados_total"])
        return f"Ninguno de los {total} que prioriza la estrategia está en este territorio."
    clusteres = formato.contar(fila["clusteres"], "clúster", "clústeres")
    return f"Con prioridad alta o muy alta según el IPT, en {clusteres} de la estrategia."


def lugar_en_el_orden(fila: Fila) -> str:
    """«14.º de 34»: el lugar de un municipio en el orden publicado, si es de los priorizados."""
    if not fila:
        return formato.SIN_DATO
    if fila["orden"] is None:
        return "no aparece"
    return f"{formato.numero(fila['orden'])}.º de {formato.numero(fila['priorizados_total'])}"


def priorizado(fila: Fila) -> str:
    """Qué es ese lugar y en qué clúster está."""
    if fila["orden"] is None:
        total = formato.numero(fila["priorizados_total"])
        return f"No está entre los {total} municipios priorizados, los únicos que se publican."
    cluster = fila["cluster_numero"]
    donde = f" Está en el clúster {formato.numero(cluster)} de la estrategia." if cluster else ""
    return f"Con prioridad alta o muy alta según el IPT; 1.º es la mayor.{donde}"


def plan_cnim(_fila: Fila) -> str:
    """Qué mide el porcentaje y qué no se sabe de él."""
    return "Avance total publicado de todas sus acciones; no se publica cuánto aporta cada una."


def un_decimal(valor: float | None) -> str:
    """Un porcentaje con un decimal, como lo imprime la CNIM."""
    return formato.porcentaje(valor, 1)
