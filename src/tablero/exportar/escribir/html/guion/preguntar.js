/* Preguntar encima de la pantalla: lo que contesta el tablero es una pantalla más. */
var SIN_TABLERO = "Para preguntar hace falta el tablero: este archivo es lo que se mostró.";
var PARA_PREPARAR = 1500;
var dicha = "", sinContestar = false, turnoDePregunta = 0;

function abrirPregunta() {
  if (!vivo) return avisar(SIN_TABLERO);
  uno("pregunta").value = "";
  ponerCandidatas("", []);
  uno("preguntar").showModal();
  uno("pregunta").focus();
  preguntar({ q: "" }); /* dice qué se puede */
}

/* La primera vez el tablero tarda en leerse todo: que no sea cuando alguien espera. */
function prepararPreguntas() {
  pedir("preguntar", { q: "" }).catch(function () { /* se preparará con la primera */ });
}

function preguntar(pedidos) {
  var turno = ++turnoDePregunta;
  if (pedidos.q !== "") ponerCandidatas("Buscando…", []);
  pedir("preguntar", pedidos).then(function (llegado) {
    if (turno === turnoDePregunta && uno("preguntar").open) contestar(llegado.datos);
  }).catch(function () {
    if (turno === turnoDePregunta) ponerCandidatas("El tablero no contesta: vuelva a intentarlo.", []);
  });
}

function contestar(datos) {
  if (datos.clase === "pantalla") {
    anotarPregunta(datos.direccion);
    cerrar(uno("preguntar"));
    return mostrarRespuesta(datos.html, dicha);
  }
  if (datos.clase === "candidatas") {
    sinContestar = true;
    return ponerCandidatas("¿Cuál de estas?", datos.candidatas.map(function (candidata) {
      return { titulo: candidata.titulo, contexto: candidata.contexto, pide: { direccion: candidata.direccion } };
    }), true);
  }
  if (dicha && !datos.error) anotarPregunta("");
  var ejemplos = datos.ejemplos || [], antes = datos.dicho ? datos.dicho + " " : "";
  ponerCandidatas(datos.error || antes + "Se puede preguntar, por ejemplo:", ejemplos.map(function (ejemplo) {
    return { titulo: ejemplo, pide: { q: ejemplo } };
  }), Boolean(dicha));
}

/* Lo que se preguntó queda en la sesión, con lo que lo contestó. */
function anotarPregunta(direccion) {
  sinContestar = false;
  if (dicha) anotarCuandoSePueda({ que: "pregunta", dicho: dicha, direccion: direccion });
}

function ponerCandidatas(dicho, cuales, yEscoger) {
  uno("contestado").textContent = dicho;
  var lista = uno("candidatas");
  lista.textContent = "";
  cuales.forEach(function (candidata) {
    var boton = crear("button", candidata.titulo), elemento = crear("li");
    boton.type = "button";
    if (candidata.contexto) boton.append(crear("span", candidata.contexto, "contexto"));
    boton.addEventListener("click", function () {
      if (candidata.pide.q) {
        dicha = candidata.pide.q;
        uno("pregunta").value = dicha;
      }
      preguntar(candidata.pide);
    });
    elemento.append(boton);
    lista.append(elemento);
  });
  if (yEscoger && cuales.length) lista.querySelector("button").focus();
}

function alEscoger(evento) {
  var botones = Array.prototype.slice.call(uno("candidatas").querySelectorAll("button"));
  var lugar = botones.indexOf(document.activeElement), tecla = evento.key;
  if (evento.ctrlKey || evento.metaKey || evento.altKey) return;
  if (tecla === "ArrowDown" || tecla === "ArrowUp") {
    lugar += tecla === "ArrowDown" ? 1 : -1;
    (botones[Math.min(lugar, botones.length - 1)] || uno("pregunta")).focus();
  } else if (lugar >= 0 && /^[1-9]$/.test(tecla) && botones[tecla - 1]) {
    botones[tecla - 1].click();
  } else if (lugar >= 0 && tecla.length === 1 && tecla !== " ") {
    uno("pregunta").focus(); /* quien sigue escribiendo, pregunta otra cosa */
    return;
  } else return;
  evento.preventDefault();
}

if (uno("preguntar")) {
  uno("preguntar").addEventListener("keydown", alEscoger);
  uno("preguntar").querySelector("form").addEventListener("submit", function (evento) {
    evento.preventDefault();
    dicha = uno("pregunta").value.trim();
    if (dicha) preguntar({ q: dicha });
  });
  uno("preguntar").addEventListener("close", function () {
    turnoDePregunta++;
    if (sinContestar) anotarPregunta("");
    dicha = "";
  });
}
