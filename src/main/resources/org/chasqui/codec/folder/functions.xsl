<?xml version="1.0" encoding="UTF-8"?>
<!-- Functions for the templates of formats: docs/formats/folder.md. Each loss that they tell names the field by the node that it came from. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:c="urn:chasqui:format"
    exclude-result-prefixes="#all">

  <!-- The code maps of the profile, by name. -->
  <xsl:param name="c:codes" as="map(xs:string, map(xs:string, xs:string))" select="map{}"/>

  <!-- Where a node stands: number of its message, blank, JSON pointer. -->
  <xsl:function name="c:at" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="path" select="$node/ancestor-or-self::*"/>
    <xsl:variable name="steps" as="xs:string*">
      <xsl:for-each select="$path[position() gt 2]">
        <xsl:sequence select="'/' || (@name[../self::property], local-name())[1] || @index ! ('/' || .)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="($path[2]/@index, '0')[1] || ' ' || string-join($steps)"/>
  </xsl:function>

  <!-- Where a node of an answer stands, for the attribute place: /answer/item[2]/id. -->
  <xsl:function name="c:path" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="steps" as="xs:string*">
      <xsl:for-each select="$node/ancestor-or-self::*">
        <xsl:variable name="name" select="node-name()"/>
        <xsl:variable name="before" select="count(preceding-sibling::*[node-name() eq $name])"/>
        <xsl:variable name="more" select="$before gt 0 or exists(following-sibling::*[node-name() eq $name])"/>
        <xsl:sequence select="'/' || local-name() || (if ($more) then '[' || ($before + 1) || ']' else '')"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="string-join($steps)"/>
  </xsl:function>

  <!-- The text of a node, cut to a length; '' for none. -->
  <xsl:function name="c:text" as="xs:string">
    <xsl:param name="node" as="node()?"/>
    <xsl:param name="most" as="xs:integer"/>
    <xsl:variable name="text" select="normalize-space($node)"/>
    <xsl:if test="string-length($text) gt $most">
      <xsl:message><loss code="EAD-4001" at="{c:at($node)}" found="{string-length($text)} characters" expected="at most {$most}"/></xsl:message>
    </xsl:if>
    <xsl:sequence select="substring($text, 1, $most)"/>
  </xsl:function>

  <!-- A decimal number with so many digits before and after the point; '' for none. Rounding is a loss, too large a number an error. -->
  <xsl:function name="c:number" as="xs:string">
    <xsl:param name="node" as="node()?"/>
    <xsl:param name="whole" as="xs:integer"/>
    <xsl:param name="decimals" as="xs:integer"/>
    <xsl:variable name="limits" select="'a number of at most ' || $whole || '.' || $decimals || ' digits'"/>
    <xsl:choose>
      <xsl:when test="empty($node)"><xsl:sequence select="''"/></xsl:when>
      <xsl:when test="not(matches(normalize-space($node), '^-?[0-9]{1,30}(\.[0-9]{1,30})?$'))">
        <xsl:message><error code="EAD-4005" at="{c:at($node)}" expected="{$limits}"/></xsl:message>
        <xsl:sequence select="''"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="value" select="xs:decimal(normalize-space($node))"/>
        <xsl:variable name="rounded" select="round($value, $decimals)"/>
        <xsl:if test="$rounded ne $value">
          <xsl:message><loss code="EAD-4001" at="{c:at($node)}" found="{normalize-space($node)}" expected="at most {$decimals} decimals; sent as {$rounded}"/></xsl:message>
        </xsl:if>
        <xsl:if test="string-length(string(xs:integer(abs($rounded)))) gt $whole">
          <xsl:message><error code="EAD-4005" at="{c:at($node)}" found="{normalize-space($node)}" expected="{$limits}"/></xsl:message>
        </xsl:if>
        <xsl:sequence select="string($rounded)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The national code by a map of the profile; '' for none. The map's * is a loss, no target an error. -->
  <xsl:function name="c:code" as="xs:string">
    <xsl:param name="map" as="xs:string"/>
    <xsl:param name="node" as="node()?"/>
    <xsl:variable name="codes" select="($c:codes($map), map{})[1]"/>
    <xsl:variable name="target" select="$codes(string($node))"/>
    <xsl:choose>
      <xsl:when test="empty($node)"><xsl:sequence select="''"/></xsl:when>
      <xsl:when test="exists($target)"><xsl:sequence select="$target"/></xsl:when>
      <xsl:when test="map:contains($codes, '*')">
        <xsl:message><loss code="EAD-4003" at="{c:at($node)}" found="{$node}" expected="a code of the map {$map}; sent as {$codes('*')}"/></xsl:message>
        <xsl:sequence select="$codes('*')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:message><error code="EAD-4003" at="{c:at($node)}" found="{$node}" expected="a code of the map {$map}"/></xsl:message>
        <xsl:sequence select="''"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- True when the map has the code, or a * for all others. -->
  <xsl:function name="c:has-code" as="xs:boolean">
    <xsl:param name="map" as="xs:string"/>
    <xsl:param name="code" as="xs:string"/>
    <xsl:sequence select="exists($c:codes($map)) and (map:contains($c:codes($map), $code) or map:contains($c:codes($map), '*'))"/>
  </xsl:function>

  <!-- The node; where it is missing the message is refused. The pointer is that of the field. -->
  <xsl:function name="c:need" as="node()?">
    <xsl:param name="message" as="element()"/>
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="node" as="node()?"/>
    <xsl:if test="empty($node) or normalize-space($node) = ''">
      <xsl:message><error code="EAD-4005" at="{$message/@index} {$pointer}" expected="a value"/></xsl:message>
    </xsl:if>
    <xsl:sequence select="$node"/>
  </xsl:function>

  <!-- The value, which stands in for a field that the message lacks: a loss. -->
  <xsl:function name="c:instead" as="xs:string">
    <xsl:param name="message" as="element()"/>
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:message><loss code="EAD-4005" at="{$message/@index} {$pointer}" expected="a value; sent as {$value}"/></xsl:message>
    <xsl:sequence select="$value"/>
  </xsl:function>

  <!-- A time of RFC 3339 in a time zone, by a picture of format-dateTime; '' for none. -->
  <xsl:function name="c:time" as="xs:string">
    <xsl:param name="node" as="node()?"/>
    <xsl:param name="zone" as="xs:string"/>
    <xsl:param name="picture" as="xs:string"/>
    <xsl:variable name="time" select="if (exists($node)) then c:in-zone(string($node), $zone) else ()"/>
    <xsl:if test="exists($node) and empty($time)">
      <xsl:message><error code="EAD-4005" at="{c:at($node)}" expected="a time of RFC 3339"/></xsl:message>
    </xsl:if>
    <xsl:sequence select="if (exists($time)) then format-dateTime($time, $picture) else ''"/>
  </xsl:function>
</xsl:stylesheet>
