"""Qué cifras y qué fechas dicen unas palabras copiadas de un documento.

Los documentos escriben a la colombiana («$60.431.400», «13,7%»), a la inglesa («52.05%»,
«500,000»), con palabras («treinta y cuatro») y con escalas («2.000 millones»).
"""

from tablero.calculo.citas.fechas import Extremo, dice_fecha
from tablero.calculo.citas.numeros import Clase, dice_numero
from tablero.calculo.citas.textos import contradice_numeros, nombrados

__all__ = ["Clase", "Extremo", "contradice_numeros", "dice_fecha", "dice_numero", "nombrados"]
