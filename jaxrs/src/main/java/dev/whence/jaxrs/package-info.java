/** Whence in a JAX-RS application. Start at {@link dev.whence.jaxrs.Monitored}. */
@NullMarked
package dev.whence.jaxrs;

import org.jspecify.annotations.NullMarked;
