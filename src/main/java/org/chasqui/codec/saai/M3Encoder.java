package org.chasqui.codec.saai;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.LossList;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/** Writes declarations as one file, a pedimento for each item, closed by records 800 and 801. */
final class M3Encoder implements Encoder {
  @Override
  public String name() {
    return "saai-m3";
  }

  @Override
  public Set<String> settings() {
    return Set.of("patente", "aduana", "clavePedimento", "tipoCambio");
  }

  @Override
  public Set<String> requiredSettings() {
    return Set.of("patente", "aduana", "tipoCambio");
  }

  @Override
  public Set<String> codeMaps() {
    return Set.of(PedimentoWriter.UNIT_MAP);
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
    var file = new StringBuilder();
    var carriages = new ArrayList<Carriage>(messages.size());
    int pedimentos = 0;
    int records = 0;
    for (var message : messages) {
      var losses = LossList.byPointer();
      var item = (ItemDeclaration) message.data();
      M3Fields.LOSSES.report(item, losses);
      var written = new PedimentoWriter(context, losses).write(item);
      if (losses.carries()) {
        written.forEach(one -> file.append(one.line()));
        pedimentos++;
        records += written.size();
      }
      carriages.add(losses.carriage());
    }
    if (pedimentos > 0) {
      file.append(end(context, pedimentos, records).line());
    }
    return new Encoded(
        file.toString().getBytes(StandardCharsets.ISO_8859_1),
        "text/plain; charset=iso-8859-1",
        List.copyOf(carriages));
  }

  private static M3Record end(EncodeContext context, int pedimentos, int records) {
    return new M3Record(801, 5)
        .set(2, fileName(context))
        .set(3, Integer.toString(pedimentos))
        .set(4, Integer.toString(records));
  }

  /** {@code mppppnnn.ddd}: m, licence, a number of three digits, day of the year. */
  private static String fileName(EncodeContext context) {
    int number = Math.floorMod(context.reference().hashCode(), 1000);
    int day = context.at().atZone(context.view().zone()).getDayOfYear();
    return "m%s%03d.%03d".formatted(context.view().setting("patente", "0000"), number, day);
  }
}
