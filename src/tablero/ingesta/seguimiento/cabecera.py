"""Dónde está el encabezado de la hoja cuantitativa: sus filas y los tramos de sus bloques."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tablero.errores import ErrorDeCelda
from tablero.formato import enumerar
from tablero.ingesta.seguimiento.diseno import Bloque, Diseno, Palabras
from tablero.ingesta.seguimiento.hojas import HojaLeida, nombre_de_celda
from tablero.ingesta.seguimiento.rotulos import ANIO, LectorDeRotulos, Rotulo, juntar
from tablero.libro.fila import LugarDeHoja

INDISPENSABLES: tuple[Bloque, ...] = ("avance", "metas")
"""Sin ellos no hay nada que calcular; los demás solo sirven para contrastar."""
FINAL = "final"
COMBINADA = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", re.ASCII)
Clase = Bloque | str
"""Un bloque, «acumulado» o «meta_acumulada» si llevan su propio encabezado, o «otro»."""
OTRO = "otro"


@dataclass
class Tramo:
    """Las columnas que van de un encabezado al siguiente."""

    clase: Clase
    desde: int
    hasta: int
    titulo: str
    """Como está escrito en la hoja."""

    @property
    def columnas(self) -> range:
        """Sus columnas, desde 0."""
        return range(self.desde, self.hasta)


@dataclass
class Cabecera:
    """El encabezado ya encontrado; filas y columnas, desde 0."""

    hoja: HojaLeida
    diseno: Diseno
    bloques: int
    """La fila de los encabezados de los bloques."""
    tramos: list[Tramo]
    rotulos: LectorDeRotulos
    trimestres: int = -1
    """La fila de los trimestres."""
    ultima: int = -1
    """La última fila del encabezado: los datos empiezan en la que sigue."""
    celdas: dict[tuple[int, int], str] = field(default_factory=dict)
    """Lo que se lee en las celdas combinadas que no son la primera de las suyas."""

    def de(self, clase: Clase) -> list[Tramo]:
        """Los tramos de una clase."""
        return [t for t in self.tramos if t.clase == clase]

    def titulo(self, fila: int, columna: int) -> str:
        """El texto de una celda del encabezado, plano; el de una combinada vale en todas."""
        return self.hoja.titulo(fila, columna) or self.celdas.get((fila, columna), "")

    def rotulo(self, columna: int, tramo: Tramo) -> Rotulo:
        """Lo que dice una columna de un bloque, debajo de su encabezado.

        Si ahí no hay ningún año, vale el que esté en la fila misma de los encabezados.
        """
        debajo = juntar(
            self.rotulos.leer(self.titulo(fila, columna))
            for fila in range(self.bloques + 1, self.ultima + 1)
        )
        if debajo.anios:
            return debajo
        escrito = self.titulo(self.bloques, columna)
        arriba = self.rotulos.leer(escrito)
        if columna == tramo.desde:
            # El encabezado del bloque puede decir además el año de su primera columna.
            return debajo._replace(anios=arriba.anios if len(arriba.anios) == 1 else frozenset())
        if escrito == self.titulo(self.bloques, tramo.desde):
            return debajo  # es el mismo encabezado, combinado o repetido
        if de_un_bloque(self.diseno, self.rotulos, escrito):
            # O el de cada una, si está repetido: «Metas programadas 2024».
            return debajo._replace(anios=arriba.anios)
        return juntar([debajo, arriba])

    def fila_del_rotulo(self, columna: int) -> int:
        """La fila donde una columna dice algo, de abajo hacia arriba; si nada, la de los años."""
        return next(
            (f for f in range(self.ultima, self.bloques, -1) if self.titulo(f, columna)),
            min(self.bloques + 1, self.ultima),
        )

    def dice(self, columna: int) -> str:
        """«AO4 («Meta 2023»)», para señalar una columna en un mensaje."""
        fila = self.fila_del_rotulo(columna)
        valor = self.hoja.mostrar(fila, columna)
        return nombre_de_celda(fila, columna) + (f" («{valor}»)" if valor else "")


def buscar_cabecera(
    hoja: HojaLeida, diseno: Diseno, lugar: LugarDeHoja
) -> Cabecera | list[ErrorDeCelda]:
    """El encabezado de la hoja, o por qué no se encuentra: con dos lecturas no se elige ninguna."""
    rotulos = LectorDeRotulos(diseno.trimestres)
    alto = min(diseno.filas_del_encabezado, len(hoja.celdas))
    por_fila = {f: set(_bloques_en(hoja, diseno, rotulos, f)) for f in range(alto)}
    completas = [f for f, bloques in por_fila.items() if bloques.issuperset(INDISPENSABLES)]
    # El encabezado repetido entre los datos, para imprimir, no es otro.
    if len({tuple(_textos(hoja, fila)) for fila in completas}) > 1:
        filas = enumerar([str(f + 1) for f in completas])
        mensaje = f"los encabezados de los bloques están en varias filas ({filas}); deje una sola."
        return [lugar.error(mensaje)]
    if not completas:
        return _sin_bloques(diseno, por_fila, lugar)
    celdas = textos_combinados(hoja, completas[0], diseno.alto_del_encabezado)
    cabecera = Cabecera(hoja, diseno, completas[0], [], rotulos, celdas=celdas)
    cabecera.tramos = list(_tramos(cabecera))
    dobles = [error for bloque in diseno.bloques for error in _doble(cabecera, bloque, lugar)]
    if dobles:
        return dobles
    cabecera.trimestres = cabecera.ultima = _fila_de_trimestres(cabecera)
    if cabecera.trimestres < 0:
        (avance,) = cabecera.de("avance")
        mensaje = (
            f"el bloque «{diseno.llamar('avance')}» no dice sus trimestres; se entienden «Q1», "
            "«T1» o «1er Trimestre 2024»."
        )
        return [lugar.error(mensaje, celda=nombre_de_celda(cabecera.bloques, avance.desde))]
    return cabecera


def de_un_bloque(diseno: Diseno, rotulos: LectorDeRotulos, texto: str) -> Clase | None:
    """De qué bloque es un encabezado; `None` si de ninguno."""
    if not texto:
        return None
    palabras = rotulos.leer(texto).palabras
    propias = diseno.palabras
    # «Meta final» a secas es una columna del bloque de metas.
    if palabras <= propias.comunes | propias.metas | propias.final and FINAL in palabras:
        return None
    acumula = propias.acumulado - {"hasta", "total"}
    if palabras & acumula:
        if palabras <= propias.comunes | propias.avance | acumula:
            return "acumulado"
        if palabras <= propias.comunes | propias.metas | acumula:
            return "meta_acumulada"
    return next(
        (b for b, frases in diseno.bloques.items() if any(frase in texto for frase in frases)), None
    )


def palabras_de(diseno: Diseno, clase: Clase) -> Palabras:
    """Las que puede llevar el rótulo de una columna de ese bloque."""
    propias = diseno.palabras
    if clase in ("avance", "acumulado"):
        return propias.comunes | propias.avance | propias.acumulado
    if clase in ("metas", "meta_acumulada"):
        return propias.comunes | propias.metas | propias.acumulado
    return propias.comunes | propias.porcentajes


def es_meta_final(diseno: Diseno, rotulo: Rotulo) -> bool:
    """Si el rótulo dice «Meta final», con o sin su año."""
    propias = diseno.palabras
    return FINAL in rotulo.palabras and rotulo.palabras <= (
        propias.comunes | propias.metas | propias.final
    )


def _textos(hoja: HojaLeida, fila: int) -> Iterator[tuple[int, str]]:
    """Lo escrito en una fila y dónde."""
    for columna in range(len(hoja.celdas[fila])):
        if texto := hoja.titulo(fila, columna):
            yield columna, texto


def _bloques_en(
    hoja: HojaLeida, diseno: Diseno, rotulos: LectorDeRotulos, fila: int
) -> Iterator[Clase]:
    for _, texto in _textos(hoja, fila):
        clase = de_un_bloque(diseno, rotulos, texto)
        if clase is not None:
            yield clase


def _sin_bloques(
    diseno: Diseno, por_fila: dict[int, set[Clase]], lugar: LugarDeHoja
) -> list[ErrorDeCelda]:
    fila = max(por_fila, key=lambda f: len(por_fila[f] & set(diseno.bloques)), default=-1)
    hallados = por_fila.get(fila, set()) & set(diseno.bloques)
    donde = (
        f"su encabezado va en la fila {fila + 1}, con el primer año debajo."
        if hallados
        else f"se buscó su encabezado en las primeras {diseno.filas_del_encabezado} filas."
    )
    return [
        lugar.error(f"no se encuentra el bloque «{diseno.llamar(bloque)}»: {donde}")
        for bloque in INDISPENSABLES
        if bloque not in hallados
    ]


def _tramos(cabecera: Cabecera) -> Iterator[Tramo]:
    """Cada encabezado abre un tramo; un año o un trimestre en la misma fila es de su tramo."""
    hoja, diseno, fila = cabecera.hoja, cabecera.diseno, cabecera.bloques
    actual: Tramo | None = None
    for columna in range(hoja.columnas):
        texto = cabecera.titulo(fila, columna)
        if not texto:
            continue
        clase = de_un_bloque(diseno, cabecera.rotulos, texto)
        if actual is not None and _sigue(cabecera, actual, columna, texto, clase):
            continue
        if actual is not None:
            actual.hasta = columna
            yield actual
        titulo = hoja.mostrar(fila, columna) or texto
        actual = Tramo(clase or OTRO, columna, hoja.columnas, titulo)
    if actual is not None:
        yield actual


def _sigue(cabecera: Cabecera, tramo: Tramo, columna: int, texto: str, clase: Clase | None) -> bool:
    """Si lo escrito en una columna no abre otro tramo: repite su encabezado o es un rótulo suyo."""
    fila = cabecera.bloques
    if clase is not None:
        previo = cabecera.titulo(fila, columna - 1)
        return tramo.clase == clase and _sin_anio(previo) == _sin_anio(texto)
    if tramo.clase == OTRO:
        return False
    rotulo = cabecera.rotulos.leer(texto)
    if es_meta_final(cabecera.diseno, rotulo):
        return tramo.clase == "metas"
    dice_algo = bool(rotulo.anios or rotulo.trimestres)
    return dice_algo and rotulo.palabras <= palabras_de(cabecera.diseno, tramo.clase)


def _sin_anio(texto: str) -> str:
    return " ".join(ANIO.sub(" ", texto).split())


def _doble(cabecera: Cabecera, bloque: Bloque, lugar: LugarDeHoja) -> Iterator[ErrorDeCelda]:
    tramos = cabecera.de(bloque)
    if len(tramos) > 1:
        celdas = enumerar([nombre_de_celda(cabecera.bloques, t.desde) for t in tramos])
        yield lugar.error(
            f"hay varios bloques «{cabecera.diseno.llamar(bloque)}» ({celdas}); deje uno solo."
        )


def _fila_de_trimestres(cabecera: Cabecera) -> int:
    """La que más trimestres nombra bajo el bloque de avance; −1 si ninguna."""
    (avance,) = cabecera.de("avance")
    propias = palabras_de(cabecera.diseno, "avance") | cabecera.diseno.palabras.metas
    cuenta: Counter[int] = Counter()
    tope = min(cabecera.bloques + cabecera.diseno.alto_del_encabezado, len(cabecera.hoja.celdas))
    for fila in range(cabecera.bloques, tope):
        for columna in avance.columnas:
            rotulo = cabecera.rotulos.leer(cabecera.hoja.titulo(fila, columna))
            cuenta[fila] += rotulo.trimestre is not None and rotulo.palabras <= propias
    fila, cuantos = max(cuenta.items(), key=lambda par: (par[1], -par[0]), default=(-1, 0))
    return fila if cuantos > 1 else -1


def textos_combinados(hoja: HojaLeida, fila: int, alto: int) -> dict[tuple[int, int], str]:
    """El texto que muestran las celdas combinadas del encabezado, menos la primera de cada una."""
    textos: dict[tuple[int, int], str] = {}
    for rango in hoja.rarezas.combinadas:
        partes = COMBINADA.fullmatch(rango)
        if partes is None:
            continue
        izquierda, derecha = _indice(partes[1]), _indice(partes[3])
        arriba, abajo = int(partes[2]) - 1, int(partes[4]) - 1
        if not fila <= arriba < fila + alto:
            continue
        texto = hoja.titulo(arriba, izquierda)
        derecha = min(derecha, hoja.columnas - 1)
        for columna in range(izquierda, derecha + 1):
            for f in range(arriba, min(abajo, fila + alto) + 1):
                textos[f, columna] = texto
    return textos


def _indice(letras: str) -> int:
    """`A` → 0, `AB` → 27."""
    indice = 0
    for letra in letras:
        indice = indice * 26 + ord(letra) - ord("A") + 1
    return indice - 1
