package dev.whence.servlet;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthServletTest {
  /** The configuration of a servlet called {@code health}. */
  private record StubConfig(@Nullable String failWhenBroken) implements ServletConfig {
    @Override
    public String getServletName() {
      return "health";
    }

    @Override
    public ServletContext getServletContext() {
      throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable String getInitParameter(String name) {
      return name.equals("fail-when-broken") ? failWhenBroken : null;
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
      return Collections.enumeration(List.of("fail-when-broken"));
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"true", "false", " TRUE ", ""})
  void knowsWhatItsParameterMayBe(@Nullable String value) {
    assertThatCode(() -> new HealthServlet().init(new StubConfig(value)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "503", "true,false"})
  void saysWhatIsWrongWithItsParameter(String value) {
    assertThatThrownBy(() -> new HealthServlet().init(new StubConfig(value)))
        .isInstanceOf(ServletException.class)
        .hasMessage("init-param \"fail-when-broken\" of servlet \"health\" is \"" + value
            + "\": use true or false");
  }
}
