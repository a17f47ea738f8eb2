"""De un .xlsx, la copia limpia de las hojas que se leen.

La parte principal, los estilos, los textos y cada hoja se hallan por las relaciones del paquete,
se llamen como se llamen (`xl/workbook22.xml`), y en la copia llevan sus nombres de siempre. Las
hojas que no se leen no se expanden: no cuestan nada, por grandes que sean.
"""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tablero.errores import ArchivoIlegible
from tablero.libro.lector_xml import Oyente
from tablero.libro.limites import Medidor
from tablero.libro.paquete import PRINCIPAL as DEL_LIBRO
from tablero.libro.paquete import RAIZ, Paquete, Relacion
from tablero.libro.revisado import NO_ES_LIBRO, Estado, HojaDelLibro, LibroRevisado, Sirve
from tablero.libro.xml_xlsx import OyenteEstilos, OyenteHoja, OyenteTextos

PRINCIPAL = "xl/workbook.xml"
ESTILOS, TEXTOS, HOJA = "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet{}.xml"
DE_CELDAS = "worksheet"
"""La clase de relación de una hoja de cálculo; las demás son de gráficos, diálogos o macros."""
ESTADOS = {"hidden": Estado.OCULTA, "veryHidden": Estado.MUY_OCULTA}
OOXML = "http://schemas.openxmlformats.org"
LIBRO = (
    f'<workbook xmlns="{OOXML}/spreadsheetml/2006/main" '
    f'xmlns:r="{OOXML}/officeDocument/2006/relationships">'
    '<workbookPr date1904="{}"/><sheets>{}</sheets></workbook>'
)
UNA_HOJA = '<sheet name="h{0}" sheetId="{0}" r:id="r{0}"/>'
RELACIONES = f'<Relationships xmlns="{OOXML}/package/2006/relationships">{{}}</Relationships>'
UNA_RELACION = (
    f'<Relationship Id="{{}}" Type="{OOXML}/officeDocument/2006/relationships/{{}}" Target="{{}}"/>'
)


def relaciones_de(*relaciones: tuple[str, str, str]) -> str:
    """La parte que dice a dónde lleva cada relación: identificador, clase y destino."""
    return RELACIONES.format("".join(UNA_RELACION.format(*r) for r in relaciones))


class _OyenteLibro(Oyente):
    """Las hojas que dice la parte principal, y desde qué año cuenta las fechas."""

    def __init__(self) -> None:
        self.hojas: list[tuple[str, str, Estado]] = []
        """Nombre, relación y estado."""
        self.desde_1904 = False
        self._es_libro: bool | None = None

    def abrir(self, nombre: str, atributos: dict[str, str]) -> bool:
        if self._es_libro is None:
            self._es_libro = nombre == "workbook"
        if not self._es_libro:
            raise ArchivoIlegible(NO_ES_LIBRO)
        if nombre == "sheet":
            ids = [v for k, v in atributos.items() if k.rpartition(":")[2] == "id"]
            estado = ESTADOS.get(atributos.get("state", ""), Estado.VISIBLE)
            self.hojas.append((atributos.get("name", ""), ids[0] if ids else "", estado))
        elif nombre == "workbookPr":
            self.desde_1904 = atributos.get("date1904", "").lower() in ("1", "true")
        return False


def revisar_xlsx(paquete: Paquete, sirve: Sirve, max_columnas: int) -> LibroRevisado:
    """La copia de las hojas que `sirve` acepta; `ArchivoIlegible` si pasan de un tope."""
    parte = paquete.principal(PRINCIPAL)
    libro = _OyenteLibro()
    paquete.escuchar(parte, libro)
    relaciones = paquete.relaciones(parte)
    medidor = Medidor(max_columnas=max_columnas)
    estilos, textos = OyenteEstilos(), OyenteTextos()
    hojas: list[HojaDelLibro] = []
    salida = BytesIO()
    with ZipFile(salida, "w", ZIP_DEFLATED, compresslevel=1) as copia:
        for donde, clase, oyente in (
            (ESTILOS, "styles", estilos),
            (TEXTOS, "sharedStrings", textos),
        ):
            otra = _de_clase(relaciones, clase) or donde
            if otra in paquete:
                _copiar(paquete, otra, oyente, copia, donde)
        cuantas = 0
        for nombre, relacion, estado in libro.hojas:
            suya = relaciones.get(relacion)
            tiene_celdas = suya is None or suya.clase == DE_CELDAS
            if not (tiene_celdas and sirve(nombre)):
                hojas.append(HojaDelLibro(nombre, estado, tiene_celdas))
                continue
            if suya is None or suya.parte not in paquete:
                raise ArchivoIlegible(f"está incompleto: le falta el contenido de «{nombre}».")
            hoja = OyenteHoja(estilos, textos.largos, medidor)
            _copiar(paquete, suya.parte, hoja, copia, HOJA.format(cuantas + 1))
            medidor.sumar_hoja(nombre, hoja.filas, hoja.columnas)
            hoja.rarezas.desde_1904 = libro.desde_1904
            hojas.append(HojaDelLibro(nombre, estado, lugar=cuantas, rarezas=hoja.rarezas))
            cuantas += 1
        numeros = range(1, cuantas + 1)
        desde_1904 = "1" if libro.desde_1904 else "0"
        suyas = "".join(UNA_HOJA.format(n) for n in numeros)
        copia.writestr(PRINCIPAL, LIBRO.format(desde_1904, suyas))
        enlaces = ((f"r{n}", DE_CELDAS, f"worksheets/sheet{n}.xml") for n in numeros)
        copia.writestr("xl/_rels/workbook.xml.rels", relaciones_de(*enlaces))
        copia.writestr(RAIZ, relaciones_de(("r1", DEL_LIBRO, PRINCIPAL)))
    salida.seek(0)
    return LibroRevisado(salida, tuple(hojas))


def _de_clase(relaciones: dict[str, Relacion], clase: str) -> str:
    return next((r.parte for r in relaciones.values() if r.clase == clase), "")


def _copiar(paquete: Paquete, parte: str, oyente: Oyente, copia: ZipFile, como: str) -> None:
    with copia.open(como, "w") as destino:
        for octetos in paquete.recorrer(parte, oyente):
            destino.write(octetos)
