/* Al abrir: la pantalla que pide la dirección o, en una sesión, la última que se vio. */
function pedida() {
  var dicha = new URLSearchParams(location.search).get("pantalla") ||
    (/pantalla=(\d+)/.exec(location.hash) || [])[1];
  var cual = parseInt(dicha, 10);
  if (cual >= 1 && cual <= pantallas.length) return cual - 1;
  return esDeSesion() ? lugarDe(vivo.estado.pantalla) : 0;
}

function enPunto() {
  uno("hora").textContent = new Date().toLocaleTimeString("es-CO", { hour: "numeric", minute: "2-digit" });
}

function soloLasQueSirven() {
  var motivo = porQueNo();
  if (!esDeSesion() || !motivo) return;
  cada("[data-escribe]", function (parte) { parte.remove(); });
  uno("no-se-escribe").textContent = motivo;
  uno("no-se-escribe").hidden = false;
}

function empezar() {
  ponerTema(guardado(TEMA));
  document.addEventListener("keydown", alPulsar);
  alPulsarEn("anterior", function () { pasar(-1); });
  alPulsarEn("siguiente", function () { pasar(1); });
  alPulsarEn("abrir-indice", function () { abrir("indice"); });
  alPulsarEn("abrir-teclas", function () { abrir("teclas"); });
  alPulsarEn("negro", function () { ponerNegro(false); });
  uno("usar").addEventListener("change", function () {
    guardar(APAGADAS, uno("usar").checked ? null : "no");
  });
  cada(".cerrar", function (boton) {
    boton.addEventListener("click", function () { cerrar(boton.closest("dialog")); });
  });
  cada("[data-pantalla]", function (boton) {
    boton.addEventListener("click", function () {
      cerrar(uno("indice"));
      mostrar(Number(boton.getAttribute("data-pantalla")) - 1);
    });
  });
  window.addEventListener("resize", acomodar);
  window.addEventListener("popstate", function () { mostrar(pedida(), true); });
  if (document.fonts && document.fonts.ready) document.fonts.ready.then(acomodar);
  enPunto();
  setInterval(enPunto, 5000);
  if (esDeSesion()) empezarTiempo();
  soloLasQueSirven();
  mostrar(pedida(), true);
  if (vivo) setTimeout(prepararPreguntas, PARA_PREPARAR);
  if (!esDeSesion()) return;
  if (siguiendo()) irDondeVa();
  decirQuienSigue();
  esperarYPreguntar();
}

if (pantallas.length) empezar();
