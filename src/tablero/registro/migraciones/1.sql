CREATE TABLE hechos (
    numero INTEGER PRIMARY KEY CHECK (numero > 0),
    cuando TEXT NOT NULL,
    quien TEXT NOT NULL,
    hecho TEXT NOT NULL,
    que TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    desde TEXT NOT NULL,
    datos TEXT NOT NULL CHECK (json_valid(datos)),
    anterior TEXT NOT NULL,
    huella TEXT NOT NULL UNIQUE
) STRICT;

CREATE INDEX hechos_por_clase ON hechos (hecho, numero);

CREATE TRIGGER hechos_no_cambian BEFORE UPDATE ON hechos
BEGIN
    SELECT RAISE(ABORT, 'un hecho del registro no se cambia');
END;

CREATE TRIGGER hechos_no_se_borran BEFORE DELETE ON hechos
BEGIN
    SELECT RAISE(ABORT, 'un hecho del registro no se borra');
END;

-- El primero sigue a sesenta y cuatro ceros.
CREATE TRIGGER hechos_en_su_orden BEFORE INSERT ON hechos
WHEN NEW.numero <> (SELECT coalesce(max(numero), 0) + 1 FROM hechos)
    OR NEW.anterior <> coalesce(
        (SELECT huella FROM hechos ORDER BY numero DESC LIMIT 1), printf('%064d', 0)
    )
BEGIN
    SELECT RAISE(ABORT, 'un hecho va al final y sigue al anterior');
END;

PRAGMA user_version = 1;
