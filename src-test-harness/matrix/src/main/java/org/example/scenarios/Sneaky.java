package org.example.scenarios;

/** Throws checked exceptions where none are declared, as other languages of the JVM do. */
final class Sneaky {
  private Sneaky() {}

  /** Throws {@code thrown} as it is; the return type only pleases the compiler. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <T extends Throwable> RuntimeException thrown(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
