"""Las columnas y filas que el tablero deduce de lo que publican las fuentes.

Todas las funciones reciben filas y devuelven filas nuevas, comprobadas; ninguna cambia las que
recibe. Las que completan una tabla reciben las leídas, sin sus columnas calculadas.
"""

from collections.abc import Iterable
from datetime import date
from math import fsum

from tablero.calculo.avance_publicado import (
    VERSION,
    ProductoPublicado,
    aporte,
    fuera,
    sumar,
    trayectoria,
)
from tablero.calculo.centros import dias_abiertos, personas_por_dia
from tablero.calculo.lugares import juntar
from tablero.calculo.semaforo import Rangos, clasificar
from tablero.modelo.centros import CentroAtencion, CentroIntegrate
from tablero.modelo.eat import Cluster, EatActividad, EatFase, IptPriorizado
from tablero.modelo.fuera import Fuera
from tablero.modelo.politica import (
    PoliticaAvance,
    PoliticaCorte,
    PoliticaObjetivo,
    PoliticaProducto,
)


def priorizados(
    filas: Iterable[IptPriorizado], clusteres: Iterable[Cluster]
) -> list[IptPriorizado]:
    """Agrega a cada municipio priorizado el clúster que le asigna la Tabla 3 de la EAT."""
    cluster = {(c.municipio_codigo, c.corte_fecha): c.cluster_numero for c in clusteres}
    return [f.con(cluster_numero=cluster.get((f.municipio_codigo, f.corte_fecha))) for f in filas]


def actividades(filas: Iterable[EatActividad], fases: Iterable[EatFase]) -> list[EatActividad]:
    """Agrega a cada actividad de la EAT de dónde sale su estado, que es el de su fase.

    El de una actividad cuya fase no está no lo dice nadie: es deducido.
    """
    origen = {(f.fase_numero, f.corte_fecha): f.estado_origen for f in fases}
    return [
        f.con(estado_origen=origen.get((f.fase_numero, f.corte_fecha), "deducido")) for f in filas
    ]


def atenciones(
    filas: Iterable[CentroAtencion], centros: Iterable[CentroIntegrate]
) -> list[CentroAtencion]:
    """Agrega a cada centro que reporta sus días abiertos y las personas que atendió por día.

    La etapa y la apertura son las de la lista de centros del mismo documento; un centro que esa
    lista no trae no tiene fecha.
    """
    por_centro = {(c.centro_codigo, c.fuente_codigo): c for c in centros}
    resultado = []
    for fila in filas:
        centro = por_centro.get((fila.centro_codigo, fila.fuente_codigo))
        apertura = dias_abiertos(
            None if centro is None else centro.etapa,
            None if centro is None else centro.apertura_fecha,
            fila.desde_fecha,
            fila.hasta_fecha,
        )
        resultado.append(
            fila.con(
                dias_abiertos=apertura.dias,
                personas_por_dia=personas_por_dia(fila.personas, apertura.dias),
                supuesto=apertura.supuesto,
            )
        )
    return resultado


def avances(
    filas: Iterable[PoliticaAvance], productos: Iterable[PoliticaProducto], rangos: Rangos
) -> list[PoliticaAvance]:
    """Agrega a los porcentajes publicados la trayectoria, los aportes y los tres semáforos."""
    por_clave = {_clave(p): p for p in productos}
    resultado = []
    for fila in filas:
        producto = ProductoPublicado.de(por_clave[_clave(fila)], fila)
        suma = None if fuera(producto) else aporte(producto)
        resultado.append(
            fila.con(
                nivel="publicado",
                trayectoria_pct=trayectoria(producto),
                avance_aporte_pp=None if suma is None else suma.avance_pp,
                brecha_aporte_pp=None if suma is None else suma.brecha_pp,
                semaforo=clasificar(fila.pahv_pct, rangos),
                semaforo_pav=clasificar(fila.pav_pct, rangos),
                semaforo_paa=clasificar(fila.paa_pct, rangos),
                formula_version=VERSION,
            )
        )
    return resultado


