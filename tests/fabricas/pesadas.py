"""Los archivos de navegador que más tardan, del que más al que menos, en segundos de procesador.

Van primero: si uno de estos quedara de último, un proceso esperaría sin nada que hacer a que el
otro lo termine. Los demás toman menos de treinta y cinco.
"""

PESADAS = (
    "test_cada_pagina.py",  # 200
    "test_sala_viva.py",  # 60
    "test_cada_pagina_con_libros.py",  # 54
    "test_ficha_territorial.py",  # 41
    "test_proyectar.py",  # 38
    "test_mapas_ipt.py",  # 37
    "test_semaforo.py",  # 35
)


def lugar(nombre: str) -> int:
    """Cuándo va un archivo entre los de navegador; los que no son pesados, después y sin orden."""
    return PESADAS.index(nombre) if nombre in PESADAS else len(PESADAS)
