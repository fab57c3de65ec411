package org.example.contract;

import jakarta.ws.rs.Path;

/** Inherits all annotations of its method. */
@Path("inherited")
public class InheritedResource implements Inherited {
  @Override
  public String fail(String name) {
    throw new IllegalStateException("inherited " + name);
  }
}
