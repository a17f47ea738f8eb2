"""Lo que llevan igual el borrador del acta (.docx) y las diapositivas (.pptx)."""
