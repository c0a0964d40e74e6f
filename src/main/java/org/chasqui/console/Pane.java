package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.chasqui.console.document.Line;
import org.chasqui.console.document.Place;
import org.chasqui.console.html.Element;
import org.chasqui.ledger.ProblemRow;
import org.chasqui.message.Location;

/**
 * One document as it is shown: its lines, with each problem below the line that it is about; those
 * that no line stands for come first.
 */
final class Pane {
  private static final int DEEPEST = 12;
  private static final int FEW = 5;

  private final List<Line> lines;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<Integer, List<ProblemRow>> notes = new HashMap<>();
  private final List<ProblemRow> unplaced = new ArrayList<>();

  Pane(List<Line> lines) {
    this.lines = lines;
    for (int i = 0; i < lines.size(); i++) {
      places.putIfAbsent(lines.get(i).place(), i);
    }
    places.remove("");
  }

  /** True when a line stands for exactly this place. */
  boolean has(Optional<String> place) {
    return place.filter(places::containsKey).isPresent();
  }

  /** Puts a problem at its line, or at the nearest line above that there is. */
  void note(ProblemRow problem, Function<Location, Optional<String>> form) {
    var place = form.apply(problem.problem().location()).orElse("");
    while (!place.isEmpty() && !places.containsKey(place)) {
      place = Place.above(place);
    }
    var line = places.get(place);
    if (line == null) {
      unplaced.add(problem);
    } else {
      notes.computeIfAbsent(line, l -> new ArrayList<>()).add(problem);
    }
  }

  Element render(String title, Element about, Texts texts) {
    var pane =
        classed("section", "pane")
            .attr("aria-label", title)
            .add(el("h4", title))
            .add(about)
            .addAll(unplaced(texts));
    var code = classed("ol", "code").attr("tabindex", "0").attr("aria-label", title);
    for (int i = 0; i < lines.size(); i++) {
      code.add(line(i, texts));
    }
    return pane.add(lines.isEmpty() ? null : code);
  }

  private List<Element> unplaced(Texts texts) {
    var all = unplaced.stream().map(row -> note(row, texts)).toList();
    return all.size() <= FEW
        ? all
        : List.of(
            classed("details", "notes")
                .add(el("summary", texts.get("item.notes", all.size())))
                .addAll(all));
  }

  private Element line(int index, Texts texts) {
    var line = lines.get(index);
    var here = notes.getOrDefault(index, List.of());
    var item =
        classed("li", "d" + Math.min(line.depth(), DEEPEST) + (here.isEmpty() ? "" : " noted"))
            .add(text(line));
    return item.addAll(here.stream().map(row -> note(row, exact(row, index), texts)).toList());
  }

  private static Element text(Line line) {
    var span = line.mark();
    if (span == null) {
      return el("code", line.text());
    }
    return el("code")
        .text(line.text().substring(0, span.from()))
        .add(el("mark", line.text().substring(span.from(), span.to())))
        .text(line.text().substring(span.to()));
  }

  /** True when the line stands for the place itself, so that its text need not be repeated. */
  private boolean exact(ProblemRow row, int index) {
    var location = row.problem().location();
    var place = lines.get(index).place();
    return Place.inData(location).filter(place::equals).isPresent()
        || Place.inNational(location).filter(place::equals).isPresent();
  }

  static Element note(ProblemRow row, Texts texts) {
    return note(row, false, texts);
  }

  private static Element note(ProblemRow row, boolean here, Texts texts) {
    var problem = row.problem();
    return classed("p", "note " + problem.severity().name().toLowerCase(Locale.ROOT))
        .add(Badges.severity(problem.severity().name(), texts))
        .text(" ")
        .add(el("b", problem.code().code()))
        .text(" " + problem.text(texts.language()) + " ")
        .add(here ? null : el("small", problem.location().text()));
  }
}
