"""Los gráficos del Índice de Priorización Territorial calculado."""
