"""Las cuentas que salen dentro de una fila o de una hoja.

Un documento puede publicar un total que no sale de sus partes: eso es de Conciliación. Aquí se
acusa lo que ninguna cita confirma, que es como se ve un error de digitación; si la fuente de verdad
lo dice así, basta con escribir las palabras que lo llevan.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from tablero.calculo.intervalos import Intervalo, por_ciento, sumar
from tablero.errores import ErrorDeCelda
from tablero.formato import numero_justo
from tablero.ingesta.leer_libro import Fila
from tablero.ingesta.reglas.citas import confirmado
from tablero.ingesta.reglas.leidas import Leidas, valores
from tablero.ingesta.reglas.porcentajes import estan_en_fraccion
from tablero.modelo import Tabla
from tablero.modelo.eat import Cluster, ClusterConteo
from tablero.modelo.relaciones import Cuenta, Razon, Resta, Suma, Tope

SI_ASI_LO_DICE = "Si la fuente lo dice así, escriba en la cita las palabras que lo llevan."


def cuentas(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Las sumas, restas, cocientes y topes que el modelo declara salen, con su redondeo."""
    for tabla in leidas.tablas():
        for cuenta in tabla.cuentas:
            columnas = _columnas(cuenta)
            for _, filas in leidas.libros(tabla.tabla):
                if any(_estan_en_fraccion(tabla, filas, columna) for columna in columnas):
                    continue  # ya se dijo: es la escala
                for fila in filas:
                    if None in valores(fila, columnas):
                        continue
                    sale, dicho = _sale(tabla, fila, cuenta)
                    if not sale and not confirmado(tabla, fila, columnas):
                        yield fila.error(f"{dicho} {SI_ASI_LO_DICE}", tabla.columna(columnas[0]))


def _estan_en_fraccion(tabla: type[Tabla], filas: Sequence[Fila], columna: str) -> bool:
    return tabla.columna(columna).es_porcentaje and estan_en_fraccion(filas, columna)


def _columnas(cuenta: Cuenta) -> tuple[str, ...]:
    """Las columnas de una cuenta; la primera es la que se acusa."""
    match cuenta:
        case Suma(resultado, partes):
            return (resultado, *partes)
        case Resta(resultado, de, menos):
            return (resultado, de, menos)
        case Razon(resultado, parte, total):
            return (resultado, parte, total)
        case Tope(menor, mayor):
            return (menor, mayor)


def _sale(tabla: type[Tabla], fila: Fila, cuenta: Cuenta) -> tuple[bool, str]:
    """Si la cuenta sale, y cómo decir que no."""

    def cifra(columna: str) -> Intervalo:
        return Intervalo.escrito(fila.valores[columna], tabla.columna(columna).precision)

    def dicha(columna: str) -> str:
        return numero_justo(fila.valores[columna])

    match cuenta:
        case Suma(resultado, partes):
            total = sumar(cifra(p) for p in partes)
            suma = f"{' + '.join(dicha(p) for p in partes)} = {numero_justo(total.valor)}"
            return cifra(resultado).toca(total), f"«{dicha(resultado)}» no es la suma: {suma}."
        case Resta(resultado, de, menos):
            resta = cifra(de) - cifra(menos)
            cuenta_dicha = f"{dicha(de)} − {dicha(menos)} = {numero_justo(resta.valor)}"
            return (
                cifra(resultado).toca(resta),
                f"«{dicha(resultado)}» no es la resta: {cuenta_dicha}.",
            )
        case Razon(resultado, parte, total_de):
            if not fila.valores[total_de]:
                return True, ""
            razon = por_ciento(cifra(parte), cifra(total_de))
            cociente = f"{dicha(parte)} de {dicha(total_de)} son {numero_justo(razon.valor)} %"
            return cifra(resultado).toca(razon), f"«{dicha(resultado)}» no sale: {cociente}."
        case Tope(menor, mayor):
            titulo = tabla.columna(mayor).titulo
            return (
                cifra(menor).minimo <= cifra(mayor).maximo,
                f"«{dicha(menor)}» pasa de «{titulo}», que es {dicha(mayor)}.",
            )


def conteos_por_cluster(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Los municipios de cada clúster son los que su conteo publica."""
    if not leidas.esta_completa(Cluster.tabla, ClusterConteo.tabla):
        return
    hay = Counter(
        (documento.fuente_codigo, fila.valores["cluster_numero"])
        for documento, fila in leidas[Cluster.tabla]
    )
    for documento, fila in leidas[ClusterConteo.tabla]:
        numero, publicados = valores(fila, ("cluster_numero", "municipios"))
        contados = hay[documento.fuente_codigo, numero]
        # De un clúster sin municipios ya se dijo que no está en la otra hoja.
        if contados in (0, publicados) or confirmado(ClusterConteo, fila, ("municipios",)):
            continue
        yield fila.error(
            f"«{publicados}» no son los municipios del clúster {numero} en la hoja "
            f"«{Cluster.hoja}»: hay {contados}. {SI_ASI_LO_DICE}",
            ClusterConteo.columna("municipios"),
        )
