package dev.whence.ingest.http;

import java.util.List;

/** Thrown when a request breaks the protocol: the status to answer with and what was wrong. */
public final class Refusal extends Exception {
  private final int status;
  private final List<String> complaints;

  public Refusal(int status, String complaint) {
    this(status, List.of(complaint));
  }

  public Refusal(int status, List<String> complaints) {
    super(String.join("; ", complaints));
    this.status = status;
    this.complaints = List.copyOf(complaints);
  }

  public int status() {
    return status;
  }

  public List<String> complaints() {
    return complaints;
  }
}
