package dev.whence.jaxrs.observe;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;

/** A resource's method, which several resources may have inherited. Immutable. */
public record Handler(Class<?> resource, Method method) {
  /** Returns its name, such as {@code OrdersResource.order}. */
  public String name() {
    return resource.getSimpleName() + '.' + method.getName();
  }

  /** Returns the tags of its events: its own names, and what {@code policy} wants. */
  public Map<String, String> tags(ResourcePolicy policy) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("resource.class", resource.getName());
    tags.put("resource.method", method.getName());
    tags.putAll(policy.tags(this));
    return tags;
  }
}
