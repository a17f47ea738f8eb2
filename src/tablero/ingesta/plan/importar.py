"""Trae un plan de acción a `data/fuentes`: lo revisa, lo copia y lo sella.

Si algo está mal no cambia nada; y lo que ya se copió se puede deshacer, por si la construcción que
sigue falla.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tablero.calculo.plan.versiones import Version, leer_version
from tablero.calculo.seguimiento.indicador import Indicador
from tablero.errores import ArchivoIlegible, ErroresDeDatos, ErrorTablero
from tablero.ingesta.fuentes.documentos import PLAN_ACCION, descubrir, leer_ficha, sha256
from tablero.ingesta.fuentes.simulados import son_simulados
from tablero.ingesta.plan.carpetas import (
    DocumentoPlan,
    FichaPlan,
    apartada_de,
    descubrir_planes,
    libros_de,
)
from tablero.ingesta.plan.entrar import FICHA, Entrada, entrar
from tablero.ingesta.plan.leer import PlanLeido, leer_plan
from tablero.ingesta.seguimiento.carpetas import CODIGO, descubrir_seguimiento
from tablero.ingesta.seguimiento.de_que_politica import politicas_conocidas
from tablero.ingesta.seguimiento.importar import ENTIDAD
from tablero.ingesta.seguimiento.perdida import comparar, exigir_aceptada
from tablero.modelo.fuentes import ENTIDAD_SIMULADA, TITULO_SIMULADO
from tablero.texto import plano

GENERICAS = frozenset(
    "politica publica distrital bogota dc d c de del la el los las y para en".split()  # noqa: SIM905
)
"""Palabras que no distinguen una política de otra."""


@dataclass(frozen=True)
class PedidoDePlan:
    """Lo que dice quien importa; lo que no diga se busca en el libro, su nombre y las fuentes."""

    politica_codigo: str | None = None
    politica_nombre: str | None = None
    version: str | None = None
    desde: date | None = None
    reemplazar: bool = False
    aceptar_perdida: str | None = None
    """El nombre de lo que se pierde, como lo da la negativa: «12-productos»."""


@dataclass(frozen=True)
class ImportacionDePlan:
    """Un plan ya copiado entre las fuentes."""

    documento: DocumentoPlan
    leido: PlanLeido
    entrada: Entrada | None
    """`None` si el mismo libro ya estaba."""
    suelto: Path | None = None
    """Donde estaba, si estaba suelto entre las fuentes: ya no está ahí."""

    @property
    def huella(self) -> str:
        """La del plan que entró."""
        return self.documento.ficha.libro_sha256

    def confirmar(self) -> Path | None:
        """Guarda el plan reemplazado; dónde quedó, si había otro."""
        return None if self.entrada is None else self.entrada.confirmar()

    def deshacer(self) -> None:
        """Deja las fuentes como estaban."""
        if self.suelto is not None and not self.suelto.exists():
            self.suelto.write_bytes(self.documento.libro.read_bytes())
        if self.entrada is not None:
            self.entrada.deshacer()


def importar_plan(archivo: Path, fuentes: Path, pedido: PedidoDePlan) -> ImportacionDePlan:
    """Copia el plan a su carpeta, con su `fuente.yml` sellado; si estaba suelto, lo mueve.

    `ErroresDeDatos` o `ArchivoIlegible` si no se puede leer; `ErrorTablero` si falta decir la
    versión o la política, si ya hay otro plan de esa versión y no se pidió reemplazarlo, o si
    con él se perdería mucho de lo que ese trae.
    """
    leido = leer_plan(archivo)
    version = version_de(archivo.name, pedido.version)
    suelto = _suelto(archivo, fuentes)
    codigo, nombre = _politica(planes_conocidos(fuentes, suelto), pedido, leido, archivo.name)
    carpeta = fuentes / PLAN_ACCION / codigo / version.codigo
    documento = DocumentoPlan(
        codigo,
        carpeta,
        carpeta / f"PA_{codigo}_{version.codigo}.xlsx",
        _ficha(archivo, leido, pedido, version, nombre),
    )
    presentes = [r for r in libros_de(carpeta) if r != suelto] if carpeta.is_dir() else []
    ya_esta = _ya_esta(documento, presentes)
    if presentes and not ya_esta:
        _exigir_reemplazo(documento, leido, presentes, pedido)
    entrada = None
    if not ya_esta:
        entrada = entrar(archivo, documento.libro, documento.ficha, apartada_de(carpeta))
    importacion = ImportacionDePlan(documento, leido, entrada, suelto)
    try:
        if suelto is not None and suelto.exists():
            suelto.unlink()
        # Un plan inventado no entra entre los verdaderos, ni al revés.
        son_simulados(
            [*descubrir(fuentes), *descubrir_seguimiento(fuentes), *descubrir_planes(fuentes)]
        )
    except BaseException:
        importacion.deshacer()
        raise
    return importacion


def version_de(nombre: str, pedida: str | None) -> Version:
    """La versión pedida o, sin ella, la del nombre del archivo; `ErrorTablero` si no está clara."""
    version = leer_version(pedida or nombre)
    if version is None:
        raise ErrorTablero(
            f"«{pedida or nombre}» no dice qué versión es; dígala con --version, por ejemplo v3-26 "
            "(la tercera, de 2026)."
        )
    return version


def planes_conocidos(fuentes: Path, suelto: Path | None = None) -> dict[str, str]:
    """Código → nombre de las políticas que ya tienen informe, libro o plan."""
    conocidas = politicas_conocidas(fuentes, suelto)
    for documento in descubrir_planes(fuentes, suelto):
        conocidas.setdefault(documento.politica_codigo, documento.ficha.politica_nombre)
    return conocidas


def _politica(
    conocidas: Mapping[str, str], pedido: PedidoDePlan, leido: PlanLeido, archivo: str
) -> tuple[str, str]:
    """Código y nombre: los pedidos, o los de la única política, si el libro no nombra otra."""
    codigo = pedido.politica_codigo
    if codigo is None:
        codigo = _la_unica(conocidas, leido, archivo)
    if not CODIGO.fullmatch(codigo):
        raise ErrorTablero(
            f"«{codigo}» no sirve como código de política: use minúsculas, números y «_», por "
            "ejemplo mujeres_y_equidad."
        )
    nombre = (pedido.politica_nombre or "").strip() or conocidas.get(codigo)
    if nombre is None:
        raise ErrorTablero(
            f"«{codigo}» es una política nueva: diga su nombre con --nombre «Política Pública …»."
        )
    return codigo, nombre


def _la_unica(conocidas: Mapping[str, str], leido: PlanLeido, archivo: str) -> str:
    if len(conocidas) != 1:
        raise ErrorTablero(
            f"Diga de qué política es con --politica CODIGO; hay {len(conocidas)}: "
            f"{', '.join(conocidas) or 'ninguna'}."
        )
    codigo, nombre = next(iter(conocidas.items()))
    if leido.politica and not _se_parecen(leido.politica, nombre):
        raise ErrorTablero(
            f"{archivo}: el libro dice «{leido.politica}» y la única política cargada es "
            f"«{nombre}». Si es la misma, dígalo con --politica {codigo}."
        )
    return codigo


def _se_parecen(uno: str, otro: str) -> bool:
    """Si comparten alguna palabra que distinga a una política."""
    propias = [set(plano(texto).split()) - GENERICAS for texto in (uno, otro)]
    return bool(propias[0] & propias[1])


def _ya_esta(documento: DocumentoPlan, presentes: list[Path]) -> bool:
    """Si en su carpeta está el mismo libro, sellado, con la misma ficha."""
    ficha = documento.carpeta / FICHA
    if not ficha.exists() or len(presentes) != 1:
        return False
    try:
        guardada = leer_ficha(ficha, FichaPlan)
    except ValueError:
        return False
    como_se_llamaba = {"archivo": documento.ficha.archivo}
    return (
        guardada.model_copy(update=como_se_llamaba) == documento.ficha
        and sha256(presentes[0]) == guardada.libro_sha256
    )


def _exigir_reemplazo(
    documento: DocumentoPlan, leido: PlanLeido, presentes: list[Path], pedido: PedidoDePlan
) -> None:
    """`ErrorTablero` si se perdería mucho y no se nombró, o si reemplazar no se pidió."""
    nombre, version = documento.ficha.politica_nombre, documento.version.texto
    exigir_aceptada(
        comparar([*_leer_los_que_hay(presentes)], [p.indicador for p in leido.plan.indicadores]),
        pedido.aceptar_perdida,
        archivo=documento.ficha.archivo,
        que_hay=f"el plan que ya hay de «{nombre}», {version}",
        de_cual="el plan de esa política y esa versión",
    )
    if not pedido.reemplazar:
        raise ErrorTablero(
            f"Ya hay otro plan de «{nombre}», {version}. Si este lo corrige, agregue --reemplazar; "
            "no se cambió nada."
        )


def _leer_los_que_hay(presentes: Sequence[Path]) -> Iterator[Indicador]:
    """Lo que traen; de uno dañado no hay nada que perder."""
    for libro in presentes:
        try:
            plan = leer_plan(libro).plan
        except (ErroresDeDatos, ArchivoIlegible):
            continue
        yield from (programado.indicador for programado in plan.indicadores)


def _suelto(archivo: Path, fuentes: Path) -> Path | None:
    """Su ruta, si está entre las fuentes sin haberse importado: en la raíz o sin su ficha.

    Un enlace no cuenta: el libro está en otra parte.
    """
    raiz, carpeta = fuentes.resolve(), archivo.parent.resolve()
    if archivo.is_symlink() or not carpeta.is_relative_to(raiz) or (carpeta / FICHA).exists():
        return None
    lugar = carpeta.relative_to(raiz)
    return fuentes / lugar / archivo.name if lugar.parts[:1] in ((), (PLAN_ACCION,)) else None


def _ficha(
    archivo: Path, leido: PlanLeido, pedido: PedidoDePlan, version: Version, nombre: str
) -> FichaPlan:
    marca = TITULO_SIMULADO if leido.es_simulado else ""
    return FichaPlan(
        titulo=f"{marca}Plan de acción de {nombre}, {version.texto}",
        entidad=ENTIDAD_SIMULADA if leido.es_simulado else ENTIDAD,
        corte_fecha=pedido.desde or date(version.anio, 1, 1),
        corte_texto=version.texto,
        archivo=archivo.name,
        licencia="no declarada",
        libro_sha256=sha256(archivo),
        es_simulado=leido.es_simulado,
        politica_nombre=nombre,
        version_codigo=version.codigo,
        es_desde_supuesta=pedido.desde is None,
    )
