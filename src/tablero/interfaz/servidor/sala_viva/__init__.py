"""La sala con el tablero detrás: preguntar, anotar y seguir a quien la lleva."""
