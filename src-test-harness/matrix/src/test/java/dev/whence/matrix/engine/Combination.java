package dev.whence.matrix.engine;

/** The engine and the host that this run's class path has, as the build names them. Immutable. */
record Combination(Jaxrs engine, String engineVersion, Host host, String hostVersion) {
  /** Returns what the system properties {@code engine} and {@code host} name. */
  static Combination ofThisRun() {
    String[] engine = System.getProperty("engine", "").split(" ", 2);
    String[] host = System.getProperty("host", "").split(" ", 2);
    return new Combination(Jaxrs.valueOf(engine[0]), engine[1], Host.valueOf(host[0]), host[1]);
  }

  boolean hasServlets() {
    return host != Host.JDK && host != Host.GRIZZLY;
  }

  /** Returns where the application is found on its host. */
  String root() {
    return hasServlets() ? Host.CONTEXT + Host.MAPPING : Host.MAPPING;
  }

  @Override
  public String toString() {
    return engine + " " + engineVersion + " on " + host + ' ' + hostVersion;
  }
}
