"""La lista de lo que se puede llevar, en HTML: enlaces de verdad, el enlace permanente y la cita.

Lleva los filtros con que se dibujó; al tocarla, el navegador pone los de ese momento
(`guion/llevar.js`), que una parte de la página puede haber cambiado.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from tablero.exportar.llevar.llevada import Contexto
from tablero.interfaz.filtros.opciones import DE_LAS_TABLAS
from tablero.interfaz.marco.edicion_pedida import EDICION
from tablero.interfaz.marco.menu import Pagina
from tablero.interfaz.pared.direccion import TARJETA, Pares
from tablero.interfaz.pared.direccion import nombre as nombre_de
from tablero.interfaz.piezas.marcado import NADA, Marcado, marcar, unir
from tablero.interfaz.servidor.carpeta import carpeta

ENLACE, IMAGEN, CITAR = "Copiar el enlace permanente", "Copiar la imagen", "Cómo citar"
PREPARANDO = "Escribiendo la cita…"


@dataclass(frozen=True)
class Lugar:
    """De dónde se lleva: la página con lo que se le pide y la tarjeta; sin tarjeta, toda."""

    pagina: Pagina
    pares: Pares
    tarjeta: str
    de: Contexto

    @property
    def nombre(self) -> str:
        """El de la página en la dirección."""
        return nombre_de(self.pagina)

    @property
    def consulta(self) -> str:
        """Lo que se le pide: los filtros, la tarjeta y la edición que se ve."""
        edicion = "" if self.de.edicion is None else str(self.de.edicion)
        suyos = [par for par in self.pares if par[0] not in DE_LAS_TABLAS]
        todos = [*suyos, (TARJETA, self.tarjeta), (EDICION, edicion)]
        return urlencode([par for par in todos if par[1]])


def html(formatos: Iterable[tuple[str, str]], lugar: Lugar, *, es_dibujo: bool = False) -> Marcado:
    """La lista: código y rótulo de cada formato, y lo que se copia; de un dibujo, su imagen."""
    edicion = "" if lugar.de.edicion is None else str(lugar.de.edicion)
    atributos = {
        "ruta": f"{carpeta()}/llevar",
        "base": carpeta(),
        "sitio": lugar.de.direccion,
        "pagina": lugar.nombre,
        "tarjeta": lugar.tarjeta,
        "edicion": edicion,
    }
    dichos = unir(*(Marcado(f' data-{n}="{marcar(valor)}"') for n, valor in atributos.items()))
    archivos = unir(*(_enlace(codigo, rotulo, lugar) for codigo, rotulo in formatos))
    return unir(
        Marcado(f'<div class="tb-llevar"{dichos}>'),
        Marcado(f"<ul>{archivos}</ul>") if archivos else NADA,
        _boton("enlace", ENLACE),
        _boton("imagen", IMAGEN) if es_dibujo else NADA,
        Marcado(
            f'<details class="tb-citar"><summary>{CITAR}</summary>'
            f"<div data-citas><p>{PREPARANDO}</p></div></details></div>"
        ),
    )


def _enlace(codigo: str, rotulo: str, lugar: Lugar) -> Marcado:
    ruta = "/".join(filter(None, (f"{carpeta()}/llevar", codigo, lugar.nombre)))
    destino = f"{ruta}?{lugar.consulta}" if lugar.consulta else ruta
    return unir(
        Marcado(f'<li><a href="{marcar(destino)}" download data-formato="{marcar(codigo)}">'),
        rotulo,
        Marcado("</a></li>"),
    )


def _boton(que_hace: str, rotulo: str) -> Marcado:
    return Marcado(
        f'<button type="button" class="tb-boton" data-hace="{que_hace}">{rotulo}</button>'
    )
