package dev.whence.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import dev.whence.Whence;
import dev.whence.matrix.container.Deployment;
import dev.whence.matrix.container.Engine;
import dev.whence.matrix.container.WebDirectory;
import dev.whence.servlet.WhenceFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import org.example.scenarios.ScenarioServlet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What only a running application shows to be wrong with the filter is said in the log, once. */
class PlacementTest extends MatrixTest {
  private static final String ASYNC = "<async-supported>true</async-supported>";
  private static final String SERVLET = """
      <servlet>
        <servlet-name>hello</servlet-name>
        <servlet-class>org.example.scenarios.ScenarioServlet</servlet-class>
        <init-param><param-name>scenario</param-name><param-value>hello</param-value></init-param>
      </servlet>
      <servlet-mapping>
        <servlet-name>hello</servlet-name><url-pattern>/hello</url-pattern>
      </servlet-mapping>
      """;

  @RegisterExtension
  final LogRecords log = new LogRecords();

  @TempDir
  private Path directory;

  PlacementTest(Engine engine) {
    super(engine);
  }

  private static String filter(String name, String async) {
    return """
        <filter>
          <filter-name>%1$s</filter-name>
          <filter-class>dev.whence.servlet.WhenceFilter</filter-class>
          %2$s
        </filter>
        <filter-mapping>
          <filter-name>%1$s</filter-name><url-pattern>/*</url-pattern>
          <dispatcher>REQUEST</dispatcher><dispatcher>ERROR</dispatcher>
        </filter-mapping>
        """.formatted(name, async);
  }

  private WebDirectory application(String filters) {
    return new WebDirectory(directory, "/shop")
        .webXml(filters + SERVLET)
        .packageOf(ScenarioServlet.class)
        .libraries(Whence.class, WhenceFilter.class, JsonFactory.class);
  }

  /** Deploys, asks for two pages that are there, and returns what the log warns of. */
  private List<String> warningsOf(WebDirectory application) {
    int before = log.messages(Level.WARNING).size();
    try (Deployment deployed = container().deploy(application)) {
      assertThat(http().get("/shop/hello").body()).isEqualTo("hello\n");
      assertThat(http().get("/shop/hello").headers("X-Request-ID")).hasSize(1);
    }
    List<String> all = log.messages(Level.WARNING);
    return all.subList(before, all.size());
  }

  @Test
  void aFilterThatIsWellPlacedIsNotSpokenOf() {
    assertThat(warningsOf(application(filter("whence", ASYNC)))).isEmpty();
  }

  @Test
  void aFilterThatTheInitializerAddsIsNotSpokenOf() {
    assertThat(warningsOf(application(""))).isEmpty();
  }

  @Test
  void aFilterUnderTwoNamesIsSaidOnceInEveryDeployment() {
    WebDirectory application = application(filter("first", ASYNC) + filter("second", ASYNC));

    for (int round = 0; round < 2; round++) {
      assertThat(warningsOf(application))
          .singleElement()
          .asString()
          .contains("Whence's filter is there twice", "\"first\"", "\"second\"")
          .contains("remove one of them, from web.xml with its filter-mapping");
    }
  }

  @Test
  void aFilterThatBarsAsynchronousRequestsIsSaidOnce() {
    assertThat(warningsOf(application(filter("whence", ""))))
        .singleElement()
        .asString()
        .contains("no asynchronous requests are possible behind the filter \"whence\"")
        .contains("add <async-supported>true</async-supported> to its <filter> in web.xml");
  }

  @Test
  void aFilterThatLeavesMakesRoomForTheNext() {
    WhenceFilter filter = new WhenceFilter(whence.whence());
    Filter restarted = new Filter() {
      @Override
      public void init(FilterConfig config) {
        filter.init(config);
        filter.destroy();
        filter.init(config);
      }

      @Override
      public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
          throws IOException, ServletException {
        filter.doFilter(request, response, chain);
      }
    };

    assertThat(deploy(ScenarioApplication.behind(restarted)).get("/hello").status())
        .isEqualTo(200);

    assertThat(log.messages(Level.WARNING)).isEmpty();
  }
}