def cortes(
    publicados: Iterable[PoliticaCorte],
    productos: Iterable[PoliticaProducto],
    avances: Iterable[PoliticaAvance],
) -> list[PoliticaCorte]:
    """Avance, trayectoria y brecha de la política: lo publicado y, al lado, lo calculado.

    Lo calculado dice lo que queda fuera de la suma.
    """
    resultado = [f.con(nivel="publicado") for f in publicados]
    for (politica, corte), grupo in _agrupar(productos, avances).items():
        propios = [producto for _, producto in grupo]
        total, faltan = sumar(propios), _fuera(propios)
        suma_alguno = len(propios) > faltan.productos
        resultado.append(
            PoliticaCorte(
                politica_codigo=politica,
                corte_fecha=corte,
                nivel="calculado",
                avance_pct=total.avance_pp if suma_alguno else None,
                trayectoria_pct=total.trayectoria_pp if suma_alguno else None,
                brecha_pp=total.brecha_pp if suma_alguno else None,
                **faltan.columnas,
                formula_version=VERSION,
                fuente_codigo=grupo[0][0].fuente_codigo,
                ubicacion=juntar(fila for fila, _ in grupo),
            )
        )
    return resultado


def objetivos(
    publicados: Iterable[PoliticaObjetivo],
    productos: Iterable[PoliticaProducto],
    avances: Iterable[PoliticaAvance],
) -> list[PoliticaObjetivo]:
    """Productos, peso, avance y brecha de cada objetivo: lo publicado y lo calculado.

    El avance y la trayectoria calculados son porcentajes del objetivo; los aportes, puntos de la
    política, y suman su avance y su brecha. Si todos sus productos quedan fuera de la suma, van
    vacíos.
    """
    resultado = [f.con(nivel="publicado") for f in publicados]
    for (politica, corte), grupo in _agrupar(productos, avances).items():
        for numero in sorted({fila.objetivo_numero for fila, _ in grupo}):
            filas = [fila for fila, _ in grupo if fila.objetivo_numero == numero]
            propios = [p for fila, p in grupo if fila.objetivo_numero == numero]
            peso = fsum(p.ponderacion_pct for p in propios)
            total, faltan = sumar(propios), _fuera(propios)
            suma_alguno = len(propios) > faltan.productos
            resultado.append(
                PoliticaObjetivo(
                    politica_codigo=politica,
                    objetivo_numero=numero,
                    corte_fecha=corte,
                    nivel="calculado",
                    productos=len(propios),
                    ponderacion_pct=peso,
                    avance_pct=total.avance_pp / peso * 100 if suma_alguno else None,
                    trayectoria_pct=total.trayectoria_pp / peso * 100 if suma_alguno else None,
                    brecha_pp=total.brecha_pp / peso * 100 if suma_alguno else None,
                    avance_aporte_pp=total.avance_pp if suma_alguno else None,
                    brecha_aporte_pp=total.brecha_pp if suma_alguno else None,
                    **faltan.de_productos,
                    formula_version=VERSION,
                    fuente_codigo=filas[0].fuente_codigo,
                    ubicacion=juntar(filas),
                )
            )
    return resultado


def _fuera(productos: Iterable[ProductoPublicado]) -> Fuera:
    return Fuera.contar(p.ponderacion_pct for p in productos if fuera(p))


def _clave(fila: PoliticaProducto | PoliticaAvance) -> tuple[str, str, date]:
    return (fila.politica_codigo, fila.producto_codigo, fila.corte_fecha)


def _agrupar(
    productos: Iterable[PoliticaProducto], avances: Iterable[PoliticaAvance]
) -> dict[tuple[str, date], list[tuple[PoliticaProducto, ProductoPublicado]]]:
    """(política, corte) → sus productos con sus porcentajes, y el lugar de los dos."""
    por_clave = {_clave(a): a for a in avances}
    grupos: dict[tuple[str, date], list[tuple[PoliticaProducto, ProductoPublicado]]] = {}
    for fila in productos:
        grupo = grupos.setdefault((fila.politica_codigo, fila.corte_fecha), [])
        avance = por_clave[_clave(fila)]
        con_lugar = fila.con(ubicacion=juntar((fila, avance)))
        grupo.append((con_lugar, ProductoPublicado.de(fila, avance)))
    return grupos
