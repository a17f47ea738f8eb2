"""Los gráficos de los cortes de una política: sus series y lo que cambió entre dos."""
