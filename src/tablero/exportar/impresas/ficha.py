"""La ficha en PDF: una hoja A4."""

from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path

from tablero.exportar import imagen, marca
from tablero.exportar.escribir.pdf import papel
from tablero.exportar.impresas.lote import Hoja
from tablero.exportar.nombres import nombre_de_archivo
from tablero.respuestas.cortes import corte_de
from tablero.respuestas.ficha.hoja import Clase, Cuadro, HojaDeLugar
from tablero.respuestas.ficha.mapas import ANCHO, mapas
from tablero.respuestas.ficha.pais import Pais
from tablero.respuestas.ficha.reunir import hoja
from tablero.un_json import Objeto

ENCABEZADO = "Tablero de Control · Población migrante internacional · Ficha territorial"
COLUMNA_ANCHA = frozenset({"Municipio", "Taller (fase 2)"})


def a_pdf(
    pais: Pais, clase: Clase, clave: str, carpeta: Path, cambios: papel.Cambios | None = None
) -> tuple[str, bytes]:
    """El nombre y el contenido del PDF de un lugar, con la cartografía de esa carpeta.

    Anota en `cambios` los signos que cambió. `KeyError` si el lugar no existe.
    """
    ficha = hoja(pais, clase, clave)
    return nombre(ficha, es_simulado=pais.es_simulado), compilar(pais, ficha, carpeta, cambios)


def las_de_priorizados(pais: Pais, carpeta: Path) -> list[Hoja]:
    """La de cada municipio priorizado, por hacer; `carpeta`, la de cartografía."""

    def hacer(codigo: str, cambios: papel.Cambios) -> Iterator[tuple[str, bytes]]:
        yield a_pdf(pais, "municipio", codigo, carpeta, cambios)

    codigos = [f["municipio_codigo"] for f in pais.filas(pais.priorizados)]
    return [Hoja(codigo, partial(hacer, codigo)) for codigo in codigos]


def nombre_del_zip(pais: Pais) -> str:
    """`fichas_priorizados_2023-2024.zip`, con el corte de la lista de priorizados."""
    corte = corte_de(pais.priorizados.fuentes)
    archivo = nombre_de_archivo("fichas_priorizados", (), corte, "maquina", "zip")
    return marca.nombrar(archivo, es_simulado=pais.es_simulado)


def nombre(ficha: HojaDeLugar, *, es_simulado: bool) -> str:
    """`ficha_54001_san_jose_de_cucuta_2025-11-30.pdf`."""
    partes = (ficha.titulo,) if ficha.clase == "cluster" else (ficha.clave, ficha.titulo)
    archivo = nombre_de_archivo("ficha", partes, ficha.corte_archivo, "maquina", "pdf")
    return marca.nombrar(archivo, es_simulado=es_simulado)


def compilar(
    pais: Pais, ficha: HojaDeLugar, carpeta: Path, cambios: papel.Cambios | None = None
) -> bytes:
    """El PDF de una hoja ya reunida; anota en `cambios` los signos que cambió."""
    return papel.compilar(
        "impresas/ficha.typ",
        _contenido(pais, ficha, carpeta),
        es_simulado=pais.es_simulado,
        cambios=cambios,
    )


def cambios(ficha: HojaDeLugar) -> papel.Cambios:
    """Los signos que el PDF de esta hoja cambia, sin hacerlo."""
    return imagen.cambios(_textos(ficha))


def _contenido(pais: Pais, ficha: HojaDeLugar, carpeta: Path) -> Objeto:
    dibujos = mapas(pais, ficha, carpeta)
    return {
        "titulo_del_documento": f"Ficha territorial: {ficha.titulo}",
        "descripcion": f"{ficha.subtitulo}. Corte más reciente: {ficha.corte_texto}.",
        "palabras": [ficha.titulo, "migración", "DIVIPOLA", ficha.clave],
        "fecha": [ficha.corte_fecha.year, ficha.corte_fecha.month, ficha.corte_fecha.day],
        "encabezado": f"{ENCABEZADO} · corte más reciente: {ficha.corte_texto}",
        **_textos(ficha),
        "mapa": _mapa(dibujos.cercano.spec, dibujos.cercano.alternativa),
        "pais": _mapa(dibujos.pais.spec, dibujos.pais.alternativa),
        "esquina": asdict(dibujos.esquina),
        "credito": dibujos.credito,
        "graficos": [
            {
                "titulo": g.titulo,
                "alternativa": g.alternativa,
                "nota": g.nota,
                "notas": notas,
                "svg": imagen.a_svg(imagen.con_datos(g, ANCHO)),
            }
            for g, notas in ficha.graficos
        ],
    }


def _textos(ficha: HojaDeLugar) -> Objeto:
    return {
        "titulo": ficha.titulo,
        "subtitulo": ficha.subtitulo,
        "subtitulo_notas": ficha.subtitulo_notas,
        "cifras": [
            {"texto": c.valor, "rotulo": c.etiqueta, "nota": c.detalle, "llamadas": c.notas}
            for c in ficha.cifras
        ],
        "secciones": [asdict(s) for s in ficha.secciones if s.renglones],
        "cuadro": _cuadro(ficha.cuadro) if ficha.cuadro else None,
        "notas": ficha.notas,
        "fuentes": ficha.fuentes,
    }


def _mapa(spec: Objeto, alternativa: str) -> dict[str, str]:
    return {"svg": imagen.a_svg(spec), "alternativa": alternativa}


def _cuadro(cuadro: Cuadro) -> Objeto:
    columnas = [
        {"titulo": titulo, "numero": es_numero, "ancha": titulo in COLUMNA_ANCHA}
        for titulo, es_numero in cuadro.columnas
    ]
    return {**asdict(cuadro), "columnas": columnas}
