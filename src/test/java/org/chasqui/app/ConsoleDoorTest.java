package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The API and the console as the gateway's own door serves them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleDoorTest {
  private static final Path SAMPLE = Path.of("samples/itmatt-cl-br.edi");
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9]+)\"");
  private TestGateway gateway;
  private HttpClient browser;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    gateway = new TestGateway(folder).start();
    browser = HttpClient.newHttpClient();
  }

  @AfterAll
  void stop() throws Exception {
    browser.close();
    gateway.close();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(gateway.gateway().url() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> signIn() throws Exception {
    return send(
        to("/sign-in")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "token=" + gateway.token("cla") + "&to=%2Fparked")));
  }

  @Test
  void signsInByFormAndShowsThePages() throws Exception {
    var entered = signIn();
    assertThat(entered.statusCode()).isEqualTo(303);
    assertThat(entered.headers().firstValue("Location")).contains("/parked");
    var cookie = entered.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];

    for (var path :
        new String[] {"/", "/region", "/items?q=EA", "/parked", "/administrations/br"}) {
      var page = send(to(path).header("Cookie", cookie).header("Accept-Language", "pt"));
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
      assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
      assertThat(page.headers().map()).doesNotContainKeys("cookie", "accept-language");
    }
  }

  @Test
  void givesBackExactlyTheBytesThatWereSent() throws Exception {
    var bytes = Files.readAllBytes(SAMPLE);
    var sent = gateway.post("cla", "/v1/interchanges", "application/edifact", bytes);
    var id = ID.matcher(sent.body());
    assertThat(id.find()).isTrue();

    var raw =
        browser.send(
            to("/v1/interchanges/" + id.group(1) + "/raw")
                .header("Authorization", "Bearer " + gateway.token("cla"))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());

    assertThat(raw.statusCode()).isEqualTo(200);
    assertThat(raw.body()).isEqualTo(bytes);
    var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    assertThat(raw.headers().firstValue("ETag"))
        .contains('"' + HexFormat.of().formatHex(digest) + '"');
  }

  @Test
  void answersHeadOptionsAndWhatIsNotThere() throws Exception {
    var head = send(to("/health/live").method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();

    var options =
        send(to("/v1/interchanges").method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().firstValue("Allow")).contains("POST, OPTIONS");

    assertThat(send(to("/v1/interchanges")).statusCode()).isEqualTo(405);
    assertThat(send(to("/nowhere")).statusCode()).isEqualTo(404);
    assertThat(send(to("/v1/items")).statusCode()).isEqualTo(401);
  }

  @Test
  void servesFilesSchemasAndItsOwnDescription() throws Exception {
    assertThat(send(to("/static/console.css")).headers().firstValue("Content-Type"))
        .contains("text/css; charset=utf-8");
    assertThat(send(to("/openapi.json")).body()).contains("\"openapi\":\"3.1.0\"");
    assertThat(send(to("/schema/envelope.schema.json")).statusCode()).isEqualTo(200);
  }
}
