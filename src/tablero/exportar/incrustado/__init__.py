"""Una cosa del tablero dentro de la página de otro: un documento liviano, sin guion."""
