package dev.whence.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.event.ErrorEvent;
import dev.whence.event.EventId;
import dev.whence.event.Frame;
import dev.whence.event.Level;
import dev.whence.event.Mechanism;
import dev.whence.event.ThrownException;
import dev.whence.scrub.Scrubber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Failures of any shape, each of which shows itself twice. */
class StableKeyTest {
  private static final String[] PACKAGES = {"com.example.shop", "com.example.stock", "org.lib"};
  private static final String[] CLASSES = {"Orders", "Cart", "Stock$Shelf", "Price_List"};
  private static final String[] METHODS = {"save", "load", "find_all", "lambda$sum$%d", "<init>"};
  private static final String[] WORDS = {"order", "is", "gone", "for", "customer", "at", "till"};

  private final Grouping grouping = new Grouping(Scrubber.standard()::scrubText);

  static LongStream seeds() {
    return LongStream.range(0, 2_000);
  }

  private GroupKey key(Failure failure, long data) {
    return grouping.keyOf(failure.event(new Random(data)), null);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void idsNumbersAndLinesNeverMatterAndClassesAndMethodsDo(long seed) {
    Failure failure = Failure.random(new Random(seed));
    GroupKey key = key(failure, seed + 1);

    for (int i = 2; i < 6; i++) {
      assertThat(key(failure, seed * 31 + i)).isEqualTo(key);
    }
    assertThat(key(failure.withRootClass("com.example.shop.Moved"), seed + 1)).isNotEqualTo(key);
    assertThat(key(failure.withRootMethod("renamed"), seed + 1)).isNotEqualTo(key);
    assertThat(key(failure.withRootType("OtherException"), seed + 1)).isNotEqualTo(key);
  }

  private record Call(String type, String method, boolean isOwn) {}

  private record Thrown(String type, List<String> words, List<Call> calls) {}

  /** What stays of a failure; {@link #event} adds what does not. The root is the last. */
  private record Failure(List<Thrown> chain) {
    static Failure random(Random random) {
      List<Thrown> chain = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        chain.add(thrown(random, i));
      }
      return new Failure(chain);
    }

    private static Thrown thrown(Random random, int number) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < random.nextInt(8); i++) {
        words.add(pick(random, WORDS));
      }
      List<Call> calls = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(30); i++) {
        String where = pick(random, PACKAGES);
        calls.add(new Call(
            where + '.' + pick(random, CLASSES), pick(random, METHODS), where.startsWith("com")));
      }
      return new Thrown("Failure" + "ABC".charAt(number) + "Exception", words, calls);
    }

    private static String pick(Random random, String[] of) {
      return of[random.nextInt(of.length)];
    }

    Failure withRootClass(String type) {
      Call first = firstCall();
      return withFirstCall(new Call(type, first.method(), first.isOwn()));
    }

    Failure withRootMethod(String method) {
      Call first = firstCall();
      return withFirstCall(new Call(first.type(), method, first.isOwn()));
    }

    Failure withRootType(String type) {
      Thrown root = chain.get(chain.size() - 1);
      return withRoot(new Thrown(type, root.words(), root.calls()));
    }

    private Failure withRoot(Thrown root) {
      List<Thrown> changed = new ArrayList<>(chain);
      changed.set(chain.size() - 1, root);
      return new Failure(changed);
    }

    private int first() {
      List<Call> calls = chain.get(chain.size() - 1).calls();
      for (int i = 0; i < calls.size(); i++) {
        if (calls.get(i).isOwn()) {
          return i;
        }
      }
      return 0;
    }

    private Call firstCall() {
      return chain.get(chain.size() - 1).calls().get(first());
    }

    private Failure withFirstCall(Call call) {
      Thrown root = chain.get(chain.size() - 1);
      List<Call> calls = new ArrayList<>(root.calls());
      calls.set(first(), call);
      return withRoot(new Thrown(root.type(), root.words(), calls));
    }

    ErrorEvent event(Random data) {
      List<ThrownException> exceptions = new ArrayList<>();
      for (Thrown thrown : chain) {
        int id = exceptions.size();
        exceptions.add(new ThrownException(
            thrown.type(),
            "com.example",
            message(thrown.words(), data),
            thrown.calls().stream().map(call -> frame(call, data)).toList(),
            new Mechanism(id == 0 ? "servlet" : "chained", false, id, id - 1, Map.of())));
      }
      return ErrorEvent.builder(new EventId(data.nextLong(), 1), Instant.EPOCH)
          .level(data.nextBoolean() ? Level.ERROR : Level.FATAL)
          .release("shop@" + data.nextInt())
          .exceptions(exceptions)
          .build();
    }

    /** A value after each word, and in the place of calls that are numbered, a number. */
    private static String message(List<String> words, Random data) {
      StringBuilder message = new StringBuilder();
      for (String word : words) {
        message.append(word).append(' ').append(value(data)).append(' ');
      }
      return message.toString();
    }

    private static String value(Random data) {
      return switch (data.nextInt(8)) {
        case 0 -> String.valueOf(data.nextLong());
        case 1 -> String.valueOf(data.nextDouble());
        case 2 -> new UUID(data.nextLong(), data.nextLong()).toString();
        case 3 -> '"' + "name ".repeat(data.nextInt(4)) + '"';
        case 4 -> "[1, 2" + ", 3".repeat(data.nextInt(4)) + ']';
        case 5 -> "user" + data.nextInt(99) + "@example.org";
        case 6 -> "https://example.org/" + data.nextInt(9) + "?q=" + data.nextInt();
        default -> Instant.ofEpochMilli(data.nextInt()).toString();
      };
    }

    private static Frame frame(Call call, Random data) {
      return new Frame(
          call.type() + (call.type().endsWith("Cart") ? "$$SpringCGLIB$$" + data.nextInt(9) : ""),
          call.method().formatted(data.nextInt(99)),
          "File" + data.nextInt(9) + ".java",
          data.nextInt(999),
          false,
          call.isOwn());
    }
  }
}
