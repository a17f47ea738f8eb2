"""Respuestas que piden preguntar y calcular: sin Streamlit y sin escribir archivos."""
