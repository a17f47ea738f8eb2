"""Lo que el tablero sabe de un municipio, de un departamento o de un clúster, en una pared."""

from dataclasses import replace
from urllib.parse import urlencode

from tablero import formato
from tablero.consultas.base import FuenteCitada, Preguntas
from tablero.modelo.documentos import sigla
from tablero.respuestas.cosas.cosa import Cifra, Cosa, Tabla, tabla
from tablero.respuestas.cosas.territorio import en_millones
from tablero.respuestas.ficha import hoja as de_ficha
from tablero.respuestas.ficha.pais import Pais
from tablero.respuestas.ficha.reunir import hoja

PAGINA = "ficha_territorial"
CLASES: tuple[de_ficha.Clase, ...] = ("municipio", "departamento", "cluster")
A_LA_VISTA = (0, 2, 3)
"""De las cuatro cifras de una ficha, las que van en grande; la otra está en el mensaje."""
DEL_CUADRO = ("Municipio", "Orden IPT", "Clúster", "Personas atendidas", "Transferencia")
PESOS = "pesos"
NOMENCLATURA = "DIVIPOLA"
QUE_ES_IPT = "IPT: Índice de Priorización Territorial; se publica el orden, no el puntaje."


def direccion(clase: de_ficha.Clase, clave: str) -> str:
    """La de su ficha: «ficha_territorial?municipio=54001».

    `clave` es como la dice la página: de un departamento, su nombre.
    """
    return f"{PAGINA}?{urlencode([(clase, clave)])}"


def uno(preguntar: Preguntas, clase: de_ficha.Clase, clave: str) -> Cosa | None:
    """El lugar de esa clave (DIVIPOLA, departamento o número de clúster); `None` si no existe."""
    pais = Pais(preguntar)
    try:
        suya = hoja(pais, clase, _codigo(pais, clave) if clase == "departamento" else clave)
    except KeyError:
        return None
    grandes = [suya.cifras[lugar] for lugar in A_LA_VISTA]
    con_dato = sorted(grandes, key=lambda c: c.cantidad is None)
    return Cosa(
        f"lugar_{clase}_{clave}",
        _mensaje(suya),
        _fuente(suya.citadas),
        tuple(f.corte_fecha for f in suya.citadas if sigla(f.fuente_codigo) != NOMENCLATURA),
        direccion(clase, clave),
        cifras=tuple(_cifra(c) for c in con_dato),
        tabla=_hechos(suya) if clase == "municipio" else _cuadro(suya, _nombrados(pais, suya)),
        notas=(QUE_ES_IPT,),
    )


def _codigo(pais: Pais, nombre: str) -> str:
    """El código del departamento de ese nombre; `KeyError` si no lo hay."""
    suyos = (f for f in pais.municipios.values() if f["departamento_nombre"] == nombre)
    if (fila := next(suyos, None)) is None:
        raise KeyError(nombre)
    return str(fila["departamento_codigo"])


def _mensaje(suya: de_ficha.HojaDeLugar) -> str:
    """Con lo primero que alguien quiere saber; si no hay nada, lo dice."""
    primera, segunda, *_ = suya.cifras
    if suya.clase != "municipio":
        de_cuantos = f"{segunda.valor} {'municipio' if segunda.cantidad == 1 else 'municipios'}"
        return f"{suya.titulo}: {primera.valor} de sus {de_cuantos} en la lista del IPT"
    if all(cifra.cantidad is None for cifra in suya.cifras):
        return f"{suya.titulo}: ninguna lista del tablero lo nombra, sin dato"
    orden = (
        f"es el {primera.valor} {primera.detalle} municipios del IPT"
        if primera.cantidad is not None
        else f"{primera.detalle} municipios del IPT"
    )
    cluster = "no está en ningún clúster"
    if segunda.cantidad is not None:
        cluster = f"está en el clúster {segunda.valor}"
    return f"{suya.titulo} {orden} y {cluster}"


def _cifra(cifra: de_ficha.Cifra) -> Cifra:
    """La misma; la de pesos, en millones, que desde el fondo también se lee."""
    nota = f"{cifra.detalle[:1].upper()}{cifra.detalle[1:]}"
    if cifra.unidad != PESOS or cifra.cantidad is None:
        return Cifra(cifra.valor, cifra.etiqueta, nota)
    return Cifra(en_millones(cifra.cantidad), f"millones: {cifra.etiqueta.lower()}", nota)


def _fuente(citadas: tuple[FuenteCitada, ...]) -> str:
    dichas = [
        f"{sigla(f.fuente_codigo)}, corte {formato.corte(f.corte_texto, f.corte_fecha)}"
        for f in citadas
    ]
    return f"{'Fuente' if len(dichas) == 1 else 'Fuentes'}: {'; '.join(dichas)}."


def _hechos(suya: de_ficha.HojaDeLugar) -> Tabla:
    """Lo que se sabe va antes que lo que falta: en una pared caben pocas filas."""
    filas = [
        (renglon.falta, seccion.titulo, renglon.principal)
        for seccion in suya.secciones
        for renglon in seccion.renglones
    ]
    en_orden = sorted(filas, key=lambda fila: fila[0])
    return tabla(
        "Lo que dicen de él las fuentes, y lo que ninguna dice",
        ("Asunto", "Qué dicen"),
        [(asunto, dicho) for _, asunto, dicho in en_orden],
    )


def _nombrados(pais: Pais, suya: de_ficha.HojaDeLugar) -> int:
    """Los municipios suyos que nombra alguna fuente, aunque no quepan en el cuadro."""
    if suya.clase == "cluster":
        return len(pais.miembros(int(suya.clave)))
    return len(pais.con_algo(suya.clave))


def _cuadro(suya: de_ficha.HojaDeLugar, nombrados: int) -> Tabla | None:
    if suya.cuadro is None:
        return None
    titulos = [titulo for titulo, _ in suya.cuadro.columnas]
    lugares = [titulos.index(titulo) for titulo in DEL_CUADRO]
    hecha = tabla(
        "Sus municipios que nombra alguna fuente, en el orden del IPT",
        DEL_CUADRO,
        [tuple(fila[lugar] for lugar in lugares) for fila in suya.cuadro.filas],
        numericas=DEL_CUADRO[1:],
    )
    return replace(hecha, total=nombrados)
