package dev.whence.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.whence.assemble.Assembled;
import dev.whence.scrub.Scrubber;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Builds of small applications, each in a class loader of its own, that fail. */
class GroupingTest {
  private final Grouping grouping = new Grouping(Scrubber.standard()::scrubText);

  private GroupKey group(Throwable thrown, @Nullable String handler) {
    return grouping.keyOf(Assembled.event(thrown, "shop."), handler);
  }

  private GroupKey group(Throwable thrown) {
    return group(thrown, null);
  }

  private GroupKey groupOf(String source) {
    return group(Build.of(source).failure());
  }

  private static String shop(String body) {
    return "package shop; import java.util.*; import java.util.concurrent.*;\n"
        + "public class Shop implements Callable<Object> {\n" + body + "\n}";
  }

  @Test
  void linesAndIdsDoNotMatter() {
    GroupKey one = groupOf(shop("""
        public Object call() { return load(17); }
        Object load(int id) { throw new IllegalStateException("no order " + id); }
        """));
    GroupKey other = groupOf(shop("""


        // a comment
        public Object call() {

          return load(4711);
        }

        Object load(int id) {
          throw new IllegalStateException("no order " + id);
        }
        """));

    assertThat(other).isEqualTo(one);
    assertThat(one.parts())
        .containsExactly(
            "type java.lang.IllegalStateException", "at shop.Shop.load", "at shop.Shop.call");
  }

  @Test
  void theNumberOfALambdaDoesNotMatter() {
    String failing = """
        public Object call() {
          List.of("b").forEach(it -> { throw new IllegalStateException("no order 4"); });
          return 1;
        }
        """;

    Throwable one = Build.of(shop(failing)).failure();
    Throwable other = Build.of(shop("Runnable first = () -> {};"
            + "static Object more() { Runnable r = () -> {}; Runnable s = () -> {}; return r; }"
            + failing))
        .failure();

    assertThat(one.getStackTrace()[0].getMethodName())
        .isNotEqualTo(other.getStackTrace()[0].getMethodName());
    assertThat(group(other)).isEqualTo(group(one));
    assertThat(group(one).parts()).contains("at shop.Shop.lambda in call", "message no order #");
  }

  @Test
  void twoLambdasOfOneMethodDifferByTheirMessages() {
    String source = """
        public Object call() {
          List.of(1).forEach(it -> { throw new IllegalStateException("%s 4"); });
          return 1;
        }
        """;

    assertThat(groupOf(shop(source.formatted("no order"))))
        .isNotEqualTo(groupOf(shop(source.formatted("no customer"))));
  }

  @Test
  void reflectionIsTheSameHoweverTheJvmDoesIt() throws Exception {
    Method method = Build.of(shop("""
            public Object call() { return null; }
            public static void fail() { throw new IllegalStateException(); }
            """)).loadClass("shop.Shop").getMethod("fail");
    List<Throwable> causes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      try {
        method.invoke(null);
      } catch (InvocationTargetException e) {
        causes.add(e.getTargetException());
      }
    }

