package org.chasqui.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a run came to, for a machine and to print. Holds no secret and no data of a person: items
 * are invented.
 *
 * @param party id of the administration
 * @param address of the hub
 * @param format codec of its profile
 * @param confidence how sure the format is, as the profile says
 */
public record ConformanceReport(
    String party,
    String name,
    String address,
    String format,
    String confidence,
    boolean confirmed,
    Instant at,
    List<CaseResult> cases) {

  /** How many cases ended so. */
  public long count(CaseResult.Verdict verdict) {
    return cases.stream().filter(each -> each.verdict() == verdict).count();
  }

  /** The report as JSON. */
  public String json() {
    var document = new LinkedHashMap<String, Object>();
    document.put("party", party);
    document.put("name", name);
    document.put("address", address);
    document.put("format", format);
    document.put("confidence", confidence);
    document.put("confirmed", confirmed);
    document.put("at", at.toString());
    document.put("passed", count(CaseResult.Verdict.PASSED));
    document.put("failed", count(CaseResult.Verdict.FAILED));
    document.put("notApplicable", count(CaseResult.Verdict.NOT_APPLICABLE));
    document.put("cases", cases);
    try {
      return JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build()
          .writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records become JSON", e);
    }
  }

  /** The report as a page to print, without script or anything from elsewhere. */
  public String html() {
    var page = new StringBuilder(8192);
    page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<title>Conformance of ")
        .append(escaped(party))
        .append("</title><style>")
        .append("body{font:10pt sans-serif;margin:2em}table{border-collapse:collapse;width:100%}")
        .append("td,th{border:1px solid #888;padding:.3em;text-align:left;vertical-align:top}")
        .append("td.FAILED{background:#fbb}td.PASSED{background:#bfb}code{font-size:8pt}")
        .append("tr{break-inside:avoid}@page{size:A4 landscape;margin:12mm}</style></head><body>");
    page.append("<h1>Conformance of ").append(escaped(name)).append("</h1><p>");
    page.append(escaped(address)).append(" · ").append(escaped(format)).append(" · ");
    page.append(escaped(confidence)).append(confirmed ? "" : ", not confirmed by the authority");
    page.append(" · ").append(at).append("</p><p>");
    page.append(count(CaseResult.Verdict.PASSED)).append(" passed, ");
    page.append(count(CaseResult.Verdict.FAILED)).append(" failed, ");
    page.append(count(CaseResult.Verdict.NOT_APPLICABLE)).append(" not applicable</p>");
    page.append("<table><tr><th>Case</th><th>Result</th><th>Expected</th><th>Found</th>")
        .append("<th>Calls: sent (sha256), answer</th></tr>");
    cases.forEach(each -> row(page, each));
    return page.append("</table></body></html>\n").toString();
  }

  private static void row(StringBuilder page, CaseResult each) {
    page.append("<tr><td>").append(escaped(each.name())).append("<br>");
    page.append(escaped(each.title())).append("</td><td class=\"").append(each.verdict());
    page.append("\">").append(each.verdict().name().replace('_', ' ')).append("</td><td>");
    page.append(escaped(each.expected())).append("</td><td>").append(escaped(each.reason()));
    page.append("</td><td>");
    for (var call : each.exchanges()) {
      page.append("<p>").append(escaped(call.method() + " " + call.path())).append(' ');
      if (call.requestSha256() != null) {
        page.append(call.requestBytes()).append(" bytes <code>");
        page.append(call.requestSha256()).append("</code> ");
      }
      page.append("→ ").append(call.status()).append(' ').append(escaped(call.meaning()));
      page.append("<br><code>").append(escaped(call.answer())).append("</code></p>");
    }
    page.append("</td></tr>\n");
  }

  private static String escaped(String text) {
    return text == null
        ? ""
        : text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
  }
}
