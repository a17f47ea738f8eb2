"""Los archivos de navegador que más tardan, del que más al que menos, en segundos de procesador.

Van primero: si uno de estos quedara de último, un proceso esperaría sin nada que hacer a que el
otro lo termine. Los demás toman menos de cuarenta.
"""

PESADAS = (
    "test_cada_pagina.py",  # 230
    "test_cada_pagina_con_libros.py",  # 61
    "test_ficha_territorial.py",  # 55
    "test_mapas_ipt.py",  # 54
    "test_texto_ajeno.py",  # 46
    "test_semaforo.py",  # 44
)


def lugar(nombre: str) -> int:
    """Cuándo va un archivo entre los de navegador; los que no son pesados, después y sin orden."""
    return PESADAS.index(nombre) if nombre in PESADAS else len(PESADAS)
