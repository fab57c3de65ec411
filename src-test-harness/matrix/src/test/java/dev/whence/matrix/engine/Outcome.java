package dev.whence.matrix.engine;

import dev.whence.junit.RecordedEvent;
import dev.whence.matrix.client.RawAnswer;
import java.util.List;

/**
 * What came of a behaviour.
 *
 * @param raw the answer as it came
 * @param recorded the events, in no order
 */
record Outcome(RawAnswer raw, List<RecordedEvent> recorded) {
  Answer answer() {
    return Answer.of(raw);
  }

  /** Returns what Whence made of it, in no order. */
  List<Sighting> events() {
    return recorded.stream().map(Sighting::of).toList();
  }
}
