"""Lo que el servidor propio entrega sin pasar por Streamlit, y lo que agrega a su página."""
