"""Lado a lado se dice lo que dice la hoja de cada uno, ni más ni menos, y de la misma fuente."""

import csv
import io
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest
from fabrica_politica import GOBIERNO, JUNIO, POLITICA, SALUD

from tablero import formato, tema
from tablero.consultas import entidad as consultas
from tablero.consultas import politica
from tablero.consultas.base import Base, Preguntas
from tablero.exportar.csv_oficial import a_csv
from tablero.formato import SIN_DATO
from tablero.graficos.entidad import SITUACIONES
from tablero.respuestas.comparacion import entidades, lugares, productos
from tablero.respuestas.comparacion.lado_a_lado import COLUMNAS, Comparacion, Dicho
from tablero.respuestas.entidad import palabras
from tablero.respuestas.entidad.hoja import hoja as hoja_de_entidad
from tablero.respuestas.entidad.hoja import nombres
from tablero.respuestas.ficha.hoja import Clase, HojaDeLugar
from tablero.respuestas.ficha.pais import Pais, de_base
from tablero.respuestas.ficha.reunir import hoja
from tablero.respuestas.producto import ProductoMirado, abrir
from tablero.respuestas.vista import PoliticaMirada

CUCUTA, IPIALES, MAICAO, BOGOTA, LETICIA = "54001", "52356", "44430", "11001", "91001"


@pytest.fixture(scope="module")
def pais(base: Base) -> Pais:
    return de_base(base)


@pytest.fixture(scope="module")
def preguntar(base: Base) -> Preguntas:
    return Preguntas(base)


@pytest.fixture(scope="module")
def publicada(preguntar: Preguntas) -> PoliticaMirada:
    fila = preguntar(politica.politicas).filas[0]
    corte: date = fila["corte_fecha"]
    codigo, nombre = fila["politica_codigo"], fila["politica_nombre"]
    return PoliticaMirada(codigo, nombre, corte, (corte,), tiene_libro=False)


def dichos(comparacion: Comparacion, clave: str) -> dict[str, list[Dicho]]:
    cosa = next(c for c in comparacion.cosas if c.clave == clave)
    return {h: list(suyos) for h, suyos in groupby(cosa.dichos, key=lambda d: d.hecho)}


@pytest.mark.parametrize(
    ("clase", "claves"),
    [
        ("municipio", (CUCUTA, IPIALES, MAICAO, BOGOTA, LETICIA)),
        ("departamento", ("54", "05", "88")),
        ("cluster", ("7", "1")),
    ],
)
def test_de_cada_lugar_dice_lo_de_su_ficha(
    pais: Pais, clase: Clase, claves: tuple[str, ...]
) -> None:
    hojas = [hoja(pais, clase, clave) for clave in claves]
    comparacion = lugares.comparar(hojas)
    assert comparacion.nombres == tuple(h.titulo for h in hojas)
    for ficha in hojas:
        suyos = dichos(comparacion, ficha.clave)
        for cifra in ficha.cifras:
            (dicho,) = suyos[cifra.etiqueta]
            assert (dicho.texto, dicho.detalle) == (cifra.valor, cifra.detalle)
            assert dicho.falta == (cifra.valor == SIN_DATO) == (dicho.valor is None)
            assert dicho.texto in _escrito(dicho)
            _de_sus_notas(ficha, dicho, cifra.notas)
        renglones = [r for s in ficha.secciones for r in s.renglones if r.asunto]
        assert renglones
        for asunto in {r.asunto for r in renglones}:
            de_la_hoja = [r for r in renglones if r.asunto == asunto]
            for renglon, dicho in zip(de_la_hoja, suyos[asunto], strict=True):
                if renglon.falta:
                    assert dicho.falta
                    assert renglon.principal.endswith(dicho.detalle or dicho.texto)
                else:
                    assert (dicho.texto, dicho.detalle) == (renglon.principal, renglon.detalle)
                _de_sus_notas(ficha, dicho, renglon.notas)


