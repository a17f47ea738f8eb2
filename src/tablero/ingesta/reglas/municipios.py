"""Los nombres de municipios y departamentos, unidos a la DIVIPOLA."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from tablero.errores import ErrorDeCelda
from tablero.ingesta.reglas.leidas import Leidas, mostrado
from tablero.libro.leer import FilaLeida
from tablero.modelo import ConMunicipio
from tablero.territorio.nombres import NombreDesconocido, Nomenclator

NOMENCLATOR = ("municipios", "municipios_grafias", "departamentos_grafias")


def nomenclator(leidas: Leidas) -> Nomenclator:
    """El nomenclátor de los libros leídos.

    Sin las grafías de un municipio que no existe: de ellas ya se dice que no está.
    """
    municipios, grafias, departamentos_grafias = (
        [fila.valores for _, fila in leidas[nombre]] for nombre in NOMENCLATOR
    )
    existen = {m["municipio_codigo"] for m in municipios}
    conocidas = [g for g in grafias if g["municipio_codigo"] in existen]
    return Nomenclator(municipios, conocidas, departamentos_grafias)


def unir_municipios(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Pone código y nombres oficiales a las filas que nombran un municipio."""
    if not leidas.esta_completa(*NOMENCLATOR):
        return
    nombres = nomenclator(leidas)
    for tabla in leidas.tablas():
        if not issubclass(tabla, ConMunicipio):
            continue
        for _, fila in leidas[tabla.tabla]:
            publicado = fila.valores["municipio_publicado"]
            if publicado is None:
                continue
            try:
                lugar = nombres.municipio(publicado, fila.valores["departamento_publicado"])
            except NombreDesconocido as error:
                yield fila.error(str(error), tabla.columna("municipio_publicado"))
            else:
                fila.valores.update(vars(lugar))


def departamentos(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """A cada código de departamento corresponde un solo nombre (y así donde se declare)."""
    for tabla in leidas.tablas():
        for columna, de in tabla.dependencias:
            for _, filas in leidas.libros(tabla.tabla):
                grupos: defaultdict[object, list[FilaLeida]] = defaultdict(list)
                for fila in filas:
                    grupos[fila.valores[de]].append(fila)
                for grupo in grupos.values():
                    (comun, veces), *otros = Counter(
                        fila.valores[columna] for fila in grupo
                    ).most_common()
                    if not otros:
                        continue
                    for fila in grupo:
                        if fila.valores[columna] != comun or veces == otros[0][1]:
                            yield fila.error(
                                f"{mostrado(tabla, fila, columna)} no es el de las demás filas de "
                                f"{mostrado(tabla, fila, de)}: «{comun}», en {veces} de "
                                f"{len(grupo)}.",
                                tabla.columna(columna),
                            )
