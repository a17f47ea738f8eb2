"""El mensaje de la página del IPT calculado: quién encabeza, qué tan firme es y a qué se parece."""

import pandas as pd
import streamlit as st

from tablero import formato
from tablero.calculo.ipt.robustez import CORRIDAS
from tablero.consultas.base import Resultado
from tablero.filas import Fila
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.indice_ipt.mirado import IndiceMirado
from tablero.interfaz.piezas import tarjeta

ALTAS = ["alto", "muy alto"]


@decir_fallas
def tarjetas(vista: IndiceMirado) -> None:
    """El mensaje y cuatro cifras de todo el país: el filtro de territorio no las cambia."""
    resumen = del_pais(vista)
    decir.frase(_mensaje(vista, resumen.fila), fuerte=_primero(resumen.fila))
    comparado = _del_primero(vista.comparacion)
    columnas = st.columns(4)
    with columnas[0]:
        tarjeta.cifra(
            resumen, "Municipios con puntaje", "con_puntaje", formato.numero, nota=_con_puntaje
        )
    with columnas[1]:
        tarjeta.cifra(
            resumen, "En categoría alta o muy alta, calculada", "altos", formato.numero, nota=_altos
        )
    with columnas[2]:
        tarjeta.cifra(
            resumen, "Conservan su categoría", "estabilidad_pct", _sin_decimales, nota=_firmeza
        )
    with columnas[3]:
        tarjeta.cifra(
            comparado, "Parecido con el orden publicado", "rho_spearman", _dos, nota=_parecido
        )


def _del_primero(resultado: Resultado) -> Resultado:
    """Lo que dice su primera fila: lo que no cambia de una a otra."""
    return resultado.con(resultado.datos.head(1), ("primeros", 1))


def del_pais(vista: IndiceMirado) -> Resultado:
    """La clasificación de todo el país, en una fila."""
    entera = vista.del_pais
    datos = entera.datos
    con = datos[datos["orden_calculado"].notna()]
    primero = con.iloc[0]
    fila = {
        "primero": primero["municipio_nombre"],
        "primero_departamento": primero["departamento_nombre"],
        "primero_orden_maximo": primero.get("orden_maximo"),
        "estabilidad_pct": con["categoria_estabilidad_pct"].mean()
        if "categoria_estabilidad_pct" in con
        else None,
        "primeros": int((con["orden_calculado"] == 1).sum()),
        "municipios": len(datos),
        "con_puntaje": len(con),
        "altos": int(con["categoria_natural"].isin(ALTAS).sum()),
        "muy_altos": int((con["categoria_natural"] == ALTAS[1]).sum()),
        "tiene_categorias": bool(con["categoria_natural"].notna().any()),
    }
    return entera.con(pd.DataFrame([fila]))


def _primero(fila: Fila) -> str:
    return f"{fila['primero']} ({fila['primero_departamento']})"


def _mensaje(vista: IndiceMirado, fila: Fila) -> str:
    """«encabeza el orden calculado con la edición 2024…»."""
    otros = fila["primeros"] - 1
    empate = f", empatado con {formato.contar(otros, 'otro', 'otros')}" if otros else ""
    maximo = fila["primero_orden_maximo"]
    firme = (
        ""
        if maximo is None
        else f" En {CORRIDAS} corridas que cambian el método, {_hasta(int(maximo))}."
    )
    return (
        "encabeza el orden calculado con "
        f"la {vista.titulo}{empate}.{firme} Es un cálculo del tablero con "
        "los valores cargados; el orden que publica la fuente se compara más abajo."
    )


def _hasta(maximo: int) -> str:
    return "casi siempre va primero" if maximo == 1 else f"llega a bajar hasta el {maximo}.º"


def _con_puntaje(fila: Fila) -> str:
    sin = fila["municipios"] - fila["con_puntaje"]
    return f"De {formato.contar(fila['municipios'], 'municipio', 'municipios')} con valores; " + (
        f"a {formato.numero(sin)} {'le' if sin == 1 else 'les'} falta alguno."
        if sin
        else "a ninguno le falta."
    )


def _altos(fila: Fila) -> str:
    if not fila["tiene_categorias"]:
        return "Hay muy pocos puntajes distintos para cinco categorías."
    muy_altos = formato.contar(fila["muy_altos"], "municipio", "municipios")
    return f"Por cortes naturales; en muy alta, {muy_altos}."


def _firmeza(fila: Fila) -> str:
    if fila["estabilidad_pct"] is None:
        return "Con pesos cambiados no se repiten las corridas de robustez."
    return (
        f"En promedio, de {CORRIDAS} corridas que cambian la normalización, los pesos y los cortes."
    )


def _sin_decimales(valor: float | None) -> str:
    return formato.porcentaje(valor, 0)


def _dos(valor: float | None) -> str:
    return formato.numero(valor, 2)


def _parecido(fila: Fila) -> str:
    return (
        f"Rho de Spearman en {formato.numero(fila['municipios_comparados'])} municipios "
        "priorizados: 1 es el mismo orden; 0, ninguna relación."
    )
