package org.chasqui.console.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chasqui.console.html.Element.el;

import org.junit.jupiter.api.Test;

class ElementTest {
  @Test
  void escapesTextsAndValues() {
    var written = el("p", "<script>&'\"").attr("title", "\"><b>").fragment();

    assertThat(written)
        .isEqualTo("<p title=\"&quot;&gt;&lt;b&gt;\">&lt;script&gt;&amp;&#39;&quot;</p>");
  }

  @Test
  void replacesControlCharacters() {
    assertThat(el("p", "a\u0000b\u001bc").fragment()).isEqualTo("<p>a\uFFFDb\uFFFDc</p>");
  }

  @Test
  void leavesOutWhatIsAbsent() {
    assertThat(el("a").attr("href", null).text(null).add((Element) null).fragment())
        .isEqualTo("<a></a>");
  }

  @Test
  void knowsNeitherHandlersNorInlineScripts() {
    assertThatThrownBy(() -> el("a").attr("onclick", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> el("script", "alert(1)").fragment())
        .isInstanceOf(IllegalStateException.class);
  }
}
