package org.chasqui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.chasqui.message.MessageKind;
import org.junit.jupiter.api.Test;

/** The profiles that are shipped. */
class ShippedProfilesTest {
  @Test
  void loads() throws Exception {
    var open = new FormatCatalog() {
      public Set<MessageKind> writes(String codec) { return Set.of(MessageKind.values()); }
      public boolean reads(String codec) { return true; }
      public Set<String> settings(String codec) { return codec.startsWith("siscomex") ? Set.of("cnpjDeclarante") : Set.of(); }
      public Set<String> requiredSettings(String codec) { return Set.of(); }
      public Set<String> codeMaps(String codec) { return Set.of("decision-status"); }
      public int batchLimit(String codec) { return 1000; }
    };
    long t = System.nanoTime();
    var profiles = Profiles.load(Path.of("config"), Map.of(), open);
    System.out.println((System.nanoTime() - t) / 1e6 + " ms");
    assertThat(profiles.administrations()).hasSize(22);
    for (var p : profiles.administrations()) {
      for (var rule : p.identifiers()) {
        if (rule.example() != null) {
          assertThat(profiles.identifierChecks().check(rule, rule.example())).as(rule.toString()).isEqualTo(IdentifierChecks.Verdict.VALID);
        }
      }
    }
  }
}
