package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import java.util.List;
import java.util.Locale;
import org.chasqui.console.html.Element;

/** What stands around every page: head, navigation, language, who is signed in. */
final class Frame {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  private static final String HTMX =
      "{\"includeIndicatorStyles\":false,\"allowEval\":false,\"selfRequestsOnly\":true,"
          + "\"historyCacheSize\":0}";

  /** What a change of the language keeps of the query. */
  private static final List<String> KEPT =
      List.of(
          "q",
          "to",
          "administration",
          "state",
          "kind",
          "cursor",
          "operator",
          "origin",
          "destination",
          "from",
          "month");

  private final SignIn signIn;

  Frame(SignIn signIn) {
    this.signIn = signIn;
  }

  /** A whole page. */
  ApiResponse page(Call call, int status, String title, Element... main) {
    var texts = call.texts();
    var body =
        el("body")
            .add(el("a", texts.get("nav.skip")).attr("class", "skip").attr("href", "#main"))
            .add(header(call))
            .add(el("main").attr("id", "main").attr("tabindex", "-1").add(main))
            .add(footer(call));
    var html = el("html").attr("lang", call.language().getLanguage()).add(head(title)).add(body);
    return dressed(call, ApiResponse.text(status, "text/html; charset=utf-8", html.document()));
  }

  /** A part of a page that replaces itself. */
  ApiResponse part(Call call, Element part) {
    return dressed(call, ApiResponse.text(200, "text/html; charset=utf-8", part.fragment()));
  }

  /** An error as a page for who reads with a browser; any other answer as it is. */
  ApiResponse readable(Call call, ApiResponse answer) {
    boolean browser =
        call.request().header("Accept").filter(a -> a.contains("text/html")).isPresent();
    if (!browser || !ProblemDetails.MEDIA_TYPE.equals(answer.headers().get("Content-Type"))) {
      return answer;
    }
    var problem = Json.read(answer.body()).orElseThrow();
    var title = problem.path("title").asText();
    var viewer = signIn.caller(call.request(), Route.Guard.COOKIE).orElse(null);
    var seen = new Call(call.request(), call.parameters(), viewer, call.language());
    var page =
        page(
            seen,
            answer.status(),
            title,
            el("h1", title),
            classed("p", "alert").attr("role", "alert").text(problem.path("detail").asText()));
    answer.headers().forEach((name, value) -> page.headers().putIfAbsent(name, value));
    return page;
  }

  /** A hidden field that proves that a form is ours. */
  Element formKey(Call call) {
    return el("input")
        .attr("type", "hidden")
        .attr("name", "key")
        .attr("value", signIn.formKey(call.request()));
  }

  private static ApiResponse dressed(Call call, ApiResponse answer) {
    var dressed =
        answer
            .with("Content-Security-Policy", POLICY)
            .with("Content-Language", call.language().getLanguage())
            .with("Vary", "Accept-Language, Cookie");
    return call.query("lang").isPresent()
        ? dressed.with("Set-Cookie", Language.cookie(call.language()))
        : dressed;
  }

  private static Element head(String title) {
    return el("head")
        .add(el("meta").attr("charset", "utf-8"))
        .add(
            el("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1"))
        .add(el("meta").attr("name", "color-scheme").attr("content", "light dark"))
        .add(el("meta").attr("name", "htmx-config").attr("content", HTMX))
        .add(el("title", title + " · Chasqui"))
        .add(el("link").attr("rel", "icon").attr("href", "/static/chasqui.svg"))
        .add(el("link").attr("rel", "stylesheet").attr("href", "/static/console.css"))
        .add(el("script").attr("src", "/static/htmx.min.js").attr("defer", ""))
        .add(el("script").attr("src", "/static/console.js").attr("type", "module"));
  }

  private Element header(Call call) {
    var texts = call.texts();
    var header =
        classed("header", "top")
            .add(
                classed("a", "brand")
                    .attr("href", "/")
                    .add(
                        el("img")
                            .attr("src", "/static/chasqui.svg")
                            .attr("alt", "")
                            .attr("width", "24")
                            .attr("height", "24"))
                    .add(el("span", "Chasqui")));
    if (call.caller() != null) {
      header.add(navigation(call), find(texts), viewer(call));
    }
    return header.add(languages(call));
  }

  private static Element navigation(Call call) {
    var texts = call.texts();
    return el("nav")
        .attr("aria-label", texts.get("nav.label"))
        .add(link(call, "/", texts.get("nav.region")))
        .add(link(call, "/administrations", texts.get("nav.administrations")))
        .add(link(call, "/items", texts.get("nav.items")))
        .add(link(call, "/alarms", texts.get("nav.alarms")))
        .add(link(call, "/parked", texts.get("nav.parked")))
        .add(link(call, "/quality", texts.get("nav.quality")));
  }

  private static Element link(Call call, String href, String text) {
    boolean here =
        href.equals("/")
            ? call.request().path().equals("/")
            : call.request().path().startsWith(href);
    return el("a", text).attr("href", href).attr("aria-current", here ? "page" : null);
  }

  private static Element find(Texts texts) {
    return classed("form", "find")
        .attr("role", "search")
        .attr("action", "/items")
        .add(
            el("input")
                .attr("name", "q")
                .attr("type", "search")
                .attr("aria-label", texts.get("find.label"))
                .attr("placeholder", "RR123456785CL")
                .attr("autocomplete", "off")
                .attr("spellcheck", "false"))
        .add(el("button", texts.get("find.button")));
  }

  private Element viewer(Call call) {
    var texts = call.texts();
    return classed("form", "viewer")
        .attr("method", "post")
        .attr("action", "/sign-out")
        .add(formKey(call))
        .add(
            classed("span", "who")
                .attr("title", texts.get("nav.signed-in"))
                .text(call.caller().party()))
        .add(classed("button", "quiet").text(texts.get("nav.sign-out")));
  }

  private static Element languages(Call call) {
    var list = classed("ul", "languages").attr("aria-label", call.texts().get("nav.language"));
    for (var language : Language.ALL) {
      list.add(
          el("li")
              .add(
                  el("a", language.getLanguage().toUpperCase(Locale.ROOT))
                      .attr("href", here(call, language))
                      .attr("hreflang", language.getLanguage())
                      .attr("lang", language.getLanguage())
                      .attr("title", language.getDisplayLanguage(language))
                      .attr("aria-current", language.equals(call.language()) ? "true" : null)));
    }
    return list;
  }

  private static String here(Call call, Locale language) {
    var path = new StringBuilder(call.request().path()).append('?');
    for (var name : KEPT) {
      call.query(name)
          .ifPresent(v -> path.append(name).append('=').append(Form.encode(v)).append('&'));
    }
    return path.append("lang=").append(language.getLanguage()).toString();
  }

  private static Element footer(Call call) {
    return el("footer")
        .add(el("span", call.texts().get("footer.about")))
        .add(el("a", call.texts().get("footer.api")).attr("href", "/openapi.json"));
  }
}
