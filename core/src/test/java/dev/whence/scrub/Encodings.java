package dev.whence.scrub;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whence.scrub.body.JsonStrings;
import dev.whence.scrub.text.Percent;
import java.net.URLEncoder;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Writes texts in forms that hide what they say, and reads them as whoever looks for it would. */
public final class Encodings {
  private Encodings() {}

  /** Returns {@code text} for a form: as {@link #percent} has it, or with a plus for a blank. */
  public static String form(String text, Plants plants) {
    return plants.oneIn(2) ? URLEncoder.encode(text, UTF_8) : percent(text, plants);
  }

  /** Returns {@code text} for a URL: encoded as it must be, everywhere, or twice. */
  public static String percent(String text, Plants plants) {
    String once = URLEncoder.encode(text, UTF_8).replace("+", "%20");
    if (plants.oneIn(8)) {
      return URLEncoder.encode(once, UTF_8);
    }
    return plants.oneIn(8) && text.chars().allMatch(c -> c < 128) ? everywhere(text) : once;
  }

  private static String everywhere(String text) {
    StringBuilder encoded = new StringBuilder();
    text.chars().forEach(c -> encoded.append("%%%02x".formatted(c)));
    return encoded.toString();
  }

  /** Returns {@code tree} as JSON, now and then with blanks. */
  public static String json(Object tree, Plants plants) {
    return json(tree, plants, Integer.MAX_VALUE);
  }

  /** Returns {@code tree} as JSON with blanks, and characters escaped in one of {@code n} texts. */
  public static String json(Object tree, Plants plants, int n) {
    StringBuilder json = new StringBuilder();
    write(tree, json, plants, n);
    return json.toString();
  }

  private static void write(Object tree, StringBuilder json, Plants plants, int n) {
    String gap = plants.oneIn(4) ? " " : "";
    if (tree instanceof Map<?, ?> map) {
      json.append('{').append(gap);
      String comma = "";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.append(comma).append(quoted(String.valueOf(entry.getKey()), plants, n));
        json.append(':').append(gap);
        write(entry.getValue(), json, plants, n);
        comma = "," + gap;
      }
      json.append('}');
    } else if (tree instanceof Collection<?> list) {
      json.append('[');
      String comma = "";
      for (Object item : list) {
        json.append(comma);
        write(item, json, plants, n);
        comma = gap + ",";
      }
      json.append(gap).append(']');
    } else if (tree instanceof Object[] array) {
      write(List.of(array), json, plants, n);
    } else {
      boolean isPlain = tree instanceof Number || tree instanceof Boolean;
      json.append(isPlain ? tree.toString() : quoted(tree.toString(), plants, n));
    }
  }

  private static String quoted(String text, Plants plants, int n) {
    boolean isObscure = plants.oneIn(n);
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(c -> {
      if (c < ' ' || (isObscure && plants.oneIn(3))) {
        json.append("\\u%04x".formatted(c));
      } else {
        json.append(c == '"' || c == '\\' ? "\\" : "").append((char) c);
      }
    });
    return json.append('"').toString();
  }

  /**
   * Returns {@code text} as it is, percent-decoded and with JSON's escapes resolved, twice each.
   */
  public static Set<String> readings(String text) {
    Set<String> readings = new LinkedHashSet<>();
    readings.add(text);
    if (text.indexOf('\\') >= 0) {
      addTwice(readings, text, one -> JsonStrings.plain(one, 0, one.length()));
    }
    if (text.indexOf('%') >= 0 || text.indexOf('+') >= 0) {
      List.copyOf(readings)
          .forEach(one -> addTwice(readings, one, two -> Percent.decode(two.replace('+', ' '))));
    }
    return readings;
  }

  private static void addTwice(Set<String> readings, String text, UnaryOperator<String> decoding) {
    String once = decoding.apply(text);
    readings.add(once);
    readings.add(decoding.apply(once));
  }
}
