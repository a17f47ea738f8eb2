"""La ficha territorial de un lugar: cómo se llega a ella, su hoja, sus enlaces y sus archivos."""

from collections.abc import Hashable
from functools import partial

import streamlit as st

from tablero import formato, letra, rutas
from tablero.consultas import eat, territorio
from tablero.exportar.fichas import lote, pdf
from tablero.filas import Fila
from tablero.interfaz import filtros
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.conexion import (
    base,
    con_este_tablero,
    por_archivo,
    preguntar,
)
from tablero.interfaz.marco.decir import citado
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.marco.menu import FICHA
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.paginas.ficha import en_zip
from tablero.interfaz.paginas.ficha import hoja as ficha_hoja
from tablero.respuestas.ficha import reunir
from tablero.respuestas.ficha.hoja import Clase, Enlace, HojaDeLugar
from tablero.respuestas.ficha.mapas import mapas
from tablero.respuestas.ficha.pais import PAIS, Pais
from tablero.territorio import cartografia
from tablero.territorio.busqueda import Hallado
from tablero.texto import esta_vacio

RESULTADOS = 30
"""Los municipios que se listan de una búsqueda."""
ENLACES_POR_FILA = 4
AYUDA = "Nombre o código: cucuta, 54001, san jose…"
NADA = "Busque un municipio, o elija su departamento arriba; aquí están los priorizados."
IMPRIMIR = "Para imprimir esta hoja, use la orden de imprimir del navegador: sale en una página."
LA_PRIMERA_VEZ = "Se hacen al pedirlas: la primera vez tardan cerca de medio minuto."

Lugar = tuple[Clase, str]


@decir_fallas
def dibujar(elegidos: Filtros) -> None:
    """La ficha del lugar de la URL o, si no hay ninguno, cómo llegar a una."""
    filtros.fijar_url()
    st.html(ficha_hoja.hoja_de_estilo())
    lugar = _lugar(elegidos)
    with st.container(key="ficha_controles"):
        _buscar()
        if lugar is None:
            _los_priorizados()
            return
        hoja = _reunir(*lugar)
        _enlaces(hoja)
        # Si está dañada se dice una vez, aquí: dentro del fragmento sería otra falla.
        limites = _de_cartografia()
        _archivos(hoja)
    st.html(_html(limites, *lugar))


def _lugar(elegidos: Filtros) -> Lugar | None:
    """El lugar que pide la URL; lo que no existe se dice."""
    if elegidos.municipio:
        return "municipio", elegidos.municipio
    if elegidos.departamento:
        codigos = {f["departamento_nombre"]: f["departamento_codigo"] for f in _departamentos()}
        return "departamento", codigos[elegidos.departamento]
    pedido = filtros.leer_cluster()
    if pedido is None:
        return None
    numeros = _clusteres()
    if pedido in numeros:
        return "cluster", pedido
    decir.advertir(
        f"El enlace pide el clúster «{citado(pedido)}», que no existe; son {len(numeros)}."
    )
    return None


def _buscar() -> None:
    """El buscador y lo que halló, si no fue un solo municipio."""
    buscar = filtros.buscador_de_municipios()
    texto = filtros.buscador(
        "Buscar un municipio",
        AYUDA,
        lambda escrito: [h.municipio_codigo for h in buscar.hallar(escrito)],
    )
    if esta_vacio(texto):
        return
    hallados = buscar.hallar(texto)
    if not hallados and (parciales := buscar.parciales(texto)).claves:
        decir.advertir(f"«{citado(texto)}»: {parciales.aviso('municipio')}")
        hallados = parciales.claves
    elif hallados:
        cuantos = formato.contar(len(hallados), "municipio", "municipios")
        otros = f"; se muestran {RESULTADOS}" if len(hallados) > RESULTADOS else ""
        decir.frase(f"«{citado(texto)}»: {cuantos}{otros}.")
    else:
        hallados = buscar.parecidos(texto)
        propuesta = "¿Quiso decir alguno de estos?" if hallados else "No hay ninguno parecido."
        decir.advertir(
            f"Ningún municipio se llama «{citado(texto)}» ni tiene ese código. {propuesta}"
        )
    _en_columnas([_a_hallado(h) for h in hallados[:RESULTADOS]], "hallado")


def _los_priorizados() -> None:
    """Los municipios priorizados y los clústeres, como enlaces."""
    st.info(NADA)
    priorizados = preguntar(eat.priorizados, **PAIS).filas
    st.subheader(llano(f"Los {len(priorizados)} municipios priorizados"), anchor=False)
    _en_columnas(
        [
            Enlace(
                "municipio",
                f["municipio_codigo"],
                f"{f['orden']}. {f['municipio_nombre']} ({f['departamento_nombre']})",
            )
            for f in priorizados
        ],
        "priorizado",
    )
    st.subheader("Los clústeres", anchor=False)
    _en_columnas([Enlace("cluster", n, f"Clúster {n}") for n in _clusteres()], "cluster")
    _las_fichas()


