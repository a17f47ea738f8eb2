"""Lo que solo necesita los clústeres."""
