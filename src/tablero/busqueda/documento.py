"""Lo que se puede hallar: qué es, qué dice, su cifra con su corte y adónde lleva."""

from dataclasses import dataclass

CLASES = {
    "producto": "Productos",
    "municipio": "Municipios",
    "departamento": "Departamentos",
    "localidad": "Localidades de Bogotá",
    "entidad": "Entidades",
    "centro": "Centros Intégrate",
    "cluster": "Clústeres",
    "politica": "Políticas y objetivos",
    "indicador": "Indicadores",
    "cifra": "Cifras",
    "accion": "Plan CNIM",
    "uta": "Comité",
    "relato": "Logros, aportes y reportes",
    "enunciado": "Lo que dicen los documentos",
    "termino": "Glosario",
    "pagina": "Páginas",
    "hallazgo": "Hallazgos",
    "conciliacion": "Conciliación",
    "fuente": "Fuentes",
}
"""Clase → cómo se llama su grupo; a igualdad, va antes la que está antes."""

Parametros = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Documento:
    """Una cosa que se puede hallar."""

    clase: str
    titulo: str
    pagina: str
    """El nombre de su página, como va en la dirección; vacío es la de inicio."""
    parametros: Parametros = ()
    """Los que la dirección lleva."""
    contexto: str = ""
    """Un renglón que dice de qué se trata."""
    cifra: str = ""
    """La suya, ya escrita; vacía si no es de las cosas que tienen una."""
    corte: str = ""
    """De qué fuente y de qué corte es lo que dice."""
    codigos: tuple[str, ...] = ()
    """Con los que se busca: «3.1.7», «54001»."""
    nombres: tuple[str, ...] = ()
    """Sus otros nombres: grafías, siglas."""
    texto: str = ""
    """Lo demás por lo que se halla, que no se muestra."""