def _escrito(dicho: Dicho) -> tuple[str, ...]:
    """Las maneras de escribir su número: el texto es una de ellas."""
    if dicho.valor is None:
        return (SIN_DATO,)
    numero = formato.numero(dicho.valor)
    return (numero, f"{numero}.º", formato.pesos(dicho.valor))


def _de_sus_notas(ficha: HojaDeLugar, dicho: Dicho, notas: tuple[int, ...]) -> None:
    """Su fuente, su lugar y sus palabras son los de las notas de la hoja."""
    impresas = " ".join(ficha.notas[n - 1] for n in notas)
    assert dicho.fuente_codigo
    for parte in (*dicho.ubicacion.split(" | "), *dicho.cita.split(" | ")):
        assert parte in impresas
    if dicho.nivel != "publicado y calculado":
        assert f" · {dicho.nivel}" in impresas


def test_cucuta_frente_a_ipiales_y_maicao(pais: Pais) -> None:
    """No estar en una lista, no informar y desistir no son cero."""
    comparacion = lugares.comparar([hoja(pais, "municipio", c) for c in (CUCUTA, IPIALES, MAICAO)])
    cucuta, ipiales, maicao = (dichos(comparacion, c) for c in (CUCUTA, IPIALES, MAICAO))
    orden = [d["Orden en el IPT"][0].valor for d in (cucuta, ipiales, maicao)]
    assert orden == [pais.orden(c) for c in (CUCUTA, IPIALES, MAICAO)]
    (personas,) = ipiales["Personas atendidas"]
    assert (personas.texto, personas.detalle, personas.valor) == (
        SIN_DATO,
        "ningún centro informa",
        None,
    )
    assert maicao["Transferencia psicosocial"][0].detalle == (
        "desistido: no es dinero en el territorio"
    )
    (taller,) = cucuta["Talleres de la fase 2"]
    assert taller.falta
    assert taller.texto.startswith("no aparece entre los 12 lugares")
    (poblacion,) = maicao["Población migrante"]
    assert poblacion.texto == SIN_DATO
    # Solo una informa: no hay con qué comparar, y no se dibuja.
    assert lugares.personas(comparacion).esta_vacio


def test_los_tres_centros_de_bogota_van_uno_por_uno(pais: Pais) -> None:
    comparacion = lugares.comparar([hoja(pais, "municipio", c) for c in (CUCUTA, BOGOTA)])
    assert len(dichos(comparacion, BOGOTA)["Centros Intégrate"]) == 3
    # De lo que solo se dice de una, la otra queda sin dato y sin fuente.
    (otros,) = dichos(comparacion, CUCUTA)["Otros hechos"]
    assert (otros.texto, otros.fuente_codigo, otros.nivel) == (SIN_DATO, None, None)
    dibujadas = lugares.personas(comparacion)
    assert list(dibujadas.datos["comparado_codigo"]) == [CUCUTA, BOGOTA]
    assert [f.fuente_codigo.split("_")[0] for f in dibujadas.fuentes] == ["cnim"]


def _de_producto(mirado: ProductoMirado) -> dict[str, str]:
    """Lo que su hoja escribe, con las mismas cuentas."""
    fila = mirado.fila
    return {
        productos.ESTADO: tema.SEMAFORO[fila["semaforo"]].palabra,
        "Brecha (avance menos trayectoria)": formato.puntos(fila["brecha_pp"]),
        "Avance acumulado (PAA)": palabras.porcentaje(fila["paa_pct"]),
        "Trayectoria (lo que debía llevar)": palabras.porcentaje(fila["trayectoria_pct"]),
        "Avance hasta la vigencia (PAHV)": palabras.porcentaje(fila["pahv_pct"]),
        "Avance en la vigencia (PAV)": palabras.porcentaje(fila["pav_pct"]),
        "Peso en la política": palabras.porcentaje(fila["ponderacion_pct"]),
        "Aporte a la brecha de la política": formato.puntos(fila["brecha_aporte_pp"]),
        "Entidad": formato.texto(fila["entidad"]),
        "Objetivo": formato.texto(fila["objetivo_numero"]),
        "Tipo de anualización": formato.texto(fila["anualizacion_tipo"]),
    }


