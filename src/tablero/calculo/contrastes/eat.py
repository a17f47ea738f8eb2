"""Contrastes de la Estrategia de Acompañamiento Territorial (EAT)."""

import re
from collections.abc import Iterator

from tablero.calculo.conciliacion import Contraste, Datos, Publicado, contrastar, publicado
from tablero.calculo.contrastes.formas import (
    ENTERO,
    conteo,
    en_porcentaje,
    enteros,
    lista,
    rango,
    sin_partes,
    suma_de_cifras,
    suma_de_columna,
)
from tablero.calculo.intervalos import CIEN, Intervalo
from tablero.formato import contar, enumerar, numero

DECIMAS = 1
CLUSTERES = (
    ("eat_clusteres", "Los clústeres organizados son los que numera la Tabla 3."),
    ("eat_fase3_clusteres", "Los clústeres con talleres en la tercera fase son los de la Tabla 3."),
    ("eat_fase4_clusteres", "Los clústeres de la cuarta fase son los de la Tabla 3."),
)
MUNICIPIOS_DE_LA_TABLA_2 = (
    (
        "eat_ipt_municipios_alta_necesidad",
        "Los municipios con alta necesidad de priorización son los que lista la Tabla 2.",
    ),
    ("eat_fase1_municipios", "Los municipios que arrojó el IPT son los que lista la Tabla 2."),
    ("eat_municipios_priorizados", "Los municipios priorizados son los que lista la Tabla 2."),
)
MUNICIPIOS_DE_LA_TABLA_3 = (
    ("eat_fase3_municipios", "Los municipios de la tercera fase son los que lista la Tabla 3."),
    ("eat_fase4_municipios", "Los municipios de la cuarta fase son los que lista la Tabla 3."),
)


def contrastes(datos: Datos) -> Iterator[Contraste]:
    """Todos los contrastes de la EAT."""
    yield from _poblacion(datos)
    yield from _planes_de_desarrollo(datos)
    yield from _hallazgos_del_ipt(datos)
    yield from _municipios(datos)
    yield from _clusteres(datos)
    yield from _fases(datos)


def _poblacion(datos: Datos) -> Iterator[Contraste]:
    """Migrantes provenientes de Venezuela: el total, sus partes y los cinco territorios."""
    total = datos.cifra("eat_migrantes_total")
    yield from suma_de_cifras(
        datos,
        "eat_migrantes_total",
        "Los migrantes provenientes de Venezuela son la suma de sus situaciones migratorias.",
        total="eat_migrantes_total",
        partes=(
            "eat_migrantes_ppt_autorizado",
            "eat_migrantes_ppt_en_proceso",
            "eat_migrantes_regular_ordinario",
            "eat_migrantes_irregular",
        ),
    )
    for fila in datos.tabla("cifras"):
        if fila["cifra_codigo"].startswith("eat_concentracion_") and total is not None:
            parte = publicado(fila, "valor", fila["unidad"], fila["precision"])
            personas = parte.intervalo * total.intervalo / CIEN
            tendrian = rango(enteros(personas) or personas, ENTERO)
            lugar = fila["departamento_nombre"]
            yield Contraste(
                fila["cifra_codigo"],
                f"Parte de los migrantes provenientes de Venezuela: {lugar.removesuffix('.')}.",
                parte,
                None,
                f"No se publica cuántas personas están en {lugar}: para dar "
                f"{en_porcentaje(parte.valor)} tendrían que ser {tendrian}.",
            )


def _planes_de_desarrollo(datos: Datos) -> Iterator[Contraste]:
    """Departamentos y municipios cuyos planes se refirieron a la migración."""
    divipola = datos.otra_fuente("divipola")
    entidades = divipola.tabla("municipios") if divipola else []
    departamentos = {fila["departamento_codigo"] for fila in entidades}
    for codigo, sujeto, total in (
        ("eat_pdt_departamentos_pct", "departamentos", len(departamentos)),
        ("eat_pdt_municipios_pct", "municipios", len(entidades)),
    ):
        cifra = datos.cifra(codigo)
        if cifra is not None:
            yield Contraste(
                codigo,
                f"La parte de los {sujeto} que se refirió a la migración en su plan de desarrollo.",
                cifra,
                None,
                f"No se publica cuántos {sujeto} son ni de cuántos. {_con_divipola(cifra, total)}",
            )


