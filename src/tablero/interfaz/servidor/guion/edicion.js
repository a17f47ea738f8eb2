/* Quien mira una edición de antes (`?edicion=6`) sigue en ella al tocar un enlace de una tabla, de un
   texto o de un gráfico: los del menú ya la llevan. */
(function () {
  "use strict";

  function seguir(evento) {
    var enlace = evento.target && evento.target.closest && evento.target.closest("a[href]");
    var pedida = new URLSearchParams(window.location.search).get("edicion");
    if (!enlace || !pedida || enlace.hasAttribute("download")) return;
    /* En un SVG la dirección es un objeto. */
    var suya = new URL(enlace.getAttribute("href") || enlace.getAttribute("xlink:href"), document.baseURI);
    if (suya.origin !== window.location.origin || suya.searchParams.has("edicion")) return;
    if (suya.pathname === window.location.pathname && suya.hash) return;
    suya.searchParams.set("edicion", pedida);
    enlace.setAttribute("href", suya.pathname + suya.search + suya.hash);
  }

  document.addEventListener("click", seguir, true);
  document.addEventListener("auxclick", seguir, true);
})();
