package dev.whence.matrix.engine;

import java.util.List;
import java.util.stream.Stream;

/** The contract: all that it names. */
final class Behaviours {
  private Behaviours() {}

  static List<Behaviour> all() {
    return Stream.of(
            RoutingBehaviours.all(),
            FailureBehaviours.all(),
            ProviderBehaviours.all(),
            AsyncBehaviours.all())
        .flatMap(List::stream)
        .toList();
  }
}
