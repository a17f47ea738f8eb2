"""`python -m tablero.cli`: lo mismo que la orden `tablero`."""

from tablero.cli.principal import principal

principal()
