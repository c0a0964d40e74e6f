package org.chasqui.codec.upu;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.codec.edifact.InterchangeHead;
import org.chasqui.codec.edifact.MessageDefinition;
import org.chasqui.codec.edifact.MessageHead;
import org.chasqui.codec.edifact.SyntaxLevel;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.PartyRole;
import org.chasqui.message.RegionalMessage;

/** An interchange on its way to a party: its UNB and the heads of its messages. */
final class Outgoing {
  /**
   * The recipient's id in UNB; a post has {@code J1C} and its code unless the profile says other.
   */
  static final String EDI_ID = "edi-id";

  /** The sender's id in UNB. */
  static final String EDI_SENDER = "edi-sender";

  /** 0007 of both ids, where they are neither an operator's nor without one. */
  static final String EDI_QUALIFIER = "edi-qualifier";

  /** Level and version of the syntax (S001): {@code UNOC:3} unless the profile says other. */
  static final String EDI_SYNTAX = "edi-syntax";

  /** Digits of the date in UNB (0017): 6 unless the profile says 8. */
  static final String EDI_DATE_DIGITS = "edi-date-digits";

  static final Set<String> SETTINGS =
      Set.of(EDI_ID, EDI_SENDER, EDI_QUALIFIER, EDI_SYNTAX, EDI_DATE_DIGITS);

  /** The zone of places that are not known. */
  static final ZoneId UTC = ZoneOffset.UTC;

  static final String MEDIA_TYPE = "application/edifact";

  private static final String GATEWAY = "CHASQUI";
  private static final int ID = 35;
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuMMdd");
  private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final Pattern SYNTAX = Pattern.compile("(UNO[A-KWY]):([1-3])");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMddHHmm");

  private final EncodeContext context;
  private final SyntaxLevel level;
  private final EdifactWriter writer;

  /**
   * For the recipient of a context.
   *
   * @throws IllegalArgumentException when its profile names a syntax that is not written
   */
  Outgoing(EncodeContext context) {
    this.context = context;
    var syntax = SYNTAX.matcher(context.view().setting(EDI_SYNTAX, "UNOC:3"));
    if (!syntax.matches()) {
      throw new IllegalArgumentException(
          "setting edi-syntax must be of the form UNOC:3: " + context.view().setting(EDI_SYNTAX));
    }
    level = SyntaxLevel.of(syntax.group(1)).orElseThrow();
    writer = new EdifactWriter(level, syntax.group(2));
  }

  /** The characters that the recipient takes. */
  SyntaxLevel level() {
    return level;
  }

  /** Begins the interchange of a message type. */
  EdifactWriter begin(String type, boolean test, boolean acknowledge) {
    var sender = sender();
    var recipient = recipient(context);
    var head =
        new InterchangeHead(
            cut(sender),
            qualifier(sender),
            cut(recipient),
            qualifier(recipient),
            context.reference(),
            type,
            acknowledge,
            test);
    var at = context.at().atZone(context.view().zone());
    var date = context.view().setting(EDI_DATE_DIGITS, "6").equals("8") ? LONG_DATE : DATE;
    return writer.begin(head, date.format(at), TIME.format(at));
  }

  /** The id that the recipient knows us by. */
  String sender() {
    return context.view().setting(EDI_SENDER, GATEWAY);
  }

  /** The recipient's own id. */
  String recipient() {
    return recipient(context);
  }

  private String qualifier(String id) {
    return PartyIds.isOperator(id) ? PartyIds.UPU : context.view().setting(EDI_QUALIFIER);
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

  /** The head of a message of customs to a post: BGM 962, its time and both parties. */
  void ofCustoms(String authority, String reference, String function) {
    writer.segment("BGM").element("962").element(reference).element(function).end();
    time();
    writer.segment("NAD").element("MS").element(authority, "160").end();
    party()
        .ifPresent(post -> writer.segment("NAD").element("MR").element(post, "160", "139").end());
  }

  /** The code of the authority that sends a message; a name that says more than it is lost. */
  static String authority(RegionalMessage message, String name, Losses losses) {
    var code = code(message.envelope().source());
    losses.noTarget("/authority/name", code.equals(name) ? null : name);
    return code;
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
