"""Las carpetas de las fuentes: qué documentos hay, su sello y cómo cambian sin quedar a medias."""
