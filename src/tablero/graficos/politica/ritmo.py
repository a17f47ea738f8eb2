"""El ritmo: lo que se avanza cada mes contra lo que hace falta para llegar a tiempo."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from tablero import formato, tema
from tablero.filas import Fila, filas_de
from tablero.graficos.piezas import destinos, renglones
from tablero.graficos.piezas.base import Grafico, armar
from tablero.graficos.piezas.renglones import Renglon
from tablero.modelo.fuera import Fuera

NO_LLEGAN = ("vencida", "sin avance", "no alcanza")
SE_MIDEN = (*NO_LLEGAN, "alcanza", "cumplida")
EN_PANTALLA = 10
"""Los más urgentes; la tabla los lleva todos."""
DE_LOS_DEMAS = {
    "alcanza": ("alcanza", "alcanzan"),
    "cumplida": ("ya tiene su meta final", "ya tienen su meta final"),
    "sin dato": ("sin reporte, meta o plazo con qué medirlo",) * 2,
    "no aplica": ("debe mantener un nivel (Constante)", "deben mantener un nivel (Constante)"),
}
"""Lectura → cómo se cuentan los que la tienen."""
PIE = "Barra: lleva por mes. Raya: necesita por mes."


def politica(datos: pd.DataFrame) -> Grafico:
    """Lo que la política avanza por mes y lo que necesita para la meta del año y la final.

    Recibe una fila: `nivel`, `avance_pct`, `desde_anio`, `hasta_anio`, `productos`,
    `productos_constantes`, `ritmo_*`, `llegada_fecha`, `limite_fecha`, `ritmo_lectura`,
    `corte_fecha` y lo que queda fuera de la suma.
    """
    fila = filas_de(datos)[0]
    ritmos = {
        f"Lleva, desde {fila['desde_anio']}": fila["ritmo_actual_pp"],
        f"Necesita: meta de {fila['ritmo_anio']}": fila["ritmo_anio_pp"],
        "Necesita: meta final": fila["ritmo_final_pp"],
    }
    dichos = {nombre: ritmo for nombre, ritmo in ritmos.items() if not pd.isna(ritmo)}
    marcas = renglones.lugares(
        [
            Renglon(nombre, _al_mes(ritmo), max(ritmo, 0.0), resaltado=lugar == 0)
            for lugar, (nombre, ritmo) in enumerate(dichos.items())
        ],
        grosor=tema.BARRA_GRUESA,
    )
    dibujo, alto = renglones.dibujar(marcas, tope=_tope(marcas), ancho_valor=160)
    alternativa = "Ritmo de la política, en puntos porcentuales por mes: " + "; ".join(
        f"{nombre}, {_al_mes(ritmo)}" for nombre, ritmo in dichos.items()
    )
    fuera = Fuera.de_fila(fila)
    titulo = _titulo(fila) + (fuera.corta if fila["nivel"] == "calculado" else "")
    nota = " ".join(filter(None, (fuera.frase, _nota(fila))))
    return armar(titulo, alternativa, marcas, dibujo, alto=alto, nota=nota)


def productos(datos: pd.DataFrame) -> Grafico:
    """Los productos que no alcanzan su meta final al ritmo que llevan, del más urgente al menos.

    Recibe todos los vigentes, ya en ese orden: `producto_codigo`, `producto_nombre`,
    `ritmo_actual_pp`, `ritmo_final_pp`, `ritmo_lectura`. Debe haber alguno que no alcance. Tocar
    uno abre su hoja, si los datos dicen `politica_codigo` y `corte_fecha`.
    """
    filas = filas_de(datos[datos["ritmo_lectura"].isin(NO_LLEGAN)])
    medidos = int(datos["ritmo_lectura"].isin(SE_MIDEN).sum())
    vistos = filas[:EN_PANTALLA]
    no_alcanzan = formato.contar(len(filas), "producto no alcanza", "productos no alcanzan")
    titulo = (
        f"{no_alcanzan} su meta final si {'sigue' if len(filas) == 1 else 'siguen'} al mismo "
        f"ritmo, de {medidos} que se pueden medir: el más urgente es el "
        f"{filas[0]['producto_codigo']}"
    )
    marcas = renglones.lugares(
        [
            Renglon(
                f"{f['producto_codigo']} {formato.texto(f['producto_nombre'])}",
                _contra(f),
                _barra(f),
                f["ritmo_final_pp"],
                resaltado=lugar == 0,
                enlace=destinos.producto_de(f),
            )
            for lugar, f in enumerate(vistos)
        ],
        grosor=tema.BARRA_DELGADA,
    )
    dibujo, alto = renglones.dibujar(marcas, tope=_tope(marcas), pie=PIE, ancho_valor=190)
    alternativa = "Puntos de la meta final por mes, lo que lleva y lo que necesita: " + "; ".join(
        f"{f['producto_codigo']}, {_contra(f)}" for f in vistos
    )
    return armar(titulo, alternativa, marcas, dibujo, alto=alto, nota=_de_los_demas(datos, filas))


def llegada(fila: Fila) -> str:
    """Cuándo llegaría, en palabras: una fecha, o por qué no la hay."""
    return _dia_o_por_que(fila, "llegada_fecha", SIN_LLEGADA)


def limite(fila: Fila) -> str:
    """Después de qué día la meta final queda fuera de alcance, o por qué no lo hay."""
    return _dia_o_por_que(fila, "limite_fecha", SIN_LIMITE)


SIN_LLEGADA = {
    "cumplida": "ya tiene su meta final",
    "no alcanza": "después de 2100",
    "sin avance": "no avanza",
    "vencida": "no avanzó",
    "no aplica": "no aplica: debe mantener un nivel",
}
SIN_LIMITE = {
    **SIN_LLEGADA,
    "no alcanza": "a ese ritmo nunca la tuvo a su alcance",
    "vencida": "su plazo ya terminó",
}
"""Lectura del ritmo → por qué no hay un día."""


def _dia_o_por_que(fila: Fila, columna: str, sin_dia: Mapping[str, str]) -> str:
    if fila[columna] is not None:
        return formato.fecha(fila[columna])
    return sin_dia.get(fila["ritmo_lectura"], formato.SIN_DATO)


def _titulo(fila: Fila) -> str:
    fin = formato.fecha(date(fila["hasta_anio"], 12, 31))
    lectura = fila["ritmo_lectura"]
    if lectura in ("cumplida", "sin avance", "vencida"):
        return {
            "cumplida": "La política ya tiene su meta final",
            "sin avance": "La política no avanza: a este ritmo no alcanza su meta final",
            "vencida": f"El plazo de la política terminó el {fin} sin su meta final",
        }[lectura]
    paso = (
        f"Desde {fila['desde_anio']} la política avanzó "
        f"{formato.numero(fila['ritmo_actual_pp'], 2)} puntos por mes y para su meta final "
        f"necesita {formato.numero(fila['ritmo_final_pp'], 2)}"
    )
    if lectura == "no alcanza":
        return f"{paso}: al mismo paso no la alcanza antes del {fin}"
    return f"{paso}, hasta el {fin}{_no_es_pronostico(fila)}"


def _no_es_pronostico(fila: Fila) -> str:
    """Si hay productos que inflan el ritmo, el título ya advierte que no se sostiene."""
    constantes = fila["productos_constantes"]
    if not constantes:
        return ""
    son = formato.contar(constantes, "producto Constante no se acumula", "productos Constante no")
    son += "" if constantes == 1 else " se acumulan"
    return f": no es un pronóstico, porque {son} mes a mes"


def _nota(fila: Fila) -> str:
    """Que es una suposición, qué la aleja de lo cierto y hasta cuándo hay margen."""
    partes = [
        "Es una cuenta de línea recta, no un pronóstico: supone que cada mes se avanza lo mismo, "
        f"del 1 de enero de {fila['desde_anio']} al 31 de diciembre de {fila['hasta_anio']}."
    ]
    if not pd.isna(fila["llegada_fecha"]):
        partes.append(f"Con ella, la meta final daría el {llegada(fila)}.")
    if not pd.isna(fila["limite_fecha"]):
        dia = formato.fecha(fila["limite_fecha"])
        partes.append(
            f"Y si la política se detuviera hasta el {dia} y desde ese día volviera a este ritmo, "
            "todavía llegaría a tiempo; después, no."
            if fila["limite_fecha"] >= fila["corte_fecha"]
            else f"A este ritmo, la meta final quedó fuera de alcance después del {dia}."
        )
    if fila["productos_constantes"]:
        son = formato.contar(fila["productos_constantes"], "producto es", "productos son")
        partes.append(
            f"De {fila['productos']} vigentes, {son} de tipo Constante: lo que llevan cuenta desde "
            "el primer año y no se acumula, así que este ritmo es mayor que el que se puede "
            "sostener."
        )
    return " ".join(partes)


def _de_los_demas(datos: pd.DataFrame, filas: list[Fila]) -> str:
    """Qué pasa con los que no se dibujan, y qué es la meta del año."""
    conteo = datos["ritmo_lectura"].value_counts()
    dichos = [
        formato.contar(conteo[lectura], *palabras)
        for lectura, palabras in DE_LOS_DEMAS.items()
        if lectura in conteo
    ]
    partes = ["En puntos de la meta final de cada producto por mes."]
    if destinos.producto_de(filas[0]):
        partes.append(destinos.TOQUE_DE_PRODUCTO)
    if len(filas) > EN_PANTALLA:
        partes.append(f"Se dibujan los {EN_PANTALLA} más urgentes; la tabla los trae todos.")
    if dichos:
        partes.append(f"De los demás vigentes: {'; '.join(dichos)}.")
    partes.append(
        "La meta del año es la del año que sigue al último trimestre que cada uno debía cerrar: en "
        "un corte de diciembre, la del año siguiente."
    )
    return " ".join(partes)


def _al_mes(ritmo: float) -> str:
    """«2,17 p. p. al mes»."""
    return f"{formato.numero(ritmo, 2)} p.\u00a0p. al mes"


def _contra(fila: Fila) -> str:
    """«0,83 de 1,90»; a un plazo vencido ya no le sirve ningún ritmo."""
    if fila["ritmo_lectura"] == "vencida":
        return "plazo vencido"
    actual, final = (formato.numero(fila[c], 2) for c in ("ritmo_actual_pp", "ritmo_final_pp"))
    return f"{actual} de {final}"


def _barra(fila: Fila) -> float:
    """Lo que se puede dibujar: ni un plazo vencido ni un retroceso tienen barra."""
    return 0.0 if fila["ritmo_lectura"] == "vencida" else max(fila["ritmo_actual_pp"], 0.0)


def _tope(marcas: pd.DataFrame) -> float:
    return float(marcas[["valor", "marca"]].astype(float).max().max()) or 1.0
