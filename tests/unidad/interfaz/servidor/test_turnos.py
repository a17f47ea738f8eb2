"""Los turnos: quién dibuja primero, y que nadie se quede con el de los demás."""

import asyncio

import pytest

from tablero.interfaz.servidor import turnos as modulo
from tablero.interfaz.servidor.aforo import Aforo
from tablero.interfaz.servidor.ritmo import Reserva
from tablero.interfaz.servidor.turnos import A_LA_VEZ, Cliente, SinTurno, Turnos


class Reloj:
    """Un reloj que solo avanza cuando se le dice."""

    def __init__(self) -> None:
        self.hora = 100.0

    def __call__(self) -> float:
        return self.hora


async def pedir(turnos: Turnos, *clientes: Cliente) -> list[asyncio.Task[None]]:
    tareas = [asyncio.ensure_future(turnos.tomar(cliente)) for cliente in clientes]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return tareas


def test_solo_unos_pocos_dibujan_y_al_terminar_pasa_quien_menos_ocupo() -> None:
    async def probar() -> None:
        reloj = Reloj()
        turnos = Turnos(reloj)
        primeros = [turnos.nuevo("sala") for _ in range(A_LA_VEZ)]
        tareas = await pedir(turnos, *primeros)
        assert [t.done() for t in tareas] == [True] * A_LA_VEZ
        gastador, nuevo = turnos.nuevo("sala"), turnos.nuevo("sala")
        gastador.gasto.sumar(3)
        esperan = await pedir(turnos, gastador, nuevo)
        reloj.hora += 0.3
        turnos.soltar(primeros[0])
        await asyncio.sleep(0)
        assert [t.done() for t in esperan] == [False, True]
        # De los 0,3 segundos le tocó la tercera parte: éramos tres.
        assert round(primeros[0].gasto.ver(), 6) == 0.1
        for tarea in esperan:
            tarea.cancel()

    asyncio.run(probar())


def test_los_que_insisten_comparten_un_turno_con_descansos() -> None:
    async def probar() -> None:
        reloj = Reloj()
        turnos = Turnos(reloj)
        pesados = [turnos.nuevo("a") for _ in range(3)]
        for pesado in pesados:
            pesado.insiste = True
        tareas = await pedir(turnos, *pesados)
        assert [t.done() for t in tareas] == [True, False, False]
        (del_que_mira,) = await pedir(turnos, turnos.nuevo("b"))
        assert del_que_mira.done()
        reloj.hora += 1
        turnos.soltar(pesados[0])
        await asyncio.sleep(0)
        assert not tareas[1].done()  # descansa tanto como ocupó, y alguien está dibujando
        reloj.hora += modulo.HARTA + 0.1
        turnos._despertar()
        await asyncio.sleep(0)
        assert [t.done() for t in tareas] == [True, True, False]
        tareas[2].cancel()

    asyncio.run(probar())


def test_el_de_otra_direccion_va_antes_que_los_de_la_que_mas_ocupa() -> None:
    async def probar() -> None:
        reloj = Reloj()
        turnos = Turnos(reloj)
        sala = [turnos.nuevo("sala") for _ in range(A_LA_VEZ)]
        await pedir(turnos, *sala)
        reloj.hora += 1
        otro_de_la_sala, solo = turnos.nuevo("sala"), turnos.nuevo("otra")
        turnos.soltar(sala[0])
        await pedir(turnos, turnos.nuevo("sala"))  # ocupa el que quedó
        primero, segundo = await pedir(turnos, otro_de_la_sala, solo)
        turnos.soltar(sala[1])
        await asyncio.sleep(0)
        assert (primero.done(), segundo.done()) == (False, True)
        primero.cancel()

    asyncio.run(probar())


def test_quien_se_va_mientras_espera_no_ocupa_lugar(monkeypatch: pytest.MonkeyPatch) -> None:
    async def probar() -> None:
        turnos = Turnos(Reloj())
        dibujan = [turnos.nuevo("a") for _ in range(A_LA_VEZ)]
        await pedir(turnos, *dibujan)
        se_va, queda = await pedir(turnos, turnos.nuevo("a"), turnos.nuevo("a"))
        se_va.cancel()
        await asyncio.sleep(0)
        turnos.soltar(dibujan[0])
        await asyncio.sleep(0)
        assert queda.done()
        monkeypatch.setattr(modulo, "EN_ESPERA", 0)
        with pytest.raises(SinTurno):
            await turnos.tomar(turnos.nuevo("a"))

    asyncio.run(probar())


def test_la_reserva_deja_rafagas_y_perdona_lo_viejo() -> None:
    reloj = Reloj()
    reserva = Reserva(4, 2, reloj)
    assert [reserva.gastar() for _ in range(6)] == [0, 0, 0, 0, 0.5, 1.0]
    reloj.hora += 3
    assert reserva.gastar() == 0
    assert [reserva.gastar() for _ in range(100)][-1] == 8  # cuatro reservas, a dos por segundo
    assert not reserva.esta_llena
    reloj.hora += 10
    assert reserva.esta_llena


def test_el_aforo_cuenta_en_total_y_por_direccion() -> None:
    aforo = Aforo(3, 2)
    assert [aforo.entrar("a"), aforo.entrar("a"), aforo.entrar("a")] == [True, True, False]
    assert [aforo.entrar("b"), aforo.entrar("c")] == [True, False]
    aforo.salir("a")
    assert aforo.entrar("c")
