package dev.whence.ingest;

import java.time.Duration;

/**
 * How an answer goes over the wire. Immutable.
 *
 * @param cut how many bytes of it are sent; all if negative
 * @param isReset whether the connection is then reset rather than closed
 * @param bytePause between one byte and the next
 * @param readPause before each part of the request is read
 * @param interim status of an answer before the answer, 0 for none
 * @param padding how many bytes its body has beyond what it says
 * @param isEarly whether it is sent before the request is read
 * @param isTwice whether it is sent once more though nobody asked
 * @param isClosing whether the connection is closed behind it without a word
 */
record Wire(
    int cut,
    boolean isReset,
    Duration bytePause,
    Duration readPause,
    int interim,
    int padding,
    boolean isEarly,
    boolean isTwice,
    boolean isClosing) {
  static final Wire ORDINARY =
      new Wire(-1, false, Duration.ZERO, Duration.ZERO, 0, 0, false, false, false);

  Wire cutAfter(int bytes, boolean reset) {
    return new Wire(
        bytes, reset, bytePause, readPause, interim, padding, isEarly, isTwice, isClosing);
  }

  Wire pausing(Duration betweenBytes) {
    return new Wire(
        cut, isReset, betweenBytes, readPause, interim, padding, isEarly, isTwice, isClosing);
  }

  Wire readingSlowly(Duration pause) {
    return new Wire(cut, isReset, bytePause, pause, interim, padding, isEarly, isTwice, isClosing);
  }

  Wire behind(int status) {
    return new Wire(
        cut, isReset, bytePause, readPause, status, padding, isEarly, isTwice, isClosing);
  }

  Wire padded(int bytes) {
    return new Wire(
        cut, isReset, bytePause, readPause, interim, bytes, isEarly, isTwice, isClosing);
  }

  Wire early() {
    return new Wire(cut, isReset, bytePause, readPause, interim, padding, true, isTwice, true);
  }

  Wire twice() {
    return new Wire(cut, isReset, bytePause, readPause, interim, padding, isEarly, true, isClosing);
  }

  Wire closing() {
    return new Wire(cut, isReset, bytePause, readPause, interim, padding, isEarly, isTwice, true);
  }

  /** Says whether the connection is over behind this answer. */
  boolean isLast() {
    return cut >= 0 || isClosing;
  }
}
