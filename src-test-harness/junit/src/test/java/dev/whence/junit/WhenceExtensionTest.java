package dev.whence.junit;

import static dev.whence.junit.WhenceAssertions.assertThatEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.event.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WhenceExtensionTest {
  @RegisterExtension
  final WhenceExtension whence =
      WhenceExtension.create().with(builder -> builder.tag("team", "shop"));

  @Test
  void buildsAnInstanceThatReportsToTheTest() {
    whence.whence().capture(new IllegalStateException("broken"));

    assertThatEvent(whence.event())
        .hasException(IllegalStateException.class)
        .withMessage("broken")
        .isHandled();
  }

  @Test
  void changesTheInstanceAsAsked() {
    whence.whence().capture("low stock", Level.WARNING);

    assertThatEvent(whence.event()).hasTag("team", "shop").hasLevel(Level.WARNING);
  }

  @Test
  void makesTheInstanceTheCurrentOne() {
    assertThat(Whence.current()).isSameAs(whence.whence());
  }

  @Test
  void refusesToCallNoEventOrTwoTheOne() {
    assertThatThrownBy(whence::event)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("found 0");

    whence.whence().capture("one", Level.INFO);
    whence.whence().capture("two", Level.INFO);

    assertThatThrownBy(whence::event)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("found 2");
  }

  @Test
  void rebuildsTheInstanceAndKeepsTheReporter() {
    Whence first = whence.whence();
    first.capture("one", Level.INFO);

    Whence second = whence.rebuild(builder -> builder.tag("round", "2"));
    second.capture("two", Level.INFO);

    assertThat(second).isNotSameAs(first);
    assertThat(whence.events()).extracting(RecordedEvent::message).containsExactly("one", "two");
    assertThatEvent(whence.events().get(1)).hasTag("team", "shop").hasTag("round", "2");
  }

  @Test
  void refusesSettingsThatLeaveTheInstanceOff() {
    assertThatThrownBy(() -> whence.rebuild(builder -> builder.set(Keys.ENABLED, "false")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("enabled");
  }

  @Test
  void hasNothingToOfferOutsideATest() {
    assertThatThrownBy(() -> WhenceExtension.create().whence())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no test is running");
  }
}
