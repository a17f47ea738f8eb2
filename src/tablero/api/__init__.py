"""La puerta para programas: `/api/v1/…`, de solo lectura. Recibe el tablero de quien la publica."""
