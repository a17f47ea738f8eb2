"""Lo que solo necesita la hoja de producto."""
