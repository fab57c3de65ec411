package dev.whence.call;

/**
 * What sort of call an integration tells of.
 *
 * @param integration the name by which {@code integrations-off} switches it off, such as
 *     {@code jdbc}
 * @param category of the breadcrumbs, such as {@code query} or {@code http}
 * @param isDatabase whether its time is time in a database
 * @param isStatement whether its text is a statement that is not to run again and again
 */
public record CallKind(
    String integration, String category, boolean isDatabase, boolean isStatement) {
  /** Makes a kind that is no database. */
  public CallKind(String integration, String category) {
    this(integration, category, false, false);
  }

  /** Makes a kind of what databases are asked. */
  public static CallKind statement(String integration, String category) {
    return new CallKind(integration, category, true, true);
  }

  /** Makes a kind of what databases do besides, such as the end of a transaction. */
  public static CallKind database(String integration, String category) {
    return new CallKind(integration, category, true, false);
  }
}
