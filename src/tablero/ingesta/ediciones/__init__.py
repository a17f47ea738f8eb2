"""Las ediciones en el disco: los libros por su contenido y los tableros de las últimas."""
