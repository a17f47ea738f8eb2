"""El informe inventado de la política: productos, avances, objetivos, semáforo y sectores."""

from collections.abc import Sequence
from datetime import date
from math import fsum

from tablero.modelo.politica import Semaforo
from tablero.simulacion import productos as inventados
from tablero.simulacion import sdp_cifras
from tablero.simulacion.mundo import Fila, Filas, Mundo
from tablero.simulacion.piezas import RELATO, citar, hecho, lista, numerados
from tablero.simulacion.productos import DECIMALES, TOPE, ProductoInventado
from tablero.simulacion.seguimiento import vocabulario

CORTE = date(2024, 12, 31)
TITULO = "informe de seguimiento de la política"
POLITICA, NOMBRE = vocabulario.politica(1)
NOMBRADOS_POR_OBJETIVO = 2
DIFERENCIA_DE_LA_PROSA = 0.4
"""Lo que la prosa inventada dice de más en la trayectoria: los informes se contradicen."""
SECCIONES = {"logros": 6, "aportes": 5, "acciones": 4}
LISTAS = {
    "politica_enfoques": ("Enfoque simulado", 4),
    "politica_definiciones": ("Definición simulada", 6),
    "politica_notas": ("Nota simulada", 4),
}
COLUMNAS_DE_SECTOR: dict[Semaforo, str] = {
    "bajo": "productos_bajo",
    "medio": "productos_medio",
    "alto": "productos_alto",
    "sobre-ejecución": "productos_sobre",
}
RANGOS: tuple[tuple[Semaforo, float, float | None, str], ...] = (
    ("bajo", 0.0, 50.0, "hasta 50 %"),
    ("medio", 50.0, 75.0, "más de 50 % y hasta 75 %"),
    ("alto", 75.0, 125.0, "más de 75 % y hasta 125 %"),
    ("sobre-ejecución", 125.0, None, "más de 125 %"),
)


def filas(mundo: Mundo) -> Filas:
    """Todas las tablas del documento."""
    productos = inventados.inventar(mundo)
    objetivos = _objetivos(productos)
    corte = _corte(productos)
    return {
        "politicas": [_politica()],
        "politica_cortes": [corte],
        "politica_objetivos": objetivos,
        "politica_productos": [_producto(p) for p in productos],
        "politica_avances": [_avance(p) for p in productos],
        "politica_semaforos": [_semaforo(estado, productos) for estado in COLUMNAS_DE_SECTOR],
        "semaforo_rangos": _rangos(),
        "politica_sectores": _sectores(productos),
        "politica_acciones_mejora": _acciones_mejora(productos),
        "politica_aportes": [
            _aporte(seccion, orden)
            for seccion, cuantos in SECCIONES.items()
            for orden in range(1, cuantos + 1)
        ],
        "cifras": sdp_cifras.filas(
            mundo.azar("sdp"),
            CORTE,
            productos=productos,
            nombrados=[p for o in objetivos for p in _nombrados(o, productos)],
            trayectoria_prosa=round(corte["trayectoria_pct"] - DIFERENCIA_DE_LA_PROSA, 2),
            brecha=corte["brecha_pp"],
        ),
        "enunciados": [
            fila
            for codigo, (nombre, cuantos) in LISTAS.items()
            for fila in lista(codigo, CORTE, numerados(nombre, cuantos))
        ],
    }


def _de_la_politica(donde: str, **valores: object) -> Fila:
    return hecho(CORTE, donde, politica_codigo=POLITICA, **valores)


def _politica() -> Fila:
    return _de_la_politica(
        "presentación",
        politica_nombre=NOMBRE,
        decreto="Decreto simulado 1",
        decreto_fecha=date(2023, 12, 15),
        vigencia_desde_anio=2023,
        vigencia_hasta_anio=2035,
        objetivo="Objetivo simulado de la política.",
    )


def _corte(productos: list[ProductoInventado]) -> Fila:
    avance = inventados.avance(productos)
    trayectoria = inventados.trayectoria(productos)
    return _de_la_politica(
        "avance de la política",
        avance_pct=round(avance, 2),
        trayectoria_pct=round(trayectoria, 2),
        brecha_pp=round(avance - trayectoria, 2),
        cita=citar(round(avance, 2), "% de avance"),
    )


