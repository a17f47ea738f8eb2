"""Lo que la API dice de sí misma: el documento OpenAPI y la página que lo muestra."""
