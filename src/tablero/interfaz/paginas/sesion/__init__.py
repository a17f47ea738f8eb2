"""Lo que solo necesita la página donde se prepara y se lleva una sesión."""
