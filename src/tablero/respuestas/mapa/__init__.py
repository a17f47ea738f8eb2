"""Los mapas de municipios: qué se puede pintar, con qué valores y qué dicen."""
