"""Qué hay en un .ods antes de leerlo: cuánto ocupa y qué celdas no dirían la verdad."""

from dataclasses import dataclass, field

from tablero.errores import ArchivoIlegible
from tablero.ingesta.fila import letras
from tablero.ingesta.lector_xml import BASTANTE, Oyente, es_natural
from tablero.ingesta.limites import Medidor
from tablero.ingesta.rarezas import (
    HORA,
    PORCENTAJE,
    SALTO,
    SIN_RESULTADO,
    Rarezas,
    error_de_formula,
)

CELDAS = ("table-cell", "covered-table-cell")
MANIFIESTO = "META-INF/manifest.xml"


def orden_de_lectura(miembro: str) -> int:
    """Primero el manifiesto, que dice si lo demás está cifrado."""
    return 0 if miembro == MANIFIESTO else 1


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
    def tiene_dato(self) -> bool:
        return any(a.startswith("office:") or a == "table:formula" for a in self.atributos)


@dataclass
class _Tabla:
    nombre: str = ""
    filas: int = 0
    columnas: int = 0
    rarezas: Rarezas = field(default_factory=Rarezas)


class OyenteOds(Oyente):
    """Recorre todos los miembros de un .ods; las hojas están en `content.xml`."""

    def __init__(self) -> None:
        self._medidor = Medidor()
        self._tablas: list[_Tabla] = []

    def empezar(self, miembro: str) -> None:
        """Comienza otro miembro: contadores en cero."""
        self._es_contenido = miembro == "content.xml"
        self._tabla = _Tabla()
        self._celda: _Celda | None = None
        self._nota = 0
        self._fila = self._veces_fila = self._columna = self._ultima = self._texto_fila = 0

    def abrir(self, nombre: str, atributos: dict[str, str]) -> None:
        """Anota lo que dice cada elemento."""
        if nombre == "encryption-data":
            raise ArchivoIlegible("está protegido con contraseña; quítesela y vuelva a guardarlo.")
        if not self._es_contenido:
            return
        match nombre:
            case "table":
                self._tabla = _Tabla(atributos.get("table:name", ""))
                self._tablas.append(self._tabla)
                self._fila = 0
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

    def texto(self, texto: str) -> None:
        """El texto de una celda, sin el de su nota."""
        if self._celda and not self._nota:
            self._celda.largo += len(texto)
            if len(self._celda.texto) < BASTANTE:
                self._celda.texto += texto

    def cerrar(self, nombre: str) -> None:
        """Cierra celdas y filas."""
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

    def terminar(self) -> dict[str, Rarezas]:
        """Hoja → sus rarezas; `ArchivoIlegible` si el libro pasa de un tope."""
        for tabla in self._tablas:
            self._medidor.sumar_hoja(tabla.nombre, tabla.filas, tabla.columnas)
        return {tabla.nombre: tabla.rarezas for tabla in self._tablas}

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
        if rareza := _rareza(celda):
            self._tabla.rarezas.celdas[fila, columna] = rareza


def _rareza(celda: _Celda) -> str:
    es_formula = "table:formula" in celda.atributos
    if celda.atributos.get("calcext:value-type") == "error" or (
        es_formula and celda.texto.startswith(("#", "Err:"))
    ):
        return error_de_formula(celda.texto or "#?")
    if not celda.clase:
        return SIN_RESULTADO if es_formula else ""
    if celda.tiene_salto:
        return SALTO
    return {"percentage": PORCENTAJE, "time": HORA}.get(celda.clase, "")


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
