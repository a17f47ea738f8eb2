"""Lo que solo necesita la ficha territorial."""
