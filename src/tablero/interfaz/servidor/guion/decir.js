/* `tbDecir`: lo que cambia en la página se dice también a quien no lo ve. */
(function () {
  "use strict";

  window.tbDecir = function (texto) {
    var donde = document.getElementById("tb-dicho");
    if (!donde) {
      donde = document.createElement("div");
      donde.id = "tb-dicho";
      donde.className = "tb-solo-oido";
      donde.setAttribute("role", "status");
      donde.setAttribute("aria-live", "polite");
      document.body.appendChild(donde);
    }
    donde.textContent = "";
    window.setTimeout(function () { donde.textContent = texto; }, 50);
  };
})();
