/* El tema que la persona elige en nuestro menú (`tb-tema`: «equipo», «claro» u «oscuro»), en todas las
   páginas y sin volver a cargarlas. Streamlit guarda el suyo por dirección, y solo lo cambia su propio
   menú; pero siempre sigue la preferencia del equipo, y esa se le responde aquí. Corre antes que él. */
(function () {
  "use strict";
  if (!window.matchMedia) return;
  var CLAVE = "tb-tema", DE_STREAMLIT = "stActiveTheme", CONSULTA = "(prefers-color-scheme: dark)";
  var preguntar = window.matchMedia, equipo = preguntar.call(window, CONSULTA);
  var atentos = [], era = null, sinGuardar = "equipo";

  function elegido() {
    try {
      sinGuardar = window.localStorage.getItem(CLAVE) || sinGuardar;
    } catch (error) { /* sin dónde guardar, vale mientras la página esté abierta */ }
    return sinGuardar;
  }

  function esOscuro() {
    var cual = elegido();
    return cual === "equipo" ? equipo.matches : cual === "oscuro";
  }

  /* El que se eligió en el menú de Streamlit antes de que hubiera otro: se conserva y se le quita. */
  function heredar() {
    try {
      var suyos = Object.keys(window.localStorage).filter(function (clave) {
        return clave.indexOf(DE_STREAMLIT) === 0;
      });
      suyos.forEach(function (clave) {
        var valor = window.localStorage.getItem(clave);
        var cual = valor === '"Dark"' ? "oscuro" : valor === '"Light"' ? "claro" : "";
        if (cual && !window.localStorage.getItem(CLAVE)) window.localStorage.setItem(CLAVE, cual);
        window.localStorage.removeItem(clave);
      });
    } catch (error) { /* sin memoria no hay nada que heredar */ }
  }

  function avisar() {
    var ahora = esOscuro();
    if (ahora === era) return;
    era = ahora;
    atentos.slice().forEach(function (atento) {
      atento.call(respuesta, { matches: ahora, media: CONSULTA, type: "change" });
    });
  }

  function atender(_tipo, atento) {
    if (atento && atentos.indexOf(atento) < 0) atentos.push(atento);
  }

  function desatender(_tipo, atento) {
    atentos = atentos.filter(function (otro) { return otro !== atento; });
  }

  var respuesta = {
    media: CONSULTA,
    onchange: null,
    addEventListener: atender,
    removeEventListener: desatender,
    addListener: function (atento) { atender("change", atento); },
    removeListener: function (atento) { desatender("change", atento); }
  };
  Object.defineProperty(respuesta, "matches", { get: esOscuro });

  window.matchMedia = function (consulta) {
    return consulta === CONSULTA ? respuesta : preguntar.call(window, consulta);
  };

  heredar();
  era = esOscuro();
  if (equipo.addEventListener) equipo.addEventListener("change", avisar);
  window.addEventListener("tb-tema", function (evento) {
    sinGuardar = evento.detail;
    try {
      window.localStorage.setItem(CLAVE, evento.detail);
    } catch (error) { /* ya está en `sinGuardar` */ }
    avisar();
  });
  /* Otra pestaña lo cambió. */
  window.addEventListener("storage", function (evento) {
    if (evento.key === CLAVE) avisar();
  });
})();
