package dev.whence.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Does the same random steps on a {@link MemoryJournal} and on plain collections that keep the fate
 * of every single frame, and compares what both say.
 */
final class JournalModel {
  private enum Fate {
    WAITING,
    READ,
    LOST
  }

  private final Random random;
  private final int bound;
  private final MemoryJournal journal;
  private final List<byte[]> appended = new ArrayList<>();
  private final Deque<Integer> held = new ArrayDeque<>();
  private final List<ModelReader> readers = new ArrayList<>();

  JournalModel(long seed) {
    random = new Random(seed);
    bound = 500 + random.nextInt(20_000);
    journal = new MemoryJournal(bound);
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      readers.add(new ModelReader(journal.cursor("reader " + i)));
    }
  }

  void compare(int steps) {
    for (int i = 0; i < steps; i++) {
      ModelReader reader = readers.get(random.nextInt(readers.size()));
      switch (random.nextInt(5)) {
        case 0 -> reader.next();
        case 1 -> reader.advance();
        default -> append(new byte[random.nextInt(random.nextInt(20) == 0 ? bound * 2 : 300)]);
      }
      assertThat(journal.bytes()).isEqualTo(heldBytes());
      readers.forEach(ModelReader::compare);
    }
  }

  private void append(byte[] frame) {
    boolean fits = cost(frame) <= bound;
    assertThat(journal.append(frame).isPresent()).isEqualTo(fits);
    if (!fits) {
      return;
    }
    while (heldBytes() + cost(frame) > bound) {
      int evicted = held.removeFirst();
      readers.forEach(reader -> reader.evicted(evicted));
    }
    held.addLast(appended.size());
    appended.add(frame);
    readers.forEach(reader -> reader.fates.add(Fate.WAITING));
  }

  private int heldBytes() {
    return held.stream().mapToInt(number -> cost(appended.get(number))).sum();
  }

  private static int cost(byte[] frame) {
    return frame.length + MemoryJournal.FRAME_OVERHEAD;
  }

  private final class ModelReader {
    private final Cursor cursor;
    private final List<Fate> fates = new ArrayList<>();
    private final List<Integer> inHand = new ArrayList<>();

    ModelReader(Cursor cursor) {
      this.cursor = cursor;
    }

    void next() {
      int maxBytes = random.nextInt(2_000);
      int maxCount = 1 + random.nextInt(12);
      giveBack();
      int sum = 0;
      for (int number : held.stream().filter(n -> fates.get(n) == Fate.WAITING).toList()) {
        sum += appended.get(number).length;
        if (inHand.size() == maxCount || (sum > maxBytes && !inHand.isEmpty())) {
          break;
        }
        inHand.add(number);
      }

      List<byte[]> frames = cursor.next(maxBytes, maxCount);

      assertThat(frames).isEqualTo(inHand.stream().map(appended::get).toList());
    }

    void advance() {
      int count = random.nextInt(inHand.size() + 1);
      inHand.subList(0, count).forEach(number -> fates.set(number, Fate.READ));
      inHand.subList(0, count).clear();
      giveBack();
      held.removeIf(number -> readers.stream().allMatch(r -> r.fates.get(number) == Fate.READ));

      cursor.advance(count);
    }

    private void giveBack() {
      inHand.stream()
          .filter(number -> !held.contains(number))
          .forEach(number -> fates.set(number, Fate.LOST));
      inHand.clear();
    }

    void evicted(int number) {
      if (fates.get(number) == Fate.WAITING && !inHand.contains(number)) {
        fates.set(number, Fate.LOST);
      }
    }

    void compare() {
      assertThat(cursor.waiting()).isEqualTo(count(Fate.WAITING));
      assertThat(cursor.lost()).isEqualTo(count(Fate.LOST));
    }

    private long count(Fate fate) {
      return fates.stream().filter(fate::equals).count();
    }
  }
}
