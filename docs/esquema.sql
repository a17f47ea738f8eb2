CREATE TABLE fuentes (
    fuente_codigo VARCHAR NOT NULL,
    titulo VARCHAR NOT NULL,
    entidad VARCHAR NOT NULL,
    corte_texto VARCHAR NOT NULL,
    archivo VARCHAR NOT NULL,
    licencia VARCHAR NOT NULL,
    nota VARCHAR,
    periodicidad VARCHAR CHECK (periodicidad IN ('mensual', 'bimestral', 'trimestral', 'cuatrimestral', 'semestral', 'anual')),
    periodicidad_cita VARCHAR,
    periodicidad_ubicacion VARCHAR,
    periodicidad_desde_fecha DATE,
    periodicidad_hasta_fecha DATE,
    libro_sha256 VARCHAR NOT NULL,
    es_simulado BOOLEAN NOT NULL,
    corte_fecha DATE NOT NULL,
    PRIMARY KEY (fuente_codigo)
);
COMMENT ON TABLE fuentes IS 'Documentos de donde salen los datos, con su corte, editor y licencia.';
COMMENT ON COLUMN fuentes.fuente_codigo IS 'Fuente. Documento y corte: `sdp_2024-12-31`.';
COMMENT ON COLUMN fuentes.titulo IS 'Título. Título del documento.';
COMMENT ON COLUMN fuentes.entidad IS 'Entidad. Quien lo publica.';
COMMENT ON COLUMN fuentes.corte_texto IS 'Corte publicado. El corte como está impreso.';
COMMENT ON COLUMN fuentes.archivo IS 'Archivo de origen. Nombre del archivo transcrito.';
COMMENT ON COLUMN fuentes.licencia IS 'Licencia. «no declarada» cuando no la hay.';
COMMENT ON COLUMN fuentes.nota IS 'Nota. Lo que conviene saber al leerla.';
COMMENT ON COLUMN fuentes.periodicidad IS 'Periodicidad. Cada cuánto publica un corte. Vacía si la fuente no lo dice: nadie la supone.';
COMMENT ON COLUMN fuentes.periodicidad_cita IS 'Cita de la periodicidad. Las pocas palabras de la fuente que dicen cada cuánto publica (a lo sumo quince).';
COMMENT ON COLUMN fuentes.periodicidad_ubicacion IS 'Ubicación de la periodicidad. Parte del documento donde están esas palabras.';
COMMENT ON COLUMN fuentes.periodicidad_desde_fecha IS 'Periodicidad desde. Desde cuándo publica así, si la fuente lo anuncia para unos años.';
COMMENT ON COLUMN fuentes.periodicidad_hasta_fecha IS 'Periodicidad hasta. Hasta cuándo publica así, si la fuente lo anuncia para unos años.';
COMMENT ON COLUMN fuentes.libro_sha256 IS 'Sello del libro. SHA-256 del libro sellado.';
COMMENT ON COLUMN fuentes.es_simulado IS 'Es simulado. Verdadero si el documento es inventado, para probar o enseñar. En un tablero de datos simulados todos lo son y todo archivo lleva esta columna; en uno verdadero, ninguno.';
COMMENT ON COLUMN fuentes.corte_fecha IS 'Fecha de corte. Fecha hasta la cual valen sus datos.';

