"""Documentos de metadatos pequeños, con la forma de cada norma."""

ISO = """<?xml version="1.0" encoding="UTF-8"?>
<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd"
                 xmlns:gco="http://www.isotc211.org/2005/gco">
  <gmd:contact><gmd:CI_ResponsibleParty><gmd:organisationName>
    <gco:CharacterString>Geoportal</gco:CharacterString>
  </gmd:organisationName></gmd:CI_ResponsibleParty></gmd:contact>
  <gmd:identificationInfo><gmd:MD_DataIdentification>
    <gmd:citation><gmd:CI_Citation><gmd:title>
      <gco:CharacterString>Marco Geoestadístico Nacional 2025</gco:CharacterString>
    </gmd:title></gmd:CI_Citation></gmd:citation>
    <gmd:pointOfContact><gmd:CI_ResponsibleParty><gmd:organisationName>
      <gco:CharacterString>DANE</gco:CharacterString>
    </gmd:organisationName></gmd:CI_ResponsibleParty></gmd:pointOfContact>
    <gmd:resourceConstraints><gmd:MD_LegalConstraints><gmd:useLimitation>
      <gco:CharacterString>CC BY 4.0</gco:CharacterString>
    </gmd:useLimitation></gmd:MD_LegalConstraints></gmd:resourceConstraints>
  </gmd:MD_DataIdentification></gmd:identificationInfo>
</gmd:MD_Metadata>"""

ESRI = """<metadata xml:lang="es"><Esri><CreaDate>20250101</CreaDate></Esri><dataIdInfo>
  <idCitation><resTitle>Municipios</resTitle><citRespParty><rpOrgName>IGAC</rpOrgName>
  </citRespParty></idCitation>
  <resConst><Consts><useLimit>&lt;p&gt;Uso &lt;b&gt;libre&lt;/b&gt;.&lt;/p&gt;</useLimit></Consts>
  </resConst></dataIdInfo></metadata>"""

FGDC = """<metadata><idinfo><citation><citeinfo><origin>DANE</origin>
  <title>MGN 2018</title></citeinfo></citation><useconst>None</useconst></idinfo></metadata>"""

QGIS = """<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.34"><title>Municipios de Colombia</title><license>ODbL</license>
  <contact><name>Ana</name><organization>OpenStreetMap</organization></contact></qgis>"""

SOLO_TITULO = """<metadata><dataIdInfo><idCitation><resTitle>MGN 2025 (DANE)</resTitle>
  </idCitation></dataIdInfo></metadata>"""

POR_LLENAR = """<metadata><idinfo><citation><citeinfo><origin>REQUIRED: The name of an organization
  </origin><title>MGN</title></citeinfo></citation></idinfo></metadata>"""

BOMBA = """<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>
<metadata><idinfo><citation><citeinfo><origin>&b;</origin></citeinfo></citation></idinfo>
</metadata>"""
