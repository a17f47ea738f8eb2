"""Cifras sueltas y listas de los documentos."""

from typing import Literal

from tablero.modelo.base import Hecho, columna
from tablero.modelo.relaciones import Citada, Cortes, Numeracion, Redondeo

Lista = Literal[
    "eat_objetivos",
    "eat_aliados",
    "eat_financiadores",
    "eat_conclusiones",
    "eat_contexto",
    "eat_siglas",
    "ipt_rasgos",
    "cnim_plan",
    "cnim_mesas_entidades",
    "cnim_taller_entidades",
    "comite_agenda",
    "comite_tablero",
    "comite_pasos",
    "comite_localidades",
    "integra_proyecto",
    "integra_metas",
    "integra_resultados",
    "politica_enfoques",
    "politica_definiciones",
    "politica_notas",
]


class Cifra(Hecho):
    """Cifras que un documento dice en su prosa o como total, una por fila."""

    tabla = "cifras"
    hoja = "Cifras"
    clave = ("cifra_codigo", "corte_fecha")
    cortes = Cortes.FILA
    vigente_por = ("cifra_codigo",)
    citas = (Citada("valor", unidad_en="unidad"),)
    redondeos = (Redondeo("valor", unidad="precision"),)

    cifra_codigo: str = columna(
        "Código de la cifra", "En minúsculas, sin acentos ni espacios.", pattern=r"^[a-z0-9_]+$"
    )
    tema: str = columna("Tema", "Asunto al que pertenece.", min_length=1)
    descripcion: str = columna("Descripción", "Qué mide, en una frase.", min_length=1)
    valor: float = columna("Valor", "El número, sin separadores; 50 para 50 %.", escala=1e15)
    unidad: str = columna("Unidad", "Unidad de medida: personas, %, pesos, etc.", min_length=1)
    precision: float | None = columna(
        "Precisión",
        "Valor de una unidad del último dígito escrito: 0,1 para 41,1 %; 1000000 para "
        "2.000 millones. Vacío si es un conteo exacto.",
        default=None,
        gt=0,
        escala=1e15,
    )
    departamento_nombre: str | None = columna(
        "Departamento",
        "Nombre oficial, si la cifra es de un departamento.",
        default=None,
        referencia="municipios.departamento_nombre",
    )


class Enunciado(Hecho):
    """Listas de los documentos: objetivos, metas, aliados, pasos, definiciones."""

    tabla = "enunciados"
    hoja = "Enunciados"
    clave = ("lista_codigo", "orden", "corte_fecha")
    vigente_por = ("lista_codigo",)
    numeracion = Numeracion("orden", por=("lista_codigo",))

    lista_codigo: Lista = columna("Lista", "A qué lista pertenece.")
    orden: int = columna("Orden", "Lugar dentro de la lista.", ge=1)
    titulo: str = columna("Título", "Nombre o frase corta.", min_length=1)
    detalle: str | None = columna(
        "Detalle", "Explicación en nuestras palabras, si la hay.", default=None
    )
