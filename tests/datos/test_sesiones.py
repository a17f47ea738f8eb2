"""`tablero sesiones`, y las ediciones que una sesión congeló."""

import shutil
from datetime import date
from functools import partial
from pathlib import Path

import openpyxl
import pytest
from fabrica_sello import sellar_todo
from fabrica_sesiones import cambiar_celdas
from orden import correr
from tipos import Correr, Editar

from tablero import rutas
from tablero.ingesta.construir import construir
from tablero.ingesta.fuentes.documentos import descubrir
from tablero.registro import lugares as donde
from tablero.registro.lugares import Lugares
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import actas


@pytest.fixture
def raiz(tmp_path: Path) -> Path:
    raiz = tmp_path / "proyecto"
    (raiz / "data").mkdir(parents=True)
    (raiz / "shapefiles").symlink_to(rutas.CARTOGRAFIA)
    (raiz / "data" / "fuentes").symlink_to(rutas.FUENTES)
    return raiz


@pytest.fixture
def tablero(raiz: Path) -> Correr:
    return partial(correr, raiz=raiz)


def test_se_propone_y_se_lista(tablero: Correr, raiz: Path) -> None:
    assert tablero("construir").returncode == 0
    ninguna = tablero("sesiones").stdout
    assert ninguna == (
        "Todavía no hay ninguna. La primera se propone con: tablero sesiones proponer FECHA\n"
    )
    hecho = tablero("sesiones", "proponer", "15/12/2026", "--lugar", "Sala Barulé")
    assert (hecho.returncode, hecho.stderr) == (0, "")
    renglon = (
        "Sesión del 15 de diciembre de 2026 · Sala Barulé · edición 1 · 8 puntos · 5 pantallas · "
        "0 entidades presentes · código "
    )
    assert hecho.stdout.startswith(f"Listo: {renglon}")
    assert "3 fuentes vencidas: SDP, EAT y CNIM · SDP, hace 23 meses" in hecho.stdout
    (sesion,) = actas(raiz / "data" / "registro").sesiones
    assert (sesion.fecha, sesion.edicion) == (date(2026, 12, 15), 1)
    assert tablero("sesiones").stdout == (
        f"{renglon}{sesion.codigo}\n0 compromisos abiertos; 0 vencidos.\n"
    )
    assert "La cadena está entera" in tablero("registro", "verificar").stdout


def test_una_fecha_que_no_es_no_escribe_nada(tablero: Correr, raiz: Path) -> None:
    hecho = tablero("sesiones", "proponer", "mañana")
    assert hecho.returncode == 1
    assert hecho.stderr == ("«mañana» no es una fecha: escríbala como 15/12/2026 o 2026-12-15.\n")
    assert not (raiz / "data" / "registro").exists()


def test_sin_tablero_no_queda_media_sesion(tablero: Correr, raiz: Path) -> None:
    hecho = tablero("sesiones", "proponer", "2026-12-15")
    assert hecho.returncode == 5
    assert actas(raiz / "data" / "registro").sesiones == ()


def test_una_sesion_se_lleva_en_un_libro_y_vuelve(tablero: Correr, raiz: Path) -> None:
    assert tablero("construir").returncode == 0
    tablero("sesiones", "proponer", "15/12/2026", "--lugar", "Sala Barulé")
    registro = raiz / "data" / "registro"
    (sesion,) = actas(registro).sesiones
    libro = raiz / "sesion.xlsx"
    hecho = tablero("sesiones", "exportar", sesion.codigo[:5], str(libro))
    assert hecho.stdout == (
        f"La sesión del 15 de diciembre de 2026, código {sesion.codigo} → {libro}\n"
    )
    otra_vez = tablero("sesiones", "exportar", sesion.codigo, str(libro))
    assert (otra_vez.returncode, otra_vez.stderr) == (
        1,
        f"{libro} ya existe: escoja otro nombre, o muévalo.\n",
    )
    cambiar_celdas(libro, {("Agenda", "C2"): 12, ("Sesión", "B2"): None})
    que = (
        "Sin errores.\nCambia la sesión: lugar, de «Sala Barulé» a «nada»\n"
        "Cambia el punto «Verificación del Quórum»: minutos, de «nada» a «12»\n"
    )
    de_esa = ("sesiones", "importar", str(libro), "--sesion", sesion.codigo)
    assert tablero(*de_esa, "--mirar").stdout == f"{que}No se escribió nada.\n"
    assert actas(registro).sesiones == (sesion,)
    traida = f"Listo: sesión del 15 de diciembre de 2026, código {sesion.codigo}\n"
    assert tablero(*de_esa).stdout == que + traida
    (cambiada,) = actas(registro).sesiones
    assert (cambiada.lugar, cambiada.puntos[0].minutos) == ("", 12)
    assert (
        tablero(*de_esa).stdout == f"Sin errores.\nLa sesión ya está como dice el libro.\n{traida}"
    )
    nueva = tablero("sesiones", "importar", str(libro))
    assert "Una sesión nueva, del 15 de diciembre de 2026 · lugar sin definir" in nueva.stdout
    assert [s.edicion for s in actas(registro).sesiones] == [1, 1]
    assert "La cadena está entera" in tablero("registro", "verificar").stdout


