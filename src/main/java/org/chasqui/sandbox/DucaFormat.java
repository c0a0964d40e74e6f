package org.chasqui.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.profile.Profile;

/**
 * The DUCA in XML or JSON of our own: declarations in, checked against our schemas; declarations
 * out that customs have filled in (fields 2, 3, 34 and 53), with a state that is ours. Both forms
 * are written from one tree.
 */
final class DucaFormat implements HubFormat {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SCHEMA = "urn:chasqui:duca:1";

  /** The elements of lists, which XML names and JSON does not. */
  private static final Map<String, String> ELEMENTS =
      Map.of("declaraciones", "Duca", "lineas", "linea", "tributos", "tributo");

  private final boolean xml;
  private final ZoneId zone;
  private final String currency;
  private final XsdCheck xsd;
  private final JsonCheck check;

  DucaFormat(Profile profile, SandboxOptions options, boolean xml) {
    this.xml = xml;
    this.zone = profile.identity().zone();
    this.currency = profile.identity().currency();
    Path folder = options.config().resolve("formats/duca");
    this.xsd =
        options.strict() && xml
            ? XsdCheck.of(List.of(folder.resolve("duca.xsd")), "Duca", "referenciaDeclarante")
            : null;
    this.check = options.strict() && !xml ? JsonCheck.of(folder.resolve("duca.schema.json")) : null;
  }

  @Override
  public Submission read(byte[] document) {
    return xml ? readXml(document) : readJson(document);
  }

  private Submission readXml(byte[] document) {
    var quick = QuickScan.xmlTexts(document, null, "referenciaDeclarante");
    return xsd == null || !quick.faults().isEmpty()
        ? quick
        : new Submission(quick.itemIds(), xsd.faults(document), null);
  }

  private Submission readJson(byte[] document) {
    try {
      var root = JSON.readTree(document);
      var declarations = root.path("declaraciones");
      var itemIds = new ArrayList<String>();
      declarations.forEach(each -> itemIds.add(each.path("referenciaDeclarante").asText()));
      var faults =
          check == null ? List.<Fault>of() : check.faults(root, place -> item(declarations, place));
      return new Submission(itemIds, faults, null);
    } catch (JsonProcessingException e) {
      return QuickScan.unreadable("JSON");
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory cannot fail", e);
    }
  }

  /** The item of a place such as {@code /declaraciones/3/exportador}. */
  private static String item(JsonNode declarations, String place) {
    var steps = place.split("/");
    return steps.length > 2 && steps[2].matches("\\d{1,9}")
        ? declarations.path(Integer.parseInt(steps[2])).path("referenciaDeclarante").asText(null)
        : null;
  }

  @Override
  public HubAnswer receipt(String reference) {
    return RegionalFormat.accepted(reference);
  }

  @Override
  public HubAnswer refusal(List<Fault> faults) {
    return RegionalFormat.refused(faults);
  }

  @Override
  public byte[] decisions(List<Ruling> rulings) {
    var root = JSON.createObjectNode().put("esquema", SCHEMA);
    var declarations = root.putArray("declaraciones");
    rulings.forEach(ruling -> declaration(declarations.addObject(), ruling));
    if (!xml) {
      return root.toString().getBytes(StandardCharsets.UTF_8);
    }
    var text = new XmlText().open("Declaraciones");
    elements(text, declarations, "Duca");
    var written = new String(text.close("Declaraciones").bytes(), StandardCharsets.UTF_8);
    return written
        .replaceFirst("<Declaraciones>", "<Declaraciones xmlns=\"" + SCHEMA + "\">")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void declaration(ObjectNode duca, Ruling ruling) {
    var at =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            ruling.at().truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    duca.put("referenciaDeclarante", ruling.itemId());
    duca.put("numeroRegistro", ruling.registration());
    duca.put("fechaAceptacion", at);
    if (ruling.dutiable()) {
      liquidation(duca, ruling);
    }
    duca.put("estado", state(ruling.verdict()));
    var lane = lane(ruling.verdict());
    if (lane != null) {
      duca.put("canal", lane);
    }
    duca.put("fechaEstado", at);
    if (ruling.verdict() == Verdict.REFUSED) {
      duca.putObject("motivo").put("codigo", "PROHIBIDO").put("texto", "importación no permitida");
    }
  }

  private void liquidation(ObjectNode duca, Ruling ruling) {
    var amount = ruling.duty().toPlainString();
    duca.put("moneda", currency);
    var line = duca.putArray("lineas").addObject().put("numeroLinea", "1");
    var ofLine = line.putObject("liquidacion");
    ofLine
        .putArray("tributos")
        .addObject()
        .put("tipo", "DAI")
        .put("tasa", ruling.rate().toPlainString())
        .put("importe", amount);
    ofLine.put("total", amount);
    var general = duca.putObject("liquidacionGeneral");
    general.putArray("tributos").addObject().put("tipo", "DAI").put("total", amount);
    general.put("totalGeneral", amount);
  }

  private static void elements(XmlText text, ArrayNode list, String element) {
    for (var each : list) {
      text.open(element);
      fields(text, (ObjectNode) each);
      text.close(element);
    }
  }

  private static void fields(XmlText text, ObjectNode object) {
    for (var field : object.properties()) {
      switch (field.getValue()) {
        case ArrayNode list -> {
          text.open(field.getKey());
          elements(text, list, ELEMENTS.get(field.getKey()));
          text.close(field.getKey());
        }
        case ObjectNode group -> {
          text.open(field.getKey());
          fields(text, group);
          text.close(field.getKey());
        }
        default -> text.element(field.getKey(), field.getValue().asText());
      }
    }
  }

  private static String state(Verdict verdict) {
    return switch (verdict) {
      case REGISTERED -> "REGISTRADA";
      case HELD -> "REVISION_FISICA";
      case DOCUMENTS -> "REVISION_DOC";
      case DUTY -> "PENDIENTE_PAGO";
      case RELEASED -> "LEVANTE";
      case REFUSED, CANCELLED, RETURNED -> "RECHAZADA";
    };
  }

  private static String lane(Verdict verdict) {
    return switch (verdict) {
      case HELD -> "ROJO";
      case DOCUMENTS -> "AMARILLO";
      case RELEASED -> "VERDE";
      default -> null;
    };
  }

  @Override
  public String mediaType() {
    return xml ? "application/xml" : "application/json";
  }
}
