"""Lo que solo necesita la historia de cortes."""
