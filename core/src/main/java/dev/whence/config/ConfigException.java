package dev.whence.config;

/** Says which setting is wrong, where it was set, to what, and what to do about it. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String problem;
  private final String remedy;

  public ConfigException(String problem, String remedy) {
    super(problem + ": " + remedy);
    this.problem = problem;
    this.remedy = remedy;
  }

  /**
   * Says what is wrong with one setting.
   *
   * @param shownValue the value as it may be shown, which a secret's is not
   */
  public static ConfigException of(String key, String source, String shownValue, String remedy) {
    return new ConfigException(
        "setting \"" + key + "\" from " + source + " is \"" + shownValue + '"', remedy);
  }

  /** Returns the message's first half: what is wrong. */
  public String problem() {
    return problem;
  }

  /** Returns the message's second half: what to do about it. */
  public String remedy() {
    return remedy;
  }
}
