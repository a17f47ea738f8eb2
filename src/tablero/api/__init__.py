"""La puerta para programas: `/api/v1/…`, de solo lectura. Recibe el tablero; no sabe de Streamlit."""
