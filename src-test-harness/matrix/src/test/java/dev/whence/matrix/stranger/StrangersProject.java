package dev.whence.matrix.stranger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The smallest web application that Maven builds: a servlet that fails. */
final class StrangersProject {
  /** The class of the servlet, which answers to {@link #PATH}. */
  static final String SERVLET = "com.acme.hello.HelloServlet";

  static final String PATH = "/hello";

  /** The plugins are those of our own build, so that nothing needs to be downloaded twice. */
  private static final String POM = """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>com.acme</groupId>
        <artifactId>hello</artifactId>
        <version>1.0</version>
        <packaging>war</packaging>
        <properties>
          <maven.compiler.release>17</maven.compiler.release>
          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
        </properties>
        <dependencies>
          <dependency>
            <groupId>jakarta.servlet</groupId>
            <artifactId>jakarta.servlet-api</artifactId>
            <version>%s</version>
            <scope>provided</scope>
          </dependency>
      %s
        </dependencies>
        <build>
          <finalName>hello</finalName>
          <plugins>
      %s
          </plugins>
        </build>
      </project>
      """;

  private static final String PLUGIN = """
      <plugin>
        <artifactId>%s</artifactId>
        <version>%s</version>
      </plugin>
      """;

  private static final String CODE = """
      package com.acme.hello;

      import jakarta.servlet.annotation.WebServlet;
      import jakarta.servlet.http.HttpServlet;
      import jakarta.servlet.http.HttpServletRequest;
      import jakarta.servlet.http.HttpServletResponse;

      @WebServlet("/hello")
      public class HelloServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
          throw new IllegalStateException("nobody to greet");
        }
      }
      """;

  private static final String WEB_XML = """
      <?xml version="1.0" encoding="UTF-8"?>
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0">
      %s
      </web-app>
      """;

  private final Path directory;

  /** Makes a project without web.xml in a directory that is not there yet. */
  StrangersProject(Path directory) throws IOException {
    this.directory = directory;
    write("src/main/java/com/acme/hello/HelloServlet.java", CODE);
  }

  /** Adds a dependency, as pasted. */
  StrangersProject dependency(String xml) throws IOException {
    String plugins = plugin("maven-resources-plugin")
        + plugin("maven-compiler-plugin")
        + plugin("maven-surefire-plugin")
        + plugin("maven-war-plugin");
    return write("pom.xml", POM.formatted(Reactor.property("servlet-api.version"), xml, plugins));
  }

  private static String plugin(String name) {
    return PLUGIN.formatted(name, Reactor.pluginVersion(name));
  }

  /** Adds a web.xml of nothing but what is pasted. */
  StrangersProject webXml(String xml) throws IOException {
    return write("src/main/webapp/WEB-INF/web.xml", WEB_XML.formatted(xml));
  }

  /** Says where events go, in a file on the class path. */
  StrangersProject dsn(String dsn) throws IOException {
    return write("src/main/resources/whence.properties", "dsn=" + dsn + '\n');
  }

  private StrangersProject write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Returns the directory that Maven made of the project, as it is in the WAR. */
  Path packagedBy(Maven maven) throws IOException, InterruptedException {
    maven.packageIn(directory);
    return directory.resolve("target/hello");
  }
}
