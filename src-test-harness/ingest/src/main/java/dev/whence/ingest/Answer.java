package dev.whence.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * What {@link Ingest} does once it has read a request, or before. Immutable.
 *
 * <p>A request that breaks the protocol is refused whatever the answer would have been.
 */
public final class Answer {
  private static final int GARBAGE_BYTES = 300;

  private final Kind kind;
  private final int status;
  private final List<String> headerLines;
  private final Duration delay;
  private final Wire wire;

  private Answer(Kind kind, int status, List<String> headerLines, Duration delay, Wire wire) {
    this.kind = kind;
    this.status = status;
    this.headerLines = List.copyOf(headerLines);
    this.delay = delay;
    this.wire = wire;
  }

  private static Answer of(Kind kind, int status) {
    return new Answer(kind, status, List.of(), Duration.ZERO, Wire.ORDINARY);
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
    return of(Kind.REPLY, status);
  }

  /** Sends the client to {@code location} with {@code status}, such as 302. */
  public static Answer redirect(int status, String location) {
    return status(status).header("Location", location);
  }

  /** Never answers; the connection stays open until {@link Ingest#close()}. */
  public static Answer hang() {
    return of(Kind.HANG, 0);
  }

  /** Breaks the connection off without an answer, so that the client sees a reset. */
  public static Answer reset() {
    return of(Kind.RESET, 0);
  }

  /**
   * Sends 300 bytes that are no HTTP, the same for the same {@code seed}, and closes the
   * connection.
   */
  public static Answer garbage(long seed) {
    return of(Kind.GARBAGE, (int) seed);
  }

  /**
   * Reads answers from a text, such as {@code 503 x3, 200 after=50ms, reset, 429 Retry-After=2}.
   *
   * <p>They stand in their order with commas between them. Each begins with a status, {@code hang},
   * {@code reset} or {@code garbage}; behind it, with blanks between them, may stand: {@code x3}
   * for three of them; {@code Name=value} for a header; {@code after=50ms}, {@code slow=5ms} and
   * {@code reading=5ms} for {@link #after}, {@link #slow} and {@link #reading}; {@code half=20} and
   * {@code cut=20} for {@link #half} and {@link #cut}; {@code padded=100000}; {@code interim=103};
   * {@code early}, {@code twice}, {@code closing}.
   *
   * @throws IllegalArgumentException if it cannot be read; the message says where and what may
   *     stand there
   */
  public static List<Answer> script(String text) {
    return ScriptText.parse(text);
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
    return new Answer(kind, status, lines, delay, wire);
  }

  /**
   * Returns this answer, given only when {@code delay} has passed; an envelope is accepted before.
   */
  public Answer after(Duration delay) {
    return new Answer(kind, status, headerLines, notNegative(delay), wire);
  }

  /** Returns this answer, of which only the first {@code bytes} come before the connection ends. */
  public Answer half(int bytes) {
    return changed(how -> how.cutAfter(notNegative(bytes), false));
  }

  /** Returns this answer, whose connection is reset behind its first {@code bytes}. */
  public Answer cut(int bytes) {
    return changed(how -> how.cutAfter(notNegative(bytes), true));
  }

  /** Returns this answer, sent byte by byte with a pause between them. */
  public Answer slow(Duration pause) {
    return changed(how -> how.pausing(notNegative(pause)));
  }

  /**
   * Returns this answer to a request that is read 256 bytes at a time, with a pause before each.
   */
  public Answer reading(Duration pause) {
    return changed(how -> how.readingSlowly(notNegative(pause)));
  }

  /** Returns this answer, whose body has {@code bytes} more than it needs. */
  public Answer padded(int bytes) {
    return changed(how -> how.padded(notNegative(bytes)));
  }

  /** Returns this answer behind one with {@code status}, such as 100 or 103. */
  public Answer behind(int interimStatus) {
    if (interimStatus < 100 || interimStatus > 199) {
      throw new IllegalArgumentException(
          "an answer before the answer must be within 100 and 199, was " + interimStatus);
    }
    return changed(how -> how.behind(interimStatus));
  }

  /**
   * Returns this answer, given before anything of the request is read, which nobody will read then;
   * no envelope is accepted.
   */
  public Answer early() {
    return changed(Wire::early);
  }

  /** Returns this answer, given twice to one request. */
  public Answer twice() {
    return changed(Wire::twice);
  }

  /** Returns this answer, behind which the connection is closed without having said so. */
  public Answer closing() {
    return changed(Wire::closing);
  }

  private Answer changed(UnaryOperator<Wire> change) {
    if (kind != Kind.REPLY) {
      throw new IllegalStateException("only an answer with a status can be sent in another way");
    }
    return new Answer(kind, status, headerLines, delay, change.apply(wire));
  }

  private static int notNegative(int bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("bytes must not be negative, was " + bytes);
    }
    return bytes;
  }

  private static Duration notNegative(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a pause must not be negative, was " + duration);
    }
    return duration;
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

  Wire wire() {
    return wire;
  }

  /** Returns what {@link #garbage} sends: no byte of it is a letter, a digit or a line's end. */
  byte[] garbageBytes() {
    byte[] bytes = new byte[GARBAGE_BYTES];
    new Random(status).nextBytes(bytes);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] |= (byte) 0x80;
    }
    return bytes;
  }

  boolean isAccepting() {
    return kind == Kind.REPLY && status < 300 && !wire.isEarly();
  }

  enum Kind {
    REPLY,
    HANG,
    RESET,
    GARBAGE
  }
}
