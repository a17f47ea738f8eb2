"""La política si unos productos reportaran otra cosa: lo que da el motor, en respuestas.

Nada se guarda. Las respuestas llevan la fuente de las del corte y una columna que dice que son una
suposición: así ningún archivo la pierde.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from tablero import formato, tema
from tablero.calculo.aporte import Aporte, aportar
from tablero.calculo.avance_publicado import ProductoPublicado as Publicado
from tablero.calculo.seguimiento.motor import Cifras
from tablero.calculo.seguimiento.niveles import peso_en_politica
from tablero.calculo.seguimiento.suponer import politica_supuesta, suponer, suponer_porcentaje
from tablero.calculo.seguimiento.tiempo import periodo_de
from tablero.calculo.semaforo import Rangos, clasificar
from tablero.consultas import historia
from tablero.consultas import politica as consultas_politica
from tablero.consultas.base import Preguntas, Resultado
from tablero.filas import Fila
from tablero.modelo.fuera import Fuera
from tablero.respuestas.rangos import vigentes
from tablero.respuestas.suponer.producto import ProductoSupuesto, de_la_vista
from tablero.respuestas.vista import PoliticaMirada

EXACTITUD = 9
"""Los decimales de un cambio: los demás son ruido, y lo harían leerse distinto en cada lugar."""
SUPOSICION = "reportes supuestos por quien mira"
"""Lo que llevan la pantalla, el nombre del archivo y la columna `suposicion`."""
Supuestos = tuple[tuple[str, float], ...]
"""Código de producto y el reporte que se supone, en su orden."""
DECIMALES = 6
"""Los que lleva un reporte supuesto, en la URL y en su campo."""


@dataclass(frozen=True)
class Suposicion:
    """Lo que se supone y lo que mueve; sin supuestos, la política como está en el corte."""

    supuestos: Supuestos
    """Los que se usan."""
    rechazos: tuple[str, ...]
    """Los que no, cada uno con su porqué."""
    politica: Resultado
    """Una fila: avance, trayectoria y brecha, antes y después, y lo que quedaría fuera de ellas."""
    productos: Resultado
    """Una fila por producto supuesto, en el orden en que se supusieron."""
    semaforos: Resultado
    """Una fila por estado: cuántos productos, antes y después."""

    @property
    def esta_vacia(self) -> bool:
        """Verdadero si no se supone nada."""
        return not self.supuestos


def suponer_en(preguntar: Preguntas, vista: PoliticaMirada, pedidos: Supuestos) -> Suposicion:
    """Lo que pasaría con esos reportes; los que no se pueden suponer se rechazan."""
    rangos = preguntar.responder(vigentes)
    respuesta = preguntar(historia.productos, **vista.consulta)
    productos = preguntar.responder(de_la_vista, vista)
    ajenos = [c for c, _ in pedidos if c not in productos]
    suyos = [(c, valor) for c, valor in pedidos if c in productos]
    rechazos = tuple(r for c, valor in suyos if (r := _rechazo(productos[c], valor)))
    usados = tuple((c, valor) for c, valor in suyos if not _rechazo(productos[c], valor))
    despues = {c: _cifras(productos[c], valor, rangos) for c, valor in usados}
    antes = {c: (_peso(p.fila), _del_corte(p.fila)) for c, p in productos.items()}
    uno, otro = politica_supuesta(antes, despues)
    del_corte = preguntar(consultas_politica.corte, **vista.consulta)
    fuera = _fuera(Fuera.de_fila(del_corte.fila), productos, despues)
    escritos = ",".join(f"{c}:{como_se_escribe(valor)}" for c, valor in usados)

    def responder(nombre: str, datos: pd.DataFrame, base: Resultado = respuesta) -> Resultado:
        return _responder(nombre, datos, base, escritos)

    return Suposicion(
        usados,
        (*_no_estan(ajenos), *rechazos),
        politica=responder(
            "politica",
            pd.DataFrame([{**_de_la_politica(uno, otro, rangos), **fuera.columnas}]),
            del_corte,
        ),
        productos=responder(
            "productos",
            pd.DataFrame([_del_producto(productos[c], v, despues[c]) for c, v in usados]),
        ),
        semaforos=responder(
            "semaforos", _contar({c: cifras for c, (_, cifras) in antes.items()}, despues)
        ),
    )


def como_se_escribe(valor: float) -> str:
    """El número como va en la URL: sin ceros de sobra."""
    return f"{valor:.{DECIMALES}f}".rstrip("0").rstrip(".")


def _no_estan(ajenos: list[str]) -> list[str]:
    """Los códigos que no son de este corte, en un solo renglón."""
    if not ajenos:
        return []
    verbo = "no está" if len(ajenos) == 1 else "no están"
    return [f"{formato.enumerar(ajenos)}: {verbo} entre los productos de este corte."]


def _rechazo(producto: ProductoSupuesto, valor: float) -> str:
    """Por qué no se puede suponer; vacío si se puede."""
    codigo = producto.codigo
    if valor < 0:
        return f"{codigo}: {formato.numero_justo(valor)} no se puede reportar; debe ser 0 o más."
    return f"{codigo}: {producto.motivo}" if producto.motivo else ""


def _cifras(producto: ProductoSupuesto, valor: float, rangos: Rangos) -> Cifras:
    """Las de un producto que se puede suponer."""
    fila, corte = producto.fila, producto.corte
    if producto.indicador is None:
        publicado = Publicado(
            fila["ponderacion_pct"], fila["anualizacion_tipo"], fila["pahv_pct"], fila["paa_pct"]
        )
        return suponer_porcentaje(publicado, valor, rangos=rangos)
    supuesto = suponer(producto.indicador, periodo_de(corte), valor, rangos=rangos)
    if supuesto is None:
        raise ValueError(f"{producto.codigo} ya no debe reportar")
    return supuesto[1]


def _peso(fila: Fila) -> float:
    return peso_en_politica(fila["semaforo"], fila["ponderacion_pct"])


def _del_corte(fila: Fila) -> Cifras:
    return Cifras(
        fila["semaforo"],
        pahv_pct=fila["pahv_pct"],
        paa_pct=fila["paa_pct"],
        trayectoria_pct=fila["trayectoria_pct"],
        fuera=fila["fuera_causa"],
    )


def _fuera(
    del_corte: Fuera, productos: Mapping[str, ProductoSupuesto], despues: Mapping[str, Cifras]
) -> Fuera:
    """Lo que queda fuera de la suma con lo supuesto: un reporte puede suplir al que no se lee."""

    def contar(causas: Mapping[str, str | None]) -> Fuera:
        return Fuera.contar(productos[c].fila["ponderacion_pct"] for c, v in causas.items() if v)

    antes = {codigo: producto.fila["fuera_causa"] for codigo, producto in productos.items()}
    uno, otro = (
        contar(antes),
        contar(antes | {c: _causa(productos[c], despues[c]) for c in despues}),
    )
    return replace(
        del_corte,
        productos=otro.productos,
        peso_pct=otro.peso_pct,
        sin_peso=del_corte.sin_peso - uno.sin_peso + otro.sin_peso,
    )


def _causa(producto: ProductoSupuesto, cifras: Cifras) -> str | None:
    """Por qué quedaría fuera de la suma; sin saber cuánto pesa, lo mismo que en el corte."""
    sin_peso = producto.fila["ponderacion_pct"] is None
    return cifras.fuera or (producto.fila["fuera_causa"] if sin_peso else None)


def _de_la_politica(antes: Aporte, despues: Aporte, rangos: Rangos) -> Fila:
    return {
        **_sumado("antes", antes, rangos),
        **_sumado("despues", despues, rangos),
        **_cambios(antes, despues),
        "trayectoria_cambio_pp": round(despues.trayectoria_pp - antes.trayectoria_pp, EXACTITUD),
    }


def _cambios(antes: Aporte, despues: Aporte) -> Fila:
    """Lo que se mueven el avance y la brecha."""
    return {
        "avance_cambio_pp": round(despues.avance_pp - antes.avance_pp, EXACTITUD),
        "brecha_cambio_pp": round(despues.brecha_pp - antes.brecha_pp, EXACTITUD),
    }


def _sumado(cuando: str, aporte: Aporte, rangos: Rangos) -> Fila:
    """Las cifras de la política; su color es el de su avance frente a su trayectoria."""
    cumplido = aporte.avance_pp / aporte.trayectoria_pp * 100 if aporte.trayectoria_pp else None
    return {
        f"avance_{cuando}_pct": aporte.avance_pp,
        f"trayectoria_{cuando}_pct": aporte.trayectoria_pp,
        f"brecha_{cuando}_pp": aporte.brecha_pp,
        f"cumplimiento_{cuando}_pct": cumplido,
        f"semaforo_{cuando}": clasificar(cumplido, rangos),
    }


def _del_producto(producto: ProductoSupuesto, valor: float, cifras: Cifras) -> Fila:
    fila = producto.fila
    peso, causa = _peso(fila), _causa(producto, cifras)
    antes = aportar(peso, fila["paa_pct"], fila["trayectoria_pct"], fuera=fila["fuera_causa"])
    despues = aportar(peso, cifras.paa_pct, cifras.trayectoria_pct, fuera=causa)
    return {
        "producto_codigo": producto.codigo,
        "producto_nombre": fila["producto_nombre"],
        "indicador_nombre": fila["indicador_nombre"],
        "entidad": fila["entidad"],
        "ponderacion_pct": fila["ponderacion_pct"],
        "anualizacion_tipo": fila["anualizacion_tipo"],
        "periodo_supuesto": producto.periodo_texto,
        "valor_supuesto": valor,
        "al_dia": producto.al_dia,
        "pahv_antes_pct": fila["pahv_pct"],
        "pahv_despues_pct": cifras.pahv_pct,
        "semaforo_antes": fila["semaforo"],
        "semaforo_despues": cifras.semaforo,
        "paa_antes_pct": fila["paa_pct"],
        "paa_despues_pct": cifras.paa_pct,
        "trayectoria_antes_pct": fila["trayectoria_pct"],
        "trayectoria_despues_pct": cifras.trayectoria_pct,
        "fuera_antes": fila["fuera_causa"],
        "fuera_despues": causa,
        **_cambios(antes, despues),
    }


def _contar(antes: Mapping[str, Cifras], despues: Mapping[str, Cifras]) -> pd.DataFrame:
    unos: Counter[str] = Counter(cifras.semaforo for cifras in antes.values())
    otros: Counter[str] = Counter(cifras.semaforo for cifras in {**antes, **despues}.values())
    presentes = [estado for estado in tema.SEMAFORO if unos[estado] or otros[estado]]
    return pd.DataFrame(
        {
            "semaforo": presentes,
            "productos_antes": [unos[e] for e in presentes],
            "productos_despues": [otros[e] for e in presentes],
        }
    )


def _responder(nombre: str, datos: pd.DataFrame, base: Resultado, escritos: str) -> Resultado:
    """Los datos como una respuesta con las fuentes de `base` y, si algo se supone, su marca."""
    return Resultado.derivar(
        datos.assign(formula_version=base.version, corte_fecha=dict(base.parametros)["corte"]),
        de=base,
        nivel="calculado",
        suposicion=f"{SUPOSICION}: {escritos}" if escritos else "",
        pregunta=f"suponer/{nombre}",
        parametros=[("supone", escritos)],
    )
