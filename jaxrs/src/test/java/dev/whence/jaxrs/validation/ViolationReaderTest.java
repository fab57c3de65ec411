package dev.whence.jaxrs.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.jaxrs.problem.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of violations: names of fields and messages, never a value. */
class ViolationReaderTest {
  private static final Shelf.Item GOOD = new Shelf.Item("pen", 10);
  private static final Shelf.Item UNNAMED = new Shelf.Item("", 10);

  private static List<Violation> read(Set<? extends ConstraintViolation<?>> found) {
    ViolationReader reader = ViolationReader.of(new ConstraintViolationException(found));
    return Objects.requireNonNull(reader).violations();
  }

  private static Shelf.Order order(Shelf.@Nullable Item main, Shelf.Item... items) {
    return new Shelf.Order("a@b.example", List.of(items), Map.of(), List.of(), main);
  }

  static Stream<Arguments> violations() {
    String blank = "must not be blank";
    Shelf.Order keyed =
        new Shelf.Order("a@b.example", List.of(), Map.of("k-17", UNNAMED), List.of(), null);
    Shelf.Order tagged =
        new Shelf.Order("a@b.example", List.of(), Map.of(), List.of("ok", " "), null);
    return Stream.of(
        Arguments.of("main.name", blank, Shelf.violations("order", order(UNNAMED))),
        Arguments.of("main.name", blank, Shelf.violations("ordered", order(UNNAMED))),
        Arguments.of("name", "size must be between 0 and 3", Shelf.violations("named", "abcdefgh")),
        Arguments.of("items[1].name", blank, Shelf.violations("order", order(null, GOOD, UNNAMED))),
        Arguments.of("byName[].name", blank, Shelf.violations("order", keyed)),
        Arguments.of("tags[1]", blank, Shelf.violations("order", tagged)),
        Arguments.of("arg0[1].name", blank, Shelf.violations("orders", List.of(GOOD, UNNAMED))),
        Arguments.of("arg0", "size must be between 0 and 3", Shelf.violations("name", "abcdefgh")),
        Arguments.of("arg0", "is not complete", Shelf.violations("whole", new Shelf.Whole("w"))),
        Arguments.of("", "must go together", Shelf.violations("both", "a", "b")),
        Arguments.of("name", blank, Shelf.validator().validate(UNNAMED)),
        Arguments.of("", "is not complete", Shelf.validator().validate(new Shelf.Whole("w"))));
  }

  @ParameterizedTest
  @MethodSource("violations")
  void aFieldIsNamedAsTheClientKnowsIt(
      String field, String message, Set<? extends ConstraintViolation<?>> found) {
    assertThat(read(found)).containsExactly(new Violation(field, message));
  }

  @Test
  void aMessageThatHoldsTheValueIsReplacedByTheConstraint() {
    Shelf.Order order = new Shelf.Order("planted-address", List.of(), Map.of(), List.of(), null);

    assertThat(read(Shelf.violations("order", order)))
        .containsExactly(new Violation("email", "Email"));
    assertThat(read(Shelf.violations("secret", "planted-secret")))
        .containsExactly(new Violation("arg0", "Pattern"));
  }

  @Test
  void aMessageThatHoldsTheValueByChanceIsReplacedToo() {
    assertThat(read(Shelf.validator().validate(new Shelf.Item("pen", 1))))
        .containsExactly(new Violation("count", "Min"));
    assertThat(read(Shelf.validator().validate(new Shelf.Item("pen", 7))))
        .containsExactly(new Violation("count", "must be greater than or equal to 10"));
  }

  /** A value that cannot be told. */
  static final class Unspeakable {
    @Override
    public String toString() {
      throw new UnsupportedOperationException("planted words");
    }
  }

  static Stream<Arguments> tellingMessages() {
    return Stream.of(
        Arguments.of("planted", "no planted here"),
        Arguments.of("PLANTED", "no planted here"),
        Arguments.of(" planted ", "no planted here"),
        Arguments.of(List.of("a-a", "planted"), "no planted here"),
        Arguments.of(Map.of("planted", 17), "no planted here"),
        Arguments.of(Map.of("k-17", "planted"), "no planted here"),
        Arguments.of(new String[] {"planted"}, "no planted here"),
        Arguments.of(new int[] {815}, "no 815 here"),
        Arguments.of(new Unspeakable(), "whatever"),
        Arguments.of("x-y-z", "no ${validatedValue.substring(0, 1)}"),
        Arguments.of("x-y-z", " "));
  }

  @ParameterizedTest
  @MethodSource("tellingMessages")
  void noMessageTellsOfTheValue(Object value, String message) {
    assertThat(DiscreetMessage.of(new FakeViolation(value, message))).isEqualTo("invalid");
  }

  static Stream<Arguments> discreetMessages() {
    return Stream.of(
        Arguments.of("", "must not be empty"),
        Arguments.of(" ", "must not be blank"),
        Arguments.of(null, "must not be null"),
        Arguments.of(List.of(), "must not be empty"),
        Arguments.of(false, "must be true"),
        Arguments.of("planted", "must be a colour"));
  }

  @ParameterizedTest
  @MethodSource("discreetMessages")
  void otherMessagesAreTold(@Nullable Object value, String message) {
    assertThat(DiscreetMessage.of(new FakeViolation(value, message))).isEqualTo(message);
  }

  @Test
  void violationsAreInOrderAndNotTooMany() {
    Shelf.Item[] items = IntStream.range(0, 300)
        .mapToObj(i -> new Shelf.Item(" ", i < 150 ? 17 : 7))
        .toArray(Shelf.Item[]::new);

    List<Violation> read = read(Shelf.violations("order", order(null, items)));

    assertThat(read).hasSize(100);
    assertThat(read.stream().map(Violation::field).collect(Collectors.toList()))
        .isSorted()
        .startsWith("items[0].name", "items[100].name");
  }

  @Test
  void theSameIsToldOnce() {
    FakeViolation first = new FakeViolation("planted", "must be a colour");
    FakeViolation second = new FakeViolation("planted too", "must be a colour");

    assertThat(read(Set.of(first, second))).containsExactly(new Violation("", "must be a colour"));
  }

  @Test
  void aReturnedValueIsNoFaultOfTheClient() {
    ConstraintViolationException returned = new ConstraintViolationException(Shelf.returned(null));
    ConstraintViolationException sent =
        new ConstraintViolationException(Shelf.violations("name", "abcdefgh"));

    assertThat(Objects.requireNonNull(ViolationReader.of(returned)).isOfRequest())
        .isFalse();
    assertThat(Objects.requireNonNull(ViolationReader.of(sent)).isOfRequest()).isTrue();
  }

  @Test
  void whatTheApplicationValidatedOnItsWayIsNoFaultOfTheClient() {
    ConstraintViolationException own =
        new ConstraintViolationException(Shelf.validator().validate(UNNAMED));

    assertThat(Objects.requireNonNull(ViolationReader.of(own)).isOfRequest()).isFalse();
  }

  @Test
  void nothingFoundIsNothingToTell() {
    assertThat(ViolationReader.of(new ConstraintViolationException(Set.of()))).isNull();
    assertThat(ViolationReader.of(new ConstraintViolationException("none", null)))
        .isNull();
  }
}
