"""Lo que solo necesita los logros y enfoques."""
