"""Contrastes del informe de avance del Plan Estratégico de la CNIM."""

from collections.abc import Iterator, Sequence

from tablero.calculo.a_salvo import cada_uno
from tablero.calculo.conciliacion import Contraste, Datos, Publicado, contrastar
from tablero.calculo.contrastes.formas import (
    conteo,
    lista,
    sin_partes,
    suma_de_cifras,
    suma_exacta,
)
from tablero.formato import contar, enumerar, numero, pesos
from tablero.modelo.centros import CentroAtencion, CentroIntegrate
from tablero.modelo.cnim import CnimMesa, Transferencia

ETAPAS = {
    "inicial": ("cnim_centros_iniciales", "iniciales"),
    "nuevo": ("cnim_centros_nuevos", "nuevos"),
    "proyectado": ("cnim_centros_proyectados", "proyectados"),
}
FALTA_POR_REGIONAL = "No se publica lo que reportó cada Dirección Regional."
SIN_PARTES = (
    (
        "cnim_centros_inversion_cop",
        "La inversión en los Centros Intégrate, frente a la suma de la de cada centro.",
        "No se publica lo invertido en cada centro.",
    ),
    (
        "cnim_direcciones_regionales",
        "Las Direcciones Regionales de Migración Colombia, contadas una a una.",
        "El informe no las nombra.",
    ),
    (
        "cnim_difusion_socializaciones",
        "Las socializaciones de derechos humanos, frente a la suma de las de cada Regional.",
        FALTA_POR_REGIONAL,
    ),
    (
        "cnim_difusion_entidades",
        "Las entidades en las socializaciones, frente a la suma de las de cada Regional.",
        FALTA_POR_REGIONAL,
    ),
    (
        "cnim_difusion_asistentes",
        "Los asistentes a las socializaciones, frente a la suma de los de cada Regional.",
        FALTA_POR_REGIONAL,
    ),
    (
        "cnim_sensibilizacion_actividades",
        "Las actividades de sensibilización, frente a la suma de las de cada Regional.",
        FALTA_POR_REGIONAL,
    ),
    (
        "cnim_sensibilizacion_asistentes",
        "Los asistentes a las actividades de sensibilización, frente a la suma de cada Regional.",
        FALTA_POR_REGIONAL,
    ),
    (
        "cnim_talleres_seguimiento",
        "Los talleres de seguimiento del Plan, contados uno a uno.",
        "El informe no dice sus fechas ni sus temas.",
    ),
    (
        "cnim_taller_representantes",
        "Los representantes en el taller de planeación, frente a la suma de los de cada entidad.",
        "No se publica cuántos asistieron de cada entidad.",
    ),
    (
        "cnim_taller_subcomisiones",
        "Las subcomisiones de la CNIM, contadas una a una.",
        "El informe no las nombra.",
    ),
)


def contrastes(datos: Datos) -> Iterator[Contraste]:
    """Todos los contrastes del informe de la CNIM."""
    yield from cada_uno(datos, _avance, _centros, _atenciones, _transferencias, _mesas_y_taller)
    yield from sin_partes(datos, SIN_PARTES)


def _avance(datos: Datos) -> Iterator[Contraste]:
    """El avance total: harían falta el avance de cada acción y la forma de juntarlos."""
    yield from contrastar(
        "cnim_avance_total",
        "El avance total del Plan, frente al de sus acciones.",
        datos.cifra("cnim_avance_total_pct"),
        None,
        "No se publica el avance de ninguna de las acciones ni cómo se calcula el total.",
    )


def _centros(datos: Datos) -> Iterator[Contraste]:
    """Los Centros Intégrate, por sus etapas y por la lista."""
    yield from suma_de_cifras(
        datos,
        "cnim_centros_por_etapas",
        "Los Centros Intégrate, frente a la suma de los iniciales, los nuevos y los proyectados.",
        total="cnim_centros_total",
        partes=[cifra for cifra, _ in ETAPAS.values()],
    )
    centros = datos.tabla(CentroIntegrate)
    yield from contrastar(
        "cnim_centros_de_la_lista",
        "Los Centros Intégrate, frente a los que el informe nombra.",
        datos.cifra("cnim_centros_total"),
        conteo(centros),
    )
    for etapa, (cifra, nombre) in ETAPAS.items():
        propios = [fila for fila in centros if fila.etapa == etapa]
        yield from contrastar(
            cifra,
            f"Los Centros Intégrate {nombre}, frente a los que el informe nombra.",
            datos.cifra(cifra),
            conteo(propios),
            lista(fila.centro_nombre for fila in propios),
        )


