package org.chasqui.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.chasqui.access.AccessRegistry;
import org.chasqui.access.Caller;

/**
 * Who calls: by bearer token, or by the console's cookie, which holds the token itself so that any
 * node knows the viewer and a revoked token ends the session at once.
 */
final class SignIn {
  static final String COOKIE = "chasqui";
  private final AccessRegistry access;

  SignIn(AccessRegistry access) {
    this.access = access;
  }

  Optional<Caller> caller(ApiRequest request, Route.Guard guard) {
    return guard == Route.Guard.COOKIE
        ? cookie(request, COOKIE).flatMap(this::bearer)
        : access.authenticate(request.header("Authorization").orElse(null));
  }

  Optional<Caller> bearer(String token) {
    return access.authenticate("Bearer " + token);
  }

  /** Sends a viewer to the sign-in page and back again afterwards. */
  ApiResponse ask(Call call) {
    if (call.request().header("HX-Request").isPresent()) {
      return call.refuse(401, "error.token").with("HX-Redirect", "/sign-in");
    }
    var to = URLEncoder.encode(call.request().path(), StandardCharsets.UTF_8);
    return ApiResponse.seeOther(
        call.request().path().equals("/") ? "/sign-in" : "/sign-in?to=" + to);
  }

  /** The value that forms of this viewer carry so that no other site can send them. */
  String formKey(ApiRequest request) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      var token = cookie(request, COOKIE).orElse("-").getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(token, "HmacSHA256"));
      var digest = mac.doFinal("chasqui form".getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  boolean formKeyFits(ApiRequest request, String given) {
    return MessageDigest.isEqual(
        formKey(request).getBytes(StandardCharsets.UTF_8),
        given == null ? new byte[0] : given.getBytes(StandardCharsets.UTF_8));
  }

  static Optional<String> cookie(ApiRequest request, String name) {
    for (var header : request.headers().getOrDefault("Cookie", List.of())) {
      for (var pair : header.split(";")) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
          return Optional.of(pair.substring(equals + 1).strip()).filter(v -> !v.isEmpty());
        }
      }
    }
    return Optional.empty();
  }
}
