/**
 * What knows Jersey: its events tell of every request and every exception. Start at
 * {@link dev.whence.jaxrs.jersey.JerseyEngine}; nothing here is touched where Jersey is missing.
 */
@NullMarked
package dev.whence.jaxrs.jersey;

import org.jspecify.annotations.NullMarked;
