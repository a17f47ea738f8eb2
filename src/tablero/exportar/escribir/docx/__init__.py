"""Un documento de Word: con los estilos del acta, para que otro lo corrija y lo firme."""

PLANTILLA = "plantilla_del_acta.docx"
