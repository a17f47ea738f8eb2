/* Lo que lleva cada punto de la agenda. Se cuenta solo mientras se ve, queda en este navegador y, al
   cambiar de pantalla, en la sesión: ni un apagón lo pierde. */
var UN_SEGUNDO = 1000, ASENTADA = 3000, MAS_DE_LA_CUENTA = 5, CADA_CUANTO_SE_GUARDA = 5;
var segundos = {}, contado = Date.now(), asentar = null;

function claveDeTiempos() {
  return "tb-sala-" + vivo.sesion;
}

/* Una pantalla sin punto es del mismo que la anterior. */
function puntoDe(cual) {
  for (; cual > 0; cual--) if (vivo.pantallas[cual].punto) return vivo.pantallas[cual].punto;
  return "";
}

function recordarTiempos() {
  var aqui = {};
  try {
    aqui = JSON.parse(guardado(claveDeTiempos()) || "{}") || {};
  } catch (error) { /* lo que haya ahí no es nuestro */ }
  vivo.puntos.forEach(function (punto) {
    segundos[punto.codigo] = Math.max(punto.segundos, Number(aqui[punto.codigo]) || 0);
  });
}

function contar() {
  var ahora = Date.now(), van = Math.round((ahora - contado) / UN_SEGUNDO), punto = puntoDe(actual);
  if (van < 1) return;
  contado = ahora;
  /* Un equipo que durmió despierta con horas de más: no son de la sesión. */
  if (document.visibilityState === "visible" && van <= MAS_DE_LA_CUENTA && punto in segundos && !siguiendo()) {
    segundos[punto] += van;
    if (segundos[punto] % CADA_CUANTO_SE_GUARDA < van) guardar(claveDeTiempos(), JSON.stringify(segundos));
  }
  decirTiempo();
}

function decirTiempo() {
  var codigo = puntoDe(actual), numero = -1;
  vivo.puntos.forEach(function (punto, lugar) { if (punto.codigo === codigo) numero = lugar; });
  if (numero < 0) return void (uno("tiempo").textContent = "");
  var minutos = vivo.puntos[numero].minutos, van = Math.floor(segundos[codigo] / 60);
  uno("tiempo").textContent = "Punto " + (numero + 1) + ": " +
    (minutos ? van + " de " + minutos + " min" : van + " min");
  uno("tiempo").classList.toggle("pasado", Boolean(minutos) && van >= minutos);
}

/* Cuando alguien se detiene en una pantalla, la sesión sabe que se está viendo. */
function esperarQueSeAsiente() {
  decirTiempo();
  clearTimeout(asentar);
  if (!siguiendo()) asentar = setTimeout(anotarLaVista, ASENTADA);
}

function anotarLaVista() {
  guardar(claveDeTiempos(), JSON.stringify(segundos));
  anotarCuandoSePueda({ que: "vista", pantalla: vivo.pantallas[actual].codigo, tiempos: segundos });
}

function empezarTiempo() {
  recordarTiempos();
  alMostrar.push(esperarQueSeAsiente);
  setInterval(contar, UN_SEGUNDO);
}
