package dev.whence.jaxrs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotatedRouteTest {
  @Path("/shops/{shop : [a-z]{1,9}}")
  interface Shops {
    @GET
    @Path("orders/{id: \\d+}/")
    String order();
  }

  static class ShopsResource implements Shops {
    @Override
    public String order() {
      return "";
    }

    @GET
    public String all() {
      return "";
    }

    @GET
    @Path("files/{path: .*}")
    public String file() {
      return "";
    }
  }

  static class Stock {
    @GET
    @Path("{article}/count")
    public String count() {
      return "";
    }
  }

  private static Method method(Class<?> type, String name) {
    try {
      return type.getMethod(name);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, List<String>> parameters(String pairs) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : pairs.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(pair.substring(0, equals), List.of(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "order|shops/corner/orders/17|shop=corner,id=17|/shops/{shop}/orders/{id}",
        "order|/shops/corner/orders/17/|shop=corner,id=17|/shops/{shop}/orders/{id}",
        "all|shops/corner|shop=corner|/shops/{shop}",
        "file|shops/corner/files/a/b.txt|shop=corner,path=a/b.txt|/shops/{shop}/files/{path}",
        "file|shops/corner/files/|shop=corner,path=|/shops/{shop}/files/{path}",
      })
  void speaksByItsAnnotationsWhereTheySpeakOfTheWholePath(
      String method, String path, String parameters, String template) {
    AnnotatedRoute route =
        new AnnotatedRoute(new Handler(ShopsResource.class, method(ShopsResource.class, method)));

    assertThat(route.template(path, parameters(parameters))).isEqualTo(template);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shops/corner/stock/pen/count|article=pen,shop=corner|/shops/{shop}/stock/{article}/count",
        "shops/pen/stock/pen/count|article=pen,shop=pen|/shops/{article}/stock/{shop}/count",
        "shops/a%20b/stock/pen/count|article=pen,shop=a%20b|/shops/{shop}/stock/{article}/count",
      })
  void speaksByTheParametersBehindALocator(String path, String parameters, String template) {
    AnnotatedRoute route =
        new AnnotatedRoute(new Handler(Stock.class, method(Stock.class, "count")));

    assertThat(route.template(path, parameters(parameters))).isEqualTo(template);
  }
}
