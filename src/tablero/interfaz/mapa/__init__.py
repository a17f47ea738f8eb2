"""Un mapa en la página: sus controles, su leyenda, su imagen y lo que se lleva."""
