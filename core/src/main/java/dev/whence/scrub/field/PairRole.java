package dev.whence.scrub.field;

/** What the name of a member says of an object that may name its value beside it. */
public enum PairRole {
  NAME(
      "name",
      "key",
      "field",
      "header",
      "param",
      "parameter",
      "property",
      "path",
      "propertyPath",
      "k",
      "n"),
  VALUE("value", "val", "v", "content", "text", "rejectedValue", "invalidValue"),
  OTHER(
      "op",
      "type",
      "enabled",
      "disabled",
      "description",
      "message",
      "code",
      "codes",
      "arguments",
      "defaultMessage",
      "objectName",
      "bindingFailure"),
  STRANGER;

  private static final PairRole[] ALL = values();

  @SuppressWarnings("ImmutableEnumChecker") // nobody writes to it
  private final String[] words;

  PairRole(String... words) {
    this.words = words;
  }

  public static PairRole of(String name) {
    for (PairRole role : ALL) {
      for (String word : role.words) {
        if (word.equalsIgnoreCase(name)) {
          return role;
        }
      }
    }
    return STRANGER;
  }
}
