"""Qué hay en un .ods antes de leerlo: cuánto ocupa y qué celdas no dirían la verdad."""

from dataclasses import dataclass, field

from tablero.errores import ArchivoIlegible
from tablero.libro.fila import letras
from tablero.libro.lector_xml import BASTANTE, Oyente, es_natural
from tablero.libro.limites import Medidor
from tablero.libro.rarezas import (
    HORA,
    NUMERO,
    PORCENTAJE,
    SALTO,
    SIN_RESULTADO,
    Rarezas,
    clase_desconocida,
    error_de_formula,
    guarda_otra_cosa,
    rareza_de_numero,
)
from tablero.libro.revisado import Estado, HojaDelLibro, Sirve

CELDAS = ("table-cell", "covered-table-cell")
PREFIJOS = ("office", "table", "text")
"""Los que el lector de hojas espera; con otros, daría por vacías todas las celdas."""
VALORES = {
    "float": ("número", "office:value"),
    "percentage": ("porcentaje", "office:value"),
    "currency": ("moneda", "office:value"),
    "date": ("fecha", "office:date-value"),
    "time": ("hora", "office:time-value"),
    "boolean": ("valor lógico", "office:boolean-value"),
}
"""Clase de celda → qué es y el atributo que lleva su valor; el de un texto es su contenido."""
NUMERICAS = ("float", "percentage", "currency")


class OyenteManifiesto(Oyente):
    """Del manifiesto solo importa si lo demás está cifrado."""

    def abrir(self, nombre: str, atributos: dict[str, str]) -> bool:
        """Rechaza un libro con contraseña."""
        if nombre == "encryption-data":
            raise ArchivoIlegible("está protegido con contraseña; quítesela y vuelva a guardarlo.")
        return False


@dataclass
class _Celda:
    """La celda que se está leyendo, y las iguales que le siguen."""

    atributos: dict[str, str]
    veces: int
    texto: str = ""
    """El comienzo; `largo` cuenta lo demás."""
    largo: int = 0
    tiene_salto: bool = False

    @property
    def clase(self) -> str:
        return self.atributos.get("office:value-type", "")

    @property
    def valor(self) -> str | None:
        """El que lleva en un atributo; `None` si no lo lleva."""
        return self.atributos.get(VALORES.get(self.clase, ("", ""))[1])

    @property
    def que_es(self) -> str:
        """La clase, en palabras."""
        return VALORES[self.clase][0]

    @property
    def tiene_dato(self) -> bool:
        return any(a.startswith("office:") or a == "table:formula" for a in self.atributos)


@dataclass
class _Tabla:
    nombre: str = ""
    estado: Estado = Estado.VISIBLE
    se_lee: bool = True
    filas: int = 0
    columnas: int = 0
    rarezas: Rarezas = field(default_factory=Rarezas)


