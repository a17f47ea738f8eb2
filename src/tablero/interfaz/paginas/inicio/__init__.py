"""Lo que solo necesita la portada."""
