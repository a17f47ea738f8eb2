"""Una edición se hace otra vez solo si alguien prestó con qué, y una sola vez por archivo."""

from pathlib import Path

import pytest

from tablero import rutas
from tablero.errores import ErrorTablero
from tablero.interfaz.marco.rehacer import PEDIRLA, Rehacer
from tablero.registro.ediciones import Edicion
from tablero.registro.lugares import Lugares

EDICION = Edicion(3, "", (), (), ("IPT 1",), "0.1.0", "c" * 64, "a" * 64)


def test_sin_con_que_dice_a_quien_pedirla() -> None:
    nadie = Rehacer()
    assert not nadie.se_puede
    with pytest.raises(ErrorTablero, match=PEDIRLA):
        nadie.edicion(EDICION)


def test_se_pregunta_otra_vez_solo_si_el_archivo_es_otro(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rutas, "BASE", tmp_path / "tablero.duckdb")
    archivo = Lugares.de(rutas.BASE).archivo(3)
    hechas: list[int] = []

    def hacer(edicion: Edicion) -> str:
        archivo.parent.mkdir(exist_ok=True)
        archivo.write_bytes(b"x" * (len(hechas) + 1))
        hechas.append(edicion.numero)
        return f"vez {len(hechas)}"

    quien = Rehacer()
    quien.como = hacer
    assert [quien.edicion(EDICION), quien.edicion(EDICION)] == ["vez 1", "vez 1"]
    archivo.unlink()
    assert quien.edicion(EDICION) == "vez 2"
    assert hechas == [3, 3]
