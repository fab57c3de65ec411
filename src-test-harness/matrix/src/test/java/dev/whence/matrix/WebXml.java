package dev.whence.matrix;

import com.fasterxml.jackson.core.JsonFactory;
import dev.whence.Whence;
import dev.whence.matrix.container.WebDirectory;
import dev.whence.servlet.WhenceFilter;
import java.nio.file.Path;
import java.util.Map;
import org.example.scenarios.ScenarioServlet;

/** Web applications with a web.xml, which bring Whence along in WEB-INF/lib. */
final class WebXml {
  private static final String SERVLET = """
      <servlet>
        <servlet-name>%1$s</servlet-name>
        <servlet-class>org.example.scenarios.ScenarioServlet</servlet-class>
        <init-param><param-name>scenario</param-name><param-value>%1$s</param-value></init-param>
        <async-supported>true</async-supported>
      </servlet>
      <servlet-mapping>
        <servlet-name>%1$s</servlet-name><url-pattern>/%1$s</url-pattern>
      </servlet-mapping>
      """;

  private static final String FILTER = """
      <filter>
        <filter-name>errors</filter-name>
        <filter-class>dev.whence.servlet.WhenceFilter</filter-class>
        <async-supported>true</async-supported>
        %s
      </filter>
      <filter-mapping>
        <filter-name>errors</filter-name><url-pattern>/*</url-pattern>
        <dispatcher>REQUEST</dispatcher><dispatcher>ASYNC</dispatcher>
        <dispatcher>ERROR</dispatcher>
      </filter-mapping>
      """;

  private static final String HEALTH = """
      <servlet>
        <servlet-name>health</servlet-name>
        <servlet-class>dev.whence.servlet.HealthServlet</servlet-class>
        <init-param>
          <param-name>fail-when-broken</param-name><param-value>true</param-value>
        </init-param>
      </servlet>
      <servlet-mapping>
        <servlet-name>health</servlet-name><url-pattern>/whence-health</url-pattern>
      </servlet-mapping>
      """;

  private WebXml() {}

  /** Makes an application that leaves the filter to the initializer; settings are its params. */
  static WebDirectory withoutFilter(Path directory, String path, Map<String, String> settings) {
    StringBuilder parameters = new StringBuilder();
    settings.forEach((name, value) -> parameters.append("""
        <context-param>
          <param-name>whence.%s</param-name><param-value>%s</param-value>
        </context-param>
        """.formatted(name, value)));
    return application(directory, path, parameters.toString());
  }

  /** Makes an application whose web.xml names the filter, with settings as its init-params. */
  static WebDirectory withFilter(Path directory, String path, Map<String, String> settings) {
    return application(directory, path, filter(settings));
  }

  /** Makes one with the health servlet, at {@code /whence-health}, beside that filter. */
  static WebDirectory withHealth(Path directory, String path, Map<String, String> settings) {
    return application(directory, path, filter(settings) + HEALTH);
  }

  private static String filter(Map<String, String> settings) {
    StringBuilder parameters = new StringBuilder();
    settings.forEach((name, value) -> parameters.append("""
        <init-param><param-name>%s</param-name><param-value>%s</param-value></init-param>
        """.formatted(name, value)));
    return FILTER.formatted(parameters);
  }

  private static WebDirectory application(Path directory, String path, String filter) {
    return new WebDirectory(directory, path)
        .webXml(filter + SERVLET.formatted("runtime") + SERVLET.formatted("hello"))
        .packageOf(ScenarioServlet.class)
        .libraries(Whence.class, WhenceFilter.class, JsonFactory.class);
  }
}
