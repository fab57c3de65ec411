package dev.whence.scrub;

import dev.whence.event.Body;
import dev.whence.event.Breadcrumb;
import dev.whence.event.ErrorEvent;
import dev.whence.event.EventId;
import dev.whence.event.Level;
import dev.whence.event.Mechanism;
import dev.whence.event.Request;
import dev.whence.event.ThrownException;
import dev.whence.event.User;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An event of random structure with secrets all over it, the same for the same seed and index. */
final class RandomEvent {
  private static final String[] NAMES =
      "state total className author keyboard items comment page retries parcel lesson notes"
          .split(" ");
  private static final int DEEPEST = 5;

  /** How often JSON may be a text inside of JSON. */
  private static final int TEXTS_IN_TEXTS = 2;

  final Plants plants;
  final ErrorEvent event;

  /** In how many texts the value to be made is. */
  private int texts;

  RandomEvent(long seed, int index) {
    plants = new Plants(new Random(seed * 1_000_003 + index));
    event = event();
  }

  private ErrorEvent event() {
    ErrorEvent.Builder event = ErrorEvent.builder(EventId.of(1, 2), Instant.EPOCH)
        .message(plants.text())
        .exceptions(some(3, this::exception))
        .breadcrumbs(some(3, this::crumb))
        .fingerprint(some(2, i -> plants.text()))
        .release("shop@" + plants.random.nextInt(9) + ".4.1");
    for (int i = plants.random.nextInt(3); i > 0; i--) {
      event.context("part" + i, map(0));
    }
    for (int i = plants.random.nextInt(3); i > 0; i--) {
      event.tag("note" + i, plants.words() + " " + plants.neutral() + " at " + plants.email());
    }
    if (plants.oneIn(2)) {
      event.tag(plants.key(), plants.anyPassword());
    }
    if (!plants.oneIn(4)) {
      event.request(request());
    }
    return plants.oneIn(2) ? event.build() : event.user(user()).build();
  }

  private <T> List<T> some(int most, IntFunction<T> one) {
    return IntStream.range(0, plants.random.nextInt(most + 1)).mapToObj(one).toList();
  }

  private ThrownException exception(int index) {
    return new ThrownException(
        "OrderException",
        "com.sample",
        plants.text(),
        List.of(),
        new Mechanism("capture", true, index, index - 1, map(DEEPEST - 2)));
  }

  private Breadcrumb crumb(int index) {
    return new Breadcrumb(Instant.EPOCH, "shop", plants.text(), Level.INFO, map(DEEPEST - 2));
  }

  private User user() {
    return User.of("u" + plants.some("0123456789", 7))
        .tenant("clinic-" + plants.random.nextInt(9))
        .username(plants.email())
        .email(plants.email());
  }

  private Request request() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", plants.scheme());
    headers.put("X-Parcel", plants.neutral());
    headers.put("Referer", plants.url());
    headers.put("X-" + plants.key(), plants.password());
    return new Request(
        "POST",
        "https://shop.example.org/orders/" + Encodings.percent(plants.obvious(), plants),
        plants.oneIn(4) ? null : plants.form(),
        headers,
        plants.oneIn(4) ? null : "theme=" + plants.password() + "; sid=" + plants.password(),
        body(),
        null);
  }

  private @Nullable Body body() {
    return switch (plants.random.nextInt(4)) {
      case 0 -> null;
      case 1 -> Body.whole(Body.Kind.FORM, plants.form());
      case 2 -> Body.whole(Body.Kind.TEXT, plants.text());
      default -> jsonBody(plants.oneIn(3));
    };
  }

  private Body jsonBody(boolean hasEscapes) {
    String json = Encodings.json(map(0), plants, hasEscapes ? 4 : Integer.MAX_VALUE);
    return Body.whole(Body.Kind.JSON, json);
  }

  private Map<String, Object> map(int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = plants.random.nextInt(4); i >= 0; i--) {
      if (plants.oneIn(3)) {
        map.putIfAbsent(plants.key(), secret(depth));
      } else {
        map.put(plants.oneOf(NAMES) + i, value(depth + 1));
      }
    }
    if (plants.oneIn(20)) {
      map.put(plants.email(), plants.obvious());
    }
    return map;
  }

  /** Returns what stands under a secret's name: a text, a number or a tree of such. */
  private Object secret(int depth) {
    return switch (plants.random.nextInt(depth < DEEPEST ? 6 : 4)) {
      case 4 -> List.of(plants.anyPassword(), plants.password());
      case 5 -> Map.of("state", plants.password(), "inner", List.of(plants.anyPassword()));
      default -> plants.anyPassword();
    };
  }

  private Object value(int depth) {
    return switch (plants.random.nextInt(depth < DEEPEST ? 15 : 9)) {
      case 0 -> plants.neutral();
      case 1 -> plants.obvious();
      case 2 -> plants.random.nextInt(2) == 0;
      case 3 -> number();
      case 4 -> texts < TEXTS_IN_TEXTS ? jsonText(depth) : plants.text();
      case 5 -> plants.url();
      case 6, 7 -> plants.text();
      case 8 -> new Note(plants.neutral(), plants.password());
      case 10 -> list(depth);
      case 11 -> list(depth).toArray();
      case 12 -> new LinkedHashSet<>(list(depth));
      case 9 -> pair();
      default -> map(depth);
    };
  }

  private List<Object> list(int depth) {
    return some(4, i -> value(depth + 1));
  }

  private Object pair() {
    Map<String, Object> pair = new LinkedHashMap<>();
    pair.put(plants.oneOf("name", "key"), plants.key());
    pair.put("value", plants.password());
    return List.of(pair);
  }

  private String jsonText(int depth) {
    texts++;
    String json = Encodings.json(map(depth), plants);
    texts--;
    return json;
  }

  private Object number() {
    if (plants.oneIn(2)) {
      String digits = plants.card().replaceAll("\\D", "");
      plants.secrets.add(digits);
      return Long.parseLong(digits);
    }
    String digits = plants.withoutLuhn(9);
    plants.neutrals.add(digits);
    return Long.parseLong(digits);
  }

  /** An object of the application, which is shown as its text. */
  private record Note(String title, String password) {}
}
