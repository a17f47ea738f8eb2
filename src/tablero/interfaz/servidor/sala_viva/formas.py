"""La forma de pared de una dirección: del registro, del tablero o de lo que halla el buscador."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tablero import reloj
from tablero.busqueda import en_la_pared
from tablero.busqueda.direccion import CORTE
from tablero.busqueda.documento import CLASES, Documento
from tablero.consultas.base import Base
from tablero.interfaz.marco import buscador, edicion_pedida
from tablero.interfaz.marco.conexion import por_archivo, preguntar
from tablero.interfaz.pared.grabar import otra_forma
from tablero.registro.cadena import Anotado
from tablero.registro.ediciones import Edicion
from tablero.registro.sesiones.estado import Actas, Sesion
from tablero.respuestas.acta import Acta, de_sesion
from tablero.respuestas.cosas import catalogo, entidad
from tablero.respuestas.cosas.cosa import Cosa
from tablero.respuestas.cosas.de_la_sesion import de_una_direccion
from tablero.respuestas.cosas.del_registro import DelRegistro
from tablero.respuestas.preguntar import CANDIDATAS, Candidata

SIEMPRE_TIENEN = frozenset({"producto", "municipio", "departamento", "cluster", "entidad"})
"""Las clases de las que cada cosa tiene su pantalla."""
A_VECES = frozenset({"politica", "pagina"})
"""Las que la tienen si su página la tiene; lo demás se muestra como lo halló el buscador."""
PAGINA, ENTIDAD = "pagina", "entidad"
LETRAS_DE_CONTEXTO = 110


@dataclass(frozen=True)
class Formas:
    """Las del tablero de esta vuelta; `edicion` es la suya."""

    actas: Actas
    sesion: Sesion | None
    edicion: int | None

    @property
    def registro(self) -> DelRegistro:
        """Lo que se contesta con las sesiones y las ediciones."""
        dia = reloj.hoy() if self.sesion is None else self.sesion.fecha
        return DelRegistro(
            preguntar, self.actas, dia, base_de, sesion=self.sesion, edicion=self.edicion
        )

    def una(self, direccion: str) -> Cosa | None:
        """La de esa dirección; `None` si no la tiene."""
        return self.registro.forma(direccion) or de_una_direccion(
            preguntar, direccion, aparte, de_siempre=lambda: _del_catalogo(reloj.hoy())
        )

    def otra(self, direccion: str) -> Cosa | None:
        """La de una dirección que el catálogo no tiene: del registro, o de su página grabada."""
        return self.registro.forma(direccion) or aparte(direccion)

    def buscar(self, dicho: str) -> tuple[Candidata, ...]:
        """Lo mejor que halla el buscador, cada cosa con una dirección que tiene forma."""
        grupos = buscador.responder(dicho, CANDIDATAS).grupos
        hallados = [h for grupo in grupos for h in grupo.hallados]
        candidatas = (self._candidata(hallado) for hallado in hallados)
        return tuple(dict.fromkeys(filter(None, candidatas)))[:CANDIDATAS]

    def _candidata(self, hallado: Documento) -> Candidata | None:
        contexto = f"{CLASES[hallado.clase]} · {hallado.contexto}".rstrip(" ·")
        corto = contexto[:LETRAS_DE_CONTEXTO].rsplit(" ", 1)[0] + "…"
        if len(contexto) <= LETRAS_DE_CONTEXTO:
            corto = contexto
        direccion = _direccion(hallado)
        if hallado.clase in SIEMPRE_TIENEN or (
            hallado.clase in A_VECES and self.una(direccion) is not None
        ):
            return Candidata(hallado.titulo, direccion, corto)
        if hallado.clase == PAGINA:
            return None  # su nombre, solo, no contesta nada
        return Candidata(hallado.titulo, en_la_pared.direccion(hallado), corto)


def aparte(direccion: str) -> Cosa | None:
    """Lo que halló el buscador o, si no, lo que muestra la página de esa dirección."""
    if en_la_pared.es_de_aqui(direccion):
        return en_la_pared.forma(buscador.indice(), direccion)
    return otra_forma(direccion)


def acta(
    sesion: Sesion,
    leidas: Actas,
    hechos: Sequence[Anotado],
    edicion: Edicion | None,
    avisos: Sequence[str],
) -> Acta:
    """El acta de una sesión con el tablero de esta vuelta: lo mismo en la página y en la orden.

    `leidas` y `hechos`, los de `en_su_momento`.
    """
    return de_sesion(
        preguntar,
        sesion,
        leidas,
        hechos,
        edicion,
        otra=aparte,
        base_de=base_de,
        avisos=avisos,
    )


@por_archivo
def _del_catalogo(hoy: date) -> tuple[Cosa, ...]:
    """Las de siempre; `hoy` las hace otras: alguna lo dice en su mensaje."""
    return catalogo.todas(preguntar, hoy)


def _direccion(hallado: Documento) -> str:
    """La de su página, en el último corte: es el único que la pared muestra."""
    if hallado.clase == ENTIDAD:
        return entidad.direccion(hallado.titulo)
    propios = tuple(par for par in hallado.parametros if par[0] != CORTE)
    return buscador.adonde(Documento(hallado.clase, hallado.titulo, hallado.pagina, propios), {})


def base_de(edicion: int) -> Base | None:
    """El tablero de esa edición; `None` si ya no conserva su archivo."""
    suyo = edicion_pedida.tablero(edicion)
    return None if suyo is None else suyo.base
