/* Quién está: una casilla por entidad, con la hora en que se marcó. */
function abrirQuorum() {
  abrirAnotacion("quorum", function (caja) {
    dibujarQuorum();
    caja.showModal();
    uno("q-entidades").querySelector("input").focus();
  });
}

function dibujarQuorum() {
  var lugar = uno("q-entidades"), marcadas = vivo.estado.asistencias;
  uno("q-cuantas").textContent = vivo.estado.quorum;
  vivo.comite.forEach(function (entidad, cual) {
    var rotulo = lugar.children[cual] || lugar.appendChild(casilla(entidad));
    var marcada = marcadas[entidad], marca = rotulo.querySelector("input");
    marca.checked = Boolean(marcada && marcada.asiste);
    rotulo.querySelector(".hora").textContent =
      marcada ? (marcada.asiste ? "" : "se retiró, ") + marcada.hora : "";
  });
}

function casilla(entidad) {
  var rotulo = crear("label"), marca = crear("input");
  marca.type = "checkbox";
  marca.addEventListener("change", function () { marcar(entidad, marca); });
  rotulo.append(marca, crear("span", entidad), crear("span", "", "hora"));
  return rotulo;
}

function marcar(entidad, marca) {
  var error = uno("quorum").querySelector(".error");
  error.textContent = "";
  anotarEn({ que: "asistencia", entidad: entidad, asiste: marca.checked }).then(function (llegado) {
    if (llegado.bien) return alCambiar(llegado.datos.estado);
    error.textContent = llegado.datos.error;
    dibujarQuorum();
  }).catch(function () {
    error.textContent = "El tablero no contesta. No quedó marcada: vuelva a intentarlo.";
    dibujarQuorum();
  });
}

function alMoverseEnQuorum(evento) {
  var marcas = Array.prototype.slice.call(uno("q-entidades").querySelectorAll("input"));
  var lugar = marcas.indexOf(document.activeElement);
  if (lugar < 0) return;
  var paso = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[evento.key];
  if (evento.key === "Enter") marcas[lugar].click();
  else if (paso) (marcas[lugar + paso] || marcas[lugar]).focus();
  else return;
  evento.preventDefault();
}

if (uno("quorum")) uno("quorum").addEventListener("keydown", alMoverseEnQuorum);
