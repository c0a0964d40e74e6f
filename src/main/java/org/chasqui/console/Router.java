package org.chasqui.console;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chasqui.access.Caller;
import org.chasqui.access.Right;

/** Finds the route of a request, checks who calls, and answers what no route can. */
final class Router {
  private final List<Route> routes = new ArrayList<>();
  private final SignIn signIn;

  Router(SignIn signIn) {
    this.signIn = signIn;
  }

  Router open(String method, String path, String produces, Handler handler) {
    return add(method, path, Route.Guard.PUBLIC, Set.of(), produces, handler);
  }

  Router token(String method, String path, Set<Right> rights, String produces, Handler handler) {
    return add(method, path, Route.Guard.TOKEN, rights, produces, handler);
  }

  Router page(String method, String path, Handler handler) {
    return signedIn(method, path, "text/html", handler);
  }

  /** A file to keep, for who is signed in; whatever the browser says that it accepts. */
  Router file(String method, String path, Handler handler) {
    return signedIn(method, path, null, handler);
  }

  private Router signedIn(String method, String path, String produces, Handler handler) {
    return add(
        method,
        path,
        Route.Guard.COOKIE,
        Set.of(Right.READ_OWN, Right.READ_ALL),
        produces,
        handler);
  }

  /** A call that a door of the gateway answers before this router is asked. */
  Router elsewhere(String method, String path) {
    return add(method, path, Route.Guard.PUBLIC, Set.of(), null, null);
  }

  List<Route> routes() {
    return List.copyOf(routes);
  }

  ApiResponse route(ApiRequest request, Locale language) {
    var here = new Call(request, Map.of(), null, language);
    var path = Route.split(request.path());
    if (path.isEmpty()) {
      return here.refuse(400, "error.path");
    }
    var method = request.method().equals("HEAD") ? "GET" : request.method();
    var allowed = new LinkedHashSet<String>();
    for (var route : routes) {
      var parts = route.match(path.get());
      if (parts.isPresent()) {
        if (route.method().equals(method) && route.handler() != null) {
          return guarded(route, new Call(request, parts.get(), null, language));
        }
        allowed.add(route.method());
      }
    }
    return unrouted(here, allowed);
  }

  private static ApiResponse unrouted(Call call, Set<String> allowed) {
    if (allowed.isEmpty()) {
      return call.notFound();
    }
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    allowed.add("OPTIONS");
    var allow = String.join(", ", allowed);
    return call.request().method().equals("OPTIONS")
        ? ApiResponse.noContent().with("Allow", allow)
        : call.refuse(405, "error.method", allow).with("Allow", allow);
  }

  private ApiResponse guarded(Route route, Call call) {
    if (!Accept.allows(call.request().header("Accept").orElse(null), route.produces())) {
      return call.refuse(406, "error.accept", route.produces());
    }
    if (route.guard() == Route.Guard.PUBLIC) {
      return route.handler().handle(call);
    }
    var caller = signIn.caller(call.request(), route.guard());
    if (caller.isEmpty()) {
      return route.guard() == Route.Guard.COOKIE
          ? signIn.ask(call)
          : call.refuse(401, "error.token").with("WWW-Authenticate", "Bearer realm=\"chasqui\"");
    }
    return permitted(route, call, caller.get());
  }

  private static ApiResponse permitted(Route route, Call call, Caller caller) {
    if (!route.rights().isEmpty() && route.rights().stream().noneMatch(caller::may)) {
      return call.refuse(403, "error.right", String.join(", ", names(route.rights())));
    }
    return route
        .handler()
        .handle(new Call(call.request(), call.parameters(), caller, call.language()));
  }

  private static List<String> names(Set<Right> rights) {
    return rights.stream().sorted().map(Right::name).toList();
  }

  private Router add(
      String method,
      String path,
      Route.Guard guard,
      Set<Right> rights,
      String produces,
      Handler handler) {
    var segments = List.of(path.substring(1).split("/", -1));
    routes.add(new Route(method, segments, guard, rights, produces, handler));
    return this;
  }
}
