"""Colores y tamaños: el único lugar donde se escriben.

`config.toml` se genera de aquí. Los colores del semáforo se distinguen también por su claridad y
llevan siempre una forma y una palabra: nadie depende del color.
"""

from dataclasses import dataclass

ACENTO = "#1F5A96"
ACENTO_OSCURO = "#7FB2E5"
"""El acento en el tema oscuro, con el mismo contraste."""
GRIS = "#7A828C"
GRIS_CLARO = "#C3C9D0"
CONTRASTE = "#C2388A"
"""Fucsia: lo que se señala o se elige en un mapa, y lo que resta o difiere en un gráfico.

El rojo, el naranja, el amarillo y el verde son del semáforo de los productos, y de nada más.
"""


SIMULADO = "#6A1B9A"
SIMULADO_TEXTO = "#FFFFFF"
"""La franja de los datos simulados: un color que ningún dato usa, igual en los dos temas."""

FONDO_ENCABEZADO_LIBRO = "#E8EEF4"
"""Fondo de los encabezados en los libros de Excel."""


@dataclass(frozen=True)
class Estado:
    """Cómo se muestra un estado del semáforo."""

    palabra: str
    simbolo: str
    forma: str
    """Forma de Vega-Lite que corresponde al símbolo."""
    color: str
    texto: str
    """Color del texto que se lee encima del color."""

    @property
    def en_frase(self) -> str:
        """La palabra dentro de una frase: «sobreejecución»."""
        return self.palabra.lower()


SEMAFORO: dict[str, Estado] = {
    "bajo": Estado("Bajo", "▼", "triangle-down", "#B02418", "#FFFFFF"),
    "medio": Estado("Medio", "◆", "diamond", "#F0C419", "#1B1F24"),
    "alto": Estado("Alto", "●", "circle", "#17766B", "#FFFFFF"),
    "sobre-ejecución": Estado("Sobreejecución", "▲", "triangle-up", "#E8842A", "#1B1F24"),
    "sin dato": Estado("Sin dato", "□", "square", "#8B939C", "#1B1F24"),
    "sin iniciar": Estado("Sin iniciar", "○", "circle", "#B9C0C8", "#1B1F24"),
    "no vigente": Estado("No vigente", "✕", "cross", "#5F6770", "#FFFFFF"),
}
"""Estado → su palabra, forma y color, en el orden en que se muestran."""


def en_frase(estado: str) -> str:
    """El estado como se escribe en una frase; lo que no es del semáforo, igual."""
    return SEMAFORO[estado].en_frase if estado in SEMAFORO else estado


CONCILIACION: dict[str, Estado] = {
    "coincide": Estado("Coincide", "●", "circle", "#3A77B5", "#FFFFFF"),
    "difiere": Estado("Difiere", "▲", "triangle-up", CONTRASTE, "#FFFFFF"),
    "no calculable": Estado("No calculable", "□", "square", "#8B939C", "#1B1F24"),
}

SEVERIDADES: dict[str, Estado] = {
    "error": Estado("Error", "✖", "cross", CONTRASTE, "#FFFFFF"),
    "advertencia": Estado("Advertencia", "▲", "triangle-up", "#7A68B8", "#FFFFFF"),
    "nota": Estado("Nota", "●", "circle", "#818993", "#1B1F24"),
}
"""La severidad de un hallazgo, de la más grave a la menos."""

SITUACIONES: dict[str, Estado] = {
    "sin reporte": Estado("Sin reporte", "◇", "diamond", "#7A68B8", "#FFFFFF"),
    "atrasado": Estado("Atrasado", "▼", "triangle-down", CONTRASTE, "#FFFFFF"),
    "sobre-ejecutado": Estado("Sobreejecutado", "▲", "triangle-up", "#2A7A9E", "#FFFFFF"),
    "sin dato": SEMAFORO["sin dato"],
    "a tiempo": Estado("A tiempo", "●", "circle", "#7391B2", "#1B1F24"),
    "sin iniciar": SEMAFORO["sin iniciar"],
    "no vigente": SEMAFORO["no vigente"],
}
"""La situación de un producto ante su entidad: en color, lo que pide hacer algo; lo demás, quieto.

No es su estado en el semáforo, y por eso no lleva sus colores; los tres grises son los mismos.
"""

BRECHAS: dict[str, Estado] = {
    "sí": Estado("Sí", "●", "circle", "#5A4A9E", "#FFFFFF"),
    "proyectado": Estado("Proyectado", "▲", "triangle-up", "#AFA3DB", "#1B1F24"),
    "desistido": Estado("Desistió", "✕", "cross", "#3C4350", "#FFFFFF"),
    "subregión": Estado("Subregión", "◇", "diamond", "#8FB3C4", "#1B1F24"),
    "no aparece": Estado("No aparece", "○", "circle", "#E3A0C4", "#1B1F24"),
}
"""Lo que una lista dice de un municipio: entre el sí y el no aparecer, lo que queda a medias.

Ningún color es del semáforo ni de la escala de los mapas: en la misma página dirían otra cosa.
"""


