"""`LEEME.md`: lo primero que se lee del paquete."""

from collections.abc import Sequence

from tablero import formato
from tablero.derivados.ddl import CLIENTE_MINIMO
from tablero.exportar.marca import AVISO, EXPLICACION
from tablero.exportar.paquete.conjunto import Conjunto, palabras_del_corte
from tablero.exportar.paquete.emision import DESCRIPCION, SIN_EDICION, Emision, en_palabras
from tablero.exportar.paquete.palabras import FRECUENCIA, lugar_de_consulta
from tablero.publicacion import TABLERO

QUE_HAY = """\
| archivo | qué es |
|---|---|
| `datos/maquina/` | un CSV por tabla, para programas: UTF-8, coma, punto decimal (RFC 4180) |
| `datos/excel/` | lo mismo, para personas: encabezados que se leen, punto y coma, coma decimal |
| `encabezados.csv` | cada columna con sus dos encabezados, su unidad y lo que es |
| `datapackage.json` | los tipos, restricciones, claves y fuentes de cada tabla (Frictionless) |
| `dcat.jsonld` | el catálogo, en DCAT-AP |
| `esquema_de_publicacion.csv` | el esquema de publicación de la Ley 1712 (hay otro, para Excel) |
| `datos_gov_co.json` | los metadatos de cada tabla, para publicarla en datos.gov.co |
| `ckan.json` | los del conjunto entero, para Datos Abiertos Bogotá (`package_create`) |
| `diccionario.md` | qué es cada columna de cada tabla |
| `{duckdb}` | el archivo del tablero, para preguntarle con SQL (DuckDB {cliente} o posterior) |
| `SHA256SUMS` | la huella de cada archivo: `sha256sum -c SHA256SUMS` |
"""
COMO_SE_LEE = """\
Vacío quiere decir que la fuente no lo publica. Los porcentajes van como números: 50 es 50 %. Las
fechas son AAAA-MM-DD. Los códigos (DIVIPOLA, producto) son texto y pueden empezar por cero: al
abrir un CSV en una hoja de cálculo, impórtelos como texto. Un texto que una hoja de cálculo tomaría
por fórmula lleva un apóstrofo delante.
"""
COMPROBAR = """\
```
sha256sum -c SHA256SUMS
frictionless validate datapackage.json
```
"""


def leeme(emision: Emision, conjuntos: Sequence[Conjunto], duckdb: str) -> str:
    """El texto; `duckdb` es la ruta de ese archivo en el paquete.

    Si los datos son simulados, es lo primero que dice.
    """
    partes = [
        f"# {TABLERO}",
        *([f"**{AVISO}. {EXPLICACION}**"] if emision.base.es_simulado else []),
        DESCRIPCION,
        _ficha(emision),
        "## Qué hay",
        QUE_HAY.format(duckdb=duckdb, cliente=CLIENTE_MINIMO),
        "## Cómo se lee",
        COMO_SE_LEE,
        "## Cómo se comprueba",
        COMPROBAR,
        "## Licencia",
        _licencia(emision),
        "## Fuentes",
        "\n".join(f"- `{f['fuente_codigo']}`: {en_palabras(f)}" for f in emision.fuentes),
        "## Tablas",
        _tablas(conjuntos),
    ]
    return "\n\n".join(parte.strip("\n") for parte in partes) + "\n"


def _ficha(emision: Emision) -> str:
    """Lo que identifica al paquete."""
    publicacion = emision.publicacion
    edicion = SIN_EDICION if emision.edicion is None else f"edición {emision.version}"
    renglones = (
        ("Edición", f"{edicion}, generada el {formato.fecha(emision.fecha)}"),
        ("Corte más reciente", formato.fecha(emision.corte)),
        ("Huella del contenido (sha256)", f"`{emision.contenido}`"),
        ("Versión de las fórmulas", emision.formulas),
        ("Quien publica", publicacion.entidad),
        ("Área", publicacion.area),
        ("Responsable", publicacion.responsable),
        ("Correo", publicacion.correo),
        ("Lugar de consulta", lugar_de_consulta(emision)),
        ("Licencia", publicacion.licencia_dicha),
        ("Idioma", "español (Colombia)"),
        ("Frecuencia de actualización", FRECUENCIA.lower()),
    )
    return "\n".join(["| | |", "|---|---|", *(f"| {que} | {dice} |" for que, dice in renglones)])


def _licencia(emision: Emision) -> str:
    publicacion = emision.publicacion
    return (
        f"La del tablero: {publicacion.licencia_dicha}; su dirección: "
        f"{publicacion.licencia_direccion}. Cubre la organización de los datos y lo que el tablero "
        "calcula. No cubre lo que otros publicaron: cada documento tiene la licencia que su "
        "entidad haya declarado, que se dice al lado de su nombre; quien reutilice una cifra debe "
        "citar al documento y a su entidad."
    )


def _tablas(conjuntos: Sequence[Conjunto]) -> str:
    filas = (
        f"| `{c.nombre}` | {c.titulo} | {formato.numero(c.filas)} | {palabras_del_corte(c)} | "
        f"{c.descripcion} |"
        for c in conjuntos
    )
    return "\n".join(
        ["| tabla | título | filas | corte | qué es |", "|---|---|---:|---|---|", *filas]
    )
