"""Una presentación: las cosas que se ven en la pared, con gráficos y tablas que se editan."""

PLANTILLA = "plantilla_de_las_diapositivas.pptx"
