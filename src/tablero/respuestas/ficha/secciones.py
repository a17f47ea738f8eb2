"""Los hechos de un municipio, por asunto, con lo que cada lista publicada no dice de él."""

from collections.abc import Iterator, Sequence

from tablero import formato
from tablero.consultas import ficha, listas
from tablero.filas import Fila
from tablero.respuestas.ficha.hoja import Redactor, Renglon, Seccion
from tablero.respuestas.ficha.pais import Pais

FASE_DE_TALLERES_EN_TODOS = ("eat_fase3_clusteres",)
TRAYECTORIA_EN_LA_PROSA = ("sdp_trayectoria_prosa",)
PUNTAJE, TALLER, CENTRO = "Puntaje del IPT", "Talleres de la fase 2", "Centros Intégrate"
INTEGRA, OTRO, POBLACION = "Proyecto Integra", "Otros hechos", "Población migrante"
"""De qué trata cada renglón que se puede poner al lado del de otro lugar."""
DESISTIO = "el municipio desistió: no es dinero en el territorio"


def secciones(pais: Pais, redactor: Redactor, municipio: str) -> tuple[Seccion, ...]:
    """Todas las secciones de la ficha de un municipio, en su orden."""
    asuntos = (
        ("Índice de Priorización Territorial (IPT)", _indice(pais, redactor, municipio)),
        ("Estrategia de Acompañamiento Territorial (EAT)", _estrategia(pais, redactor, municipio)),
        ("Centros Intégrate", _centros(pais, redactor, municipio)),
        ("Transferencia psicosocial", _transferencias(pais, redactor, municipio)),
        ("Otros hechos", _otros(pais, redactor, municipio)),
        ("Lo que ninguna fuente dice de este municipio", _sin_dato(pais, redactor, municipio)),
    )
    return tuple(Seccion(titulo, tuple(renglones)) for titulo, renglones in asuntos)


def ordinal(orden: int) -> str:
    """`10` → «10.º»."""
    return f"{formato.numero(orden)}.º"


def _indice(pais: Pais, redactor: Redactor, municipio: str) -> Iterator[Renglon]:
    filas = pais.de(pais.priorizados, municipio)
    for fila in filas:
        principal = f"{ordinal(fila['orden'])} de {fila['priorizados_total']} priorizados"
        yield redactor.renglon(pais.priorizados, fila, principal, "orden publicado")
    if not filas and not pais.priorizados.esta_vacio:
        total = pais.filas(pais.priorizados)[0]["priorizados_total"]
        yield redactor.falta(
            pais.priorizados, f"Orden: no aparece entre los {total} municipios priorizados"
        )
    puntaje = pais.preguntar(ficha.ipt_puntaje, municipio=municipio)
    for fila in puntaje.filas:
        if fila["puntaje"] is None:
            motivo = formato.texto(fila["motivo"])
            texto = f"Puntaje calculado: sin dato; {motivo}"
            yield Renglon(texto, "", redactor.citar(puntaje, [fila]), falta=True, asunto=PUNTAJE)
            continue
        yield redactor.renglon(puntaje, fila, *_puntaje(fila), asunto=PUNTAJE)
        aportes = pais.preguntar(ficha.ipt_aportes, municipio=municipio)
        partes = [
            f"{f['componente']}, {formato.numero(f['aporte_puntos'], 1)}" for f in aportes.filas
        ]
        notas = redactor.citar(aportes, aportes.filas)
        yield Renglon("Puntos por componente", "; ".join(partes), notas)


def _puntaje(fila: Fila) -> tuple[str, str]:
    intervalo = f"entre {fila['orden_minimo']} y {fila['orden_maximo']} al variar el método"
    estable = formato.porcentaje(fila["categoria_estabilidad_pct"], 0)
    return (
        f"{formato.numero(fila['puntaje'], 1)} de 100, categoría {fila['categoria_natural']}",
        f"puntaje calculado; orden {formato.numero(fila['orden_calculado'])} de "
        f"{formato.numero(fila['municipios_con_puntaje'])} ({intervalo}); conserva su categoría en "
        f"el {estable} de las corridas; edición {fila['edicion']}",
    )


def _estrategia(pais: Pais, redactor: Redactor, municipio: str) -> Iterator[Renglon]:
    propias = pais.de(pais.clusteres, municipio)
    for fila in propias:
        otros = [
            pais.municipios[c]["municipio_nombre"]
            for c in pais.miembros(fila["cluster_numero"])
            if c != municipio
        ]
        juntos = f"con {formato.enumerar(otros)}" if otros else "sin otro municipio"
        principal = f"Clúster {fila['cluster_numero']}"
        yield redactor.renglon(pais.clusteres, fila, principal, juntos)
    if not propias and not pais.clusteres.esta_vacio:
        cuantos = len({f["cluster_numero"] for f in pais.filas(pais.clusteres)})
        yield redactor.falta(pais.clusteres, f"Clúster: no aparece en ninguno de los {cuantos}")
    if propias:
        yield from fases(pais, redactor)
    yield from _talleres(pais, redactor, municipio)
    if propias:
        yield from _talleres_en_todos(pais, redactor)


