"""Las cuatro cifras grandes de una ficha: lo que alguien quiere saber primero."""

from collections.abc import Iterator, Mapping, Sequence

from tablero import formato
from tablero.consultas import ficha
from tablero.consultas.base import Resultado
from tablero.filas import Fila
from tablero.formato import SIN_DATO
from tablero.respuestas.ficha.cuadro import SUMA
from tablero.respuestas.ficha.hoja import Cifra, Redactor
from tablero.respuestas.ficha.pais import Pais
from tablero.respuestas.ficha.secciones import ordinal

PERSONAS = "Personas atendidas"


def de_orden(pais: Pais, redactor: Redactor, codigo: str) -> Cifra:
    """El lugar publicado del municipio en el IPT."""
    filas = pais.de(pais.priorizados, codigo)
    todas = pais.filas(pais.priorizados)
    notas = redactor.citar(pais.priorizados, filas or todas[:1])
    if not filas:
        return Cifra("Orden en el IPT", SIN_DATO, f"no está entre los {len(todas)}", notas)
    orden = filas[0]["orden"]
    return Cifra("Orden en el IPT", ordinal(orden), f"de {len(todas)}", notas, orden, "puesto")


def de_cluster(pais: Pais, redactor: Redactor, codigo: str) -> Cifra:
    """El clúster del municipio."""
    filas = pais.de(pais.clusteres, codigo)
    notas = redactor.citar(pais.clusteres, filas or pais.filas(pais.clusteres)[:1])
    if not filas:
        return Cifra("Clúster de la EAT", SIN_DATO, "no está en ninguno", notas)
    numero = filas[0]["cluster_numero"]
    cuantos = formato.contar(len(pais.miembros(numero)), "municipio", "municipios")
    return Cifra("Clúster de la EAT", formato.numero(numero), cuantos, notas, numero)


def de_priorizados(pais: Pais, redactor: Redactor, municipios: Sequence[str]) -> Cifra:
    """Cuántos de esos municipios priorizó el IPT."""
    todas = pais.filas(pais.priorizados)
    suyas = [f for f in todas if f["municipio_codigo"] in municipios]
    notas = redactor.citar(pais.priorizados, suyas[:1] or todas[:1])
    return Cifra(
        "Priorizados por el IPT",
        formato.numero(len(suyas)),
        f"de los {len(todas)}",
        notas,
        len(suyas),
        "municipios",
    )


def totales(
    pais: Pais,
    redactor: Redactor,
    municipios: Sequence[str],
    *,
    municipio: str | None = None,
    departamento: str | None = None,
    cluster: int | None = None,
) -> Iterator[Cifra]:
    """Las personas atendidas y el dinero del territorio, con lo que hay que saber de cada uno.

    Lo de un solo centro o un solo municipio se publica; lo demás se suma, y así lo dice su nota.
    """
    sumas = pais.preguntar(
        ficha.totales, municipio=municipio, departamento=departamento, cluster=cluster
    )
    por_concepto = {f["concepto"]: f for f in sumas.filas}
    yield _personas(pais, redactor, municipios, sumas, por_concepto)
    yield _dinero(pais, redactor, municipios, sumas, por_concepto)


def _personas(
    pais: Pais,
    redactor: Redactor,
    municipios: Sequence[str],
    sumas: Resultado,
    por_concepto: Mapping[str, Fila],
) -> Cifra:
    etiqueta = PERSONAS
    suma = por_concepto.get("personas")
    if suma is None:
        return Cifra(etiqueta, SIN_DATO, "ningún centro informa", redactor.de_lista(pais.centros))
    valor = formato.numero(suma["total"])
    abiertos = [
        f for m in municipios for f in pais.de(pais.centros, m) if f["etapa"] != "proyectado"
    ]
    callan = [f["centro_nombre"] for f in abiertos if f["personas"] is None]
    falta = ""
    if callan:
        falta = f"; no {'informa' if len(callan) == 1 else 'informan'} {formato.enumerar(callan)}"
    if suma["sumandos"] == 1:
        unica = [
            f for m in municipios for f in pais.de(pais.centros, m) if f["personas"] is not None
        ]
        en_uno = f"en 1 Centro Intégrate{falta}"
        notas = redactor.citar(pais.centros, unica)
        return Cifra(etiqueta, valor, en_uno, notas, suma["total"], "personas")
    detalle = f"suma de {suma['sumandos']} centros{falta}; {SUMA}"
    notas = redactor.citar(sumas, [suma])
    return Cifra(etiqueta, valor, detalle, notas, suma["total"], "personas")


def _dinero(
    pais: Pais,
    redactor: Redactor,
    municipios: Sequence[str],
    sumas: Resultado,
    por_concepto: Mapping[str, Fila],
) -> Cifra:
    etiqueta = "Transferencia psicosocial"
    girado, desistido = por_concepto.get("girado"), por_concepto.get("desistido")
    principal = girado or desistido
    if principal is None:
        notas = redactor.de_lista(pais.transferencias)
        return Cifra(etiqueta, SIN_DATO, "no está en la lista de transferencias", notas)
    if girado and desistido:
        detalle = f"girado; sin contar {formato.pesos(desistido['total'])} de lo desistido"
    else:
        detalle = "girado" if girado else "desistido: no es dinero en el territorio"
    sumados = [f for f in (girado, desistido) if f]
    if sum(f["sumandos"] for f in sumados) == 1:
        unica = [f for m in municipios for f in pais.de(pais.transferencias, m)]
        notas = redactor.citar(pais.transferencias, unica, nivel="publicado")
    else:
        cuantos = formato.numero(principal["sumandos"])
        detalle += f" (suma de {cuantos} municipios)" if principal["sumandos"] > 1 else ""
        notas = redactor.citar(sumas, sumados)
    valor = formato.pesos(principal["total"])
    return Cifra(etiqueta, valor, detalle, notas, principal["total"], "pesos")
