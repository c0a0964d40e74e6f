package org.chasqui.codec.asycuda;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.XmlElements;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/**
 * Writes declarations as {@code Awbolds}: one master document broken into one house bill for each
 * item (national-caribbean-central-america §3, postal mapping).
 */
final class AwboldsEncoder implements Encoder {
  private static final byte[] OPEN =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Awbolds>".getBytes(StandardCharsets.UTF_8);
  private static final byte[] CLOSE = "</Awbolds>\n".getBytes(StandardCharsets.UTF_8);

  @Override
  public String name() {
    return "asycuda-awbolds";
  }

  @Override
  public Set<String> settings() {
    return AwboldsSettings.KEYS;
  }

  @Override
  public Set<String> requiredSettings() {
    return AwboldsSettings.REQUIRED;
  }

  @Override
  public Set<String> codeMaps() {
    return Set.of(AwboldsSettings.LOADING_MAP, AwboldsSettings.NATURE_MAP);
  }

  @Override
  public Set<MessageKind> encodes() {
    return Set.of(MessageKind.ITEM_DECLARATION);
  }

  @Override
  public int batchLimit() {
    return 500;
  }

  /** One file concerns one master document: items of one dispatch and departure. */
  @Override
  public String batchKey(RegionalMessage message, ProfileView view) {
    var settings = AwboldsSettings.of(view);
    return MasterBol.key((ItemDeclaration) message.data(), settings);
  }

  /** The pre-advice of the dispatch tells the conveyance. */
  @Override
  public List<String> refersTo(RegionalMessage message) {
    var transport = ((ItemDeclaration) message.data()).transport();
    return transport == null || transport.dispatchId() == null
        ? List.of()
        : List.of(transport.dispatchId());
  }

  @Override
  public Encoded encode(List<RegionalMessage> messages, EncodeContext context) {
    var settings = AwboldsSettings.of(context.view());
    var out = new ByteArrayOutputStream(1 << 16);
    out.writeBytes(OPEN);
    MasterBol master = null;
    int line = 0;
    var carriages = new ArrayList<Carriage>(messages.size());
    for (var message : messages) {
      var losses = LossList.byPointer();
      var item = (ItemDeclaration) message.data();
      var mine = MasterBol.of(item, settings, context, losses);
      refuseOtherMaster(master, mine, losses);
      var bol = bol(item, mine, line + 1, new BolWriter(settings, context.view(), losses), losses);
      if (losses.carries()) {
        if (line++ == 0) {
          master = mine;
          XmlElements.write(out, xml -> mine.write(xml, settings));
        }
        out.writeBytes(bol);
      }
      carriages.add(losses.carriage());
    }
    out.writeBytes(CLOSE);
    var document = line == 0 ? new byte[0] : out.toByteArray();
    return new Encoded(document, "application/xml", List.copyOf(carriages));
  }

  private static void refuseOtherMaster(MasterBol first, MasterBol mine, LossList losses) {
    if (first != null && !first.key().equals(mine.key())) {
      losses.needs("/transport", "", "a document of its own: one Awbolds has one master");
    }
  }

  /** One house bill; its bytes are of no use when the losses hold an error. */
  private static byte[] bol(
      ItemDeclaration item, MasterBol master, int line, BolWriter writer, LossList losses) {
    writer.refuseWhatIsNoNewBill(item);
    var out = new ByteArrayOutputStream(2048);
    if (losses.carries()) {
      XmlElements.write(out, xml -> writer.write(xml, item, master, line));
    }
    return out.toByteArray();
  }
}
