package dev.whence.jaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class RequestListenerTest {
  /** A wrapper that is its own inside. */
  private static final class Circle extends CompletionException {
    Circle() {
      super("round");
    }

    @Override
    public synchronized Throwable getCause() {
      return this;
    }
  }

  @Test
  void whatWasThrownIsFoundWithinItsWrappers() {
    IOException thrown = new IOException("x");

    assertThat(RequestListener.asThrown(new CompletionException(new ExecutionException(thrown))))
        .isSameAs(thrown);
    assertThat(RequestListener.asThrown(thrown)).isSameAs(thrown);
  }

  @Test
  void aWrapperAroundNothingIsWhatWasThrown() {
    CompletionException empty = new CompletionException((Throwable) null);

    assertThat(RequestListener.asThrown(empty)).isSameAs(empty);
  }

  @Test
  void wrappersInACircleAreNoTrap() {
    Circle circle = new Circle();

    assertThat(RequestListener.asThrown(circle)).isSameAs(circle);
  }
}
