"""Arma la hoja de un municipio, de un departamento o de un clúster con lo que dicen las fuentes."""

from collections.abc import Sequence

from tablero import formato
from tablero.filas import Fila
from tablero.graficos import ficha as graficos
from tablero.graficos.piezas.base import Grafico
from tablero.respuestas.ficha import cifras
from tablero.respuestas.ficha.conjunto import secciones_de_conjunto
from tablero.respuestas.ficha.cuadro import cuadro
from tablero.respuestas.ficha.hoja import (
    Cifra,
    Clase,
    EnElMapa,
    Enlace,
    HojaDeLugar,
    Notas,
    Redactor,
)
from tablero.respuestas.ficha.pais import Pais
from tablero.respuestas.ficha.secciones import secciones
from tablero.territorio.recuadro import ARCHIPIELAGO


def hoja(pais: Pais, clase: Clase, clave: str) -> HojaDeLugar:
    """La hoja del lugar.

    `clave` es el código DIVIPOLA del municipio o del departamento, o el número del clúster.
    `KeyError` si no existe ningún lugar así.
    """
    if clase == "municipio":
        return _de_municipio(pais, clave)
    if clase == "departamento":
        return _de_departamento(pais, clave)
    return _de_cluster(pais, clave)


def _de_municipio(pais: Pais, codigo: str) -> HojaDeLugar:
    propio = pais.municipios[codigo]
    redactor = Redactor()
    nomenclatura = redactor.citar(pais.indice, [propio])
    cluster = pais.cluster(codigo)
    miembros = pais.miembros(cluster) if cluster else []
    nombre, departamento = propio["municipio_nombre"], propio["departamento_nombre"]
    grandes = (
        cifras.de_orden(pais, redactor, codigo),
        cifras.de_cluster(pais, redactor, codigo),
        *cifras.totales(pais, redactor, [codigo], municipio=codigo),
    )
    asuntos = secciones(pais, redactor, codigo)
    lado_a_lado = None
    if cluster:
        titulo = f"Los municipios del clúster {cluster}, lado a lado"
        lado_a_lado = cuadro(pais, redactor, miembros, titulo, codigo)
    partes = [departamento, f"DIVIPOLA {codigo}", propio["tipo"]]
    partes.append(propio["area_metropolitana"] or "sin área metropolitana en la DIVIPOLA")
    enlaces = [Enlace("departamento", propio["departamento_codigo"], departamento)]
    if cluster:
        enlaces.append(Enlace("cluster", str(cluster), f"Clúster {cluster}"))
    enlaces += [_a_municipio(pais, c) for c in miembros if c != codigo]
    return HojaDeLugar(
        clase="municipio",
        clave=codigo,
        titulo=nombre,
        subtitulo=" · ".join(partes),
        subtitulo_notas=nomenclatura,
        cifras=grandes,
        secciones=asuntos,
        cuadro=lado_a_lado,
        graficos=_graficos(pais, redactor, (codigo,), tuple(miembros), nombre),
        lugar=EnElMapa(
            (propio["departamento_codigo"],),
            ((codigo, nombre),),
            de_cerca=propio["departamento_codigo"] == ARCHIPIELAGO,
        ),
        enlaces=tuple(enlaces),
        notas=redactor.notas,
        fuentes=redactor.fuentes,
        citadas=redactor.citadas,
        **redactor.cortes,
        **redactor.en_columnas,
    )


def _de_departamento(pais: Pais, codigo: str) -> HojaDeLugar:
    suyos = [m for m in pais.municipios.values() if m["departamento_codigo"] == codigo]
    if not suyos:
        raise KeyError(codigo)
    redactor = Redactor()
    nota = redactor.citar(pais.indice, suyos[:1])
    nombre = suyos[0]["departamento_nombre"]
    con_algo = pais.con_algo(codigo)
    clusteres = sorted({c for m in con_algo if (c := pais.cluster(m))})
    cuantos = formato.contar(len(suyos), "municipio en la DIVIPOLA", "municipios en la DIVIPOLA")
    grandes = (
        cifras.de_priorizados(pais, redactor, con_algo),
        Cifra(
            "Municipios",
            formato.numero(len(suyos)),
            f"{formato.numero(len(con_algo))} con algún dato en las fuentes",
            nota,
            len(suyos),
            "municipios",
        ),
        *cifras.totales(pais, redactor, con_algo, departamento=codigo),
    )
    return HojaDeLugar(
        clase="departamento",
        clave=codigo,
        titulo=nombre,
        subtitulo=f"Departamento · DIVIPOLA {codigo} · {cuantos}",
        subtitulo_notas=nota,
        cifras=grandes,
        secciones=secciones_de_conjunto(pais, redactor, con_algo, departamento=codigo),
        cuadro=cuadro(pais, redactor, con_algo, "Los municipios que nombra alguna fuente", None),
        graficos=_graficos(pais, redactor, tuple(con_algo), (), nombre),
        lugar=EnElMapa((codigo,), _numerados(con_algo) or _islas(codigo, suyos)),
        enlaces=(
            *(Enlace("cluster", str(c), f"Clúster {c}") for c in clusteres),
            *(_a_municipio(pais, c) for c in con_algo),
        ),
        notas=redactor.notas,
        fuentes=redactor.fuentes,
        citadas=redactor.citadas,
        **redactor.cortes,
        **redactor.en_columnas,
    )


