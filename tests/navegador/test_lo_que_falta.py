"""Un navegador o una red a los que les falta algo: se dice en español y se da otro camino."""

from pathlib import Path

from gestos import quieta
from idioma import en_ingles
from playwright.sync_api import Browser, BrowserContext, Page, WebSocketRoute, expect
from textos import TAMANOS, sin_leer

SIN_WEBGL = """
const pedir = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (clase, ...otros) {
  return clase.startsWith('webgl') ? null : pedir.call(this, clase, ...otros);
};
"""
AVISO = "#tb-conexion"
TAPA = """() => document.getElementById('stMain').getBoundingClientRect().bottom -
  document.getElementById('tb-conexion').getBoundingClientRect().top"""
"""Los píxeles del contenido que la franja tapa."""
RED_LENTA = """
const enviar = XMLHttpRequest.prototype.send;
XMLHttpRequest.prototype.send = function (...lo) {
  setTimeout(() => enviar.apply(this, lo), 2000);
};
"""


def test_sin_webgl_el_mapa_es_una_imagen(contexto: BrowserContext, servidor: str) -> None:
    contexto.add_init_script(SIN_WEBGL)
    pagina = contexto.new_page()
    pagina.goto(f"{servidor}/clusteres")
    expect(pagina.locator(".tb-aviso")).to_contain_text("Este navegador no puede dibujar el mapa")
    imagen = pagina.locator(".tb-sin-mapa img")
    expect(imagen).to_be_visible()
    pagina.wait_for_function("() => document.querySelector('.tb-sin-mapa img').naturalWidth > 0")
    expect(pagina.locator('[data-testid="stDeckGlJsonChart"]')).to_be_hidden()


def test_sin_websocket_se_dice_que_pedir_y_hay_otro_camino(
    contexto: BrowserContext, servidor: str
) -> None:
    pagina = contexto.new_page()
    pagina.route_web_socket(lambda _: True, lambda canal: canal.close())
    pagina.goto(f"{servidor}/semaforo")
    puerto = servidor.rsplit(":", 1)[1]
    expect(pagina.locator(AVISO)).to_contain_text("La red no deja pasar la conexión")
    expect(pagina.locator(AVISO)).to_contain_text(f"ws://localhost:{puerto}/_stcore/stream")
    assert pagina.get_by_role("dialog").count() == 0
    pagina.get_by_role("link", name="Ver la versión ligera").click()
    expect(pagina.get_by_role("heading", name="Cómo van los planes")).to_be_visible()


def test_una_conexion_que_se_pierde_se_dice_y_al_volver_se_calla(
    contexto: BrowserContext, servidor: str
) -> None:
    abiertos: list[WebSocketRoute] = []
    pasa = [True]

    def atender(canal: WebSocketRoute) -> None:
        if pasa[0]:
            canal.connect_to_server()
            abiertos.append(canal)
        else:
            canal.close()

    pagina = contexto.new_page()
    pagina.route_web_socket(lambda _: True, atender)
    pagina.goto(f"{servidor}/descargas")
    expect(pagina.get_by_role("tab", name="Todo en un archivo")).to_be_visible()
    pasa[0] = False
    abiertos[-1].close()
    expect(pagina.locator(AVISO)).to_contain_text("Se perdió la conexión con el tablero")
    expect(pagina.get_by_role("tab", name="Todo en un archivo")).to_be_visible()
    assert pagina.evaluate(TAPA) <= 1
    # Quien vuelve a responder es otro programa: la página se quedó con el de antes.
    pagina.route("**/propio/programa.json", lambda ruta: ruta.fulfill(json={"programa": "otro"}))
    pasa[0] = True
    expect(pagina.locator(AVISO)).to_contain_text("El tablero se actualizó", timeout=60_000)
    pagina.get_by_role("button", name="Ahora no").click()
    expect(pagina.locator(AVISO)).to_have_count(0)


def test_una_red_lenta_se_dice_y_lo_que_se_ve_se_lee(
    contexto: BrowserContext, servidor: str
) -> None:
    """Lo que se pidió no vuelve, y el servidor tarda en decir que está."""
    pasa = [True]

    def atender(canal: WebSocketRoute) -> None:
        del_servidor = canal.connect_to_server()
        del_servidor.on_message(lambda mensaje: canal.send(mensaje) if pasa[0] else None)

    pagina = contexto.new_page()
    pagina.add_init_script(RED_LENTA)
    pagina.route_web_socket(lambda _: True, atender)
    pagina.goto(f"{servidor}/descargas")
    quieta(pagina)
    pasa[0] = False
    pagina.get_by_role("link", name="Conciliación", exact=True).click()
    expect(pagina.locator(AVISO)).to_contain_text("La red va lenta")
    assert pagina.evaluate(TAPA) <= 1


def test_sin_javascript_hay_una_version_que_no_lo_necesita(
    navegador: Browser, servidor: str
) -> None:
    contexto = navegador.new_context(java_script_enabled=False, locale="es-CO")
    pagina = contexto.new_page()
    pagina.goto(f"{servidor}/semaforo")
    expect(pagina.locator("noscript p").first).to_contain_text("necesita JavaScript")
    pagina.locator("noscript a").click()
    expect(pagina.get_by_role("heading", name="Cómo van los planes")).to_be_visible()
    with pagina.expect_download() as espera:
        pagina.get_by_role("link", name="para Excel").first.click()
    assert Path(espera.value.path()).read_bytes().startswith(b"\xef\xbb\xbf")
    contexto.close()


def test_la_version_ligera_y_la_que_no_existe_se_leen_enteras(pestana: Page, servidor: str) -> None:
    for ruta in ("ligera", "no-existe-semaforos"):
        pestana.goto(f"{servidor}/{ruta}")
        assert en_ingles(pestana) == []
        fallas = {nombre: sin_leer(pestana, *tamano) for nombre, tamano in TAMANOS.items()}
        assert {nombre: dichas for nombre, dichas in fallas.items() if dichas} == {}
