package dev.whence.config.value;

/** A header by which browsers say that their user does not want to be known. */
public enum ConsentSignal {
  /** Global Privacy Control (W3C). */
  GPC("Sec-GPC"),
  /** Do Not Track (W3C Tracking Preference Expression). */
  DNT("DNT");

  private final String header;

  ConsentSignal(String header) {
    this.header = header;
  }

  /** Returns the name of the header, which says so by the value {@code 1}. */
  public String header() {
    return header;
  }
}
