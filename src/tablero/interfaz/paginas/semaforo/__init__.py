"""Lo que solo necesita el semáforo."""
