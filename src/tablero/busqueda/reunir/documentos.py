"""De los documentos mismos: sus cifras sueltas, sus listas, sus contrastes y ellos."""

from collections.abc import Iterator

from tablero import tema
from tablero.busqueda.documento import Documento
from tablero.busqueda.reunir.procedencia import Procedencia, con_unidad, junto
from tablero.consultas import busqueda as consultas
from tablero.consultas import conciliacion, fuentes
from tablero.consultas.base import FUENTE, Preguntas
from tablero.modelo.documentos import documento
from tablero.modelo.documentos import nombre as nombre_de_documento

PAGINAS = {
    "sdp": "semaforo",
    "cnim": "plan_cnim",
    "eat": "clusteres",
    "comite": "comite",
    "integra": "integra",
}
"""Documento → la página que más dice de él."""
DE_UN_TEMA = {
    "Centros Intégrate": "centros_integrate",
    "Transferencias psicosociales": "transferencias",
    "Índice de Priorización Territorial": "mapas_ipt",
    "Población migrante de Venezuela": "mapas_ipt",
    "Concentración de la población migrante": "mapas_ipt",
    "Logros del segundo semestre de 2024": "logros",
    "Aportes de la política a la ciudad": "logros",
    "Estrategia de Abordaje Territorial": "logros",
}
DE_UNA_LISTA = {
    "politica_enfoques": "logros",
    "politica_definiciones": "semaforo",
    "politica_notas": "semaforo",
    "ipt_rasgos": "mapas_ipt",
}
LISTAS = {
    "cnim_mesas_entidades": "Entidades de las mesas técnicas",
    "cnim_plan": "El plan de la CNIM",
    "cnim_taller_entidades": "Entidades del taller de planeación",
    "comite_agenda": "Agenda de la sesión del Comité",
    "comite_localidades": "Localidades de los comités locales de derechos humanos con delegados",
    "comite_pasos": "Pasos del Tablero de Control",
    "comite_tablero": "El Tablero de Control, según el Comité",
    "eat_aliados": "Aliados de la estrategia territorial",
    "eat_conclusiones": "Conclusiones de la estrategia territorial",
    "eat_contexto": "Contexto de la estrategia territorial",
    "eat_financiadores": "Quienes financian la estrategia territorial",
    "eat_objetivos": "Objetivos de la estrategia territorial",
    "eat_siglas": "Siglas de la estrategia territorial",
    "integra_metas": "Metas de Integra",
    "integra_proyecto": "El proyecto Integra",
    "integra_resultados": "Resultados de Integra",
    "ipt_rasgos": "Rasgos de los municipios priorizados",
    "politica_definiciones": "Definiciones del informe de la política",
    "politica_enfoques": "Enfoques de la política",
    "politica_notas": "Notas del informe de la política",
}
"""Lista → qué es lo que enumera."""


def todos(preguntar: Preguntas, de: Procedencia) -> Iterator[Documento]:
    """Cifras, enunciados, contrastes y fuentes."""
    for fila in preguntar(consultas.cifras).filas:
        yield Documento(
            "cifra",
            fila["descripcion"],
            DE_UN_TEMA.get(fila["tema"]) or _pagina(fila[FUENTE]),
            contexto=junto(fila["tema"], fila["departamento_nombre"]),
            cifra=con_unidad(fila["valor"], fila["unidad"]),
            corte=de(fila),
            texto=fila["cita"] or "",
        )
    for fila in preguntar(consultas.enunciados).filas:
        lista = fila["lista_codigo"]
        yield Documento(
            "enunciado",
            fila["titulo"],
            DE_UNA_LISTA.get(lista) or _pagina(fila[FUENTE]),
            contexto=junto(LISTAS.get(lista), fila["detalle"]),
            corte=de(fila),
        )
    for fila in preguntar(conciliacion.contrastes, documento=None, estado=None).filas:
        estado = tema.CONCILIACION[fila["estado"]]
        publicado, calculado = (
            con_unidad(fila[c], fila["unidad"]) for c in ("valor_publicado", "valor_calculado")
        )
        yield Documento(
            "conciliacion",
            fila["descripcion"],
            "conciliacion",
            (("documento", fila["documento"]), ("estado", fila["estado"])),
            contexto=junto(nombre_de_documento(fila["documento"]), fila["explicacion"]),
            cifra=f"{estado.simbolo} {estado.palabra} · publicado: {publicado} · "
            f"calculado: {calculado}",
            corte=de(fila),
        )
    for fila in preguntar(fuentes.fuentes).filas:
        yield Documento(
            "fuente",
            fila["titulo"],
            "descargas",
            contexto=fila["entidad"],
            corte=de(fila),
            texto=junto(fila["nota"], fila["archivo"], fila["fuente_codigo"].replace("_", " ")),
        )


def _pagina(fuente: str) -> str:
    return PAGINAS.get(documento(fuente), "descargas")
