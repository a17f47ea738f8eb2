"""El patrón de la plantilla propia y sus diseños, en el XML que PowerPoint y LibreOffice leen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from pptx.oxml.ns import nsdecls
from pptx.util import Inches, Pt

from tablero.exportar.escribir.oficina.propiedades import IDIOMA
from tablero.exportar.escribir.pptx import disenos
from tablero.exportar.escribir.pptx.cabe import FUENTE, NOTA, TEXTO, TITULO
from tablero.exportar.escribir.pptx.disenos import Diseno

LETRA = "Arial"
"""La que todo computador tiene: la del papel no está en el de quien abra el archivo."""
FONDO, TINTA, TITULAR, ACENTO = "bg1", "tx1", "tx2", "accent1"


@dataclass(frozen=True)
class Caja:
    """El sitio de un marcador, en pulgadas."""

    izquierda: float
    arriba: float
    ancho: float
    alto: float

    def xml(self) -> str:
        """Sus medidas, como las pide la presentación."""
        return (
            f'<a:xfrm><a:off x="{Inches(self.izquierda)}" y="{Inches(self.arriba)}"/>'
            f'<a:ext cx="{Inches(self.ancho)}" cy="{Inches(self.alto)}"/></a:xfrm>'
        )


MARGEN, UTIL = 0.6, 12.13
ARRIBA, CUERPO = 1.6, 3.8
DE_LAS_CIFRAS = 3.7
A_LA_DERECHA = MARGEN + DE_LAS_CIFRAS + 0.25
CAJAS: Mapping[str, Caja] = {
    disenos.TITULO: Caja(MARGEN, 0.45, UTIL, 1.05),
    disenos.NOTAS: Caja(MARGEN, 5.5, UTIL, 1.0),
    disenos.FUENTE: Caja(MARGEN, 6.66, 11.2, 0.6),
    **{
        sitio: Caja(MARGEN + n * 4.1, ARRIBA, 3.9, CUERPO)
        for n, sitio in enumerate(disenos.TRES_CIFRAS)
    },
}
ENTERA = Caja(MARGEN, ARRIBA, UTIL, CUERPO)
AL_LADO = Caja(A_LA_DERECHA, ARRIBA, MARGEN + UTIL - A_LA_DERECHA, CUERPO)
CIFRAS = Caja(MARGEN, ARRIBA, DE_LAS_CIFRAS, CUERPO)
DEL_TEXTO = Caja(MARGEN, ARRIBA, UTIL, 4.9)
DE_PORTADA = {
    disenos.TITULO: Caja(MARGEN, 1.7, UTIL, 1.7),
    disenos.TEXTO: Caja(MARGEN, 3.55, UTIL, 2.6),
}
TIPOS = {
    disenos.TITULO: "title",
    disenos.GRAFICO: "chart",
    disenos.TABLA: "tbl",
    disenos.IMAGEN: "pic",
}
PIDEN = {
    disenos.TITULO: "El mensaje",
    disenos.GRAFICO: "El gráfico",
    disenos.TABLA: "La tabla",
    disenos.IMAGEN: "La imagen",
    disenos.NOTAS: "Lo que hay que saber para leerlo bien",
    disenos.FUENTE: "La fuente y su corte",
    disenos.TEXTO: "El texto",
}
DE_CIFRA = ("La cifra", "Lo que mide", "Lo que hay que saber de ella")


def patron_xml() -> str:
    """El patrón: el fondo, el filo de color, el título, el texto y el número de la diapositiva."""
    return (
        f"<p:cSld {nsdecls('p', 'a', 'r')}>"
        '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr>'
        f"</p:bg>{_arbol([_filo(), *_del_patron()])}</p:cSld>"
    )


def estilos_xml() -> str:
    """La letra del título, la del texto y la de lo demás."""
    niveles = "".join(_nivel(n, NOTA[0], TINTA) for n in range(1, 6))
    return (
        f"<p:txStyles {nsdecls('p', 'a', 'r')}><p:titleStyle>"
        f"{_nivel(1, TITULO[0], TITULAR, negrilla=True, encabezado=True)}</p:titleStyle>"
        f"<p:bodyStyle>{niveles}</p:bodyStyle><p:otherStyle>{niveles}</p:otherStyle></p:txStyles>"
    )


def diseno_xml(diseno: Diseno) -> str:
    """Lo que lleva un diseño: sus sitios, en el orden en que se leen."""
    sitios = [_sitio(diseno, sitio, numero) for numero, sitio in enumerate(diseno.sitios)]
    return (
        f'<p:cSld {nsdecls("p", "a", "r")} name="{escape(diseno.nombre)}">'
        f"{_arbol([*sitios, _numero(len(sitios) + 2)])}</p:cSld>"
    )


def _arbol(formas: Iterable[str]) -> str:
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
        f'<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>{"".join(formas)}</p:spTree>'
    )


def _filo() -> str:
    """El filo de color, arriba: lo único que adorna."""
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="Filo"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
        f"</p:nvSpPr><p:spPr>{Caja(0, 0, 13.334, 0.12).xml()}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:schemeClr val="{TITULAR}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
        "</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>"
    )


def _del_patron() -> list[str]:
    titulo = _marcador(
        2, disenos.TITULO, 'type="title"', CAJAS[disenos.TITULO], ["El mensaje"], ancla="ctr"
    )
    texto = _marcador(
        3, disenos.TEXTO, 'type="body" idx="1"', DEL_TEXTO, ["El texto", "Segundo nivel"]
    )
    return [titulo, texto, _numero(4)]


def _sitio(diseno: Diseno, sitio: str, numero: int) -> str:
    de_titulo = sitio == disenos.TITULO
    tipo = TIPOS.get(sitio, "body")
    marca = f'type="{tipo}"' if de_titulo else f'type="{tipo}" idx="{numero + 9}"'
    es_cifra = sitio in (disenos.CIFRAS, *disenos.TRES_CIFRAS)
    return _marcador(
        numero + 2,
        sitio,
        marca,
        _caja(diseno, sitio),
        DE_CIFRA if es_cifra else [PIDEN[sitio]],
        estilo=_estilo(diseno, sitio, es_cifra=es_cifra),
        ancla="ctr" if de_titulo and diseno is not disenos.PORTADA else "b" if de_titulo else "t",
    )


def _caja(diseno: Diseno, sitio: str) -> Caja:
    if diseno is disenos.PORTADA and sitio in DE_PORTADA:
        return DE_PORTADA[sitio]
    if sitio in CAJAS:
        return CAJAS[sitio]
    if sitio == disenos.CIFRAS:
        return CIFRAS
    if sitio == disenos.TEXTO:
        return DEL_TEXTO
    return AL_LADO if disenos.CIFRAS in diseno.sitios else ENTERA


def _estilo(diseno: Diseno, sitio: str, *, es_cifra: bool) -> str:
    if es_cifra:
        return (
            _nivel(1, 54, ACENTO, negrilla=True, encabezado=True)
            + _nivel(2, NOTA[0], TINTA)
            + _nivel(3, NOTA[2], TINTA)
        )
    if sitio == disenos.TITULO:
        return (
            _nivel(1, 40, TITULAR, negrilla=True, encabezado=True)
            if diseno is (disenos.PORTADA)
            else ""
        )
    letras = {disenos.FUENTE: FUENTE[0], disenos.NOTAS: NOTA[0], disenos.TEXTO: TEXTO[1]}
    return _nivel(1, letras.get(sitio, NOTA[0]), TINTA)


def _numero(identificador: int) -> str:
    return _marcador(
        identificador,
        "Número de la diapositiva",
        'type="sldNum" sz="quarter" idx="4"',
        Caja(11.9, 6.66, 0.83, 0.4),
        [],
        estilo=_nivel(1, FUENTE[0], TINTA, alineado="r"),
    )


def _marcador(
    identificador: int,
    nombre: str,
    marca: str,
    caja: Caja,
    textos: Iterable[str],
    *,
    estilo: str = "",
    ancla: str = "t",
) -> str:
    parrafos = "".join(
        f'<a:p><a:pPr lvl="{nivel}"/><a:r><a:rPr lang="{IDIOMA}"/><a:t>{escape(texto)}</a:t></a:r>'
        "</a:p>"
        for nivel, texto in enumerate(textos)
    ) or (
        '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        f'<a:rPr lang="{IDIOMA}"/><a:t>‹N.º›</a:t></a:fld></a:p>'
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{identificador}" name="{escape(nombre)}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {marca}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{caja.xml()}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{ancla}">'
        f"<a:noAutofit/></a:bodyPr><a:lstStyle>{estilo}</a:lstStyle>{parrafos}</p:txBody></p:sp>"
    )


def _nivel(
    numero: int,
    letra: int,
    color: str,
    *,
    negrilla: bool = False,
    encabezado: bool = False,
    alineado: str = "l",
) -> str:
    """Un nivel de texto, sin viñeta ni sangría: aquí cada párrafo es una frase entera."""
    fuente = "+mj" if encabezado else "+mn"
    return (
        f'<a:lvl{numero}pPr marL="0" indent="0" algn="{alineado}">'
        '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:buNone/><a:defRPr sz="{Pt(letra).centipoints}" b="{int(negrilla)}" lang="{IDIOMA}">'
        f'<a:solidFill><a:schemeClr val="{color}"/></a:solidFill><a:latin typeface="{fuente}-lt"/>'
        f'<a:ea typeface="{fuente}-ea"/><a:cs typeface="{fuente}-cs"/></a:defRPr>'
        f"</a:lvl{numero}pPr>"
    )
