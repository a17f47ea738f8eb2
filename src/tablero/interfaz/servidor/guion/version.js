/* Una página abierta desde antes de una actualización: al volver la conexión —el servidor se reinició—
   se pregunta con qué programa responde, y si es otro se dice. Se compara con `data-programa`. */
(function () {
  "use strict";
  if (!window.MutationObserver) return;
  var guion = document.currentScript;
  if (!guion) return;
  var base = guion.getAttribute("data-base"), propio = guion.getAttribute("data-programa");
  var AVISO = "<strong>El tablero se actualizó</strong><p>Esta página es de antes: lo que se ve era " +
    "cierto cuando se abrió, y algo puede no responder. Vuelva a cargarla.</p>" +
    '<p><a href="">Volver a cargar la página</a></p>' +
    '<button type="button" data-callar="version">Ahora no</button>';
  var estuvo = false, perdida = false;

  function preguntar() {
    var pedido = new XMLHttpRequest();
    pedido.open("GET", base + "/propio/programa.json", true);
    pedido.onload = function () {
      if (pedido.status !== 200) return;
      var otro = JSON.parse(pedido.responseText).programa;
      if (otro && otro !== propio) window.tbFranja("version", AVISO);
    };
    pedido.send();
  }

  function mirar(app) {
    var estado = app.getAttribute("data-test-connection-state");
    if (estado !== "CONNECTED") {
      perdida = estuvo;
      return;
    }
    if (perdida) preguntar();
    estuvo = true;
    perdida = false;
  }

  var llegada = new MutationObserver(function () {
    var app = document.querySelector('[data-testid="stApp"]');
    if (app === null) return;
    llegada.disconnect();
    new MutationObserver(function () { mirar(app); }).observe(app, {
      attributes: true, attributeFilter: ["data-test-connection-state"]
    });
    mirar(app);
  });
  llegada.observe(document.documentElement, { childList: true, subtree: true });
})();
