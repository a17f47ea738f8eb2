/* Cada término del glosario, señalado donde aparece por primera vez en lo que el tablero escribe:
   notas, rótulos y explicaciones; no en títulos, enlaces, botones, tablas, citas ni en lo que viene
   de una fuente. Es un enlace a su página, y al señalarlo o llegar con el teclado dice qué es.
   Los párrafos son de React: el nodo de texto que él conoce se queda en su lugar con el comienzo, y
   lo demás va detrás. Si React lo cambia o lo quita, lo de atrás se retira (`revisar`). */
(function () {
  "use strict";
  var TERMINOS = window.tbGlosario || [];
  if (!TERMINOS.length || !window.MutationObserver || !window.URLSearchParams) return;

  var base = document.currentScript ? document.currentScript.getAttribute("data-base") : "";
  var PAGINA = ".stMain", APARTE = ".tb-que-veo";
  var DENTRO = '[data-testid="stMarkdownContainer"],[data-testid="stCaptionContainer"],' +
    ".tb-nota,.tb-cortes,.tb-etiqueta,.tb-frase,.tb-alerta," + APARTE;
  var FUERA = 'a,button,summary,label,h1,h2,h3,h4,h5,h6,table,svg,canvas,code,blockquote,q,' +
    'script,style,[role="tab"],[role="button"],[data-testid="stWidgetLabel"],.tb-fuente,' +
    '.tb-nombre,.tb-franja,.tb-fila,.tb-glosario,.tb-hoja,.tb-simulado';
  var QUEDAN = ["departamento", "municipio", "cluster", "politica", "corte"];
  var CADA = 150, AL_SENALAR = 250, AL_DEJAR = 200, MARGEN = 8, ENCABEZADO = 56;
  var CITA = /«[^«»]*»/g;

  var porForma = {}, buscador = armar();
  var cabezas = [], pendiente = null;

  /* Sin tildes ni mayúsculas y letra por letra: lo hallado está en el mismo lugar del texto. */
  function plano(texto) {
    return texto.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  function armar() {
    var formas = [];
    TERMINOS.forEach(function (termino) {
      termino.formas.forEach(function (forma) {
        porForma[plano(forma)] = { termino: termino, propio: /^[A-ZÁÉÍÓÚÑ]/.test(forma) };
        formas.push(plano(forma).replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s"));
      });
    });
    formas.sort(function (una, otra) {
      return otra.length - una.length;
    });
    return new RegExp("(^|[^a-z0-9_-])(" + formas.join("|") + ")(?![a-z0-9_])", "g");
  }

  /* Los términos de un texto que no se han visto: dónde empieza y termina cada uno. */
  function hallar(texto, vistos) {
    var llano = plano(texto), citas = [], hallados = [], hallado, cita;
    if (llano.length !== texto.length) return hallados; // un texto raro se queda sin enlaces
    CITA.lastIndex = buscador.lastIndex = 0;
    while ((cita = CITA.exec(texto))) citas.push([cita.index, cita.index + cita[0].length]);
    while ((hallado = buscador.exec(llano))) {
      var desde = hallado.index + hallado[1].length, hasta = desde + hallado[2].length;
      buscador.lastIndex = hasta;
      var cual = porForma[hallado[2].replace(/\s/g, " ")], dicho = texto.slice(desde, hasta);
      var citado = citas.some(function (c) {
        return desde > c[0] && hasta < c[1];
      });
      if (!cual || citado || (cual.propio && !/^[A-ZÁÉÍÓÚÑ]/.test(dicho))) continue;
      if (vistos[cual.termino.codigo]) continue;
      vistos[cual.termino.codigo] = true;
      hallados.push({ desde: desde, hasta: hasta, termino: cual.termino });
    }
    return hallados;
  }

  /* El destino de un enlace, con el territorio y el corte que se miran ahora. */
  function dirigir(pieza) {
    if (pieza.nodeType !== 1) return;
    var antes = new URLSearchParams(location.search), va = new URLSearchParams();
    va.set("termino", pieza.getAttribute("data-termino"));
    QUEDAN.forEach(function (nombre) {
      if (antes.has(nombre)) va.set(nombre, antes.get(nombre));
    });
    var destino = base + "/glosario?" + va.toString();
    if (pieza.getAttribute("href") !== destino) pieza.setAttribute("href", destino);
  }

  function enlazar(termino, dicho) {
    var enlace = document.createElement("a");
    enlace.className = "tb-termino";
    enlace.textContent = dicho;
    enlace.setAttribute("data-termino", termino.codigo);
    dirigir(enlace);
    /* Otro enlace con el mismo nombre, el del menú, lleva a otra parte. */
    enlace.setAttribute("aria-label", dicho + ", en el glosario");
    enlace.setAttribute("aria-describedby", definicion(termino).id);
    return enlace;
  }

  function envolver(nodo, hallados) {
    var entero = nodo.data, piezas = [], trozo = document.createDocumentFragment();
    hallados.forEach(function (hallado, i) {
      var sigue = i + 1 < hallados.length ? hallados[i + 1].desde : entero.length;
      piezas.push(enlazar(hallado.termino, entero.slice(hallado.desde, hallado.hasta)));
      piezas.push(document.createTextNode(entero.slice(hallado.hasta, sigue)));
    });
    piezas.forEach(function (pieza) {
      pieza.tbPieza = true;
      trozo.appendChild(pieza);
    });
    nodo.data = entero.slice(0, hallados[0].desde);
    nodo.parentNode.insertBefore(trozo, nodo.nextSibling);
    nodo.tbCabeza = { entero: entero, comienzo: nodo.data, piezas: piezas, firma: firma(hallados) };
    cabezas.push(nodo);
  }

  function firma(hallados) {
    return hallados.map(function (hallado) {
      return hallado.desde + ":" + hallado.termino.codigo;
    }).join(",");
  }

  function soltar(nodo) {
    var puesto = nodo.tbCabeza;
    puesto.piezas.forEach(function (pieza) {
      if (pieza === senalado) ocultar();
      if (pieza.parentNode) pieza.parentNode.removeChild(pieza);
    });
    if (nodo.data === puesto.comienzo) nodo.data = puesto.entero;
    nodo.tbCabeza = null;
  }

  /* Lo que React cambió o quitó deja de llevar lo nuestro. */
  function revisar() {
    cabezas = cabezas.filter(function (nodo) {
      if (!nodo.tbCabeza) return false;
      var puesto = nodo.tbCabeza;
      var sigue = document.contains(nodo) && nodo.data === puesto.comienzo &&
        nodo.nextSibling === puesto.piezas[0];
      if (!sigue) soltar(nodo);
      else puesto.piezas.forEach(dirigir);
      return sigue;
    });
  }

  var FILTRO = {
    acceptNode: function (nodo) {
      if (nodo.nodeType === 1)
        return nodo.matches(FUERA) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
      return nodo.tbPieza ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    }
  };

  /* Lo de un pliegue cerrado ocupa su lugar sin verse: por eso se pregunta de las dos maneras. */
  function seVe(elemento) {
    return elemento.getClientRects().length > 0 && !elemento.closest("details:not([open])");
  }

  function recorrer(raiz, aparte) {
    var vistos = {}, nodos = [];
    var paso = document.createTreeWalker(
      raiz, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, FILTRO
    );
    while (paso.nextNode()) nodos.push(paso.currentNode);
    nodos.forEach(function (nodo) {
      var padre = nodo.parentElement, texto = nodo.tbCabeza ? nodo.tbCabeza.entero : nodo.data;
      var nuestro = padre && padre.closest(DENTRO);
      if (!nuestro || !!padre.closest(APARTE) !== aparte || texto.length < 3) return;
      var hallados = seVe(padre) ? hallar(texto, vistos) : [];
      if (nodo.tbCabeza && nodo.tbCabeza.firma === firma(hallados)) return;
      if (nodo.tbCabeza) soltar(nodo);
      if (hallados.length) envolver(nodo, hallados);
    });
  }

  function pasar() {
    pendiente = null;
    var pagina = document.querySelector(PAGINA);
    revisar();
    if (pagina) {
      recorrer(pagina, false);
      Array.prototype.forEach.call(pagina.querySelectorAll(APARTE), function (otra) {
        recorrer(otra, true);
      });
    }
    llegar();
    vigia.takeRecords(); // lo que se acaba de hacer
  }

  var vigia = new MutationObserver(function () {
    if (pendiente === null) pendiente = window.setTimeout(pasar, CADA);
  });

  /* --- La definición: se ve al señalar el término, no se va al pasar a leerla, y Esc la cierra. */
  var cajon = null, vista = null, senalado = null, espera = null;

  function definicion(termino) {
    var id = "tb-def-" + termino.codigo, caja = document.getElementById(id);
    if (caja) return caja;
    if (!cajon) {
      cajon = document.createElement("div");
      cajon.id = "tb-definiciones";
      document.body.appendChild(cajon);
    }
    caja = document.createElement("div");
    caja.id = id;
    caja.hidden = true;
    caja.setAttribute("role", "tooltip");
    var nombre = document.createElement("strong");
    nombre.textContent = termino.nombre;
    caja.appendChild(nombre);
    caja.appendChild(document.createTextNode(": " + termino.definicion + "."));
    caja.addEventListener("mouseenter", function () {
      window.clearTimeout(espera);
    });
    caja.addEventListener("mouseleave", despues);
    return cajon.appendChild(caja);
  }

  function mostrar(enlace) {
    window.clearTimeout(espera);
    if (senalado === enlace) return;
    ocultar();
    if (!document.contains(enlace)) return;
    senalado = enlace;
    vista = document.getElementById(enlace.getAttribute("aria-describedby"));
    vista.hidden = false;
    acomodar();
  }

  function ocultar() {
    window.clearTimeout(espera);
    if (vista) vista.hidden = true;
    vista = senalado = null;
  }

  function despues() {
    window.clearTimeout(espera);
    espera = window.setTimeout(function () {
      if (senalado !== document.activeElement) ocultar();
    }, AL_DEJAR);
  }

  function acomodar() {
    if (!vista) return;
    var lugar = senalado.getClientRects()[0];
    if (!lugar) return ocultar();
    var ancho = vista.offsetWidth, alto = vista.offsetHeight;
    /* Encima, donde ya se leyó; debajo taparía la cifra que el rótulo nombra. */
    var debajo = lugar.top - alto - MARGEN < ENCABEZADO;
    var x = Math.min(lugar.left, window.innerWidth - ancho - MARGEN);
    vista.style.left = Math.max(MARGEN, x) + "px";
    vista.style.top = (debajo ? lugar.bottom + MARGEN / 2 : lugar.top - alto - MARGEN / 2) + "px";
  }

  function termino(evento) {
    var donde = evento.target;
    return donde && donde.closest ? donde.closest("a.tb-termino[data-termino]") : null;
  }

  document.addEventListener("mouseover", function (evento) {
    var enlace = termino(evento);
    if (!enlace) return;
    window.clearTimeout(espera);
    espera = window.setTimeout(function () {
      mostrar(enlace);
    }, AL_SENALAR);
  });
  document.addEventListener("mouseout", function (evento) {
    if (termino(evento)) despues();
  });
  document.addEventListener("focusin", function (evento) {
    var enlace = termino(evento);
    if (enlace) mostrar(enlace);
  });
  document.addEventListener("focusout", function (evento) {
    if (termino(evento)) ocultar();
  });
  document.addEventListener("keydown", function (evento) {
    if (evento.key !== "Escape" || !vista) return;
    ocultar();
    evento.stopPropagation();
  }, true);
  document.addEventListener("scroll", acomodar, true);
  window.addEventListener("resize", acomodar);

  /* --- En la página «Glosario», el término que pide la dirección queda a la vista, una vez. */
  var llegado = null;

  function llegar() {
    var elegido = document.querySelector(".tb-glosario .tb-elegido");
    var cual = elegido && elegido.id;
    if (cual && cual !== llegado) elegido.scrollIntoView({ block: "center" });
    llegado = cual;
  }

  function empezar() {
    vigia.observe(document.body, {
      childList: true, subtree: true, characterData: true, attributes: true,
      attributeFilter: ["open", "hidden", "aria-hidden", "aria-selected", "aria-expanded"]
    });
    pasar();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", empezar);
  else empezar();
})();
