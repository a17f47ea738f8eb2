"""Cómo se escribe una `Cosa` en cada medio.

| medio | una cosa | el archivo entero |
|---|---|---|
| la pared (HTML) | `html/pantalla.py` | `html/documento.py` |
| PDF | `pdf/cosa.py` | `pdf/papel.py` |
| Word | `docx/cosa.py` | `docx/plantilla.py`, que lo abre con sus estilos |
| PowerPoint | `pptx/una.py` | `pptx/presentacion.py` |

Qué cosas lleva cada archivo lo dice quien lo pide: `exportar/sesion` y `exportar/impresas`.
"""