def test_un_libro_con_errores_no_escribe_nada(tablero: Correr, raiz: Path) -> None:
    assert tablero("construir").returncode == 0
    libro = raiz / "en blanco.xlsx"
    hecho = tablero("sesiones", "plantilla", str(libro))
    assert hecho.stdout == (
        f"El libro en blanco → {libro}\n"
        f'Ya lleno, se trae con: tablero sesiones importar "{libro}"\n'
    )
    rechazado = tablero("sesiones", "importar", str(libro))
    assert (rechazado.returncode, rechazado.stdout, rechazado.stderr) == (
        1,
        "",
        "en blanco.xlsx · hoja «Sesión» · celda A2 · columna «Fecha»: está vacía: aquí va el día "
        "de la sesión.\n\n1 error. No se cambió nada.\n",
    )
    assert actas(raiz / "data" / "registro").sesiones == ()
    for orden, dice in (
        (("importar", str(libro), "--quitar"), "De una sesión nueva no hay qué quitar"),
        (("importar", str(libro), "--sesion", "0badc0de"), "Todavía no hay ninguna sesión."),
        (("plantilla", str(raiz / "a.csv")), "a.csv: el libro se escribe como .xlsx."),
    ):
        mal = tablero("sesiones", *orden)
        assert mal.returncode == 1
        assert mal.stderr.startswith(dice)


def test_la_que_se_cancela_lo_dice_y_no_hereda_nada(tablero: Correr, raiz: Path) -> None:
    assert tablero("construir").returncode == 0
    registro = raiz / "data" / "registro"
    escritor = Escritor(registro, "prueba")
    codigo = escritor.crear(date(2026, 12, 15), "", hoy=date(2026, 11, 30), edicion=1, regla=12)
    escritor.compromiso(actas(registro).sesiones[0], "Algo", "Salud", date(2026, 12, 20))
    hecho = tablero("sesiones", "cancelar", codigo, "--motivo", "Se cruza con otra")
    renglon = (
        "Sesión del 15 de diciembre de 2026 · lugar sin definir · edición 1 · 0 puntos · "
        f"0 pantallas · 0 entidades presentes · código {codigo} · cancelada: Se cruza con otra\n"
    )
    assert hecho.stdout == (
        f"{renglon}Lo suyo sigue en el registro, y sus compromisos siguen contando.\n"
    )
    assert tablero("sesiones").stdout == f"{renglon}1 compromiso abierto; 0 vencidos.\n"
    otra_vez = tablero("sesiones", "cancelar", codigo, "--motivo", "x")
    assert (otra_vez.returncode, otra_vez.stderr) == (
        1,
        "Esa sesión ya está cancelada: Se cruza con otra\n",
    )
    assert tablero("sesiones", "proponer", "2027-01-20").returncode == 0
    (nueva,) = actas(registro).vigentes()
    assert nueva.minimo is None
    assert nueva.pantallas[0].direccion == "sesion?ver=compromisos"


def test_la_propuesta_dice_que_cambio_desde_la_ultima(
    tablero: Correr, raiz: Path, tmp_path: Path
) -> None:
    fuentes = raiz / "data" / "fuentes"
    fuentes.unlink()
    shutil.copytree(rutas.FUENTES, fuentes)
    assert tablero("construir").returncode == 0
    registro = raiz / "data" / "registro"
    Escritor(registro, "prueba").crear(date(2026, 11, 3), "", hoy=date(2026, 11, 30), edicion=1)
    cnim = min((fuentes / "cnim").glob("*/cnim.xlsx"))
    libro = openpyxl.load_workbook(cnim)
    hoja = libro["Transferencias"]
    titulos = [celda.value for celda in hoja[1]]
    for titulo, valor in (("Valor", 5), ("Cita", "Antioquia, Necoclí $5")):
        hoja.cell(2, titulos.index(titulo) + 1).value = valor
    libro.save(cnim)
    sellar_todo(descubrir(fuentes))
    assert tablero("construir").returncode == 0
    hecho = tablero("sesiones", "proponer", "2026-12-15")
    nueva = actas(registro).sesiones[0]
    assert nueva.edicion == 2
    primera = nueva.pantallas[0]
    assert primera.direccion == "ediciones?ver=cambios&antes=1&despues=2"
    # El valor, y las dos sumas y las dos diferencias que salen de él; la cita y dos explicaciones.
    assert primera.titulo == "Desde la sesión del 3 de noviembre de 2026 cambiaron 5 cifras"
    assert primera.para_quien_habla == (
        "De la edición 1 a la 2: cambiaron 5 cifras; cambiaron 3 datos que no son cifras."
    )
    assert primera.titulo in hecho.stdout


def test_la_edicion_que_una_sesion_muestra_conserva_su_archivo(
    fuentes: Path, tmp_path: Path, editar: Editar, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tablero.ingesta.ediciones import publicar  # noqa: PLC0415 - se le cambia un valor

    base = tmp_path / "datos" / "tablero.duckdb"
    lugares = Lugares.de(base)
    monkeypatch.setattr(publicar, "GUARDADAS", 1)
    assert donde.GUARDADAS == 12
    construir(fuentes, base)
    Escritor(lugares.registro, "prueba").crear(
        date(2026, 12, 15), "", hoy=date(2026, 11, 30), edicion=1
    )
    for valor in (5, 6):
        editar("cnim", "Transferencias", "Valor", 2, valor)
        editar("cnim", "Transferencias", "Cita", 2, f"Antioquia, Necoclí ${valor}")
        sellar_todo(descubrir(fuentes))
        construir(fuentes, base)
    guardadas = sorted(archivo.name for archivo in lugares.ediciones.glob("*.duckdb"))
    assert guardadas == ["1.duckdb", "3.duckdb"]
