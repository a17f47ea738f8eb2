"""La atención de un pedido: qué se pide, a qué tablero, y en qué forma se contesta."""

import logging
from collections.abc import Mapping
from http import HTTPStatus

import pandas as pd
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from tablero.api import consulta, filtrar, formas
from tablero.api.abierto import Servicio
from tablero.api.campos import SIMULADO
from tablero.api.consulta import EDICION, FORMATO, Pares
from tablero.api.fallas import MIME, TIPOS, Falla, Tipo, problema
from tablero.api.pedido import Pedido
from tablero.api.recurso import Crudo, Recurso
from tablero.api.responder import CORS, METODOS, entregar
from tablero.api.sobre import citadas, citadas_en, sobre
from tablero.api.todos import hallar
from tablero.consultas.base import MARCA
from tablero.consultas.fuentes import fuentes
from tablero.errores import ErrorTablero
from tablero.exportar import marca
from tablero.filas import filas_de
from tablero.publicacion import POR_DEFINIR, publicacion
from tablero.texto import para_archivo
from tablero.un_json import Objeto

BITACORA = logging.getLogger(__name__)
RAIZ, VERSION = "/api", "/api/v1"
DEL_PROGRAMA: tuple[type[Exception], ...] = (Exception,)
"""Las fallas que se dicen sin detalle; las pruebas la vacían para verlas."""


