"""Lo que solo necesita el índice IPT."""
