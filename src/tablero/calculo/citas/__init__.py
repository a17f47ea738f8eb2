"""Qué cifras y qué fechas dicen unas palabras copiadas de un documento.

Los documentos escriben a la colombiana («$60.431.400», «13,7%»), a la inglesa («52.05%»,
«500,000»), con palabras («treinta y cuatro») y con escalas («2.000 millones»).
"""
