"""Instala una cartografía, o la quita: cambia la ficha, y con ella todo, de una vez."""

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import geopandas
import numpy as np
import pandas as pd
import shapely
import yaml

from tablero.errores import CartografiaRechazada, motivo
from tablero.formato import contar, numero
from tablero.registro import anotar
from tablero.territorio.cartografia import (
    CRS,
    FICHA,
    INSTALADAS,
    LICENCIA_NO_DECLARADA,
    Cartografia,
    FichaInstalada,
    Procedencia,
    instalada,
    vigente,
)
from tablero.territorio.esquema.escribir import a_geojson, reemplazar
from tablero.territorio.oficial import nombres, registro, reparar
from tablero.territorio.oficial.codigos import (
    MITAD,
    Codigos,
    esquema,
    hallar,
    reconocidos,
    son_departamentos,
)
from tablero.territorio.oficial.comprobar import Balance, Municipios, comprobar
from tablero.territorio.oficial.copiar import CORRUPTO, Copia, copiar
from tablero.territorio.oficial.leer import FALLAS, Capa, leer_areas, leer_capas
from tablero.territorio.oficial.metadatos import Declarada, declarada

Avisar = Callable[[str], None]
Leer = Callable[[Path, Path, Municipios, Path, Declarada], tuple[FichaInstalada, bytes]]
"""Como `preparar`: de un archivo ajeno, su ficha y su GeoJSON, o por qué no sirve."""
CIFRAS_DE_HUELLA = 12
EJEMPLOS = 5
SIN_DECLARAR = (
    "No dice de quién es, y todo mapa dirá «sin procedencia declarada»: si lo sabe, instálelo otra "
    "vez con --fuente «ENTIDAD, DOCUMENTO»."
)


@dataclass(frozen=True)
class _Elegida:
    copia: Copia
    capa: Capa
    codigos: Codigos


def instalar(
    ruta: Path,
    carpeta: Path,
    municipios: Municipios,
    avisar: Avisar = lambda _: None,
    *,
    fuente: str = "",
    licencia: str = "",
    leer: Leer | None = None,
) -> Cartografia:
    """Instala el archivo `ruta` en `carpeta` y devuelve la cartografía que queda en uso.

    `fuente` y `licencia` son las que dice quien la instala; sin ellas, las de sus metadatos.
    `avisar` recibe, en palabras, cada cosa que hubo que hacerle. `leer` es quien lo lee: este mismo
    proceso o, si no se sabe qué trae, otro (`aparte.preparar`). `CartografiaRechazada` dice por qué
    no sirve y deja en uso lo que había.
    """
    avisar(f"Leyendo {ruta.name}…")
    dicha = Declarada(fuente, licencia=licencia)
    try:
        with TemporaryDirectory(prefix="tablero-cartografia-") as temporal:
            ficha, contenido = (leer or preparar)(
                ruta.resolve(), Path(temporal), municipios, carpeta, dicha
            )
    except CartografiaRechazada as error:
        raise CartografiaRechazada(f"{ruta.name}: {error} No se cambió nada.") from error
    except OSError as error:
        raise CartografiaRechazada(
            f"{ruta.name}: no se puede leer o copiar ({motivo(error)}). No se cambió nada."
        ) from error
    except FALLAS as error:
        raise CartografiaRechazada(f"{ruta.name}: {CORRUPTO} No se cambió nada.") from error
    _escribir(ficha, contenido, instalada(carpeta))
    registro.anotar(carpeta, ficha.original_sha256)
    anotar("instalar", ficha.titulo, sha256=ficha.original_sha256, desde=ruta.name)
    for frase in ficha.informe:
        avisar(f"  {frase}")
    return vigente(carpeta)


def quitar(carpeta: Path) -> bool:
    """Vuelve a la cartografía esquemática; `False` si no había otra instalada."""
    ficha = instalada(carpeta) / FICHA
    habia = ficha.exists()
    ficha.unlink(missing_ok=True)
    for archivo in instalada(carpeta).glob(INSTALADAS):
        archivo.unlink()
    return habia


