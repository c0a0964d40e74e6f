package org.chasqui.connector;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.chasqui.message.Location;
import org.w3c.dom.Element;

/** What a fault of SOAP 1.1 (§4.4) or 1.2 (§5.4) means. */
final class SoapFault {
  private static final Set<String> PROOFS =
      Set.of(
          "FailedAuthentication",
          "FailedCheck",
          "InvalidSecurity",
          "InvalidSecurityToken",
          "SecurityTokenUnavailable",
          "MessageExpired");

  private SoapFault() {}

  static Wrapping.Content of(Element fault, HttpAnswer came) {
    var code = code(fault);
    if (PROOFS.contains(local(code))) {
      // as if HTTP had said so: the proof is renewed where it can be
      return new Wrapping.Content.Document(new HttpAnswer(401, came.headers(), new byte[0]));
    }
    var text = text(fault, "faultstring", "Reason");
    if (passes(code)) {
      return new Wrapping.Content.Fault(
          new Reading.TryAgain("the service failed: " + code, AnswerReader.after(came)));
    }
    var errors = detail(fault);
    var place = new Location.AtXPath("/Envelope/Body/Fault", null);
    return new Wrapping.Content.Fault(
        PartnerErrors.refused(
            errors.isEmpty() ? List.of(new PartnerError(null, code, text, place)) : errors));
  }

  /** The faults that the service names, as a document in the detail or as its text. */
  private static List<PartnerError> detail(Element fault) {
    var plain = SoapWrapping.child(fault, "detail");
    var detail = plain == null ? SoapWrapping.child(fault, "Detail") : plain;
    if (detail == null) {
      return List.of();
    }
    var element = SoapWrapping.child(detail, null);
    var bytes =
        element == null
            ? detail.getTextContent().getBytes(StandardCharsets.UTF_8)
            : XmlDocument.write(element, true);
    return AnswerBody.of(bytes).map(PartnerErrors::in).orElse(List.of());
  }

  private static boolean passes(String code) {
    var local = local(code);
    return local.startsWith("Server") || local.startsWith("Receiver") || local.isEmpty();
  }

  /** The code that says most: the subcode where there is one. */
  private static String code(Element fault) {
    var plain = SoapWrapping.child(fault, "faultcode");
    if (plain != null) {
      return plain.getTextContent().strip();
    }
    var code = SoapWrapping.child(fault, "Code");
    if (code == null) {
      return "";
    }
    var below = SoapWrapping.child(code, "Subcode");
    var value = below == null ? null : SoapWrapping.child(below, "Value");
    if (value != null && PROOFS.contains(local(value.getTextContent().strip()))) {
      return value.getTextContent().strip();
    }
    var outer = SoapWrapping.child(code, "Value");
    return outer == null ? "" : outer.getTextContent().strip();
  }

  private static String text(Element fault, String... names) {
    for (var name : names) {
      var found = SoapWrapping.child(fault, name);
      if (found != null) {
        return found.getTextContent().strip();
      }
    }
    return null;
  }

  private static String local(String code) {
    return code.substring(code.indexOf(':') + 1);
  }
}
