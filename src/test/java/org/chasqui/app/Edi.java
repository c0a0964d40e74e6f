package org.chasqui.app;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Small ITMATT interchanges for tests, after the interim guide. */
final class Edi {
  private Edi() {}

  /** One interchange from CorreosChile with these items for a country. */
  static byte[] itmatt(String reference, String destination, List<String> itemIds) {
    var text = new StringBuilder();
    text.append("UNA:+.? '\n");
    text.append("UNB+UNOC:3+J1CCLA:58+J1CBRA:58+261103:0915+")
        .append(reference)
        .append("++ITMATT'\n");
    text.append("UNH+1+ITMATT:D:00A:UN:M33'\nBGM+929+").append(reference).append("+9'\n");
    text.append("DTM+137:202611030915:203'\nNAD+MS+CLA:160:139'\n");
    int segments = 4;
    int sequence = 0;
    for (var itemId : itemIds) {
      var item = item(++sequence, itemId, destination);
      text.append(item);
      segments += (int) item.chars().filter(c -> c == '\n').count();
    }
    text.append("CNT+10:").append(itemIds.size()).append("'\n");
    text.append("UNT+").append(segments + 2).append("+1'\nUNZ+1+").append(reference).append("'\n");
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** One interchange of SERPOST: customs keep an item. */
  static byte[] emsevt(String reference, String itemId) {
    return """
    UNB+UNOC:3+J1CPEA:58+J1CCLA:58+261104:1420+%s++EMSEVT'
    UNH+1+EMSEVT:D:00A:UN:M40'
    BGM+77+%s+9'
    DTM+137:202611041420:203'
    NAD+MS+PEA:160:139'
    NAD+MR+CLA:160:139'
    CNI+1+%s'
    STS+1+EME::139+50::139'
    DTM+7:202611041412:203'
    LOC+175+PELIMA::139'
    UNT+10+1'
    UNZ+1+%s'
    """
        .formatted(reference, reference, itemId, reference)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * One interchange of SERPOST: a receptacle of CorreosChile has arrived; it names no recipient.
   */
  static byte[] resdes(String reference) {
    return """
    UNB+UNOC:3+J1CPEA:58+CHASQUI+261104:1420+%s++RESDES'
    UNH+1+RESDES:D:00A:UN'
    BGM+785+CLSCLAPELIMAACN60042+11'
    DTM+137:202611041420:203'
    NAD+MS+PEA:160:139'
    CNI+1+CLSCLAPELIMAACN60042001100105'
    STS+1+74::ZZZ'
    DTM+7:202611041412:203'
    LOC+175+PELIMA::139'
    UNT+9+1'
    UNZ+1+%s'
    """
        .formatted(reference, reference)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** One interchange of CorreosChile: the answer to a request for information. */
  static byte[] refrsp(String reference, String itemId, String referralId) {
    return """
    UNB+UNOC:3+J1CCLA:58+SAT+261104:1800+%s++REFRSP'
    UNH+1+REFRSP:D:00A:UN:M54'
    BGM+962+%s+9'
    DTM+137:202611041800:203'
    NAD+MS+CLA:160:139'
    DOC+976+%s'
    RFF+ACW:%s'
    GIS+1'
    GIS+RFI::ZZZ'
    ERP+:/contents/0/description'
    FTX+AAI+++Tazas de ceramica'
    CNT+10:1'
    UNT+12+1'
    UNZ+1+%s'
    """
        .formatted(reference, reference, itemId, referralId, reference)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String item(int sequence, String itemId, String destination) {
    return """
    CNI+%d+%s'
    DTM+202:202611021105:203'
    LOC+35+CL'
    LOC+28+%s'
    LOC+5+CLSCLA::139'
    TSR++CN:117:139+A:115:139+31:136:139'
    MEA+WT+G+KGM:1.250'
    MOA+43:60.00:USD'
    NAD+CZ+++Ana Rojas+Av. Providencia 2000+Santiago+RM+7500000+CL'
    NAD+CN+++Juan Perez+Calle Mayor 1+Capital++1000+%s'
    CST+1+490199:HS'
    FTX+AAA+++Libros impresos de poesia'
    QTY+1:2'
    MEA+WT+AAL+KGM:0.500'
    MOA+203:60.00:USD'
    LOC+27+CL'
    """
        .formatted(sequence, itemId, destination, destination);
  }
}
