"""La cartografía oficial: el Marco Geoestadístico Nacional del DANE, en cada edición."""
