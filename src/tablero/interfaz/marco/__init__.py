"""Lo que rodea a toda página: cómo empieza, de qué tablero sale y cómo se dicen sus fallas."""
