"""Varios lugares, productos o entidades lado a lado, en la página de su hoja."""
