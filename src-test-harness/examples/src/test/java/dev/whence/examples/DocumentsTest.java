package dev.whence.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/jaxrs.md"})
  void documentsShowAllExamplesAsTheyRan(String document) {
    Map<String, String> excerpts = new LinkedHashMap<>();
    Arrays.stream(Example.values()).forEach(e -> excerpts.put(e.title(), e.excerpt()));

    assertThat(shownIn(document)).isEqualTo(excerpts);
  }

  @ParameterizedTest
  @EnumSource
  void anExampleIsShort(Example example) {
    assertThat(example.excerpt().lines())
        .hasSizeLessThanOrEqualTo(example == Example.WEB_XML ? LONGEST_XML : LONGEST);
  }
}
