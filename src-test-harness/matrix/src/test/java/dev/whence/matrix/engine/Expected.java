package dev.whence.matrix.engine;

import java.util.List;
import java.util.function.UnaryOperator;

/** What is to come of a behaviour: the status of the answer, and the events in any order. */
record Expected(int status, List<Sighting> events) {
  static Expected of(Behaviour behaviour) {
    return new Expected(behaviour.status(), behaviour.events());
  }

  Expected status(int newStatus) {
    return new Expected(newStatus, events);
  }

  Expected events(Sighting... newEvents) {
    return new Expected(status, List.of(newEvents));
  }

  Expected eachEvent(UnaryOperator<Sighting> change) {
    return new Expected(status, events.stream().map(change).toList());
  }

  @Override
  public String toString() {
    String told = events.isEmpty() ? "no event" : String.join("; ", Sighting.lines(events));
    return status + ", " + told;
  }
}
