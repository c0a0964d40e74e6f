package org.chasqui.connector;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.w3c.dom.Document;

/** The body of an answer, read as what it looks like: nothing, JSON or XML. */
sealed interface AnswerBody {

  /** Reads a body; empty when it is neither nothing nor well-formed JSON or XML. */
  static Optional<AnswerBody> of(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && (bytes[at] & 0xFF) <= ' ') {
      at++;
    }
    if (at == bytes.length) {
      return Optional.of(new Nothing());
    }
    // 0xEF begins a byte order mark, which XML allows
    return bytes[at] == '<' || (bytes[at] & 0xFF) == 0xEF ? Xml.read(bytes) : Json.read(bytes);
  }

  /** The text at a JSON pointer or XPath; empty when nothing is there. */
  Optional<String> at(String pointer);

  /** No body. */
  record Nothing() implements AnswerBody {
    @Override
    public Optional<String> at(String pointer) {
      return Optional.empty();
    }
  }

  /** A JSON object or array. */
  record Json(JsonNode root) implements AnswerBody {
    private static final JsonMapper MAPPER =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    static Optional<AnswerBody> read(byte[] bytes) {
      try {
        var root = MAPPER.readTree(bytes);
        return root.isContainerNode() ? Optional.of(new Json(root)) : Optional.empty();
      } catch (JsonProcessingException malformed) {
        return Optional.empty();
      } catch (IOException e) {
        throw new IllegalStateException("reading from memory cannot fail", e);
      }
    }

    @Override
    public Optional<String> at(String pointer) {
      var node = root.at(JsonPointer.compile(pointer));
      return node.isValueNode() && !node.isNull()
          ? Optional.of(node.asText()).filter(text -> !text.isBlank())
          : Optional.empty();
    }
  }

  /** An XML document. */
  record Xml(Document document) implements AnswerBody {
    static Optional<AnswerBody> read(byte[] bytes) {
      return XmlDocument.read(bytes).map(Xml::new);
    }

    @Override
    public Optional<String> at(String pointer) {
      return Optional.of(XPaths.text(pointer, document).strip()).filter(found -> !found.isEmpty());
    }

    /** True when an element of this local name stands anywhere in it. */
    boolean has(String name) {
      return document.getElementsByTagNameNS("*", name).getLength() > 0;
    }

    /** The texts at an XPath, without empty ones. */
    List<String> all(String pointer) {
      var nodes = XPaths.nodes(pointer, document);
      return IntStream.range(0, nodes.getLength())
          .mapToObj(i -> nodes.item(i).getTextContent().strip())
          .filter(text -> !text.isEmpty())
          .toList();
    }
  }
}
