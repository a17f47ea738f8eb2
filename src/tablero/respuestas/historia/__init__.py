"""Dos cortes de una política, cotejados."""
