"""Lo que defiende a un archivo lejos del tablero: de dónde sale, hasta cuándo y cómo se vuelve.

Es lo mismo en todas las formas: un objeto en JSON y en Parquet, una hoja en Excel y un texto en un
ZIP, escritos todos de aquí.
"""

from collections.abc import Iterator

from tablero import formato
from tablero.exportar.llevar.citar import citas
from tablero.exportar.llevar.llevada import Llevada
from tablero.exportar.marca import AVISO, EXPLICACION
from tablero.publicacion import TABLERO
from tablero.un_json import Objeto

CLAVE = "tablero"
"""Con que Parquet guarda este objeto en sus metadatos."""
VACIO = "Vacío: la fuente no lo publica."
PORCENTAJES = "Los porcentajes van como números: 50 significa 50 %, y pueden pasar de 100."
CODIGOS = "Los códigos (DIVIPOLA, productos) son texto, con sus ceros."


def acerca_de(llevada: Llevada) -> Objeto:
    """El objeto, siempre con las mismas claves en el mismo orden; `None` es lo que no se sabe."""
    cosa, contexto = llevada.cosa, llevada.contexto
    publicacion, como = contexto.publicacion, citas(llevada)
    fuentes = () if cosa.datos is None else cosa.datos.fuentes
    return {
        "titulo": cosa.titulo,
        "aviso": f"{AVISO}. {EXPLICACION}" if contexto.es_simulado else None,
        "es_simulado": contexto.es_simulado,
        "filtros": [{"nombre": que, "valor": cual} for que, cual in llevada.filtros],
        "nivel": None if cosa.datos is None else cosa.datos.nivel,
        "fuente": cosa.fuente_entera or cosa.fuente,
        "fuentes": [
            {
                "codigo": f.fuente_codigo,
                "titulo": f.titulo,
                "entidad": f.entidad,
                "corte": formato.corte(f.corte_texto, f.corte_fecha),
                "corte_fecha": f.corte_fecha.isoformat(),
                "archivo": f.archivo or None,
                "licencia": f.licencia or None,
                "lugares": list(f.ubicaciones),
            }
            for f in fuentes
        ],
        "citas": list(cosa.citas),
        "notas": list(llevada.notas),
        "formulas": (None if cosa.datos is None else cosa.datos.version) or None,
        "edicion": contexto.edicion,
        "edicion_fecha": contexto.edicion_fecha and contexto.edicion_fecha.isoformat(),
        "enlace": llevada.enlace,
        "consultado": contexto.dia.isoformat(),
        "tablero": TABLERO,
        "entidad": publicacion.entidad,
        "area": publicacion.area,
        "responsable": publicacion.responsable,
        "correo": publicacion.correo,
        "licencia": publicacion.licencia_dicha,
        "licencia_direccion": publicacion.licencia_direccion,
        "como_citar": {"apa": como.apa, "icontec": como.icontec},
        "idioma": "es-CO",
    }


FUENTES = {
    "codigo": "Código",
    "titulo": "Documento",
    "entidad": "Entidad que lo publica",
    "corte": "Corte",
    "licencia": "Licencia",
    "archivo": "Archivo de origen",
    "lugares": "Lugares en el documento",
}
"""De cada fuente, lo que se dice en una lista, con su rótulo."""


def renglones(acerca: Objeto) -> Iterator[tuple[str, str]]:
    """El mismo objeto como rótulo y texto, sin las fuentes ni las citas, que son listas aparte."""
    filtros = "; ".join(f"{f['nombre']}: {f['valor']}" for f in acerca["filtros"])
    edicion = "sin edición publicada" if acerca["edicion"] is None else str(acerca["edicion"])
    yield "Título", acerca["titulo"]
    yield "Filtros", filtros or "Ninguno."
    yield "Nivel", acerca["nivel"] or formato.SIN_DATO
    yield "Cortes", "; ".join(dict.fromkeys(f["corte"] for f in acerca["fuentes"]))
    yield "Fuente", acerca["fuente"]
    for nota in acerca["notas"]:
        yield "Nota", nota
    yield "Versión de las fórmulas", acerca["formulas"] or "No trae ninguna."
    yield "Edición", edicion
    yield "Fecha de la edición", acerca["edicion_fecha"] or formato.SIN_DATO
    yield "Enlace permanente", acerca["enlace"]
    yield "Fecha de consulta", acerca["consultado"]
    yield "Publica", acerca["entidad"]
    yield "Licencia", acerca["licencia"]
    yield "Cómo citar (APA 7)", acerca["como_citar"]["apa"]
    yield "Cómo citar (ICONTEC)", acerca["como_citar"]["icontec"]
    yield "Cómo leerlo", f"{VACIO} {PORCENTAJES} {CODIGOS}"


def de_las_fuentes(acerca: Objeto) -> list[list[str]]:
    """Una fila por fuente, con las columnas de `FUENTES`."""
    return [[_en_palabras(fuente[campo]) for campo in FUENTES] for fuente in acerca["fuentes"]]


def _en_palabras(valor: list[str] | str | None) -> str:
    return "; ".join(valor) if isinstance(valor, list) else formato.texto(valor)
