"""Lo que solo necesita los Centros Intégrate."""
