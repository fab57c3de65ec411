package dev.whence.jaxrs.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which format a request gets. */
class ProblemFormatTest {
  private static ContainerRequest request() {
    URI base = URI.create("http://localhost/");
    return new ContainerRequest(base, base, "GET", null, new MapPropertiesDelegate(), null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | JSON",
        "* | JSON",
        "application/* | JSON",
        "application/json | JSON",
        "application/problem+json | JSON",
        "APPLICATION/Problem+JSON | JSON",
        "application/json;charset=utf-8 | JSON",
        "application/vnd.api+json | JSON",
        "image/png | JSON",
        "image/png, text/html | HTML",
        "application/xml | XML",
        "text/xml | XML",
        "application/problem+xml | XML",
        "Application/XML;q=0.3 | XML",
        "text/html | HTML",
        "TEXT/HTML | HTML",
        "text/html;level=1 | HTML",
        "text/* | HTML",
        "text/plain | TEXT",
        "text/plain, */* | TEXT",
        "text/plain;q=0.5, */*;q=0.1 | TEXT",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | HTML",
        "application/json, text/plain, */* | JSON",
        "text/html;q=0.4, application/json;q=0.6 | JSON",
        "text/html;q=0.6, application/json;q=0.4 | HTML",
        "text/html;q=0.9, */* | JSON",
        "application/json;q=0 | JSON",
        "application/json;q=0, text/plain | TEXT",
        "application/json;q=0, */* | XML",
        "application/problem+json;q=0.0, application/xml;q=0, */* | HTML",
        "text/html;q=0, text/* | TEXT",
        "text/html;q=0, application/problem+json | JSON",
        "*/*;q=0 | JSON",
        "nonsense | JSON",
        "text/html/plain | JSON",
        "text/html;q=much | JSON",
        ";;;, | JSON",
        "'' | JSON",
      })
  void isTheOneThatIsLikedBest(String accept, ProblemFormat format) {
    ContainerRequest request = request();
    request.header("Accept", accept);

    assertThat(ProblemFormat.of(request)).isEqualTo(format);
  }

  @Test
  void isJsonWithoutAWish() {
    assertThat(ProblemFormat.of(request())).isEqualTo(ProblemFormat.JSON);
    assertThat(ProblemFormat.of(null)).isEqualTo(ProblemFormat.JSON);
  }

  @ParameterizedTest
  @EnumSource(ProblemFormat.class)
  void isWhatItsOwnTypeAsksFor(ProblemFormat format) {
    ContainerRequest request = request();
    request.header("Accept", format.mediaType());

    assertThat(ProblemFormat.of(request)).isEqualTo(format);
  }
}
