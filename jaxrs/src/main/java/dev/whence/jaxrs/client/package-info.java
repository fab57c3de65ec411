/** Calls that an application makes. Start at {@link dev.whence.jaxrs.client.OutgoingCalls}. */
@NullMarked
package dev.whence.jaxrs.client;

import org.jspecify.annotations.NullMarked;
