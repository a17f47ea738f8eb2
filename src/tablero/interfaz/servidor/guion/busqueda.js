/* El buscador de todo el tablero: un cuadro que se abre con «/», con Ctrl K o con cualquier botón
   `data-tb-buscar`. El servidor (`/propio/buscar`) contesta con texto sin marcas, y como texto se
   pone. Las flechas recorren lo hallado, Intro lo abre y Escape devuelve a donde se estaba. */
(function () {
  "use strict";
  if (!window.JSON || !document.querySelectorAll) return;
  var ESPERA = 120, LARGO = 300, PREFERENCIA = "tb-teclas";
  var SE_LLEVAN = ["departamento", "municipio", "politica", "corte"];
  var base = document.currentScript ? document.currentScript.getAttribute("data-base") || "" : "";
  var cuadro = null, campo, lista, dicho, enlace, opciones = [], elegida = -1;
  var antes = null, reloj = null, pedido = null, ultima = null;
  var contestada = null, alLlegar = false;

  function crear(nombre, atributos, texto) {
    var nodo = document.createElement(nombre);
    for (var atributo in atributos) nodo.setAttribute(atributo, atributos[atributo]);
    if (texto) nodo.textContent = texto;
    return nodo;
  }

  /* Los filtros que la página lleva: lo hallado los conserva. */
  function filtros() {
    var partes = location.search.replace(/^\?/, "").split("&"), llevados = [];
    for (var i = 0; i < partes.length; i++)
      if (SE_LLEVAN.indexOf(partes[i].split("=")[0]) >= 0) llevados.push(partes[i]);
    return llevados;
  }

  function consulta(pregunta) {
    return "?" + ["q=" + encodeURIComponent(pregunta)].concat(filtros()).join("&");
  }

  function armar() {
    cuadro = crear("div", { id: "tb-busqueda" });
    var caja = crear("div", {
      role: "dialog", "aria-modal": "true", "aria-labelledby": "tb-busqueda-titulo"
    });
    var forma = crear("form", { role: "search", autocomplete: "off" });
    campo = crear("input", {
      type: "text", role: "combobox", maxlength: String(LARGO), autocomplete: "off",
      spellcheck: "false", "aria-label": "Buscar en el tablero", "aria-autocomplete": "list",
      "aria-expanded": "false", "aria-controls": "tb-busqueda-lista",
      placeholder: "Un producto, un municipio, una entidad, un código…"
    });
    var cerrarlo = crear("button", { type: "button" }, "Cerrar");
    dicho = crear("div", { role: "status" });
    lista = crear("div", {
      role: "listbox", id: "tb-busqueda-lista", "aria-label": "Resultados", tabindex: "-1"
    });
    var pie = crear("footer", {});
    enlace = crear("a", {}, "Ver todos los resultados");
    pie.appendChild(enlace);
    pie.appendChild(crear("span", {}, "Flechas para elegir · Intro para abrir · Esc para cerrar"));
    forma.appendChild(campo);
    forma.appendChild(cerrarlo);
    caja.appendChild(crear("h2", { id: "tb-busqueda-titulo" }, "Buscar en el tablero"));
    caja.appendChild(forma);
    caja.appendChild(dicho);
    caja.appendChild(lista);
    caja.appendChild(pie);
    cuadro.appendChild(caja);
    forma.addEventListener("submit", function (suceso) {
      suceso.preventDefault();
      entrar();
    });
    cerrarlo.addEventListener("click", cerrar);
    campo.addEventListener("input", esperar);
    cuadro.addEventListener("mousedown", function (suceso) {
      if (suceso.target === cuadro) cerrar();
    });
    lista.addEventListener("mousedown", function (suceso) {
      suceso.preventDefault();
    });
    lista.addEventListener("click", function (suceso) {
      var opcion = suceso.target.closest('[role="option"]');
      if (!opcion) return;
      var direccion = opcion.getAttribute("data-direccion");
      if (suceso.ctrlKey || suceso.metaKey) window.open(direccion, "_blank");
      else ir(direccion);
    });
    cuadro.addEventListener("keydown", teclaAdentro);
  }

  /* Mientras se escribe la primera letra, el servidor va llenando su índice si no lo tiene. */
  function avisar() {
    var aviso = new XMLHttpRequest();
    aviso.open("GET", base + "/propio/buscar?q=", true);
    aviso.send();
  }

  function ir(direccion) {
    cerrar();
    location.assign(direccion);
  }

  function esta() {
    return cuadro !== null && cuadro.parentNode !== null;
  }

  function afuera(quieto) {
    var hijos = document.body.children;
    for (var i = 0; i < hijos.length; i++) {
      if (hijos[i] === cuadro) continue;
      if (quieto) hijos[i].setAttribute("inert", "");
      else hijos[i].removeAttribute("inert");
    }
  }

  function abrir() {
    if (esta()) return campo.focus();
    if (cuadro === null) {
      armar();
      avisar();
    }
    antes = document.activeElement;
    document.body.appendChild(cuadro);
    afuera(true);
    campo.focus();
    campo.select();
    ultima = null;
    buscar();
  }

  function cerrar() {
    if (!esta()) return;
    window.clearTimeout(reloj);
    if (pedido) pedido.abort();
    cuadro.parentNode.removeChild(cuadro);
    afuera(false);
    if (antes && document.body.contains(antes) && antes.focus) antes.focus();
  }

  /* Con lo escrito todavía sin contestar, lo elegido es de otra pregunta: se espera la suya. */
  function entrar() {
    if (escrito() !== contestada) {
      alLlegar = true;
      window.clearTimeout(reloj);
      return buscar();
    }
    ir(elegida >= 0 ? opciones[elegida].getAttribute("data-direccion") : enlace.href);
  }

  function escrito() {
    return campo.value.replace(/^\s+|\s+$/g, "");
  }

  function esperar() {
    alLlegar = false;
    window.clearTimeout(reloj);
    reloj = window.setTimeout(buscar, ESPERA);
  }

  function buscar() {
    var pregunta = escrito();
    enlace.href = base + "/buscar" + consulta(pregunta);
    if (pregunta === ultima) return;
    ultima = pregunta;
    if (pedido) pedido.abort();
    if (!pregunta) return mostrar({ dicho: "", avisos: [], grupos: [] }, pregunta);
    var este = pedido = new XMLHttpRequest();
    este.open("GET", base + "/propio/buscar" + consulta(pregunta), true);
    este.onload = function () {
      if (este !== pedido || !esta()) return;
      var respuesta;
      try {
        respuesta = JSON.parse(este.responseText);
      } catch (error) {
        respuesta = { error: "El tablero no contestó: vuelva a intentarlo." };
      }
      mostrar(respuesta, pregunta);
    };
    este.onerror = function () {
      alLlegar = false;
      ultima = null;
      if (este === pedido) mostrar({ error: "No hay conexión con el tablero: lo que se ve sigue ahí." }, null);
    };
    este.send();
  }

  function mostrar(respuesta, pregunta) {
    contestada = pregunta;
    opciones = [];
    lista.textContent = dicho.textContent = "";
    elegir(-1);
    var parrafo = crear("p", {});
    if (respuesta.simulado) parrafo.appendChild(crear("strong", {}, respuesta.simulado));
    parrafo.appendChild(document.createTextNode(respuesta.error || respuesta.dicho || ""));
    dicho.appendChild(parrafo);
    var avisos = respuesta.avisos || [], grupos = respuesta.grupos || [];
    for (var i = 0; i < avisos.length; i++) dicho.appendChild(crear("p", {}, avisos[i]));
    for (var j = 0; j < grupos.length; j++) ponerGrupo(grupos[j], j);
    campo.setAttribute("aria-expanded", opciones.length ? "true" : "false");
    lista.scrollTop = 0;
    if (opciones.length) elegir(0);
    if (alLlegar && escrito() === contestada && opciones.length) {
      alLlegar = false;
      entrar();
    }
  }

  function ponerGrupo(grupo, numero) {
    var nombre = "tb-busqueda-grupo-" + numero;
    var caja = crear("div", { role: "group", "aria-labelledby": nombre });
    var cuantos = grupo.cuantos > grupo.hallados.length ? " (" + grupo.cuantos + ")" : "";
    caja.appendChild(crear("p", { id: nombre }, grupo.nombre + cuantos));
    for (var i = 0; i < grupo.hallados.length; i++) caja.appendChild(opcion(grupo.hallados[i]));
    lista.appendChild(caja);
  }

  function opcion(hallado) {
    var nodo = crear("div", {
      role: "option", id: "tb-busqueda-" + opciones.length, "aria-selected": "false",
      "data-direccion": base + "/" + hallado.direccion
    });
    nodo.appendChild(crear("b", {}, hallado.titulo));
    nodo.appendChild(crear("i", {}, hallado.cifra));
    nodo.appendChild(crear("small", {}, hallado.contexto));
    nodo.appendChild(crear("small", {}, hallado.corte));
    opciones.push(nodo);
    return nodo;
  }

  function elegir(cual) {
    if (elegida >= 0 && opciones[elegida])
      opciones[elegida].setAttribute("aria-selected", "false");
    elegida = cual;
    if (cual < 0) return campo.removeAttribute("aria-activedescendant");
    opciones[cual].setAttribute("aria-selected", "true");
    campo.setAttribute("aria-activedescendant", opciones[cual].id);
    opciones[cual].scrollIntoView({ block: "nearest" });
  }

  function teclaAdentro(suceso) {
    suceso.stopPropagation();
    var tecla = suceso.key, cuantas = opciones.length;
    if (tecla === "Escape") {
      suceso.preventDefault();
      cerrar();
    } else if (tecla === "Tab") {
      dar(suceso);
    } else if ((tecla === "ArrowDown" || tecla === "ArrowUp") && cuantas) {
      suceso.preventDefault();
      elegir((elegida + (tecla === "ArrowDown" ? 1 : cuantas - 1)) % cuantas);
    }
  }

  /* El foco da la vuelta dentro del cuadro. */
  function dar(suceso) {
    var paradas = cuadro.querySelectorAll("input, button, a[href]");
    var ultimo = paradas.length - 1, donde = 0;
    for (var i = 0; i <= ultimo; i++) if (paradas[i] === document.activeElement) donde = i;
    if (suceso.shiftKey ? donde > 0 : donde < ultimo) return;
    suceso.preventDefault();
    paradas[suceso.shiftKey ? ultimo : 0].focus();
  }

  function seEscribeEn(nodo) {
    if (!nodo || !nodo.closest) return false;
    return !!nodo.closest('input, textarea, select, [contenteditable="true"], [role="combobox"]');
  }

  function conLetras() {
    try {
      return window.localStorage.getItem(PREFERENCIA) !== "no";
    } catch (error) {
      return true;
    }
  }

  document.addEventListener("keydown", function (suceso) {
    if (suceso.defaultPrevented || suceso.isComposing || suceso.altKey) return;
    var conControl = suceso.ctrlKey || suceso.metaKey;
    var esAtajo = conControl && !suceso.shiftKey && String(suceso.key).toLowerCase() === "k";
    var esBarra = suceso.key === "/" && !conControl && !esta() && conLetras() &&
      !seEscribeEn(suceso.target);
    if (!esAtajo && !esBarra) return;
    suceso.preventDefault();
    suceso.stopPropagation();
    abrir();
  }, true);

  document.addEventListener("click", function (suceso) {
    if (!suceso.target.closest || !suceso.target.closest("[data-tb-buscar]")) return;
    suceso.preventDefault();
    abrir();
  });
})();
