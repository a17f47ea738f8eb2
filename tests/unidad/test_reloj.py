"""El día de Bogotá, esté donde esté el equipo."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tablero import reloj


@pytest.mark.parametrize(
    ("instante", "dia"),
    [
        (datetime(2026, 12, 1, 4, 59, 59, tzinfo=UTC), date(2026, 11, 30)),
        (datetime(2026, 12, 1, 5, 0, tzinfo=UTC), date(2026, 12, 1)),
        # En Madrid ya es julio y en Bogotá todavía es junio: la fuente no ha vencido.
        (datetime(2025, 7, 1, 6, 30, tzinfo=timezone(timedelta(hours=2))), date(2025, 6, 30)),
    ],
)
def test_el_dia_es_el_de_bogota(
    instante: datetime, dia: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reloj, "ahora", lambda: instante)
    assert reloj.hoy() == dia


def test_pasada_la_medianoche_es_otro_dia(monkeypatch: pytest.MonkeyPatch) -> None:
    horas = iter(datetime(2026, 12, 1, hora, tzinfo=UTC) for hora in (4, 5))
    monkeypatch.setattr(reloj, "ahora", lambda: next(horas))
    assert (reloj.hoy(), reloj.hoy()) == (date(2026, 11, 30), date(2026, 12, 1))
