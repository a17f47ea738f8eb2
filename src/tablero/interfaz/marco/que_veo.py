"""«¿Qué estoy viendo?»: en cada página, qué muestra, cómo se calcula y qué no dice su fuente.

No lleva cifras: las de la página tienen su fuente y su corte al lado, y estas envejecerían.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from tablero.interfaz.marco import menu
from tablero.interfaz.marco.menu import Pagina
from tablero.interfaz.piezas.marcado import Marcado, marcar, unir

TITULO = "¿Qué estoy viendo?"


@dataclass(frozen=True)
class QueVeo:
    """Lo que hay que saber para leer una página: una frase de cada cosa."""

    muestra: str
    metodo: str
    """Cómo se calcula, o que no se calcula nada; puede llevar una o dos frases más."""
    fuente: str
    """De dónde sale y qué no dice."""
    ver: tuple[Pagina, ...]
    """Las páginas que lo explican mejor."""


GLOSARIO = (menu.GLOSARIO,)
REVISADO = (menu.CONCILIACION, menu.GLOSARIO)
DATOS = (menu.DESCARGAS, menu.GLOSARIO)

QUE_VEO: Mapping[Pagina, QueVeo] = {
    menu.INICIO: QueVeo(
        "Lo que un Comité pregunta primero: el avance de la política de Bogotá y el del plan "
        "nacional, y las personas atendidas, lo girado y los municipios priorizados del "
        "territorio que elija.",
        "Cada tarjeta es una cifra que publica su fuente o la suma de sus partes. Bajo ella se "
        "dice su nivel: publicada por la fuente o calculada por el tablero.",
        "Sale del seguimiento de la política de Bogotá, del informe de la CNIM y del documento "
        "de la EAT; sus cortes son distintos y no retratan un mismo día.",
        REVISADO,
    ),
    menu.MAPAS_IPT: QueVeo(
        "Los municipios que la EAT prioriza, en el orden publicado del IPT, y lo que las demás "
        "listas dicen de ellos en un mapa.",
        "El orden es el de la fuente y no se recalcula. El tablero cuenta los municipios de cada "
        "departamento y pinta la variable que usted elija.",
        "Sale del documento de la EAT y, los centros y las transferencias, del informe de la "
        "CNIM; no se publican los pesos ni el puntaje, y el orden no dice cuánta necesidad "
        "separa a un municipio del siguiente.",
        (menu.INDICE_IPT, *GLOSARIO),
    ),
    menu.INDICE_IPT: QueVeo(
        "El IPT que el tablero calcula con los valores de los indicadores que alguien cargó o, "
        "si nadie los ha cargado, qué hace falta para calcularlo.",
        "Los indicadores se llevan a una misma escala, un análisis de componentes principales da "
        "el peso de cada uno y la suma de sus aportes es el puntaje. La cuenta se repite muchas "
        "veces con otros supuestos para decir qué tan firme es el orden.",
        "Los indicadores y el orden publicado salen del documento de la EAT, y los valores, de "
        "quien los entregue; no es el índice del DNP, que no publica sus pesos ni sus puntajes.",
        (menu.MAPAS_IPT, *GLOSARIO),
    ),
    menu.BRECHAS: QueVeo(
        "De cada municipio priorizado, si aparece en la lista de Centros Intégrate, en la de "
        "transferencias y en la de talleres.",
        "Las tres listas se cruzan con el orden del IPT por el código de cada municipio. Cada "
        "vez que uno no aparece hay una brecha territorial; lo proyectado, lo desistido y el "
        "taller de una subregión quedan a medias y no se cuentan.",
        "Sale del documento de la EAT y del informe de la CNIM, con cortes distintos; que una "
        "lista no nombre a un municipio no prueba que allí no haya nada.",
        (menu.FICHA, *GLOSARIO),
    ),
    menu.FICHA: QueVeo(
        "Lo que cada fuente dice de un municipio, un departamento o un clúster, y lo que no dice "
        "ninguna, en una hoja que se puede imprimir.",
        "Se reúne lo que cada lista trae con el código DIVIPOLA del lugar. Lo de un departamento "
        "o un clúster junta lo de sus municipios.",
        "Sale del documento de la EAT, del informe de la CNIM, de la ficha de Integra y de la "
        "DIVIPOLA; «no aparece» no prueba que no haya nada, y lo que nadie publica es «sin dato».",
        DATOS,
    ),
    menu.CLUSTERES: QueVeo(
        "Los clústeres de municipios con que trabaja la EAT, lo que hay en cada uno y cómo van "
        "las fases de la estrategia.",
        "Los clústeres y sus municipios son los del documento. El tablero junta en cada uno lo "
        "que las demás listas dicen de sus municipios.",
        "Sale del documento de la EAT y del informe de la CNIM; dice el estado de cada fase y no "
        "el de cada actividad, y no sitúa todos los talleres en un municipio.",
        (menu.BRECHAS, *GLOSARIO),
    ),
    menu.CENTROS: QueVeo(
        "Los Centros Intégrate: en qué estado está cada uno, las personas atendidas y los días "
        "que estuvo abierto.",
        "Las personas atendidas se suman entre centros como lo hace la fuente, y las de un día "
        "son esa cifra entre los días abiertos. De un centro inicial no se publica la fecha de "
        "apertura: se supone que abrió todo el periodo, y se dice.",
        "Sale del informe de la CNIM y de la ficha de Integra; una persona puede contarse más de "
        "una vez, y no se sabe a cuántas distintas se atendió ni cuántas atenciones hubo.",
        REVISADO,
    ),
    menu.TRANSFERENCIAS: QueVeo(
        "El dinero para acompañamiento psicosocial: cuánto le tocaba a cada municipio, cuánto se "
        "ha girado y quién ha desistido de su transferencia.",
        "Se suman los valores de la lista, con lo desistido y sin ello. La parte de un municipio "
        "es su valor entre todo lo girado en el país.",
        "Sale del informe de la CNIM, que nombra las resoluciones; girado no es gastado, y no se "
        "dice cuánto se ejecutó ni a cuántas personas llegó.",
        REVISADO,
    ),
    menu.SEMAFORO: QueVeo(
        "Cómo va la política de Bogotá: su avance, su trayectoria, su brecha y el color de cada "
        "producto.",
        "El avance suma lo que lleva cada producto según su peso, la trayectoria suma lo que "
        "debía llevar y la brecha es la resta. El color es el rango del avance hasta la vigencia "
        "(PAHV). Lo que no tiene dato queda fuera de la suma, y se dice cuánto pesa.",
        "Sale del informe de seguimiento de la SDP o del libro oficial del corte que elija; "
        "compara lo entregado con lo programado y no mide qué cambió en la vida de la gente.",
        REVISADO,
    ),
    menu.PRODUCTO: QueVeo(
        "Un producto de la política: qué es, quién responde por él, cuánto lleva frente a lo que "
        "debía y qué hay que revisar.",
        "Con el libro oficial, sus porcentajes se recalculan con sus metas y sus reportes; sin "
        "él se muestran los publicados, y la trayectoria es el PAA entre el PAHV. El ritmo "
        "compara lo que avanza por mes con lo que haría falta.",
        "Sale del informe de la SDP o del libro oficial del corte, y del plan de acción si está "
        "cargado; donde no hay libro, las metas, los reportes y el ritmo son «sin dato».",
        REVISADO,
    ),
    menu.ENTIDAD: QueVeo(
        "Los productos de cada entidad, su situación y lo que debe hacer con cada uno.",
        "Los productos se juntan por el nombre oficial de su entidad, con una tabla de grafías y "
        "nunca por parecido. Su avance y su brecha son las sumas de la política entre lo que "
        "pesan sus productos.",
        "Sale del informe de la SDP o del libro oficial del corte; un producto al que la fuente "
        "no le nombra entidad va aparte, y no se sabe quién responde por él.",
        REVISADO,
    ),
    menu.HISTORIA: QueVeo(
        "El avance y la trayectoria de la política en cada corte, lo que cambió entre dos cortes "
        "y a dónde debe llegar según el plan de acción.",
        "Cada punto se calcula con los datos de su propio corte y la misma fórmula. El cambio "
        "entre dos se reparte, en orden, entre productos que salen y entran, lo que queda sin "
        "dato, pesos, períodos reescritos, metas y reportes nuevos.",
        "Sale de los informes y libros oficiales cargados; con un solo corte no hay qué "
        "comparar, y de uno que solo publica porcentajes no se sabe qué metas cambiaron.",
        REVISADO,
    ),
    menu.HALLAZGOS: QueVeo(
        "Los hallazgos del libro oficial de seguimiento, celda por celda, y en qué difiere lo "
        "reportado de lo recalculado.",
        "El libro se revisa con reglas escritas, y sus porcentajes se recalculan con las "
        "fórmulas del Anexo 1 del informe de la SDP. Se muestran los dos y no se corrige ninguno.",
        "Sale del libro oficial del corte, y sin él no hay celdas que revisar; un hallazgo no "
        "prueba un error: dice qué hay que confirmar con la entidad.",
        REVISADO,
    ),
    menu.SUPONER: QueVeo(
        "Cómo cambiarían el avance, la brecha y los colores de la política si unos productos "
        "reportaran lo que usted escriba.",
        "Con el libro oficial, cada producto supuesto se mide en su próximo período; sin él se "
        "supone su PAA y su trayectoria queda como en el corte. Los demás no cambian.",
        "Parte del informe o del libro oficial del corte; es una suposición: nada de lo supuesto "
        "se ha reportado, no se guarda y no pronostica lo que va a pasar.",
        (menu.SEMAFORO, *GLOSARIO),
    ),
    menu.LOGROS: QueVeo(
        "Qué busca la política de Bogotá, qué relata su informe que se ha hecho y qué pide "
        "mejorar.",
        "Casi nada se calcula: los relatos van en nuestras palabras, y la cita del informe, a su "
        "lado. Solo se compara el PAHV de los productos por revisar con el del Anexo 1.",
        "Sale del informe de seguimiento de la SDP; sus cifras cuentan cosas distintas, y por "
        "eso no se suman entre ellas ni con las de otras fuentes.",
        (menu.SEMAFORO, *GLOSARIO),
    ),
    menu.COMITE: QueVeo(
        "El plan de trabajo del Comité, lo que reportó cada UTA, los delegados y la agenda de "
        "una sesión.",
        "Las cuentas son las de la presentación. La parte de actividades que reportó cada UTA va "
        "como la publica la fuente y como sale de contarlas.",
        "Sale de la presentación de la sesión del Comité; en el texto que se consultó no se lee "
        "quién asistió, y por eso es «no publicado».",
        REVISADO,
    ),
    menu.SESION: QueVeo(
        "Una sesión del Comité: su agenda, las pantallas que se muestran, las entidades que están, "
        "los compromisos y lo que se decidió.",
        "Los datos proponen lo que va atrasado, las fuentes vencidas y los compromisos que se "
        "deben; lo demás lo escribe quien la prepara. Lo que se cambia o se quita sigue en el "
        "registro.",
        "Sale del registro de este tablero y, la agenda y las entidades, de la presentación de la "
        "última sesión publicada, que no dice quién asistió ni cuántas hacen quórum.",
        (menu.COMITE, menu.EDICIONES, menu.GLOSARIO),
    ),
    menu.PLAN_CNIM: QueVeo(
        "Las acciones del plan de la CNIM, sus tareas y lo que el informe dice que se hizo.",
        "El tablero cuenta acciones y tareas, y lo reportado va en nuestras palabras. El avance "
        "total es el publicado: el informe no dice de qué se compone y no se puede recalcular.",
        "Sale del informe de avance de la CNIM; no publica el avance de cada acción ni de cada "
        "tarea, y de algunas acciones no publica las tareas.",
        REVISADO,
    ),
    menu.INTEGRA: QueVeo(
        "Qué es el proyecto Integra, dónde trabaja y los resultados que informa, entre ellos los "
        "Centros Intégrate.",
        "No se calcula nada: son las cifras y los textos de su ficha.",
        "Sale de la ficha del proyecto, de USAID, con un corte anterior al del informe de la "
        "CNIM; nombra unas ciudades como ejemplo y no dice en cuáles están los centros que "
        "cuenta.",
        (menu.CENTROS, *GLOSARIO),
    ),
    menu.CONCILIACION: QueVeo(
        "La conciliación: cada total, conteo, porcentaje o diferencia que publica un documento, "
        "al lado de lo que dan sus partes.",
        "Coincide si la distancia cabe en el redondeo con que está escrito, difiere si no cabe y "
        "no es calculable si alguna parte no está publicada.",
        "Sale de todos los documentos cargados, y lo publicado nunca se corrige; que una cifra "
        "coincida dice que sale de sus partes y no prueba que sea cierta.",
        DATOS,
    ),
    menu.DESCARGAS: QueVeo(
        "Todas las tablas del tablero, cada una con su corte, y los documentos de donde salen.",
        "Cada archivo se arma cuando se pide, con los mismos datos de las páginas. Un CSV viene "
        "en dos formas: la que abre Excel en Colombia y la que leen los programas.",
        "Sale de los documentos de la lista, cada uno con su licencia; una casilla vacía dice "
        "que la fuente no lo publica y nunca es cero.",
        REVISADO,
    ),
    menu.BUSCAR: QueVeo(
        "Todo lo que el tablero tiene sobre unas palabras, un lugar, una entidad o un código, con "
        "la cifra y el corte en el mismo resultado.",
        "Se buscan todas las palabras y, si no las hay juntas, algunas; valen sin tildes, en "
        "plural, a medias y con hasta dos letras equivocadas, y lo que se corrigió se dice.",
        "Sale de las mismas tablas que las páginas; lo que ninguna fuente nombra se dice, y no "
        "aparecer aquí no prueba que no exista.",
        GLOSARIO,
    ),
    menu.EDICIONES: QueVeo(
        "Cada estado del tablero que se publicó, con los libros de que salió, y los datos que "
        "cambiaron de uno a otro.",
        "Dos ediciones se comparan tabla por tabla y fila por fila, con sus archivos. Cada una "
        "lleva la huella de su contenido y la de su lugar en el registro, que nadie puede cambiar "
        "sin que se note.",
        "Sale del registro de este tablero; no dice por qué una fuente cambió una cifra, sino "
        "desde cuándo se ve.",
        (menu.DESCARGAS, menu.GLOSARIO),
    ),
    menu.GLOSARIO: QueVeo(
        "Qué quiere decir cada palabra que el tablero usa con un sentido preciso, como brecha o "
        "trayectoria.",
        "No se calcula nada: son los mismos términos con que se escriben las páginas y los "
        "archivos, uno por concepto.",
        "Las definiciones son del tablero, con las palabras de sus fuentes donde las hay; no "
        "reemplazan las de una norma ni las de un documento oficial.",
        (menu.CONCILIACION, menu.DESCARGAS),
    ),
}


def html(pagina: Pagina, url: Mapping[str, str] | None = None) -> Marcado:
    """El bloque, cerrado; `url` son los parámetros que sus enlaces conservan."""
    dicho = QUE_VEO[pagina]
    enlaces = [_enlace(otra, url or {}) for otra in dicho.ver]
    return unir(
        Marcado(f'<details class="tb-que-veo"><summary>{marcar(TITULO)}</summary><div>'),
        _parrafo("Qué muestra", dicho.muestra),
        _parrafo("Cómo se calcula", dicho.metodo),
        _parrafo("De dónde sale y qué no dice", dicho.fuente),
        Marcado(f"<p>Para saber más: {' · '.join(enlaces)}.</p></div></details>"),
    )


def _parrafo(titulo: str, texto: str) -> Marcado:
    return Marcado(f"<p><strong>{marcar(titulo)}.</strong> {marcar(texto)}</p>")


def _enlace(pagina: Pagina, url: Mapping[str, str]) -> str:
    consulta = f"?{urlencode(url)}" if url else ""
    destino = Path(pagina.archivo).stem + consulta
    return f'<a href="{marcar(destino)}" target="_self">{marcar(pagina.titulo)}</a>'
