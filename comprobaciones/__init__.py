"""Lo que `python3 iniciar.py pruebas` revisa de los paquetes de los que depende el tablero.

Cada archivo es un programa: `python -m comprobaciones.licencias`. Están aparte de `src` porque el
tablero no los necesita para funcionar, y aparte de `.ci` porque también se corren en un equipo.
"""
