package dev.whence.matrix.engine;

import static dev.whence.matrix.engine.Behaviour.get;
import static dev.whence.matrix.engine.Behaviour.post;
import static dev.whence.matrix.engine.Behaviour.send;
import static dev.whence.matrix.engine.Sighting.unhandled;

import java.util.List;

/** How requests find their methods, or fail to. */
final class RoutingBehaviours {
  private static final Sighting FAILURE = unhandled(IllegalStateException.class);

  private RoutingBehaviours() {}

  static List<Behaviour> all() {
    return List.of(
        get("a method answers", "/shops/7"),
        get("template in the path of the class", "/shops/7/fail")
            .answers(500)
            .reports(FAILURE.at("GET /api/shops/{shop}/fail").by("ShopResource.fail")),
        get("encoded text and matrix parameters in the path", "/shops/a%20b;size=1/fail")
            .answers(500)
            .reports(FAILURE.at("GET /api/shops/{shop}/fail").by("ShopResource.fail")),
        get("template with a regular expression", "/shops/7/orders/12")
            .answers(500)
            .reports(FAILURE.at("GET /api/shops/{shop}/orders/{id}").by("ShopResource.order")),
        get("regular expression that does not match", "/shops/7/orders/x").answers(404),
        get("a locator's resource answers", "/shops/7/shelves/3"),
        get("a locator's resource throws", "/shops/7/shelves/3/fail")
            .answers(500)
            .reports(
                FAILURE.at("GET /api/shops/{shop}/shelves/{shelf}/fail").by("ShelfResource.fail")),
        get("locators within locators", "/shops/7/shelves/3/boxes/1/boxes/2/fail")
            .answers(500)
            .reports(FAILURE
                .at("GET /api/shops/{shop}/shelves/{shelf}/boxes/{box}/boxes/{box}/fail")
                .by("ShelfResource.fail")),
        get("a locator throws", "/shops/7/closed/fail")
            .answers(500)
            .reports(FAILURE.at("GET /api/shops/{shop}/closed")),
        get("a locator returns null", "/shops/7/nothing/fail").answers(404),
        get("annotations of an interface", "/inherited/x")
            .answers(500)
            .reports(FAILURE.at("GET /api/inherited/{name}").by("InheritedResource.fail")),
        send("HEAD of a method for GET", "HEAD", "/shops/7"),
        send("HEAD of a method for GET that throws", "HEAD", "/shops/7/fail")
            .answers(500)
            .reports(FAILURE.at("HEAD /api/shops/{shop}/fail").by("ShopResource.fail")),
        send("OPTIONS", "OPTIONS", "/shops/7"),
        get("nothing matches", "/nowhere").answers(404),
        get("nothing matches below a resource", "/shops/7/nowhere").answers(404),
        get("nothing matches below a locator", "/shops/7/shelves/3/nowhere").answers(404),
        send("wrong method", "DELETE", "/shops/7").answers(405),
        send("unknown method", "BREW", "/shops/7").answers(405),
        get("wrong Accept", "/shops/7").with("Accept: image/png").answers(406),
        post("wrong Content-Type", "/entities/form", "image/png", "x").answers(415),
        get("path parameter that is no number", "/parameters/path/x").answers(404),
        get("query parameter that is no number", "/parameters/query?number=x").answers(404),
        get("header parameter that is no number", "/parameters/header")
            .with("X-Number: x")
            .answers(400),
        get("a converter converts", "/parameters/converted?shelf=3"),
        get("a converter throws", "/parameters/converted?shelf=broken").answers(404),
        get("a converter refuses with 422", "/parameters/converted?shelf=refused")
            .answers(422));
  }
}
