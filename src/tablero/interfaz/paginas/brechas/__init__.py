"""Lo que solo necesita las brechas territoriales."""
