"""Qué responde a lo que alguien escribe: se entiende, se ordena y se agrupa."""

from tablero.busqueda.documento import CLASES
from tablero.busqueda.indice import Indice
from tablero.busqueda.orden import ALGUNA, Correcciones, Puesto, ordenar
from tablero.busqueda.palabras import Palabra, de_pregunta, planas
from tablero.busqueda.respuesta import Grupo, Respuesta
from tablero.busqueda.vocabulario import Vocabulario
from tablero.texto import limpiar

MAS_LETRAS = 300
"""Lo que se lee de una pregunta; lo demás no se mira."""
MAS_PALABRAS = 24
POR_GRUPO = 5
CIFRAS_DE_MUNICIPIO = 5


def buscar(indice: Indice, pregunta: str, por_grupo: int = POR_GRUPO) -> Respuesta:
    """Lo que responde a una pregunta; de cada clase se dan, a lo sumo, `por_grupo`.

    Cualquier texto sirve: el que no dice nada no halla nada.
    """
    limpia = limpiar(pregunta[:MAS_LETRAS])
    vocabulario = indice.vocabulario
    palabras = [_con_su_cero(p, vocabulario) for p in de_pregunta(limpia, MAS_PALABRAS)]
    if not palabras:
        return Respuesta(limpia)
    correcciones = _corregir([p.plana for p in palabras], vocabulario)
    puestos = ordenar(indice, planas(limpia), [p.plana for p in palabras], correcciones)
    corregidas = [(p.escrita, correcciones.get(p.plana)) for p in palabras]
    return Respuesta(
        limpia,
        tuple(p.escrita for p in palabras),
        tuple((como, tuple(map(vocabulario.escrita, o))) for como, o in corregidas if o),
        tuple(como for como, otras in corregidas if otras == ()),
        any(manera < ALGUNA for manera, _ in puestos.values()),
        _agrupar(indice, puestos, por_grupo),
    )


def _con_su_cero(palabra: Palabra, vocabulario: Vocabulario) -> Palabra:
    """El código de un municipio, con el cero que una hoja de cálculo le quita."""
    completo = palabra.plana.zfill(CIFRAS_DE_MUNICIPIO)
    if palabra.plana.isdigit() and vocabulario.veces(completo):
        return Palabra(completo, palabra.escrita)
    return palabra


def _corregir(palabras: list[str], vocabulario: Vocabulario) -> Correcciones:
    """Las parecidas a cada una que no está.

    Al lado de una que sí está, una muy distinta no es un error: es otra cosa.
    """
    nuevas = [p for p in palabras if not vocabulario.conoce(p)]
    errores = 2 if len(nuevas) == len(palabras) else 1
    return {p: vocabulario.cercanas(p, errores) for p in nuevas}


def _agrupar(indice: Indice, puestos: dict[int, Puesto], por_grupo: int) -> tuple[Grupo, ...]:
    """Los grupos, en el orden de lo mejor de cada uno; adentro, cada cosa en su puesto."""
    hallados = indice.documentos(puestos)
    por_clase: dict[str, list[int]] = {}
    for numero in sorted(puestos, key=lambda n: (*puestos[n], n)):
        por_clase.setdefault(hallados[numero].clase, []).append(numero)
    clases = list(CLASES)
    en_orden = sorted(por_clase, key=lambda c: (puestos[por_clase[c][0]][0], clases.index(c)))
    return tuple(
        Grupo(c, tuple(hallados[n] for n in por_clase[c][:por_grupo]), len(por_clase[c]))
        for c in en_orden
    )
