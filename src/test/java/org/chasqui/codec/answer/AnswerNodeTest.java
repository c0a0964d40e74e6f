package org.chasqui.codec.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** One tree from two forms, within bounds. */
class AnswerNodeTest {
  @Test
  void xmlAndJsonGiveTheSame() throws Exception {
    var xml = xml("<a><n> 7 </n><e/><l><x><t>1</t></x><x><t>2</t></x></l><n>8</n></a>");
    var json = json("{\"n\":7,\"e\":null,\"l\":[{\"t\":\"1\"},{\"t\":2}],\"o\":{}}");
    for (var node : new AnswerNode[] {xml, json}) {
      assertThat(node.text("n")).isEqualTo("7");
      assertThat(node.text("e")).isNull();
      assertThat(node.text("l")).isNull();
      assertThat(node.parts("l")).extracting(each -> each.text("t")).containsExactly("1", "2");
      assertThat(node.parts("missing")).isEmpty();
      assertThat(node.part("missing").part("deeper").text("x")).isNull();
    }
  }

  @Test
  void whatIsTooDeepIsSkippedAndTheRestRead() throws Exception {
    var deep = "<d>".repeat(40) + "</d>".repeat(40);
    assertThat(xml("<a>" + deep + "<n>1</n></a>").text("n")).isEqualTo("1");
    var nested = "{\"d\":".repeat(40) + "1" + "}".repeat(40);
    assertThat(json("{\"d\":" + nested + ",\"n\":1}").text("n")).isEqualTo("1");
  }

  @Test
  void whatIsTooMuchIsSkipped() throws Exception {
    assertThat(xml("<a><l>" + "<x>1</x>".repeat(9000) + "</l></a>").parts("l"))
        .hasSizeBetween(4000, 5000);
    assertThat(json("{\"l\":[" + "1,".repeat(9000) + "1]}").parts("l")).hasSizeBetween(4000, 5000);
    assertThat(json("{\"t\":\"" + "x".repeat(9000) + "\"}").text("t")).hasSize(4000);
  }

  private static AnswerNode xml(String text) throws Exception {
    var xml = AnswerXml.factory().createXMLStreamReader(new StringReader(text));
    xml.next();
    return AnswerNode.of(xml);
  }

  private static AnswerNode json(String text) throws Exception {
    var json = new JsonFactory().createParser(text);
    json.nextToken();
    return AnswerNode.of(json);
  }
}
