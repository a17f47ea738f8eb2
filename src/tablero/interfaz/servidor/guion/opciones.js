/* El menú «Opciones», arriba a la derecha, en lugar del de tres puntos de Streamlit: tema, imprimir,
   teclas y acerca de. Va en su barra; si él la vuelve a dibujar, se vuelve a poner. */
(function () {
  "use strict";
  if (!window.MutationObserver) return;
  var TEMAS = [["equipo", "El del equipo"], ["claro", "Claro"], ["oscuro", "Oscuro"]];
  var TECLAS = [
    ["Av Pág · Re Pág · espacio", "Bajar o subir una pantalla"],
    ["↓ · ↑ · Inicio · Fin", "Un renglón; el comienzo y el final"],
    ["Tab · Mayús Tab", "Lo siguiente y lo anterior; lo primero es «Saltar al contenido»"],
    ["Entrar · espacio", "Abrir un enlace; pulsar un botón"],
    ["→ · ←", "Pasar de una pestaña a otra"],
    ["↓ · ↑ · letras", "Buscar y elegir en una lista"],
    ["Esc", "Cerrar una lista, un diálogo o la pantalla completa"],
    ["/ · Ctrl K", "Buscar en todo el tablero"],
    ["?", "Ver estas teclas"]
  ];
  var PUNTOS = '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">' +
    '<path fill="currentColor" d="M4 6h16v2H4zm0 5h16v2H4zm0 5h16v2H4z"/></svg>';
  var guion = document.currentScript;
  var base = guion ? guion.getAttribute("data-base") : "";
  var caja = null, boton = null, panel = null;

  function guardado(clave) {
    try {
      return window.localStorage.getItem(clave);
    } catch (error) {
      return null;
    }
  }

  function hacer(etiqueta, atributos, hijos) {
    var elemento = document.createElement(etiqueta);
    Object.keys(atributos || {}).forEach(function (nombre) {
      elemento.setAttribute(nombre, atributos[nombre]);
    });
    (hijos || []).forEach(function (hijo) {
      elemento.appendChild(typeof hijo === "string" ? document.createTextNode(hijo) : hijo);
    });
    return elemento;
  }

  function accion(texto, alPulsar) {
    var elemento = hacer("button", { type: "button" }, [texto]);
    elemento.addEventListener("click", function () {
      cerrar(true);
      alPulsar();
    });
    return elemento;
  }

  function tema() {
    var opciones = TEMAS.map(function (par) {
      var radio = hacer("input", { type: "radio", name: "tb-tema", value: par[0] });
      radio.addEventListener("change", function () {
        window.dispatchEvent(new CustomEvent("tb-tema", { detail: par[0] }));
      });
      return hacer("label", {}, [radio, par[1]]);
    });
    return hacer("fieldset", {}, [hacer("legend", {}, ["Tema"])].concat(opciones));
  }

  function letras() {
    var marca = hacer("input", { type: "checkbox", id: "tb-letras" });
    marca.addEventListener("change", function () {
      try {
        if (marca.checked) window.localStorage.removeItem("tb-teclas");
        else window.localStorage.setItem("tb-teclas", "no");
      } catch (error) { /* sin dónde guardarlo, las teclas siguen encendidas */ }
      alDia();
    });
    return hacer("fieldset", {}, [
      hacer("legend", {}, ["Teclas de un solo signo"]),
      hacer("label", {}, [marca, "Usar / para buscar y ? para ver las teclas"])
    ]);
  }

  /* Lo marcado es lo guardado, también si lo cambió otra pestaña. */
  function alDia() {
    var cual = guardado("tb-tema") || "equipo";
    Array.prototype.forEach.call(panel.querySelectorAll("[name=tb-tema]"), function (radio) {
      radio.checked = radio.value === cual;
    });
    panel.querySelector("#tb-letras").checked = guardado("tb-teclas") !== "no";
  }

  function abrir() {
    alDia();
    panel.hidden = false;
    boton.setAttribute("aria-expanded", "true");
  }

  function cerrar(devuelve) {
    if (!panel || panel.hidden) return;
    panel.hidden = true;
    boton.setAttribute("aria-expanded", "false");
    if (devuelve) boton.focus();
  }

  function dialogo(titulo, cuerpo) {
    var cierre = hacer("button", { type: "button", "class": "tb-cerrar" }, ["Cerrar"]);
    var caja = hacer("dialog", { "class": "tb-dialogo", "aria-labelledby": "tb-dialogo-titulo" }, [
      hacer("h2", { id: "tb-dialogo-titulo" }, [titulo]), cuerpo, cierre
    ]);
    var antes = document.activeElement;
    if (!caja.showModal) return;
    cierre.addEventListener("click", function () { caja.close(); });
    caja.addEventListener("click", function (evento) {
      if (evento.target === caja) caja.close();
    });
    caja.addEventListener("close", function () {
      caja.parentNode.removeChild(caja);
      if (antes && antes.focus && document.contains(antes)) antes.focus({ preventScroll: true });
    });
    document.body.appendChild(caja);
    caja.showModal();
    cierre.focus();
  }

  function lista(pares) {
    var partes = [];
    pares.forEach(function (par) {
      partes.push(hacer("dt", {}, [par[0]]), hacer("dd", {}, [par[1]]));
    });
    return hacer("dl", {}, partes);
  }

  function ayuda() {
    var nota = guardado("tb-teclas") === "no" ?
      "Las de un solo signo (/ y ?) están apagadas: se encienden en «Opciones»." :
      "Las de un solo signo (/ y ?) se apagan en «Opciones».";
    dialogo("Teclas del tablero", hacer("div", {}, [lista(TECLAS), hacer("p", {}, [nota])]));
  }

  function acerca() {
    var cuerpo = hacer("div", { role: "status" }, [hacer("p", {}, ["Consultando…"])]);
    var pedido = new XMLHttpRequest();
    dialogo("Acerca de este tablero", cuerpo);
    pedido.open("GET", base + "/propio/acerca.json", true);
    pedido.timeout = 8000;
    function poner(hijo) {
      cuerpo.replaceChild(hijo, cuerpo.firstChild);
    }
    pedido.onload = function () {
      var dicho = null;
      try {
        dicho = JSON.parse(pedido.responseText);
      } catch (error) { /* se dice abajo */ }
      if (pedido.status !== 200 || dicho === null) return pedido.onerror();
      poner(lista(dicho.dice));
    };
    pedido.onerror = pedido.ontimeout = function () {
      poner(hacer("p", {}, ["El tablero no respondió. Inténtelo de nuevo en un momento."]));
    };
    pedido.send();
  }

  function armar() {
    boton = hacer("button", {
      type: "button", id: "tb-abrir-opciones", "aria-expanded": "false", "aria-controls": "tb-panel"
    });
    boton.innerHTML = PUNTOS + "<span>Opciones</span>";
    panel = hacer("div", { id: "tb-panel", role: "group", "aria-label": "Opciones del tablero" }, [
      tema(),
      letras(),
      accion("Imprimir esta página", function () { window.print(); }),
      accion("Ver las teclas", ayuda),
      accion("Acerca de este tablero", acerca)
    ]);
    panel.hidden = true;
    caja = hacer("div", { id: "tb-opciones" }, [boton, panel]);
    boton.addEventListener("click", function () {
      if (panel.hidden) abrir();
      else cerrar(false);
    });
    caja.addEventListener("keydown", function (evento) {
      if (evento.key !== "Escape" || panel.hidden) return;
      cerrar(true);
      evento.stopPropagation();
    });
    caja.addEventListener("focusout", function (evento) {
      if (evento.relatedTarget && !caja.contains(evento.relatedTarget)) cerrar(false);
    });
    document.addEventListener("pointerdown", function (evento) {
      if (!caja.contains(evento.target)) cerrar(false);
    }, true);
  }

  function poner() {
    var barra = document.querySelector('[data-testid="stHeader"]');
    if (!barra || (caja && caja.parentNode === barra)) return;
    if (!caja) armar();
    barra.appendChild(caja);
  }

  window.addEventListener("tb-ayuda", ayuda);
  new MutationObserver(poner).observe(document.documentElement, { childList: true, subtree: true });
})();
