"""Lo que se proyecta: cada cifra es la de su consulta, y lleva su fuente."""

from pathlib import Path

import pytest

from tablero import formato
from tablero.consultas import (
    brechas,
    centros,
    cnim,
    comite,
    eat,
    fuentes,
    inicio,
    politica,
    por_que,
    transferencias,
)
from tablero.consultas.base import Base, Preguntas
from tablero.exportar.escribir.html.documento import documento
from tablero.respuestas.cosas.catalogo import CATALOGO, todas
from tablero.respuestas.cosas.cosa import Cosa
from tablero.respuestas.cosas.politica import vista
from tablero.respuestas.vista import DeUnCorte

PAIS: dict[str, None] = {"departamento": None, "municipio": None}
CINCO_MEGAS = 5_000_000


@pytest.fixture(scope="module")
def preguntar(base: Base) -> Preguntas:
    return Preguntas(base)


@pytest.fixture(scope="module")
def cosas(preguntar: Preguntas) -> dict[str, Cosa]:
    return {cosa.codigo: cosa for cosa in todas(preguntar)}


@pytest.fixture(scope="module")
def mirada(preguntar: Preguntas) -> DeUnCorte:
    elegida = vista(preguntar)
    assert elegida is not None
    return elegida


def _cifras(cosa: Cosa) -> list[str]:
    return [cifra.texto for cifra in cosa.cifras]


def test_el_tablero_de_verdad_sustenta_todas(cosas: dict[str, Cosa]) -> None:
    assert list(cosas) == list(CATALOGO)
    assert len(cosas) == 12


def test_cada_una_dice_su_mensaje_y_su_fuente_con_su_corte(cosas: dict[str, Cosa]) -> None:
    for cosa in cosas.values():
        assert len(cosa.titulo) > 20
        assert cosa.fuente.startswith(("Fuente: ", "Fuentes: "))
        assert "corte " in cosa.fuente
        assert cosa.cortes
        assert cosa.grafico is not None or cosa.tabla is not None


def test_avance_lo_publicado_y_lo_calculado_juntos(
    cosas: dict[str, Cosa], preguntar: Preguntas, mirada: DeUnCorte
) -> None:
    fila = preguntar(politica.corte, **mirada).fila
    cosa = cosas["avance"]
    assert [(c.texto, c.rotulo, c.nota) for c in cosa.cifras] == [
        (
            formato.porcentaje(fila["avance_pct"]),
            "avance publicado",
            f"Calculado: {formato.porcentaje(fila['avance_calculado_pct'])}",
        ),
        (
            formato.porcentaje(fila["trayectoria_pct"]),
            "trayectoria publicada",
            f"Calculada: {formato.porcentaje(fila['trayectoria_calculada_pct'])}",
        ),
        (
            formato.puntos(fila["brecha_pp"]),
            "brecha publicada",
            f"Calculada: {formato.puntos(fila['brecha_calculada_pp'])}",
        ),
    ]
    assert cosa.notas[0].startswith("Lo publicado y lo calculado no se escriben igual: El Anexo 1")


def test_por_que_la_brecha_es_la_suma_de_los_objetivos(
    cosas: dict[str, Cosa], preguntar: Preguntas, mirada: DeUnCorte
) -> None:
    grupos = preguntar(por_que.grupos, **mirada, por="objetivo").filas
    suma = sum(f["brecha_aporte_pp"] for f in grupos)
    assert _cifras(cosas["por_que"]) == [formato.numero(suma, 2, signo=True)] == ["−0,14"]
    dibujado = cosas["por_que"].grafico
    assert dibujado is not None
    assert len(dibujado.datos) == len(grupos) + 1


def test_objetivos_el_peor_con_lo_que_publica_y_por_que_difiere(
    cosas: dict[str, Cosa], preguntar: Preguntas, mirada: DeUnCorte
) -> None:
    filas = preguntar(politica.objetivos, **mirada).filas
    peor = min((f for f in filas if f["objetivo_numero"]), key=lambda f: f["brecha_calculada_pp"])
    cosa = cosas["objetivos"]
    assert _cifras(cosa) == [formato.numero(peor["brecha_calculada_pp"], 2, signo=True)]
    assert cosa.cifras[0].nota == f"Publicada: {formato.puntos(peor['brecha_publicada_pp'])}"
    assert cosa.notas[0].endswith("El signo es el contrario.")


def test_semaforo_cuenta_los_productos(
    cosas: dict[str, Cosa], preguntar: Preguntas, mirada: DeUnCorte
) -> None:
    conteo = {f["semaforo"]: f["productos"] for f in preguntar(politica.semaforo, **mirada).filas}
    assert _cifras(cosas["semaforo"]) == [formato.numero(conteo[e]) for e in ("alto", "bajo")]
    publicado = preguntar(politica.semaforo_contrastado, **mirada).filas[0]
    dicho = formato.porcentaje(publicado["publicado_productos_pct"], 0)
    assert f"El informe publica {dicho} en bajo" in cosas["semaforo"].notas[0]


def test_atrasados_del_que_mas_resta_al_que_menos(
    cosas: dict[str, Cosa], preguntar: Preguntas, mirada: DeUnCorte
) -> None:
    filas = preguntar(por_que.productos, **mirada).filas
    restan = sorted(
        (f for f in filas if (f["brecha_aporte_pp"] or 0) < 0), key=lambda f: f["brecha_aporte_pp"]
    )
    hecha = cosas["atrasados"].tabla
    assert hecha is not None
    assert hecha.total == len(restan) == 9
    assert [f[0] for f in hecha.filas] == [f["producto_codigo"] for f in restan]
    assert [f[4] for f in hecha.filas] == [
        formato.numero(f["brecha_aporte_pp"], 2, signo=True) for f in restan
    ]


