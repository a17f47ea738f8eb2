"""Lo que el plan de acción promete de un producto, hasta el final, y sus ajustes aprobados."""

from dataclasses import dataclass
from html import escape

import pandas as pd
import streamlit as st

from tablero import formato
from tablero.calculo.plan.hasta_el_final import HastaElFinal, desde_filas, hasta_el_final
from tablero.calculo.seguimiento.indicador import Periodo
from tablero.calculo.seguimiento.tiempo import TRIMESTRES, cierre
from tablero.consultas import ajustes, plan, producto
from tablero.consultas.base import Resultado
from tablero.filas import Fila, filas_de
from tablero.formato import SIN_DATO
from tablero.graficos import plan as graficos
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.conexion import por_archivo, preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.historia import plan_accion
from tablero.interfaz.piezas import copia, tarjeta
from tablero.respuestas.columnas import valor_suelto
from tablero.respuestas.producto import ProductoMirado
from tablero.respuestas.vista import PoliticaMirada

TITULO = "El plan de acción, hasta el final"
NO_ESTA = (
    "El plan de acción {version} no trae este producto: no hay metas suyas hasta el final{duda}."
)
LINEA = ("dia_fecha", "programado", "llevaba")
PROCEDENCIA = ("fuente_codigo", "ubicacion")


@dataclass(frozen=True)
class _DelPlan:
    """Las dos líneas de un producto, como respuesta, y si se pueden poner juntas."""

    linea: Resultado
    se_comparan: bool


@decir_fallas
def dibujar(mirado: ProductoMirado) -> None:
    """Las metas hasta el final, lo que el plan dice de él y los ajustes; sin plan, qué falta."""
    version = preguntar(plan.vigente, **mirado.vista.consulta)
    if version.esta_vacio:
        st.subheader(TITULO, anchor=False)
        st.info(plan_accion.SIN_PLAN)
    else:
        _del_plan(mirado, version.fila)
    _ajustes(mirado)


def _del_plan(mirado: ProductoMirado, version: Fila) -> None:
    ficha = mirado.pedir(plan.producto)
    if ficha.esta_vacio:
        st.subheader(TITULO, anchor=False)
        decir.informar(
            NO_ESTA.format(version=version["version_codigo"], duda=plan_accion.sin_codigo(version))
        )
        return
    fila = ficha.fila
    armado = _armar(mirado.vista, mirado.codigo, mirado)
    if not armado.linea.esta_vacio:
        tarjeta.grafico(
            armado.linea,
            graficos.producto,
            "producto_plan",
            columnas=LINEA,
            otros_filtros=mirado.palabras,
            corte=mirado.vista.corte,
            version=version["version_codigo"],
            es_suma=fila["anualizacion_tipo"] == "Suma",
            es_porcentaje=bool(fila["es_porcentaje"]),
            se_comparan=armado.se_comparan,
        )
    tarjeta.bloque(
        ficha,
        f"Lo que el plan {version['version_codigo']} dice de él",
        "producto_en_el_plan",
        escribir,
        otros_filtros=mirado.palabras,
        version=plan_accion.decir_version(version),
    )


def escribir(datos: pd.DataFrame, *, version: str) -> str:
    """El HTML: de qué versión es y un dato por casilla."""
    fila = filas_de(datos)[0]
    casillas = "".join(
        f'<div class="tb-dato"{copia.suya(titulo, escape(valor), escape(nota))}>'
        f'<p class="tb-nota">{titulo}</p>'
        f'<p class="tb-etiqueta">{escape(valor)}</p>'
        + (f'<p class="tb-nota">{escape(nota)}</p>' if nota else "")
        + "</div>"
        for titulo, valor, nota in _casillas(fila)
    )
    return f'<p class="tb-nota">{escape(version)}</p><div class="tb-franja">{casillas}</div>'


def _casillas(fila: Fila) -> list[tuple[str, str, str]]:
    """Título, valor y nota de cada una."""
    return [
        ("Peso en la política", _con_signo(fila["ponderacion_pct"], es_porcentaje=True), ""),
        ("Tipo de anualización", _texto(fila["anualizacion_tipo"]), _texto(fila["periodicidad"])),
        ("Meta final", _con_signo(fila["meta_final"], es_porcentaje=fila["es_porcentaje"]), ""),
        (
            "Línea base",
            _con_signo(fila["linea_base"], es_porcentaje=fila["es_porcentaje"]),
            _nota_de_la_base(fila),
        ),
        ("Plazo", _plazo(fila), ""),
        ("Fórmula", _texto(fila["formula"]), ""),
        (
            "Responsable",
            _texto(fila["entidad_nombre"]),
            _texto(fila["dependencia_nombre"]),
        ),
        (
            "Corresponsable",
            _texto(fila["corresponsable_entidad_nombre"]),
            fila["corresponsable_dependencia_nombre"] or "",
        ),
    ]


