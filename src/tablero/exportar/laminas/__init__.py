"""Las diapositivas de una sesión: las mismas pantallas, con gráficos y tablas que se editan."""

PLANTILLA = "plantilla_de_las_diapositivas.pptx"
