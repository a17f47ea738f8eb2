"""Las pestañas de cada página: el código con que las pide `?ver=`, en su orden."""

PESTANAS: dict[str, tuple[str, ...]] = {
    "brechas": ("resumen", "municipios", "mapa", "listas"),
    "centros_integrate": ("personas", "ciudades", "dias", "red", "fuentes"),
    "clusteres": ("mapa", "fichas", "fases", "talleres", "estrategia"),
    "mapas_ipt": ("mapa", "departamentos", "pais", "indice"),
    "transferencias": ("municipios", "mapa", "departamentos", "lista", "resoluciones"),
    "semaforo": ("va", "por_que", "ritmo", "objetivos", "productos", "sobre", "medida"),
    "logros": ("politica", "logros", "aportes", "mejorar", "revisar", "enfoques"),
    "comite": ("va", "utas", "quienes", "sesion"),
    "sesion": ("agenda", "pantallas", "quorum", "compromisos", "decisiones", "entrega"),
    "plan_cnim": ("va", "acciones", "cifras", "reuniones", "resoluciones"),
    "conciliacion": ("cuantas", "cifras"),
    "descargas": ("todo", "tablas", "fuentes"),
    "historia": ("avance", "plan"),
    "ediciones": ("publicadas", "cambios"),
    "entidad": ("van", "pesan"),
}
"""Página → sus pestañas, con las fuentes reales."""
CON_ALGO_ELEGIDO = {
    "producto?codigo=3.1.7": ("va", "es", "llega", "plan", "cuenta"),
    "suponer?supone=3.1.7:50,2.2.6:20": ("politica", "productos", "colores"),
    "entidad?nombre=Secretaría Distrital de Salud": ("va", "debe"),
}
"""Las que tienen pestañas cuando se pide algo."""
CON_LIBROS = {
    "historia": ("avance", "efectos", "estados", "datos", "plan"),
    "hallazgos": ("revisar", "uno", "contrastes"),
    "producto?codigo=1.2.1&corte=2025-06-30": (
        "va",
        "es",
        "metas",
        "revisar",
        "llega",
        "plan",
        "cuenta",
    ),
    "entidad?nombre=Secretaría Distrital de Salud": ("va", "debe", "revisar"),
}
"""Las que hay, además, con libros de seguimiento (`base_con_libros`)."""
SIN_PESTANAS = (
    *("", "producto", "suponer", "hallazgos", "integra", "indice_ipt", "glosario"),
    *("ficha_territorial", "ficha_territorial?municipio=54001", "buscar?q=3.1.7"),
)
"""Las páginas que caben sin ellas, con las fuentes reales."""
