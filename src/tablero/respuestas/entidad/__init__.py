"""La hoja de una entidad y lo que se le dice."""
