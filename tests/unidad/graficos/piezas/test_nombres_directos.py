"""Los nombres van junto a lo que nombran: en la línea, en el trozo y, en un teléfono, enteros."""

from datetime import date

import pandas as pd
import pytest

from tablero import tema
from tablero.graficos import plan
from tablero.graficos.piezas import franjas
from tablero.graficos.piezas.base import LETRAS_DEL_PRIMERO, LETRAS_DEL_SEGUNDO, en_dos
from tablero.graficos.piezas.franjas import Franja


@pytest.mark.parametrize(
    ("nombre", "escrito"),
    [
        ("", ""),
        ("Publicado", "Publicado"),
        ("Necesita: meta final", "Necesita: meta final"),
        (
            "2.2.6 Población Migrante Internacional afiliada al Sistema",
            "2.2.6 Población Migrante\nInternacional afiliada al Sistema",
        ),
        (
            "1.1.17 Documento con los lineamientos para la incorporación del enfoque poblacional",
            "1.1.17 Documento con los\nlineamientos para la incorporación del…",
        ),
    ],
)
def test_un_nombre_cabe_en_los_dos_renglones_de_un_telefono(nombre: str, escrito: str) -> None:
    assert en_dos(nombre) == escrito
    primero, _, segundo = escrito.partition("\n")
    assert len(primero) <= LETRAS_DEL_PRIMERO
    assert len(segundo) <= LETRAS_DEL_SEGUNDO


def test_el_primer_trozo_de_cada_estado_dice_su_palabra() -> None:
    piezas = franjas.trozos(
        [Franja("uno", {"bajo": 2, "alto": 3}), Franja("dos", {"alto": 1, "medio": 4})],
        grosor=tema.BARRA_GRUESA,
        tamano=tema.LETRA_DE_CIFRA,
    )
    assert list(piezas["largo"]) == ["▼ Bajo 2", "● Alto 3", "◆ Medio 4", "● 1"]
    assert list(piezas["borde"]) == [
        tema.borde(tema.SEMAFORO[e].color) for e in ("bajo", "alto", "medio", "alto")
    ]


def test_las_dos_lineas_del_plan_llevan_su_nombre_en_su_ultimo_punto() -> None:
    filas = [(date(a, 12, 31), v, None) for a, v in ((2024, 10.0), (2025, 20.0), (2026, 30.0))]
    filas += [(date(2024, 12, 31), None, 8.0), (date(2025, 6, 30), None, 12.0)]
    datos = pd.DataFrame(filas, columns=["dia_fecha", "programado", "llevaba"])
    grafico = plan.producto(
        datos.astype({"programado": object, "llevaba": object}),
        corte=date(2025, 6, 30),
        version="v3-26",
        es_suma=True,
        es_porcentaje=False,
        se_comparan=True,
    )
    nombrados = grafico.datos.dropna(subset=["rotulo"])
    assert list(zip(nombrados["clase"], nombrados["y"], nombrados["rotulo"], strict=True)) == [
        ("programado", 30.0, "Según el plan"),
        ("hecho", 12.0, "Lo que lleva"),
    ]
