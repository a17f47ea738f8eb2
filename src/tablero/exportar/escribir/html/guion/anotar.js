/* Un compromiso, y la decisión y la nota de una pantalla: se escriben sin soltar el teclado. */
var ENTIDADES_A_LA_VISTA = 6;
var activa = 0;

function abrirAnotacion(id, preparar) {
  var motivo = porQueNo(), caja = uno(id);
  if (motivo) return avisar(motivo);
  caja.querySelector(".error").textContent = "";
  preparar(caja);
}

function enviarAnotacion(caja, datos) {
  var error = caja.querySelector(".error");
  error.textContent = "";
  anotarEn(datos).then(function (llegado) {
    if (!llegado.bien) {
      error.textContent = llegado.datos.error;
      return;
    }
    cerrar(caja);
    alCambiar(llegado.datos.estado);
    avisar(llegado.datos.dicho);
  }).catch(function () {
    error.textContent = "El tablero no contesta. No se escribió nada: vuelva a intentarlo.";
  });
}

function abrirCompromiso() {
  abrirAnotacion("compromiso", function (caja) {
    cada(caja.querySelectorAll("input"), function (campo) { campo.value = ""; });
    uno("c-producto").value = vivo.pantallas[actual].producto;
    ofrecerEntidades();
    caja.showModal();
    uno("c-que").focus();
  });
}

function responden() {
  var pedidas = llano(uno("c-entidad").value).split(/\s+/).filter(Boolean);
  return vivo.comite.filter(function (entidad) {
    var suyas = llano(entidad).split(/[^a-z0-9]+/);
    return pedidas.every(function (pedida) {
      return suyas.some(function (palabra) { return palabra.indexOf(pedida) === 0; });
    });
  });
}

function ofrecerEntidades() {
  var lista = uno("c-entidades"), campo = uno("c-entidad");
  var halladas = document.activeElement === campo ? responden().slice(0, ENTIDADES_A_LA_VISTA) : [];
  activa = Math.min(activa, Math.max(halladas.length - 1, 0));
  lista.textContent = "";
  halladas.forEach(function (entidad, lugar) {
    var opcion = crear("li", entidad);
    opcion.id = "c-entidad-" + lugar;
    opcion.setAttribute("role", "option");
    opcion.setAttribute("aria-selected", lugar === activa ? "true" : "false");
    opcion.addEventListener("mousedown", function (evento) {
      evento.preventDefault();
      campo.value = entidad;
      uno("c-vence").focus();
    });
    lista.append(opcion);
  });
  lista.hidden = !halladas.length;
  campo.setAttribute("aria-expanded", halladas.length ? "true" : "false");
  if (halladas.length) campo.setAttribute("aria-activedescendant", "c-entidad-" + activa);
  else campo.removeAttribute("aria-activedescendant");
}

function alEscribirEntidad(evento) {
  var halladas = responden().slice(0, ENTIDADES_A_LA_VISTA);
  if (evento.key === "ArrowDown" || evento.key === "ArrowUp") {
    activa = Math.min(Math.max(activa + (evento.key === "ArrowDown" ? 1 : -1), 0), halladas.length - 1);
    ofrecerEntidades();
  } else if (evento.key === "Enter") {
    if (!halladas.length) return evento.preventDefault();
    uno("c-entidad").value = halladas[activa];
    uno("c-vence").focus();
  } else return;
  evento.preventDefault();
}

function guardarCompromiso() {
  enviarAnotacion(uno("compromiso"), {
    que: "compromiso", texto: uno("c-que").value, entidad: uno("c-entidad").value,
    vence: uno("c-vence").value, producto: uno("c-producto").value
  });
}

function abrirDecision() {
  abrirAnotacion("decision", function (caja) {
    var codigo = vivo.pantallas[actual].codigo;
    if (!codigo) return avisar("La agenda no lleva decisión: es de cada pantalla.");
    pedir("decision", { pantalla: codigo }).then(function (llegado) {
      if (!llegado.bien) return avisar(llegado.datos.error);
      caja.setAttribute("data-codigo", codigo);
      uno("d-pide").textContent = llegado.datos.pide ? "Se pide decidir: " + llegado.datos.pide : "";
      uno("d-decision").value = llegado.datos.decision;
      uno("d-nota").value = llegado.datos.nota;
      caja.showModal();
      uno("d-decision").focus();
    }).catch(function () { avisar("El tablero no contesta: vuelva a intentarlo."); });
  });
}

function guardarDecision() {
  var caja = uno("decision");
  enviarAnotacion(caja, {
    que: "decision", pantalla: caja.getAttribute("data-codigo"),
    decision: uno("d-decision").value, nota: uno("d-nota").value
  });
}

/* Entrar pasa al campo que sigue o, en el último, guarda; con mayúscula, un renglón más. */
function conEntrar(id, hacer) {
  uno(id).addEventListener("keydown", function (evento) {
    if (evento.key !== "Enter" || evento.shiftKey || evento.isComposing) return;
    evento.preventDefault();
    hacer();
  });
}

function alGuardar(id, hacer) {
  uno(id).querySelector("form").addEventListener("submit", function (evento) {
    evento.preventDefault();
    hacer();
  });
}

if (uno("compromiso")) {
  conEntrar("c-que", function () { uno("c-entidad").focus(); });
  conEntrar("d-decision", function () { uno("d-nota").focus(); });
  conEntrar("d-nota", guardarDecision);
  alGuardar("compromiso", guardarCompromiso);
  alGuardar("decision", guardarDecision);
  uno("decision").addEventListener("close", function () {
    cada(uno("decision").querySelectorAll("textarea"), function (campo) { campo.value = ""; });
  });
  uno("c-entidad").addEventListener("keydown", alEscribirEntidad);
  uno("c-entidad").addEventListener("input", function () {
    activa = 0;
    ofrecerEntidades();
  });
  uno("c-entidad").addEventListener("focus", ofrecerEntidades);
  uno("c-entidad").addEventListener("blur", ofrecerEntidades);
}
