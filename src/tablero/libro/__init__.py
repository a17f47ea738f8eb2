"""Un libro: abrirlo sin peligro, limpiarlo y leerlo."""
