package dev.whence.matrix.container;

/** Turns what a container's own methods throw into a failure of the test. */
final class Failing {
  /** Something that a container may refuse to do. */
  interface Step {
    void run() throws Exception;
  }

  private Failing() {}

  static void unless(Step step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the container failed", e);
    }
  }
}
