"""Lo que alguien se lleva de lo que mira, con su fuente adentro y en la forma que prefiera."""
