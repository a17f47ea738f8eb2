"""Lo que se muestra: cada pantalla con su enlace, su nota y la decisión que se pide."""

from functools import partial

import streamlit as st

from tablero import formato, reloj
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.paginas.ediciones import comparar_dos
from tablero.interfaz.paginas.sesion import campos, direccion, escritura, ordenar
from tablero.interfaz.paginas.sesion.elegida import SIN_NINGUNA, Mirada
from tablero.interfaz.piezas.marcado import Marcado, debajo, marcar, unir
from tablero.interfaz.piezas.tabla import APILABLE, Columna, escribir
from tablero.interfaz.servidor.carpeta import carpeta
from tablero.registro.sesiones import validar
from tablero.registro.sesiones.escribir import Escritor, siguiente
from tablero.registro.sesiones.estado import Pantalla, Sesion
from tablero.respuestas.desde_la_ultima import desde_la_ultima
from tablero.respuestas.direccion import AYUDA
from tablero.respuestas.proponer import PantallaPropuesta, Propuesta, proponer

Renglon = tuple[int, Pantalla, int | None]
"""Su lugar, ella y la edición en que se ve."""
NADA_QUE_DECIR = "—"
DEL_ANTERIOR = "El de la pantalla anterior"


def seccion(mirada: Mirada) -> None:
    """Las pantallas de la sesión, en su orden y, a su lado, cómo se cambian."""
    if (sesion := mirada.sesion) is None:
        decir.informar(SIN_NINGUNA)
        return
    izquierda, derecha = st.columns([3, 2], gap="large")
    with izquierda:
        cuantas = formato.contar(len(sesion.pantallas), "pantalla", "pantallas")
        piden = sum(bool(pantalla.decision_pedida) for pantalla in sesion.pantallas)
        titulo = f"{cuantas}; {formato.contar(piden, 'pide', 'piden')} una decisión"
        st.subheader(llano(titulo), anchor=False)
        st.html(
            f'<p class="tb-frase"><a href="{carpeta()}/sala?sesion={marcar(sesion.codigo)}" '
            'target="_self">Proyectar la sesión →</a></p>'
        )
        if sesion.pantallas:
            renglones = [(n, p, sesion.edicion) for n, p in enumerate(sesion.pantallas, start=1)]
            st.html(escribir("Pantallas", COLUMNAS, renglones, clase=APILABLE, fija=True))
    if not mirada.se_escribe:
        return
    with derecha:
        with st.expander("Agregar una pantalla", expanded=not sesion.pantallas):
            _formulario(sesion, None)
        if sesion.pantallas:
            with st.expander("Cambiar, mover o quitar una pantalla", expanded=True):
                pantalla = ordenar.escoger("Pantalla que se cambia", sesion.pantallas)
                ordenar.botones(sesion, pantalla, sesion.pantallas)
                _formulario(sesion, pantalla)
        _lo_que_falta(mirada, sesion)


def _lo_que_falta(mirada: Mirada, sesion: Sesion) -> None:
    """Lo que proponen los datos de hoy y la sesión no muestra."""
    dia, hoy = sesion.fecha, reloj.hoy()
    cambio = desde_la_ultima(
        mirada.actas, dia=dia, hoy=hoy, edicion=sesion.edicion, comparar=comparar_dos
    )
    propuesta = proponer(preguntar, mirada.actas.abiertos(), dia=dia, hoy=hoy, cambio=cambio)
    faltan = propuesta.faltan([pantalla.direccion for pantalla in sesion.pantallas])
    if not faltan:
        st.html('<p class="tb-nota">La sesión ya muestra todo lo que proponen los datos.</p>')
        return
    with st.expander("Lo que proponen los datos y no está"):
        dichas = "".join(map(_propuesta, faltan))
        st.html(f'<ul class="tb-lista">{dichas}</ul>')
        if st.button("Agregarlas", key="sesion_agregar_propuestas"):
            desde, puntos = siguiente(sesion.pantallas), {p.titulo: p.codigo for p in sesion.puntos}
            escritura.hacer(
                lambda escritor: Propuesta.mostrar(
                    escritor, sesion.codigo, faltan, desde=desde, puntos=puntos
                ),
                f"Se agregaron {formato.contar(len(faltan), 'pantalla', 'pantallas')}.",
            )


def _propuesta(pantalla: PantallaPropuesta) -> str:
    return (
        f"<li>{marcar(pantalla.titulo)} "
        f'<span class="tb-aparte">{marcar(pantalla.para_quien_habla)}</span></li>'
    )


def _formulario(sesion: Sesion, pantalla: Pantalla | None) -> None:
    """El de una pantalla nueva o, si se da, el de esa."""
    cual = pantalla.codigo if pantalla else "nueva"
    clave = partial(str.__add__, escritura.clave(f"pantalla_{cual}_"))
    with st.form(clave("forma"), border=False):
        que = campos.parrafo(
            "Código o dirección de lo que se muestra",
            pantalla.direccion if pantalla else "",
            clave("que"),
        )
        st.html(f'<p class="tb-nota">{AYUDA}</p>')
        titulo = campos.parrafo(
            "Título",
            pantalla.titulo if pantalla else "",
            clave("titulo"),
            letras=validar.LETRAS_DE_UN_NOMBRE,
        )
        nota = campos.parrafo(
            "Nota para quien habla", pantalla.para_quien_habla if pantalla else "", clave("nota")
        )
        pide = campos.parrafo(
            "Decisión que se pide", pantalla.decision_pedida if pantalla else "", clave("pide")
        )
        punto = _punto(sesion, pantalla.punto if pantalla else "", clave("punto"))

        def guardar(escritor: Escritor) -> None:
            escritor.pantalla(
                sesion.codigo,
                titulo,
                direccion.entender(que),
                para_quien_habla=nota,
                decision_pedida=pide,
                punto=punto,
                orden=pantalla.orden if pantalla else siguiente(sesion.pantallas),
                codigo=pantalla.codigo if pantalla else "",
            )

        if st.form_submit_button("Guardar la pantalla" if pantalla else "Agregar la pantalla"):
            escritura.hacer(
                guardar, "Se guardó la pantalla." if pantalla else "Se agregó la pantalla."
            )


def _punto(sesion: Sesion, elegido: str, clave: str) -> str:
    """El código del punto de la agenda en que se muestra: en la sala se mide lo que lleva."""
    rotulos = {"": DEL_ANTERIOR} | {
        punto.codigo: f"{numero}. {ordenar.en_corto(punto.titulo)}"
        for numero, punto in enumerate(sesion.puntos, start=1)
    }
    codigos = list(rotulos)
    codigo = st.selectbox(
        "Punto de la agenda",
        codigos,
        index=codigos.index(elegido) if elegido in rotulos else 0,
        format_func=lambda suyo: rotulos[suyo],
        key=clave,
    )
    return str(codigo)


def _que(renglon: Renglon) -> Marcado:
    _, pantalla, edicion = renglon
    destino = direccion.enlace(pantalla.direccion, edicion)
    return unir(
        Marcado(f'<a href="{marcar(destino)}" target="_self">'),
        pantalla.titulo,
        Marcado("</a>"),
        debajo(pantalla.para_quien_habla),
    )


COLUMNAS = (
    Columna[Renglon]("N.º", lambda r: str(r[0]), "n"),
    Columna[Renglon](
        "Qué se muestra", _que, "l", nota="y la nota para quien habla", es_titulo=True
    ),
    Columna[Renglon](
        "Decisión que se pide",
        lambda r: r[1].decision_pedida or NADA_QUE_DECIR,
        "l",
        rotulo="Decisión que se pide",
    ),
)