class OyenteOds(Oyente):
    """Recorre `content.xml`, donde están todas las hojas; sobran las que no se leen."""

    def __init__(self, sirve: Sirve) -> None:
        self._sirve = sirve
        self._medidor = Medidor()
        self._tablas: list[_Tabla] = []
        self._ocultos: set[str] = set()
        """Estilos de las hojas que no se ven."""
        self._estilo = ""
        self._tabla = _Tabla()
        self._celda: _Celda | None = None
        self._hondo = self._nota = 0
        self._fila = self._veces_fila = self._columna = self._ultima = self._texto_fila = 0

    def abrir(self, nombre: str, atributos: dict[str, str]) -> bool:
        """Anota lo que dice cada elemento; una hoja que no se lee sobra."""
        if self._hondo and not self._tabla.se_lee:
            self._hondo += nombre == "table"
            return False
        match nombre:
            case "document-content":
                _exigir_prefijos(atributos)
            case "style":
                self._estilo = atributos.get("style:name", "")
            case "table-properties" if atributos.get("table:display") == "false":
                self._ocultos.add(self._estilo)
            case "table":
                return self._abrir_tabla(atributos)
            case "table-row":
                self._veces_fila = _repeticiones(atributos, "table:number-rows-repeated")
                self._columna = self._ultima = self._texto_fila = 0
            case "table-cell" | "covered-table-cell":
                veces = _repeticiones(atributos, "table:number-columns-repeated")
                self._celda = _Celda(atributos, veces)
            case "annotation":
                self._nota += 1
            case "s" if self._celda:
                self._celda.largo += _repeticiones(atributos, "text:c")
            case "tab" | "line-break" if self._celda and not self._nota:
                self._celda.tiene_salto = True
        return False

    def texto(self, texto: str) -> None:
        """El texto de una celda, sin el de su nota."""
        if self._celda and not self._nota:
            self._celda.largo += len(texto)
            if len(self._celda.texto) < BASTANTE:
                self._celda.texto += texto

    def cerrar(self, nombre: str) -> bool:
        """Cierra celdas, filas y hojas."""
        if nombre == "table" and self._hondo:
            self._hondo -= 1
            return not self._tabla.se_lee
        if self._hondo and not self._tabla.se_lee:
            return False
        if nombre == "annotation":
            self._nota -= 1
        elif nombre in CELDAS and self._celda:
            self._cerrar_celda(self._celda)
            self._celda = None
        elif nombre == "table-row":
            self._medidor.sumar_texto(self._texto_fila * self._veces_fila)
            self._fila += self._veces_fila
            if self._ultima:
                self._tabla.filas = self._fila
                self._tabla.columnas = max(self._tabla.columnas, self._ultima)
        return False

    def terminar(self) -> tuple[HojaDelLibro, ...]:
        """Las hojas; `ArchivoIlegible` si las que se leen pasan de un tope."""
        hojas = []
        leidas = 0
        for tabla in self._tablas:
            lugar = None
            if tabla.se_lee:
                self._medidor.sumar_hoja(tabla.nombre, tabla.filas, tabla.columnas)
                lugar, leidas = leidas, leidas + 1
            hojas.append(
                HojaDelLibro(tabla.nombre, tabla.estado, lugar=lugar, rarezas=tabla.rarezas)
            )
        return tuple(hojas)

    def _abrir_tabla(self, atributos: dict[str, str]) -> bool:
        self._hondo += 1
        if self._hondo > 1:
            raise ArchivoIlegible(
                f"la hoja «{self._tabla.nombre}» tiene una tabla dentro de otra; sepárelas."
            )
        nombre = atributos.get("table:name", "")
        oculta = atributos.get("table:style-name", "") in self._ocultos
        estado = Estado.OCULTA if oculta else Estado.VISIBLE
        self._tabla = _Tabla(nombre, estado, self._sirve(nombre))
        self._tablas.append(self._tabla)
        self._fila = 0
        return not self._tabla.se_lee

    def _cerrar_celda(self, celda: _Celda) -> None:
        fila, columna = self._fila + 1, self._columna + 1
        self._columna += celda.veces
        if combinadas := _combinadas(celda.atributos, fila, columna):
            self._tabla.rarezas.combinadas.append(combinadas)
        if not celda.tiene_dato:
            return
        self._ultima = self._columna
        if celda.clase == "string":
            largo = celda.largo + len(celda.atributos.get("office:string-value", ""))
            self._texto_fila += largo * celda.veces
        if celda.clase in NUMERICAS and celda.valor and not NUMERO.fullmatch(celda.valor):
            que = guarda_otra_cosa(celda.valor, celda.que_es)
            lugar = f"{letras(columna)}{fila}"
            raise ArchivoIlegible(f"hoja «{self._tabla.nombre}», celda {lugar}: {que}")
        if rareza := _rareza(celda):
            self._tabla.rarezas.celdas[fila, columna] = rareza


def _rareza(celda: _Celda) -> str:
    es_formula = "table:formula" in celda.atributos
    if celda.atributos.get("calcext:value-type") == "error" or (
        es_formula and celda.texto.startswith(("#", "Err:"))
    ):
        return error_de_formula(celda.texto or "#?")
    if es_formula and celda.clase != "string" and not celda.valor:
        return SIN_RESULTADO
    if celda.clase == "string":
        return SALTO if celda.tiene_salto else ""
    return _del_valor(celda) if celda.clase else ""


def _del_valor(celda: _Celda) -> str:
    """La rareza de una celda que no es de texto: el lector de hojas las da por vacías o falsas."""
    valor = celda.valor or ""
    if celda.clase not in VALORES:
        return clase_desconocida(celda.clase)
    if not valor or (celda.clase == "boolean" and valor not in ("true", "false")):
        return guarda_otra_cosa(valor or celda.texto, celda.que_es)
    fija = {"percentage": PORCENTAJE, "time": HORA}.get(celda.clase, "")
    return fija or (rareza_de_numero(valor) if celda.clase in NUMERICAS else "")


def _exigir_prefijos(atributos: dict[str, str]) -> None:
    if any(f"xmlns:{prefijo}" not in atributos for prefijo in PREFIJOS):
        raise ArchivoIlegible(
            "no lo guardó un programa de hojas de cálculo conocido; ábralo en LibreOffice y "
            "guárdelo de nuevo."
        )


def _combinadas(atributos: dict[str, str], fila: int, columna: int) -> str:
    """El rango que ocupa la celda, si ocupa más de una."""
    ancho = _repeticiones(atributos, "table:number-columns-spanned")
    alto = _repeticiones(atributos, "table:number-rows-spanned")
    if ancho == alto == 1:
        return ""
    return f"{letras(columna)}{fila}:{letras(columna + ancho - 1)}{fila + alto - 1}"


def _repeticiones(atributos: dict[str, str], clave: str) -> int:
    texto = atributos.get(clave, "1")
    if not es_natural(texto):
        raise ArchivoIlegible(f"está dañado: «{texto}» no es un número de repeticiones.")
    return int(texto)
