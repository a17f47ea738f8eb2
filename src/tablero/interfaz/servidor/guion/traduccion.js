/* Las palabras que Streamlit 1.67 escribe en inglés y no deja cambiar, en español.
   Se mira cada texto y cada rótulo que aparece, menos lo que es nuestro (HTML, Markdown, gráficos),
   y solo se cambia si es, entero, uno de estos. Lo que falte queda en inglés: nada se rompe. */
(function () {
  "use strict";
  if (!window.MutationObserver || !document.createTreeWalker) return;

  var PALABRAS = {
    "Skip to main content": "Saltar al contenido",
    "Main menu": "Menú principal",
    "Rerun": "Volver a consultar",
    "Settings": "Ajustes",
    "Print": "Imprimir",
    "About": "Acerca de",
    "Theme": "Tema",
    "System": "El del equipo",
    "Light": "Claro",
    "Dark": "Oscuro",
    "Copy version to clipboard": "Copiar la versión",
    "Sidebar": "Menú lateral",
    "Collapse sidebar": "Cerrar el menú",
    "Expand sidebar": "Abrir el menú",
    "Open": "Abrir la lista",
    "Clear": "Borrar",
    "Clear value": "Borrar",
    "Clear entry": "Borrar",
    "Clear selection": "Quitar la selección",
    "Clear all": "Quitar todo",
    "Selected values": "Elegidos",
    "Dismiss": "Cerrar",
    "Close": "Cerrar",
    "Choose an option": "Elija una opción",
    "Choose options": "Elija opciones",
    "No results": "Ninguna opción coincide",
    "No options to select": "No hay opciones",
    "Fullscreen": "Pantalla completa",
    "Close fullscreen": "Salir de pantalla completa",
    "Exit fullscreen": "Salir de pantalla completa",
    "Copy to clipboard": "Copiar",
    "Copied": "Copiado",
    "Copied!": "Copiado",
    "Copied to clipboard": "Copiado",
    "Connecting": "Conectando",
    "Connecting to Streamlit server": "Conectando con el tablero",
    "Unable to connect to Streamlit server": "No hay conexión con el tablero",
    "Error": "Sin conexión",
    "Connection lost. Please wait for the app to reconnect, then try again.":
      "Se perdió la conexión: espere a que vuelva y repita.",
    "Running...": "Trabajando…",
    "Stop": "Detener",
    "Stopping...": "Deteniendo…",
    "Try again": "Intentar de nuevo",
    "Continue anyway": "Seguir así",
    "Show suggestions": "Ver las opciones",
    "Suggestions": "Opciones",
    "Selectbox": "Lista",
    "Selectbox options": "Opciones de la lista",
    "Please wait...": "Espere…",
    "Unexpected error. Please try again.": "No se pudo. Inténtelo de nuevo.",
    "Download failed": "No se pudo preparar el archivo.",
    "Page not found": "Esta página no existe",
    "The page that you have requested does not seem to exist. Running the app's main page.":
      "Se muestra el inicio del tablero. Las páginas que hay están en el menú.",
    "visualization": "gráfico",
    "Vega visualization": "Gráfico",
    "(opens in new tab)": "(se abre en otra pestaña)",
    "(required)": "(obligatorio)",
    "Scroll tabs left": "Pestañas anteriores",
    "Scroll tabs right": "Pestañas siguientes",
    "App pages": "Páginas",
    "Notifications": "Avisos",
    "Logo": "Logotipo",
    "Navigate to home page": "Ir al inicio",
    "Link to heading": "Enlace a este título",
    "View less": "Ver menos",
    "view less": "ver menos",
    "view more": "ver más",
    "Help": "Ayuda",
    "Copy": "Copiar",
    "Cancel": "Cancelar",
    "Retry": "Reintentar",
    "Show password": "Ver la clave",
    "Hide password": "Ocultar la clave",
    "Invalid input.": "No es válido.",
    "Invalid value.": "No es válido.",
    "Connection closed": "Se cerró la conexión",
    "Connection timed out": "La conexión tardó demasiado",
    "Connection timed out.": "La conexión tardó demasiado.",
    "Network error": "Falla de la red",
    "Network Error": "Falla de la red",
    "Unknown error": "Falla sin nombre",
    "Unknown Error": "Falla sin nombre",
    "Script execution error": "La página falló",
    "Scrollable table": "Tabla que se desplaza",
    "Multiselect": "Lista de varias",
    "Multiselect options": "Opciones de la lista",
    "Selected values": "Lo elegido",
    "Select all": "Elegir todas",
    "Clear all": "Quitar todas",
    "Increment": "Aumentar",
    "Decrement": "Disminuir",
    "Toggle fullscreen": "Pantalla completa",
    "Network issue": "Falla de la red",
    "Cannot load Streamlit frontend code. This can happen when you update Streamlit while a Streamlit app is running.":
      "No se pudo cargar esta parte: el tablero se actualizó con esta página abierta.",
    "To fix this, simply reload this app by pressing": "Vuelva a cargar la página con",
    ", or": " o",
    "If the error persists, try force-clearing your browser's cache as described":
      "Si sigue igual, borre lo que el navegador guardó, como se explica",
    "here": "aquí",
    "TypeError": "Falla"
  };
  var REGLAS = [
    [/^Remove (.+)$/, "Quitar $1"],
    [/^You can only select up to (\d+) options?\. Remove an option first\.$/,
      "Caben hasta $1: quite uno para elegir otro."],
    [/^Fullscreen: /, "Pantalla completa: "],
    [/^Download as PNG(: |$)/, "Descargar como imagen$1"],
    [/^(?:Close|Exit) fullscreen: /, "Salir de pantalla completa: "],
    [/^Remove (.+)$/, "Quitar $1"],
    [/^Add: (.+)$/, "Agregar: $1"],
    [/^Select (\d+) matches$/, "Elegir las $1 que coinciden"],
    [/^(?:Failed to fetch|error loading) dynamically imported module.*$|^Importing a module script failed\.$/,
      "No se pudo cargar esta parte: vuelva a cargar la página."],
    [/^Made with Streamlit v/, "Hecho con Streamlit "],
    [/^1 option available\.$/, "1 opción."],
    [/^(\d+) options available\.$/, "$1 opciones."],
    [/^(.+), selected\.?$/, "$1, elegida."],
    [/^You have requested page \/(.*), but no corresponding file was found in the app's pages\/ directory\. Running the app's main page\.$/,
      "No hay ninguna página «$1». Se muestra el inicio del tablero; las que hay están en el menú."]
  ];
  var ATRIBUTOS = ["aria-label", "title", "placeholder", "aria-roledescription"];
  var NUESTRO = '[data-testid="stHtml"],[data-testid="stMarkdownContainer"],' +
    '[data-testid="stIconMaterial"],svg,canvas,script,style,[role="option"],[role="listbox"]';
  var DE_VEGA = '[aria-roledescription$="mark container"]', GRUPO = "grupo de marcas";
  /* Sus ayudas van como Markdown, y «No results» dentro de la lista: aun así son suyos. */
  var AYUDA = '[role="tooltip"],[data-testid="stTooltipContent"],[role="listbox"][data-empty]';

  function esDeStreamlit(elemento) {
    return !elemento.closest(NUESTRO) || !!elemento.closest(AYUDA);
  }

  function traducir(texto) {
    var limpio = texto.trim();
    if (Object.prototype.hasOwnProperty.call(PALABRAS, limpio)) return PALABRAS[limpio];
    for (var i = 0; i < REGLAS.length; i++)
      if (REGLAS[i][0].test(limpio)) return limpio.replace(REGLAS[i][0], REGLAS[i][1]);
    return null;
  }

  /* De los grupos de un gráfico Vega dice «group mark container»: no lo apaga su configuración. */
  function grupos(raiz) {
    var hallados = raiz.querySelectorAll ? raiz.querySelectorAll(DE_VEGA) : [];
    if (raiz.matches && raiz.matches(DE_VEGA)) raiz.setAttribute("aria-roledescription", GRUPO);
    for (var i = 0; i < hallados.length; i++)
      hallados[i].setAttribute("aria-roledescription", GRUPO);
  }

  function rotulos(nodo) {
    for (var i = 0; i < ATRIBUTOS.length; i++) {
      var valor = nodo.getAttribute(ATRIBUTOS[i]);
      var dicho = valor && traducir(valor);
      if (dicho) nodo.setAttribute(ATRIBUTOS[i], dicho);
    }
  }

  function texto(nodo) {
    var dicho = traducir(nodo.data);
    if (dicho && dicho !== nodo.data) nodo.data = dicho;
  }

  var FILTRO = {
    acceptNode: function (nodo) {
      if (nodo.nodeType === 3 || !nodo.matches(NUESTRO)) return NodeFilter.FILTER_ACCEPT;
      if (nodo.closest(AYUDA)) return NodeFilter.FILTER_ACCEPT;
      return NodeFilter.FILTER_REJECT;
    }
  };

  function recorrer(raiz) {
    if (raiz.nodeType === 3) return texto(raiz);
    if (raiz.nodeType !== 1 || !esDeStreamlit(raiz)) return;
    rotulos(raiz);
    var paso = document.createTreeWalker(
      raiz, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, FILTRO
    );
    while (paso.nextNode()) {
      if (paso.currentNode.nodeType === 3) texto(paso.currentNode);
      else rotulos(paso.currentNode);
    }
  }

  function esNuestro(nodo) {
    var elemento = nodo.nodeType === 1 ? nodo : nodo.parentElement;
    return !elemento || !esDeStreamlit(elemento);
  }

  new MutationObserver(function (cambios) {
    for (var i = 0; i < cambios.length; i++) {
      var cambio = cambios[i];
      if (cambio.attributeName === "aria-roledescription") grupos(cambio.target);
      for (var k = 0; k < cambio.addedNodes.length; k++) grupos(cambio.addedNodes[k]);
      if (esNuestro(cambio.target)) continue;
      if (cambio.type === "characterData") texto(cambio.target);
      else if (cambio.type === "attributes") rotulos(cambio.target);
      else for (var j = 0; j < cambio.addedNodes.length; j++) recorrer(cambio.addedNodes[j]);
    }
  }).observe(document.documentElement, {
    childList: true, subtree: true, characterData: true,
    attributes: true, attributeFilter: ATRIBUTOS
  });
  if (document.body) {
    grupos(document.body);
    recorrer(document.body);
  }
})();