def preparar(
    ruta: Path, temporal: Path, municipios: Municipios, carpeta: Path, dicha: Declarada
) -> tuple[FichaInstalada, bytes]:
    """La ficha y el GeoJSON de un archivo, sin instalar nada todavía.

    `CartografiaRechazada` con todo lo que no prueba.
    """
    informe: list[str] = []
    divipola = frozenset(str(m["municipio_codigo"]) for m in municipios)
    elegida = _elegir(copiar(ruta, temporal), divipola, informe)
    crs, areas, sobrantes = _areas(elegida, divipola, informe)
    balance = comprobar(areas, municipios, carpeta)
    if balance.problemas:
        raise CartografiaRechazada(" Además, ".join(balance.problemas))
    informe += _decir(balance, len(areas), sobrantes, len(municipios))
    informe += nombres.que_no_coinciden(elegida.capa.atributos, elegida.codigos, municipios)
    procedencia, fuente, licencia = _procedencia(dicha, declarada(elegida.copia), informe)
    contenido = a_geojson(list(areas.index), areas.to_numpy()).encode()
    _comprobar(contenido, temporal)
    marca = hashlib.sha256(contenido).hexdigest()[:CIFRAS_DE_HUELLA]
    ficha = FichaInstalada(
        procedencia=procedencia,
        fuente=fuente,
        licencia=licencia,
        esquema=esquema(elegida.capa.atributos),
        original=ruta.name,
        original_sha256=registro.huella(ruta),
        archivo=f"municipios.{marca}.geojson",
        crs=crs,
        municipios=len(municipios),
        ausentes=balance.ausentes,
        sobrantes=sobrantes,
        informe=tuple(informe),
    )
    return ficha, contenido


def _procedencia(
    dicha: Declarada, propia: Declarada | None, informe: list[str]
) -> tuple[Procedencia, str, str]:
    """Quién dice de quién es, de quién es y con qué licencia."""
    licencia = dicha.licencia or (propia.licencia if propia else "") or LICENCIA_NO_DECLARADA
    if propia:
        informe.append(f"Según sus metadatos es de {propia.fuente}.")
    if dicha.entidad:
        return "de quien la instaló", dicha.entidad, licencia
    if propia:
        return "de sus metadatos", propia.fuente, licencia
    informe.append(SIN_DECLARAR)
    return "sin declarar", "", licencia


def _elegir(copias: Sequence[Copia], divipola: frozenset[str], informe: list[str]) -> _Elegida:
    """La capa de municipios: la que trae más códigos DIVIPOLA en menos filas."""
    elegibles: list[_Elegida] = []
    leidas: list[Capa] = []
    fallas: list[tuple[Copia, CartografiaRechazada]] = []
    for copia in copias:
        try:
            capas = leer_capas(copia)
        except CartografiaRechazada as error:
            fallas.append((copia, error))
            continue
        leidas += capas
        elegibles += [
            _Elegida(copia, capa, codigos)
            for capa in capas
            if (codigos := hallar(capa.atributos, divipola)) is not None
        ]
    con_areas = [e for e in elegibles if e.capa.tiene_areas]
    if not con_areas:
        raise fallas[0][1] if fallas else CartografiaRechazada(_por_que_ninguna(leidas, elegibles))
    elegida = max(
        con_areas,
        key=lambda e: (reconocidos(e.codigos.distintos, divipola), -len(e.capa.atributos)),
    )
    informe.append(f"Capa: {elegida.capa.rotulo}; código en «{elegida.codigos.columna}».")
    informe += [f"No se pudo leer {copia.nombre}: {error}" for copia, error in fallas]
    informe += elegida.capa.avisos
    return elegida


def _por_que_ninguna(leidas: Sequence[Capa], elegibles: Sequence[_Elegida]) -> str:
    if elegibles or not any(capa.tiene_areas for capa in leidas):
        return reparar.SIN_POLIGONOS
    con_filas = [capa for capa in leidas if len(capa.atributos)]
    if not con_filas:
        return "está vacío: no tiene ninguna fila."
    atributos = con_filas[0].atributos
    if son_departamentos(atributos):
        return "trae departamentos, y no municipios: descargue el nivel de municipios."
    columnas = ", ".join(str(columna) for columna in atributos.columns)
    return (
        "no tiene el código de cada municipio; se buscó en MPIO_CDPMP, MPIO_CCNCT, DPTO_CCDGO con "
        f"MPIO_CCDGO, y en las demás columnas. Tiene: {columnas or 'ninguna columna'}."
    )


