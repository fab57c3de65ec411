package org.example.contract.mapped;

import jakarta.ws.rs.WebApplicationException;

/** Each of them has a mapper of its own. */
public final class Failures {
  private Failures() {}

  /** Becomes 409. */
  public static class Conflict extends RuntimeException {
    public Conflict() {
      super("conflict");
    }
  }

  /** Becomes 409, too, by its superclass's mapper. */
  public static final class SpecialConflict extends Conflict {}

  /** Becomes 500. */
  public static final class Broken extends RuntimeException {
    public Broken() {
      super("broken");
    }
  }

  /** Becomes 200. */
  public static final class Forgiven extends RuntimeException {
    public Forgiven() {
      super("forgiven");
    }
  }

  /** Its mapper fails. */
  public static final class Doomed extends RuntimeException {
    public Doomed() {
      super("doomed");
    }
  }

  /** Its mapper returns nothing. */
  public static final class Silent extends RuntimeException {
    public Silent() {
      super("silent");
    }
  }

  /** Says 503; its mapper makes it 404. */
  public static final class Softened extends WebApplicationException {
    public Softened() {
      super("softened", 503);
    }
  }

  /** Says 404; its mapper makes it 503. */
  public static final class Hardened extends WebApplicationException {
    public Hardened() {
      super("hardened", 404);
    }
  }
}
