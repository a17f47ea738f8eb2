"""Índice de Priorización Territorial (IPT): los valores que alguien carga y lo que sale de ellos.

Los valores van en un libro opcional. Sin él, las tablas calculadas quedan vacías: el índice no se
calcula de la nada.
"""

from typing import Literal

from tablero.modelo.base import ConFuente, columna, derivada
from tablero.modelo.territorio import CODIGO_MUNICIPIO, ConDepartamento

Direccion = Literal["más", "menos"]
Faltantes = Literal["excluir", "mediana"]
Metodo = Literal["natural", "cuantiles", "intervalos"]
Categoria = Literal["muy bajo", "bajo", "medio", "alto", "muy alto"]
EstadoDiagnostico = Literal["bien", "atención", "no calculable"]
Nivel = Literal["calculado"]

TITULO_EDICION, QUE_EDICION = "Edición", "Año o versión de los valores."
TITULO_INDICADOR, QUE_INDICADOR = "Indicador", "Su orden en la tabla de indicadores."
DE_INDICADORES = "ipt_indicadores.orden"


class IptValor(ConDepartamento, ConFuente):
    """Valores de los indicadores del IPT por municipio (opcional: hoy no los publica nadie)."""

    tabla = "ipt_valores"
    hoja = "Valores IPT"
    clave = ("municipio_codigo", "indicador_orden", "edicion")

    municipio_codigo: str = columna(
        "Código DIVIPOLA",
        "Cinco dígitos.",
        pattern=CODIGO_MUNICIPIO,
        referencia="municipios.municipio_codigo",
    )
    indicador_orden: int = columna(TITULO_INDICADOR, QUE_INDICADOR, referencia=DE_INDICADORES)
    edicion: str = columna(TITULO_EDICION, QUE_EDICION, min_length=1)
    valor: float | None = columna(
        "Valor",
        "Valor del indicador en sus propias unidades; vacío si no lo hay, nunca un cero.",
        default=None,
    )


class IptDireccion(ConFuente):
    """Cómo entra cada indicador en el IPT, donde no valen los supuestos (hoja opcional)."""

    tabla = "ipt_direcciones"
    hoja = "Direcciones IPT"
    clave = ("indicador_orden", "edicion")
    es_opcional = True

    indicador_orden: int = columna(TITULO_INDICADOR, QUE_INDICADOR, referencia=DE_INDICADORES)
    edicion: str = columna(TITULO_EDICION, "La de los valores a que se aplica.", min_length=1)
    direccion: Direccion = columna(
        "Dirección", "«más»: un valor mayor es más prioridad; «menos»: lo es uno menor."
    )
    faltantes: Faltantes = columna(
        "Si falta el valor",
        "«excluir»: el municipio queda sin puntaje; «mediana»: lleva la de los demás, marcada.",
    )
    winsorizar_percentil: float | None = columna(
        "Percentil de recorte",
        "Con 5, los valores fuera de los percentiles 5 y 95 se llevan a ellos; vacío no recorta.",
        default=None,
        gt=0,
        le=25,
    )


class IptSupuesto(ConFuente):
    """La dirección que se supone de cada indicador del IPT si el libro no la dice, y su razón."""

    tabla = "ipt_supuestos"
    hoja = "Supuestos IPT"
    clave = ("indicador_orden",)

    indicador_orden: int = derivada(TITULO_INDICADOR, QUE_INDICADOR, referencia=DE_INDICADORES)
    direccion: Direccion = derivada(
        "Dirección", "«más»: un valor mayor es más prioridad; «menos»: lo es uno menor."
    )
    apoyo: Literal["documento", "supuesto del tablero"] = derivada(
        "En qué se apoya", "Si el documento de la EAT lo sugiere o si lo supone el tablero."
    )
    razon: str = derivada("Razón", "Por qué esa dirección.")


class _DelIndice(ConFuente):
    """Columnas de todo lo que calcula el índice."""

    edicion: str = derivada(TITULO_EDICION, QUE_EDICION)
    formula_version: str = derivada("Versión de la fórmula", "Sube cuando cambia el cálculo.")
    nivel: Nivel = derivada("Nivel", "Siempre calculado: ninguna fuente lo publica.")


