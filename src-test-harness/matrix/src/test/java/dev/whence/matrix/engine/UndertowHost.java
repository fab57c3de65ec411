package dev.whence.matrix.engine;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;

/** Undertow. */
final class UndertowHost {
  private static final String API = "io.undertow.servlet.api.";

  private UndertowHost() {}

  static Host.Running start(Host.Program program) {
    Foreign deployment = Foreign.make(API + "DeploymentInfo");
    deployment.call("setContextPath", Host.CONTEXT);
    deployment.call("setDeploymentName", "contract");
    deployment.call("setClassLoader", program.loader());
    deployment.call(
        "setServletStackTraces", Foreign.callStatic(API + "ServletStackTraces", "valueOf", "NONE"));
    deployment.call("addServletContainerInitializer", initializer(program));
    Foreign manager = Foreign.callStatic("io.undertow.servlet.Servlets", "defaultContainer")
        .call("addDeployment", deployment);
    manager.call("deploy");
    Foreign paths = Foreign.callStatic("io.undertow.Handlers", "path")
        .call("addPrefixPath", Host.CONTEXT, manager.call("start"));
    Foreign server = Foreign.callStatic("io.undertow.Undertow", "builder")
        .call("addHttpListener", 0, "127.0.0.1")
        .call("setHandler", paths)
        .call("build");
    server.call("start");
    return new Host.Running() {
      @Override
      public int port() {
        Foreign listener =
            new Foreign(server.call("getListenerInfo").as(List.class).get(0));
        return listener.call("getAddress").as(InetSocketAddress.class).getPort();
      }

      @Override
      public void close() {
        server.call("stop");
        manager.call("stop");
        manager.call("undeploy");
      }
    };
  }

  private static Foreign initializer(Host.Program program) {
    Registration registration = new Registration(program);
    Foreign factory =
        Foreign.make("io.undertow.servlet.util.ImmediateInstanceFactory", registration);
    return Foreign.make(
        API + "ServletContainerInitializerInfo", Registration.class, factory, Set.of());
  }
}
