package org.chasqui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
  private static final Pattern TAG = Pattern.compile("<[^>]+>");
  private Scene scene;

  @BeforeAll
  void tell(@TempDir Path folder) throws Exception {
    scene = new Scene(folder);
  }

  @AfterAll
  void close() {
    scene.close();
  }

  private List<String> addresses() {
    return List.of(
        "/",
        "/region",
        "/items",
        "/items?q=RR123456789CL",
        "/items?q=nonsense",
        "/items?q=RR123456785CL",
        "/items/" + scene.story.decided.getFirst(),
        "/items/" + scene.story.unusable,
        "/items/" + scene.story.parked.getFirst(),
        "/items/RR123456785CL",
        "/parked",
        "/parked?replayed=1",
        "/interchanges/" + scene.story.declared,
        "/deliveries/" + scene.story.parkedDelivery,
        "/deliveries/" + scene.story.offered,
        "/administrations",
        "/administrations/uy",
        "/administrations/br",
        "/administrations/jm",
        "/alarms",
        "/alarms?state=awaited&kind=EVENT_MISSING",
        "/quality",
        "/quality?operator=cla&origin=cl",
        "/quality?month=2020-02",
        "/quality/report",
        "/quality/report?month=2020-02",
        "/nowhere");
  }

  private String page(String address, String language) {
    return new String(scene.page(scene.operator, address, language).body(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "pt", "fr"})
  void noPageShowsARawKey(String language) {
    var keys = ResourceBundle.getBundle(Texts.BUNDLE).keySet();
    for (var address : addresses()) {
      var words = List.of(TAG.matcher(page(address, language)).replaceAll(" ").split("\\s+"));
      assertThat(words).as(address).doesNotContainAnyElementsOf(keys);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "pt", "fr"})
  void everyPageNamesItsLanguageAndHasOneHeading(String language) {
    for (var address : addresses()) {
      if (!address.equals("/region")) {
        assertThat(page(address, language))
            .as(address)
            .contains("<html lang=\"" + language + "\">")
            .contains("<main id=\"main\"")
            .containsOnlyOnce("<h1");
      }
    }
  }

  @Test
  void noPageHasInlineScriptsOrStyles() {
    for (var address : addresses()) {
      assertThat(page(address, "en"))
          .as(address)
          .doesNotContain("style=")
          .doesNotContain("<style")
          .doesNotContainPattern("<script>|\\son[a-z]+=");
      assertThat(scene.page(scene.operator, address, "en").headers().get("Content-Security-Policy"))
          .contains("script-src 'self'")
          .doesNotContain("unsafe");
    }
  }

  @Test
  void showsALossBesideTheFieldThatItConcerns() {
    var page = page("/items/" + scene.story.decided.getFirst(), "en");

    assertThat(page)
        .containsPattern(
            "originOperatorCode&quot;: &quot;CLA&quot;,</code><p class=\"note warning\">");
  }

  @Test
  void showsAProblemBesideTheSegmentThatItConcerns() {
    assertThat(page("/items/" + scene.story.unusable, "en"))
        .containsPattern("KGM:<mark>A[0-9.]+</mark>&#39;</code><p class=\"note error\">");
  }

  @Test
  void sendsWhoIsNotSignedInToTheDoor() {
    var answer = scene.call("GET", null, "/parked", null, Map.of("Accept", "text/html"));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.headers()).containsEntry("Location", "/sign-in?to=%2Fparked");
  }

  @Test
  void signsInWithATokenAndKeepsItFromScripts() {
    var answer =
        scene.call("POST", null, "/sign-in", "token=" + scene.post + "&to=/parked", Map.of());

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.headers()).containsEntry("Location", "/parked");
    assertThat(answer.headers().get("Set-Cookie")).contains("HttpOnly").contains("SameSite=Strict");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example/", "https://evil.example/", "/\\evil.example"})
  void goesNowhereElseAfterSigningIn(String to) {
    var answer =
        scene.call(
            "POST", null, "/sign-in", "token=" + scene.post + "&to=" + Form.encode(to), Map.of());

    assertThat(answer.headers()).containsEntry("Location", "/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "token=", "token=chq_wrongwrongwrong", "token=a%20b%0d%0aX:y"})
  void refusesATokenThatIsNotValid(String form) {
    var answer = scene.call("POST", null, "/sign-in", form, Map.of());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers()).doesNotContainKey("Set-Cookie");
  }

  @Test
  void replaysOnlyFromAFormOfItsOwn() {
    var address = "/parked/" + scene.story.parkedDelivery + "/replay";
    var cookie = Map.of("Cookie", SignIn.COOKIE + "=" + scene.operator);

    assertThat(scene.call("POST", null, address, "", cookie).status()).isEqualTo(403);
    assertThat(scene.call("POST", null, address, "key=guess", cookie).status()).isEqualTo(403);
  }

  @Test
  void offersNoReplayToWhoMayNot() {
    var page = scene.page(scene.post, "/deliveries/" + scene.story.parkedDelivery, "en");

    assertThat(new String(page.body(), StandardCharsets.UTF_8)).doesNotContain("/replay");
  }

  @Test
  void showsAPartyOnlyWhatIsItsOwn() {
    var item = "/items/" + scene.story.decided.getFirst();

    assertThat(scene.page(scene.stranger, item, "en").status()).isEqualTo(404);
    assertThat(scene.page(scene.brazil, item, "en").status()).isEqualTo(200);
    assertThat(new String(scene.page(scene.brazil, item, "en").body(), StandardCharsets.UTF_8))
        .contains("Only its sender sees the original")
        .doesNotContain("ITMATT");
  }

  @Test
  void listsAllAdministrationsOnMapAndTable() {
    var page = page("/", "en");

    assertThat(page.split("id=\"tile-")).hasSize(23);
    assertThat(page.split("id=\"row-")).hasSize(23);
  }

  @Test
  void servesItsFilesWithATagAndNothingElse() {
    var file = scene.get(null, "/static/console.css");
    var again = scene.get(null, "/static/console.css", "If-None-Match", file.headers().get("ETag"));

    assertThat(file.status()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(304);
    assertThat(scene.get(null, "/static/htmx.min.js").body()).hasSizeGreaterThan(40_000);
    assertThat(scene.get(null, "/static/..%2Ftexts.properties").status()).isEqualTo(404);
  }
}
