"""`GET /sala/decision`: lo que se decidió de una pantalla, para quien puede escribir."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tablero.errores import ErrorTablero
from tablero.interfaz.marco.fallas import sin_rutas
from tablero.interfaz.servidor.sala_viva import acceso
from tablero.interfaz.servidor.sala_viva.leidas import NO_ESTA, leidas, pantalla_de


def pagina(peticion: Request) -> Response:
    """No va con las pantallas: en la pared no se ve, y nadie más lo pide."""
    if razon := acceso.motivo(peticion):
        return JSONResponse({"error": razon}, 403)
    pedidos = peticion.query_params
    try:
        sesion = leidas().sesion(pedidos.get("sesion", ""))
    except ErrorTablero as error:
        return JSONResponse({"error": sin_rutas(str(error))}, 503)
    hallada = None if sesion is None else pantalla_de(sesion, pedidos.get("pantalla", ""))
    if hallada is None:
        return JSONResponse({"error": NO_ESTA}, 404)
    return JSONResponse(
        {"pide": hallada.decision_pedida, "decision": hallada.decision, "nota": hallada.nota},
        headers={"cache-control": "no-store"},
    )