def _con_divipola(cifra: Publicado, total: int) -> str:
    """Cuántas entidades de la DIVIPOLA darían ese porcentaje."""
    if not total:
        return "La DIVIPOLA no está cargada."
    posibles = enteros(cifra.intervalo * Intervalo.exacto(total) / CIEN)
    if posibles is None:
        return f"Ningún número entero de los {numero(total)} de la DIVIPOLA lo da."
    return f"Si fueran de los {numero(total)} de la DIVIPOLA, serían {rango(posibles, ENTERO)}."


def _hallazgos_del_ipt(datos: Datos) -> Iterator[Contraste]:
    """Los porcentajes y conteos de las categorías del IPT, que no se publican por municipio."""
    divipola = datos.otra_fuente("divipola")
    entidades = divipola.tabla("municipios") if divipola else []
    pct = datos.cifra("eat_ipt_media_o_mas_pct")
    cuantos = datos.cifra("eat_ipt_media_o_mas_municipios")
    if pct is not None and cuantos is not None:
        yield Contraste(
            "eat_ipt_media_o_mas_pct",
            "La parte de los municipios del país con IPT medio, alto o muy alto.",
            pct,
            None,
            f"No se publica de cuántos municipios. {_denominador(pct, cuantos, len(entidades))}",
        )
    if (bajo := datos.cifra("eat_ipt_bajo_pct")) is not None:
        yield Contraste(
            "eat_ipt_bajo_pct",
            "La parte de los municipios del país con un IPT bajo.",
            bajo,
            None,
            "No se publica cuántos municipios son ni de cuántos. "
            f"{_con_divipola(bajo, len(entidades))}",
        )
    yield from sin_partes(
        datos,
        (
            (
                "eat_ipt_media_o_mas_municipios",
                "Los municipios con IPT medio, alto o muy alto.",
                "No se publica la categoría del IPT de cada municipio.",
            ),
            (
                "eat_ipt_frontera_municipios",
                "Los municipios priorizados de zonas fronterizas o muy cercanas a ellas.",
                "El documento dice «cerca de» y no señala cuáles de los municipios priorizados "
                "cuenta como fronterizos.",
            ),
        ),
    )


def _denominador(pct: Publicado, cuantos: Publicado, divipola: int) -> str:
    """De cuántos municipios tendrían que ser, y cuánto serían de los de la DIVIPOLA."""
    total = enteros(cuantos.intervalo * CIEN / pct.intervalo)
    if total is None:
        return f"Ningún total da {en_porcentaje(pct.valor)} con {numero(cuantos.valor)}."
    texto = (
        f"{numero(cuantos.valor)} y {en_porcentaje(pct.valor)} suponen {rango(total, ENTERO)} "
        "municipios"
    )
    if not divipola:
        return f"{texto}."
    con_divipola = en_porcentaje(cuantos.valor / divipola * 100, DECIMAS)
    return f"{texto}; de los {numero(divipola)} de la DIVIPOLA serían {con_divipola}."


def _municipios(datos: Datos) -> Iterator[Contraste]:
    """Los municipios de las tablas 2 y 3."""
    tabla_2, tabla_3 = datos.tabla("ipt_priorizados"), datos.tabla("clusteres")
    for codigo, descripcion in MUNICIPIOS_DE_LA_TABLA_2:
        yield from contrastar(codigo, descripcion, datos.cifra(codigo), conteo(tabla_2))
    nombres = {fila["municipio_codigo"]: fila["municipio_nombre"] for fila in tabla_2 + tabla_3}
    en_la_2 = {fila["municipio_codigo"] for fila in tabla_2}
    en_la_3 = {fila["municipio_codigo"] for fila in tabla_3}
    solo_en_una = sorted(nombres[codigo] for codigo in en_la_2 ^ en_la_3)
    yield from contrastar(
        "eat_municipios_en_las_dos_tablas",
        "Los municipios de la Tabla 2 son los mismos de la Tabla 3.",
        datos.cifra("eat_municipios_priorizados"),
        conteo(en_la_2 & en_la_3),
        f"Están en una sola de las tablas: {enumerar(solo_en_una)}." if solo_en_una else None,
    )
    for codigo, descripcion in MUNICIPIOS_DE_LA_TABLA_3:
        yield from contrastar(codigo, descripcion, datos.cifra(codigo), conteo(en_la_3))


