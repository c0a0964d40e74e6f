package org.chasqui.codec.edifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The message definitions of a gateway. Built in are those of {@code config/edifact} at the time of
 * the build; a folder may replace them or add others.
 */
public final class Definitions {
  private static final String LIST = "messages.yaml";
  private static final String BUILT_IN = "definitions/";

  private final List<MessageDefinition> messages;

  private Definitions(List<MessageDefinition> messages) {
    this.messages = List.copyOf(messages);
  }

  /** Those built in. */
  public static Definitions builtIn() {
    return read(file -> Definitions.class.getResourceAsStream(BUILT_IN + file));
  }

  /**
   * Those of a folder with a {@code messages.yaml} that lists them.
   *
   * @throws DefinitionException with every fault of every file
   */
  public static Definitions of(Path folder) {
    return read(file -> open(folder, file));
  }

  /** All of them, in the order of {@code messages.yaml}. */
  public List<MessageDefinition> messages() {
    return messages;
  }

  /**
   * The definition for a type: among those of the partner, or else among those of no partner, the
   * one of this association code, else the one that names none, else the first.
   *
   * @param association 0057 of UNH, or null
   * @param partner the other side's id in UNB, or null
   */
  public Optional<MessageDefinition> find(String type, String association, String partner) {
    MessageDefinition best = null;
    int bestRank = 0;
    for (var message : messages) {
      int rank = message.type().equals(type) ? rank(message, association, partner) : 0;
      if (rank > bestRank) {
        best = message;
        bestRank = rank;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Zero for a layout of other partners; the partner weighs more than the association code. */
  private static int rank(MessageDefinition message, String association, String partner) {
    boolean theirs = partner != null && message.partners().contains(partner);
    if (!theirs && !message.partners().isEmpty()) {
      return 0;
    }
    int fit = message.association() == null ? 2 : 1;
    if (message.association() != null && message.association().equals(association)) {
      fit = 3;
    }
    return theirs ? fit + 3 : fit;
  }

  /**
   * Those of some types alone: to a reader that knows no others, a message of another is unknown.
   */
  public Definitions only(Set<String> types) {
    return new Definitions(
        messages.stream().filter(message -> types.contains(message.type())).toList());
  }

  /** What is wrong with the files of a folder, by file and line; empty when they can be used. */
  public static List<DefinitionFault> check(Path folder) {
    var faults = new ArrayList<DefinitionFault>();
    load(file -> open(folder, file), faults);
    return inOrder(faults);
  }

  private static InputStream open(Path folder, String file) throws IOException {
    var path = folder.resolve(file).normalize();
    return path.startsWith(folder.normalize()) && Files.isRegularFile(path)
        ? Files.newInputStream(path)
        : null;
  }

  private interface Source {
    /** Null when there is no such file. */
    InputStream open(String file) throws IOException;
  }

  private static Definitions read(Source source) {
    var faults = new ArrayList<DefinitionFault>();
    var definitions = load(source, faults);
    if (!faults.isEmpty()) {
      throw new DefinitionException(inOrder(faults));
    }
    return definitions;
  }

  private static List<DefinitionFault> inOrder(List<DefinitionFault> faults) {
    return faults.stream()
        .distinct()
        .sorted(Comparator.comparing(DefinitionFault::file).thenComparingInt(DefinitionFault::line))
        .toList();
  }

  private static Definitions load(Source source, List<DefinitionFault> faults) {
    var messages = new ArrayList<MessageDefinition>();
    var directories = new HashMap<String, Map<String, SegmentDefinition>>();
    var list = tree(source, LIST, faults);
    list.only(Set.of("messages"));
    if (!list.has("messages")) {
      list.fault("needs the key messages", null);
    }
    for (var entry : list.elements("messages")) {
      var name = entry.itself() == null ? entry.text("file") : entry.itself();
      if (entry.itself() == null) {
        entry.only(Set.of("file", "partners"));
      }
      var partners = entry.has("partners") ? entry.child("partners").texts() : Set.<String>of();
      var message = tree(source, name, faults);
      var segments = message.text("segments");
      var directory =
          directories.computeIfAbsent(
              segments, file -> SegmentParser.directory(tree(source, file, faults)));
      new DefinitionParser(directory)
          .message(message, partners)
          .ifPresent(definition -> add(messages, definition, entry));
    }
    return new Definitions(messages);
  }

  private static void add(
      List<MessageDefinition> messages, MessageDefinition added, DefinitionNode entry) {
    for (var known : messages) {
      boolean samePartners =
          known.partners().isEmpty()
              ? added.partners().isEmpty()
              : !Collections.disjoint(known.partners(), added.partners());
      if (known.type().equals(added.type())
          && Objects.equals(known.association(), added.association())
          && samePartners) {
        entry.fault(
            "must differ from the layout "
                + known.layout()
                + " before it in type, association code or partners",
            added.type());
      }
    }
    messages.add(added);
  }

  private static DefinitionNode tree(Source source, String file, List<DefinitionFault> faults) {
    try (var in = file.isEmpty() ? null : source.open(file)) {
      if (in == null && !file.isEmpty()) {
        faults.add(new DefinitionFault(file, 0, "", "must be a file of the folder", null));
      }
      return in == null
          ? DefinitionNode.absent(file)
          : DefinitionNode.read(file, in.readAllBytes(), faults::add);
    } catch (IOException e) {
      throw new UncheckedIOException("EDIFACT definition " + file, e);
    }
  }
}
