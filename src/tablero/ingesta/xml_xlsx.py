"""Qué hay en un .xlsx antes de leerlo: cuánto ocupa y qué celdas no dirían la verdad."""

import posixpath
import re
from dataclasses import dataclass, field
from functools import cache

from tablero.errores import ArchivoIlegible
from tablero.ingesta.lector_xml import BASTANTE, Oyente, es_natural
from tablero.ingesta.limites import COLUMNAS_DE_EXCEL, FILAS_DE_EXCEL, MAX_COLUMNAS, Medidor
from tablero.ingesta.rarezas import PORCENTAJE, SIN_RESULTADO, Rarezas, error_de_formula

POSICION = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
FORMATOS_DE_PORCENTAJE = {"9": "0%", "10": "0.00%"}
"""Los que Excel trae puestos."""
LITERAL = re.compile(r'"[^"]*"|\\.')
"""Lo que en un código de formato se muestra tal cual."""

CIERTO = ("1", "true")

ESTILOS = "xl/styles.xml"
TEXTOS = "xl/sharedstrings.xml"
LIBRO = "xl/workbook.xml"
RELACIONES = "xl/_rels/workbook.xml.rels"


def orden_de_lectura(miembro: str) -> int:
    """Primero lo que las hojas citan: estilos y textos compartidos."""
    return 0 if miembro.lower() in (ESTILOS, TEXTOS) else 1


@dataclass
class _Hoja:
    filas: int = 0
    columnas: int = 0
    rarezas: Rarezas = field(default_factory=Rarezas)


