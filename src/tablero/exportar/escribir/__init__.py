"""Cómo se escribe una `Cosa` en cada medio: la pared (HTML), PDF, Word y PowerPoint.

| medio | de las cosas al archivo | una sola cosa |
|---|---|---|
| `html` | `documento.documento` | `pantalla.pantalla` |
| `pdf` | `papel.compilar` | `cosa.escrita` |
| `docx` | `documento.escribir` | `cosa.agregar` |
| `pptx` | `presentacion.escribir` | `una.escribir` |

Qué cosas lleva cada archivo lo dice quien lo pide: `exportar/sesion` y `exportar/hojas`.
"""
