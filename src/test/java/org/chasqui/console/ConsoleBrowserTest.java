package org.chasqui.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The console in a real browser over a real socket, on a real ledger. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleBrowserTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** 210 mm without two margins of 12 mm, at 96 to the inch. */
  private static final int A4_WITHIN_MARGINS = 703;

  private Scene scene;
  private HttpHarness server;
  private Browser browser;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    assumeThat(Browser.chromium()).as("Chromium is installed").isPresent();
    assumeThat(Browser.driver()).as("chromedriver is installed").isPresent();
    scene = new Scene(folder);
    server = new HttpHarness(scene.api);
    browser = new Browser(folder.resolve("profile"));
    go("/sign-in");
    find("#token").sendKeys(scene.operator + Keys.ENTER);
    until("#region");
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
      server.close();
      scene.close();
    }
  }

  @BeforeEach
  void desktop() {
    browser.size(1440, 1000);
    browser.dark(false);
  }

  @AfterEach
  void noComplaints() {
    assertThat(browser.complaints()).isEmpty();
  }

  private void go(String path) {
    browser.open(server.url().resolve(path));
  }

  private WebElement find(String css) {
    return browser.driver.findElement(By.cssSelector(css));
  }

  private WebElement until(String css) {
    return await()
        .atMost(PATIENCE)
        .until(() -> browser.driver.findElements(By.cssSelector(css)), found -> !found.isEmpty())
        .getFirst();
  }

  private String focused() {
    return (String)
        browser.run("return document.activeElement.id || document.activeElement.className");
  }

  @Test
  void showsTheRegionAtAGlance() {
    go("/");

    assertThat(browser.driver.findElements(By.cssSelector(".tile"))).hasSize(22);
    assertThat(find("#tile-do").getAttribute("class")).contains("bad");
    assertThat(find("[data-party=br] [data-label=Decided]").getText()).isEqualTo("1");
  }

  @Test
  void refreshesTheRegionByItselfAndKeepsTheFocus() {
    go("/");
    browser.run(
        "window.old = document.getElementById('region');"
            + " document.getElementById('row-br').focus()");

    await()
        .atMost(PATIENCE)
        .until(() -> (Boolean) browser.run("return !document.body.contains(window.old)"));

    assertThat(focused()).isEqualTo("row-br");
  }

  @Test
  void findsAnItemAndShowsItsDocumentsSideBySide() {
    go("/");
    var item = scene.story.decided.getFirst();
    find(".find input").sendKeys(item.toLowerCase(Locale.ROOT) + Keys.ENTER);
    until("h1.item-id");

    var panes = browser.driver.findElements(By.cssSelector("details[open] .pane"));
    assertThat(panes).hasSize(3);
    assertThat(panes)
        .extracting(pane -> pane.getRect().y)
        .containsOnly(panes.getFirst().getRect().y);
    assertThat(panes.get(0).getText()).contains("CNI+1+" + item);
    assertThat(panes.get(1).getText()).contains("\"itemId\": \"" + item + "\"");
    assertThat(panes.get(2).getText()).contains("numeroRemessa");
    assertThat(browser.driver.findElements(By.cssSelector(".hop"))).hasSizeGreaterThan(5);
  }

  @Test
  void hintsAtAWrongCheckDigit() {
    go("/items?q=RR123456789CL");

    assertThat(find("[role=status]").getText()).contains("is 9").contains("give 5");
  }

  @Test
  void changesTheLanguageAndRemembersIt() {
    go("/");
    find(".languages a[lang=pt]").click();
    until("html[lang=pt]");
    go("/parked");
    assertThat(find("h1").getText()).isEqualTo("Entregas retidas");

    find(".languages a[lang=en]").click();
    until("html[lang=en]");
  }

  @Test
  void leadsTheKeyboardToTheContentFirst() {
    go("/");
    new Actions(browser.driver).sendKeys(Keys.TAB).perform();
    assertThat(focused()).isEqualTo("skip");
    assertThat(find(".skip").getRect().x).isNotNegative();
    new Actions(browser.driver).sendKeys(Keys.ENTER).perform();
    assertThat(focused()).isEqualTo("main");

    new Actions(browser.driver).sendKeys("/").perform();
    assertThat(browser.run("return document.activeElement.name")).isEqualTo("q");
    assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 768, 1024})
  void fitsAnyWidthWithoutSidewaysScrolling(int width) {
    browser.size(width, 800);
    for (var path :
        new String[] {
          "/",
          "/items?q=EA",
          "/items/" + scene.story.decided.getFirst(),
          "/items/" + scene.story.parked.getFirst(),
          "/parked",
          "/interchanges/" + scene.story.declared,
          "/deliveries/" + scene.story.parkedDelivery,
          "/administrations",
          "/administrations/br",
          "/administrations/uy",
          "/quality",
          "/quality/report"
        }) {
      go(path);
      assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
          .as(path)
          .isLessThanOrEqualTo(width);
    }
  }

  @Test
  void showsTheQualityOfALaneAndItsReport() {
    go("/quality");
    assertThat(find("[data-total=declarations]").getText()).isNotEqualTo("0");
    find("input[name=destination]").sendKeys("br" + Keys.ENTER);
    until("input[name=destination][value=BR]");

    assertThat(find("[data-measure='addressee.contact'] [data-label='How to mend']").getText())
        .startsWith("Ask the sender");
    assertThat(browser.driver.findElements(By.cssSelector("tbody th small")))
        .extracting(WebElement::getText)
        .contains("CL → BR")
        .doesNotContain("CL → JM");
    find("#report").click();
    until("article.report");
    assertThat(find(".report .facts").getText()).contains("(UTC)").contains("* → BR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "pt", "fr"})
  void printsTheReportOfQualityWithinTheWidthOfA4(String language) {
    browser.size(A4_WITHIN_MARGINS, 1000);
    go("/quality/report?lang=" + language);
    try {
      browser.print(true);

      assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(A4_WITHIN_MARGINS);
      assertThat(browser.run("return getComputedStyle(document.querySelector('tbody tr')).display"))
          .isEqualTo("table-row");
      assertThat(find(".top").isDisplayed()).isFalse();
      assertThat(find("footer").isDisplayed()).isFalse();
    } finally {
      browser.print(false);
      go("/?lang=en");
    }
  }

  @Test
  void turnsDarkWithTheSystem() {
    go("/");
    assertThat(lightness("body", "backgroundColor")).isGreaterThan(200);

    browser.dark(true);

    assertThat(lightness("body", "backgroundColor")).isLessThan(50);
    assertThat(lightness("body", "color")).isGreaterThan(200);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void keepsTextsLegible(boolean dark) {
    browser.dark(dark);
    for (var path : new String[] {"/", "/items/" + scene.story.unusable, "/parked", "/quality"}) {
      go(path);
      assertThat((Number) browser.run(Contrast.LEAST))
          .as(path)
          .satisfies(least -> assertThat(least.doubleValue()).isGreaterThanOrEqualTo(4.5));
    }
  }

  @Test
  void replaysAParkedDelivery(@TempDir Path folder) throws Exception {
    try (var own = new Scene(folder);
        var ownServer = new HttpHarness(own.api)) {
      browser.open(ownServer.url().resolve("/sign-in?to=/parked"));
      find("#token").sendKeys(own.operator + Keys.ENTER);
      until("form[action$='/replay'] button").click();

      assertThat(until(".notice[role=status]").getText())
          .contains(Long.toString(own.story.parkedDelivery));
      assertThat(browser.driver.findElements(By.cssSelector("form[action$='/replay']"))).isEmpty();
    }
    go("/sign-in");
    find("#token").sendKeys(scene.operator + Keys.ENTER);
    until("#region");
  }

  private int lightness(String css, String property) {
    var colour =
        (String)
            browser.run(
                "return getComputedStyle(document.querySelector('" + css + "'))." + property);
    return Integer.parseInt(colour.replaceAll("[^0-9,]", "").split(",")[1]);
  }
}
