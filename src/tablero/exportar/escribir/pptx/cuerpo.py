"""Lo que sustenta el mensaje, en los sitios de su diseño: cifras, gráfico, tabla, imagen y notas.

Las notas toman lo que necesitan y lo demás es del contenido; debajo de una tabla corta, suben hasta
ella. La letra de cada cosa es la mayor con que cabe.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO

from pptx.shapes.base import BaseShape
from pptx.shapes.placeholder import (
    ChartPlaceholder,
    PicturePlaceholder,
    PlaceholderPicture,
    TablePlaceholder,
)
from pptx.util import Emu, Inches

from tablero.exportar.escribir.oficina.medir import alto
from tablero.exportar.escribir.pptx import cifras, disenos, grafico, tabla
from tablero.exportar.escribir.pptx.cabe import NOTA, NOTA_GRANDE, TEXTO, cuantos, mayor
from tablero.exportar.escribir.pptx.diapositiva import Diapositiva, Dibujo, sola
from tablero.exportar.escribir.pptx.texto import escribir
from tablero.respuestas.cosas.cosa import Tabla, faltan

SIGUEN = "Lo demás está en las notas de quien habla."
SIGUE_LA_TABLA = "La tabla sigue en la próxima diapositiva."
AIRE = 0.15
"""Pulgadas entre el contenido y sus notas."""
PARTE_DE_NOTAS = 0.27
"""Lo que las notas ocupan, cuando más, del alto que comparten con el contenido."""


@dataclass
class Cuerpo:
    """El de una diapositiva; `puestos` y `sobran` son lo que deja al escribirse."""

    sitios: Mapping[str, BaseShape]
    hoja: Diapositiva
    puestos: dict[str, BaseShape] = field(default_factory=dict)
    """Nombre del sitio → la forma que quedó en él."""
    sobran: list[str] = field(default_factory=list)
    """Las notas que no caben en la diapositiva: las dice quien habla."""
    sigue: Diapositiva | None = None
    """La de las filas de la tabla que no caben en esta."""

    def escribir(self) -> None:
        """Llena los sitios que la diapositiva usa y quita los demás."""
        if disenos.TEXTO in self.sitios:
            escribir(self.sitios[disenos.TEXTO], self.hoja.cosa.notas, TEXTO)
            self.puestos[disenos.TEXTO] = self.sitios[disenos.TEXTO]
            return
        notas = list(self.hoja.cosa.notas)
        if self.hoja.tabla is not None:
            abajo, dicho = self._tabla(self.hoja.tabla, notas)
            notas.insert(0, dicho)
        elif self.hoja.dibujo is not None:
            abajo = self._dibujo(self.hoja.dibujo, self._sin_notas(notas))
        else:
            abajo = self.sitios[disenos.TRES_CIFRAS[0]].top.inches
        abajo = max(abajo, self._cifras())
        self._notas(notas, desde=abajo + AIRE if notas else abajo)

    @property
    def _fin(self) -> float:
        """Hasta dónde llega el cuerpo, en pulgadas."""
        notas = self.sitios[disenos.NOTAS]
        return Emu(notas.top + notas.height).inches

    def _sin_notas(self, notas: list[str]) -> float:
        """Hasta dónde llega el contenido, con sus notas debajo."""
        if not notas:
            return self._fin
        arriba = min(self.sitios[s].top.inches for s in self.sitios if s in disenos.DEL_CUERPO)
        ancho, cabe = self.sitios[disenos.NOTAS].width.inches, self._fin - arriba
        texto = "\n".join(notas)
        letra = mayor(texto, ancho, cabe * PARTE_DE_NOTAS, NOTA)
        return self._fin - AIRE - min(alto(texto, ancho, letra), cabe * PARTE_DE_NOTAS)

    def _cifras(self) -> float:
        """Las escribe, y dice hasta dónde llegan."""
        todas = self.hoja.cosa.cifras
        if disenos.CIFRAS in self.sitios:
            sitio = self.sitios[disenos.CIFRAS]
            alto_de_cifras = cifras.escribir(sitio, todas, cifras.escala(todas, sitio))
            self.puestos[disenos.CIFRAS] = sitio
            return sitio.top.inches + alto_de_cifras
        *primeras, ultima = disenos.TRES_CIFRAS
        repartidas = {sitio: todas[n : n + 1] for n, sitio in enumerate(primeras)}
        repartidas[ultima] = todas[len(primeras) :]
        de_ellas = {n: s for n, s in repartidas.items() if n in self.sitios}
        if not de_ellas:
            return 0.0
        iguales = max(cifras.escala(suyas, self.sitios[n]) for n, suyas in de_ellas.items())
        abajo = 0.0
        for nombre, suyas in de_ellas.items():
            sitio = self.sitios[nombre]
            if suyas:
                abajo = max(abajo, sitio.top.inches + cifras.escribir(sitio, suyas, iguales))
                self.puestos[nombre] = sitio
            else:
                quitar(sitio)
        return abajo

    def _tabla(self, suya: Tabla, notas: list[str]) -> tuple[float, str]:
        """La pone; da hasta dónde llega, y su título con lo que queda fuera."""
        sitio = self.sitios[disenos.TABLA]
        if not isinstance(sitio, TablePlaceholder):
            raise TypeError(disenos.TABLA)
        # Lo que queda fuera se sabe después de medir: se le deja su sitio antes.
        hasta = self._sin_notas([f"{suya.titulo}. {SIGUE_LA_TABLA}", *notas])
        medidas = tabla.medir(suya, sitio.width.inches, hasta - sitio.top.inches)
        marco = tabla.poner(sitio, suya, medidas)
        if medidas.filas < len(suya.filas):
            self.sigue = self._lo_que_sigue(suya, medidas.filas)
        fuera = faltan(self.hoja.antes + len(suya.filas), suya.total)
        dicho = " ".join(
            filter(None, (f"{suya.titulo}.", fuera if not self.sigue else SIGUE_LA_TABLA))
        )
        _describir(marco, disenos.TABLA, f"Tabla: {dicho}")
        self.puestos[disenos.TABLA] = marco
        return Emu(marco.top + marco.height).inches, dicho

    def _lo_que_sigue(self, suya: Tabla, van: int) -> Diapositiva:
        """La misma tabla desde la fila que no cupo, a todo el ancho."""
        return replace(
            self.hoja,
            cosa=sola(self.hoja.cosa, replace(suya, filas=suya.filas[van:])),
            parte=self.hoja.parte + 1,
            antes=self.hoja.antes + van,
        )

    def _dibujo(self, dibujo: Dibujo, hasta: float) -> float:
        nombre = disenos.GRAFICO if dibujo.nativo else disenos.IMAGEN
        sitio = self.sitios[nombre]
        sitio.left, sitio.top, sitio.width = sitio.left, sitio.top, sitio.width
        sitio.height = Inches(hasta - sitio.top.inches)
        if isinstance(sitio, ChartPlaceholder) and dibujo.nativo is not None:
            marco: BaseShape = grafico.poner(sitio, dibujo.nativo)
        elif isinstance(sitio, PicturePlaceholder) and dibujo.imagen is not None:
            marco = _imagen(sitio, dibujo.imagen())
        else:
            raise TypeError(sitio.name)
        _describir(marco, nombre, dibujo.alternativa)
        self.puestos[nombre] = marco
        return hasta

    def _notas(self, notas: list[str], *, desde: float) -> None:
        """Con la letra mayor con que caben todas; si no caben, las últimas las dice quien habla."""
        sitio = self.sitios[disenos.NOTAS]
        if not notas:
            quitar(sitio)
            return
        izquierda, ancho = sitio.left, sitio.width.inches
        cabe = self._fin - desde
        sitio.left, sitio.top = izquierda, Inches(desde)
        sitio.width, sitio.height = Inches(ancho), Inches(cabe)
        menor = NOTA[-1]
        if cuantos(notas, ancho, cabe, menor) < len(notas):
            van = cuantos([SIGUEN, *notas], ancho, cabe, menor) - 1
            notas, self.sobran = [*notas[:van], SIGUEN], notas[van:]
        solas = self.hoja.tabla is None and self.hoja.dibujo is None
        escribir(sitio, notas, NOTA_GRANDE if solas else NOTA)
        self.puestos[disenos.NOTAS] = sitio


def quitar(sitio: BaseShape) -> None:
    """Un sitio vacío pediría escribir en él."""
    elemento = sitio._element  # python-pptx no tiene cómo borrar una forma
    elemento.getparent().remove(elemento)


def _imagen(sitio: PicturePlaceholder, png: bytes) -> PlaceholderPicture:
    """Entera y sin deformar, en medio de su sitio; python-pptx la recortaría para llenarlo."""
    izquierda, arriba, ancho, de_alto = sitio.left, sitio.top, sitio.width, sitio.height
    imagen: PlaceholderPicture = sitio.insert_picture(BytesIO(png))
    imagen.crop_left = imagen.crop_right = imagen.crop_top = imagen.crop_bottom = 0
    suyo_ancho, suyo_alto = imagen.image.size
    escala = min(ancho / suyo_ancho, de_alto / suyo_alto)
    imagen.width, imagen.height = Emu(int(suyo_ancho * escala)), Emu(int(suyo_alto * escala))
    imagen.left = Emu(izquierda + (ancho - imagen.width) // 2)
    imagen.top = Emu(arriba + (de_alto - imagen.height) // 2)
    return imagen


def _describir(forma: BaseShape, nombre: str, alternativa: str) -> None:
    """Su nombre en el panel de selección y lo que dice sin verla."""
    forma.name = nombre
    propias = forma._element._nvXxPr.cNvPr  # python-pptx no da el texto alternativo
    propias.set("descr", alternativa)
