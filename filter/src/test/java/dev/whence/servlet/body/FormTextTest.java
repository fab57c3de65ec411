package dev.whence.servlet.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormTextTest {
  private final FormText form = new FormText(40);
  private final Map<String, String[]> parameters = new LinkedHashMap<>();

  private String written(@Nullable String query) {
    form.add(parameters, query);
    return form.text();
  }

  @Test
  void writesNamesAndValuesEncoded() {
    parameters.put("a b", new String[] {"1&2", "é"});
    parameters.put("c", new String[] {""});

    assertEquals("a+b=1%262&a+b=%C3%A9&c=", written(null));
    assertTrue(form.isWhole());
  }

  @Test
  void leavesOutWhatTheQueryBrought() {
    parameters.put("a b", new String[] {"1", "2", "3"});
    parameters.put("c", new String[] {"4"});
    parameters.put("d", new String[] {"5", "6"});

    assertEquals("a+b=3&d=6", written("a%20b=1&c=4&a+b=2&d"));
  }

  @Test
  void takesAQueryThatIsMalformed() {
    parameters.put("a", new String[] {"1"});

    assertEquals("a=1", written("%zz=1&&=&%"));
  }

  @Test
  void cutsAtTheLimitAndLooksNoFurther() {
    parameters.put("a", new String[] {"x".repeat(1_000_000)});
    parameters.put("b", new String[] {"y"});

    assertEquals("a=" + "x".repeat(38), written(null));
    assertFalse(form.isWhole());
  }
}
