/**
 * What observing an application needs whatever engine runs it. Start at
 * {@link dev.whence.jaxrs.observe.Tenancy}.
 */
@NullMarked
package dev.whence.jaxrs.observe;

import org.jspecify.annotations.NullMarked;
