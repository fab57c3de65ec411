package dev.whence.delivery;

import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps what it gets. Every call is answered by the next of the answers that it was told, and when
 * they are used up as usual: everything is accepted, unless it was told otherwise.
 */
final class RecordingReporter implements Reporter {
  /** What a reporter does with a batch. */
  interface Answer {
    Outcome to(Batch batch) throws IOException;
  }

  private final String name;
  private final Answer usual;
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<List<Integer>> unseen = new LinkedBlockingQueue<>();
  private final List<List<Integer>> calls = new CopyOnWriteArrayList<>();
  private final List<Integer> accepted = new CopyOnWriteArrayList<>();
  private final AtomicInteger closings = new AtomicInteger();

  RecordingReporter(String name) {
    this(name, Batch::accepted);
  }

  RecordingReporter(String name, Answer usual) {
    this.name = name;
    this.usual = usual;
  }

  RecordingReporter then(Answer answer) {
    answers.add(answer);
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Outcome report(Batch batch) throws IOException {
    List<Integer> numbers = Records.numbers(batch);
    calls.add(numbers);
    unseen.add(numbers);
    Answer answer = answers.poll();
    Outcome outcome = (answer == null ? usual : answer).to(batch);
    accepted.addAll(numbers.subList(0, Math.max(0, Math.min(outcome.accepted(), numbers.size()))));
    return outcome;
  }

  @Override
  public void close() {
    closings.incrementAndGet();
  }

  /** The numbers of the records in each call so far. */
  List<List<Integer>> calls() {
    return calls;
  }

  /** Waits for the next call that was not returned here yet. */
  List<Integer> awaitCall() throws InterruptedException {
    List<Integer> call = unseen.poll(30, TimeUnit.SECONDS);
    if (call == null) {
      throw new AssertionError("reporter was not called");
    }
    return call;
  }

  /** The numbers of the records that were accepted, in that order. */
  List<Integer> accepted() {
    return accepted;
  }

  int closings() {
    return closings.get();
  }
}
