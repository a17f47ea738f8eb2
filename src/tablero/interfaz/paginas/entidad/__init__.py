"""Lo que solo necesita la página por entidad."""