CREATE TABLE municipios (
    municipio_codigo VARCHAR NOT NULL,
    municipio_nombre VARCHAR NOT NULL,
    departamento_codigo VARCHAR NOT NULL,
    departamento_nombre VARCHAR NOT NULL,
    tipo VARCHAR NOT NULL CHECK (tipo IN ('municipio', 'área no municipalizada', 'isla')),
    area_metropolitana VARCHAR,
    longitud DOUBLE NOT NULL CHECK (longitud >= -82) CHECK (longitud <= -66),
    latitud DOUBLE NOT NULL CHECK (latitud >= -5) CHECK (latitud <= 16),
    divipola_fecha DATE,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (municipio_codigo)
);
COMMENT ON TABLE municipios IS 'Municipios, distritos y áreas no municipalizadas de la DIVIPOLA (DANE).';
COMMENT ON COLUMN municipios.municipio_codigo IS 'Código DIVIPOLA. Cinco dígitos, con sus ceros.';
COMMENT ON COLUMN municipios.municipio_nombre IS 'Municipio. Nombre oficial.';
COMMENT ON COLUMN municipios.departamento_codigo IS 'Código del departamento. Dos dígitos, con sus ceros.';
COMMENT ON COLUMN municipios.departamento_nombre IS 'Departamento. Nombre oficial.';
COMMENT ON COLUMN municipios.tipo IS 'Tipo. Clase de entidad según la DIVIPOLA.';
COMMENT ON COLUMN municipios.area_metropolitana IS 'Área metropolitana. Nombre, si pertenece a una.';
COMMENT ON COLUMN municipios.longitud IS 'Longitud. De la cabecera, WGS 84.';
COMMENT ON COLUMN municipios.latitud IS 'Latitud. De la cabecera, WGS 84.';
COMMENT ON COLUMN municipios.divipola_fecha IS 'Edición de la DIVIPOLA. Corte de la edición de donde salen el código y los nombres; vacío si no hay municipio.';
COMMENT ON COLUMN municipios.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN municipios.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE municipios_grafias (
    grafia VARCHAR NOT NULL,
    municipio_codigo VARCHAR NOT NULL,
    departamento_codigo VARCHAR,
    divipola_fecha DATE,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (grafia, municipio_codigo)
);
COMMENT ON TABLE municipios_grafias IS 'Cómo nombran los documentos a un municipio, además de su nombre oficial.';
COMMENT ON COLUMN municipios_grafias.grafia IS 'Grafía. El nombre tal como aparece impreso.';
COMMENT ON COLUMN municipios_grafias.municipio_codigo IS 'Código DIVIPOLA. El municipio al que se refiere.';
COMMENT ON COLUMN municipios_grafias.departamento_codigo IS 'Código del departamento. Dos dígitos (DIVIPOLA); vacío si no hay municipio.';
COMMENT ON COLUMN municipios_grafias.divipola_fecha IS 'Edición de la DIVIPOLA. Corte de la edición de donde salen el código y los nombres; vacío si no hay municipio.';
COMMENT ON COLUMN municipios_grafias.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN municipios_grafias.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE departamentos_grafias (
    grafia VARCHAR NOT NULL,
    departamento_codigo VARCHAR NOT NULL,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (grafia)
);
COMMENT ON TABLE departamentos_grafias IS 'Cómo nombran los documentos a un departamento, además de su nombre oficial.';
COMMENT ON COLUMN departamentos_grafias.grafia IS 'Grafía. El nombre tal como aparece impreso.';
COMMENT ON COLUMN departamentos_grafias.departamento_codigo IS 'Código del departamento. Dos dígitos.';
COMMENT ON COLUMN departamentos_grafias.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN departamentos_grafias.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE ipt_indicadores (
    orden BIGINT NOT NULL CHECK (orden >= 1),
    componente VARCHAR NOT NULL,
    indicador VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (orden)
);
COMMENT ON TABLE ipt_indicadores IS 'Componentes e indicadores del IPT, en el orden en que se publican.';
COMMENT ON COLUMN ipt_indicadores.orden IS 'Orden. Lugar en la tabla publicada.';
COMMENT ON COLUMN ipt_indicadores.componente IS 'Componente. Nombre exacto.';
COMMENT ON COLUMN ipt_indicadores.indicador IS 'Indicador. Nombre exacto.';
COMMENT ON COLUMN ipt_indicadores.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN ipt_indicadores.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN ipt_indicadores.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN ipt_indicadores.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE ipt_priorizados (
    orden BIGINT NOT NULL CHECK (orden >= 1),
    corte_fecha DATE NOT NULL,
    departamento_publicado VARCHAR,
    municipio_publicado VARCHAR NOT NULL,
    municipio_codigo VARCHAR NOT NULL,
    municipio_nombre VARCHAR NOT NULL,
    departamento_codigo VARCHAR NOT NULL,
    departamento_nombre VARCHAR NOT NULL,
    cluster_numero BIGINT,
    divipola_fecha DATE,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (orden, corte_fecha)
);
COMMENT ON TABLE ipt_priorizados IS 'Los municipios priorizados por el IPT, en su orden publicado.';
COMMENT ON COLUMN ipt_priorizados.orden IS 'Orden. Lugar publicado; 1 es la prioridad más alta.';
COMMENT ON COLUMN ipt_priorizados.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN ipt_priorizados.departamento_publicado IS 'Departamento publicado. Como lo escribe el documento; vacío si no lo dice.';
COMMENT ON COLUMN ipt_priorizados.municipio_publicado IS 'Municipio publicado. Como lo escribe el documento.';
COMMENT ON COLUMN ipt_priorizados.municipio_codigo IS 'Código DIVIPOLA. Código del municipio.';
COMMENT ON COLUMN ipt_priorizados.municipio_nombre IS 'Municipio. Nombre oficial (DIVIPOLA).';
COMMENT ON COLUMN ipt_priorizados.departamento_codigo IS 'Código del departamento. Dos dígitos (DIVIPOLA).';
COMMENT ON COLUMN ipt_priorizados.departamento_nombre IS 'Departamento. Nombre oficial (DIVIPOLA).';
COMMENT ON COLUMN ipt_priorizados.cluster_numero IS 'Clúster. Clúster al que pertenece el municipio (Tabla 3).';
COMMENT ON COLUMN ipt_priorizados.divipola_fecha IS 'Edición de la DIVIPOLA. Corte de la edición de donde salen el código y los nombres; vacío si no hay municipio.';
COMMENT ON COLUMN ipt_priorizados.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN ipt_priorizados.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN ipt_priorizados.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE clusteres (
    cluster_numero BIGINT NOT NULL CHECK (cluster_numero >= 1),
    municipio_codigo VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    departamento_publicado VARCHAR,
    municipio_publicado VARCHAR NOT NULL,
    municipio_nombre VARCHAR NOT NULL,
    departamento_codigo VARCHAR NOT NULL,
    departamento_nombre VARCHAR NOT NULL,
    divipola_fecha DATE,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (cluster_numero, municipio_codigo, corte_fecha)
);
COMMENT ON TABLE clusteres IS 'Los municipios de cada clúster de la EAT.';
COMMENT ON COLUMN clusteres.cluster_numero IS 'Clúster. Número publicado.';
COMMENT ON COLUMN clusteres.municipio_codigo IS 'Código DIVIPOLA. Código del municipio.';
COMMENT ON COLUMN clusteres.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN clusteres.departamento_publicado IS 'Departamento publicado. Como lo escribe el documento; vacío si no lo dice.';
COMMENT ON COLUMN clusteres.municipio_publicado IS 'Municipio publicado. Como lo escribe el documento.';
COMMENT ON COLUMN clusteres.municipio_nombre IS 'Municipio. Nombre oficial (DIVIPOLA).';
COMMENT ON COLUMN clusteres.departamento_codigo IS 'Código del departamento. Dos dígitos (DIVIPOLA).';
COMMENT ON COLUMN clusteres.departamento_nombre IS 'Departamento. Nombre oficial (DIVIPOLA).';
COMMENT ON COLUMN clusteres.divipola_fecha IS 'Edición de la DIVIPOLA. Corte de la edición de donde salen el código y los nombres; vacío si no hay municipio.';
COMMENT ON COLUMN clusteres.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN clusteres.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN clusteres.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE clusteres_conteos (
    cluster_numero BIGINT NOT NULL CHECK (cluster_numero >= 1),
    corte_fecha DATE NOT NULL,
    municipios BIGINT NOT NULL CHECK (municipios >= 0),
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (cluster_numero, corte_fecha)
);
COMMENT ON TABLE clusteres_conteos IS 'El número de municipios que la fuente publica para cada clúster.';
COMMENT ON COLUMN clusteres_conteos.cluster_numero IS 'Clúster. Número publicado.';
COMMENT ON COLUMN clusteres_conteos.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN clusteres_conteos.municipios IS 'Municipios. Conteo publicado.';
COMMENT ON COLUMN clusteres_conteos.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN clusteres_conteos.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN clusteres_conteos.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE eat_fases (
    fase_numero BIGINT NOT NULL CHECK (fase_numero >= 0),
    corte_fecha DATE NOT NULL,
    fase_nombre VARCHAR NOT NULL,
    estado VARCHAR NOT NULL CHECK (estado IN ('completada', 'programada')),
    estado_texto VARCHAR,
    estado_origen VARCHAR NOT NULL CHECK (estado_origen IN ('publicado', 'deducido')),
    periodo_texto VARCHAR,
    desde_fecha DATE,
    hasta_fecha DATE,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (fase_numero, corte_fecha)
);
COMMENT ON TABLE eat_fases IS 'Fases de la EAT, con sus fechas y su estado.';
COMMENT ON COLUMN eat_fases.fase_numero IS 'Fase. 0 es la preparatoria.';
COMMENT ON COLUMN eat_fases.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN eat_fases.fase_nombre IS 'Nombre de la fase. Nombre exacto.';
COMMENT ON COLUMN eat_fases.estado IS 'Estado. Como lo lee el tablero; el origen dice si la fuente usa esa palabra.';
COMMENT ON COLUMN eat_fases.estado_texto IS 'Estado publicado. Las palabras con que la fuente dice el estado de la fase; vacío si no lo dice.';
COMMENT ON COLUMN eat_fases.estado_origen IS 'Origen del estado. «publicado»: la fuente usa la palabra del estado; «deducido»: narra la fase y el estado lo lee el tablero.';
COMMENT ON COLUMN eat_fases.periodo_texto IS 'Periodo publicado. Como lo dice la fuente.';
COMMENT ON COLUMN eat_fases.desde_fecha IS 'Desde. Primer día del periodo.';
COMMENT ON COLUMN eat_fases.hasta_fecha IS 'Hasta. Último día del periodo.';
COMMENT ON COLUMN eat_fases.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN eat_fases.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN eat_fases.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE eat_actividades (
    fase_numero BIGINT NOT NULL CHECK (fase_numero >= 0),
    actividad_numero BIGINT NOT NULL CHECK (actividad_numero >= 1),
    corte_fecha DATE NOT NULL,
    fase_nombre VARCHAR NOT NULL,
    actividad VARCHAR NOT NULL,
    detalle VARCHAR,
    estado VARCHAR NOT NULL CHECK (estado IN ('completada', 'programada')),
    estado_nivel VARCHAR NOT NULL CHECK (estado_nivel IN ('fase')),
    estado_origen VARCHAR NOT NULL CHECK (estado_origen IN ('publicado', 'deducido')),
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (fase_numero, actividad_numero, corte_fecha)
);
COMMENT ON TABLE eat_actividades IS 'Actividades de cada fase de la EAT.';
COMMENT ON COLUMN eat_actividades.fase_numero IS 'Fase. 0 es la preparatoria.';
COMMENT ON COLUMN eat_actividades.actividad_numero IS 'Actividad. Número dentro de la fase.';
COMMENT ON COLUMN eat_actividades.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN eat_actividades.fase_nombre IS 'Nombre de la fase. Nombre exacto.';
COMMENT ON COLUMN eat_actividades.actividad IS 'Nombre de la actividad. Nombre exacto.';
COMMENT ON COLUMN eat_actividades.detalle IS 'Detalle. Qué se hizo, en nuestras palabras.';
COMMENT ON COLUMN eat_actividades.estado IS 'Estado. El de su fase.';
COMMENT ON COLUMN eat_actividades.estado_nivel IS 'Nivel del estado. «fase»: la fuente dice el estado por fase, no por actividad.';
COMMENT ON COLUMN eat_actividades.estado_origen IS 'Origen del estado. El de su fase. «publicado»: la fuente usa la palabra del estado; «deducido»: narra la fase y el estado lo lee el tablero.';
COMMENT ON COLUMN eat_actividades.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN eat_actividades.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN eat_actividades.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE eat_talleres (
    lugar VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    departamento_publicado VARCHAR,
    municipio_publicado VARCHAR,
    municipio_codigo VARCHAR,
    municipio_nombre VARCHAR,
    departamento_codigo VARCHAR,
    departamento_nombre VARCHAR,
    fase_numero BIGINT NOT NULL CHECK (fase_numero >= 0),
    cluster_asociado BIGINT CHECK (cluster_asociado >= 1),
    divipola_fecha DATE,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (lugar, corte_fecha)
);
COMMENT ON TABLE eat_talleres IS 'Los talleres de la segunda fase que la fuente nombra.';
COMMENT ON COLUMN eat_talleres.lugar IS 'Lugar. Como lo nombra la fuente.';
COMMENT ON COLUMN eat_talleres.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN eat_talleres.departamento_publicado IS 'Departamento publicado. Como lo escribe el documento; vacío si no lo dice.';
COMMENT ON COLUMN eat_talleres.municipio_publicado IS 'Municipio publicado. El municipio del taller; vacío si el lugar es una subregión.';
COMMENT ON COLUMN eat_talleres.municipio_codigo IS 'Código DIVIPOLA. Código del municipio.';
COMMENT ON COLUMN eat_talleres.municipio_nombre IS 'Municipio. Nombre oficial (DIVIPOLA).';
COMMENT ON COLUMN eat_talleres.departamento_codigo IS 'Código del departamento. Dos dígitos (DIVIPOLA).';
COMMENT ON COLUMN eat_talleres.departamento_nombre IS 'Departamento. Nombre oficial (DIVIPOLA).';
COMMENT ON COLUMN eat_talleres.fase_numero IS 'Fase. Fase en que se hizo.';
COMMENT ON COLUMN eat_talleres.cluster_asociado IS 'Clúster asociado. Con qué clúster se muestra un lugar que no es municipio.';
COMMENT ON COLUMN eat_talleres.divipola_fecha IS 'Edición de la DIVIPOLA. Corte de la edición de donde salen el código y los nombres; vacío si no hay municipio.';
COMMENT ON COLUMN eat_talleres.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN eat_talleres.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN eat_talleres.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE cifras (
    cifra_codigo VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    tema VARCHAR NOT NULL,
    descripcion VARCHAR NOT NULL,
    valor DOUBLE NOT NULL,
    unidad VARCHAR NOT NULL,
    precision DOUBLE,
    departamento_nombre VARCHAR,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (cifra_codigo, corte_fecha)
);
COMMENT ON TABLE cifras IS 'Cifras que un documento dice en su prosa o como total, una por fila.';
COMMENT ON COLUMN cifras.cifra_codigo IS 'Código de la cifra. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN cifras.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN cifras.tema IS 'Tema. Asunto al que pertenece.';
COMMENT ON COLUMN cifras.descripcion IS 'Descripción. Qué mide, en una frase.';
COMMENT ON COLUMN cifras.valor IS 'Valor. El número, sin separadores; 50 para 50 %.';
COMMENT ON COLUMN cifras.unidad IS 'Unidad. Unidad de medida: personas, %, pesos, etc.';
COMMENT ON COLUMN cifras.precision IS 'Precisión. Valor de una unidad del último dígito escrito: 0,1 para 41,1 %; 1000000 para 2.000 millones. Vacío si es un conteo exacto.';
COMMENT ON COLUMN cifras.departamento_nombre IS 'Departamento. Nombre oficial, si la cifra es de un departamento.';
COMMENT ON COLUMN cifras.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN cifras.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN cifras.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE enunciados (
    lista_codigo VARCHAR NOT NULL CHECK (lista_codigo IN ('eat_objetivos', 'eat_aliados', 'eat_financiadores', 'eat_conclusiones', 'eat_contexto', 'eat_siglas', 'ipt_rasgos', 'cnim_plan', 'cnim_mesas_entidades', 'cnim_taller_entidades', 'comite_agenda', 'comite_tablero', 'comite_pasos', 'comite_localidades', 'integra_proyecto', 'integra_metas', 'integra_resultados', 'politica_enfoques', 'politica_definiciones', 'politica_notas')),
    orden BIGINT NOT NULL CHECK (orden >= 1),
    corte_fecha DATE NOT NULL,
    titulo VARCHAR NOT NULL,
    detalle VARCHAR,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (lista_codigo, orden, corte_fecha)
);
COMMENT ON TABLE enunciados IS 'Listas de los documentos: objetivos, metas, aliados, pasos, definiciones.';
COMMENT ON COLUMN enunciados.lista_codigo IS 'Lista. A qué lista pertenece.';
COMMENT ON COLUMN enunciados.orden IS 'Orden. Lugar dentro de la lista.';
COMMENT ON COLUMN enunciados.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN enunciados.titulo IS 'Título. Nombre o frase corta.';
COMMENT ON COLUMN enunciados.detalle IS 'Detalle. Explicación en nuestras palabras, si la hay.';
COMMENT ON COLUMN enunciados.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN enunciados.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN enunciados.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE cnim_acciones (
    accion_numero BIGINT NOT NULL CHECK (accion_numero >= 1),
    corte_fecha DATE NOT NULL,
    accion VARCHAR NOT NULL,
    presenta_avance BOOLEAN NOT NULL,
    reporte_cualitativo VARCHAR NOT NULL,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (accion_numero, corte_fecha)
);
COMMENT ON TABLE cnim_acciones IS 'Acciones estratégicas del Plan de la CNIM, con lo que se reportó.';
COMMENT ON COLUMN cnim_acciones.accion_numero IS 'Acción. Número publicado.';
COMMENT ON COLUMN cnim_acciones.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN cnim_acciones.accion IS 'Nombre de la acción. Nombre exacto.';
COMMENT ON COLUMN cnim_acciones.presenta_avance IS 'Presenta avance. Falso si la fuente dice que no se presenta avance de la acción.';
COMMENT ON COLUMN cnim_acciones.reporte_cualitativo IS 'Reporte. Lo reportado, en nuestras palabras, con sus cifras y fechas.';
COMMENT ON COLUMN cnim_acciones.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN cnim_acciones.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN cnim_acciones.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE cnim_tareas (
    accion_numero BIGINT NOT NULL CHECK (accion_numero >= 1),
    tarea_numero BIGINT NOT NULL CHECK (tarea_numero >= 1),
    corte_fecha DATE NOT NULL,
    tarea VARCHAR NOT NULL,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (accion_numero, tarea_numero, corte_fecha)
);
COMMENT ON TABLE cnim_tareas IS 'Tareas de cada acción del Plan de la CNIM.';
COMMENT ON COLUMN cnim_tareas.accion_numero IS 'Acción. Número publicado.';
COMMENT ON COLUMN cnim_tareas.tarea_numero IS 'Tarea. Número publicado.';
COMMENT ON COLUMN cnim_tareas.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN cnim_tareas.tarea IS 'Nombre de la tarea. Nombre exacto.';
COMMENT ON COLUMN cnim_tareas.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN cnim_tareas.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN cnim_tareas.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE centros_integrate (
    centro_codigo VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    departamento_publicado VARCHAR,
    municipio_publicado VARCHAR NOT NULL,
    municipio_codigo VARCHAR NOT NULL,
    municipio_nombre VARCHAR NOT NULL,
    departamento_codigo VARCHAR NOT NULL,
    departamento_nombre VARCHAR NOT NULL,
    centro_nombre VARCHAR NOT NULL,
    nombre_publicado VARCHAR NOT NULL,
    etapa VARCHAR NOT NULL CHECK (etapa IN ('inicial', 'nuevo', 'proyectado')),
    es_piloto BOOLEAN NOT NULL,
    apertura_fecha DATE,
    divipola_fecha DATE,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (centro_codigo, corte_fecha)
);
COMMENT ON TABLE centros_integrate IS 'Los Centros Intégrate, con su etapa y su fecha de apertura.';
COMMENT ON COLUMN centros_integrate.centro_codigo IS 'Código del centro. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN centros_integrate.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN centros_integrate.departamento_publicado IS 'Departamento publicado. Como lo escribe el documento; vacío si no lo dice.';
COMMENT ON COLUMN centros_integrate.municipio_publicado IS 'Municipio publicado. Como lo escribe el documento.';
COMMENT ON COLUMN centros_integrate.municipio_codigo IS 'Código DIVIPOLA. Código del municipio.';
COMMENT ON COLUMN centros_integrate.municipio_nombre IS 'Municipio. Nombre oficial (DIVIPOLA).';
COMMENT ON COLUMN centros_integrate.departamento_codigo IS 'Código del departamento. Dos dígitos (DIVIPOLA).';
COMMENT ON COLUMN centros_integrate.departamento_nombre IS 'Departamento. Nombre oficial (DIVIPOLA).';
COMMENT ON COLUMN centros_integrate.centro_nombre IS 'Centro. Nombre con que se muestra.';
COMMENT ON COLUMN centros_integrate.nombre_publicado IS 'Nombre publicado. Como lo escribe la lista de centros.';
COMMENT ON COLUMN centros_integrate.etapa IS 'Etapa. Según la fuente.';
COMMENT ON COLUMN centros_integrate.es_piloto IS 'Es piloto. Verdadero si la fuente lo llama piloto.';
COMMENT ON COLUMN centros_integrate.apertura_fecha IS 'Fecha de apertura. Si la fuente la dice.';
COMMENT ON COLUMN centros_integrate.divipola_fecha IS 'Edición de la DIVIPOLA. Corte de la edición de donde salen el código y los nombres; vacío si no hay municipio.';
COMMENT ON COLUMN centros_integrate.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN centros_integrate.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN centros_integrate.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE centros_atenciones (
    centro_codigo VARCHAR NOT NULL,
    desde_fecha DATE NOT NULL,
    hasta_fecha DATE NOT NULL,
    departamento_publicado VARCHAR,
    municipio_publicado VARCHAR NOT NULL,
    municipio_codigo VARCHAR NOT NULL,
    municipio_nombre VARCHAR NOT NULL,
    departamento_codigo VARCHAR NOT NULL,
    departamento_nombre VARCHAR NOT NULL,
    centro_nombre VARCHAR NOT NULL,
    nombre_publicado VARCHAR NOT NULL,
    personas BIGINT NOT NULL CHECK (personas >= 0),
    dias_abiertos BIGINT CHECK (dias_abiertos >= 0),
    personas_por_dia DOUBLE CHECK (personas_por_dia >= 0),
    supuesto VARCHAR NOT NULL CHECK (supuesto IN ('todo el periodo', 'desde su apertura', 'sin fecha')),
    divipola_fecha DATE,
    corte_fecha DATE NOT NULL,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (centro_codigo, desde_fecha, hasta_fecha)
);
COMMENT ON TABLE centros_atenciones IS 'Personas atendidas por centro en un periodo.';
COMMENT ON COLUMN centros_atenciones.centro_codigo IS 'Código del centro. Uno de los de la hoja de centros.';
COMMENT ON COLUMN centros_atenciones.desde_fecha IS 'Desde. Primer día del periodo.';
COMMENT ON COLUMN centros_atenciones.hasta_fecha IS 'Hasta. Último día del periodo.';
COMMENT ON COLUMN centros_atenciones.departamento_publicado IS 'Departamento publicado. Como lo escribe el documento; vacío si no lo dice.';
COMMENT ON COLUMN centros_atenciones.municipio_publicado IS 'Municipio publicado. Como lo escribe el documento.';
COMMENT ON COLUMN centros_atenciones.municipio_codigo IS 'Código DIVIPOLA. Código del municipio.';
COMMENT ON COLUMN centros_atenciones.municipio_nombre IS 'Municipio. Nombre oficial (DIVIPOLA).';
COMMENT ON COLUMN centros_atenciones.departamento_codigo IS 'Código del departamento. Dos dígitos (DIVIPOLA).';
COMMENT ON COLUMN centros_atenciones.departamento_nombre IS 'Departamento. Nombre oficial (DIVIPOLA).';
COMMENT ON COLUMN centros_atenciones.centro_nombre IS 'Centro. Nombre con que se muestra.';
COMMENT ON COLUMN centros_atenciones.nombre_publicado IS 'Nombre publicado. Como lo escribe el reporte de atención.';
COMMENT ON COLUMN centros_atenciones.personas IS 'Personas atendidas. Conteo publicado.';
COMMENT ON COLUMN centros_atenciones.dias_abiertos IS 'Días abiertos. Días del periodo en que el centro estuvo abierto, contando el primero y el último. Vacío si no se sabe cuándo abrió.';
COMMENT ON COLUMN centros_atenciones.personas_por_dia IS 'Personas por día abierto. Personas atendidas entre los días abiertos.';
COMMENT ON COLUMN centros_atenciones.supuesto IS 'Cómo se cuentan los días. «todo el periodo»: un centro inicial, sin fecha publicada, se supone abierto desde el primer día; «desde su apertura»: desde la fecha publicada; «sin fecha»: no se cuentan.';
COMMENT ON COLUMN centros_atenciones.divipola_fecha IS 'Edición de la DIVIPOLA. Corte de la edición de donde salen el código y los nombres; vacío si no hay municipio.';
COMMENT ON COLUMN centros_atenciones.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN centros_atenciones.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN centros_atenciones.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN centros_atenciones.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE transferencias_psicosociales (
    municipio_codigo VARCHAR NOT NULL,
    resolucion VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    departamento_publicado VARCHAR,
    municipio_publicado VARCHAR NOT NULL,
    municipio_nombre VARCHAR NOT NULL,
    departamento_codigo VARCHAR NOT NULL,
    departamento_nombre VARCHAR NOT NULL,
    valor_cop BIGINT NOT NULL CHECK (valor_cop >= 0),
    estado VARCHAR NOT NULL CHECK (estado IN ('girado', 'desistido')),
    divipola_fecha DATE,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (municipio_codigo, resolucion, corte_fecha)
);
COMMENT ON TABLE transferencias_psicosociales IS 'Transferencias para la estrategia de acompañamiento psicosocial.';
COMMENT ON COLUMN transferencias_psicosociales.municipio_codigo IS 'Código DIVIPOLA. Código del municipio.';
COMMENT ON COLUMN transferencias_psicosociales.resolucion IS 'Resolución. La que asigna los recursos.';
COMMENT ON COLUMN transferencias_psicosociales.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN transferencias_psicosociales.departamento_publicado IS 'Departamento publicado. Como lo escribe el documento; vacío si no lo dice.';
COMMENT ON COLUMN transferencias_psicosociales.municipio_publicado IS 'Municipio publicado. Como lo escribe el documento.';
COMMENT ON COLUMN transferencias_psicosociales.municipio_nombre IS 'Municipio. Nombre oficial (DIVIPOLA).';
COMMENT ON COLUMN transferencias_psicosociales.departamento_codigo IS 'Código del departamento. Dos dígitos (DIVIPOLA).';
COMMENT ON COLUMN transferencias_psicosociales.departamento_nombre IS 'Departamento. Nombre oficial (DIVIPOLA).';
COMMENT ON COLUMN transferencias_psicosociales.valor_cop IS 'Valor. En pesos colombianos.';
COMMENT ON COLUMN transferencias_psicosociales.estado IS 'Estado. Según la fuente.';
COMMENT ON COLUMN transferencias_psicosociales.divipola_fecha IS 'Edición de la DIVIPOLA. Corte de la edición de donde salen el código y los nombres; vacío si no hay municipio.';
COMMENT ON COLUMN transferencias_psicosociales.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN transferencias_psicosociales.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN transferencias_psicosociales.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE cnim_resoluciones (
    resolucion VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    resolucion_fecha DATE,
    objeto VARCHAR NOT NULL,
    accion_numero BIGINT NOT NULL CHECK (accion_numero >= 1),
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (resolucion, corte_fecha)
);
COMMENT ON TABLE cnim_resoluciones IS 'Resoluciones que nombra el informe de la CNIM.';
COMMENT ON COLUMN cnim_resoluciones.resolucion IS 'Resolución. Número y año.';
COMMENT ON COLUMN cnim_resoluciones.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN cnim_resoluciones.resolucion_fecha IS 'Fecha. Si la fuente la dice.';
COMMENT ON COLUMN cnim_resoluciones.objeto IS 'Objeto. Qué dispone, en pocas palabras.';
COMMENT ON COLUMN cnim_resoluciones.accion_numero IS 'Acción. Acción del plan que la nombra.';
COMMENT ON COLUMN cnim_resoluciones.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN cnim_resoluciones.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN cnim_resoluciones.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE cnim_mesas (
    mesa_numero BIGINT NOT NULL CHECK (mesa_numero >= 1),
    corte_fecha DATE NOT NULL,
    mesa_fecha DATE NOT NULL,
    tema VARCHAR NOT NULL,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (mesa_numero, corte_fecha)
);
COMMENT ON TABLE cnim_mesas IS 'Mesas técnicas para los lineamientos de atención humanitaria.';
COMMENT ON COLUMN cnim_mesas.mesa_numero IS 'Mesa. Orden por fecha.';
COMMENT ON COLUMN cnim_mesas.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN cnim_mesas.mesa_fecha IS 'Fecha. Día de la mesa.';
COMMENT ON COLUMN cnim_mesas.tema IS 'Tema. Asunto tratado.';
COMMENT ON COLUMN cnim_mesas.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN cnim_mesas.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN cnim_mesas.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE comite_entidades (
    entidad_nombre VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    orden BIGINT NOT NULL CHECK (orden >= 1),
    entidad_codigo VARCHAR,
    entidad VARCHAR,
    asistencia VARCHAR,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (entidad_nombre, corte_fecha)
);
COMMENT ON TABLE comite_entidades IS 'Entidades del Comité y su asistencia a la sesión.';
COMMENT ON COLUMN comite_entidades.entidad_nombre IS 'Entidad. Nombre exacto.';
COMMENT ON COLUMN comite_entidades.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN comite_entidades.orden IS 'Orden. Lugar en la lista publicada.';
COMMENT ON COLUMN comite_entidades.entidad_codigo IS 'Código de la entidad. El de la tabla de entidades; vacío si la fuente no nombra ninguna o si esa grafía no está en la tabla.';
COMMENT ON COLUMN comite_entidades.entidad IS 'Entidad unida. El nombre oficial, sea cual sea la grafía impresa; si esa grafía no está en la tabla de entidades, la impresa, escrita siempre igual.';
COMMENT ON COLUMN comite_entidades.asistencia IS 'Asistencia. Vacía: la fuente no la publica.';
COMMENT ON COLUMN comite_entidades.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN comite_entidades.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN comite_entidades.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE comite_utas (
    uta_numero BIGINT NOT NULL CHECK (uta_numero >= 1),
    corte_fecha DATE NOT NULL,
    uta_nombre VARCHAR NOT NULL,
    actividades BIGINT NOT NULL CHECK (actividades >= 0),
    actividades_entidades BIGINT NOT NULL CHECK (actividades_entidades >= 0),
    actividades_intersectoriales BIGINT NOT NULL CHECK (actividades_intersectoriales >= 0),
    actividades_reportadas BIGINT NOT NULL CHECK (actividades_reportadas >= 0),
    reporte_pct DOUBLE NOT NULL CHECK (reporte_pct >= 0),
    actividades_cita VARCHAR,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (uta_numero, corte_fecha)
);
COMMENT ON TABLE comite_utas IS 'Actividades y reportes de cada UTA.';
COMMENT ON COLUMN comite_utas.uta_numero IS 'UTA. Número.';
COMMENT ON COLUMN comite_utas.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN comite_utas.uta_nombre IS 'Nombre de la UTA. Nombre exacto.';
COMMENT ON COLUMN comite_utas.actividades IS 'Actividades. Total publicado.';
COMMENT ON COLUMN comite_utas.actividades_entidades IS 'Actividades de una entidad. De una sola entidad.';
COMMENT ON COLUMN comite_utas.actividades_intersectoriales IS 'Actividades intersectoriales. De varias entidades.';
COMMENT ON COLUMN comite_utas.actividades_reportadas IS 'Actividades reportadas. Con reporte en el corte.';
COMMENT ON COLUMN comite_utas.reporte_pct IS 'Cumplimiento en el reporte. Publicado; 50 significa 50 %.';
COMMENT ON COLUMN comite_utas.actividades_cita IS 'Cita de las actividades. Las pocas palabras del documento que llevan el total y sus dos clases (a lo sumo quince), sin comillas.';
COMMENT ON COLUMN comite_utas.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN comite_utas.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN comite_utas.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE comite_uta_reportes (
    uta_numero BIGINT NOT NULL CHECK (uta_numero >= 1),
    entidad_nombre VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    entidad_codigo VARCHAR,
    entidad VARCHAR,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (uta_numero, entidad_nombre, corte_fecha)
);
COMMENT ON TABLE comite_uta_reportes IS 'Entidades que reportaron en cada UTA.';
COMMENT ON COLUMN comite_uta_reportes.uta_numero IS 'UTA. Número.';
COMMENT ON COLUMN comite_uta_reportes.entidad_nombre IS 'Entidad. Como la nombra la fuente.';
COMMENT ON COLUMN comite_uta_reportes.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN comite_uta_reportes.entidad_codigo IS 'Código de la entidad. El de la tabla de entidades; vacío si la fuente no nombra ninguna o si esa grafía no está en la tabla.';
COMMENT ON COLUMN comite_uta_reportes.entidad IS 'Entidad unida. El nombre oficial, sea cual sea la grafía impresa; si esa grafía no está en la tabla de entidades, la impresa, escrita siempre igual.';
COMMENT ON COLUMN comite_uta_reportes.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN comite_uta_reportes.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN comite_uta_reportes.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE comite_destacadas (
    uta_numero BIGINT NOT NULL CHECK (uta_numero >= 1),
    orden BIGINT NOT NULL CHECK (orden >= 1),
    corte_fecha DATE NOT NULL,
    descripcion VARCHAR NOT NULL,
    valor BIGINT CHECK (valor >= 0),
    unidad VARCHAR,
    nota VARCHAR,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (uta_numero, orden, corte_fecha)
);
COMMENT ON TABLE comite_destacadas IS 'Actividades destacadas de cada UTA, con su cifra.';
COMMENT ON COLUMN comite_destacadas.uta_numero IS 'UTA. Número.';
COMMENT ON COLUMN comite_destacadas.orden IS 'Orden. Lugar en la lista publicada.';
COMMENT ON COLUMN comite_destacadas.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN comite_destacadas.descripcion IS 'Descripción. Qué se cuenta.';
COMMENT ON COLUMN comite_destacadas.valor IS 'Valor. La cifra, si la hay.';
COMMENT ON COLUMN comite_destacadas.unidad IS 'Unidad. Unidad de la cifra.';
COMMENT ON COLUMN comite_destacadas.nota IS 'Nota. Cómo se debe leer la cifra.';
COMMENT ON COLUMN comite_destacadas.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN comite_destacadas.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN comite_destacadas.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE comite_barreras (
    uta_numero BIGINT NOT NULL CHECK (uta_numero >= 1),
    barrera VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (uta_numero, barrera, corte_fecha)
);
COMMENT ON TABLE comite_barreras IS 'Barreras identificadas por cada UTA.';
COMMENT ON COLUMN comite_barreras.uta_numero IS 'UTA. Número.';
COMMENT ON COLUMN comite_barreras.barrera IS 'Barrera. Texto exacto.';
COMMENT ON COLUMN comite_barreras.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN comite_barreras.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN comite_barreras.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN comite_barreras.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE comite_delegaciones (
    instancia VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    delegados BIGINT NOT NULL CHECK (delegados >= 0),
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (instancia, corte_fecha)
);
COMMENT ON TABLE comite_delegaciones IS 'Delegados de la población migrante en comités de derechos humanos.';
COMMENT ON COLUMN comite_delegaciones.instancia IS 'Instancia. Nombre del comité.';
COMMENT ON COLUMN comite_delegaciones.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN comite_delegaciones.delegados IS 'Delegados. Conteo publicado.';
COMMENT ON COLUMN comite_delegaciones.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN comite_delegaciones.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN comite_delegaciones.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE integra_ciudades (
    municipio_codigo VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    departamento_publicado VARCHAR,
    municipio_publicado VARCHAR NOT NULL,
    municipio_nombre VARCHAR NOT NULL,
    departamento_codigo VARCHAR NOT NULL,
    departamento_nombre VARCHAR NOT NULL,
    orden BIGINT NOT NULL CHECK (orden >= 1),
    divipola_fecha DATE,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (municipio_codigo, corte_fecha)
);
COMMENT ON TABLE integra_ciudades IS 'Ciudades que nombra la ficha del proyecto Integra.';
COMMENT ON COLUMN integra_ciudades.municipio_codigo IS 'Código DIVIPOLA. Código del municipio.';
COMMENT ON COLUMN integra_ciudades.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN integra_ciudades.departamento_publicado IS 'Departamento publicado. Como lo escribe el documento; vacío si no lo dice.';
COMMENT ON COLUMN integra_ciudades.municipio_publicado IS 'Municipio publicado. Como lo escribe el documento.';
COMMENT ON COLUMN integra_ciudades.municipio_nombre IS 'Municipio. Nombre oficial (DIVIPOLA).';
COMMENT ON COLUMN integra_ciudades.departamento_codigo IS 'Código del departamento. Dos dígitos (DIVIPOLA).';
COMMENT ON COLUMN integra_ciudades.departamento_nombre IS 'Departamento. Nombre oficial (DIVIPOLA).';
COMMENT ON COLUMN integra_ciudades.orden IS 'Orden. Lugar en la lista publicada.';
COMMENT ON COLUMN integra_ciudades.divipola_fecha IS 'Edición de la DIVIPOLA. Corte de la edición de donde salen el código y los nombres; vacío si no hay municipio.';
COMMENT ON COLUMN integra_ciudades.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN integra_ciudades.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN integra_ciudades.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE politicas (
    politica_codigo VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    politica_nombre VARCHAR NOT NULL,
    decreto VARCHAR NOT NULL,
    decreto_fecha DATE NOT NULL,
    vigencia_desde_anio BIGINT NOT NULL CHECK (vigencia_desde_anio >= 2000),
    vigencia_hasta_anio BIGINT NOT NULL CHECK (vigencia_hasta_anio >= 2000),
    objetivo VARCHAR NOT NULL,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (politica_codigo, corte_fecha)
);
COMMENT ON TABLE politicas IS 'La política pública: nombre, decreto, vigencia y objetivo.';
COMMENT ON COLUMN politicas.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN politicas.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN politicas.politica_nombre IS 'Política. Nombre exacto.';
COMMENT ON COLUMN politicas.decreto IS 'Decreto. El que la adopta.';
COMMENT ON COLUMN politicas.decreto_fecha IS 'Fecha del decreto. Día de su expedición.';
COMMENT ON COLUMN politicas.vigencia_desde_anio IS 'Desde. Primer año.';
COMMENT ON COLUMN politicas.vigencia_hasta_anio IS 'Hasta. Último año.';
COMMENT ON COLUMN politicas.objetivo IS 'Objetivo. Objetivo general, exacto.';
COMMENT ON COLUMN politicas.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN politicas.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN politicas.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE politica_cortes (
    politica_codigo VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    nivel VARCHAR NOT NULL CHECK (nivel IN ('publicado', 'calculado')),
    avance_pct DOUBLE CHECK (avance_pct >= 0),
    trayectoria_pct DOUBLE CHECK (trayectoria_pct >= 0),
    brecha_pp DOUBLE,
    productos_sin_dato BIGINT CHECK (productos_sin_dato >= 0),
    peso_sin_dato_pct DOUBLE,
    filas_sin_codigo BIGINT CHECK (filas_sin_codigo >= 0),
    peso_sin_codigo_pct DOUBLE,
    fuera_sin_peso BIGINT CHECK (fuera_sin_peso >= 0),
    formula_version VARCHAR,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (politica_codigo, corte_fecha, nivel)
);
COMMENT ON TABLE politica_cortes IS 'Avance, trayectoria y brecha de toda la política en un corte.';
COMMENT ON COLUMN politica_cortes.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN politica_cortes.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN politica_cortes.nivel IS 'Nivel. Publicado por la fuente o calculado por el tablero.';
COMMENT ON COLUMN politica_cortes.avance_pct IS 'Avance. Avance acumulado.';
COMMENT ON COLUMN politica_cortes.trayectoria_pct IS 'Trayectoria. Avance que se esperaba.';
COMMENT ON COLUMN politica_cortes.brecha_pp IS 'Brecha. Avance menos trayectoria.';
COMMENT ON COLUMN politica_cortes.productos_sin_dato IS 'Productos fuera de la suma. No suman al avance ni a la trayectoria calculados, por no tener dato.';
COMMENT ON COLUMN politica_cortes.peso_sin_dato_pct IS 'Peso fuera de la suma. Lo que pesan en la política, de lo que se puede leer; no se reescala.';
COMMENT ON COLUMN politica_cortes.filas_sin_codigo IS 'Filas sin código legible. Filas del libro que no se sabe de qué producto son: tampoco suman.';
COMMENT ON COLUMN politica_cortes.peso_sin_codigo_pct IS 'Peso de las filas sin código. El peso de esas filas, de lo que se puede leer.';
COMMENT ON COLUMN politica_cortes.fuera_sin_peso IS 'Fuera y sin peso. De los que quedan fuera, los que no tienen un peso legible.';
COMMENT ON COLUMN politica_cortes.formula_version IS 'Versión de la fórmula. Con que se calculó; vacía si la fila es publicada.';
COMMENT ON COLUMN politica_cortes.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN politica_cortes.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN politica_cortes.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE politica_objetivos (
    politica_codigo VARCHAR NOT NULL,
    objetivo_numero BIGINT NOT NULL CHECK (objetivo_numero >= 1),
    corte_fecha DATE NOT NULL,
    nivel VARCHAR NOT NULL CHECK (nivel IN ('publicado', 'calculado')),
    objetivo_nombre VARCHAR,
    productos BIGINT NOT NULL CHECK (productos >= 0),
    ponderacion_pct DOUBLE NOT NULL CHECK (ponderacion_pct >= 0) CHECK (ponderacion_pct <= 100),
    avance_pct DOUBLE CHECK (avance_pct >= 0),
    trayectoria_pct DOUBLE CHECK (trayectoria_pct >= 0),
    brecha_pp DOUBLE,
    avance_aporte_pp DOUBLE,
    brecha_aporte_pp DOUBLE,
    productos_sin_dato BIGINT CHECK (productos_sin_dato >= 0),
    peso_sin_dato_pct DOUBLE,
    fuera_sin_peso BIGINT CHECK (fuera_sin_peso >= 0),
    brecha_cita VARCHAR,
    productos_nombrados_cita VARCHAR,
    nota VARCHAR,
    formula_version VARCHAR,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (politica_codigo, objetivo_numero, corte_fecha, nivel)
);
COMMENT ON TABLE politica_objetivos IS 'Objetivos de la política: productos, ponderación, avance y brecha.';
COMMENT ON COLUMN politica_objetivos.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN politica_objetivos.objetivo_numero IS 'Objetivo. Número publicado.';
COMMENT ON COLUMN politica_objetivos.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN politica_objetivos.nivel IS 'Nivel. Publicado por la fuente o calculado por el tablero.';
COMMENT ON COLUMN politica_objetivos.objetivo_nombre IS 'Nombre del objetivo. Vacío: la fuente no lo publica.';
COMMENT ON COLUMN politica_objetivos.productos IS 'Productos. Conteo.';
COMMENT ON COLUMN politica_objetivos.ponderacion_pct IS 'Ponderación. Peso en la política.';
COMMENT ON COLUMN politica_objetivos.avance_pct IS 'Avance. En porcentaje del objetivo.';
COMMENT ON COLUMN politica_objetivos.trayectoria_pct IS 'Trayectoria. En porcentaje del objetivo.';
COMMENT ON COLUMN politica_objetivos.brecha_pp IS 'Brecha. Avance menos trayectoria.';
COMMENT ON COLUMN politica_objetivos.avance_aporte_pp IS 'Aporte al avance. Puntos que suma al avance de la política.';
COMMENT ON COLUMN politica_objetivos.brecha_aporte_pp IS 'Aporte a la brecha. Puntos que suma a la brecha de la política.';
COMMENT ON COLUMN politica_objetivos.productos_sin_dato IS 'Productos fuera de la suma. No suman al avance ni a la trayectoria calculados, por no tener dato.';
COMMENT ON COLUMN politica_objetivos.peso_sin_dato_pct IS 'Peso fuera de la suma. Lo que pesan en la política, de lo que se puede leer; no se reescala.';
COMMENT ON COLUMN politica_objetivos.fuera_sin_peso IS 'Fuera y sin peso. De los que quedan fuera, los que no tienen un peso legible.';
COMMENT ON COLUMN politica_objetivos.brecha_cita IS 'Cita de la brecha. Las pocas palabras del documento que llevan la brecha (a lo sumo quince), sin comillas.';
COMMENT ON COLUMN politica_objetivos.productos_nombrados_cita IS 'Cita de los productos nombrados. Las pocas palabras del documento que llevan los productos con que la fuente explica la brecha (a lo sumo quince), sin comillas.';
COMMENT ON COLUMN politica_objetivos.nota IS 'Nota. Rarezas de la fuente en esta fila.';
COMMENT ON COLUMN politica_objetivos.formula_version IS 'Versión de la fórmula. Con que se calculó; vacía si la fila es publicada.';
COMMENT ON COLUMN politica_objetivos.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN politica_objetivos.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN politica_objetivos.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE politica_productos (
    politica_codigo VARCHAR NOT NULL,
    producto_codigo VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    producto_nombre VARCHAR NOT NULL,
    indicador_nombre VARCHAR NOT NULL,
    objetivo_numero BIGINT NOT NULL CHECK (objetivo_numero >= 1),
    ponderacion_pct DOUBLE NOT NULL CHECK (ponderacion_pct <= 100),
    anualizacion_tipo VARCHAR NOT NULL CHECK (anualizacion_tipo IN ('Suma', 'Constante', 'Creciente', 'Decreciente')),
    sector_nombre VARCHAR,
    entidad_nombre VARCHAR,
    entidad_codigo VARCHAR,
    entidad VARCHAR,
    responsable_ubicacion VARCHAR,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (politica_codigo, producto_codigo, corte_fecha)
);
COMMENT ON TABLE politica_productos IS 'Productos de la política, con su indicador y su ponderación.';
COMMENT ON COLUMN politica_productos.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN politica_productos.producto_codigo IS 'Código del producto. Tres números: 1.1.4.';
COMMENT ON COLUMN politica_productos.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN politica_productos.producto_nombre IS 'Producto. Nombre exacto.';
COMMENT ON COLUMN politica_productos.indicador_nombre IS 'Indicador. Nombre exacto.';
COMMENT ON COLUMN politica_productos.objetivo_numero IS 'Objetivo. El primer número de su código.';
COMMENT ON COLUMN politica_productos.ponderacion_pct IS 'Ponderación. Peso en la política.';
COMMENT ON COLUMN politica_productos.anualizacion_tipo IS 'Tipo de anualización. Cómo se suman los años.';
COMMENT ON COLUMN politica_productos.sector_nombre IS 'Sector. Solo si la fuente lo dice.';
COMMENT ON COLUMN politica_productos.entidad_nombre IS 'Entidad. Solo donde la fuente nombra a quien tiene a cargo el producto o lo ejecuta, como está impresa; que el producto hable de una entidad no basta.';
COMMENT ON COLUMN politica_productos.entidad_codigo IS 'Código de la entidad. El de la tabla de entidades; vacío si la fuente no nombra ninguna o si esa grafía no está en la tabla.';
COMMENT ON COLUMN politica_productos.entidad IS 'Entidad unida. El nombre oficial, sea cual sea la grafía impresa; si esa grafía no está en la tabla de entidades, la impresa, escrita siempre igual.';
COMMENT ON COLUMN politica_productos.responsable_ubicacion IS 'Ubicación del responsable. Dónde dice la fuente el sector o la entidad.';
COMMENT ON COLUMN politica_productos.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN politica_productos.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN politica_productos.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE politica_avances (
    politica_codigo VARCHAR NOT NULL,
    producto_codigo VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    nivel VARCHAR NOT NULL CHECK (nivel IN ('publicado', 'calculado')),
    pav_pct DOUBLE,
    pahv_pct DOUBLE,
    paa_pct DOUBLE,
    decimales BIGINT CHECK (decimales >= 0) CHECK (decimales <= 4),
    trayectoria_pct DOUBLE,
    avance_aporte_pp DOUBLE,
    brecha_aporte_pp DOUBLE,
    semaforo VARCHAR NOT NULL CHECK (semaforo IN ('bajo', 'medio', 'alto', 'sobre-ejecución', 'sin dato', 'sin iniciar', 'no vigente')),
    semaforo_pav VARCHAR NOT NULL CHECK (semaforo_pav IN ('bajo', 'medio', 'alto', 'sobre-ejecución', 'sin dato', 'sin iniciar', 'no vigente')),
    semaforo_paa VARCHAR NOT NULL CHECK (semaforo_paa IN ('bajo', 'medio', 'alto', 'sobre-ejecución', 'sin dato', 'sin iniciar', 'no vigente')),
    formula_version VARCHAR NOT NULL,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (politica_codigo, producto_codigo, corte_fecha, nivel)
);
COMMENT ON TABLE politica_avances IS 'Porcentajes de avance de cada producto, con su trayectoria y su semáforo.';
COMMENT ON COLUMN politica_avances.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN politica_avances.producto_codigo IS 'Código del producto. Uno de los de la hoja de productos.';
COMMENT ON COLUMN politica_avances.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN politica_avances.nivel IS 'Nivel. Publicado por la fuente o calculado por el tablero.';
COMMENT ON COLUMN politica_avances.pav_pct IS 'Avance en la vigencia (PAV). Este año contra su meta.';
COMMENT ON COLUMN politica_avances.pahv_pct IS 'Avance hasta la vigencia (PAHV). Todo lo hecho contra todo lo programado hasta hoy.';
COMMENT ON COLUMN politica_avances.paa_pct IS 'Avance acumulado (PAA). Todo lo hecho contra la meta final.';
COMMENT ON COLUMN politica_avances.decimales IS 'Decimales. Con cuántos decimales se imprimen los porcentajes.';
COMMENT ON COLUMN politica_avances.trayectoria_pct IS 'Trayectoria. Lo programado hasta hoy contra la meta final (siempre calculada).';
COMMENT ON COLUMN politica_avances.avance_aporte_pp IS 'Aporte al avance. Puntos que suma al avance de la política; vacía si queda fuera de la suma.';
COMMENT ON COLUMN politica_avances.brecha_aporte_pp IS 'Aporte a la brecha. Puntos que suma a la brecha de la política; vacía si queda fuera de la suma.';
COMMENT ON COLUMN politica_avances.semaforo IS 'Semáforo. El color del PAHV.';
COMMENT ON COLUMN politica_avances.semaforo_pav IS 'Semáforo de la vigencia. El color del PAV.';
COMMENT ON COLUMN politica_avances.semaforo_paa IS 'Semáforo del acumulado. El color del PAA; solo para contrastar la distribución.';
COMMENT ON COLUMN politica_avances.formula_version IS 'Versión de la fórmula. Con que se calculan la trayectoria, los aportes y los colores.';
COMMENT ON COLUMN politica_avances.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN politica_avances.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN politica_avances.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE politica_semaforos (
    politica_codigo VARCHAR NOT NULL,
    semaforo VARCHAR NOT NULL CHECK (semaforo IN ('bajo', 'medio', 'alto', 'sobre-ejecución', 'sin dato', 'sin iniciar', 'no vigente')),
    corte_fecha DATE NOT NULL,
    productos_pct DOUBLE NOT NULL CHECK (productos_pct >= 0) CHECK (productos_pct <= 100),
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (politica_codigo, semaforo, corte_fecha)
);
COMMENT ON TABLE politica_semaforos IS 'Distribución del semáforo que publica la fuente.';
COMMENT ON COLUMN politica_semaforos.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN politica_semaforos.semaforo IS 'Semáforo. Nivel de cumplimiento.';
COMMENT ON COLUMN politica_semaforos.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN politica_semaforos.productos_pct IS 'Productos. Porcentaje de los productos.';
COMMENT ON COLUMN politica_semaforos.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN politica_semaforos.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN politica_semaforos.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE semaforo_rangos (
    semaforo VARCHAR NOT NULL CHECK (semaforo IN ('bajo', 'medio', 'alto', 'sobre-ejecución', 'sin dato', 'sin iniciar', 'no vigente')),
    corte_fecha DATE NOT NULL,
    orden BIGINT NOT NULL CHECK (orden >= 1),
    desde_pct DOUBLE NOT NULL CHECK (desde_pct >= 0),
    hasta_pct DOUBLE,
    texto VARCHAR NOT NULL,
    nota VARCHAR,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (semaforo, corte_fecha)
);
COMMENT ON TABLE semaforo_rangos IS 'Los rangos del semáforo: desde qué porcentaje y hasta cuál va cada color.';
COMMENT ON COLUMN semaforo_rangos.semaforo IS 'Semáforo. Nivel de cumplimiento.';
COMMENT ON COLUMN semaforo_rangos.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN semaforo_rangos.orden IS 'Orden. 1 es el más bajo.';
COMMENT ON COLUMN semaforo_rangos.desde_pct IS 'Desde. El rango empieza justo después; el primero, en 0.';
COMMENT ON COLUMN semaforo_rangos.hasta_pct IS 'Hasta. Incluido; vacío en el último, que no tiene tope.';
COMMENT ON COLUMN semaforo_rangos.texto IS 'Rango publicado. Como lo dice la fuente, en corto.';
COMMENT ON COLUMN semaforo_rangos.nota IS 'Nota. Lo que la fuente deja sin definir y cómo se resuelve.';
COMMENT ON COLUMN semaforo_rangos.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN semaforo_rangos.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN semaforo_rangos.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE politica_sectores (
    politica_codigo VARCHAR NOT NULL,
    sector_nombre VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    productos BIGINT NOT NULL CHECK (productos >= 0),
    productos_bajo BIGINT CHECK (productos_bajo >= 0),
    productos_medio BIGINT CHECK (productos_medio >= 0),
    productos_alto BIGINT CHECK (productos_alto >= 0),
    productos_sobre BIGINT CHECK (productos_sobre >= 0),
    niveles_cita VARCHAR,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (politica_codigo, sector_nombre, corte_fecha)
);
COMMENT ON TABLE politica_sectores IS 'Productos por sector, como los cuenta la prosa de la fuente.';
COMMENT ON COLUMN politica_sectores.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN politica_sectores.sector_nombre IS 'Sector. Nombre en la fuente.';
COMMENT ON COLUMN politica_sectores.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN politica_sectores.productos IS 'Productos. Conteo publicado.';
COMMENT ON COLUMN politica_sectores.productos_bajo IS 'En bajo. Conteo. Cero solo si la fuente reparte todos los del sector en otros niveles.';
COMMENT ON COLUMN politica_sectores.productos_medio IS 'En medio. Conteo. Cero solo si la fuente reparte todos los del sector en otros niveles.';
COMMENT ON COLUMN politica_sectores.productos_alto IS 'En alto. Conteo.';
COMMENT ON COLUMN politica_sectores.productos_sobre IS 'En sobre-ejecución. Conteo. Cero solo si la fuente reparte todos los del sector en otros niveles.';
COMMENT ON COLUMN politica_sectores.niveles_cita IS 'Cita de los niveles. Las pocas palabras del documento que llevan los niveles de sus productos (a lo sumo quince), sin comillas.';
COMMENT ON COLUMN politica_sectores.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN politica_sectores.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN politica_sectores.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE politica_acciones_mejora (
    producto_codigo VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    politica_codigo VARCHAR NOT NULL,
    orden BIGINT NOT NULL CHECK (orden >= 1),
    entidad_nombre VARCHAR NOT NULL,
    entidad_codigo VARCHAR,
    entidad VARCHAR,
    producto_nombre VARCHAR NOT NULL,
    pahv_pct DOUBLE NOT NULL CHECK (pahv_pct >= 0),
    decimales BIGINT NOT NULL CHECK (decimales >= 0) CHECK (decimales <= 4),
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (producto_codigo, corte_fecha)
);
COMMENT ON TABLE politica_acciones_mejora IS 'Los productos de la sección «Acciones para mejorar».';
COMMENT ON COLUMN politica_acciones_mejora.producto_codigo IS 'Código del producto. Uno de los de la hoja de productos.';
COMMENT ON COLUMN politica_acciones_mejora.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN politica_acciones_mejora.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN politica_acciones_mejora.orden IS 'Orden. Lugar en la tabla.';
COMMENT ON COLUMN politica_acciones_mejora.entidad_nombre IS 'Entidad. Como está impresa.';
COMMENT ON COLUMN politica_acciones_mejora.entidad_codigo IS 'Código de la entidad. El de la tabla de entidades; vacío si la fuente no nombra ninguna o si esa grafía no está en la tabla.';
COMMENT ON COLUMN politica_acciones_mejora.entidad IS 'Entidad unida. El nombre oficial, sea cual sea la grafía impresa; si esa grafía no está en la tabla de entidades, la impresa, escrita siempre igual.';
COMMENT ON COLUMN politica_acciones_mejora.producto_nombre IS 'Producto. Como está impreso en esta sección.';
COMMENT ON COLUMN politica_acciones_mejora.pahv_pct IS 'Avance hasta la vigencia (PAHV). Con sus decimales.';
COMMENT ON COLUMN politica_acciones_mejora.decimales IS 'Decimales. Con cuántos decimales se imprime.';
COMMENT ON COLUMN politica_acciones_mejora.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN politica_acciones_mejora.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN politica_acciones_mejora.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE politica_aportes (
    politica_codigo VARCHAR NOT NULL,
    seccion VARCHAR NOT NULL CHECK (seccion IN ('logros', 'aportes', 'acciones')),
    orden BIGINT NOT NULL CHECK (orden >= 1),
    corte_fecha DATE NOT NULL,
    titulo VARCHAR NOT NULL,
    detalle VARCHAR NOT NULL,
    entidad_nombre VARCHAR,
    entidad_codigo VARCHAR,
    entidad VARCHAR,
    producto_codigo VARCHAR,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (politica_codigo, seccion, orden, corte_fecha)
);
COMMENT ON TABLE politica_aportes IS 'Logros y aportes que relata la fuente, en nuestras palabras.';
COMMENT ON COLUMN politica_aportes.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN politica_aportes.seccion IS 'Sección. Parte del informe donde está.';
COMMENT ON COLUMN politica_aportes.orden IS 'Orden. Lugar en la sección.';
COMMENT ON COLUMN politica_aportes.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN politica_aportes.titulo IS 'Título. En pocas palabras.';
COMMENT ON COLUMN politica_aportes.detalle IS 'Detalle. En nuestras palabras, con sus cifras.';
COMMENT ON COLUMN politica_aportes.entidad_nombre IS 'Entidad. Solo donde la fuente nombra a quien lo hizo o lo tiene a cargo.';
COMMENT ON COLUMN politica_aportes.entidad_codigo IS 'Código de la entidad. El de la tabla de entidades; vacío si la fuente no nombra ninguna o si esa grafía no está en la tabla.';
COMMENT ON COLUMN politica_aportes.entidad IS 'Entidad unida. El nombre oficial, sea cual sea la grafía impresa; si esa grafía no está en la tabla de entidades, la impresa, escrita siempre igual.';
COMMENT ON COLUMN politica_aportes.producto_codigo IS 'Código del producto. Si la fuente lo relaciona con un producto.';
COMMENT ON COLUMN politica_aportes.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN politica_aportes.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN politica_aportes.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE TABLE entidades (
    entidad_codigo VARCHAR NOT NULL,
    entidad_nombre VARCHAR NOT NULL,
    sigla VARCHAR,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (entidad_codigo)
);
COMMENT ON TABLE entidades IS 'Entidades que nombran las fuentes, con su nombre oficial.';
COMMENT ON COLUMN entidades.entidad_codigo IS 'Código de la entidad. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN entidades.entidad_nombre IS 'Entidad. Nombre oficial, sin su sigla.';
COMMENT ON COLUMN entidades.sigla IS 'Sigla. La oficial, si la tiene.';
COMMENT ON COLUMN entidades.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN entidades.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE entidades_grafias (
    grafia VARCHAR NOT NULL,
    entidad_codigo VARCHAR,
    nota VARCHAR,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (grafia)
);
COMMENT ON TABLE entidades_grafias IS 'Cómo nombran los documentos a una entidad, además de su nombre oficial y su sigla.';
COMMENT ON COLUMN entidades_grafias.grafia IS 'Grafía. El nombre tal como aparece impreso.';
COMMENT ON COLUMN entidades_grafias.entidad_codigo IS 'Código de la entidad. La entidad a la que se refiere. Vacío si no es de ninguna sola (un sector, varias a la vez): queda como está impresa.';
COMMENT ON COLUMN entidades_grafias.nota IS 'Nota. Por qué, si hay que explicarlo.';
COMMENT ON COLUMN entidades_grafias.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN entidades_grafias.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE ipt_valores (
    municipio_codigo VARCHAR NOT NULL,
    indicador_orden BIGINT NOT NULL,
    edicion VARCHAR NOT NULL,
    departamento_codigo VARCHAR,
    valor DOUBLE,
    divipola_fecha DATE,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (municipio_codigo, indicador_orden, edicion)
);
COMMENT ON TABLE ipt_valores IS 'Valores de los indicadores del IPT por municipio (opcional: hoy no los publica nadie).';
COMMENT ON COLUMN ipt_valores.municipio_codigo IS 'Código DIVIPOLA. Cinco dígitos.';
COMMENT ON COLUMN ipt_valores.indicador_orden IS 'Indicador. Su orden en la tabla de indicadores.';
COMMENT ON COLUMN ipt_valores.edicion IS 'Edición. Año o versión de los valores.';
COMMENT ON COLUMN ipt_valores.departamento_codigo IS 'Código del departamento. Dos dígitos (DIVIPOLA); vacío si no hay municipio.';
COMMENT ON COLUMN ipt_valores.valor IS 'Valor. Valor del indicador en sus propias unidades; vacío si no lo hay, nunca un cero.';
COMMENT ON COLUMN ipt_valores.divipola_fecha IS 'Edición de la DIVIPOLA. Corte de la edición de donde salen el código y los nombres; vacío si no hay municipio.';
COMMENT ON COLUMN ipt_valores.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN ipt_valores.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE ipt_direcciones (
    indicador_orden BIGINT NOT NULL,
    edicion VARCHAR NOT NULL,
    direccion VARCHAR NOT NULL CHECK (direccion IN ('más', 'menos')),
    faltantes VARCHAR NOT NULL CHECK (faltantes IN ('excluir', 'mediana')),
    winsorizar_percentil DOUBLE CHECK (winsorizar_percentil <= 25),
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (indicador_orden, edicion)
);
COMMENT ON TABLE ipt_direcciones IS 'Cómo entra cada indicador en el IPT, donde no valen los supuestos (hoja opcional).';
COMMENT ON COLUMN ipt_direcciones.indicador_orden IS 'Indicador. Su orden en la tabla de indicadores.';
COMMENT ON COLUMN ipt_direcciones.edicion IS 'Edición. La de los valores a que se aplica.';
COMMENT ON COLUMN ipt_direcciones.direccion IS 'Dirección. «más»: un valor mayor es más prioridad; «menos»: lo es uno menor.';
COMMENT ON COLUMN ipt_direcciones.faltantes IS 'Si falta el valor. «excluir»: el municipio queda sin puntaje; «mediana»: lleva la de los demás, marcada.';
COMMENT ON COLUMN ipt_direcciones.winsorizar_percentil IS 'Percentil de recorte. Con 5, los valores fuera de los percentiles 5 y 95 se llevan a ellos; vacío no recorta.';
COMMENT ON COLUMN ipt_direcciones.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN ipt_direcciones.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE politica_ajustes (
    politica_codigo VARCHAR NOT NULL,
    ajuste_numero BIGINT NOT NULL CHECK (ajuste_numero >= 1),
    producto_codigo VARCHAR NOT NULL,
    que VARCHAR NOT NULL CHECK (que IN ('entra', 'sale', 'ponderación', 'tipo', 'línea base', 'meta de un año', 'meta final', 'periodicidad', 'fecha de inicio', 'fecha de fin', 'reporte de un trimestre', 'nombre', 'nombre del indicador', 'sector', 'entidad')),
    anio BIGINT CHECK (anio >= 2000) CHECK (anio <= 2100),
    trimestre BIGINT CHECK (trimestre >= 1) CHECK (trimestre <= 4),
    de VARCHAR,
    a VARCHAR,
    ajuste_fecha DATE NOT NULL,
    acto VARCHAR NOT NULL,
    nota VARCHAR,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (politica_codigo, ajuste_numero)
);
COMMENT ON TABLE politica_ajustes IS 'Los ajustes aprobados: la razón de que un producto ya no diga lo mismo.';
COMMENT ON COLUMN politica_ajustes.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN politica_ajustes.ajuste_numero IS 'Número. El del registro: no se repite.';
COMMENT ON COLUMN politica_ajustes.producto_codigo IS 'Código del producto. Tres números: 1.1.4; dos, si lo que cambió es de un resultado: 1.1.';
COMMENT ON COLUMN politica_ajustes.que IS 'Qué cambió. Un dato por fila.';
COMMENT ON COLUMN politica_ajustes.anio IS 'Año. Solo si cambió la meta o el reporte de un año.';
COMMENT ON COLUMN politica_ajustes.trimestre IS 'Trimestre. De 1 a 4; solo si cambió un reporte.';
COMMENT ON COLUMN politica_ajustes.de IS 'De. Lo que decía, como texto: 1.200; 5 %; 2027-12-31. Vacío si no decía.';
COMMENT ON COLUMN politica_ajustes.a IS 'A. Lo que dice ahora, como texto. Vacío si ya no dice nada.';
COMMENT ON COLUMN politica_ajustes.ajuste_fecha IS 'Fecha del acto. El día en que se aprobó.';
COMMENT ON COLUMN politica_ajustes.acto IS 'Acto. Cuál: «Acta 12 del Comité».';
COMMENT ON COLUMN politica_ajustes.nota IS 'Nota. Lo que conviene saber.';
COMMENT ON COLUMN politica_ajustes.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN politica_ajustes.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE ipt_supuestos (
    indicador_orden BIGINT NOT NULL,
    direccion VARCHAR NOT NULL CHECK (direccion IN ('más', 'menos')),
    apoyo VARCHAR NOT NULL CHECK (apoyo IN ('documento', 'supuesto del tablero')),
    razon VARCHAR NOT NULL,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (indicador_orden)
);
COMMENT ON TABLE ipt_supuestos IS 'La dirección que se supone de cada indicador del IPT si el libro no la dice, y su razón.';
COMMENT ON COLUMN ipt_supuestos.indicador_orden IS 'Indicador. Su orden en la tabla de indicadores.';
COMMENT ON COLUMN ipt_supuestos.direccion IS 'Dirección. «más»: un valor mayor es más prioridad; «menos»: lo es uno menor.';
COMMENT ON COLUMN ipt_supuestos.apoyo IS 'En qué se apoya. Si el documento de la EAT lo sugiere o si lo supone el tablero.';
COMMENT ON COLUMN ipt_supuestos.razon IS 'Razón. Por qué esa dirección.';
COMMENT ON COLUMN ipt_supuestos.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN ipt_supuestos.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE ipt_puntajes (
    municipio_codigo VARCHAR NOT NULL,
    edicion VARCHAR NOT NULL,
    departamento_codigo VARCHAR,
    puntaje DOUBLE CHECK (puntaje >= 0) CHECK (puntaje <= 100),
    orden_calculado BIGINT CHECK (orden_calculado >= 1),
    empatados BIGINT CHECK (empatados >= 1),
    categoria_natural VARCHAR CHECK (categoria_natural IN ('muy bajo', 'bajo', 'medio', 'alto', 'muy alto')),
    categoria_cuantiles VARCHAR CHECK (categoria_cuantiles IN ('muy bajo', 'bajo', 'medio', 'alto', 'muy alto')),
    categoria_intervalos VARCHAR CHECK (categoria_intervalos IN ('muy bajo', 'bajo', 'medio', 'alto', 'muy alto')),
    orden_minimo BIGINT CHECK (orden_minimo >= 1),
    orden_maximo BIGINT CHECK (orden_maximo >= 1),
    categoria_estabilidad_pct DOUBLE CHECK (categoria_estabilidad_pct >= 0) CHECK (categoria_estabilidad_pct <= 100),
    indicadores_presentes BIGINT NOT NULL,
    indicadores_imputados BIGINT NOT NULL,
    motivo VARCHAR,
    divipola_fecha DATE,
    formula_version VARCHAR NOT NULL,
    nivel VARCHAR NOT NULL CHECK (nivel IN ('calculado')),
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (municipio_codigo, edicion)
);
COMMENT ON TABLE ipt_puntajes IS 'Puntaje, orden y categorías calculados de cada municipio, con lo firmes que son.';
COMMENT ON COLUMN ipt_puntajes.municipio_codigo IS 'Código DIVIPOLA. Cinco dígitos.';
COMMENT ON COLUMN ipt_puntajes.edicion IS 'Edición. Año o versión de los valores.';
COMMENT ON COLUMN ipt_puntajes.departamento_codigo IS 'Código del departamento. Dos dígitos (DIVIPOLA); vacío si no hay municipio.';
COMMENT ON COLUMN ipt_puntajes.puntaje IS 'Puntaje. De 0 (menos prioridad) a 100 (más); vacío si no se puede calcular.';
COMMENT ON COLUMN ipt_puntajes.orden_calculado IS 'Orden calculado. 1 es el puntaje más alto; los empatados comparten el número.';
COMMENT ON COLUMN ipt_puntajes.empatados IS 'Empatados. Municipios con ese mismo puntaje, contándolo; 1 es ninguno más.';
COMMENT ON COLUMN ipt_puntajes.categoria_natural IS 'Categoría. Por cortes naturales del puntaje.';
COMMENT ON COLUMN ipt_puntajes.categoria_cuantiles IS 'Categoría por cuantiles. Cinco grupos de igual número de municipios.';
COMMENT ON COLUMN ipt_puntajes.categoria_intervalos IS 'Categoría por intervalos. Cinco tramos iguales del puntaje: de 20 en 20.';
COMMENT ON COLUMN ipt_puntajes.orden_minimo IS 'Orden mínimo. Percentil 5 del orden en las corridas de robustez.';
COMMENT ON COLUMN ipt_puntajes.orden_maximo IS 'Orden máximo. Percentil 95 del orden en las corridas de robustez.';
COMMENT ON COLUMN ipt_puntajes.categoria_estabilidad_pct IS 'Conserva su categoría. Parte de las corridas de robustez en que tiene la misma categoría.';
COMMENT ON COLUMN ipt_puntajes.indicadores_presentes IS 'Indicadores con valor. De los que entran al índice.';
COMMENT ON COLUMN ipt_puntajes.indicadores_imputados IS 'Indicadores con la mediana. Los que no tenían valor y llevan la mediana de los demás.';
COMMENT ON COLUMN ipt_puntajes.motivo IS 'Por qué no tiene puntaje. Vacío si lo tiene.';
COMMENT ON COLUMN ipt_puntajes.divipola_fecha IS 'Edición de la DIVIPOLA. Corte de la edición de donde salen el código y los nombres; vacío si no hay municipio.';
COMMENT ON COLUMN ipt_puntajes.formula_version IS 'Versión de la fórmula. Sube cuando cambia el cálculo.';
COMMENT ON COLUMN ipt_puntajes.nivel IS 'Nivel. Siempre calculado: ninguna fuente lo publica.';
COMMENT ON COLUMN ipt_puntajes.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN ipt_puntajes.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE ipt_aportes (
    municipio_codigo VARCHAR NOT NULL,
    indicador_orden BIGINT NOT NULL,
    edicion VARCHAR NOT NULL,
    departamento_codigo VARCHAR,
    valor DOUBLE,
    valor_usado DOUBLE NOT NULL,
    es_imputado BOOLEAN NOT NULL,
    valor_normalizado DOUBLE NOT NULL,
    aporte_puntos DOUBLE NOT NULL,
    divipola_fecha DATE,
    formula_version VARCHAR NOT NULL,
    nivel VARCHAR NOT NULL CHECK (nivel IN ('calculado')),
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (municipio_codigo, indicador_orden, edicion)
);
COMMENT ON TABLE ipt_aportes IS 'Cuánto aporta cada indicador al puntaje de cada municipio: los aportes suman el puntaje.';
COMMENT ON COLUMN ipt_aportes.municipio_codigo IS 'Código DIVIPOLA. Cinco dígitos.';
COMMENT ON COLUMN ipt_aportes.indicador_orden IS 'Indicador. Su orden en la tabla de indicadores.';
COMMENT ON COLUMN ipt_aportes.edicion IS 'Edición. Año o versión de los valores.';
COMMENT ON COLUMN ipt_aportes.departamento_codigo IS 'Código del departamento. Dos dígitos (DIVIPOLA); vacío si no hay municipio.';
COMMENT ON COLUMN ipt_aportes.valor IS 'Valor. El cargado; vacío si no lo hay.';
COMMENT ON COLUMN ipt_aportes.valor_usado IS 'Valor usado. Después de recortar e imputar.';
COMMENT ON COLUMN ipt_aportes.es_imputado IS 'Imputado. Si lleva la mediana porque no tenía valor.';
COMMENT ON COLUMN ipt_aportes.valor_normalizado IS 'Valor normalizado. Desviaciones estándar sobre la media, con el signo de su dirección: más es más prioridad.';
COMMENT ON COLUMN ipt_aportes.aporte_puntos IS 'Aporte. Puntos que pone sobre el municipio de menor puntaje.';
COMMENT ON COLUMN ipt_aportes.divipola_fecha IS 'Edición de la DIVIPOLA. Corte de la edición de donde salen el código y los nombres; vacío si no hay municipio.';
COMMENT ON COLUMN ipt_aportes.formula_version IS 'Versión de la fórmula. Sube cuando cambia el cálculo.';
COMMENT ON COLUMN ipt_aportes.nivel IS 'Nivel. Siempre calculado: ninguna fuente lo publica.';
COMMENT ON COLUMN ipt_aportes.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN ipt_aportes.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE ipt_pesos (
    indicador_orden BIGINT NOT NULL,
    edicion VARCHAR NOT NULL,
    direccion VARCHAR NOT NULL CHECK (direccion IN ('más', 'menos')),
    direccion_origen VARCHAR NOT NULL CHECK (direccion_origen IN ('libro', 'supuesto')),
    faltantes VARCHAR NOT NULL CHECK (faltantes IN ('excluir', 'mediana')),
    winsorizar_percentil DOUBLE,
    municipios_con_valor BIGINT NOT NULL,
    municipios_sin_valor BIGINT NOT NULL,
    entra BOOLEAN NOT NULL,
    motivo VARCHAR,
    peso_pct DOUBLE,
    peso_con_signo_pct DOUBLE,
    carga_primer_eje DOUBLE,
    kmo DOUBLE,
    formula_version VARCHAR NOT NULL,
    nivel VARCHAR NOT NULL CHECK (nivel IN ('calculado')),
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (indicador_orden, edicion)
);
COMMENT ON TABLE ipt_pesos IS 'Cuánto pesa cada indicador en el IPT calculado y cómo entró.';
COMMENT ON COLUMN ipt_pesos.indicador_orden IS 'Indicador. Su orden en la tabla de indicadores.';
COMMENT ON COLUMN ipt_pesos.edicion IS 'Edición. Año o versión de los valores.';
COMMENT ON COLUMN ipt_pesos.direccion IS 'Dirección. «más»: un valor mayor es más prioridad; «menos»: lo es uno menor.';
COMMENT ON COLUMN ipt_pesos.direccion_origen IS 'De dónde sale la dirección. Del libro de los valores o de los supuestos del tablero.';
COMMENT ON COLUMN ipt_pesos.faltantes IS 'Si falta el valor. La regla que se aplicó.';
COMMENT ON COLUMN ipt_pesos.winsorizar_percentil IS 'Percentil de recorte. Vacío si no se recortó.';
COMMENT ON COLUMN ipt_pesos.municipios_con_valor IS 'Municipios con valor. En la edición.';
COMMENT ON COLUMN ipt_pesos.municipios_sin_valor IS 'Municipios sin valor. En la edición.';
COMMENT ON COLUMN ipt_pesos.entra IS 'Entra al índice. No entra el que no varía o no tiene valores.';
COMMENT ON COLUMN ipt_pesos.motivo IS 'Por qué no entra. Vacío si entra.';
COMMENT ON COLUMN ipt_pesos.peso_pct IS 'Peso. Cargas al cuadrado, ponderadas por la varianza de los ejes.';
COMMENT ON COLUMN ipt_pesos.peso_con_signo_pct IS 'Peso con su signo. El peso con el signo de su carga en el primer eje: negativo si los datos lo mueven contra los demás.';
COMMENT ON COLUMN ipt_pesos.carga_primer_eje IS 'Carga en el primer eje. Correlación con el eje, orientado a más prioridad.';
COMMENT ON COLUMN ipt_pesos.kmo IS 'KMO del indicador. De 0 a 1: cuánto comparte con los demás.';
COMMENT ON COLUMN ipt_pesos.formula_version IS 'Versión de la fórmula. Sube cuando cambia el cálculo.';
COMMENT ON COLUMN ipt_pesos.nivel IS 'Nivel. Siempre calculado: ninguna fuente lo publica.';
COMMENT ON COLUMN ipt_pesos.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN ipt_pesos.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE ipt_ejes (
    eje_numero BIGINT NOT NULL CHECK (eje_numero >= 1),
    edicion VARCHAR NOT NULL,
    autovalor DOUBLE NOT NULL,
    varianza_pct DOUBLE NOT NULL,
    varianza_acumulada_pct DOUBLE NOT NULL,
    es_retenido BOOLEAN NOT NULL,
    formula_version VARCHAR NOT NULL,
    nivel VARCHAR NOT NULL CHECK (nivel IN ('calculado')),
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (eje_numero, edicion)
);
COMMENT ON TABLE ipt_ejes IS 'Los ejes (componentes principales) de los indicadores del IPT.';
COMMENT ON COLUMN ipt_ejes.eje_numero IS 'Eje. De mayor a menor varianza.';
COMMENT ON COLUMN ipt_ejes.edicion IS 'Edición. Año o versión de los valores.';
COMMENT ON COLUMN ipt_ejes.autovalor IS 'Autovalor. Varianza del eje, en indicadores.';
COMMENT ON COLUMN ipt_ejes.varianza_pct IS 'Varianza explicada. De toda la de los indicadores.';
COMMENT ON COLUMN ipt_ejes.varianza_acumulada_pct IS 'Varianza acumulada. Con la de los ejes anteriores.';
COMMENT ON COLUMN ipt_ejes.es_retenido IS 'Se usa. Su autovalor pasa de 1; siempre al menos el primero.';
COMMENT ON COLUMN ipt_ejes.formula_version IS 'Versión de la fórmula. Sube cuando cambia el cálculo.';
COMMENT ON COLUMN ipt_ejes.nivel IS 'Nivel. Siempre calculado: ninguna fuente lo publica.';
COMMENT ON COLUMN ipt_ejes.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN ipt_ejes.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE ipt_cargas (
    eje_numero BIGINT NOT NULL CHECK (eje_numero >= 1),
    indicador_orden BIGINT NOT NULL,
    edicion VARCHAR NOT NULL,
    carga DOUBLE NOT NULL,
    formula_version VARCHAR NOT NULL,
    nivel VARCHAR NOT NULL CHECK (nivel IN ('calculado')),
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (eje_numero, indicador_orden, edicion)
);
COMMENT ON TABLE ipt_cargas IS 'La carga de cada indicador del IPT en cada eje.';
COMMENT ON COLUMN ipt_cargas.eje_numero IS 'Eje. De mayor a menor varianza.';
COMMENT ON COLUMN ipt_cargas.indicador_orden IS 'Indicador. Su orden en la tabla de indicadores.';
COMMENT ON COLUMN ipt_cargas.edicion IS 'Edición. Año o versión de los valores.';
COMMENT ON COLUMN ipt_cargas.carga IS 'Carga. Correlación del indicador con el eje.';
COMMENT ON COLUMN ipt_cargas.formula_version IS 'Versión de la fórmula. Sube cuando cambia el cálculo.';
COMMENT ON COLUMN ipt_cargas.nivel IS 'Nivel. Siempre calculado: ninguna fuente lo publica.';
COMMENT ON COLUMN ipt_cargas.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN ipt_cargas.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE ipt_categorias (
    metodo VARCHAR NOT NULL CHECK (metodo IN ('natural', 'cuantiles', 'intervalos')),
    categoria VARCHAR NOT NULL CHECK (categoria IN ('muy bajo', 'bajo', 'medio', 'alto', 'muy alto')),
    edicion VARCHAR NOT NULL,
    desde_puntaje DOUBLE NOT NULL,
    hasta_puntaje DOUBLE NOT NULL,
    municipios BIGINT NOT NULL,
    formula_version VARCHAR NOT NULL,
    nivel VARCHAR NOT NULL CHECK (nivel IN ('calculado')),
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (metodo, categoria, edicion)
);
COMMENT ON TABLE ipt_categorias IS 'Los cortes de las cinco categorías del IPT calculado, por cada método.';
COMMENT ON COLUMN ipt_categorias.metodo IS 'Método de corte. Cómo se parte el puntaje en cinco.';
COMMENT ON COLUMN ipt_categorias.categoria IS 'Categoría. De muy bajo a muy alto.';
COMMENT ON COLUMN ipt_categorias.edicion IS 'Edición. Año o versión de los valores.';
COMMENT ON COLUMN ipt_categorias.desde_puntaje IS 'Desde. El primer tramo incluye su inicio; los demás empiezan justo después.';
COMMENT ON COLUMN ipt_categorias.hasta_puntaje IS 'Hasta. Incluido.';
COMMENT ON COLUMN ipt_categorias.municipios IS 'Municipios. Con puntaje en ese tramo.';
COMMENT ON COLUMN ipt_categorias.formula_version IS 'Versión de la fórmula. Sube cuando cambia el cálculo.';
COMMENT ON COLUMN ipt_categorias.nivel IS 'Nivel. Siempre calculado: ninguna fuente lo publica.';
COMMENT ON COLUMN ipt_categorias.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN ipt_categorias.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE ipt_diagnosticos (
    diagnostico_codigo VARCHAR NOT NULL,
    edicion VARCHAR NOT NULL,
    revision_numero BIGINT NOT NULL CHECK (revision_numero >= 1),
    diagnostico VARCHAR NOT NULL,
    valor DOUBLE,
    estado VARCHAR NOT NULL CHECK (estado IN ('bien', 'atención', 'no calculable')),
    explicacion VARCHAR NOT NULL,
    formula_version VARCHAR NOT NULL,
    nivel VARCHAR NOT NULL CHECK (nivel IN ('calculado')),
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (diagnostico_codigo, edicion)
);
COMMENT ON TABLE ipt_diagnosticos IS 'Qué tan buen índice permiten los valores cargados, en cifras y en palabras.';
COMMENT ON COLUMN ipt_diagnosticos.diagnostico_codigo IS 'Código. Qué se revisa.';
COMMENT ON COLUMN ipt_diagnosticos.edicion IS 'Edición. Año o versión de los valores.';
COMMENT ON COLUMN ipt_diagnosticos.revision_numero IS 'Revisión. El orden en que se revisa.';
COMMENT ON COLUMN ipt_diagnosticos.diagnostico IS 'Diagnóstico. Qué se revisa, en palabras.';
COMMENT ON COLUMN ipt_diagnosticos.valor IS 'Resultado. Vacío si no se puede calcular.';
COMMENT ON COLUMN ipt_diagnosticos.estado IS 'Estado. Si conviene leer el índice con cuidado.';
COMMENT ON COLUMN ipt_diagnosticos.explicacion IS 'Explicación. Qué quiere decir.';
COMMENT ON COLUMN ipt_diagnosticos.formula_version IS 'Versión de la fórmula. Sube cuando cambia el cálculo.';
COMMENT ON COLUMN ipt_diagnosticos.nivel IS 'Nivel. Siempre calculado: ninguna fuente lo publica.';
COMMENT ON COLUMN ipt_diagnosticos.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN ipt_diagnosticos.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE seguimiento_libros (
    politica_codigo VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    politica_nombre VARCHAR NOT NULL,
    diseno VARCHAR NOT NULL,
    anio_desde BIGINT NOT NULL,
    anio_hasta BIGINT NOT NULL,
    productos BIGINT NOT NULL CHECK (productos >= 0),
    resultados BIGINT NOT NULL CHECK (resultados >= 0),
    errores BIGINT NOT NULL CHECK (errores >= 0),
    advertencias BIGINT NOT NULL CHECK (advertencias >= 0),
    notas BIGINT NOT NULL CHECK (notas >= 0),
    formula_version VARCHAR NOT NULL,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (politica_codigo, corte_fecha)
);
COMMENT ON TABLE seguimiento_libros IS 'Los libros de seguimiento importados: uno por política y corte.';
COMMENT ON COLUMN seguimiento_libros.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN seguimiento_libros.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN seguimiento_libros.politica_nombre IS 'Política. Nombre con que se importó.';
COMMENT ON COLUMN seguimiento_libros.diseno IS 'Diseño. El diseño de libro con que se leyó.';
COMMENT ON COLUMN seguimiento_libros.anio_desde IS 'Desde. Primer año del libro.';
COMMENT ON COLUMN seguimiento_libros.anio_hasta IS 'Hasta. Último año del libro.';
COMMENT ON COLUMN seguimiento_libros.productos IS 'Productos. Con fila en el libro.';
COMMENT ON COLUMN seguimiento_libros.resultados IS 'Indicadores de resultado. Con fila en el libro.';
COMMENT ON COLUMN seguimiento_libros.errores IS 'Errores. Hallazgos de severidad error.';
COMMENT ON COLUMN seguimiento_libros.advertencias IS 'Advertencias. Hallazgos de severidad advertencia.';
COMMENT ON COLUMN seguimiento_libros.notas IS 'Notas. Hallazgos de severidad nota.';
COMMENT ON COLUMN seguimiento_libros.formula_version IS 'Versión de la fórmula. Con que se calculó.';
COMMENT ON COLUMN seguimiento_libros.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN seguimiento_libros.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE politica_seguimiento (
    politica_codigo VARCHAR NOT NULL,
    producto_codigo VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    producto_nombre VARCHAR,
    indicador_nombre VARCHAR,
    objetivo_numero BIGINT NOT NULL CHECK (objetivo_numero >= 0),
    resultado_codigo VARCHAR NOT NULL,
    sector_nombre VARCHAR,
    entidad_nombre VARCHAR,
    entidad_codigo VARCHAR,
    entidad VARCHAR,
    vigencia VARCHAR CHECK (vigencia IN ('Vigente', 'No vigente')),
    ponderacion_pct DOUBLE,
    anualizacion_tipo VARCHAR CHECK (anualizacion_tipo IN ('Suma', 'Constante', 'Creciente', 'Decreciente')),
    periodicidad VARCHAR,
    linea_base DOUBLE,
    inicio_fecha DATE,
    fin_fecha DATE,
    meta_vigencia DOUBLE,
    meta_final DOUBLE,
    mp DOUBLE,
    ma DOUBLE,
    av DOUBLE,
    trimestre_efectivo BIGINT,
    pav_pct DOUBLE,
    pahv_pct DOUBLE,
    paa_pct DOUBLE,
    pav_reportado_pct DOUBLE,
    pahv_reportado_pct DOUBLE,
    paa_reportado_pct DOUBLE,
    trayectoria_pct DOUBLE,
    brecha_pp DOUBLE,
    avance_aporte_pp DOUBLE,
    trayectoria_aporte_pp DOUBLE,
    brecha_aporte_pp DOUBLE,
    fuera_causa VARCHAR,
    ilegibles VARCHAR,
    semaforo VARCHAR NOT NULL CHECK (semaforo IN ('bajo', 'medio', 'alto', 'sobre-ejecución', 'sin dato', 'sin iniciar', 'no vigente')),
    semaforo_pav VARCHAR NOT NULL CHECK (semaforo_pav IN ('bajo', 'medio', 'alto', 'sobre-ejecución', 'sin dato', 'sin iniciar', 'no vigente')),
    semaforo_paa VARCHAR NOT NULL CHECK (semaforo_paa IN ('bajo', 'medio', 'alto', 'sobre-ejecución', 'sin dato', 'sin iniciar', 'no vigente')),
    situacion VARCHAR NOT NULL CHECK (situacion IN ('a tiempo', 'atrasado', 'sobre-ejecutado', 'sin reporte', 'sin dato', 'sin iniciar', 'no vigente')),
    reporte_pendiente VARCHAR,
    ritmo_actual_pp DOUBLE,
    ritmo_anio_pp DOUBLE,
    ritmo_final_pp DOUBLE,
    llegada_fecha DATE,
    limite_fecha DATE,
    ritmo_lectura VARCHAR NOT NULL CHECK (ritmo_lectura IN ('cumplida', 'alcanza', 'no alcanza', 'sin avance', 'vencida', 'sin dato', 'no aplica')),
    errores BIGINT NOT NULL CHECK (errores >= 0),
    advertencias BIGINT NOT NULL CHECK (advertencias >= 0),
    formula_version VARCHAR NOT NULL,
    nivel VARCHAR NOT NULL CHECK (nivel IN ('publicado', 'calculado')),
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (politica_codigo, producto_codigo, corte_fecha)
);
COMMENT ON TABLE politica_seguimiento IS 'Todo lo de cada producto en cada corte: qué es, sus metas, cómo va, su ritmo y su aporte.';
COMMENT ON COLUMN politica_seguimiento.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN politica_seguimiento.producto_codigo IS 'Código del producto. Tres números: 1.1.4.';
COMMENT ON COLUMN politica_seguimiento.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN politica_seguimiento.producto_nombre IS 'Producto. Como está en la fuente.';
COMMENT ON COLUMN politica_seguimiento.indicador_nombre IS 'Indicador. Como está en la fuente.';
COMMENT ON COLUMN politica_seguimiento.objetivo_numero IS 'Objetivo. El primer número del código.';
COMMENT ON COLUMN politica_seguimiento.resultado_codigo IS 'Resultado. Los dos primeros números del código.';
COMMENT ON COLUMN politica_seguimiento.sector_nombre IS 'Sector. Solo si la fuente lo dice.';
COMMENT ON COLUMN politica_seguimiento.entidad_nombre IS 'Entidad. Solo si la fuente la dice.';
COMMENT ON COLUMN politica_seguimiento.entidad_codigo IS 'Código de la entidad. El de la tabla de entidades; vacío si la fuente no nombra ninguna o si esa grafía no está en la tabla.';
COMMENT ON COLUMN politica_seguimiento.entidad IS 'Entidad unida. El nombre oficial, sea cual sea la grafía impresa; si esa grafía no está en la tabla de entidades, la impresa, escrita siempre igual.';
COMMENT ON COLUMN politica_seguimiento.vigencia IS 'Vigencia. Si el producto sigue en la política; vacía si no se puede leer.';
COMMENT ON COLUMN politica_seguimiento.ponderacion_pct IS 'Ponderación. Peso en la política.';
COMMENT ON COLUMN politica_seguimiento.anualizacion_tipo IS 'Tipo de anualización. Cómo se suman los años.';
COMMENT ON COLUMN politica_seguimiento.periodicidad IS 'Periodicidad. Cada cuánto reporta.';
COMMENT ON COLUMN politica_seguimiento.linea_base IS 'Línea base. En la unidad del indicador.';
COMMENT ON COLUMN politica_seguimiento.inicio_fecha IS 'Inicio. Primer día del plazo.';
COMMENT ON COLUMN politica_seguimiento.fin_fecha IS 'Fin. Último día del plazo.';
COMMENT ON COLUMN politica_seguimiento.meta_vigencia IS 'Meta de la vigencia. La del año del corte, en la unidad del indicador.';
COMMENT ON COLUMN politica_seguimiento.meta_final IS 'Meta final. En la unidad del indicador.';
COMMENT ON COLUMN politica_seguimiento.mp IS 'Meta del período (MP). Lo que se debía en el año hasta el corte.';
COMMENT ON COLUMN politica_seguimiento.ma IS 'Meta acumulada (MA). Lo que se debía desde el comienzo hasta el corte.';
COMMENT ON COLUMN politica_seguimiento.av IS 'Avance en unidades (AV). Suma: todo lo reportado; los demás: el último reporte.';
COMMENT ON COLUMN politica_seguimiento.trimestre_efectivo IS 'Trimestre efectivo. El último reportado o exigible del año; 0 si ninguno.';
COMMENT ON COLUMN politica_seguimiento.pav_pct IS 'Avance en la vigencia (PAV). Este año contra su meta.';
COMMENT ON COLUMN politica_seguimiento.pahv_pct IS 'Avance hasta la vigencia (PAHV). Todo lo hecho contra todo lo programado hasta hoy.';
COMMENT ON COLUMN politica_seguimiento.paa_pct IS 'Avance acumulado (PAA). Todo lo hecho contra la meta final.';
COMMENT ON COLUMN politica_seguimiento.pav_reportado_pct IS 'PAV reportado. El que trae la fuente.';
COMMENT ON COLUMN politica_seguimiento.pahv_reportado_pct IS 'PAHV reportado. El que trae la fuente.';
COMMENT ON COLUMN politica_seguimiento.paa_reportado_pct IS 'PAA reportado. El que trae la fuente.';
COMMENT ON COLUMN politica_seguimiento.trayectoria_pct IS 'Trayectoria. Lo programado hasta hoy contra la meta final.';
COMMENT ON COLUMN politica_seguimiento.brecha_pp IS 'Brecha. PAA menos trayectoria: negativa es retraso.';
COMMENT ON COLUMN politica_seguimiento.avance_aporte_pp IS 'Aporte al avance. Puntos que suma al avance de la política; vacía si queda fuera de la suma.';
COMMENT ON COLUMN politica_seguimiento.trayectoria_aporte_pp IS 'Aporte a la trayectoria. Puntos que suma a la trayectoria de la política; vacía si queda fuera de la suma.';
COMMENT ON COLUMN politica_seguimiento.brecha_aporte_pp IS 'Aporte a la brecha. Puntos que suma a la brecha de la política; vacía si queda fuera de la suma.';
COMMENT ON COLUMN politica_seguimiento.fuera_causa IS 'Fuera de la suma. Por qué no suma al avance ni a la trayectoria de la política; vacía si suma, o si no está vigente.';
COMMENT ON COLUMN politica_seguimiento.ilegibles IS 'Lo que no se puede leer. Los datos de su fila que están escritos y no se pueden leer; vacía si todos se leen.';
COMMENT ON COLUMN politica_seguimiento.semaforo IS 'Semáforo. El color del PAHV, o el estado que no es color.';
COMMENT ON COLUMN politica_seguimiento.semaforo_pav IS 'Semáforo de la vigencia. El color del PAV.';
COMMENT ON COLUMN politica_seguimiento.semaforo_paa IS 'Semáforo del acumulado. El color del PAA.';
COMMENT ON COLUMN politica_seguimiento.situacion IS 'Situación. Lo que se le dice a la entidad: si va a tiempo, atrasado o le falta un reporte.';
COMMENT ON COLUMN politica_seguimiento.reporte_pendiente IS 'Reporte pendiente. El último que ya debía estar y no está («2025-Q2»); vacío si no falta ninguno.';
COMMENT ON COLUMN politica_seguimiento.ritmo_actual_pp IS 'Ritmo hasta hoy. Lo avanzado por mes del plazo.';
COMMENT ON COLUMN politica_seguimiento.ritmo_anio_pp IS 'Ritmo para la meta del año. El que hace falta.';
COMMENT ON COLUMN politica_seguimiento.ritmo_final_pp IS 'Ritmo para la meta final. El que hace falta.';
COMMENT ON COLUMN politica_seguimiento.llegada_fecha IS 'Llegaría. Cuándo alcanza la meta final si sigue igual.';
COMMENT ON COLUMN politica_seguimiento.limite_fecha IS 'Fuera de alcance desde. Desde ese día, ni retomando el ritmo que lleva alcanza la meta final.';
COMMENT ON COLUMN politica_seguimiento.ritmo_lectura IS 'Lectura del ritmo. Si al ritmo que lleva alcanza.';
COMMENT ON COLUMN politica_seguimiento.errores IS 'Errores. Hallazgos de severidad error en sus celdas.';
COMMENT ON COLUMN politica_seguimiento.advertencias IS 'Advertencias. Hallazgos de severidad advertencia.';
COMMENT ON COLUMN politica_seguimiento.formula_version IS 'Versión de la fórmula. Con que se calculó.';
COMMENT ON COLUMN politica_seguimiento.nivel IS 'Nivel. Si sus porcentajes se publican o se recalculan.';
COMMENT ON COLUMN politica_seguimiento.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN politica_seguimiento.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE politica_resultados (
    politica_codigo VARCHAR NOT NULL,
    resultado_codigo VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    resultado_nombre VARCHAR,
    productos BIGINT NOT NULL CHECK (productos >= 0),
    ponderacion_pct DOUBLE NOT NULL,
    ponderacion_declarada_pct DOUBLE,
    avance_pct DOUBLE,
    trayectoria_pct DOUBLE,
    brecha_pp DOUBLE,
    avance_aporte_pp DOUBLE,
    brecha_aporte_pp DOUBLE,
    productos_sin_dato BIGINT CHECK (productos_sin_dato >= 0),
    peso_sin_dato_pct DOUBLE,
    fuera_sin_peso BIGINT CHECK (fuera_sin_peso >= 0),
    indicador_pahv_pct DOUBLE,
    indicador_paa_pct DOUBLE,
    formula_version VARCHAR NOT NULL,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (politica_codigo, resultado_codigo, corte_fecha)
);
COMMENT ON TABLE politica_resultados IS 'Los resultados de la política: lo que suman sus productos y lo que dice su indicador.';
COMMENT ON COLUMN politica_resultados.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN politica_resultados.resultado_codigo IS 'Código del resultado. Dos números: 1.1.';
COMMENT ON COLUMN politica_resultados.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN politica_resultados.resultado_nombre IS 'Resultado. El del libro; vacío si no trae su fila.';
COMMENT ON COLUMN politica_resultados.productos IS 'Productos. Los vigentes.';
COMMENT ON COLUMN politica_resultados.ponderacion_pct IS 'Ponderación. La suma de sus productos.';
COMMENT ON COLUMN politica_resultados.ponderacion_declarada_pct IS 'Ponderación declarada. La que el libro da al resultado.';
COMMENT ON COLUMN politica_resultados.avance_pct IS 'Avance. En porcentaje del resultado.';
COMMENT ON COLUMN politica_resultados.trayectoria_pct IS 'Trayectoria. En porcentaje del resultado.';
COMMENT ON COLUMN politica_resultados.brecha_pp IS 'Brecha. Avance menos trayectoria.';
COMMENT ON COLUMN politica_resultados.avance_aporte_pp IS 'Aporte al avance. Puntos que suma al avance de la política; vacía si queda fuera de la suma.';
COMMENT ON COLUMN politica_resultados.brecha_aporte_pp IS 'Aporte a la brecha. Puntos que suma a la brecha de la política; vacía si queda fuera de la suma.';
COMMENT ON COLUMN politica_resultados.productos_sin_dato IS 'Productos fuera de la suma. No suman al avance ni a la trayectoria calculados, por no tener dato.';
COMMENT ON COLUMN politica_resultados.peso_sin_dato_pct IS 'Peso fuera de la suma. Lo que pesan en la política, de lo que se puede leer; no se reescala.';
COMMENT ON COLUMN politica_resultados.fuera_sin_peso IS 'Fuera y sin peso. De los que quedan fuera, los que no tienen un peso legible.';
COMMENT ON COLUMN politica_resultados.indicador_pahv_pct IS 'PAHV de su indicador. Del indicador de resultado.';
COMMENT ON COLUMN politica_resultados.indicador_paa_pct IS 'PAA de su indicador. Del indicador de resultado.';
COMMENT ON COLUMN politica_resultados.formula_version IS 'Versión de la fórmula. Con que se calculó.';
COMMENT ON COLUMN politica_resultados.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN politica_resultados.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE seguimiento_metas (
    politica_codigo VARCHAR NOT NULL,
    indicador_codigo VARCHAR NOT NULL,
    anio BIGINT NOT NULL,
    corte_fecha DATE NOT NULL,
    meta DOUBLE,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (politica_codigo, indicador_codigo, anio, corte_fecha)
);
COMMENT ON TABLE seguimiento_metas IS 'La meta de cada año de cada indicador, como está escrita en el libro de cada corte.';
COMMENT ON COLUMN seguimiento_metas.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN seguimiento_metas.indicador_codigo IS 'Código del indicador. Tres números si es de producto (1.1.4); dos si es de resultado (1.1).';
COMMENT ON COLUMN seguimiento_metas.anio IS 'Año. El de la meta.';
COMMENT ON COLUMN seguimiento_metas.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN seguimiento_metas.meta IS 'Meta. En la unidad del indicador; vacía si no se puede leer.';
COMMENT ON COLUMN seguimiento_metas.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN seguimiento_metas.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE seguimiento_reportes (
    politica_codigo VARCHAR NOT NULL,
    indicador_codigo VARCHAR NOT NULL,
    anio BIGINT NOT NULL,
    trimestre BIGINT NOT NULL CHECK (trimestre >= 1) CHECK (trimestre <= 4),
    corte_fecha DATE NOT NULL,
    valor DOUBLE,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (politica_codigo, indicador_codigo, anio, trimestre, corte_fecha)
);
COMMENT ON TABLE seguimiento_reportes IS 'El reporte de cada trimestre de cada indicador, como está en el libro de cada corte.';
COMMENT ON COLUMN seguimiento_reportes.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN seguimiento_reportes.indicador_codigo IS 'Código del indicador. Tres números si es de producto (1.1.4); dos si es de resultado (1.1).';
COMMENT ON COLUMN seguimiento_reportes.anio IS 'Año. El del reporte.';
COMMENT ON COLUMN seguimiento_reportes.trimestre IS 'Trimestre. De 1 a 4.';
COMMENT ON COLUMN seguimiento_reportes.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN seguimiento_reportes.valor IS 'Reporte. En la unidad del indicador; vacío si no se puede leer.';
COMMENT ON COLUMN seguimiento_reportes.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN seguimiento_reportes.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE seguimiento_relatos (
    politica_codigo VARCHAR NOT NULL,
    indicador_codigo VARCHAR NOT NULL,
    anio BIGINT NOT NULL,
    trimestre BIGINT NOT NULL CHECK (trimestre >= 1) CHECK (trimestre <= 4),
    corte_fecha DATE NOT NULL,
    avance_texto VARCHAR,
    enfoques_texto VARCHAR,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (politica_codigo, indicador_codigo, anio, trimestre, corte_fecha)
);
COMMENT ON TABLE seguimiento_relatos IS 'El reporte cualitativo de cada trimestre; una fila por cada versión del texto.';
COMMENT ON COLUMN seguimiento_relatos.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN seguimiento_relatos.indicador_codigo IS 'Código del indicador. Tres números si es de producto (1.1.4); dos si es de resultado (1.1).';
COMMENT ON COLUMN seguimiento_relatos.anio IS 'Año. El del reporte.';
COMMENT ON COLUMN seguimiento_relatos.trimestre IS 'Trimestre. De 1 a 4.';
COMMENT ON COLUMN seguimiento_relatos.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN seguimiento_relatos.avance_texto IS 'Avance. El texto de la entidad.';
COMMENT ON COLUMN seguimiento_relatos.enfoques_texto IS 'Enfoques. El texto sobre los enfoques.';
COMMENT ON COLUMN seguimiento_relatos.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN seguimiento_relatos.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE seguimiento_contrastes (
    politica_codigo VARCHAR NOT NULL,
    producto_codigo VARCHAR NOT NULL,
    medida VARCHAR NOT NULL CHECK (medida IN ('PAV', 'PAHV', 'PAA')),
    corte_fecha DATE NOT NULL,
    reportado_pct DOUBLE,
    calculado_pct DOUBLE,
    diferencia_pp DOUBLE,
    estado VARCHAR NOT NULL CHECK (estado IN ('coincide', 'difiere', 'no calculable')),
    causa VARCHAR,
    formula_version VARCHAR NOT NULL,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (politica_codigo, producto_codigo, medida, corte_fecha)
);
COMMENT ON TABLE seguimiento_contrastes IS 'Los porcentajes que trae el libro, al lado de los recalculados, con la causa si difieren.';
COMMENT ON COLUMN seguimiento_contrastes.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN seguimiento_contrastes.producto_codigo IS 'Código del producto. Tres números: 1.1.4.';
COMMENT ON COLUMN seguimiento_contrastes.medida IS 'Medida. PAV, PAHV o PAA del año del corte.';
COMMENT ON COLUMN seguimiento_contrastes.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN seguimiento_contrastes.reportado_pct IS 'Reportado. El que trae el libro.';
COMMENT ON COLUMN seguimiento_contrastes.calculado_pct IS 'Recalculado. El que sale de las metas y los reportes.';
COMMENT ON COLUMN seguimiento_contrastes.diferencia_pp IS 'Diferencia. Reportado menos recalculado.';
COMMENT ON COLUMN seguimiento_contrastes.estado IS 'Estado. Si los dos coinciden.';
COMMENT ON COLUMN seguimiento_contrastes.causa IS 'Causa. Por qué difieren, si se reconoce.';
COMMENT ON COLUMN seguimiento_contrastes.formula_version IS 'Versión de la fórmula. Con que se calculó.';
COMMENT ON COLUMN seguimiento_contrastes.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN seguimiento_contrastes.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE seguimiento_hallazgos (
    politica_codigo VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    hallazgo_numero BIGINT NOT NULL CHECK (hallazgo_numero >= 1),
    severidad VARCHAR NOT NULL CHECK (severidad IN ('error', 'advertencia', 'nota')),
    regla VARCHAR NOT NULL,
    producto_codigo VARCHAR,
    entidad_nombre VARCHAR,
    entidad_codigo VARCHAR,
    entidad VARCHAR,
    celda VARCHAR,
    mensaje VARCHAR NOT NULL,
    que_hacer VARCHAR NOT NULL,
    formula_version VARCHAR NOT NULL,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (politica_codigo, corte_fecha, hallazgo_numero)
);
COMMENT ON TABLE seguimiento_hallazgos IS 'Lo que hay que revisar en cada libro de seguimiento, con su celda y qué hacer.';
COMMENT ON COLUMN seguimiento_hallazgos.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN seguimiento_hallazgos.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN seguimiento_hallazgos.hallazgo_numero IS 'Número. Lugar en la lista: primero los errores.';
COMMENT ON COLUMN seguimiento_hallazgos.severidad IS 'Severidad. Error, advertencia o nota.';
COMMENT ON COLUMN seguimiento_hallazgos.regla IS 'Regla. La comprobación que lo encontró.';
COMMENT ON COLUMN seguimiento_hallazgos.producto_codigo IS 'Código del producto. Vacío si es de todo el libro.';
COMMENT ON COLUMN seguimiento_hallazgos.entidad_nombre IS 'Entidad. La del producto, si el libro la dice.';
COMMENT ON COLUMN seguimiento_hallazgos.entidad_codigo IS 'Código de la entidad. El de la tabla de entidades; vacío si la fuente no nombra ninguna o si esa grafía no está en la tabla.';
COMMENT ON COLUMN seguimiento_hallazgos.entidad IS 'Entidad unida. El nombre oficial, sea cual sea la grafía impresa; si esa grafía no está en la tabla de entidades, la impresa, escrita siempre igual.';
COMMENT ON COLUMN seguimiento_hallazgos.celda IS 'Celda. Vacía si no es de una sola.';
COMMENT ON COLUMN seguimiento_hallazgos.mensaje IS 'Qué pasa. En palabras.';
COMMENT ON COLUMN seguimiento_hallazgos.que_hacer IS 'Qué hacer. En palabras.';
COMMENT ON COLUMN seguimiento_hallazgos.formula_version IS 'Versión de la fórmula. Con que se calculó.';
COMMENT ON COLUMN seguimiento_hallazgos.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN seguimiento_hallazgos.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE plan_versiones (
    politica_codigo VARCHAR NOT NULL,
    version_codigo VARCHAR NOT NULL,
    politica_nombre VARCHAR NOT NULL,
    version_numero BIGINT NOT NULL CHECK (version_numero >= 1),
    version_anio BIGINT NOT NULL CHECK (version_anio >= 2000),
    desde_fecha DATE NOT NULL,
    es_desde_supuesta BOOLEAN NOT NULL,
    diseno VARCHAR NOT NULL,
    anio_desde BIGINT NOT NULL,
    anio_hasta BIGINT NOT NULL,
    objetivos BIGINT NOT NULL CHECK (objetivos >= 0),
    resultados BIGINT NOT NULL CHECK (resultados >= 0),
    productos BIGINT NOT NULL CHECK (productos >= 0),
    ponderacion_pct DOUBLE NOT NULL,
    filas_sin_codigo BIGINT NOT NULL CHECK (filas_sin_codigo >= 0),
    errores BIGINT NOT NULL CHECK (errores >= 0),
    advertencias BIGINT NOT NULL CHECK (advertencias >= 0),
    notas BIGINT NOT NULL CHECK (notas >= 0),
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (politica_codigo, version_codigo)
);
COMMENT ON TABLE plan_versiones IS 'Las versiones del plan de acción que se han importado, con lo que trae cada una.';
COMMENT ON COLUMN plan_versiones.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN plan_versiones.version_codigo IS 'Versión del plan. Número y año: v3-26 es la tercera, de 2026.';
COMMENT ON COLUMN plan_versiones.politica_nombre IS 'Política. Nombre con que se importó.';
COMMENT ON COLUMN plan_versiones.version_numero IS 'Número de la versión. El de su nombre.';
COMMENT ON COLUMN plan_versiones.version_anio IS 'Año de la versión. El del nombre del archivo.';
COMMENT ON COLUMN plan_versiones.desde_fecha IS 'Rige desde. Primer día en que vale esta versión.';
COMMENT ON COLUMN plan_versiones.es_desde_supuesta IS 'Se supone desde cuándo rige. Verdadero si nadie dijo el día: se toma el 1 de enero del año de la versión.';
COMMENT ON COLUMN plan_versiones.diseno IS 'Diseño. El diseño de libro con que se leyó.';
COMMENT ON COLUMN plan_versiones.anio_desde IS 'Primer año. El de la primera meta.';
COMMENT ON COLUMN plan_versiones.anio_hasta IS 'Último año. El de la última meta.';
COMMENT ON COLUMN plan_versiones.objetivos IS 'Objetivos. Con fila en el plan.';
COMMENT ON COLUMN plan_versiones.resultados IS 'Resultados. Los vigentes.';
COMMENT ON COLUMN plan_versiones.productos IS 'Productos. Los vigentes.';
COMMENT ON COLUMN plan_versiones.ponderacion_pct IS 'Ponderación. La suma de los productos vigentes.';
COMMENT ON COLUMN plan_versiones.filas_sin_codigo IS 'Filas sin código. Aquellas cuyo código no se lee: no están en ningún conteo.';
COMMENT ON COLUMN plan_versiones.errores IS 'Errores. Hallazgos de severidad error.';
COMMENT ON COLUMN plan_versiones.advertencias IS 'Advertencias. Hallazgos de severidad advertencia.';
COMMENT ON COLUMN plan_versiones.notas IS 'Notas. Hallazgos de severidad nota.';
COMMENT ON COLUMN plan_versiones.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN plan_versiones.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE plan_vigencias (
    politica_codigo VARCHAR NOT NULL,
    corte_fecha DATE NOT NULL,
    version_codigo VARCHAR NOT NULL,
    es_posterior BOOLEAN NOT NULL,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (politica_codigo, corte_fecha)
);
COMMENT ON TABLE plan_vigencias IS 'La versión del plan que vale en cada corte: la última que rige ese día.';
COMMENT ON COLUMN plan_vigencias.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN plan_vigencias.corte_fecha IS 'Fecha de corte. Una de las de la política.';
COMMENT ON COLUMN plan_vigencias.version_codigo IS 'Versión del plan. La que vale.';
COMMENT ON COLUMN plan_vigencias.es_posterior IS 'Es posterior al corte. Verdadero si ninguna versión regía todavía: es la primera que se conoce, y el libro del corte no se revisa contra ella.';
COMMENT ON COLUMN plan_vigencias.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN plan_vigencias.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE plan_objetivos (
    politica_codigo VARCHAR NOT NULL,
    version_codigo VARCHAR NOT NULL,
    objetivo_numero BIGINT NOT NULL CHECK (objetivo_numero >= 0),
    objetivo_nombre VARCHAR,
    ponderacion_pct DOUBLE,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (politica_codigo, version_codigo, objetivo_numero)
);
COMMENT ON TABLE plan_objetivos IS 'Los objetivos del plan, con su nombre y su ponderación.';
COMMENT ON COLUMN plan_objetivos.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN plan_objetivos.version_codigo IS 'Versión del plan. Número y año: v3-26 es la tercera, de 2026.';
COMMENT ON COLUMN plan_objetivos.objetivo_numero IS 'Objetivo. Número.';
COMMENT ON COLUMN plan_objetivos.objetivo_nombre IS 'Nombre del objetivo. Como está.';
COMMENT ON COLUMN plan_objetivos.ponderacion_pct IS 'Ponderación. Peso en la política.';
COMMENT ON COLUMN plan_objetivos.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN plan_objetivos.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE plan_resultados (
    politica_codigo VARCHAR NOT NULL,
    version_codigo VARCHAR NOT NULL,
    resultado_codigo VARCHAR NOT NULL,
    objetivo_numero BIGINT NOT NULL CHECK (objetivo_numero >= 0),
    indicador_nombre VARCHAR,
    vigencia VARCHAR CHECK (vigencia IN ('Vigente', 'No vigente')),
    ponderacion_pct DOUBLE,
    formula VARCHAR,
    anualizacion_tipo VARCHAR CHECK (anualizacion_tipo IN ('Suma', 'Constante', 'Creciente', 'Decreciente')),
    periodicidad VARCHAR,
    linea_base DOUBLE,
    linea_base_periodo VARCHAR,
    linea_base_fuente VARCHAR,
    inicio_fecha DATE,
    fin_fecha DATE,
    meta_final DOUBLE,
    es_porcentaje BOOLEAN,
    sector_nombre VARCHAR,
    entidad_nombre VARCHAR,
    resultado_nombre VARCHAR,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (politica_codigo, version_codigo, resultado_codigo)
);
COMMENT ON TABLE plan_resultados IS 'Los resultados del plan (código N.N), con su indicador y su ponderación.';
COMMENT ON COLUMN plan_resultados.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN plan_resultados.version_codigo IS 'Versión del plan. Número y año: v3-26 es la tercera, de 2026.';
COMMENT ON COLUMN plan_resultados.resultado_codigo IS 'Código del resultado. Dos números: 1.1.';
COMMENT ON COLUMN plan_resultados.objetivo_numero IS 'Objetivo. El primer número del código.';
COMMENT ON COLUMN plan_resultados.indicador_nombre IS 'Indicador. Como está en el plan.';
COMMENT ON COLUMN plan_resultados.vigencia IS 'Vigencia. Si sigue en la política; vacía si no se puede leer.';
COMMENT ON COLUMN plan_resultados.ponderacion_pct IS 'Ponderación. Peso en la política.';
COMMENT ON COLUMN plan_resultados.formula IS 'Fórmula. La del indicador.';
COMMENT ON COLUMN plan_resultados.anualizacion_tipo IS 'Tipo de anualización. Cómo se suman los años.';
COMMENT ON COLUMN plan_resultados.periodicidad IS 'Periodicidad. Cada cuánto reporta.';
COMMENT ON COLUMN plan_resultados.linea_base IS 'Línea base. En la unidad del indicador.';
COMMENT ON COLUMN plan_resultados.linea_base_periodo IS 'Período de la línea base. Como está en el plan: un año o varios.';
COMMENT ON COLUMN plan_resultados.linea_base_fuente IS 'Fuente de la línea base. Como está en el plan.';
COMMENT ON COLUMN plan_resultados.inicio_fecha IS 'Inicio. Primer día del plazo.';
COMMENT ON COLUMN plan_resultados.fin_fecha IS 'Fin. Último día del plazo.';
COMMENT ON COLUMN plan_resultados.meta_final IS 'Meta final. En la unidad del indicador.';
COMMENT ON COLUMN plan_resultados.es_porcentaje IS 'Se mide en porcentaje. Verdadero si sus metas llevan formato de porcentaje: 50 es 50 %. Vacío si unas lo llevan y otras no, y no se pueden comparar.';
COMMENT ON COLUMN plan_resultados.sector_nombre IS 'Sector. El responsable.';
COMMENT ON COLUMN plan_resultados.entidad_nombre IS 'Entidad. La responsable.';
COMMENT ON COLUMN plan_resultados.resultado_nombre IS 'Resultado. Como está en el plan.';
COMMENT ON COLUMN plan_resultados.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN plan_resultados.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE plan_productos (
    politica_codigo VARCHAR NOT NULL,
    version_codigo VARCHAR NOT NULL,
    producto_codigo VARCHAR NOT NULL,
    objetivo_numero BIGINT NOT NULL CHECK (objetivo_numero >= 0),
    indicador_nombre VARCHAR,
    vigencia VARCHAR CHECK (vigencia IN ('Vigente', 'No vigente')),
    ponderacion_pct DOUBLE,
    formula VARCHAR,
    anualizacion_tipo VARCHAR CHECK (anualizacion_tipo IN ('Suma', 'Constante', 'Creciente', 'Decreciente')),
    periodicidad VARCHAR,
    linea_base DOUBLE,
    linea_base_periodo VARCHAR,
    linea_base_fuente VARCHAR,
    inicio_fecha DATE,
    fin_fecha DATE,
    meta_final DOUBLE,
    es_porcentaje BOOLEAN,
    sector_nombre VARCHAR,
    entidad_nombre VARCHAR,
    producto_nombre VARCHAR,
    resultado_codigo VARCHAR NOT NULL,
    dependencia_nombre VARCHAR,
    corresponsable_sector_nombre VARCHAR,
    corresponsable_entidad_nombre VARCHAR,
    corresponsable_dependencia_nombre VARCHAR,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (politica_codigo, version_codigo, producto_codigo)
);
COMMENT ON TABLE plan_productos IS 'Los productos del plan (código N.N.N): qué se promete, cuánto pesa y quién responde.';
COMMENT ON COLUMN plan_productos.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN plan_productos.version_codigo IS 'Versión del plan. Número y año: v3-26 es la tercera, de 2026.';
COMMENT ON COLUMN plan_productos.producto_codigo IS 'Código del producto. Tres números: 1.1.4.';
COMMENT ON COLUMN plan_productos.objetivo_numero IS 'Objetivo. El primer número del código.';
COMMENT ON COLUMN plan_productos.indicador_nombre IS 'Indicador. Como está en el plan.';
COMMENT ON COLUMN plan_productos.vigencia IS 'Vigencia. Si sigue en la política; vacía si no se puede leer.';
COMMENT ON COLUMN plan_productos.ponderacion_pct IS 'Ponderación. Peso en la política.';
COMMENT ON COLUMN plan_productos.formula IS 'Fórmula. La del indicador.';
COMMENT ON COLUMN plan_productos.anualizacion_tipo IS 'Tipo de anualización. Cómo se suman los años.';
COMMENT ON COLUMN plan_productos.periodicidad IS 'Periodicidad. Cada cuánto reporta.';
COMMENT ON COLUMN plan_productos.linea_base IS 'Línea base. En la unidad del indicador.';
COMMENT ON COLUMN plan_productos.linea_base_periodo IS 'Período de la línea base. Como está en el plan: un año o varios.';
COMMENT ON COLUMN plan_productos.linea_base_fuente IS 'Fuente de la línea base. Como está en el plan.';
COMMENT ON COLUMN plan_productos.inicio_fecha IS 'Inicio. Primer día del plazo.';
COMMENT ON COLUMN plan_productos.fin_fecha IS 'Fin. Último día del plazo.';
COMMENT ON COLUMN plan_productos.meta_final IS 'Meta final. En la unidad del indicador.';
COMMENT ON COLUMN plan_productos.es_porcentaje IS 'Se mide en porcentaje. Verdadero si sus metas llevan formato de porcentaje: 50 es 50 %. Vacío si unas lo llevan y otras no, y no se pueden comparar.';
COMMENT ON COLUMN plan_productos.sector_nombre IS 'Sector. El responsable.';
COMMENT ON COLUMN plan_productos.entidad_nombre IS 'Entidad. La responsable.';
COMMENT ON COLUMN plan_productos.producto_nombre IS 'Producto. Como está en el plan.';
COMMENT ON COLUMN plan_productos.resultado_codigo IS 'Resultado. Los dos primeros números del código.';
COMMENT ON COLUMN plan_productos.dependencia_nombre IS 'Dependencia. La oficina responsable.';
COMMENT ON COLUMN plan_productos.corresponsable_sector_nombre IS 'Sector corresponsable. Como está en el plan.';
COMMENT ON COLUMN plan_productos.corresponsable_entidad_nombre IS 'Entidad corresponsable. Como está en el plan.';
COMMENT ON COLUMN plan_productos.corresponsable_dependencia_nombre IS 'Dependencia corresponsable. Como está en el plan.';
COMMENT ON COLUMN plan_productos.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN plan_productos.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE plan_metas (
    politica_codigo VARCHAR NOT NULL,
    version_codigo VARCHAR NOT NULL,
    indicador_codigo VARCHAR NOT NULL,
    anio BIGINT NOT NULL,
    meta DOUBLE,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (politica_codigo, version_codigo, indicador_codigo, anio)
);
COMMENT ON TABLE plan_metas IS 'La meta de cada año de cada producto y cada resultado del plan.';
COMMENT ON COLUMN plan_metas.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN plan_metas.version_codigo IS 'Versión del plan. Número y año: v3-26 es la tercera, de 2026.';
COMMENT ON COLUMN plan_metas.indicador_codigo IS 'Código del indicador. Tres números si es de producto (1.1.4); dos si es de resultado (1.1).';
COMMENT ON COLUMN plan_metas.anio IS 'Año. El de la meta.';
COMMENT ON COLUMN plan_metas.meta IS 'Meta. En la unidad del indicador (50 es 50 % si se mide en porcentaje); vacía si no se puede leer.';
COMMENT ON COLUMN plan_metas.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN plan_metas.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE plan_trayectorias (
    politica_codigo VARCHAR NOT NULL,
    version_codigo VARCHAR NOT NULL,
    anio BIGINT NOT NULL,
    trayectoria_pct DOUBLE NOT NULL,
    productos BIGINT NOT NULL CHECK (productos >= 0),
    productos_sin_dato BIGINT NOT NULL CHECK (productos_sin_dato >= 0),
    ponderacion_sin_dato_pct DOUBLE NOT NULL,
    formula_version VARCHAR NOT NULL,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (politica_codigo, version_codigo, anio)
);
COMMENT ON TABLE plan_trayectorias IS 'Cuánto debe llevar la política al cierre de cada año, según el plan (calculado).';
COMMENT ON COLUMN plan_trayectorias.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN plan_trayectorias.version_codigo IS 'Versión del plan. Número y año: v3-26 es la tercera, de 2026.';
COMMENT ON COLUMN plan_trayectorias.anio IS 'Año. Al 31 de diciembre.';
COMMENT ON COLUMN plan_trayectorias.trayectoria_pct IS 'Trayectoria según el plan. Σ ponderación × lo programado hasta ese año contra la meta final, a lo sumo 100 %.';
COMMENT ON COLUMN plan_trayectorias.productos IS 'Productos. Los vigentes.';
COMMENT ON COLUMN plan_trayectorias.productos_sin_dato IS 'Productos sin dato. Cuya trayectoria no se puede calcular.';
COMMENT ON COLUMN plan_trayectorias.ponderacion_sin_dato_pct IS 'Ponderación sin dato. Lo que pesan: no suma.';
COMMENT ON COLUMN plan_trayectorias.formula_version IS 'Versión de la fórmula. Con que se calculó.';
COMMENT ON COLUMN plan_trayectorias.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN plan_trayectorias.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE plan_cambios (
    politica_codigo VARCHAR NOT NULL,
    version_codigo VARCHAR NOT NULL,
    cambio_numero BIGINT NOT NULL CHECK (cambio_numero >= 1),
    version_anterior VARCHAR NOT NULL,
    clase VARCHAR NOT NULL CHECK (clase IN ('entra', 'sale', 'estado', 'ponderación', 'tipo', 'línea base', 'meta de un año', 'meta final', 'periodicidad', 'fechas', 'responsable', 'texto')),
    indicador_codigo VARCHAR NOT NULL,
    indicador_nombre VARCHAR,
    dato VARCHAR NOT NULL,
    antes VARCHAR,
    despues VARCHAR,
    acto VARCHAR,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (politica_codigo, version_codigo, cambio_numero)
);
COMMENT ON TABLE plan_cambios IS 'Lo que cada versión del plan cambió de la anterior, y el acto que lo explica si lo hay.';
COMMENT ON COLUMN plan_cambios.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN plan_cambios.version_codigo IS 'Versión del plan. Número y año: v3-26 es la tercera, de 2026.';
COMMENT ON COLUMN plan_cambios.cambio_numero IS 'Número. Lugar en la lista.';
COMMENT ON COLUMN plan_cambios.version_anterior IS 'Versión anterior. Contra la que se compara.';
COMMENT ON COLUMN plan_cambios.clase IS 'Qué cambió. De qué clase es.';
COMMENT ON COLUMN plan_cambios.indicador_codigo IS 'Código. Del objetivo, el resultado o el producto.';
COMMENT ON COLUMN plan_cambios.indicador_nombre IS 'Nombre. El de la versión nueva.';
COMMENT ON COLUMN plan_cambios.dato IS 'Dato. Cuál: «meta de 2030».';
COMMENT ON COLUMN plan_cambios.antes IS 'Antes. Como se lee; vacío si no tenía.';
COMMENT ON COLUMN plan_cambios.despues IS 'Después. Como se lee; vacío si ya no tiene.';
COMMENT ON COLUMN plan_cambios.acto IS 'Acto. El ajuste aprobado que lo explica; vacío si ninguno.';
COMMENT ON COLUMN plan_cambios.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN plan_cambios.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE plan_hallazgos (
    politica_codigo VARCHAR NOT NULL,
    version_codigo VARCHAR NOT NULL,
    hallazgo_numero BIGINT NOT NULL CHECK (hallazgo_numero >= 1),
    severidad VARCHAR NOT NULL CHECK (severidad IN ('error', 'advertencia', 'nota')),
    regla VARCHAR NOT NULL,
    indicador_codigo VARCHAR,
    celda VARCHAR,
    mensaje VARCHAR NOT NULL,
    que_hacer VARCHAR NOT NULL,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    PRIMARY KEY (politica_codigo, version_codigo, hallazgo_numero)
);
COMMENT ON TABLE plan_hallazgos IS 'Lo que hay que revisar en cada versión del plan, con su celda y qué hacer.';
COMMENT ON COLUMN plan_hallazgos.politica_codigo IS 'Código de la política. En minúsculas, sin acentos ni espacios.';
COMMENT ON COLUMN plan_hallazgos.version_codigo IS 'Versión del plan. Número y año: v3-26 es la tercera, de 2026.';
COMMENT ON COLUMN plan_hallazgos.hallazgo_numero IS 'Número. Lugar en la lista: primero los errores.';
COMMENT ON COLUMN plan_hallazgos.severidad IS 'Severidad. Error, advertencia o nota.';
COMMENT ON COLUMN plan_hallazgos.regla IS 'Regla. La comprobación que lo encontró.';
COMMENT ON COLUMN plan_hallazgos.indicador_codigo IS 'Código. Vacío si es de todo el plan.';
COMMENT ON COLUMN plan_hallazgos.celda IS 'Celda. Vacía si no es de una sola.';
COMMENT ON COLUMN plan_hallazgos.mensaje IS 'Qué pasa. En palabras.';
COMMENT ON COLUMN plan_hallazgos.que_hacer IS 'Qué hacer. En palabras.';
COMMENT ON COLUMN plan_hallazgos.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN plan_hallazgos.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';