def fases(pais: Pais, redactor: Redactor) -> Iterator[Renglon]:
    """El estado de las fases de la estrategia, que la fuente dice para todos a la vez."""
    filas = pais.filas(pais.fases)
    por_estado: dict[str | None, list[Fila]] = {}
    for fila in filas:
        por_estado.setdefault(fila["estado_texto"], []).append(fila)
    if filas:
        frase = "; ".join(_en_estado(estado, suyas) for estado, suyas in por_estado.items())
        notas = redactor.citar(pais.fases, filas, con_cita=False)
        detalle = f"{_periodos(filas)}. La fuente lo dice por fase, no por municipio"
        yield Renglon(frase[:1].upper() + frase[1:], detalle, notas)


def _en_estado(estado: str | None, filas: Sequence[Fila]) -> str:
    """«fases 1 y 2: «se completaron»», con las palabras de la fuente."""
    palabra = "fase" if len(filas) == 1 else "fases"
    dicho = "sin estado publicado" if estado is None else f"«{estado}»"
    return f"{palabra} {formato.enumerar([_fase(f) for f in filas])}: {dicho}"


def _periodos(filas: Sequence[Fila]) -> str:
    """«1 y 2, de junio a diciembre de 2023; 3, durante el primer semestre de 2024»."""
    por_periodo: dict[str, list[str]] = {}
    for fila in filas:
        periodo = formato.texto(fila["periodo_texto"])
        por_periodo.setdefault(periodo[:1].lower() + periodo[1:], []).append(_fase(fila))
    return "; ".join(
        f"{formato.enumerar(numeros)}, {periodo}" for periodo, numeros in por_periodo.items()
    )


def _fase(fila: Fila) -> str:
    return str(fila["fase_numero"]) if fila["fase_numero"] else "preparatoria"


def _talleres(pais: Pais, redactor: Redactor, municipio: str) -> Iterator[Renglon]:
    suyos = pais.talleres_de(municipio)
    for fila in suyos:
        yield redactor.renglon(pais.talleres, fila, *taller(fila), asunto=TALLER)
    if not suyos and not pais.talleres.esta_vacio:
        lugares = pais.filas(pais.talleres)
        subregiones = [f["lugar"] for f in lugares if not f["municipio_codigo"]]
        salvedad = f" ({formato.enumerar(subregiones)} es una subregión)" if subregiones else ""
        yield redactor.falta(
            pais.talleres,
            f"Taller de la fase 2: no aparece entre los {len(lugares)} lugares que nombra "
            f"la fuente{salvedad}",
            asunto=TALLER,
        )


def taller(fila: Fila) -> tuple[str, str]:
    """Cómo se lee un taller; el de una subregión no es de ningún municipio, y lo dice."""
    lugar = str(fila["lugar"])
    if fila["municipio_codigo"] is None:
        lugar += ", subregión que se muestra con el clúster"
    return f"Taller de la fase {fila['fase_numero']}", lugar


def _talleres_en_todos(pais: Pais, redactor: Redactor) -> Iterator[Renglon]:
    en_todos = pais.preguntar(listas.cifras, codigos=FASE_DE_TALLERES_EN_TODOS)
    for fila in en_todos.filas:
        principal = f"Talleres de la fase 3 en los {formato.numero(fila['valor'])} clústeres"
        detalle = "la fuente no nombra los lugares"
        yield redactor.renglon(en_todos, fila, principal, detalle)


def _centros(pais: Pais, redactor: Redactor, municipio: str) -> Iterator[Renglon]:
    suyos = pais.de(pais.centros, municipio)
    for fila in suyos:
        yield redactor.renglon(pais.centros, fila, *centro(fila), asunto=CENTRO)
    if not suyos and not pais.centros.esta_vacio:
        cuantos = len(pais.filas(pais.centros))
        yield redactor.falta(
            pais.centros,
            f"No aparece en la lista: ninguno de sus {cuantos} centros está aquí",
            asunto=CENTRO,
        )


def centro(fila: Fila) -> tuple[str, str]:
    """Cómo se lee un centro: su nombre y su etapa; las personas, en qué periodo, y su apertura."""
    piloto = ", piloto" if fila["es_piloto"] else ""
    return f"{fila['centro_nombre']} ({fila['etapa']}{piloto})", _atencion(fila)


def _atencion(fila: Fila) -> str:
    personas = f"{formato.numero(fila['personas'])} personas atendidas"
    if fila["personas"] is None:
        personas = "personas atendidas: sin dato"
    else:
        personas += (
            f" del {formato.fecha(fila['desde_fecha'])} al {formato.fecha(fila['hasta_fecha'])}"
        )
    return f"{personas}; apertura: {formato.fecha(fila['apertura_fecha'])}"


