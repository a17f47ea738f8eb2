"""Contrastes de la Estrategia de Acompañamiento Territorial (EAT)."""

import re
from collections.abc import Iterator

from tablero.calculo.a_salvo import cada_uno
from tablero.calculo.conciliacion import Contraste, Datos, Publicado, contrastar, publicado
from tablero.calculo.contrastes import eat_pais
from tablero.calculo.contrastes.formas import (
    ENTERO,
    conteo,
    en_porcentaje,
    enteros,
    lista,
    rango,
    suma_de_cifras,
    suma_exacta,
)
from tablero.calculo.intervalos import CIEN, Intervalo
from tablero.formato import enumerar, numero
from tablero.modelo.cifras import Cifra
from tablero.modelo.eat import Cluster, ClusterConteo, EatFase, EatTaller, IptPriorizado

EN_LETRAS = ("Cero", "Uno", "Dos", "Tres", "Cuatro", "Cinco", "Seis", "Siete", "Ocho", "Nueve")
"""Un número pequeño al comienzo de una frase."""
CLUSTERES = (
    ("eat_clusteres", "Los clústeres organizados, frente a los que numera la Tabla 3."),
    (
        "eat_fase3_clusteres",
        "Los clústeres con talleres en la tercera fase, frente a los de la Tabla 3.",
    ),
    ("eat_fase4_clusteres", "Los clústeres de la cuarta fase, frente a los de la Tabla 3."),
)
MUNICIPIOS_DE_LA_TABLA_2 = (
    (
        "eat_ipt_municipios_alta_necesidad",
        "Los municipios con alta necesidad de priorización, frente a los de la Tabla 2.",
    ),
    (
        "eat_fase1_municipios",
        "Los municipios que arrojó el IPT, frente a los de la Tabla 2.",
    ),
    (
        "eat_municipios_priorizados",
        "Los municipios priorizados, frente a los de la Tabla 2.",
    ),
)
MUNICIPIOS_DE_LA_TABLA_3 = (
    (
        "eat_fase3_municipios",
        "Los municipios de la tercera fase, frente a los de la Tabla 3.",
    ),
    (
        "eat_fase4_municipios",
        "Los municipios de la cuarta fase, frente a los de la Tabla 3.",
    ),
)


def contrastes(datos: Datos) -> Iterator[Contraste]:
    """Todos los contrastes de la EAT."""
    yield from cada_uno(datos, _poblacion, eat_pais.contrastes, _municipios, _clusteres, _fases)


def _poblacion(datos: Datos) -> Iterator[Contraste]:
    """Migrantes provenientes de Venezuela: el total, sus partes y los cinco territorios."""
    total = datos.cifra("eat_migrantes_total")
    yield from suma_de_cifras(
        datos,
        "eat_migrantes_total",
        "Los migrantes provenientes de Venezuela, frente a la suma de sus situaciones migratorias.",
        total="eat_migrantes_total",
        partes=(
            "eat_migrantes_ppt_autorizado",
            "eat_migrantes_ppt_en_proceso",
            "eat_migrantes_regular_ordinario",
            "eat_migrantes_irregular",
        ),
    )
    for fila in datos.tabla(Cifra):
        lugar = fila.departamento_nombre
        if total is None or lugar is None:
            continue
        if fila.cifra_codigo.startswith("eat_concentracion_"):
            parte = publicado(fila, fila.valor, fila.unidad, fila.precision)
            personas = parte.intervalo * total.intervalo / CIEN
            tendrian = rango(enteros(personas) or personas, ENTERO)
            yield Contraste(
                fila.cifra_codigo,
                "La parte de los migrantes provenientes de Venezuela que está en "
                f"{lugar.removesuffix(', D.C.')}.",
                parte,
                None,
                f"No se publica cuántas personas están en {lugar}: para dar "
                f"{en_porcentaje(parte.valor)} tendrían que ser {tendrian}.",
            )


def _municipios(datos: Datos) -> Iterator[Contraste]:
    """Los municipios de las tablas 2 y 3."""
    tabla_2, tabla_3 = datos.tabla(IptPriorizado), datos.tabla(Cluster)
    for codigo, descripcion in MUNICIPIOS_DE_LA_TABLA_2:
        yield from contrastar(codigo, descripcion, datos.cifra(codigo), conteo(tabla_2))
    nombres = {fila.municipio_codigo: fila.municipio_nombre for fila in tabla_2 + tabla_3}
    en_la_2 = {fila.municipio_codigo for fila in tabla_2}
    en_la_3 = {fila.municipio_codigo for fila in tabla_3}
    solo_en_una = sorted(nombres[codigo] for codigo in en_la_2 ^ en_la_3)
    yield from contrastar(
        "eat_municipios_en_las_dos_tablas",
        "Los municipios de la Tabla 2, frente a los que están también en la Tabla 3.",
        datos.cifra("eat_municipios_priorizados"),
        conteo(en_la_2 & en_la_3),
        f"Están en una sola de las tablas: {enumerar(solo_en_una)}." if solo_en_una else None,
    )
    for codigo, descripcion in MUNICIPIOS_DE_LA_TABLA_3:
        yield from contrastar(codigo, descripcion, datos.cifra(codigo), conteo(en_la_3))


