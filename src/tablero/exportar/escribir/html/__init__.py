"""La pared de la sala: un mensaje por pantalla, en un solo archivo que no le pide nada a nadie."""
