package com.example.shop.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopCustomizerTest {
  @ParameterizedTest
  @ValueSource(strings = {"WHENCE_ENVIRONMENT", "SENTRY_ENVIRONMENT", "ENVIRONMENT"})
  void leavesTheEnvironmentToWhoeverNamesIt(String variable) {
    assertThat(ShopCustomizer.isEnvironmentNamed(Map.of(variable, "staging"))).isTrue();
  }

  @Test
  void leavesTheEnvironmentToASystemProperty() {
    System.setProperty("whence.environment", "staging");
    try {
      assertThat(ShopCustomizer.isEnvironmentNamed(Map.of())).isTrue();
    } finally {
      System.clearProperty("whence.environment");
    }
  }

  @Test
  void takesAnEmptyVariableForNone() {
    assertThat(ShopCustomizer.isEnvironmentNamed(Map.of("SENTRY_ENVIRONMENT", " ")))
        .isFalse();
  }
}