@dataclass(frozen=True)
class DeVigencia:
    """Cómo se muestra que una fuente está al día o no; los colores cambian con el tema."""

    palabra: str
    simbolo: str
    fondo: str
    texto: str


ESCALA = ("#D3E3F3", "#9CC2E3", "#5B9BD0", "#2A6FAF", "#123F73")
"""De menos a más: cinco azules que también se distinguen por su claridad."""
GRUPOS = ("#1F5A96", "#B58BC9", "#247D99", "#6E4596", "#8A93A6", "#3E4C6E", "#79A9DB")
"""Grupos sin orden; se repiten cuando hay más, y un número los distingue."""

TAMANO_BASE = 18
"""Tamaño de la letra, en píxeles: se lee desde el fondo de una sala."""

# Gráficos: una sola escala de letra, de trazos y de barras para todos. En píxeles.
LETRA_DE_PAPEL, LETRA_MENOR, LETRA_DE_EJE = 12, 13, 15
"""La de media hoja; la que en un teléfono no cabe mayor; y la de ejes, notas y teléfonos."""
LETRA_DE_ROTULO, LETRA_DE_CIFRA, LETRA_MAYOR = 17, 20, 26
"""Nombres y valores; cifras dentro de una franja; y la barra que abre una página.

El título de un gráfico es el de su sección, fuera del dibujo.
"""
TRAZO_DE_REJILLA, TRAZO_DE_REFERENCIA, TRAZO_DE_DATO = 1, 2, 3
"""Lo que ayuda a medir, aquello con que se compara y lo que se mira."""
CORTADA = (7, 5)
"""El trazo y el hueco de una línea cortada: lo programado, lo que se debía."""
PUNTO, PUNTO_MENOR = 110, 45
"""El área de un punto que se mira y la de uno de referencia."""
BARRA_DELGADA, BARRA, BARRA_GRUESA = 16, 24, 34
"""Grosor: con el nombre encima, con el nombre al lado y cuando hay pocas."""
RADIO = 2
"""De las esquinas de toda barra."""
REJILLA = 0.14
"""Lo opaca que es la rejilla, del color de la letra."""

CLARO = {
    "primaryColor": ACENTO,
    "backgroundColor": "#FFFFFF",
    "secondaryBackgroundColor": "#F4F6F8",
    "textColor": "#1B2430",
    "linkColor": ACENTO,
    "borderColor": "#D5DBE1",
}
OSCURO = {
    "primaryColor": ACENTO_OSCURO,
    "backgroundColor": "#12171D",
    "secondaryBackgroundColor": "#1C232B",
    "textColor": "#EEF2F6",
    "linkColor": ACENTO_OSCURO,
    "borderColor": "#38424D",
}

BARRA_CLARO = {
    "primaryColor": ACENTO_OSCURO,
    "backgroundColor": "#12304F",
    "secondaryBackgroundColor": "#1D4369",
    "textColor": "#F4F8FC",
    "linkColor": "#F4F8FC",
    "borderColor": "#12304F",
}
BARRA_OSCURO = {**BARRA_CLARO, "backgroundColor": "#0B1F35", "borderColor": "#26415C"}
"""El menú: azul oscuro en los dos temas, que es la cara del tablero."""
BARRA_AQUI = "#9CC2E3"
"""El filo de la entrada en que se está."""

LETRAS = {
    "cifra": "3rem",
    "titulo": "2.1rem",
    "seccion": "1.5rem",
    "mensaje": "1.32rem",
    "guia": "1.12rem",
    "texto": "1rem",
    "nota": ".9rem",
    "fuente": ".82rem",
}
"""La escala de la letra, de lo que se lee desde el fondo a lo que se busca de cerca.

«titulo» es el de la página; «seccion», el de una parte; «mensaje», el de un gráfico o una tabla;
«guia», la pregunta de la página. El tamaño base crece con la pantalla (`pantallas.css`).
"""
ESPACIOS = {"1": ".25rem", "2": ".5rem", "3": ".75rem", "4": "1rem", "6": "1.5rem"}
"""La escala del espacio, en cuartos de eme: todo margen es uno de estos."""


def segun_tema(claro: str, oscuro: str) -> str:
    """Un color de CSS que cambia con el tema que la persona elija en Streamlit."""
    return f"light-dark({claro}, {oscuro})"


ACENTO_VIVO = segun_tema(ACENTO, ACENTO_OSCURO)
FONDO_VIVO = segun_tema(CLARO["backgroundColor"], OSCURO["backgroundColor"])
LETRA_VIVA = segun_tema(CLARO["textColor"], OSCURO["textColor"])
BARRA_VIVA = segun_tema(BARRA_CLARO["backgroundColor"], BARRA_OSCURO["backgroundColor"])
BORDE_VIVO = segun_tema(CLARO["borderColor"], OSCURO["borderColor"])


