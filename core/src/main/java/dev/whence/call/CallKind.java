package dev.whence.call;

/**
 * What sort of call an integration tells of.
 *
 * @param integration the name by which {@code integrations-off} switches it off, such as
 *     {@code jdbc}
 * @param category of the breadcrumbs, such as {@code query} or {@code http}
 * @param isDatabase whether its time is time in a database, and its text a statement that is not to
 *     run again and again
 */
public record CallKind(String integration, String category, boolean isDatabase) {
  /** Makes a kind that is no database. */
  public CallKind(String integration, String category) {
    this(integration, category, false);
  }
}
