<?xml version="1.0" encoding="UTF-8"?>
<!-- The answer of consultaGuia to decisions: block, release, arrival at the deposit (§2.3). The words of the status are ours. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:chasqui:format"
    exclude-result-prefixes="#all">

  <xsl:import href="chasqui:functions.xsl"/>

  <xsl:template match="/">
    <messages>
      <xsl:apply-templates select="//*:guiaHijaConsultaDTO"/>
    </messages>
  </xsl:template>

  <xsl:function name="c:yes" as="xs:boolean">
    <xsl:param name="flag" as="element()?"/>
    <xsl:sequence select="normalize-space($flag) = ('S', 'SI', 'true', '1')"/>
  </xsl:function>

  <xsl:template match="*:guiaHijaConsultaDTO[normalize-space(*:nroHijo) eq '']">
    <unusable place="{c:path(.)}" expected="nroHijo"/>
  </xsl:template>

  <xsl:template match="*:guiaHijaConsultaDTO">
    <xsl:variable name="blocked" select="c:yes(*:bloqueo)"/>
    <customs-decision place="{c:path(.)}">
      <declaration>
        <itemId><xsl:value-of select="normalize-space(*:nroHijo)"/></itemId>
        <customsReference><xsl:value-of select="normalize-space(*:nroDespacho)"/></customsReference>
      </declaration>
      <flow>IMPORT</flow>
      <sourceStatusCode>
        <xsl:choose>
          <xsl:when test="$blocked"><xsl:value-of select="($c:codes('block-status')(normalize-space(*:motivoBloqueo)), 'BLOQUEADA')[1]"/></xsl:when>
          <xsl:when test="c:yes(*:guiaDespachada)">DESPACHADA</xsl:when>
          <xsl:when test="c:yes(*:ingresoDeposito)">DEPOSITO</xsl:when>
          <xsl:otherwise>REGISTRADA</xsl:otherwise>
        </xsl:choose>
      </sourceStatusCode>
      <sourceStatusText><xsl:value-of select="substring(normalize-space(*:motivoDesbloqueo), 1, 512)"/></sourceStatusText>
      <xsl:if test="$blocked and normalize-space(*:motivoBloqueo) ne ''">
        <reasons>
          <listId>tere:motivoBloqueo</listId>
          <text><xsl:value-of select="substring(normalize-space(*:motivoBloqueo), 1, 512)"/></text>
          <languageCode>es</languageCode>
        </reasons>
      </xsl:if>
    </customs-decision>
  </xsl:template>
</xsl:stylesheet>
