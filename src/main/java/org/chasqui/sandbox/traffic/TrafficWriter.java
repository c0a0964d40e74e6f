package org.chasqui.sandbox.traffic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.ProfileView;

/**
 * Writes bundles as documents that a post sends. An EDIFACT interchange larger than the encoder's
 * limit holds several messages. Thread-safe.
 */
public final class TrafficWriter {
  /** Setting of the UPU codecs: the sender's id in UNB. */
  private static final String EDI_SENDER = "edi-sender";

  private static final Pattern MESSAGES = Pattern.compile("UNH\\+.*?(?=UNZ\\+)", Pattern.DOTALL);
  private static final Pattern UNH = Pattern.compile("UNH\\+(\\w+)\\+");
  private static final Pattern UNT = Pattern.compile("UNT\\+(\\d+)\\+\\w+'");
  private static final Pattern UNZ = Pattern.compile("UNZ\\+(\\d+)\\+");

  private final Encoder encoder;
  private final Function<String, ProfileView> operators;
  private final boolean edifact;

  /**
   * Writes with an encoder.
   *
   * @param operators the view of the post with an operator code
   */
  public TrafficWriter(Encoder encoder, Function<String, ProfileView> operators) {
    this.encoder = encoder;
    this.operators = operators;
    edifact = encoder.name().startsWith("upu-");
  }

  /** The document of a bundle. */
  public byte[] write(TrafficBundle bundle) {
    var view = withSender(operators.apply(bundle.toOperator()), bundle.fromOperator());
    var context = new EncodeContext(view, bundle.at().toInstant(), bundle.reference());
    return edifact
        ? interchange(bundle, context)
        : encoder.encode(bundle.messages(), context).document();
  }

  /** The messages of as many interchanges as the encoder makes, numbered anew, in one. */
  private byte[] interchange(TrafficBundle bundle, EncodeContext context) {
    var texts = new ByteArrayOutputStream(bundle.items().size() * 1500);
    int limit = encoder.batchLimit();
    int size = bundle.items().size();
    String last = "";
    int messages = 0;
    for (int from = 0; from < size; from += limit) {
      int to = Math.min(size, from + limit);
      last = text(bundle, from, to, context);
      var matcher = MESSAGES.matcher(last);
      if (!matcher.find()) {
        continue;
      }
      if (messages == 0) {
        append(texts, last.substring(0, matcher.start()));
      }
      messages++;
      append(texts, numbered(matcher.group(), messages));
      last = last.substring(matcher.end());
    }
    append(texts, UNZ.matcher(last).replaceFirst("UNZ+" + messages + "+"));
    return texts.toByteArray();
  }

  private String text(TrafficBundle bundle, int from, int to, EncodeContext context) {
    var encoded = encoder.encode(bundle.messages().subList(from, to), context);
    var text = new String(encoded.document(), StandardCharsets.ISO_8859_1);
    return FaultyText.with(bundle.items().subList(from, to), text);
  }

  private static String numbered(String message, int number) {
    var head = UNH.matcher(message).replaceFirst("UNH+" + number + "+");
    return UNT.matcher(head)
        .replaceFirst(
            found -> Matcher.quoteReplacement("UNT+" + found.group(1) + "+" + number + "'"));
  }

  private static void append(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static ProfileView withSender(ProfileView view, String operator) {
    var settings = new HashMap<>(view.settings());
    settings.put(EDI_SENDER, "J1C" + operator);
    return new ProfileView(
        view.party(),
        view.urn(),
        view.name(),
        view.countryCode(),
        view.currency(),
        view.zone(),
        List.copyOf(view.languages()),
        settings,
        view.codes(),
        view.confirmed());
  }
}
