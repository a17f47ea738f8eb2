/* Lo que se mide en la pantalla que se ve: la menor letra de cada clase, lo que sobra o se sale, y lo
   que se pisa. La letra de un dibujo se mide ya estirada. */
(() => {
  const A_LA_VISTA = "main > section:not([hidden])", HOLGURA = 2;
  const CUERPO = ["h1", ".rotulo", ".detalle", ".notas p", "td", "th", "caption", ".faltan"];
  const PIE = ["footer span", "footer time", "footer button", "footer a"];
  const NO_SE_LEE = "script,style,noscript,.oculto";
  const BLOQUES = "h1, .cifra, .dibujo svg, table, .faltan, .notas, .fuente";
  const pantalla = document.querySelector(A_LA_VISTA);
  const letra = (e) => parseFloat(getComputedStyle(e).fontSize);
  const menor = (cuales, medir = letra) => {
    const todas = [...document.querySelectorAll(cuales)].filter((e) => e.getClientRects().length);
    return todas.length ? Math.min(...todas.map(medir)) : null;
  };
  const de = (...cuales) => cuales.map((c) => `${A_LA_VISTA} ${c}`).join();
  const pared = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };

  const fuera = [], textos = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let nodo; (nodo = textos.nextNode()); ) {
    const dueno = nodo.parentElement;
    if (!nodo.textContent.trim() || dueno.closest(NO_SE_LEE)) continue;
    const dibujo = dueno.closest("svg"), caja = dibujo ? dibujo.getBoundingClientRect() : pared;
    const rango = document.createRange();
    rango.selectNodeContents(nodo);
    for (const r of rango.getClientRects())
      if (r.left < caja.left - HOLGURA || r.top < caja.top - HOLGURA ||
          r.right > caja.right + HOLGURA || r.bottom > caja.bottom + HOLGURA)
        fuera.push(nodo.textContent.slice(0, 50));
  }

  const pisadas = [];
  const cajas = [...pantalla.querySelectorAll(BLOQUES)]
    .map((e) => [e, e.getBoundingClientRect()]).filter(([, r]) => r.width && r.height);
  cajas.forEach(([uno, a], lugar) => cajas.slice(lugar + 1).forEach(([otro, b]) => {
    const aLoAncho = a.left < b.right - 1 && b.left < a.right - 1;
    if (aLoAncho && a.top < b.bottom - 1 && b.top < a.bottom - 1)
      pisadas.push(`${uno.tagName} ${uno.textContent.slice(0, 20)} y ${otro.tagName}`);
  }));

  const seDesborda = [document.documentElement, document.body, pantalla,
    ...pantalla.querySelectorAll(".cuerpo, .tabla")];
  return {
    titulo: pantalla.querySelector("h1").textContent,
    cuerpo: menor(de(...CUERPO)),
    cifra: menor(de(".cifra:first-child .numero")),
    dibujo: menor(de("svg text"), (e) => letra(e) * e.getScreenCTM().d),
    pie: menor([de(".fuente"), ...PIE].join()),
    sobra: Math.max(...seDesborda.map((e) =>
      Math.max(e.scrollHeight - e.clientHeight, e.scrollWidth - e.clientWidth))),
    fuera, pisadas,
    filas: pantalla.querySelectorAll("tbody tr:not([hidden])").length,
    faltan: (pantalla.querySelector(".faltan") || { textContent: "" }).textContent
  };
})
