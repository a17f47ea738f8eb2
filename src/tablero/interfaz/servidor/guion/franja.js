/* La franja que dice qué pasa y qué hacer, al pie: la página termina donde ella empieza, y lo que se ve
   se sigue leyendo. `tbFranja(quién, html, esDemora)` la pone y, sin `html`, la quita; si hablan varios,
   se oye al primero de `ORDEN`. Sin nada moderno: debe correr en el navegador que no abre el tablero. */
(function () {
  "use strict";
  var ORDEN = ["conexion", "version", "demora"];
  var raiz = document.documentElement, caja = null, dichos = {}, puesto = "";

  function primero() {
    for (var i = 0; i < ORDEN.length; i++) if (dichos[ORDEN[i]]) return dichos[ORDEN[i]];
    return null;
  }

  function medir() {
    if (caja) raiz.style.setProperty("--tb-franja", caja.offsetHeight + "px");
  }

  function quitar() {
    if (!caja) return;
    caja.parentNode.removeChild(caja);
    caja = null;
    puesto = "";
    raiz.className = raiz.className.replace(/\s*\btb-con-franja\b/, "");
  }

  function alPulsar(evento) {
    var quien = evento.target.getAttribute && evento.target.getAttribute("data-callar");
    if (quien) window.tbFranja(quien, null);
  }

  function dibujar() {
    var dicho = primero();
    if (!dicho) return quitar();
    if (dicho.html === puesto || !document.body) return;
    quitar();
    puesto = dicho.html;
    caja = document.createElement("div");
    caja.id = "tb-conexion";
    caja.className = dicho.esDemora ? "tb-lento" : "";
    caja.setAttribute("role", dicho.esDemora ? "status" : "alert");
    caja.addEventListener("click", alPulsar);
    document.body.appendChild(caja);
    caja.innerHTML = dicho.html;
    raiz.className += " tb-con-franja";
    medir();
  }

  window.tbFranja = function (quien, html, esDemora) {
    dichos[quien] = html ? { html: html, esDemora: !!esDemora } : null;
    dibujar();
  };
  window.addEventListener("resize", medir);
})();