def _atenciones(datos: Datos) -> Iterator[Contraste]:
    """Las personas atendidas, centro por centro, en el último periodo."""
    filas = _ultimo_periodo(datos.tabla(CentroAtencion))
    yield from contrastar(
        "cnim_personas_atendidas",
        "Las personas atendidas, frente a la suma de las de cada Centro Intégrate.",
        datos.cifra("cnim_personas_atendidas"),
        suma_exacta(fila.personas for fila in filas),
        f"Suma de {contar(len(filas), 'centro', 'centros')}; una persona puede contarse más de una "
        "vez.",
    )


def _ultimo_periodo(filas: Sequence[CentroAtencion]) -> list[CentroAtencion]:
    """La fila más reciente de cada centro; si dos terminan el mismo día, la del periodo más largo.

    Las de periodos anteriores no se suman: una persona puede estar en varios.
    """
    ultimo = max((fila.hasta_fecha for fila in filas), default=None)
    por_centro: dict[str, CentroAtencion] = {}
    for fila in sorted(filas, key=lambda f: f.desde_fecha, reverse=True):
        if fila.hasta_fecha == ultimo:
            por_centro[fila.centro_codigo] = fila
    return list(por_centro.values())


def _transferencias(datos: Datos) -> Iterator[Contraste]:
    """Los recursos asignados, con y sin los municipios que desistieron."""
    filas = datos.tabla(Transferencia)
    desistidos = [fila for fila in filas if fila.estado == "desistido"]
    todo = suma_exacta(fila.valor_cop for fila in filas)
    girado = todo - suma_exacta(fila.valor_cop for fila in desistidos)
    texto = f"{contar(len(filas), 'asignación suma', 'asignaciones suman')} {pesos(todo.valor)}"
    if desistidos:
        nombres = enumerar([fila.municipio_nombre for fila in desistidos])
        texto += f"; sin {nombres}, que desistieron, {pesos(girado.valor)}"
    cifra = datos.cifra("cnim_transferencias_asignadas_cop")
    if cifra is not None and not cifra.intervalo.toca(todo):
        diferencia = pesos(abs(cifra.valor - todo.valor))
        texto += f". La diferencia, {diferencia}, es mayor que el redondeo de lo publicado"
    yield from contrastar(
        "cnim_transferencias_asignadas",
        "Los recursos asignados, frente a la suma de las asignaciones a cada municipio.",
        cifra,
        todo,
        f"{texto}.",
    )
    yield from _giradas(datos, filas, cifra)


def _giradas(
    datos: Datos, filas: Sequence[Transferencia], asignadas: Publicado | None
) -> Iterator[Contraste]:
    """Los recursos que el informe da por girados, sin los municipios que desistieron."""
    giradas = [fila for fila in filas if fila.estado == "girado"]
    desistidos = [fila.municipio_nombre for fila in filas if fila.estado == "desistido"]
    girado = suma_exacta(fila.valor_cop for fila in giradas)
    cuantas = contar(len(giradas), "asignación girada suma", "asignaciones giradas suman")
    texto = f"{cuantas} {pesos(girado.valor)}."
    if desistidos:
        texto += f" La lista del informe incluye también a {enumerar(desistidos)}, que desistieron."
    if asignadas is not None and asignadas.cita:
        texto += f" La frase citada sigue a «{asignadas.cita}»."
    yield from contrastar(
        "cnim_transferencias_giradas",
        "Los recursos girados, frente a la suma de los municipios que no desistieron.",
        datos.cifra("cnim_transferencias_giradas_cop"),
        girado,
        texto,
    )


def _mesas_y_taller(datos: Datos) -> Iterator[Contraste]:
    """Las mesas técnicas y las entidades del taller de planeación."""
    yield from contrastar(
        "cnim_mesas_tecnicas",
        "Las mesas técnicas, frente a las que el informe lista con su fecha.",
        datos.cifra("cnim_mesas_tecnicas"),
        conteo(datos.tabla(CnimMesa)),
    )
    entidades = datos.lista("cnim_taller_entidades")
    cifra = datos.cifra("cnim_taller_entidades")
    yield from contrastar(
        "cnim_taller_entidades",
        "Las entidades que asistieron al taller de planeación, frente a las que el informe nombra.",
        cifra,
        conteo(entidades),
        f"El informe cuenta {numero(cifra.valor)} y nombra {numero(len(entidades))}."
        if cifra is not None and cifra.valor != len(entidades)
        else None,
    )
