package dev.whence.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.whence.scrub.field.Findings;
import dev.whence.scrub.field.Tally;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TreeWalkTest {
  private final Tally tally = new Tally();
  private final Findings findings = new Findings(tally);
  private final TreeWalk walk = new TreeWalk(Fields.standard(), findings);

  @Test
  void masksByKeyAndByValueAtEveryDepth() {
    Map<String, Object> tree =
        Map.of("list", List.of(Map.of("api-key", "Qz"), "mail anna@example.org", new String[] {
          "a@b.org", "plum"
        }));

    assertThat(walk.map(tree))
        .isEqualTo(Map.of(
            "list",
            List.of(Map.of("api-key", "[Filtered]"), "mail [EMAIL]", List.of("[EMAIL]", "plum"))));
  }

  @Test
  void masksTheWholeSubtreeOfASensitiveKey() {
    assertThat(walk.map(Map.of("creditCard", Map.of("number", "51", "holder", List.of("x")))))
        .isEqualTo(Map.of("creditCard", "[Filtered]"));
  }

  @Test
  void masksNumbersOfASensitiveKeyButNoFlag() {
    assertThat(walk.map(Map.of("pin", 1234, "otp", true, "max_tokens", 4096)))
        .isEqualTo(Map.of("pin", "[Filtered]", "otp", true, "max_tokens", 4096));
  }

  @Test
  void masksANumberThatIsACard() {
    assertThat(walk.map(Map.of("n", 4111111111111111L, "m", 4111111111111112L)))
        .isEqualTo(Map.of("n", "[CARD]", "m", 4111111111111112L));
  }

  @Test
  void masksKeysThatArePersonal() {
    assertThat(walk.map(Map.of("anna@example.org", 3))).isEqualTo(Map.of("[EMAIL]", 3));
  }

  @Test
  void makesTextsOfOtherObjectsAndLeavesNullsOut() {
    UUID id = new UUID(1, 2);
    Map<Object, Object> tree = new LinkedHashMap<>();
    tree.put(17, id);
    tree.put("none", null);
    tree.put("bytes", new byte[3]);
    tree.put("chars", "a@b.org".toCharArray());
    tree.put("ints", new int[] {1, 2});
    tree.put("nulls", Arrays.asList("x", null));
    tree.put("text", CharBuffer.wrap("password=x1"));

    assertThat(walk.map(tree))
        .containsExactly(
            Map.entry("17", id.toString()),
            Map.entry("bytes", "byte[3]"),
            Map.entry("chars", "[EMAIL]"),
            Map.entry("ints", List.of(1, 2)),
            Map.entry("nulls", List.of("x")),
            Map.entry("text", "password=[Filtered]"));
  }

  @Test
  void keepsNumbersAsTheyAreUnlessTheyAreHuge() {
    BigDecimal price = new BigDecimal("12.50");

    assertThat(walk.map(Map.of("price", price, "huge", BigInteger.TWO.pow(100_000))))
        .isEqualTo(Map.of("price", price, "huge", "…"));
  }

  @Test
  void endsAtACycle() {
    Map<String, Object> tree = new HashMap<>();
    List<Object> list = new ArrayList<>(List.of("x"));
    tree.put("list", list);
    list.add(tree);
    list.add(list);

    assertThat(walk.map(Map.of("tree", tree)))
        .isEqualTo(Map.of("tree", Map.of("list", List.of("x", "…", "…"))));
  }

  @Test
  void showsAnObjectThatIsThereTwiceTwice() {
    List<Integer> shared = List.of(1);

    assertThat(walk.map(Map.of("a", shared, "b", shared)))
        .isEqualTo(Map.of("a", List.of(1), "b", List.of(1)));
  }

  @Test
  void endsInTheDeep() {
    Object tree = "anna@example.org";
    for (int i = 0; i < 5_000; i++) {
      tree = i % 2 == 0 ? List.of(tree) : Map.of("a", tree);
    }

    assertThat(walk.map(Map.of("tree", tree)).toString()).contains("…").doesNotContain("anna");
  }

  @Test
  void endsAtTenThousandValues() {
    List<Object> endless = new AbstractList<>() {
      @Override
      public Object get(int index) {
        return "x";
      }

      @Override
      public int size() {
        return Integer.MAX_VALUE;
      }
    };

    Map<String, Object> clean = walk.map(Map.of("endless", endless));

    assertThat(clean).extractingByKey("endless", LIST).hasSizeLessThan(10_002).endsWith("…");
  }

  @Test
  void withholdsTheValueThatCannotBeRead() {
    Object hostile = new Object() {
      @Override
      public String toString() {
        throw new IllegalStateException("password is hunter2");
      }
    };
    Object bottomless = new Object() {
      @Override
      @SuppressWarnings("InfiniteRecursion")
      public String toString() {
        return toString() + "x";
      }
    };
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("a", hostile);
    tree.put("b", List.of(bottomless, "ok"));
    tree.put("c", "ok");

    assertThat(walk.map(tree))
        .containsExactly(
            Map.entry("a", "[Scrub failed]"),
            Map.entry("b", List.of("[Scrub failed]", "ok")),
            Map.entry("c", "ok"));
    assertThat(tally.counts()).containsEntry("failed", 2L);
  }

  @Test
  void remembersWhereAndWhyAndHowMuchButNotWhat() {
    walk.map(Map.of("item", List.of("x", Map.of("api-key", "Qz"))));

    assertThat(findings.listed())
        .containsExactly(Map.of("path", "item.1.api-key", "rule", "key", "length", 2));
  }
}