CREATE TABLE conciliaciones (
    conciliacion_codigo VARCHAR NOT NULL,
    descripcion VARCHAR NOT NULL,
    valor_publicado DOUBLE NOT NULL,
    valor_calculado DOUBLE,
    diferencia DOUBLE,
    unidad VARCHAR NOT NULL,
    estado VARCHAR NOT NULL CHECK (estado IN ('coincide', 'difiere', 'no calculable')),
    explicacion VARCHAR,
    corte_fecha DATE NOT NULL,
    fuente_codigo VARCHAR NOT NULL,
    ubicacion VARCHAR NOT NULL,
    cita VARCHAR,
    PRIMARY KEY (conciliacion_codigo)
);
COMMENT ON TABLE conciliaciones IS 'Totales, conteos y porcentajes publicados, contrastados con sus propias partes.';
COMMENT ON COLUMN conciliaciones.conciliacion_codigo IS 'Código. Documento y cifra.';
COMMENT ON COLUMN conciliaciones.descripcion IS 'Descripción. Qué se contrasta.';
COMMENT ON COLUMN conciliaciones.valor_publicado IS 'Publicado. Lo que dice la fuente; si es la suma o el conteo de lo que dice, la explicación empieza por decirlo.';
COMMENT ON COLUMN conciliaciones.valor_calculado IS 'Calculado. Lo que dan sus partes.';
COMMENT ON COLUMN conciliaciones.diferencia IS 'Diferencia. Publicado menos calculado.';
COMMENT ON COLUMN conciliaciones.unidad IS 'Unidad. De los dos valores.';
COMMENT ON COLUMN conciliaciones.estado IS 'Estado. Resultado del contraste.';
COMMENT ON COLUMN conciliaciones.explicacion IS 'Explicación. Por qué difiere o qué parte falta.';
COMMENT ON COLUMN conciliaciones.corte_fecha IS 'Fecha de corte. Fecha hasta la cual vale el dato.';
COMMENT ON COLUMN conciliaciones.fuente_codigo IS 'Fuente. Código de la fuente de donde sale la fila.';
COMMENT ON COLUMN conciliaciones.ubicacion IS 'Ubicación. Tabla, sección o página del documento donde está el dato.';
COMMENT ON COLUMN conciliaciones.cita IS 'Cita. Las pocas palabras del documento que llevan el dato (a lo sumo quince), sin comillas.';

