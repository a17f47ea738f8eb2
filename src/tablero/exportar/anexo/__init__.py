"""El anexo de una sesión: todo lo que quedó de ella, para leerlo y guardarlo."""
