/* Las teclas mueven la página apenas se llega, sin un clic: lo que se desplaza es `#stMain`, y Streamlit
   deja el foco en ninguna parte. Después de cambiar de página el foco queda en ella, con su título por
   nombre, y el primer Tab lleva, como en una página recién abierta, a «Saltar al contenido». */
(function () {
  "use strict";
  if (!window.MutationObserver) return;
  var APAGADAS = "tb-teclas", NOMBRE = " · Tablero de Control", LLEGADA = "data-tb-llegada";
  var ESCRIBE = 'textarea,select,[contenteditable=""],[contenteditable="true"],input:not([type=radio])' +
    ":not([type=checkbox]):not([type=button])";
  var SUYAS = '[role=menu],[role=listbox],[role=tablist],[role=radiogroup],[role=slider],[role=dialog],' +
    "dialog,input,textarea,select";
  var DE_PAGINA = { PageDown: 1, PageUp: -1 }, DE_RENGLON = { ArrowDown: 40, ArrowUp: -40 };
  var DE_PUNTA = { Home: 1, End: 1 }, DE_STREAMLIT = { r: 1, c: 1 };
  var PARTE_DE_PANTALLA = 0.875;
  var ruta = null;

  function principal() {
    return document.getElementById("stMain");
  }

  function escribe(elemento) {
    return !!(elemento && elemento.closest && elemento.closest(ESCRIBE));
  }

  function deUnaLetra() {
    try {
      return window.localStorage.getItem(APAGADAS) !== "no";
    } catch (error) {
      return true;
    }
  }

  function enfocar(elemento) {
    elemento.focus({ preventScroll: true });
  }

  /* Lo enfoca este guion y no una persona: sin anillo, y el primer Tab lleva al comienzo. */
  function llegar(contenido) {
    enfocar(contenido);
    contenido.setAttribute(LLEGADA, "");
  }

  function enNinguna(foco) {
    return !foco || foco === document.body || foco === document.documentElement;
  }

  /* Si lo que lo rodea ya se desplaza por su cuenta. */
  function seDesplaza(elemento) {
    for (var caja = elemento; caja && caja !== document.body; caja = caja.parentElement)
      if (caja.scrollHeight > caja.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(caja).overflowY))
        return true;
    return false;
  }

  function mueve(tecla, foco) {
    if (tecla === " ") return enNinguna(foco) || foco.tagName === "A";
    return tecla in DE_PAGINA || tecla in DE_RENGLON || tecla in DE_PUNTA;
  }

  function desplazar(contenido, evento) {
    var tecla = evento.key, alto = contenido.clientHeight * PARTE_DE_PANTALLA;
    if (tecla === "Home") contenido.scrollTop = 0;
    else if (tecla === "End") contenido.scrollTop = contenido.scrollHeight;
    else if (tecla in DE_RENGLON) contenido.scrollTop += DE_RENGLON[tecla];
    else contenido.scrollTop += alto * (DE_PAGINA[tecla] || (evento.shiftKey ? -1 : 1));
  }

  /* Con el foco en ninguna parte pasa al contenido, y el navegador lo mueve; en un enlace del menú o un
     botón de arriba se queda donde está, y el contenido se mueve igual. */
  function mover(evento, foco, contenido) {
    if (!mueve(evento.key, foco)) return;
    if (enNinguna(foco)) return llegar(contenido);
    if (contenido.contains(foco) || foco.closest(SUYAS) || seDesplaza(foco)) return;
    desplazar(contenido, evento);
    evento.preventDefault();
  }

  function alPulsar(evento) {
    if (evento.ctrlKey || evento.metaKey || evento.altKey || evento.defaultPrevented) return;
    var contenido = principal(), foco = document.activeElement;
    /* «R» y «C» vuelven a consultar y abren un diálogo, en Streamlit, sin decirlo ni poderse apagar. */
    if (DE_STREAMLIT[(evento.key || "").toLowerCase()] && !escribe(foco))
      return evento.stopImmediatePropagation();
    if (evento.key === "?" && deUnaLetra() && !escribe(foco) && !document.querySelector("dialog[open]")) {
      window.dispatchEvent(new CustomEvent("tb-ayuda"));
      return evento.preventDefault();
    }
    if (!contenido) return;
    if (evento.key === "Tab") enElDesplegado(evento, foco);
    if (evento.defaultPrevented) return;
    if (evento.key === "Tab" && !evento.shiftKey && foco === contenido && contenido.hasAttribute(LLEGADA)) {
      var salto = document.querySelector('[data-testid="stSkipToContent"]');
      if (!salto) return;
      salto.focus();
      return evento.preventDefault();
    }
    mover(evento, foco, contenido);
  }

  /* Lo que abre «Llevar» está al final de la página: Tab entra en ello desde su botón, y sale a él. */
  function enElDesplegado(evento, foco) {
    var cuerpo = document.querySelector('[data-testid="stPopoverBody"]');
    var boton = document.querySelector('[data-testid="stPopover"] button[aria-expanded="true"]');
    if (!cuerpo || !boton) return;
    var dentro = cuerpo.querySelectorAll("a[href],button:not([disabled]),summary,input,[tabindex='0']");
    if (!dentro.length) return;
    var borde = evento.shiftKey ? dentro[0] : dentro[dentro.length - 1];
    var destino = foco === boton && !evento.shiftKey ? dentro[0] : foco === borde ? boton : null;
    if (!destino) return;
    destino.focus();
    evento.preventDefault();
    evento.stopImmediatePropagation();
  }

  function quitarLlegada() {
    var contenido = principal();
    if (contenido) contenido.removeAttribute(LLEGADA);
  }

  /* El título cambia cuando la página nueva empieza a llegar: el foco no se le quita a quien escribe. */
  function alTitular() {
    var contenido = principal(), foco = document.activeElement;
    if (!contenido) return;
    var nombre = document.title.split(NOMBRE)[0];
    if (nombre) contenido.setAttribute("aria-label", nombre);
    var cambio = ruta !== null && ruta !== location.pathname;
    ruta = location.pathname;
    if (cambio && !escribe(foco) && !document.querySelector("dialog[open]")) llegar(contenido);
  }

  window.addEventListener("keydown", alPulsar, true);
  document.addEventListener("pointerdown", quitarLlegada, true);
  document.addEventListener("focusout", quitarLlegada, true);
  new MutationObserver(alTitular).observe(document.head, {
    childList: true, subtree: true, characterData: true
  });
})();
