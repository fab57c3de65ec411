package dev.whence.report.check;

import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param text what holds or does not, in one line, without any secret
 * @param remedy what to do about it; null where nothing needs to be done
 */
public record Finding(
    Verdict verdict, String text, @Nullable String remedy) {
  /** What is to be thought of it. */
  public enum Verdict {
    PASS,
    /** Events arrive, or the settings say that they need not; somebody may not have meant that. */
    WARN,
    FAIL,
    /** Could not be examined. */
    SKIP
  }

  public Finding {
    text = line(text);
    remedy = remedy == null ? null : line(remedy);
  }

  private static String line(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  public static Finding pass(String text) {
    return new Finding(Verdict.PASS, text, null);
  }

  public static Finding warn(String text, String remedy) {
    return new Finding(Verdict.WARN, text, remedy);
  }

  public static Finding fail(String text, String remedy) {
    return new Finding(Verdict.FAIL, text, remedy);
  }

  public static Finding skip(String why) {
    return new Finding(Verdict.SKIP, why, null);
  }
}
