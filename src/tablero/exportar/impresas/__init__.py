"""Las hojas en PDF de un lugar y de una entidad, de una en una o todas de una vez."""
