package org.chasqui.codec.upu;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.codec.edifact.InterchangeHead;
import org.chasqui.codec.edifact.MessageDefinition;
import org.chasqui.codec.edifact.MessageHead;
import org.chasqui.codec.edifact.SyntaxLevel;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.PartyRole;

/** An interchange on its way to a party: its UNB and the heads of its messages. */
final class Outgoing {
  /**
   * The recipient's id in UNB; a post has {@code J1C} and its code unless the profile says other.
   */
  static final String EDI_ID = "edi-id";

  /** The sender's id in UNB. */
  static final String EDI_SENDER = "edi-sender";

  static final Set<String> SETTINGS = Set.of(EDI_ID, EDI_SENDER);

  /** The zone of places that are not known. */
  static final ZoneId UTC = ZoneOffset.UTC;

  static final String MEDIA_TYPE = "application/edifact";

  private static final String GATEWAY = "CHASQUI";
  private static final int ID = 35;
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuMMdd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMddHHmm");

  private final EncodeContext context;
  private final EdifactWriter writer = new EdifactWriter(SyntaxLevel.UNOC);

  Outgoing(EncodeContext context) {
    this.context = context;
  }

  /** Begins the interchange of a message type. */
  EdifactWriter begin(String type, boolean test, boolean acknowledge) {
    var sender = context.view().setting(EDI_SENDER, GATEWAY);
    var recipient = recipient(context);
    var head =
        new InterchangeHead(
            cut(sender),
            PartyIds.isOperator(sender) ? PartyIds.UPU : null,
            cut(recipient),
            PartyIds.isOperator(recipient) ? PartyIds.UPU : null,
            context.reference(),
            type,
            acknowledge,
            test);
    var at = context.at().atZone(context.view().zone());
    return writer.begin(head, DATE.format(at), TIME.format(at));
  }

  private static String cut(String id) {
    return id.length() <= ID ? id : id.substring(0, ID);
  }

  static String recipient(EncodeContext context) {
    var setting = context.view().setting(EDI_ID);
    if (setting != null) {
      return setting;
    }
    return PartyAddress.parse(context.view().urn())
        .map(
            address ->
                address.role() == PartyRole.POST ? PartyIds.of(address.code()) : address.code())
        .orElse(context.view().party());
  }

  /** UNH by the layout. */
  void beginMessage(MessageDefinition layout) {
    writer.beginMessage(
        new MessageHead(
            null,
            layout.type(),
            layout.version(),
            layout.release(),
            layout.agency(),
            layout.association()));
  }

  /** DTM+137: the time that the document bears, in the recipient's zone. */
  void time() {
    var at = MINUTE.format(context.at().atZone(context.view().zone()));
    writer.segment("DTM").element("137", at, "203").end();
  }

  /** The recipient's zone. */
  ZoneId zone() {
    return context.view().zone();
  }

  /** The code of the recipient's own address. */
  Optional<String> party() {
    return PartyAddress.parse(context.view().urn()).map(PartyAddress::code);
  }

  /** The code of a party address for NAD, at most 35 characters. */
  static String code(String urn) {
    return PartyAddress.parse(urn).map(PartyAddress::code).orElse(GATEWAY);
  }
}
