package dev.whence.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.jaxrs.observe.Handler;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitoringTest {
  @Monitored(tags = {"team=shop", "tier=1"})
  static class Annotated {}

  static class Inheriting extends Annotated {}

  static class Plain {
    void plain() {}

    @Monitored(tags = {"tier = 2", "nonsense", "=x", "empty="})
    void annotated() {}
  }

  @Monitored(tags = "tier=3")
  static class Resource {
    void plain() {}

    @Monitored(tags = "tier=4")
    void annotated() {}
  }

  private static Method method(Class<?> type, String name) {
    try {
      return type.getDeclaredMethod(name);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anApplicationAnswersForAllItsResources() {
    Monitoring monitoring = new Monitoring(Annotated.class, false);

    assertThat(monitoring.answersEverywhere()).isTrue();
    assertThat(monitoring.answersFor(new Handler(Plain.class, method(Plain.class, "plain"))))
        .isTrue();
    assertThat(new Monitoring(Inheriting.class, false).answersEverywhere()).isTrue();
  }

  @Test
  void theSettingAnswersForAllResources() {
    assertThat(new Monitoring(null, true).answersEverywhere()).isTrue();
  }

  @Test
  void aClassOrAMethodIsAnsweredForAlone() {
    Monitoring monitoring = new Monitoring(Plain.class, false);

    assertThat(monitoring.answersEverywhere()).isFalse();
    assertThat(monitoring.answersFor(new Handler(Plain.class, method(Plain.class, "plain"))))
        .isFalse();
    assertThat(monitoring.answersFor(new Handler(Plain.class, method(Plain.class, "annotated"))))
        .isTrue();
    assertThat(monitoring.answersFor(new Handler(Resource.class, method(Resource.class, "plain"))))
        .isTrue();
  }

  @Test
  void theNearestTagsWin() {
    Monitoring monitoring = new Monitoring(Annotated.class, false);

    assertThat(monitoring.tags(new Handler(Plain.class, method(Plain.class, "plain"))))
        .isEqualTo(Map.of("team", "shop", "tier", "1"));
    assertThat(monitoring.tags(new Handler(Resource.class, method(Resource.class, "plain"))))
        .isEqualTo(Map.of("team", "shop", "tier", "3"));
    assertThat(monitoring.tags(new Handler(Resource.class, method(Resource.class, "annotated"))))
        .isEqualTo(Map.of("team", "shop", "tier", "4"));
  }

  @Monitored(tags = "tier=5")
  static class Heir extends Plain {}

  @Test
  void aMethodThatSeveralResourcesInheritHasTheTagsOfEach() {
    Monitoring monitoring = new Monitoring(null, false);
    Method inherited = method(Plain.class, "plain");

    assertThat(monitoring.tags(new Handler(Plain.class, inherited))).isEmpty();
    assertThat(monitoring.tags(new Handler(Heir.class, inherited))).isEqualTo(Map.of("tier", "5"));
  }

  @Test
  void whatIsNoPairIsLeftOut() {
    Monitoring monitoring = new Monitoring(null, false);

    assertThat(monitoring.tags(new Handler(Plain.class, method(Plain.class, "annotated"))))
        .isEqualTo(Map.of("tier", "2", "empty", ""));
  }
}
