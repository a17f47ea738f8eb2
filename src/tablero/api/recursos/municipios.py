"""`/municipios`: los de la DIVIPOLA, y todo lo que las fuentes dicen de cada uno."""

from dataclasses import asdict

import pandas as pd

from tablero.api.campos import de_tabla
from tablero.api.esquemas import ENTERO, TEXTO, lista_de, objeto
from tablero.api.fallas import Falla
from tablero.api.pedido import Pedido
from tablero.api.recurso import Recurso, Variable
from tablero.filas import filas_de
from tablero.modelo.territorio import Municipio
from tablero.respuestas.ficha.hoja import Cuadro, HojaDeLugar
from tablero.respuestas.ficha.pais import Pais
from tablero.respuestas.ficha.reunir import hoja
from tablero.un_json import Objeto

GRUPO = "Municipios"
PROPIAS = (
    *("municipio_codigo", "municipio_nombre", "departamento_codigo", "departamento_nombre"),
    *("tipo", "area_metropolitana", "longitud", "latitud"),
)
NOTAS: Objeto = {
    "type": "array",
    "items": ENTERO,
    "description": "Los números de las notas que dicen de dónde sale.",
}


def lista(pedido: Pedido) -> pd.DataFrame:
    """Todos los municipios."""
    return pedido.abierto.base.tabla("municipios")


def uno(pedido: Pedido) -> Objeto:
    """Lo mismo que dice su ficha; `Falla` si ningún municipio tiene ese código."""
    codigo = pedido.variables["codigo"]
    todos = pedido.abierto.base.tabla("municipios")
    filas = filas_de(todos[todos["municipio_codigo"] == codigo])
    if not filas:
        raise Falla(
            "no-existe",
            "No hay un municipio con ese código DIVIPOLA: son cinco dígitos, con sus ceros.",
        )
    pais = Pais(pedido.abierto.preguntar, pedido.abierto.base.es_simulado)
    suya = hoja(pais, "municipio", codigo)
    return {
        **{columna: filas[0][columna] for columna in PROPIAS},
        "corte_fecha": suya.corte_fecha,
        "corte_texto": suya.corte_texto,
        "cifras": [
            {
                "etiqueta": cifra.etiqueta,
                "valor": cifra.valor,
                "cantidad": cifra.cantidad,
                "unidad": cifra.unidad,
                "detalle": cifra.detalle,
                "notas": list(cifra.notas),
            }
            for cifra in suya.cifras
        ],
        "secciones": [
            {
                "titulo": seccion.titulo,
                "hechos": [
                    {
                        "dice": renglon.principal,
                        "detalle": renglon.detalle,
                        "falta": renglon.falta,
                        "notas": list(renglon.notas),
                    }
                    for renglon in seccion.renglones
                ],
            }
            for seccion in suya.secciones
        ],
        "cuadro": None if suya.cuadro is None else _cuadro(suya.cuadro),
        "notas": _notas(suya),
        "fuente_codigo": [fuente.fuente_codigo for fuente in suya.citadas],
    }


def _cuadro(cuadro: Cuadro) -> Objeto:
    return {
        "titulo": cuadro.titulo,
        "columnas": [titulo for titulo, _ in cuadro.columnas],
        "filas": [list(fila) for fila in cuadro.filas],
        "pie": cuadro.pie,
        "notas": list(cuadro.notas),
    }


def _notas(suya: HojaDeLugar) -> list[Objeto]:
    pares = zip(suya.notas, suya.procedencias, strict=True)
    return [
        {"nota": numero, "dice": dicha, **asdict(procedencia)}
        for numero, (dicha, procedencia) in enumerate(pares, start=1)
    ]


ESQUEMA = objeto(
    {
        **{c.nombre: c.esquema for c in de_tabla(Municipio) if c.nombre in PROPIAS},
        "corte_fecha": {**TEXTO, "format": "date"},
        "corte_texto": TEXTO,
        "cifras": lista_de(
            {
                "etiqueta": TEXTO,
                "valor": {**TEXTO, "description": "Como se lee en el tablero."},
                "cantidad": {"type": ["number", "null"], "description": "El mismo, como número."},
                "unidad": TEXTO,
                "detalle": TEXTO,
                "notas": NOTAS,
            },
            "Las cifras grandes de su ficha.",
        ),
        "secciones": lista_de(
            {
                "titulo": TEXTO,
                "hechos": lista_de(
                    {
                        "dice": TEXTO,
                        "detalle": TEXTO,
                        "falta": {
                            "type": "boolean",
                            "description": "Si es algo que ninguna fuente dice.",
                        },
                        "notas": NOTAS,
                    },
                    "Un hecho por renglón.",
                ),
            },
            "Lo que dicen las fuentes, por asunto.",
        ),
        "cuadro": {
            "anyOf": [
                objeto(
                    {
                        "titulo": TEXTO,
                        "columnas": {"type": "array", "items": TEXTO},
                        "filas": {"type": "array", "items": {"type": "array", "items": TEXTO}},
                        "pie": TEXTO,
                        "notas": NOTAS,
                    },
                    "Con quién se compara.",
                ),
                {"type": "null"},
            ]
        },
        "notas": lista_de(
            {
                "nota": ENTERO,
                "dice": TEXTO,
                "fuente_codigo": TEXTO,
                "ubicacion": TEXTO,
                "cita": TEXTO,
                "corte_fecha": {**TEXTO, "format": "date"},
                "nivel": TEXTO,
            },
            "De dónde sale cada cosa: el documento, el lugar y las palabras.",
        ),
        "fuente_codigo": {"type": "array", "items": TEXTO},
    }
)
RECURSOS = (
    Recurso(
        "/municipios",
        GRUPO,
        "Los municipios que hay",
        "Los municipios, distritos y áreas no municipalizadas de la DIVIPOLA.",
        lista,
        campos=de_tabla(Municipio),
    ),
    Recurso(
        "/municipios/{codigo}",
        GRUPO,
        "Un municipio",
        "Todo lo que dice su ficha: cifras, hechos por asunto y lo que ninguna fuente dice, cada "
        "cosa con el número de la nota que la sustenta.",
        uno,
        variables=(Variable("codigo", "El código DIVIPOLA: cinco dígitos.", "05001"),),
        esquema=ESQUEMA,
    ),
)
