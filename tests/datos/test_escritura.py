"""Lo que escribe: de a una orden, entero o nada, sin perder nada, también tras una interrupción."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from contextvars import Context
from dataclasses import replace
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
from tipos import Editar

from tablero import registro
from tablero.errores import (
    ArchivoIlegible,
    ErrorTablero,
    FuentesCambiadas,
    LibroSinSellar,
    Ocupado,
    SinEspacio,
    TableroMasNuevo,
)
from tablero.ingesta.archivo_duckdb import escribir
from tablero.ingesta.espacio import decir_si_no_cabe
from tablero.ingesta.fuentes import sellar as modulo_sellar
from tablero.ingesta.fuentes.carpeta_entera import cambiar, guardar
from tablero.ingesta.fuentes.cerrojo import NOMBRE, en_exclusiva
from tablero.ingesta.fuentes.de_antes import del_tablero, exigir_las_mismas
from tablero.ingesta.fuentes.documentos import descubrir, sha256
from tablero.ingesta.fuentes.pendiente import terminar_lo_pendiente
from tablero.ingesta.fuentes.sellar import LISTO, PorSellar, preparar, sellar
from tablero.ingesta.reemplazo import identidad, limpiar_restos, reemplazar
from tablero.ingesta.seguimiento.guardados import Guardados


def todo(fuentes: Path) -> dict[str, str]:
    return {str(r.relative_to(fuentes)): sha256(r) for r in fuentes.rglob("*") if r.is_file()}


# ---- el cerrojo


def test_la_misma_orden_puede_pedirlo_otra_vez_y_al_final_se_suelta(tmp_path: Path) -> None:
    with en_exclusiva("importar", tmp_path) as primera:
        with en_exclusiva("construir", tmp_path, si_se_puede=tmp_path) as segunda:
            assert (primera, segunda) == (True, False)
        assert b"importar" in (tmp_path / NOMBRE).read_bytes()
    with en_exclusiva("sellar", tmp_path) as otra:
        assert otra


def test_a_la_segunda_orden_se_le_dice_cual_escribe(tmp_path: Path) -> None:
    def otra_orden() -> None:
        with en_exclusiva("sellar", tmp_path):
            pass

    quien = rf"\(construir, desde las \d\d:\d\d, proceso {os.getpid()}\); espere a que termine"
    with en_exclusiva("construir", tmp_path):
        with pytest.raises(Ocupado, match=quien):
            Context().run(otra_orden)
        (tmp_path / NOMBRE).write_bytes(b"")  # todavía no alcanzó a decirlo
        with pytest.raises(Ocupado, match=r"^Otra orden está escribiendo; espere"):
            Context().run(otra_orden)
    otra_orden()


def test_si_alguien_borra_el_archivo_el_que_vale_es_el_nuevo(tmp_path: Path) -> None:
    """Quien lo toma comprueba que sea el que está en la carpeta."""
    with en_exclusiva("construir", tmp_path):
        (tmp_path / NOMBRE).unlink()
        # Otro proceso empezaría de cero; este ya la tiene y no se estorba a sí mismo.
        with en_exclusiva("construir", tmp_path) as primera:
            assert not primera
    with en_exclusiva("construir", tmp_path):
        assert (tmp_path / NOMBRE).stat().st_size > 0


ABRE_OTRO = """
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from tablero.ingesta.seguimiento.repartir import morir_con_quien_lo_abrio

if __name__ == "__main__":
    procesos = ProcessPoolExecutor(1, get_context("spawn"), morir_con_quien_lo_abrio)
    print(procesos.submit(os.getpid).result(), flush=True)
    input()
