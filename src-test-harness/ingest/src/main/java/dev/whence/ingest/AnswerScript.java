package dev.whence.ingest;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * The answers to come: those given once, in order, then the standing one. Safe for many threads.
 */
final class AnswerScript {
  // guarded by this
  private final Queue<Answer> once = new ArrayDeque<>();
  private Answer standing = Answer.ok();

  synchronized void always(Answer answer) {
    standing = answer;
  }

  synchronized void once(List<Answer> answers) {
    once.addAll(answers);
  }

  synchronized Answer next() {
    Answer answer = once.poll();
    return answer == null ? standing : answer;
  }

  /** Returns the answer to come, and lets it come. */
  synchronized Answer peek() {
    Answer answer = once.peek();
    return answer == null ? standing : answer;
  }

  synchronized void reset() {
    once.clear();
    standing = Answer.ok();
  }
}
