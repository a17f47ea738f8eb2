/* Las teclas y el control. Las de un solo signo se pueden apagar, y ninguna hace nada mientras se
   escribe. */
var ESPERA = 3000;
var ESCRIBE = 'textarea,select,[contenteditable=""],[contenteditable="true"],' +
  "input:not([type=checkbox]):not([type=radio]):not([type=button])";
var PASO = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
var DE_SU_DIALOGO = { i: "indice", "?": "teclas" };
var LETRAS = {
  i: function () { abrir("indice"); },
  "?": function () { abrir("teclas"); },
  b: function () { ponerNegro(!negro()); },
  ".": function () { ponerNegro(!negro()); },
  f: completa, t: otroTema, "/": abrirPregunta, v: irAlTablero,
  c: abrirCompromiso, d: abrirDecision, q: abrirQuorum, s: seguir
};
var digitos = "", olvido = null;

function irAlTablero() {
  if (uno("explica")) location.href = uno("explica").href;
  else avisar("En este archivo no está el tablero: aquí está lo que se mostró.");
}

function abrir(id) {
  var caja = uno(id);
  if (caja.open) return cerrar(caja);
  uno("usar").checked = guardado(APAGADAS) !== "no";
  caja.showModal();
  var primero = caja.querySelector("[aria-current]") || caja.querySelector(".cerrar");
  primero.focus();
}

function recordarDigito(digito) {
  digitos = (digitos + digito).slice(-2);
  uno("numero").textContent = digitos;
  uno("numero").hidden = false;
  clearTimeout(olvido);
  olvido = setTimeout(olvidar, ESPERA);
}

function olvidar() {
  clearTimeout(olvido);
  digitos = "";
  uno("numero").hidden = true;
}

function irAlNumero() {
  var cual = Number(digitos);
  olvidar();
  if (cual >= 1 && cual <= pantallas.length) mostrar(cual - 1);
  else decir("No hay pantalla " + cual);
}

function deUnSigno(tecla) {
  if (guardado(APAGADAS) === "no") return false;
  if (/^[0-9]$/.test(tecla)) recordarDigito(tecla);
  else if (Object.prototype.hasOwnProperty.call(LETRAS, tecla)) LETRAS[tecla]();
  else return false;
  return true;
}

/* De una respuesta, adelante y atrás vuelven a la pantalla que estaba. */
function pasar(pasos) {
  if (respuesta) volver();
  else mostrar(actual + pasos);
}

function mover(evento, foco) {
  var tecla = evento.key;
  if (tecla in PASO) pasar(PASO[tecla]);
  else if (tecla === " " && !foco.closest("button,a,input,label")) pasar(evento.shiftKey ? -1 : 1);
  else if (tecla === "Home") mostrar(0);
  else if (tecla === "End") mostrar(pantallas.length - 1);
  else return false;
  return true;
}

function alPulsar(evento) {
  var foco = document.activeElement || document.body, tecla = evento.key;
  if (evento.ctrlKey || evento.metaKey || evento.altKey || evento.defaultPrevented) return;
  var abierto = document.querySelector("dialog[open]");
  if (tecla === "Escape" && abierto && !evento.isComposing) {
    cerrar(abierto); /* el navegador lo haría un poco después */
    return evento.preventDefault();
  }
  if (foco.closest(ESCRIBE)) return;
  if (abierto && abierto.id !== "indice" && abierto.id !== "teclas") return; /* tiene las suyas */
  if (tecla === "Enter" && digitos) {
    if (abierto) cerrar(abierto);
    irAlNumero();
    return evento.preventDefault();
  }
  if (abierto) {
    var suya = DE_SU_DIALOGO[tecla.toLowerCase()];
    if ((suya === abierto.id || /^[0-9]$/.test(tecla)) && deUnSigno(tecla.toLowerCase())) evento.preventDefault();
    return;
  }
  if (tecla === "Escape") {
    olvidar();
    if (negro()) ponerNegro(false);
    else if (respuesta) volver();
    return;
  }
  if (negro() && !/^[b.]$/i.test(tecla)) ponerNegro(false);
  if (mover(evento, foco) || deUnSigno(tecla.toLowerCase())) evento.preventDefault();
}
