/* Los textos que no se leen enteros, medidos en las letras y no en las cajas.
   Devuelve frases: qué texto, qué le pasa y cuántos píxeles. Cada renglón de cada texto debe caber en
   todo lo que lo encierra, y ninguno puede pisar a otro. Lo que se ve corriendo una caja con barra de
   desplazamiento se puede leer: cuenta lo que asoma. Los rótulos de los gráficos son SVG: se miden
   igual. */
(() => {
  const HOLGURA = 2, HOLGURA_DE_GRAFICO = 12, ANCHO_CON_MENU = 769;
  /* Un producto se reconoce por su código; su nombre entero va en la tabla de su gráfico. */
  const CON_CODIGO = /^\d+\.\d+\.\d+ /;
  /* Un nombre en dos renglones es un solo texto: su código va en el primero. */
  const entero = (nodo) => (nodo.parentElement.closest("text") || nodo.parentElement).textContent;
  const raiz = document.querySelector('[data-testid="stApp"]') || document.body;
  const faltas = new Set();
  const corto = (t) => t.trim().replace(/\s+/g, " ").slice(0, 48);
  const estilos = new Map();
  const estilo = (e) => {
    if (!estilos.has(e)) estilos.set(e, getComputedStyle(e));
    return estilos.get(e);
  };
  const cajas = new Map();
  const caja = (e) => {
    if (!cajas.has(e)) cajas.set(e, e.getBoundingClientRect());
    return cajas.get(e);
  };
  const desplaza = (v) => v === "auto" || v === "scroll";
  const nombre = (e) => (e.dataset && e.dataset.testid) || e.getAttribute("class") || e.tagName;
  const NO_SE_LEE = '[data-testid="stIconMaterial"],[data-testid="stSkipToContent"],script,style,' +
    'noscript,.tb-sin-mapa';

  /* Lo que asoma de un renglón por las cajas que lo recortan, y lo que se sale de las demás. */
  const visible = (r, texto, elemento) => {
    /* Un rótulo al borde de un gráfico asoma sin cortarse: el dibujo no recorta. */
    const holgura = elemento.namespaceURI.endsWith("svg") ? HOLGURA_DE_GRAFICO : HOLGURA;
    let izq = r.left, der = r.right, sup = r.top, inf = r.bottom, libre = false, dicho = false;
    for (let e = elemento; e && e !== raiz; e = e.parentElement) {
      const s = estilo(e);
      if (s.position === "fixed") return null;
      if (s.display === "inline" || s.display === "contents") continue;
      if (e.namespaceURI.endsWith("svg") && e.tagName !== "svg") continue;
      const c = caja(e);
      if (c.width <= 1 || c.height <= 1) {
        if (s.overflow !== "visible" || s.clip !== "auto") return null;
        continue;
      }
      if (e.matches('[data-testid="stMain"],[data-testid="stSidebarContent"]')) {
        libre = true;
      }
      const dx = desplaza(s.overflowX), dy = desplaza(s.overflowY);
      if (!libre && !dx && !dicho) {
        const fuera = Math.max(der - c.right, c.left - izq);
        if (fuera > holgura && inf > sup) {
          faltas.add(`«${corto(texto)}» se sale ${Math.round(fuera)} px de ${nombre(e)}`);
          dicho = true;
        }
      }
      if (!libre && s.overflowY === "hidden" && !dy && s.overflowX === "hidden") {
        const fuera = Math.max(inf - c.bottom, c.top - sup);
        if (fuera > HOLGURA) faltas.add(`«${corto(texto)}» queda cortado ${Math.round(fuera)} px en ${e.tagName}`);
      }
      if (dx) { izq = Math.max(izq, c.left); der = Math.min(der, c.right); }
      if (dy && !libre) { sup = Math.max(sup, c.top); inf = Math.min(inf, c.bottom); }
      if (der - izq <= 1 || inf - sup <= 1) return null;
    }
    return { izq, der, sup, inf, texto, elemento };
  };

  for (const g of raiz.querySelectorAll('[data-testid="stVegaLiteChart"]')) {
    const dibujo = g.querySelector("svg.marks");
    if (dibujo && g.checkVisibility() && Math.abs(caja(dibujo).width - caja(g).width) > 8)
      faltas.add(`un gráfico mide ${Math.round(caja(dibujo).width)} px y su lugar, ${Math.round(caja(g).width)}`);
  }
  const renglones = [];
  const paso = document.createTreeWalker(raiz, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (n) => {
      if (n.nodeType === 3) return n.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
      const s = estilo(n);
      const oculto = n.matches(NO_SE_LEE) || s.display === "none" || s.visibility === "hidden" || s.opacity === "0";
      return oculto ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    }
  });
  const rango = document.createRange();
  while (paso.nextNode()) {
    const nodo = paso.currentNode, elemento = nodo.parentElement;
    const letra = parseFloat(estilo(elemento).fontSize);
    /* Lo de un pliegue cerrado tiene medidas y no se ve; el menú de un teléfono se abre encima. */
    if (!letra || !elemento.checkVisibility({ visibilityProperty: true })) continue;
    if (innerWidth < ANCHO_CON_MENU && elemento.closest('[data-testid="stSidebar"]')) continue;
    rango.selectNodeContents(nodo);
    const esSvg = elemento.namespaceURI.endsWith("svg");
    if (esSvg && nodo.data.includes("…") && !CON_CODIGO.test(entero(nodo))) faltas.add(`«${corto(nodo.data)}» va cortado con puntos`);
    if (estilo(elemento).textOverflow === "ellipsis" && elemento.scrollWidth > elemento.clientWidth + 1)
      faltas.add(`«${corto(nodo.data)}» va cortado con puntos`);
    for (const r of rango.getClientRects()) {
      if (r.width < 1 || r.height < 1) continue;
      const v = visible(r, nodo.data, elemento);
      if (v === null) continue;
      /* El renglón es más alto que sus letras: de arriba y de abajo se quita lo que no pinta. */
      const aire = Math.max(0, (v.inf - v.sup) - letra * 0.78) / 2;
      renglones.push({ ...v, sup: v.sup + aire, inf: v.inf - aire });
      if (v.der > innerWidth + HOLGURA || v.izq < -HOLGURA)
        faltas.add(`«${corto(nodo.data)}» se sale de la pantalla ${Math.round(Math.max(v.der - innerWidth, -v.izq))} px`);
    }
  }
  for (const campo of raiz.querySelectorAll("input:not([type=checkbox]):not([type=radio])")) {
    const c = campo.getBoundingClientRect();
    if (c.width > 4 && campo.value && campo.scrollWidth > campo.clientWidth + 1)
      faltas.add(`«${corto(campo.value)}» no cabe en su lista`);
  }
  if (document.documentElement.scrollWidth > innerWidth + 1)
    faltas.add(`la página mide ${document.documentElement.scrollWidth} px de ancho`);

  /* Dos copias del mismo texto son su halo. */
  renglones.sort((a, b) => a.sup - b.sup);
  for (let i = 0; i < renglones.length; i++) {
    const a = renglones[i];
    for (let j = i + 1; j < renglones.length && renglones[j].sup < a.inf - HOLGURA; j++) {
      const b = renglones[j];
      const dx = Math.min(a.der, b.der) - Math.max(a.izq, b.izq);
      const dy = Math.min(a.inf, b.inf) - Math.max(a.sup, b.sup);
      if (dx > HOLGURA && dy > HOLGURA && a.texto !== b.texto)
        faltas.add(`«${corto(a.texto)}» y «${corto(b.texto)}» se pisan ${Math.round(dx)}×${Math.round(dy)} px`);
    }
  }
  return [...faltas];
})