class OyenteXlsx(Oyente):
    """Recorre todos los miembros de un .xlsx."""

    def __init__(self, max_columnas: int = MAX_COLUMNAS) -> None:
        self._medidor = Medidor(max_columnas=max_columnas)
        self._partes: dict[str, _Hoja] = {}
        self._hojas: list[tuple[str, str]] = []
        self._destinos: dict[str, str] = {}
        self._largos: list[int] = []
        self._codigos = dict(FORMATOS_DE_PORCENTAJE)
        self._estilos: list[str] = []
        self._desde_1904 = False

    def empezar(self, miembro: str) -> None:
        """Comienza otro miembro: contadores en cero."""
        self._miembro = miembro.lower()
        self._hoja = self._partes.setdefault(self._miembro, _Hoja())
        self._fila = 1
        self._columna = 0
        self._largo = 0
        self._en_formatos_de_celda = False
        self._tipo = self._estilo = self._valor = ""
        self._en_valor = self._tiene_valor = self._tiene_formula = False

    def abrir(self, nombre: str, atributos: dict[str, str]) -> None:
        """Anota lo que dice cada elemento."""
        match nombre:
            case "c":
                self._abrir_celda(atributos)
            case "v" | "is":
                self._tiene_valor = True
                self._en_valor = nombre == "v"
            case "f":
                self._tiene_formula = True
            case "row":
                self._abrir_fila(atributos)
            case "col":
                self._hoja.rarezas.columnas_ocultas.update(_columnas_ocultas(atributos))
            case "si":
                self._largo = 0
            case "mergeCell":
                self._hoja.rarezas.combinadas.append(atributos.get("ref", "?"))
            case "cellXfs":
                self._en_formatos_de_celda = True
            case "xf" if self._en_formatos_de_celda:
                self._estilos.append(atributos.get("numFmtId", ""))
            case "numFmt":
                codigo = atributos.get("formatCode", "")
                self._codigos.setdefault(atributos.get("numFmtId", ""), codigo)
            case "workbookPr" | "sheet" if self._miembro == LIBRO:
                self._abrir_del_libro(nombre, atributos)
            case "Relationship" if self._miembro == RELACIONES:
                self._destinos[atributos.get("Id", "")] = atributos.get("Target", "")

    def texto(self, texto: str) -> None:
        """Guarda el valor de la celda, o cuenta un texto compartido."""
        if self._en_valor and len(self._valor) < BASTANTE:
            self._valor += texto
        else:
            self._largo += len(texto)

    def cerrar(self, nombre: str) -> None:
        """Cierra celdas, filas y textos compartidos."""
        match nombre:
            case "v":
                self._en_valor = False
            case "c":
                self._cerrar_celda()
            case "row":
                self._fila += 1
                self._columna = 0
            case "si" if self._miembro == TEXTOS:
                self._largos.append(self._largo)
            case "cellXfs":
                self._en_formatos_de_celda = False

    def terminar(self) -> dict[str, Rarezas]:
        """Hoja → sus rarezas; `ArchivoIlegible` si el libro pasa de un tope."""
        rarezas: dict[str, Rarezas] = {}
        for nombre, relacion in self._hojas:
            hoja = self._partes.get(_parte(self._destinos.get(relacion, "")))
            if hoja is None:
                raise ArchivoIlegible(f"está incompleto: le falta el contenido de «{nombre}».")
            self._medidor.sumar_hoja(nombre, hoja.filas, hoja.columnas)
            hoja.rarezas.desde_1904 = self._desde_1904
            rarezas[nombre] = hoja.rarezas
        return rarezas

    def _abrir_del_libro(self, nombre: str, atributos: dict[str, str]) -> None:
        if nombre == "workbookPr":
            self._desde_1904 = atributos.get("date1904") in CIERTO
        else:
            ids = [v for k, v in atributos.items() if k.endswith(":id")]
            self._hojas.append((atributos.get("name", ""), ids[0] if ids else ""))

    def _abrir_fila(self, atributos: dict[str, str]) -> None:
        if "r" in atributos:
            self._fila = int(atributos["r"]) if es_natural(atributos["r"]) else 0
        if not 1 <= self._fila <= FILAS_DE_EXCEL:
            raise ArchivoIlegible(f"está dañado: «{self._miembro}» tiene una fila imposible.")
        if atributos.get("hidden") in CIERTO:
            self._hoja.rarezas.filas_ocultas.add(self._fila)

    def _abrir_celda(self, atributos: dict[str, str]) -> None:
        self._columna += 1
        if "r" in atributos:
            partes = POSICION.fullmatch(atributos["r"])
            self._columna, self._fila = (_columna(partes[1]), int(partes[2])) if partes else (0, 0)
        if not (1 <= self._columna <= COLUMNAS_DE_EXCEL and 1 <= self._fila <= FILAS_DE_EXCEL):
            raise ArchivoIlegible(f"está dañado: «{self._miembro}» tiene una celda imposible.")
        self._tipo = atributos.get("t", "n")
        self._estilo = atributos.get("s", "")
        self._valor = ""
        self._tiene_valor = self._tiene_formula = False

    def _cerrar_celda(self) -> None:
        celdas = self._hoja.rarezas.celdas
        lugar = (self._fila, self._columna)
        if self._tiene_formula and not self._valor and self._tipo != "str":
            celdas[lugar] = SIN_RESULTADO  # con tipo «str», el resultado es un texto vacío
        if not self._tiene_valor and lugar not in celdas:
            return
        self._hoja.filas = max(self._hoja.filas, self._fila)
        self._hoja.columnas = max(self._hoja.columnas, self._columna)
        if self._tipo == "e":
            celdas[lugar] = error_de_formula(self._valor or "#?")
        elif self._tipo == "s":
            self._medidor.sumar_texto(self._largo_compartido())
        elif self._tipo == "n" and self._valor and self._es_porcentaje():
            celdas[lugar] = PORCENTAJE

    def _largo_compartido(self) -> int:
        if not self._valor:
            return 0
        indice = int(self._valor) if es_natural(self._valor) else -1
        if not 0 <= indice < len(self._largos):
            raise ArchivoIlegible("está dañado: una celda cita un texto que el libro no tiene.")
        return self._largos[indice]

    def _es_porcentaje(self) -> bool:
        if not es_natural(self._estilo) or int(self._estilo) >= len(self._estilos):
            return False
        codigo = self._codigos.get(self._estilos[int(self._estilo)], "")
        return "%" in LITERAL.sub("", codigo)


def _parte(destino: str) -> str:
    """Nombre del miembro al que apunta una relación, que puede ser relativa a `xl/`."""
    if destino.startswith("xl/"):
        destino = f"/{destino}"
    return posixpath.normpath(posixpath.join("/xl", destino)).lstrip("/").lower()


def _columnas_ocultas(atributos: dict[str, str]) -> range:
    """Las de un elemento `col`, desde 1, si están ocultas."""
    desde, hasta = atributos.get("min", ""), atributos.get("max", "")
    if atributos.get("hidden") not in CIERTO or not (es_natural(desde) and es_natural(hasta)):
        return range(0)
    return range(int(desde), min(int(hasta), COLUMNAS_DE_EXCEL) + 1)


@cache
def _columna(letras: str) -> int:
    columna = 0
    for letra in letras:
        columna = columna * 26 + ord(letra) - ord("A") + 1
    return columna
