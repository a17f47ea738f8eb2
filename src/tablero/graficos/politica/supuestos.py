"""Lo que movería una suposición: el avance de la política y el color de sus productos."""

from math import fsum

import pandas as pd

from tablero import formato, tema
from tablero.filas import Fila, filas_de
from tablero.graficos.piezas import cascada, franjas
from tablero.graficos.piezas.base import Grafico, armar
from tablero.graficos.piezas.cascada import Paso
from tablero.graficos.piezas.franjas import Franja

A_LA_VISTA = 10
"""Productos con su propia barra; los demás van juntos."""
NADA = 0.005
"""Lo que se escribe 0,00."""
EXACTITUD = 9
"""Con más decimales es ruido: no decide cómo se redondea lo que se lee."""
AVISO = "Suposición: nada de esto se ha reportado."
EN_EL_CORTE, SI_PASARA = "En el corte", "Con la suposición"


def avance(datos: pd.DataFrame, *, desde: float, hasta: float, fuera: str = "") -> Grafico:
    """Del avance del corte al supuesto, producto por producto.

    Recibe una fila por producto supuesto: `producto_codigo`, `producto_nombre` y
    `avance_cambio_pp`, que suman la diferencia. `fuera` dice lo que no entra en la suma.
    """
    filas = sorted(filas_de(datos), key=lambda f: -abs(f["avance_cambio_pp"]))
    pasos = [_paso(_nombre(f), f["avance_cambio_pp"]) for f in filas[:A_LA_VISTA]]
    if resto := filas[A_LA_VISTA:]:
        juntos = formato.contar(len(resto), "producto más", "productos más")
        pasos.append(_paso(juntos, fsum(f["avance_cambio_pp"] for f in resto)))
    piezas = cascada.lugares(
        pasos,
        desde=Paso(EN_EL_CORTE, desde, formato.porcentaje(desde)),
        hasta=Paso(SI_PASARA, hasta, formato.porcentaje(hasta)),
    )
    dibujo, alto = cascada.dibujar(piezas)
    redondeo = formato.por_redondeo((p.valor for p in pasos), hasta - desde)
    alternativa = (
        f"Avance de la política: {formato.porcentaje(desde)} en el corte y "
        f"{formato.porcentaje(hasta)} con la suposición. Lo que mueve cada producto: "
        + "; ".join(f"{paso.nombre}, {paso.valor_texto}" for paso in pasos)
    )
    return armar(
        _titulo_del_avance(desde, hasta),
        alternativa,
        piezas,
        dibujo,
        alto=alto,
        nota=f"{AVISO} Lo que mueve cada producto es su peso por lo que cambia su avance "
        f"acumulado, a lo sumo 100 %{redondeo}.{f' {fuera}' if fuera else ''}",
    )


def semaforos(datos: pd.DataFrame) -> Grafico:
    """Los productos por estado, en el corte y con la suposición.

    Recibe una fila por estado: `semaforo`, `productos_antes`, `productos_despues`.
    """
    conteos = {
        nombre: {e: int(n) for e, n in zip(datos["semaforo"], datos[columna], strict=True)}
        for nombre, columna in (
            (EN_EL_CORTE, "productos_antes"),
            (SI_PASARA, "productos_despues"),
        )
    }
    piezas = franjas.trozos(
        [Franja(nombre, conteo) for nombre, conteo in conteos.items()],
        grosor=tema.BARRA_GRUESA,
        tamano=tema.LETRA_DE_CIFRA,
    )
    leyenda = {e: f"{tema.SEMAFORO[e].simbolo} {tema.SEMAFORO[e].palabra}" for e in tema.SEMAFORO}
    dibujo, alto = franjas.dibujar(piezas, leyenda, tamano=tema.LETRA_DE_CIFRA)
    alternativa = "Productos por estado. " + ". ".join(
        f"{nombre}: "
        + formato.enumerar([f"{n} en {tema.SEMAFORO[e].palabra}" for e, n in c.items() if n])
        for nombre, c in conteos.items()
    )
    titulo = _titulo_de_los_colores(*conteos.values())
    return armar(titulo, alternativa, piezas, dibujo, alto=alto, nota=AVISO)


def _titulo_del_avance(desde: float, hasta: float) -> str:
    """«Con lo supuesto, la política pasaría de 52,04 % a 52,64 %: 0,60 puntos más»."""
    cambio = round(hasta - desde, EXACTITUD)
    if abs(cambio) < NADA:
        return f"Con lo supuesto, la política seguiría en {formato.porcentaje(hasta)}"
    sentido = "más" if cambio > 0 else "menos"
    return (
        f"Con lo supuesto, la política pasaría de {formato.porcentaje(desde)} a "
        f"{formato.porcentaje(hasta)}: {formato.numero(abs(cambio), 2)} puntos {sentido}"
        f"{formato.por_redondeo((hasta, -desde), cambio)}"
    )


def _titulo_de_los_colores(antes: dict[str, int], despues: dict[str, int]) -> str:
    """«Con lo supuesto cambiaría cuántos productos hay de cada color: Bajo, de 4 a 3; …»."""
    cambios = [
        f"{tema.SEMAFORO[e].palabra}, de {antes[e]} a {despues[e]}"
        for e in antes
        if antes[e] != despues[e]
    ]
    if not cambios:
        return "Con lo supuesto no cambiaría cuántos productos hay de cada color"
    return f"Con lo supuesto cambiaría cuántos productos hay de cada color: {'; '.join(cambios)}"


def _paso(nombre: str, puntos: float) -> Paso:
    return Paso(nombre, puntos, formato.puntos(puntos))


def _nombre(fila: Fila) -> str:
    nombre = fila["producto_nombre"]
    codigo = str(fila["producto_codigo"])
    return f"{codigo} {nombre}" if isinstance(nombre, str) else codigo