"""


def test_al_matar_una_orden_mueren_los_procesos_que_abrio(tmp_path: Path) -> None:
    (tmp_path / "abre_otro.py").write_text(ABRE_OTRO, "utf-8")
    orden = [sys.executable, str(tmp_path / "abre_otro.py")]
    with subprocess.Popen(orden, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as padre:
        assert padre.stdout is not None
        padre.stdout.readline()
        padre.kill()
        # El hijo heredó la salida: llega a su fin cuando él también muere.
        assert padre.stdout.read() == b""


# ---- el tablero más nuevo


def test_no_se_reemplaza_un_tablero_que_no_es_el_de_antes(tmp_path: Path) -> None:
    """Ni uno con la misma fecha y el mismo tamaño: es otro archivo."""
    destino, nuevo, ajeno = (tmp_path / n for n in ("tablero.duckdb", "nuevo", "ajeno"))
    for archivo in (destino, nuevo, ajeno):
        archivo.write_bytes(archivo.name[:1].encode())
        os.utime(archivo, (0, 0))
    antes = identidad(destino)
    ajeno.replace(destino)
    with pytest.raises(TableroMasNuevo, match="Repita la orden"):
        reemplazar(nuevo, destino, antes)
    assert (destino.read_bytes(), nuevo.read_bytes()) == (b"a", b"n")
    reemplazar(nuevo, destino, identidad(destino))
    assert destino.read_bytes() == b"n"
    with pytest.raises(TableroMasNuevo):
        reemplazar(destino, tmp_path / "no_hay", identidad(destino))


def test_los_restos_se_borran_sin_mirar_la_hora(tmp_path: Path) -> None:
    destino = tmp_path / "tablero.duckdb"
    destino.write_bytes(b"bueno")
    restos = [tmp_path / n for n in ("tablero.duckdb.a.tmp", "tablero.duckdb.wal")]
    for resto, cuando in zip(restos, (0, 4e9), strict=True):
        resto.write_bytes(b"x")
        os.utime(resto, (cuando, cuando))
    (tmp_path / ".construccion-a" / "tabla").mkdir(parents=True)
    limpiar_restos(destino)
    assert list(tmp_path.iterdir()) == [destino]


# ---- el sello


@pytest.fixture
def por_sellar(fuentes: Path, editar: Editar) -> PorSellar:
    editar("cnim", "Transferencias", "Valor", 2, 777)
    (pendiente,) = preparar([d for d in descubrir(fuentes) if d.nombre == "cnim"])[0]
    return pendiente


def valor_sellado(fuentes: Path) -> str:
    hoja = fuentes / "cnim/2025-11-30/sello/transferencias_psicosociales.csv"
    return "777" if ",777," in hoja.read_text("utf-8") else "60431400"


def ultima_huella(fuentes: Path) -> str:
    (cnim,) = (d for d in descubrir(fuentes) if d.nombre == "cnim")
    return cnim.ficha.libro_sha256


def test_una_ficha_de_solo_lectura_no_pierde_la_revision(
    fuentes: Path, por_sellar: PorSellar, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Antes, las hojas quedaban escritas: el segundo sello decía «0 cambios»."""
    ficha = fuentes / "cnim/2025-11-30/fuente.yml"
    antes = todo(fuentes)
    with monkeypatch.context() as aqui:
        aqui.setattr(modulo_sellar.os, "access", lambda ruta, _modo: ruta != ficha)
        with pytest.raises(ArchivoIlegible, match="es de solo lectura; no se selló cnim/"):
            sellar(por_sellar)
    assert todo(fuentes) == antes
    (otra_vez,), _ = preparar([por_sellar.documento])
    assert otra_vez.renglones[0].endswith(": 1 cambio.")
    dicho = sellar(otra_vez)
    assert dicho.startswith("cnim/2025-11-30/cnim.xlsx: sellado por ")
    assert valor_sellado(fuentes) == "777"
    assert ultima_huella(fuentes) == otra_vez.huella
    assert registro.ultimos()["sellar"]["sha256"] == otra_vez.huella
    assert registro.ultimos()["sellar"]["desde"] == "cnim.xlsx"


