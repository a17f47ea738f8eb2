"""Qué hay en las partes de un .xlsx: cuánto ocupan y qué celdas no dirían la verdad."""

import re
from functools import cache

from tablero.errores import ArchivoIlegible
from tablero.libro.fila import letras
from tablero.libro.lector_xml import BASTANTE, Oyente, es_natural
from tablero.libro.limites import COLUMNAS_DE_EXCEL, FILAS_DE_EXCEL, Medidor
from tablero.libro.rarezas import (
    PORCENTAJE,
    SIN_RESULTADO,
    Rarezas,
    clase_desconocida,
    error_de_formula,
    guarda_otra_cosa,
    rareza_de_numero,
)

POSICION = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
FORMATOS_DE_PORCENTAJE = {"9": "0%", "10": "0.00%"}
"""Los que Excel trae puestos."""
LITERAL = re.compile(r'"[^"]*"|\\.')
"""Lo que en un código de formato se muestra tal cual."""
OCULTA = ("1", "true")
LOGICOS = ("0", "1", "true", "false")
DE_TEXTO = ("s", "str", "inlineStr", "d")
"""Clases de celda cuyo valor es un texto, o una fecha escrita: con ninguno falla la lectura."""


class OyenteEstilos(Oyente):
    """Los formatos de número de un libro."""

    def __init__(self) -> None:
        self._codigos = dict(FORMATOS_DE_PORCENTAJE)
        self._formatos: list[str] = []
        self._en_formatos_de_celda = False

    def abrir(self, nombre: str, atributos: dict[str, str]) -> bool:
        """Anota los formatos y cuál lleva cada estilo."""
        match nombre:
            case "cellXfs":
                self._en_formatos_de_celda = True
            case "xf" if self._en_formatos_de_celda:
                self._formatos.append(atributos.get("numFmtId", ""))
            case "numFmt":
                codigo = atributos.get("formatCode", "")
                self._codigos.setdefault(atributos.get("numFmtId", ""), codigo)
        return False

    def cerrar(self, nombre: str) -> bool:
        """Termina la lista de estilos de celda."""
        if nombre == "cellXfs":
            self._en_formatos_de_celda = False
        return False

    def es_porcentaje(self, estilo: str) -> bool:
        """Si una celda con ese estilo muestra 0,5 como 50 %."""
        if not es_natural(estilo) or int(estilo) >= len(self._formatos):
            return False
        codigo = self._codigos.get(self._formatos[int(estilo)], "")
        return "%" in LITERAL.sub("", codigo)


class OyenteTextos(Oyente):
    """El largo de cada texto compartido."""

    def __init__(self) -> None:
        self.largos: list[int] = []
        self._largo = 0

    def abrir(self, nombre: str, atributos: dict[str, str]) -> bool:
        """Comienza un texto."""
        if nombre == "si":
            self._largo = 0
        return False

    def texto(self, texto: str) -> None:
        """Cuenta sus caracteres."""
        self._largo += len(texto)

    def cerrar(self, nombre: str) -> bool:
        """Termina un texto."""
        if nombre == "si":
            self.largos.append(self._largo)
        return False


