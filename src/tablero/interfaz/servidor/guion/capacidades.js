/* Lo que le falta a este navegador: con la clase `tb-sin-webgl`, la hoja de estilo cambia cada mapa
   por su imagen. Se mira cuando la página ya llegó, y otra vez si el equipo apaga el dibujo. */
(function () {
  "use strict";
  var raiz = document.documentElement;

  function hayWebGL() {
    try {
      var lienzo = document.createElement("canvas").getContext("webgl2");
      var soltar = lienzo && lienzo.getExtension("WEBGL_lose_context");
      if (soltar) soltar.loseContext();
      return !!lienzo;
    } catch (error) {
      return false;
    }
  }

  function alLlegar() {
    if (!hayWebGL()) raiz.classList.add("tb-sin-webgl");
  }

  /* Al cambiar de página el mapa viejo también pierde su dibujo: solo cuenta el que sigue puesto. */
  function alPerder(evento) {
    var lienzo = evento.target;
    window.setTimeout(function () {
      if (document.body.contains(lienzo)) raiz.classList.add("tb-sin-webgl");
    }, 1500);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", alLlegar);
  else alLlegar();
  document.addEventListener("webglcontextlost", alPerder, true);
  document.addEventListener("webglcontextrestored", function () {
    raiz.classList.remove("tb-sin-webgl");
  }, true);
})();
