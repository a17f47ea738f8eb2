"""Las direcciones que responde este servidor y no Streamlit."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route, Router

from tablero.errores import ErrorTablero
from tablero.exportar.carpeta import csv_de_tabla
from tablero.exportar.catalogo import catalogo
from tablero.exportar.mapa_png import MIME
from tablero.exportar.nombres import nombre_de_archivo
from tablero.interfaz.mapa import imagen
from tablero.interfaz.marco.conexion import base, un_solo_tablero
from tablero.interfaz.marco.fallas import sin_rutas
from tablero.interfaz.piezas.descarga import nombrar
from tablero.interfaz.servidor import acerca, busqueda, guion, programa, publico, sala
from tablero.interfaz.servidor.carpeta import carpeta
from tablero.interfaz.servidor.ligera import pagina as ligera
from tablero.interfaz.servidor.limites import ANOTAR
from tablero.interfaz.servidor.sala_viva import anotar, decision, estado, preguntas
from tablero.interfaz.servidor.salud import salud

NINGUNA = "No hay ninguna tabla con ese nombre."
OLVIDADA = "Esta imagen ya no está: vuelva a cargar la página que la mostraba."


def mapa(peticion: Request) -> Response:
    """`GET /mapa/<nombre>.png`: la imagen de un mapa que alguna página mostró.

    No es `async`: dibujarla tarda, y así se hace en otro hilo.
    """
    try:
        png = imagen.imagen(peticion.path_params["nombre"])
    except KeyError:
        return PlainTextResponse(OLVIDADA, 404)
    except ErrorTablero as error:
        return PlainTextResponse(sin_rutas(str(error)), 404)
    return Response(png, media_type=MIME, headers={"cache-control": guion.GUARDAR})


def version_ligera(_peticion: Request) -> Response:
    """`GET /ligera`: las cifras principales, sin JavaScript ni WebSocket."""
    html, estado = ligera.pagina(carpeta())
    return HTMLResponse(html, estado, headers={"cache-control": "no-cache"})


def csv(peticion: Request) -> Response:
    """`GET /ligera/<dialecto>/<tabla>.csv`: una tabla entera."""
    dialecto, tabla = peticion.path_params["dialecto"], peticion.path_params["tabla"]
    try:
        with un_solo_tablero():
            ficha = next((f for f in catalogo(base()) if f.tabla == tabla), None)
            if ficha is None or dialecto not in ligera.PARA:
                return PlainTextResponse(NINGUNA, 404)
            archivo = nombrar(nombre_de_archivo(tabla, (), ficha.corte_archivo, dialecto, "csv"))
            contenido = csv_de_tabla(base(), tabla, dialecto)
    except ErrorTablero as error:
        return PlainTextResponse(sin_rutas(str(error)), 503)
    adjunto = f'attachment; filename="{archivo}"'
    return Response(contenido, media_type="text/csv", headers={"content-disposition": adjunto})


def propias() -> Router:
    """Todas, para `Puerta`."""
    return Router(
        [
            Route("/salud", salud),
            Route("/propio/programa.json", programa.huella),
            Route("/propio/acerca.json", acerca.acerca),
            Route(busqueda.DIRECCION, busqueda.buscar),
            Route("/propio/{archivo}", guion.entregar),
            Route(publico.DIRECCION, publico.entregar),
            Route(f"/{ligera.RUTA}", version_ligera),
            Route(f"/{ligera.RUTA}/{{dialecto}}/{{tabla}}.csv", csv),
            Route(f"/{sala.RUTA}", sala.pagina),
            Route(f"/{sala.RUTA}/sesion.html", sala.sesion),
            Route(f"/{sala.RUTA}/preguntar", preguntas.pagina),
            Route(f"/{sala.RUTA}/estado", estado.pagina),
            Route(f"/{sala.RUTA}/decision", decision.pagina),
            Route(ANOTAR, anotar.pagina, methods=["GET", "POST"]),
            Route(f"/{imagen.RUTA}/{{nombre}}.png", mapa),
        ]
    )
