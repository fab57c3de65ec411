package dev.whence.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the documents show is what ran, to the letter. */
class DocumentsTest {
  /** In lines; XML needs more of them. */
  private static final int LONGEST = 12;

  private static final int LONGEST_XML = 24;

  private static final Pattern SHOWN = Pattern.compile(
      "^<!-- example: (\\S+) -->\n```\\w+\n(.+?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private static Map<String, String> shownIn(String document) {
    Map<String, String> shown = new LinkedHashMap<>();
    SHOWN
        .matcher(Example.read(Path.of("..", "..").resolve(document)))
        .results()
        .forEach(found -> shown.put(found.group(1), found.group(2)));
    return shown;
  }

  private static Map<String, String> excerpts(Example... examples) {
    Map<String, String> excerpts = new LinkedHashMap<>();
    Arrays.stream(examples).forEach(e -> excerpts.put(e.title(), e.excerpt()));
    return excerpts;
  }

  @Test
  void thePageOfJaxRsShowsAllExamplesAsTheyRan() {
    assertThat(shownIn("docs/jaxrs.md")).isEqualTo(excerpts(Example.values()));
  }

  @Test
  void theReadmeShowsWhatOneBeginsWith() {
    assertThat(shownIn("README.md"))
        .isEqualTo(excerpts(Example.RESOURCE, Example.MONITORED, Example.JDK));
  }

  @ParameterizedTest
  @EnumSource
  void anExampleIsShort(Example example) {
    assertThat(example.excerpt().lines())
        .hasSizeLessThanOrEqualTo(example == Example.WEB_XML ? LONGEST_XML : LONGEST);
  }
}
