"""Qué columnas muestra cada tabla de la política; el CSV las lleva todas."""

FUERA = ("productos_sin_dato", "peso_sin_dato_pct")
"""Lo que no entra en una suma."""
CORTE = (
    "avance_pct",
    "trayectoria_pct",
    "brecha_pp",
    "avance_calculado_pct",
    "trayectoria_calculada_pct",
    "brecha_calculada_pp",
    *FUERA,
)
SEMAFORO = ("semaforo", "productos", "productos_pct")
DISTRIBUCIONES = (
    "semaforo",
    "publicado_productos_pct",
    "pahv_productos",
    "pahv_productos_pct",
    "pahv_productos_con_dato_pct",
    "pav_productos",
    "pav_productos_pct",
    "pav_productos_con_dato_pct",
    "paa_productos",
    "paa_productos_pct",
    "paa_productos_con_dato_pct",
)
APORTES = (
    "ponderacion_pct",
    "avance_pct",
    "trayectoria_pct",
    "avance_aporte_pp",
    "trayectoria_aporte_pp",
    "brecha_aporte_pp",
    *FUERA,
)
POR_QUE = {
    "producto": (
        "producto_codigo",
        "producto_nombre",
        "ponderacion_pct",
        "paa_pct",
        "trayectoria_pct",
        "avance_aporte_pp",
        "trayectoria_aporte_pp",
        "brecha_aporte_pp",
        "fuera_causa",
        "semaforo",
        "sector_nombre",
        "entidad",
    ),
    "resultado": (
        "resultado",
        "productos",
        *APORTES,
        "ponderacion_declarada_pct",
        "indicador_pahv_pct",
        "indicador_paa_pct",
    ),
    "objetivo": ("objetivo", "productos", *APORTES),
    "sector": ("sector_nombre", "productos", *APORTES),
    "entidad": ("entidad", "productos", *APORTES),
}
"""Por qué se descompone la brecha → las columnas de su tabla."""
RITMO_POLITICA = (
    "ritmo_actual_pp",
    "ritmo_anio_pp",
    "ritmo_anio",
    "ritmo_final_pp",
    "llegada_texto",
    "limite_texto",
    "ritmo_lectura",
    *FUERA,
)
RITMO_PRODUCTOS = (
    "producto_codigo",
    "producto_nombre",
    "entidad",
    "ritmo_lectura",
    "ritmo_actual_pp",
    "ritmo_anio_pp",
    "ritmo_final_pp",
    "fin_fecha",
    "llegada_texto",
    "limite_texto",
    "ponderacion_pct",
    "semaforo",
)
OBJETIVOS = (
    "objetivo",
    "objetivo_nombre",
    "productos_publicados",
    "productos_calculados",
    "ponderacion_publicada_pct",
    "ponderacion_calculada_pct",
    "brecha_publicada_pp",
    "brecha_calculada_pp",
    "avance_pct",
    "trayectoria_pct",
    "avance_aporte_pp",
    "brecha_aporte_pp",
    *FUERA,
)
SECTORES = (
    "sector_nombre",
    "productos",
    "productos_bajo",
    "productos_medio",
    "productos_alto",
    "productos_sobre",
)
ACCIONES_MEJORA = (
    "producto_codigo",
    "producto_nombre",
    "entidad",
    "pahv_pct",
    "pahv_anexo_pct",
    "pahv_diferencia_pp",
    "semaforo",
)
