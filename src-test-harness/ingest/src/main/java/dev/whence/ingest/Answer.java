package dev.whence.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link Ingest} does once it has read a request. Immutable.
 *
 * <p>A request that breaks the protocol is refused whatever the answer would have been.
 */
public final class Answer {
  private final Kind kind;
  private final int status;
  private final List<String> headerLines;
  private final Duration delay;

  private Answer(Kind kind, int status, List<String> headerLines, Duration delay) {
    this.kind = kind;
    this.status = status;
    this.headerLines = List.copyOf(headerLines);
    this.delay = delay;
  }

  /** Accepts the envelope: 200, with the event's id in the body. */
  public static Answer ok() {
    return status(200);
  }

  /** Answers with {@code status}; a 2xx one accepts the envelope, any other forgets it. */
  public static Answer status(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status must be within 200 and 599, was " + status);
    }
    return new Answer(Kind.REPLY, status, List.of(), Duration.ZERO);
  }

  /** Never answers; the connection stays open until {@link Ingest#close()}. */
  public static Answer hang() {
    return new Answer(Kind.HANG, 0, List.of(), Duration.ZERO);
  }

  /** Breaks the connection off without an answer, so that the client sees a reset. */
  public static Answer reset() {
    return new Answer(Kind.RESET, 0, List.of(), Duration.ZERO);
  }

  /** Returns this answer with one more header field. */
  public Answer header(String name, String value) {
    if (kind != Kind.REPLY) {
      throw new IllegalStateException("a header needs an answer with a status");
    }
    String line = name + ": " + value;
    if (line.contains("\r") || line.contains("\n")) {
      throw new IllegalArgumentException("a header must be one line, was \"" + line + "\"");
    }
    List<String> lines = new ArrayList<>(headerLines);
    lines.add(line);
    return new Answer(kind, status, lines, delay);
  }

  /**
   * Returns this answer, given only when {@code delay} has passed; an envelope is accepted before.
   */
  public Answer after(Duration delay) {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("delay must not be negative, was " + delay);
    }
    return new Answer(kind, status, headerLines, delay);
  }

  Kind kind() {
    return kind;
  }

  int status() {
    return status;
  }

  List<String> headerLines() {
    return headerLines;
  }

  Duration delay() {
    return delay;
  }

  boolean isAccepting() {
    return kind == Kind.REPLY && status < 300;
  }

  enum Kind {
    REPLY,
    HANG,
    RESET
  }
}
