"""Buscar un municipio como lo escribe la gente: sin tildes ni mayúsculas, por nombre o código.

Solo propone: quien busca elige. Unir un nombre impreso a un código es otra cosa, y la hace
`nombres.py` por tablas explícitas.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from tablero.coincidencias import VACIAS, Halladas, hallar
from tablero.filas import Fila
from tablero.texto import codigo as con_signos_del_teclado
from tablero.texto import limpiar, plano

CIFRAS_DE_CODIGO = 5
PARECIDOS = 5
PARECIDO_MINIMO = 0.6


@dataclass(frozen=True)
class Hallado:
    """Un municipio que responde a una búsqueda."""

    municipio_codigo: str
    municipio_nombre: str
    departamento_nombre: str


class Buscador:
    """Busca entre los municipios, por sus nombres oficiales y sus grafías.

    Recibe filas con `municipio_codigo`, `municipio_nombre`, `departamento_nombre` y `grafias` (las
    que tenga, separadas por « | », o vacío).
    """

    def __init__(self, filas: Iterable[Fila]) -> None:
        self._lugares: dict[str, Hallado] = {}
        self._nombres: dict[str, set[str]] = {}
        """Código → sus nombres, en plano."""
        for fila in filas:
            lugar = Hallado(**{campo: fila[campo] for campo in Hallado.__dataclass_fields__})
            grafias = str(fila["grafias"]).split(" | ") if fila["grafias"] else []
            self._lugares[lugar.municipio_codigo] = lugar
            self._nombres[lugar.municipio_codigo] = {
                plano(n) for n in (lugar.municipio_nombre, *grafias)
            }

    def hallar(self, texto: str) -> tuple[Hallado, ...]:
        """Los municipios que responden al texto; primero, los que se llaman así.

        Un código vale con o sin su cero inicial. Después de los que se llaman así van los que
        tienen esas palabras en su nombre («san jose»: San José, San José de Cúcuta…). Si ninguno se
        llama así, cada palabra del texto debe empezar una del nombre o del departamento, y al menos
        una, del nombre.
        """
        buscado = plano(texto)
        if not buscado:
            return ()
        cifras = con_signos_del_teclado(texto).replace(" ", "")
        if cifras.isdecimal():
            codigo = cifras.zfill(CIFRAS_DE_CODIGO)
            return (self._lugares[codigo],) if codigo in self._lugares else ()
        exactos = [c for c, nombres in self._nombres.items() if buscado in nombres]
        responde = self._contiene if exactos else self._responde
        otros = [c for c in self._lugares if c not in exactos and responde(c, buscado)]
        return tuple(self._lugares[c] for c in (*exactos, *sorted(otros, key=self._alfabetico)))

    def parciales(self, texto: str) -> Halladas[Hallado]:
        """Los que responden a alguna de las palabras, para cuando ninguno responde a todas.

        Primero, a más palabras; una que solo está en el departamento no basta.
        """
        palabras = {
            self._lugares[codigo]: {p for nombre in self._nombres[codigo] for p in nombre.split()}
            for codigo in sorted(self._lugares, key=self._alfabetico)
        }
        return hallar(palabras, texto)

    def por_nombre(self, texto: str, departamento: str | None = None) -> str | None:
        """El código del único que se llama así, sin fijarse en tildes, mayúsculas ni signos.

        Vale su nombre con el del departamento («Chimá, Córdoba»). `None` si no hay o hay varios; de
        dos que solo se distinguen en una tilde, el que se escribe así.
        """
        lugares = [
            lugar
            for codigo, lugar in self._lugares.items()
            if departamento in (None, lugar.departamento_nombre)
            and plano(texto)
            in {
                *self._nombres[codigo],
                *(f"{n} {plano(lugar.departamento_nombre)}" for n in self._nombres[codigo]),
            }
        ]
        exactos = [lugar for lugar in lugares if lugar.municipio_nombre == limpiar(texto)]
        unicos = exactos or lugares
        return unicos[0].municipio_codigo if len(unicos) == 1 else None

    def parecidos(self, texto: str) -> tuple[Hallado, ...]:
        """Los de nombre más parecido, para cuando no se halla ninguno."""
        planos: dict[str, list[str]] = {}
        for codigo, nombres in self._nombres.items():
            for nombre in nombres:
                planos.setdefault(nombre, []).append(codigo)
        cercanos = get_close_matches(plano(texto), planos, PARECIDOS, PARECIDO_MINIMO)
        codigos = dict.fromkeys(c for nombre in cercanos for c in planos[nombre])
        return tuple(self._lugares[c] for c in codigos)

    def _contiene(self, codigo: str, buscado: str) -> bool:
        return any(set(buscado.split()) <= set(n.split()) for n in self._nombres[codigo])

    def _responde(self, codigo: str, buscado: str) -> bool:
        del_nombre = {p for nombre in self._nombres[codigo] for p in nombre.split()}
        todas = del_nombre | set(plano(self._lugares[codigo].departamento_nombre).split())
        pedidas = buscado.split()
        # «de» está en muchos nombres: que una palabra así coincida no dice nada.
        propias = [p for p in pedidas if p not in VACIAS] or pedidas
        return all(any(p.startswith(pedida) for p in todas) for pedida in pedidas) and any(
            p.startswith(pedida) for p in del_nombre for pedida in propias
        )

    def _alfabetico(self, codigo: str) -> tuple[str, str]:
        return plano(self._lugares[codigo].municipio_nombre), codigo
