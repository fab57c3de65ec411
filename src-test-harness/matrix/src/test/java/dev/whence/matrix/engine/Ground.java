package dev.whence.matrix.engine;

import java.util.function.Predicate;

/** Where something differs from the contract, as the documentation calls it. */
enum Ground {
  JETTY_EE9(
      "Jersey 3.0 on Jetty 12.0 (ee9)",
      on -> on.engineVersion().equals("3.0") && on.host() == Host.JETTY),
  JDK("Jersey on the JDK's server", on -> on.host() == Host.JDK),
  RESTEASY("RESTEasy", on -> on.engine() == Jaxrs.RESTEASY),
  CXF("CXF", on -> on.engine() == Jaxrs.CXF),
  CXF_WITH_SSE("CXF 4.1", on -> on.engine() == Jaxrs.CXF && on.engineVersion().equals("4.1")),
  CXF_WITHOUT_SSE(
      "CXF 4.0 and 4.2", on -> on.engine() == Jaxrs.CXF && !on.engineVersion().equals("4.1"));

  private final String title;
  private final Predicate<Combination> condition;

  Ground(String title, Predicate<Combination> condition) {
    this.title = title;
    this.condition = condition;
  }

  boolean includes(Combination combination) {
    return condition.test(combination);
  }

  @Override
  public String toString() {
    return title;
  }
}
