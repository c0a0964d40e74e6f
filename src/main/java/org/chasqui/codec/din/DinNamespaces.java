package org.chasqui.codec.din;

import java.util.List;
import java.util.stream.Collectors;

/** The namespaces of DIN, one for the content of each block, with the prefixes used here. */
final class DinNamespaces {
  private static final String BASE = "http://www.aduana.cl/xml/esquemas/";
  private static final List<String> PREFIXES =
      List.of(
          "e=EnvioDin",
          "l=LOG",
          "c=CABEZA",
          "i=IDENTIFICACION",
          "r=REGIMENSUSPENSIVO",
          "o=ORIGENTRANSPALMACENAJE",
          "f=ANTECEDENTESFINANCIEROS",
          "t=TOTALES",
          "a=RESPUESTA",
          "is=ITEMS",
          "it=ITEM",
          "os=OBSERVACIONESITEM",
          "ob=OBSERVACIONITEM",
          "vs=VISTOSBUENOS",
          "v=VISTOBUENO",
          "bs=BULTOS",
          "b=BULTO",
          "cv=CUENTASYVALORES",
          "gs=CUENTASGIRO",
          "g=CUENTAGIRO",
          "es=ERRORES",
          "er=ERROR");

  /** All declarations, as attributes of the root. */
  static final String DECLARATIONS =
      PREFIXES.stream()
          .map(pair -> pair.split("="))
          .map(pair -> "xmlns:" + pair[0] + "=\"" + BASE + pair[1] + '"')
          .collect(Collectors.joining(" "));

  private DinNamespaces() {}
}
