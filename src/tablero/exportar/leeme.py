"""El LEEME.txt que acompaña a los datos: qué son, de dónde salen y cómo están escritos."""

from tablero.consultas.base import VERSION, Base
from tablero.consultas.fuentes import fuentes
from tablero.exportar.catalogo import NOMENCLATURA
from tablero.exportar.csv_oficial import Dialecto
from tablero.exportar.marca import AVISO, EXPLICACION, nombrar
from tablero.filas import Fila
from tablero.formato import corte
from tablero.modelo import TABLAS
from tablero.publicacion import publicacion

ESCRITURA: dict[Dialecto, str] = {
    "maquina": "UTF-8, separador coma, decimales con punto (RFC 4180).",
    "excel": "UTF-8 con BOM, separador punto y coma, decimales con coma (Excel en español).",
}
COLUMNAS: dict[Dialecto, str] = {
    "maquina": "los nombres de las columnas no cambian; qué es cada una, en encabezados.csv.",
    "excel": (
        "encabezados para personas, y su nombre para programas en encabezados.csv; cada decimal va "
        "como se lee en la pantalla y, al lado, sin redondear; al final, de qué documento sale la "
        "fila."
    ),
}


def leeme(base: Base, dialecto: Dialecto) -> str:
    """El texto del LEEME: título, idioma, forma, fuentes, cortes, licencias y tablas.

    Si los datos son simulados, es lo primero que dice.
    """
    citadas = fuentes(base).filas
    con_datos = [f for f in citadas if not f["fuente_codigo"].startswith(NOMENCLATURA)]
    partes = [
        *([f"{AVISO}. {EXPLICACION}", ""] if base.es_simulado else []),
        "TABLERO DE CONTROL DE LA POBLACIÓN MIGRANTE INTERNACIONAL",
        "",
        "Idioma: español (Colombia). Lugar: Bogotá, D.C., Colombia, y todo el país.",
        f"Fecha: el corte más reciente es {_corte((con_datos or citadas)[0])}.",
        "Frecuencia de actualización: con cada informe de las fuentes; no tiene fecha fija.",
        "Unidad responsable de cada dato: la entidad de su fuente.",
        f"Formato: CSV. {ESCRITURA[dialecto]}",
        f"Columnas: {COLUMNAS[dialecto]}",
        "Filtros: ninguno; cada tabla va completa.",
        f"Licencia de lo que el tablero calcula: {publicacion().licencia_dicha}.",
        f"Versión de las fórmulas: {formulas(base)} (docs/metodologia.md).",
        "Vacío = la fuente no lo publica. Porcentajes: 50 significa 50 %. Fechas: AAAA-MM-DD.",
        "Los códigos (DIVIPOLA, producto) son texto: al abrir, impórtelos como texto.",
        "",
        "FUENTES",
    ]
    for f in citadas:
        partes.append(
            f"- {f['fuente_codigo']}: {f['titulo']}. {f['entidad']}. "
            f"Corte: {_corte(f)}. Licencia: {f['licencia']}."
        )
    partes += ["", "TABLAS"]
    partes += [
        f"- {nombrar(f'{t.tabla}.csv', es_simulado=base.es_simulado)}: {t.resumen()}"
        for t in TABLAS
    ]
    return "\n".join(partes) + "\n"


def formulas(base: Base) -> str:
    """Las versiones de las fórmulas con que se hizo lo que trae el archivo.

    «2» si todas van en la misma; si no, cada una con su nombre: «IPT 1, Seguimiento 2».
    """
    versiones = {
        str(version)
        for tabla in TABLAS
        if VERSION in tabla.model_fields
        for version in base.tabla(tabla.tabla)[VERSION].dropna()
    }
    numeros = {version.rpartition(" ")[2] for version in versiones}
    return ", ".join(sorted(versiones if len(numeros) > 1 else numeros)) or "no trae ninguna"


def _corte(fuente: Fila) -> str:
    return corte(fuente["corte_texto"], fuente["corte_fecha"])
