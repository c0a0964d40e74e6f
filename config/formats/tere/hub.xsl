<?xml version="1.0" encoding="UTF-8"?>
<!-- What the simulated hub answers: the receipt of agregarGuia, the DTOs of consultaGuia. The envelope of both is ours. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    exclude-result-prefixes="#all">

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="receipt">
    <retornoAgregarGuia><idTransaccion><xsl:value-of select="@reference"/></idTransaccion></retornoAgregarGuia>
  </xsl:template>

  <xsl:template match="rulings">
    <consultaGuiaResponse><xsl:apply-templates select="ruling"/></consultaGuiaResponse>
  </xsl:template>

  <!-- TERE tells no duty: such an item is one that is not released yet -->
  <xsl:template match="ruling">
    <xsl:variable name="blocked" select="@verdict = ('HELD', 'DOCUMENTS', 'REFUSED')"/>
    <xsl:variable name="released" select="@verdict = 'RELEASED'"/>
    <guiaHijaConsultaDTO>
      <bloqueo><xsl:value-of select="if ($blocked) then 'S' else 'N'"/></bloqueo>
      <xsl:if test="$blocked">
        <motivoBloqueo><xsl:value-of select="if (@verdict = 'HELD') then 'CONTROL FISICO' else if (@verdict = 'DOCUMENTS') then 'FALTA FACTURA' else 'RECHAZADA'"/></motivoBloqueo>
      </xsl:if>
      <guiaDespachada><xsl:value-of select="if ($released) then 'S' else 'N'"/></guiaDespachada>
      <xsl:if test="$released"><nroDespacho><xsl:value-of select="@registration"/></nroDespacho></xsl:if>
      <ingresoDeposito>S</ingresoDeposito>
      <nroHijo><xsl:value-of select="@itemId"/></nroHijo>
    </guiaHijaConsultaDTO>
  </xsl:template>
</xsl:stylesheet>
