"""Lo que las fuentes dicen de todos los municipios, por municipio: de aquí sale toda ficha.

Son las mismas respuestas de las demás páginas, sin filtro: una ficha solo aparta las suyas.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tablero.consultas import centros, eat, ficha, politica, transferencias
from tablero.consultas.base import Base, Preguntas, Resultado
from tablero.filas import Fila

Filas = Sequence[Fila]
PAIS: Mapping[str, None] = {"departamento": None, "municipio": None}
BOGOTA = "11001"


@dataclass(frozen=True)
class Pais:
    """Las respuestas del país; cada una se pide cuando se necesita."""

    preguntar: Preguntas
    es_simulado: bool = False
    _filas: dict[str, Filas] = field(default_factory=dict, init=False, compare=False)

    @cached_property
    def indice(self) -> Resultado:
        """Los municipios de la DIVIPOLA."""
        return self.preguntar(ficha.indice)

    @cached_property
    def municipios(self) -> dict[str, Fila]:
        """Código → su fila de la DIVIPOLA."""
        return {f["municipio_codigo"]: f for f in self.indice.filas}

    @cached_property
    def priorizados(self) -> Resultado:
        """El orden publicado del IPT."""
        return self.preguntar(eat.priorizados, **PAIS)

    @cached_property
    def clusteres(self) -> Resultado:
        """Los municipios de cada clúster."""
        return self.preguntar(eat.clusteres_municipios, **PAIS)

    @cached_property
    def talleres(self) -> Resultado:
        """Los talleres que la fuente nombra."""
        return self.preguntar(eat.talleres, **PAIS)

    @cached_property
    def fases(self) -> Resultado:
        """Las fases de la EAT."""
        return self.preguntar(eat.fases)

    @cached_property
    def centros(self) -> Resultado:
        """Los Centros Intégrate y las personas que atendieron."""
        return self.preguntar(centros.centros, **PAIS)

    @cached_property
    def transferencias(self) -> Resultado:
        """Las transferencias psicosociales."""
        return self.preguntar(transferencias.municipios, **PAIS)

    @cached_property
    def otros(self) -> Resultado:
        """Hechos sueltos."""
        return self.preguntar(ficha.otros)

    def politica_de(self, municipio: str) -> Resultado | None:
        """La política distrital de población migrante, que solo tiene Bogotá."""
        if municipio != BOGOTA:
            return None
        primera = self.filas(self.preguntar(politica.politicas))[0]
        return self.preguntar(
            politica.corte,
            politica=primera["politica_codigo"],
            corte=primera["corte_fecha"],
        )

    def filas(self, resultado: Resultado) -> Filas:
        """Las filas de una respuesta del país, leídas una sola vez."""
        if resultado.pregunta not in self._filas:
            self._filas[resultado.pregunta] = resultado.filas
        return self._filas[resultado.pregunta]

    def de(self, resultado: Resultado, municipio: str) -> Filas:
        """Las filas de ese municipio."""
        return [f for f in self.filas(resultado) if f["municipio_codigo"] == municipio]

    def orden(self, municipio: str) -> int | None:
        """Su lugar publicado en el IPT; `None` si no está priorizado."""
        filas = self.de(self.priorizados, municipio)
        return int(filas[0]["orden"]) if filas else None

    def cluster(self, municipio: str) -> int | None:
        """Su clúster; `None` si no está en ninguno."""
        filas = self.de(self.clusteres, municipio)
        return int(filas[0]["cluster_numero"]) if filas else None

    def del_departamento(self, departamento: str) -> list[str]:
        """Los códigos de todos sus municipios."""
        return [c for c, m in self.municipios.items() if m["departamento_codigo"] == departamento]

    def miembros(self, cluster: int) -> list[str]:
        """Los códigos de los municipios de un clúster, por su orden en el IPT."""
        suyos = [
            f["municipio_codigo"]
            for f in self.filas(self.clusteres)
            if f["cluster_numero"] == cluster
        ]
        return sorted(suyos, key=self._por_orden)

    def con_algo(self, departamento: str) -> list[str]:
        """Los municipios de un departamento de los que alguna fuente dice algo, por su orden."""
        nombrados = {
            f["municipio_codigo"]
            for resultado in (
                self.priorizados,
                self.clusteres,
                self.talleres,
                self.centros,
                self.transferencias,
                self.otros,
            )
            for f in self.filas(resultado)
            if f["municipio_codigo"]
        }
        suyos = [c for c in nombrados if self.municipios[c]["departamento_codigo"] == departamento]
        return sorted(suyos, key=self._por_orden)

    def talleres_de(self, municipio: str) -> Filas:
        """Los talleres de un municipio, y el de la subregión que se muestra con su clúster."""
        cluster = self.cluster(municipio)
        return [
            f
            for f in self.filas(self.talleres)
            if f["municipio_codigo"] == municipio
            or (f["municipio_codigo"] is None and cluster and f["cluster_numero"] == cluster)
        ]

    def _por_orden(self, municipio: str) -> tuple[float, str]:
        orden = self.orden(municipio)
        lugar = float("inf") if orden is None else orden
        return lugar, self.municipios[municipio]["municipio_nombre"]


def de_base(base: Base) -> Pais:
    """El país de un archivo construido, sin más memoria que la propia."""
    return Pais(Preguntas(base), base.es_simulado)
