package dev.whence.junit;

/** Where assertions on events begin, for a static import. */
public final class WhenceAssertions {
  private WhenceAssertions() {}

  public static EventAssert assertThatEvent(RecordedEvent event) {
    return new EventAssert(event);
  }
}
