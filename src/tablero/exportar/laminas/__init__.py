"""Las diapositivas de una sesión: las mismas pantallas, con gráficos y tablas que se editan."""
