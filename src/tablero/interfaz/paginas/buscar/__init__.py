"""La página Buscar, por partes."""
