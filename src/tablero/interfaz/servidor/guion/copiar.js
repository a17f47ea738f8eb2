/* «Copiar»: una cifra, en la frase que escribió el servidor; una tabla, como se ve (su orden y su
   filtro), en las dos formas que toman Excel y Word: una tabla y un texto con tabuladores.
   En una red local sin candado el navegador no presta su portapapeles: queda la orden de siempre. */
(function () {
  "use strict";
  if (!window.MutationObserver || !Element.prototype.closest) return;
  var DURA = 2200;
  var NUMERO = /^[+-]?\$?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?( ?%)?$/;
  var PUNTOS = /^([+-]?[\d.]+(?:,\d+)?) p\. p\.$/;
  /* Lo mismo que `exportar/csv_oficial.py`: así empieza lo que una hoja de cálculo ejecutaría. */
  var PELIGROSO = /^"*[=+\-@\t\r\n]/;
  var TRAS_SEPARADOR = /([;,\t\r\n]["' ]*)(?=[=+\-@])/g;

  function lista(dentro, selector) {
    return Array.prototype.slice.call(dentro.querySelectorAll(selector));
  }

  function escapar(texto) {
    return texto.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  }

  function neutralizar(texto) {
    if (NUMERO.test(texto)) return texto;
    var salvo = texto.replace(TRAS_SEPARADOR, "$1'");
    return PELIGROSO.test(texto) ? "'" + salvo : salvo;
  }

  /* El texto de una celda en un renglón: sus partes separadas, y sin las formas de adorno. */
  function texto(celda) {
    var copia = celda.cloneNode(true);
    lista(copia, '[aria-hidden="true"]').forEach(function (adorno) {
      adorno.parentNode.removeChild(adorno);
    });
    lista(copia, "br, div, .tb-sub").forEach(function (aparte) {
      aparte.parentNode.insertBefore(document.createTextNode(" · "), aparte);
    });
    return copia.textContent.replace(/[\s\u00a0]+/g, " ").replace(/( · )+/g, " · ")
      .replace(/^ ?· | ·? ?$/g, "").replace(/\u2212(?=[\d$])/g, "-").trim();
  }

  function titulo(th) {
    return th.getAttribute("data-titulo") || texto(th);
  }

  /* Los renglones como se ven. Los puntos porcentuales van en el título de su columna: una celda
     con «p. p.» no es un número para una hoja de cálculo. */
  function renglones(tabla) {
    var ultimo = tabla.tHead.rows[tabla.tHead.rows.length - 1];
    var titulos = Array.prototype.map.call(ultimo.cells, titulo), conPuntos = {};
    var filas = [];
    Array.prototype.forEach.call(tabla.tBodies[0].rows, function (fila) {
      if (fila.hidden) return;
      filas.push(Array.prototype.map.call(fila.cells, function (celda, i) {
        var dicho = texto(celda), puntos = PUNTOS.exec(dicho);
        if (!puntos) return dicho;
        conPuntos[i] = true;
        return puntos[1];
      }));
    });
    titulos = titulos.map(function (dicho, i) {
      return conPuntos[i] && dicho.indexOf("p. p.") < 0 ? dicho + " (p. p.)" : dicho;
    });
    return [titulos].concat(filas).map(function (fila) { return fila.map(neutralizar); });
  }

  /* Lo que va con la tabla: su título delante y, al final, lo que no lleva y su fuente. */
  function deTabla(caja) {
    var tarjeta = caja.closest(".tb-con-fuente"), tabla = caja.querySelector("table");
    var filas = renglones(tabla), ancho = filas[0].length;
    var nota = caja.tbTabla ? caja.tbTabla.papel.textContent : "";
    var de = Number(caja.getAttribute("data-de"));
    if (de && !(caja.tbTabla && caja.tbTabla.texto))
      nota = (nota + " Son " + (filas.length - 1) + " filas de " + de + ".").trim();
    var antes = [neutralizar(tarjeta.getAttribute("data-titulo"))];
    var despues = [nota, tarjeta.getAttribute("data-fuente")].filter(Boolean).map(neutralizar);
    var llano = antes.concat(filas.map(function (fila) { return fila.join("\t"); }), despues);
    var celdas = filas.map(function (fila, i) {
      var etiqueta = i ? "td" : "th";
      return "<tr>" + fila.map(function (dicho) {
        var ocupa = fila.length === 1 && ancho > 1 ? ' colspan="' + ancho + '"' : "";
        return "<" + etiqueta + ocupa + ">" + escapar(dicho) + "</" + etiqueta + ">";
      }).join("") + "</tr>";
    });
    var parrafo = function (dicho) { return "<p>" + escapar(dicho) + "</p>"; };
    return {
      llano: llano.join("\r\n"),
      html: antes.map(parrafo).join("") + '<table border="1"><thead>' + celdas[0] +
        "</thead><tbody>" + celdas.slice(1).join("") + "</tbody></table>" +
        despues.map(parrafo).join("")
    };
  }

  function copiarComoSiempre(que) {
    var campo = document.createElement("textarea"), antes = document.activeElement, fue = false;
    campo.value = que.llano;
    campo.className = "tb-solo-oido";
    document.body.appendChild(campo);
    campo.select();
    function poner(evento) {
      evento.clipboardData.setData("text/plain", que.llano);
      if (que.html) evento.clipboardData.setData("text/html", que.html);
      evento.preventDefault();
    }
    document.addEventListener("copy", poner);
    try {
      fue = document.execCommand("copy");
    } catch (error) {
      fue = false;
    }
    document.removeEventListener("copy", poner);
    document.body.removeChild(campo);
    if (antes && antes.focus) antes.focus({ preventScroll: true });
    return fue;
  }

  function copiar(que, alTerminar) {
    function deLaOtra() { alTerminar(copiarComoSiempre(que)); }
    function listo() { alTerminar(true); }
    var portapapeles = window.isSecureContext ? navigator.clipboard : null;
    if (!portapapeles) return deLaOtra();
    if (!que.html && portapapeles.writeText)
      return portapapeles.writeText(que.llano).then(listo, deLaOtra);
    if (!portapapeles.write || !window.ClipboardItem) return deLaOtra();
    portapapeles.write([new ClipboardItem({
      "text/plain": new Blob([que.llano], { type: "text/plain" }),
      "text/html": new Blob([que.html], { type: "text/html" })
    })]).then(listo, deLaOtra);
  }

  window.tbCopiar = copiar;

  function ponerBoton(donde, rotulo, ayuda, clase, dar) {
    var boton = document.createElement("button"), espera = null;
    boton.type = "button";
    boton.className = "tb-boton tb-copiar " + clase;
    boton.textContent = rotulo;
    if (ayuda) boton.setAttribute("aria-label", ayuda);
    boton.addEventListener("click", function () {
      copiar(dar(), function (fue) {
        boton.textContent = fue ? "Copiado" : "No se pudo copiar";
        boton.classList.add("tb-dicho-ya");
        window.tbDecir(fue ? "Copiado." : "No se pudo copiar: elija el texto y use Ctrl y C.");
        window.clearTimeout(espera);
        espera = window.setTimeout(function () {
          boton.textContent = rotulo;
          boton.classList.remove("tb-dicho-ya");
        }, DURA);
      });
    });
    donde.appendChild(boton);
  }

  /* Junto al filtro si lo hay; si no, en su propio renglón debajo de la tabla. */
  function lugar(caja) {
    var antes = caja.previousElementSibling;
    if (antes && antes.classList.contains("tb-barra") && antes.querySelector(".tb-filtro"))
      return antes;
    var pie = document.createElement("div");
    pie.className = "tb-pie-de-tabla";
    caja.parentNode.insertBefore(pie, caja.nextSibling);
    return pie;
  }

  function revisar() {
    lista(document, ".tb-con-fuente .tb-caja:not([data-se-copia])").forEach(function (caja) {
      caja.setAttribute("data-se-copia", "");
      if (!caja.querySelector("table")) return;
      ponerBoton(lugar(caja), "Copiar tabla", "", "", function () { return deTabla(caja); });
    });
    lista(document, "[data-copiar]:not([data-se-copia])").forEach(function (cifra) {
      cifra.setAttribute("data-se-copia", "");
      var frase = cifra.getAttribute("data-copiar");
      ponerBoton(cifra, "Copiar", "Copiar la cifra con su fuente", "tb-de-cifra", function () {
        return { llano: frase, html: "" };
      });
    });
  }

  new MutationObserver(revisar).observe(document.documentElement, { childList: true, subtree: true });
  if (document.body) revisar();
})();