def _nota_de_la_base(fila: Fila) -> str:
    """De qué año es y de dónde sale; nada, si no hay línea base."""
    if fila["linea_base"] is None:
        return ""
    return "; ".join(filter(None, (fila["linea_base_periodo"], fila["linea_base_fuente"])))


def _plazo(fila: Fila) -> str:
    inicio, fin = formato.fecha(fila["inicio_fecha"]), formato.fecha(fila["fin_fecha"])
    return SIN_DATO if inicio == fin == SIN_DATO else f"Del {inicio} al {fin}"


def _texto(valor: str | None) -> str:
    return formato.texto(valor)


def _con_signo(valor: float | None, *, es_porcentaje: bool | None) -> str:
    texto = formato.numero_justo(valor)
    return f"{texto}\u00a0%" if es_porcentaje and texto != SIN_DATO else texto


@por_archivo
def _armar(vista: PoliticaMirada, codigo: str, _mirado: ProductoMirado) -> _DelPlan:
    """Una fila por año del plan y por trimestre con reporte."""
    ficha, metas = _mirado.pedir(plan.producto), _mirado.pedir(plan.metas)
    if ficha.fila["es_porcentaje"] is None:  # sus metas mezclan escalas: no hay línea que dibujar
        return _DelPlan(metas.con(metas.datos.iloc[:0]), se_comparan=False)
    hallado = hasta_el_final(
        desde_filas(ficha.fila, metas.filas),
        _mirado.indicador if _mirado.tiene_libro else None,
        _mirado.hasta,
        es_porcentaje=bool(ficha.fila["es_porcentaje"]),
    )
    reportes = _mirado.pedir(producto.reportes)
    return _DelPlan(
        Resultado.derivar(
            _filas(hallado, metas, reportes),
            de=[metas, reportes] if hallado.llevaba else metas,
            nivel="publicado y calculado",
            parametros=[("con", "los reportes")],
        ),
        hallado.se_comparan,
    )


def _filas(hallado: HastaElFinal, metas: Resultado, reportes: Resultado) -> pd.DataFrame:
    """Lo programado y lo que llevaba, cada uno con su fuente y su celda."""
    de_metas = metas.datos.set_index("anio")
    de_reportes = reportes.datos.set_index(["anio", "trimestre"])
    comunes = {
        c: metas.datos[c].iloc[0] for c in ("politica_codigo", "producto_codigo", "version_codigo")
    }
    del_plan = metas.fuentes[0].fuente_codigo
    filas = [
        {
            **comunes,
            "dia_fecha": cierre(Periodo(anio, TRIMESTRES[-1])),
            "programado": valor,
            "llevaba": None,
            "fuente_codigo": del_plan,
            "ubicacion": de_metas["ubicacion"].get(anio),
        }
        for anio, valor in hallado.programado.items()
    ]
    filas += [
        {
            **comunes,
            "dia_fecha": cierre(periodo),
            "programado": None,
            "llevaba": valor,
            **{c: de_reportes.loc[(periodo.anio, periodo.trimestre), c] for c in PROCEDENCIA},
        }
        for periodo, valor in hallado.llevaba.items()
    ]
    datos = pd.DataFrame(filas, columns=[*comunes, *LINEA, *PROCEDENCIA])
    return datos.astype({"programado": float, "llevaba": float})


def _ajustes(mirado: ProductoMirado) -> None:
    """Los actos que cambiaron algo de él; nada, si no hay ninguno en el registro."""
    respuesta = preguntar(ajustes.lista, politica=mirado.vista.politica, codigo=mirado.codigo)
    if not respuesta.esta_vacio:
        cuantos = formato.contar(len(respuesta.datos), "ajuste aprobado", "ajustes aprobados")
        tarjeta.bloque(
            respuesta,
            f"{cuantos} de este producto",
            "producto_ajustes",
            lista_de_ajustes,
            otros_filtros=mirado.palabras,
        )


def lista_de_ajustes(datos: pd.DataFrame) -> str:
    """El HTML: qué cambió, de cuánto a cuánto y con qué acto."""
    filas = filas_de(datos)
    return (
        '<ul class="tb-lista">'
        + "".join(
            f"<li><strong>{escape(_que(f))}</strong>{escape(_valores(f))} — {escape(f['acto'])}, "
            f"{formato.fecha(f['ajuste_fecha'])}. {escape(f['nota'] or '')}</li>"
            for f in filas
        )
        + "</ul>"
    )


def _que(fila: Fila) -> str:
    """«Meta de 2026», «Reporte del segundo trimestre de 2024»."""
    que, anio, trimestre = fila["que"], fila["anio"], fila["trimestre"]
    if trimestre is not None:
        return f"Reporte del {formato.trimestre(anio, trimestre)}"
    if anio is not None:
        return f"Meta de {anio}"
    return str(que).capitalize()


def _valores(fila: Fila) -> str:
    if fila["de"] is None and fila["a"] is None:
        return ""
    return f": de {valor_suelto(fila['de'])} a {valor_suelto(fila['a'])}"