class Api:
    """Atiende todo lo que está bajo `/api`: lo que no existe también se contesta aquí."""

    def __init__(self, servicio: Servicio) -> None:
        self.servicio = servicio

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Contesta. En otro hilo: leer una tabla no detiene a los demás."""
        peticion = Request(scope)
        if peticion.method == "OPTIONS":
            respuesta = Response(status_code=HTTPStatus.NO_CONTENT, headers=CORS)
        elif peticion.method not in METODOS:
            respuesta = self._negar(
                peticion, TIPOS["metodo-no-admitido"], "Aquí solo se lee: use GET o HEAD."
            )
            respuesta.headers["allow"] = ", ".join(METODOS)
        else:
            respuesta = await run_in_threadpool(self._contestar, peticion)
        await respuesta(scope, receive, send)

    def _contestar(self, peticion: Request) -> Response:
        ruta = peticion.scope["path"]
        if ruta in (RAIZ, f"{RAIZ}/", VERSION):
            return RedirectResponse(f"{self.servicio.carpeta()}{VERSION}/", headers=CORS)
        try:
            return self._dar(peticion, ruta.removeprefix(VERSION) if _es_v1(ruta) else "")
        except Falla as falla:
            return self._negar(peticion, TIPOS[falla.tipo], falla.detalle, falla.demas)
        except ErrorTablero as error:
            return self._negar(peticion, TIPOS["sin-tablero"], self.servicio.sin_rutas(str(error)))
        except DEL_PROGRAMA:
            BITACORA.exception("La API no pudo contestar %s", ruta)
            return self._negar(peticion, TIPOS["fallo"], TIPOS["fallo"].que_hacer)

    def _dar(self, peticion: Request, ruta: str) -> Response:
        recurso, variables, extension = hallar(ruta)
        pares: Pares = peticion.query_params.multi_items()
        dicha = consulta.uno(pares, EDICION)
        numero = None if dicha is None else consulta.entero(EDICION, dicha)
        publica = publicacion()
        tablero = publica.direccion
        if tablero == POR_DEFINIR:
            tablero = f"{peticion.url.scheme}://{peticion.url.netloc}{self.servicio.carpeta()}"
        with self.servicio.abrir(numero) as abierto:
            pedido = Pedido(self.servicio, abierto, publica, variables, pares, tablero, ruta)
            acepta = ",".join(peticion.headers.getlist("accept"))
            contenido, mime, mas = _escribir(pedido, recurso, extension, acepta)
        return entregar(
            peticion, contenido, mime, abierto.fecha, cabeceras=mas, es_fija=numero is not None
        )

    def _negar(
        self, peticion: Request, tipo: Tipo, detalle: str, demas: Objeto | None = None
    ) -> Response:
        ruta, carpeta = peticion.scope["path"], self.servicio.carpeta()
        cuerpo = problema(tipo.estado, detalle, f"{carpeta}{ruta}", carpeta, demas)
        cabeceras = {**CORS, "cache-control": "no-store", "content-language": "es-CO"}
        cabeceras["content-length"] = str(len(cuerpo))
        es_head = peticion.method == "HEAD"
        return Response(b"" if es_head else cuerpo, int(tipo.estado), cabeceras, MIME)


def _es_v1(ruta: str) -> bool:
    return ruta.startswith(f"{VERSION}/")


def _escribir(
    pedido: Pedido, recurso: Recurso, extension: str, acepta: str
) -> tuple[bytes, str, Mapping[str, str]]:
    """El cuerpo, su tipo y otras cabeceras."""
    if recurso.es_tabla:
        pedida = consulta.uno(pedido.pares, FORMATO)
        return _tabla(pedido, recurso, formas.elegir(extension, pedida, acepta))
    admitidos = [EDICION, *(parametro.nombre for parametro in recurso.parametros)]
    consulta.solo(pedido.pares, admitidos)
    formas.exigir(acepta, recurso.mime)
    contestado = recurso.atender(pedido)
    if isinstance(contestado, Crudo):
        return contestado.contenido, contestado.mime, {}
    if isinstance(contestado, pd.DataFrame):
        raise TypeError(f"{recurso.direccion} da una tabla y no dice sus columnas")
    propio = {**contestado, **sobre(pedido, citadas_en(contestado))}
    return formas.a_json(propio), formas.MIME_JSON, _enlace(pedido)


def _tabla(
    pedido: Pedido, recurso: Recurso, forma: formas.Forma
) -> tuple[bytes, str, Mapping[str, str]]:
    pedida = consulta.entender(pedido.pares, recurso.campos)
    todas = recurso.atender(pedido)
    if not isinstance(todas, pd.DataFrame):
        raise TypeError(f"{recurso.direccion} dice sus columnas y no da una tabla")
    simulado = pedido.abierto.base.es_simulado
    if simulado and MARCA not in todas:
        todas = todas.assign(**{MARCA: pd.Series(True, index=todas.index, dtype="boolean")})
    consulta.exigir(pedida, [str(columna) for columna in todas])
    suyas = filtrar.filtrar(todas, pedida)
    dadas = suyas
    if forma.escribir is None or pedida.con_paginas:
        dadas = filtrar.pagina(suyas, pedida)
    dadas = filtrar.columnas(dadas, pedida.columnas, MARCA)
    acompana = sobre(pedido, citadas(suyas))
    if forma.escribir is None:
        propio = {
            "datos": filas_de(dadas),
            **_paginas(pedido, pedida, len(suyas)),
            **acompana,
        }
        return formas.a_json(propio), forma.mime, _enlace(pedido)
    compania = formas.Compania(
        {nombre: formas.a_json(valor).decode() for nombre, valor in acompana.items()},
        fuentes(pedido.abierto.base).fuentes,
        recurso.tabla,
    )
    contenido = forma.escribir(dadas, [*recurso.campos, SIMULADO], compania)
    archivo = marca.nombrar(f"{_nombre(pedido, recurso)}.{forma.extension}", es_simulado=simulado)
    return (
        contenido,
        forma.mime,
        {
            **_enlace(pedido),
            "content-disposition": f'inline; filename="{archivo}"',
        },
    )


def _nombre(pedido: Pedido, recurso: Recurso) -> str:
    """Con que se guarda: `/tablas/cifras` es «cifras», y una serie, todo lo que la nombra."""
    _, *partes = recurso.direccion.format_map(pedido.variables).strip("/").split("/")
    return para_archivo(" ".join(partes)) or para_archivo(recurso.direccion)


def _paginas(pedido: Pedido, pedida: consulta.Consulta, total: int) -> Objeto:
    def ir(pagina: int) -> str:
        return pedido.con({consulta.PAGINA: str(pagina)})

    ultima = max(1, -(-total // pedida.por_pagina))
    return {
        "total": total,
        "pagina": pedida.pagina,
        "por_pagina": pedida.por_pagina,
        "siguiente": ir(pedida.pagina + 1) if pedida.pagina < ultima else None,
        "anterior": ir(min(pedida.pagina - 1, ultima)) if pedida.pagina > 1 else None,
    }


def _enlace(pedido: Pedido) -> Mapping[str, str]:
    return {"link": f'<{pedido.enlace}>; rel="canonical"'}
