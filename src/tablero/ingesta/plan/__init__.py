"""Lee, guarda y compara los planes de acción (`PA_<política>_v<n>-<año>.xlsx`).

`leer` junta los pasos: `extender` reparte las celdas combinadas, `encabezados` busca cada columna
por su título, `filas` lee los valores y `reunir` junta lo que se repite. `carpetas` e `importar`
guardan las versiones entre las fuentes.
"""
