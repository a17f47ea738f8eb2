"""Abrir lo plegado de una página de `AppTest`, que se llena al abrirlo."""

from streamlit.testing.v1 import AppTest


def desplegar(prueba: AppTest) -> AppTest:
    """La misma página con todos sus pliegues abiertos."""
    for pliegue in prueba.expander:
        prueba.session_state[pliegue.proto.id.rsplit("-", 1)[-1]] = True
    return prueba.run()
