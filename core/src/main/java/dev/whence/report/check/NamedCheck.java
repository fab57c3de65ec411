package dev.whence.report.check;

import java.util.function.Supplier;

/** A check made of its parts. */
record NamedCheck(String name, boolean isSending, Supplier<Finding> examination) implements Check {
  @Override
  public Finding run() {
    return examination.get();
  }
}
