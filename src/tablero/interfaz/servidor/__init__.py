"""El servidor propio: lo que entrega sin pasar por Streamlit y lo que admite de cada cliente."""
