"""El borrador del acta de una sesión: un documento que la secretaría corrige y firma."""

PLANTILLA = "plantilla_del_acta.docx"
