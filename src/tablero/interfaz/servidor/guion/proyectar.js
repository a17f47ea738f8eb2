/* «Proyectar» lleva a la pared lo que se ve ahora: lo que cambia una parte de la página está en la
   dirección, y no en el enlace, que se escribió con la página. */
(function () {
  "use strict";
  var NO_CUENTAN = ["edicion", "orden", "filtro", "tarjeta"];

  function ponerLoQueSeVe(evento) {
    var enlace = evento.target && evento.target.closest && evento.target.closest("a.tb-proyectar");
    if (!enlace) return;
    var suya = new URL(enlace.href), pedido = new URLSearchParams(window.location.search);
    NO_CUENTAN.forEach(function (nombre) { pedido.delete(nombre); });
    var pagina = suya.searchParams.get("de").split("?")[0], consulta = pedido.toString();
    suya.searchParams.set("de", consulta ? pagina + "?" + consulta : pagina);
    enlace.setAttribute("href", suya.pathname + suya.search);
  }

  document.addEventListener("click", ponerLoQueSeVe, true);
  document.addEventListener("auxclick", ponerLoQueSeVe, true);
})();