def _enlaces(hoja: HojaDeLugar) -> None:
    """Las fichas vecinas: su departamento, su clúster y sus compañeros."""
    with st.container(horizontal=True, key="ficha_enlaces"):
        for enlace in hoja.enlaces:
            _enlace(enlace)


def _en_columnas(enlaces: list[Enlace], clave: str) -> None:
    """Los enlaces en columnas, que se leen de arriba abajo."""
    if not enlaces:
        return
    alto = -(-len(enlaces) // ENLACES_POR_FILA)
    with st.container(key=f"lista_{clave}"):
        for numero, columna in enumerate(st.columns(ENLACES_POR_FILA)):
            with columna:
                for enlace in enlaces[numero * alto : (numero + 1) * alto]:
                    _enlace(enlace)


def _enlace(enlace: Enlace) -> None:
    # El departamento va en la URL por su nombre, como en las demás páginas.
    valor = enlace.etiqueta if enlace.clase == "departamento" else enlace.clave
    parametros = {str(enlace.clase): valor}
    st.page_link(FICHA.archivo, label=llano(enlace.etiqueta), query_params=parametros)


def _a_hallado(hallado: Hallado) -> Enlace:
    etiqueta = f"{hallado.municipio_nombre} ({hallado.departamento_nombre})"
    return Enlace("municipio", hallado.municipio_codigo, etiqueta)


@st.fragment
def _archivos(hoja: HojaDeLugar) -> None:
    """El PDF de esta ficha y el ZIP de las de los priorizados; se hacen cuando alguien los pide."""
    archivo = pdf.nombre(hoja, es_simulado=base().es_simulado)
    with st.container(horizontal=True, vertical_alignment="center", key="ficha_archivos"):
        st.download_button(
            "Descargar el PDF",
            data=con_este_tablero(partial(_pdf, _de_cartografia(), hoja.clase, hoja.clave)),
            file_name=archivo,
            mime="application/pdf",
            key=f"pdf_{hoja.clase}_{hoja.clave}",
            help=llano(archivo),
            on_click="ignore",
            icon=":material/picture_as_pdf:",
        )
        _las_fichas()
    if cambiados := letra.frase(pdf.cambios(hoja)):
        st.caption(llano(cambiados))
    st.caption(IMPRIMIR)


def _las_fichas() -> None:
    pais = _pais()
    cuantas = len(pais.filas(pais.priorizados))
    st.download_button(
        llano(f"Las {cuantas} fichas de los priorizados (ZIP)"),
        data=con_este_tablero(partial(en_zip.en_zip, _de_cartografia())),
        file_name=lote.nombre_del_zip(pais),
        help=LA_PRIMERA_VEZ,
        mime="application/zip",
        key="zip_fichas",
        on_click="ignore",
        icon=":material/download:",
    )
    if fallas := en_zip.que_no_va(_de_cartografia()):
        cuantas_no = formato.contar(len(fallas), "ficha", "fichas")
        decir.advertir(
            f"En el ZIP no va {cuantas_no} que no se pudo hacer, y las demás sí "
            f"({lote.NO_SE_HICIERON} lo dice):\n" + "\n".join(fallas)
        )


def _departamentos() -> list[Fila]:
    return preguntar(territorio.departamentos).filas


def _clusteres() -> list[str]:
    numeros = {f["cluster_numero"] for f in preguntar(eat.clusteres_municipios, **PAIS).filas}
    return [str(n) for n in sorted(numeros)]


def _de_cartografia() -> Hashable:
    """Lo que distingue a la cartografía en uso: con otra, los mapas son otros."""
    archivo = cartografia.vigente(rutas.CARTOGRAFIA).archivo
    datos = archivo.stat()
    return str(archivo), datos.st_ino, datos.st_mtime_ns, datos.st_size


@por_archivo
def _pais() -> Pais:
    return Pais(preguntar, base().es_simulado)


@por_archivo
def _reunir(clase: Clase, clave: str) -> HojaDeLugar:
    return reunir.hoja(_pais(), clase, clave)


@por_archivo
def _html(de_cartografia: Hashable, clase: Clase, clave: str) -> str:
    hoja = _reunir(clase, clave)
    return ficha_hoja.html(hoja, mapas(_pais(), hoja, rutas.CARTOGRAFIA))


@por_archivo
def _pdf(de_cartografia: Hashable, clase: Clase, clave: str) -> bytes:
    return pdf.compilar(_pais(), _reunir(clase, clave), rutas.CARTOGRAFIA)
