"""Lo que solo necesita los hallazgos."""
