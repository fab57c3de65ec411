package dev.whence.ingest.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the two spellings of a time: RFC 3339 in UTC and seconds since 1970. */
public final class Timestamps {
  private static final Pattern RFC_3339_UTC =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]00:00)");
  private static final BigDecimal YEAR_10000 = new BigDecimal(253_402_300_800L);

  private Timestamps() {}

  public static boolean isRfc3339(JsonNode node) {
    return node.isTextual() && fromText(node.textValue()) != null;
  }

  /** Returns null for anything else, also for numbers that can only be milliseconds. */
  static @Nullable Instant parse(JsonNode node) {
    if (node.isTextual()) {
      return fromText(node.textValue());
    }
    return node.isNumber() ? fromSeconds(node.decimalValue()) : null;
  }

  private static @Nullable Instant fromText(String text) {
    if (!RFC_3339_UTC.matcher(text).matches()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException noSuchTime) {
      return null;
    }
  }

  private static @Nullable Instant fromSeconds(BigDecimal seconds) {
    if (seconds.signum() < 0 || seconds.compareTo(YEAR_10000) >= 0) {
      return null;
    }
    long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
    return Instant.ofEpochSecond(seconds.longValue(), nanos);
  }
}