def _clusteres(datos: Datos) -> Iterator[Contraste]:
    """La Tabla 3: su total, cada clúster y cuántos clústeres hay."""
    tabla_3, conteos = datos.tabla("clusteres"), datos.tabla("clusteres_conteos")
    total = datos.cifra("eat_clusteres_municipios_total")
    yield from contrastar(
        "eat_tabla_3_total_de_sus_clusteres",
        "El total de la Tabla 3 es la suma de los municipios que publica para cada clúster.",
        total,
        suma_de_columna(conteos, "municipios"),
    )
    yield from contrastar(
        "eat_tabla_3_total_de_sus_filas",
        "El total de la Tabla 3 es el número de municipios que nombra.",
        total,
        conteo(tabla_3),
    )
    numeros = {fila["cluster_numero"] for fila in tabla_3}
    for codigo, descripcion in CLUSTERES:
        yield from contrastar(codigo, descripcion, datos.cifra(codigo), conteo(numeros))
    for fila in conteos:
        propios = [f for f in tabla_3 if f["cluster_numero"] == fila["cluster_numero"]]
        yield Contraste(
            f"eat_cluster_{fila['cluster_numero']}",
            f"Los municipios del clúster {fila['cluster_numero']} son los que nombra la Tabla 3.",
            publicado(fila, "municipios", "municipios"),
            conteo(propios),
            lista(f["municipio_nombre"] for f in propios),
        )


def _fases(datos: Datos) -> Iterator[Contraste]:
    """Las fases, los talleres y los años de informes."""
    fases = [fila for fila in datos.tabla("eat_fases") if fila["fase_numero"] > 0]
    yield from contrastar(
        "eat_fases_intervencion",
        "Las etapas de intervención son las fases numeradas que el documento describe.",
        datos.cifra("eat_fases_intervencion"),
        conteo(fases),
    )
    completadas = datos.cifra("eat_fases_completadas_2023")
    for anio in _anios(completadas)[-1:]:
        terminadas = [
            fila["fase_nombre"]
            for fila in fases
            if fila["estado"] == "completada"
            and fila["hasta_fecha"] is not None
            and fila["hasta_fecha"].year == anio
        ]
        yield from contrastar(
            "eat_fases_completadas_2023",
            f"Las fases completadas en {anio} son las que terminaron ese año.",
            completadas,
            conteo(terminadas),
            lista(terminadas),
        )
    talleres = datos.tabla("eat_talleres")
    ajenos = _talleres_fuera_de_los_priorizados(datos)
    yield from contrastar(
        "eat_talleres",
        "Los talleres de la segunda fase son los lugares que el documento nombra.",
        datos.cifra("eat_talleres"),
        conteo(talleres),
        f"De ellos, {contar(len(ajenos), 'lugar no es', 'lugares no son')} un municipio priorizado:"
        f" {enumerar(ajenos)}."
        if ajenos
        else None,
    )
    yield from _anios_de_informes(datos)


def _talleres_fuera_de_los_priorizados(datos: Datos) -> list[str]:
    priorizados = {fila["municipio_codigo"] for fila in datos.tabla("ipt_priorizados")}
    return [
        fila["lugar"]
        for fila in datos.tabla("eat_talleres")
        if fila.get("municipio_codigo") not in priorizados
    ]


def _anios_de_informes(datos: Datos) -> Iterator[Contraste]:
    """«Durante los dos (2) años siguientes (2025 -2026)»: los años están en la propia cita."""
    cifra = datos.cifra("eat_informes_anios")
    if anios := _anios(cifra):
        yield from contrastar(
            "eat_informes_anios",
            "Los años de informes semestrales son los del periodo que el documento da.",
            cifra,
            Intervalo.exacto(anios[-1] - anios[0] + 1),
            f"De {anios[0]} a {anios[-1]}.",
        )


def _anios(cifra: Publicado | None) -> list[int]:
    """Los años que nombra la cita de una cifra, en su orden."""
    return [int(anio) for anio in re.findall(r"\b20\d\d\b", (cifra and cifra.cita) or "")]
