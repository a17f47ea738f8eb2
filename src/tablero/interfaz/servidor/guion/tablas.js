/* Las tablas se ordenan por un título, se filtran desde veinte filas y dejan su título a la vista.
   El servidor escribe una tabla completa, que sin este guion se lee igual: con qué se ordena cada
   celda (`data-orden`), cómo se llama cada columna (`data-columna`) y cada tabla (`data-tabla`).
   El orden y el filtro van en la dirección. React cambia el HTML de una pieza cuando cambian sus
   datos: cada tabla que aparece se prepara otra vez, como la dirección dice que estaba. */
(function () {
  "use strict";
  if (!window.MutationObserver || !window.history || !window.history.replaceState) return;
  if (!window.Intl || !window.Intl.Collator || !String.prototype.normalize) return;
  var CAJAS = ".tb-caja", DESDE = 20, ESPERA = 400;
  var ASC = "ascending", DESC = "descending", NADA = "none";
  var EN_DIRECCION = { ascending: "asc", descending: "desc" };
  var ORDEN = "orden", FILTRO = "filtro", SIN_DATO = "sin dato";
  var letras = new Intl.Collator("es", { numeric: true, sensitivity: "base" });
  var raiz = document.documentElement;
  var visto = { ruta: null, orden: {}, filtro: {} };
  var numeros = new Intl.NumberFormat("es-CO");

  function lista(dentro, selector) {
    return Array.prototype.slice.call(dentro.querySelectorAll(selector));
  }

  function crear(etiqueta, clase, texto) {
    var nodo = document.createElement(etiqueta);
    if (clase) nodo.className = clase;
    if (texto) nodo.textContent = texto;
    return nodo;
  }

  function plano(texto) {
    return texto.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
      .replace(/\s+/g, " ").trim();
  }

  /* La dirección: `orden=productos:paa:desc,otra:peso:asc` y `filtro=productos:salud`. */
  function pares() {
    return location.search.replace(/^\?/, "").split("&").filter(Boolean);
  }

  function esNuestro(par) {
    var nombre = par.split("=")[0];
    return nombre === ORDEN || nombre === FILTRO;
  }

  function decodificar(texto) {
    try {
      return decodeURIComponent(texto.replace(/\+/g, " "));
    } catch (error) {
      return "";
    }
  }

  function leerDireccion() {
    visto = { ruta: location.pathname, orden: {}, filtro: {} };
    pares().filter(esNuestro).forEach(function (par) {
      var corte = par.indexOf("="), valor = decodificar(par.slice(corte + 1));
      if (par.slice(0, corte) === ORDEN) {
        valor.split(",").forEach(function (uno) {
          var p = uno.split(":");
          if (p.length !== 3 || (p[2] !== "asc" && p[2] !== "desc")) return;
          visto.orden[p[0]] = { columna: p[1], sentido: p[2] === "asc" ? ASC : DESC };
        });
      } else {
        valor.split(";").forEach(function (uno) {
          var dos = uno.indexOf(":");
          if (dos > 0) visto.filtro[uno.slice(0, dos)] = uno.slice(dos + 1);
        });
      }
    });
  }

  function legible(texto) {
    return encodeURIComponent(texto).replace(/%3A/g, ":").replace(/%2C/g, ",").replace(/%20/g, "+");
  }

  function escribirDireccion() {
    var otros = pares().filter(function (par) { return !esNuestro(par); });
    var ordenes = Object.keys(visto.orden).map(function (tabla) {
      var suyo = visto.orden[tabla];
      return tabla + ":" + suyo.columna + ":" + EN_DIRECCION[suyo.sentido];
    });
    var filtros = Object.keys(visto.filtro).map(function (tabla) {
      return tabla + ":" + visto.filtro[tabla].replace(/;/g, " ");
    });
    if (ordenes.length) otros.push(ORDEN + "=" + legible(ordenes.join(",")));
    if (filtros.length) otros.push(FILTRO + "=" + legible(filtros.join(";")));
    var busqueda = otros.length ? "?" + otros.join("&") : "";
    if (busqueda === location.search) return;
    history.replaceState(history.state, "", location.pathname + busqueda + location.hash);
  }

  /* Streamlit escribe la dirección con lo que él sabe, y se le olvida lo nuestro: se vuelve a poner.
     En otra página no hay nada que recordar. */
  function alDia() {
    if (location.pathname !== visto.ruta) return leerDireccion();
    var hay = Object.keys(visto.orden).length || Object.keys(visto.filtro).length;
    if (hay || pares().some(esNuestro)) escribirDireccion();
  }

  /* Lo que vale una celda: un número, un texto, o nada. */
  function valor(celda) {
    var clave = celda ? celda.getAttribute("data-orden") : "";
    if (clave === null) {
      clave = celda.textContent.trim();
      if (/^\d+$/.test(clave)) return Number(clave);
    }
    if (clave === "" || clave === SIN_DATO) return null;
    return clave.charAt(0) === "#" ? Number(clave.slice(1)) : clave;
  }

  function comparar(uno, otro) {
    if (typeof uno === "number" && typeof otro === "number") return uno - otro;
    if (typeof uno === "number") return -1;
    if (typeof otro === "number") return 1;
    return letras.compare(uno, otro);
  }

  /* Las filas, por secciones: las de cada una se ordenan entre ellas, y el total queda al final. */
  function leerTabla(caja) {
    var tabla = caja.querySelector("table"), cuerpo = tabla.tBodies[0];
    var tramos = [{ titulo: null, filas: [] }], totales = [], todas = [];
    Array.prototype.forEach.call(cuerpo.rows, function (fila) {
      if (fila.classList.contains("tb-total")) return totales.push(fila);
      var titulo = fila.querySelector('th[scope="rowgroup"]');
      if (titulo) return tramos.push({ titulo: fila, filas: [] });
      var tramo = tramos[tramos.length - 1];
      var texto = plano((tramo.titulo ? tramo.titulo.textContent + " " : "") + fila.textContent);
      var una = { fila: fila, lugar: todas.length, texto: texto };
      todas.push(una);
      tramo.filas.push(una);
    });
    var titulos = tabla.tHead.rows[tabla.tHead.rows.length - 1].cells;
    return {
      caja: caja, tabla: tabla, cuerpo: cuerpo, tramos: tramos, totales: totales, todas: todas,
      titulos: Array.prototype.slice.call(titulos), nombre: nombre(caja), texto: "",
      de: Number(caja.getAttribute("data-de")) || 0
    };
  }

  /* El nombre de su tarjeta; si en ella hay varias, desde la segunda lleva su número. */
  function nombre(caja) {
    var tarjeta = caja.closest("[data-tabla]");
    if (!tarjeta) return "";
    var lugar = lista(tarjeta, CAJAS).indexOf(caja);
    return tarjeta.getAttribute("data-tabla") + (lugar > 0 ? "_" + (lugar + 1) : "");
  }

  function titulo(th) {
    if (th.getAttribute("data-titulo")) return th.getAttribute("data-titulo");
    var boton = th.querySelector("button");
    return ((boton || th).firstChild || th).textContent.trim();
  }

  function sonNumeros(t, columna) {
    return t.todas.some(function (una) {
      return typeof valor(una.fila.cells[columna]) === "number";
    });
  }

  function sentidos(t, columna) {
    return sonNumeros(t, columna)
      ? { ascending: "de menor a mayor", descending: "de mayor a menor" }
      : { ascending: "de la A a la Z", descending: "de la Z a la A" };
  }

  function columnaDe(t, codigo) {
    for (var i = 0; i < t.titulos.length; i++)
      if (t.titulos[i].getAttribute("data-columna") === codigo) return i;
    return -1;
  }

  function ordenar(t, columna, sentido) {
    var hacia = sentido === DESC ? -1 : 1;
    var claves = {};
    if (sentido !== NADA) t.todas.forEach(function (una) {
      claves[una.lugar] = valor(una.fila.cells[columna]);
    });
    var nuevo = document.createDocumentFragment();
    t.tramos.forEach(function (tramo) {
      var suyas = tramo.filas.slice().sort(function (una, otra) {
        var a = claves[una.lugar], b = claves[otra.lugar];
        if (sentido !== NADA && (a === null) !== (b === null)) return a === null ? 1 : -1;
        var distancia = sentido === NADA || a === null ? 0 : hacia * comparar(a, b);
        return distancia || una.lugar - otra.lugar;
      });
      if (tramo.titulo) nuevo.appendChild(tramo.titulo);
      suyas.forEach(function (una) { nuevo.appendChild(una.fila); });
    });
    t.totales.forEach(function (fila) { nuevo.appendChild(fila); });
    t.cuerpo.appendChild(nuevo);
    t.titulos.forEach(function (th, i) {
      if (!th.hasAttribute("data-columna")) return;
      th.setAttribute("aria-sort", i === columna ? sentido : NADA);
    });
    t.orden = sentido === NADA ? "" :
      "Ordenada por «" + titulo(t.titulos[columna]) + "», " + sentidos(t, columna)[sentido];
    if (t.lista) t.lista.value = sentido === NADA ? "" : columna + " " + sentido;
    decirEnPapel(t);
  }

  function pedirOrden(t, columna, sentido) {
    ordenar(t, columna, sentido);
    if (t.nombre) {
      if (sentido === NADA) delete visto.orden[t.nombre];
      else visto.orden[t.nombre] = {
        columna: t.titulos[columna].getAttribute("data-columna"), sentido: sentido
      };
      escribirDireccion();
    }
    var dentro = t.tramos.length > 2 ? ", dentro de cada grupo" : "";
    window.tbDecir(t.orden ? t.orden + dentro + parte(t) + "." : "En su orden original.");
  }

  /* Se ordena lo que está a la vista; si es una parte, se dice de cuánto. */
  function parte(t) {
    return t.de ? ". Son las " + numeros.format(t.todas.length) + " filas a la vista, de " +
      numeros.format(t.de) : "";
  }

  function alternar(t, columna) {
    var ahora = t.titulos[columna].getAttribute("aria-sort");
    pedirOrden(t, columna, ahora === NADA ? ASC : ahora === ASC ? DESC : NADA);
  }

  /* El título se vuelve un botón; su nota, si la tiene, queda debajo y fuera. */
  function ponerBoton(t, th, columna) {
    var boton = crear("button", "tb-ordena"), rotulo = crear("span"), nodo = th.firstChild;
    boton.type = "button";
    while (nodo && !(nodo.nodeType === 1 && nodo.classList.contains("tb-sub"))) {
      rotulo.appendChild(nodo);
      nodo = th.firstChild;
    }
    boton.appendChild(rotulo);
    var flecha = crear("span", "tb-flecha");
    flecha.setAttribute("aria-hidden", "true");
    boton.appendChild(flecha);
    boton.addEventListener("click", function () { alternar(t, columna); });
    th.insertBefore(boton, th.firstChild);
    th.setAttribute("aria-sort", NADA);
  }

  /* En un teléfono los títulos no se ven: el orden se elige en una lista. */
  function ponerLista(t, barra) {
    var caja = crear("label", "tb-ordenar", "Ordenar por "), seleccion = crear("select");
    var original = crear("option", "", "Su orden original");
    original.value = "";
    seleccion.appendChild(original);
    t.titulos.forEach(function (th, i) {
      if (!th.hasAttribute("data-columna")) return;
      var dichos = sentidos(t, i);
      [ASC, DESC].forEach(function (sentido) {
        var opcion = crear("option", "", titulo(th) + ", " + dichos[sentido]);
        opcion.value = i + " " + sentido;
        seleccion.appendChild(opcion);
      });
    });
    seleccion.addEventListener("change", function () {
      var p = seleccion.value.split(" ");
      if (p.length === 2) pedirOrden(t, Number(p[0]), p[1]);
      else pedirOrden(t, -1, NADA);
    });
    caja.appendChild(seleccion);
    barra.appendChild(caja);
    t.lista = seleccion;
  }

  function contadas(t, cuantas) {
    var total = numeros.format(t.todas.length) + (t.todas.length === 1 ? " fila" : " filas");
    var dicho = t.texto ? numeros.format(cuantas) + " de " + total : total;
    return t.de ? dicho + " a la vista, de " + numeros.format(t.de) : dicho;
  }

  function filtrar(t, texto) {
    var palabras = plano(texto).split(" ").filter(Boolean), cuantas = 0;
    t.texto = palabras.length ? texto.trim() : "";
    t.todas.forEach(function (una) {
      var va = palabras.every(function (palabra) { return una.texto.indexOf(palabra) >= 0; });
      una.fila.hidden = !va;
      if (va) cuantas++;
    });
    t.tramos.forEach(function (tramo) {
      if (tramo.titulo) tramo.titulo.hidden = !tramo.filas.some(function (una) {
        return !una.fila.hidden;
      });
    });
    /* El total es de todas: al lado de unas pocas parecería la suma de ellas. */
    t.totales.forEach(function (fila) { fila.hidden = palabras.length > 0; });
    t.cuantas = cuantas;
    t.cuenta.textContent = contadas(t, cuantas);
    t.ninguna.hidden = cuantas > 0;
    t.caja.hidden = cuantas === 0;
    t.ninguna.firstChild.textContent = "Ninguna fila coincide con «" + t.texto + "». ";
    decirEnPapel(t);
    return cuantas;
  }

  function pedirFiltro(t, texto) {
    var cuantas = filtrar(t, texto);
    window.clearTimeout(t.espera);
    t.espera = window.setTimeout(function () {
      if (t.nombre) {
        if (t.texto) visto.filtro[t.nombre] = t.texto;
        else delete visto.filtro[t.nombre];
        escribirDireccion();
      }
      window.tbDecir(cuantas ? contadas(t, cuantas) + "." : "Ninguna fila coincide.");
    }, ESPERA);
  }

  /* Lo que el filtro esconde tampoco va al papel: un renglón lo dice, y dice el orden. */
  function decirEnPapel(t) {
    var dichos = [];
    if (t.orden) dichos.push(t.orden + ".");
    if (t.texto) dichos.push("Filtrada por «" + t.texto + "»: " + contadas(t, t.cuantas) + ".");
    t.papel.textContent = dichos.join(" ");
  }

  function ponerFiltro(t, barra) {
    var rotulo = crear("label", "tb-filtro", "Filtrar esta tabla "), campo = crear("input");
    campo.type = "search";
    campo.autocomplete = "off";
    campo.spellcheck = false;
    campo.setAttribute("placeholder", "Palabras o código");
    rotulo.appendChild(campo);
    barra.appendChild(rotulo);
    t.cuenta = crear("span", "tb-cuenta");
    barra.appendChild(t.cuenta);
    t.ninguna = crear("p", "tb-ninguna");
    t.ninguna.hidden = true;
    t.ninguna.appendChild(document.createTextNode(""));
    var quitar = crear("button", "tb-boton", "Quitar el filtro");
    quitar.type = "button";
    t.ninguna.appendChild(quitar);
    t.caja.parentNode.insertBefore(t.ninguna, t.caja.nextSibling);
    t.campo = campo;

    function borrar() {
      campo.value = "";
      pedirFiltro(t, "");
      campo.focus();
    }

    campo.addEventListener("input", function () { pedirFiltro(t, campo.value); });
    campo.addEventListener("keydown", function (evento) {
      evento.stopPropagation();
      if (evento.key !== "Escape" || !campo.value) return;
      evento.preventDefault();
      borrar();
    });
    quitar.addEventListener("click", borrar);
  }

  function preparar(caja) {
    var t = leerTabla(caja), esApilable = t.tabla.classList.contains("tb-apilable");
    caja.tbTabla = t;
    t.orden = "";
    t.papel = crear("p", "tb-en-papel");
    caja.parentNode.insertBefore(t.papel, caja);
    t.titulos.forEach(function (th, i) {
      if (th.hasAttribute("data-columna")) ponerBoton(t, th, i);
    });
    var barra = crear("div", "tb-barra");
    caja.parentNode.insertBefore(barra, caja);
    if (t.todas.length >= DESDE) ponerFiltro(t, barra);
    else barra.className += " tb-barra-corta";
    if (esApilable) ponerLista(t, barra);
    retomar(t);
  }

  /* Como la dirección dice que está. */
  function retomar(t) {
    var pedido = visto.orden[t.nombre], columna = pedido ? columnaDe(t, pedido.columna) : -1;
    if (columna >= 0) ordenar(t, columna, pedido.sentido);
    else if (t.orden) ordenar(t, -1, NADA);
    if (!t.campo) return;
    var texto = visto.filtro[t.nombre] || "";
    if (document.activeElement !== t.campo) t.campo.value = texto;
    filtrar(t, texto);
  }

  /* Una tabla que cabe no tiene caja: se corre con la página, y su título se queda arriba por la
     hoja de estilo. La que no cabe se corre de lado en la suya, y el título lo baja el guion. */
  function medir(caja) {
    var tabla = caja.querySelector("table");
    if (!tabla || !caja.clientWidth) return;
    var cabe = tabla.offsetWidth <= caja.clientWidth + 1;
    caja.classList.toggle("tb-cabe", cabe);
    caja.classList.toggle("tb-ancha", !cabe);
    if (cabe) caja.removeAttribute("tabindex");
    else caja.setAttribute("tabindex", "0");
    if (cabe && tabla.tHead) tabla.tHead.style.transform = "";
    bajarTitulo(caja);
  }

  function principal() {
    return document.querySelector('[data-testid="stMain"]');
  }

  /* Hasta dónde tapa lo que está fijo en lo alto: la barra de Streamlit y la franja de simulados. */
  function techo() {
    var pagina = principal(), alto = 0;
    if (!pagina) return 0;
    var arriba = pagina.getBoundingClientRect().top;
    lista(document, '[data-testid="stHeader"], .tb-pegado').forEach(function (fijo) {
      alto = Math.max(alto, fijo.getBoundingClientRect().bottom - arriba);
    });
    lista(document, ".tb-simulado").forEach(function (franja) {
      var pegada = franja.closest(".stElementContainer");
      if (!pegada || getComputedStyle(pegada).position !== "sticky") return;
      alto = Math.max(alto, parseFloat(getComputedStyle(pegada).top) + pegada.offsetHeight);
    });
    return Math.max(0, Math.floor(alto));
  }

  var techoDicho = -1;
  function decirTecho() {
    var alto = techo();
    if (alto === techoDicho) return;
    techoDicho = alto;
    raiz.style.setProperty("--tb-techo", alto + "px");
  }

  function bajarTitulo(caja) {
    if (!caja.classList.contains("tb-ancha")) return;
    var cabeza = caja.querySelector("thead"), pagina = principal();
    if (!cabeza || !pagina) return;
    var rect = caja.getBoundingClientRect();
    var desde = rect.top + caja.clientTop;
    var falta = pagina.getBoundingClientRect().top + Math.max(techoDicho, 0) - desde;
    var tope = rect.height - 2 * cabeza.offsetHeight;
    var cuanto = Math.max(0, Math.min(falta, tope));
    cabeza.style.transform = cuanto > 0 ? "translateY(" + Math.floor(cuanto) + "px)" : "";
  }

  var pedido = false;
  function alCorrer() {
    if (pedido) return;
    pedido = true;
    window.requestAnimationFrame(function () {
      pedido = false;
      lista(document, ".tb-caja.tb-ancha").forEach(bajarTitulo);
    });
  }

  var medidor = window.ResizeObserver ? new ResizeObserver(function (cambios) {
    decirTecho();
    cambios.forEach(function (cambio) {
      var caja = cambio.target.closest(CAJAS);
      if (caja) medir(caja);
    });
  }) : null;

  function revisar() {
    alDia();
    lista(document, CAJAS + ":not([data-vista])").forEach(function (caja) {
      caja.setAttribute("data-vista", "");
      if (!caja.querySelector("table")) return;
      if (caja.hasAttribute("data-ordenable")) preparar(caja);
      decirTecho();
      if (!medidor) return;
      medidor.observe(caja);
      medidor.observe(caja.querySelector("table"));
    });
  }

  leerDireccion();
  document.addEventListener("scroll", alCorrer, true);
  window.addEventListener("resize", decirTecho);
  window.addEventListener("popstate", function () {
    leerDireccion();
    lista(document, CAJAS).forEach(function (caja) {
      if (caja.tbTabla) retomar(caja.tbTabla);
    });
  });
  new MutationObserver(revisar).observe(raiz, { childList: true, subtree: true });
  if (document.body) revisar();
})();