def test_de_cada_producto_dice_lo_de_su_hoja(
    preguntar: Preguntas, publicada: PoliticaMirada
) -> None:
    codigos = list(
        preguntar(
            politica.productos,
            **publicada.consulta,
            **dict.fromkeys(("objetivo", "estado", "tipo", "sector", "entidad")),
        ).datos["producto_codigo"]
    )
    mirados = [m for c in codigos if (m := abrir(preguntar, publicada, c)) is not None]
    assert len(mirados) == 52
    comparacion = productos.comparar(mirados)
    for mirado in mirados:
        suyos = {h: d[0].texto for h, d in dichos(comparacion, mirado.codigo).items()}
        assert suyos == {**_de_producto(mirado), "Metas, reportes y ritmo": SIN_DATO}
    # Sin libro, los porcentajes se publican y la trayectoria se calcula.
    niveles = {d.hecho: d.nivel for d in comparacion.cosas[0].dichos}
    assert niveles["Avance acumulado (PAA)"] == "publicado"
    assert niveles["Trayectoria (lo que debía llevar)"] == "calculado"


def test_con_libro_un_producto_dice_su_meta_su_reporte_y_sus_hallazgos(
    base_con_libros: Path,
) -> None:
    preguntar = Preguntas(Base(base_con_libros))
    mirada = PoliticaMirada(POLITICA, "Política", JUNIO, (JUNIO,), tiene_libro=True)
    mirados = [m for c in ("2.2.1", "1.2.1") if (m := abrir(preguntar, mirada, c)) is not None]
    debe, al_dia = (dichos(productos.comparar(mirados), m.codigo) for m in mirados)
    assert debe["Reporte que debe"][0].texto.startswith("El del ")
    assert al_dia["Reporte que debe"][0].texto == "No debe reportes"
    for mirado, suyos in zip(mirados, (debe, al_dia), strict=True):
        fila = mirado.fila
        assert suyos["Meta final"][0].texto == formato.numero_justo(fila["meta_final"])
        assert suyos["Ritmo"][0].texto == (palabras.ritmo(fila) or SIN_DATO)
        assert suyos["Hallazgos por revisar"][0].valor == fila["errores"] + fila["advertencias"]
        assert suyos["Avance acumulado (PAA)"][0].nivel == "calculado"


def test_de_cada_entidad_dice_lo_de_su_hoja(
    preguntar: Preguntas, publicada: PoliticaMirada
) -> None:
    todas = nombres(preguntar, politica=publicada.politica, corte=publicada.corte)
    hojas = [
        (
            nombre,
            hoja_de_entidad(
                preguntar, entidad=nombre, nombre=publicada.nombre, **publicada.consulta
            ),
        )
        for nombre in todas
    ]
    comparacion = entidades.comparar(hojas)
    for nombre, suya in hojas:
        fila, suyos = suya.propia.fila, dichos(comparacion, nombre)
        assert suyos["Productos"][0].valor == fila["productos"]
        assert suyos["Productos"][0].detalle == palabras.situaciones(fila)
        assert suyos["Peso en la política"][0].texto == palabras.porcentaje(fila["ponderacion_pct"])
        assert suyos["Aporte a la brecha"][0].texto == formato.puntos(fila["brecha_aporte_pp"])
        assert suyos["Hallazgos por revisar"][0].texto == SIN_DATO
        # Lo que la fuente no dice no es cero.
        assert suyos["Sin reporte"][0].texto == SIN_DATO
        for situacion in ("atrasado", "sobre-ejecutado", "sin dato", "a tiempo"):
            (dicho,) = suyos[SITUACIONES[situacion].palabra]
            cuales = suya.productos.datos.query("situacion == @situacion")["producto_codigo"]
            assert dicho.valor == fila[palabras.CONTEOS[situacion]] == len(cuales)
            assert dicho.detalle == ", ".join(cuales)


