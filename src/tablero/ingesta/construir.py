"""De los libros al archivo DuckDB: todo o nada.

Se escribe un archivo nuevo al lado del viejo y solo al final lo reemplaza, de una vez. Si algo
falla, o si alguien interrumpe la construcción, el tablero anterior queda entero.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tablero import registro
from tablero.calculo.entidades import Directorio
from tablero.errores import ErrorDeCelda, ErroresDeDatos
from tablero.ingesta.archivo_duckdb import escribir
from tablero.ingesta.calcular import calcular
from tablero.ingesta.comprobar import en_orden, leida, segun_el_modelo
from tablero.ingesta.ediciones.publicar import Pedida, confirmar, preparar
from tablero.ingesta.ediciones.publicar import terminar as terminar_edicion
from tablero.ingesta.espacio import decir_si_no_cabe
from tablero.ingesta.fuentes.cerrojo import en_exclusiva
from tablero.ingesta.fuentes.de_antes import IdentidadDeFuente, del_tablero, exigir_las_mismas
from tablero.ingesta.fuentes.documentos import Documento, descubrir, exigir_carpeta, sha256
from tablero.ingesta.fuentes.pendiente import terminar_lo_pendiente
from tablero.ingesta.fuentes.sello import exigir_sellos
from tablero.ingesta.fuentes.simulados import (
    Cualquiera,
    exigir_su_lugar,
    filas_de_otra_clase,
    son_simulados,
)
from tablero.ingesta.ordenes import orden_de_construir
from tablero.ingesta.plan.carpetas import descubrir_planes
from tablero.ingesta.plan.corpus import Planes, con_vigencias, leer_planes, referencias
from tablero.ingesta.rangos import rangos_vigentes
from tablero.ingesta.reemplazo import TALLER_DE_CONSTRUIR, identidad, limpiar_restos, reemplazar
from tablero.ingesta.reglas import Leidas, revisar
from tablero.ingesta.seguimiento.carpetas import DocumentoSeguimiento, descubrir_seguimiento
from tablero.ingesta.seguimiento.corpus import leer_corpus
from tablero.libro.leer import leer_libro
from tablero.modelo import LIBROS, TABLA_POR_NOMBRE, TABLAS_DE_PLAN
from tablero.modelo.ajustes import PoliticaAjuste
from tablero.modelo.entidades import Entidad, EntidadGrafia
from tablero.modelo.politica import PoliticaAvance, PoliticaCorte, PoliticaProducto
from tablero.modelo.por_tabla import PorTabla
from tablero.modelo.semaforo import SemaforoRango
from tablero.registro.ediciones import Edicion
from tablero.registro.lugares import Lugares

Avisar = Callable[[str], None]


@dataclass(frozen=True)
class Informe:
    """Qué se construyó: filas por tabla y segundos."""

    filas: Mapping[str, int]
    segundos: float
    avisos: Sequence[ErrorDeCelda] = ()
    """Lo que conviene mirar en los libros y no impidió construir."""
    edicion: Edicion | None = None
    """La que se publicó; ninguna, si el tablero dice lo mismo que antes."""


@dataclass(frozen=True)
class Aceptado:
    """Los cambios de las fuentes que se aceptan, y cómo se dice que se aceptan otros."""

    fuentes: Sequence[str] = ()
    repetir: str = ""
    """La orden que los acepta, sin sus opciones; vacía, la de construir."""


def construir(
    fuentes: Path,
    destino: Path,
    avisar: Avisar = lambda _: None,
    *,
    aceptado: Aceptado = Aceptado(),
    desde: str = "construir",
    nota: str = "",
) -> Informe:
    """Construye `destino` con los libros de `fuentes`.

    `avisar` recibe cada paso en palabras; `desde` es la orden que lo pide, y `nota`, la de la
    edición que se publique, si el contenido cambió. `ErroresDeDatos` con
    todos los errores, `LibroSinSellar`, `FuentesCambiadas`, `Ocupado`, `TableroMasNuevo` y
    `SinEspacio` dejan `destino` como estaba.
    """
    inicio = time.perf_counter()
    exigir_carpeta(fuentes)
    with en_exclusiva(desde, destino.parent, si_se_puede=fuentes.parent) as es_la_primera:
        limpiar_restos(destino)
        if es_la_primera:  # al importar, lo apartado es de la misma orden y puede tener que volver
            terminar_lo_pendiente(fuentes, avisar)
            terminar_edicion(destino, fuentes)
        antes = identidad(destino)
        with (
            decir_si_no_cabe(destino.parent),
            TemporaryDirectory(prefix=TALLER_DE_CONSTRUIR, dir=destino.parent) as taller,
        ):
            nuevo = Path(taller) / destino.name
            cuantas, avisos = _construir(fuentes, destino, nuevo, avisar, aceptado)
            edicion = preparar(nuevo, fuentes, destino, Pedida(nota, desde))
            huella = sha256(nuevo) if edicion is None else edicion.archivo
            reemplazar(nuevo, destino, antes)
        if edicion is not None:
            edicion = confirmar(edicion, destino, desde)
        donde = Lugares.de(destino).registro
        registro.anotar("construir", destino.name, sha256=huella, desde=desde, carpeta=donde)
    return Informe(cuantas, time.perf_counter() - inicio, avisos, edicion)


def construir_aparte(fuentes: Path, nuevo: Path, avisar: Avisar = lambda _: None) -> None:
    """Escribe `nuevo` con esos libros y no toca ningún tablero; los errores de `construir`."""
    _construir(fuentes, nuevo, nuevo, avisar, Aceptado())


def _construir(
    fuentes: Path, destino: Path, nuevo: Path, avisar: Avisar, aceptado: Aceptado
) -> tuple[dict[str, int], list[ErrorDeCelda]]:
    """Escribe `nuevo`, que tomará el lugar de `destino`; cuántas filas por tabla, y los avisos."""
    documentos, libros = descubrir(fuentes), descubrir_seguimiento(fuentes)
    planes = descubrir_planes(fuentes)
    todos: list[Cualquiera] = [*documentos, *libros, *planes]
    if son_simulados(todos):
        exigir_su_lugar(fuentes, destino)
    exigir_sellos(todos)
    _exigir_las_de_antes(
        fuentes, destino, [IdentidadDeFuente.de(d) for d in todos], avisar, aceptado
    )
    avisos: list[ErrorDeCelda] = []
    filas = validar(documentos, avisar, avisos)
    avisar("Calculando semáforo, avances y conciliaciones…")
    rangos = rangos_vigentes(filas[SemaforoRango])
    # De un corte con solo los resultados todavía no hay nada que mostrar.
    con_productos = [libro for libro in libros if libro.esta_completo]
    completas = calcular(filas, documentos, con_productos, rangos, planes)
    leidos = leer_planes(planes, filas[PoliticaAjuste])
    completas.agregar(de_los_planes(leidos, completas[PoliticaCorte], con_productos))
    guardados = leer_corpus(
        con_productos,
        filas[PoliticaProducto],
        filas[PoliticaAvance],
        rangos,
        Directorio.de(filas[Entidad], filas[EntidadGrafia]),
        carpeta=nuevo.parent,
        avisar=avisar,
        referencias=referencias(leidos, filas[PoliticaAjuste]),
    )
    avisar("Escribiendo el archivo DuckDB…")
    escribir(completas, nuevo, guardados)
    exigir_sellos(todos)  # si un libro cambió mientras se leía, esto no es lo que dice su sello
    return {n: c + guardados.filas[n] for n, c in completas.cuantas().items()}, avisos


def _exigir_las_de_antes(
    fuentes: Path,
    destino: Path,
    ahora: Sequence[IdentidadDeFuente],
    avisar: Avisar,
    aceptado: Aceptado,
) -> None:
    if not destino.exists():
        return
    antes = del_tablero(destino)
    if antes is None:
        avisar("El tablero anterior no se puede leer: no se sabe si alguna fuente cambió.")
        return
    repetir = aceptado.repetir or orden_de_construir(fuentes)
    exigir_las_mismas(antes, ahora, aceptado.fuentes, repetir)


def de_los_planes(
    planes: Planes, cortes: Sequence[PoliticaCorte], libros: Sequence[DocumentoSeguimiento]
) -> PorTabla:
    """Las tablas del plan de acción, con la versión que vale en cada corte de su política."""
    de_informes = [(c.politica_codigo, c.corte_fecha) for c in cortes]
    de_libros = [(libro.politica_codigo, libro.ficha.corte_fecha) for libro in libros]
    with segun_el_modelo():
        filas = con_vigencias(planes, [*de_informes, *de_libros])
    for tabla in TABLAS_DE_PLAN:
        filas.poner(tabla, en_orden(tabla, filas[tabla]))
    return filas


def validar(
    documentos: Sequence[Documento],
    avisar: Avisar = lambda _: None,
    avisos: list[ErrorDeCelda] | None = None,
) -> PorTabla:
    """Lee y revisa todos los libros; `ErroresDeDatos` con todo lo que esté mal.

    Los avisos de cada libro se agregan a `avisos`.
    """
    son_simulados(documentos)  # una mezcla se dice antes de leer nada
    leidas = Leidas(tabla.tabla for tablas in LIBROS.values() for tabla in tablas)
    errores: list[ErrorDeCelda] = []
    for documento in documentos:
        avisar(f"Leyendo {documento.ruta_corta}…")
        leido = leer_libro(documento.libro, documento.tablas, documento.ruta_corta)
        errores += leido.errores
        if avisos is not None:
            avisos += leido.avisos
        leidas.agregar(documento, leido)
    errores += revisar(leidas)
    errores += filas_de_otra_clase(leidas)
    if errores:
        raise ErroresDeDatos(errores)
    return armar(leidas)


def armar(leidas: Leidas) -> PorTabla:
    """Las filas leídas y ya revisadas, por tabla; `ErrorTablero` si una no cumple su modelo."""
    filas = PorTabla()
    with segun_el_modelo():
        for nombre, propias in leidas.items():
            tabla = TABLA_POR_NOMBRE[nombre]
            con_fuente = ({**f.valores, "fuente_codigo": d.fuente_codigo} for d, f in propias)
            filas.poner(tabla, [leida(tabla, valores) for valores in con_fuente])
    return filas
