"""Del territorio: municipios, departamentos, clústeres y Centros Intégrate."""

from collections import defaultdict
from collections.abc import Iterator

from tablero import formato
from tablero.busqueda.documento import Documento
from tablero.busqueda.reunir.procedencia import Procedencia, con_unidad, junto
from tablero.consultas import brechas, centros, eat, ficha, territorio
from tablero.consultas.base import Preguntas
from tablero.filas import VARIOS, Fila
from tablero.respuestas import brechas as dichas
from tablero.respuestas import frases

NO_APARECE = "ninguna lista del tablero lo nombra"
"""De un municipio que solo está en la DIVIPOLA: que una lista no lo nombre no prueba nada más."""


def todos(preguntar: Preguntas, de: Procedencia) -> Iterator[Documento]:
    """Todo lo del territorio: los 1.122 municipios, digan algo de ellos las fuentes o no."""
    pais = {"departamento": None, "municipio": None}
    otros = preguntar(ficha.otros).filas
    de_matriz = {f["municipio_codigo"]: f for f in preguntar(brechas.matriz, **pais).filas}
    de_municipio: dict[str, list[Fila]] = defaultdict(list)
    de_departamento: dict[str, list[Fila]] = defaultdict(list)
    for fila in otros:
        if fila["aspecto"] == "cifra de departamento":
            de_departamento[fila["departamento_codigo"]].append(fila)
        else:
            de_municipio[fila["municipio_codigo"]].append(fila)
    for fila in preguntar(ficha.indice).filas:
        codigo = fila["municipio_codigo"]
        yield _municipio(fila, de_matriz.get(codigo), de_municipio[codigo], de)
    priorizados = {f["departamento_codigo"]: f for f in preguntar(eat.por_departamento).filas}
    for fila in preguntar(territorio.departamentos).filas:
        codigo = fila["departamento_codigo"]
        yield _departamento(fila, priorizados.get(codigo), de_departamento[codigo], de)
    yield from (_cluster(f, de) for f in preguntar(eat.clusteres, **pais).filas)
    yield from (_centro(f, de) for f in preguntar(centros.centros, **pais).filas)


def _municipio(fila: Fila, suya: Fila | None, otros: list[Fila], de: Procedencia) -> Documento:
    """`suya` es su fila en la matriz de brechas; `otros`, los hechos sueltos que lo nombran."""
    codigo, nombre = fila["municipio_codigo"], fila["municipio_nombre"]
    cifra, dice, fuente = formato.SIN_DATO, [_otro(o) for o in otros], (otros or [fila])[0]
    if suya is not None:
        cifra, fuente = _cifra(suya), suya
        dice = [*_de_las_listas(suya), *dice]
    return Documento(
        "municipio",
        nombre,
        "ficha_territorial",
        (("municipio", codigo),),
        contexto=junto(f"{fila['departamento_nombre']}, código {codigo}", *(dice or [NO_APARECE])),
        cifra=cifra,
        corte=de(fuente),
        codigos=(codigo,),
        nombres=tuple((fila["grafias"] or "").split(VARIOS)) if fila["grafias"] else (),
        texto=junto(fila["area_metropolitana"], fila["tipo"]),
    )


def _cifra(suya: Fila) -> str:
    """La que mejor lo ubica: su lugar en el orden del IPT, sus personas o su transferencia."""
    if suya["es_priorizado"]:
        return f"{frases.lugar_en_el_orden(suya)} en el orden del IPT"
    if suya["personas"] is not None:
        return con_unidad(suya["personas"], "personas atendidas")
    if suya["valor_cop"] is not None:
        return f"transferencia de {formato.pesos(suya['valor_cop'])}"
    return formato.SIN_DATO


def _de_las_listas(suya: Fila) -> Iterator[str]:
    """Lo que dicen de él las listas que lo nombran."""
    if suya["cluster_numero"] is not None:
        yield f"clúster {suya['cluster_numero']}"
    for que, estado, detalle in (
        ("Centro Intégrate", suya["centro_estado"], dichas.centro(suya)),
        ("transferencia", suya["transferencia_estado"], dichas.transferencia(suya)),
        ("taller", suya["taller_estado"], dichas.taller(suya)),
    ):
        if estado != dichas.NO:
            yield f"{que}: {estado}" + (f" ({detalle})" if detalle else "")


def _otro(fila: Fila) -> str:
    """Un hecho suelto: ciudad de Integra o cifra de la prosa."""
    if fila["aspecto"] == "integra":
        return "ciudad del proyecto Integra"
    return f"{con_unidad(fila['valor'], fila['unidad'])}: {fila['descripcion']}"


def _departamento(
    fila: Fila, priorizados: Fila | None, otros: list[Fila], de: Procedencia
) -> Documento:
    nombre = fila["departamento_nombre"]
    municipios = formato.contar(fila["municipios"], "municipio", "municipios")
    cifra, fuente = "ningún municipio priorizado por el IPT", fila
    if priorizados is not None:
        cuantos = formato.contar(
            priorizados["municipios"], "municipio priorizado", "municipios priorizados"
        )
        cifra, fuente = f"{cuantos} por el IPT", priorizados
    elif otros:
        cifra, fuente = con_unidad(otros[0]["valor"], otros[0]["unidad"]), otros[0]
    return Documento(
        "departamento",
        nombre,
        "ficha_territorial",
        (("departamento", nombre),),
        contexto=junto(
            f"{municipios}, código {fila['departamento_codigo']}",
            priorizados["municipios_texto"] if priorizados is not None else None,
            *(_otro(o) for o in otros),
        ),
        cifra=cifra,
        corte=de(fuente),
        codigos=(fila["departamento_codigo"],),
    )


def _cluster(fila: Fila, de: Procedencia) -> Documento:
    numero = str(fila["cluster_numero"])
    return Documento(
        "cluster",
        f"Clúster {numero}",
        "ficha_territorial",
        (("cluster", numero),),
        contexto=junto(fila["departamentos_texto"], fila["municipios_texto"]),
        cifra=formato.contar(fila["municipios"], "municipio", "municipios"),
        corte=de(fila),
        texto=junto(fila["talleres_texto"], fila["centros_texto"], "estrategia territorial"),
    )


def _centro(fila: Fila, de: Procedencia) -> Documento:
    return Documento(
        "centro",
        f"Centro Intégrate {fila['centro_nombre']}",
        "centros_integrate",
        (("municipio", fila["municipio_codigo"]),),
        contexto=junto(
            ", ".join(dict.fromkeys((fila["municipio_nombre"], fila["departamento_nombre"]))),
            fila["etapa"],
        ),
        cifra="personas atendidas: sin dato"
        if fila["personas"] is None
        else con_unidad(fila["personas"], "personas atendidas"),
        corte=de(fila),
        nombres=(fila["centro_nombre"],),
    )
