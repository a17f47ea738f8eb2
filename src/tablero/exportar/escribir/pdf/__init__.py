"""El papel: cada PDF se compila con Typst, con la misma hoja y las mismas piezas."""
