package dev.whence.group;

/**
 * A call of a stack by names that do not change from run to run.
 *
 * @param type the class's name
 * @param isUnnamed whether the code is a lambda's or an anonymous class's, so that several share it
 */
record Place(String type, String method, boolean isUnnamed) {
  /** Where classes are initialised, on behalf of whoever happens to come first. */
  boolean isInitializer() {
    return method.equals("<clinit>");
  }

  boolean is(Place other) {
    return type.equals(other.type) && method.equals(other.method);
  }

  @Override
  public String toString() {
    return type + '.' + method;
  }
}
