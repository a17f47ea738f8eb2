"""Lo que solo necesita «¿Y si…?»."""
