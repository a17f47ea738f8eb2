"""Las órdenes `tablero plan`: qué dicen y con qué código salen."""

import shutil
from pathlib import Path

import pytest
from fabrica_plan import con, escribir
from orden import Hecho, correr
from tipos import Correr

from tablero import rutas
from tablero.simulacion.plan.fallas import FALLAS


@pytest.fixture
def plan(tmp_path: Path) -> Correr:
    """Ejecuta `tablero plan` en una copia del proyecto."""
    raiz = tmp_path / "proyecto"
    (raiz / "data").mkdir(parents=True)
    shutil.copytree(rutas.FUENTES, raiz / "data" / "fuentes")

    def de_ese(*argumentos: str | Path) -> Hecho:
        return correr("plan", *argumentos, raiz=raiz)

    return de_ese


def test_importar_dos_versiones_y_compararlas(plan: Correr, tmp_path: Path) -> None:
    primera = plan("importar", escribir(tmp_path / "PA_migrantes_v1-23.xlsx"))
    assert (primera.returncode, primera.stderr) == (0, "")
    dicho, revisar, construido = primera.stdout.splitlines()
    assert dicho.startswith("Quedó el plan de «Política Pública ")
    assert dicho.endswith(
        "versión 1 de 2023: 3 productos vigentes, metas de 2023 a 2027. Rige desde el 1 de enero "
        "de 2023 (se supone: el archivo solo dice el año)."
    )
    assert revisar.startswith("Para revisar: 0 errores, 0 advertencias y 0 notas")
    assert construido.startswith("Tablero construido en ")

    cambiado = con({0: {"p.2026": 25, "p.final": 105, "p.entidad": "Entidad Z"}})
    segunda = plan(
        "importar", escribir(tmp_path / "PA_v2-25.xlsx", cambiado[:2]), "--desde", "2025-02-01"
    )
    assert "Rige desde el 1 de febrero de 2025." in segunda.stdout
    comparado = plan("comparar")
    assert comparado.returncode == 0
    titulo, *lineas = comparado.stdout.splitlines()
    assert titulo.endswith(": de v1-23 a v2-25, 6 cambios.")
    assert lineas == [
        "  2 · sale: Objetivo dos",
        "  2.1 · sale: Resultado dos",
        "  1.1.1 · meta final: 100 → 105",
        "  1.1.1 · entidad: Entidad A → Entidad Z",
        "  1.1.1 · meta de 2026: 20 → 25",
        "  2.1.1 · sale: Producto tres",
    ]
    al_reves = plan("comparar", "--antes", "v2-25", "--despues", "v1-23")
    assert "  1.1.1 · meta final: 105 → 100" in al_reves.stdout
    falta = plan("comparar", "--despues", "v3-26")
    assert (falta.returncode, falta.stderr) == (1, "No hay versión «v3-26»; hay: v1-23, v2-25.\n")
    sola = plan("comparar", "--despues", "v1-23")
    assert sola.returncode == 1
    assert "hacen falta dos versiones" in sola.stderr


def test_sin_planes_no_hay_que_comparar(plan: Correr) -> None:
    hecho = plan("comparar")
    assert (hecho.returncode, hecho.stderr) == (
        1,
        "Diga de qué política con --politica CODIGO; con planes hay: ninguna.\n",
    )


def test_reconocer_dice_que_se_entendio(plan: Correr, tmp_path: Path) -> None:
    ruta = escribir(tmp_path / "PA_v1-23.xlsx", con({0: {"p.2025": "por definir"}}), bajan=1)
    hecho = plan("reconocer", ruta)
    assert hecho.returncode == 0
    lineas = hecho.stdout.splitlines()
    assert lineas[0] == "Diseño «Plan de acción», hoja «Plan de acción»."
    assert "Encabezados en las filas 10 a 12 (no 9 a 11); datos desde la 13." in lineas
    assert "  Metas de 2023 a 2027: columnas P a T" in lineas
    assert "Columnas que no se leen: H «Meta ODS», AA «Meta PDD»." in lineas
    assert (
        "  2 objetivos, 2 resultados y 3 productos (3 vigentes, que pesan 100,00\u00a0%)." in lineas
    )
    assert "  1 producto con metas en porcentaje, por el formato de sus celdas." in lineas
    assert (
        "  Trayectoria: 50,00\u00a0% en 2027; sin 1 producto (50,00\u00a0% de la política), de los "
        "que no se puede saber." in lineas
    )
    assert lineas[-1].startswith(
        "  ERROR · 1.1.1 · hoja «Plan de acción» · celda AK13: «Meta 2025»"
    )


def test_un_plan_que_no_se_lee_no_cambia_nada(plan: Correr, tmp_path: Path) -> None:
    raiz = tmp_path / "proyecto" / "data"
    roto = escribir(tmp_path / "PA_v1-23.xlsx", [])
    hecho = plan("importar", roto)
    assert hecho.returncode == 1
    assert "no tiene ninguna fila con un producto" in hecho.stderr
    assert "Traceback" not in hecho.stderr
    assert not (raiz / "tablero.duckdb").exists()
    assert not (raiz / "fuentes" / "plan_accion").exists()
    for orden, codigo in ((("importar", tmp_path / "nada.xlsx"), 4), (("importar",), 2)):
        assert plan(*orden).returncode == codigo
    mal = plan("importar", roto, "--desde", "ayer")
    assert (mal.returncode, "no es una fecha AAAA-MM-DD" in mal.stderr) == (2, True)


def test_si_la_construccion_falla_todo_queda_como_estaba(plan: Correr, tmp_path: Path) -> None:
    fuentes = tmp_path / "proyecto" / "data" / "fuentes"
    libro = min((fuentes / "sdp").glob("*/sdp.xlsx"))
    libro.write_bytes(libro.read_bytes() + b" ")
    hecho = plan("importar", escribir(tmp_path / "PA_v1-23.xlsx"))
    assert hecho.returncode == 3
    assert not (fuentes / "plan_accion").exists()


def test_un_plan_inventado_no_entra_entre_los_verdaderos(plan: Correr, tmp_path: Path) -> None:
    ruta = tmp_path / "PA_sim_v2-25.xlsx"
    simulado = plan("simular", ruta, "--productos", "12")
    assert simulado.stdout.startswith("DATOS SIMULADOS: el plan v2-25, con 12 productos")
    codigo = "poblacion_migrante_internacional"
    hecho = plan("importar", ruta, "--politica", codigo)
    assert hecho.returncode == 1
    assert (
        "hay datos simulados (plan_accion/poblacion_migrante_internacional/v2-25)" in hecho.stderr
    )
    assert not (tmp_path / "proyecto" / "data" / "fuentes" / "plan_accion").exists()
    assert plan("reconocer", ruta).stdout.startswith("DATOS SIMULADOS.")
    mala = plan("simular", ruta, "--falla", "ninguna")
    assert mala.returncode == 1
    assert all(nombre in mala.stderr for nombre in FALLAS)
    assert plan("simular", ruta, "--version", "tercera").stderr.startswith(
        "«tercera» no es una ver"
    )
