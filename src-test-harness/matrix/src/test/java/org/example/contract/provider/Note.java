package org.example.contract.provider;

/** An entity with a reader and a writer of the application's own. */
public record Note(String text) {
  /** The reader fails over it. */
  public static final String UNREADABLE = "unreadable";

  /** The writer fails over it. */
  public static final String UNWRITABLE = "unwritable";
}
