"""Los gráficos de una política en un corte."""