def test_una_situacion_en_que_ninguna_tiene_productos_no_se_muestra(
    base_con_libros: Path,
) -> None:
    preguntar = Preguntas(Base(base_con_libros))
    hojas = [
        (n, hoja_de_entidad(preguntar, entidad=n, nombre="P", politica=POLITICA, corte=JUNIO))
        for n in (SALUD, GOBIERNO)
    ]
    comparacion = entidades.comparar(hojas)
    salud = dichos(comparacion, SALUD)
    assert salud["Sin reporte"][0].detalle == "2.2.1"
    assert salud["No vigente"][0].valor == 0  # la otra sí tiene
    solas = entidades.comparar(hojas[:1])
    assert "No vigente" not in dichos(solas, SALUD)
    dibujadas = entidades.situaciones(
        preguntar, politica=POLITICA, corte=JUNIO, entidades=(GOBIERNO, SALUD)
    )
    assert list(dict.fromkeys(dibujadas.datos["entidad"])) == [GOBIERNO, SALUD]
    todas = preguntar(consultas.situaciones, politica=POLITICA, corte=JUNIO).datos
    assert dibujadas.datos["productos"].sum() == todas["productos"].sum()


def test_el_csv_es_largo_con_su_fuente_en_los_dos_dialectos(pais: Pais) -> None:
    comparacion = lugares.comparar([hoja(pais, "municipio", c) for c in (CUCUTA, MAICAO)])
    datos = comparacion.resultado.datos
    assert tuple(datos.columns[: len(COLUMNAS)]) == COLUMNAS
    texto = a_csv(datos, "maquina").decode("utf-8")
    filas = list(csv.DictReader(io.StringIO(texto)))
    assert len(filas) == sum(len(c.dichos) for c in comparacion.cosas)
    girado = next(
        f
        for f in filas
        if f["comparado_codigo"] == CUCUTA and f["hecho"] == "Transferencia psicosocial"
    )
    (dicho,) = dichos(comparacion, CUCUTA)["Transferencia psicosocial"]
    assert girado["valor"] == str(dicho.valor)
    assert (girado["unidad"], girado["texto"], girado["detalle"], girado["falta"]) == (
        "pesos",
        dicho.texto,
        "girado",
        "false",
    )
    assert girado["nivel"] == "publicado"
    assert girado["fuente_codigo"] == "cnim_2025-11-30"
    assert girado["corte_fecha"] == "2025-11-30"
    assert girado["ubicacion"] == "Acción 3, reporte cualitativo"
    assert dicho.texto in girado["cita"]
    vacia = next(
        f for f in filas if f["comparado_codigo"] == MAICAO and f["hecho"] == "Personas atendidas"
    )
    assert (vacia["valor"], vacia["texto"], vacia["falta"]) == ("", SIN_DATO, "true")
    excel = a_csv(datos, "excel", comparacion.resultado.fuentes).decode("utf-8-sig")
    de_excel = list(csv.DictReader(io.StringIO(excel), delimiter=";"))
    assert [f["Como se lee"] for f in de_excel] == [f["texto"] for f in filas]
    de_excel_girado = de_excel[filas.index(girado)]
    assert de_excel_girado["Entidad que lo publica"] == "Gobierno de Colombia, CNIM"
    assert de_excel_girado["Corte del documento"] == "noviembre de 2025"
    assert de_excel_girado["Lugar en el documento"] == "Acción 3, reporte cualitativo"
    assert de_excel_girado["Palabras que llevan el dato"] == girado["cita"]
