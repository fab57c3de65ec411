/** Tests on Jersey itself, in process. */
@NullMarked
package dev.whence.jaxrs.jersey;

import org.jspecify.annotations.NullMarked;
