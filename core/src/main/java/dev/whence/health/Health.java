package dev.whence.health;

import dev.whence.delivery.LaneFigures;
import java.util.List;
import java.util.Map;

/**
 * What an instance did so far. When nothing is under way two sums hold: captured = refused + inbox
 * + recorded, and for each lane recorded = delivered + waiting + dropped.
 *
 * @param isOn false for an instance that does nothing
 * @param isDisabled whether it is off because the settings want it off
 * @param problem why it is off; empty if it is on
 * @param refused by reason
 * @param inbox what waits to be recorded
 * @param traces the same figures of what is no error
 * @param faults what went wrong inside Whence or in the application's code that it called, by place
 * @param masked values that were masked, by rule
 * @param wouldMask values that a dry run would have masked, by rule
 */
public record Health(
    boolean isOn,
    boolean isDisabled,
    String problem,
    long captured,
    Map<String, Long> refused,
    long inbox,
    long recorded,
    List<LaneFigures> lanes,
    Traces traces,
    Map<String, Long> faults,
    Map<String, Long> masked,
    Map<String, Long> wouldMask) {
  /** What became of requests and jobs whose trace is kept, and of counts: the same two sums. */
  public record Traces(
      long captured,
      Map<String, Long> refused,
      long inbox,
      long recorded,
      List<LaneFigures> lanes) {
    static final Traces NONE = new Traces(0, Map.of(), 0, 0, List.of());

    public Traces {
      refused = Map.copyOf(refused);
      lanes = List.copyOf(lanes);
    }
  }

  public Health {
    refused = Map.copyOf(refused);
    lanes = List.copyOf(lanes);
    faults = Map.copyOf(faults);
    masked = Map.copyOf(masked);
    wouldMask = Map.copyOf(wouldMask);
  }

  /** Returns the health of an instance that does nothing, since something is wrong. */
  public static Health off(String problem) {
    return off(false, problem);
  }

  /** Returns the health of an instance that does nothing, since nothing is wanted of it. */
  public static Health disabled(String why) {
    return off(true, why);
  }

  private static Health off(boolean isDisabled, String why) {
    return new Health(
        false,
        isDisabled,
        why,
        0,
        Map.of(),
        0,
        0,
        List.of(),
        Traces.NONE,
        Map.of(),
        Map.of(),
        Map.of());
  }

  /**
   * Says whether events do not get where they should: a lane has failed since its last success, or
   * nothing is on though the settings want it.
   */
  public boolean isBroken() {
    return isOn ? lanes.stream().anyMatch(lane -> lane.failingSince() != null) : !isDisabled;
  }

  /** Returns all of this as a JSON object, with these names; texts in it are scrubbed. */
  public String toJson() {
    return HealthJson.encode(this);
  }
}
