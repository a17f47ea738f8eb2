/* Al imprimir, cada mapa conserva el tamaño que tenía: si se estira con la hoja, vuelve a dibujarse y
   la impresora no espera. La hoja de estilo lo encoge sin que él lo note. */
(function () {
  "use strict";
  if (!window.matchMedia) return;
  var MAPAS = '[data-testid="stDeckGlJsonChart"]', CADA = 500, ANCHO_DE_HOJA = 880;
  var papel = window.matchMedia("print");

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

  function alCambiar() {
    if (papel.matches) fijar();
    else soltar();
  }

  window.setInterval(anotar, CADA);
  window.addEventListener("beforeprint", fijar);
  window.addEventListener("afterprint", soltar);
  if (papel.addEventListener) papel.addEventListener("change", alCambiar);
})();