class IptPuntaje(ConDepartamento, _DelIndice):
    """Puntaje, orden y categorías calculados de cada municipio, con lo firmes que son."""

    tabla = "ipt_puntajes"
    hoja = "Puntajes IPT"
    clave = ("municipio_codigo", "edicion")

    municipio_codigo: str = derivada(
        "Código DIVIPOLA",
        "Cinco dígitos.",
        pattern=CODIGO_MUNICIPIO,
        referencia="municipios.municipio_codigo",
    )
    puntaje: float | None = derivada(
        "Puntaje",
        "De 0 (menos prioridad) a 100 (más); vacío si no se puede calcular.",
        ge=0,
        le=100,
        default=None,
    )
    orden_calculado: int | None = derivada(
        "Orden calculado",
        "1 es el puntaje más alto; los empatados comparten el número.",
        ge=1,
        default=None,
    )
    empatados: int | None = derivada(
        "Empatados",
        "Municipios con ese mismo puntaje, contándolo; 1 es ninguno más.",
        ge=1,
        default=None,
    )
    categoria_natural: Categoria | None = derivada(
        "Categoría", "Por cortes naturales del puntaje.", default=None
    )
    categoria_cuantiles: Categoria | None = derivada(
        "Categoría por cuantiles", "Cinco grupos de igual número de municipios.", default=None
    )
    categoria_intervalos: Categoria | None = derivada(
        "Categoría por intervalos", "Cinco tramos iguales del puntaje: de 20 en 20.", default=None
    )
    orden_minimo: int | None = derivada(
        "Orden mínimo", "Percentil 5 del orden en las corridas de robustez.", ge=1, default=None
    )
    orden_maximo: int | None = derivada(
        "Orden máximo", "Percentil 95 del orden en las corridas de robustez.", ge=1, default=None
    )
    categoria_estabilidad_pct: float | None = derivada(
        "Conserva su categoría",
        "Parte de las corridas de robustez en que tiene la misma categoría.",
        unidad="%",
        ge=0,
        le=100,
        default=None,
    )
    indicadores_presentes: int = derivada("Indicadores con valor", "De los que entran al índice.")
    indicadores_imputados: int = derivada(
        "Indicadores con la mediana", "Los que no tenían valor y llevan la mediana de los demás."
    )
    motivo: str | None = derivada("Por qué no tiene puntaje", "Vacío si lo tiene.", default=None)


class IptAporte(ConDepartamento, _DelIndice):
    """Cuánto aporta cada indicador al puntaje de cada municipio: los aportes suman el puntaje."""

    tabla = "ipt_aportes"
    hoja = "Aportes IPT"
    clave = ("municipio_codigo", "indicador_orden", "edicion")

    municipio_codigo: str = derivada(
        "Código DIVIPOLA",
        "Cinco dígitos.",
        pattern=CODIGO_MUNICIPIO,
        referencia="municipios.municipio_codigo",
    )
    indicador_orden: int = derivada(TITULO_INDICADOR, QUE_INDICADOR, referencia=DE_INDICADORES)
    valor: float | None = derivada("Valor", "El cargado; vacío si no lo hay.", default=None)
    valor_usado: float = derivada("Valor usado", "Después de recortar e imputar.")
    es_imputado: bool = derivada("Imputado", "Si lleva la mediana porque no tenía valor.")
    valor_normalizado: float = derivada(
        "Valor normalizado",
        "Desviaciones estándar sobre la media, con el signo de su dirección: más es más prioridad.",
    )
    aporte_puntos: float = derivada(
        "Aporte", "Puntos que pone sobre el municipio de menor puntaje.", unidad="puntos"
    )


