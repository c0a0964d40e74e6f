package org.chasqui.codec.siga;

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
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/**
 * Writes declarations for SIGA: items of one dispatch as {@code ImportConsolidateMaster}, and those
 * above the limit of the simplified regime as {@code ImportDUA} (§5). That one of the two is sent
 * and not both is ours.
 */
final class SigaImportEncoder implements Encoder {

  @Override
  public String name() {
    return "siga-import";
  }

  @Override
  public Set<String> settings() {
    return SigaSettings.KEYS;
  }

  @Override
  public Set<String> requiredSettings() {
    return SigaSettings.REQUIRED;
  }

  @Override
  public Set<String> codeMaps() {
    return SigaSettings.MAPS;
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
  public String batchKey(RegionalMessage message, ProfileView view) {
    var item = (ItemDeclaration) message.data();
    return SigaSettings.of(view).declares(item) ? ImportDua.KEY : ConsolidatedMaster.key(item);
  }

  @Override
  public Encoded encode(List<RegionalMessage> messages, EncodeContext context) {
    var settings = SigaSettings.of(context.view());
    var out = new ByteArrayOutputStream(1 << 16);
    SigaDocument document = null;
    var carriages = new ArrayList<Carriage>(messages.size());
    for (var message : messages) {
      var item = (ItemDeclaration) message.data();
      var losses = LossList.byPointer();
      var mine = document(item, settings, context, losses);
      refuseOther(document, mine, losses);
      refuse(item, context.view(), losses);
      var bytes = losses.carries() ? written(xml -> mine.write(xml, item)) : new byte[0];
      if (losses.carries()) {
        if (document == null) {
          document = mine;
          open(out, document);
        }
        out.writeBytes(bytes);
      }
      carriages.add(losses.carriage());
    }
    if (document != null) {
      out.writeBytes(document.closing().getBytes(StandardCharsets.UTF_8));
    }
    return new Encoded(out.toByteArray(), "application/xml", List.copyOf(carriages));
  }

  private static void open(ByteArrayOutputStream out, SigaDocument document) {
    out.writeBytes(document.opening().getBytes(StandardCharsets.UTF_8));
    document
        .head()
        .forEach((element, text) -> out.writeBytes(written(xml -> xml.text(element, text))));
  }

  private static SigaDocument document(
      ItemDeclaration item, SigaSettings settings, EncodeContext context, LossList losses) {
    return settings.declares(item)
        ? new ImportDua(settings, context, losses)
        : ConsolidatedMaster.of(item, settings, context, losses);
  }

  private static void refuseOther(SigaDocument first, SigaDocument mine, LossList losses) {
    if (first != null && !first.key().equals(mine.key())) {
      losses.needs("/transport", "", "a document of its own: one document has one master");
    }
  }

  /** Nothing is published on how a document that SIGA has taken in is changed or withdrawn. */
  private static void refuse(ItemDeclaration item, ProfileView view, LossList losses) {
    if (item.function() != MessageFunction.ORIGINAL) {
      losses.refuse(
          "/function",
          "",
          String.valueOf(item.function()),
          "ORIGINAL: no change of a document in SIGA is published");
    }
    if (item.contents().isEmpty()) {
      losses.needs("/contents", "", "at least one content line");
    }
    if (item.itemId() == null) {
      losses.needs("/itemId", "", "an item id");
    }
    if (item.destinationCountryCode() != null
        && !item.destinationCountryCode().equals(view.countryCode())) {
      losses.noTarget("/destinationCountryCode", "", "items for " + view.countryCode());
    }
  }

  private static byte[] written(XmlElements.Part part) {
    var out = new ByteArrayOutputStream(2048);
    XmlElements.write(out, part);
    return out.toByteArray();
  }
}
