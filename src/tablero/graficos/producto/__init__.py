"""Los gráficos de un producto de la política."""
