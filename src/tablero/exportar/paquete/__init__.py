"""El paquete: un ZIP con todos los datos y lo que hace falta para entenderlos y publicarlos."""
