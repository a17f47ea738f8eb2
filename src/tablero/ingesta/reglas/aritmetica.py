"""Las cuentas que salen dentro de una fila o de una hoja.

Un documento puede publicar un total que no sale de sus partes: eso es de Conciliación. Aquí se
acusa lo que ninguna cita confirma, que es como se ve un error de digitación; si la fuente de verdad
lo dice así, basta con escribir las palabras que lo llevan.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import remainder

from tablero.calculo.intervalos import Intervalo, por_ciento, sumar
from tablero.errores import ErrorDeCelda
from tablero.formato import numero_justo
from tablero.ingesta.reglas.citas import confirmado
from tablero.ingesta.reglas.leidas import Leidas, valores
from tablero.ingesta.reglas.porcentajes import estan_en_fraccion
from tablero.libro.leer import FilaLeida
from tablero.modelo import Tabla
from tablero.modelo.eat import Cluster, ClusterConteo
from tablero.modelo.relaciones import Cuenta, Razon, Resta, Suma, Tope

MENOS_QUE_UNA = 1e-6
RUIDO = 1e-12
"""Lo que la máquina puede correr un decimal al guardarlo."""
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
                    presentes = [c for c in columnas if fila.valores[c] is not None]
                    if not _se_puede(cuenta, presentes):
                        continue
                    sale, dicho = _sale(tabla, fila, cuenta)
                    if not sale and not confirmado(tabla, fila, presentes):
                        yield fila.error(f"{dicho} {SI_ASI_LO_DICE}", tabla.columna(presentes[0]))


def _estan_en_fraccion(tabla: type[Tabla], filas: Sequence[FilaLeida], columna: str) -> bool:
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
        case Tope(partes, mayor):
            return (*partes, mayor)


def _se_puede(cuenta: Cuenta, presentes: Sequence[str]) -> bool:
    """Si están las cifras que hacen falta: todas o, de un tope, él y alguna de sus partes."""
    if isinstance(cuenta, Tope):
        return cuenta.mayor in presentes and len(presentes) > 1
    return len(presentes) == len(_columnas(cuenta))


def _sale(tabla: type[Tabla], fila: FilaLeida, cuenta: Cuenta) -> tuple[bool, str]:
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
        case Tope(partes, mayor):
            presentes = [p for p in partes if fila.valores[p] is not None]
            total = sumar(cifra(p) for p in presentes)
            suma = " + ".join(dicha(p) for p in presentes)
            return (
                total.minimo <= cifra(mayor).maximo,
                f"«{suma}» pasa de «{tabla.columna(mayor).titulo}», que es {dicha(mayor)}.",
            )


def redondeos(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Un valor no tiene más cifras que las que su fila dice que se imprimen."""
    for tabla in leidas.tablas():
        for redondeo in tabla.redondeos:
            columna = tabla.columna(redondeo.columna)
            dicho_en = tabla.columna(redondeo.decimales or redondeo.unidad)
            for _, fila in leidas[tabla.tabla]:
                valor, dicho = valores(fila, (columna.nombre, dicho_en.nombre))
                if valor is None or dicho is None:
                    continue
                unidad = 10.0**-dicho if redondeo.decimales else dicho
                tolerancia = max(MENOS_QUE_UNA * unidad, RUIDO * abs(valor))
                if abs(remainder(valor, unidad)) > tolerancia:
                    yield fila.error(
                        f"«{numero_justo(valor)}» tiene más cifras que las que dice "
                        f"«{dicho_en.titulo}» ({numero_justo(dicho)}).",
                        columna,
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
