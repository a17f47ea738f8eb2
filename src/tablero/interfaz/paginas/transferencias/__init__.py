"""Lo que solo necesita la página de transferencias."""
