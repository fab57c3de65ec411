package dev.whence.servlet.body;

import dev.whence.body.BodyCopy;

/**
 * How one request's body is read: what the application reads is copied, and what it lets the
 * container read in its place is remembered. It lasts as long as the request. For any thread.
 */
final class BodyReading {
  private final BodyCopy copy;
  private final int limit;
  private volatile boolean isParsed;
  private volatile boolean isParted;

  BodyReading(BodyCopy copy, int limit) {
    this.copy = copy;
    this.limit = limit;
  }

  BodyCopy copy() {
    return copy;
  }

  /** Returns how many bytes or characters may be told of the body. */
  int limit() {
    return limit;
  }

  void parsed() {
    isParsed = true;
  }

  void parted() {
    isParted = true;
  }

  /** Says whether parameters were asked for. */
  boolean isParsed() {
    return isParsed;
  }

  /** Says whether the parts of a multipart form were asked for. */
  boolean isParted() {
    return isParted;
  }
}
