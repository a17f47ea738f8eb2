"""En qué columna está cada dato de la hoja cuantitativa; cada bloque, por su encabezado.

Una columna se lee si su rótulo se entiende entero. Los años y los trimestres deben ser los mismos
en todos los bloques: si dos columnas dicen lo mismo, o falta alguna, no se elige ni se cuenta.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from tablero.calculo.seguimiento.indicador import Periodo
from tablero.errores import ErrorDeCelda
from tablero.formato import enumerar
from tablero.ingesta.seguimiento.cabecera import (
    Cabecera,
    Tramo,
    buscar_cabecera,
    es_meta_final,
    palabras_de,
)
from tablero.ingesta.seguimiento.columnas import Columnas
from tablero.ingesta.seguimiento.diseno import Bloque, Diseno
from tablero.ingesta.seguimiento.fijas import filas_de_titulos, ubicar_fijas
from tablero.ingesta.seguimiento.hojas import HojaLeida, nombre_de_celda
from tablero.libro.fila import LugarDeHoja

TRIMESTRES = (1, 2, 3, 4)
PORCENTAJES: tuple[Bloque, ...] = ("pav", "pahv", "paa")
NOMBRES = {"acumulado": "avance acumulado", "meta_acumulada": "metas acumuladas"}
MUESTRA = 3
"""Cuántas columnas raras se nombran."""
Cuando = TypeVar("Cuando", int, Periodo)
PorAnio = defaultdict[int, list[int]]
"""Año → las columnas que lo dicen."""


def ubicar(hoja: HojaLeida, diseno: Diseno, lugar: LugarDeHoja) -> Columnas:
    """Las columnas de la hoja según ese diseño; sin un bloque indispensable, `fatales`."""
    cabecera = buscar_cabecera(hoja, diseno, lugar)
    if not isinstance(cabecera, Cabecera):
        return Columnas(fatales=cabecera)
    titulos = filas_de_titulos(
        hoja, diseno.columnas, cabecera.bloques, cabecera.ultima, diseno.alto_del_encabezado
    )
    cabecera.ultima = titulos[-1]
    columnas = _Bloques(cabecera, lugar).ubicar()
    columnas.fijas = ubicar_fijas(
        hoja,
        diseno.columnas,
        titulos,
        lugar,
        bloques=set(columnas.de_bloques()) or set(cabecera.de("avance")[0].columnas),
        prescindibles=diseno.prescindibles,
    )
    columnas.fatales += columnas.fijas.fatales
    return columnas


class _Bloques:
    """Las columnas de los bloques mientras se ubican."""

    def __init__(self, cabecera: Cabecera, lugar: LugarDeHoja) -> None:
        self._cabecera = cabecera
        self._diseno = cabecera.diseno
        self._lugar = lugar
        self._columnas = Columnas(cabecera)

    def ubicar(self) -> Columnas:
        """Cada bloque en su orden: si uno indispensable está mal, los demás no se miran."""
        for paso in (self._avance, self._metas, self._porcentajes):
            paso()
            if self._columnas.fatales:
                break
        return self._columnas

    def _avance(self) -> None:
        """Cuatro trimestres por año y, si los hay, un acumulado por año."""
        (tramo,) = self._cabecera.de("avance")
        acumulan = self._diseno.palabras.acumulado | {"a", "al"}
        propias = palabras_de(self._diseno, "avance")
        trimestres: defaultdict[Periodo, list[int]] = defaultdict(list)
        acumulados: PorAnio = defaultdict(list)
        anio: int | None = None
        for c in tramo.columnas:
            rotulo = self._cabecera.rotulo(c, tramo)
            if len(rotulo.anios) > 1 and rotulo.trimestres:
                anios = enumerar([str(a) for a in sorted(rotulo.anios)])
                mensaje = f"el rótulo nombra varios años ({anios}); deje el del trimestre."
                self._columnas.fatales.append(self._error(mensaje, c))
                return
            anio = rotulo.anio or anio
            if rotulo.trimestre is not None and not rotulo.palabras & acumulan:
                # Encima de sus trimestres, un año puede decir «Meta 2024».
                if rotulo.palabras <= propias | self._diseno.palabras.metas:
                    trimestres[Periodo(anio or 0, rotulo.trimestre)].append(c)
            elif rotulo.anio is not None and rotulo.palabras <= propias:
                acumulados[rotulo.anio].append(c)
        self._columnas.fatales += self._trimestres_mal(tramo, trimestres)
        self._columnas.reportes = {p: cs[0] for p, cs in sorted(trimestres.items())}
        for aparte in self._cabecera.de("acumulado"):
            self._agregar(aparte, acumulados)
        desde = 1 + max(self._columnas.reportes.values(), default=tramo.desde)
        self._de_contraste("acumulado", desde, acumulados)

    def _trimestres_mal(
        self, tramo: Tramo, trimestres: Mapping[Periodo, list[int]]
    ) -> Iterator[ErrorDeCelda]:
        """Un trimestre dos veces, sin año, o un año al que le falta alguno."""
        sin_anio = [c for p, cs in trimestres.items() if not p.anio for c in cs]
        if sin_anio:
            mensaje = "no se sabe de qué año es este trimestre: escriba el año encima o aquí mismo."
            yield self._error(mensaje, min(sin_anio))
            return
        if repetidos := list(self._repetidos(trimestres)):
            yield from repetidos
            return
        leidas = {c for cs in trimestres.values() for c in cs}
        por_anio: PorAnio = defaultdict(list)
        for periodo, cs in trimestres.items():
            por_anio[periodo.anio] += cs
        for anio, cs in sorted(por_anio.items()):
            faltan = [f"Q{q}" for q in TRIMESTRES if Periodo(anio, q) not in trimestres]
            if faltan:
                # Un rótulo mal escrito está entre los suyos, o justo después.
                raras = [
                    self._cabecera.dice(c)
                    for c in tramo.columnas
                    if min(cs) - 1 <= c <= max(cs) + 1
                    and c not in leidas
                    and self._cabecera.titulo(self._cabecera.trimestres, c)
                ]
                rara = f"; no se entiende {enumerar(raras[:MUESTRA])}" if raras else ""
                verbo = "falta" if len(faltan) == 1 else "faltan"
                yield self._error(f"a {anio} le {verbo} {enumerar(faltan)}{rara}.", min(cs))

    def _metas(self) -> None:
        """Una meta por año, la final y, si las hay, una acumulada por año."""
        (tramo,) = self._cabecera.de("metas")
        propias, acumulan = palabras_de(self._diseno, "metas"), self._diseno.palabras.acumulado
        antes: PorAnio = defaultdict(list)
        despues: PorAnio = defaultdict(list)
        acumuladas: PorAnio = defaultdict(list)
        finales: list[int] = []
        for c in tramo.columnas:
            rotulo = self._cabecera.rotulo(c, tramo)
            if es_meta_final(self._diseno, rotulo):
                finales.append(c)
            elif rotulo.anio is not None and not rotulo.trimestres and rotulo.palabras <= propias:
                if rotulo.palabras & acumulan:
                    acumuladas[rotulo.anio].append(c)
                else:
                    (despues if finales else antes)[rotulo.anio].append(c)
        for aparte in self._cabecera.de("meta_acumulada"):
            self._agregar(aparte, acumuladas)
        if len(finales) != 1:
            self._columnas.fatales.append(self._sin_final(tramo, finales))
            return
        if despues and not antes and not acumuladas:
            self._columnas.fatales.append(self._sin_saber_cuales(despues, finales[0]))
            return
        # Las que siguen a la meta final son las acumuladas, salvo que otras digan que lo son.
        metas = antes or despues
        for anio, cs in despues.items() if antes else ():
            acumuladas[anio] += cs
        anios = [p.anio for p in self._columnas.reportes]
        nombre = self._diseno.llamar("metas")
        self._columnas.fatales += self._anios_mal(nombre, tramo.desde, metas, anios)
        self._columnas.metas = {anio: cs[0] for anio, cs in sorted(metas.items())}
        self._columnas.meta_final = finales[0]
        self._de_contraste("meta_acumulada", finales[0] + 1, acumuladas)

    def _porcentajes(self) -> None:
        """Los tres bloques con que se contrasta; un libro puede no traer ninguno."""
        presentes = [b for b in PORCENTAJES if self._cabecera.de(b)]
        if 0 < len(presentes) < len(PORCENTAJES):
            # Uno perdió su encabezado: sus columnas pueden parecer las acumuladas de otro.
            for clave in NOMBRES:
                self._columnas.por_anio.pop(clave, None)
        for bloque in PORCENTAJES if presentes else ():
            nombre = self._diseno.llamar(bloque)
            if bloque not in presentes:
                self._columnas.avisos.append(
                    self._lugar.error(
                        f"no se encuentra el bloque «{nombre}»: su encabezado va en la fila "
                        f"{self._cabecera.bloques + 1}, con el primer año debajo."
                    )
                )
                continue
            (tramo,) = self._cabecera.de(bloque)
            hallados: PorAnio = defaultdict(list)
            self._agregar(tramo, hallados)
            # Lo que sigue a la primera vuelta de años es de otro bloque, que perdió su encabezado.
            primera = {anio: cs[:1] for anio, cs in hallados.items()}
            vuelta = max((cs[0] for cs in primera.values()), default=tramo.desde)
            if any(c < vuelta for cs in hallados.values() for c in cs[1:]):
                primera = dict(hallados)
            mal = list(self._anios_mal(nombre, tramo.desde, primera, self._columnas.anios))
            self._columnas.avisos += mal
            if not mal:
                self._columnas.por_anio[bloque] = {a: cs[0] for a, cs in sorted(primera.items())}

    def _agregar(self, tramo: Tramo, hallados: PorAnio) -> None:
        """Agrega las columnas del tramo que dicen un año."""
        propias = palabras_de(self._diseno, tramo.clase)
        for c in tramo.columnas:
            rotulo = self._cabecera.rotulo(c, tramo)
            if rotulo.anio is not None and not rotulo.trimestres and rotulo.palabras <= propias:
                hallados[rotulo.anio].append(c)

    def _de_contraste(self, clave: str, desde: int, hallados: Mapping[int, list[int]]) -> None:
        """Las columnas de algo de lo que nada depende; sin ningún año escrito, no se leen y ya."""
        if not hallados:
            return
        anios = [p.anio for p in self._columnas.reportes]
        mal = list(self._anios_mal(NOMBRES[clave], desde, hallados, anios))
        self._columnas.avisos += mal
        if not mal:
            self._columnas.por_anio[clave] = {a: cs[0] for a, cs in sorted(hallados.items())}

    def _anios_mal(
        self, nombre: str, desde: int, hallados: Mapping[int, list[int]], anios: Iterable[int]
    ) -> Iterator[ErrorDeCelda]:
        """Un año dos veces, o que no son los mismos del bloque de avance."""
        repetidos = list(self._repetidos(hallados))
        yield from repetidos
        esperados = sorted(set(anios))
        if repetidos or sorted(hallados) == esperados:
            return
        de_avance = self._diseno.llamar("avance")
        faltan = enumerar([str(a) for a in esperados if a not in hallados])
        sobran = enumerar([str(a) for a in sorted(hallados) if a not in esperados])
        detalle = [f"le falta {faltan}"] * bool(faltan) + [f"le sobra {sobran}"] * bool(sobran)
        yield self._error(
            f"el bloque «{nombre}» debe llevar los mismos {len(esperados)} años de «{de_avance}», "
            f"uno por columna: {' y '.join(detalle)}.",
            desde,
        )

    def _repetidos(self, hallados: Mapping[Cuando, list[int]]) -> Iterator[ErrorDeCelda]:
        """El primero que está dos veces, y cuántos más."""
        dobles = [(cuando, cs) for cuando, cs in sorted(hallados.items()) if len(cs) > 1]
        if dobles:
            cuando, cs = dobles[0]
            celdas = enumerar([self._cabecera.dice(c) for c in cs])
            otros = f" Pasa lo mismo con otros {len(dobles) - 1}." if len(dobles) > 1 else ""
            mensaje = f"{cuando} está en varias columnas: {celdas}; deje una sola.{otros}"
            yield self._error(mensaje, cs[0])

    def _sin_final(self, tramo: Tramo, finales: list[int]) -> ErrorDeCelda:
        if finales:
            celdas = enumerar([self._cabecera.dice(c) for c in finales])
            return self._error(
                f"hay varias columnas de meta final: {celdas}; deje una sola.", finales[0]
            )
        return self._error(
            f"falta la columna de la meta final en el bloque «{self._diseno.llamar('metas')}»: su "
            "rótulo dice «Meta final».",
            tramo.desde,
        )

    def _sin_saber_cuales(self, despues: Mapping[int, list[int]], final: int) -> ErrorDeCelda:
        celdas = enumerar([self._cabecera.dice(cs[0]) for _, cs in sorted(despues.items())])
        return self._error(
            f"los años que siguen a la meta final ({celdas}) pueden ser las metas o las metas "
            "acumuladas: ponga las metas antes de la meta final o escriba «Meta acumulada».",
            final,
        )

    def _error(self, mensaje: str, columna: int) -> ErrorDeCelda:
        fila = self._cabecera.fila_del_rotulo(columna)
        return self._lugar.error(mensaje, celda=nombre_de_celda(fila, columna))
