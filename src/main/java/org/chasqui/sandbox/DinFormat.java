package org.chasqui.sandbox;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.profile.Profile;

/**
 * DIN, in a SOAP 1.1 envelope of its own where the format has one: one declaration a document, a
 * ticket at once, and later the document again with {@code RESPUESTA} or {@code ERRORES}
 * (national-south-america-mexico §2.2), here shortened to what tells the item and what was decided.
 * Of the states ACEPTADO is public, the others and the form of the ticket are ours. Checked by our
 * schema and by {@link DinRules}.
 */
final class DinFormat implements HubFormat {
  private static final List<String> FILES =
      List.of("soap11/envelope.xsd", "din/DIN.xsd", "din/EnvioDin.xsd");
  private static final String BASE = "http://www.aduana.cl/xml/esquemas/";
  private static final Map<String, String> BLOCKS =
      Map.of(
          "e", "EnvioDin",
          "c", "CABEZA",
          "o", "ORIGENTRANSPALMACENAJE",
          "a", "RESPUESTA",
          "is", "ITEMS",
          "it", "ITEM",
          "cs", "CUENTASITEM",
          "ci", "CUENTAITEM",
          "es", "ERRORES",
          "er", "ERROR");

  private final DateTimeFormatter date;
  private final String office;
  private final OwnEnvelope envelope;
  private final XsdCheck check;

  DinFormat(Profile profile, SandboxOptions options) {
    this.date = DateTimeFormatter.ofPattern("ddMMyyyy").withZone(zone(profile));
    this.office = profile.format().settings().get("aduana");
    this.envelope = OwnEnvelope.of(profile);
    var folder = options.config().resolve("formats");
    this.check = options.strict() ? XsdCheck.of(files(folder), "DIN", "NUMCONOC") : null;
  }

  private static ZoneId zone(Profile profile) {
    return profile.identity().zone();
  }

  private static List<Path> files(Path folder) {
    return FILES.stream().map(folder::resolve).toList();
  }

  @Override
  public Submission read(byte[] document) {
    var quick = QuickScan.xmlTexts(document, null, "NUMCONOC");
    if (check == null || !quick.faults().isEmpty()) {
      return quick;
    }
    var faults = new ArrayList<>(check.faults(document));
    if (faults.isEmpty()) {
      DinRules.check(document, faults);
    }
    return new Submission(quick.itemIds(), faults, null);
  }

  @Override
  public HubAnswer receipt(String reference) {
    var xml = envelope.open().open("RecibeDinResponse").element("TICKET", reference);
    return HubAnswer.of(200, mediaType(), envelope.end(xml.close("RecibeDinResponse")));
  }

  @Override
  public HubAnswer refusal(List<Fault> faults) {
    var itemId = faults.stream().map(Fault::itemId).filter(id -> id != null).findFirst();
    var xml = envelope.open();
    din(xml).open("e:CABEZA");
    item(xml, itemId.orElse(""));
    xml.close("e:CABEZA").open("e:ERRORES").element("es:FECHAPROCESO", "");
    for (var fault : faults) {
      var place = fault.place() == null ? "" : " " + fault.place();
      xml.open("es:ERROR")
          .element("er:CODIGO", fault.code())
          .element("er:GLOSA", fault.text() + place)
          .close("es:ERROR");
    }
    return HubAnswer.of(422, mediaType(), envelope.end(xml.close("e:ERRORES").close("DIN")));
  }

  @Override
  public byte[] decisions(List<Ruling> rulings) {
    var xml = envelope.open();
    // without an envelope of its own it is one document, of one item
    var told = envelope.own() || rulings.isEmpty() ? rulings : List.of(rulings.getLast());
    for (var ruling : told) {
      din(xml).element("e:TIPOENVIO", "DIN").open("e:CABEZA").element("c:ADU", office);
      item(xml, ruling.itemId());
      xml.open("c:RESPUESTA")
          .element("a:FECHACEPTACION", date.format(ruling.at()))
          .element("a:NUMEROENCRIPTADO", ruling.registration().substring(4))
          .element("a:ESTADO", state(ruling.verdict()))
          .element("a:TIPOSELECCION", ruling.verdict() == Verdict.HELD ? "01" : "00")
          .close("c:RESPUESTA")
          .close("e:CABEZA");
      if (ruling.dutiable()) {
        account(xml, ruling);
      }
      xml.close("DIN");
    }
    return envelope.end(xml);
  }

  private static void account(XmlText xml, Ruling ruling) {
    xml.open("e:ITEMS").open("is:ITEM").element("it:NUMITEM", "001");
    xml.element("it:CIFITEM", "%013.2f".formatted(ruling.base())).open("it:CUENTASITEM");
    xml.open("cs:CUENTAITEM")
        .element("ci:OTRO", "%011.6f".formatted(ruling.rate()))
        .element("ci:CTA", "223")
        .element("ci:SIGVAL", "+")
        .element("ci:VALOR", "%013.2f".formatted(ruling.duty()))
        .close("cs:CUENTAITEM");
    xml.close("it:CUENTASITEM").close("is:ITEM").close("e:ITEMS");
  }

  private static void item(XmlText xml, String itemId) {
    xml.open("c:ORIGENTRANSPALMACENAJE")
        .element("o:NUMCONOC", itemId)
        .close("c:ORIGENTRANSPALMACENAJE");
  }

  private static String state(Verdict verdict) {
    return switch (verdict) {
      case REGISTERED -> "ACEPTADO";
      case HELD -> "SELECCIONADO";
      case DOCUMENTS -> "SIN ANTECEDENTES";
      case DUTY -> "POR PAGAR";
      case RELEASED -> "LIBERADO";
      // it takes no cancellation and no return, so neither is ever its answer
      case REFUSED, CANCELLED, RETURNED -> "DENEGADO";
    };
  }

  private static XmlText din(XmlText xml) {
    var declared =
        BLOCKS.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(
                block ->
                    Stream.of(" xmlns:", block.getKey(), "=\"", BASE + block.getValue(), "\""));
    return xml.open("DIN" + String.join("", declared.toList()));
  }

  @Override
  public String mediaType() {
    return "text/xml; charset=utf-8";
  }
}
