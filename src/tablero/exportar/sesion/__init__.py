"""Los archivos que quedan de una sesión: anexo, pared, borrador del acta y diapositivas."""