def test_una_interrupcion_en_cualquier_paso_deja_uno_de_los_dos_sellos(
    fuentes: Path, por_sellar: PorSellar, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Se corta en cada cambio de nombre: la orden siguiente deja el de antes o el nuevo, entero."""
    carpeta = por_sellar.documento.carpeta
    guardada = shutil.copytree(carpeta, tmp_path / "guardada")
    antes = ultima_huella(fuentes)
    cambios = 2 + len(por_sellar.hojas)  # darlo por hecho, cada hoja y la ficha
    for paso in range(cambios + 1):
        shutil.rmtree(carpeta)
        shutil.copytree(guardada, carpeta)
        with monkeypatch.context() as aqui:
            _cortar_en(aqui, paso)
            con_corte = nullcontext() if paso == cambios else pytest.raises(KeyboardInterrupt)
            with con_corte:
                sellar(por_sellar)
        terminar_lo_pendiente(fuentes)
        esperado = (antes, "60431400") if paso == 0 else (por_sellar.huella, "777")
        assert (ultima_huella(fuentes), valor_sellado(fuentes)) == esperado
        assert not list(fuentes.glob("*/*/.sello*"))


def _cortar_en(aqui: pytest.MonkeyPatch, paso: int) -> None:
    """El cambio de nombre número `paso` no ocurre: interrumpe."""
    faltan = [paso]

    def cortado(de_verdad: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
        def mover(origen: Path, destino: Path) -> Path:
            if not faltan[0]:
                raise KeyboardInterrupt
            faltan[0] -= 1
            return de_verdad(origen, destino)

        return mover

    for nombre in ("rename", "replace"):
        aqui.setattr(Path, nombre, cortado(getattr(Path, nombre)))


def test_lo_que_se_sella_es_lo_que_se_mostro(fuentes: Path, por_sellar: PorSellar) -> None:
    with por_sellar.documento.libro.open("ab") as libro:
        libro.write(b" ")
    antes = todo(fuentes)
    with pytest.raises(LibroSinSellar, match="cambiaron después de mostrarse; no se selló"):
        sellar(por_sellar)
    assert todo(fuentes) == antes


def test_sin_espacio_no_se_sella_a_medias(
    fuentes: Path, por_sellar: PorSellar, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lleno(_numero: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    antes = todo(fuentes)
    monkeypatch.setattr(modulo_sellar.os, "fsync", lleno)
    with pytest.raises(SinEspacio, match="No queda espacio en el disco"):
        sellar(por_sellar)
    assert todo(fuentes) == antes
    assert not (por_sellar.documento.carpeta / LISTO).exists()


# ---- lo reemplazado y lo interrumpido


def carpeta_con(carpeta: Path, **archivos: str) -> Path:
    carpeta.mkdir(parents=True)
    for nombre, texto in archivos.items():
        (carpeta / nombre).write_text(texto, "utf-8")
    return carpeta


def test_lo_reemplazado_se_numera_y_lo_igual_no_se_repite(tmp_path: Path) -> None:
    fuentes = tmp_path / "fuentes"
    carpeta = carpeta_con(fuentes / "seguimiento" / "p" / "2025-06-30", libro="uno")
    apartada = tmp_path / ".reemplazado" / "p" / "2025-06-30"
    donde = []
    for texto in ("dos", "tres", "tres"):
        cambiar(carpeta, carpeta_con(tmp_path / "taller", libro=texto), apartada)
        donde.append(guardar(carpeta, apartada, fuentes))
    raiz = tmp_path / "reemplazados" / "seguimiento" / "p" / "2025-06-30"
    assert donde == [raiz / "1", raiz / "2", None]
    assert [(raiz / n / "libro").read_text("utf-8") for n in ("1", "2")] == ["uno", "dos"]
    assert not apartada.parents[1].exists()


@pytest.mark.parametrize(
    ("clase", "apartados"), [("seguimiento", ".reemplazado"), ("plan_accion", ".plan_reemplazado")]
)
def test_una_importacion_cortada_entre_los_dos_cambios_de_nombre_se_recupera(
    tmp_path: Path, clase: str, apartados: str
) -> None:
    fuentes = tmp_path / "fuentes"
    (fuentes / clase).mkdir(parents=True)
    carpeta_con(tmp_path / apartados / "p" / "v1", libro="el de antes")
    carpeta_con(tmp_path / ".importado-x" / "v1", libro="el nuevo")
    dichos: list[str] = []
    terminar_lo_pendiente(fuentes, dichos.append)
    assert (fuentes / clase / "p" / "v1" / "libro").read_text("utf-8") == "el de antes"
    assert dichos == [f"Una importación se interrumpió: {clase}/p/v1 queda como estaba."]
    assert [r.name for r in tmp_path.iterdir()] == ["fuentes"]


def test_una_importacion_cortada_despues_guarda_lo_que_habia(tmp_path: Path) -> None:
    fuentes = tmp_path / "fuentes"
    carpeta_con(fuentes / "seguimiento" / "p" / "v1", libro="el nuevo")
    carpeta_con(tmp_path / ".reemplazado" / "p" / "v1", libro="el de antes")
    terminar_lo_pendiente(fuentes)
    guardado = tmp_path / "reemplazados" / "seguimiento" / "p" / "v1" / "1" / "libro"
    assert guardado.read_text("utf-8") == "el de antes"
    assert (fuentes / "seguimiento" / "p" / "v1" / "libro").read_text("utf-8") == "el nuevo"


# ---- las fuentes de antes


def test_una_fuente_que_falta_o_cambia_se_dice_con_lo_que_la_acepta(base_construida: Path) -> None:
    antes = del_tablero(base_construida)
    assert antes is not None
    viejas = {f.fuente_codigo: f for f in antes}
    cnim, eat = viejas["cnim_2025-11-30"], viejas["eat_2024-06-30"]
    otra = replace(cnim, titulo="Otro título", entidad="Otra entidad")
    ahora = [otra if f == cnim else f for f in antes if f != eat]
    with pytest.raises(FuentesCambiadas) as error:
        exigir_las_mismas(antes, ahora, (), "tablero construir")
    dicho = str(error.value).splitlines()
    assert dicho[1:4] == [
        f"  cnim_2025-11-30 · título: «{cnim.titulo}» → «Otro título».",
        f"  cnim_2025-11-30 · entidad: «{cnim.entidad}» → «Otra entidad».",
        f"  eat_2024-06-30: ya no está («{eat.titulo}», de {eat.entidad}).",
    ]
    assert dicho[4].endswith(
        "tablero construir --aceptar-cambio cnim_2025-11-30 --aceptar-cambio eat_2024-06-30"
    )
    with pytest.raises(FuentesCambiadas, match=r"eat_2024-06-30$"):
        exigir_las_mismas(antes, ahora, ("cnim_2025-11-30",), "tablero construir")
    exigir_las_mismas(antes, ahora, ("cnim_2025-11-30", "eat_2024-06-30"), "tablero construir")
    exigir_las_mismas(antes, [*antes, replace(ahora[0], fuente_codigo="nueva")], (), "")


def test_un_tablero_ilegible_no_dice_que_fuentes_tenia(tmp_path: Path) -> None:
    (tmp_path / "danado").write_bytes(b"no es un tablero")
    with duckdb.connect(str(tmp_path / "otra_version")) as otra:
        otra.execute("CREATE TABLE fuentes (codigo VARCHAR)")
    assert [del_tablero(tmp_path / n) for n in ("danado", "otra_version")] == [None, None]


# ---- el disco lleno


@pytest.mark.parametrize("numero", [errno.ENOSPC, errno.EFBIG, errno.EDQUOT])
def test_el_disco_lleno_se_dice_en_espanol(tmp_path: Path, numero: int) -> None:
    dicho = f"disco de {tmp_path}: no se cambió nada"
    for falla in (OSError(numero, os.strerror(numero)), pa.ArrowException(os.strerror(numero))):
        with pytest.raises(SinEspacio, match=dicho), decir_si_no_cabe(tmp_path):
            raise falla
    with pytest.raises(PermissionError), decir_si_no_cabe(tmp_path):
        raise PermissionError(errno.EACCES, "no")


def test_lo_que_duckdb_no_puede_escribir_se_dice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def falla(dicho: str) -> Callable[..., None]:
        def fallar(*_de_todo: object, **_mas: object) -> None:
            raise duckdb.IOException(dicho)

        return fallar

    nada = Guardados(tmp_path)
    monkeypatch.setattr(duckdb, "connect", falla('Could not write "x": No space left on device'))
    with pytest.raises(SinEspacio), decir_si_no_cabe(tmp_path):
        escribir({}, tmp_path / "nuevo", nada)
    monkeypatch.setattr(duckdb, "connect", falla("IO Error: otra cosa\ny su traza"))
    with pytest.raises(ErrorTablero, match=r"DuckDB dice: IO Error: otra cosa$"):
        escribir({}, tmp_path / "nuevo", nada)


def test_si_otra_orden_quito_lo_que_llevaba_a_medias_se_dice(tmp_path: Path) -> None:
    with pytest.raises(Ocupado, match="Otra orden escribió mientras esta construía") as error:
        escribir({}, tmp_path / ".construccion-x" / "tablero.duckdb", Guardados(tmp_path))
    assert error.value.codigo_salida == 9
    assert "DuckDB" not in str(error.value)