VIGENCIA: dict[str, DeVigencia] = {
    "vencida": DeVigencia("Vencida", "!", LETRA_VIVA, FONDO_VIVO),
    "por vencer": DeVigencia("Por vencer", "◐", "transparent", LETRA_VIVA),
    "al día": DeVigencia("Al día", "✓", ACENTO_VIVO, FONDO_VIVO),
    "sin periodicidad": DeVigencia("Sin periodicidad", "–", "transparent", LETRA_VIVA),
}
"""Qué tan al día está una fuente: en tinta, sin ningún color del semáforo, que mide otra cosa.

Lo que falta es lo único lleno de la tinta de la letra, lo más separado del fondo en los dos temas.
"""


RESTO_CLARO, RESTO_OSCURO = "#8A939F", "#6B7580"
RESTO_VIVO = segun_tema(RESTO_CLARO, RESTO_OSCURO)
"""Lo que no se destaca: en cada tema, más cerca del fondo que el acento, y todavía 3 a 1."""
JUNTO_VIVO = segun_tema("#48515C", "#B9C1CA")
"""Lo que acompaña a lo destacado: más lejos del fondo que el resto."""

GIRO = ((-0.574, 1.43, 0.144), (0.426, 0.43, 0.144), (0.426, 1.43, -0.856))
"""La matriz de `hue-rotate(180deg)` (Filter Effects, W3C)."""


def volteado(color: str) -> str:
    """El mismo tono con la luz al revés: lo oscuro sobre blanco es lo claro sobre negro.

    Es lo que `invert(1) hue-rotate(180deg)` le hace a un mapa en el tema oscuro:
    `#123F73` → `#9FCCFF`.
    """
    inverso = [255 - valor for valor in rgb(color)[:3]]
    girado = [sum(p * v for p, v in zip(fila, inverso, strict=True)) for fila in GIRO]
    return "#" + "".join(f"{min(max(round(valor), 0), 255):02X}" for valor in girado)


def vivo(color: str) -> str:
    """Un color de una escala, que en el tema oscuro se voltea con ella."""
    return segun_tema(color, volteado(color))


def rgb(color: str, opacidad: int = 255) -> list[int]:
    """`#1F5A96` → `[31, 90, 150, 255]`, como lo pide deck.gl."""
    return [int(color[i : i + 2], 16) for i in (1, 3, 5)] + [opacidad]


CASI_NEGRO = 0.04045
"""Hasta aquí, el brillo de una pantalla crece en línea recta (WCAG 2.1)."""


CONTRASTE_DE_MARCA = 3.0
"""El que WCAG 2.1 (1.4.11) pide a lo que hay que distinguir de su fondo."""


def borde(color: str) -> str:
    """El borde de un área de ese color: él mismo o, donde se perdería en el fondo, uno más lejos.

    El amarillo del semáforo no llega a 3 a 1 sobre blanco, ni el rojo sobre el fondo oscuro: con su
    borde, su forma se distingue en los dos temas. El que ya cambia con el tema se queda como está.
    """
    if not color.startswith("#"):
        return color
    return segun_tema(*(_hasta_que_se_vea(color, modo) for modo in (CLARO, OSCURO)))


def _hasta_que_se_vea(color: str, modo: dict[str, str]) -> str:
    """El color, acercado de a poco al de la letra hasta que contraste con el fondo."""
    letra, fondo = rgb(modo["textColor"])[:3], modo["backgroundColor"]
    parte, visto = 0, color
    while contraste(visto, fondo) < CONTRASTE_DE_MARCA:
        parte += 5
        mezcla = [
            round(c + (destino - c) * parte / 100)
            for c, destino in zip(rgb(color)[:3], letra, strict=True)
        ]
        visto = "#" + "".join(f"{valor:02X}" for valor in mezcla)
    return visto


def letra_sobre(color: str) -> str:
    """De la letra clara y la oscura, la que más contrasta con un fondo `#RRGGBB`."""
    oscura, clara = CLARO["textColor"], CLARO["backgroundColor"]
    return clara if contraste(color, clara) > contraste(color, oscura) else oscura


def contraste(uno: str, otro: str) -> float:
    """El contraste de dos colores según WCAG 2.1, de 1 a 21."""
    menor, mayor = sorted((_luminancia(uno), _luminancia(otro)))
    return (mayor + 0.05) / (menor + 0.05)


def _luminancia(color: str) -> float:
    """La luminancia relativa de WCAG 2.1, de 0 a 1."""
    partes = [valor / 255 for valor in rgb(color)[:3]]
    rojo, verde, azul = (
        p / 12.92 if p <= CASI_NEGRO else ((p + 0.055) / 1.055) ** 2.4 for p in partes
    )
    return 0.2126 * rojo + 0.7152 * verde + 0.0722 * azul
