/* La sala: cambia de pantalla con teclas o con un control, sin pedirle nada a nadie. La dirección dice
   cuál se ve (`pantalla=3`), y por eso se puede volver a cargar o enviar. */
(function () {
  "use strict";
  var APAGADAS = "tb-teclas", TEMA = "tb-tema", ESPERA = 3000, MESES = 12, EN_MESES = 36;
  var ESCRIBE = 'textarea,select,[contenteditable=""],[contenteditable="true"],' +
    "input:not([type=checkbox]):not([type=radio]):not([type=button])";
  var PASO = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
  var pantallas = Array.prototype.slice.call(document.querySelectorAll("main > section"));
  var actual = 0, digitos = "", olvido = null;

  function uno(id) {
    return document.getElementById(id);
  }

  function guardado(clave) {
    try {
      return window.localStorage.getItem(clave);
    } catch (error) {
      return null;
    }
  }

  function guardar(clave, valor) {
    try {
      if (valor === null) window.localStorage.removeItem(clave);
      else window.localStorage.setItem(clave, valor);
    } catch (error) { /* sin memoria, vale mientras la página esté abierta */ }
  }

  function decir(texto) {
    uno("anuncio").textContent = texto;
  }

  /* Los meses enteros, como los cuenta el tablero: el último día del mes cuenta como el del corte. */
  function meses(corte, hoy) {
    var parte = corte.split("-").map(Number);
    var manana = new Date(hoy.getFullYear(), hoy.getMonth(), hoy.getDate() + 1);
    var van = (hoy.getFullYear() - parte[0]) * MESES + hoy.getMonth() + 1 - parte[1];
    return hoy.getDate() >= parte[2] || manana.getDate() === 1 ? van : van - 1;
  }

  function tiempo(van) {
    if (van < EN_MESES) return van === 1 ? "1 mes" : van + " meses";
    var resto = van % MESES, anios = Math.floor(van / MESES) + " años";
    return resto ? anios + " y " + (resto === 1 ? "1 mes" : resto + " meses") : anios;
  }

  function edad(cortes) {
    var hoy = new Date(), van = cortes.split(" ").filter(Boolean).map(function (corte) {
      return Math.max(meses(corte, hoy), 0);
    });
    if (!van.length) return "";
    var menor = Math.min.apply(null, van), mayor = Math.max.apply(null, van);
    if (menor === mayor) return "Datos de hace " + (mayor ? tiempo(mayor) : "menos de un mes");
    return "Datos de hace " + (mayor < EN_MESES ? menor : tiempo(menor)) + " a " + tiempo(mayor);
  }

  /* Lo que no cabe en la pared se cuenta: las filas que sobran se quitan desde la última. */
  function acomodar() {
    var pantalla = pantallas[actual], tabla = pantalla.querySelector(".tabla");
    if (!tabla) return;
    var filas = Array.prototype.slice.call(tabla.querySelectorAll("tbody tr"));
    var dicho = tabla.querySelector(".faltan"), total = Number(dicho.getAttribute("data-total"));
    function decirCuantas(van) {
      dicho.textContent = van >= total ? "" :
        "Van " + van + " de " + total + " filas: quedan fuera " + (total - van) + ".";
    }
    filas.forEach(function (fila) { fila.hidden = false; });
    decirCuantas(filas.length);
    for (var van = filas.length; van > 1 && tabla.scrollHeight > tabla.clientHeight + 1; van--) {
      filas[van - 1].hidden = true;
      decirCuantas(van - 1);
    }
  }

  function escribirDireccion() {
    var consulta = new URLSearchParams(location.search);
    consulta.set("pantalla", actual + 1);
    try {
      history.replaceState(null, "", "?" + consulta);
    } catch (error) {
      location.replace("#pantalla=" + (actual + 1)); /* un archivo suelto no siempre lo deja */
    }
  }

  function mostrar(cual, alLlegar) {
    actual = Math.min(Math.max(cual, 0), pantallas.length - 1);
    pantallas.forEach(function (pantalla, lugar) { pantalla.hidden = lugar !== actual; });
    var pantalla = pantallas[actual], titulo = pantalla.querySelector("h1").textContent;
    var lugar = "Pantalla " + (actual + 1) + " de " + pantallas.length;
    uno("lugar").textContent = lugar;
    uno("edad").textContent = edad(pantalla.getAttribute("data-cortes"));
    var explica = uno("explica");
    if (explica) explica.href = explica.getAttribute("data-base") + pantalla.getAttribute("data-de");
    Array.prototype.forEach.call(document.querySelectorAll("[data-pantalla]"), function (boton) {
      if (Number(boton.getAttribute("data-pantalla")) === actual + 1)
        boton.setAttribute("aria-current", "true");
      else boton.removeAttribute("aria-current");
    });
    acomodar();
    if (alLlegar) return;
    decir(lugar + ". " + titulo);
    escribirDireccion();
  }

  function negro() {
    return !uno("negro").hidden;
  }

  function ponerNegro(si) {
    uno("negro").hidden = !si;
    decir(si ? "Pantalla en negro. B o Esc para volver." : pantallas[actual].querySelector("h1").textContent);
  }

  function abrir(id) {
    var caja = uno(id);
    if (caja.open) return caja.close();
    uno("usar").checked = guardado(APAGADAS) !== "no";
    caja.showModal();
    var primero = caja.querySelector("[aria-current]") || caja.querySelector(".cerrar");
    primero.focus();
  }

  function completa() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.documentElement.requestFullscreen) document.documentElement.requestFullscreen();
  }

  function ponerTema(cual) {
    document.documentElement.style.colorScheme =
      cual === "oscuro" ? "dark" : cual === "claro" ? "light" : "";
  }

  function otroTema() {
    var esOscuro = getComputedStyle(document.documentElement).colorScheme === "dark" ||
      (!document.documentElement.style.colorScheme &&
        window.matchMedia("(prefers-color-scheme: dark)").matches);
    var cual = esOscuro ? "claro" : "oscuro";
    guardar(TEMA, cual);
    ponerTema(cual);
    decir("Tema " + cual);
  }

  function anotar(digito) {
    digitos = (digitos + digito).slice(-2);
    uno("numero").textContent = digitos;
    uno("numero").hidden = false;
    clearTimeout(olvido);
    olvido = setTimeout(olvidar, ESPERA);
  }

  function olvidar() {
    clearTimeout(olvido);
    digitos = "";
    uno("numero").hidden = true;
  }

  function irAlNumero() {
    var cual = Number(digitos);
    olvidar();
    if (cual >= 1 && cual <= pantallas.length) mostrar(cual - 1);
    else decir("No hay pantalla " + cual);
  }

  function deUnSigno(tecla) {
    if (guardado(APAGADAS) === "no") return false;
    if (/^[0-9]$/.test(tecla)) anotar(tecla);
    else if (tecla === "i") abrir("indice");
    else if (tecla === "?") abrir("teclas");
    else if (tecla === "b" || tecla === ".") ponerNegro(!negro());
    else if (tecla === "f") completa();
    else if (tecla === "t") otroTema();
    else return false;
    return true;
  }

  function mover(evento, foco) {
    var tecla = evento.key;
    if (tecla in PASO) mostrar(actual + PASO[tecla]);
    else if (tecla === " " && !foco.closest("button,a,input,label")) mostrar(actual + (evento.shiftKey ? -1 : 1));
    else if (tecla === "Home") mostrar(0);
    else if (tecla === "End") mostrar(pantallas.length - 1);
    else return false;
    return true;
  }

  function alPulsar(evento) {
    var foco = document.activeElement || document.body, tecla = evento.key;
    if (evento.ctrlKey || evento.metaKey || evento.altKey || evento.defaultPrevented) return;
    if (foco.closest(ESCRIBE)) return;
    var abierto = document.querySelector("dialog[open]");
    if (tecla === "Enter" && digitos) {
      if (abierto) abierto.close();
      irAlNumero();
      return evento.preventDefault();
    }
    if (abierto) {
      var suya = { i: "indice", "?": "teclas" }[tecla.toLowerCase()];
      if ((suya === abierto.id || /^[0-9]$/.test(tecla)) && deUnSigno(tecla.toLowerCase())) evento.preventDefault();
      return;
    }
    if (tecla === "Escape") {
      olvidar();
      if (negro()) ponerNegro(false);
      return;
    }
    if (negro() && !/^[b.]$/i.test(tecla)) ponerNegro(false);
    if (mover(evento, foco) || deUnSigno(tecla.toLowerCase())) evento.preventDefault();
  }

  function pedida() {
    var dicha = new URLSearchParams(location.search).get("pantalla") ||
      (/pantalla=(\d+)/.exec(location.hash) || [])[1];
    var cual = parseInt(dicha, 10);
    return cual >= 1 && cual <= pantallas.length ? cual - 1 : 0;
  }

  function enPunto() {
    uno("hora").textContent = new Date().toLocaleTimeString("es-CO", { hour: "numeric", minute: "2-digit" });
  }

  function alPulsarEn(id, hacer) {
    uno(id).addEventListener("click", hacer);
  }

  if (!pantallas.length) return;
  ponerTema(guardado(TEMA));
  document.addEventListener("keydown", alPulsar);
  alPulsarEn("anterior", function () { mostrar(actual - 1); });
  alPulsarEn("siguiente", function () { mostrar(actual + 1); });
  alPulsarEn("abrir-indice", function () { abrir("indice"); });
  alPulsarEn("abrir-teclas", function () { abrir("teclas"); });
  alPulsarEn("negro", function () { ponerNegro(false); });
  uno("usar").addEventListener("change", function () {
    guardar(APAGADAS, uno("usar").checked ? null : "no");
  });
  Array.prototype.forEach.call(document.querySelectorAll(".cerrar"), function (boton) {
    boton.addEventListener("click", function () { boton.closest("dialog").close(); });
  });
  Array.prototype.forEach.call(document.querySelectorAll("[data-pantalla]"), function (boton) {
    boton.addEventListener("click", function () {
      uno("indice").close();
      mostrar(Number(boton.getAttribute("data-pantalla")) - 1);
    });
  });
  window.addEventListener("resize", acomodar);
  window.addEventListener("popstate", function () { mostrar(pedida(), true); });
  if (document.fonts && document.fonts.ready) document.fonts.ready.then(acomodar);
  enPunto();
  setInterval(enPunto, 5000);
  mostrar(pedida(), true);
})();