CREATE SCHEMA vigente;

CREATE VIEW vigente.fuentes AS
SELECT
    fuente_codigo,
    regexp_extract(fuente_codigo, '^(.*)_[^_]*$', 1) AS documento,
    corte_fecha AS desde_fecha,
    lead(corte_fecha) OVER (PARTITION BY documento ORDER BY corte_fecha) AS antes_de_fecha
FROM main.fuentes;

CREATE VIEW vigente.ipt_indicadores AS
SELECT filas.*
FROM main.ipt_indicadores AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.ipt_priorizados AS
SELECT filas.*
FROM main.ipt_priorizados AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.clusteres AS
SELECT filas.*
FROM main.clusteres AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.clusteres_conteos AS
SELECT filas.*
FROM main.clusteres_conteos AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.eat_fases AS
SELECT filas.*
FROM main.eat_fases AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.eat_actividades AS
SELECT filas.*
FROM main.eat_actividades AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.eat_talleres AS
SELECT filas.*
FROM main.eat_talleres AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.cifras AS
SELECT filas.*
FROM main.cifras AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (PARTITION BY filas.cifra_codigo ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.enunciados AS
SELECT filas.*
FROM main.enunciados AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (PARTITION BY filas.lista_codigo ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.cnim_acciones AS
SELECT filas.*
FROM main.cnim_acciones AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.cnim_tareas AS
SELECT filas.*
FROM main.cnim_tareas AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.centros_integrate AS
SELECT filas.*
FROM main.centros_integrate AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.centros_atenciones AS
SELECT filas.*
FROM main.centros_atenciones AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC, filas.hasta_fecha DESC, filas.desde_fecha) = 1;

CREATE VIEW vigente.transferencias_psicosociales AS
SELECT filas.*
FROM main.transferencias_psicosociales AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.cnim_resoluciones AS
SELECT filas.*
FROM main.cnim_resoluciones AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.cnim_mesas AS
SELECT filas.*
FROM main.cnim_mesas AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.comite_entidades AS
SELECT filas.*
FROM main.comite_entidades AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.comite_utas AS
SELECT filas.*
FROM main.comite_utas AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.comite_uta_reportes AS
SELECT filas.*
FROM main.comite_uta_reportes AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.comite_destacadas AS
SELECT filas.*
FROM main.comite_destacadas AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.comite_barreras AS
SELECT filas.*
FROM main.comite_barreras AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.comite_delegaciones AS
SELECT filas.*
FROM main.comite_delegaciones AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.integra_ciudades AS
SELECT filas.*
FROM main.integra_ciudades AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.politicas AS
SELECT filas.*
FROM main.politicas AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (PARTITION BY filas.politica_codigo ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.politica_cortes AS
SELECT filas.*
FROM main.politica_cortes AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (PARTITION BY filas.politica_codigo ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.politica_objetivos AS
SELECT filas.*
FROM main.politica_objetivos AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (PARTITION BY filas.politica_codigo ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.politica_productos AS
SELECT filas.*
FROM main.politica_productos AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (PARTITION BY filas.politica_codigo ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.politica_avances AS
SELECT filas.*
FROM main.politica_avances AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (PARTITION BY filas.politica_codigo ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.politica_semaforos AS
SELECT filas.*
FROM main.politica_semaforos AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (PARTITION BY filas.politica_codigo ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.semaforo_rangos AS
SELECT filas.*
FROM main.semaforo_rangos AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.politica_sectores AS
SELECT filas.*
FROM main.politica_sectores AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (PARTITION BY filas.politica_codigo ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.politica_acciones_mejora AS
SELECT filas.*
FROM main.politica_acciones_mejora AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (PARTITION BY filas.politica_codigo ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.politica_aportes AS
SELECT filas.*
FROM main.politica_aportes AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (PARTITION BY filas.politica_codigo ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.seguimiento_libros AS
SELECT filas.*
FROM main.seguimiento_libros AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (PARTITION BY filas.politica_codigo ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.politica_seguimiento AS
SELECT filas.*
FROM main.politica_seguimiento AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (PARTITION BY filas.politica_codigo, filas.producto_codigo ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.politica_resultados AS
SELECT filas.*
FROM main.politica_resultados AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (PARTITION BY filas.politica_codigo ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.seguimiento_metas AS
SELECT filas.*
FROM main.seguimiento_metas AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (PARTITION BY filas.politica_codigo ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.seguimiento_reportes AS
SELECT filas.*
FROM main.seguimiento_reportes AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (PARTITION BY filas.politica_codigo ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.seguimiento_relatos AS
SELECT filas.*
FROM main.seguimiento_relatos AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (PARTITION BY filas.politica_codigo ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.seguimiento_contrastes AS
SELECT filas.*
FROM main.seguimiento_contrastes AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (PARTITION BY filas.politica_codigo ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.seguimiento_hallazgos AS
SELECT filas.*
FROM main.seguimiento_hallazgos AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (PARTITION BY filas.politica_codigo ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.plan_vigencias AS
SELECT filas.*
FROM main.plan_vigencias AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;

CREATE VIEW vigente.conciliaciones AS
SELECT filas.*
FROM main.conciliaciones AS filas
INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)
QUALIFY dense_rank() OVER (ORDER BY fuentes.corte_fecha DESC) = 1;
