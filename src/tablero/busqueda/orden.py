"""En qué orden va lo que responde a unas palabras.

Primero lo que se llama así o tiene ese código; después lo que tiene todas las palabras en su
nombre, lo que las tiene en cualquier parte, lo que las tiene si se corrigen las mal escritas y, al
final, lo que tiene alguna.
"""

from collections.abc import Iterable, Mapping, Sequence

from tablero.busqueda.indice import Indice
from tablero.busqueda.palabras import raiz
from tablero.busqueda.vocabulario import LARGO_DE_UN_COMIENZO

SE_LLAMA, CODIGO, EN_EL_NOMBRE, EN_TODO, SE_LLAMARIA, CORREGIDO, ALGUNA = range(7)
"""De qué manera responde un documento, de la mejor a la peor."""
TOPE = 300
"""Cuántos se miran de cada manera."""
BASTAN = 40
"""Con tantos que las tienen todas, no se buscan los que tienen alguna."""
PARA_ALGUNA = 6
"""Cuántas palabras se buscan una por una: las más raras, las que están en menos documentos."""
VARIAS, PARTE_DEL_MEJOR = 3, 0.35
"""Con tantas palabras, lo que apenas comparte una muy común con la pregunta no responde."""
EN_NOMBRE = ("codigo nombre", "raiz_nombre")
EN_TEXTO = ("codigo nombre texto", "raiz_nombre raiz_texto")
"""Las columnas de las palabras enteras y las de sus raíces."""
Columnas = tuple[str, str]
Puesto = tuple[int, float]
"""De qué manera responde y con qué puntaje; el menor va antes."""
Correcciones = Mapping[str, tuple[str, ...]]
"""Cada palabra que no está, con las parecidas que sí; sin ninguna, si no se parece a otra."""


def ordenar(
    indice: Indice, frase: str, palabras: Sequence[str], correcciones: Correcciones
) -> dict[int, Puesto]:
    """Número de documento → su puesto.

    `frase` es toda la pregunta y `palabras`, las que dicen algo; ambas, en plano.
    """
    puestos = _Puestos(indice, correcciones, palabras)
    puestos.llamados(SE_LLAMA, [" ".join(palabras), frase], son_codigos=False)
    puestos.llamados(CODIGO, [p for p in palabras if p[0].isdigit()], son_codigos=True)
    puestos.con_todas(EN_EL_NOMBRE, EN_NOMBRE)
    puestos.con_todas(EN_TODO, EN_TEXTO)
    if any(correcciones.values()):
        corregida = [(correcciones.get(p) or (p,))[0] for p in palabras]
        puestos.llamados(SE_LLAMARIA, [" ".join(corregida)], son_codigos=False)
        puestos.corregidas(EN_NOMBRE)
        puestos.corregidas(EN_TEXTO)
    if len(palabras) > 1 and len(puestos.dados) < BASTAN:
        puestos.con_alguna()
    return puestos.dados


class _Puestos:
    """El puesto de cada documento: el primero que se le da."""

    def __init__(self, indice: Indice, correcciones: Correcciones, palabras: Sequence[str]) -> None:
        self._indice = indice
        self._correcciones = correcciones
        self._palabras = palabras
        self._son_numeros = not any(p.isalpha() for p in palabras)
        self.dados: dict[int, Puesto] = {}

    def llamados(self, manera: int, textos: Sequence[str], *, son_codigos: bool) -> None:
        """Los que se llaman así, o tienen uno de esos códigos."""
        for numero in self._indice.exactos(textos, son_codigos=son_codigos):
            self.dados.setdefault(numero, (manera, 0.0))

    def con_todas(self, manera: int, columnas: Columnas) -> None:
        """Los que tienen todas las palabras, tal como están escritas."""
        partes = [_de_una(p, columnas) for p in self._palabras]
        self._poner(manera, self._indice.coincidir(" AND ".join(partes), TOPE))

    def corregidas(self, columnas: Columnas) -> None:
        """Los que las tienen todas, con las parecidas a las que no están."""
        partes = [
            _de_una(p, columnas, self._correcciones.get(p, ()))
            for p in self._palabras
            if self._correcciones.get(p) != ()
        ]
        self._poner(CORREGIDO, self._indice.coincidir(" AND ".join(partes), TOPE))

    def con_alguna(self) -> None:
        """Los que tienen alguna: las que están, si hay; si no, las corregidas."""
        estan = [p for p in self._palabras if p not in self._correcciones] or list(self._palabras)
        raras = sorted(estan, key=self._indice.vocabulario.veces)[:PARA_ALGUNA]
        partes = [_de_una(p, EN_TEXTO, self._correcciones.get(p, ())) for p in raras]
        hallados = self._indice.coincidir(" OR ".join(partes), TOPE)
        if hallados and len(raras) >= VARIAS:
            tope = hallados[0][1] * PARTE_DEL_MEJOR
            hallados = [h for h in hallados if h[1] <= tope]
        self._poner(ALGUNA, hallados)

    def _poner(self, manera: int, hallados: Iterable[tuple[int, float]]) -> None:
        for numero, puntaje in hallados:
            # Los que se hallan por su código van en el orden de sus códigos.
            self.dados.setdefault(numero, (manera, 0.0 if self._son_numeros else puntaje))


def _de_una(plana: str, columnas: Columnas, parecidas: Sequence[str] = ()) -> str:
    """Lo que FTS5 busca de una palabra: ella, lo que empieza así y lo que tiene su raíz.

    De las parecidas, enteras y su raíz. Son solo `a-z0-9.` y van entre comillas: nada de lo que
    alguien escriba es sintaxis.
    """
    enteras, raices = columnas
    comienzo = " *" if len(plana) >= LARGO_DE_UN_COMIENZO else ""
    partes = [f'{{{enteras}}} : "{plana}"{comienzo}', f'{{{raices}}} : "{raiz(plana)}"']
    for otra in parecidas:
        partes += [f'{{{enteras}}} : "{otra}"', f'{{{raices}}} : "{raiz(otra)}"']
    return f"({' OR '.join(partes)})"
