package dev.whence.matrix.engine;

import java.util.function.Predicate;

/** Where something differs from the contract. Immutable. */
record Ground(String title, Predicate<Combination> condition) {
  static final Ground JDK = new Ground("Jersey on the JDK's server", on -> on.host() == Host.JDK);
  static final Ground RESTEASY = new Ground("RESTEasy", on -> on.engine() == Jaxrs.RESTEASY);
  static final Ground CXF = new Ground("CXF", on -> on.engine() == Jaxrs.CXF);
  static final Ground CXF_WITH_SSE =
      new Ground("CXF 4.1", on -> on.engine() == Jaxrs.CXF && on.engineVersion().equals("4.1"));
  static final Ground CXF_WITHOUT_SSE = new Ground(
      "CXF 4.0 and 4.2", on -> on.engine() == Jaxrs.CXF && !on.engineVersion().equals("4.1"));

  boolean includes(Combination combination) {
    return condition.test(combination);
  }

  @Override
  public String toString() {
    return title;
  }
}
