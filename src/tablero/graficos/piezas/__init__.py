"""Las formas con que se arma un gráfico, sean de lo que sean sus datos."""
