"""El índice de un tablero: SQLite FTS5 en memoria. Nada se escribe en el disco."""

import sqlite3
from collections.abc import Iterable, Sequence
from threading import Lock
from urllib.parse import parse_qsl, urlencode
from weakref import finalize

from tablero.busqueda.documento import Documento
from tablero.busqueda.palabras import partir, planas, raiz
from tablero.busqueda.vocabulario import Vocabulario, contar

TABLAS = """
    CREATE VIRTUAL TABLE indice USING fts5(
        codigo, nombre, texto, raiz_nombre, raiz_texto,
        content = '', tokenize = "unicode61 remove_diacritics 2 tokenchars '.'"
    );
    CREATE TABLE documentos (
        id INTEGER PRIMARY KEY, clase TEXT, titulo TEXT, pagina TEXT, parametros TEXT,
        contexto TEXT, cifra TEXT, corte TEXT
    );
    CREATE TABLE exactos (plano TEXT, es_codigo INTEGER, id INTEGER);
"""
PUNTUAR = """
    SELECT rowid, bm25(indice, 12.0, 6.0, 1.0, 4.0, 0.8) AS puntaje FROM indice
    WHERE indice MATCH ? ORDER BY puntaje LIMIT ?
"""
"""Los pesos son de cada columna: lo que se llama así va antes que lo que lo menciona."""
Fila = tuple[int, float]
"""El número de un documento y su puntaje, que es menor cuanto mejor."""


class Indice:
    """Los documentos de un tablero, listos para buscarse; lo usan varios hilos a la vez."""

    def __init__(self, documentos: Iterable[Documento], politica: str = "") -> None:
        """Llena el índice; `politica` es la que se mira cuando la dirección no dice ninguna."""
        self.politica = politica
        self._turno = Lock()
        self._conexion = sqlite3.connect(":memory:", check_same_thread=False)
        finalize(self, self._conexion.close)
        self._conexion.executescript(TABLAS)
        textos = [self._poner(numero, d) for numero, d in enumerate(documentos, start=1)]
        self._conexion.execute("CREATE INDEX por_plano ON exactos (plano)")
        self._conexion.execute("INSERT INTO indice(indice) VALUES ('optimize')")
        self._conexion.commit()
        self.cuantos = len(textos)
        self.vocabulario = Vocabulario(contar(textos))

    def __sizeof__(self) -> int:
        """Con lo que ocupa SQLite, que Python no ve."""
        with self._turno:
            (paginas,) = self._conexion.execute("PRAGMA page_count").fetchone()
            (octetos,) = self._conexion.execute("PRAGMA page_size").fetchone()
        return object.__sizeof__(self) + int(paginas) * int(octetos)

    def coincidir(self, expresion: str, tope: int) -> list[Fila]:
        """Los documentos que cumplen una expresión de FTS5, del mejor al peor."""
        with self._turno:
            return self._conexion.execute(PUNTUAR, (expresion, tope)).fetchall()

    def exactos(self, textos: Sequence[str], *, son_codigos: bool) -> set[int]:
        """Los que se llaman así, o tienen uno de esos códigos."""
        with self._turno:
            return {
                int(numero)
                for texto in textos
                for (numero,) in self._conexion.execute(
                    "SELECT id FROM exactos WHERE plano = ? AND es_codigo = ?",
                    (texto, int(son_codigos)),
                )
            }

    def documentos(self, numeros: Iterable[int]) -> dict[int, Documento]:
        """Esos documentos, sin lo que solo sirve para hallarlos."""
        pedidos = list(numeros)
        with self._turno:
            filas = [
                self._conexion.execute("SELECT * FROM documentos WHERE id = ?", (n,)).fetchone()
                for n in pedidos
            ]
        return {
            int(numero): Documento(
                clase, titulo, pagina, tuple(parse_qsl(parametros)), contexto, cifra, corte
            )
            for numero, clase, titulo, pagina, parametros, contexto, cifra, corte in filas
        }

    def titulos(self) -> list[str]:
        """Los de todos los documentos, en su orden."""
        with self._turno:
            return [t for (t,) in self._conexion.execute("SELECT titulo FROM documentos")]

    def _poner(self, numero: int, d: Documento) -> dict[str, str]:
        """Guarda un documento y devuelve sus palabras: plano → como está escrita."""
        nombres = [p for n in (d.titulo, *d.nombres) for p in partir(n)]
        cuerpo = [p for parte in (d.contexto, d.texto) for p in partir(parte)]
        codigos = [planas(c) for c in d.codigos]
        self._conexion.execute(
            "INSERT INTO indice(rowid, codigo, nombre, texto, raiz_nombre, raiz_texto) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (
                numero,
                " ".join(codigos),
                *(" ".join(p.plana for p in parte) for parte in (nombres, cuerpo)),
                *(" ".join(raiz(p.plana) for p in parte) for parte in (nombres, cuerpo)),
            ),
        )
        self._conexion.execute(
            "INSERT INTO documentos VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(numero, d.clase, d.titulo, d.pagina, urlencode(d.parametros)),
                *(d.contexto, d.cifra, d.corte),
            ),
        )
        exactos = [(codigo, 1) for codigo in codigos]
        exactos += [(planas(nombre), 0) for nombre in (d.titulo, *d.nombres)]
        self._conexion.executemany(
            "INSERT INTO exactos VALUES (?, ?, ?)", [(*e, numero) for e in dict.fromkeys(exactos)]
        )
        return {p.plana: p.escrita for p in (*nombres, *cuerpo)} | {c: c for c in codigos}