def _transferencias(pais: Pais, redactor: Redactor, municipio: str) -> Iterator[Renglon]:
    suyas = pais.de(pais.transferencias, municipio)
    for fila in suyas:
        detalle = f"Resolución {fila['resolucion']}"
        if fila["estado"] == "desistido":
            detalle += f"; {DESISTIO}"
        principal = f"{formato.pesos(fila['valor_cop'])}, {fila['estado']}"
        yield redactor.renglon(pais.transferencias, fila, principal, detalle, nivel="publicado")
    if not suyas and not pais.transferencias.esta_vacio:
        cuantas = len({f["municipio_codigo"] for f in pais.filas(pais.transferencias)})
        yield redactor.falta(
            pais.transferencias, f"No aparece entre los {cuantas} municipios de la lista"
        )


def _otros(pais: Pais, redactor: Redactor, municipio: str) -> Iterator[Renglon]:
    suyos = pais.de(pais.otros, municipio)
    for fila in suyos:
        asunto = INTEGRA if fila["aspecto"] == "integra" else OTRO
        yield redactor.renglon(pais.otros, fila, *hecho_suelto(fila), asunto=asunto)
    propia = pais.politica_de(municipio)
    if propia:
        for fila in propia.filas:
            yield redactor.renglon(propia, fila, *_politica(fila), asunto=OTRO)
        prosa = pais.preguntar(listas.cifras, codigos=TRAYECTORIA_EN_LA_PROSA)
        for fila in prosa.filas:
            principal = f"{formato.porcentaje(fila['valor'])} de trayectoria según la prosa"
            detalle = "el gráfico del informe imprime otra"
            yield redactor.renglon(prosa, fila, principal, detalle, asunto=OTRO)
    ciudades = [f for f in pais.filas(pais.otros) if f["aspecto"] == "integra"]
    if ciudades and not any(f["aspecto"] == "integra" for f in suyos):
        texto = (
            f"Proyecto Integra: no aparece entre las {len(ciudades)} ciudades que nombra "
            "como ejemplo"
        )
        notas = redactor.citar(pais.otros, ciudades[:1], con_cita=False)
        yield Renglon(texto, "", notas, falta=True, asunto=INTEGRA)


def hecho_suelto(fila: Fila) -> tuple[str, str]:
    """Cómo se lee un hecho de la prosa: lo principal y su detalle."""
    if fila["aspecto"] == "integra":
        return "Ciudad del proyecto Integra", f"nombrada «{fila['descripcion']}»"
    valor = formato.numero_justo(fila["valor"])
    que = str(fila["descripcion"]).rstrip(".")
    return (f"{valor}\u00a0%", que) if fila["unidad"] == "%" else (f"{que}: {valor}", "")


def _politica(fila: Fila) -> tuple[str, str]:
    return (
        f"{formato.porcentaje(fila['avance_pct'])} de avance de la política distrital",
        f"calculado: {formato.porcentaje(fila['avance_calculado_pct'])}; trayectoria publicada: "
        f"{formato.porcentaje(fila['trayectoria_pct'])}",
    )


def _sin_dato(pais: Pais, redactor: Redactor, municipio: str) -> Iterator[Renglon]:
    departamento = pais.municipios[municipio]["departamento_codigo"]
    conocidas = [f for f in pais.filas(pais.otros) if f["aspecto"] == "cifra de departamento"]
    if conocidas:
        suya = [f for f in conocidas if f["departamento_codigo"] == departamento]
        parte = f"{formato.numero_justo(suya[0]['valor'])}\u00a0%" if suya else ""
        texto = "Cuántas personas migrantes viven aquí: las fuentes dan el total del país y "
        if suya and len(pais.del_departamento(departamento)) == 1:
            texto += f"la parte que está aquí ({parte})"
        else:
            texto += f"la parte de {len(conocidas)} departamentos"
            texto += f" ({parte} en el suyo)" if suya else ""
        notas = redactor.citar(pais.otros, suya or conocidas[:1], con_cita=bool(suya))
        yield Renglon(texto, "", notas, falta=True, asunto=POBLACION)
    if pais.orden(municipio) and pais.preguntar(ficha.ipt_puntaje, municipio=municipio).esta_vacio:
        yield redactor.falta(
            pais.priorizados,
            "Su puntaje del IPT y el valor de sus indicadores: se publica solo el orden",
        )
    if pais.cluster(municipio):
        yield redactor.falta(pais.fases, "Cómo va la estrategia aquí: el estado es el del país")
    yield from _aperturas(pais, redactor, municipio)


def _aperturas(pais: Pais, redactor: Redactor, municipio: str) -> Iterator[Renglon]:
    """Los centros de los que no se sabe cuándo abrieron o, si son proyectos, cuándo abrirán."""
    sin_fecha = [f for f in pais.de(pais.centros, municipio) if f["apertura_fecha"] is None]
    for cuando, proyectado in (("Cuándo abrió", False), ("Cuándo abrirá", True)):
        nombres = [
            f["centro_nombre"] for f in sin_fecha if (f["etapa"] == "proyectado") == proyectado
        ]
        cual = "el centro de" if len(nombres) == 1 else "cada centro:"
        if nombres:
            yield redactor.falta(pais.centros, f"{cuando} {cual} {formato.enumerar(nombres)}")
