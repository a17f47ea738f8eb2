"""Varios lugares, productos o entidades lado a lado: lo que dice la hoja de cada uno."""
