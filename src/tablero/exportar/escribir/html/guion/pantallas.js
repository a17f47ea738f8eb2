/* Cuál se ve, y lo que el pie dice de ella. */
var MESES = 12, EN_MESES = 36, LETRAS_EN_EL_PIE = 18;

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

function aLaVista() {
  return respuesta || pantallas[actual];
}

/* Lo que no cabe en la pared se cuenta: las filas que sobran se quitan desde la última. */
function acomodar() {
  var tabla = aLaVista().querySelector(".tabla");
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

function ponerPie(pantalla, lugar) {
  uno("lugar").textContent = lugar;
  uno("edad").textContent = edad(pantalla.getAttribute("data-cortes"));
  var explica = uno("explica");
  if (explica) explica.href = explica.getAttribute("data-base") + pantalla.getAttribute("data-de");
}

function mostrar(cual, alLlegar) {
  if (respuesta) respuesta.remove();
  respuesta = null;
  actual = Math.min(Math.max(cual, 0), pantallas.length - 1);
  pantallas.forEach(function (pantalla, lugar) { pantalla.hidden = lugar !== actual; });
  var pantalla = pantallas[actual], titulo = pantalla.querySelector("h1").textContent;
  var lugar = "Pantalla " + (actual + 1) + " de " + pantallas.length;
  ponerPie(pantalla, lugar);
  cada("[data-pantalla]", function (boton) {
    if (Number(boton.getAttribute("data-pantalla")) === actual + 1)
      boton.setAttribute("aria-current", "true");
    else boton.removeAttribute("aria-current");
  });
  acomodar();
  alMostrar.forEach(function (hacer) { hacer(); });
  if (alLlegar) return;
  decir(lugar + ". " + titulo);
  escribirDireccion();
}

/* Lo que cabe en el pie al lado de lo demás. */
function enCorto(dicho) {
  return dicho.length <= LETRAS_EN_EL_PIE ? dicho : dicho.slice(0, LETRAS_EN_EL_PIE - 1).trim() + "…";
}

/* Una pantalla más, encima de la que se ve: no es de la sesión y no cambia la dirección. */
function mostrarRespuesta(html, dicho) {
  var molde = document.createElement("template");
  molde.innerHTML = html;
  if (respuesta) respuesta.remove();
  pantallas[actual].hidden = true;
  respuesta = molde.content.firstElementChild;
  document.querySelector("main").append(respuesta);
  ponerPie(respuesta, "Respuesta a «" + enCorto(dicho) + "»");
  acomodar();
  decir(respuesta.querySelector("h1").textContent + ". Esc vuelve a la pantalla.");
}

function volver() {
  mostrar(actual);
}

/* Cambia lo que muestra una pantalla que ya está, sin moverla de su lugar. */
function renovar(pantalla, html) {
  var molde = document.createElement("template"), lugar = pantallas.indexOf(pantalla);
  molde.innerHTML = html;
  var nueva = molde.content.firstElementChild;
  nueva.id = pantalla.id;
  nueva.hidden = pantalla.hidden;
  nueva.querySelector("h1").id = pantalla.getAttribute("aria-labelledby");
  nueva.setAttribute("aria-labelledby", nueva.querySelector("h1").id);
  pantalla.replaceWith(nueva);
  pantallas[lugar] = nueva;
  if (lugar === actual) acomodar();
}

function negro() {
  return !uno("negro").hidden;
}

function ponerNegro(si) {
  uno("negro").hidden = !si;
  decir(si ? "Pantalla en negro. B o Esc para volver." : aLaVista().querySelector("h1").textContent);
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
