package dev.whence.config.value;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads the texts of settings. Each method throws IllegalArgumentException with what a value must
 * look like as its message.
 */
public final class Values {
  private static final int SHOWN_LENGTH = 100;
  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9})\\s*([A-Za-z]*)");

  private Values() {}

  /** Returns {@code value} without line breaks and cut to a length that fits a log line. */
  public static String shortened(String value) {
    String line = value.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= SHOWN_LENGTH ? line : line.substring(0, SHOWN_LENGTH) + "...";
  }

  public static String text(String value) {
    return value;
  }

  public static boolean flag(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "on", "yes" -> true;
      case "false", "off", "no" -> false;
      default -> throw new IllegalArgumentException("use true or false");
    };
  }

  public static int count(String value) {
    try {
      int number = Integer.parseInt(value);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, together with negative numbers
    }
    throw new IllegalArgumentException("use a whole number from 0 to " + Integer.MAX_VALUE);
  }

  public static double rate(String value) {
    try {
      double number = Double.parseDouble(value);
      if (number >= 0 && number <= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, together with what lies outside
    }
    throw new IllegalArgumentException("use a number from 0.0 (none) to 1.0 (all)");
  }

  public static int bytes(String value) {
    Matcher amount = AMOUNT.matcher(value);
    if (amount.matches()) {
      long unit = switch (amount.group(2).toUpperCase(Locale.ROOT)) {
        case "", "B" -> 1L;
        case "KB", "K" -> 1L << 10;
        case "MB", "M" -> 1L << 20;
        case "GB", "G" -> 1L << 30;
        default -> 0L;
      };
      long size = Long.parseLong(amount.group(1)) * unit;
      if (size > 0 && size <= 1L << 30) {
        return (int) size;
      }
    }
    throw new IllegalArgumentException("use a size such as 512KB or 16MB, at most 1GB");
  }

  public static int bytes(String value, int most) {
    int size = bytes(value);
    if (size > most) {
      throw new IllegalArgumentException("use a size of at most " + (most >> 10) + "KB");
    }
    return size;
  }

  public static Duration duration(String value) {
    Matcher amount = AMOUNT.matcher(value);
    String unit = amount.matches() ? amount.group(2).toLowerCase(Locale.ROOT) : "";
    return switch (unit) {
      case "ms" -> Duration.ofMillis(Long.parseLong(amount.group(1)));
      case "s" -> Duration.ofSeconds(Long.parseLong(amount.group(1)));
      case "m", "min" -> Duration.ofMinutes(Long.parseLong(amount.group(1)));
      case "h" -> Duration.ofHours(Long.parseLong(amount.group(1)));
      case "d" -> Duration.ofDays(Long.parseLong(amount.group(1)));
      default ->
        throw new IllegalArgumentException("use a duration such as 250ms, 2s, 5m, 1h or 7d");
    };
  }

  public static Path path(String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("use a file path that this system knows", e);
    }
  }

  public static List<String> list(String value) {
    return list(value, ",");
  }

  private static List<String> list(String value, String separator) {
    return Arrays.stream(value.split(separator, -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  public static Map<String, String> pairs(String value) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String item : list(value)) {
      int equals = item.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("use name=value pairs with commas between them");
      }
      pairs.put(item.substring(0, equals).strip(), item.substring(equals + 1).strip());
    }
    return pairs;
  }

  /** Reads patterns with commas between them; the comma in <code>{2,8}</code> is none of these. */
  public static List<Pattern> patterns(String value) {
    List<Pattern> patterns = new ArrayList<>();
    for (String item : list(value, ",(?![0-9]{0,9}})")) {
      try {
        patterns.add(Pattern.compile(item));
      } catch (PatternSyntaxException e) {
        throw new IllegalArgumentException(
            "use regular expressions with commas between them; \""
                + shortened(item)
                + "\" is none: "
                + e.getDescription(),
            e);
      }
    }
    return patterns;
  }

  public static <E extends Enum<E>> Set<E> someOf(Class<E> type, String value) {
    Set<E> some = EnumSet.noneOf(type);
    list(value).forEach(item -> some.add(oneOf(type, item)));
    return some;
  }

  public static <E extends Enum<E>> E oneOf(Class<E> type, String value) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(value.replace('-', '_'))) {
        return constant;
      }
    }
    throw new IllegalArgumentException("use one of "
        + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
