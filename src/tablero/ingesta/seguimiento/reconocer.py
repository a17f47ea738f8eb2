"""Qué se entendió de un libro de seguimiento, bloque por bloque, para verlo antes de importarlo."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tablero import formato, rutas
from tablero.calculo.seguimiento.indicador import Clave, Indicador, Periodo
from tablero.calculo.seguimiento.motor import legible
from tablero.ingesta.seguimiento.abrir import Abierto, abrir_seguimiento
from tablero.ingesta.seguimiento.cabecera import Cabecera
from tablero.ingesta.seguimiento.columnas import Columnas
from tablero.ingesta.seguimiento.diseno import TITULOS, Escala
from tablero.ingesta.seguimiento.hojas import HojaLeida, nombre_de_celda
from tablero.ingesta.seguimiento.leer import LibroSeguimiento, leer_abierto
from tablero.libro.fila import letras

ANCHO = 26
DE_CONTRASTE = {
    "acumulado": "Avance acumulado",
    "meta_acumulada": "Metas acumuladas",
    "pav": "PAV",
    "pahv": "PAHV",
    "paa": "PAA",
}
ESCALAS: dict[Escala, str] = {"fraccion": "fracción (0,5 es 50 %)", "porcentaje": "50 es 50 %"}
NO_ESTA = "no está"
MUESTRA = 12
"""Cuántas columnas que no se leen se nombran."""


def reconocer(ruta: Path) -> list[str]:
    """Un renglón por cosa entendida. Lanza lo mismo que `leer_seguimiento`."""
    abierto = abrir_seguimiento(ruta)
    libro = leer_abierto(abierto)
    return [
        f"{abierto.nombre}: diseño {abierto.diseno.nombre}. No se importó nada.",
        *_cuantitativa(abierto, libro),
        *_cualitativa(abierto),
        *(f"Hoja «{h.nombre}»: está oculta y no se lee." for h in abierto.ignoradas),
        *_otras(abierto.otras),
        *_cortes(libro),
        *_primero(libro.indicadores[0]),
        *_por_revisar(libro),
    ]


def _cuantitativa(abierto: Abierto, libro: LibroSeguimiento) -> Iterator[str]:
    hoja, columnas, diseno = abierto.cuantitativa, abierto.columnas, abierto.diseno
    cuantos = Counter(i.clase for i in libro.indicadores)
    productos = formato.contar(cuantos["producto"], "producto", "productos")
    resultados = formato.contar(cuantos["resultado"], "resultado", "resultados")
    yield f"Hoja «{hoja.nombre}»{_oculta(hoja)}: {productos} y {resultados}."
    if (cabecera := columnas.cabecera) is not None:
        yield (
            f"  Encabezado en las filas {cabecera.bloques + 1} a {cabecera.ultima + 1}; datos "
            f"desde la {columnas.primera_fila + 1}."
        )
    yield (
        f"  Ponderaciones, en {ESCALAS[diseno.escala_ponderacion]}; porcentajes, en "
        f"{ESCALAS[diseno.escala_porcentajes]}."
    )
    for campo, titulo in TITULOS.items():
        yield _renglon(titulo, _fija(hoja, columnas, campo))
    yield _renglon("Avance y seguimiento", _de_trimestres(columnas.reportes))
    yield _renglon("Metas", _de_anios(columnas.metas))
    yield _renglon("Meta final", _letra(columnas.meta_final))
    for clave, nombre in DE_CONTRASTE.items():
        yield _renglon(nombre, _de_anios(columnas.por_anio.get(clave, {})))
    if cabecera is not None:
        yield from _sin_leer(cabecera, columnas)


def _cualitativa(abierto: Abierto) -> Iterator[str]:
    hoja, parejas = abierto.cualitativa, abierto.parejas
    if hoja is None or parejas.errores:
        yield from (f"Hoja cualitativa: {error.mensaje}" for error in abierto.errores)
        return
    textos = [c for pareja in parejas.textos.values() for c in pareja]
    anios = sorted({p.anio for p in parejas.textos})
    yield f"Hoja «{hoja.nombre}»{_oculta(hoja)}: textos de avance y de enfoques."
    yield f"  Datos desde la fila {parejas.primera_fila + 1}."
    yield _renglon(TITULOS["codigo"], f"columna {letras(parejas.codigo + 1)}")
    yield _renglon("Textos", f"columnas {_tramos(textos)}: {_anios(anios)}")


def _otras(nombres: Iterable[str]) -> Iterator[str]:
    if dichos := [f"«{nombre}»" for nombre in nombres]:
        yield f"Otras hojas, que no se leen: {formato.enumerar(dichos)}."


def _fija(hoja: HojaLeida, columnas: Columnas, campo: str) -> str:
    celda = next((c for k, c in columnas.fijas.titulos.items() if k == campo), None)
    if celda is not None:
        return f"{nombre_de_celda(*celda)} «{hoja.mostrar(*celda)}»"
    columna = next((c for k, c in columnas.fijas.columnas.items() if k == campo), None)
    return (
        NO_ESTA if columna is None else f"columna {letras(columna + 1)}, por su lugar: sin título"
    )


def _de_trimestres(columnas: dict[Periodo, int]) -> str:
    anios = sorted({p.anio for p in columnas})
    return f"columnas {_tramos(columnas.values())}: {_anios(anios)}, con sus cuatro trimestres"


def _de_anios(columnas: dict[int, int]) -> str:
    if not columnas:
        return "no está, o no dice sus años: no se lee"
    return f"columnas {_tramos(columnas.values())}: {_anios(sorted(columnas))}"


def _letra(columna: int | None) -> str:
    return NO_ESTA if columna is None else f"columna {letras(columna + 1)}"


def _sin_leer(cabecera: Cabecera, columnas: Columnas) -> Iterator[str]:
    """Las columnas con algo escrito que no se leen."""
    hoja, leidas = cabecera.hoja, set(columnas.todas())
    con_datos = [
        c
        for c in range(hoja.columnas)
        if c not in leidas
        and any(
            hoja.valor(f, c) is not None for f in range(columnas.primera_fila, len(hoja.celdas))
        )
    ]
    if con_datos:
        dichas = [_rotulada(cabecera, c) for c in con_datos[:MUESTRA]]
        resto = len(con_datos) - len(dichas)
        mas = f" y {formato.numero(resto)} más" if resto else ""
        yield _renglon("No se leen", f"{', '.join(dichas)}{mas}")


def _rotulada(cabecera: Cabecera, columna: int) -> str:
    filas = range(cabecera.ultima, cabecera.bloques - 1, -1)
    dicho = next((d for f in filas if (d := cabecera.hoja.mostrar(f, columna))), "")
    return letras(columna + 1) + (f" «{dicho}»" if dicho else "")


def _cortes(libro: LibroSeguimiento) -> Iterator[str]:
    cuantas = Counter(i.publicado.periodo for i in libro.indicadores)
    dichos = [f"{p} en {n}" for p, n in sorted((p, n) for p, n in cuantas.items() if p is not None)]
    if cuantas[None]:
        dichos.append(f"ninguno en {cuantas[None]}")
    yield f"Corte que declaran las filas: {formato.enumerar(dichos)}."


def _primero(indicador: Indicador) -> Iterator[str]:
    """Unos pocos valores del primer indicador, con su celda, para compararlos a ojo."""
    yield "Para comparar a ojo, lo primero que se leyó:"
    yield _renglon("Código y nombre", f"{indicador.codigo} · {indicador.nombre or 'sin nombre'}")
    yield _renglon("Entidad", _con_celda(indicador.entidad, indicador, ("entidad",)))
    peso = formato.porcentaje(legible(indicador.ponderacion_pct))
    yield _renglon("Ponderación", _con_celda(peso, indicador, ("ponderacion",)))
    if indicador.metas:
        anio = min(indicador.metas)
        meta = formato.numero_justo(legible(indicador.metas[anio]))
        yield _renglon(f"Meta de {anio}", _con_celda(meta, indicador, ("meta", anio)))
    final = formato.numero_justo(legible(indicador.meta_final))
    yield _renglon("Meta final", _con_celda(final, indicador, ("meta_final",)))
    if indicador.reportes:
        ultimo = max(indicador.reportes)
        valor = formato.numero_justo(legible(indicador.reportes[ultimo]))
        yield _renglon(f"Reporte de {ultimo}", _con_celda(valor, indicador, ("reporte", *ultimo)))


def _con_celda(valor: str, indicador: Indicador, clave: Clave) -> str:
    return f"{valor or formato.SIN_DATO} (celda {indicador.lugares[clave]})"


def _por_revisar(libro: LibroSeguimiento) -> Iterator[str]:
    if libro.errores or libro.notas:
        errores = sum(e.severidad == "error" for e in libro.errores)
        notas = len(libro.errores) + len(libro.notas) - errores
        yield (
            f"Al leerlo: {formato.contar(errores, 'error', 'errores')} y "
            f"{formato.contar(notas, 'nota', 'notas')}. Véalos con: "
            f"{rutas.orden('seguimiento calcular')}."
        )


def _oculta(hoja: HojaLeida) -> str:
    return " (oculta)" if hoja.esta_oculta else ""


def _renglon(nombre: str, dicho: str) -> str:
    return f"  {nombre:{ANCHO}}{dicho}"


def _anios(anios: list[int]) -> str:
    seguidos = anios == list(range(anios[0], anios[-1] + 1))
    if seguidos and len(anios) > 2:  # noqa: PLR2004 - dos años se dicen uno y otro
        return f"{anios[0]} a {anios[-1]}"
    return formato.enumerar([str(a) for a in anios])


def _tramos(columnas: Iterable[int]) -> str:
    """«P–S, U–X»."""
    tramos: list[list[int]] = []
    for columna in sorted(columnas):
        if tramos and columna == tramos[-1][-1] + 1:
            tramos[-1].append(columna)
        else:
            tramos.append([columna])
    return ", ".join(
        letras(t[0] + 1) + (f"–{letras(t[-1] + 1)}" if len(t) > 1 else "") for t in tramos
    )
