/* En una pantalla angosta, la pestaña abierta y la página actual de la tira quedan a la vista: si no,
   quien llega por un enlace no ve cuál está elegida. Se corre solo la tira, nunca la página. */
(function () {
  "use strict";
  if (!window.MutationObserver) return;
  var ELEGIDAS = '[data-testid="stMain"] [role="tab"][aria-selected="true"], .tb-aqui';
  var pendiente = false;

  function caja(nodo) {
    while (nodo && nodo !== document.body) {
      var forma = getComputedStyle(nodo).overflowX;
      if (nodo.scrollWidth > nodo.clientWidth + 1 && (forma === "auto" || forma === "scroll"))
        return nodo;
      nodo = nodo.parentElement;
    }
    return null;
  }

  function mostrar(elegida) {
    var tira = caja(elegida.parentElement);
    if (!tira || tira.matches('[data-testid="stMain"]')) return;
    var suya = elegida.getBoundingClientRect(), toda = tira.getBoundingClientRect();
    if (suya.left >= toda.left && suya.right <= toda.right) return;
    tira.scrollLeft += suya.left - toda.left - (toda.width - suya.width) / 2;
  }

  function mirar() {
    pendiente = false;
    Array.prototype.forEach.call(document.querySelectorAll(ELEGIDAS), mostrar);
  }

  new MutationObserver(function () {
    if (pendiente) return;
    pendiente = true;
    window.requestAnimationFrame(mirar);
  }).observe(document.documentElement, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["aria-selected"]
  });
})();
