"""Una sesión escrita en un libro: sus hojas, lo que dicen, y qué cambia al traerlo."""
