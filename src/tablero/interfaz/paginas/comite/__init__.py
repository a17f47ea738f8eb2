"""Lo que solo necesita el Comité."""
