/* Cuando las cifras no llegan, la franja dice en español qué pasa, qué pedir y cómo verlas de otro modo.
   Streamlit las trae por un WebSocket y escribe en `data-test-connection-state` cómo va; su propio
   aviso, un diálogo en inglés que tapa la página, se cierra. Sin nada moderno: debe correr también
   en el navegador viejo que no puede abrir el tablero. */
(function () {
  "use strict";
  var ESPERA_AL_ABRIR = 10000, ESPERA_AL_PERDER = 4000, CADA = 150, ENTRE_CONSULTAS = 5000;
  var DIALOGO_DE_STREAMLIT = "Connection error";
  var base = document.currentScript ? document.currentScript.getAttribute("data-base") : "";
  var desde = null, conectado = false, diciendo = "", llegada = null;
  var consultado = 0;

  function viejo() {
    return !("noModule" in document.createElement("script"));
  }

  function direccion() {
    var puerto = location.port || (location.protocol === "https:" ? "443" : "80");
    var canal = location.protocol === "https:" ? "wss" : "ws";
    return {
      equipo: location.hostname,
      puerto: puerto,
      canal: canal + "://" + location.hostname + ":" + puerto + base + "/_stcore/stream"
    };
  }

  function ligera() {
    return '<p><a href="' + base + '/ligera">Ver la versión ligera</a>: las cifras principales, ' +
      "con su fuente, y los archivos para descargar.</p>";
  }

  function recargar() {
    return '<p><a href="">Volver a cargar la página</a></p>';
  }

  function texto(que) {
    var donde = direccion();
    if (que === "viejo") {
      return "<strong>Este navegador no alcanza a abrir el tablero</strong><p>Es de una versión " +
        "antigua, o algo en el equipo impide que arranque. Actualícelo o use otro: Chrome, Edge, " +
        "Firefox o Safari de los últimos tres años.</p>" + ligera();
    }
    if (que === "cerrado") {
      return "<strong>El tablero no responde</strong><p>" + (conectado ? "Lo que se ve era cierto " +
        "cuando se abrió; los filtros, los mapas y las descargas ya no responden. " : "") +
        "Puede que se haya cerrado, o que este equipo se haya quedado sin red. Se vuelve a " +
        "intentar solo. Si no vuelve en un minuto, ábralo de nuevo o avise a quien lo administra " +
        "(equipo " + donde.equipo + ", puerto " + donde.puerto + ").</p>" + recargar();
    }
    if (conectado) {
      return "<strong>Se perdió la conexión con el tablero</strong><p>Lo que se ve era cierto " +
        "cuando se abrió; los filtros, los mapas y las descargas ya no responden. Se vuelve a " +
        "intentar solo. Si no vuelve, cargue la página de nuevo.</p>" + recargar() + ligera();
    }
    return "<strong>La red no deja pasar la conexión que el tablero necesita</strong><p>La página " +
      "llegó, pero no la conexión por la que viajan sus cifras (WebSocket): casi siempre la cierra " +
      "un proxy o un cortafuegos de la entidad.</p><p>Pida al área de tecnología de su entidad que " +
      "permita WebSocket hacia <b>" + donde.equipo + "</b>, puerto <b>" + donde.puerto +
      "</b> (dirección <b>" + donde.canal + "</b>).</p>" + ligera() + recargar();
  }

  function decir(que) {
    if (diciendo === que) return;
    diciendo = que;
    window.tbFranja("conexion", texto(que));
  }

  function callar() {
    diciendo = "";
    window.tbFranja("conexion", null);
  }

  /* El servidor puede responder y la conexión no pasar: son dos fallas, y se dicen distinto. */
  function averiguar() {
    var pedido = new XMLHttpRequest();
    pedido.open("GET", base + "/_stcore/health", true);
    pedido.timeout = 5000;
    pedido.onload = function () {
      if (desde !== null) decir(pedido.status === 200 ? "red" : "cerrado");
    };
    pedido.onerror = pedido.ontimeout = function () {
      if (desde !== null) decir("cerrado");
    };
    pedido.send();
  }

  function cerrarElDeStreamlit() {
    var titulo = document.querySelector('[role="dialog"] h2');
    if (!titulo || titulo.textContent !== DIALOGO_DE_STREAMLIT) return;
    var boton = titulo.parentNode.querySelector("button");
    if (boton) boton.click();
  }

  function mirar() {
    var ahora = new Date().getTime();
    if (llegada === null) {
      if (document.readyState !== "complete") return;
      llegada = ahora;
    }
    var app = document.querySelector('[data-testid="stApp"]');
    if (app === null) {
      if (viejo() || ahora - llegada >= ESPERA_AL_ABRIR) decir("viejo");
      return;
    }
    var estado = app.getAttribute("data-test-connection-state");
    if (estado === "CONNECTED" || estado === "STATIC_CONNECTED") {
      conectado = true;
      desde = null;
      callar();
      return;
    }
    if (diciendo === "viejo") callar();
    if (desde === null) desde = conectado ? ahora : llegada;
    cerrarElDeStreamlit();
    if (ahora - desde < (conectado ? ESPERA_AL_PERDER : ESPERA_AL_ABRIR)) return;
    if (ahora - consultado >= ENTRE_CONSULTAS) {
      consultado = ahora;
      averiguar();
    }
  }

  window.setInterval(mirar, CADA);
})();
