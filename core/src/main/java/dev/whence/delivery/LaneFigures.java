package dev.whence.delivery;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the records of one lane. When nothing is under way, {@code recorded + adopted =
 * delivered + waiting +} the sum of {@code dropped}.
 *
 * @param name the reporter's name, with a number behind it if another has the same
 * @param recorded how many records delivery took
 * @param adopted how many records the journal had for this lane when it was opened, and those that
 *     were found in journals whose owner has died
 * @param delivered how many records the reporter accepted
 * @param waiting how many records are still to be delivered
 * @param dropped how many records were lost, by reason: {@code journal_full}, {@code expired} for
 *     those that were too old, {@code closed}, {@code reporter_failed}, {@code poison} for those
 *     that alone made the destination fail, {@code unreadable}, {@code filtered} for those that
 *     were left out because they are another reporter's, and those for which the reporter rejected
 *     records
 * @param lastFault what went wrong last, even if all is well by now
 * @param failingSince when delivery broke, or nothing if the last batch arrived
 * @param isCircuitOpen whether delivery failed so often in a row that single records are sent as
 *     probes until one arrives
 */
public record LaneFigures(
    String name,
    long recorded,
    long adopted,
    long delivered,
    long waiting,
    Map<String, Long> dropped,
    @Nullable String lastFault,
    @Nullable Instant failingSince,
    boolean isCircuitOpen) {
  public LaneFigures {
    dropped = Map.copyOf(dropped);
  }
}
