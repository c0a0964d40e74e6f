package org.chasqui.codec.folder;

import java.util.List;
import java.util.Map;

/**
 * What a folder's {@code format.yaml} says, valid by {@code
 * config/schema/format/format-1.schema.json}.
 *
 * @param description for people
 * @param source where its facts come from: standard, clause, file
 * @param confidence documented, inferred, unknown or ours
 * @param writes null for a format that is only read
 * @param reads null for a format that is only written
 * @param settings that a profile may give
 * @param codeMaps that a profile may give
 * @param longestSeconds of processor time, after which a run of a template counts as one that does
 *     not end
 * @param hub what the simulated hub needs, or null
 * @param cases with what the golden cases are run
 */
record FormatDefinition(
    String description,
    String source,
    String confidence,
    Writes writes,
    Reads reads,
    Map<String, Setting> settings,
    List<String> codeMaps,
    Integer longestSeconds,
    Hub hub,
    Cases cases) {

  FormatDefinition {
    settings = settings == null ? Map.of() : settings;
    codeMaps = codeMaps == null ? List.of() : codeMaps;
    longestSeconds = longestSeconds == null ? 5 : longestSeconds;
  }

  /**
   * The documents that are sent.
   *
   * @param kinds schema names of the regional messages
   * @param template the style sheet
   * @param schema XSD or JSON Schema of the documents, or null
   * @param batch most messages in one document
   * @param together paths of what the messages of one document have in common
   * @param carries by kind, paths of the fields that the document carries; every other populated
   *     field is told as lost
   * @param implies by kind, fields that the document says by being what it is, each with the reason
   */
  record Writes(
      List<String> kinds,
      String template,
      String mediaType,
      String schema,
      Integer batch,
      List<String> together,
      Map<String, List<String>> carries,
      Map<String, Map<String, String>> implies) {
    Writes {
      implies = implies == null ? Map.of() : implies;
      batch = batch == null ? 1 : batch;
      together = together == null ? List.of() : together;
    }
  }

  /**
   * The answers that are read.
   *
   * @param as xml, json or text
   * @param recognises pattern that is found in the first 4,096 bytes of an answer
   * @param mostBytes of an answer
   */
  record Reads(
      List<String> kinds,
      String template,
      String as,
      String schema,
      String recognises,
      Integer mostBytes) {
    Reads {
      mostBytes = mostBytes == null ? 8 << 20 : mostBytes;
    }
  }

  /**
   * A setting of the profile, a parameter of the templates by its name.
   *
   * @param value when the profile gives none; null for none
   */
  record Setting(String about, Boolean required, String value) {
    Setting {
      required = Boolean.TRUE.equals(required);
    }
  }

  /**
   * What the simulated hub needs.
   *
   * @param items XPath from a document as the reading sees it to the ids of its items
   * @param template style sheet from rulings to an answer; without it the hub answers in regional
   *     JSON
   */
  record Hub(String items, String template, String mediaType) {}

  /** The party for which the golden cases are run, and the time and reference of documents. */
  record Cases(
      String party,
      String name,
      String country,
      String currency,
      String zone,
      List<String> languages,
      String at,
      String reference,
      Map<String, String> settings,
      Map<String, Map<String, String>> codes) {
    Cases {
      settings = settings == null ? Map.of() : settings;
      codes = codes == null ? Map.of() : codes;
    }
  }
}
