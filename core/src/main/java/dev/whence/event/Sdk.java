package dev.whence.event;

/** How Whence names itself to receivers. */
public final class Sdk {
  public static final String NAME = "whence.java";

  /** From the jar's manifest, fit for a header; {@code dev} where there is none. */
  public static final String VERSION = version();

  private Sdk() {}

  private static String version() {
    String version = Sdk.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version.replaceAll("[^A-Za-z0-9.+-]", "_");
  }
}
