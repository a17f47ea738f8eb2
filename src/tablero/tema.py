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
CONTRASTE = "#B8560F"
"""El símbolo que se señala o se elige en un mapa."""


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
    "coincide": Estado("Coincide", "●", "circle", "#17766B", "#FFFFFF"),
    "difiere": Estado("Difiere", "▲", "triangle-up", "#B02418", "#FFFFFF"),
    "no calculable": Estado("No calculable", "□", "square", "#8B939C", "#1B1F24"),
}

BRECHAS: dict[str, Estado] = {
    "sí": Estado("Sí", "●", "circle", "#3F6F1F", "#FFFFFF"),
    "proyectado": Estado("Proyectado", "▲", "triangle-up", "#A9C77F", "#1B1F24"),
    "desistido": Estado("Desistió", "✕", "cross", "#3C4350", "#FFFFFF"),
    "subregión": Estado("Subregión", "◇", "diamond", "#B79AD6", "#1B1F24"),
    "no aparece": Estado("No aparece", "○", "circle", "#E3A877", "#1B1F24"),
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
GRUPOS = ("#1F5A96", "#D98A1F", "#17766B", "#8E4A9E", "#B8560F", "#5C7F2B", "#4A9ABB")
"""Grupos sin orden; se repiten cuando hay más, y un número los distingue."""

TAMANO_BASE = 18
"""Tamaño de la letra, en píxeles: se lee desde el fondo de una sala."""

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
ESPACIOS = {"1": ".25rem", "2": ".5rem", "3": ".75rem", "4": "1rem", "6": "1.5rem", "8": "2rem"}
"""La escala del espacio, en cuartos de eme: todo margen es uno de estos."""


def segun_tema(claro: str, oscuro: str) -> str:
    """Un color de CSS que cambia con el tema que la persona elija en Streamlit."""
    return f"light-dark({claro}, {oscuro})"


ACENTO_VIVO = segun_tema(ACENTO, ACENTO_OSCURO)
GRIS_VIVO = segun_tema(GRIS_CLARO, GRIS)
FONDO_VIVO = segun_tema(CLARO["backgroundColor"], OSCURO["backgroundColor"])
LETRA_VIVA = segun_tema(CLARO["textColor"], OSCURO["textColor"])
BORDE_VIVO = segun_tema(CLARO["borderColor"], OSCURO["borderColor"])
FONDO_SUAVE_VIVO = segun_tema(CLARO["secondaryBackgroundColor"], OSCURO["secondaryBackgroundColor"])


VIGENCIA: dict[str, DeVigencia] = {
    "vencida": DeVigencia("Vencida", "!", LETRA_VIVA, FONDO_VIVO),
    "por vencer": DeVigencia("Por vencer", "◐", "transparent", LETRA_VIVA),
    "al día": DeVigencia("Al día", "✓", ACENTO_VIVO, FONDO_VIVO),
    "sin periodicidad": DeVigencia("Sin periodicidad", "–", "transparent", LETRA_VIVA),
}
"""Qué tan al día está una fuente: en tinta, sin ningún color del semáforo, que mide otra cosa.

Lo que falta es lo único lleno de la tinta de la letra, lo más separado del fondo en los dos temas.
"""


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
