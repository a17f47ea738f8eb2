/* Lo que tarda: la página que no acaba de llegar, y lo que se pidió y no vuelve. Se mide una vez lo que
   demora el servidor en decir que está, y así se sabe si es la red la que va lenta o es él. Streamlit no
   dice que espera hasta que le contestan: se anota cuándo envió sin que nada haya vuelto. */
(function () {
  "use strict";
  var AL_ABRIR = 8000, PACIENCIA = 7000, CADA = 500, RED_LENTA = 1500, ENTRE_MEDIDAS = 15000;
  var LIGERA = "Ver la versión ligera";
  var guion = document.currentScript, base = guion ? guion.getAttribute("data-base") : "";
  var inicio = new Date().getTime(), desde = null, medido = 0;
  var enviado = null;

  function decir(titulo, texto) {
    window.tbFranja("demora", "<strong>" + titulo + "</strong><p>" + texto + '</p><p><a href="' + base +
      '/ligera">' + LIGERA + "</a></p>", true);
  }

  function queSeVe() {
    return document.querySelector("#stMain h1") ? "Lo que se ve es lo de antes de lo último que pidió; " +
      "lo nuevo se pondrá solo." : "La página se mostrará sola.";
  }

  function medir(ahora) {
    var pedido = new XMLHttpRequest();
    function concluir(tardo) {
      if (desde === null) return;
      if (tardo > RED_LENTA) decir("La red va lenta", queSeVe() + " No hace falta volver a pulsar.");
      else if (!corre(document.querySelector('[data-testid="stApp"]'))) enviado = null;
      else decir("El tablero está tardando", "La red responde, y lo que pidió se está calculando. " +
        queSeVe());
    }
    pedido.open("GET", base + "/_stcore/health", true);
    pedido.timeout = 6000;
    pedido.onload = function () { concluir(new Date().getTime() - ahora); };
    pedido.ontimeout = function () { concluir(pedido.timeout); };
    pedido.send();
  }

  function corre(app) {
    var estado = app && app.getAttribute("data-test-script-state");
    return estado === "running" || estado === "rerunRequested" || estado === "initial";
  }

  function espera(app) {
    return app.getAttribute("data-test-connection-state") === "CONNECTED" &&
      (enviado !== null || corre(app));
  }

  function alRecibir() {
    enviado = null;
  }

  function anotarEnvios() {
    var enviar = window.WebSocket && window.WebSocket.prototype.send;
    if (!enviar) return;
    window.WebSocket.prototype.send = function () {
      if (enviado === null) enviado = new Date().getTime();
      this.addEventListener("message", alRecibir);
      return enviar.apply(this, arguments);
    };
  }

  function mirar() {
    var ahora = new Date().getTime(), app = document.querySelector('[data-testid="stApp"]');
    if (app === null) {
      if (document.readyState !== "complete" && ahora - inicio > AL_ABRIR)
        decir("La red va lenta", "El tablero está llegando a este equipo. " + queSeVe());
      else if (document.readyState === "complete") window.tbFranja("demora", null);
      return;
    }
    if (!espera(app)) {
      desde = null;
      medido = 0;
      window.tbFranja("demora", null);
      return;
    }
    if (desde === null) desde = ahora;
    if (ahora - desde < PACIENCIA || ahora - medido < ENTRE_MEDIDAS) return;
    medido = ahora;
    medir(ahora);
  }

  anotarEnvios();
  window.setInterval(mirar, CADA);
})();
