"""Las direcciones de la API, por asunto."""