def _objetivos(productos: list[ProductoInventado]) -> list[Fila]:
    filas = []
    for numero in sorted({p.objetivo for p in productos}):
        propios = [p for p in productos if p.objetivo == numero]
        peso = fsum(p.peso_pct for p in propios)
        puntos = inventados.avance(propios) - inventados.trayectoria(propios)
        brecha = round(puntos / peso * 100, 2)
        filas.append(
            _de_la_politica(
                "objetivos",
                objetivo_numero=numero,
                objetivo_nombre=f"Objetivo simulado {numero}",
                productos=len(propios),
                ponderacion_pct=float(round(peso)),
                brecha_pp=brecha,
                brecha_cita=citar(brecha, "puntos de brecha"),
                productos_nombrados_cita="simulado: por estos productos",
                cita=citar(len(propios), "productos"),
            )
        )
    return filas


def _nombrados(objetivo: Fila, productos: Sequence[ProductoInventado]) -> list[ProductoInventado]:
    """Los productos con que el informe explicaría la brecha de un objetivo, según su signo."""
    estado: Semaforo = "sobre-ejecución" if objetivo["brecha_pp"] > 0 else "bajo"
    propios = [p for p in productos if p.objetivo == objetivo["objetivo_numero"]]
    return [p for p in propios if p.estado == estado][:NOMBRADOS_POR_OBJETIVO]


def _producto(producto: ProductoInventado) -> Fila:
    return _de_la_politica(
        "anexo de productos",
        producto_codigo=producto.codigo,
        producto_nombre=producto.nombre,
        indicador_nombre=producto.indicador,
        objetivo_numero=producto.objetivo,
        ponderacion_pct=producto.peso_pct,
        anualizacion_tipo=producto.tipo,
        sector_nombre=producto.sector,
        entidad_nombre=producto.entidad,
        responsable_ubicacion="anexo de productos",
    )


def _avance(producto: ProductoInventado) -> Fila:
    hay_dato = producto.pahv_pct is not None
    return _de_la_politica(
        "anexo de productos",
        producto_codigo=producto.codigo,
        pav_pct=producto.pav_pct,
        pahv_pct=producto.pahv_pct,
        paa_pct=producto.paa_pct,
        decimales=DECIMALES if hay_dato else None,
    )


def _semaforo(estado: Semaforo, productos: list[ProductoInventado]) -> Fila:
    parte = round(100 * sum(p.estado == estado for p in productos) / len(productos))
    return _de_la_politica(
        "distribución del semáforo",
        semaforo=estado,
        productos_pct=float(parte),
        cita=citar(parte, f"% en {estado}"),
    )


def _rangos() -> list[Fila]:
    """Los del método, que no se inventan."""
    return [
        hecho(
            CORTE,
            "rangos del semáforo",
            semaforo=nivel,
            orden=orden,
            desde_pct=desde,
            hasta_pct=hasta,
            texto=f"simulado: {texto}",
        )
        for orden, (nivel, desde, hasta, texto) in enumerate(RANGOS, start=1)
    ]


def _sectores(productos: list[ProductoInventado]) -> list[Fila]:
    filas = []
    for sector in sorted({p.sector for p in productos}):
        propios = [p for p in productos if p.sector == sector]
        niveles = {
            columna: sum(p.estado == estado for p in propios)
            for estado, columna in COLUMNAS_DE_SECTOR.items()
        }
        filas.append(
            _de_la_politica(
                "sectores",
                sector_nombre=sector,
                productos=len(propios),
                **niveles,
                niveles_cita=f"simulado: los niveles del {sector}",
                cita=citar(len(propios), "productos"),
            )
        )
    return filas


def _acciones_mejora(productos: list[ProductoInventado]) -> list[Fila]:
    sobrados = [p for p in productos if p.pahv_pct is not None and p.pahv_pct > TOPE]
    return [
        _de_la_politica(
            "acciones para mejorar",
            producto_codigo=p.codigo,
            orden=orden,
            entidad_nombre=p.entidad,
            producto_nombre=p.nombre,
            pahv_pct=p.pahv_pct,
            decimales=DECIMALES,
        )
        for orden, p in enumerate(sobrados, start=1)
    ]


def _aporte(seccion: str, orden: int) -> Fila:
    return _de_la_politica(
        seccion,
        seccion=seccion,
        orden=orden,
        titulo=f"{seccion.capitalize()}: relato simulado {orden}",
        detalle=RELATO,
        entidad_nombre=f"Entidad simulada {orden}",
    )
