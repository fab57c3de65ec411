/** Tests of calls that an application makes. */
@NullMarked
package dev.whence.jaxrs.client;

import org.jspecify.annotations.NullMarked;
