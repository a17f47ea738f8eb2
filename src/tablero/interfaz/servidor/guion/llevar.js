/* «Llevar»: los archivos, el enlace permanente, la imagen y la cita de lo que se ve ahora. Lo que
   cambia una parte de la página está en la dirección, y no en la lista, que se escribió con ella.
   Quien llega por un enlace permanente ve señalada su tarjeta. */
(function () {
  "use strict";
  if (!window.URLSearchParams || !Element.prototype.closest) return;
  var DE_LAS_TABLAS = ["orden", "filtro"], DURA = 2200, BUSCA = 30000;
  var NO_SE_PUDO = "No se pudo copiar: elija el texto y use Ctrl y C.";
  var SIN_PORTAPAPELES = "Este navegador no deja copiar imágenes en esta dirección: descargue el PNG.";

  function consulta(lista, conTablas) {
    var pedido = new URLSearchParams(window.location.search);
    var edicion = pedido.get("edicion") || lista.getAttribute("data-edicion");
    var tarjeta = lista.getAttribute("data-tarjeta");
    ["tarjeta", "edicion"].concat(conTablas ? [] : DE_LAS_TABLAS).forEach(function (nombre) {
      pedido.delete(nombre);
    });
    if (tarjeta) pedido.append("tarjeta", tarjeta);
    if (edicion) pedido.append("edicion", edicion);
    return pedido.toString();
  }

  function unir(partes, suya) {
    var ruta = partes.filter(Boolean).join("/");
    return suya ? ruta + "?" + suya : ruta;
  }

  function archivo(lista, formato) {
    var ruta = lista.getAttribute("data-ruta"), pagina = lista.getAttribute("data-pagina");
    return unir([ruta, formato, pagina], consulta(lista, false));
  }

  /* La dirección pública, si alguien la dijo; si no, por la que se llegó. */
  function permanente(lista) {
    var sitio = lista.getAttribute("data-sitio");
    if (!sitio) sitio = window.location.origin + lista.getAttribute("data-base");
    var suya = consulta(lista, true), ruta = sitio + "/" + lista.getAttribute("data-pagina");
    return suya ? ruta + "?" + suya : ruta;
  }

  function decirEn(boton, dicho) {
    var rotulo = boton.getAttribute("data-rotulo") || boton.textContent;
    boton.setAttribute("data-rotulo", rotulo);
    boton.textContent = dicho;
    window.tbDecir(dicho);
    window.setTimeout(function () { boton.textContent = rotulo; }, DURA);
  }

  function copiarTexto(boton, texto) {
    window.tbCopiar({ llano: texto, html: "" }, function (fue) {
      if (fue) return decirEn(boton, "Copiado");
      decirEn(boton, "No se pudo copiar");
      avisar(boton, NO_SE_PUDO, texto);
    });
  }

  /* Lo que no se pudo copiar se deja a la vista, para copiarlo a mano. */
  function avisar(boton, dicho, texto) {
    var aviso = boton.nextElementSibling;
    if (!aviso || !aviso.classList.contains("tb-llevar-aviso")) {
      aviso = document.createElement("p");
      aviso.className = "tb-llevar-aviso";
      aviso.setAttribute("role", "status");
      boton.parentNode.insertBefore(aviso, boton.nextSibling);
    }
    aviso.textContent = texto ? dicho + " " + texto : dicho;
  }

  function traer(direccion) {
    return fetch(direccion, { credentials: "same-origin" }).then(function (respuesta) {
      if (!respuesta.ok) throw new Error(String(respuesta.status));
      return respuesta;
    });
  }

  /* El navegador pide la copia en el mismo instante del toque: la imagen se le promete. */
  function copiarImagen(boton, lista) {
    var portapapeles = window.isSecureContext ? navigator.clipboard : null;
    if (!portapapeles || !portapapeles.write || !window.ClipboardItem)
      return avisar(boton, SIN_PORTAPAPELES);
    var promesa = traer(archivo(lista, "png")).then(function (respuesta) { return respuesta.blob(); });
    boton.setAttribute("aria-busy", "true");
    portapapeles.write([new ClipboardItem({ "image/png": promesa })]).then(function () {
      decirEn(boton, "Imagen copiada");
    }, function () {
      avisar(boton, SIN_PORTAPAPELES);
    }).then(function () { boton.removeAttribute("aria-busy"); });
  }

  function ponerCita(donde, como, texto) {
    var titulo = document.createElement("p"), parrafo = document.createElement("p");
    var boton = document.createElement("button");
    titulo.className = "tb-llevar-norma";
    titulo.textContent = como;
    parrafo.textContent = texto;
    boton.type = "button";
    boton.className = "tb-boton";
    boton.textContent = "Copiar";
    boton.setAttribute("aria-label", "Copiar: " + como);
    boton.addEventListener("click", function () { copiarTexto(boton, texto); });
    [titulo, parrafo, boton].forEach(function (nodo) { donde.appendChild(nodo); });
  }

  function citar(pliegue, lista) {
    var donde = pliegue.querySelector("[data-citas]"), suya = archivo(lista, "citar");
    if (donde.getAttribute("data-de") === suya) return;
    donde.setAttribute("data-de", suya);
    traer(suya).then(function (respuesta) { return respuesta.json(); }).then(function (dicho) {
      donde.textContent = "";
      ponerCita(donde, "APA", dicho.apa);
      ponerCita(donde, "ICONTEC", dicho.icontec);
      if (dicho.incrustar) ponerCita(donde, "Para mostrarla en otra página", dicho.incrustar);
    }).catch(function () {
      donde.removeAttribute("data-de");
      donde.textContent = "No se pudo escribir la cita. Vuelva a intentarlo.";
    });
  }

  function alTocar(evento) {
    var tocado = evento.target && evento.target.closest && evento.target.closest(".tb-llevar a, .tb-llevar [data-hace]");
    if (!tocado) return;
    var lista = tocado.closest(".tb-llevar"), hace = tocado.getAttribute("data-hace");
    if (hace === "enlace") return copiarTexto(tocado, permanente(lista));
    if (hace === "imagen") return copiarImagen(tocado, lista);
    tocado.setAttribute("href", archivo(lista, tocado.getAttribute("data-formato")));
  }

  function alAbrir(evento) {
    var pliegue = evento.target;
    if (!pliegue.matches || !pliegue.matches(".tb-citar") || !pliegue.open) return;
    citar(pliegue, pliegue.closest(".tb-llevar"));
  }

  document.addEventListener("click", alTocar, true);
  document.addEventListener("auxclick", alTocar, true);
  document.addEventListener("toggle", alAbrir, true);

  /* La tarjeta del enlace permanente: se busca hasta que la página la dibuje, o alguien se mueva. */
  var vista = "", desde = 0;

  function deLaDireccion() {
    var nombre = new URLSearchParams(window.location.search).get("tarjeta") || "";
    return /^[\w-]+$/.test(nombre) ? nombre : "";
  }

  function seVe(nodo) {
    return nodo.getBoundingClientRect().height > 0 && !nodo.closest("details:not([open])");
  }

  /* Su gráfico, su tabla, su cifra o, de un mapa, el que está más cerca de su botón. */
  function hallar(nombre) {
    var suyas = ['.st-key-g_' + nombre, '[data-tabla="' + nombre + '"]', '.st-key-de_cifra_' + nombre];
    for (var i = 0; i < suyas.length; i++) {
      var suya = document.querySelector(suyas[i]);
      if (suya && seVe(suya)) return suya;
      if (suya && i === 0) return null; /* El gráfico ya viene. */
    }
    var boton = document.querySelector(".st-key-llevar_" + nombre), mapa = null, nodo = boton;
    while (nodo && !mapa && nodo.getAttribute("data-testid") !== "stMain") {
      mapa = nodo.querySelector('[data-testid="stDeckGlJsonChart"]');
      nodo = nodo.parentElement;
    }
    return mapa || boton;
  }

  function senalar(hallada) {
    var cifra = hallada.matches('[class*="st-key-de_cifra_"]');
    var caja = cifra ? hallada.closest('[data-testid="stColumn"]') || hallada : hallada;
    caja.classList.add("tb-senalada");
    caja.scrollIntoView({ block: cifra ? "center" : "start" });
    window.tbDecir("Se muestra la tarjeta del enlace.");
  }

  function buscar() {
    var nombre = deLaDireccion(), cual = window.location.pathname + " " + nombre;
    if (!nombre || cual === vista) return;
    if (!desde) desde = Date.now();
    if (Date.now() - desde > BUSCA) return dejar(cual);
    if (!document.querySelector('[data-test-script-state="notRunning"]')) return;
    var hallada = hallar(nombre);
    if (!hallada) return;
    dejar(cual);
    senalar(hallada);
  }

  function dejar(cual) {
    vista = cual;
    desde = 0;
  }

  ["wheel", "touchmove", "keydown"].forEach(function (clase) {
    window.addEventListener(clase, function () {
      vista = window.location.pathname + " " + deLaDireccion();
    }, { passive: true });
  });
  if (window.MutationObserver)
    new MutationObserver(buscar).observe(document.documentElement, {
      childList: true, subtree: true, attributes: true, attributeFilter: ["data-test-script-state"]
    });
})();
