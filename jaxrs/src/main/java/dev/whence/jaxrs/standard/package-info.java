/**
 * What JAX-RS itself lets see, on engines that tell no more: RESTEasy, CXF. Start at
 * {@link dev.whence.jaxrs.standard.StandardEngine}.
 */
@NullMarked
package dev.whence.jaxrs.standard;

import org.jspecify.annotations.NullMarked;
