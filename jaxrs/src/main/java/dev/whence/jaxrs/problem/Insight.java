package dev.whence.jaxrs.problem;

import org.jspecify.annotations.Nullable;

/**
 * What is told of a failure in development, and nowhere else. Immutable.
 *
 * @param detail the failure's message
 * @param link the page of its event
 */
public record Insight(@Nullable String detail, @Nullable String link) {
  public static final Insight NONE = new Insight(null, null);

  private static final int LONGEST_DETAIL = 1_000;
  private static final int LONGEST_LINK = 2_000;

  public Insight {
    detail = detail == null ? null : Legible.of(detail, LONGEST_DETAIL);
    link = link == null ? null : Legible.of(link, LONGEST_LINK);
  }
}
