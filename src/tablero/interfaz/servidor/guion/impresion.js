/* Al imprimir, la hoja dice cuándo y de qué dirección salió, y cada mapa conserva el tamaño que tenía:
   si se estira con la hoja, vuelve a dibujarse y la impresora no espera. La hoja de estilo lo encoge
   sin que él lo note. */
(function () {
  "use strict";
  if (!window.matchMedia) return;
  var MAPAS = '[data-testid="stDeckGlJsonChart"]', CADA = 500, ANCHO_DE_HOJA = 880;
  var papel = window.matchMedia("print");

  /* Sin esto, el navegador puede borrar lo dibujado en cuanto lo muestra, y el mapa sale en blanco. */
  var pedirLienzo = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (clase, opciones) {
    if (clase !== "webgl2") return pedirLienzo.apply(this, arguments);
    return pedirLienzo.call(this, clase, Object.assign({}, opciones, { preserveDrawingBuffer: true }));
  };

  function cadaMapa(hacer) {
    Array.prototype.forEach.call(document.querySelectorAll(MAPAS), hacer);
  }

  /* Cuando el navegador avisa, la hoja ya cambió el tamaño: se anota el de la pantalla. */
  function anotar() {
    if (papel.matches) return;
    cadaMapa(function (mapa) {
      mapa.setAttribute("data-medida", mapa.clientWidth + " " + mapa.clientHeight);
    });
  }

  function fijar() {
    cadaMapa(function (mapa) {
      var medida = (mapa.getAttribute("data-medida") || "").split(" ");
      if (medida.length !== 2) return;
      var ancho = Math.min(Number(medida[0]), ANCHO_DE_HOJA);
      mapa.style.setProperty("width", ancho + "px", "important");
      mapa.style.setProperty("height", medida[1] + "px", "important");
    });
  }

  function soltar() {
    cadaMapa(function (mapa) {
      mapa.style.removeProperty("width");
      mapa.style.removeProperty("height");
    });
  }

  /* La que vuelve a mostrar lo mismo, también cuando haya otra edición. */
  function direccion(edicion) {
    var propia = new URL(window.location.href);
    propia.hash = "";
    if (edicion && !propia.searchParams.has("edicion")) propia.searchParams.set("edicion", edicion);
    return propia.href;
  }

  function decir() {
    var donde = document.querySelector(".tb-papel");
    var dicho = donde && donde.querySelector("span");
    if (!dicho) return;
    var dia = new Date().toLocaleDateString("es-CO", { day: "numeric", month: "long", year: "numeric" });
    dicho.textContent = "Impreso el " + dia + " de " + direccion(donde.getAttribute("data-edicion"));
  }

  function alImprimir() {
    decir();
    fijar();
  }

  function alCambiar() {
    if (papel.matches) alImprimir();
    else soltar();
  }

  window.setInterval(anotar, CADA);
  window.addEventListener("beforeprint", alImprimir);
  window.addEventListener("afterprint", soltar);
  if (papel.addEventListener) papel.addEventListener("change", alCambiar);
})();
