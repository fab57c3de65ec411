package dev.whence.scrub;

import dev.whence.scrub.field.Findings;
import dev.whence.scrub.text.Rule;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Withholds the field whose scrubbing fails, whatever is thrown, and goes on. For one thread. */
final class Guard {
  private final Findings findings;

  Guard(Findings findings) {
    this.findings = findings;
  }

  Findings findings() {
    return findings;
  }

  /** Returns the clean text of the field {@code name}. */
  String text(String name, String text, Scrubbing scrubbing) {
    return field(name, () -> scrubbing.scrub(text, findings), () -> Rule.FAILED);
  }

  @Nullable
  String textOrNull(String name, @Nullable String text, Scrubbing scrubbing) {
    return text == null ? null : text(name, text, scrubbing);
  }

  /**
   * Returns what {@code work} makes of the field {@code name}, what {@code failed} does if it
   * throws.
   */
  <T> T field(String name, Supplier<T> work, Supplier<T> failed) {
    int mark = findings.enter(name);
    try {
      return work.get();
    } catch (Throwable failure) {
      findings.failure();
      return failed.get();
    } finally {
      findings.leave(mark);
    }
  }

  /** Masks a text and tells the sink. */
  interface Scrubbing {
    String scrub(String text, Findings findings);
  }
}
