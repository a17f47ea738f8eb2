"""La ficha de un lugar: lo que las fuentes dicen de él, en una hoja."""
