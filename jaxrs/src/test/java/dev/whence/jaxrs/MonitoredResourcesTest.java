package dev.whence.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonitoredResourcesTest {
  /** Leads to itself and to nothing monitored. */
  @Path("plain")
  public static class Plain {
    @GET
    public OnClass get() {
      return new OnClass();
    }

    @Path("again")
    public Plain again() {
      return this;
    }
  }

  @Monitored
  @Path("class")
  public static class OnClass {}

  public static class Inheriting extends OnClass {}

  @Path("method")
  public static class OnMethod {
    @GET
    @Monitored
    public String get() {
      return "";
    }
  }

  @Path("locator")
  public static class Leading {
    @Path("to")
    public LeadingOn on() {
      return new LeadingOn();
    }
  }

  public static class LeadingOn {
    @Path("to")
    public OnMethod further() {
      return new OnMethod();
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {OnClass.class, Inheriting.class, OnMethod.class, Leading.class})
  void areFoundByClassMethodAndWhatLocatorsReturn(Class<?> resource) {
    ResourceConfig config = new ResourceConfig(Plain.class, resource);

    assertThat(MonitoredResources.areIn(config.getConfiguration())).isTrue();
  }

  @Test
  void areFoundAmongInstances() {
    ResourceConfig config = new ResourceConfig().register(new OnMethod());

    assertThat(MonitoredResources.areIn(config.getConfiguration())).isTrue();
  }

  @Test
  void whatMethodsReturnToClientsIsNoResource() {
    assertThat(MonitoredResources.areIn(new ResourceConfig(Plain.class).getConfiguration()))
        .isFalse();
  }
}
