/* La sala: cambia de pantalla con teclas o con un control, sin pedirle nada a nadie. La dirección dice
   cuál se ve (`pantalla=3`), y por eso se puede volver a cargar o enviar. Con el tablero detrás,
   además pregunta, anota y sigue a quien lleva la sesión; si no contesta, sigue con lo que tiene. */
var APAGADAS = "tb-teclas", TEMA = "tb-tema", EN_AVISO = 5000;
var pantallas = Array.prototype.slice.call(document.querySelectorAll("main > section"));
var actual = 0, respuesta = null, quitarAviso = null;
/* Lo que la página trae de su sesión; en un archivo suelto, nada. */
var vivo = uno("vivo") ? JSON.parse(uno("vivo").textContent) : null;
var alMostrar = [], porEnviar = [];

function uno(id) {
  return document.getElementById(id);
}

function cada(cuales, hacer) {
  Array.prototype.forEach.call(typeof cuales === "string" ? document.querySelectorAll(cuales) : cuales, hacer);
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

/* Lo que también se ve en la pared, un momento. */
function avisar(texto) {
  clearTimeout(quitarAviso);
  uno("aviso").textContent = texto;
  uno("aviso").hidden = !texto;
  quitarAviso = setTimeout(function () { uno("aviso").hidden = true; }, EN_AVISO);
}

function llano(texto) {
  return texto.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
}

function crear(marca, texto, clase) {
  var hecho = document.createElement(marca);
  if (texto) hecho.textContent = texto;
  if (clase) hecho.className = clase;
  return hecho;
}

/* Lo cerrado conserva el foco hasta que la pantalla se vuelve a dibujar: la tecla siguiente se le iría. */
function cerrar(caja) {
  caja.close();
  if (caja.contains(document.activeElement)) document.activeElement.blur();
}

function alPulsarEn(id, hacer) {
  if (uno(id)) uno(id).addEventListener("click", hacer);
}

function esDeSesion() {
  return Boolean(vivo && vivo.sesion);
}

/* Por qué no se puede escribir aquí; vacío si se puede. */
function porQueNo() {
  if (!vivo) return "Para anotar hace falta el tablero: este archivo es lo que se mostró.";
  if (!vivo.sesion) return "Se anota en una sesión: proyéctela desde «Preparar sesión».";
  return vivo.motivo ? "Aquí no se puede escribir. " + vivo.motivo : "";
}

function conConexion(si) {
  uno("conexion").textContent = si ? "" : "sin conexión";
}

/* Lo que contesta el tablero. La promesa falla si no contesta; si contesta que no, dice por qué. */
function pedir(ruta, pedidos, cuerpo) {
  var consulta = new URLSearchParams(vivo.consulta), opciones = { cache: "no-cache" };
  Object.keys(pedidos || {}).forEach(function (nombre) { consulta.set(nombre, pedidos[nombre]); });
  if (cuerpo) opciones = {
    method: "POST", headers: { "content-type": "application/json" },
    body: JSON.stringify(cuerpo)
  };
  var direccion = vivo.base + "/sala/" + ruta + (cuerpo ? "" : "?" + consulta);
  return fetch(direccion, opciones).then(function (llegado) {
    return llegado.json().then(function (datos) {
      conConexion(true);
      return { bien: llegado.ok, datos: datos };
    });
  }).catch(function (error) {
    conConexion(false);
    throw error;
  });
}

function anotarEn(datos) {
  datos.sesion = vivo.sesion;
  return pedir("anotar", null, datos);
}

/* Lo que se anota sin que nadie lo espere: si el tablero no contesta, se vuelve a intentar. */
function anotarCuandoSePueda(datos) {
  if (porQueNo()) return;
  anotarEn(datos).catch(function () { porEnviar.push(datos); });
}

function enviarLoPendiente() {
  porEnviar.splice(0).forEach(anotarCuandoSePueda);
}
