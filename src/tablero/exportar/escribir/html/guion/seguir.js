/* Lo que cambia mientras se mira: la pantalla de quien lleva la sesión, quién está y lo que se debe. */
var CADA_DOS = 2000, SEGUIR = "seguir", DE_COMPROMISOS = "sesion?ver=compromisos";

function siguiendo() {
  return new URLSearchParams(location.search).get(SEGUIR) === "si";
}

function seguir() {
  if (!esDeSesion()) return avisar("Se sigue a quien lleva una sesión: proyéctela desde «Preparar sesión».");
  var consulta = new URLSearchParams(location.search), si = !siguiendo();
  if (si) consulta.set(SEGUIR, "si");
  else consulta.delete(SEGUIR);
  history.replaceState(null, "", "?" + consulta);
  avisar(si ? "Sigue a quien lleva la sesión." : "Ya no sigue a quien lleva la sesión.");
  if (si) irDondeVa();
  decirQuienSigue();
}

function decirQuienSigue() {
  uno("quorum-pie").textContent = vivo.estado.presentes + " de " + vivo.estado.entidades + " presentes" +
    (siguiendo() ? " · siguiendo" : "");
}

function irDondeVa() {
  var cual = lugarDe(vivo.estado.pantalla);
  if (respuesta || cual !== actual) mostrar(cual);
}

function lugarDe(codigo) {
  for (var cual = 0; cual < vivo.pantallas.length; cual++)
    if (vivo.pantallas[cual].codigo === codigo) return Math.min(cual, pantallas.length - 1);
  return 0;
}

function alCambiar(estado) {
  var antes = vivo.estado;
  vivo.estado = estado;
  decirQuienSigue();
  if (uno("quorum").open) dibujarQuorum();
  if (estado.compromisos !== antes.compromisos) renovarCompromisos();
  if (!siguiendo()) return;
  if (String(estado.pantallas) !== String(antes.pantallas)) return location.reload();
  if (estado.pantalla !== antes.pantalla) irDondeVa();
}

/* La pantalla de lo que se debe se vuelve a pedir: las demás no cambian con la sesión. */
function renovarCompromisos() {
  pantallas.forEach(function (pantalla) {
    var de = pantalla.getAttribute("data-de");
    if (de.indexOf(DE_COMPROMISOS)) return;
    pedir("preguntar", { direccion: de.replace(/&edicion=\d+$/, "") }).then(function (llegado) {
      if (llegado.datos.clase === "pantalla") renovar(pantalla, llegado.datos.html);
    }).catch(function () { /* se queda con la que tiene */ });
  });
}

function preguntarComoVa() {
  if (document.visibilityState !== "visible") return esperarYPreguntar();
  pedir("estado").then(function (llegado) {
    if (llegado.bien && llegado.datos.version !== vivo.estado.version) alCambiar(llegado.datos);
    enviarLoPendiente();
  }).catch(function () { /* se queda con lo que tiene, y el pie lo dice */ }).then(esperarYPreguntar);
}

function esperarYPreguntar() {
  setTimeout(preguntarComoVa, CADA_DOS);
}
