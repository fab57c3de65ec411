package dev.whence.jaxrs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTemplateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/shops/{shop}|/orders/{id}|/shops/{shop}/orders/{id}",
        "shops/|orders/|/shops/orders",
        "/|/orders|/orders",
        "''|''|''",
        "/|/|''",
        "/a/{b: \\d+}|/{ c : [a-z]{2,3}/x }|/a/{b}/{c}",
        "/files/{path: .*}|''|/files/{path}",
        "/{from}-{to}|''|/{from}-{to}",
      })
  void joinsTemplatesWithoutTheirExpressions(String outer, String inner, String route) {
    assertThat(RouteTemplate.joined(List.of(outer, inner))).isEqualTo(route);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ctx/api/|/ctx|/api",
        "/ctx/api|/ctx|/api",
        "/api/|''|/api",
        "/|''|''",
        "/ctx/|/ctx|''",
        "/other/api/|/ctx|/other/api",
      })
  void takesTheRootFromTheBase(String base, String root, String rest) {
    assertThat(RouteTemplate.base(base, root)).isEqualTo(rest);
  }
}
