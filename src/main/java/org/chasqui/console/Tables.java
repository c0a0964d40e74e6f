package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import java.util.List;
import org.chasqui.console.html.Element;

/** Tables with captions and headers, which become lists of cards on a narrow screen. */
final class Tables {
  private Tables() {}

  static Element table(String caption, Element head, List<Element> rows) {
    return classed("div", "table")
        .add(
            el("table")
                .add(classed("caption", "hidden").text(caption))
                .add(el("thead").add(head))
                .add(el("tbody").addAll(rows)));
  }

  static Element head(Texts texts, String prefix, List<String> columns) {
    var row = el("tr");
    columns.forEach(column -> row.add(el("th", texts.get(prefix + column)).attr("scope", "col")));
    return row;
  }

  /** Terms and what stands for them. */
  static Element facts(Element... pairs) {
    return classed("dl", "facts").add(pairs);
  }

  static Element fact(String term, Element value) {
    return value == null ? null : el("div").add(el("dt", term), el("dd").add(value));
  }

  static Element fact(String term, String value) {
    return value == null || value.isEmpty() ? null : fact(term, el("span", value));
  }

  /** One row, cell by cell; each cell knows its column's name for narrow screens. */
  static final class Row {
    private final Element row = el("tr");
    private final Texts texts;
    private final String prefix;
    private final List<String> columns;
    private int next;

    Row(Texts texts, String prefix, List<String> columns) {
      this.texts = texts;
      this.prefix = prefix;
      this.columns = columns;
    }

    Row head(Element content) {
      row.add(el("th").attr("scope", "row").add(content));
      next++;
      return this;
    }

    Row cell(Element content) {
      row.add(labelled(el("td")).add(content));
      return this;
    }

    Row text(String content) {
      row.add(labelled(el("td")).text(content == null ? "–" : content));
      return this;
    }

    Row number(Long count) {
      return number(count == null || count == 0 ? "–" : Numbers.count(count, texts.language()));
    }

    Row number(String count) {
      row.add(labelled(classed("td", "number")).text(count));
      return this;
    }

    Element row() {
      return row;
    }

    private Element labelled(Element cell) {
      return cell.attr("data-label", texts.get(prefix + columns.get(next++)));
    }
  }
}
