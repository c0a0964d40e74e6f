package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import java.util.Optional;
import org.chasqui.access.Caller;
import org.chasqui.access.Right;
import org.chasqui.console.html.Element;

/** Signing in to the console with a token, and out again. */
final class SignInPages {
  private static final int HOURS = 12;
  private final SignIn signIn;
  private final Frame frame;

  SignInPages(SignIn signIn, Frame frame) {
    this.signIn = signIn;
    this.frame = frame;
  }

  ApiResponse form(Call call) {
    return form(call, 200, call.query("to").orElse("/"), false);
  }

  ApiResponse enter(Call call) {
    var fields = Form.of(call.request());
    var token = fields.getOrDefault("token", "").strip();
    var caller =
        token.matches("[A-Za-z0-9_-]{10,200}") ? signIn.bearer(token) : Optional.<Caller>empty();
    if (caller.filter(c -> c.may(Right.READ_OWN) || c.may(Right.READ_ALL)).isEmpty()) {
      return form(call, 401, fields.getOrDefault("to", "/"), true);
    }
    return ApiResponse.seeOther(local(fields.getOrDefault("to", "/")))
        .with("Set-Cookie", cookie(call, token, HOURS * 3600));
  }

  ApiResponse leave(Call call) {
    if (!signIn.formKeyFits(call.request(), Form.of(call.request()).get("key"))) {
      return call.refuse(403, "error.form");
    }
    return ApiResponse.seeOther("/sign-in").with("Set-Cookie", cookie(call, "", 0));
  }

  private ApiResponse form(Call call, int status, String to, boolean refused) {
    var texts = call.texts();
    var form =
        classed("form", "sign-in card")
            .attr("method", "post")
            .attr("action", "/sign-in")
            .add(el("h1", texts.get("sign-in.title")))
            .add(refused ? alert(texts.get("sign-in.refused")) : null)
            .add(el("label", texts.get("sign-in.token")).attr("for", "token"))
            .add(
                el("input")
                    .attr("id", "token")
                    .attr("name", "token")
                    .attr("type", "password")
                    .attr("required", "")
                    .attr("autocomplete", "current-password")
                    .attr("autofocus", "")
                    .attr("aria-describedby", "token-hint"))
            .add(classed("p", "hint").attr("id", "token-hint").text(texts.get("sign-in.hint")))
            .add(el("input").attr("type", "hidden").attr("name", "to").attr("value", local(to)))
            .add(classed("button", "primary").text(texts.get("sign-in.button")));
    return frame.page(call, status, texts.get("sign-in.title"), form);
  }

  private static Element alert(String text) {
    return classed("p", "alert").attr("role", "alert").text(text);
  }

  /** A path of this console, never an address elsewhere. */
  private static String local(String to) {
    return to.matches("/[A-Za-z0-9/_.-]*") && !to.startsWith("//") ? to : "/";
  }

  private static String cookie(Call call, String token, int seconds) {
    boolean secure = call.request().header("X-Forwarded-Proto").filter("https"::equals).isPresent();
    return SignIn.COOKIE
        + "="
        + token
        + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
        + seconds
        + (secure ? "; Secure" : "");
  }
}