def _clusteres(datos: Datos) -> Iterator[Contraste]:
    """La Tabla 3: su total, cada clúster y cuántos clústeres hay."""
    tabla_3, conteos = datos.tabla(Cluster), datos.tabla(ClusterConteo)
    total = datos.cifra("eat_clusteres_municipios_total")
    yield from contrastar(
        "eat_tabla_3_total_de_sus_clusteres",
        "El total de la Tabla 3, frente a la suma de los municipios que publica para cada clúster.",
        total,
        suma_exacta(fila.municipios for fila in conteos),
    )
    yield from contrastar(
        "eat_tabla_3_total_de_sus_filas",
        "El total de la Tabla 3, frente a los municipios que nombra.",
        total,
        conteo(tabla_3),
    )
    numeros = {fila.cluster_numero for fila in tabla_3}
    for codigo, descripcion in CLUSTERES:
        yield from contrastar(codigo, descripcion, datos.cifra(codigo), conteo(numeros))
    for fila in conteos:
        propios = [f for f in tabla_3 if f.cluster_numero == fila.cluster_numero]
        yield Contraste(
            f"eat_cluster_{fila.cluster_numero}",
            f"Los municipios del clúster {fila.cluster_numero}, frente a los que nombra la "
            "Tabla 3.",
            publicado(fila, fila.municipios, "municipios"),
            conteo(propios),
            lista(f.municipio_nombre for f in propios),
        )


def _fases(datos: Datos) -> Iterator[Contraste]:
    """Las fases, los talleres y los años de informes."""
    fases = [fila for fila in datos.tabla(EatFase) if fila.fase_numero > 0]
    yield from contrastar(
        "eat_fases_intervencion",
        "Las etapas de intervención, frente a las fases numeradas que el documento describe.",
        datos.cifra("eat_fases_intervencion"),
        conteo(fases),
    )
    completadas = datos.cifra("eat_fases_completadas_2023")
    for anio in _anios(completadas)[-1:]:
        terminadas = [
            fila.fase_nombre
            for fila in fases
            if fila.estado == "completada"
            and fila.hasta_fecha is not None
            and fila.hasta_fecha.year == anio
        ]
        yield from contrastar(
            "eat_fases_completadas_2023",
            f"Las fases completadas en {anio}, frente a las que terminaron ese año.",
            completadas,
            conteo(terminadas),
            lista(terminadas),
        )
    talleres = datos.tabla(EatTaller)
    ajenos = _talleres_fuera_de_los_priorizados(datos)
    yield from contrastar(
        "eat_talleres",
        "Los talleres de la segunda fase, frente a los lugares que el documento nombra.",
        datos.cifra("eat_talleres"),
        conteo(talleres),
        _no_priorizados(ajenos) if ajenos else None,
    )
    yield from _anios_de_informes(datos)


def _no_priorizados(lugares: list[str]) -> str:
    cuantos = len(lugares)
    inicio = EN_LETRAS[cuantos] if cuantos < len(EN_LETRAS) else numero(cuantos)
    que = "no es un municipio priorizado" if cuantos == 1 else "no son municipios priorizados"
    return f"{inicio} de esos lugares {que}: {enumerar(lugares)}."


def _talleres_fuera_de_los_priorizados(datos: Datos) -> list[str]:
    priorizados = {fila.municipio_codigo for fila in datos.tabla(IptPriorizado)}
    return [
        fila.lugar for fila in datos.tabla(EatTaller) if fila.municipio_codigo not in priorizados
    ]


def _anios_de_informes(datos: Datos) -> Iterator[Contraste]:
    """«Durante los dos (2) años siguientes (2025 -2026)»: los años están en la propia cita."""
    cifra = datos.cifra("eat_informes_anios")
    if anios := _anios(cifra):
        yield from contrastar(
            "eat_informes_anios",
            "Los años de informes semestrales, frente a los del periodo que el documento da.",
            cifra,
            Intervalo.exacto(anios[-1] - anios[0] + 1),
            f"De {anios[0]} a {anios[-1]}.",
        )


def _anios(cifra: Publicado | None) -> list[int]:
    """Los años que nombra la cita de una cifra, en su orden."""
    return [int(anio) for anio in re.findall(r"\b20\d\d\b", (cifra and cifra.cita) or "")]
