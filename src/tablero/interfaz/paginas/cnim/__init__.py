"""Lo que solo necesita el plan CNIM."""