def _de_cluster(pais: Pais, clave: str) -> HojaDeLugar:
    numero = int(clave) if clave.isdecimal() else 0
    miembros = pais.miembros(numero)
    if not miembros:
        raise KeyError(clave)
    redactor = Redactor()
    nota = redactor.citar(pais.clusteres, pais.de(pais.clusteres, miembros[0]))
    departamentos = {
        pais.municipios[m]["departamento_codigo"]: pais.municipios[m]["departamento_nombre"]
        for m in miembros
    }
    cuantos = formato.contar(len(miembros), "municipio", "municipios")
    grandes = (
        cifras.de_priorizados(pais, redactor, miembros),
        Cifra(
            "Municipios",
            formato.numero(len(miembros)),
            "del clúster",
            nota,
            len(miembros),
            "municipios",
        ),
        *cifras.totales(pais, redactor, miembros, cluster=numero),
    )
    titulo = f"Clúster {numero}"
    return HojaDeLugar(
        clase="cluster",
        clave=str(numero),
        titulo=titulo,
        subtitulo=f"Estrategia de Acompañamiento Territorial · {cuantos} de "
        f"{formato.enumerar(sorted(departamentos.values()))}",
        subtitulo_notas=nota,
        cifras=grandes,
        secciones=secciones_de_conjunto(pais, redactor, miembros),
        cuadro=cuadro(pais, redactor, miembros, "Sus municipios, lado a lado", None),
        graficos=_graficos(pais, redactor, tuple(miembros), (), titulo),
        lugar=EnElMapa(tuple(sorted(departamentos)), _numerados(miembros)),
        enlaces=(
            *(Enlace("departamento", c, n) for c, n in sorted(departamentos.items())),
            *(_a_municipio(pais, c) for c in miembros),
        ),
        notas=redactor.notas,
        fuentes=redactor.fuentes,
        citadas=redactor.citadas,
        **redactor.cortes,
        **redactor.en_columnas,
    )


def _a_municipio(pais: Pais, codigo: str) -> Enlace:
    return Enlace("municipio", codigo, pais.municipios[codigo]["municipio_nombre"])


def _islas(departamento: str, municipios: Sequence[Fila]) -> tuple[tuple[str, str], ...]:
    """Las del archipiélago llevan su nombre: sin él, en el mapa no se sabría qué son."""
    if departamento != ARCHIPIELAGO:
        return ()
    return tuple((m["municipio_codigo"], m["municipio_nombre"]) for m in municipios)


def _numerados(municipios: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Cada municipio con el número de su fila en el cuadro."""
    return tuple((codigo, str(n)) for n, codigo in enumerate(municipios, start=1))


def _graficos(
    pais: Pais,
    redactor: Redactor,
    propios: tuple[str, ...],
    juntos: tuple[str, ...],
    lugar: str,
) -> tuple[tuple[Grafico, Notas], ...]:
    """Los dos gráficos, cada uno si dice algo de este lugar o de sus compañeros de clúster."""
    mirados = {*propios, *juntos}
    dibujos = []
    if any(f["municipio_codigo"] in propios for f in pais.filas(pais.priorizados)):
        grafico = graficos.orden(
            pais.priorizados.datos, propios=propios, juntos=juntos, lugar=lugar
        )
        dibujos.append((grafico, redactor.de_lista(pais.priorizados)))
    informan = [f for f in pais.filas(pais.centros) if f["personas"] is not None]
    if any(f["municipio_codigo"] in mirados for f in informan):
        grafico = graficos.personas(pais.centros.datos, propios=propios, juntos=juntos, lugar=lugar)
        dibujos.append((grafico, redactor.citar(pais.centros, informan, con_cita=False)))
    return tuple(dibujos)
