"""La versión ligera: una página sin JavaScript que el servidor escribe entera."""
