"""Los hechos de un departamento o de un clúster que no son de un solo municipio."""

from collections.abc import Sequence

from tablero.respuestas.ficha.hoja import Redactor, Renglon, Seccion
from tablero.respuestas.ficha.pais import Filas, Pais
from tablero.respuestas.ficha.secciones import (
    CENTRO,
    POBLACION,
    TALLER,
    centro,
    fases,
    hecho_suelto,
    taller,
)


def secciones_de_conjunto(
    pais: Pais,
    redactor: Redactor,
    municipios: Sequence[str],
    *,
    departamento: str | None = None,
) -> tuple[Seccion, ...]:
    """Lo que no es de un solo municipio: la estrategia, la población y lo que falta."""
    estrategia = [
        redactor.renglon(pais.talleres, f, *taller(f), asunto=TALLER)
        for f in _talleres_de(pais, municipios)
    ]
    if not estrategia and not pais.talleres.esta_vacio:
        cuantos = len(pais.filas(pais.talleres))
        texto = f"Taller de la fase 2: no aparece; ninguno de los {cuantos} lugares está aquí"
        estrategia.append(redactor.falta(pais.talleres, texto, asunto=TALLER))
    if any(pais.cluster(m) for m in municipios):
        estrategia = [*fases(pais, redactor), *estrategia]
    cifras = [
        f
        for f in pais.filas(pais.otros)
        if f["aspecto"] == "cifra de departamento" and f["departamento_codigo"] == departamento
    ]
    poblacion = [
        redactor.renglon(pais.otros, f, *hecho_suelto(f), asunto=POBLACION) for f in cifras
    ]
    falta = _poblacion_que_falta(pais, redactor, en_departamento=departamento is not None)
    if not poblacion and falta:
        poblacion = [falta]
    centros = [
        redactor.renglon(pais.centros, f, *centro(f), asunto=CENTRO)
        for m in municipios
        for f in pais.de(pais.centros, m)
    ]
    if not centros and not pais.centros.esta_vacio:
        cuantos = len(pais.filas(pais.centros))
        texto = f"No aparece en la lista: ninguno de sus {cuantos} centros está aquí"
        centros.append(redactor.falta(pais.centros, texto, asunto=CENTRO))
    return (
        Seccion("Estrategia de Acompañamiento Territorial (EAT)", tuple(estrategia)),
        Seccion("Centros Intégrate", tuple(centros)),
        Seccion("Población migrante de Venezuela", tuple(poblacion)),
    )


def _talleres_de(pais: Pais, municipios: Sequence[str]) -> Filas:
    """Los talleres de esos municipios; el de una subregión, una sola vez."""
    suyos = {f["lugar"]: f for m in municipios for f in pais.talleres_de(m)}
    return list(suyos.values())


def _poblacion_que_falta(
    pais: Pais, redactor: Redactor, *, en_departamento: bool
) -> Renglon | None:
    conocidas = [f for f in pais.filas(pais.otros) if f["aspecto"] == "cifra de departamento"]
    if not conocidas:
        return None
    de_que = "de este departamento" if en_departamento else "de un clúster"
    texto = (
        f"Sin dato; las fuentes dan la parte de {len(conocidas)} departamentos y ninguna {de_que}"
    )
    notas = redactor.citar(pais.otros, conocidas[:1], con_cita=False)
    return Renglon(texto, "", notas, falta=True, asunto=POBLACION)
