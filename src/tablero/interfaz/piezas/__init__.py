"""Las piezas con que se arma una página: tarjetas, tablas, fuentes y descargas."""
