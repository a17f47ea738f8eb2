"""Las sesiones del Comité en el registro: sucesos que se agregan, y lo que dicen juntos."""