def _areas(
    elegida: _Elegida, divipola: frozenset[str], informe: list[str]
) -> tuple[str, pd.Series, tuple[str, ...]]:
    """El sistema de coordenadas de origen, las áreas por código y los códigos que sobran."""
    codigos = elegida.codigos
    distintos = codigos.distintos
    hallados = reconocidos(distintos, divipola)
    sobrantes = tuple(sorted(distintos - divipola))
    if hallados < MITAD * len(distintos) or not hallados:
        raise CartografiaRechazada(
            f"sus códigos no son de la DIVIPOLA: de {numero(len(distintos))} en la columna "
            f"«{codigos.columna}» se reconocen {numero(hallados)}; por ejemplo, no lo son "
            f"{reparar.nombrar(sobrantes[:EJEMPLOS])}."
        )
    if codigos.completados:
        filas = contar(codigos.completados, "fila", "filas")
        informe.append(f"El código venía sin sus ceros a la izquierda en {filas}; se completó.")
    originales = leer_areas(elegida.capa)
    grados = reparar.a_grados(originales, informe)
    nombres = [None if pd.isna(codigo) else str(codigo) for codigo in codigos.valores]
    poligonos = reparar.solo_poligonos(grados.to_numpy(), nombres, informe)
    sin_codigo = nombres.count(None)
    if sin_codigo:
        filas = contar(
            sin_codigo,
            "fila no trae código y no se dibuja",
            "filas no traen código y no se dibujan",
        )
        informe.append(f"{filas}.")
    sirven = np.array([n in divipola for n in nombres]) & ~shapely.is_empty(poligonos)
    if not sirven.any():
        raise CartografiaRechazada("ninguna de sus áreas lleva un código de la DIVIPOLA.")
    unidas = reparar.disolver(poligonos[sirven], codigos.valores[sirven], informe)
    return reparar.nombrar_crs(originales.crs), reparar.ajustar(unidas, informe), sobrantes


def _decir(balance: Balance, hay: int, sobrantes: Sequence[str], son: int) -> list[str]:
    """Cuántos municipios hay, cuáles faltan y sobran, y cuántas cabeceras caen en su área."""
    dentro = hay - len(balance.cerca)
    fuera = [f"{codigo}, a {numero(metros)} m" for codigo, metros in balance.cerca.items()]
    aparte = f"; fuera: {reparar.nombrar(fuera)}" if fuera else ""
    frases = [
        f"{contar(hay, 'municipio', 'municipios')} con área, de {numero(son)}.",
        f"Cabeceras dentro de su área: {numero(dentro)} de {numero(hay)}{aparte}.",
    ]
    if balance.ausentes:
        frases.append(f"Sin área en este archivo: {reparar.nombrar(balance.ausentes)}.")
    if sobrantes:
        frases.append(f"No están en la DIVIPOLA y no se dibujan: {reparar.nombrar(sobrantes)}.")
    return frases


def _escribir(ficha: FichaInstalada, contenido: bytes, carpeta: Path) -> None:
    """Primero la geometría, con su huella en el nombre; después la ficha, que la pone en uso."""
    anteriores = set(carpeta.glob(INSTALADAS))
    archivo = carpeta / ficha.archivo
    reemplazar(archivo, contenido)
    texto = yaml.safe_dump(
        ficha.model_dump(mode="json"), allow_unicode=True, sort_keys=False, width=100
    )
    reemplazar(carpeta / FICHA, texto.encode())
    for anterior in anteriores - {archivo}:
        with suppress(PermissionError):  # en Windows, si alguien lo lee: se borra la próxima vez
            anterior.unlink(missing_ok=True)


def _comprobar(contenido: bytes, temporal: Path) -> None:
    """Lo que se va a escribir, vuelto a leer, sigue siendo una cobertura."""
    archivo = temporal / "municipios.geojson"
    archivo.write_bytes(contenido)
    areas = geopandas.read_file(archivo).set_crs(CRS, allow_override=True).geometry.to_numpy()
    if not (shapely.is_valid(areas).all() and shapely.coverage_is_valid(areas)):
        raise CartografiaRechazada("sus bordes se cruzan de un modo que no se pudo ajustar.")