class OyenteHoja(Oyente):
    """Hasta dónde llega una hoja y qué celdas no dirían la verdad."""

    mira_octetos = True

    def __init__(self, estilos: OyenteEstilos, largos: list[int], medidor: Medidor) -> None:
        self._estilos = estilos
        self._largos = largos
        self._medidor = medidor
        self._fila = 1
        self._columna = 0
        self._ultima = (0, 0)
        """La celda anterior: con dos iguales, cuál vale depende del programa que la abra."""
        self._clase = self._estilo = self._valor = ""
        self._en_datos = self._en_valor = self._tiene_valor = self._tiene_formula = False
        self.filas = self.columnas = 0
        self.rarezas = Rarezas()

    def empezar(self, miembro: str) -> None:
        """Comienza la hoja."""
        self._miembro = miembro

    def abrir(self, nombre: str, atributos: dict[str, str]) -> bool:
        """Anota lo que dice cada elemento; un valor puede que sobre."""
        match nombre:
            case "sheetData":
                self._en_datos = True
            case "mergeCell":
                self.rarezas.combinadas.append(atributos.get("ref", "?"))
            case "col":
                self.rarezas.columnas_ocultas.update(_columnas_ocultas(atributos))
            case _ if not self._en_datos:
                return False
            case "c":
                self._abrir_celda(atributos)
            case "v":
                self._tiene_valor = self._en_valor = True
                self._valor = ""
                return True
            case "is":
                self._tiene_valor = True
            case "f":
                self._tiene_formula = True
            case "row":
                self._abrir_fila(atributos)
        return False

    def texto(self, texto: str) -> None:
        """Guarda el valor de la celda."""
        if self._en_valor and len(self._valor) < BASTANTE:
            self._valor += texto

    def octetos(self, octetos: bytearray) -> None:
        """Un valor va escrito tal cual: el lector de hojas lee «5» en `5<!-- -->6`."""
        if b"<!" in octetos or b"<?" in octetos or (b"&" in octetos and self._clase != "str"):
            raise ArchivoIlegible(
                f"«{self._miembro}» guarda un valor como ningún programa de hojas de cálculo lo "
                "escribe; ábralo en uno y guárdelo de nuevo."
            )

    def cerrar(self, nombre: str) -> bool:
        """Cierra celdas y filas; sobra el valor con que la lectura fallaría."""
        match nombre:
            case "v" if self._en_valor:
                self._en_valor = False
                return self._es_ilegible()
            case "c" if self._en_datos:
                self._cerrar_celda()
            case "row" if self._en_datos:
                self._fila += 1
                self._columna = 0
            case "sheetData":
                self._en_datos = False
        return False

    def _abrir_fila(self, atributos: dict[str, str]) -> None:
        if "r" in atributos:
            self._fila = int(atributos["r"]) if es_natural(atributos["r"]) else 0
        if not 1 <= self._fila <= FILAS_DE_EXCEL:
            raise ArchivoIlegible(f"está dañado: «{self._miembro}» tiene una fila imposible.")
        if atributos.get("hidden") in OCULTA:
            self.rarezas.filas_ocultas.add(self._fila)

    def _abrir_celda(self, atributos: dict[str, str]) -> None:
        self._columna += 1
        if "r" in atributos:
            partes = POSICION.fullmatch(atributos["r"])
            self._columna, self._fila = (_columna(partes[1]), int(partes[2])) if partes else (0, 0)
        if not (1 <= self._columna <= COLUMNAS_DE_EXCEL and 1 <= self._fila <= FILAS_DE_EXCEL):
            raise ArchivoIlegible(f"está dañado: «{self._miembro}» tiene una celda imposible.")
        if (self._fila, self._columna) <= self._ultima:
            celda = f"{letras(self._columna)}{self._fila}"
            raise ArchivoIlegible(
                f"está dañado: «{self._miembro}» trae la celda {celda} dos veces o en desorden; "
                "ábralo en un programa de hojas de cálculo, revísela y guárdelo de nuevo."
            )
        self._ultima = self._fila, self._columna
        self._clase = atributos.get("t", "n")
        self._estilo = atributos.get("s", "")
        self._valor = ""
        self._tiene_valor = self._tiene_formula = False

    def _es_ilegible(self) -> bool:
        """Si el valor se anota como rareza de su celda porque la lectura fallaría con él."""
        valor = self._valor
        if self._clase in DE_TEXTO or (not valor and self._clase in ("n", "b")):
            return False
        match self._clase:
            case "e":
                rareza = error_de_formula(valor or "#?")
            case "n":
                rareza = rareza_de_numero(valor)
            case "b":
                es_logico = valor.strip().lower() in LOGICOS
                rareza = "" if es_logico else guarda_otra_cosa(valor, "valor lógico")
            case _:
                rareza = clase_desconocida(self._clase)
        if rareza:
            self.rarezas.celdas[self._fila, self._columna] = rareza
        return bool(rareza)

    def _cerrar_celda(self) -> None:
        celdas = self.rarezas.celdas
        lugar = (self._fila, self._columna)
        if self._tiene_formula and not self._valor and self._clase != "str":
            celdas[lugar] = SIN_RESULTADO  # con clase «str», el resultado es un texto vacío
        if not self._tiene_valor and lugar not in celdas:
            return
        self.filas = max(self.filas, self._fila)
        self.columnas = max(self.columnas, self._columna)
        if self._clase == "s":
            self._medidor.sumar_texto(self._largo_compartido())
        elif self._clase == "n" and self._valor and self._estilos.es_porcentaje(self._estilo):
            celdas.setdefault(lugar, PORCENTAJE)

    def _largo_compartido(self) -> int:
        if not self._valor:
            return 0
        indice = int(self._valor) if es_natural(self._valor) else -1
        if not 0 <= indice < len(self._largos):
            raise ArchivoIlegible("está dañado: una celda cita un texto que el libro no tiene.")
        return self._largos[indice]


def _columnas_ocultas(atributos: dict[str, str]) -> range:
    """Las de un elemento `col`, desde 1, si están ocultas."""
    desde, hasta = atributos.get("min", ""), atributos.get("max", "")
    if atributos.get("hidden") not in OCULTA or not (es_natural(desde) and es_natural(hasta)):
        return range(0)
    return range(int(desde), min(int(hasta), COLUMNAS_DE_EXCEL) + 1)


@cache
def _columna(letras: str) -> int:
    columna = 0
    for letra in letras:
        columna = columna * 26 + ord(letra) - ord("A") + 1
    return columna
