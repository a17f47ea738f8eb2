"""Qué responde a lo que alguien escribe, de lo mejor a lo peor.

Primero lo que tiene ese código o se llama así; después lo que tiene todas las palabras en su
nombre, lo que las tiene en cualquier parte y, al final, lo que tiene alguna.
"""

from collections.abc import Sequence

from tablero.busqueda.documento import CLASES
from tablero.busqueda.indice import Indice
from tablero.busqueda.palabras import Palabra, de_pregunta, planas, raiz
from tablero.busqueda.respuesta import Grupo, Respuesta
from tablero.texto import limpiar

MAS_LETRAS = 300
"""Lo que se lee de una pregunta; lo demás no se mira."""
MAS_PALABRAS = 24
PARA_ALGUNA = 6
"""Si nada las tiene todas, se buscan las más raras: las que están en menos documentos."""
TOPE = 300
"""Cuántos se miran de cada manera de responder."""
BASTAN = 40
"""Con tantos que las tienen todas, no se buscan los que tienen alguna."""
POR_GRUPO = 5
PARTE_DEL_MEJOR = 0.35
"""Con tres palabras o más, lo que apenas comparte una muy común no responde."""
VARIAS = 3
CIFRAS_DE_MUNICIPIO = 5
NOMBRE, TODO = "nombre", "texto"
COLUMNAS = {
    NOMBRE: ("codigo nombre", "raiz_nombre"),
    TODO: ("codigo nombre texto", "raiz_nombre raiz_texto"),
}


def buscar(indice: Indice, pregunta: str, por_grupo: int = POR_GRUPO) -> Respuesta:
    """Lo que responde a una pregunta; de cada clase se dan, a lo sumo, `por_grupo`.

    Cualquier texto sirve: el que no dice nada no halla nada.
    """
    limpia = limpiar(pregunta[:MAS_LETRAS])
    palabras = de_pregunta(limpia, MAS_PALABRAS)
    if not palabras:
        return Respuesta(limpia)
    nuevas = [p.plana for p in palabras if not indice.vocabulario.conoce(p.plana)]
    # Al lado de una palabra que sí está, una muy distinta no es un error: es otra cosa.
    errores = 2 if len(nuevas) == len(palabras) else 1
    corregidas = {plana: indice.vocabulario.cercanas(plana, errores) for plana in nuevas}
    orden = _ordenar(indice, limpia, palabras, corregidas)
    todas = any(grado <= DE_TODAS for grado, _ in orden.values())
    hay_correccion = any(corregidas.values())
    return Respuesta(
        limpia,
        tuple(p.escrita for p in palabras),
        tuple(
            (p.escrita, tuple(indice.vocabulario.escrita(o) for o in corregidas[p.plana]))
            for p in palabras
            if hay_correccion and corregidas.get(p.plana)
        ),
        tuple(p.escrita for p in palabras if corregidas.get(p.plana) == ()),
        todas,
        _agrupar(indice, orden, por_grupo),
    )


CODIGO, SE_LLAMA, EN_EL_NOMBRE, EN_TODO, CORREGIDO, ALGUNA = range(6)
DE_TODAS = CORREGIDO
Puesto = tuple[int, float]
"""De qué manera responde y con qué puntaje; el menor va antes."""


def _ordenar(
    indice: Indice,
    pregunta: str,
    palabras: Sequence[Palabra],
    corregidas: dict[str, tuple[str, ...]],
) -> dict[int, Puesto]:
    """Número de documento → su puesto."""
    puestos: dict[int, Puesto] = {}

    def poner(grado: int, columnas: str, entre: str, *, con: bool, de: Sequence[str]) -> None:
        partes = [_expresion(p, columnas, corregidas.get(p, ()) if con else ()) for p in de]
        mejor = 0.0
        for numero, puntaje in indice.coincidir(entre.join(partes), TOPE):
            mejor = min(mejor, puntaje)
            if grado == ALGUNA and len(de) >= VARIAS and puntaje > mejor * PARTE_DEL_MEJOR:
                break
            puestos.setdefault(numero, (grado, 0.0 if son_numeros else puntaje))

    buscadas = [p.plana for p in palabras]
    son_numeros = not any(p.isalpha() for p in buscadas)  # en el orden de sus códigos
    codigos = [c for p in buscadas for c in (p, p.zfill(CIFRAS_DE_MUNICIPIO)) if p[0].isdigit()]
    for grado, exactos in (
        (CODIGO, indice.exactos(codigos, son_codigos=True)),
        (SE_LLAMA, indice.exactos([" ".join(buscadas), planas(pregunta)], son_codigos=False)),
    ):
        puestos |= {n: (grado, 0.0) for n in exactos if n not in puestos}
    poner(EN_EL_NOMBRE, NOMBRE, " AND ", con=False, de=buscadas)
    poner(EN_TODO, TODO, " AND ", con=False, de=buscadas)
    if any(corregidas.values()):
        nombradas = [" ".join(corregidas.get(p, (p,))[:1] or (p,)) for p in buscadas]
        exactos = indice.exactos([" ".join(nombradas)], son_codigos=False)
        puestos |= {n: (CORREGIDO, -1000.0) for n in exactos if n not in puestos}
        conocidas = [p for p in buscadas if corregidas.get(p) != ()]
        poner(CORREGIDO, NOMBRE, " AND ", con=True, de=conocidas)
        poner(CORREGIDO, TODO, " AND ", con=True, de=conocidas)
    if len(buscadas) > 1 and len(puestos) < BASTAN:
        raras = sorted(buscadas, key=indice.vocabulario.veces)
        raras = [p for p in raras if p not in corregidas] or raras
        poner(ALGUNA, TODO, " OR ", con=True, de=raras[:PARA_ALGUNA])
    return puestos


def _expresion(plana: str, columnas: str, tambien: Sequence[str]) -> str:
    """Lo que FTS5 busca de una palabra: ella, lo que empieza así y lo que tiene su raíz."""
    enteras, raices = COLUMNAS[columnas]
    partes = [f'{{{enteras}}} : "{plana}" *', f'{{{raices}}} : "{raiz(plana)}"']
    for otra in tambien:
        partes += [f'{{{enteras}}} : "{otra}"', f'{{{raices}}} : "{raiz(otra)}"']
    return f"({' OR '.join(partes)})"


def _agrupar(indice: Indice, puestos: dict[int, Puesto], por_grupo: int) -> tuple[Grupo, ...]:
    """Los grupos, en el orden de lo mejor de cada uno; adentro, cada cosa en su puesto."""
    hallados = indice.documentos(puestos)
    por_clase: dict[str, list[int]] = {}
    for numero in sorted(puestos, key=lambda n: (*puestos[n], n)):
        por_clase.setdefault(hallados[numero].clase, []).append(numero)
    clases = list(CLASES)
    en_orden = sorted(
        por_clase, key=lambda clase: (puestos[por_clase[clase][0]][0], clases.index(clase))
    )
    return tuple(
        Grupo(
            clase, tuple(hallados[n] for n in por_clase[clase][:por_grupo]), len(por_clase[clase])
        )
        for clase in en_orden
    )
