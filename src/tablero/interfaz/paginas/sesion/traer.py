"""El libro que alguien llenó: qué haría y, si se confirma, la sesión que trae.

El servidor no recibe archivos de nadie: el libro se deja en una carpeta del equipo del tablero.
"""

from pathlib import Path

import streamlit as st

from tablero import reloj, rutas
from tablero.errores import ErroresDeDatos, ErrorTablero, en_palabras
from tablero.interfaz.filtros import politica_y_corte
from tablero.interfaz.filtros.opciones import escribir as a_la_direccion
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.paginas.sesion import escritura, llevar
from tablero.interfaz.paginas.sesion.elegida import SESION, Mirada
from tablero.interfaz.piezas.marcado import marcar
from tablero.libro.archivos import es_rastro
from tablero.libro.leer import leer_libro
from tablero.registro.lugares import Lugares
from tablero.registro.sesiones.escribir import Escritor
from tablero.respuestas.libro_de_la_sesion.hojas import COMO_SE_LLENA, HOJAS
from tablero.respuestas.libro_de_la_sesion.importar import Importacion, preparar
from tablero.respuestas.libro_de_la_sesion.lo_que_hay import LoQueHay

EXTENSIONES = (".xlsx", ".ods")


def formulario(mirada: Mirada) -> None:
    """Los libros que hay en la carpeta, lo que haría el escogido y el botón que lo trae."""
    llevar.en_blanco()
    carpeta = Lugares.de(rutas.BASE).sesiones
    hallados = {libro.name: libro for libro in libros(carpeta)}
    st.html(
        '<p class="tb-nota">Para traer un libro lleno, déjelo en esta carpeta de este equipo: '
        f"<code>{marcar(str(carpeta))}</code></p>"
    )
    if not hallados:
        return
    nombre = st.selectbox("Libro que se trae", list(hallados), key="sesion_libro")
    cambia = mirada.sesion is not None and st.checkbox(
        "Cambia la sesión que se ve; sin marcar, hace una nueva", key="sesion_libro_cambia"
    )
    quitar = cambia and st.checkbox("Quitar lo que el libro no trae", key="sesion_libro_quitar")
    importacion = _mirar(hallados[nombre], mirada, cambia=cambia, quitar=quitar)
    if importacion is None:
        st.button("Mirarlo otra vez", key="sesion_libro_otra_vez")
        return
    _decir("Lo que hará", importacion.en_palabras())
    # Con la hora del archivo: si cambia después de mostrarlo, lo que se oprimió ya no vale.
    if st.button("Traer el libro", key=f"sesion_libro_traer_{_hora(hallados[nombre])}"):
        escritura.hacer(
            lambda escritor: _traer(importacion, mirada, escritor), f"Se trajo «{nombre}»."
        )


def libros(carpeta: Path) -> list[Path]:
    """Los que hay en una carpeta, por su nombre; ninguno si no existe o no se puede mirar."""
    try:
        hallados = list(carpeta.iterdir())
    except OSError:
        return []
    return sorted(
        ruta
        for ruta in hallados
        if ruta.suffix.lower() in EXTENSIONES and ruta.is_file() and not es_rastro(ruta)
    )


def _mirar(libro: Path, mirada: Mirada, *, cambia: bool, quitar: bool) -> Importacion | None:
    """Lo que el libro haría; si tiene errores, los dice todos y no da nada."""
    hay = LoQueHay(
        preguntar,
        politica_y_corte.de_la_url().consulta,
        reloj.hoy(),
        mirada.actas,
        mirada.sesion if cambia else None,
    )
    try:
        leido = leer_libro(libro, HOJAS, libro.name, sin_datos=(COMO_SE_LLENA,))
        importacion = preparar(leido, libro.name, hay, quitar=quitar)
    except ErroresDeDatos as errores:
        decir.fallar("El libro no se puede traer así; corrija esto y guárdelo en el mismo lugar.")
        _decir("Lo que está mal", en_palabras(errores.errores))
        return None
    except ErrorTablero as error:
        decir.fallar(str(error))
        return None
    if importacion.avisos:
        _decir("Conviene mirar", en_palabras(importacion.avisos))
    return importacion


def _hora(libro: Path) -> int:
    try:
        return libro.stat().st_mtime_ns
    except OSError:
        return 0


def _traer(importacion: Importacion, mirada: Mirada, escritor: Escritor) -> None:
    codigo = importacion.escribir(escritor, edicion=mirada.edicion)
    a_la_direccion(SESION, codigo, "")


def _decir(titulo: str, renglones: list[str]) -> None:
    st.subheader(llano(titulo), anchor=False)
    dichos = "".join(f"<li>{marcar(renglon)}</li>" for renglon in renglones)
    st.html(f'<ul class="tb-lista">{dichos}</ul>')