def test_comite_lo_que_se_reporto(cosas: dict[str, Cosa], preguntar: Preguntas) -> None:
    plan = {f["cifra_codigo"]: f for f in preguntar(comite.plan).filas}
    fila = plan["comite_uta_reporte_pct"]
    cifra = cosas["comite"].cifras[0]
    assert cifra.texto == formato.porcentaje(fila["valor"], 0)
    assert formato.porcentaje(fila["valor_calculado"]) in cifra.nota
    assert cosas["comite"].notas[0].endswith("32 de 48 son 66,67\u00a0%.")


def test_plan_cnim_primero_la_accion_sin_avance(
    cosas: dict[str, Cosa], preguntar: Preguntas
) -> None:
    avance, cuenta = preguntar(inicio.plan_cnim).fila, preguntar(cnim.resumen).fila
    assert _cifras(cosas["plan_cnim"]) == [
        formato.porcentaje(avance["avance_pct"], 1),
        formato.numero(cuenta["acciones"]),
        formato.numero(cuenta["tareas"]),
    ]
    hecha = cosas["plan_cnim"].tabla
    assert hecha is not None
    callan = [f for f in preguntar(cnim.acciones).filas if f["es_sin_avance"]]
    assert hecha.filas[0][1] == callan[0]["accion"]
    assert (len(hecha.filas), hecha.total) == (10, cuenta["acciones"])


def test_centros_personas_atendidas(cosas: dict[str, Cosa], preguntar: Preguntas) -> None:
    red = preguntar(centros.red, **PAIS).fila
    assert _cifras(cosas["centros"]) == [
        formato.numero(preguntar(centros.publicado).fila["personas"]),
        formato.numero(red["centros_con_reporte"]),
    ]
    dibujo = cosas["centros"].grafico
    assert dibujo is not None
    primeros = preguntar(centros.centros, **PAIS).datos["centro_nombre"].head(8)
    assert list(dibujo.datos["nombre"]) == list(primeros)
    assert cosas["centros"].notas[0] == "Van 8 de 19: quedan fuera 11."


def test_transferencias_girado_desistido_y_asignado(
    cosas: dict[str, Cosa], preguntar: Preguntas
) -> None:
    suma = preguntar(transferencias.suma, **PAIS).fila
    asignado = preguntar(transferencias.publicado).fila["asignado_cop"]
    dichas = [formato.millones(suma[c]) for c in ("girado_cop", "desistido_cop")]
    assert [f"{t}\u00a0millones" for t in _cifras(cosas["transferencias"])] == [
        *dichas,
        formato.millones(asignado, 0),
    ]
    cifra = cosas["transferencias"].cifras[2]
    assert cifra.nota.endswith(formato.millones(suma["asignado_cop"]))
    assert "mayor que el redondeo" in cosas["transferencias"].notas[0]


def test_ipt_los_diez_primeros_y_cuantos_mas(cosas: dict[str, Cosa], preguntar: Preguntas) -> None:
    orden = preguntar(eat.priorizados, **PAIS).filas
    cuenta = preguntar(inicio.priorizados, **PAIS).fila
    hecha = cosas["ipt"].tabla
    assert hecha is not None
    assert (len(hecha.filas), hecha.total) == (10, len(orden))
    assert [f[1] for f in hecha.filas] == [f["municipio_nombre"] for f in orden[:10]]
    assert _cifras(cosas["ipt"]) == [
        formato.numero(cuenta["municipios"]),
        formato.numero(cuenta["clusteres"]),
    ]


def test_brechas_los_que_ninguna_lista_nombra(cosas: dict[str, Cosa], preguntar: Preguntas) -> None:
    propios = [f for f in preguntar(brechas.matriz, **PAIS).filas if f["es_priorizado"]]
    cuantos = [sum(f["tiene"] == n for f in propios) for n in (0, 3)]
    assert _cifras(cosas["brechas"]) == [formato.numero(n) for n in cuantos]


def test_al_dia_cada_fuente_con_su_edad_y_el_dia_en_que_se_dice(
    cosas: dict[str, Cosa], preguntar: Preguntas
) -> None:
    cosa = cosas["al_dia"]
    assert cosa.titulo.startswith("Al 30 de noviembre de 2026, 3 de 3 fuentes")
    assert cosa.tabla is not None
    hay = preguntar(fuentes.fuentes).fuentes
    assert cosa.tabla.total == len({f.fuente_codigo for f in hay})
    assert cosa.tabla.filas[0][:3] == ("SDP", "31 de diciembre de 2024", "hace 23 meses")


def test_con_libros_se_calcula_y_se_dice_que_no_se_publica(base_con_libros: Path) -> None:
    armadas = {c.codigo: c for c in todas(Preguntas(Base(base_con_libros)))}
    assert {"centros", "brechas", "al_dia"} <= set(armadas)
    assert armadas["semaforo"].cifras[0].rotulo == "de 7 productos vigentes, en alto"
    assert "de 7 productos vigentes" in armadas["semaforo"].titulo
    cifra = armadas["avance"].cifras[0]
    assert (cifra.rotulo, cifra.nota) == ("avance calculado", "Publicado: sin dato")
    assert not any("no se escriben igual" in nota for nota in armadas["avance"].notas)


def test_la_sesion_cabe_en_cinco_megas_y_no_pide_nada(preguntar: Preguntas) -> None:
    html = documento(todas(preguntar), edicion="Edición 1 del tablero")
    assert 100_000 < len(html.encode("utf-8")) < CINCO_MEGAS
    assert "http:" not in html
    assert "https:" not in html