    if (Runtime.version().feature() < 18) {
      assertThat(stackOf(causes.get(39))).isNotEqualTo(stackOf(causes.get(0)));
    }
    assertThat(causes).hasSize(40).extracting(this::group).containsOnly(group(causes.get(0)));
    assertThat(group(new InvocationTargetException(causes.get(0)))).isEqualTo(group(causes.get(0)));
  }

  private static List<String> stackOf(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .map(StackTraceElement::getClassName)
        .toList();
  }

  @Test
  void getAndJoinWrapTheSameFailure() {
    String source = """
        public Object call() throws Exception {
          return CompletableFuture.supplyAsync(this::price).%s();
        }
        Object price() { throw new IllegalStateException("no price " + System.nanoTime()); }
        """;

    GroupKey get = groupOf(shop(source.formatted("get")));
    GroupKey join = groupOf(shop(source.formatted("join")));

    assertThat(get).isEqualTo(join);
    assertThat(get.parts())
        .containsExactly("type java.lang.IllegalStateException", "at shop.Shop.price");
  }

  @Test
  void whoeverCompletesAFutureDoesNotMatter() {
    String source = """
        public Object call() throws Exception {
          CompletableFuture<Integer> basket = new CompletableFuture<>();
          %s
          return basket.thenApply(this::price).get();
        }
        Object finish(CompletableFuture<Integer> basket) {
          CompletableFuture<Object> priced = basket.thenApply(this::price);
          basket.complete(7);
          return priced.join();
        }
        Object price(int n) { throw new IllegalStateException("no price"); }
        """;

    GroupKey done = groupOf(shop(source.formatted("basket.complete(7);")));

    assertThat(groupOf(shop(source.formatted("finish(basket);")))).isEqualTo(done);
    assertThat(done.parts())
        .containsExactly("type java.lang.IllegalStateException", "at shop.Shop.price");
  }

  @Test
  void whatAnotherThreadThrewAgainIsTheSame() {
    GroupKey here = groupOf(shop("""
        public Object call() { return List.of(1).stream().map(this::price).toList(); }
        Object price(int n) { throw new IllegalStateException("no price"); }
        """));
    Throwable remade = new IllegalStateException(Build.of(shop("""
            public Object call() { return List.of(1).stream().map(this::price).toList(); }
            Object price(int n) { throw new IllegalStateException("no price"); }
            """)).failure());

    assertThat(group(remade)).isEqualTo(here);
  }

  @Test
  void anOverflowIsTheSameWhereverItIsEntered() {
    String source = """
        public Object call() { return %s; }
        Object one(int n) { return two(n + 1); }
        Object two(int n) { return three(n + 1); }
        Object three(int n) { return n %% 7 == 0 ? leaf(n) : one(n + 1); }
        Object leaf(int n) { return String.valueOf(n).isEmpty() ? n : one(n + 1); }
        """;

    GroupKey one = groupOf(shop(source.formatted("one(1)")));

    assertThat(groupOf(shop(source.formatted("three(5)")))).isEqualTo(one);
    assertThat(groupOf(shop(source.formatted("two(3)")))).isEqualTo(one);
    assertThat(one.parts())
        .containsExactly(
            "type java.lang.StackOverflowError",
            "calls shop.Shop.leaf",
            "calls shop.Shop.one",
            "calls shop.Shop.three",
            "calls shop.Shop.two");
    assertThat(groupOf(shop("""
            public Object call() { return again(1); }
            Object again(int n) { return again(n + 1); }
            """))).isNotEqualTo(one);
  }

  @Test
  void anExceptionWithoutFramesIsKnownByTypeRouteAndMessage() {
    GroupKey one = group(new Frameless("no order 17 for \"Ada\""));

    assertThat(group(new Frameless("no order 4711 for \"Grace\""))).isEqualTo(one);
    assertThat(group(new Frameless("no customer 17 for \"Ada\""))).isNotEqualTo(one);
    assertThat(one.isStackless()).isTrue();
    assertThat(one.parts())
        .containsExactly(
            "type dev.whence.group.GroupingTest$Frameless",
            "route GET /orders/#",
            "message no order # for #");
  }

  private static final class Frameless extends RuntimeException {
    Frameless(String message) {
      super(message, null, false, false);
    }
  }

  @Test
  void whatTheJvmThrowsWithoutFramesIsToldAsSuch() {
    Throwable thrown = new NullPointerException();
    for (int i = 0; i < 5_000_000 && thrown.getStackTrace().length > 0; i++) {
      try {
        lengthOf(null);
      } catch (NullPointerException e) {
        thrown = e;
      }
    }
    assumeThat(thrown.getStackTrace()).isEmpty();

    assertThat(group(thrown).isStackless()).isTrue();
    assertThat(group(thrown).parts())
        .containsExactly("type java.lang.NullPointerException", "route GET /orders/#");
  }

  @SuppressWarnings("NullAway") // that is the point
  private static int lengthOf(@Nullable String text) {
    return text.length();
  }

  @Test
  void aLibrarysThrowBelongsToTheApplicationsCall() {
    String source = """
        public Object call() { return parse("%s"); }
        Object parse(String text) { return %s; }
        """;

    GroupKey one = groupOf(shop(source.formatted("x17", "Integer.parseInt(text)")));

    assertThat(groupOf(shop(source.formatted("y4711", "Integer.parseInt(text)"))))
        .isEqualTo(one);
    assertThat(one.parts())
        .containsExactly(
            "type java.lang.NumberFormatException", "at shop.Shop.parse", "at shop.Shop.call");
  }

  @Test
  void oneMethodThatTwoCallIsTwoFailures() {
    String source = """
        public Object call() { return %s(); }
        Object buy() { return require(null); }
        Object sell() { return require(null); }
        Object require(Object o) { if (o == null) throw new IllegalStateException(); return o; }
        """;

    assertThat(groupOf(shop(source.formatted("buy"))))
        .isNotEqualTo(groupOf(shop(source.formatted("sell"))));
  }

  @Test
  void twoFailuresOfOneTypeAreTwo() {
    String source = """
        public Object call() { return %s(); }
        Object price() { throw new IllegalStateException("x"); }
        Object stock() { throw new IllegalStateException("x"); }
        """;

    assertThat(groupOf(shop(source.formatted("price"))))
        .isNotEqualTo(groupOf(shop(source.formatted("stock"))));
  }

  @Test
  void whatCallsTheHandlerDoesNotMatter() {
    String source = """
        public Object call() { return %s; }
        Object audited() { return order(); }
        public Object order() { throw new IllegalStateException("x"); }
        """;
    Throwable direct = Build.of(shop(source.formatted("order()"))).failure();
    Throwable audited = Build.of(shop(source.formatted("audited()"))).failure();

    assertThat(group(audited, "Shop.order")).isEqualTo(group(direct, "Shop.order"));
    assertThat(group(direct, "Shop.order").parts())
        .containsExactly("type java.lang.IllegalStateException", "at shop.Shop.order");
    assertThat(group(audited)).isNotEqualTo(group(direct));
    assertThat(group(audited, "Stop.order")).isEqualTo(group(audited));
  }

  @Test
  void whatCallsAServletDoesNotMatter() {
    String source = """
        public Object call() { return %s; }
        Object audited() { return doGet(); }
        public Object doGet() { return order(); }
        Object order() { throw new IllegalStateException("x"); }
        """;
    Throwable direct = Build.of(shop(source.formatted("doGet()"))).failure();
    Throwable audited = Build.of(shop(source.formatted("audited()"))).failure();

    assertThat(group(audited, "shop.Shop")).isEqualTo(group(direct, "shop.Shop"));
    assertThat(group(direct, "shop.Shop").parts())
        .containsExactly(
            "type java.lang.IllegalStateException", "at shop.Shop.order", "at shop.Shop.doGet");
    assertThat(group(audited, "order servlet")).isEqualTo(group(audited));
  }

  @Test
  void filtersThatOnlyPassOnDoNotMatter() {
    String direct = """
        public Object call() { return doFilter(); }
        Object doFilter() { return serve(); }
        Object serve() { throw new IllegalStateException("x"); }
        """;
    String filtered = """
        public Object call() { return new Audit().doFilter(this); }
        static class Audit { Object doFilter(Shop shop) { return shop.doFilter(); } }
        Object doFilter() { return serve(); }
        Object serve() { throw new IllegalStateException("x"); }
        """;

    assertThat(groupOf(shop(filtered)).parts())
        .containsExactlyElementsOf(groupOf(shop(direct)).parts())
        .doesNotContain("at shop.Shop$Audit.doFilter")
        .contains("at shop.Shop.doFilter");
  }

  @Test
  void aFilterThatFailsItselfIsTheFailure() {
    assertThat(groupOf(shop("""
            public Object call() { return doFilter("x"); }
            Object doFilter(String text) { return Integer.parseInt(text); }
            """)).parts()).contains("at shop.Shop.doFilter");
  }

  @Test
  void aCauseKeepsTheCallersThatItsCarrierShares() {
    String source = """
        public Object call() { return %s(); }
        Object buy() { return charge(); }
        Object sell() { return charge(); }
        Object charge() {
          try { return pay(); } catch (IllegalStateException e) { throw new RuntimeException(e); }
        }
        Object pay() { throw new IllegalStateException(); }
        """;

    GroupKey buy = groupOf(shop(source.formatted("buy")));

    assertThat(buy.parts())
        .containsExactly(
            "type java.lang.RuntimeException",
            "at shop.Shop.charge",
            "type java.lang.IllegalStateException",
            "at shop.Shop.pay",
            "at shop.Shop.charge",
            "at shop.Shop.buy",
            "at shop.Shop.call");
    assertThat(groupOf(shop(source.formatted("sell")))).isNotEqualTo(buy);
  }

  @Test
  void howDeepARecursionWasDoesNotMatter() {
    String source = """
        public Object call() { return walk(%d); }
        Object walk(int n) { return n == 0 ? fail() : next(n); }
        Object next(int n) { return walk(n - 1); }
        Object fail() { throw new IllegalStateException(); }
        """;

    GroupKey deep = groupOf(shop(source.formatted(9)));

    assertThat(groupOf(shop(source.formatted(1)))).isEqualTo(deep);
    assertThat(deep.parts())
        .containsExactly(
            "type java.lang.IllegalStateException",
            "at shop.Shop.fail",
            "at shop.Shop.walk",
            "at shop.Shop.next",
            "at shop.Shop.call");
  }

  @Test
  void suppressedExceptionsDoNotMatterHoweverMany() {
    String source = """
        public Object call() {
          RuntimeException thrown = new RuntimeException(new IllegalStateException("x"));
          for (int i = 0; i < %d; i++) thrown.addSuppressed(new Error("no " + i, new Error()));
          throw thrown;
        }
        """;

    GroupKey none = groupOf(shop(source.formatted(0)));

    assertThat(groupOf(shop(source.formatted(1)))).isEqualTo(none);
    assertThat(groupOf(shop(source.formatted(40)))).isEqualTo(none);
    assertThat(none.parts()).contains("type java.lang.IllegalStateException");
  }

  @Test
  void aClassThatFailedToInitialiseFailsForTheSameReasonLater() throws Exception {
    Build build = Build.of(shop("""
        public Object call() { return Prices.of(1); }
        static class Prices {
          static final Object ALL = load();
          static Object load() { throw new IllegalStateException("no prices"); }
          static Object of(int n) { return ALL; }
        }
        """));
    Throwable first = build.failure();
    Throwable second = build.failure();

    assertThat(first).isInstanceOf(ExceptionInInitializerError.class);
    assertThat(second).isInstanceOf(NoClassDefFoundError.class);
    assertThat(group(second)).isEqualTo(group(first));
    assertThat(group(first).parts())
        .containsExactly(
            "type java.lang.IllegalStateException",
            "at shop.Shop$Prices.load",
            "at shop.Shop$Prices.<clinit>");
  }

  @Test
  void aClassThatIsMissingIsMissingEverywhere() {
    NoClassDefFoundError one = new NoClassDefFoundError("shop/Missing");
    one.initCause(new ClassNotFoundException("shop.Missing"));
    NoClassDefFoundError other = new NoClassDefFoundError("shop/Missing");

    assertThat(group(other)).isEqualTo(group(one));
    assertThat(group(one).parts())
        .containsExactly("type java.lang.NoClassDefFoundError", "class shop.Missing");
    assertThat(group(new NoClassDefFoundError("shop/Other"))).isNotEqualTo(group(one));
  }

  @Test
  void memoryRunsOutAnywhere() {
    String source = """
        public Object call() { return %s(); }
        Object one() { throw new OutOfMemoryError("Cannot reserve %d bytes"); }
        Object two() { throw new OutOfMemoryError("Cannot reserve %d bytes"); }
        """;

    GroupKey one = groupOf(shop(source.formatted("one", 5, 5)));

    assertThat(groupOf(shop(source.formatted("two", 7, 7)))).isEqualTo(one);
    assertThat(one.parts())
        .containsExactly("type java.lang.OutOfMemoryError", "message Cannot reserve # bytes");
    assertThat(group(new OutOfMemoryError("Java heap space"))).isNotEqualTo(one);
  }

  @Test
  void whatALibraryThrewElsewhereBelongsToWhoWaitedForIt() {
    String source = """
        public Object call() throws Exception { return %s(); }
        Object buy() throws Exception { return wait(%s); }
        Object sell() throws Exception { return wait(%s); }
        Object wait(String text) throws Exception {
          FutureTask<Integer> task = new FutureTask<>(Shop.class.getClassLoader() == null
              ? null : java.util.concurrent.Executors.callable(new Thread(), 1));
          CompletableFuture<Object> parsed =
              CompletableFuture.completedFuture(text).thenApplyAsync(Integer::valueOf);
          return parsed.get();
        }
        """;

    GroupKey one = groupOf(shop(source.formatted("buy", "\"x17\"", "\"\"")));

    assertThat(one.parts())
        .containsExactly(
            "type java.lang.NumberFormatException",
            "in java.lang.NumberFormatException.forInputString",
            "in java.lang.Integer.parseInt",
            "at shop.Shop.wait");
    assertThat(groupOf(shop(source.formatted("buy", "\"y\"", "\"\"")))).isEqualTo(one);
  }

  @Test
  void withoutTheApplicationLibraryAndMessageTell() throws Exception {
    GroupKey one = group(thrownBy(() -> Integer.parseInt("x17")));

    assertThat(one.parts())
        .containsExactly(
            "type java.lang.NumberFormatException",
            "in java.lang.NumberFormatException.forInputString",
            "in java.lang.Integer.parseInt",
            "message For input string: #");
    assertThat(group(thrownBy(() -> Integer.parseInt("y4711")))).isEqualTo(one);
    assertThat(one.isStackless()).isFalse();
  }

  private static Throwable thrownBy(Callable<?> code) {
    try {
      throw new AssertionError("nothing was thrown: " + code.call());
    } catch (Exception e) {
      return e;
    }
  }

  @Test
  void statesAndStatusesTellFailuresApart() {
    String source = """
        public Object call() throws Exception { throw new java.sql.SQLException("no", "%s"); }
        """;

    assertThat(groupOf(shop(source.formatted("23505"))).parts())
        .containsExactly("type java.sql.SQLException", "sql_state 23505", "at shop.Shop.call");
    assertThat(groupOf(shop(source.formatted("40001"))))
        .isNotEqualTo(groupOf(shop(source.formatted("23505"))));
  }

  @Test
  void everyFailureOfTheseIsOneOfItsOwn() {
    List<GroupKey> keys = List.of(
        groupOf(shop("public Object call() { return Integer.parseInt(\"x\"); }")),
        groupOf(shop("public Object call() { return List.of().get(1); }")),
        groupOf(shop("public Object call() { return new int[1][-1]; }")),
        groupOf(shop("public Object call() { return ((String) null).length(); }")),
        groupOf(shop("public Object call() { return (String) (Object) 1; }")),
        groupOf(shop("public Object call() { throw new Error(\"x\"); }")),
        groupOf(shop("public Object call() { throw new RuntimeException(\"x\"); }")),
        groupOf(shop("public Object call() { throw new RuntimeException(new Error(\"x\")); }")));

    assertThat(keys).doesNotHaveDuplicates();
  }
}
