"""Indicadores de cualquier clase, para las pruebas de propiedades del motor."""

from dataclasses import replace

from fabrica_seguimiento import indicador
from hypothesis import strategies as st

from tablero.calculo.seguimiento.indicador import Indicador, Periodo

ANIOS = (2021, 2022, 2023, 2024)
TIPOS = ("Suma", "Constante", "Creciente", "Decreciente")
PERIODICIDADES = ("Mensual", "Trimestral", "Semestral", "Anual", "Bienal")
cantidades = st.integers(0, 12).map(float) | st.floats(0, 1e6, allow_subnormal=False)
"""También pocas unidades: ahí se nota una tolerancia que no mire el tamaño de los números."""
periodos = st.builds(Periodo, st.sampled_from(ANIOS), st.integers(1, 4))
cortes = st.builds(Periodo, st.sampled_from(ANIOS), st.integers(0, 4))


@st.composite
def indicadores(draw: st.DrawFn, tipos: tuple[str, ...] = TIPOS) -> Indicador:
    """Un indicador de cualquier tipo, con metas, reportes y huecos."""
    partes = [str(draw(st.integers(1, 3))) for _ in range(3)]
    return replace(
        indicador(
            draw(st.sampled_from(tipos)),
            draw(st.sampled_from(PERIODICIDADES)),
            codigo=".".join(partes),
            metas=draw(st.dictionaries(st.sampled_from(ANIOS), cantidades)),
            meta_final=draw(st.none() | cantidades),
            linea_base=draw(st.none() | cantidades),
            ponderacion_pct=draw(st.none() | st.floats(0, 100)),
            estado=draw(st.sampled_from(["Vigente", "Vigente", "Vigente", "No vigente"])),
        ),
        reportes=draw(st.dictionaries(periodos, cantidades)),
    )


@st.composite
def completos(draw: st.DrawFn) -> Indicador:
    """Un producto vigente con peso, todas sus metas y algún reporte: algo aporta casi siempre."""
    positivas = st.floats(1, 1000)
    return replace(
        draw(indicadores()),
        estado="Vigente",
        metas={anio: draw(positivas) for anio in ANIOS},
        meta_final=draw(positivas),
        ponderacion_pct=draw(st.floats(0.1, 100)),
        reportes=draw(st.dictionaries(periodos, positivas, min_size=1)),
    )
