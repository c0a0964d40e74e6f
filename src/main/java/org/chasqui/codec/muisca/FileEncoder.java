package org.chasqui.codec.muisca;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.LossList;
import org.chasqui.codec.XmlDocument;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/** Writes declarations as one file {@code mas} in ISO 8859-1, a record for each item. */
final class FileEncoder implements Encoder {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  @Override
  public String name() {
    return "muisca-file";
  }

  @Override
  public Set<String> settings() {
    return Set.of("formato", "version", "concepto");
  }

  @Override
  public Set<String> codeMaps() {
    return Set.of(RecordWriter.DOCUMENT_MAP);
  }

  @Override
  public Set<MessageKind> encodes() {
    return Set.of(MessageKind.ITEM_DECLARATION);
  }

  @Override
  public int batchLimit() {
    return 500;
  }

  @Override
  public Encoded encode(List<RegionalMessage> messages, EncodeContext context) {
    var records = new StringBuilder();
    var carriages = new ArrayList<Carriage>(messages.size());
    var total = BigDecimal.ZERO;
    int count = 0;
    for (var message : messages) {
      var losses = LossList.byPointer();
      var item = (ItemDeclaration) message.data();
      FileFields.LOSSES.report(item, losses);
      var writer = new RecordWriter(context.view(), losses);
      var written = writer.write(item);
      if (losses.carries()) {
        records.append(written);
        total = total.add(writer.value());
        count++;
      }
      carriages.add(losses.carriage());
    }
    var document = count == 0 ? new byte[0] : file(records, total, count, context);
    return new Encoded(document, "application/xml", List.copyOf(carriages));
  }

  private static byte[] file(
      StringBuilder records, BigDecimal total, int count, EncodeContext context) {
    var view = context.view();
    ZonedDateTime at = context.at().atZone(view.zone());
    var day = at.toLocalDate().toString();
    var xml = XmlDocument.latin1(records.length() + 600).open("mas").open("Cab");
    xml.element("Ano", Integer.toString(at.getYear()));
    xml.element("CodCpt", view.setting("concepto", "1"));
    xml.element("Formato", view.setting("formato", "1166"));
    xml.element("Version", view.setting("version", "1"));
    xml.element("NumEnvio", number(context.reference()));
    xml.element("FecEnvio", TIME.format(at));
    xml.element("FecInicial", day);
    xml.element("FecFinal", day);
    xml.element("ValorTotal", total.toPlainString());
    xml.element("CantReg", Integer.toString(count));
    return xml.close("Cab").raw(records.toString()).close("mas").bytes();
  }

  /** Up to eight digits derived from the reference: the numbering of files is the sender's. */
  private static String number(String reference) {
    return Integer.toString(1 + Math.floorMod(reference.hashCode(), 99_999_999));
  }
}
