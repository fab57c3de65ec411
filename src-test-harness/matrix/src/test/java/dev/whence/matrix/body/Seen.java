package dev.whence.matrix.body;

/** What the application saw of a body. For any thread. */
final class Seen {
  private final StringBuilder text = new StringBuilder();

  synchronized Seen add(Object seen) {
    text.append(seen);
    return this;
  }

  synchronized String text() {
    return text.toString();
  }
}
