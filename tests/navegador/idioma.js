/* Todo lo que se lee u oye de la página: sus textos, sus rótulos, su título y su idioma. */
(() => {
  const NO_SE_LEE = 'script,style,noscript,code,[data-testid="stIconMaterial"]';
  const ROTULOS = ["aria-label", "title", "placeholder", "alt", "aria-roledescription",
    "aria-description", "aria-valuetext"];
  const dichos = new Set([document.title]);
  const paso = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (paso.nextNode()) {
    const nodo = paso.currentNode;
    const elemento = nodo.nodeType === 3 ? nodo.parentElement : nodo;
    if (!elemento.checkVisibility({ visibilityProperty: true })) continue;
    if (nodo.nodeType !== 3) for (const rotulo of ROTULOS) dichos.add((nodo.getAttribute(rotulo) || "").trim());
    else if (!elemento.closest(NO_SE_LEE)) dichos.add(nodo.data.trim());
  }
  if (document.documentElement.lang !== "es") dichos.add(`language: ${document.documentElement.lang}`);
  return [...dichos].filter(Boolean);
})