class IptPeso(_DelIndice):
    """Cuánto pesa cada indicador en el IPT calculado y cómo entró."""

    tabla = "ipt_pesos"
    hoja = "Pesos IPT"
    clave = ("indicador_orden", "edicion")

    indicador_orden: int = derivada(TITULO_INDICADOR, QUE_INDICADOR, referencia=DE_INDICADORES)
    direccion: Direccion = derivada(
        "Dirección", "«más»: un valor mayor es más prioridad; «menos»: lo es uno menor."
    )
    direccion_origen: Literal["libro", "supuesto"] = derivada(
        "De dónde sale la dirección", "Del libro de los valores o de los supuestos del tablero."
    )
    faltantes: Faltantes = derivada("Si falta el valor", "La regla que se aplicó.")
    winsorizar_percentil: float | None = derivada(
        "Percentil de recorte", "Vacío si no se recortó.", default=None
    )
    municipios_con_valor: int = derivada("Municipios con valor", "En la edición.")
    municipios_sin_valor: int = derivada("Municipios sin valor", "En la edición.")
    entra: bool = derivada("Entra al índice", "No entra el que no varía o no tiene valores.")
    motivo: str | None = derivada("Por qué no entra", "Vacío si entra.", default=None)
    peso_pct: float | None = derivada(
        "Peso",
        "Cargas al cuadrado, ponderadas por la varianza de los ejes.",
        unidad="%",
        default=None,
    )
    peso_con_signo_pct: float | None = derivada(
        "Peso con su signo",
        "El peso con el signo de su carga en el primer eje: negativo si los datos lo mueven contra "
        "los demás.",
        unidad="%",
        default=None,
    )
    carga_primer_eje: float | None = derivada(
        "Carga en el primer eje", "Correlación con el eje, orientado a más prioridad.", default=None
    )
    kmo: float | None = derivada(
        "KMO del indicador", "De 0 a 1: cuánto comparte con los demás.", default=None
    )


class IptEje(_DelIndice):
    """Los ejes (componentes principales) de los indicadores del IPT."""

    tabla = "ipt_ejes"
    hoja = "Ejes IPT"
    clave = ("eje_numero", "edicion")

    eje_numero: int = derivada("Eje", "De mayor a menor varianza.", ge=1)
    autovalor: float = derivada("Autovalor", "Varianza del eje, en indicadores.")
    varianza_pct: float = derivada(
        "Varianza explicada", "De toda la de los indicadores.", unidad="%"
    )
    varianza_acumulada_pct: float = derivada(
        "Varianza acumulada", "Con la de los ejes anteriores.", unidad="%"
    )
    es_retenido: bool = derivada("Se usa", "Su autovalor pasa de 1; siempre al menos el primero.")


class IptCarga(_DelIndice):
    """La carga de cada indicador del IPT en cada eje."""

    tabla = "ipt_cargas"
    hoja = "Cargas IPT"
    clave = ("eje_numero", "indicador_orden", "edicion")

    eje_numero: int = derivada("Eje", "De mayor a menor varianza.", ge=1)
    indicador_orden: int = derivada(TITULO_INDICADOR, QUE_INDICADOR, referencia=DE_INDICADORES)
    carga: float = derivada("Carga", "Correlación del indicador con el eje.")


class IptCategoria(_DelIndice):
    """Los cortes de las cinco categorías del IPT calculado, por cada método."""

    tabla = "ipt_categorias"
    hoja = "Categorías IPT"
    clave = ("metodo", "categoria", "edicion")

    metodo: Metodo = derivada("Método de corte", "Cómo se parte el puntaje en cinco.")
    categoria: Categoria = derivada("Categoría", "De muy bajo a muy alto.")
    desde_puntaje: float = derivada(
        "Desde", "El primer tramo incluye su inicio; los demás empiezan justo después."
    )
    hasta_puntaje: float = derivada("Hasta", "Incluido.")
    municipios: int = derivada("Municipios", "Con puntaje en ese tramo.", unidad="municipios")


class IptDiagnostico(_DelIndice):
    """Qué tan buen índice permiten los valores cargados, en cifras y en palabras."""

    tabla = "ipt_diagnosticos"
    hoja = "Diagnóstico IPT"
    clave = ("diagnostico_codigo", "edicion")

    diagnostico_codigo: str = derivada("Código", "Qué se revisa.")
    revision_numero: int = derivada("Revisión", "El orden en que se revisa.", ge=1)
    diagnostico: str = derivada("Diagnóstico", "Qué se revisa, en palabras.")
    valor: float | None = derivada("Resultado", "Vacío si no se puede calcular.", default=None)
    estado: EstadoDiagnostico = derivada("Estado", "Si conviene leer el índice con cuidado.")
    explicacion: str = derivada("Explicación", "Qué quiere decir.")
