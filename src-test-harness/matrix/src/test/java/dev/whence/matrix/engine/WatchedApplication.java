package dev.whence.matrix.engine;

import dev.whence.jaxrs.WhenceFeature;
import java.util.Set;
import org.example.contract.ContractApplication;

/** The application with the feature registered, for the engine that does not find it by itself. */
public final class WatchedApplication extends ContractApplication {
  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = super.getClasses();
    classes.add(WhenceFeature.class);
    return classes;
  }
}
