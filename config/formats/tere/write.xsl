<?xml version="1.0" encoding="UTF-8"?>
<!-- Declarations to the XML in agregarGuia: one guía madre, a guía hija for each item (§2.3). No field of the sender exists. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:chasqui:format"
    exclude-result-prefixes="#all">

  <xsl:import href="chasqui:functions.xsl"/>
  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>

  <xsl:param name="codAduana"/>
  <xsl:param name="codEmpresa"/>
  <xsl:param name="nroVuelo"/>
  <xsl:param name="medio"/>
  <xsl:param name="tipoOperacion"/>
  <xsl:param name="tipoPaquete"/>

  <xsl:template match="messages">
    <xsl:variable name="from" select="c:code('country', item-declaration[1]/originCountryCode)"/>
    <terews>
      <guiasMadre>
        <codAduana><xsl:value-of select="$codAduana"/></codAduana>
        <codEmpresa><xsl:value-of select="$codEmpresa"/></codEmpresa>
        <nroVuelo><xsl:value-of select="$nroVuelo"/></nroVuelo>
        <!-- the day of arrival is not known when an item is declared: the day of the document -->
        <fecArribo><xsl:value-of select="format-dateTime(c:in-zone(@at, @zone), '[Y0001][M01][D01]')"/></fecArribo>
        <xsl:apply-templates select="item-declaration"/>
        <idLoteRemesa><xsl:value-of select="@reference"/></idLoteRemesa>
        <medio><xsl:value-of select="$medio"/></medio>
        <paisCodProc><xsl:value-of select="$from"/></paisCodProc>
        <paisMedTrans><xsl:value-of select="$from"/></paisMedTrans>
        <paisTrans><xsl:value-of select="$from"/></paisTrans>
      </guiasMadre>
    </terews>
  </xsl:template>

  <xsl:template match="item-declaration">
    <xsl:if test="function ne 'ORIGINAL'">
      <xsl:message><error code="EAD-4003" at="{c:at(function)}" found="{function}" expected="ORIGINAL: a lot is withdrawn as a whole"/></xsl:message>
    </xsl:if>
    <xsl:variable name="id" select="recipient/identifiers[c:has-code('document-type', schemeCode)][1]"/>
    <guiasHija>
      <codigoMoneda><xsl:value-of select="c:code('currency', c:need(., '/declaredValue/currencyCode', declaredValue/currencyCode))"/></codigoMoneda>
      <destinatario><xsl:value-of select="c:text(c:need(., '/recipient/name', recipient/name), 100)"/></destinatario>
      <xsl:if test="empty(contents)">
        <xsl:sequence select="c:need(., '/contents', ())"/>
      </xsl:if>
      <xsl:apply-templates select="contents"/>
      <nroDocDestinatario><xsl:value-of select="c:need(., '/recipient/identifiers', $id)/value"/></nroDocDestinatario>
      <nroHijo><xsl:value-of select="itemId"/></nroHijo>
      <paisDocDestinatario><xsl:value-of select="c:code('country', $id/issuingCountryCode)"/></paisDocDestinatario>
      <paisOrigen><xsl:value-of select="c:code('country', originCountryCode)"/></paisOrigen>
      <primeraFraccion>N</primeraFraccion>
      <sujetoControl>N</sujetoControl>
      <tipoDocDestinatario><xsl:value-of select="c:code('document-type', $id/schemeCode)"/></tipoDocDestinatario>
      <tipoOperacion><xsl:value-of select="$tipoOperacion"/></tipoOperacion>
      <tipoPaquete><xsl:value-of select="$tipoPaquete"/></tipoPaquete>
      <valorDol><xsl:value-of select="c:number(c:need(., '/declaredValue/amount', declaredValue/amount), 12, 2)"/></valorDol>
    </guiasHija>
    <xsl:for-each select="recipient/identifiers[not(. is $id)]">
      <xsl:message><loss code="EAD-4004" at="{c:at(.)}" expected="one identifier of the recipient"/></xsl:message>
    </xsl:for-each>
    <xsl:if test="count(contents) gt 1 and grossMass/value">
      <xsl:message><loss code="EAD-4004" at="{c:at(grossMass/value)}" expected="masses of the lines, where there are several"/></xsl:message>
    </xsl:if>
  </xsl:template>

  <xsl:template match="contents">
    <xsl:variable name="mass" select="if (count(../contents) eq 1) then (../grossMass/value, netMass/value)[1] else netMass/value"/>
    <xsl:variable name="kilograms" select="c:number(c:need(.., '/contents/' || @index || '/netMass/value', $mass), 12, 3)"/>
    <xsl:variable name="packages" select="(packageCount, 1)[1]"/>
    <xsl:if test="count(../contents) eq 1 and ../grossMass/value and netMass/value">
      <xsl:message><loss code="EAD-4004" at="{c:at(netMass/value)}" expected="the gross mass, where there is one line"/></xsl:message>
    </xsl:if>
    <xsl:if test="value/currencyCode ne ../declaredValue/currencyCode">
      <xsl:message><error code="EAD-4005" at="{c:at(value/currencyCode)}" found="{value/currencyCode}" expected="the currency of the declared value"/></xsl:message>
    </xsl:if>
    <lineas>
      <cantBultosPar><xsl:value-of select="$packages"/></cantBultosPar>
      <cantBultosTot><xsl:value-of select="$packages"/></cantBultosTot>
      <xsl:if test="hsCode">
        <codArmonizado><xsl:value-of select="replace(hsCode, '^(.{4})(.+)$', '$1.$2')"/></codArmonizado>
      </xsl:if>
      <naturalezaMercaderia><xsl:value-of select="c:text(c:need(.., '/contents/' || @index || '/description', description), 100)"/></naturalezaMercaderia>
      <numeroTicket><xsl:value-of select="(sequence, @index + 1)[1]"/></numeroTicket>
      <pesoBultosPar><xsl:value-of select="$kilograms"/></pesoBultosPar>
      <pesoBultosTot><xsl:value-of select="$kilograms"/></pesoBultosTot>
      <xsl:if test="value/amount">
        <valor><xsl:value-of select="c:number(value/amount, 12, 2)"/></valor>
      </xsl:if>
    </lineas>
  </xsl:template>
</xsl:stylesheet>
