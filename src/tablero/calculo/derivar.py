"""Las columnas y filas que el tablero deduce de lo que publican las fuentes.

Todas las funciones reciben filas (diccionarios con los nombres del modelo) y devuelven filas
nuevas; ninguna cambia las que recibe.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import Any

from tablero.calculo.avance_publicado import VERSION, Producto, aporte, fuera, sumar, trayectoria
from tablero.calculo.centros import dias_abiertos, personas_por_dia
from tablero.calculo.lugares import juntar
from tablero.calculo.semaforo import Rangos, clasificar
from tablero.modelo.fuera import Fuera

Fila = Mapping[str, Any]
Filas = list[dict[str, Any]]


def priorizados(filas: Iterable[Fila], clusteres: Iterable[Fila]) -> Filas:
    """Agrega a cada municipio priorizado el clúster que le asigna la Tabla 3 de la EAT."""
    cluster = {(c["municipio_codigo"], c["corte_fecha"]): c["cluster_numero"] for c in clusteres}
    return [
        {**f, "cluster_numero": cluster.get((f["municipio_codigo"], f["corte_fecha"]))}
        for f in filas
    ]


def actividades(filas: Iterable[Fila], fases: Iterable[Fila]) -> Filas:
    """Agrega a cada actividad de la EAT de dónde sale su estado, que es el de su fase.

    El de una actividad cuya fase no está no lo dice nadie: es deducido.
    """
    origen = {(f["fase_numero"], f["corte_fecha"]): f["estado_origen"] for f in fases}
    return [
        {**f, "estado_origen": origen.get((f["fase_numero"], f["corte_fecha"]), "deducido")}
        for f in filas
    ]


def atenciones(filas: Iterable[Fila], centros: Iterable[Fila]) -> Filas:
    """Agrega a cada centro que reporta sus días abiertos y las personas que atendió por día.

    La etapa y la apertura son las de la lista de centros del mismo documento; un centro que esa
    lista no trae no tiene fecha.
    """
    por_centro = {(c["centro_codigo"], c["fuente_codigo"]): c for c in centros}
    resultado = []
    for fila in filas:
        centro = por_centro.get((fila["centro_codigo"], fila["fuente_codigo"]), {})
        apertura = dias_abiertos(
            centro.get("etapa"),
            centro.get("apertura_fecha"),
            fila["desde_fecha"],
            fila["hasta_fecha"],
        )
        resultado.append(
            {
                **fila,
                "dias_abiertos": apertura.dias,
                "personas_por_dia": personas_por_dia(fila["personas"], apertura.dias),
                "supuesto": apertura.supuesto,
            }
        )
    return resultado


def avances(filas: Iterable[Fila], productos: Iterable[Fila], rangos: Rangos) -> Filas:
    """Agrega a los porcentajes publicados la trayectoria, los aportes y los tres semáforos."""
    por_clave = {_clave(p): p for p in productos}
    resultado = []
    for fila in filas:
        producto = _producto(por_clave[_clave(fila)], fila)
        suma = None if fuera(producto) else aporte(producto)
        resultado.append(
            {
                **fila,
                "nivel": "publicado",
                "trayectoria_pct": trayectoria(producto),
                "avance_aporte_pp": None if suma is None else suma.avance_pp,
                "brecha_aporte_pp": None if suma is None else suma.brecha_pp,
                "semaforo": clasificar(fila["pahv_pct"], rangos),
                "semaforo_pav": clasificar(fila["pav_pct"], rangos),
                "semaforo_paa": clasificar(fila["paa_pct"], rangos),
                "formula_version": VERSION,
            }
        )
    return resultado


def cortes(publicados: Sequence[Fila], productos: Iterable[Fila], avances: Iterable[Fila]) -> Filas:
    """Avance, trayectoria y brecha de la política: lo publicado y, al lado, lo calculado.

    Lo calculado dice lo que queda fuera de la suma.
    """
    resultado = [{**f, "nivel": "publicado"} for f in publicados]
    for clave, grupo in _agrupar(productos, avances).items():
        propios = [producto for _, producto in grupo]
        total, faltan = sumar(propios), _fuera(propios)
        cifras = {
            "avance_pct": total.avance_pp,
            "trayectoria_pct": total.trayectoria_pp,
            "brecha_pp": total.brecha_pp,
        }
        resultado.append(
            {
                "politica_codigo": clave[0],
                "corte_fecha": clave[1],
                "nivel": "calculado",
                **_si_alguno_suma(cifras, propios, faltan),
                **faltan.columnas,
                "formula_version": VERSION,
                "fuente_codigo": grupo[0][0]["fuente_codigo"],
                "ubicacion": juntar(fila for fila, _ in grupo),
                "cita": None,
            }
        )
    return resultado


def objetivos(
    publicados: Sequence[Fila], productos: Iterable[Fila], avances: Iterable[Fila]
) -> Filas:
    """Productos, peso, avance y brecha de cada objetivo: lo publicado y lo calculado.

    El avance y la trayectoria calculados son porcentajes del objetivo; los aportes, puntos de la
    política, y suman su avance y su brecha. Si todos sus productos quedan fuera de la suma, van
    vacíos.
    """
    vacios = {"avance_aporte_pp": None, "brecha_aporte_pp": None}
    resultado = [{**f, "nivel": "publicado", **vacios} for f in publicados]
    for (politica, corte), grupo in _agrupar(productos, avances).items():
        for numero in sorted({fila["objetivo_numero"] for fila, _ in grupo}):
            filas = [fila for fila, _ in grupo if fila["objetivo_numero"] == numero]
            propios = [p for fila, p in grupo if fila["objetivo_numero"] == numero]
            peso = fsum(p.ponderacion_pct for p in propios)
            total, faltan = sumar(propios), _fuera(propios)
            cifras = {
                "avance_pct": total.avance_pp / peso * 100,
                "trayectoria_pct": total.trayectoria_pp / peso * 100,
                "brecha_pp": total.brecha_pp / peso * 100,
                "avance_aporte_pp": total.avance_pp,
                "brecha_aporte_pp": total.brecha_pp,
            }
            resultado.append(
                {
                    "politica_codigo": politica,
                    "objetivo_numero": numero,
                    "corte_fecha": corte,
                    "nivel": "calculado",
                    "objetivo_nombre": None,
                    "productos": len(propios),
                    "ponderacion_pct": peso,
                    **_si_alguno_suma(cifras, propios, faltan),
                    **faltan.de_productos,
                    "nota": None,
                    "formula_version": VERSION,
                    "fuente_codigo": filas[0]["fuente_codigo"],
                    "ubicacion": juntar(filas),
                    "cita": None,
                }
            )
    return resultado


def _fuera(productos: Iterable[Producto]) -> Fuera:
    return Fuera.contar(p.ponderacion_pct for p in productos if fuera(p))


def _si_alguno_suma(
    cifras: Mapping[str, float], productos: Sequence[Producto], faltan: Fuera
) -> Mapping[str, float | None]:
    """Las cifras; vacías si todos los productos quedan fuera: no hay suma que mostrar."""
    return cifras if len(productos) > faltan.productos else dict.fromkeys(cifras)


def _clave(fila: Fila) -> tuple[Any, ...]:
    return (fila["politica_codigo"], fila["producto_codigo"], fila["corte_fecha"])


def _producto(producto: Fila, avance: Fila) -> Producto:
    return Producto(
        ponderacion_pct=producto["ponderacion_pct"],
        anualizacion_tipo=producto["anualizacion_tipo"],
        pahv_pct=avance["pahv_pct"],
        paa_pct=avance["paa_pct"],
    )


def _agrupar(
    productos: Iterable[Fila], avances: Iterable[Fila]
) -> dict[tuple[Any, ...], list[tuple[Fila, Producto]]]:
    """(política, corte) → sus productos con sus porcentajes, y el lugar de los dos."""
    por_clave = {_clave(a): a for a in avances}
    grupos: dict[tuple[Any, ...], list[tuple[Fila, Producto]]] = {}
    for fila in productos:
        grupo = grupos.setdefault((fila["politica_codigo"], fila["corte_fecha"]), [])
        avance = por_clave[_clave(fila)]
        con_lugar = {**fila, "ubicacion": juntar((fila, avance))}
        grupo.append((con_lugar, _producto(fila, avance)))
    return grupos
