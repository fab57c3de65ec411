package dev.whence.matrix.engine;

/** What engines and containers do instead of what the contract says. */
record Deviations(Combination combination) {
  static Deviations on(Combination combination) {
    return new Deviations(combination);
  }

  Expected expected(Behaviour behaviour) {
    return new Expected(behaviour.status(), behaviour.events());
  }
}
