"""El quórum: cada entidad del Comité, marcada a medida que llega, y la regla que se configure."""

from functools import partial

import streamlit as st

from tablero import formato, reloj
from tablero.consultas import comite
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.paginas.sesion import escritura
from tablero.interfaz.paginas.sesion.elegida import SIN_NINGUNA, Mirada
from tablero.interfaz.piezas import procedencia
from tablero.interfaz.piezas.marcado import marcar
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Asistencia, Sesion
from tablero.respuestas.quorum import de_sesion

COLUMNAS = 2
NINGUNA_PUBLICADA = "Ninguna fuente publica cuántas entidades hacen quórum en el Comité."
NO_PUBLICADO = "no publicado"


def seccion(mirada: Mirada) -> None:
    """Cuántas están, si hay quórum y cada una con la hora en que se marcó."""
    entidades = preguntar(comite.entidades)
    nombres = {f["entidad"]: f["entidad_nombre"] for f in entidades.filas}
    if (sesion := mirada.sesion) is None:
        decir.informar(SIN_NINGUNA)
        decir.frase(_de_la_publicada())
        procedencia.dibujar(entidades)
        return
    st.subheader(llano(de_sesion(sesion, nombres)), anchor=False)
    marcadas = {a.entidad: a for a in sesion.asistencias}
    with st.container(key="quorum"):
        columnas = st.columns(COLUMNAS)
    for lugar, columna in enumerate(columnas):
        de_aqui = list(nombres)[lugar * _alto(nombres) : (lugar + 1) * _alto(nombres)]
        with columna:
            if mirada.se_escribe:
                for entidad in de_aqui:
                    _casilla(sesion, entidad, nombres[entidad], marcadas.get(entidad))
            else:
                renglones = "".join(
                    f"<li>{marcar(_rotulo(nombres[e], marcadas.get(e)))}</li>" for e in de_aqui
                )
                st.html(f'<ul class="tb-lista">{renglones}</ul>')
    if mirada.se_escribe:
        with st.expander("La regla del quórum"):
            _regla(sesion, len(nombres))
    decir.frase(_de_la_publicada())
    procedencia.dibujar(entidades)


def _alto(nombres: dict[str, str]) -> int:
    return -(-len(nombres) // COLUMNAS)


def _casilla(sesion: Sesion, entidad: str, nombre: str, marcada: Asistencia | None) -> None:
    clave = f"asiste_{sesion.codigo}_{entidad}"
    st.session_state[clave] = marcada is not None and marcada.asiste

    def marcar_la() -> None:
        asiste = bool(st.session_state[clave])
        escritura.al_tocar(
            partial(_asistencia, sesion.codigo, entidad, asiste),
            f"{nombre}: {'presente' if asiste else 'ausente'}.",
        )

    st.checkbox(llano(_rotulo(nombre, marcada)), key=clave, on_change=marcar_la)


def _asistencia(sesion: str, entidad: str, asiste: bool, escritor: Escritor) -> None:
    escritor.asistencia(sesion, entidad, asiste=asiste)


def _rotulo(nombre: str, marcada: Asistencia | None) -> str:
    """«Secretaría Distrital de Salud · presente, 10 h 03».

    Sin dos puntos: `llano` les pone una barra, que la casilla le dice a un lector de pantalla.
    """
    if marcada is None:
        return nombre
    hora = f"{marcada.cuando.astimezone(reloj.BOGOTA):%H h %M}"
    return f"{nombre} · {'presente' if marcada.asiste else 'se retiró'}, {hora}"


def _regla(sesion: Sesion, entidades: int) -> None:
    st.html(f'<p class="tb-nota">{NINGUNA_PUBLICADA}</p>')
    with st.form(escritura.clave("regla"), border=False):
        minimo = st.number_input(
            "Entidades que hacen quórum (0 es sin configurar)",
            0,
            entidades,
            sesion.minimo or 0,
            key=escritura.clave(f"minimo_{sesion.codigo}"),
        )
        if st.form_submit_button("Guardar la regla"):
            escritura.hacer(
                lambda escritor: escritor.regla(sesion.codigo, minimo, entidades=entidades),
                "Se guardó la regla del quórum.",
            )


def _de_la_publicada() -> str:
    """Qué se sabe de quién asistió a la última sesión que publicó la fuente."""
    entidades = preguntar(comite.entidades)
    (fuente,) = entidades.fuentes
    corte = formato.corte(fuente.corte_texto, fuente.corte_fecha)
    dichas = [f for f in entidades.filas if f["asistencia"] != NO_PUBLICADO]
    que = "no publicada" if not dichas else f"publicada de {len(dichas)} entidades"
    return f"Asistencia de la última sesión que publicó la fuente, {corte}: {que}."
