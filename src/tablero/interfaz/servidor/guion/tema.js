/* Qué tema se ve: `data-tema` en la raíz, «claro» u «oscuro». Streamlit lo deja elegir en su menú
   sin avisar al servidor, y los mapas se dibujan con colores fijos que la hoja de estilo voltea. */
(function () {
  "use strict";
  if (!window.MutationObserver) return;
  var raiz = document.documentElement;

  function leer(app) {
    var oscuro = getComputedStyle(app).colorScheme === "dark";
    raiz.setAttribute("data-tema", oscuro ? "oscuro" : "claro");
  }

  var llegada = new MutationObserver(function () {
    var app = document.querySelector('[data-testid="stApp"]');
    if (app === null) return;
    llegada.disconnect();
    new MutationObserver(function () {
      leer(app);
    }).observe(app, { attributes: true, attributeFilter: ["class"] });
    leer(app);
  });
  llegada.observe(raiz, { childList: true, subtree: true });
})();
