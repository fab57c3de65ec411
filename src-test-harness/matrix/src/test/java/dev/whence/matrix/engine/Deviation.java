package dev.whence.matrix.engine;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an engine or a container does instead of what the contract says.
 *
 * @param reason why, as the documentation tells it
 * @param change makes what is to be expected there of what is to be expected anywhere
 * @param behaviours the names of those that it is about
 */
record Deviation(
    Ground ground, String reason, UnaryOperator<Expected> change, List<String> behaviours) {
  static Deviation deviation(
      Ground ground, String reason, UnaryOperator<Expected> change, String... behaviours) {
    return new Deviation(ground, reason, change, List.of(behaviours));
  }

  boolean isAbout(Behaviour behaviour) {
    return behaviours.contains(behaviour.name());
  }
}
