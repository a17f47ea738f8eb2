"""Lo que solo necesita el glosario."""
